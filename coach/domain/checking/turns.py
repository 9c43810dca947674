"""Days named by their turn: `the last Saturday in April`, `the second week of December`, `Friday week`, `a week on
Thursday`, `at the weekend`.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from coach.domain.checking.calendar_dates import month_year
from coach.domain.checking.date_words import ORDINAL_ENDS, DateMention, Days, Reader
from coach.domain.checking.relative_dates import named_period

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1, "1": 1, "2": 2, "3": 3,
        "4": 4, "5": 5}  # fmt: skip
_WEEKS = frozenset(("week", "wk"))
_HALVES = {1: (0.0, 0.5), 2: (0.5, 1.0)}


def nth_of_month(reader: Reader, at: int) -> DateMention | None:
    """`last Saturday in April`, `2nd wk of Dec`, `first full week of February`, `last day of August`, `2nd Monday of
    next month`, `the second half of May`.
    """
    nth, start = _turn(reader, at)
    if not nth:
        return None
    full = reader.low(start) in ("full", "whole")
    start += full
    if reader.low(start + 1) not in ("of", "in"):
        return None
    if reader.low(start + 2) == "advent" and reader.weekday(start) == _SUNDAY and 1 <= nth <= _CANDLES:
        return _in_advent(reader, at, start + 2, nth)
    month = _month_at(reader, start + 2)
    if month is None:
        return None
    unit, weekday = reader.low(start), reader.weekday(start)
    found: list[Days] = []
    for first, _ in _nearest(month.days, reader.today):
        found += _days_of(first, nth, unit, weekday, full)
    grain = _GRAINS.get(unit, "day" if weekday is not None else "")
    if not grain or (not found and month.days):
        return None
    turn = str(nth) if grain == "week" else ""
    return DateMention(at, month.last, grain, tuple(found), weekday=weekday, turn=turn)


_SUNDAY, _CANDLES = 6, 4


def _in_advent(reader: Reader, first: int, last: int, nth: int) -> DateMention:
    """`the first Sunday in Advent`: four candles before Christmas Eve."""
    eves = [date(reader.today.year + shift, 12, 24) for shift in (0, -1, 1)] if reader.today else []
    days = [eve - timedelta(days=(eve.weekday() + 1) % 7, weeks=_CANDLES - nth) for eve in eves]
    return DateMention(first, last, "day", tuple((day, day) for day in days), weekday=_SUNDAY)


def _nearest(months: tuple[Days, ...], today: date | None) -> tuple[Days, ...]:
    """Of the Aprils of three years the one that lies nearest: the last Saturday of each is another day."""
    if today is None or len(months) < 2:
        return months
    return (min(months, key=lambda one: abs((one[0] - today).days)),)


_GRAINS = {"week": "week", "wk": "week", "day": "day", "half": "month", "weekend": "weekend"}


def _turn(reader: Reader, at: int) -> tuple[int, int]:
    """(1 to 5 or -1, position after it) for `second`, `2nd`, `last`; (0, …) for none."""
    word = reader.low(at)
    if word.isdigit():
        return (_NTH.get(word, 0), at + 2) if reader.low(at + 1) in ORDINAL_ENDS else (0, at)
    return _NTH.get(word, 0), at + 1


def _month_at(reader: Reader, at: int) -> DateMention | None:
    """`April`, `next April`, `next month`; not `the month`, which is any."""
    if reader.low(at) in ("the", "each", "every"):
        return None
    found = month_year(reader, at) or named_period(reader, at)
    return found if found and found.grain == "month" else None


def _days_of(first: date, nth: int, unit: str, weekday: int | None, full: bool) -> list[Days]:
    """The stretches of the month that begins with `first` that the words may mean."""
    length = monthrange(first.year, first.month)[1]
    last = first + timedelta(days=length - 1)
    if weekday is not None:
        return _nth_weekday(first, last, nth, weekday)
    if unit in _WEEKS:
        return _nth_week(first, last, nth, full)
    if unit == "weekend":
        return [(day, day + timedelta(days=1)) for day, _ in _nth_weekday(first, last, nth, _SATURDAY)]
    if unit == "half" and nth in _HALVES:
        low, high = _HALVES[nth]
        return [(first + timedelta(days=int(low * length)), first + timedelta(days=int(high * length) - 1))]
    if unit == "day" and nth in (1, -1):
        return [(first, first)] if nth == 1 else [(last, last)]
    return []


_SATURDAY = 5


def _nth_weekday(first: date, last: date, nth: int, weekday: int) -> list[Days]:
    if nth > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7, weeks=nth - 1)
    else:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    return [(day, day)] if first <= day <= last else []


def _nth_week(first: date, last: date, nth: int, full: bool) -> list[Days]:
    """Seven days counted from the first, and the weeks from Monday to Sunday, the first of which may be cut short."""
    if nth < 0:
        monday = last - timedelta(days=last.weekday())
        return [(last - timedelta(days=6), last), (monday, last)]
    whole = first + timedelta(days=-first.weekday() % 7, weeks=nth - 1)
    if full:
        return [(whole, whole + timedelta(days=6))]
    cut = first - timedelta(days=first.weekday()) + timedelta(weeks=nth - 1)
    counted = first + timedelta(weeks=nth - 1)
    weeks = [(day, day + timedelta(days=6)) for day in dict.fromkeys((counted, whole, cut))]
    return [(max(first, start), min(last, end)) for start, end in weeks if start <= last]


def a_week_on(reader: Reader, at: int) -> DateMention | None:
    """`Friday week`, `a week on Thursday`, `two weeks on Monday`, `a fortnight on Saturday`, `a week tomorrow`,
    `tomorrow week`."""
    if reader.low(at + 1) in _STRETCH and reader.low(at + 2) not in ("of", "in") and (named := _day_week(reader, at)):
        return named
    weeks = reader.number(at)
    unit = reader.low(at + 1)
    if not weeks or unit not in ("week", "weeks", "wk", "wks", "fortnight"):
        return None
    weeks *= 2 if unit == "fortnight" else 1
    if reader.low(at + 2) in ("today", "tomorrow"):
        back = reader.low(at + 3) in ("since", "that")  # `it's two weeks today since the fair`
        return _days_ahead(reader, at, at + 2, -7 * weeks if back else 7 * weeks + (reader.low(at + 2) == "tomorrow"))
    day = reader.weekday(at + 3)
    if reader.low(at + 2) not in ("on", "from") or day is None or reader.low(at + 3).endswith("days"):
        return None
    if reader.low(at + 4)[:1].isdigit():  # `4 wks from Mon 28 July`: how long, and from when
        return None
    return _weeks_from(reader, at, at + 3, day, weeks)


def _day_week(reader: Reader, at: int) -> DateMention | None:
    """`Friday week`, and `tomorrow week`: in eight days."""
    days, weekday = _STRETCH[reader.low(at + 1)], reader.weekday(at)
    if weekday is not None:
        return _weeks_from(reader, at, at + 1, weekday, days // 7)
    return _days_ahead(reader, at, at + 1, _FROM_NOW[reader.low(at)] + days) if reader.low(at) in _FROM_NOW else None


_FROM_NOW, _STRETCH = {"today": 0, "tomorrow": 1}, {"week": 7, "fortnight": 14}


def _weeks_from(reader: Reader, first: int, last: int, day: int, weeks: int) -> DateMention:
    ahead = (day - reader.today.weekday()) % 7 + 7 * weeks if reader.today else 0
    mention = _days_ahead(reader, first, last, ahead)
    return DateMention(first, last, "day", mention.days, relative=True, weekday=day)


def _days_ahead(reader: Reader, first: int, last: int, ahead: int) -> DateMention:
    there = reader.today + timedelta(days=ahead) if reader.today else None
    return DateMention(first, last, "day", ((there, there),) if there else (), relative=True)


def the_weekend(reader: Reader, at: int) -> DateMention | None:
    """`over the weekend`, `at the weekend`: the last one or the coming one."""
    if (reader.low(at), reader.low(at + 1)) != ("the", "weekend") or reader.low(at - 1) not in _OVER_IT:
        return None
    if reader.low(at + 2) in ("of", "before", "after", "in"):
        return None
    spans: list[Days] = []
    if reader.today:
        saturday = reader.today + timedelta(days=(_SATURDAY - reader.today.weekday()) % 7)
        saturday -= timedelta(weeks=1) if reader.today.weekday() > _SATURDAY else timedelta()
        spans = [(saturday + timedelta(weeks=week), saturday + timedelta(weeks=week, days=1)) for week in (0, -1)]
    return DateMention(at, at + 1, "weekend", tuple(spans), relative=True)


_OVER_IT = frozenset(("over", "at", "during", "on", "before", "until", "by", "till", "since"))


def beside_the_last(reader: Reader, at: int, before: list[DateMention]) -> DateMention | None:
    """`complained on Thursday, and they apologised the day after`: reckoned from the date just before."""
    if reader.low(at) != "the" or not before or before[-1].grain != "day" or before[-1].every:
        return None
    pair = (reader.low(at + 1), reader.low(at + 2))
    shift = _NEXT_TO.get(pair)
    after = reader.low(at + 3)
    if pair in (("week", "before"), ("week", "after")) and not after[:1].isalnum():
        return _week_beside(at, before[-1], pair[1])
    if shift is None or (after[:1].isalnum() and after not in ("and", "but", "so", "that")):
        return None
    days = tuple((a + timedelta(days=shift), b + timedelta(days=shift)) for a, b in before[-1].days)
    return DateMention(at, at + 2, "day", days, relative=before[-1].relative)


def _week_beside(at: int, anchor: DateMention, side: str) -> DateMention:
    """`Pat's birthday on 11 August, they leave the week before`: the seven days up to it, or those behind it."""
    step, week = timedelta(days=1), timedelta(days=7)
    days = tuple((a - week, a - step) if side == "before" else (b + step, b + week) for a, b in anchor.days)
    return DateMention(at, at + 2, "week", days, relative=anchor.relative)


def of_the_month_before(mention: DateMention, before: list[DateMention]) -> DateMention:
    """`fixed for 21 November, so come on the 20th`: a bare day is of the month that the sentence has named."""
    dated = next((one for one in reversed(before) if one.grain == "day" and not one.relative and one.days), None)
    bare = mention.relative and mention.grain == "day" and mention.weekday is None and len(mention.days) > _BARE
    if not bare or mention.days[0][0].day != mention.days[1][0].day:
        return mention
    if dated is None:
        return _within_month(mention, before)
    month, day = dated.days[0][0], mention.days[0][0].day
    if day > monthrange(month.year, month.month)[1]:
        return mention
    there = month.replace(day=day)
    return replace(mention, days=((there, there), *mention.days))


def _within_month(mention: DateMention, before: list[DateMention]) -> DateMention:
    """`In February I can do the 8th`: of that month."""
    month = next((one for one in reversed(before) if one.grain == "month" and one.days), None)
    day = mention.days[0][0].day
    spans = month.days if month else ()
    days = [first.replace(day=day) for first, last in spans if first.day == 1 and day <= last.day]
    return replace(mention, days=(*((one, one) for one in days), *mention.days)) if days else mention


_BARE = 2
_NEXT_TO = {
    ("day", "after"): 1, ("next", "day"): 1, ("following", "day"): 1, ("evening", "after"): 1, ("morning", "after"): 1,
    ("next", "morning"): 1, ("following", "morning"): 1, ("day", "before"): -1, ("evening", "before"): -1,
    ("night", "before"): -1, ("previous", "day"): -1,
}  # fmt: skip
