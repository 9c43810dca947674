"""Reads calendars (.ics): events with their attendees, from Outlook, Google, Apple and conference sites.

icalendar reads a file; here its quirks are settled. An event has days: an all-day event's end is the day after it,
times are kept in words. A series becomes its next meeting, so that years of weekly meetings do not fill a workspace.
Cancelled events, rooms and those who declined are left out and reported.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from coach.domain.ids import stable_id
from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import Channel, Event, Person
from coach.errors import ImportFileError
from coach.intake.contacts import EMAIL, first_last, page
from coach.intake.decoding import decode
from coach.intake.findings import Findings, shorten
from coach.intake.identity import event_id
from coach.intake.messages import same
from coach.intake.plain_text import plain_text
from coach.intake.series import next_day
from coach.intake.sources import Source

LIMIT = 30_000_000
"""Bytes. Ten years of a busy calendar have about 5 million."""
_BEGIN = re.compile(r"(?i)^\s*BEGIN:VCALENDAR\b")
_BOILERPLATE = re.compile(r"\n?[ \t]*[_─~-]{20,}")
_NOT_PEOPLE = {"ROOM", "RESOURCE", "GROUP"}
_ALONE = "It has no name."


@dataclass(frozen=True)
class _Guest:
    """Somebody whom an event names, known by an address; `name` is blank where only the address is given."""

    email: str
    name: str


def recognises(source: Source) -> bool:
    """Whether it begins as a calendar does."""
    return source.form == "file" and bool(_BEGIN.match(decode(source.only.peek()[:2_000])[0].lstrip("\ufeff")))


def read(source: Source, choices: Choices) -> ImportPreview:
    """Events and those who attend them. Raises ImportFileError when there is no event to keep."""
    findings = Findings("calendar", source.name)
    text, remark = decode(source.only.read(LIMIT))
    if remark:
        findings.warn(source.only.path, remark)
    calendar = _parsed(findings, text)
    entries = [(entry, _guests(findings, entry)) for entry in _kept(findings, calendar)]
    names = _best_names(guest for _, guests in entries for guest in guests)
    owner = str(calendar.get("X-WR-CALNAME", "")).strip()
    authors = tuple(name for name, _ in Counter(names[g.email] for _, gs in entries for g in gs).most_common())
    me = choices.me or names.get(owner.casefold(), "")
    for entry, guests in entries:
        others = [guest for guest in guests if not same(names[guest.email], me)]
        _keep(findings, entry, others, names)
    findings.require_items("no event to keep", "Export the calendar again as .ics.")
    return findings.preview().model_copy(update={"authors": authors, "me": me})


def _parsed(findings: Findings, text: str) -> Any:
    """The calendar. One that is cut off is read up to its last whole event."""
    from icalendar import Calendar

    text = text.lstrip("\ufeff\n ")
    if not re.search(r"(?im)^END:VCALENDAR\s*$", text):
        whole = [found.end() for found in re.finditer(r"(?im)^END:VEVENT[ \t]*\r?$", text)]
        findings.warn("the end of the file", "The calendar is cut off; whole events before that were read.")
        text = text[: whole[-1]] + "\r\nEND:VCALENDAR\r\n" if whole else text
    try:
        return next(iter(Calendar.from_ical(text, multiple=True)))
    except Exception as exc:  # its parser raises whatever a broken line makes it stumble over
        raise ImportFileError(
            f"The calendar {findings.source!r} cannot be read: {shorten(exc)}", "Export it again as .ics."
        ) from exc


def _kept(findings: Findings, calendar: Any) -> Iterator[Any]:
    """Events that take place: not cancelled, with a name and a day."""
    withdrawn = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    for number, entry in enumerate(calendar.walk("VEVENT"), start=1):
        where = _where(entry, number)
        if withdrawn or str(entry.get("STATUS", "")).upper() == "CANCELLED":
            findings.skip(where, "It is cancelled.")
        elif not str(entry.get("SUMMARY", "")).strip():
            findings.skip(where, _ALONE)
        elif _start(entry) is None:
            findings.skip(where, "It has no day that can be read.")
        else:
            yield entry


def _where(entry: Any, number: int = 0) -> str:
    name = shorten(entry.get("SUMMARY", ""))
    return name or f"event {number}"


def _start(entry: Any) -> date | datetime | None:
    return _moment(entry.get("DTSTART"))


def _moment(value: Any) -> date | datetime | None:
    found = _plain(value)
    return found if isinstance(found, date) else None


def _plain(value: Any) -> Any:
    """The Python value of a property; None for one that icalendar could not read."""
    try:
        return getattr(value, "dt", None)
    except ValueError:
        return None


def _day(value: date | datetime) -> date:
    """The day in the event's own zone; a time in UTC is told in the zone of this machine."""
    if isinstance(value, datetime):
        utc = value.tzinfo is not None and value.tzname() == "UTC"
        return (value.astimezone() if utc else value).date()
    return value


def _days(entry: Any) -> tuple[date, date]:
    """First and last day. An all-day event ends the day before its DTEND, a party at midnight on its evening."""
    start = _start(entry)
    assert start is not None
    first = _day(start)
    end = _moment(entry.get("DTEND"))
    if end is None:
        length = _plain(entry.get("DURATION"))
        end = start + length if isinstance(length, timedelta) and abs(length.days) < 4_000 else start
    if not isinstance(end, datetime) or (isinstance(start, datetime) and end > start):
        end = end - (timedelta(seconds=1) if isinstance(end, datetime) else timedelta(days=1))
    return first, max(first, _day(end))


def _guests(findings: Findings, entry: Any) -> list[_Guest]:
    """Who is invited and has not declined, and who invites; each address once."""
    found: dict[str, _Guest] = {}
    for field in ("ATTENDEE", "ORGANIZER"):
        raw = entry.get(field, [])
        for one in raw if isinstance(raw, list) else [raw]:
            if guest := _guest(findings, one, _where(entry)):
                found.setdefault(guest.email, guest)
    return list(found.values())


def _guest(findings: Findings, raw: Any, where: str) -> _Guest | None:
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
    return _Guest(email.casefold(), "" if EMAIL.match(name) else name)


def _best_names(guests: Iterable[_Guest]) -> dict[str, str]:
    """For each address the fullest name that any event gives, else one made of the address."""
    given: dict[str, set[str]] = defaultdict(set)
    for guest in guests:
        given[guest.email].add(guest.name)
    return {email: max(names, key=lambda name: (len(name), name)) or _from(email) for email, names in given.items()}


def _from(email: str) -> str:
    """`ana.ruiz@x.org` as `Ana Ruiz`; an address whose parts do not part stays what it is before the @."""
    words = [word for word in re.split(r"[._-]+", email.partition("@")[0].partition("+")[0]) if word]
    return " ".join(word.capitalize() for word in words) or email


def _keep(findings: Findings, entry: Any, guests: Iterable[_Guest], names: dict[str, str]) -> None:
    where = _where(entry)
    first, last = _days(entry)
    moved = _moment(entry.get("RECURRENCE-ID"))
    occurrence = ""
    if entry.get("RRULE") is not None and moved is None:
        coming = next_day(findings, entry, where)
        if coming is None:
            return
        first, last, occurrence = coming, coming + (last - first), coming.isoformat()
    elif moved is not None:
        occurrence = _day(moved).isoformat()
    uid = str(entry.get("UID", "")).strip()
    name = findings.name(entry.get("SUMMARY"), where)
    if not name:
        return
    people = [_person(guest, names[guest.email]) for guest in guests]
    event = Event(
        id=stable_id("ics", uid, occurrence) if uid else event_id(name, first),
        name=name,
        starts=first,
        ends=last,
        place=findings.name(entry.get("LOCATION", ""), where),
        url=_url(entry),
        about=_about(findings, entry, where),
        attendees=tuple(person.id for person in people),
        source="calendar",
    )
    if findings.keep(event, where):
        for person in people:
            if not findings.holds(person.id):
                findings.keep(person, where)


def _person(guest: _Guest, name: str) -> Person:
    return Person(
        id=stable_id("attendee", guest.email),
        name=name,
        channels=(Channel(type="email", value=guest.email),),
        relation="prospect",
        source="calendar",
    )


def _url(entry: Any) -> str:
    found = page(str(entry.get("URL", "")))
    return found.value if found else ""


def _about(findings: Findings, entry: Any, where: str) -> str:
    """When, and what the invitation says, without the dial-in block below a ruled line."""
    said = _BOILERPLATE.split(str(entry.get("DESCRIPTION", "")))[0]
    text = findings.text(plain_text(said), where)
    return "\n".join(part for part in (_clock(entry), text) if part)


def _clock(entry: Any) -> str:
    start = _start(entry)
    if not isinstance(start, datetime):
        return ""
    shown = start.astimezone() if start.tzname() == "UTC" else start
    zone = str(getattr(start.tzinfo, "key", "") or "")
    return f"{shown:%H:%M}" + (f" ({zone})" if zone and zone != "UTC" else "")
