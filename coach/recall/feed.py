"""Carries what Chroma has still to learn over to it, in a thread that lives only while there is something to carry.

Chroma takes tens of milliseconds for a note and seconds to open; a search needs neither, so nobody waits for it.
It waits for a pause in the writing, so that the carrying does not take the processors from a search that follows.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from coach.errors import RecallError

log = logging.getLogger("coach.recall")

PAUSE = 0.5
"""Seconds without a write before the carrying begins."""
PATIENCE = 10
"""Pauses after which it begins although there are more writes."""


class Feed:
    """`send` carries some and says whether there was anything. One thread sends at a time."""

    def __init__(self, send: Callable[[], bool]) -> None:
        self._send = send
        self._sending = threading.Lock()
        self._state = threading.Lock()
        self._more = False
        self._running = False
        self._ended = False
        self._closing = threading.Event()

    def wake(self) -> None:
        """There is something to send: see to it, and return at once."""
        with self._state:
            self._more = True
            if not self._running and not self._ended:
                self._running = True
                threading.Thread(target=self._run, name="index-feed", daemon=True).start()

    def settle(self) -> None:
        """Send everything now. Raises RecallError when Chroma refuses."""
        while self._step():
            pass

    def end(self) -> None:
        """Send what can be sent, then send no more."""
        self._closing.set()
        try:
            self.settle()
        except RecallError as exc:
            log.warning("Chroma gets the rest at the next start: %s", exc)
        with self._state:
            self._ended = True
        with self._sending:
            pass

    def _step(self) -> bool:
        with self._sending:
            return not self._ended and self._send()

    def _run(self) -> None:
        while self._wanted():
            self._wait_for_quiet()
            try:
                while self._step():
                    pass
            except RecallError as exc:
                log.warning("Chroma gets the rest at the next write or start: %s", exc)

    def _wait_for_quiet(self) -> None:
        for _ in range(PATIENCE):
            self._closing.wait(PAUSE)
            with self._state:
                if not self._more:
                    return
                self._more = False

    def _wanted(self) -> bool:
        with self._state:
            wanted, self._more = self._more and not self._ended, False
            self._running = wanted
            return wanted
