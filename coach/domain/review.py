"""A review of a week or a month, written from what is on record and from nothing else.

Each line says one thing that can be looked up: `refs` are the ids of the items that it rests on. No model writes
here, so nothing needs to be doubted; the words that move somebody are the user's own, quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.insight import Span


@dataclass(frozen=True)
class ReviewLine:
    """One sentence. `key` names its words, `values` fills them, `quote` is the user's own text, if it has one."""

    key: str
    values: tuple[tuple[str, object], ...] = ()
    quote: str = ""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReviewPart:
    """A part under one heading; parts without lines are left out."""

    key: str
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True)
class Review:
    """All parts for a span, and one question to take along."""

    span: Span
    parts: tuple[ReviewPart, ...]
    question: ReviewLine


def part(key: str, lines: Sequence[ReviewLine]) -> tuple[ReviewPart, ...]:
    return (ReviewPart(key, tuple(lines)),) if lines else ()


def said(key: str, *refs: str, quote: str = "", **values: object) -> ReviewLine:
    return ReviewLine(key, tuple(values.items()), quote, refs)
