"""Numbers worked out from two that stand side by side: two sums together, how many times the one is the other, what a
noted percentage leaves of a noted figure, and a sum whose other number the draft names itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise, permutations

from coach.domain.checking.asked import Asked, plain_numbers, words_after
from coach.domain.checking.counting import counts_time, heads
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.measures import measure
from coach.domain.checking.quantities import Quantity, quantities
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.tokens import Token

_EXACT = 1e-6
_ROUNDED = 0.012
"""How far a product or a share may lie from the written number."""
_FEW = 13
"""Below this, two noted figures would make the number by chance."""
_SUMS = 100


def worked_out(asked: Asked, sources: Sequence[Source]) -> Sentence | None:
    """The sentence of the notes from whose numbers the draft's follows, if one does."""
    if asked.number.kind == "time":
        return next((found for source in sources if source.label and (found := _by_clock(asked.number, source))), None)
    if asked.number.kind not in ("number", "amount"):
        return None
    noted = [sentence for source in sources if source.label for sentence in source.sentences]
    for sentence in noted:
        if any(follows(asked, sentence) for follows in _BY_ONE):
            return sentence
    within = next((found for source in sources if source.label and (found := _by_note(asked, source))), None)
    return within or _by_percentage(asked, noted) or _with_own(asked, noted)


def _by_note(asked: Asked, source: Source) -> Sentence | None:
    """How a number follows from two that stand in one note, be it in two sentences."""
    noted = [(sentence, one) for sentence in source.sentences for one in plain_numbers(sentence)]
    after = asked.after(3)
    value, exact = asked.number.value, _EXACT if asked.number.value < _SUMS else _ROUNDED * asked.number.value
    of_whole = _OF_WHOLE.match(after) is not None or bool(_MORE_TO_DO.match(after))
    apiece = bool(_APIECE.match(after))
    for (sentence, one), (other_sentence, other) in permutations(noted, 2):
        if "%" in (one.unit, other.unit) or not _alike(asked, sentence, one):
            continue
        both = _alike(replace(asked, heads=()), other_sentence, other)
        lacking = value >= _FEW or _behind(other_sentence, other) in _LACKING
        if of_whole and both and lacking and abs(one.value - other.value - value) < _EXACT:
            return sentence
        shared_out = apiece and not other.unit and 1 < other.value < _SUMS and other.value == int(other.value)
        if shared_out and value >= _A_FEW and abs(one.value / other.value - value) <= exact:
            return sentence
        if asked.before == "every" and value > 1 and abs(one.value / other.value - value) <= _HALF:
            return sentence
    return None


_LACKING = frozenset(("more", "missing", "free", "short", "open", "left"))
_OF_WHOLE = re.compile(r"of (?:your |the |our |their )?[\w,.]+")
_MORE_TO_DO = re.compile(r"(?:more|further|left|to go|still|other)\b")
_APIECE = re.compile(r"(?:euros |pounds |dollars )?(?:each|a head|apiece|per head|per person|a person|for each)\b")


def _by_clock(number: Quantity, source: Source) -> Sentence | None:
    """`there at half past seven` for `leaves at 15:30, drive is 4 hours`."""
    clocks = [one.value for sentence in source.sentences for one in sentence.numbers if one.kind == "time"]
    for sentence in source.sentences:
        for one in plain_numbers(sentence):
            unit = _lengths_in_minutes().get(next(iter(heads(sentence.tokens, one)), ""), 0)
            if unit and any((abs(number.value - clock) - one.value * unit) % _HALF_DAY == 0 for clock in clocks):
                return sentence
    return None


@cache
def _lengths_in_minutes() -> dict[str, int]:
    return {key("minute"): 1, key("hour"): 60}


_HALF_DAY = 720


def _alike(asked: Asked, sentence: Sentence, *others: Quantity) -> bool:
    """The numbers count, or measure, the same kind of thing, as far as they say."""
    units = [one.unit for one in (asked.number, *others) if one.unit]
    if len(set(units)) > 1 or "%" in units:
        return False
    kinds = [measure(asked.tokens, asked.number)[0], *(measure(sentence.tokens, one)[0] for one in others)]
    named = {kind for kind in kinds if kind}
    counted = [_counted(asked.tokens, asked.number), *(_counted(sentence.tokens, one) for one in others)]
    if named and any(what and not kind for what, kind in zip(counted, kinds, strict=True)):
        return False
    time = {one[:1] for one in counted if one and one[0] in _times_and_lengths()}
    return len(named) <= 1 and (not time or all(one[:1] in time or not one for one in counted))


def _counted(tokens: Sequence[Token], number: Quantity) -> tuple[str, ...]:
    """What is counted: nothing in `450 a day`, `83 last year`."""
    return () if words_after(tokens, number, 1) in _RATED else heads(tokens, number)


_RATED = frozenset(("a", "an", "per", "each", "every", "last", "this", "/", "apiece"))


@cache
def _times_and_lengths() -> frozenset[str]:
    return keys_of(frozenset(("minute", "hour", "day", "night", "week", "month", "year")))


def _together(asked: Asked, sentence: Sentence) -> bool:
    """`48,500 with the battery` where 41,000 and 7,500 are noted; `ten pickers` for `7 from Poland, 3 locals`."""
    noted = plain_numbers(sentence)
    number = asked.number
    if number.unit == "%" or number.value < _A_FEW:
        return False
    lead = " ".join(token.low for token in asked.tokens[: number.first])
    summed = number.value >= _FEW and bool(_SUMMED.search(asked.plain) or _MAKES.search(lead))
    parts = set(asked.heads) & sentence.keys and not any(
        set(asked.heads) & {*heads(sentence.tokens, one), key(_behind(sentence, one))} for one in noted
    )
    neighbours = list(pairwise(noted)) if parts else []
    pairs = [*(combinations(noted, 2) if summed or number.value >= _SUMS else ()), *neighbours]
    rows = [*pairs, *(zip(noted, noted[1:], noted[2:], strict=False) if summed or neighbours else ())]
    return any(
        abs(sum(one.value for one in row) - number.value) < _EXACT and _alike(asked, sentence, *row) for row in rows
    )


def _behind(sentence: Sentence, one: Quantity) -> str:
    return words_after(sentence.tokens, one, 1)


_A_FEW = 3
_SUMMED = re.compile(
    r"\b(?:in all|all in|altogether|together|in total|total|comes? to|plus|combined|sum|"
    r"adds? up|including|on top)\b"
)
_MAKES = re.compile(r"\b(?:'d be|would be|that's|that is|makes?|means)\b")


def _times(asked: Asked, sentence: Sentence) -> bool:
    """`nearly three times what the old one does` for 500 and 180, `three and a half times its own weight`."""
    after = " ".join(token.low for token in asked.tokens[asked.number.last + 2 : asked.number.last + 5])
    compared = asked.after(1) == "times" and _COMPARED.search(after)
    if asked.number.value < 1 or not (compared or asked.before == "every") or not asked.keys & sentence.keys:
        return False
    wanted = asked.number.value
    low, high = wanted * 0.92, wanted * (1.34 if asked.lead & _ABOVE else 1.08)
    return any(
        low <= max(one, other) / min(one, other) <= high
        for one, other in combinations([size for size in _sizes(sentence) if size > 0], 2)
    )


_COMPARED = re.compile(
    r"^(?:as|what|its|their|your|his|her|more|the|longer|faster|bigger|larger|over|that|than|heavier)\b"
)
_ABOVE = frozenset(("than", "over", "least", "good"))


def _sizes(sentence: Sentence) -> Iterator[float]:
    for one in plain_numbers(sentence):
        yield measure(sentence.tokens, one)[1]


def _apart(asked: Asked, sentence: Sentence) -> bool:
    """`four centimetres too narrow` for 82 and 78, `25 cents more` for `1.20, up from 95 ct`."""
    large = asked.number.value >= _SUMS and set(asked.heads) & sentence.keys
    if not (_UNEQUAL.search(asked.plain) or large) or asked.number.unit == "%" or asked.before in ("to", "from"):
        return False
    mine, size = measure(asked.tokens, asked.number)
    return any(
        abs(_gap(sentence, one, other) - (size if mine else asked.number.value)) < _EXACT
        and (not mine or mine in {measure(sentence.tokens, part)[0] for part in (one, other)})
        and _alike(asked, sentence, one, other)
        for one, other in combinations(plain_numbers(sentence), 2)
    )


def _gap(sentence: Sentence, one: Quantity, other: Quantity) -> float:
    """How far two figures lie apart: that without a measure of its own has that of the other."""
    (what, size), (other_what, other_size) = measure(sentence.tokens, one), measure(sentence.tokens, other)
    if bool(what) != bool(other_what) and "money" not in (what, other_what):
        scale = size / one.value if what else other_size / other.value
        return abs(one.value - other.value) * scale
    return abs(size - other_size)


_UNEQUAL = re.compile(
    r"\btoo (?:wide|narrow|long|short|big|small|high|low|heavy|many|few|much|late|early|far)\b|"
    r"\b(?:more|less|fewer|off|wider|narrower|longer|shorter|higher|lower|heavier|lighter|older|younger|cheaper|dearer|"
    r"apart|between|difference|short|extra|missing|spare|up|down|older|saves?|saved|stands)\b"
)


def _share(asked: Asked, sentence: Sentence) -> bool:
    """`seven out of ten pickers`, `70 per cent of them`, for `7 from Poland, 3 locals`; `up by a quarter`, for 1.20
    after 0.95.
    """
    share = asked.number.value / 100 if asked.number.unit == "%" else asked.number.value
    if not 0 < share < 1 or not asked.keys & sentence.keys:
        return False
    noted = [one for one in plain_numbers(sentence) if one.unit != "%"]
    if _CHANGED.search(asked.plain) and any(
        abs(measure(sentence.tokens, one)[1] / measure(sentence.tokens, other)[1] - 1 - sign * share) <= 2 * _ROUNDED
        for one, other in permutations(noted, 2)
        for sign in (1, -1)
        if _alike(replace(asked, heads=()), sentence, one, other)
    ):
        return True
    return any(
        abs(part.value / (one.value + other.value) - share) <= _ROUNDED
        for one, other in pairwise(noted)
        for part in (one, other)
        if not counts_time(sentence.tokens, one) and not counts_time(sentence.tokens, other)
    )


_CHANGED = re.compile(
    r"\b(?:up|down|rose|rises?|risen|fell|falls?|fallen|grew|grown|cut|off|dropped|drops?|increase\w*|less|more|"
    r"cheaper|dearer|faster|slower|shorter|longer|lighter|heavier|saved?|saves)\b"
)
_STRETCHES = {"day": 1.0, "weekend": 2.0, "week": 7.0, "month": 30.4375, "quarter": 91.31, "year": 365.25}
_EVERY = re.compile(
    r"(?:\b(?:a|per|each|every|last|this|the) |/ ?)(day|weekend|week|wk|month|quarter|year|yr)\b|"
    r"\b(dai|week|month|year)ly\b|\bin (20\d\d)\b"
)
_SHORT = {"yr": "year", "wk": "week", "dai": "day"}


def _at_a_rate(asked: Asked, sentence: Sentence) -> bool:
    """`seven a month` for `83 last year`, `450 a day` for `900 l a weekend`."""
    behind = asked.after(4)
    theirs = " ".join(token.low for token in sentence.tokens)
    mine = {_stretch(found) for found in _EVERY.finditer(behind)}
    noted = {_stretch(found) for found in _EVERY.finditer(theirs)}
    near = _ROUGHLY if asked.lead & _HEDGES else _ROUNDED
    return any(
        one != other and abs(rate.value * _STRETCHES[one] / _STRETCHES[other] - asked.number.value) <= leeway
        for one in mine
        for other in noted
        for rate in plain_numbers(sentence)
        if rate.unit != "%" and _alike(asked, sentence, rate)
        for leeway in (max(near * asked.number.value, _HALF if asked.number.value >= _A_FEW else 0.0),)
    )


def _stretch(found: re.Match[str]) -> str:
    word = found[1] or found[2] or "year"
    return _SHORT.get(word, word)


_ROUGHLY, _HALF = 0.15, 0.5
_HEDGES = frozenset(("nearly", "almost", "about", "around", "roughly", "some", "over", "under", "than"))


def _before_the_change(asked: Asked, sentence: Sentence) -> bool:
    """`940 last year` for `1,140 visitors, 200 more than 2025`."""
    told = _MORE_THAN.search(" ".join(token.low for token in sentence.tokens))
    if not told or asked.number.value < _FEW:
        return False
    sign = -1 if told[1] in ("more", "up") else 1
    return any(
        abs(one.value + sign * other.value - asked.number.value) < _EXACT and _alike(asked, sentence, one)
        for one, other in pairwise(plain_numbers(sentence))
    )


_MORE_THAN = re.compile(r"\b\d[\d,.]* (more|fewer|less|up|down) (?:than|on|from)\b")


def _product(asked: Asked, sentence: Sentence) -> bool:
    """`24 km each` for `3 legs of ca 8 km`, `twelve litres` for `2 l an hour for max 6 h`."""
    mine = measure(asked.tokens, asked.number)
    if not mine[0] or asked.number.value < _SMALLEST_PRODUCT:
        return False
    return any(
        measure(sentence.tokens, one)[0] in (mine[0], "" if mine[0] == "money" else mine[0])
        and not measure(sentence.tokens, other)[0]
        and 1 < other.value < _SUMS
        and _taken_times(sentence, one, other)
        and abs(measure(sentence.tokens, one)[1] * other.value - mine[1]) < _EXACT
        for one, other in permutations(plain_numbers(sentence), 2)
        if "%" not in (one.unit, other.unit)
    )


def _taken_times(sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """A word between the two says that the one comes as often as the other."""
    first, last = sorted((one, other), key=lambda number: number.first)
    return bool(_OFTEN & {token.low for token in sentence.tokens[first.last + 1 : last.first]})


_OFTEN = frozenset(("each", "per", "x", "/", "times", "max", "every", "of", "for"))
_SMALLEST_PRODUCT = 10


def _both_ways(asked: Asked, sentence: Sentence) -> bool:
    """`1,560 there and back` for `780 euros each way`, `13 hours on the road in all` for a drive of 6 1/2 hours."""
    if not _THERE_AND_BACK.search(asked.plain):
        return False
    return any(
        abs(2 * one.value - asked.number.value) < _EXACT and _alike(asked, sentence, one)
        for one in plain_numbers(sentence)
    )


_THERE_AND_BACK = re.compile(r"\b(?:there and back|both ways|return|round trip|in all|altogether|both|total)\b")


def _as_long(asked: Asked, sentence: Sentence) -> bool:
    """`under three hours` for a marathon in `2:58`."""
    if asked.heads[:1] not in ((key("hour"),), (key("minute"),)):
        return False
    wanted = asked.number.value * (60 if asked.heads[0] == key("hour") else 1)
    below = _UNDER * wanted if asked.lead & _HEDGES else _EXACT
    return any(
        one.kind == "time" and ":" in sentence.tokens[one.first].text and wanted - below <= one.value <= wanted + _EXACT
        for one in sentence.numbers
        if not _CLOCK_LEADS & {sentence.tokens[max(0, one.first - 1)].low, _behind(sentence, one)}
    )


_UNDER = 0.1
_CLOCK_LEADS = frozenset(
    ("at", "from", "until", "till", "by", "before", "after", "start", "finish", "am", "pm", "-", "–", "to")
)

_BY_ONE = (
    _together, _times, _apart, _share, _at_a_rate, _before_the_change, _product, _both_ways, _as_long,
)  # fmt: skip
"""How a number follows from those of one sentence."""


def _by_percentage(asked: Asked, noted: Sequence[Sentence]) -> Sentence | None:
    """`52 km in winter` for `65 km` and `drops by 20 %`, in whichever note each stands."""
    value = asked.number.value
    if asked.number.unit == "%" or value < _FEW:
        return None
    shares = [one.value / 100 for s in noted for one in s.numbers if one.unit == "%" and 0 < one.value < 100]
    return next(
        (
            sentence
            for sentence in noted
            for whole in plain_numbers(sentence)
            if whole.unit != "%" and whole.value > 1 and _alike(asked, sentence, whole)
            if measure(sentence.tokens, whole)[0] or asked.keys & sentence.keys
            for share in shares
            if abs(whole.value * (1 - share) - value) <= _ROUNDED * value
            or abs(whole.value * share - value) <= _ROUNDED * value
        ),
        None,
    )


def _with_own(asked: Asked, noted: Sequence[Sentence]) -> Sentence | None:
    """`six bikes would come to 246,000` at a noted 41,000; `200 people at 15 euros are 3,000`."""
    number = asked.number
    if number.value < _FEW or number.unit == "%":
        return None
    own = [
        one for one in quantities(list(asked.tokens))
        if one.first != number.first and one.value > 0 and one.kind in ("number", "amount")
    ]  # fmt: skip
    counts = [one.value for one in own if one.unit != "%" and one.value > 1]
    shares = [1.0, *(part for one in own if one.unit == "%" for part in (one.value / 100, 1 - one.value / 100))]
    for sentence in noted if number.value >= _SUMS else ():
        for one in plain_numbers(sentence):
            whole = one.value * (0.01 if one.unit == "%" else 1)
            if any(
                abs(count * whole * share - number.value) <= _ROUNDED * number.value
                for count in [*counts, *(a * b for a, b in combinations(counts, 2))]
                for share in shares
                if one.unit != "%" and (not number.unit or not one.unit or number.unit == one.unit)
            ):
                return sentence
    named = any(
        abs(made - number.value) <= _ROUNDED * number.value
        for a, b in permutations(counts, 2)
        for made in (a * b, a + b, a - b, a / b)
    )
    return noted[0] if named and noted else None
