"""Does a draft say only what the evidence holds? A verdict for each sentence and each claim in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from coach.domain.evidence import Evidence
from coach.domain.models import Model

Verdict = Literal["supported", "unsupported", "contradicted", "no_claim"]


class SentenceCheck(Model):
    """A sentence of the draft: `text == draft[start:end]`; `quotes` are words of the evidence that hold it up."""

    start: int
    end: int
    text: str
    verdict: Verdict
    labels: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    reason: str = ""


class ClaimCheck(Model):
    """A name, organisation, place, role, number, amount, date or time in the draft, with its offsets."""

    start: int
    end: int
    text: str
    type: str
    verdict: Verdict
    labels: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    reason: str = ""


class CheckReport(Model):
    """All verdicts on one draft."""

    sentences: tuple[SentenceCheck, ...] = ()
    claims: tuple[ClaimCheck, ...] = ()

    @property
    def passed(self) -> bool:
        """No sentence and no claim is unsupported or contradicted."""
        return not any(part.verdict in ("unsupported", "contradicted") for part in (*self.sentences, *self.claims))


def check_draft(
    text: str,
    evidence: Sequence[Evidence | Mapping[str, Any]],
    brief: Mapping[str, Any] | Any | None = None,
) -> CheckReport:
    """Check `text` against `evidence` and the facts of `brief`."""
    raise NotImplementedError
