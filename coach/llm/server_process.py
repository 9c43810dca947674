"""The child process that holds the embedded model: llama.cpp's OpenAI-compatible server on loopback.

It is started by file path and imports nothing of `coach`, so that it stays small and quick to start. Its
order (model file, context, key) comes as one JSON line on standard input, which then stays open: when it
closes, the parent is gone and the process ends. It answers with one JSON line on standard output:
`{"address": …}` or `{"error": …}`. An order with a `program` is run by that program in its place.
Everything llama.cpp logs goes to standard error.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import sys
import threading
import time
from typing import Any, NoReturn

PARENT_POLL_S = 1.0
NICENESS = 10
"""Steps that the model gives way to the app by (POSIX nice)."""
LOG_WARNINGS = 2
"""llama.cpp's verbosity: errors and warnings. Above it, prompts would reach the log."""


def main() -> int:
    order: dict[str, Any] = json.loads(sys.stdin.readline())
    end_with_parent(order["parent_pid"])
    step_back()
    answers = claim_standard_output()
    try:
        if order["program"]:
            become(order, answers)
        server = serve(order)
    except Exception as exc:
        tell(answers, {"error": f"{type(exc).__name__}: {exc}"})
        return 1
    tell(answers, {"address": server.listening_address})
    sys.stdin.read()
    # llama.cpp's own shutdown waits for running answers; nobody is left to read them.
    os._exit(0)


def serve(order: dict[str, Any]) -> Any:
    """Load the model and listen on a free port of 127.0.0.1. Blocks until the model is ready."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = order["model_path"]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [order["api_key"]]
    params.cors_origins = ""
    params.ui = False
    params.verbosity = LOG_WARNINGS
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = order["threads"]
    for name, value in order["params"].items():
        if not hasattr(params, name):
            raise ValueError(f"this version of xllamacpp has no parameter {name!r}")
        setattr(params, name, value)
    return xllamacpp.Server(params)


def become(order: dict[str, Any], answers: int) -> NoReturn:
    """Turn into llama.cpp's own program, built for this machine. The port is free now, and told before the program
    has it; the key goes through a pipe, so that it stands on no command line."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    key, end = os.pipe()
    os.write(end, order["api_key"].encode())
    os.close(end)
    os.set_inheritable(key, True)
    tell(answers, {"address": f"http://127.0.0.1:{port}"})
    where = ["--host", "127.0.0.1", "--port", str(port), "--api-key-file", f"/dev/fd/{key}"]
    os.execv(order["program"], [order["program"], *order["arguments"], *where])


def step_back() -> None:
    """Give way to the app: a page that waits for the model's arithmetic feels broken. Free on an idle machine."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)


def end_with_parent(parent_pid: int) -> None:
    """Die when the parent does. The kernel's signal covers loading, when Python threads cannot run (the
    binding holds the interpreter lock); watching the parent's id covers systems without that signal."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
    if hasattr(os, "getppid") and sys.platform != "win32":
        if os.getppid() != parent_pid:
            os._exit(0)
        threading.Thread(target=_watch_parent, args=(parent_pid,), daemon=True).start()


def _watch_parent(parent_pid: int) -> None:
    while os.getppid() == parent_pid:
        time.sleep(PARENT_POLL_S)
    os._exit(0)


def claim_standard_output() -> int:
    """Keep standard output for our own answers; whatever a library prints goes to the log."""
    answers = os.dup(1)
    os.dup2(2, 1)
    return answers


def tell(answers: int, message: dict[str, Any]) -> None:
    os.write(answers, (json.dumps(message) + "\n").encode())


if __name__ == "__main__":
    sys.exit(main())
