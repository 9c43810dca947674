"""What recall has still to learn: one row for each item that changed, or went, since it was last indexed.

The row is written in the transaction that changes the item, so nothing is ever missed. Each has a stamp that
is never used again: marking an old change as indexed leaves a newer change of the same item in the queue.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, func, insert, literal, select

from coach.domain.models import Kind
from coach.storage import tables
from coach.storage.rows import chunks
from coach.storage.shapes import INDEXED, SHAPES

Op = Literal["index", "delete"]
queue = tables.index_queue


@dataclass(frozen=True)
class Pending:
    """An item to (re)index or to take out of the index."""

    kind: Kind
    id: str
    op: Op
    stamp: int


def enqueue(connection: Connection, refs: Iterable[tuple[Kind, str]], op: Op = "index") -> None:
    """Put items in the queue, in place of what stood there for them. Kinds that recall does not know are left out."""
    wanted = [ref for ref in dict.fromkeys(refs) if ref[0] in INDEXED]
    for kind in dict.fromkeys(kind for kind, _ in wanted):
        for ids in chunks(id for of, id in wanted if of is kind):
            connection.execute(delete(queue).where(queue.c.kind == kind.value, queue.c.id.in_(ids)))
            connection.execute(insert(queue), [{"kind": kind.value, "id": id, "op": op} for id in ids])


def pending(connection: Connection, limit: int, after: int = 0) -> list[Pending]:
    rows = connection.execute(select(queue).where(queue.c.stamp > after).order_by(queue.c.stamp).limit(limit))
    return [Pending(Kind(row.kind), row.id, row.op, row.stamp) for row in rows]


def newest(connection: Connection) -> int:
    """The stamp of the last change in the queue; 0 when it is empty."""
    return connection.scalar(select(func.max(queue.c.stamp))) or 0


def mark_indexed(connection: Connection, done: Iterable[Pending]) -> None:
    for stamps in chunks(item.stamp for item in done):
        connection.execute(delete(queue).where(queue.c.stamp.in_(stamps)))


def mark_all_pending(connection: Connection) -> int:
    """Queue every item of the workspace; returns how many. Removals that are still to be done stay."""
    connection.execute(delete(queue).where(queue.c.op == "index"))
    for kind in INDEXED:
        table = tables.sessions if kind is Kind.SESSION else SHAPES[kind].table
        rows = select(literal(kind.value), table.c.id, literal("index"))
        connection.execute(insert(queue).from_select(["kind", "id", "op"], rows))
    return connection.scalar(select(func.count()).select_from(queue).where(queue.c.op == "index")) or 0
