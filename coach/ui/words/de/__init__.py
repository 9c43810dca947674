"""The words in German, a module a part, as in the folder above. The reader is „du“."""

from __future__ import annotations

from coach.ui.words.de import (
    capture,
    clinic,
    duplicates,
    exporting,
    follow_up,
    frame,
    importing,
    insight,
    nurture,
    people,
    prepare,
    reflect,
    rehearse,
    settings,
    start,
    stories,
    today,
)

PARTS = (
    capture,
    clinic,
    duplicates,
    exporting,
    follow_up,
    frame,
    importing,
    insight,
    nurture,
    people,
    prepare,
    reflect,
    rehearse,
    settings,
    start,
    stories,
    today,
)


def german() -> dict[str, str]:
    """All parts together."""
    return {key: text for part in PARTS for key, text in part.GERMAN.items()}
