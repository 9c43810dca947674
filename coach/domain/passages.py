"""From an item to what recall indexes of it: one passage, whose text can be read and quoted by itself.

The text of a passage holds its title too. Pure: the names of people and events come in as a `Directory`,
which the store fills for many items at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from coach.domain.evidence import Passage
from coach.domain.models import Commitment, Event, Goal, Help, Item, Kind, Note, Person, PersonRef, Session, Story


@dataclass(frozen=True)
class Told:
    """What a note or an entry says of the person of that id; `alone`: it is about nobody else."""

    person: str
    text: str
    alone: bool


@dataclass(frozen=True)
class Named:
    """Somebody as the directory knows them."""

    id: str
    name: str
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contact:
    """Somebody in short, for a choice among many."""

    id: str
    name: str
    organisation: str
    relation: str
    follow_up_on: date | None


@dataclass(frozen=True)
class Directory:
    """Who is meant by a reference (nobody known, one, or several of one name), and what events are called."""

    people: Mapping[PersonRef, tuple[Named, ...]] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)

    def name(self, reference: PersonRef) -> str:
        """The name to read: of the person with that id, else the reference itself, which is a name."""
        known = self.people.get(reference, ())
        return known[0].name if known and known[0].id == reference else reference

    def names(self, references: Iterable[PersonRef | None]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.name(reference) for reference in references if reference))

    def handles(self, references: Iterable[PersonRef | None]) -> tuple[str, ...]:
        """Every id and name under which the people may be asked for."""
        found: dict[str, None] = {}
        for reference in references:
            if not reference:
                continue
            for person in self.people.get(reference, ()):
                found |= dict.fromkeys((person.id, person.name, *person.also_called))
            found[self.name(reference)] = None
        return tuple(found)

    def event(self, id: str | None) -> str:
        return self.events.get(id, "") if id else ""


def passage_of(item: Item, directory: Directory) -> Passage | None:
    """The passage of an item, or None for a kind that recall does not index (no drafts, captures, rehearsals …)."""
    passage: Passage | None = None
    match item:
        case Note():
            passage = _note(item, directory)
        case Story():
            passage = _story(item, directory)
        case Person():
            passage = _person(item)
        case Event():
            passage = _event(item, directory)
        case Goal():
            passage = _goal(item)
        case Commitment():
            passage = _commitment(item, directory)
        case Help():
            passage = _help(item, directory)
    return passage


def people_in(item: Item | Session) -> tuple[PersonRef, ...]:
    """The people whom the passage of an item carries."""
    match item:
        case Note():
            references: tuple[PersonRef | None, ...] = (item.author, *item.people)
        case Story():
            references = (item.heard_from, *(telling.person for telling in item.told), *item.about_people)
        case Session():
            references = item.speakers
        case Event():
            references = item.attendees
        case Commitment() | Help():
            references = (item.person,)
        case _:
            references = ()
    return tuple(reference for reference in references if reference)


def _note(note: Note, directory: Directory) -> Passage:
    references = people_in(note)
    return Passage(
        source_id=note.id,
        kind=Kind.NOTE,
        text=note.text,
        at=note.at,
        author=directory.name(note.author) if note.author else "",
        people=directory.handles(references),
        names=directory.names(references),
        event=note.event,
        event_name=directory.event(note.event),
        goal=note.goal,
        thread=note.thread,
        position=note.position,
    )


def _story(story: Story, directory: Directory) -> Passage:
    references = people_in(story)
    told = directory.names(telling.person for telling in story.told)
    return Passage(
        source_id=story.id,
        kind=Kind.STORY,
        title=story.title,
        text=_lines(
            story.title,
            story.full_text(),
            _labelled("Heard from", directory.names([story.heard_from])),
            _labelled("Told to", told),
            _labelled("Themes", story.themes),
            _labelled("Good for", story.good_for),
        ),
        at=_moment(story.at),
        author=directory.name(story.heard_from) if story.heard_from else "",
        people=directory.handles(references),
        names=directory.names(references),
        event=story.event,
        event_name=directory.event(story.event),
        collection=story.collection,
    )


def _person(person: Person) -> Passage:
    work = ", ".join(part for part in (person.role, person.organisation) if part)
    return Passage(
        source_id=person.id,
        kind=Kind.PERSON,
        title=person.name,
        text=_lines(
            f"{person.name}: {work}" if work else person.name,
            _labelled("Also called", person.also_called),
            _labelled("Cares about", person.cares_about),
            _labelled("Values", person.values),
            _labelled("How you met", [person.how_met] if person.how_met else []),
            person.about,
        ),
        people=tuple(dict.fromkeys((person.id, person.name, *person.also_called))),
        names=(person.name,),
    )


def session_passage(session: Session, event_id: str, directory: Directory) -> Passage:
    """The passage of a part of a programme."""
    speakers = directory.names(session.speakers)
    where = ", ".join(part for part in (_when(session.starts), session.room, session.track) if part)
    event_name = directory.event(event_id)
    return Passage(
        source_id=session.id,
        kind=Kind.SESSION,
        title=session.title,
        text=_lines(
            session.title,
            _labelled("Speaker" if len(speakers) == 1 else "Speakers", speakers),
            " · ".join(part for part in (event_name, where) if part),
            session.abstract,
            _labelled("Tags", session.tags),
        ),
        at=session.starts,
        people=directory.handles(session.speakers),
        names=speakers,
        event=event_id,
        event_name=event_name,
    )


def _event(event: Event, directory: Directory) -> Passage:
    days = " to ".join(dict.fromkeys(_day(day) for day in (event.starts, event.ends) if day))
    return Passage(
        source_id=event.id,
        kind=Kind.EVENT,
        title=event.name,
        text=_lines(event.name, ", ".join(part for part in (days, event.place) if part), event.about),
        at=_moment(event.starts),
        people=directory.handles(event.attendees),
        names=directory.names(event.attendees),
        event=event.id,
        event_name=event.name,
    )


def _goal(goal: Goal) -> Passage:
    return Passage(
        source_id=goal.id,
        kind=Kind.GOAL,
        title=goal.text,
        text=_lines(goal.text, _labelled("Why", [goal.why] if goal.why else []), _labelled("Values", goal.values)),
        goal=goal.id,
    )


def _commitment(promise: Commitment, directory: Directory) -> Passage:
    name = directory.name(promise.person)
    owes = f"I owe {name}" if promise.by == "me" else f"{name} owes me"
    due = f" (due {_day(promise.due)})" if promise.due else ""
    closed = "" if promise.status == "open" else f" ({promise.status})"
    return Passage(
        source_id=promise.id,
        kind=Kind.COMMITMENT,
        title=f"{owes}: {promise.what}",
        text=f"{owes}: {promise.what}{due}{closed}",
        at=_moment(promise.made_on),
        people=directory.handles([promise.person]),
        names=directory.names([promise.person]),
        event=promise.event,
        event_name=directory.event(promise.event),
    )


def _help(help: Help, directory: Directory) -> Passage:
    name = directory.name(help.person)
    said = f"I helped {name}: {help.what}" if help.by == "me" else f"{name} helped me: {help.what}"
    return Passage(
        source_id=help.id,
        kind=Kind.HELP,
        title=said,
        text=said,
        at=_moment(help.at),
        people=directory.handles([help.person]),
        names=directory.names([help.person]),
        event=help.event,
        event_name=directory.event(help.event),
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _labelled(label: str, values: Iterable[str]) -> str:
    joined = ", ".join(value for value in values if value)
    return f"{label}: {joined}" if joined else ""


def _moment(day: date | None) -> datetime | None:
    """A day as the start of it, without an offset: nobody said where on earth it began."""
    return datetime.combine(day, time()) if day else None


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _when(moment: datetime | None) -> str:
    return f"{moment:%A} {_day(moment)}, {moment:%H:%M}" if moment else ""
