"""Do two dates mean the same day? In full, by the weekday or the day alone, and as stretches of days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from coach.domain.checking.date_words import DateMention, Days


def same_weekday(mention: DateMention, other: DateMention) -> bool:
    """Both are a bare or repeated weekday, and the same one."""
    bare = (mention.relative or mention.every) and (other.relative or other.every)
    return bare and mention.weekday is not None and mention.weekday == other.weekday


def _bare_day(mine: DateMention, other: DateMention) -> bool:
    """`from the 26th`, where a note of a few months ahead has `26 December`; `Sunday the 11th` for `9-11 October`."""
    bare = mine.relative and mine.grain == "day" and len(mine.days) > 1
    if not bare or other.relative or other.grain != "day" or mine.days[0][0].day != mine.days[1][0].day:
        return False
    first = mine.days[0][0]
    ahead = [day for one in other.days for day in days_of(one) if 0 <= (day - first).days <= _A_SEASON]
    return any(day.day == first.day and mine.weekday in (None, day.weekday()) for day in ahead)


def days_of(span: Days) -> list[date]:
    """Each day of a stretch of up to two weeks."""
    length = (span[1] - span[0]).days
    return [span[0] + timedelta(days=step) for step in range(length + 1)] if length <= _A_FORTNIGHT else []


_A_FORTNIGHT = 14


def same_number(mine: DateMention, other: DateMention) -> bool:
    """`10 October`, where a note has `the 10th` without a month."""
    bare = other.relative and other.grain == "day" and other.weekday is None and len(other.days) > 1
    if not bare or mine.grain != "day" or mine.relative or not mine.days:
        return False
    numbers = {first.day for first, _ in other.days}
    return len(numbers) == 1 and mine.days[0][0].day in numbers


_A_SEASON = 130


def _next_such_day(mine: DateMention, other: DateMention, text: str) -> bool:
    """`on Tuesday` alone, written on a Monday eight days before `Tuesday 21 April`: the one that the reader knows."""
    bare = mine.weekday is not None and mine.weekday == other.weekday and len(text.split()) == 1
    if not bare or not mine.days or not other.days or other.relative:
        return False
    return any(0 <= (other.days[0][0] - first).days <= _A_WEEK for first, _ in mine.days)


_A_WEEK = 7


def _crossing(mine: DateMention, other: DateMention) -> bool:
    """`from 18 to 20 February` beside `from 16 to 18 February`: two stretches of days that only touch."""
    if mine.relative or other.relative or not mine.grain == other.grain == "day":
        return False
    (first, last), (begin, end) = mine.days[0], other.days[0]
    long = first < last and begin < end
    inside = (begin <= first and last <= end) or (first <= begin and end <= last)
    return long and not inside


_SOON = frozenset(("today", "tonight", "tomorrow", "heute", "morgen"))


def _in_turn(day: date, rhythm: DateMention) -> bool:
    """`the 16th`, for a run every Wednesday; `18 April`, for every third Saturday of the month."""
    turn = str((day.day - 1) // _A_WEEK + 1)
    last = (day + timedelta(days=_A_WEEK)).month != day.month
    return day.weekday() == rhythm.weekday and (rhythm.turn in ("", turn) or (rhythm.turn == "last" and last))


_END_OF = re.compile(r"\bend of (?P<month>\w+)\b|\bmonth'?s end\b")


def _at_its_end(one: DateMention, said: str, other: DateMention, quote: str) -> bool:
    """`the end of September` and `30 September`."""
    if not _END_OF.search(said.casefold()) or _END_OF.search(quote.casefold()) or not one.days or not other.days:
        return False
    last = max(end for _, end in one.days[:1])
    return any(first == end and last - timedelta(days=_CLOSE) <= first <= last for first, end in other.days[:1])


_CLOSE = 2
"""Days before the last one of a month that are still its end."""


def same_date(mine: DateMention, other: DateMention, text: str, quote: str) -> bool:  # noqa: PLR0911
    if mine.every or other.every:
        soon = text.casefold() in _SOON
        if other.every and mine.days and (soon or any(sign.isdigit() for sign in text)):
            return any(_in_turn(first, other) for first, _ in mine.days)
        turns = not mine.turn or not other.turn or mine.turn == other.turn
        return mine.weekday is not None and mine.weekday == other.weekday and turns
    if not mine.days or not other.days:
        days = {low for low in text.casefold().split() if low.isdigit()}
        theirs = {low for low in quote.casefold().split() if low.isdigit()}
        return text.casefold().split()[-1:] == quote.casefold().split()[-1:] and (
            days == theirs or not (days and theirs)
        )
    if _bare_day(mine, other) or _next_such_day(mine, other, text):
        return True
    if _crossing(mine, other):
        return False
    if _at_its_end(mine, text, other, quote) or _at_its_end(other, quote, mine, text):
        return True
    same_words = mine.relative and other.relative and text.casefold() == quote.casefold()
    return (mine.overlaps(other) or same_words) and not mine.finer_than(other)
