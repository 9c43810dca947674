"""Another embedder, or everything anew: the old index answers until the new one is whole, and nothing is lost."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from coach.bootstrap import open_coach
from coach.config import Settings
from coach.domain.models import Kind, Note
from coach.errors import RecallError
from coach.facade import Coach
from coach.recall import embedders
from coach.recall.embedders import ENCODER_NAME

NOTES = [Note(id=f"n{number}", text=f"Remark number {number} about gardens.") for number in range(150)]
HERON = Note(id="heron", text="A heron stood in the canal.")


class Words(Embeddings):
    """Shared words mean nearness. Waits before every text but the first `free` until it is let go."""

    def __init__(self, dimensions: int, free: int | None = None) -> None:
        self.dimensions = dimensions
        self.free = free
        self.go = threading.Event()
        self.waiting = threading.Event()
        self.embedded: list[str] = []
        self.fails = False

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if self.free is not None and len(self.embedded) >= self.free:
            self.waiting.set()
            self.go.wait()
        if self.fails:
            raise OSError("no more")
        self.embedded += texts
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        total = np.full(self.dimensions, 1e-3)
        for word in text.casefold().replace(".", "").split():
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
            total += np.random.default_rng(seed).normal(size=self.dimensions)
        return [float(value) for value in total / np.linalg.norm(total)]


class Workspace:
    """Opens the same home again and again, with fakes in the places of the two embedders that ship."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.made: dict[str, Words] = {"minilm": Words(16), "e5": Words(24)}
        self.opened: list[Coach] = []

    def open(self, embedder: str) -> Coach:
        coach = open_coach(self.home, settings=Settings.model_validate({"llm": "none", "embedder": embedder}))
        self.opened.append(coach)
        return coach

    def folders(self) -> set[str]:
        return {one.name for one in (self.home / "index").iterdir()}

    def close(self) -> None:
        for embedder in self.made.values():
            embedder.go.set()
        for coach in self.opened:
            coach.close()


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "home")
    monkeypatch.setattr(embedders, "make_embeddings", lambda settings: made.made[settings.embedder])
    with made.open("minilm") as coach:
        coach.add_many(NOTES)
    yield made
    made.close()


def finished(coach: Coach) -> None:
    change = coach.index_change
    assert change is not None
    change.follow()


def first(coach: Coach, query: str) -> str:
    return coach.recall(query, 1)[0].source_id


def test_the_old_index_answers_and_learns_while_the_new_one_is_filled(workspace: Workspace) -> None:
    slow = workspace.made["e5"] = Words(24, free=64)
    coach = workspace.open("e5")
    assert first(coach, "Remark number 7") == "n7"
    assert slow.waiting.wait(60)
    change = coach.index_change
    assert change is not None
    assert (change.ended, change.done, change.total) == (False, 64, 150)
    coach.add(HERON)
    coach.delete(Kind.NOTE, "n7")
    coach.add(Note(id="n8", text="Remark about a lighthouse."))
    assert first(coach, "heron canal") == "heron"
    assert first(coach, "lighthouse") == "n8"
    assert coach._keeper.index.embedder == ENCODER_NAME
    assert workspace.folders() == {ENCODER_NAME, "e5"}
    slow.go.set()
    finished(coach)
    index = coach._keeper.index
    assert (index.embedder, workspace.folders()) == ("e5", {"e5"})
    assert index.keys() == {f"note:{one.id}" for one in [*NOTES, HERON]} - {"note:n7"}
    assert first(coach, "heron canal") == "heron"
    assert first(coach, "lighthouse") == "n8"
    assert not coach.store.pending()
    assert coach.doctor(repair=False).healthy


def test_a_fill_that_was_cut_short_goes_on_where_it_stood(workspace: Workspace) -> None:
    slow = workspace.made["e5"] = Words(24, free=64)
    coach = workspace.open("e5")
    coach.sync()
    assert slow.waiting.wait(60)
    coach.add(HERON)
    slow.fails = True
    slow.go.set()
    with pytest.raises(RecallError, match="no more"):
        finished(coach)
    assert first(coach, "heron canal") == "heron"
    coach.close()
    assert workspace.folders() == {ENCODER_NAME, "e5"}
    again = workspace.made["e5"] = Words(24)
    coach = workspace.open("e5")
    coach.sync()
    finished(coach)
    assert len(again.embedded) == len(NOTES) + 1 - 64
    assert workspace.folders() == {"e5"}
    assert first(coach, "heron canal") == "heron"
    assert coach.doctor(repair=False).healthy


def test_closing_stops_the_fill_and_keeps_what_is_done(workspace: Workspace) -> None:
    slow = workspace.made["e5"] = Words(24, free=64)
    coach = workspace.open("e5")
    coach.sync()
    assert slow.waiting.wait(60)
    closing = threading.Thread(target=coach.close)
    closing.start()
    slow.go.set()
    closing.join(60)
    change = coach.index_change
    assert change is not None
    assert (change.ended, change.error) == (True, None)
    again = workspace.open("e5")
    again.sync()
    finished(again)
    assert again.doctor(repair=False).healthy


def test_going_back_to_the_old_embedder_drops_what_was_begun(workspace: Workspace) -> None:
    workspace.made["e5"] = broken = Words(24)
    broken.fails = True
    coach = workspace.open("e5")
    coach.add(HERON)
    with pytest.raises(RecallError):
        finished(coach)
    coach.close()
    back = workspace.open("minilm")
    assert first(back, "heron canal") == "heron"
    assert back.index_change is None
    assert workspace.folders() == {ENCODER_NAME}
    assert not back.store.pending()


def test_an_index_whose_embedder_is_gone_is_made_anew_at_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_e5(settings: Settings) -> Words:
        if settings.embedder != "e5":
            raise RecallError("The model is not installed.", "Install it.")
        return workspace.made["e5"]

    monkeypatch.setattr(embedders, "make_embeddings", only_e5)
    coach = workspace.open("e5")
    assert first(coach, "Remark number 7") == "n7"
    assert coach._keeper.index.embedder == "e5"
    assert workspace.folders() == {"e5"}


def test_an_embedder_that_cannot_be_had_leaves_the_old_index_answering(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_minilm(settings: Settings) -> Words:
        if settings.embedder != "minilm":
            raise RecallError("The model is not installed.", "Install it.")
        return workspace.made["minilm"]

    monkeypatch.setattr(embedders, "make_embeddings", only_minilm)
    coach = workspace.open("e5")
    coach.add(HERON)
    assert first(coach, "heron canal") == "heron"
    with pytest.raises(RecallError, match="not installed"):
        finished(coach)
    assert first(coach, "heron canal") == "heron"
    assert not coach.store.pending()


def test_reindexing_shows_progress_while_the_old_index_answers(workspace: Workspace) -> None:
    coach = workspace.open("minilm")
    before = coach._keeper.index.identity
    coach.sync()
    slow = workspace.made["minilm"]
    slow.free = len(slow.embedded) + 64
    seen: list[tuple[int, int]] = []
    numbers: list[int] = []
    working = threading.Thread(target=lambda: numbers.append(coach.reindex(lambda *step: seen.append(step))))
    working.start()
    assert slow.waiting.wait(60)
    assert first(coach, "Remark number 7") == "n7"
    slow.go.set()
    working.join(60)
    assert numbers == [150]
    assert seen[-1] == (150, 150)
    assert coach._keeper.index.identity != before
    assert len(workspace.folders()) == 1


def test_a_damaged_index_is_rebuilt(workspace: Workspace) -> None:
    (workspace.home / "index" / ENCODER_NAME / "catalog.sqlite3").write_bytes(b"not a database" * 1000)
    coach = workspace.open("minilm")
    assert coach.reindex() == 150
    assert first(coach, "Remark number 7") == "n7"
    assert len(workspace.folders()) == 1


def test_another_process_that_put_its_index_in_place_is_followed(workspace: Workspace) -> None:
    here, there = workspace.open("minilm"), workspace.open("minilm")
    assert first(here, "Remark number 7") == "n7"
    there.reindex()
    there.add(HERON)
    assert first(here, "heron canal") == "heron"
    assert here._keeper.index.identity == there._keeper.index.identity
    here.add(Note(id="owl", text="An owl at noon."))
    assert first(there, "owl noon") == "owl"


# ------------------------------------------------------------------- a process that dies
DIES = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_index_change import HERON, Words
from coach.bootstrap import open_coach
from coach.config import Settings
from coach.recall import embedders, index

embedders.make_embeddings = lambda settings: Words(16)
coach = open_coach(Path(sys.argv[1]), settings=Settings(llm="none"))
coach.sync()
{fatal} = lambda *_, **__: os._exit(9)
coach.add(HERON)
"""


@pytest.mark.parametrize("fatal", ["index.RecallIndex.upsert", "index.Catalog.insert_postings"])
def test_a_note_whose_process_was_killed_before_it_was_indexed_is_found_by_the_next(
    workspace: Workspace, fatal: str
) -> None:
    """Killed once before anything of the note is indexed, once between its vector and its words."""
    here = str(Path(__file__).parent)
    command = [sys.executable, "-c", DIES.format(fatal=fatal), str(workspace.home), here]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 9, done.stderr
    coach = workspace.open("minilm")
    assert coach.store.get(Note, "heron").text == HERON.text
    assert coach.store.pending()
    assert first(coach, "heron canal") == "heron"
    assert not coach.store.pending()
    assert coach.doctor(repair=False).healthy
