"""Bringing a workspace up to date: each step and its line in the ledger in one transaction, a backup before.

A step that fails leaves the database as it was. A ledger that this program does not know, or that says
something else about a step than the program does, stops everything before any data is touched.
"""

from __future__ import annotations

import glob
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, func, insert, inspect, select

from coach.errors import SchemaError, StoreError
from coach.storage import tables
from coach.storage.columns import Moment
from coach.storage.database import Database
from coach.storage.migrations import Migration

ledger = Table(
    "migrations",
    MetaData(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("checksum", Text, nullable=False),
    Column("applied_at", Moment, nullable=False),
)
BACKUP_MARK = ".before-"


def migrate(database: Database, steps: Sequence[Migration]) -> Path | None:
    """Apply the steps that are missing; returns the backup, if one was made. Raises SchemaError, StoreError."""
    with database.reading() as connection:
        applied = _applied(connection, database.where)
        _compare(applied, steps, database.where)
        holds_data = bool(applied) and _holds_data(connection)
    missing = [step for step in steps if step.number not in applied]
    if not missing:
        return None
    backup = _back_up(database, missing[0]) if holds_data else None
    for step in missing:
        _apply(database, step)
    return backup


def _applied(connection: Connection, where: str) -> dict[int, tuple[str, str]]:
    """The ledger: (name, checksum) by number; empty for an empty database."""
    present = inspect(connection).get_table_names()
    if ledger.name in present:
        return {row.number: (row.name, row.checksum) for row in connection.execute(select(ledger))}
    if present:
        raise SchemaError(
            "The database {where!r} holds other tables (such as {present!r}).",
            "Name an empty one, or a workspace.",
            where=where,
            present=present[0],
        )
    return {}


def _compare(applied: dict[int, tuple[str, str]], steps: Sequence[Migration], where: str) -> None:
    known = {step.number: step for step in steps}
    for number, (name, checksum) in sorted(applied.items()):
        if number not in known:
            raise SchemaError(
                "The workspace {where!r} was written by a newer version (step {number}, {name!r}).",
                "Update this program, or open another workspace.",
                where=where,
                number=number,
                name=name,
            )
        if known[number].checksum != checksum:
            raise SchemaError(
                "Step {number} ({name!r}) of the workspace {where!r} is not the one that this program knows.",
                "Install the released version again, or restore the workspace from a backup.",
                number=number,
                name=name,
                where=where,
            )


def _holds_data(connection: Connection) -> bool:
    """Whether there is anything to lose. Looks at what is there, not at today's tables."""
    present = set(inspect(connection).get_table_names())
    kept = (table for table in tables.metadata.sorted_tables if table.name in present)
    return any(connection.scalar(select(func.count()).select_from(table)) for table in kept)


def _back_up(database: Database, step: Migration) -> Path | None:
    """A copy of the SQLite file beside it. A server's data is backed up by the server's own tools."""
    if database.file is None:
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = database.file.with_name(f"{database.file.name}{BACKUP_MARK}{step.number:04d}.{stamp}")
    try:
        with database.maintaining() as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except StoreError:
        with suppress(OSError):
            copy.unlink()
        raise
    return copy


def remove_backups(database: Database) -> int:
    """Delete the copies that earlier migrations left, which hold what was forgotten since; returns how many."""
    if database.file is None:
        return 0
    copies = list(database.file.parent.glob(f"{glob.escape(database.file.name)}{BACKUP_MARK}*"))
    for copy in copies:
        copy.unlink(missing_ok=True)
    return len(copies)


def _apply(database: Database, step: Migration) -> None:
    try:
        with database.writing() as connection:
            ledger.create(connection, checkfirst=True)
            if connection.scalar(select(ledger.c.number).where(ledger.c.number == step.number)) is not None:
                return  # another process was faster
            step.upgrade(connection)
            connection.execute(
                insert(ledger).values(
                    number=step.number, name=step.name, checksum=step.checksum, applied_at=datetime.now(UTC)
                )
            )
    except StoreError:
        raise
    except Exception as exc:
        raise SchemaError(
            "Step {number} ({name!r}) failed on the workspace {where!r}: {reason}.",
            "The workspace is as it was; report this, and use the version that wrote it meanwhile.",
            number=step.number,
            name=step.name,
            where=database.where,
            reason=exc,
        ) from exc
