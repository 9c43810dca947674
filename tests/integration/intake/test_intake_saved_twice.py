"""What is imported twice is kept once: the real store finds nothing to change on the second run."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.intake import preview
from coach.storage.store import Store

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "intake"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("programme", "auto"),
        ("schedule.json", "auto"),
        ("schedule.xml", "auto"),
        ("Connections.csv", "auto"),
        ("vault", "auto"),
        ("stories", "auto"),
        ("posts", "stories"),
    ],
)
def test_a_second_import_changes_nothing(tmp_path: Path, name: str, kind: str) -> None:
    with Store(tmp_path / "coach.db") as store:
        first = store.save(preview(FIXTURES / name, kind=kind).items)
        second = store.save(preview(FIXTURES / name, kind=kind).items)
    assert first.added > 0
    assert (second.added, second.updated, second.unchanged) == (0, 0, first.added)


def test_a_real_programme_is_saved_whole_and_only_once(tmp_path: Path, shared_data: Path) -> None:
    with Store(tmp_path / "coach.db") as store:
        store.save(preview(shared_data / "europython-2024").items)
        again = store.save(preview(shared_data / "europython-2024").items)
        assert (len(store.people()), len(store.sessions())) == (163, 131)
    assert (again.added, again.updated) == (0, 0)
