"""What of a draft its user has still to vouch for: the one rule behind the gate on screen and on the terminal."""

from __future__ import annotations

from coach.domain.checking.report import CheckReport, ClaimCheck, SentenceCheck, Verdict
from coach.domain.models import Confirmation, DraftVersion, Model

DOUBTFUL = ("unsupported", "contradicted")


class DoubtfulClaim(Model):
    """Words of a draft that its evidence does not hold: a sentence, or words of the subject.

    `start` and `end` count characters of the version's text; both are -1 in the subject. `text` is what a
    confirmation names. `confirmed` is the user's word for it, None while it is open.
    """

    text: str
    start: int
    end: int
    verdict: Verdict
    reason: str = ""
    confirmed: Confirmation | None = None

    @property
    def in_subject(self) -> bool:
        return self.start < 0


def doubtful_claims(version: DraftVersion) -> tuple[DoubtfulClaim, ...]:
    """Everything doubtful in a version, in the order of the text, what is in the subject last. Each wording once."""
    if version.check is None:
        return ()
    report = CheckReport.model_validate(version.check)
    sentences = [one for one in report.sentences if one.verdict in DOUBTFUL]
    claims = [one for one in report.claims if one.verdict in DOUBTFUL]
    found = [_claim(one, _reasons(one, claims)) for one in sentences]
    found += [_claim(one, one.reason) for one in claims if not any(_holds(part, one) for part in sentences)]
    known = {one.text: one for one in version.confirmed}
    ordered = sorted(found, key=lambda one: (one.in_subject, one.start))
    each = {(one.in_subject, one.text): one for one in reversed(ordered)}
    return tuple(one.model_copy(update={"confirmed": known.get(one.text)}) for one in reversed(each.values()))


def unconfirmed(version: DraftVersion) -> tuple[DoubtfulClaim, ...]:
    """What keeps the gate closed: doubtful, and nobody has vouched for it."""
    return tuple(one for one in doubtful_claims(version) if one.confirmed is None)


def carried(before: DraftVersion, after: DraftVersion) -> DraftVersion:
    """`after` with the confirmations of `before` for words that stand in it unchanged; what changed asks again."""
    still = {one.text for one in doubtful_claims(after)}
    kept = tuple(one for one in before.confirmed if one.text in still)
    return after.model_copy(update={"confirmed": kept})


def _claim(part: SentenceCheck | ClaimCheck, reason: str) -> DoubtfulClaim:
    return DoubtfulClaim(text=part.text, start=part.start, end=part.end, verdict=part.verdict, reason=reason)


def _holds(sentence: SentenceCheck, claim: ClaimCheck) -> bool:
    return sentence.start <= claim.start < sentence.end


def _reasons(sentence: SentenceCheck, claims: list[ClaimCheck]) -> str:
    """What is wrong in a sentence: each claim to blame says it better than the sentence as a whole."""
    blamed = [one.reason for one in claims if _holds(sentence, one) and one.reason]
    return " ".join(dict.fromkeys(blamed)) or sentence.reason
