"""Dates reckoned from the day of writing: `yesterday`, `two weeks ago`, `next month`, `on Friday`.

Without a day of writing such a mention has no days: it is known to be a date, but not which.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from coach.domain.checking.calendar_dates import day_month, month_day, the_nth
from coach.domain.checking.date_words import (
    LAST,
    NEXT,
    ORDINAL_ENDS,
    SEASONS,
    SPANS,
    THIS,
    TURNS,
    DateMention,
    Days,
    Reader,
    leading_words,
    part_of,
)


def named_day(reader: Reader, at: int) -> DateMention | None:
    """today, yesterday, tomorrow, tonight, last night, this morning, the other day, the day after tomorrow."""
    word = reader.low(at)
    pair = f"{word} {reader.low(at + 1)}"
    if pair == "day after" and reader.low(at + 2) == "tomorrow":
        return _from_today(reader, at, at + 2, 2, 2)
    if pair == "day before" and reader.low(at + 2) == "yesterday":
        return _from_today(reader, at, at + 2, -2, -2)
    for words, shift, size in NAMED_DAYS:
        if (size == 1 and word == words) or (size == 2 and pair == words):
            return _from_today(reader, at, at + size - 1, shift, shift)
    if pair == "other day":
        return _from_today(reader, at, at + 1, -14, -1, "week")
    return None


NAMED_DAYS = (
    ("last night", -1, 2), ("this morning", 0, 2), ("this afternoon", 0, 2),
    ("this evening", 0, 2),
    ("today", 0, 1), ("tonight", 0, 1), ("yesterday", -1, 1), ("tomorrow", 1, 1), ("heute", 0, 1), ("gestern", -1, 1),
    ("morgen", 1, 1), ("vorgestern", -2, 1), ("ubermorgen", 2, 1), ("hier", -1, 1), ("demain", 1, 1), ("hoy", 0, 1),
    ("ayer", -1, 1), ("aujourd'hui", 0, 1),
)  # fmt: skip


def _from_today(reader: Reader, first: int, last: int, low: int, high: int, grain: str = "day") -> DateMention:
    if reader.today is None:
        return DateMention(first, last, grain, (), relative=True)
    span = (reader.today + timedelta(days=low), reader.today + timedelta(days=high))
    return DateMention(first, last, grain, (span,), relative=True)


def counted_span(reader: Reader, at: int) -> DateMention | None:  # noqa: PLR0911
    """two years ago, a week ago, three weeks later, in two weeks, in a month, vor zwei Wochen, il y a deux ans."""
    lead = reader.low(at)
    backwards = lead == "vor"
    forwards = lead in ("in", "within", "dans") and not backwards
    start = at + 1 if backwards or forwards else at
    while reader.low(start) in (
        "gut",
        "knapp",
        "rund",
        "etwa",
        "fast",
        "bald",
        "about",
        "around",
        "roughly",
        "almost",
        "nearly",
        "just",
        "over",
        "some",
        "the",
        "next",
        "another",
    ):
        start += 1
    count = reader.number(start)
    about = (reader.low(start + 2), reader.low(start + 3)) == ("or", "so")
    loose = 2 if count is None or start - at > 1 or about else 1
    if reader.low(start) == "couple" or reader.low(start + 1) == "couple":
        count, start = 2, start + (2 if reader.low(start + 1) == "couple" else 1) - 1
        start += 1 if reader.low(start + 1) == "of" else 0
    if found := _seasons_ago(reader, at, start, count):
        return found
    unit = SPANS.get(reader.low(start + 1), "")
    if count is None or not unit:
        return None
    after = reader.low(start + 2)
    last = start + (3 if after == "from" else 2)
    counted_from = reader.low(last)
    if counted_from in ("today", "tomorrow") or ((after, counted_from) == ("from", "now") and unit == "days"):
        return _counted_from(reader, at, last, count, unit)
    if after in ("ago", "back", "earlier"):
        loose = max(loose, round(count / 10)) if loose > 1 and unit == "years" else loose
        return _shifted(reader, at, start + 2, -count, unit, loose)
    if backwards:
        return _shifted(reader, at, start + 1, -count, unit, loose)
    if after == "from" and counted_from not in ("now", "then"):
        return None
    if (forwards and lead != "within" and not _experience(reader, at, unit)) or after in ("from", "hence"):
        return _shifted(reader, at, start + 1 + (2 if after == "from" else 0), count, unit, loose)
    return None


_DAYS_IN = {"days": 1, "weeks": 7, "fortnights": 14}


def _counted_from(reader: Reader, first: int, last: int, count: int, unit: str) -> DateMention:
    """`three weeks from today`, `a month from tomorrow`: to the day; months and years give or take one."""
    later = reader.low(last) == "tomorrow"
    if unit in _DAYS_IN:
        days = count * _DAYS_IN[unit] + later
        return _from_today(reader, first, last, days, days)
    if unit not in ("months", "years") or reader.today is None:
        return _shifted(reader, first, last, count, unit, 1)
    there = reader.today + relativedelta(months=count * (12 if unit == "years" else 1), days=later)
    return DateMention(first, last, "day", ((there - timedelta(days=1), there + timedelta(days=1)),), relative=True)


def _seasons_ago(reader: Reader, at: int, start: int, count: int | None) -> DateMention | None:
    """`two summers ago`: that season of two calendar years back, or of one, as people count differently."""
    months = SEASONS.get(reader.low(start + 1).removesuffix("s"))
    if not count or months is None or reader.low(start + 2) != "ago":
        return None
    first, last = months
    years = [reader.today.year - count] if reader.today else []
    if reader.today and (reader.today.month >= first or last > _DECEMBER):  # this year's may be counted as one
        years.append(reader.today.year - count + 1)
    days = tuple(
        (date(year, first, 1), date(year, first, 1) + relativedelta(months=last - first + 1, days=-1)) for year in years
    )
    return DateMention(at, start + 2, "season", days, relative=True)


_DECEMBER = 12


def _experience(reader: Reader, at: int, unit: str) -> bool:
    """`built in two weeks`, `first holiday in ten years`: a length of time, not a date ahead."""
    lead = [reader.low(position) for position in range(max(0, at - 9), at)]
    if unit == "fortnights" and not any(low.endswith(("ed", "uilt", "ade")) or low in _COUNTED_ON for low in lead):
        return False
    if _AHEAD & set(lead) and not _COUNTED_ON & set(lead):
        return False
    return reader.low(at - 1) not in (
        "",
        ",",
        "again",
        "back",
        "up",
        "starts",
        "opens",
        "begins",
        "is",
        "due",
        "you",
        "out",
        "and",
        "ends",
    )


_AHEAD = frozenset(
    ("will", "shall", "should", "ready", "wants", "going", "see", "starts", "begins", "opens", "hopes", "expects")
)
_COUNTED_ON = frozenset(
    ("first", "second", "only", "once", "twice", "times", "has", "have", "had", "since", "was", "best")
)


def _shifted(reader: Reader, first: int, last: int, count: int, unit: str, loose: int) -> DateMention:
    grain = {"days": "day", "weeks": "week", "months": "month", "years": "year"}.get(unit, "week")
    grain = "decade" if unit in _OF_YEARS else grain
    if reader.today is None:
        return DateMention(first, last, grain, (), relative=True)
    if unit in ("fortnights", "weekends"):
        count, unit = count * (2 if unit == "fortnights" else 1), "weeks"
    roundly = _ROUNDLY if unit == "centuries" else loose if unit == "years" and loose > _LOOSELY else 0
    if unit in _OF_YEARS:
        count, unit = count * _OF_YEARS[unit], "years"
    if unit == "quarters":
        count, unit = count * 3, "months"
    steps = {"days": "days", "weeks": "weeks", "months": "months", "years": "years"}[unit]
    try:
        there = reader.today + relativedelta(**{steps: count})  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return DateMention(first, last, grain, (), relative=True)
    slack = {"days": (loose - 1) * (abs(count) // 4), "weeks": 3 * loose, "months": 12 * loose, "years": 122 * loose}[
        unit
    ]
    span = (there - timedelta(days=slack), there + timedelta(days=slack))
    if unit == "years":
        years = (there.year - roundly, there.year + roundly)
        span = (date(years[0], 1, 1), date(years[1], 12, 31)) if abs(count) > 1 else span
    return DateMention(first, last, grain, (span,), relative=True)


_LOOSELY = 2
_OF_YEARS = {"decades": 10, "centuries": 100}
_ROUNDLY = 20
"""How many years a century is off, either way."""


def named_period(reader: Reader, at: int) -> DateMention | None:
    """last week, next month, this year, next weekend, earlier this week, later this year."""
    start, shift, part = leading_words(reader, at)
    unit = SPANS.get(reader.low(start), "")
    if (
        shift is None
        or not unit
        or unit in ("days", *_OF_YEARS)
        or reader.low(start) in ("weeks", "months", "years", "wks", "yrs")
    ):
        return None
    if reader.today is None:
        return DateMention(at, start, _GRAIN_OF[unit], (), relative=True)
    spans = _PERIODS[unit](reader.today, shift)
    return DateMention(at, start, _GRAIN_OF[unit], tuple(part_of(span, part) for span in spans), relative=True)


_GRAIN_OF = {
    "weeks": "week",
    "months": "month",
    "years": "year",
    "weekends": "weekend",
    "fortnights": "week",
    "quarters": "season",
}


def _week(today: date, shift: int) -> list[Days]:
    """The calendar week; at its end `last week` may be the one that is ending."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    spans = [(monday, monday + timedelta(days=6))]
    if shift == -1 and today.weekday() >= _SATURDAY:
        spans.append((today - timedelta(days=8), today - timedelta(days=2)))
    return spans


_SATURDAY = 5


def _month(today: date, shift: int) -> list[Days]:
    first = today.replace(day=1) + relativedelta(months=shift)
    return [(first, first + relativedelta(months=1, days=-1))]


def _calendar_year(today: date, shift: int) -> list[Days]:
    return [(date(today.year + shift, 1, 1), date(today.year + shift, 12, 31))]


def _weekend(today: date, shift: int) -> list[Days]:
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=5)
    weeks = {0: (0,), 1: (0, 1), -1: (-1,)}[shift]
    return [(saturday + timedelta(weeks=w), saturday + timedelta(weeks=w, days=1)) for w in weeks]


def _quarter(today: date, shift: int) -> list[Days]:
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) + relativedelta(months=3 * shift)
    return [(first, first + relativedelta(months=3, days=-1))]


def _fortnight(today: date, shift: int) -> list[Days]:
    return [(today + timedelta(days=min(0, 14 * shift)), today + timedelta(days=max(0, 14 * shift)))]


_PERIODS: dict[str, Callable[[date, int], list[Days]]] = {
    "weeks": _week, "months": _month, "years": _calendar_year, "weekends": _weekend, "quarters": _quarter,
    "fortnights": _fortnight,
}  # fmt: skip


def on_weekday(reader: Reader, at: int) -> DateMention | None:
    """Friday, next Friday, last Friday, this Friday, every Friday, Friday 20 July, Friday the 20th."""
    every = reader.low(at) in ("every", "each", "jeden", "chaque", "cada")
    every = every or (reader.low(at) == "any" and reader.low(at + 2) not in ("bar", "but", "except", "apart"))
    start, shift = (at + 1, None) if every else leading_words(reader, at)[:2]
    day = reader.weekday(start)
    if day is None:
        return None
    found = _of_each_month(reader, at, start, day) or _dated_weekday(reader, at, start, day)
    if found := found or _in_week(reader, at, start, day):
        return found
    if every or reader.low(start).endswith("days") or reader.low(start + 1) in _TIMES_OF_DAYS:
        return DateMention(at, start, "day", (), every=True, weekday=day)
    days = tuple((one, one) for one in _weekdays_near(reader.today, day, shift)) if reader.today else ()
    return DateMention(at, start, "day", days, relative=True, weekday=day)


_TIMES_OF_DAYS = frozenset(("mornings", "afternoons", "evenings", "nights"))
"""`Thursday evenings`: one every week."""


def _of_each_month(reader: Reader, at: int, start: int, day: int) -> DateMention | None:
    """`the third Saturday of the month`, `last Sat of month`, `every first Friday`."""
    turn = _turn_before(reader, start)
    of_it = reader.low(start + 1) in ("of", "in")
    if turn and of_it and reader.low(start + 2) in ("the", "each", "every"):
        return DateMention(at, start + 3, "day", (), every=True, weekday=day, turn=turn)
    if turn and ((of_it and reader.low(start + 2) == "month") or _always(reader, start, turn)):
        return DateMention(at, start + 2 * of_it, "day", (), every=True, weekday=day, turn=turn)
    return None


def _always(reader: Reader, at: int, turn: str) -> bool:
    """`every first Friday`, `always the second Monday`; not `every second Monday`, which is every other one."""
    before = {reader.low(at - step) for step in (2, 3, 4)}
    return "always" in before or (turn != "2" and bool(before & {"every", "each"}))


def _turn_before(reader: Reader, at: int) -> str:
    """`third`, `3rd` before a weekday: its number as a word of figures; empty for none."""
    before = reader.low(at - 1)
    return TURNS.get(reader.low(at - 2) + before if before in ORDINAL_ENDS else before, "")


def _in_week(reader: Reader, at: int, start: int, day: int) -> DateMention | None:
    """`Tuesday of last week`, `Wednesday next week`, `Mittwoch nächster Woche`."""
    after = start + (2 if reader.low(start + 1) in ("of", "in") else 1)
    turn = reader.low(after)
    shift = next((value for value, words in ((-1, LAST), (1, NEXT), (0, THIS)) if turn in words), None)
    if shift is None or reader.low(after + 1) not in ("week", "woche"):
        return None
    if reader.today is None:
        return DateMention(at, after + 1, "day", (), relative=True, weekday=day)
    found = reader.today + timedelta(days=day - reader.today.weekday(), weeks=shift)
    return DateMention(at, after + 1, "day", ((found, found),), relative=True, weekday=day)


def _dated_weekday(reader: Reader, at: int, start: int, day: int) -> DateMention | None:
    """Friday 20 July, Friday the 20th: the date decides, the weekday is kept beside it."""
    step = 1
    while reader.low(start + step) in (",", "the", ".", "dem", "den", "der") and step < 3:
        step += 1
    exact = day_month(reader, start + step) or month_day(reader, start + step)
    if exact:
        return DateMention(at, exact.last, "day", exact.days, weekday=day)
    article = start + (2 if reader.low(start + 1) == "," else 1)
    if reader.low(article) == "the" and (nth := the_nth(reader, article)):
        fits = tuple(span for span in nth.days if span[0].weekday() == day)
        return DateMention(at, nth.last, "day", fits or nth.days, relative=True, weekday=day)
    return _numbered_weekday(reader, at, start, day)


def _numbered_weekday(reader: Reader, at: int, start: int, day: int) -> DateMention | None:
    """`lands Sat 14, flies home Thu 19`: the nearest such days to come, then gone by, on which that number falls."""
    number, after = reader.low(start + 1), reader.low(start + 2)
    nth = after in ORDINAL_ENDS  # `wed 22nd`
    after = reader.low(start + 3) if nth else after
    if reader.today is None or not re.fullmatch(r"[1-9]|[12]\d|3[01]", number):
        return None
    if after in ("-", "–", "—", "to") and reader.low(start + 3)[:1].isdigit():  # `Tues 10-12`: hours
        return None
    if not (nth or after in _ENDS_A_DAY or not after[:1].isalnum()) or after in (":", "%", "/", "h"):
        return None
    days = [reader.today + timedelta(days=shift) for shift in (*range(_A_YEAR), *range(-1, -_HALF_A_YEAR, -1))]
    fits = [one for one in days if one.day == int(number) and one.weekday() == day][:1]
    if not fits or (fits[0] - reader.today).days > _HALF_A_YEAR:
        return None
    return DateMention(at, start + 1 + nth, "day", ((fits[0], fits[0]),), relative=True, weekday=day)


_A_YEAR, _HALF_A_YEAR = 366, 183
_ENDS_A_DAY = frozenset(("at", "from", "to", "and", "or", "in", "for", "with", "we", "i", "she", "he", "till", "until"))


def _weekdays_near(today: date, day: int, shift: int | None) -> list[date]:
    """The days that `next` (1), `last` (-1), `this` (0) or a bare weekday may mean, the likelier first."""
    ahead = today + timedelta(days=(day - today.weekday()) % 7)
    weeks: tuple[int, ...] = (0, 1, -1) if ahead == today else (0, -1)
    if shift == 1:
        weeks = (1,) if ahead == today else (0,) if day < today.weekday() else (0, 1)
    if shift == -1:
        weeks = (-1, -2) if ahead - timedelta(weeks=1) > today - timedelta(days=3) else (-1,)
    return [ahead + timedelta(weeks=week) for week in weeks]
