"""Step 6: a draft keeps what a model had written of it when the model failed."""

from __future__ import annotations

from sqlalchemy import Connection, text


def upgrade(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE drafts ADD COLUMN unfinished TEXT NOT NULL DEFAULT ''"))
