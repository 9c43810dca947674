"""The supervisor: starts in the background, restarts after a crash with an end to it, and cleans up."""

from __future__ import annotations

import importlib.util
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from coach.errors import ModelError, ModelMissingError, ModelTimeoutError
from coach.llm import embedded
from coach.llm.embedded import EmbeddedServer
from coach.llm.plan import ServerPlan, plan_for_this_machine

PRETEND = Path(__file__).with_name("pretend_server.py")
Make = Callable[[str], EmbeddedServer]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """A supervised pretend server with the behaviour given."""
    monkeypatch.setattr(embedded, "SERVER_PROGRAM", PRETEND)
    monkeypatch.setattr(embedded, "FIRST_BACK_OFF_S", 0.05)
    made: list[EmbeddedServer] = []

    def build(behaviour: str) -> EmbeddedServer:
        path = tmp_path / "model.gguf"
        path.write_text(behaviour, encoding="utf-8")
        made.append(EmbeddedServer(path, ServerPlan(threads=1), log_dir=tmp_path / "logs"))
        return made[-1]

    yield build
    for server in made:
        server.close()


def until(condition: Callable[[], bool], seconds: float = 60.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def test_start_returns_at_once_and_readiness_follows(make: Make) -> None:
    server = make("ok")
    assert server.state().status == "stopped"
    began = time.monotonic()
    server.start()
    assert time.monotonic() - began < 0.5
    assert server.state().status in ("starting", "ready")
    server.start()
    first = server.address()
    assert first is not None
    assert server.state().status == "ready"
    assert server.address() == first


def test_the_key_is_random_and_on_no_command_line(make: Make) -> None:
    server = make("ok")
    address = server.address()
    assert address is not None
    assert len(address.api_key) >= 32
    assert server.pid is not None
    process = psutil.Process(server.pid)
    assert address.api_key not in " ".join(process.cmdline())
    assert address.api_key not in process.environ().values()


def test_a_killed_server_comes_back_at_another_address(make: Make) -> None:
    server = make("ok")
    first = server.address()
    assert first is not None
    assert server.pid is not None
    psutil.Process(server.pid).kill()
    assert server.died_since(first.generation, wait_s=5)
    assert until(lambda: server.state().status == "ready" and server._generation == 2)
    second = server.address()
    assert second is not None
    assert (second.generation, second.url != first.url, second.api_key != first.api_key) == (2, True, True)


def test_a_server_that_keeps_crashing_is_given_up_with_the_reason(make: Make) -> None:
    server = make("crash")
    server.start()
    assert until(lambda: server.state().status == "failed")
    assert server._generation == embedded.MAX_CRASHES
    assert "code 139" in server.state().reason
    with pytest.raises(ModelError, match="could not be started"):
        server.address()


def test_after_a_while_a_failed_server_gets_another_chance(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    server = make("error")
    server.start()
    assert until(lambda: server.state().status == "failed")
    monkeypatch.setattr(embedded, "RETRY_FAILED_AFTER_S", 0.0)
    server.model_path.write_text("ok", encoding="utf-8")
    assert server.address() is not None


@pytest.mark.parametrize(("behaviour", "said"), [("error", "it will not load"), ("die", "code 3.*bad magic")])
def test_a_model_that_will_not_load_is_not_tried_again_and_says_why(make: Make, behaviour: str, said: str) -> None:
    server = make(behaviour)
    with pytest.raises(ModelError, match=said):
        server.address()
    assert server.state().status == "failed"
    assert server.pid is None


def test_waiting_has_an_end_and_can_be_stopped(make: Make) -> None:
    server = make("sleep")
    with pytest.raises(ModelTimeoutError, match="not ready within"):
        server.address(timeout_s=0.3)
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    assert server.address(stop=stop) is None


@pytest.mark.parametrize("behaviour", ["ok", "sleep"])
def test_close_ends_the_process_and_may_be_called_twice(make: Make, behaviour: str) -> None:
    server = make(behaviour)
    server.start()
    assert until(lambda: server.pid is not None)
    pid = server.pid
    assert pid is not None
    began = time.monotonic()
    server.close()
    server.close()
    assert time.monotonic() - began < 4
    assert not psutil.pid_exists(pid)
    assert server.state().status == "stopped"


def test_a_closed_server_can_be_started_again(make: Make) -> None:
    server = make("ok")
    assert server.address() is not None
    server.close()
    assert server.address() is not None


def test_logs_of_programs_that_have_ended_are_dropped(make: Make, tmp_path: Path) -> None:
    old = tmp_path / "logs" / "model-4194305.log"
    old.parent.mkdir()
    old.write_text("long ago", encoding="utf-8")
    server = make("ok")
    assert server.address() is not None
    assert server.log_path is not None
    assert [path.name for path in old.parent.iterdir()] == [server.log_path.name]


def test_without_the_runtime_the_error_says_what_to_install(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelMissingError, match=r"xllamacpp.*pip install xllamacpp"):
        make("ok").address()


def test_without_the_file_the_state_is_absent(make: Make) -> None:
    server = make("ok")
    server.model_path.unlink()
    assert server.state().status == "absent"
    with pytest.raises(ModelMissingError, match="coach model pull"):
        server.address()


def test_one_slot_where_memory_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    class Memory:
        available = 2 * 1024**3

    monkeypatch.setattr(psutil, "virtual_memory", Memory)
    assert plan_for_this_machine().slots == 1
    Memory.available = 8 * 1024**3
    assert plan_for_this_machine().slots == 2
    assert plan_for_this_machine().threads >= 1
