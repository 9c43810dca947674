"""The whole workspace out of the database in one look, and into it in one transaction: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from coach.domain.models import Item, Kind, Person
from coach.domain.takeout import BroughtIn, Takeout
from coach.storage import merge_records, rows, tables
from coach.storage.database import Database
from coach.storage.saving import batches, save_batch
from coach.storage.shapes import SHAPES

OF_THE_INDEX = "index"
"""Facts with this beginning tell of the search index on this machine."""


class Archive:
    """Reads and writes the data of a workspace as a whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> Takeout:
        """Everything but the index. By kind, the oldest first."""
        settings = tables.settings.c
        with self._database.reading() as connection:
            return Takeout(
                items=tuple(item for kind in SHAPES for item in _all(connection, kind)),
                facts={
                    row.key: row.value
                    for row in connection.execute(select(tables.settings).order_by(settings.key))
                    if not row.key.startswith(OF_THE_INDEX)
                },
                merges=tuple(merge_records.load(connection)),
                apart=tuple(merge_records.apart(connection)),
            )

    def bring_in(self, takeout: Takeout) -> BroughtIn:
        """Add what is missing; what is here stays as it is. Raises InputError or StoreError, and adds nothing then."""
        with self._database.writing() as connection:
            newcomers = _newcomers(connection, takeout)
            merged = set(merge_records.merged_ids(connection, _people(takeout.items)))
            items = [item for item in takeout.items if not (item.kind is Kind.PERSON and item.id in merged)]
            report = BroughtIn(kept=len(takeout.items) - len(items))
            for batch in batches(items):
                report = _sum(report, _add_missing(connection, batch))
            _add_facts(connection, takeout)
            _add_merges(connection, takeout)
        return report.model_copy(update={"newcomers": newcomers})

    def newcomers(self, takeout: Takeout) -> tuple[str, ...]:
        """Names of the people whom `bring_in` would add, by the alphabet."""
        with self._database.reading() as connection:
            return _newcomers(connection, takeout)


def _newcomers(connection: Connection, takeout: Takeout) -> tuple[str, ...]:
    ids = _people(takeout.items)
    people = tables.people.c.id
    here = {id for some in rows.chunks(ids) for id in connection.scalars(select(people).where(people.in_(some)))}
    known = here | set(merge_records.merged_ids(connection, ids))
    return tuple(sorted(one.name for one in takeout.items if isinstance(one, Person) and one.id not in known))


def _all(connection: Connection, kind: Kind) -> Sequence[Item]:
    table = SHAPES[kind].table
    ids = connection.scalars(select(table.c.id).order_by(table.c.created_at, table.c.id)).all()
    return list(rows.load(connection, kind, ids).values())


def _people(items: Sequence[Item]) -> list[str]:
    return [item.id for item in items if item.kind is Kind.PERSON]


def _add_missing(connection: Connection, batch: Sequence[Item]) -> BroughtIn:
    new: list[Item] = []
    unchanged = 0
    for kind in SHAPES:
        some = [item for item in batch if item.kind is kind]
        here = rows.load(connection, kind, [item.id for item in some])
        new += (item for item in some if item.id not in here)
        unchanged += sum(here.get(item.id) == item for item in some)
    save_batch(connection, new, as_named=True)
    return BroughtIn(added=len(new), unchanged=unchanged, kept=len(batch) - len(new) - unchanged)


def _sum(one: BroughtIn, other: BroughtIn) -> BroughtIn:
    return BroughtIn(
        added=one.added + other.added, unchanged=one.unchanged + other.unchanged, kept=one.kept + other.kept
    )


def _add_facts(connection: Connection, takeout: Takeout) -> None:
    known = set(connection.scalars(select(tables.settings.c.key)))
    new = [{"key": key, "value": value} for key, value in takeout.facts.items() if key not in known]
    if new:
        connection.execute(insert(tables.settings), new)


def _add_merges(connection: Connection, takeout: Takeout) -> None:
    """A merge counts where the one person is here and the other is not."""
    known = {merge.id for merge in merge_records.load(connection)}
    ids = {id for merge in takeout.merges for id in (merge.kept, merge.other.id)}
    people = tables.people.c.id
    here = {id for some in rows.chunks(ids) for id in connection.scalars(select(people).where(people.in_(some)))}
    gone = {merge.other.id for merge in takeout.merges}
    for merge in takeout.merges:
        if merge.id not in known and merge.other.id not in here and merge.kept in here | gone:
            merge_records.add(connection, merge)
    merge_records.keep_apart(connection, takeout.apart)
