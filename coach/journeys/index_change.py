"""The making of another index in a thread of its own: how far it is, how it ended, and how to stop it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

log = logging.getLogger("coach.index")
Progress = Callable[[int, int], None]


class Stopped(Exception):
    """The making was asked to stop; what was made stays and is gone on with at the next start."""


class IndexChange:
    """Begins at once. `done` of `total` items; `error`: why it failed, if it did."""

    def __init__(self, make: Callable[[IndexChange], None]) -> None:
        self.done = 0
        self.total = 0
        self.ended = False
        self.error: Exception | None = None
        self._stopping = False
        self._told = False
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._run, args=(make,), name="index-change", daemon=True)
        self._thread.start()

    def moved(self, done: int, total: int) -> None:
        """Told by the maker after each step. Raises Stopped when it is to go no further."""
        with self._news:
            self.done, self.total, self._told = done, total, True
            self._news.notify_all()
            if self._stopping:
                raise Stopped

    def follow(self, progress: Progress | None = None) -> None:
        """Wait for the end, and pass on the steps. Raises what made it fail."""
        while not self.ended:
            with self._news:
                self._news.wait_for(lambda: self._told or self.ended)
                self._told = False
            if progress is not None:
                progress(self.done, self.total)
        if self.error is not None:
            raise self.error

    def give_up(self) -> None:
        """Ask it to stop after the step that it is at."""
        with self._news:
            self._stopping = True

    def stop(self) -> None:
        """Ask it to stop and wait until it has."""
        self.give_up()
        self._thread.join()

    def _run(self, make: Callable[[IndexChange], None]) -> None:
        try:
            make(self)
        except Stopped:
            log.info("The making of an index was stopped at %s of %s.", self.done, self.total)
        except Exception as exc:
            log.exception("The making of an index failed")
            self.error = exc
        with self._news:
            self.ended = True
            self._news.notify_all()
