"""What is done before anybody asks for it, so that the first answer is quick: the index, the checker, the reader of
notes, the model.

All of it takes the same processors as the page. So it goes on only in the pauses between clicks.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from coach.facade import Coach
from coach.ui import imports
from coach.ui.pauses import Pauses
from coach.ui.read_ahead import ReadAhead

log = logging.getLogger("coach.ui")

MODEL_LOOKED_FOR_EVERY_S = 2.0
"""While it is being fetched."""


def begin(opened: Coach, pauses: Pauses, ahead: ReadAhead, asked: threading.Event) -> None:
    """Warm up in a thread of its own. `asked`: set once a job wants the model."""
    threading.Thread(target=_warm_up, args=(opened, pauses, ahead, asked), name="warm-up", daemon=True).start()


def _warm_up(opened: Coach, pauses: Pauses, ahead: ReadAhead, asked: threading.Event) -> None:
    def go_on() -> bool:
        pauses.wait(asked)
        return True

    try:
        imports.work(go_on)
        _ready_to_recall_and_check(opened, go_on)
        go_on()
        while opened.model.kind == "embedded" and opened.model.state().status == "absent":
            time.sleep(MODEL_LOOKED_FOR_EVERY_S)
        opened.model.start()
        ahead.always(opened.warm_model)
    except Exception:
        _failed(opened, "The workspace could not be warmed up")


def _ready_to_recall_and_check(opened: Coach, go_on: Callable[[], object]) -> None:
    try:
        opened.warm_up(go_on)
    except Exception:
        _failed(opened, "The index could not be brought up to date")


def _failed(opened: Coach, what: str) -> None:
    """To be called where an error is caught. One of a workspace that was closed meanwhile, since the settings changed
    or the program ends, is none."""
    if opened.store.is_closed:
        log.info("%s: it was closed meanwhile.", what)
    else:
        log.exception(what)
