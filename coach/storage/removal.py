"""Removing one item: its rows, its place in the index, and what pointed to it."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, select, update

from coach.domain.models import Event, Item, Kind, Person
from coach.storage import merge_records, references, rows, tables
from coach.storage.index_queue import enqueue
from coach.storage.names import name_key
from coach.storage.saving import pointing_to
from coach.storage.shapes import MENTIONS, POINTERS, SHAPES


def remove(connection: Connection, item: Item) -> None:
    """Remove an item. Whatever referred to a person keeps the name; whatever pointed to another item is cleared."""
    kind = item.kind
    affected = pointing_to(connection, kind, [item.id])
    if isinstance(item, Person):
        affected += references.carriers(connection, [item.id], [name_key(item.id)])
        _leave_name(connection, item)
        merge_records.forget(connection, item.id)
    for _, column in POINTERS.get(kind, ()):
        if isinstance(column.table, Table):
            connection.execute(update(column.table).where(column == item.id).values({column: None}))
    if kind is Kind.GOAL:
        connection.execute(delete(tables.event_goals).where(tables.event_goals.c.goal_id == item.id))
    connection.execute(delete(SHAPES[kind].table).where(SHAPES[kind].table.c.id == item.id))
    enqueue(connection, affected)
    gone = [(kind, item.id)]
    if isinstance(item, Event):
        gone += [(Kind.SESSION, session.id) for session in item.programme]
    enqueue(connection, gone, "delete")


def pointing_items(connection: Connection, item: Item) -> list[Item]:
    """The items that lose something when this one is removed, as they are before."""
    affected = pointing_to(connection, item.kind, [item.id])
    if item.kind is Kind.GOAL:
        goals = tables.event_goals.c
        affected += (
            (Kind.EVENT, id) for id in connection.scalars(select(goals.event_id).where(goals.goal_id == item.id))
        )
    if item.kind is Kind.PERSON:
        affected += references.carriers(connection, [item.id], [name_key(item.id)])
    wanted = [
        (kind, id) for kind, id in dict.fromkeys(affected) if kind in SHAPES and (kind, id) != (item.kind, item.id)
    ]
    return [one for kind, id in wanted for one in rows.load(connection, kind, [id]).values()]


def _leave_name(connection: Connection, person: Person) -> None:
    name = {"name": person.name, "key": name_key(person.name)}
    for place in MENTIONS:
        values = {place.id: None, place.name: name["name"], place.key: name["key"]}
        connection.execute(update(place.table).where(place.id == person.id).values(values))
