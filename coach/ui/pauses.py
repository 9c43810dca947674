"""When nobody clicks: work that nobody waits for is done then, since it takes the same processors as the page."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE_S = 0.7
"""Seconds without a page being drawn that count as a pause."""
LOOK_EVERY_S = 0.05
"""While a page is being drawn."""


class Pauses:
    """Whether a page is being drawn, when the last one was, and how to wait until nobody clicks."""

    def __init__(self) -> None:
        self._drawn = time.monotonic()
        self._drawing = 0
        self._counting = threading.Lock()

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """A page is drawn in here. That is no pause, however long it takes."""
        with self._counting:
            self._drawing += 1
        try:
            yield
        finally:
            with self._counting:
                self._drawing -= 1
            self._drawn = time.monotonic()

    def wait(self, asked: threading.Event) -> None:
        """Return after a pause, or at once when `asked` is set."""
        while (left := self._left()) > 0 and not asked.wait(left):
            pass

    def _left(self) -> float:
        """Seconds until it is worth looking again; 0 or less in a pause."""
        return LOOK_EVERY_S if self._drawing else self._drawn + PAUSE_S - time.monotonic()
