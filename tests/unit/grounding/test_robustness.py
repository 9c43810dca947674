"""Whatever text and evidence come in: no error, and offsets that fit."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.domain.grounding import check_draft

_PIECES = st.sampled_from(
    [
        "I", "you", "she", "Ann", "Ann Lee", "W.", "don't", "not", "never", "promised", "will send", "met", "your talk",
        "our lunch", "120 members", "€1,500", "3rd", "the 20th", "next Friday", "20.11.", "2024-02-30", "31/31/2024",
        "0 years ago", "99999999 weeks ago", "a year and a half", "at 25:99", "[N1]", "[N1", "Dr.", "?", "!", "…", "\n",
        "-", "’s", "ﬁ", "ı", "ß", "\u200b", "\ud83d\ude00", "日本", "مرحبا", "and", "which", "as promised",
        "(", ")", '"',
        "in Rome", "at Nordwind GmbH", "head of data", "thank you for", "how many", "½", "²", "1e9", "5pm", "Q3 2025",
    ]
)  # fmt: skip
_TEXT = st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=25).map(" ".join))
_VALUE = st.one_of(
    st.none(), st.integers(), _TEXT, st.lists(_TEXT, max_size=2), st.dictionaries(_TEXT, _TEXT, max_size=2)
)
_DAY = st.one_of(
    st.none(), st.just("  "), st.dates(), st.datetimes(), st.dates().map(str), st.sampled_from(["20240715", 20240715])
)
_ITEM = st.fixed_dictionaries(
    {},
    optional={
        "label": _VALUE, "text": _VALUE, "author": _VALUE, "at": _DAY, "title": _VALUE, "names": _VALUE,
        "kind": st.one_of(_VALUE, st.sampled_from(["note", "person", "session", "commitment", "story", "event"])),
    },
)  # fmt: skip
_BRIEF = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {},
        optional={"today": _DAY, **dict.fromkeys(("event", "person", "goal", "channel", "user", "odd"), _VALUE)},
    ),
)


@settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(draft=_TEXT, evidence=st.lists(_ITEM, max_size=4), brief=_BRIEF)
def test_any_text_and_any_evidence_give_a_report_whose_offsets_fit(
    draft: str, evidence: list[dict[str, Any]], brief: dict[str, Any] | None
) -> None:
    report = check_draft(draft, evidence, brief)
    for part in (*report.sentences, *report.claims):
        assert draft[part.start : part.end] == part.text
    for claim in report.claims:
        assert any(line.start <= claim.start < claim.end <= line.end for line in report.sentences)
    ends = [(line.start, line.end) for line in report.sentences]
    assert ends == sorted(ends)
    assert all(one[1] <= two[0] for one, two in pairwise(ends))


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(note=_TEXT)
def test_every_quote_stands_in_the_evidence(note: str) -> None:
    report = check_draft(note + " Ann runs 12 clubs in Rome.", [{"label": "N1", "kind": "note", "text": note}], None)
    quotes = [quote for part in (*report.sentences, *report.claims) for quote in part.quotes]
    assert all(quote in note for quote in quotes)


@pytest.mark.parametrize("today", ["", " ", None, 20240715, " 2024-07-15 ", "9999-12-31", "0001-01-01"])
def test_an_odd_day_of_writing_is_borne(today: Any) -> None:
    evidence = [{"label": "N1", "kind": "note", "text": "Ann's club meets next month.", "at": today}]
    draft = "Your club meets next month, three weeks ago and last Friday."
    assert check_draft(draft, evidence, {"today": today, "person": "Ann"}).sentences


def test_without_evidence_a_claim_is_unsupported_and_a_greeting_is_none() -> None:
    report = check_draft("Hi Ann,\nyour club has 120 members.", [], {"person": "Ann", "unheard_of": 1})
    assert [line.verdict for line in report.sentences] == ["supported", "unsupported"]


def test_a_role_whose_bearer_the_notes_do_not_name_is_told_of_somebody_else() -> None:
    note = (
        "Ida Bok, in-house at a firm. Letters strictly to her private address as the mailbox is read by her deputy, "
        "whom she dismisses."
    )
    evidence = [{"label": "N1", "kind": "note", "text": note, "author": None, "at": "2026-11-29"}]
    report = check_draft("You are the deputy.", evidence, {"person": "Ida Bok", "user": "Sam", "today": "2026-11-29"})
    assert report.sentences[0].reason == "By your notes this is the role of somebody else."
