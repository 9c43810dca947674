"""Marking doubtful claims: in the text, never hidden, never as markup of the text's own making."""

from __future__ import annotations

from coach.domain.evidence import Evidence
from coach.domain.grounding import CheckReport, ClaimCheck, SentenceCheck
from coach.domain.models import Kind
from coach.ui.components.quotes import doubt_list, doubts, marked, sourced

TEXT = "You lead 40 people. You like <b>tea</b>."


def _claim(words: str, verdict: str = "unsupported", **more: object) -> ClaimCheck:
    start = TEXT.index(words)
    return ClaimCheck.model_validate(
        {"start": start, "end": start + len(words), "text": words, "type": "number", "verdict": verdict, **more}
    )


def test_a_doubtful_claim_is_marked_where_it_stands() -> None:
    shown = marked(TEXT, CheckReport(claims=(_claim("40 people"),)))
    assert '<mark class="doubt unsupported"' in shown
    assert ">40 people<" in shown


def test_supported_claims_are_left_alone() -> None:
    assert "<mark" not in marked(TEXT, CheckReport(claims=(_claim("40 people", "supported"),)))


def test_the_text_itself_is_never_read_as_markup() -> None:
    report = CheckReport(claims=(_claim("<b>tea</b>", reason="<script>"),))
    shown = marked(TEXT, report) + doubt_list(TEXT, report)
    assert "<b>" not in shown
    assert "<script>" not in shown
    assert "&lt;b&gt;tea&lt;/b&gt;" in shown


def test_a_sentence_is_marked_whole_only_when_no_claim_in_it_is_to_blame() -> None:
    sentence = SentenceCheck(start=0, end=19, text=TEXT[:19], verdict="unsupported")
    assert [(one.start, one.end) for one in doubts(CheckReport(sentences=(sentence,)), len(TEXT))] == [(0, 19)]
    both = CheckReport(sentences=(sentence,), claims=(_claim("40 people"),))
    assert [(one.start, one.end) for one in doubts(both, len(TEXT))] == [(9, 18)]


def test_a_doubt_about_the_subject_is_listed_though_it_has_no_place_in_the_text() -> None:
    claim = ClaimCheck(start=-1, end=-1, text="Zanzibar", type="name", verdict="unsupported", reason="In the subject.")
    report = CheckReport(claims=(claim,))
    assert "Zanzibar" in doubt_list(TEXT, report)
    assert "<mark" not in marked(TEXT, report)


def test_a_sentence_carries_its_labels_and_the_words_that_hold_it() -> None:
    sentence = SentenceCheck(
        start=0, end=19, text=TEXT[:19], verdict="supported", labels=("N1", "T2"), quotes=("40 people <b>",)
    )
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="40 people <b> were there")
    shown = sourced(TEXT, CheckReport(sentences=(sentence,)), [note])
    assert '40 people. <span class="labels">N1 T2</span>' in shown
    assert 'tabindex="0"' in shown
    assert "“40 people &lt;b&gt;”" in shown


def test_a_doubtful_sentence_says_why_where_it_stands() -> None:
    sentence = SentenceCheck(start=0, end=19, text=TEXT[:19], verdict="unsupported", reason="No note counts them.")
    shown = sourced(TEXT, CheckReport(sentences=(sentence,)), [])
    assert '<mark class="doubt unsupported"' in shown
    assert "No note counts them.</span></span>" in shown
    assert shown.endswith("</span> You like &lt;b&gt;tea&lt;/b&gt;.")


def test_a_line_of_a_list_is_quoted_without_its_mark() -> None:
    noted = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="- Ben wants the seed list")
    report = CheckReport(
        sentences=(
            SentenceCheck(start=0, end=19, text=TEXT[:19], verdict="supported", labels=("N1",), quotes=(noted.text,)),
        )
    )
    assert "“Ben wants the seed list”" in sourced(TEXT, report, [noted])
