"""The gate: what is doubtful is open until the user vouches for it, word for word."""

from __future__ import annotations

from coach.domain.gate import carried, doubtful_claims, unconfirmed
from coach.domain.grounding import CheckReport, ClaimCheck, SentenceCheck, Verdict
from coach.domain.models import Confirmation, DraftVersion

TEXT = "Hi Noor,\n\nYour boat is in Reykjavik. You repaired it."


def sentence(text: str, verdict: Verdict, reason: str = "") -> SentenceCheck:
    start = TEXT.index(text)
    return SentenceCheck(start=start, end=start + len(text), text=text, verdict=verdict, reason=reason)


def version(*, confirmed: tuple[str, ...] = (), claims: tuple[ClaimCheck, ...] = ()) -> DraftVersion:
    report = CheckReport(
        sentences=(
            sentence("Hi Noor,", "no_claim"),
            sentence("Your boat is in Reykjavik.", "unsupported", "No note says it."),
            sentence("You repaired it.", "supported"),
        ),
        claims=claims,
    )
    kept = tuple(Confirmation(text=text, by="Sam") for text in confirmed)
    return DraftVersion(number=1, text=TEXT, check=report.model_dump(mode="json"), confirmed=kept)


def claim(text: str, start: int, reason: str) -> ClaimCheck:
    return ClaimCheck(start=start, end=start + len(text), text=text, type="place", verdict="unsupported", reason=reason)


def test_only_what_nothing_holds_is_in_question_and_a_claim_in_it_says_why() -> None:
    inside = claim("Reykjavik", TEXT.index("Reykjavik"), "Reykjavik is in no note.")
    found = doubtful_claims(version(claims=(inside,)))
    assert [(one.text, one.reason) for one in found] == [("Your boat is in Reykjavik.", "Reykjavik is in no note.")]
    assert doubtful_claims(version())[0].reason == "No note says it."


def test_a_claim_in_the_subject_comes_last_and_can_be_confirmed_too() -> None:
    subject = ClaimCheck(start=-1, end=-1, text="77 boats", type="number", verdict="unsupported")
    found = doubtful_claims(version(claims=(subject,)))
    assert [one.in_subject for one in found] == [False, True]
    assert [one.text for one in unconfirmed(version(claims=(subject,), confirmed=("77 boats",)))] == [found[0].text]


def test_a_confirmation_counts_for_these_words_alone() -> None:
    assert unconfirmed(version(confirmed=("Your boat is in Reykjavik.",))) == ()
    assert len(unconfirmed(version(confirmed=("Your boat is in Bergen.",)))) == 1


def test_confirmations_go_along_with_words_that_stay_in_question() -> None:
    before = version(confirmed=("Your boat is in Reykjavik.", "You repaired it."))
    assert [one.text for one in carried(before, version()).confirmed] == ["Your boat is in Reykjavik."]


def test_a_version_that_was_never_checked_holds_nothing_in_question() -> None:
    assert unconfirmed(DraftVersion(number=1, text=TEXT)) == ()
