"""Showing what a journey tells while it works: words on a terminal as they are written, else short lines on stderr."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli_frame import Call, console

if TYPE_CHECKING:
    from coach.domain.progress import Listener, Update
    from coach.facade import Coach
    from coach.llm.progress import Progress

NAMES_SHOWN = 5
LINES_SHOWN = 12
"""The newest lines of a text that is being written; what scrolled past is in the result."""


@contextmanager
def listening(call: Call) -> Iterator[Listener]:
    """A listener for the length of a journey. What it showed on a terminal is wiped before the result is printed."""
    if not call.live:
        yield _teller(call)
        return
    from rich.live import Live
    from rich.text import Text

    begun = Text("Looking through what you have noted …")
    with Live(begun, console=console(), transient=True, refresh_per_second=8) as live:

        def show(update: Update) -> None:
            tail = update.text.splitlines()[-LINES_SHOWN:]
            live.update(Text("\n".join([f"{_headline(update)} …", *tail]), overflow="fold"))

        yield show


def _teller(call: Call) -> Callable[[Update], None]:
    """One line for each new thing; never the words themselves, which come as the result."""
    told: set[str] = set()

    def tell(update: Update) -> None:
        line = _headline(update)
        if line not in told:
            told.add(line)
            call.say(f"{line} …")

    return tell


def _headline(update: Update) -> str:
    step = f" {update.done + (update.stage == 'writing')} of {update.total}" if update.total else ""
    titles = {
        "ranked": "Ranked the people who are there",
        "lines": "Put lines together by rule",
        "writing": "Writing",
        "person": "Done",
        "reading": "Reading",
    }
    title = titles.get(update.stage, update.stage.replace("_", " ").capitalize())
    names = [str(person.name) for person in getattr(update.payload, "people", ())[:NAMES_SHOWN]]
    if update.stage == "ranked":
        return f"{title}: {', '.join(names)}" if names else title
    return f"{title}{step}"


def bar(call: Call, title: str) -> Callable[[int, int], None]:
    """A `Progress` callback of (done, total): one line on stderr at each tenth of the way."""
    tenths: set[int] = set()

    def show(done: int, total: int) -> None:
        tenth = 10 * done // total if total else 10
        if tenth not in tenths:
            tenths.add(tenth)
            call.say(f"{title}: {done} of {total}")

    return show


@contextmanager
def work_bar() -> Iterator[Callable[[str, float], None]]:
    """A bar on stderr for work whose share that is done is told (0 to 1), with its stage."""
    from rich.progress import Progress as Bar

    with Bar(console=console(err=True)) as drawn:
        task = drawn.add_task("starting", total=1.0)
        yield lambda stage, done: drawn.update(task, description=stage, completed=done)


@contextmanager
def download_bar() -> Iterator[Callable[[Progress], None]]:
    """A bar on stderr with size, speed and time left."""
    from rich.progress import BarColumn, DownloadColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TextColumn("{task.fields[speed]}"),
        TextColumn("{task.fields[left]}"),
    )
    with Bar(*columns, console=console(err=True)) as drawn:
        task = drawn.add_task("starting", total=None, speed="", left="")

        def show(progress: Progress) -> None:
            drawn.update(
                task,
                description=progress.stage or "fetching",
                completed=progress.done,
                total=progress.total,
                speed=f"{progress.speed / 1e6:.1f} MB/s" if progress.speed else "",
                left=time_left(progress.seconds_left),
            )

        yield show


def time_left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s left" if minutes else f"{rest} s left"


def ready_model(call: Call, coach: Coach, *, fetch: bool = False) -> None:
    """Let the embedded model load while the notes are searched; with `fetch`, fetch it first where it is missing.

    A fetch that fails costs the generated lines, not the brief: it is told, and the command goes on.
    """
    from coach.errors import ModelError

    handle = coach.model
    if handle.kind == "embedded" and not handle.is_here() and fetch:
        from coach.config import models_dir
        from coach.llm import library

        call.say(f"The model {handle.name} is not on this machine yet: fetching it once.")
        try:
            with download_bar() as show:
                library.pull(handle.name, models_dir(), show)
        except ModelError as exc:
            call.say(f"{exc.message} {exc.next_step}")
    handle.start()


def need_files(*paths: Path | None) -> None:
    """Raises InputError for "-", which is no file: what a command says goes to stdout anyway."""
    from coach.errors import InputError

    if any(str(path) == "-" for path in paths):
        raise InputError("'-' is no file to write to.", "Name a file, such as brief.md.")


def write_file(path: Path | None, content: bytes) -> Path:
    """Write a file that was asked for. Raises StoreError."""
    from coach.errors import StoreError

    assert path is not None
    try:
        path.write_bytes(content)
    except OSError as exc:
        raise StoreError(
            f"The file {str(path)!r} cannot be written: {exc.strerror}.",
            "What is in the workspace is safe. Choose another path.",
        ) from exc
    return path
