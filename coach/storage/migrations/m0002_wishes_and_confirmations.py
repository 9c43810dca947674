"""Step 2: a draft keeps what it was meant to achieve and every wish about it; a version, what the user vouched for."""

from __future__ import annotations

from sqlalchemy import Connection, text

STEPS = (
    "ALTER TABLE drafts ADD COLUMN intent TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE drafts ADD COLUMN wishes JSON NOT NULL DEFAULT '[]'",
    "ALTER TABLE draft_versions ADD COLUMN confirmed JSON NOT NULL DEFAULT '[]'",
)


def upgrade(connection: Connection) -> None:
    for step in STEPS:
        connection.execute(text(step))
