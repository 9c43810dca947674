"""A conversation coach for people who network on purpose.

    from coach import open_coach, Note

    with open_coach() as coach:
        coach.add(Note(text="Ines said volunteers could not agree on place names.", people=("Ines Duarte",)))
        print(coach.recall("who struggles with names?"))

What is named here is stable; everything else may change.
"""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, Any

# onnxruntime reports to its maker as soon as it is loaded, from native code; this is its own switch against it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

if TYPE_CHECKING:
    from coach.bootstrap import open_coach
    from coach.domain.brief import Brief, Line, PersonBrief
    from coach.domain.capture import CaptureProposal
    from coach.domain.evidence import Evidence
    from coach.domain.grounding import CheckReport, check_draft
    from coach.domain.models import (
        Capture,
        Commitment,
        Draft,
        Event,
        Goal,
        Help,
        Note,
        Person,
        Reflection,
        Rehearsal,
        Session,
        Story,
    )
    from coach.facade import Coach
    from coach.recall.retriever import CoachRetriever

_WHERE = {
    "open_coach": "coach.bootstrap",
    "Coach": "coach.facade",
    "CoachRetriever": "coach.recall.retriever",
    "Evidence": "coach.domain.evidence",
    "CheckReport": "coach.domain.grounding",
    "check_draft": "coach.domain.grounding",
    "CaptureProposal": "coach.domain.capture",
    **dict.fromkeys(("Brief", "Line", "PersonBrief"), "coach.domain.brief"),
    **dict.fromkeys(
        (
            "Capture",
            "Commitment",
            "Draft",
            "Event",
            "Goal",
            "Help",
            "Note",
            "Person",
            "Reflection",
            "Rehearsal",
            "Session",
            "Story",
        ),
        "coach.domain.models",
    ),
}

__all__ = [
    "Brief",
    "Capture",
    "CaptureProposal",
    "CheckReport",
    "Coach",
    "CoachRetriever",
    "Commitment",
    "Draft",
    "Event",
    "Evidence",
    "Goal",
    "Help",
    "Line",
    "Note",
    "Person",
    "PersonBrief",
    "Reflection",
    "Rehearsal",
    "Session",
    "Story",
    "check_draft",
    "open_coach",
]


def __getattr__(name: str) -> Any:
    """Names are loaded when first used: `coach --help` must not wait for what it does not need."""
    if name not in _WHERE:
        raise AttributeError(f"module 'coach' has no attribute {name!r}")
    return getattr(importlib.import_module(_WHERE[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
