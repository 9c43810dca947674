"""A letter to Ann Lee after a craft fair, checked against notes of five days before."""

from __future__ import annotations

from typing import Any

from coach.domain.grounding import CheckReport, check_draft

BRIEF = {"person": "Ann Lee", "user": "Sam Roe", "event": "Craft fair", "today": "2025-07-15"}


def checked(draft: str, *notes: str | dict[str, Any]) -> CheckReport:
    """The report on a draft; a note is its text, or a piece of evidence with what differs from a note of that day."""
    evidence = [
        {"label": f"N{number}", "kind": "note", "author": None, "at": "2025-07-10"}
        | (note if isinstance(note, dict) else {"text": note})
        for number, note in enumerate(notes, 1)
    ]
    return check_draft(draft, evidence, BRIEF)
