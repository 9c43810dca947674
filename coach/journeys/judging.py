"""Which of the lines that could be said to a person are worth saying, and why: by weight, by sense, each thing once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.text import sentences
from coach.drafting.address import told_to_you
from coach.drafting.angles import Rarity
from coach.drafting.asking import alike, question_in
from coach.drafting.first_meeting import fits_anybody
from coach.drafting.lines import Weight, weigh
from coach.drafting.sense import nonsense
from coach.drafting.talk_questions import fits_any_talk

ASKED_BEFORE = 0.6
"""What a question loses that another person of the same brief is asked."""
SAME_FORM = 0.4
"""What a question loses whose first words another person of the same brief was asked with."""
FORM_WORDS = 3
GOOD_ENOUGH = 0.6
"""The merit under which a line is written again."""


@dataclass(frozen=True)
class Choice:
    """Which line won a place, what it weighs and why; `beaten`: the lines that could have stood there, with theirs."""

    place: str
    line: Line
    weight: Weight
    beaten: tuple[tuple[str, float], ...] = ()

    @property
    def text(self) -> str:
        return self.line.text

    def as_record(self) -> dict[str, Any]:
        return {
            "place": self.place,
            "text": self.line.text,
            "weight": round(self.weight.value, 2),
            "reasons": list(self.weight.reasons),
            "beaten": [[text, round(value, 2)] for text, value in self.beaten],
        }


@dataclass(frozen=True)
class Judge:
    """Which lines are worth saying to a person. `asked`: questions that the same brief asks somebody else."""

    evidence: Sequence[Evidence]
    name: str
    rarity: Rarity
    asked: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()

    def weigh(self, line: Line) -> Weight:
        """A question that somebody else is asked weighs less, also one of the same form; one for any speaker is asked
        once in a brief."""
        weight = weigh(line, self.evidence, self.name, self.rarity)
        question = question_in(line.text)
        if question in self.asked:
            return Weight(weight.value - ASKED_BEFORE, (*weight.reasons, f"asked before {-ASKED_BEFORE:+.1f}"))
        if question and _form(question) in set(map(_form, self.asked)):
            return Weight(weight.value - SAME_FORM, (*weight.reasons, f"a form asked before {-SAME_FORM:+.1f}"))
        return weight

    def makes_sense(self, line: Line) -> bool:
        """Whether a question of the model takes nothing for granted that the notes, told to them, do not hold."""
        question = question_in(line.text)
        told = self.told or facts_told(self.evidence, self.name)
        return not nonsense(question, told, line.text[: line.text.rindex(question)].strip() if question else "")

    def merit(self, line: Line) -> float:
        return self.weigh(line).value

    def weighed(self, place: str, lines: Sequence[Line]) -> list[Choice]:
        return [Choice(place, line, self.weigh(line)) for line in lines]

    def new_first(self, choices: Sequence[Choice]) -> list[Choice]:
        """The choices in their order, but those last whose question the brief asks somebody else."""
        return sorted(choices, key=lambda one: question_in(one.line.text) in self.asked)

    def ranked(self, place: str, lines: Sequence[Line]) -> list[Choice]:
        """The lines, the best first; of equal ones the earlier. What fits any talk or anybody comes last, and once in a
        brief."""
        fresh = [line for line in lines if not (_fits_all(line.text) and line.text in self.asked)]
        return sorted(self.weighed(place, fresh), key=lambda one: (_fits_all(one.line.text), -one.weight.value))

    def best(self, place: str, lines: Sequence[Line], unlike: Sequence[Line]) -> Choice | None:
        """The best line for a place that sounds like none of those that stand already."""
        order = [
            one for one in self.ranked(place, lines) if not any(alike(one.line.text, other.text) for other in unlike)
        ]
        beaten = tuple((one.line.text, one.weight.value) for one in order[1:])
        return replace(order[0], beaten=beaten) if order else None

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


def facts_told(evidence: Sequence[Evidence], name: str) -> tuple[str, ...]:
    """The sentences of the evidence as one would say them to the person; goals and promises are none."""
    found = [one for one in evidence if one.kind not in (Kind.GOAL, Kind.COMMITMENT)]
    return tuple(part for one in found for part in sentences(told_to_you(one, name).text))


def _form(question: str) -> str:
    return " ".join(question.split()[:FORM_WORDS]).casefold()


def _fits_all(text: str) -> bool:
    return fits_any_talk(text) or fits_anybody(text)
