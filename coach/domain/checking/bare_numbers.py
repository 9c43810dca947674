"""Numbers as hasty notes write them: bare, in thousands, in hundredths; what they mean in the draft's fuller words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.domain.checking.clauses import AUXILIARIES
from coach.domain.checking.counting import counts_another, excluded, heads
from coach.domain.checking.english import keys_of
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.quantities import Quantity
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.tokens import Token

_THOUSAND, _HUNDRED, _TENS, _LAKH = 1000, 100, 10, 100_000
_SCALE = 3
"""An offer in thousands lies within a third and three times of some other sum that is noted in full."""
_CLOSE = 1e-6
_CENTS = frozenset(("cent", "cents", "pence", "penny"))
_DOTTED = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)")
_MORE = re.compile(r"\b(?:longer|shorter|later|earlier|more|fewer|less)\b")
_MISSING = re.compile(r"\b(?:to go|missing|lacking|left|short|still needed|outstanding)\b")
_LENGTHS = frozenset(("day", "week", "month", "year", "hour", "minute"))


def written_short(
    tokens: Sequence[Token], number: Quantity, keys: frozenset[str], sources: Sequence[Source]
) -> Sentence | None:
    """The sentence of the evidence that holds the number in a shorter form, if one does."""
    for source in sources:
        for sentence in source.sentences if source.label else ():
            for other in sentence.numbers:
                if _same(tokens, number, sentence, other, keys, sources):
                    return sentence
    return _difference(tokens, number, sources)


def _same(
    tokens: Sequence[Token],
    number: Quantity,
    sentence: Sentence,
    other: Quantity,
    keys: frozenset[str],
    sources: Sequence[Source],
) -> bool:
    if number.kind == "time":
        return _as_hours(number, sentence, other)
    if other.kind in ("time", "ordinal") or excluded(sentence, other):
        return False
    if _in_thousands(number, sentence, other, sources) or _in_cents(tokens, number, other):
        return True
    alike = number.value == other.value and number.unit == other.unit
    return alike and (number.value != int(number.value) or _meant(tokens, number, sentence, other, keys))


def _in_thousands(number: Quantity, sentence: Sentence, other: Quantity, sources: Sequence[Source]) -> bool:
    """`she offered 36`, beside `41.000 eur`."""
    short = number.value == _THOUSAND * other.value and other.value >= _TENS
    return short and _bare(sentence.tokens, other) and _sums(number, sources)


def _in_cents(tokens: Sequence[Token], number: Quantity, other: Quantity) -> bool:
    """`seven cents` for `0.07 each`."""
    cents = {token.low for token in tokens[number.last + 1 : number.last + 2]} & _CENTS
    return bool(cents) and other.value < 1 and abs(number.value - _HUNDRED * other.value) < _CLOSE


def _meant(
    tokens: Sequence[Token], number: Quantity, sentence: Sentence, other: Quantity, keys: frozenset[str]
) -> bool:
    """The noted figure stands alone, and what the draft counts is near it."""
    bare = _bare(sentence.tokens, other)
    if not bare or _bare(tokens, number):
        return bare
    lead = sentence.tokens[other.first - 1].low if other.first else ""
    if lead not in ("only", "just") and counts_another(sentence, other, heads(tokens, number)):
        return False
    noted = frozenset(word for one in sentence.source.sentences for word in one.keys)
    return bool(frozenset(heads(tokens, number)) & sentence.keys) or (number.value > _HUNDRED and bool(keys & noted))


def _bare(tokens: Sequence[Token], number: Quantity) -> bool:
    """No word follows that it could count: `118 so far`, `only 6 but`, `five would`."""
    after = tokens[number.last + 1] if number.last + 1 < len(tokens) else None
    if after is None or (after.kind == "symbol" and after.text != "-"):
        return True
    glued = after.start == tokens[number.last].end
    return not glued and (after.low in FUNCTION or after.low in AUXILIARIES or after.low == "so")


def _sums(number: Quantity, sources: Sequence[Source]) -> bool:
    """Some noted sum in full is of that size: `36` beside `41.000 eur`."""
    full = (other.value for source in sources for sentence in source.sentences for other in sentence.numbers)
    return any(value >= _THOUSAND and number.value / _SCALE <= value <= number.value * _SCALE for value in full)


def _as_hours(number: Quantity, sentence: Sentence, other: Quantity) -> bool:
    """`two o'clock` for `14h`, `three in the afternoon` for `15.00`."""
    after = sentence.tokens[other.last + 1].low if other.last + 1 < len(sentence.tokens) else ""
    dotted = _DOTTED.fullmatch(sentence.tokens[other.first].text)
    if dotted and other.first == other.last:
        minutes = int(dotted[1]) * 60 + int(dotted[2])
        return (number.value - minutes) % (12 * 60) == 0
    return after in ("h", "uhr") and (number.value - 60 * other.value) % (12 * 60) == 0 and other.value <= 24


def _difference(tokens: Sequence[Token], number: Quantity, sources: Sequence[Source]) -> Sentence | None:
    """`five to go` where 13 of 18 are noted; `two weeks longer` for 6 and 8 weeks."""
    plain = " ".join(token.low for token in tokens)
    unit = heads(tokens, number)[:1]
    if unit and unit[0] in keys_of(_LENGTHS) and _MORE.search(plain):
        lengths = [
            (other.value, sentence)
            for source in sources
            for sentence in source.sentences
            for other in sentence.numbers
            if heads(sentence.tokens, other)[:1] == unit
        ]
        return next((s for a, s in lengths for b, _ in lengths if abs(a - b - number.value) < _CLOSE), None)
    if not _MISSING.search(plain) or number.unit or number.value > _HUNDRED:
        return None
    for source in sources if number.value > 0 else ():
        counted = [pair for sentence in source.sentences for pair in _plainly(sentence)]
        for (one, sentence), (other, _) in pairwise(counted):
            if abs(abs(one - other) - number.value) < _CLOSE:
                return sentence
    return None


def _plainly(sentence: Sentence) -> Iterator[tuple[float, Sentence]]:
    """The counts of a sentence; `18 lakh` as 18."""
    for number in sentence.numbers:
        if number.kind in ("number", "amount") and number.unit != "%":
            after = {token.low for token in sentence.tokens[number.first : number.last + 2]}
            yield (number.value / _LAKH if "lakh" in after and number.value >= _LAKH else number.value), sentence
