"""One entry of a calendar, as icalendar gives it: its days and times in the clock of its place, and who is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from coach.intake.contacts import EMAIL, first_last, page
from coach.intake.findings import Findings, shorten
from coach.intake.plain_text import plain_text

_BOILERPLATE = re.compile(r"\n?[ \t]*[_─~-]{20,}")
_LONG, _MANY, _TELLING = timedelta(hours=2), 5, 120
"""An event takes as long, has as many guests or as many characters of text; a day's business has less of each."""
_NOT_PEOPLE = {"ROOM", "RESOURCE", "GROUP"}


@dataclass(frozen=True)
class Guest:
    """Somebody whom an event names, known by an address; `name` is blank where only the address is given."""

    email: str
    name: str


def label_of(entry: Any, number: int = 0) -> str:
    name = shorten(entry.get("SUMMARY", ""))
    return name or f"event {number}"


def start_of(entry: Any) -> date | datetime | None:
    return as_moment(entry.get("DTSTART"))


def as_moment(value: Any) -> date | datetime | None:
    found = value_of(value)
    return found if isinstance(found, date) else None


def value_of(value: Any) -> Any:
    """The Python value of a property; None for one that icalendar could not read."""
    try:
        return getattr(value, "dt", None)
    except ValueError:
        return None


def day_of(value: date | datetime) -> date:
    """The day in the event's own zone; a time in UTC is told in the zone of this machine."""
    if isinstance(value, datetime):
        utc = value.tzinfo is not None and value.tzname() == "UTC"
        return (value.astimezone() if utc else value).date()
    return value


def days_of(entry: Any) -> tuple[date, date]:
    """First and last day. An all-day event ends the day before its DTEND, a party at midnight on its evening.

    Where only one of start and end names its zone, both are read in the clock of the start.
    """
    start = start_of(entry)
    assert start is not None
    first = day_of(start)
    end = as_moment(entry.get("DTEND"))
    if end is None:
        length = value_of(entry.get("DURATION"))
        end = start + length if isinstance(length, timedelta) and abs(length.days) < 4_000 else start
    if isinstance(start, datetime) and isinstance(end, datetime) and (start.tzinfo is None) != (end.tzinfo is None):
        end = end.replace(tzinfo=start.tzinfo)
    if not isinstance(end, datetime) or (isinstance(start, datetime) and end > start):
        end = end - (timedelta(seconds=1) if isinstance(end, datetime) else timedelta(days=1))
    return first, max(first, day_of(end))


def is_everyday(entry: Any, guests: Sequence[Guest]) -> bool:
    """Whether an entry looks like a day's business: it repeats, or it is short, with few guests and no page or text
    that tells of an event."""
    if entry.get("RRULE") is not None or entry.get("RECURRENCE-ID") is not None:
        return True
    start, end, length = start_of(entry), as_moment(entry.get("DTEND")), value_of(entry.get("DURATION"))
    if not isinstance(start, datetime):
        return False
    if isinstance(end, datetime) and (start.tzinfo is None) == (end.tzinfo is None):
        length = end - start
    short = not isinstance(length, timedelta) or length < _LONG
    said = _BOILERPLATE.split(str(entry.get("DESCRIPTION", "")))[0].strip()
    return short and len(guests) < _MANY and not url_of(entry) and len(said) < _TELLING


def guests_of(findings: Findings, entry: Any) -> list[Guest]:
    """Who is invited and has not declined, and who invites; each address once."""
    found: dict[str, Guest] = {}
    for field in ("ATTENDEE", "ORGANIZER"):
        raw = entry.get(field, [])
        for one in raw if isinstance(raw, list) else [raw]:
            if guest := _guest(findings, one, label_of(entry)):
                found.setdefault(guest.email, guest)
    return list(found.values())


def _guest(findings: Findings, raw: Any, where: str) -> Guest | None:
    params = getattr(raw, "params", {})
    email = re.sub(r"(?i)^mailto:", "", str(raw)).strip()
    name = first_last(findings.name(str(params.get("CN", "")).strip("'\" "), where))
    if str(params.get("CUTYPE", "")).upper() in _NOT_PEOPLE or "resource.calendar.google.com" in email:
        findings.skip(where, "A room or a resource is no person.", name or email)
        return None
    if str(params.get("PARTSTAT", "")).upper() == "DECLINED":
        findings.skip(where, "Declined.", name or email)
        return None
    if not EMAIL.match(email):
        return None
    return Guest(email.casefold(), "" if EMAIL.match(name) else name)


def url_of(entry: Any) -> str:
    found = page(str(entry.get("URL", "")))
    return found.value if found else ""


def said_in(findings: Findings, entry: Any) -> str:
    """What the invitation says, without the dial-in block below a ruled line."""
    said = _BOILERPLATE.split(str(entry.get("DESCRIPTION", "")))[0]
    return findings.text(plain_text(said), label_of(entry))


def clock_of(entry: Any) -> str:
    """When it begins, in the clock of its place, e.g. `09:30 (Europe/Berlin)`; blank for a whole day."""
    start = start_of(entry)
    if not isinstance(start, datetime):
        return ""
    shown = start.astimezone() if start.tzname() == "UTC" else start
    zone = str(getattr(start.tzinfo, "key", "") or "")
    return f"{shown:%H:%M}" + (f" ({zone})" if zone and zone != "UTC" else "")
