"""Days named by another day: the eve of Pentecost, the Friday after Epiphany, three weeks from this Saturday, a
fortnight later, the Saturday before last, `heute in vierzehn Tagen`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from coach.domain.checking.calendar_dates import day_month, in_figures, month_day, the_nth
from coach.domain.checking.date_words import DateMention, Days, Reader
from coach.domain.checking.feasts import feast
from coach.domain.checking.turns import nth_of_month

_ANCHORS: tuple[Callable[[Reader, int], DateMention | None], ...] = (
    in_figures, nth_of_month, day_month, month_day, feast, the_nth,
)  # fmt: skip
_BEFORE = {"before": -1, "vor": -1, "after": 1, "following": 1, "nach": 1}
_DAY = frozenset(("day", "night", "evening", "morning", "eve", "tag", "abend", "vorabend"))
_LENGTHS = {"day": 1, "days": 1, "tag": 1, "tage": 1, "tagen": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "woche": 7,
            "wochen": 7, "fortnight": 14}  # fmt: skip
_WEEKENDS = frozenset(("weekend", "wochenende"))
_LATER = {"later": 1, "after": 1, "afterwards": 1, "spater": 1, "darauf": 1, "danach": 1, "earlier": -1, "before": -1,
          "fruher": -1, "davor": -1, "zuvor": -1}  # fmt: skip
_A_WEEK = 7


def beside_a_date(reader: Reader, at: int) -> DateMention | None:
    """`the eve of Pentecost`, `the Friday after Epiphany`, `two days before the 20th`, `the weekend after Easter`."""
    if reader.low(at) in ("eve", "vorabend") and reader.low(at + 1) in ("of", "des", "der", "von"):
        anchor = _anchor(reader, at + 2)
        return _moved(at, anchor, -1) if anchor else None
    weekday, count, end = reader.weekday(at), None, at
    if weekday is None and reader.low(at + 1) in _LENGTHS and (count := reader.number(at)):
        end = at + 1
    side = _BEFORE.get(reader.low(end + 1))
    known = weekday is not None or reader.low(end) in _DAY | _LENGTHS.keys() | _WEEKENDS
    anchor = _anchor(reader, end + 2) if side and known else None
    return _beside(reader, (at, end), anchor, side, count) if side and anchor else None


def _beside(
    reader: Reader, span: tuple[int, int], anchor: DateMention, side: int, count: int | None
) -> DateMention | None:
    """What stands at the span's end, or so many of it, on that side of the anchor."""
    (at, end), unit, last, relative = span, reader.low(span[1]), anchor.last, anchor.relative
    if (weekday := reader.weekday(end)) is not None:
        days = tuple(_weekday_beside(one, weekday, side) for one in anchor.days)
        return DateMention(at, last, "day", days, relative=relative, weekday=weekday)
    if unit in _WEEKENDS:
        saturdays = [_weekday_beside(one, _SATURDAY, side)[0] for one in anchor.days]
        both = tuple((day, day + timedelta(days=1)) for day in saturdays)
        return DateMention(at, last, "weekend", both, relative=relative)
    if unit in ("week", "woche") and count is None:  # `the week before Easter`
        return DateMention(at, last, "week", tuple(_week_beside(one, side) for one in anchor.days), relative=True)
    return _moved(at, anchor, side * (count or 1) * _LENGTHS.get(unit, 1))


_SATURDAY = 5


def _anchor(reader: Reader, at: int) -> DateMention | None:
    """The exact day, or the feast, that stands at a place, its article left out."""
    starts = [at, at + 1] if reader.low(at) in ("the", "dem", "den", "der") else [at]
    found = (hit for start in starts for rule in _ANCHORS if (hit := rule(reader, start)))
    return next((hit for hit in found if hit.days and hit.grain in ("day", "season")), None)


def _moved(at: int, anchor: DateMention, days: int) -> DateMention:
    step = timedelta(days=days)
    ends = (span[0] if days < 0 else span[1] for span in anchor.days)
    if anchor.grain == "season":  # a feast of a few days: its middle is the day
        ends = (span[0] + (span[1] - span[0] + timedelta(days=1)) // 2 for span in anchor.days)
    moved = tuple((day + step, day + step) for day in ends)
    loose = 1 if anchor.grain == "season" else 0
    return DateMention(at, anchor.last, "day", moved, relative=anchor.relative, loose=loose)


def _weekday_beside(span: Days, weekday: int, side: int) -> Days:
    """The first such weekday after the days, or the last before them."""
    if side > 0:
        day = span[1] + timedelta(days=(weekday - span[1].weekday() - 1) % _A_WEEK + 1)
    else:
        day = span[0] - timedelta(days=(span[0].weekday() - weekday - 1) % _A_WEEK + 1)
    return day, day


def _week_beside(span: Days, side: int) -> Days:
    if side > 0:
        return span[1] + timedelta(days=1), span[1] + timedelta(days=_A_WEEK)
    return span[0] - timedelta(days=_A_WEEK), span[0] - timedelta(days=1)


def before_last(reader: Reader, at: int) -> DateMention | None:
    """`the Saturday before last`, `the week before last`, `am vorletzten Samstag`; `the Saturday after next`."""
    prefixed = {"vorletzten": -2, "vorletzte": -2, "vorletztes": -2, "ubernachsten": 2, "ubernachste": 2,
                "ubernachstes": 2}.get(reader.low(at))  # fmt: skip
    if prefixed is not None:
        return _turned(reader, at, at + 1, at + 1, prefixed)
    pair = (reader.low(at + 1), reader.low(at + 2))
    turn = {("before", "last"): -2, ("after", "next"): 2}.get(pair)
    return _turned(reader, at, at, at + 2, turn) if turn else None


def _turned(reader: Reader, first: int, at: int, last: int, turn: int) -> DateMention | None:
    """The weekday, week or weekend two turns away."""
    today, weekday, unit = reader.today, reader.weekday(at), reader.low(at)
    if weekday is None and unit not in ("week", "woche") and unit not in _WEEKENDS:
        return None
    if today is None:
        return DateMention(first, last, "day" if weekday is not None else "week", (), relative=True, weekday=weekday)
    if weekday is not None:
        back = (today.weekday() - weekday) % _A_WEEK or _A_WEEK
        ahead = (weekday - today.weekday()) % _A_WEEK or _A_WEEK
        shifts = (-back - _A_WEEK,) if turn < 0 else (ahead + _A_WEEK,)
        days = tuple((today + timedelta(days=shift),) * 2 for shift in shifts)
        return DateMention(first, last, "day", days, relative=True, weekday=weekday)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=turn)
    if unit in _WEEKENDS:
        saturday = monday + timedelta(days=_SATURDAY)
        return DateMention(first, last, "weekend", ((saturday, saturday + timedelta(days=1)),), relative=True)
    return DateMention(first, last, "week", ((monday, monday + timedelta(days=6)),), relative=True)


def from_another_day(reader: Reader, at: int) -> DateMention | None:
    """`three weeks from this Saturday`; `heute in einer Woche`, `heute vor acht Tagen`."""
    if german := _from_today(reader, at):
        return german
    count, unit = reader.number(at), reader.low(at + 1)
    if not count or unit not in _LENGTHS or reader.low(at + 2) != "from":
        return None
    shift = reader.low(at + 3) in ("this", "next", "coming")
    day = reader.weekday(at + 3 + shift)
    if day is None or (not shift and reader.low(at + 4)[:1].isdigit()):
        return None
    if reader.today is None:
        return DateMention(at, at + 3 + shift, "day", (), relative=True, weekday=day)
    there = reader.today + timedelta(days=(day - reader.today.weekday()) % _A_WEEK + count * _LENGTHS[unit])
    return DateMention(at, at + 3 + shift, "day", ((there, there),), relative=True)


_GERMAN_DAYS = {"heute": 0, "morgen": 1}


def _from_today(reader: Reader, at: int) -> DateMention | None:
    """`heute in einer Woche`, `heute vor vierzehn Tagen`."""
    start = _GERMAN_DAYS.get(reader.low(at))
    side = {"in": 1, "vor": -1}.get(reader.low(at + 1))
    count, unit = reader.number(at + 2), reader.low(at + 3)
    if start is None or side is None or not count or unit not in _LENGTHS:
        return None
    days = count * _LENGTHS[unit] * side + start
    days -= side if unit == "tagen" and count in (8, 15) else 0  # eight days are a week
    there = reader.today + timedelta(days=days) if reader.today else None
    return DateMention(at, at + 3, "day", ((there, there),) if there else (), relative=True)


def later_than_the_last(reader: Reader, at: int, before: list[DateMention]) -> DateMention | None:
    """`not this Saturday but a fortnight later`, `drei Tage darauf`: reckoned from the date just before."""
    if not before or before[-1].grain != "day" or before[-1].every or len(before[-1].days) == 0:
        return None
    counted = reader.low(at + 1) in _LENGTHS
    count = reader.number(at) if counted else None
    unit = reader.low(at + 1) if counted else ""
    side = _LATER.get(reader.low(at + 2))
    after = reader.low(at + 3)
    if not count or side is None or (reader.low(at + 2) in ("after", "before") and after[:1].isalnum()):
        return None
    step = timedelta(days=side * count * _LENGTHS[unit])
    days = tuple((a + step, b + step) for a, b in before[-1].days)
    return DateMention(at, at + 2, "day", days, relative=before[-1].relative)
