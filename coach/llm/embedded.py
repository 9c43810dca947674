"""Supervises the process that holds the embedded model: start, readiness, restart after a crash, end.

One supervising thread a server: it spawns the child and lives as long as the child does, because Linux
sends the child its end-of-parent signal when the *thread* that spawned it ends.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import secrets
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

import psutil

from coach.errors import ModelError, ModelMissingError, ModelTimeoutError
from coach.llm.plan import ServerPlan, plan_for_this_machine
from coach.llm.runtime import Runtime, prebuilt

if TYPE_CHECKING:
    from coach.llm.kept_prompts import KeptPrompts

Status = Literal["absent", "stopped", "starting", "ready", "failed", "unagreed"]

SHORT_SPIN = {"GOMP_SPINCOUNT": "1000"}
"""How long the runtime's threads spin when they wait for each other. By default it is so long that, as soon
as another program wants a processor too, they burn the time that the slower one needs: on two busy cores
the default wrote 0.8 tokens/s where this wrote 2.4 to 5.1. The environment's own value wins."""

SERVER_PROGRAM = Path(__file__).with_name("server_process.py")
START_TIMEOUT_S = 180.0
MAX_CRASHES = 3
CRASH_WINDOW_S = 300.0
FIRST_BACK_OFF_S = 0.25
RETRY_FAILED_AFTER_S = 10.0


@dataclass(frozen=True)
class ModelState:
    """Where the model stands. `reason` is a sentence for a person; empty when all is well."""

    status: Status
    reason: str = ""


@dataclass(frozen=True)
class Address:
    """Where a ready server listens. `generation` counts the processes, so that a restart can be told."""

    url: str
    api_key: str
    generation: int


class EmbeddedServer:
    """A llama.cpp server in a child process, restarted when it crashes, ended with this process.

    Thread-safe. `start()` returns at once; `address()` waits. Several processes may each have their own.
    A tuned `runtime` that fails gives way to the one that comes as a package.
    """

    def __init__(
        self,
        model_path: Path,
        plan: ServerPlan | None = None,
        log_dir: Path | None = None,
        runtime: Runtime | None = None,
        kept_prompts: KeptPrompts | None = None,
    ) -> None:
        self.model_path = model_path
        self.plan = plan or plan_for_this_machine()
        self.runtime = runtime or prebuilt()
        self.kept_prompts = kept_prompts if kept_prompts is not None and kept_prompts.prepare() else None
        if self.kept_prompts is not None:
            self.plan = replace(self.plan, keep_in=self.kept_prompts.folder)
        self._log_dir = log_dir
        self._changed = threading.Condition()
        self._state = ModelState("stopped")
        self._address: Address | None = None
        self._process: subprocess.Popen[str] | None = None
        self._supervisor: threading.Thread | None = None
        self._closing = False
        self._generation = 0
        self._failed_at = 0.0

    # --- for callers

    def start(self) -> None:
        """Begin to load the model in the background; nothing happens when it is loading or ready.

        Raises ModelMissingError when the model's file or the runtime is not on this machine.
        """
        self._require_parts()
        with self._changed:
            if self._supervisor and self._supervisor.is_alive() and not self._closing:
                return
            self._closing = False
            self._become("starting")
            self._supervisor = threading.Thread(target=self._supervise, name="model-supervisor", daemon=True)
            self._supervisor.start()

    def state(self) -> ModelState:
        if not self.model_path.is_file():
            return ModelState("absent", f"The model file {self.model_path.name!r} is not on this machine.")
        return self._state

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def address(self, timeout_s: float = START_TIMEOUT_S, stop: threading.Event | None = None) -> Address | None:
        """Wait until the server is ready, starting it when needed. None when `stop` was set meanwhile.

        Raises ModelMissingError, ModelTimeoutError, or ModelError when it cannot be started.
        """
        if self._state.status == "stopped" or self._may_try_again():
            self.start()
        until = time.monotonic() + timeout_s
        with self._changed:
            while not (self._state.status == "ready" and self._address):
                if stop and stop.is_set():
                    return None
                if self._state.status in ("failed", "stopped"):
                    raise ModelError(
                        "The embedded model could not be started: {reason}",
                        self._failure_step(),
                        reason=self._state.reason,
                        log=self.log_path,
                    )
                if time.monotonic() > until:
                    raise ModelTimeoutError(
                        "The embedded model was not ready within {timeout_s:.0f} s.",
                        "Close other programs or choose a smaller model, then try again.",
                        timeout_s=timeout_s,
                    )
                self._changed.wait(0.1)
            return self._address

    def died_since(self, generation: int, wait_s: float = 1.0) -> bool:
        """True when the process of that generation has ended. Waits a moment: a broken connection is
        often seen before the end of the process is."""
        until = time.monotonic() + wait_s
        while time.monotonic() < until:
            if self._generation != generation or self._process is None or self._process.poll() is not None:
                return True
            time.sleep(0.02)
        return False

    def close(self) -> None:
        """End the child. May be called twice, and from any thread."""
        with self._changed:
            self._closing = True
            process, supervisor = self._process, self._supervisor
            self._become("stopped")
        if process:
            _end(process)
        if supervisor and supervisor is not threading.current_thread():
            supervisor.join(timeout=5)

    def __enter__(self) -> EmbeddedServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- the supervising thread

    def _supervise(self) -> None:
        crashes: list[float] = []
        while not self._closing:
            ready, reason = self._run_once()
            if self._closing:
                break
            if self.runtime.program is not None:
                self._fall_back(ready, reason)
                continue
            now = time.monotonic()
            crashes = [at for at in crashes if now - at < CRASH_WINDOW_S] + [now]
            # A file that will not load once will not load twice; a crash in mid-work deserves another go.
            if not ready or len(crashes) >= MAX_CRASHES:
                self._failed_at = now
                self._become("failed", reason)
                return
            self._become("starting", f"{reason} It is being started again.")
            time.sleep(FIRST_BACK_OFF_S * 2 ** (len(crashes) - 1))

    def _fall_back(self, ready: bool, reason: str) -> None:
        """From the tuned build to the package, at the first trouble; for good where it did not even start."""
        if not ready:
            self.runtime.set_aside(reason)
        self.runtime = prebuilt()
        self._become("starting", f"The tuned runtime failed: {reason} The usual one is being started.")

    def _run_once(self) -> tuple[bool, str]:
        """One life of the child, from spawn to exit: whether it was ever ready, and why it ended."""
        with self._log() as log:
            key = secrets.token_urlsafe(32)
            process = self._spawn(key, log)
            url, reason = self._await_address(process)
            if url is None:
                _end(process)
                return False, reason
            with self._changed:
                self._generation += 1
                self._address = Address(url, key, self._generation)
                if not self._closing:
                    self._become("ready")
            code = process.wait()
            self._address = None
            return True, f"The model's process ended with code {code}."

    def _spawn(self, key: str, log: IO[str]) -> subprocess.Popen[str]:
        order = {
            "model_path": str(self.model_path),
            "api_key": key,
            "parent_pid": os.getpid(),
            "threads": self.plan.threads,
            "params": self.plan.params(),
            "program": str(self.runtime.program or ""),
            "arguments": self.plan.arguments(self.model_path),
        }
        process = subprocess.Popen(
            [sys.executable, "-P", str(SERVER_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env={**SHORT_SPIN, **os.environ},
        )
        with self._changed:
            self._process = process
            if self._closing:
                process.kill()
        with contextlib.suppress(BrokenPipeError):
            assert process.stdin is not None
            process.stdin.write(json.dumps(order) + "\n")
            process.stdin.flush()
        return process

    def _await_address(self, process: subprocess.Popen[str]) -> tuple[str | None, str]:
        """The child's address once `/health` says ok; else None and the reason."""
        assert process.stdout is not None
        too_late = threading.Timer(START_TIMEOUT_S, process.kill)
        too_late.start()
        try:
            line = process.stdout.readline()
        finally:
            too_late.cancel()
        answer = json.loads(line) if line.strip() else {}
        if "address" not in answer:
            said = answer.get("error") or f"its process ended with code {process.wait()}"
            return None, f"{said}. {self._last_log_line()}".strip()
        healthy = _healthy(answer["address"], process)
        return (answer["address"], "") if healthy else (None, "it does not answer /health.")

    # --- small parts

    def _become(self, status: Status, reason: str = "") -> None:
        with self._changed:
            if not (self._closing and status != "stopped"):
                self._state = ModelState(status, reason)
            self._changed.notify_all()

    def _may_try_again(self) -> bool:
        return self._state.status == "failed" and time.monotonic() - self._failed_at > RETRY_FAILED_AFTER_S

    def _require_parts(self) -> None:
        if not self.model_path.is_file():
            raise ModelMissingError(
                "The model file {model_path!r} is not on this machine yet.",
                "Fetch it with `coach model pull`.",
                model_path=str(self.model_path),
            )
        if importlib.util.find_spec("xllamacpp") is None:
            raise ModelMissingError(
                "The runtime 'xllamacpp' for the embedded model is not installed for this Python.",
                "Install it with `pip install xllamacpp`, or set COACH_LLM_BASE_URL to a server of your own.",
            )

    def _log(self) -> IO[str]:
        path = self.log_path
        if path:
            with contextlib.suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                _drop_logs_of_ended_programs(path.parent)
                return path.open("w", encoding="utf-8", errors="replace")
        return open(os.devnull, "w", encoding="utf-8")

    @property
    def log_path(self) -> Path | None:
        """Where this server's errors and warnings go; one file an app process, begun anew at each start."""
        return self._log_dir / f"model-{os.getpid()}.log" if self._log_dir else None

    def _last_log_line(self) -> str:
        try:
            lines = self.log_path.read_text(encoding="utf-8", errors="replace").splitlines() if self.log_path else []
        except OSError:
            lines = []
        errors = [line.split(" E ", 1)[1].strip() for line in lines if " E " in line]
        return f"The log says: {errors[0]}." if errors else ""

    def _failure_step(self) -> str:
        if self.log_path and self.log_path.exists():
            return "Try again in a moment; if it fails again, fetch the model anew with `coach model pull`. Log: {log}."
        return "Try again in a moment; if it fails again, fetch the model anew with `coach model pull`."


def _healthy(url: str, process: subprocess.Popen[str], patience_s: float = START_TIMEOUT_S) -> bool:
    import httpx  # takes as long to import as a page to draw

    until = time.monotonic() + patience_s
    # The machine's proxy settings must never send loopback traffic elsewhere.
    with httpx.Client(trust_env=False, timeout=5) as client:
        while time.monotonic() < until and process.poll() is None:
            with contextlib.suppress(httpx.HTTPError):
                if client.get(f"{url}/health").status_code == 200:
                    return True
            time.sleep(0.05)
    return False


def _drop_logs_of_ended_programs(folder: Path) -> None:
    for log in folder.glob("model-*.log"):
        number = log.stem.removeprefix("model-")
        if number.isdecimal() and not psutil.pid_exists(int(number)):
            log.unlink(missing_ok=True)


def _end(process: subprocess.Popen[str]) -> None:
    """Close the child's standard input and ask it to end, then insist; close the pipes."""
    with contextlib.suppress(OSError):
        if process.stdin:
            process.stdin.close()
        process.terminate()
    try:
        process.wait(timeout=1.0)
    except subprocess.TimeoutExpired:
        process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2.0)
    with contextlib.suppress(OSError):
        if process.stdout:
            process.stdout.close()
