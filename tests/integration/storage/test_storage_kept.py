"""What is kept of the data is made anew as soon as anybody has changed it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coach.domain.models import Commitment, Event, Note, Person, Story
from coach.storage.kept import MOST
from coach.storage.store import Store

TODAY = date(2026, 5, 4)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "workspace.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with Store(file) as opened:
        yield opened


def test_it_is_made_once_while_nothing_changes(store: Store) -> None:
    made: list[int] = []
    for _ in range(3):
        store.kept("answer", lambda: made.append(1))
        store.people()
    assert made == [1]


def test_each_change_makes_it_anew(store: Store) -> None:
    counted = []
    for name in ("Ada", "Bo", "Cy"):
        store.save([Person(id=name.lower(), name=name)])
        counted.append(store.kept("people", lambda: len(store.people())))
    store.delete(Person, "bo")
    counted.append(store.kept("people", lambda: len(store.people())))
    store.set_setting("a", "b")
    assert counted == [1, 2, 3, 2]


def test_a_change_by_another_process_counts(store: Store, file: Path) -> None:
    assert store.contacts() == []
    with Store(file) as other:
        other.save([Person(id="ada", name="Ada")])
    assert [one.name for one in store.contacts()] == ["Ada"]


def test_a_change_while_it_is_made_is_not_missed(store: Store) -> None:
    def make() -> int:
        before = len(store.people())
        store.save([Person(id="ada", name="Ada")])
        return before

    assert store.kept("people", make) == 0
    assert store.kept("people", lambda: len(store.people())) == 1


def test_a_change_that_is_rolled_back_leaves_it_as_it_is(store: Store) -> None:
    assert store.contacts() == []
    with pytest.raises(RuntimeError), store._database.writing():
        raise RuntimeError
    assert store.contacts() == []


def test_the_lists_that_are_kept_follow_each_change(store: Store) -> None:
    store.save([Person(id="ada", name="Ada"), Event(id="fair", name="Fair", starts=TODAY)])
    assert [one.name for one in store.directory()] == ["Ada"]
    assert [one.name for one in store.events(with_programme=False)] == ["Fair"]
    assert store.stories() == []
    assert store.ties(TODAY)[0].contacts is None
    store.save([Note(id="n", text="Tea with Ada.", people=("ada",), at="2026-05-01T10:00:00")])
    store.save([Story(id="s", title="A start", result="It went well.")])
    store.save([Commitment(id="c", what="send slides", by="me", person="ada")])
    store.update(Event, "fair", name="Autumn fair")
    store.update(Person, "ada", name="Ada L.")
    assert [one.name for one in store.directory()] == ["Ada L."]
    assert [one.name for one in store.events(with_programme=False)] == ["Autumn fair"]
    assert [one.title for one in store.stories()] == ["A start"]
    tie = store.ties(TODAY)[0]
    assert (tie.name, tie.i_owe) == ("Ada L.", "send slides")
    assert tie.contacts is not None
    assert tie.contacts.last == date(2026, 5, 1)
    assert [one.person for one in store.meetings(date(2026, 5, 1), TODAY)] == ["ada"]


def test_a_list_that_somebody_changes_is_their_own(store: Store) -> None:
    store.save([Person(id="ada", name="Ada")])
    store.contacts().clear()
    assert [one.name for one in store.contacts()] == ["Ada"]


def test_what_is_about_somebody_forgotten_is_let_go_at_once(store: Store) -> None:
    store.save([Person(id="ada", name="Ada")])
    assert store.contacts()
    store.forget_person("ada")
    assert not store._kept._answers


def test_only_so_many_answers_are_kept(store: Store) -> None:
    for number in range(MOST + 5):
        store.kept(number, TODAY.isoformat)
    assert len(store._kept._answers) == MOST


def test_many_threads_may_ask_while_one_writes(store: Store) -> None:
    wrong: list[tuple[int, int]] = []
    saved = 0
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            before = saved
            if (found := len(store.contacts())) < before:
                wrong.append((before, found))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(30):
        store.save([Person(id=str(number), name=f"Person {number}")])
        saved = number + 1
    done.set()
    for thread in threads:
        thread.join(60)
    assert not wrong
    assert len(store.contacts()) == 30
