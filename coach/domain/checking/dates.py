"""Dates in a text, absolute or reckoned from the day of writing, each as the days that it may mean.

The rules of `calendar_dates` and `relative_dates` are tried here in order at each word; the first that fits wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from coach.domain.checking.beside_dates import before_last, beside_a_date, from_another_day, later_than_the_last
from coach.domain.checking.calendar_dates import (
    bare_year,
    day_month,
    in_figures,
    month_day,
    month_year,
    season,
    the_nth,
)
from coach.domain.checking.date_words import (
    DAY_WORDS,
    LAST,
    MONTHS,
    NEXT,
    PARTS,
    QUARTERS,
    SEASONS,
    THIS,
    TURNS,
    WEEKDAYS,
    DateMention,
    Reader,
)
from coach.domain.checking.feasts import FEASTS, feast
from coach.domain.checking.quantities import word_value
from coach.domain.checking.relative_dates import NAMED_DAYS, counted_span, named_day, named_period, on_weekday
from coach.domain.checking.tokens import Token
from coach.domain.checking.turns import a_week_on, beside_the_last, nth_of_month, of_the_month_before, the_weekend


def dates(tokens: list[Token], today: date | None, before: Sequence[DateMention] = ()) -> list[DateMention]:
    """All dates among `tokens`, left to right. `today` is the day on which the text was written; `before`: the dates of
    the sentence before, from which `the day after` may be reckoned."""
    reader, position = Reader(tokens, today), 0
    found: list[DateMention] = []
    while position < len(tokens):
        may_be = _may_open(tokens[position].low)
        mention = later_than_the_last(reader, position, found) if reader.low(position + 2) == "earlier" else None
        mention = mention or (
            next((hit for rule in _RULES if (hit := rule(reader, position))), None) if may_be else None
        )
        mention = mention or (_beside(reader, position, found or list(before)) if may_be else None)
        if mention is None:
            position += 1
            continue
        mention = _with_weekday(reader, of_the_month_before(mention, found or list(before)))
        found.append(mention)
        position = mention.last + 1
    return found


def _with_weekday(reader: Reader, mention: DateMention) -> DateMention:
    """`10 October, a Saturday`, `10 October (Saturday)`: the weekday belongs to the date before it."""
    at = mention.last + 2 + (reader.low(mention.last + 2) == "a")
    mark = reader.low(mention.last + 1)
    apart = (mark == "," and reader.low(at - 1) == "a") or (mark == "(" and reader.low(at + 1) == ")")
    if mention.grain != "day" or mention.every or mention.weekday is not None or not apart:
        return mention
    day = reader.weekday(at)
    return mention if day is None else replace(mention, last=at, weekday=day)


def _beside(reader: Reader, at: int, found: list[DateMention]) -> DateMention | None:
    return beside_the_last(reader, at, found) or later_than_the_last(reader, at, found)


def of_day(day: date, grain: str = "day") -> DateMention:
    """A mention made from a known day, e.g. a note's own date or a commitment's due date."""
    return DateMention(0, 0, grain, ((day, day),))


_RULES: tuple[Callable[[Reader, int], DateMention | None], ...] = (
    beside_a_date, before_last, from_another_day, in_figures, a_week_on, nth_of_month, on_weekday, day_month,
    month_day, month_year, named_day, counted_span, named_period, feast, season, the_nth, the_weekend, bare_year,
)  # fmt: skip
_OPENERS = (
    set().union(MONTHS, WEEKDAYS, SEASONS, QUARTERS, PARTS, DAY_WORDS, TURNS, NEXT, LAST, THIS)
    | FEASTS
    | {words.split()[0] for words, _, _ in NAMED_DAYS}
    | set(str.split("day other every each any jeden chaque cada the a an in within dans vor couple about around some "
                    "final boxing new ' ’ eve vorabend day night evening morning tag abend week weekend woche "
                    "wochenende fortnight vorletzten vorletzte vorletztes ubernachsten ubernachste ubernachstes"))
)  # fmt: skip


def _may_open(low: str) -> bool:
    """A quick look before the rules are tried: digits, number words, and words that a date can begin with."""
    return (
        low in _OPENERS or low[:1].isdigit() or low.rstrip("s") in WEEKDAYS or "-" in low or word_value(low) is not None
    )
