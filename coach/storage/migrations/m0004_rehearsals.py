"""Step 4: practice conversations, turn by turn."""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, Table, Text

from coach.storage.columns import Moment, parent, person_reference, plain_json, position

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
people = Table("people", metadata, Column("id", Text, primary_key=True))
"""There since step 1; named here for the reference to it."""
rehearsals = Table(
    "rehearsals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("created_at", Moment, nullable=False),
    *person_reference("person"),
    Column("who", Text, nullable=False),
    Column("aim", Text, nullable=False),
    Column("event", Text, index=True),
    Column("evidence", plain_json(), nullable=False),
    Column("status", Text, nullable=False),
)
turns = Table(
    "rehearsal_turns",
    metadata,
    parent("rehearsal_id", "rehearsals.id"),
    position(),
    Column("by", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment),
    Column("labels", plain_json(), nullable=False),
    Column("check", plain_json()),
    Column("model", Text, nullable=False),
    Column("usage", plain_json(), nullable=False),
)


def upgrade(connection: Connection) -> None:
    metadata.create_all(connection, tables=[rehearsals, turns])
