"""Who is meant: a reference to a person becomes that person's id where exactly one person can be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select, union

from coach.domain.models import Item, Kind, Model, Person
from coach.storage import merge_records, rows, tables
from coach.storage.names import name_key
from coach.storage.shapes import MENTIONS, SHAPES, Children, Mention


def references_in(item: Item) -> Iterator[str]:
    """Every reference to a person in the item."""
    shape = SHAPES[item.kind]
    yield from _own_references(item, shape.references)
    for child in shape.children:
        yield from _listed_references(getattr(item, child.field), child)


def _own_references(model: Model, fields: Sequence[str]) -> Iterator[str]:
    yield from (reference for field in fields if (reference := getattr(model, field)))


def _listed_references(values: Iterable[Any], child: Children) -> Iterator[str]:
    if child.of_people:
        yield from values
        return
    for value in values:
        yield from _own_references(value, child.references)
        for grandchild in child.children:
            yield from _listed_references(getattr(value, grandchild.field), grandchild)


def resolve(connection: Connection, references: Iterable[str]) -> dict[str, str]:
    """The id of the person meant, for each reference where exactly one person can be meant. An id wins over a name.

    The id of somebody who was merged into another leads to that one.
    """
    wanted = list(dict.fromkeys(references))
    ids: set[str] = set()
    merged: list[str] = []
    by_key: dict[str, list[str]] = defaultdict(list)
    for some in rows.chunks(wanted):
        ids.update(connection.scalars(select(tables.people.c.id).where(tables.people.c.id.in_(some))))
        merged += merge_records.merged_ids(connection, some)
        keys = {name_key(reference) for reference in some}
        named = select(tables.person_names).where(tables.person_names.c.key.in_(keys))
        for person_id, key in connection.execute(named):
            by_key[key].append(person_id)
    meant = {reference: reference if reference in ids else _only(by_key[name_key(reference)]) for reference in wanted}
    meant |= merge_records.successors(connection, set(merged) - ids)
    return {reference: id for reference, id in meant.items() if id}


def ids_among(connection: Connection, references: Iterable[str]) -> dict[str, str]:
    """Those of the references that are ids of people, each with today's id."""
    people = tables.people.c.id
    found: dict[str, str] = {}
    for some in rows.chunks(dict.fromkeys(references)):
        found |= merge_records.successors(connection, merge_records.merged_ids(connection, some))
        found |= {id: id for id in connection.scalars(select(people).where(people.in_(some)))}
    return found


def _only(values: Sequence[str]) -> str | None:
    different = set(values)
    return different.pop() if len(different) == 1 else None


def with_ids(item: Item, meant: Mapping[str, str]) -> Item:
    """The item with each resolved reference as an id; the same object when nothing changes."""
    shape = SHAPES[item.kind]
    changed = _replaced(item, shape.references, shape.children, meant)
    return item.model_copy(update=changed) if changed else item


def _replaced(
    model: Model, references: Sequence[str], lists: Sequence[Children], meant: Mapping[str, str]
) -> dict[str, Any]:
    fields = {field: getattr(model, field) for field in references}
    new = {field: meant.get(value, value) for field, value in fields.items() if value}
    for child in lists:
        fields[child.field] = getattr(model, child.field)
        new[child.field] = _replaced_list(fields[child.field], child, meant)
    return {field: value for field, value in new.items() if value != fields[field]}


def _replaced_list(values: Sequence[Any], child: Children, meant: Mapping[str, str]) -> tuple[Any, ...]:
    if child.of_people:
        return tuple(dict.fromkeys(meant.get(value, value) for value in values))
    if not (child.references or child.children):
        return tuple(values)
    changes = [(value, _replaced(value, child.references, child.children, meant)) for value in values]
    return tuple(value.model_copy(update=change) if change else value for value, change in changes)


def people_meant(connection: Connection, reference: str) -> list[Person]:
    """Whom a person means who types this: the one with that id, else all with that name, else those with a title
    before it."""
    if found := rows.load(connection, Kind.PERSON, [reference]):
        return list(found.values())
    named = select(tables.person_names.c.person_id).where(tables.person_names.c.key == name_key(reference)).distinct()
    people: dict[str, Person] = rows.load(connection, Kind.PERSON, sorted(connection.scalars(named)))
    key = name_key(reference)
    by_name = [one for one in people.values() if key in map(name_key, (one.name, *one.also_called))]
    return by_name or list(people.values())


def mentions(mention: Mention, ids: Iterable[str], keys: Iterable[str]) -> ColumnElement[bool]:
    """The condition that a place refers to one of the ids, or, where nobody is known for it, to one of the names."""
    return or_(*_ways(mention, ids, keys))


def _ways(mention: Mention, ids: Iterable[str], keys: Iterable[str]) -> tuple[ColumnElement[bool], ...]:
    """`mentions` in two parts, for each of which there is an index. Where the id is known the key is empty."""
    return mention.id.in_(list(ids)), mention.key.in_(list(keys))


def keys_of(reference: str, people: Iterable[Person]) -> tuple[set[str], set[str]]:
    """The ids, and the normal forms of ids and names, under which somebody may stand in the tables."""
    people = list(people)
    ids = {person.id for person in people}
    names = {reference, *ids, *(name for person in people for name in (person.name, *person.also_called))}
    return ids, {name_key(name) for name in names}


def about_somebody(connection: Connection, kind: Kind, reference: str) -> ColumnElement[bool]:
    """The condition that an item of `kind` refers to the person in any of its places."""
    ids, keys = keys_of(reference, people_meant(connection, reference))
    owner = tables.sessions if kind is Kind.SESSION else SHAPES[kind].table
    places = (place for place in MENTIONS if place.kind is kind)
    found = [select(place.table.c[place.owner]).where(one) for place in places for one in _ways(place, ids, keys)]
    return owner.c.id.in_(union(*found))


def carriers(connection: Connection, ids: Iterable[str], keys: Iterable[str]) -> list[tuple[Kind, str]]:
    """All items that refer to any of these people, as (kind, id)."""
    found: list[tuple[Kind, str]] = []
    ids, keys = list(ids), list(keys)
    for place in MENTIONS:
        owner = place.table.c[place.owner]
        for condition in (
            *(place.id.in_(some) for some in rows.chunks(ids)),
            *(place.key.in_(some) for some in rows.chunks(keys)),
        ):
            found += ((place.kind, id) for id in connection.scalars(select(owner).where(condition)))
    return found
