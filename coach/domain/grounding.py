"""Does a draft say only what the evidence holds? A verdict for each sentence and each claim in it.

What is handed over is looked at here, before the check: whatever cannot be read is refused with its value and what to
give in its place, since evidence that goes unread would make a true sentence look invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coach.domain.checking.check import check
from coach.domain.checking.report import CheckReport, ClaimCheck, SentenceCheck, Verdict
from coach.domain.days import is_given, read_day, shown
from coach.domain.evidence import Evidence
from coach.errors import InputError

__all__ = ["CheckReport", "ClaimCheck", "SentenceCheck", "Verdict", "check_draft"]

READ = frozenset({"text", "title", "names", "people", "author"})
"""Keys of a piece of evidence that hold its words."""
BESIDE = frozenset({"label", "kind", "at", *Evidence.model_fields})
"""Keys that say something of a piece of evidence and hold no words."""


def check_draft(
    text: str,
    evidence: Sequence[Evidence | Mapping[str, Any]],
    brief: Mapping[str, Any] | Any | None = None,
) -> CheckReport:
    """Check `text` against `evidence` and the facts of `brief`.

    `evidence`: `Evidence` objects, or dicts with the keys `label`, `kind`, `text`, `author` and `at`.
    `brief`: a `Brief`, or a dict whose known keys are `event`, `person`, `goal`, `channel`, `today` (ISO date)
    and `user` (the writer's name). Offsets count characters of `text`; quotes are exact words of the evidence.
    By rule alone: no model, no network, the same answer every time. Text without words has no sentences.

    Raises InputError for a text that is none, evidence that is no list of such pieces, a brief of another kind, and
    for `today` or `at` where it is neither empty nor a day: an ISO date, a `date` or a `datetime`.
    """
    if not isinstance(text, str):
        raise InputError("The draft is {value}, not text.", "Give its words as a string.", value=shown(text))
    return check(text, _pieces(evidence), _facts(brief))


def _pieces(evidence: Any) -> list[Any]:
    """The pieces in order, each of which can be read. Raises InputError."""
    one = isinstance(evidence, (str, bytes, Mapping)) or hasattr(evidence, "text")
    if one or not isinstance(evidence, Iterable):
        raise InputError(
            "The evidence is {value}, not a list.",
            "Give a list of Evidence objects or of dicts with a text; an empty list where there is none.",
            value=shown(evidence),
        )
    pieces = list(evidence)
    for number, piece in enumerate(pieces, start=1):
        if not _has_words(piece):
            raise InputError(
                "Piece {number} of the evidence is {value}: it has no text that can be read.",
                "Give an Evidence object, or a dict with the key 'text'.",
                number=number,
                value=shown(piece),
            )
        at = piece.get("at") if isinstance(piece, Mapping) else getattr(piece, "at", None)
        if is_given(at) and read_day(at) is None:
            raise InputError(
                "The day `at` of piece {number} of the evidence is {value}, which cannot be read.",
                "Write it like 2026-03-01, or leave it out.",
                number=number,
                value=shown(at),
            )
    return pieces


def _has_words(piece: Any) -> bool:
    """Whether it is a piece of evidence. One without a text is read with what it has, but not under names of its own
    for everything."""
    if isinstance(piece, Mapping):
        return not READ.isdisjoint(piece) or BESIDE.issuperset(piece)
    return hasattr(piece, "text")


def _facts(brief: Any) -> Any:
    """A brief that can be read. Raises InputError."""
    if brief is None:
        return None
    if isinstance(brief, type) or not (isinstance(brief, Mapping) or hasattr(brief, "__dict__")):
        raise InputError(
            "The brief is {value}, which names no facts.",
            "Give a Brief, None, or a dict such as {example}.",
            value=shown(brief),
            example="{'person': 'Ann Lee', 'today': '2026-03-01'}",
        )
    facts = brief if isinstance(brief, Mapping) else vars(brief)
    today = next((day for name in ("today", "made_at") if is_given(day := facts.get(name))), None)
    if is_given(today) and read_day(today) is None:
        raise InputError(
            "The day of writing, `today`, is {value}, which cannot be read.",
            "Write it like 2026-03-01, or leave it out.",
            value=shown(today),
        )
    return brief
