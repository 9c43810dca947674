"""Several threads and two processes at one workspace."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from coach.domain.models import Draft, DraftVersion, Goal, Kind, Note, Person
from coach.storage.store import Store


def test_threads_read_and_write_at_once_and_every_version_gets_its_own_number(store: Store) -> None:
    store.save([Draft(id="d", purpose="brief"), Person(id="p", name="Ann")])

    def work(n: int) -> int:
        store.save([Note(id=f"n{n}", text=f"note {n}", people=("Ann",))])
        store.people(search="ann")
        return store.add_draft_version("d", DraftVersion(number=1, text=str(n))).number

    with ThreadPoolExecutor(8) as pool:
        numbers = sorted(pool.map(work, range(40)))

    assert numbers == list(range(1, 41))
    assert len(store.notes(person="p")) == 40
    assert sorted(version.text for version in store.get(Draft, "d").versions) == sorted(map(str, range(40)))


def test_a_reader_is_not_held_up_by_a_writer(open_store: Callable[[], Store]) -> None:
    writer, reader = open_store(), open_store()
    writer.save([Goal(id="g", text="before")])

    with writer._database.writing():
        assert [goal.text for goal in reader.goals()] == ["before"]


def test_workspaces_may_be_opened_for_the_first_time_by_several_threads(tmp_path: Path) -> None:
    path = tmp_path / "new" / "w.sqlite"

    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: Store(path), range(4)))

    stores[0].save([Goal(id="g", text="x")])
    assert [store.count(Kind.GOAL) for store in stores] == [1, 1, 1, 1]
    for store in stores:
        store.close()


SCRIPT = """
import sys
from coach.domain.models import Note
from coach.storage.store import Store
with Store(sys.argv[1]) as store:
    for n in range(25):
        store.save([Note(id=f"{sys.argv[2]}-{n}", text="from another process")])
"""


def test_two_processes_write_to_one_workspace(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite"
    root = str(Path(__file__).resolve().parents[3])
    running = [
        subprocess.Popen([sys.executable, "-c", SCRIPT, str(path), name], cwd=root, stderr=subprocess.PIPE)
        for name in ("one", "two")
    ]
    with Store(path) as store:
        for n in range(25):
            store.save([Note(id=f"three-{n}", text="from this one")])
        errors = [process.communicate(timeout=120)[1] for process in running]

        assert [process.returncode for process in running] == [0, 0], errors
        assert store.count(Kind.NOTE) == 75
        assert len(store.pending()) == 75
