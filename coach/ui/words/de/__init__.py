"""The words in German, a module a part, as in the folder above. The reader is „du“."""

from __future__ import annotations

from coach.ui.words.de import capture, follow_up, frame, insight, people, prepare, reflect, settings

PARTS = (capture, follow_up, frame, insight, people, prepare, reflect, settings)


def german() -> dict[str, str]:
    """All parts together."""
    return {key: text for part in PARTS for key, text in part.GERMAN.items()}
