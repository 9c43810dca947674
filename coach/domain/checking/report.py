"""What a check returns. Kept apart from the check itself, so that every part of it can speak the same words."""

from __future__ import annotations

from typing import Literal

from coach.domain.models import Model

Verdict = Literal["supported", "unsupported", "contradicted", "no_claim"]


class SentenceCheck(Model):
    """A sentence of the draft: `text == draft[start:end]`; `quotes` are words of the evidence that hold it up.

    `graded` is false where the check cannot tell, because it does not read the language well enough: nothing was found
    wrong, and nothing was found to hold it either. The verdict is `no_claim` then.
    """

    start: int
    end: int
    text: str
    verdict: Verdict
    labels: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    reason: str = ""
    graded: bool = True


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
    """All verdicts on one draft. A draft without words that can be graded has no sentences. `missing`: why sentences
    that were planned are not there to be judged; "" where all are."""

    sentences: tuple[SentenceCheck, ...] = ()
    claims: tuple[ClaimCheck, ...] = ()
    missing: str = ""

    @property
    def graded(self) -> bool:
        """Every sentence could be judged."""
        return all(sentence.graded for sentence in self.sentences)

    @property
    def passed(self) -> bool:
        """No sentence and no claim is unsupported or contradicted."""
        verdicts = [sentence.verdict for sentence in self.sentences] + [claim.verdict for claim in self.claims]
        return not {"unsupported", "contradicted"} & set(verdicts)
