"""Things that the notes name one by one and a draft counts: `two lots` for `lots 14 and 21`, `the two days` for
`tuesdays + fridays`.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.counting import heads
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.quantities import Quantity
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.tokens import Token

_MOST = 6
_JOINTS = frozenset((",", "and", "+", "&", "/", "und", "or"))
_DAYS = frozenset(("day", "days", "date", "evening", "morning", "afternoon", "slot", "session"))


def listed(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """The sentence of the notes that names as many of the things that are counted."""
    counted = heads(tokens, number)
    if not counted or number.unit or not 1 < number.value <= _MOST:
        return None
    for source in sources if number.kind == "number" else ():
        for sentence in source.sentences if source.label else ():
            named = {one.weekday for one in sentence.dates if one.weekday is not None}
            if keys_of(_DAYS) & set(counted[:1]) and len(named) == number.value:
                return sentence
            if any(_row(sentence.tokens, at) == number.value for at in _places(sentence, counted)):
                return sentence
    return None


def _places(sentence: Sentence, counted: Sequence[str]) -> list[int]:
    """Where a row of what is counted may begin: right behind the thing's name."""
    return [at + 1 for at, token in enumerate(sentence.tokens) if key(token.low) in counted]


def _row(tokens: Sequence[Token], at: int) -> int:
    """How many figures or short marks follow one another: `14 and 21`, `A, B + D`."""
    count = 0
    while at < len(tokens) and (
        tokens[at].kind == "number" or (tokens[at].text.isupper() and len(tokens[at].text) < 3)
    ):
        count += 1
        if at + 1 >= len(tokens) or tokens[at + 1].low not in _JOINTS:
            break
        at += 2
    return count
