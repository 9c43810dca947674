"""What the screen says about the language model: ready, loading, missing, on its way, failed; and fetching it."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from coach.config import models_dir
from coach.errors import CoachError, ModelDownloadError
from coach.facade import Coach
from coach.llm.catalogue import ModelEntry, find_model
from coach.llm.progress import Progress
from coach.ui.strings import t

log = logging.getLogger("coach.ui")

Phase = Literal["ready", "loading", "looking", "unagreed", "missing", "fetching", "failed", "off"]


@dataclass(frozen=True)
class ModelView:
    """What to show; `progress` only while the model is being fetched or after that failed."""

    phase: Phase
    name: str
    remote: bool = False
    where: str = ""
    reason: str = ""
    next_step: str = ""
    progress: Progress | None = None


@dataclass
class Fetch:
    """One model on its way to this machine, in a thread of its own."""

    entry: ModelEntry
    folder: Path
    progress: Progress
    error: CoachError | None = None
    finished: bool = False
    stopping: threading.Event = field(default_factory=threading.Event)

    def tell(self, progress: Progress) -> None:
        self.progress = progress

    def run(self) -> None:
        from coach.llm.download import pull

        try:
            pull(self.entry, self.folder, self.tell, self.stopping)
            self.finished = True
        except CoachError as exc:
            self.error = exc
        except Exception as exc:  # the thread has no other reader
            log.exception("Fetching the model %s failed", self.entry.name)
            self.error = ModelDownloadError(
                "The model {name!r} could not be fetched: {why}.", "Try again.", name=self.entry.name, why=exc
            )

    @property
    def running(self) -> bool:
        return not self.finished and self.error is None


class Fetches:
    """Models on their way, by name; at most one thread a model."""

    def __init__(self) -> None:
        self._by_name: dict[str, Fetch] = {}
        self._lock = threading.Lock()

    def find(self, name: str) -> Fetch | None:
        return self._by_name.get(name)

    def start(self, name: str, folder: Path | None = None) -> Fetch:
        """Begin, or go on where a failed one stopped."""
        with self._lock:
            known = self._by_name.get(name)
            if known is not None and known.running:
                return known
            place = folder or models_dir()
            entry = find_model(name, place)
            fetch = self._by_name[name] = Fetch(entry, place, Progress(done=0, total=entry.size))
        threading.Thread(target=fetch.run, name=f"fetch-{name}", daemon=True).start()
        return fetch

    def stop(self, name: str) -> None:
        fetch = self._by_name.get(name)
        if fetch is not None:
            fetch.stopping.set()


def view_of(coach: Coach, fetches: Fetches) -> ModelView:
    """The model's state, as one thing to show. Never waits for the model."""
    handle = coach.model
    blank = ModelView("off", handle.name, handle.remote, handle.where)
    if handle.kind == "none":
        return blank
    if handle.fault is not None:
        reason, next_step = t.error(handle.fault)
        return replace(blank, phase="failed", reason=reason, next_step=next_step)
    state = handle.state()
    if state.status == "absent":
        return _absent(blank, fetches.find(handle.name))
    if state.status == "failed":
        told = handle.look.fault if handle.look is not None else None
        reason, next_step = t.error(told) if told is not None else (state.reason, "")
        return replace(blank, phase="failed", reason=reason, next_step=next_step)
    phases: dict[str, Phase] = {"ready": "ready", "unagreed": "unagreed"}
    return replace(blank, phase=phases.get(state.status, "loading" if handle.look is None else "looking"))


def _absent(blank: ModelView, fetch: Fetch | None) -> ModelView:
    if fetch is None:
        return replace(blank, phase="missing")
    if fetch.error is None:
        return replace(blank, phase="fetching", progress=fetch.progress)
    reason, next_step = t.error(fetch.error)
    return replace(blank, phase="failed", reason=reason, next_step=next_step, progress=fetch.progress)


def fetch_if_absent(coach: Coach, fetches: Fetches) -> None:
    """Fetch the embedded model when it is the one in use and not on this machine yet."""
    handle = coach.model
    if handle.kind == "embedded" and not handle.is_here() and fetches.find(handle.name) is None:
        fetches.start(handle.name)
