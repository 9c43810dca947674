"""Days and years that no note holds but that follow from those it does: `since 2007` from nineteen years of it, the end
from a beginning and a length, the eve of a noted day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from coach.domain.checking.claims import Finding
from coach.domain.checking.counting import heads
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dates import of_day
from coach.domain.checking.english import key
from coach.domain.checking.quantities import Quantity, quantities
from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import telling

_LENGTHS = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365}
_EVE = re.compile(r"\b(?:day|evening|night|afternoon|eve) (?:before|of)\b|\bthe eve\b")
_HEDGED = frozenset(("about", "around", "roughly", "some", "circa", "c", "almost", "nearly", "or"))


def day_that_follows(
    mention: DateMention, tokens: Sequence[Token], keys: frozenset[str], sources: Sequence[Source]
) -> Finding | None:
    """A finding in favour of a date that can be reckoned from what the notes hold of the same thing."""
    if not mention.days:
        return None
    before = {token.low for token in tokens[max(0, mention.first - 2) : mention.first]}
    for source in sources:
        if not source.label:
            continue
        if mention.grain == "year":
            found = _year_of_length(mention, keys, source, hedged=bool(before & _HEDGED))
            found = found or _jubilee(mention, tokens, keys, source) or _years_on(mention, keys, source)
        elif mention.grain == "day" or (mention.grain == "month" and _part_of_month(mention)):
            found = _end_of_length(mention, keys, source) or _eve_of(mention, source, sources)
        else:
            found = None
        found = found or (_once_over(mention, keys, source, before) if before & _ONCE else None)
        if found:
            return Finding("supported", (found.source.label,), (found.text,), "It follows from your notes.", (found,))
    return None


def _part_of_month(mention: DateMention) -> bool:
    """`the middle of May`."""
    first, last = mention.days[0]
    return (last - first).days < _MOST_OF_A_MONTH


_MOST_OF_A_MONTH = 20


def _lengths(sentence: Sentence) -> Iterator[tuple[Quantity, str]]:
    """The lengths of time of a sentence, each with its unit: `two weeks`, `a fortnight`."""
    for number in sentence.numbers:
        if sentence.tokens[number.first].low == "fortnight":
            yield number, "day"
            continue
        head = heads(sentence.tokens, number)[:1]
        unit = next((word for word in _LENGTHS if head == (key(word),)), "")
        if unit and number.kind == "number" and number.value == int(number.value) and number.value <= _LONGEST:
            yield number, unit


_LONGEST = 200
"""No count of days, weeks or years beyond this is reckoned with."""


def _year_of_length(mention: DateMention, keys: frozenset[str], source: Source, *, hedged: bool) -> Sentence | None:
    """`since 2007` where a note of 2026 says `19 yrs`: give or take one, where the draft says `about`."""
    first = mention.days[0][0]
    if source.at is None or first.month != 1:
        return None
    for sentence in source.sentences:
        if not telling(keys & sentence.keys):
            continue
        for number, unit in _lengths(sentence):
            if unit == "year" and abs(source.at.year - number.value - first.year) <= hedged:
                return sentence
    return None


def _jubilee(mention: DateMention, tokens: Sequence[Token], keys: frozenset[str], source: Source) -> Sentence | None:
    """`next year your choir turns forty`, founded in 1987."""
    counted = {number.value for number in quantities(list(tokens)) if number.value >= _MANY}
    told, born = mention.days[0][0].year, any(token.low == "born" for token in tokens)
    for sentence in source.sentences:
        if not telling(keys & sentence.keys):
            continue
        years = [one.days[0][0].year for one in sentence.dates if one.grain == "year" and one.days]
        if any(told - year in counted for year in years):
            return sentence
        if source.at and (born or _TURNING & sentence.lows):
            dated = {first.year for one in sentence.dates for first, _ in one.days} | {source.at.year}
            if any(year - number.value == told for year in dated for number in sentence.numbers):
                return sentence
    return None


def _years_on(mention: DateMention, keys: frozenset[str], source: Source) -> Sentence | None:
    """`it took you until 2018`, sunk in 2015 and three years in rebuilding."""
    for sentence in source.sentences:
        years = {one.days[0][0].year for one in sentence.dates if one.days and not one.relative}
        counts = [int(number.value) for number, unit in _lengths(sentence) if unit == "year"]
        if telling(keys & sentence.keys) and any(mention.days[0][0].year - one in years for one in counts):
            return sentence
    return None


_MANY = 5
_TURNING = frozenset(("turn", "turns", "turned", "anniversary", "jubilee", "birthday", "old"))
_ONCE = frozenset(("by", "from"))
_ENDING = frozenset(("until", "till", "til", "through", "bis"))


def _once_over(mention: DateMention, keys: frozenset[str], source: Source, before: Set[str]) -> Sentence | None:
    """`by July you'll be running again`, where rehab is noted until the end of June: the day behind that end; and `I
    must be past it by the 14th`, where it closes on the 15th."""
    start, soon = mention.days[0][0], _SOON if mention.grain == "day" else 1
    for sentence in source.sentences:
        for one in sentence.dates:
            lead = {token.low for token in sentence.tokens[max(0, one.first - 3) : one.first]}
            lead |= {"until"} if sentence.tokens[one.first - 1].low in ("-", "–") else set()
            if (
                "by" in before
                and telling(keys & sentence.keys)
                and not lead & _DUE
                and any((day - start).days == 1 for day in _exact(one))
            ):
                return sentence
            if lead & _ENDING and any(0 < (start - last).days <= soon for _, last in one.days):
                return sentence
    return None


_DUE = _ENDING | {"by", "before", "since"}
_SOON = 3
"""Days after a noted end within which a day lies close behind it: a Monday after a Friday."""


def _end_of_length(mention: DateMention, keys: frozenset[str], source: Source) -> Sentence | None:
    """`until the 31st` where six days from the 26th are noted; `by the 5th`, three weeks before it begins. The length
    and the day stand in one sentence, or the draft speaks of what both of them speak of."""
    for sentence in source.sentences:
        for number, unit in _lengths(sentence):
            for other in source.sentences:
                if other is not sentence and not (keys & sentence.keys and keys & other.keys):
                    continue
                for start in (day for one in other.dates for day in _exact(one)):
                    if any(mention.overlaps(of_day(end)) for end in _ends(start, int(number.value), unit)):
                        return sentence
    return None


def _exact(mention: DateMention) -> list[date]:
    return [first for first, last in mention.days if first == last]


def _ends(start: date, count: int, unit: str) -> Iterator[date]:
    """That long after the day and before it; days and weeks may count the first one."""
    if unit in ("month", "year"):
        steps = relativedelta(months=count) if unit == "month" else relativedelta(years=count)
        yield from (start + steps, start - steps)
        return
    length = timedelta(days=count * _LENGTHS[unit])
    yield from (start + length, start - length)
    if unit != "night":
        yield start + length - timedelta(days=1)


def _eve_of(mention: DateMention, source: Source, sources: Sequence[Source]) -> Sentence | None:
    """`on the 20th`, where they come the evening before and the 21st is noted elsewhere."""
    told = next((one for one in source.sentences if _EVE.search(" ".join(token.low for token in one.tokens))), None)
    if told is None:
        return None
    noted = (day for one in sources for sentence in one.sentences for other in sentence.dates for day in _exact(other))
    eves = any(mention.overlaps(of_day(day - timedelta(days=1))) for day in noted)
    return told if eves else None
