"""Nobody waits until a large import is indexed, and whoever is to be forgotten goes first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import MEETING, Opener
from langchain_core.embeddings import DeterministicFakeEmbedding

from coach.bootstrap import open_coach
from coach.domain.models import Draft, DraftVersion, Kind, Note, Person
from coach.facade import Coach

STEP_S = 0.2
MANY = 3_000
"""Notes of the import: a dozen steps of the index."""


class Slow(DeterministicFakeEmbedding):
    """Takes its time for every batch, as a model does on a busy machine."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        time.sleep(STEP_S if len(texts) > 30 else 0)
        return super().embed_documents(texts)


def indexed(coach: Coach) -> set[str]:
    return set(coach._keeper.index.keys())


@pytest.fixture
def importing(tmp_path: Path) -> Iterator[tuple[Coach, threading.Thread]]:
    """A workspace in which a large import is being indexed."""
    with open_coach(tmp_path / "home", embeddings=Slow(size=8), starter=False) as coach:
        coach.add_many([Person(id="noor", name="Noor Haddad"), Note(id="sail", text="Noor sails.", people=("noor",))])
        coach.store.save(
            Note(id=f"n{one}", text=f"Noor Haddad, remark {one}." if one % 300 == 0 else f"Remark {one}.")
            for one in range(MANY)
        )
        learning = threading.Thread(target=coach.sync)
        learning.start()
        while len(indexed(coach)) < 200:
            time.sleep(0.01)
        yield coach, learning
        learning.join(60)


def test_a_person_is_forgotten_while_an_import_is_indexed(importing: tuple[Coach, threading.Thread]) -> None:
    coach, learning = importing
    coach.forget_person("noor")
    assert learning.is_alive(), "forgetting waited for the whole import"
    assert coach._keeper.indexing.waiting() > 0
    assert "person:noor" not in indexed(coach)
    texts = [hit.text for hit in coach.recall("Noor Haddad sails", k=20)]
    learning.join(60)
    texts += [hit.text for hit in coach.recall("Noor Haddad sails", k=20)]
    assert not [text for text in texts if "Noor" in text]
    assert coach._keeper.indexing.waiting() == 0
    assert coach.doctor(repair=False).healthy


def test_a_note_is_deleted_while_an_import_is_indexed(importing: tuple[Coach, threading.Thread]) -> None:
    coach, learning = importing
    coach.delete(Kind.NOTE, "sail")
    assert learning.is_alive()
    assert "note:sail" not in indexed(coach)
    learning.join(60)
    assert len(indexed(coach)) >= MANY
    assert "note:sail" not in indexed(coach)


CHANGES: dict[str, Callable[[Coach], object]] = {
    "sent": lambda coach: coach.mark_sent("draft-noor", vouch=True),
    "told": lambda coach: coach.story_bank.tell("story-loaf", "tomas"),
    "merged": lambda coach: coach.merging.merge("noor", "wanjiru"),
    "in touch": lambda coach: coach.nurturing.in_touch("noor"),
    "what to give": lambda coach: coach.nurturing.ideas("noor"),
}


@pytest.mark.parametrize("name", list(CHANGES))
def test_nobody_waits_for_an_import_that_is_being_indexed(opened: Opener, name: str) -> None:
    coach = opened()
    version = DraftVersion(number=1, text="Dear Noor, the pump runs.", at=MEETING)
    coach.add(Draft(id="draft-noor", purpose="follow_up", person="noor", versions=(version,)))
    with coach._keeper.indexing.at_rest():
        change = threading.Thread(target=CHANGES[name], args=(coach,))
        change.start()
        change.join(timeout=60)
        assert not change.is_alive()
    coach.recall("boats", k=1)
    assert coach._keeper.indexing.waiting() == 0
