"""What is imported when, by one thread at a time.

Two threads that import parts of one package at the same moment can each get half of it. The app imports in the
background, so each thread that goes on to use these modules passes through here first.
"""

from __future__ import annotations

import importlib
import threading

FIRST_PAGE = ("coach.bootstrap", "coach.ui.workspace", "coach.ui.views.today")
WORK = (
    "coach.recall.index",
    "coach.recall.embedders",
    "coach.llm.ask",
    "coach.journeys.prepare",
    "coach.journeys.capture",
    "coach.journeys.follow_up",
    "coach.journeys.reflect",
    "onnxruntime",
    "chromadb",
    "langchain_openai",
)
"""What recalls and drafts: some two seconds of a processor, so not before the first page."""
_gate = threading.RLock()
_done: set[tuple[str, ...]] = set()


def first_page() -> None:
    _import(FIRST_PAGE)


def work() -> None:
    _import(WORK)


def _import(names: tuple[str, ...]) -> None:
    if names in _done:
        return
    for name in names:
        with _gate:  # let go in between: a page must not wait for all of them
            importlib.import_module(name)
    _done.add(names)
