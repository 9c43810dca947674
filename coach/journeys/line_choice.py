"""Which lines are said to one person: for each place the best of the model's line and the rules', in a fixed order.

Every line is checked against the notes, which is what takes the time. So a line is made when the lines before it
have not filled the brief, and not sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from coach.domain.brief import Line
from coach.domain.models import Kind, TokenUse
from coach.domain.text import sentences
from coach.drafting.address import told_to_you
from coach.drafting.angles import Angle, facts_in
from coach.drafting.asking import apart, said_already
from coach.drafting.candidates import Task, Written
from coach.drafting.first_meeting import anybody_lines, meeting_openers, meeting_questions
from coach.drafting.german_lines import german_offer, german_openers, german_questions
from coach.drafting.languages import address_of, german_tone
from coach.drafting.own_questions import asked_by_goals, noted_news, noted_questions
from coach.drafting.plain_lines import (
    aim_opener,
    by_rule,
    plain_offer,
    plain_openers,
    plain_questions,
    reason_opener,
    topics_in,
)
from coach.drafting.plain_promises import promise_opener
from coach.drafting.statements import said_to_them
from coach.drafting.talk_questions import terms_in, told_ahead
from coach.journeys.judging import Choice, Judge

QUESTION_SLOTS = ("moment", "choice")
WORDINGS = 3
"""Ways to say what the user is after, of which the first is taken whose question is new in the brief."""


@dataclass(frozen=True)
class Room:
    """How many lines there is room for."""

    openers: int = 3
    questions: int = 2
    offer: bool = True


IN_FULL = Room()
IN_SHORT = Room(1, 1, offer=False)


@dataclass(frozen=True)
class Speech:
    """What was written for one person: the lines to say, the offer, why each line was chosen, and what it cost."""

    openers: tuple[Line, ...] = ()
    questions: tuple[Line, ...] = ()
    offer: Line | None = None
    usage: TokenUse = field(default_factory=TokenUse)
    choices: tuple[Choice, ...] = ()


def chosen_lines(task: Task, written: Written, judge: Judge, turn: int, room: Room = IN_FULL) -> Speech:
    """For each place the best of the model's line and the lines by rule, in another wording each `turn`."""
    ways = _Ways(task, written, judge, turn)
    openers = apart(ways.openers(), room.openers)
    opening = [one.line for one in openers]
    questions = apart(ways.questions(opening), room.questions, opening)
    return Speech(
        tuple(one.line for one in openers),
        tuple(one.line for one in questions),
        plain_offer(task.evidence, task.facts, turn, ways.key) if room.offer else None,
        written.usage,
        (*openers, *questions),
    )


def german_speech(task: Task, judge: Judge, turn: int, tone: str, room: Room = IN_FULL) -> Speech:
    """The lines of a brief in German. A small model's German questions are not good enough to be said, so a rule makes
    them all. `tone`: where neither the notes nor a title or an office say how the two address each other."""
    notes = [one.text for one in task.evidence if one.kind is Kind.NOTE]
    noted = german_tone(notes, judge.name, str(task.facts.get("their_role") or ""))
    facts = {**task.facts, "address": address_of("de", noted or tone)}
    openers = german_openers(task.evidence, facts, judge.rarity, turn, judge.name)
    questions = german_questions(task.evidence, facts, judge.rarity, turn, judge.name)
    first = apart(judge.weighed("german", openers), room.openers)
    asked = judge.new_first(judge.weighed("question", [one for one in questions if one.text not in judge.asked]))
    then = apart(asked, room.questions, [one.line for one in first])
    return Speech(
        openers=tuple(one.line for one in first),
        questions=tuple(one.line for one in then),
        offer=german_offer(task.evidence, facts) if room.offer else None,
        choices=(*first, *then),
    )


@dataclass(frozen=True)
class _Ways:
    """Everything that could be said to one person, each kind of line made when it is first asked for."""

    task: Task
    written: Written
    judge: Judge
    turn: int

    def openers(self) -> Iterator[Choice]:
        """What can be said first, the best first; some of it twice, since a kind of line may come early or late."""
        said = self._for_places("said", "talk")
        yield from said[:1]
        yield from self.judge.weighed("news", noted_news(self.task.evidence, self.judge.name, self.task.facts))
        yield from said[1:]
        if len(said) < IN_FULL.openers - 1:
            yield from self._owed
        if said:
            yield from self._aims
        yield from self._for_places("known", "detail")
        yield from self._of_their_work(deeds=True)[:1]
        topics = [one for one in self._others if one.line.labels[:1] and one.line.labels[0].startswith("P")]
        yield from (one for one in self._others if one not in topics[1:])
        yield from self._of_their_work()
        yield from self._aims
        yield from self._owed
        yield from self._reasons()
        yield from topics[1:]
        yield from self.judge.new_first(self.judge.weighed("anybody", self._anybody))

    def questions(self, opening: Sequence[Line]) -> Iterator[Choice]:
        """What can be asked, the best first: the user's own questions, then those that the opening does not answer."""
        evidence, facts, judge = self.task.evidence, self.task.facts, self.judge
        yield from judge.weighed("noted", noted_questions(evidence, judge.name, facts))
        yield from judge.weighed("goal", asked_by_goals(evidence, judge.name, facts))
        ahead = told_ahead(evidence, facts, self.turn, self.key)
        said = [one.text for one in opening]
        yield from judge.weighed("ahead", [one for one in ahead if not said_already(one.text, said)][:2])
        asked = [self._of_model[slot] for slot in QUESTION_SLOTS if slot in self._of_model]
        more = _more_facts(self.task, judge)
        asked += plain_questions(self.task.angles, evidence, facts, self.turn, self.key, self._terms, more)
        asked += [*meeting_questions(evidence, facts, self.turn, self.key), *self._anybody]
        taken = [topic for topic, _ in topics_in(evidence) if any(topic in text for text in said)]
        new = [line for line in asked if not (said_already(line.text, said) or any(one in line.text for one in taken))]
        yield from judge.ranked("question", new)
        yield from judge.ranked("question", [line for line in asked if line not in new])

    def _weighed(self, place: str, make: Callable[..., Sequence[Line]], *more: object) -> list[Choice]:
        made = make(self.task.evidence, self.task.facts, self.turn, self.key, *more)
        return self.judge.weighed(place, made)

    @property
    def key(self) -> str:
        """By which wordings are chosen: the same for a whole brief, where each person has another turn."""
        return str(self.task.facts.get("event") or self.judge.name)

    @cached_property
    def _of_model(self) -> dict[str, Line]:
        """The model's lines that are good enough to be said."""
        return {
            slot: line
            for slot, line in self.written.lines.items()
            if slot not in self.written.astray and self.judge.good(line) and self.judge.makes_sense(line)
        }

    def _for_places(self, *slots: str) -> list[Choice]:
        """The best line for each of these places, none like those that stand already."""
        for number, angle in enumerate(one for one in self.task.angles if one.said):
            if angle.slot in slots and angle.slot not in self._standing:
                ways = [
                    *filter(None, [self._of_model.get(angle.slot)]),
                    *by_rule(angle, self.task.evidence, self.task.facts, self.turn + number, self.key),
                ]
                if chosen := self.judge.best(angle.slot, ways, [one.line for one in self._standing.values()]):
                    self._standing[angle.slot] = chosen
        return [self._standing[slot] for slot in slots if slot in self._standing]

    @cached_property
    def _standing(self) -> dict[str, Choice]:
        return {}

    @cached_property
    def _terms(self) -> list[tuple[str, str]]:
        return terms_in(self.task.evidence, self.judge.rarity, self.task.facts)

    @cached_property
    def _anybody(self) -> list[Line]:
        return anybody_lines(self.task.evidence, self.task.facts, self.turn)

    @cached_property
    def _others(self) -> list[Choice]:
        spoken_of = bool({"talk", "detail"} & self._standing.keys())
        made = plain_openers(self.task.evidence, self.task.facts, self.turn, self.key, self._terms, talk_told=spoken_of)
        return self.judge.weighed("other", made)

    @cached_property
    def _aims(self) -> list[Choice]:
        """What the user is after, with a question that the brief asks nobody else where there is one."""
        return self.judge.new_first(self._weighed("aim", aim_opener, WORDINGS))[:1]

    @cached_property
    def _owed(self) -> list[Choice]:
        return self._weighed("promise", promise_opener)

    def _reasons(self) -> list[Choice]:
        """Why the user is there, where no aim tells it already."""
        told = " ".join(one.line.text for one in self._aims).casefold()
        found = self._weighed("reason", reason_opener)
        return [one for one in found if sentences(one.line.text)[0].rstrip(".").casefold() not in told]

    def _of_their_work(self, *, deeds: bool = False) -> list[Choice]:
        """What an entry of the programme tells of their work, or with `deeds` only what they do."""
        return [choice for choice, deed in self._work if deed or not deeds]

    @cached_property
    def _work(self) -> list[tuple[Choice, bool]]:
        known = meeting_openers(self.task.evidence, self.task.facts, self.turn, self.key)
        return [(self.judge.new_first(self.judge.weighed("work", one.ways))[0], bool(one.deed)) for one in known]


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
