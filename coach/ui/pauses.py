"""When nobody clicks: work that nobody waits for is done then, since it takes the same processors as the page."""

from __future__ import annotations

import threading
import time

PAUSE_S = 0.7
"""Seconds without a page being drawn that count as a pause."""


class Pauses:
    """When a page was last drawn, and how to wait until nobody clicks."""

    def __init__(self) -> None:
        self._drawn = time.monotonic()

    def drawn(self) -> None:
        self._drawn = time.monotonic()

    def wait(self, asked: threading.Event) -> None:
        """Return after a pause, or at once when `asked` is set."""
        while (left := self._drawn + PAUSE_S - time.monotonic()) > 0 and not asked.wait(left):
            pass
