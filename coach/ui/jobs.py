"""Long work in a thread of its own, so that a page can be left and found again, and a Stop button works."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, Literal

from coach.domain.progress import Listener, Update
from coach.errors import CoachError
from coach.ui import imports

log = logging.getLogger("coach.ui")

State = Literal["running", "done", "failed"]
Work = Callable[[Listener, threading.Event], Any]
Name = tuple[str, ...]


class Job:
    """One piece of work: its newest news by person and by stage, and its result or error in the end."""

    def __init__(self, name: Name) -> None:
        self.name = name
        self.state: State = "running"
        self.result: Any = None
        self.error: Exception | None = None
        self.started = time.monotonic()
        self.seconds = 0.0
        self.first_words_s: float | None = None
        self.stopping = threading.Event()
        self._news: dict[str, Update] = {}
        self._payloads: dict[tuple[type, str], Any] = {}
        self._finished = 0
        self._begun: set[tuple[str, str]] = set()
        self._latest: Update | None = None
        self._lock = threading.Lock()

    def listen(self, update: Update) -> None:
        """Called from the working thread with each piece of news."""
        with self._lock:
            if update.text and self.first_words_s is None:
                self.first_words_s = time.monotonic() - self.started
            self._latest = update
            self._news[update.person_id] = update
            self._begun.add((update.stage, update.person_id))
            if update.payload is not None:
                self._payloads[type(update.payload), update.person_id] = update.payload
                self._finished += 1

    def text_for(self, person_id: str = "") -> str:
        """What has been written so far, for one person of a brief or (no id) for the whole."""
        with self._lock:
            news = self._news.get(person_id)
        return news.text if news else ""

    def payload(self, kind: type, person_id: str = "") -> Any:
        """The newest finished part of this type, for one person or (no id) for the whole; or None."""
        with self._lock:
            return self._payloads.get((kind, person_id))

    @property
    def parts(self) -> int:
        """Grows with each part that is finished, or finished anew, and each person whose words begin: then the page is
        worth redrawing."""
        with self._lock:
            return self._finished + len(self._begun)

    def writes_for(self, person_id: str) -> bool:
        """Whether the words of this person are being written now."""
        latest = self.latest
        return self.running and latest is not None and latest.person_id == person_id and latest.payload is None

    @property
    def latest(self) -> Update | None:
        with self._lock:
            return self._latest

    @property
    def running(self) -> bool:
        return self.state == "running"

    @property
    def stopped(self) -> bool:
        """The user pressed Stop; the job may still be on its last sentence."""
        return self.stopping.is_set()

    def stop(self) -> None:
        self.stopping.set()

    def run(self, work: Work) -> None:
        try:
            imports.work()
            self.result = work(self.listen, self.stopping)
            self.state = "done"
        except CoachError as exc:
            self.error, self.state = exc, "failed"
        except Exception as exc:  # the thread has no other reader: kept for the screen, traced in the log
            log.exception("The job %s failed", self.name)
            self.error, self.state = exc, "failed"
        finally:
            self.seconds = time.monotonic() - self.started


class Jobs:
    """All jobs by name, e.g. `("prepare", event_id)`. At most one of a name runs at a time."""

    def __init__(self, before: Callable[[], None] = lambda: None) -> None:
        """`before`: called when a job is asked for."""
        self._before = before
        self._jobs: dict[Name, Job] = {}
        self.asked = threading.Event()
        """Set by the first job: what was done to be quick for it gives way."""
        self._lock = threading.Lock()

    def find(self, *name: str) -> Job | None:
        return self._jobs.get(name)

    def start(self, name: Name, work: Work) -> Job:
        """Start the work, or return the job of this name that is still running."""
        self.asked.set()
        self._before()
        with self._lock:
            known = self._jobs.get(name)
            if known is not None and known.running:
                return known
            job = self._jobs[name] = Job(name)
        threading.Thread(target=job.run, args=(work,), name="-".join(name), daemon=True).start()
        return job

    def forget(self, *name: str) -> None:
        """Drop a finished job, once its result is shown from the store."""
        with self._lock:
            job = self._jobs.get(name)
            if job is not None and not job.running:
                del self._jobs[name]

    def running(self) -> list[Job]:
        return [job for job in list(self._jobs.values()) if job.running]
