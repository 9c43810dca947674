"""Migrations: each whole or not at all, a backup before, and no step into the unknown."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, Connection, MetaData, Table, Text, inspect, text

from coach.domain.models import Draft, Goal, Person
from coach.errors import SchemaError, StoreError
from coach.storage import tables
from coach.storage.database import Database
from coach.storage.migrate import migrate
from coach.storage.migrations import Migration, checksum_of, known_migrations
from coach.storage.store import Store

RELEASED: dict[str, str] = {}
"""Checksums of the steps that are out in the world; add a line with each release, never change one."""


NEXT = len(known_migrations()) + 1
"""The number of a step that this version does not know."""


def _new_table(connection: Connection) -> None:
    Table("gifts", MetaData(), Column("id", Text, primary_key=True)).create(connection)


def _failing(connection: Connection) -> None:
    _new_table(connection)
    connection.execute(text("UPDATE goals SET text = 'lost'"))
    raise ValueError("the step is broken")


def _second(upgrade: Callable[[Connection], None], checksum: str = "abc") -> tuple[Migration, ...]:
    return (*known_migrations(), Migration(NEXT, "gifts", checksum, upgrade))


@pytest.fixture
def database(address: str | Path, store: Store) -> Database:
    store.save([Goal(id="g", text="Meet people")])
    store.close()
    return Database(address)


def test_the_steps_lead_to_the_tables_that_the_code_uses(store: Store, address: str | Path) -> None:
    database = Database(address)
    with database.reading() as connection:
        found = inspect(connection)
        for table in tables.metadata.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
            assert columns == {column.name: column.nullable for column in table.columns}
            names = {index["name"] for index in found.get_indexes(table.name)}
            assert {index.name for index in table.indexes} <= names
        assert set(found.get_table_names()) == {*tables.metadata.tables, "migrations"}
    database.close()


def test_a_draft_of_the_first_release_opens_with_nothing_wished_and_nothing_confirmed(
    address: str | Path, open_store: Callable[[], Store]
) -> None:
    if isinstance(address, Path):
        address.parent.mkdir(parents=True)
    database = Database(address)
    migrate(database, known_migrations()[:1])
    with database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO drafts (id, created_at, purpose, goals, channel, tone, language, status) VALUES"
                " ('old', '2026-11-01T10:00:00+00:00', 'follow_up', '[]', 'email', 'warm', 'en', 'open')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO draft_versions (draft_id, position, number, text, subject, origin, model, prompt_name,"
                " prompt_hash, evidence, usage) VALUES ('old', 0, 1, 'Hi.', '', 'model', 'm', 'p', 'h', '[]', '{}')"
            )
        )
    database.close()

    draft = open_store().get(Draft, "old")

    assert (draft.intent, draft.wishes, draft.current.confirmed) == ("", (), ())
    assert draft.current.text == "Hi."


def test_a_person_of_an_earlier_release_opens_with_the_suggested_rhythm(
    address: str | Path, open_store: Callable[[], Store]
) -> None:
    if isinstance(address, Path):
        address.parent.mkdir(parents=True)
    database = Database(address)
    migrate(database, known_migrations()[:2])
    with database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO people (id, created_at, name, search, also_called, role, organisation, cares_about,"
                ' "values", how_met, about, language, relation, invented, source) VALUES'
                " ('old', '2026-11-01T10:00:00+00:00', 'Ann', 'ann', '[]', '', '', '[]', '[]', '', '', '', 'known',"
                " false, '')"
            )
        )
    database.close()

    person = open_store().get(Person, "old")

    assert (person.cadence_days, person.quiet_until, person.in_touch_on) == (None, None, None)
    assert open_store().helps() == []


def test_the_steps_are_numbered_without_gaps_and_released_ones_are_unchanged() -> None:
    steps = known_migrations()

    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    for name, checksum in RELEASED.items():
        assert checksum_of(name) == checksum


def test_opening_again_applies_nothing(database: Database) -> None:
    assert migrate(database, known_migrations()) is None
    with database.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM migrations")) == len(known_migrations())


def test_a_new_step_is_applied_once_and_stands_in_the_ledger(database: Database) -> None:
    migrate(database, _second(_new_table))
    migrate(database, _second(_new_table))

    with database.reading() as connection:
        assert inspect(connection).has_table("gifts")
        rows = connection.execute(text("SELECT name, checksum FROM migrations WHERE name = 'gifts'")).all()
    assert [tuple(row) for row in rows] == [("gifts", "abc")]


def test_a_failing_step_leaves_the_database_as_it_was(database: Database) -> None:
    with pytest.raises(SchemaError, match=rf"Step {NEXT} \('gifts'\) failed.*the step is broken"):
        migrate(database, _second(_failing))

    with database.reading() as connection:
        assert not inspect(connection).has_table("gifts")
        assert connection.scalar(text("SELECT text FROM goals")) == "Meet people"
        assert connection.scalar(text("SELECT count(*) FROM migrations")) == len(known_migrations())


def test_a_workspace_of_a_newer_version_is_not_touched(database: Database, open_store: Callable[[], Store]) -> None:
    migrate(database, _second(_new_table))

    with pytest.raises(SchemaError, match=rf"newer version \(step {NEXT}, 'gifts'\)") as caught:
        open_store()
    assert "Update this program" in caught.value.next_step


def test_a_step_that_is_not_the_one_that_was_applied_stops_everything(database: Database) -> None:
    migrate(database, _second(_new_table))

    with pytest.raises(SchemaError, match=r"'gifts'.*is not the one"):
        migrate(database, _second(_new_table, checksum="changed"))


def test_a_database_of_something_else_is_refused(address: str | Path) -> None:
    if isinstance(address, Path):
        address.parent.mkdir(parents=True)
    database = Database(address)
    with database.writing() as connection:
        _new_table(connection)

    with pytest.raises(SchemaError, match="holds other tables"):
        migrate(database, known_migrations())
    database.close()


def test_a_workspace_with_data_is_copied_before_a_step_and_an_empty_one_is_not(tmp_path: Path) -> None:
    full, empty = tmp_path / "full.sqlite", tmp_path / "empty.sqlite"
    with Store(full) as store:
        store.save([Goal(id="g", text="Meet people")])
        assert store.backup is None
    Store(empty).close()

    copy = migrate(Database(full), _second(_new_table))

    assert migrate(Database(empty), _second(_new_table)) is None
    assert copy is not None
    assert copy.name.startswith(f"full.sqlite.before-{NEXT:04d}.")
    with closing(sqlite3.connect(copy)) as backup:
        assert backup.execute("SELECT text FROM goals").fetchall() == [("Meet people",)]
        assert backup.execute("SELECT count(*) FROM sqlite_master WHERE name = 'gifts'").fetchone() == (0,)


def test_no_step_is_taken_when_the_backup_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "w.sqlite"
    with Store(path) as store:
        store.save([Goal(id="g", text="Meet people")])
    monkeypatch.setattr("coach.storage.migrate.BACKUP_MARK", "x" * 300)

    with pytest.raises(StoreError, match="cannot be opened"):
        migrate(Database(path), _second(_new_table))
    with closing(sqlite3.connect(path)) as untouched:
        assert untouched.execute("SELECT count(*) FROM migrations").fetchone() == (len(known_migrations()),)
