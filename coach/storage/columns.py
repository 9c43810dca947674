"""Column types and column groups that the tables are made of. Migrations use them too: add, never change."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Dialect, ForeignKey, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine


class Moment(TypeDecorator[datetime]):
    """A date and time as ISO 8601 text, with its offset when it has one.

    Text keeps what no SQL type keeps on both databases: the offset in which a talk was announced, and that a
    time typed by hand has none. Compared byte by byte (collation C on PostgreSQL) it sorts by the wall clock.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text(collation="C" if dialect.name == "postgresql" else None))

    def process_bind_param(self, value: datetime | str | None, dialect: Dialect) -> str | None:
        return value.isoformat() if isinstance(value, datetime) else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def plain_json() -> JSON:
    """JSON in which nothing at all is NULL."""
    return JSON(none_as_null=True)


def parent(column: str, target: str) -> Column[Any]:
    """The first half of a child table's key: its row goes when the parent goes."""
    return Column(column, Text, ForeignKey(target, ondelete="CASCADE"), primary_key=True)


def position() -> Column[Any]:
    """The second half of a child table's key: the place in the list, from 0."""
    return Column("position", Integer, primary_key=True, autoincrement=False)


def person_reference(prefix: str) -> tuple[Column[Any], ...]:
    """Somebody: `<prefix>_id` when the person is kept; otherwise `<prefix>_name` and its normal form `<prefix>_key`."""
    return (
        Column(f"{prefix}_id", Text, ForeignKey("people.id", ondelete="SET NULL"), index=True),
        Column(f"{prefix}_name", Text),
        Column(f"{prefix}_key", Text, index=True),
    )
