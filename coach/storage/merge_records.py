"""What is kept of merges: who went into whom, so that an old id still leads to the person, and parting is possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from coach.domain.merging import Merge
from coach.errors import NotFoundError
from coach.storage import rows, tables

Pair = tuple[str, str]
_TEXTS = ("before", "after", "other")
_WHO = frozenset({"id", "name", "also_called", "channels"})
"""Who somebody is; the words beside it may speak of others."""


def add(connection: Connection, merge: Merge) -> None:
    dumped = merge.model_dump(mode="json", include={"before", "after", "other", "moved"})
    values = {"id": merge.id, "made_at": merge.made_at, "kept_id": merge.kept, "other_id": merge.other.id, **dumped}
    connection.execute(insert(tables.merges).values(values))


def load(connection: Connection, *, kept: str | None = None) -> list[Merge]:
    """The newest first; of one kept person, or all."""
    merges = tables.merges.c
    query = select(tables.merges).order_by(merges.made_at.desc(), merges.id)
    return [_merge(row) for row in connection.execute(query if kept is None else query.where(merges.kept_id == kept))]


def one(connection: Connection, id: str) -> Merge:
    """Raises NotFoundError."""
    row = connection.execute(select(tables.merges).where(tables.merges.c.id == id)).first()
    if row is None:
        raise NotFoundError(
            "There is no merge with the id {id!r}.", "List the merges, and use an id from there.", id=id
        )
    return _merge(row)


def _merge(row: Row[Any]) -> Merge:
    return Merge.model_validate(
        {"id": row.id, "made_at": row.made_at, "kept": row.kept_id, "moved": row.moved}
        | {name: getattr(row, name) for name in _TEXTS}
    )


def remove(connection: Connection, ids: Iterable[str]) -> None:
    connection.execute(delete(tables.merges).where(tables.merges.c.id.in_(list(ids))))


def successors(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """For each of these ids whose person went into another: that one's id, at the end of the chain."""
    merges = tables.merges.c
    asked = set(ids)
    went: dict[str, str] = {}
    waiting = asked
    while waiting:
        for some in rows.chunks(waiting):
            query = select(merges.other_id, merges.kept_id).where(merges.other_id.in_(some)).order_by(merges.made_at)
            went.update((other, kept) for other, kept in connection.execute(query))
        waiting = {went[id] for id in waiting if id in went} - went.keys()
    return {id: _end(went, id) for id in asked if id in went}


def _end(went: Mapping[str, str], id: str) -> str:
    now, seen = id, {id}
    while (onward := went.get(now)) is not None and onward not in seen:
        now = onward
        seen.add(now)
    return now


def merged_ids(connection: Connection, ids: Iterable[str]) -> list[str]:
    """Which of these ids belonged to somebody who went into another."""
    other = tables.merges.c.other_id
    return list(connection.scalars(select(other).where(other.in_(list(ids)))))


def inside(connection: Connection, id: str) -> list[Merge]:
    """The merges that made up the person with that id, those of merged people too."""
    found: list[Merge] = []
    waiting, seen = [id], {id}
    while waiting:
        for merge in load(connection, kept=waiting.pop()):
            found.append(merge)
            if merge.other.id not in seen:
                seen.add(merge.other.id)
                waiting.append(merge.other.id)
    return found


def forget(connection: Connection, id: str) -> None:
    """Drop every record of the person with that id, and whom they are not."""
    gone = inside(connection, id)
    remove(connection, [merge.id for merge in gone])
    apart = tables.people_apart
    ids = [id, *(merge.other.id for merge in gone)]
    connection.execute(delete(apart).where(or_(apart.c.first_id.in_(ids), apart.c.second_id.in_(ids))))


def redact(connection: Connection, erased: Any) -> None:
    """Pass the words of all records through `erased`, a function from a mapping to one of the same keys."""
    for row in connection.execute(select(tables.merges)).all():
        old = {name: getattr(row, name) for name in _TEXTS}
        new = {name: value | erased({k: v for k, v in value.items() if k not in _WHO}) for name, value in old.items()}
        if new != old:
            connection.execute(update(tables.merges).where(tables.merges.c.id == row.id).values(new))


# People who are two


def keep_apart(connection: Connection, pairs: Iterable[Pair]) -> None:
    known = set(apart(connection))
    wanted = {(min(pair), max(pair)) for pair in pairs} - known
    if wanted:
        connection.execute(insert(tables.people_apart), [{"first_id": a, "second_id": b} for a, b in sorted(wanted)])


def apart(connection: Connection) -> list[Pair]:
    """Pairs of ids, as they were when it was said, the smaller first."""
    pairs = tables.people_apart.c
    query = select(pairs.first_id, pairs.second_id).order_by(pairs.first_id, pairs.second_id)
    return [(row.first_id, row.second_id) for row in connection.execute(query)]
