"""What to say to one person: facts turned to them by rule, questions by the model, the best of both by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coach.domain.brief import Line, PersonBrief
from coach.domain.evidence import Evidence
from coach.domain.models import Event, Goal, Kind, TokenUse
from coach.domain.quoting import plain_name
from coach.domain.text import sentences
from coach.drafting.address import told_to_you
from coach.drafting.angles import Angle, Fact, Facts, Rarity, facts_in, render_angles
from coach.drafting.asking import apart, question_in, said_already
from coach.drafting.candidates import Task, Written, write_lines
from coach.drafting.evidence import quote_for_prompt
from coach.drafting.first_meeting import anybody_lines, meeting_openers, meeting_questions
from coach.drafting.german_lines import german_offer, german_openers, german_questions, speaks_german
from coach.drafting.languages import address_of
from coach.drafting.own_questions import asked_by_goals, noted_news, noted_questions
from coach.drafting.plain_lines import (
    aim_opener,
    by_rule,
    plain_offer,
    plain_openers,
    plain_questions,
    reason_opener,
    talks_in,
    terms_in,
)
from coach.drafting.plain_promises import promise_opener
from coach.drafting.prompts import PROMPT_TOKENS, SHARES, load_prompt, rendered_tokens
from coach.drafting.statements import about_title, said_to_them
from coach.journeys.judging import Choice, Judge
from coach.journeys.workbench import Workbench
from coach.storage.store import Store

TALK_WORDS, NOTE_WORDS, GOAL_WORDS = 60, 40, 32
"""Words of each kind of evidence that go into a prompt at most: reading is the slow part on a CPU."""
OPENERS, QUESTIONS = 3, 2
OPENER_KINDS = {"said": Kind.NOTE, "talk": Kind.SESSION, "known": Kind.NOTE, "detail": Kind.SESSION}
OPENER_SLOTS = tuple(OPENER_KINDS)
QUESTION_SLOTS = ("moment", "choice")
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
            angles += [Angle(slot, title, (label,), about_title(title)) for title, label in talks_in(evidence)]
        elif fact and said:
            angles.append(Angle.about(slot, fact, said))
    told = Facts([fact for fact in found if said_to_them(fact.text, fact.kind)])
    for one in angles:
        told.mark_used(one.fact)
    for slot in QUESTION_SLOTS:
        if fact := told.take(Kind.NOTE, Kind.SESSION, again=True):
            angles.append(Angle.about(slot, fact))
    return angles


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
@dataclass(frozen=True)
class Speech:
    """What was written for one person: the lines to say, the offer, why each line was chosen, and what it cost."""

    openers: tuple[Line, ...] = ()
    questions: tuple[Line, ...] = ()
    offer: Line | None = None
    usage: TokenUse = field(default_factory=TokenUse)
    choices: tuple[Choice, ...] = ()


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
    before: Sequence[Line] = (),
) -> Speech:
    """What can be said to a person without a model; `tone`: by which the form of address is chosen."""
    task = speech_task(event, goals, person, evidence, rarity=rarity, user="")
    return _speech(task, Written({}, {}, TokenUse()), _judge(person, evidence, rarity, before), turn, tone)


def _speech(task: Task, written: Written, judge: Judge, turn: int, tone: str) -> Speech:
    """The lines in the language of the user's goals and notes."""
    if speaks_german(task.evidence):
        return german_speech(task, judge, turn, tone)
    return chosen_lines(task, written, judge, turn)


def _judge(person: PersonBrief, evidence: Sequence[Evidence], rarity: Rarity, before: Sequence[Line]) -> Judge:
    return Judge(evidence, person.name, rarity, frozenset(question_in(line.text) for line in before))


def chosen_lines(task: Task, written: Written, judge: Judge, turn: int) -> Speech:
    """For each place the best of the model's line and the lines by rule, in another wording each `turn`."""
    evidence, facts, key = task.evidence, task.facts, judge.name
    of_model = {
        slot: line
        for slot, line in written.lines.items()
        if slot not in written.astray and judge.good(line) and judge.makes_sense(line)
    }
    by_place: dict[str, Choice] = {}
    for number, angle in enumerate(one for one in task.angles if one.said):
        ways = [*filter(None, [of_model.get(angle.slot)]), *by_rule(angle, evidence, facts, turn + number, key)]
        if chosen := judge.best(angle.slot, ways, [one.line for one in by_place.values()]):
            by_place[angle.slot] = chosen
    terms = terms_in(evidence, judge.rarity, facts)
    aims = judge.weighed("aim", aim_opener(evidence, facts, turn, key))
    said = [by_place[slot] for slot in ("said", "talk") if slot in by_place]
    more = [by_place[slot] for slot in ("known", "detail") if slot in by_place]
    others = judge.weighed("other", plain_openers(evidence, facts, turn, key, terms))
    told = " ".join(one.line.text for one in aims).casefold()
    why = [
        one
        for one in reason_opener(evidence, facts, turn, key)
        if sentences(one.text)[0].rstrip(".").casefold() not in told
    ]
    reasons = judge.weighed("reason", why)
    news = judge.weighed("news", noted_news(evidence, judge.name, facts))
    known = meeting_openers(evidence, facts, turn, key)
    work = [judge.new_first(judge.weighed("work", one.ways))[0] for one in known]
    does = [choice for choice, one in zip(work, known, strict=True) if one.deed]
    anybody = anybody_lines(evidence, facts, turn)
    last = judge.new_first(judge.weighed("anybody", anybody))
    owed = judge.weighed("promise", promise_opener(evidence, facts, turn, key))
    openers = _unlike(
        [
            *said[:1],
            *news,
            *said[1:],
            *(owed if len(said) < OPENERS - 1 else []),
            *(aims if said else []),
            *more,
            *does[:1],
            *others,
            *work,
            *aims,
            *owed,
            *reasons,
            *last,
        ],
        OPENERS,
    )
    asked = [of_model[slot] for slot in QUESTION_SLOTS if slot in of_model]
    asked += plain_questions(task.angles, evidence, facts, turn, key, terms, _more_facts(task, judge))
    asked += [*meeting_questions(evidence, facts, turn, key), *anybody]
    opening = [one.line for one in openers]
    new = [line for line in asked if not said_already(line.text, [one.text for one in opening])]
    ranked = judge.ranked("question", new) + judge.ranked("question", [line for line in asked if line not in new])
    noted = judge.weighed("noted", noted_questions(evidence, judge.name, facts))
    noted += judge.weighed("goal", asked_by_goals(evidence, judge.name, facts))
    questions = _unlike([*noted, *ranked], QUESTIONS, opening)
    return Speech(
        tuple(one.line for one in openers),
        tuple(one.line for one in questions),
        plain_offer(evidence, facts, turn, key),
        written.usage,
        (*openers, *questions),
    )


def _more_facts(task: Task, judge: Judge) -> list[Angle]:
    """The facts of which no line speaks yet, as a question may take them up."""
    told = [told_to_you(one, judge.name) for one in task.evidence]
    used = {angle.fact for angle in task.angles if angle.slot in QUESTION_SLOTS}
    found = facts_in(told, judge.rarity, str(task.facts.get("goal", "")))
    return [
        Angle.about("more", fact)
        for fact in found
        if fact.kind in (Kind.NOTE, Kind.SESSION) and fact.text not in used and said_to_them(fact.text, fact.kind)
    ]


def german_speech(task: Task, judge: Judge, turn: int, tone: str) -> Speech:
    """The lines of a brief in German. A small model's German questions are not good enough to be said, so a rule makes
    them all."""
    facts = {**task.facts, "address": address_of("de", tone)}
    openers = german_openers(task.evidence, facts, judge.rarity, turn, judge.name)
    questions = german_questions(task.evidence, facts, judge.rarity, turn, judge.name)
    first = _unlike(judge.weighed("german", openers), OPENERS)
    asked = judge.new_first(judge.weighed("question", [one for one in questions if one.text not in judge.asked]))
    then = _unlike(asked, QUESTIONS, [one.line for one in first])
    return Speech(
        openers=tuple(one.line for one in first),
        questions=tuple(one.line for one in then),
        offer=german_offer(task.evidence, facts),
        choices=(*first, *then),
    )


def _unlike(choices: Sequence[Choice], count: int, others: Sequence[Line] = ()) -> list[Choice]:
    """The first choices of which no two sound alike."""
    kept = apart([one.line for one in choices], count, others)
    return [next(one for one in choices if one.line is line) for line in kept]


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
            "goal": about,
            "today": datetime.now().astimezone().date().isoformat(),
            "user": user,
        },
    )
