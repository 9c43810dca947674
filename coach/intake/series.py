"""The next meeting of a series in a calendar. Only rules by which calendars repeat things are worked out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from coach.intake.findings import Findings, shorten

_AHEAD_DAYS = 800
"""Meetings farther ahead are not looked for: yearly ones are at most 366 days away, some happen every other year."""
_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_COSTLY = {"BYYEARDAY", "BYWEEKNO", "BYEASTER", "BYHOUR", "BYMINUTE", "BYSECOND"}
"""With these a rule can be written that never comes true and is looked for until the year 9999."""
_EARLIEST = 1970


def today() -> date:
    """The user's own calendar day."""
    return date.today()  # noqa: DTZ011 - the user's own calendar day is meant


def next_day(findings: Findings, entry: Any, where: str) -> date | None:
    """The day of the first meeting from today on; None, reported, when the series is over or cannot be worked out."""
    from dateutil.rrule import rrule, rruleset, rrulestr

    start = entry.get("DTSTART").dt
    begins = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time.min)
    rule = entry.get("RRULE")
    if isinstance(rule, list):
        rule = rule[0]
    if not _is_usual(rule) or begins.year < _EARLIEST:
        findings.warn(where, "How it repeats is not understood; only its first day is kept.", rule)
        return begins.date()
    from_day = datetime.combine(today(), time.min)
    try:
        meetings = rruleset()
        written = rrulestr(rule.to_ical().decode(), dtstart=begins, ignoretz=True)
        if not isinstance(written, rrule):
            raise ValueError("several rules")
        meetings.rrule(written)
        for day in _left_out(entry, start):
            meetings.exdate(day)
        coming = meetings.after(from_day, inc=True)
    except (ValueError, TypeError, OverflowError, AttributeError) as exc:
        findings.warn(where, "How it repeats cannot be read: {fault}. Only its first day is kept.", fault=shorten(exc))
        return begins.date()
    if coming is None or coming > max(from_day, begins) + timedelta(days=_AHEAD_DAYS):
        findings.skip(where, "It is a series that is over." if coming is None else "Its next meeting is years away.")
        return None
    return coming.date()


def _is_usual(rule: Any) -> bool:
    if not isinstance(rule, dict):
        return False
    frequency = str(next(iter(rule.get("FREQ", [])), "")).upper()
    monthly = frequency in ("MONTHLY", "YEARLY") or not {"BYMONTHDAY", "BYMONTH"} & set(rule)
    return frequency in _FREQUENCIES and monthly and not _COSTLY & set(rule)


def _left_out(entry: Any, start: Any) -> list[datetime]:
    """Days taken out of the series, and those that were moved, as the wall clock shows them."""
    raw = entry.get("EXDATE", [])
    values = [one.dt for some in (raw if isinstance(raw, list) else [raw]) for one in getattr(some, "dts", [])]
    zone = start.tzinfo if isinstance(start, datetime) else None
    found = []
    for value in values:
        if isinstance(value, datetime):
            local = value.astimezone(zone) if value.tzinfo and zone else value
            found.append(local.replace(tzinfo=None))
        else:
            found.append(datetime.combine(value, time.min))
    return found
