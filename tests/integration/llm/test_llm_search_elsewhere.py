"""Notes that are to be found by meaning elsewhere: nothing is sent before consent, and everything sent is noted."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from coach import Note, open_coach
from coach.config import Settings
from coach.errors import RecallError
from coach.llm import outbound
from coach.llm.faults import search_fault
from coach.llm.outbound import accepted, search_at, search_elsewhere
from coach.llm.sent_log import SentLog

WHERE = "127.0.0.1"
NOTE = Note(id="n1", text="Ines Duarte lost forty charts in the flood.")


class Embedding:
    """What an embeddings server has been asked, and with which keys."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.keys: set[str] = set()
        self.url = ""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Embedding]:
    """A server on loopback that is taken for one elsewhere."""
    seen = Embedding()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
            seen.texts += texts
            seen.keys.add(self.headers.get("Authorization", ""))
            vectors = [{"object": "embedding", "index": at, "embedding": [1.0, 0.5]} for at in range(len(texts))]
            usage = {"prompt_tokens": 1, "total_tokens": 1}
            content = json.dumps({"object": "list", "data": vectors, "model": "m", "usage": usage}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True).start()
    seen.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    monkeypatch.setattr(outbound, "LOOPBACK", ())
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    yield seen
    http.shutdown()
    http.server_close()


def settings_for(server: Embedding) -> Settings:
    return Settings(llm="none", embedder="compatible", embeddings_base_url=server.url, embeddings_model="m")


def test_nothing_is_sent_before_the_user_agreed_and_the_note_is_kept(server: Embedding, tmp_path: Path) -> None:
    settings = accepted(settings_for(server), WHERE)
    with open_coach(tmp_path, settings=settings) as coach:
        coach.store.save([NOTE])
        with pytest.raises(RecallError, match=r"not yet agreed that your notes.*coach model consent"):
            coach.reindex()
        assert coach.store.get(Note, "n1").text == NOTE.text
    assert (server.texts, SentLog(tmp_path).count()) == ([], 0)


def test_after_consent_notes_go_as_they_are_each_request_noted_without_openais_key(
    server: Embedding, tmp_path: Path
) -> None:
    settings = accepted(settings_for(server), search_at(WHERE))
    with open_coach(tmp_path, settings=settings) as coach:
        coach.store.save([NOTE])
        coach.reindex()
        found = coach.recall("Who lost charts?", k=1)
    assert [one.source_id for one in found] == ["n1"]
    assert any(NOTE.text in text for text in server.texts)
    noted = [text for sent in SentLog(tmp_path).read() for _, text in sent.messages]
    assert sorted(noted) == sorted(server.texts)
    assert server.keys == {"Bearer not-needed"}


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"embedder": "minilm"}, ""),
        ({"embedder": "compatible", "embeddings_base_url": "http://127.0.0.1:11434/v1"}, ""),
        ({"embedder": "compatible", "embeddings_base_url": "https://search.example/v1"}, "search.example"),
        ({"embedder": "compatible"}, "api.openai.com"),
    ],
)
def test_where_notes_go(changed: dict[str, Any], where: str) -> None:
    assert search_elsewhere(Settings(**changed)) == where


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:1/v1", r"The search model at 'http://127.0.0.1:1/v1' cannot be reached: .*[^.]\. Check the"),
        ("localhost:11434/v1", "'localhost:11434/v1' is not an http"),
        ("banana", "'banana' is not an http"),
    ],
)
def test_a_search_model_that_does_not_answer_is_told_in_a_users_words(address: str, said: str, tmp_path: Path) -> None:
    settings = Settings(llm="none", embedder="compatible", embeddings_base_url=address, embeddings_model="m")
    with open_coach(tmp_path, settings=settings) as coach:
        coach.store.save([NOTE])
        with pytest.raises(RecallError, match=said) as caught:
            coach.reindex()
    assert "search model on this machine" in caught.value.next_step
    assert "OpenAIEmbeddings" not in str(caught.value)


def test_a_refusal_by_the_search_model_is_told_with_what_the_server_said() -> None:
    request = httpx.Request("POST", "http://x/v1/embeddings")
    refused = openai.NotFoundError("no such model.", response=httpx.Response(404, request=request), body=None)
    fault = search_fault(refused, "http://x/v1")
    assert fault.message == "The search model at 'http://x/v1' answered with status 404: no such model."
