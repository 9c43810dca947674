"""A letter to Ines Marlow, who cuts glass, after a fair, checked against notes of two days before."""

from __future__ import annotations

from typing import Any

from coach.domain.checking.facts import gather
from coach.domain.checking.sources import brief_source, cited_in, read_brief, read_evidence
from coach.domain.grounding import CheckReport, check_draft

GLASS = "Ines Marlow. She cuts glass."
BRIEF = {"person": "Ines Marlow", "user": "Tom Kerr", "event": "Glass fair", "goal": "", "today": "2025-04-10"}


def notes(*texts: str) -> list[dict[str, Any]]:
    return [
        {"label": f"N{number}", "kind": "note", "text": text, "author": None, "at": "2025-04-08"}
        for number, text in enumerate(texts, 1)
    ]


def checked(draft: str, *texts: str) -> CheckReport:
    return check_draft(draft, notes(*texts), BRIEF)


def doers(words: str, *texts: str) -> set[str]:
    """Who does what the words stand for, by the notes."""
    briefing = read_brief(BRIEF)
    facts = gather(read_evidence(cited_in(notes(*texts))), briefing, brief_source(briefing), "en")
    return {who for fact in facts.facts if words in fact.fragment.plain for who in fact.fragment.owners}
