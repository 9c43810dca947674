"""While somebody is still choosing and typing, the model reads what is already known of the prompt to come.

Reading is the slow part on a processor: with the person's part of the prompt read, the first words come at once. It is
done in a pause between clicks, for what is on screen last, and given up as soon as a job is asked for. In between, the
model reads what never changes of every prompt.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable

from coach.errors import CoachError
from coach.ui import imports
from coach.ui.pauses import Pauses

log = logging.getLogger("coach.ui")
Reading = Callable[[threading.Event], None]


def _nothing(_: threading.Event) -> None:
    pass


class ReadAhead:
    """At most one prompt is read at a time: that of the newest page, then those that any page may need."""

    def __init__(self, pauses: Pauses) -> None:
        self._pauses = pauses
        self._state, self._reading = threading.Lock(), threading.Lock()
        self._wanted: Hashable = None
        self._always: Reading = _nothing
        self._stop = threading.Event()

    def want(self, what: Hashable, read: Reading) -> None:
        """Read this next, in place of what was wanted before; nothing happens when it is what was wanted last."""
        with self._state:
            if what == self._wanted:
                return
            self._stop.set()
            self._wanted, self._stop = what, threading.Event()
            stop = self._stop
        threading.Thread(target=self._run, args=(read, stop), name="read-ahead", daemon=True).start()

    def always(self, read: Reading) -> None:
        """Read this once, when nothing else is wanted."""
        with self._state:
            self._always = read
            at_rest = self._wanted is None
        if at_rest:
            self.want("always", _nothing)

    def give_way(self) -> None:
        """A job wants the model. What was read until now stays in its cache."""
        with self._state:
            self._stop.set()
            self._wanted = None

    def _run(self, read: Reading, stop: threading.Event) -> None:
        def still_wanted() -> bool:
            self._pauses.wait(stop)
            return not stop.is_set()

        with self._reading:
            try:
                imports.work(still_wanted)
                if still_wanted():
                    self._read(read, stop)
            except CoachError as exc:
                log.info("Nothing was read ahead: %s", exc)
            except Exception:
                log.exception("A prompt could not be read ahead")

    def _read(self, read: Reading, stop: threading.Event) -> None:
        """What is on screen, then what any page may need, then again what that pushed out of the model's cache."""
        for one in (read, self._always, read) if self._always is not _nothing else (read,):
            if stop.is_set():
                return
            one(stop)
        self._always = _nothing
