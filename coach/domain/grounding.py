"""Does a draft say only what the evidence holds? A verdict for each sentence and each claim in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.checking.check import check
from coach.domain.checking.report import CheckReport, ClaimCheck, SentenceCheck, Verdict
from coach.domain.evidence import Evidence

__all__ = ["CheckReport", "ClaimCheck", "SentenceCheck", "Verdict", "check_draft"]


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
    """
    return check(text, evidence, brief)
