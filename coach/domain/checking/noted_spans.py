"""Lengths that follow from the years and days of the notes: `eleven years in a crane` from `2003-2014`, `32 years`
since 1994, `29 years a skipper` at 46 since 17 and `eight weeks` from 8 June to 31 July.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, pairwise

from coach.domain.checking.counting import heads
from coach.domain.checking.dated import dated_of_it
from coach.domain.checking.english import key
from coach.domain.checking.quantities import Quantity
from coach.domain.checking.sources import Sentence, Source, day_of_writing
from coach.domain.checking.tokens import Token

_UNITS = {
    "year": "year years jahr jahre jahren",
    "month": "month months monat monate monaten",
    "week": "week weeks woche wochen",
    "day": "day days night nights tag tage tagen nacht nachte nachten",
}
_DAYS = {"day": 1, "week": 7, "month": 30.44}
_SLACK = {"day": 0, "week": 3, "month": 8}
"""Days by which a span may differ from the written one; more where the draft says `almost` or `a good`."""
_HEDGES = frozenset(
    str.split("about around almost nearly under over than some roughly good gut knapp fast rund etwa uber circa ca "
              "mindestens least most")
)  # fmt: skip
_HEDGED = 2.0
_DECADE, _ROUND = 10, 2.0
"""`almost two decades` may be eighteen years."""
_A_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_SHORT_SPAN = re.compile(r"\b((?:1[6-9]|20)\d\d)\s?[-–/]\s?(\d\d)\b(?![-–/.]?\d)")
_CENTURY = re.compile(r"['’](\d\d)\b")
_SINCE_AGE = re.compile(
    r"\b(?:since|at|from|when|aged?|mit|seit)\s+(?:(?:he|she|they|i|age|the age of|er|sie|ich)\s+)*"
    r"(?:was|were|of)?\s*(\d{1,2})\b",
    re.IGNORECASE,
)


def spanned(
    tokens: Sequence[Token], number: Quantity, keys: frozenset[str], sources: Sequence[Source]
) -> Sentence | None:
    """The sentence of the evidence from whose years, days or counts the number follows, if one does."""
    counted = heads(tokens, number)
    if counted and (years := _long_times().get(counted[0])):
        number, counted = replace(number, value=number.value * years), (key("years"),)
    unit = _unit(counted[:1]) or ("year" if _an_age(tokens, number, counted) else "")
    today = day_of_writing(sources)
    before = {token.low for token in tokens[max(0, number.first - 3) : number.first]}
    hedged = bool(before & _HEDGES)
    round_figure = counted[:1] == (key("years"),) and number.value % _DECADE == 0 and hedged
    old = "old" in {token.low for token in tokens[number.last + 1 : number.last + 3]}
    of_it = dated_of_it(keys, sources) if unit in _DAYS else None
    for source in sources:
        if not source.label:
            continue
        if old and (aged := _of_that_age(number, source)):
            return aged
        if unit == "year" and number.value >= _A_FEW:
            found = _by_years(number.value, source, today, slack=_ROUND if round_figure else float(hedged))
        elif unit in _DAYS and today:
            found = _by_days(number.value, unit, source, today, keys, hedged=hedged)
            found = None if of_it is not None and found not in of_it else found
        else:
            continue
        if found:
            return found
    return None


def in_so_long(
    tokens: Sequence[Token], number: Quantity, keys: frozenset[str], sources: Sequence[Source]
) -> Sentence | None:
    """`in a bit over two weeks` for a noted day to come, `in a couple of years` for `will run out in about two years`,
    `for four and a half years` since a noted month."""
    unit, today = _unit(heads(tokens, number)[:1]), day_of_writing(sources)
    if not unit or today is None:
        return None
    before = {token.low for token in tokens[max(0, number.first - 5) : number.first]}
    days = number.value * (_DAYS.get(unit) or _A_YEAR_LONG)
    slack = max(_SLACK.get(unit, 0), 0.15 * days) + (unit == "day" and bool(before & _HEDGES))
    of_it = dated_of_it(keys, sources)
    for sentence in (sentence for source in sources if source.label for sentence in source.sentences):
        for mention in sentence.dates if of_it is None or sentence in of_it else ():
            spans = [((first - today).days, (last - today).days) for first, last in mention.days[:1] if first.year > 1]
            ahead = "in" in before and any(one - slack <= days <= other + slack for one, other in spans)
            since = number.value != int(number.value) and any(abs(-one - days) <= slack for one, _ in spans)
            if (mention.grain in ("day", "month") and since) or (mention.grain in ("day", "month", "year") and ahead):
                return sentence
    return None


_A_YEAR_LONG = 365.25


def since_the_note(
    tokens: Sequence[Token], number: Quantity, keys: frozenset[str], sources: Sequence[Source]
) -> Sentence | None:
    """`eleven days have gone by since our first cup of tea`, which is noted under the third."""
    unit, today = _unit(heads(tokens, number)[:1]), day_of_writing(sources)
    lows = {token.low for token in tokens}
    if unit not in ("day", "week") or today is None or not lows & {"since", "ago", "passed", "gone"}:
        return None
    for source in sources:
        apart = (today - source.at).days if source.at and source.label else -1
        if apart > 0 and abs(apart - number.value * _DAYS[unit]) <= _SLACK[unit]:
            for sentence in source.sentences:
                if keys & sentence.keys:
                    return sentence
    return None


@cache
def _long_times() -> dict[str, int]:
    return {key("decades"): 10, key("centuries"): 100}


def _of_that_age(number: Quantity, source: Source) -> Sentence | None:
    """`a hundred years old` where `will be 100 on 19 July` is noted."""
    for sentence in source.sentences:
        if any(other.value == number.value and not heads(sentence.tokens, other) for other in sentence.numbers):
            return sentence
    return None


_A_FEW = 2


@cache
def _unit_keys() -> dict[str, str]:
    return {key(word): unit for unit, words in _UNITS.items() for word in words.split()}


def _unit(counted: tuple[str, ...]) -> str:
    return _unit_keys().get(counted[0], "") if counted else ""


def _an_age(tokens: Sequence[Token], number: Quantity, counted: tuple[str, ...]) -> bool:
    """`thirty-two years in chocolate, and the house itself a hundred and five!`, `turns a hundred`."""
    lows = {token.low for token in tokens}
    of_years = any(_unit_keys().get(key(low)) == "year" for low in lows) or bool(lows & _AGED)
    return not counted and number.value >= _OLD and of_years and not number.unit


_AGED = frozenset(("old", "turn", "turns", "turned", "turning", "birthday", "alt", "wird", "wurde", "aged"))
_OLD = 18


def _by_years(value: float, source: Source, today: date | None, *, slack: float) -> Sentence | None:
    """Between two years of a sentence, from one to the day of writing, or between two ages."""
    for sentence in source.sentences:
        text = " ".join(token.text for token in sentence.tokens)
        years = _years(sentence, text)
        apart = {abs(one - other) for one, other in combinations(sorted(years), 2)}
        since = {today.year - year for year in years} if today else set()
        since |= {span - 1 for span in since}  # the day itself may still be to come this year
        if value in apart | since or (slack and any(abs(value - span) <= slack for span in apart | since)):
            return sentence
        if (begun := _SINCE_AGE.search(text)) and any(
            other.value - int(begun[1]) == value for other in sentence.numbers if other.value > int(begun[1])
        ):
            return sentence
    return None


def _years(sentence: Sentence, text: str) -> set[int]:
    years = {int(found) for found in re.findall(rf"\b{_A_YEAR.pattern}\b", text)}
    years |= {int(first[:2] + last) for first, last in _SHORT_SPAN.findall(text)}
    return years | {
        mention.days[0][0].year
        for mention in sentence.dates
        if mention.days and (mention.grain == "year" or _CENTURY.search(text))
    }


def _by_days(
    value: float, unit: str, source: Source, today: date, keys: frozenset[str], *, hedged: bool
) -> Sentence | None:
    """Between two noted days of a source, or from a noted day of the same matter to the day of writing."""
    span, slack = value * _DAYS[unit], _SLACK[unit] * (_HEDGED if hedged else 1.0) + (hedged and unit == "day")
    if unit == "month" and (lasting := _months_through(value, source)):
        return lasting
    if lasting_so := next((s for s in source.sentences if span - slack <= _stretch(s) <= span + slack), None):
        return lasting_so
    noted = list(_exact(source))
    for (one, sentence), (other, _) in combinations(noted, 2):
        apart = abs((one - other).days)
        if abs(apart - span) <= slack or (unit == "day" and apart + 1 == span):
            return sentence
    return next(
        (
            sentence
            for day, sentence in noted
            if keys & sentence.keys and day != today and abs(abs((day - today).days) - span) <= slack
        ),
        None,
    )


def _stretch(sentence: Sentence) -> int:
    """Days of `1 march - 31 aug 2027`, where only the last day has its year; -1 where no such stretch is noted."""
    for one, other in pairwise(sentence.dates):
        link = [token.low for token in sentence.tokens[one.last + 1 : other.first]]
        if one.grain == other.grain == "day" and link in (["-"], ["–"], ["to"], ["till"], ["until"]):
            apart = [(last[0] - first[0]).days for first in one.days for last in other.days if last[0] > first[0]]
            return min(apart, default=-1)
    return -1


def _months_through(value: float, source: Source) -> Sentence | None:
    """`four months` for `data gap Nov 2025 to Feb 2026`, both counted or only one of them."""
    for sentence in source.sentences:
        months = [mention.days[0][0] for mention in sentence.dates if mention.grain == "month" and mention.days]
        for one, other in pairwise(months):
            apart = 12 * (other.year - one.year) + other.month - one.month
            if value in (apart, apart + 1) and apart > 0:
                return sentence
    return None


def _exact(source: Source) -> Iterator[tuple[date, Sentence]]:
    """The first and last days of the dates of a source, each with its sentence."""
    for sentence in source.sentences:
        for mention in sentence.dates:
            for first, last in mention.days[:1]:
                if mention.grain == "day":
                    yield first, sentence
                    if last != first:
                        yield last, sentence
