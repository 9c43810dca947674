"""What to say to one person: facts turned to them by rule, questions by the model, the best of both by rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from coach.domain.brief import Line, PersonBrief
from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind, TokenUse
from coach.domain.quoting import plain_name
from coach.drafting.address import told_to_you
from coach.drafting.angles import Angle, Fact, Facts, Rarity, facts_in, render_angles
from coach.drafting.asking import question_in
from coach.drafting.candidates import Task, Written, write_lines
from coach.drafting.evidence import quote_for_prompt
from coach.drafting.german_lines import speaks_german
from coach.drafting.prompts import PROMPT_TOKENS, SHARES, load_prompt, rendered_tokens
from coach.drafting.statements import about_title, quoted_claim, said_to_them
from coach.drafting.talk_questions import talks_in
from coach.journeys.judging import Judge
from coach.journeys.line_choice import IN_FULL, QUESTION_SLOTS, Room, Speech, chosen_lines, german_speech
from coach.journeys.workbench import Workbench
from coach.storage.store import Store

TALK_WORDS, NOTE_WORDS, GOAL_WORDS = 60, 40, 32
"""Words of each kind of evidence that go into a prompt at most: reading is the slow part on a CPU."""
OPENER_KINDS = {"said": Kind.NOTE, "talk": Kind.SESSION, "known": Kind.NOTE, "detail": Kind.SESSION}
NOTES_COUNTED = 2000


def rarity_of(store: Store, event: Event) -> Rarity:
    """How seldom words are among the newest notes and the event's programme."""
    notes = [note.text for note in store.notes(limit=NOTES_COUNTED)]
    return Rarity([*notes, *(f"{session.title} {session.abstract}" for session in event.programme)])


def angles_for(evidence: Sequence[Evidence], about: str, rarity: Rarity) -> list[Angle]:
    """A fact for each line: what they told you first, then their talk, then more of both.

    What can be said of a fact is said by rule, and the model asks on; a place is left out where nothing can be said,
    and a question of the model's own where nothing happened that it could ask about.
    """
    found = facts_in(evidence, rarity, about)
    facts = Facts(found)
    angles: list[Angle] = []
    key = evidence[0].text if evidence else ""
    for slot, kind in OPENER_KINDS.items():
        fact, said = _first_to_say(facts, kind, len(angles), key)
        if fact and slot == "talk" and not said:
            angles += _quoted(found, slot, key) or [
                Angle(slot, title, (label,), about_title(title)) for title, label in talks_in(evidence)
            ]
        elif fact and said:
            angles.append(Angle.about(slot, fact, said))
    told = Facts([fact for fact in found if said_to_them(fact.text, fact.kind)])
    for one in angles:
        told.mark_used(one.fact)
    for slot in QUESTION_SLOTS:
        if fact := told.take(Kind.NOTE, Kind.SESSION, again=True):
            angles.append(Angle.about(slot, fact))
    return angles


def _quoted(facts: Sequence[Fact], slot: str, key: str) -> list[Angle]:
    """What an abstract claims, quoted, where it tells nothing that its author did."""
    claims = ((fact, quoted_claim(fact.text, 0, key)) for fact in facts if fact.kind is Kind.SESSION)
    return [Angle.about(slot, fact, said) for fact, said in claims if said][:1]


def _first_to_say(facts: Facts, kind: Kind, turn: int, key: str) -> tuple[Fact | None, str]:
    """The best unused fact that can be said, and how, each `turn` in other words; where none can, the best and ""."""
    best: Fact | None = None
    while (fact := facts.take(kind)) is not None:
        if said := said_to_them(fact.text, kind, named=fact.named, turn=turn, key=key):
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
def write_speech(
    bench: Workbench,
    event: Event,
    goals: Sequence[Goal],
    person: PersonBrief,
    evidence: Sequence[Evidence],
    *,
    rarity: Rarity,
    step: tuple[int, int],
    before: Sequence[Line] = (),
) -> Speech:
    """`step`: which person of how many; `before`: what the brief says to the people before.

    Raises the ModelError tree when nothing could be written."""
    judge = _judge(person, evidence, rarity, before)
    task = speech_task(event, goals, person, evidence, rarity=rarity, user=bench.settings.user_name)
    on_text = bench.teller("writing", person.person_id, *step)
    written = Written({}, {}, TokenUse())
    if task.angles and not speaks_german(evidence):
        spare = {angle.slot for angle in task.angles}
        written = write_lines(bench.model, task, judge.weak, judge.merit, spare=spare, on_text=on_text, stop=bench.stop)
    return _speech(task, written, judge, step[0], bench.settings.tone)


def speech_by_rule(
    event: Event,
    goals: Sequence[Goal],
    person: PersonBrief,
    evidence: Sequence[Evidence],
    *,
    rarity: Rarity,
    turn: int,
    tone: str,
    user: str = "",
    before: Sequence[Line] = (),
    room: Room = IN_FULL,
) -> Speech:
    """What can be said to a person without a model; `tone`: by which the form of address is chosen."""
    task = speech_task(event, goals, person, evidence, rarity=rarity, user=user)
    return _speech(task, Written({}, {}, TokenUse()), _judge(person, evidence, rarity, before), turn, tone, room)


def _speech(task: Task, written: Written, judge: Judge, turn: int, tone: str, room: Room = IN_FULL) -> Speech:
    """The lines in the language of the user's goals and notes."""
    if speaks_german(task.evidence):
        return german_speech(task, judge, turn, tone, room)
    return chosen_lines(task, written, judge, turn, room)


def _judge(person: PersonBrief, evidence: Sequence[Evidence], rarity: Rarity, before: Sequence[Line]) -> Judge:
    return Judge(evidence, person.name, rarity, frozenset(question_in(line.text) for line in before))


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
            "their_role": person.role,
            "their_organisation": person.organisation,
            "entry_is_own": person.noted,
            "goal": about,
            "today": datetime.now().astimezone().date().isoformat(),
            "user": user,
        },
    )
