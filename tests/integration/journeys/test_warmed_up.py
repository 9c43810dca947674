"""Warming up loads what the first answer needs, in parts, and leaves nothing in the workspace."""

from __future__ import annotations

from pathlib import Path

from coach import Note, open_coach
from coach.domain.models import Kind
from coach.reader import model as reader


def test_what_finds_and_reads_is_loaded_and_nothing_is_kept_of_it(tmp_path: Path) -> None:
    reader._reader.cache_clear()
    with open_coach(tmp_path) as coach:
        asked: list[int] = []
        coach.warm_up(lambda: asked.append(len(asked)))
        assert len(asked) == 5
        assert reader._reader.cache_info().currsize == 1
        assert [kind for kind in Kind if coach.store.count(kind)] == []


def test_what_was_saved_and_not_indexed_is_found_afterwards(tmp_path: Path) -> None:
    with open_coach(tmp_path) as coach:
        coach.store.save([Note(text="Ines restores tide clocks.")])
        coach.warm_up()
        assert [one.kind for one in coach.recall("tide clocks")] == [Kind.NOTE]
