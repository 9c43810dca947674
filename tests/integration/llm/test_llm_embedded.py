"""The embedded model itself: speed of nothing, truth of everything else. Needs the model on this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from coach.config import Settings, models_dir
from coach.errors import ModelCrashedError, ModelError
from coach.llm.ask import ask
from coach.llm.catalogue import catalogue, is_ready, model_path
from coach.llm.embedded import EmbeddedServer
from coach.llm.factory import ModelHandle, count_tokens, make_chat_model
from coach.llm.plan import ServerPlan

MODELS = models_dir()
pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not is_ready(catalogue()[0], MODELS), reason="the model is not on this machine"),
]

RULES = (
    "You write openers for people who meet at a conference. Use only what the notes say. Keep each opener "
    "under thirty words, warm and plain, and end it with a question. Never invent names, numbers or places. "
)
MEMORY_LIMIT = 2.4e9


@pytest.fixture(scope="module")
def handle() -> Iterator[ModelHandle]:
    with make_chat_model(Settings(llm_timeout_s=300), MODELS) as made:
        yield made


def about(rules: str, who: str) -> list[BaseMessage]:
    return [SystemMessage(rules * 3), HumanMessage(f"Write one opener for {who}.")]


def test_the_second_call_with_the_same_beginning_reads_only_what_is_new(handle: ModelHandle) -> None:
    prefix = count_ready(handle, RULES * 3)
    first = ask(handle, about(RULES, "Ada, who runs async Python"), max_tokens=12, temperature=0)
    second = ask(handle, about(RULES, "Grace, who builds compilers"), max_tokens=12, temperature=0)
    assert not first.estimated
    assert first.usage.prompt > prefix
    assert second.usage.cached > 0.8 * prefix
    assert second.usage.cached > 0.8 * (second.usage.prompt - 20)


def test_prompts_that_were_pushed_out_of_the_slots_are_remembered(handle: ModelHandle) -> None:
    others = [RULES.replace("openers", word) for word in ("letters", "questions")]
    ask(handle, about(RULES, "Ada"), max_tokens=4, temperature=0)
    for other in others:
        ask(handle, about(f"Number {len(other)}. {other}", "Ada"), max_tokens=4, temperature=0)
    again = ask(handle, about(RULES, "Alan"), max_tokens=4, temperature=0)
    assert again.usage.cached > 0.8 * count_ready(handle, RULES * 3)


def test_an_answer_follows_its_schema(handle: ModelHandle) -> None:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {
            "openers": {"type": "array", "items": {"type": "string", "maxLength": 80}, "minItems": 2, "maxItems": 2},
            "tone": {"enum": ["warm", "plain"]},
        },
        "required": ["openers", "tone"],
        "additionalProperties": False,
    }
    answer = ask(handle, about(RULES, "Ada"), schema=schema, max_tokens=150, temperature=0.2, seed=1)
    assert len(answer.data["openers"]) == 2
    assert answer.data["tone"] in ("warm", "plain")


def test_the_same_seed_writes_the_same_text(handle: ModelHandle) -> None:
    texts = {ask(handle, about(RULES, "Ada"), max_tokens=16, temperature=0.7, seed=5).text for _ in range(2)}
    assert len(texts) == 1


def test_a_stopped_call_stops_the_server(handle: ModelHandle) -> None:
    stop = threading.Event()
    cancelled = cancellations(handle)
    answer = ask(
        handle,
        [HumanMessage("Write a very long story about a harbour.")],
        max_tokens=3000,
        temperature=0.7,
        on_text=lambda _: stop.set(),
        stop=stop,
    )
    assert answer.finish_reason == "stopped"
    assert comes_to_rest(handle)
    assert cancellations(handle) > cancelled


def test_a_call_stopped_while_its_prompt_is_read_stops_the_server(handle: ModelHandle) -> None:
    cancelled = cancellations(handle)
    stop = threading.Event()

    def stop_while_reading() -> None:
        while not at_work(handle):
            time.sleep(0.05)
        stop.set()

    threading.Thread(target=stop_while_reading, daemon=True).start()
    long = "Sum up: " + " ".join(f"note number {number}." for number in range(400))
    answer = ask(handle, [HumanMessage(long)], max_tokens=50, temperature=0, stop=stop)
    assert (answer.finish_reason, answer.text) == ("stopped", "")
    assert comes_to_rest(handle)
    assert cancellations(handle) > cancelled


def test_a_prompt_that_is_too_long_is_an_error_that_says_so(handle: ModelHandle) -> None:
    with pytest.raises(ModelError, match=r"context.*4096 tokens at once"):
        ask(handle, [HumanMessage("word " * 6000)], max_tokens=10, temperature=0)


def test_only_the_key_opens_the_door(handle: ModelHandle) -> None:
    assert handle.server is not None
    address = handle.server.address()
    assert address is not None
    assert address.url.startswith("http://127.0.0.1:")
    order = {"messages": [{"role": "user", "content": "hi"}], "max_tokens": 1}
    refused = httpx.post(f"{address.url}/v1/chat/completions", json=order, trust_env=False)
    assert refused.status_code == 401


def test_memory_stays_within_its_limit_and_prompts_out_of_the_log(handle: ModelHandle) -> None:
    assert handle.server is not None
    assert handle.server.pid is not None
    assert psutil.Process(handle.server.pid).memory_info().rss < MEMORY_LIMIT
    assert handle.server.log_path is not None
    assert "openers" not in handle.server.log_path.read_text(encoding="utf-8")


def test_a_process_killed_in_mid_answer_keeps_the_text_and_the_next_call_works(handle: ModelHandle) -> None:
    pieces: list[str] = []

    def on_text(piece: str) -> None:
        pieces.append(piece)
        if len(pieces) == 5:
            assert handle.server is not None
            assert handle.server.pid is not None
            os.kill(handle.server.pid, signal.SIGKILL)

    question: list[BaseMessage] = [HumanMessage("Write a long story about a harbour.")]
    with pytest.raises(ModelCrashedError, match="ended while it was writing") as caught:
        ask(handle, question, max_tokens=2000, temperature=0.5, on_text=on_text)
    assert caught.value.partial == "".join(pieces)
    assert len(pieces) >= 5
    assert ask(handle, about(RULES, "Ada"), max_tokens=8, temperature=0).text


def test_langchains_model_finds_the_server_again_by_itself(handle: ModelHandle) -> None:
    assert handle.server is not None
    handle.server.close()
    assert str(handle.model.invoke("Say hello.", max_tokens=8).text)


@pytest.mark.parametrize("wait_for_ready", [True, False])
def test_the_child_goes_within_three_seconds_of_a_killed_parent(wait_for_ready: bool) -> None:
    program = (
        "import sys, time; from pathlib import Path; from coach.llm.embedded import EmbeddedServer; "
        "from coach.llm.plan import ServerPlan; "
        "server = EmbeddedServer(Path(sys.argv[1]), ServerPlan(slots=1, context=512)); server.start()\n"
        "while server.pid is None: time.sleep(0.01)\n"
        "if sys.argv[2] == 'True': server.address()\n"
        "print(server.pid, flush=True); time.sleep(600)"
    )
    path = str(model_path(catalogue()[0], MODELS))
    parent = subprocess.Popen(
        [sys.executable, "-c", program, path, str(wait_for_ready)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    if not wait_for_ready:
        time.sleep(0.6)
    assert psutil.pid_exists(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    began = time.monotonic()
    while psutil.pid_exists(child) and time.monotonic() - began < 3:
        time.sleep(0.02)
    assert not psutil.pid_exists(child)


def test_a_broken_model_file_is_named_with_the_runtimes_reason(tmp_path: Path) -> None:
    path = tmp_path / "broken.gguf"
    path.write_bytes(b"GGUF\x03\x00\x00\x00" + bytes(4096))
    with (
        EmbeddedServer(path, ServerPlan(slots=1, context=512), log_dir=tmp_path) as server,
        pytest.raises(ModelError, match=r"could not be started: .*The log says:"),
    ):
        server.address()


def count_ready(handle: ModelHandle, text: str) -> int:
    handle.wait_ready()
    return count_tokens(handle, text)


def cancellations(handle: ModelHandle) -> int:
    """How often the server has noted that it gave up a task because its client was gone."""
    handle.wait_ready()
    assert handle.server is not None
    assert handle.server.log_path is not None
    return handle.server.log_path.read_text(encoding="utf-8").count("cancel task")


def at_work(handle: ModelHandle) -> bool:
    """Whether a slot of the server is reading or writing."""
    assert handle.server is not None
    address = handle.server.address()
    assert address is not None
    key = {"Authorization": f"Bearer {address.api_key}"}
    slots = httpx.get(f"{address.url}/slots", headers=key, timeout=60, trust_env=False)
    return any(slot["is_processing"] for slot in slots.json())


def comes_to_rest(handle: ModelHandle, seconds: float = 90) -> bool:
    """Whether no slot of the server is at work any more, within that time.

    The server looks for clients that are gone after a second without an answer to anybody, so it is asked seldom.
    """
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not at_work(handle):
            return True
        time.sleep(2)
    return False
