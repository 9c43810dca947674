"""What to say to one person: an angle for each line by rule, the lines by the model, the best of them by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coach.domain.brief import Line, PersonBrief
from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind, TokenUse
from coach.domain.quoting import plain_name
from coach.drafting.address import told_to_you
from coach.drafting.angles import Angle, Facts, Rarity, facts_in, offer_in, render_angles
from coach.drafting.asking import alike, near_equal
from coach.drafting.candidates import Task, write_lines
from coach.drafting.evidence import clip, quote_for_prompt
from coach.drafting.lines import best_lines, merit
from coach.drafting.plain_lines import plain_openers, plain_questions
from coach.drafting.prompts import PROMPT_TOKENS, SHARES, load_prompt, rendered_tokens
from coach.journeys.workbench import Workbench
from coach.storage.store import Store

TALK_WORDS, NOTE_WORDS, GOAL_WORDS = 60, 40, 32
"""Words of each kind of evidence that go into a prompt at most: reading is the slow part on a CPU."""
OPENERS, QUESTIONS = 3, 2
OPENER_SLOTS = ("said", "known", "talk", "detail", "work", "trade", "goal")
QUESTION_SLOTS = ("moment", "choice", "first")
GOOD_ENOUGH = 0.6
"""The merit under which a line is written again."""
NOTES_COUNTED = 2000


def rarity_of(store: Store, event: Event) -> Rarity:
    """How seldom words are among the newest notes and the event's programme."""
    notes = [note.text for note in store.notes(limit=NOTES_COUNTED)]
    return Rarity([*notes, *(f"{session.title} {session.abstract}" for session in event.programme)])


def angles_for(evidence: Sequence[Evidence], about: str, rarity: Rarity) -> list[Angle]:
    """An angle for each line: what they told you first, then their talk, then their work; an offer before a wish."""
    facts = Facts(facts_in(evidence, rarity, about))
    plan = [("said", (Kind.NOTE,)), ("talk", (Kind.SESSION,)), ("known", (Kind.NOTE,)), ("detail", (Kind.SESSION,))]
    angles = [Angle(slot, fact.text, (fact.label,)) for slot, kinds in plan if (fact := facts.take(*kinds)) is not None]
    if len(angles) < OPENERS and (fact := facts.take(Kind.PERSON)):
        angles.append(Angle("work", fact.text, (fact.label,)))
    offer, label = offer_in(evidence)
    goal = next((one for one in evidence if one.kind is Kind.GOAL), None)
    if offer:
        angles.append(Angle("trade", offer, (label, *angles[0].labels[:1]) if angles else (label,)))
    elif goal is not None:
        angles.append(Angle("goal", clip(goal.text, 16), (goal.label,)))
    for slot in QUESTION_SLOTS:
        if fact := facts.take(again=True):
            angles.append(Angle(slot, fact.text, (fact.label,)))
    if offer:
        angles.append(Angle("offer", offer, (label,)))
    return angles


def values_for(
    event: Event, person: PersonBrief, evidence: Sequence[Evidence], angles: Sequence[Angle], about: str
) -> dict[str, str]:
    """The prompt's variables; evidence is cut until the whole keeps to PROMPT_TOKENS."""
    prompt = load_prompt("prepare_person")
    for share in SHARES:
        values = {
            "event": ", ".join(filter(None, map(plain_name, (event.name, event.place)))),
            "goals": render_goals(evidence, share),
            "person": ", ".join(filter(None, map(plain_name, (person.name, person.role, person.organisation)))),
            "evidence": render_evidence(evidence, about, share),
            "lines": render_angles(angles, share),
        }
        if rendered_tokens(prompt, values) <= PROMPT_TOKENS:
            break
    return values


def render_evidence(evidence: Sequence[Evidence], about: str, share: float = 1.0) -> str:
    """The evidence as the prompt shows it, clipped; a second talk gets half the room."""
    lines: list[str] = []
    talks = 0
    for one in evidence:
        if one.kind is Kind.GOAL:
            continue
        words = NOTE_WORDS
        if one.kind is Kind.SESSION:
            talks += 1
            words = TALK_WORDS if talks == 1 else TALK_WORDS // 2
        lines.append(quote_for_prompt(one, max(int(words * share), 4), about, _intro(one)))
    return "\n".join(lines) or "none"


def render_goals(evidence: Sequence[Evidence], share: float = 1.0) -> str:
    words = max(int(GOAL_WORDS * share), 4)
    goals = [quote_for_prompt(one, words) for one in evidence if one.kind is Kind.GOAL]
    return "\n".join(goals) or "none set"


def _intro(evidence: Evidence) -> str:
    day = f" of {evidence.at:%Y-%m-%d}" if evidence.at else ""
    intros = {Kind.NOTE: f"My note{day}", Kind.COMMITMENT: "Promise", Kind.PERSON: "Profile"}
    return intros.get(evidence.kind, "")


# ------------------------------------------------------------------ the lines
@dataclass(frozen=True)
class Speech:
    """What was written for one person: the lines to say, the offer the model found, and what it cost."""

    openers: tuple[Line, ...] = ()
    questions: tuple[Line, ...] = ()
    offer: Line | None = None
    usage: TokenUse = field(default_factory=TokenUse)


def write_speech(
    bench: Workbench,
    event: Event,
    goals: Sequence[Goal],
    person: PersonBrief,
    evidence: Sequence[Evidence],
    *,
    rarity: Rarity,
    step: tuple[int, int],
    owed: bool = False,
) -> Speech:
    """`step`: which person of how many; `owed`: the user's open promise is the offer, and no other is written.

    Raises the ModelError tree when nothing could be written."""
    judge = Judge(evidence, person.name, rarity)
    task = speech_task(event, goals, person, evidence, rarity=rarity, owed=owed, user=bench.settings.user_name)
    on_text = bench.teller("writing", person.person_id, *step)
    written = write_lines(bench.model, task, judge.weak, judge.merit, on_text=on_text, stop=bench.stop)
    small = bench.model.kind == "embedded"
    said = plain_openers(evidence, task.facts) if small else []
    asked = plain_questions(evidence, task.facts) if small else []
    openers = judge.best(written.at(OPENER_SLOTS), OPENERS, said)
    questions = judge.best(written.at(QUESTION_SLOTS), QUESTIONS, asked, unlike=openers)
    return Speech(openers, questions, written.lines.get("offer"), written.usage)


def speech_task(
    event: Event,
    goals: Sequence[Goal],
    person: PersonBrief,
    evidence: Sequence[Evidence],
    *,
    rarity: Rarity,
    owed: bool,
    user: str,
) -> Task:
    """What the model is asked for, with what its lines are checked against."""
    about = " ".join(goal.text for goal in goals)
    told = [told_to_you(one, person.name) for one in evidence]
    angles = [one for one in angles_for(told, about, rarity) if not (owed and one.slot == "offer")]
    return Task(
        prompt=load_prompt("prepare_person"),
        values=values_for(event, person, told, angles, about),
        angles=angles,
        evidence=evidence,
        facts={
            "event": f"{event.name} {event.place}",
            "person": person.name,
            "goal": about,
            "today": datetime.now().astimezone().date().isoformat(),
            "user": user,
        },
    )


@dataclass(frozen=True)
class Judge:
    """Which lines are worth saying to a person."""

    evidence: Sequence[Evidence]
    name: str
    rarity: Rarity

    def merit(self, line: Line) -> float:
        return merit(line, self.evidence, self.name, self.rarity)

    def weak(self, lines: Mapping[str, Line]) -> set[str]:
        """The places to write again: poor lines and those like a better one, where too few good ones are left."""
        found: set[str] = set()
        kept: list[Line] = []
        for slots, wanted in ((OPENER_SLOTS, OPENERS), (QUESTION_SLOTS, QUESTIONS), (("offer",), 0)):
            there = sorted((slot for slot in slots if slot in lines), key=lambda slot: -self.merit(lines[slot]))
            bad = {slot for slot in there if lines[slot].flagged}
            good = 0
            for slot in there:
                line = lines[slot]
                if self.merit(line) < GOOD_ENOUGH or any(alike(line.text, other.text) for other in kept):
                    bad.add(slot)
                else:
                    kept.append(line)
                    good += 1
            found |= bad if good < wanted else set()
        return found

    def best(
        self,
        written: Sequence[Line],
        count: int,
        by_rule: Sequence[Line],
        unlike: Sequence[Line] = (),
    ) -> tuple[Line, ...]:
        """Those made by rule, which are there only beside a small model, then the best written one, and so on; one that
        should not be said only where nothing else is left."""
        chosen = best_lines(written, self.evidence, count, name=self.name, unlike=unlike, rarity=self.rarity)
        good = [line for line in chosen if self.merit(line) >= GOOD_ENOUGH]
        poorer = [line for line in chosen if 0 < self.merit(line) < GOOD_ENOUGH]
        kept: list[Line] = []
        for line in (*by_rule[: count - 1], *good, *by_rule, *poorer):
            if not any(alike(line.text, other.text) for other in (*kept, *unlike)):
                kept.append(line)
        if kept:
            return tuple(kept[:count])
        apart = [line for line in written if not any(near_equal(line.text, other.text) for other in unlike)]
        return best_lines(apart, self.evidence, 1, name=self.name, rarity=self.rarity)
