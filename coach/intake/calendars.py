"""Reads calendars (.ics): events with their attendees, from Outlook, Google, Apple and conference sites.

icalendar reads a file; here its quirks are settled. An event has days: an all-day event's end is the day after it,
times are kept in words. A series becomes its next meeting, so that years of weekly meetings do not fill a workspace.
A conference's calendar, an entry a talk, becomes one event (`calendar_programme`). Cancelled events, rooms and those
who declined are left out and reported.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from coach.domain.ids import stable_id
from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import EVERYDAY, Channel, Event, Person
from coach.errors import ImportFileError
from coach.intake import calendar_programme
from coach.intake.calendar_entries import (
    Guest,
    as_moment,
    clock_of,
    day_of,
    days_of,
    guests_of,
    is_everyday,
    label_of,
    said_in,
    start_of,
    url_of,
)
from coach.intake.decoding import decode
from coach.intake.findings import Findings, shorten
from coach.intake.identity import event_id
from coach.intake.messages import same
from coach.intake.series import next_day
from coach.intake.sources import Source

LIMIT = 30_000_000
"""Bytes. Ten years of a busy calendar have about 5 million."""
_BEGIN = re.compile(r"(?i)^\s*BEGIN:VCALENDAR\b")
_ALONE = "It has no name."


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
    kept = list(_kept(findings, calendar))
    programme = calendar_programme.found_in(calendar, kept, source.only.name)
    proposed = programme is not None and (programme.proposed or choices.event is not None)
    one_event = programme is not None and (proposed if choices.one_event is None else choices.one_event)
    if programme is not None and one_event:
        calendar_programme.keep(findings, programme, kept)
        found = findings.preview()
    else:
        found = _one_by_one(findings, calendar, kept, choices.me)
    return found.model_copy(update={"one_event": one_event if programme else None})


def _one_by_one(findings: Findings, calendar: Any, kept: Sequence[Any], chosen: str) -> ImportPreview:
    """Each entry an event of its own, with its guests."""
    entries = [(entry, guests_of(findings, entry)) for entry in kept]
    names = _best_names(guest for _, guests in entries for guest in guests)
    owner = str(calendar.get("X-WR-CALNAME", "")).strip()
    authors = tuple(name for name, _ in Counter(names[g.email] for _, gs in entries for g in gs).most_common())
    me = chosen or names.get(owner.casefold(), "")
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
            "The calendar {source!r} cannot be read: {reason}",
            "Export it again as .ics.",
            source=findings.source,
            reason=shorten(exc),
        ) from exc


def _kept(findings: Findings, calendar: Any) -> Iterator[Any]:
    """Events that take place: not cancelled, with a name and a day."""
    withdrawn = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    for number, entry in enumerate(calendar.walk("VEVENT"), start=1):
        where = label_of(entry, number)
        if withdrawn or str(entry.get("STATUS", "")).upper() == "CANCELLED":
            findings.skip(where, "It is cancelled.")
        elif not str(entry.get("SUMMARY", "")).strip():
            findings.skip(where, _ALONE)
        elif start_of(entry) is None:
            findings.skip(where, "It has no day that can be read.")
        else:
            yield entry


def _best_names(guests: Iterable[Guest]) -> dict[str, str]:
    """For each address the fullest name that any event gives, else one made of the address."""
    given: dict[str, set[str]] = defaultdict(set)
    for guest in guests:
        given[guest.email].add(guest.name)
    return {email: max(names, key=lambda name: (len(name), name)) or _from(email) for email, names in given.items()}


def _from(email: str) -> str:
    """`ana.ruiz@x.org` as `Ana Ruiz`; an address whose parts do not part stays what it is before the @."""
    words = [word for word in re.split(r"[._-]+", email.partition("@")[0].partition("+")[0]) if word]
    return " ".join(word.capitalize() for word in words) or email


def _keep(findings: Findings, entry: Any, guests: Sequence[Guest], names: dict[str, str]) -> None:
    where = label_of(entry)
    first, last = days_of(entry)
    moved = as_moment(entry.get("RECURRENCE-ID"))
    occurrence = ""
    if entry.get("RRULE") is not None and moved is None:
        coming = next_day(findings, entry, where)
        if coming is None:
            return
        first, last, occurrence = coming, coming + (last - first), coming.isoformat()
    elif moved is not None:
        occurrence = day_of(moved).isoformat()
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
        url=url_of(entry),
        about="\n".join(part for part in (clock_of(entry), said_in(findings, entry)) if part),
        attendees=tuple(person.id for person in people),
        source=EVERYDAY if is_everyday(entry, guests) else "calendar",
    )
    if findings.keep(event, where):
        for person in people:
            if not findings.holds(person.id):
                findings.keep(person, where)


def _person(guest: Guest, name: str) -> Person:
    return Person(
        id=stable_id("attendee", guest.email),
        name=name,
        channels=(Channel(type="email", value=guest.email),),
        relation="prospect",
        source="calendar",
    )
