"""Step 3: how often to be in touch with somebody, when to be left alone, and who helped whom."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Date, MetaData, Table, Text, text

from coach.storage.columns import Moment, person_reference

STEPS = (
    "ALTER TABLE people ADD COLUMN cadence_days INTEGER",
    "ALTER TABLE people ADD COLUMN quiet_until DATE",
    "ALTER TABLE people ADD COLUMN in_touch_on DATE",
)
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
people = Table("people", metadata, Column("id", Text, primary_key=True))
"""There since step 1; named here for the reference to it."""
helps = Table(
    "helps",
    metadata,
    Column("id", Text, primary_key=True),
    Column("created_at", Moment, nullable=False),
    *person_reference("person"),
    Column("by", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("at", Date),
    Column("event", Text, index=True),
    Column("note", Text, index=True),
)


def upgrade(connection: Connection) -> None:
    for step in STEPS:
        connection.execute(text(step))
    helps.create(connection)
