"""The check of a draft: offsets, quotes and the plainest errors."""

from __future__ import annotations

import pytest

from coach.domain.grounding import check_draft

NOTE = (
    "Met Priya Raman at the coffee queue. She is head of data at Nordwind in Hamburg, runs a meetup on data contracts "
    "with 120 members. Her daughter starts school in September."
)
EVIDENCE = [{"label": "N1", "kind": "note", "text": NOTE, "author": None, "at": "2024-07-10"}]
BRIEF = {"event": "EuroPython 2024", "person": "Priya Raman", "today": "2024-07-15", "user": "Sam Lee"}


def test_offsets_point_into_the_draft_and_quotes_into_the_evidence() -> None:
    draft = "Hi Priya,\n\nyour meetup has about 120 members [N1]. See you in Hamburg!\n\nBest,\nSam"
    report = check_draft(draft, EVIDENCE, BRIEF)
    assert report.claims
    for part in (*report.sentences, *report.claims):
        assert part.text == draft[part.start : part.end]
        assert all(quote in NOTE for quote in part.quotes)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Say hello to Martin from me.", "Martin"),
        ("How are things at Nordlicht?", "Nordlicht"),
        ("Your meetup has 150 members.", "150"),
        ("Your daughter starts school in October.", "October"),
    ],
)
def test_an_invented_detail_is_marked_where_it_stands(sentence: str, wrong: str) -> None:
    report = check_draft(sentence, EVIDENCE, BRIEF)
    assert [claim.text for claim in report.claims if claim.verdict in ("unsupported", "contradicted")] == [wrong]
    assert not report.passed


def test_a_draft_of_noted_facts_passes() -> None:
    draft = (
        "Hi Priya, it was great to meet you last week. Your meetup on data contracts has about 120 members. Best, Sam"
    )
    assert check_draft(draft, EVIDENCE, BRIEF).passed


@pytest.mark.parametrize("draft", ["", "  \n ", "…", "🙂"])
def test_a_text_without_words_has_no_sentences_to_grade(draft: str) -> None:
    assert check_draft(draft, EVIDENCE, BRIEF).sentences == ()
