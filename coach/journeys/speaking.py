"""What to say to one person: facts turned to them by rule, questions by the model, the best of both by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coach.domain.brief import Line, PersonBrief
from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind, TokenUse
from coach.domain.quoting import plain_name
from coach.drafting.address import told_to_you
from coach.drafting.angles import Angle, Fact, Facts, Rarity, facts_in, render_angles
from coach.drafting.asking import alike, apart
from coach.drafting.candidates import Task, Written, write_lines
from coach.drafting.evidence import quote_for_prompt
from coach.drafting.lines import merit
from coach.drafting.plain_lines import aim_opener, by_rule, plain_offer, plain_openers, plain_questions, talks_in
from coach.drafting.prompts import PROMPT_TOKENS, SHARES, load_prompt, rendered_tokens
from coach.drafting.statements import about_title, said_to_them
from coach.journeys.workbench import Workbench
from coach.storage.store import Store

TALK_WORDS, NOTE_WORDS, GOAL_WORDS = 60, 40, 32
"""Words of each kind of evidence that go into a prompt at most: reading is the slow part on a CPU."""
OPENERS, QUESTIONS = 3, 2
OPENER_KINDS = {"said": Kind.NOTE, "talk": Kind.SESSION, "known": Kind.NOTE, "detail": Kind.SESSION}
OPENER_SLOTS = tuple(OPENER_KINDS)
QUESTION_SLOTS = ("moment", "choice")
GOOD_ENOUGH = 0.6
"""The merit under which a line is written again."""
NOTES_COUNTED = 2000


def rarity_of(store: Store, event: Event) -> Rarity:
    """How seldom words are among the newest notes and the event's programme."""
    notes = [note.text for note in store.notes(limit=NOTES_COUNTED)]
    return Rarity([*notes, *(f"{session.title} {session.abstract}" for session in event.programme)])


def angles_for(evidence: Sequence[Evidence], about: str, rarity: Rarity) -> list[Angle]:
    """A fact for each line: what they told you first, then their talk, then more of both. What can be said of a fact is
    said by rule, and the model asks on; where nothing can be said, the place is left out."""
    facts = Facts(facts_in(evidence, rarity, about))
    angles: list[Angle] = []
    for slot, kind in OPENER_KINDS.items():
        fact, said = _first_to_say(facts, kind)
        if fact and slot == "talk" and not said:
            said = next((about_title(title) for title, _ in talks_in(evidence)), "")
        if fact and said:
            angles.append(Angle(slot, fact.text, (fact.label,), said))
    for slot in QUESTION_SLOTS:
        if fact := facts.take(Kind.NOTE, Kind.SESSION, again=True):
            angles.append(Angle(slot, fact.text, (fact.label,)))
    return angles


def _first_to_say(facts: Facts, kind: Kind) -> tuple[Fact | None, str]:
    """The best unused fact that can be said, and how; where none can, the best one and ""."""
    best: Fact | None = None
    while (fact := facts.take(kind)) is not None:
        if said := said_to_them(fact.text, kind):
            return fact, said
        best = best or fact
    return best, ""


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
) -> Speech:
    """`step`: which person of how many.

    Raises the ModelError tree when nothing could be written."""
    judge = Judge(evidence, person.name, rarity)
    task = speech_task(event, goals, person, evidence, rarity=rarity, user=bench.settings.user_name)
    on_text = bench.teller("writing", person.person_id, *step)
    written = Written({}, {}, TokenUse())
    if task.angles:
        written = write_lines(bench.model, task, judge.weak, judge.merit, on_text=on_text, stop=bench.stop)
    return chosen_lines(task, written, judge, step[0])


def chosen_lines(task: Task, written: Written, judge: Judge, turn: int) -> Speech:
    """The best of what was written, and lines by rule where it falls short, in another wording each `turn`."""
    evidence, facts, key = task.evidence, task.facts, judge.name
    good = {slot: line for slot, line in written.lines.items() if slot not in written.astray and judge.good(line)}
    by_place: dict[str, Line] = {}
    for number, angle in enumerate(one for one in task.angles if one.said):
        others = tuple(by_place.values())
        ways = [good.get(angle.slot), *(by_rule(angle, evidence, facts, turn + number + way, key) for way in range(4))]
        if chosen := apart([one for one in ways if one], 1, others):
            by_place[angle.slot] = chosen[0]
    said = [line for slot in ("said", "talk") if (line := by_place.get(slot))]
    more = [line for slot in ("known", "detail") if (line := by_place.get(slot))]
    aims = aim_opener(evidence, facts, turn, key)
    openers = apart([*said, *(aims if said else []), *more, *plain_openers(evidence, facts, turn, key), *aims], OPENERS)
    asked = [good[slot] for slot in QUESTION_SLOTS if slot in good]
    asked += plain_questions(task.angles, evidence, facts, turn, key)
    questions = apart(asked, QUESTIONS, openers)
    return Speech(openers, questions, plain_offer(evidence, facts, turn, key), written.usage)


def speech_task(
    event: Event,
    goals: Sequence[Goal],
    person: PersonBrief,
    evidence: Sequence[Evidence],
    *,
    rarity: Rarity,
    user: str,
) -> Task:
    """What the model is asked for, with what its lines are checked against."""
    about = " ".join(goal.text for goal in goals)
    told = [told_to_you(one, person.name) for one in evidence]
    angles = angles_for(told, about, rarity)
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

    def good(self, line: Line) -> bool:
        return not line.flagged and self.merit(line) >= GOOD_ENOUGH

    def weak(self, lines: Mapping[str, Line]) -> set[str]:
        """The places to write again: poor lines, and those like another."""
        found = {slot for slot, line in lines.items() if not self.good(line)}
        kept: list[Line] = []
        for slot, line in lines.items():
            if any(alike(line.text, other.text) for other in kept):
                found.add(slot)
            kept.append(line)
        return found
