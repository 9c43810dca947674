"""Whose name is nearly what somebody typed: "Kuger" or "Krueger" for Krüger."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from coach.domain.passages import Named

SHORTEST, LONG = 4, 7
"""Letters of a word of which one may be wrong; from so many on two may."""
MOST = 5
"""People who are offered."""


def nearly_called(people: Iterable[Named], typed: str) -> list[str]:
    """Ids of at most `MOST` of whose name each typed word is a slip or two away, the nearest first."""
    words = _words(typed)
    if not words:
        return []
    found = []
    for one in people:
        names = [word for name in (one.name, *one.also_called) for word in _words(name)]
        slips = [min((_slips(word, name) for name in names), default=None) for word in words]
        if all(slip is not None and slip <= _allowed(word) for word, slip in zip(words, slips, strict=True)):
            found.append((sum(slip or 0 for slip in slips), one.name, one.id))
    return [id for _, _, id in sorted(found)[:MOST]]


def _words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).replace("ø", "o").split()


def _allowed(word: str) -> int:
    return 0 if len(word) < SHORTEST else 1 if len(word) < LONG else 2


def _slips(typed: str, name: str) -> int:
    return OSA.distance(typed, name, score_cutoff=2)
