"""What is imported when, by one thread at a time.

Two threads that import parts of one package at the same moment can each get half of it. The app imports in the
background, so each thread that goes on to use these modules passes through here first.
"""

from __future__ import annotations

import importlib
import pkgutil
import threading
from collections.abc import Callable

FIRST_PAGE = ("coach.bootstrap", "coach.ui.workspace", "coach.ui.views.today")
VIEWS = "coach.ui.views"
"""The package of the pages' modules."""
WORK = (
    "numpy",
    "coach.recall.index",
    "coach.recall.embedders",
    "langchain_core.language_models.chat_models",
    "openai.types.responses",
    "openai",
    "coach.llm.ask",
    "coach.journeys.prepare",
    "coach.journeys.capture",
    "coach.journeys.follow_up",
    "coach.journeys.reflect",
    "onnxruntime",
    "chromadb",
    "langchain_openai",
)
"""What recalls and drafts: some two seconds of a processor, so not before the first page, and in small pieces: who
waits for a part of one waits for the whole of it."""
_gate = threading.RLock()
_done: set[tuple[str, ...]] = set()


def _at_once() -> bool:
    return True


def first_page() -> None:
    _import(FIRST_PAGE)


def pages() -> None:
    """What the other pages need, so that the first click on each finds it there."""
    package = importlib.import_module(VIEWS)
    _import(tuple(f"{VIEWS}.{found.name}" for found in pkgutil.iter_modules(package.__path__)))


def work(go_on: Callable[[], bool] = _at_once) -> None:
    """`go_on`: asked before each piece; it may wait, and False leaves the rest for later."""
    _import(WORK, go_on)


def _import(names: tuple[str, ...], go_on: Callable[[], bool] = _at_once) -> None:
    if names in _done:
        return
    for name in names:
        if not go_on():
            return
        with _gate:  # let go in between: a page must not wait for all of them
            importlib.import_module(name)
    _done.add(names)
