"""Sums that people do in their heads: `the other twenty-eight` of 34 with six named, `a quarter of an hour off` from
80 to 65 minutes, `one in seven` for 14 percent, `nearly three people for each place` of 23 for eight, `seven days` for
a week.

Each sum has words of its own by which it is told; without them two figures of the notes would make any number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from coach.domain.checking.asked import plain_numbers
from coach.domain.checking.counting import heads
from coach.domain.checking.english import key
from coach.domain.checking.quantities import Quantity
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.tokens import Token

_OTHERS = frozenset(("other", "others", "remaining", "rest"))
_OFF = re.compile(
    r"\b(?:off|less|shorter|faster|quicker|longer|later|earlier|saved|saving|shaved|shaving|cut|gained)\b"
)
_WITHOUT = re.compile(r"\b(?:without|lacking|lack|missing|short of|too few|left over|left out)\b")
_FOR_EACH = re.compile(r"^(?:[\w-]+ ){0,2}(?:for|to|per|on) (?:each|every|a|an|one)\b")
_PRICE_OF_ONE = re.compile(r"\bprice of (?:one|a|an|a single)\b")
_HEDGED = frozenset(
    ("nearly", "almost", "about", "around", "roughly", "some", "over", "than", "under", "least", "good")
)
_NEAR, _ROUGH = 0.03, 0.15
_SAME_TIME = {
    ("day", 7.0): r"\b(?:a|one|per|every|each|the|that) week\b|\bweekly\b",
    ("day", 14.0): r"\bfortnight|\btwo weeks\b",
    ("month", 12.0): r"\b(?:a|one|per|every|each|the) year\b|\byearly\b",
    ("month", 6.0): r"\bhalf (?:a )?year\b",
    ("hour", 24.0): r"\b(?:a|one|per|every) day\b|\bdaily\b",
    ("minute", 60.0): r"\b(?:an|one|per|every) hour\b",
    ("minute", 30.0): r"\bhalf an hour\b|\bhalf hour\b",
    ("week", 52.0): r"\b(?:a|one|per|every) year\b",
}
"""Lengths of time that a note may call by one word."""


def summed(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """The sentence of the evidence from which a number follows by a plain sum, if one does."""
    for follows in _SUMS:
        if (sentence := follows(tokens, number, sources)) is not None:
            return sentence
    return None


def _noted(sources: Sequence[Source]) -> Iterator[tuple[Sentence, Quantity]]:
    for source in sources:
        for sentence in source.sentences if source.label else ():
            for number in plain_numbers(sentence):
                yield sentence, number


def _lead(tokens: Sequence[Token], number: Quantity, words: int) -> list[str]:
    return [token.low for token in tokens[max(0, number.first - words) : number.first]]


def _plain(tokens: Sequence[Token]) -> str:
    return " ".join(token.low for token in tokens)


def _the_others(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`the other twenty-eight women`, of 34 of whom six can swim; `the other three dogs`, of four."""
    if not _OTHERS & set(_lead(tokens, number, 2)):
        return None
    counted = set(heads(tokens, number))
    values = [(sentence, one) for sentence, one in _noted(sources) if set(heads(sentence.tokens, one)) & counted]
    for sentence, whole in values:
        if whole.value - 1 == number.value or any(whole.value - part.value == number.value for _, part in values):
            return sentence
    return None


def _difference(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`a quarter of an hour off`, of 80 minutes now 65; `seven players without a chair`, of nine for sixteen."""
    plain = _plain(tokens)
    hours = number.value <= 1 and heads(tokens, number)[:1] == (key("hour"),)
    wanted = number.value * 60 if hours else number.value
    if _WITHOUT.search(plain):
        pairs = ((one, other) for one, other in permutations(_noted(sources), 2) if one[0] is other[0])
    elif _OFF.search(plain):
        pairs = ((one, other) for one, other in permutations(_noted(sources), 2) if one[0].source is other[0].source)
    else:
        return None
    return next((one[0] for one, other in pairs if one[1].value - other[1].value == wanted > 0), None)


def _one_in_so_many(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`about one litre of fuel in seven`, of 14 percent."""
    before = _lead(tokens, number, 7)
    if before[-1:] != ["in"] or "one" not in before or number.value <= 1:
        return None
    slack = 0.03 if _HEDGED & set(_lead(tokens, number, 12)) else 0.01
    return next(
        (
            sentence
            for sentence, one in _noted(sources)
            if one.unit == "%" and abs(one.value / 100 - 1 / number.value) <= slack
        ),
        None,
    )


def _from_to_percent(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`more than one bill in five`, where it went `from 22 to 4 percent`."""
    if not 0 < number.value < 1:
        return None
    slack = 0.03 if _HEDGED & set(_lead(tokens, number, 3)) else 0.01
    for sentence, _ in _noted(sources):
        for one, other in pairwise(sentence.numbers):
            between = [token.low for token in sentence.tokens[one.last + 1 : other.first]]
            both = other.unit == "%" and not one.unit and between in (["to"], ["-"], ["–"], ["and"], ["or"])
            if both and abs(one.value / 100 - number.value) <= slack:
                return sentence
    return None


def _apiece(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`nearly three people for each place`, of 23 for eight places."""
    after = " ".join(token.low for token in tokens[number.last + 1 : number.last + 6])
    if not _FOR_EACH.search(after):
        return None
    near = _ROUGH if _HEDGED & set(_lead(tokens, number, 2)) else _NEAR
    return _ratio(number.value, near, sources)


def _for_the_price(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`for the price of one sports chair he could weld you six`, at 2,500 and 400 euros."""
    return _ratio(number.value, _ROUGH, sources, money=True) if _PRICE_OF_ONE.search(_plain(tokens)) else None


def _ratio(value: float, near: float, sources: Sequence[Source], *, money: bool = False) -> Sentence | None:
    for (here, whole), (there, part) in permutations(_noted(sources), 2):
        alike = (here is there) if not money else bool(whole.unit and whole.unit == part.unit)
        if alike and whole.value > part.value > 1 and abs(whole.value / part.value - value) <= near * value:
            return here
    return None


def _by_another_name(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`in seven days`, where `in a week` is noted."""
    counted = heads(tokens, number)[:1]
    for (unit, value), name in _SAME_TIME.items():
        if number.value == value and counted == (key(unit),):
            for source in sources:
                for sentence in source.sentences if source.label else ():
                    if re.search(name, sentence.text.casefold()):
                        return sentence
    return None


def _event_days(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`the two days in Mestia`, of an event from 16 to 17 May."""
    if heads(tokens, number)[:1] != (key("days"),):
        return None
    for source in sources:
        for sentence in source.sentences if not source.label or source.kind == "event" else ():
            found = _FROM_TO.search(sentence.text)
            if found and int(found["last"]) - int(found["first"]) + 1 == number.value:
                return sentence
    return None


_FROM_TO = re.compile(r"\b(?P<first>\d{1,2})\.? ?(?:to|until|till|-|–) ?(?P<last>\d{1,2})\.? [A-Z][a-z]+")


def _percent_for_share(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`roughly 33 percent`, where `by a third` is noted."""
    if number.unit != "%":
        return None
    for source in sources:
        for sentence in source.sentences if source.label else ():
            for word, part in _PARTS.items():
                if abs(100 * part - number.value) <= _PERCENT and re.search(rf"\b(?:a|one|by) {word}\b", sentence.text):
                    return sentence
    return None


_PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_PERCENT = 1.0


def _down_from(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`20 alerts a week, down from 300`, where they went `from 300 a week to under 20`."""
    if not re.search(
        r"\b(?:down|up) (?:from|to)\b|\bfrom \S+(?: \w+){0,3} to\b|\binstead of\b|\bused to be\b", _plain(tokens)
    ):
        return None
    for source in sources:
        for sentence in source.sentences if source.label else ():
            values = {one.value for one in sentence.numbers}
            if number.value in values and len(values) > 1 and re.search(r"\bfrom\b.*\bto\b", sentence.text.casefold()):
                return sentence
    return None


_SUMS = (
    _percent_for_share,
    _down_from,
    _the_others,
    _difference,
    _one_in_so_many,
    _from_to_percent,
    _apiece,
    _for_the_price,
    _by_another_name,
    _event_days,
)
