"""What may narrow a listing, kind by kind: the same conditions serve listing and counting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, func, literal, or_, select

from coach.domain.models import Kind
from coach.errors import InputError
from coach.storage import tables
from coach.storage.columns import Moment
from coach.storage.names import search_key
from coach.storage.references import about_somebody, keys_of, mentions, people_meant
from coach.storage.shapes import MENTIONS, SHAPES

Conditions = list[ColumnElement[bool]]


def people_conditions(
    connection: Connection,
    *,
    search: str = "",
    relation: str | None = None,
    event: str | None = None,
    ids: Iterable[str] | None = None,
    follow_up_by: date | None = None,
    invented: bool | None = None,
) -> Conditions:
    people = tables.people
    found: Conditions = [people.c.search.contains(word, autoescape=True) for word in search_key(search).split()]
    if relation is not None:
        found.append(people.c.relation == relation)
    if event is not None:
        found.append(people.c.id.in_(_people_at(event)))
    if ids is not None:
        found.append(people.c.id.in_(list(ids)))
    if follow_up_by is not None:
        found.append(people.c.follow_up_on <= follow_up_by)
    return found + _equal(people, invented=invented)


def _people_at(event: str) -> Any:
    """Ids of those who speak at or attend an event, also where only a name stands that is theirs."""
    speakers, attendees, sessions = tables.session_speakers, tables.event_attendees, tables.sessions
    names = tables.person_names
    talks = select(sessions.c.id).where(sessions.c.event_id == event)
    speaking, attending = speakers.c.session_id.in_(talks), attendees.c.event_id == event
    known = [
        select(speakers.c.person_id).where(speaking, speakers.c.person_id.is_not(None)),
        select(attendees.c.person_id).where(attending, attendees.c.person_id.is_not(None)),
    ]
    named = [
        select(names.c.person_id).join(speakers, speakers.c.person_key == names.c.key).where(speaking),
        select(names.c.person_id).join(attendees, attendees.c.person_key == names.c.key).where(attending),
    ]
    return known[0].union(known[1], *named)


def event_conditions(
    connection: Connection, *, upcoming_from: date | None = None, invented: bool | None = None
) -> Conditions:
    """`upcoming_from`: events that end on that day or later; one without a date cannot be said to be upcoming."""
    found = _equal(tables.events, invented=invented)
    if upcoming_from is None:
        return found
    return [*found, func.coalesce(tables.events.c.ends, tables.events.c.starts) >= upcoming_from]


def session_conditions(connection: Connection, *, event: str | None = None, person: str | None = None) -> Conditions:
    found: Conditions = [] if event is None else [tables.sessions.c.event_id == event]
    if person is not None:
        found.append(about_somebody(connection, Kind.SESSION, person))
    return found


def note_conditions(
    connection: Connection,
    *,
    person: str | None = None,
    event: str | None = None,
    thread: str | None = None,
    goal: str | None = None,
    since: date | None = None,
    until: date | None = None,
    source: str | None = None,
    search: str = "",
) -> Conditions:
    """`since` and `until` are days of the writer's own clock, both inclusive."""
    notes = tables.notes
    found = _equal(notes, event=event, thread=thread, goal=goal, source=source)
    found += [_says(notes.c.text, word) for word in search.split()]
    if person is not None:
        found.append(about_somebody(connection, Kind.NOTE, person))
    if since is not None:
        found.append(notes.c.sorted_at >= _day(since))
    if until is not None:
        found.append(notes.c.sorted_at < _day(until + timedelta(days=1)))
    return found


def _says(text: Column[Any], word: str) -> ColumnElement[bool]:
    """Whether the text holds the word. SQLite ignores the case of A to Z alone, so that each usual case is asked."""
    forms = dict.fromkeys((word, word.lower(), word.capitalize(), word.upper()))
    return or_(*(text.icontains(form, autoescape=True) for form in forms))


def story_conditions(
    connection: Connection, *, own: bool | None = None, collection: str | None = None, told_to: str | None = None
) -> Conditions:
    found = _equal(tables.stories, own=own, collection=collection)
    if told_to is not None:
        ids, keys = keys_of(told_to, people_meant(connection, told_to))
        place = next(place for place in MENTIONS if place.table is tables.story_tellings)
        found.append(tables.stories.c.id.in_(select(place.table.c.story_id).where(mentions(place, ids, keys))))
    return found


def commitment_conditions(
    connection: Connection,
    *,
    status: str | None = None,
    person: str | None = None,
    by: str | None = None,
    due_before: date | None = None,
) -> Conditions:
    found = _equal(tables.commitments, status=status, by=by)
    if person is not None:
        found.append(about_somebody(connection, Kind.COMMITMENT, person))
    if due_before is not None:
        found.append(tables.commitments.c.due < due_before)
    return found


def help_conditions(connection: Connection, *, person: str | None = None, by: str | None = None) -> Conditions:
    found = _equal(tables.helps, by=by)
    if person is not None:
        found.append(about_somebody(connection, Kind.HELP, person))
    return found


def draft_conditions(
    connection: Connection,
    *,
    purpose: str | None = None,
    person: str | None = None,
    event: str | None = None,
    status: str | None = None,
) -> Conditions:
    found = _equal(tables.drafts, purpose=purpose, event=event, status=status)
    if person is not None:
        found.append(about_somebody(connection, Kind.DRAFT, person))
    return found


def goal_conditions(connection: Connection, *, status: str | None = None) -> Conditions:
    return _equal(tables.goals, status=status)


def reflection_conditions(connection: Connection, *, event: str | None = None) -> Conditions:
    return _equal(tables.reflections, event=event)


def capture_conditions(connection: Connection, *, status: str | None = None) -> Conditions:
    return _equal(tables.captures, status=status)


def rehearsal_conditions(connection: Connection, *, person: str | None = None, status: str | None = None) -> Conditions:
    found = _equal(tables.rehearsals, status=status)
    if person is not None:
        found.append(about_somebody(connection, Kind.REHEARSAL, person))
    return found


CONDITIONS: dict[Kind, Callable[..., Conditions]] = {
    Kind.PERSON: people_conditions,
    Kind.EVENT: event_conditions,
    Kind.SESSION: session_conditions,
    Kind.GOAL: goal_conditions,
    Kind.NOTE: note_conditions,
    Kind.STORY: story_conditions,
    Kind.COMMITMENT: commitment_conditions,
    Kind.HELP: help_conditions,
    Kind.DRAFT: draft_conditions,
    Kind.REFLECTION: reflection_conditions,
    Kind.CAPTURE: capture_conditions,
    Kind.REHEARSAL: rehearsal_conditions,
}


def _newest(column: Any) -> tuple[ColumnElement[Any], ...]:
    return (column.desc().nulls_last(), column.table.c.id)


ORDER: dict[Kind, tuple[ColumnElement[Any], ...]] = {
    Kind.PERSON: (tables.people.c.search, tables.people.c.id),
    Kind.EVENT: (tables.events.c.starts.nulls_last(), tables.events.c.id),
    Kind.SESSION: (tables.sessions.c.starts.nulls_last(), tables.sessions.c.event_id, tables.sessions.c.position),
    Kind.GOAL: (tables.goals.c.created_at, tables.goals.c.id),
    Kind.STORY: (func.lower(tables.stories.c.title), tables.stories.c.id),
    Kind.COMMITMENT: (tables.commitments.c.due.nulls_last(), tables.commitments.c.created_at, tables.commitments.c.id),
    Kind.HELP: _newest(tables.helps.c.at),
    Kind.DRAFT: _newest(tables.drafts.c.created_at),
    Kind.REFLECTION: _newest(tables.reflections.c.created_at),
    Kind.CAPTURE: _newest(tables.captures.c.created_at),
    Kind.REHEARSAL: _newest(tables.rehearsals.c.created_at),
}


KNOWN_FIRST = (tables.people.c.relation, *ORDER[Kind.PERSON])
"""`known` comes before `prospect`, in this order too."""


def note_order(thread: str | None, newest_first: bool) -> tuple[ColumnElement[Any], ...]:
    """By time; within one thread by position first, which is what says who spoke before whom."""
    notes = tables.notes.c
    columns = (notes.position, notes.sorted_at, notes.id) if thread else (notes.sorted_at, notes.id)
    return tuple(column.desc().nulls_last() if newest_first else column.nulls_last() for column in columns)


def ids_of(
    connection: Connection,
    kind: Kind,
    conditions: Conditions,
    order: Sequence[ColumnElement[Any]] | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[str]:
    """The ids of a listing, in order."""
    query: Select[Any] = select(_table(kind).c.id).where(*conditions).order_by(*(order or ORDER[kind]))
    return list(connection.scalars(query.limit(limit).offset(offset)))


def count(connection: Connection, kind: Kind, filters: dict[str, Any]) -> int:
    """How many items fit. Raises InputError for a filter that the kind does not have."""
    try:
        conditions = CONDITIONS[kind](connection, **filters)
    except TypeError as exc:
        raise InputError(
            "{value!r} cannot be counted by {filters!r}.",
            "Leave that filter out.",
            value=kind.value,
            filters=sorted(filters),
        ) from exc
    return connection.scalar(select(func.count()).select_from(_table(kind)).where(*conditions)) or 0


def _table(kind: Kind) -> Any:
    return tables.sessions if kind is Kind.SESSION else SHAPES[kind].table


def _equal(table: Any, **values: Any) -> Conditions:
    return [table.c[name] == value for name, value in values.items() if value is not None]


def _day(day: date) -> ColumnElement[Any]:
    return literal(day.isoformat(), Moment)
