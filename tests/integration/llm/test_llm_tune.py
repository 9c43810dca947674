"""A tuned runtime is used where it was measured to be faster, and gives way at the first trouble."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from coach.config import Settings
from coach.errors import ModelError, ModelMissingError
from coach.llm import build, embedded, runtime, tune
from coach.llm.build import Stopped, require_tools
from coach.llm.embedded import EmbeddedServer
from coach.llm.plan import ServerPlan
from coach.llm.runtime import (
    FOLDER,
    PROGRAM,
    Runtime,
    Speed,
    TuneRecord,
    chosen_runtime,
    prebuilt,
    processor,
    read_record,
    tuned,
    write_record,
)

PRETEND = Path(__file__).with_name("pretend_server.py")
OWN_PROGRAM = """#!{python}
import argparse, http.server, sys
parser = argparse.ArgumentParser()
for name in ("--host", "--api-key-file", "--model"):
    parser.add_argument(name)
parser.add_argument("--port", type=int)
given, _ = parser.parse_known_args()
key = open(given.api_key_file).read()
class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_): pass
    def do_GET(self):
        ok = self.path == "/health" or self.headers["Authorization"] == "Bearer " + key
        self.send_response(200 if ok else 401)
        self.send_header("Content-Length", "0")
        self.end_headers()
http.server.ThreadingHTTPServer((given.host, given.port), Handler).serve_forever()
"""


def in_use(models_dir: Path, **changed: object) -> TuneRecord:
    """A record of a tuned build that is in use, with its program."""
    record = TuneRecord(
        state="in use",
        version="1",
        processor=processor(),
        prebuilt=Speed(read=60, written=20),
        tuned=Speed(read=90, written=30),
    ).model_copy(update=changed)
    write_record(models_dir, record)
    (models_dir / FOLDER / PROGRAM).touch()
    return record


def program_of(folder: Path, text: str) -> Path:
    path = folder / FOLDER / PROGRAM
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[EmbeddedServer]]:
    made: list[EmbeddedServer] = []
    yield made
    for server in made:
        server.close()


# ------------------------------------------------------------------ which one is chosen
def test_the_tuned_build_is_chosen_where_it_is_in_use(tmp_path: Path) -> None:
    record = in_use(tmp_path)
    assert chosen_runtime(tmp_path) == tuned(tmp_path, record)
    assert chosen_runtime(tmp_path).name != prebuilt().name


@pytest.mark.parametrize("changed", [{"state": "slower"}, {"state": "failed"}, {"processor": "another"}])
def test_otherwise_the_package_runs(tmp_path: Path, changed: dict[str, object]) -> None:
    in_use(tmp_path, **changed)
    assert chosen_runtime(tmp_path) == prebuilt()


def test_a_record_without_its_program_or_a_damaged_one_counts_for_nothing(tmp_path: Path) -> None:
    in_use(tmp_path)
    (tmp_path / FOLDER / PROGRAM).unlink()
    assert chosen_runtime(tmp_path) == prebuilt()
    (tmp_path / FOLDER / "record.json").write_text("{")
    assert chosen_runtime(tmp_path) == prebuilt()


def test_off_deletes_the_tuned_build(tmp_path: Path) -> None:
    in_use(tmp_path)
    record = tune.turn_off(tmp_path)
    assert record is not None
    assert record.state == "off"
    assert (chosen_runtime(tmp_path), (tmp_path / FOLDER).exists()) == (prebuilt(), False)
    assert tune.turn_off(tmp_path) is None


# ------------------------------------------------------------------ how it runs
def test_llama_cpps_own_program_is_served_as_the_package_is(tmp_path: Path, servers: list[EmbeddedServer]) -> None:
    import httpx

    program = program_of(tmp_path, OWN_PROGRAM.format(python=sys.executable))
    (tmp_path / "model.gguf").touch()
    servers.append(EmbeddedServer(tmp_path / "model.gguf", ServerPlan(), runtime=Runtime("own", program)))
    address = servers[0].address()
    assert address is not None
    assert servers[0].runtime.program == program
    with httpx.Client(base_url=address.url, trust_env=False) as client:
        assert client.get("/slots").status_code == 401
        assert client.get("/slots", headers={"Authorization": f"Bearer {address.api_key}"}).status_code == 200


def test_a_tuned_build_that_does_not_start_gives_way_for_good(
    tmp_path: Path, servers: list[EmbeddedServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "SERVER_PROGRAM", PRETEND)
    in_use(tmp_path)
    program_of(tmp_path, "#!/bin/sh\nexit 4\n")
    (tmp_path / "model.gguf").write_text("ok")
    servers.append(EmbeddedServer(tmp_path / "model.gguf", ServerPlan(), runtime=chosen_runtime(tmp_path)))
    assert servers[0].address() is not None
    assert servers[0].runtime == prebuilt()
    record = read_record(tmp_path)
    assert record is not None
    assert (record.state, "code 4" in record.in_words()) == ("failed", True)


# ------------------------------------------------------------------ judging
@pytest.mark.parametrize(
    ("written", "state"), [(40.0, "in use"), (20.5, "slower")], ids=["clearly faster", "about as fast"]
)
def test_a_build_is_kept_only_when_it_is_faster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: float, state: str
) -> None:
    speeds = {True: Speed(read=60, written=20), False: Speed(read=60, written=written)}
    monkeypatch.setattr(tune, "_try_out", lambda _dir, _settings, tried, _stop: speeds[tried.program is None])
    program = program_of(tmp_path, "new").rename(tmp_path / FOLDER / f"{PROGRAM}.new")
    record = tune._judge(tmp_path, Settings(), program, lambda *_: None, threading.Event())
    assert record.state == state
    assert (tmp_path / FOLDER / PROGRAM).exists() == (state == "in use")
    assert f"({speeds[True].written:.0f})" in record.in_words()


def test_a_build_that_fails_its_check_is_not_used_and_the_reason_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Speed:
        raise ModelError("It answers nonsense.")

    monkeypatch.setattr(tune, "_try_out", fail)
    record = tune._judge(tmp_path, Settings(), program_of(tmp_path, ""), lambda *_: None, threading.Event())
    assert (record.state, record.reason) == ("failed", "It answers nonsense.")


# ------------------------------------------------------------------ what it needs
def test_without_a_compiler_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("CXX", raising=False)
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(ModelError, match=r"no C\+\+ compiler.*build-essential"):
        require_tools(tmp_path)


def test_elsewhere_than_on_linux_it_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(ModelError, match="not offered on 'win32'"):
        require_tools(tmp_path)


def test_without_a_model_there_is_nothing_to_measure(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="coach model pull"):
        tune.tune(tmp_path, Settings(), lambda *_: None)


def test_a_step_that_fails_is_told_in_its_own_words() -> None:
    with pytest.raises(ModelError, match="no such flag: error 7"):
        build._run(["sh", "-c", "echo no such flag: error 7; exit 2"], threading.Event())


def test_a_stop_ends_a_step_with_all_its_children() -> None:
    stop = threading.Event()
    with pytest.raises(Stopped):
        build._run(["sh", "-c", "echo begun; sleep 600 & wait"], stop, on_line=lambda _: stop.set())


def test_an_interruption_ends_the_compiler_too() -> None:
    """As Ctrl-C does: whatever leaves the step by another way must not leave its processes behind."""
    seen: list[psutil.Process] = []

    def interrupt(line: str) -> None:
        seen.append(psutil.Process(int(line)))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build._run(["sh", "-c", "sleep 600 & echo $!; wait"], threading.Event(), on_line=interrupt)
    gone, _ = psutil.wait_procs(seen, timeout=30)
    left = [one for one in seen if one not in gone and one.status() != psutil.STATUS_ZOMBIE]
    assert (len(seen), left) == (1, [])


def test_what_a_killed_build_left_is_cleared_and_a_running_one_stays(tmp_path: Path) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    left, other, running = (tmp_path / f"build-{mark}" for mark in (f"{ended.pid}-a", "old", f"{os.getpid()}-b"))
    for folder in (left, other, running):
        (folder / "objects").mkdir(parents=True)
    build._drop_builds_of_ended_programs(tmp_path)
    assert [folder.exists() for folder in (left, other, running)] == [False, False, True]


def test_too_little_room_is_said_before_anything_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10))
    with pytest.raises(ModelError, match=r"Less than 1 GB.*Free some space"):
        require_tools(tmp_path)


@pytest.mark.parametrize("fault", ["full", "broken", "stopped"])
def test_a_tuning_that_fails_leaves_what_was_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    before = in_use(tmp_path)
    faults = {
        "full": OSError(28, "No space left on device"),
        "broken": ModelError("Tuning failed at 'cmake': no working compiler.", "Mend it."),
        "stopped": Stopped(),
    }

    def fail(*_: object) -> Path:
        raise faults[fault]

    monkeypatch.setattr(tune, "build_server", fail)
    monkeypatch.setattr(tune, "embedded_model", lambda *_: SimpleNamespace(is_here=lambda: True))
    if fault == "stopped":
        assert tune.tune(tmp_path, Settings(), lambda *_: None) == before
    else:
        with pytest.raises(ModelError, match={"full": "No space left", "broken": "no working compiler"}[fault]):
            tune.tune(tmp_path, Settings(), lambda *_: None)
    assert read_record(tmp_path) == before
    assert chosen_runtime(tmp_path) == tuned(tmp_path, before)


def test_progress_follows_the_compiler() -> None:
    told: list[tuple[str, float]] = []
    for line in ("[103/206] Building", "[ 50%] Building", "-- Configuring done"):
        build._tell_step(line, lambda stage, done: told.append((stage, round(done, 2))))
    assert told == [("compiling", 0.5), ("compiling", 0.5)]


def test_a_processor_has_one_mark() -> None:
    assert runtime.processor() == processor()
    assert len(processor()) == 12
