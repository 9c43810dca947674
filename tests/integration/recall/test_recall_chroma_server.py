"""The same code on a Chroma server and on the embedded Chroma: the same notes in both, the same answers from both."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import chromadb
import chromadb.config
import httpx
import pytest

from coach.domain.evidence import Filters, Passage
from coach.domain.models import Kind
from coach.errors import RecallError
from coach.recall import Hit, RecallIndex
from coach.recall.embedders import MiniLMEmbeddings
from coach.recall.shelf import IndexShelf

TEXTS = (
    "Ines builds telescopes with her students in Porto.",
    "The greenhouse project needs a volunteer who can weld.",
    "Yusuf promised an introduction to the museum's director.",
    "We talked about migrating a warehouse to streaming.",
)
NOTES = [
    Passage(
        source_id=str(number),
        kind=Kind.NOTE,
        text=text,
        people=("Ines",) if number == 0 else (),
        event="fair" if number < 2 else None,
        at=datetime(2026, 3, 1 + number, tzinfo=UTC),
    )
    for number, text in enumerate(TEXTS)
] + [Passage(source_id="s", kind=Kind.STORY, title="The kiln", text="A kiln cracked, and we learned to wait.")]
FILTERS = (
    Filters(),
    Filters(people=("ines",)),
    Filters(kinds=(Kind.STORY,)),
    Filters(event="fair"),
    Filters(since=date(2026, 3, 2), until=date(2026, 3, 3)),
    Filters(exclude=("0",)),
)
QUIET = chromadb.config.Settings(anonymized_telemetry=False)
QUESTIONS = ("Who can introduce me to a museum?", "Who teaches astronomy?", "welding help", "data pipelines")


CHROMA = str(Path(sys.executable).parent / "chroma")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(tmp_path_factory.mktemp("chroma-server")) as address:
        yield address


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A Chroma server over the folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [CHROMA, "run", "--path", str(folder), "--port", str(port)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*command, "--host", "127.0.0.1"], stdout=log, stderr=log)
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(address: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            if httpx.get(f"{address}/api/v2/heartbeat", timeout=5).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise TimeoutError(address)


def everywhere(hits: list[Hit]) -> list[tuple[str, float]]:
    return [(hit.source_id, hit.score) for hit in hits]


def shelf(folder: Path, url: str = "") -> IndexShelf:
    embeddings = MiniLMEmbeddings()
    return IndexShelf(folder, "minilm", lambda _: embeddings, chroma_url=url)


def test_server_and_embedded_chroma_give_the_same_answers(server: str, tmp_path: Path) -> None:
    embedded, remote = shelf(tmp_path / "embedded").fresh(), shelf(tmp_path / "remote", server).fresh()
    for index in (embedded, remote):
        index.upsert(NOTES)
        index.delete(["note:3"])
    for question, filters in product(QUESTIONS, FILTERS):
        one, other = (everywhere(index.search(question, 4, filters)) for index in (embedded, remote))
        assert one == other
        assert one
    assert embedded.health() == remote.health()
    assert remote.health().sound
    assert remote.health().vectors == 4
    assert remote.search("Who can introduce me to a museum?", 1)[0].source_id == "2"
    for index in (embedded, remote):
        index.close()


def test_an_index_that_is_replaced_leaves_nothing_on_the_server(server: str, tmp_path: Path) -> None:
    indexes = shelf(tmp_path, server)
    old = indexes.fresh()
    old.upsert(NOTES)
    old.close()
    new = indexes.fresh()
    new.upsert(NOTES[:2])
    indexes.keep_only(new)
    assert indexes.find(old.identity) is None
    assert new.health().sound
    host, port = server.removeprefix("http://").split(":")
    names = {one.name for one in chromadb.HttpClient(host, int(port), settings=QUIET).list_collections()}
    assert (old.identity in names, new.identity in names) == (False, True)
    new.close()


def test_a_server_that_does_not_answer_hides_no_note_and_is_a_clear_error(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    index = RecallIndex(tmp_path / "index", MiniLMEmbeddings(), embedder_name="minilm", chroma_url=address)
    index.upsert(NOTES)
    assert index.search("Who can introduce me to a museum?", 1)[0].source_id == "2"
    with pytest.raises(RecallError, match="COACH_CHROMA_URL"):
        index.health()
    index.close()


def test_a_server_keeps_deleted_words_until_a_reindex_and_a_vacuum(tmp_path: Path) -> None:
    folder = tmp_path / "server"
    folder.mkdir()

    def held() -> bool:
        return any(b"Yusuf" in path.read_bytes() for path in folder.rglob("*") if path.is_file())

    with running(folder) as address:
        indexes = shelf(tmp_path / "indexes", address)
        index = indexes.fresh()
        index.upsert(NOTES)
        assert index.health().sound
        index.delete(["note:2"])
        assert index.erase(), "what is in our hands is done"
        assert index.elsewhere
        index.close()
        assert held()
        new = indexes.fresh()
        new.upsert([one for one in NOTES if one.source_id != "2"])
        new.close()
        indexes.keep_only(new)
    subprocess.run([CHROMA, "vacuum", "--path", str(folder), "--force"], check=True, capture_output=True)
    assert not held()
