"""Events, follow-ups and promises with a date as an iCalendar file (RFC 5545): whole days, no alarms, stable ids.

A calendar that reads the file twice changes its entries and doubles none: the UID is made of the item's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from coach.domain.ids import stable_id
from coach.domain.models import Commitment, Event, Person
from coach.export.language import said


def to_ics(
    events: Iterable[Event], people: Iterable[Person], promises: Iterable[Commitment], *, now: datetime
) -> bytes:
    """One entry for each event with a date, each person to get in touch with, each open promise with a due date."""
    people = list(people)
    names = {person.id: person.name for person in people}
    calendar = Calendar()
    calendar.add("prodid", "-//conversation-coach//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for event in events:
        if event.starts is not None:
            calendar.add_component(_event(event, event.starts, now))
    for person in people:
        if person.follow_up_on is not None:
            uid = f"follow-up-{person.id}"
            calendar.add_component(
                _entry(uid, said("Get in touch with {name}", name=person.name), person.follow_up_on, now)
            )
    for promise in promises:
        if promise.due is not None and promise.status == "open":
            summary = _promise(promise, names)
            calendar.add_component(_entry(f"promise-{promise.id}", summary, promise.due, now))
    written: bytes = calendar.to_ical()
    return written


def _event(event: Event, starts: date, now: datetime) -> Entry:
    entry = _entry(f"event-{event.id}", event.name, starts, now, ends=event.ends)
    for name, value in (("location", event.place), ("description", event.about), ("url", event.url)):
        if value:
            entry.add(name, _clean(value))
    return entry


def _promise(promise: Commitment, names: Mapping[str, str]) -> str:
    who = names.get(promise.person, promise.person)
    return said("{what} (to {who})", what=promise.what, who=who) if promise.by == "me" else f"{who}: {promise.what}"


def _entry(name: str, summary: str, starts: date, now: datetime, *, ends: date | None = None) -> Entry:
    """A whole day or several; the end of a day-long entry is the day after its last (RFC 5545, 3.6.1)."""
    last = max(starts, ends) if ends else starts
    entry = Entry()
    entry.add("uid", f"{stable_id('calendar', name)}@conversation-coach")
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("dtstart", starts)
    if last < date.max:
        entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", _clean(summary))
    entry.add("transp", "TRANSPARENT")
    return entry


def _clean(text: str) -> str:
    """Without control characters, which no calendar may hold (RFC 5545, 3.1)."""
    return "".join(char for char in text if char >= " " or char in "\n\t")
