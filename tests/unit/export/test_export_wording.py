from __future__ import annotations

from datetime import date

import pytest

from coach.domain.grounding import CheckReport, ClaimCheck, SentenceCheck
from coach.export.wording import dates_text, flag_texts, labels_text, shorten, ungraded_texts


@pytest.mark.parametrize(
    ("starts", "ends", "text"),
    [
        (None, None, ""),
        (date(2026, 11, 28), None, "28 November 2026"),
        (date(2026, 11, 28), date(2026, 11, 28), "28 November 2026"),
        (date(2026, 11, 28), date(2026, 11, 29), "28–29 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 1), "30 November – 1 December 2026"),
        (date(2026, 12, 31), date(2027, 1, 1), "31 December 2026 – 1 January 2027"),
    ],
)
def test_days_of_an_event(starts: date | None, ends: date | None, text: str) -> None:
    assert dates_text(starts, ends) == text


def test_shortening_cuts_at_a_word_and_never_exceeds() -> None:
    assert shorten("one two\nthree", 20) == "one two three"
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("x" * 50, 10) == "x" * 9 + "…"


def test_labels_get_one_pair_of_brackets() -> None:
    assert labels_text(("T1", "[N2]")) == "[T1] [N2]"


def test_a_flagged_sentence_without_a_flagged_claim_is_named_itself() -> None:
    report = CheckReport(
        sentences=(SentenceCheck(start=0, end=20, text="She loves the opera.", verdict="unsupported"),),
        claims=(ClaimCheck(start=30, end=34, text="Rome", type="place", verdict="contradicted"),),
    )
    assert flag_texts(report) == [
        "“Rome”: the evidence says otherwise",
        "“She loves the opera.”: no cited evidence holds this",
    ]


def test_a_passed_or_missing_check_gives_no_flag() -> None:
    assert flag_texts(None) == []
    assert flag_texts(CheckReport()) == []


def test_a_sentence_that_could_not_be_judged_is_named_with_the_reason() -> None:
    read = SentenceCheck(start=0, end=5, text="Hallo", verdict="no_claim")
    unread = SentenceCheck(start=6, end=20, text="Der Hagel kam.", verdict="no_claim", graded=False, reason="German")
    assert ungraded_texts(CheckReport(sentences=(read, unread))) == ["“Der Hagel kam.”: German"]
