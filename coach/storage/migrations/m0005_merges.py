"""Step 5: entries that were made one, with what it takes to part them again; and people who look alike but are two."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, MetaData, Table, Text

from coach.storage.columns import Moment, plain_json


def upgrade(connection: Connection) -> None:
    metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"})
    Table(
        "merges",
        metadata,
        Column("id", Text, primary_key=True),
        Column("made_at", Moment, nullable=False),
        Column("kept_id", Text, nullable=False),
        Column("other_id", Text, nullable=False),
        Column("before", plain_json(), nullable=False),
        Column("after", plain_json(), nullable=False),
        Column("other", plain_json(), nullable=False),
        Column("moved", plain_json(), nullable=False),
        Index(None, "kept_id"),
        Index(None, "other_id"),
    )
    Table(
        "people_apart",
        metadata,
        Column("first_id", Text, primary_key=True),
        Column("second_id", Text, primary_key=True),
    )
    metadata.create_all(connection)
