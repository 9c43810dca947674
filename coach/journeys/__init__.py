"""The use cases, each told top to bottom: prepare, capture, follow up, keep in touch, revise, send, reflect.

Each is imported when it is first used: what drafts and recalls takes a second to import, and a first page
needs none of it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coach.journeys import (
        capture,
        clinic,
        confirming,
        exchange,
        follow_up,
        merging,
        narrowed,
        nurturing,
        prepare,
        reflect,
        rehearse,
        revise,
        sending,
        story_bank,
        today,
        voice,
        warm_up,
    )

__all__ = [
    "capture",
    "clinic",
    "confirming",
    "exchange",
    "follow_up",
    "merging",
    "narrowed",
    "nurturing",
    "prepare",
    "reflect",
    "rehearse",
    "revise",
    "sending",
    "story_bank",
    "today",
    "voice",
    "warm_up",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return importlib.import_module(f"coach.journeys.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
