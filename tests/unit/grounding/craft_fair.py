"""A letter to Ann Lee after a craft fair, checked against notes of five days before."""

from __future__ import annotations

from typing import Any

from coach.domain.grounding import CheckReport, check_draft

Note = str | dict[str, Any]

BRIEF = {"person": "Ann Lee", "user": "Sam Roe", "event": "Craft fair", "today": "2025-07-15"}
ANN: Note = {"kind": "person", "text": "Ann Lee - boat builder, Turku", "at": None}
OWED: Note = {"kind": "commitment", "text": "I owe Ann: draft of chapter 2 (by 2025-08-11)", "at": None}
LIST: Note = {"kind": "commitment", "text": "Ann owes me: the list of rope dealers (by 2025-08-30)", "at": None}


def checked(draft: str, *notes: Note) -> CheckReport:
    """The report on a draft; a note is its text, or a piece of evidence with what differs from a note of that day."""
    evidence = [
        {"label": f"N{number}", "kind": "note", "author": None, "at": "2025-07-10"}
        | (note if isinstance(note, dict) else {"text": note})
        for number, note in enumerate(notes, 1)
    ]
    return check_draft(draft, evidence, BRIEF)


def marked(draft: str, *notes: Note) -> bool:
    """Whether a sentence of the draft is marked."""
    return any(line.verdict in ("unsupported", "contradicted") for line in checked(draft, *notes).sentences)


def letter(text: str) -> Note:
    """A message of Ann's, of the day before."""
    return {"kind": "message", "author": "Ann Lee", "at": "2025-07-14", "text": text}
