"""What goes wrong with files, disks and servers: a clear error with a next step, and earlier data intact."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from coach.domain.models import Goal, Kind, Note
from coach.errors import InputError, StoreError
from coach.storage import database as database_module
from coach.storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite"


@pytest.fixture
def saved(path: Path) -> Path:
    with Store(path) as store:
        store.save([Goal(id="g", text="Meet people")])
    return path


def _fill_up(store: Store, pages: int) -> None:
    """Let the store's connections see a disk with room for so many pages more than the file has now."""

    @event.listens_for(store._database.engine, "connect")
    def _limit(connection: sqlite3.Connection, _record: Any) -> None:
        used = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {used + pages}")

    store._database.engine.dispose()


def test_a_full_disk_is_said_and_what_was_saved_before_is_intact(saved: Path) -> None:
    with Store(saved) as store:
        _fill_up(store, pages=400)
        notes = [Note(id=f"n{n}", text="word " * 200) for n in range(3000)]

        with pytest.raises(StoreError, match=r"disk is full. \d+00 of 3000 items were saved before") as caught:
            store.save(notes)

        assert "Free some space" in caught.value.next_step
        kept = store.count(Kind.NOTE)
        assert f"{kept} of 3000" in str(caught.value)
        assert kept % 500 == 0 < kept < 3000
        assert store.get(Goal, "g").text == "Meet people"
    with closing(sqlite3.connect(saved)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Store(saved) as again:
        assert again.save(notes).added == 3000 - kept


def test_a_workspace_that_another_program_holds_is_said_to_be_busy(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "_PRAGMAS", ("PRAGMA busy_timeout = 50", *database_module._PRAGMAS[1:]))
    with Store(saved) as store, closing(sqlite3.connect(saved, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing") as caught:
            store.save([Goal(text="x")])
        assert store.get(Goal, "g").text == "Meet people"
        other.execute("ROLLBACK")

        assert "try again" in caught.value.next_step
        assert store.save([Goal(text="x")]).added == 1


def test_a_workspace_that_may_only_be_read_is_said_to_be_so(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as file:
        file.execute("PRAGMA journal_mode = DELETE")

    with pytest.raises(StoreError, match="may not be written to"):
        Store(f"sqlite:///file:{saved}?mode=ro&uri=true").save([Goal(text="x")])


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a database at all" * 100, "Name,Mail\n".encode("utf-16")])
def test_a_file_that_is_no_workspace_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(StoreError, match="not a workspace"):
        Store(path)
    assert path.read_bytes() == content


def test_a_damaged_file_is_said_to_be_damaged(saved: Path) -> None:
    with Store(saved) as store:
        store.save([Note(text=f"note {n} " * 50) for n in range(500)])
    raw = bytearray(saved.read_bytes())
    raw[8192 : len(raw) - 4096] = b"\xff" * (len(raw) - 4096 - 8192)
    saved.write_bytes(raw)

    with pytest.raises(StoreError, match=r"damaged|cannot be used"), Store(saved) as store:
        store.notes()


def test_a_place_that_cannot_hold_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(StoreError, match="folder"):
        Store(tmp_path / "file" / "workspace.sqlite")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("sqlite://", "in memory"),
        ("sqlite:///:memory:", "in memory"),
        ("nosuch://somewhere/x", "cannot be opened"),
        ("postgresql+psycopg://user:secret@127.0.0.1:1/none", "cannot be used"),
        ("http//: not a url://", "cannot be opened"),
    ],
)
def test_an_address_that_leads_nowhere_is_an_error_without_the_password(url: str, message: str) -> None:
    if "psycopg" in url:
        pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match=message) as caught:
        Store(url)
    assert "secret" not in str(caught.value)
    assert caught.value.next_step


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)

    with pytest.raises(StoreError, match="psycopg"):
        Store("postgresql+psycopg://localhost/x")


def test_a_long_note_and_letters_of_every_script_are_kept(open_store: Callable[[], Store]) -> None:
    text = "دانا ✨ 👩‍👩‍👧 " + "é" * 100_000
    store = open_store()
    store.save([Note(id="n", text=text, people=("דנה",))])

    assert store.get(Note, "n").text == text
    assert [note.id for note in store.notes(person="דנה")] == ["n"]


def test_a_null_character_is_kept_or_refused_but_never_half_saved(open_store: Callable[[], Store]) -> None:
    store = open_store()
    both = [Goal(id="a", text="fine"), Goal(id="b", text="nul\x00l")]

    if store._database.is_sqlite:
        store.save(both)
        assert store.get(Goal, "b").text == "nul\x00l"
    else:
        with pytest.raises(InputError, match="NUL"):
            store.save(both)
        assert store.goals() == []
