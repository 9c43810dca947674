"""Do two dates mean the same day? In full, by the weekday or the day alone, and as stretches of days."""

from __future__ import annotations

from coach.domain.checking.date_words import DateMention


def same_weekday(mention: DateMention, other: DateMention) -> bool:
    """Both are a bare or repeated weekday, and the same one."""
    bare = (mention.relative or mention.every) and (other.relative or other.every)
    return bare and mention.weekday is not None and mention.weekday == other.weekday


def _bare_day(mine: DateMention, other: DateMention) -> bool:
    """`from the 26th`, where a note of a few months ahead has `26 December`: the reader knows the month."""
    bare = mine.relative and mine.grain == "day" and mine.weekday is None and len(mine.days) > 1
    if not bare or other.relative or other.grain != "day" or mine.days[0][0].day != mine.days[1][0].day:
        return False
    first = mine.days[0][0]
    ahead = [day for day, last in other.days if day == last and 0 <= (day - first).days <= _A_SEASON]
    return any(day.day == first.day for day in ahead)


_A_SEASON = 100


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


def same_date(mine: DateMention, other: DateMention, text: str, quote: str) -> bool:
    if mine.every or other.every:
        turns = not mine.turn or not other.turn or mine.turn == other.turn
        soon = mine.days[0][0].weekday() if mine.days and text.casefold() in _SOON else None
        named = other.every and mine.days and any(sign.isdigit() for sign in text)
        dated = mine.days[0][0].weekday() if named else soon  # `the 16th`, for a run every Wednesday
        weekday = mine.weekday if mine.weekday is not None else dated
        return weekday is not None and weekday == other.weekday and turns
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
    same_words = mine.relative and other.relative and text.casefold() == quote.casefold()
    return (mine.overlaps(other) or same_words) and not mine.finer_than(other)
