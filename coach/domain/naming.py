"""Names of people as one says them: without a title, and the first name alone."""

from __future__ import annotations

import re

TITLES = "Dr|Mr|Mrs|Ms|Prof|Hr|Fr|Herr|Frau|Dipl|Ing"
"""Before a name, as a pattern."""
_TITLE = re.compile(rf"^(?:(?:{TITLES})\.?\s+)+(?=\S+\s)")
_TITLE_ALONE = re.compile(rf"^(?:{TITLES})\.?$")


def without_title(name: str) -> str:
    """ "Dr. Aiko Tanaka" is Aiko Tanaka; "Frau Vogel" stays, for want of more."""
    return _TITLE.sub("", name)


def first_name(name: str) -> str:
    """ "Aiko" of "Dr. Aiko Tanaka"; the whole of "Frau Vogel"; "" of nothing."""
    parts = without_title(name.strip()).split()
    if not parts:
        return ""
    return name.strip() if _TITLE_ALONE.match(parts[0]) else parts[0]
