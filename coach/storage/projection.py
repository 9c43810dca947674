"""From the tables to passages: items and the names they need, fetched for hundreds at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from coach.domain.evidence import Passage
from coach.domain.models import Event, Item, Kind, Session
from coach.domain.passages import Directory, Named, passage_of, people_in, session_passage
from coach.storage import rows, tables
from coach.storage.database import Database
from coach.storage.index_queue import Pending
from coach.storage.names import name_key
from coach.storage.shapes import INDEXED, PROGRAMME, SHAPES

Ref = tuple[Kind, str]


def passages(database: Database, refs: Iterable[Ref | Pending] | None, batch: int) -> Iterator[Passage]:
    """The passages of the items named, or of all; items that are gone are left out. One read transaction a batch."""
    for kind, ids in _batches(database, refs, batch):
        with database.reading() as connection:
            found = _of_kind(connection, kind, ids)
        yield from found


def _batches(
    database: Database, refs: Iterable[Ref | Pending] | None, batch: int
) -> Iterator[tuple[Kind, Sequence[str]]]:
    if refs is None:
        for kind in INDEXED:
            yield from ((kind, ids) for ids in _all_ids(database, kind, batch))
        return
    by_kind: dict[Kind, dict[str, None]] = defaultdict(dict)
    for ref in refs:
        kind, id = (ref.kind, ref.id) if isinstance(ref, Pending) else ref
        by_kind[Kind(kind)][id] = None
    for kind in INDEXED:
        yield from ((kind, ids) for ids in rows.chunks(by_kind[kind], batch))


def _all_ids(database: Database, kind: Kind, batch: int) -> Iterator[Sequence[str]]:
    ids = (tables.sessions if kind is Kind.SESSION else SHAPES[kind].table).c.id
    last = ""
    while True:
        with database.reading() as connection:
            some = connection.scalars(select(ids).where(ids > last).order_by(ids).limit(batch)).all()
        if not some:
            return
        yield some
        last = some[-1]


def _of_kind(connection: Connection, kind: Kind, ids: Sequence[str]) -> list[Passage]:
    if kind is Kind.SESSION:
        talks = load_sessions(connection, ids)
        directory = _directory(connection, [session for _, session in talks], [event for event, _ in talks])
        return [session_passage(session, event, directory) for event, session in talks]
    items = list(rows.load(connection, kind, ids, without=(PROGRAMME.field,)).values())
    directory = _directory(connection, items, [getattr(item, "event", None) for item in items])
    return [passage for item in items if (passage := passage_of(item, directory))]


def load_sessions(connection: Connection, ids: Sequence[str]) -> list[tuple[str, Session]]:
    """(event id, session) for each id, in the order of `ids`; missing ones are left out."""
    found: dict[str, tuple[str, Session]] = {}
    for some in rows.chunks(ids):
        listed = rows.listed(connection, PROGRAMME, tables.sessions.c.id.in_(some))
        found |= {session.id: (event_id, session) for event_id, session in listed}
    return [found[id] for id in ids if id in found]


def _directory(connection: Connection, items: Sequence[Item | Session], event_ids: Iterable[str | None]) -> Directory:
    references = list(dict.fromkeys(reference for item in items for reference in people_in(item)))
    events = {item.id: item.name for item in items if isinstance(item, Event)}
    for some in rows.chunks(dict.fromkeys(id for id in event_ids if id)):
        query = select(tables.events.c.id, tables.events.c.name).where(tables.events.c.id.in_(some))
        events |= {id: name for id, name in connection.execute(query)}
    return Directory(people_named(connection, references), events)


def people_named(connection: Connection, references: Sequence[str]) -> dict[str, tuple[Named, ...]]:
    """Who each reference may mean: the person with that id, else everybody of that name."""
    ids: dict[str, Named] = {}
    keys: dict[str, list[str]] = defaultdict(list)
    for some in rows.chunks(references):
        named = select(tables.person_names).where(
            tables.person_names.c.key.in_({name_key(reference) for reference in some})
        )
        for person_id, key in connection.execute(named):
            keys[key].append(person_id)
    wanted = dict.fromkeys([*references, *(id for several in keys.values() for id in several)])
    columns = (tables.people.c.id, tables.people.c.name, tables.people.c.also_called)
    for some in rows.chunks(wanted):
        for id, name, also_called in connection.execute(select(*columns).where(columns[0].in_(some))):
            ids[id] = Named(id, name, tuple(also_called))
    return {
        reference: (ids[reference],)
        if reference in ids
        else tuple(ids[id] for id in sorted(set(keys[name_key(reference)])) if id in ids)
        for reference in references
    }
