"""`coach app` takes its server along when it is told to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import psutil
import pytest

WAITS = "import os, sys, time; print(os.getpid(), flush=True); time.sleep(600)"
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + WAITS
RUNS = """
import os, sys
from coach import cli_upkeep
cli_upkeep.PATIENCE_S = 0.5
sys.exit(cli_upkeep._run_with_us([sys.executable, "-c", sys.argv[1]], dict(os.environ)))
"""


@pytest.mark.parametrize("server", [WAITS, DEAF])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_server_too(server: str, name: str) -> None:
    if not hasattr(signal, name):
        pytest.skip("this system has no such signal")
    program = [sys.executable, "-c", RUNS, server]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        child = int(app.stdout.readline())
        os.kill(app.pid, getattr(signal, name))
        assert app.wait(60) == 0
    assert not psutil.pid_exists(child)


def test_a_server_that_ends_by_itself_gives_its_code() -> None:
    done = subprocess.run([sys.executable, "-c", RUNS, "raise SystemExit(3)"], check=False)
    assert done.returncode == 3
