"""One batch of items into the database: resolve whom they name, compare with what is there, write what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, select

from coach.domain.intake import SaveReport
from coach.domain.models import Event, Item, Kind, Person
from coach.domain.naming import without_title
from coach.errors import InputError
from coach.storage import references, rows, tables
from coach.storage.index_queue import enqueue
from coach.storage.names import name_key
from coach.storage.shapes import POINTERS, SHAPES

BATCH = 500
ItemT = TypeVar("ItemT", bound=Item)
Pairs = Sequence[tuple[ItemT | None, ItemT]]


class EventHeading(Event):
    """An event from a light listing, without its programme and attendees; it cannot be saved back."""


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """Batches in the order in which kinds depend on each other; an id that comes twice starts a new batch."""
    order = {kind: place for place, kind in enumerate(SHAPES)}
    batch: dict[tuple[Kind, str], Item] = {}
    for item in sorted(items, key=lambda item: order[item.kind]):
        if len(batch) == size or (item.kind, item.id) in batch:
            yield list(batch.values())
            batch = {}
        batch[item.kind, item.id] = item
    if batch:
        yield list(batch.values())


def save_batch(connection: Connection, items: Sequence[Item], *, as_named: bool = False) -> SaveReport:
    """Save items of any kinds, ids unique within a kind. Raises InputError.

    `as_named`: a name stays a name, whoever has it; for items that were saved before, somewhere else.
    """
    report = SaveReport()
    for kind in SHAPES:
        if some := [item for item in items if item.kind is kind]:
            report += _save_kind(connection, kind, some, as_named)
    return report


def _save_kind(connection: Connection, kind: Kind, items: Sequence[Item], as_named: bool) -> SaveReport:
    _refuse_unusable(connection, items)
    named = chain.from_iterable(map(references.references_in, items))
    meant = (references.ids_among if as_named else references.resolve)(connection, named)
    stored = rows.load(connection, kind, [item.id for item in items])
    pairs = [_pair(references.with_ids(item, meant), stored.get(item.id)) for item in items]
    added = [new for old, new in pairs if old is None]
    changed = [(old, new) for old, new in pairs if old is not None and _content(old) != _content(new)]
    rows.write(connection, kind, added, [new for _, new in changed], set(meant.values()))
    written: Pairs[Item] = [*((None, new) for new in added), *changed]
    _after_writing(connection, kind, written)
    return SaveReport(added=len(added), updated=len(changed), unchanged=len(items) - len(written))


def _pair(item: Item, old: Item | None) -> tuple[Item | None, Item]:
    """The item with the time at which it was first saved."""
    created_at = old.created_at if old else item.created_at or datetime.now(UTC)
    return old, item.model_copy(update={"created_at": created_at})


def _content(item: Item) -> dict[str, Any]:
    return item.model_dump(mode="json", exclude={"created_at"})


def _refuse_unusable(connection: Connection, items: Sequence[Item]) -> None:
    for item in items:
        if isinstance(item, EventHeading):
            raise InputError(
                "The event {id!r} comes from a light listing, without its programme.",
                "Load it by its id, change that, and save it.",
                id=item.id,
            )
    owners = _session_owners(items)
    for some in rows.chunks(owners):
        kept = select(tables.sessions.c.id, tables.sessions.c.event_id).where(tables.sessions.c.id.in_(some))
        for id, event_id in connection.execute(kept):
            if owners[id] != event_id:
                raise InputError(
                    "The session id {id!r} is taken by the event {event_id!r}.",
                    "Give the session another id.",
                    id=id,
                    event_id=event_id,
                )


def _session_owners(items: Sequence[Item]) -> dict[str, str]:
    owners: dict[str, str] = {}
    for event in items:
        for session in event.programme if isinstance(event, Event) else ():
            if session.id in owners:
                raise InputError(
                    "The session id {id!r} occurs twice (in the programme of {event_id!r}).",
                    "Give each session an id of its own.",
                    id=session.id,
                    event_id=event.id,
                )
            owners[session.id] = event.id
    return owners


def _after_writing(connection: Connection, kind: Kind, written: Pairs[Any]) -> None:
    """Names of people are kept for look-up; what the index knows of the written items is now out of date."""
    enqueue(connection, [(kind, new.id) for _, new in written])
    if kind is Kind.PERSON:
        _after_people(connection, written)
    elif kind is Kind.EVENT:
        _after_events(connection, written)


def _after_people(connection: Connection, written: Pairs[Person]) -> None:
    """A new name, or a name that went, changes every passage that shows it or may be asked for by it."""
    renamed = [(old, new) for old, new in written if old is None or _names(old) != _names(new)]
    rows.write_names(connection, [new for _, new in renamed])
    ids = [new.id for _, new in renamed]
    keys = {name_key(name) for pair in renamed for person in pair if person for name in _names(person)}
    enqueue(connection, references.carriers(connection, ids, keys))


def _names(person: Person) -> list[str]:
    return [person.id, person.name, without_title(person.name), *person.also_called]


def _after_events(connection: Connection, written: Pairs[Event]) -> None:
    """Sessions are indexed one by one: only those that changed, unless the event's own name did."""
    gone: list[tuple[Kind, str]] = []
    changed: list[tuple[Kind, str]] = []
    renamed: list[str] = []
    for old, new in written:
        before = {session.id: session for session in old.programme} if old else {}
        same_name = old is not None and old.name == new.name
        changed += ((Kind.SESSION, s.id) for s in new.programme if not same_name or before.get(s.id) != s)
        gone += ((Kind.SESSION, id) for id in before.keys() - {session.id for session in new.programme})
        if not same_name:
            renamed.append(new.id)
    enqueue(connection, gone, "delete")
    enqueue(connection, [*changed, *pointing_to(connection, Kind.EVENT, renamed)])


def pointing_to(connection: Connection, kind: Kind, ids: Iterable[str]) -> list[tuple[Kind, str]]:
    """The items, as (kind, id), that hold the id of one of these items of `kind`."""
    found: list[tuple[Kind, str]] = []
    owners: dict[str, str] = {"story_tellings": "story_id"}
    for some in rows.chunks(ids):
        for owner, column in POINTERS.get(kind, ()):
            table = cast(Any, column.table)
            query = select(table.c[owners.get(table.name, "id")]).where(column.in_(some))
            found += ((owner, id) for id in connection.scalars(query))
    return found
