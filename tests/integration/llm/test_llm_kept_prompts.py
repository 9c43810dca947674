"""Kept prompts: only the program's own words stay on disk; a file that cannot be used costs time, never an error."""

from __future__ import annotations

import json
import os
import struct
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from coach.config import Settings, models_dir
from coach.llm import kept_prompts
from coach.llm.ask import ask
from coach.llm.catalogue import catalogue, is_ready
from coach.llm.factory import make_chat_model
from coach.llm.kept_prompts import KeptPrompts, _Slots, read_stable

MESSAGES: list[BaseMessage] = [SystemMessage("Be brief."), HumanMessage("Event:")]
TOKENS = [7, 8, 9]


class Slots:
    """A server with one slot that holds `tokens`; `broken`: it refuses to restore."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tokens = [-1, 1, 3, *TOKENS, 0]
        self.restored: list[str] = []
        self.broken = False

    def answer(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        if path == "/apply-template":
            return {"prompt": "".join(str(one["content"]) for one in body["messages"])}
        if path == "/tokenize":
            return {"tokens": TOKENS}
        if path.endswith("action=save"):
            packed = struct.pack(f"<III{len(self.tokens)}i", 1, 4, len(self.tokens), *self.tokens)
            (self.folder / body["filename"]).write_bytes(packed + b"state")
        if path.endswith("action=restore"):
            self.restored.append(body["filename"])
            return {} if self.broken else {"n_restored": 3}
        return {"content": ""}

    def status(self, path: str) -> int:
        return 400 if self.broken and path.endswith("action=restore") else 200


@pytest.fixture
def shelf(tmp_path: Path) -> KeptPrompts:
    shelf = KeptPrompts(tmp_path, "abc123")
    assert shelf.prepare()
    return shelf


@pytest.fixture
def server(shelf: KeptPrompts) -> Iterator[tuple[Slots, _Slots]]:
    """What the server holds, and the client that speaks with it."""
    held = Slots(shelf.folder)

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            content = json.dumps(held.answer(self.path, body)).encode()
            self.send_response(held.status(self.path))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True).start()
    with httpx.Client(base_url=f"http://127.0.0.1:{http.server_address[1]}", trust_env=False) as client:
        yield held, _Slots(client, 1)
    http.shutdown()
    http.server_close()


def test_a_prompt_is_kept_for_its_owner_alone_and_found_again(shelf: KeptPrompts, server: tuple[Slots, _Slots]) -> None:
    held, slots = server
    name = shelf.name_of("runtime 1", MESSAGES)
    assert not shelf.restore(slots, name)
    shelf.save(slots, name, MESSAGES)
    assert [path.name for path in shelf.folder.iterdir()] == [name]
    assert (shelf.folder / name).stat().st_mode & 0o077 == 0
    assert shelf.restore(slots, name)
    assert len(held.restored) == 1


@pytest.mark.parametrize("tokens", [[-1, 1, 4, 7, 8, 9, 55, 0, 1, 2], [-1, 1, 3, 7, 8, 5, 0], [7, 8], []])
def test_other_words_than_the_programs_own_are_deleted_on_the_spot(
    shelf: KeptPrompts, server: tuple[Slots, _Slots], tokens: list[int]
) -> None:
    held, slots = server
    held.tokens = [*tokens, *([77] * 10 if len(tokens) == 10 else [])]
    shelf.save(slots, shelf.name_of("runtime 1", MESSAGES), MESSAGES)
    assert list(shelf.folder.iterdir()) == []


def test_a_file_that_the_server_refuses_is_gone_and_read_anew(shelf: KeptPrompts, server: tuple[Slots, _Slots]) -> None:
    held, slots = server
    name = shelf.name_of("runtime 1", MESSAGES)
    shelf.save(slots, name, MESSAGES)
    held.broken = True
    assert not shelf.restore(slots, name)
    assert list(shelf.folder.iterdir()) == []


def test_another_model_runtime_or_wording_has_another_file(shelf: KeptPrompts, tmp_path: Path) -> None:
    names = {
        shelf.name_of("runtime 1", MESSAGES),
        shelf.name_of("runtime 2", MESSAGES),
        shelf.name_of("runtime 1", MESSAGES[:1]),
        KeptPrompts(tmp_path, "def456").name_of("runtime 1", MESSAGES),
    }
    assert len(names) == 4


def test_the_folder_stays_small_and_free_of_leftovers(shelf: KeptPrompts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_prompts, "LARGEST_BYTES", 250)
    now = time.time()
    for name, days in (("new.kv", 1), ("older.kv", 2), ("oldest.kv", 3), ("x.kv.part-1", 0), ("unused.kv", 90)):
        path = shelf.folder / name
        path.write_bytes(b"x" * 100)
        os.utime(path, (now - 86_400 * days,) * 2)
    shelf.tidy(now)
    assert sorted(path.name for path in shelf.folder.iterdir()) == ["new.kv", "older.kv"]


def test_a_removed_model_takes_its_prompts_along(shelf: KeptPrompts, tmp_path: Path) -> None:
    (shelf.folder / shelf.name_of("r", MESSAGES)).touch()
    other = KeptPrompts(tmp_path, "def456")
    (shelf.folder / other.name_of("r", MESSAGES)).touch()
    shelf.forget_model()
    assert [path.name for path in shelf.folder.iterdir()] == [other.name_of("r", MESSAGES)]


def test_where_nothing_can_be_kept_the_model_runs_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not KeptPrompts(tmp_path / "file", "abc").prepare()


@pytest.mark.model
@pytest.mark.skipif(not is_ready(catalogue()[0], models_dir()), reason="the model is not on this machine")
def test_the_embedded_model_goes_on_from_what_was_kept(tmp_path: Path) -> None:
    messages: list[BaseMessage] = [SystemMessage("You write letters about goats. " * 12), HumanMessage("Event: ")]
    others: list[BaseMessage] = [SystemMessage("You draw maps of old harbours. " * 12), HumanMessage("Event: ")]
    for from_disk in (False, True):
        with make_chat_model(Settings(), models_dir()) as handle:
            assert handle.server is not None
            handle.server.kept_prompts = KeptPrompts(models_dir(), f"test-{os.getpid()}")
            assert read_stable(handle, messages) is from_disk
            assert read_stable(handle, others) is from_disk
            for one in (messages, others):
                asked = ask(handle, [one[0], HumanMessage("Event: Porto")], max_tokens=1, temperature=0)
                assert asked.usage.cached > 0.8 * asked.usage.prompt
            handle.server.kept_prompts.prepare()
    KeptPrompts(models_dir(), f"test-{os.getpid()}").forget_model()
