"""Making two people one, and parting them again: every reference moves, in one transaction, and the index follows.

References are moved row by row, not by saving the items anew: a plain name that stands elsewhere in an item stays what
it was, so that parting gives back what there was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import Connection, Row, delete, insert, select, update

from coach.domain.duplicates import Identity
from coach.domain.ids import new_id
from coach.domain.merging import Merge, Moved, Pick, parted, united
from coach.domain.models import Kind, Person
from coach.errors import InputError, NotFoundError
from coach.storage import merge_records, references, rows, tables
from coach.storage.database import Database
from coach.storage.index_queue import enqueue
from coach.storage.merge_records import Pair
from coach.storage.saving import save_batch
from coach.storage.shapes import MENTIONS, SHAPES, Mention

_LISTS = {child.table for shape in SHAPES.values() for child in shape.children if child.of_people} | {
    grandchild.table
    for shape in SHAPES.values()
    for child in shape.children
    for grandchild in child.children
    if grandchild.of_people
}
"""Lists of people, in which nobody stands twice."""


class Merging:
    """The merges of a workspace. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def merge(self, kept_id: str, other_id: str, choose: Mapping[str, Pick]) -> Merge:
        """Make two people one. Raises NotFoundError; InputError when they are the same one."""
        if kept_id == other_id:
            raise InputError("{kept_id!r} is one person already.", "Name two people.", kept_id=kept_id)
        with self._database.writing() as connection:
            kept, other = _person(connection, kept_id), _person(connection, other_id)
            return _merge(connection, kept, other, choose)

    def unmerge(self, merge_id: str) -> Merge:
        """Part two people again: what was the other's is theirs again, what was added since stays with the kept person.

        Raises NotFoundError; InputError while a later merge stands in the way.
        """
        with self._database.writing() as connection:
            merge = merge_records.one(connection, merge_id)
            _refuse_in_between(connection, merge)
            _unmerge(connection, merge)
        return merge

    def merges(self, kept: str | None = None) -> list[Merge]:
        """The newest first; of one kept person, or all."""
        with self._database.reading() as connection:
            return merge_records.load(connection, kept=kept)

    def kept_for(self, ids: Iterable[str]) -> dict[str, str]:
        """For each of these ids whose person went into another: the id of that one."""
        with self._database.reading() as connection:
            return merge_records.successors(connection, ids)

    def identities(self) -> tuple[Identity, ...]:
        """What tells people apart, of everybody, without loading whole people."""
        people, channels = tables.people.c, tables.person_channels.c
        addresses: dict[str, list[tuple[str, str]]] = defaultdict(list)
        with self._database.reading() as connection:
            for id, kind, value in connection.execute(select(channels.person_id, channels.type, channels.value)):
                addresses[id].append((kind, value))
            query = select(people.id, people.name, people.also_called, people.organisation).order_by(people.id)
            found = connection.execute(query).all()
        return tuple(Identity(id, name, tuple(also), org, tuple(addresses[id])) for id, name, also, org in found)

    def keep_apart(self, one: str, other: str) -> None:
        """Remember that two people are not the same."""
        with self._database.writing() as connection:
            merge_records.keep_apart(connection, [(one, other)])

    def apart(self) -> list[Pair]:
        """The pairs that are not the same, by today's ids."""
        with self._database.reading() as connection:
            pairs = merge_records.apart(connection)
            now = merge_records.successors(connection, {id for pair in pairs for id in pair})
        return [(now.get(first, first), now.get(second, second)) for first, second in pairs]

    def apart_as_said(self) -> list[Pair]:
        """The same pairs, by the ids of then."""
        with self._database.reading() as connection:
            return merge_records.apart(connection)


def _person(connection: Connection, id: str) -> Person:
    found: dict[str, Person] = rows.load(connection, Kind.PERSON, [id])
    if id not in found:
        raise NotFoundError("There is no person with the id {id!r}.", "List people, and use an id from there.", id=id)
    return found[id]


def _merge(connection: Connection, kept: Person, other: Person, choose: Mapping[str, Pick]) -> Merge:
    enqueue(connection, references.carriers(connection, [kept.id, other.id], []))
    moved = [one for place in MENTIONS for one in _move(connection, place, kept.id, other.id)]
    connection.execute(delete(tables.people).where(tables.people.c.id == other.id))
    enqueue(connection, [(Kind.PERSON, other.id)], "delete")
    after = united(kept, other, choose)
    save_batch(connection, [after])
    merge = Merge(
        id=new_id(), made_at=datetime.now(UTC), kept=kept.id, other=other, before=kept, after=after, moved=tuple(moved)
    )
    merge_records.add(connection, merge)
    return merge


def _name(place: Mention) -> str:
    return f"{place.table.name}.{place.prefix}"


def _facts(place: Mention, row: Row[Any]) -> dict[str, Any]:
    own = {place.id.name, place.name.name, place.key.name, place.owner, "position"}
    values = {name: value for name, value in row._mapping.items() if name not in own}
    facts: dict[str, Any] = to_jsonable_python(values)
    return facts


def _move(connection: Connection, place: Mention, kept: str, other: str) -> Iterable[Moved]:
    """Let every reference at this place mean the kept person."""
    table = place.table
    owner = table.c[place.owner]
    if place.owner == "id":
        ids = connection.scalars(select(owner).where(place.id == other)).all()
        connection.execute(update(table).where(place.id == other).values({place.id: kept}))
        return [Moved(place=_name(place), owner=id) for id in ids]
    moved = []
    holding = set(connection.scalars(select(owner).where(place.id == kept))) if table in _LISTS else set()
    for row in connection.execute(select(table).where(place.id == other).order_by(owner, table.c.position)).all():
        id = row._mapping[place.owner]
        at = (owner == id, table.c.position == row.position)
        beside = id in holding
        if beside:
            connection.execute(delete(table).where(*at))
        else:
            connection.execute(update(table).where(*at).values({place.id: kept}))
        facts = _facts(place, row)
        index = _index(connection, place, id, row.position)
        moved.append(Moved(place=_name(place), owner=id, position=index, facts=facts, beside=beside))
    return moved


def _index(connection: Connection, place: Mention, owner: str, position: int) -> int:
    """The place in the list, from 0, of the row at `position`: numbers may be missing in between."""
    table = place.table
    before = select(table.c.position).where(table.c[place.owner] == owner, table.c.position < position)
    return len(connection.scalars(before).all())


def _refuse_in_between(connection: Connection, merge: Merge) -> None:
    later = merge_records.load(connection, kept=merge.kept)
    if later and later[0].id != merge.id:
        raise InputError(
            "{name!r} was merged into the same person after that.",
            "Part them first, then these.",
            name=later[0].other.name,
        )
    if merged := merge_records.successors(connection, [merge.kept]):
        name = _person(connection, merged[merge.kept]).name
        raise InputError(
            "{name!r} is now a part of {other!r}.",
            "Part those two first, then these.",
            name=merge.after.name,
            other=name,
        )


def _unmerge(connection: Connection, merge: Merge) -> None:
    now = _person(connection, merge.kept)
    merge_records.remove(connection, [merge.id])
    if merge.other.id not in rows.load(connection, Kind.PERSON, [merge.other.id]):
        save_batch(connection, [merge.other])
    save_batch(connection, [parted(now, merge)])
    places = {_name(place): place for place in MENTIONS}
    for name in dict.fromkeys(one.place for one in merge.moved):
        if name in places:
            some = [one for one in merge.moved if one.place == name]
            _move_back(connection, places[name], some, merge.kept, merge.other.id)
    enqueue(connection, references.carriers(connection, [merge.kept, merge.other.id], []))


def _move_back(connection: Connection, place: Mention, moved: Sequence[Moved], kept: str, other: str) -> None:
    owner = place.table.c[place.owner]
    for one in moved:
        if one.position < 0:
            still = (owner == one.owner, place.id == kept)
            connection.execute(update(place.table).where(*still).values({place.id: other}))
    lists: dict[str, list[Moved]] = {}
    for one in moved:
        if one.position >= 0:
            lists.setdefault(one.owner, []).append(one)
    for id, some in lists.items():
        _restore_list(connection, place, id, some, kept, other)


def _restore_list(
    connection: Connection, place: Mention, owner_id: str, moved: Sequence[Moved], kept: str, other: str
) -> None:
    """Give a list its entries of the other person again, where the entry that they became is still there."""
    table = place.table
    ours = table.c[place.owner] == owner_id
    entries = [dict(row._mapping) for row in connection.execute(select(table).where(ours).order_by(table.c.position))]
    for one in moved:
        _restore_entry(entries, place, one, kept, other)
    connection.execute(delete(table).where(ours))
    if entries:
        connection.execute(insert(table), [entry | {"position": at} for at, entry in enumerate(entries)])


def _restore_entry(entries: list[dict[str, Any]], place: Mention, one: Moved, kept: str, other: str) -> None:
    id = place.id.name
    fitting = [
        at
        for at, entry in enumerate(entries)
        if entry[id] == kept and one.facts == to_jsonable_python({name: entry[name] for name in one.facts})
    ]
    if not fitting:
        return
    if one.beside:
        entries.insert(min(one.position, len(entries)), dict(entries[fitting[0]], **{id: other}))
    else:
        at = one.position if one.position in fitting else fitting[0]
        entries[at][id] = other
