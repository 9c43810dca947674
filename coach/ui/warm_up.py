"""What is done before anybody asks for it, so that the first answer is quick: the index, the checker, the model.

All of it takes the same processors as the page. So it goes on only in the pauses between clicks, and stops where it
stands when the first job is asked for.
"""

from __future__ import annotations

import logging
import threading
import time

from coach.facade import Coach
from coach.ui import imports

log = logging.getLogger("coach.ui")

PAUSE_S = 0.7
"""Seconds without a page being drawn that count as a pause."""
MODEL_LOOKED_FOR_EVERY_S = 2.0
"""While it is being fetched."""


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


def begin(opened: Coach, pauses: Pauses, asked: threading.Event) -> None:
    """Warm up in a thread of its own. `asked`: set once a job wants the model."""
    threading.Thread(target=_warm_up, args=(opened, pauses, asked), name="warm-up", daemon=True).start()


def _warm_up(opened: Coach, pauses: Pauses, asked: threading.Event) -> None:
    try:
        pauses.wait(asked)
        _ready_to_recall_and_check(opened)
        pauses.wait(asked)
        while opened.model.kind == "embedded" and opened.model.state().status == "absent":
            time.sleep(MODEL_LOOKED_FOR_EVERY_S)
        opened.model.start()
        pauses.wait(asked)
        opened.warm_model(asked)
    except Exception:
        log.exception("The workspace could not be warmed up")


def _ready_to_recall_and_check(opened: Coach) -> None:
    from coach.domain.grounding import check_draft

    try:
        imports.work()
        opened.sync()
        check_draft("Good to see you.", [])
    except Exception:
        log.exception("The index could not be brought up to date")
