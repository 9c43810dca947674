"""Whoever is forgotten is in no byte of any file under the home: the real Chroma's queue, its free pages and its word
index, the catalog, the vectors, the logs. Read after closing, and after opening and closing once more."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from coach.bootstrap import open_coach
from coach.config import Settings
from coach.domain.models import Channel, Event, Goal, Item, Kind, Note, Person, Reflection, Session, Story
from coach.facade import Coach
from coach.llm.sent_log import SentLog
from coach.recall import chroma
from coach.storage.forgetting import INDEX_HOLDS_TRACES
from tests.integration.journeys.conftest import WordEmbeddings

TRACES = ("zelda", "quist", "zq77")
ZELDA = Person(
    id="zelda-quist",
    name="Zelda Quist",
    also_called=("Zeldie",),
    channels=(Channel(type="email", value="zq77@kiln.example"),),
    role="potter",
)


def written() -> list[Item]:
    """Zelda wherever a user may write of her, beside others who stay."""
    return [
        ZELDA,
        Person(id="bob", name="Bob Bauer", how_met="Zelda brought him"),
        Note(id="hers", text="Zelda likes kilns. ZELDA's mail is zq77@kiln.example.", people=("zelda-quist",)),
        Note(id="shared", text="Quist, Zelda told Bob; Zeldas Ofen ist neu.", people=("Bob", "Zelda Quist")),
        Note(id="earlier", text="Somebody called Zelda came by.", people=("Zelda",)),
        Story(id="exit", title="The exit", text="I was exhausted by the small talk but Zelda helped me find the exit."),
        Goal(id="goal", text="Get Zelda to show me her kiln"),
        Event(id="coffee", name="Coffee with Zelda", about="zelda_quist@kiln.example writes"),
        Reflection(id="r", lessons="Ask Zelda first."),
    ]


def opened(home: Path) -> Coach:
    return open_coach(home, settings=Settings(), embeddings=WordEmbeddings())


def held(home: Path, words: tuple[str, ...] = TRACES) -> list[str]:
    """Which file holds which of the words."""
    files = [path for path in home.rglob("*") if path.is_file()]
    return [f"{path.relative_to(home)}: {word}" for path in files for word in words if word in _text(path)]


def _text(path: Path) -> str:
    raw = path.read_bytes()
    return (raw.decode("utf-8", "ignore") + raw.decode("utf-16-le", "ignore")).casefold()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A workspace that was written, indexed and closed."""
    with opened(tmp_path / "home") as coach:
        coach.add_many(written())
        coach.recall("kilns")
    assert {"chroma.sqlite3", "catalog.sqlite3", "workspace.sqlite3"} <= {
        Path(one.partition(":")[0]).name for one in held(tmp_path / "home")
    }, "all three hold her before"
    return tmp_path / "home"


@pytest.mark.parametrize("delete_notes", [True, False])
def test_no_byte_of_any_file_names_whoever_is_forgotten(home: Path, delete_notes: bool) -> None:
    with opened(home) as coach:
        report = coach.forget_person("zelda-quist", delete_notes=delete_notes)
    assert report.file_cleaned
    assert held(home) == []
    with opened(home) as coach:
        assert coach.doctor().healthy
        found = coach.recall("who helped me find the exit from the small talk?", k=3)
        assert "someone helped me" in found[0].text
    assert held(home) == []


def test_it_holds_too_once_chroma_has_written_its_graph(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = {"hnsw": {**chroma.CONFIGURATION["hnsw"], "sync_threshold": 5}}
    monkeypatch.setattr(chroma, "CONFIGURATION", small)
    monkeypatch.setattr(chroma, "SYNC_THRESHOLD", 5)
    with opened(home) as coach:
        coach.reindex()
    assert any(path.suffix == ".pickle" for path in home.rglob("*")), "the graph is on disk"
    with opened(home) as coach:
        vectors = dict(coach._keeper.index._chroma.vectors(["note:hers#0", "person:zelda-quist#0", "note:shared#0"]))
        starts = [vector.astype(np.float32).tobytes()[:32] for vector in vectors.values()]
        graph = next(home.rglob("data_level0.bin"))
        assert any(start in graph.read_bytes() for start in starts)
        coach.forget_person("zelda-quist", delete_notes=True)
    assert held(home) == []
    left = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert not any(start in left for start in starts), "nor the vectors of what was written about her"
    with opened(home) as coach:
        assert coach.doctor(repair=False).healthy


def test_what_stays_can_still_be_found_and_read_from_chroma(home: Path) -> None:
    with opened(home) as coach:
        coach.forget_person("zelda-quist", delete_notes=True)
        coach.add(Note(id="later", text="Bob bakes rye bread on Sundays."))
        assert coach.recall("rye bread", k=1)[0].source_id == "later"
        index = coach._keeper.index
        assert index.health().sound
        assert index._chroma.ids() == index._catalog.pieces().keys()
        assert len(list(index._chroma.vectors(list(index._chroma.ids())))) == len(index._catalog.pieces())
    with opened(home) as coach:
        assert coach.recall("rye bread", k=1)[0].source_id == "later"


def test_a_crash_before_the_files_were_rewritten_is_made_good_at_the_next_start(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(home) as coach:
        monkeypatch.setattr(type(coach._keeper.index), "erase", lambda _: False)
        assert not coach.forget_person("zelda-quist", delete_notes=True).file_cleaned
    assert held(home)
    monkeypatch.undo()
    with opened(home) as coach:
        coach.sync()
    assert held(home) == []


def test_the_doctor_sees_to_what_an_older_version_left(home: Path) -> None:
    with opened(home) as coach:
        coach.store.forget_person("zelda-quist", mode="delete")
        coach.sync()
        with coach.store._database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM settings WHERE key = ?", (INDEX_HOLDS_TRACES,))
    with opened(home) as coach:
        coach.doctor()
    assert held(home) == []


def test_what_was_sent_and_the_apps_log_forget_too(home: Path) -> None:
    body = {"messages": [{"role": "user", "content": "Zelda Quist met Zoë\u2028and “Bob”."}], "model": "m"}
    log = SentLog(home)
    log.add("https://api.example/v1", json.dumps(body).encode())
    log.add("https://api.example/v1", json.dumps(body, ensure_ascii=False).encode())
    log.add("https://api.example/v1", b"Zelda, cut in the mid")
    log.add("https://api.example/v1", b'{"input": ["Bob bakes."]}')
    (home / "logs").mkdir()
    (home / "logs" / "app.log").write_text("NotFoundError: 'Zelda Quist'\n", encoding="utf-8")
    with opened(home) as coach:
        coach.forget_person("zelda-quist")
    assert held(home) == []
    sent = log.read()
    assert [one.messages for one in sent] == [
        (("note", "Bob bakes."),),
        (),
        (("user", "someone met Zoë\u2028and “Bob”."),),
        (("user", "someone met Zoë\u2028and “Bob”."),),
    ]


def test_a_story_made_of_an_answer_forgets_and_others_texts_keep_their_ann(tmp_path: Path) -> None:
    with opened(tmp_path) as coach:
        coach.add_many(
            [
                Person(id="ann", name="Ann Berg"),
                Story(id="mine", title="Ann's exit", struggle="Talk.", turn="Ann came.", lesson="Anns Rat war gut."),
                Story(id="shipped", title="Ann's kiln", text="Ann fired it.", collection="starter", own=False),
                Story(id="read", title="A letter", text="So Ann wrote.", collection="blog", own=False),
                Event(id="fair", name="Fair", about="Ann opens.", programme=(Session(id="t", title="Ann on tea"),)),
                Note(id="n", text="Anna and Annie are sisters; Ann Arbor is a town."),
            ]
        )
        coach.forget_person("ann")
        story = coach.store.get(Story, "mine")
        assert (story.title, story.turn, story.lesson) == ("someone's exit", "someone came.", "someone Rat war gut.")
        assert coach.store.get(Story, "shipped").full_text() == "Ann fired it."
        assert coach.store.get(Story, "read").text == "So Ann wrote."
        assert coach.store.get(Event, "fair").about == "Ann opens."
        assert coach.store.get(Note, "n").text.startswith("Anna and Annie are sisters")
        coach.delete(Kind.NOTE, "n")
