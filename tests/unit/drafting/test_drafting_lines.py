"""Lines: checked against the evidence, the best first, the flagged last, no two alike."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.asking import TOO_ALIKE, apart
from coach.drafting.lines import checked_lines, cut_off, merit

EVIDENCE = [
    Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="Ines lost 40 charts when an archive flooded in Porto."),
    Evidence(label="T1", source_id="t", kind=Kind.SESSION, text="Talk by Ines Duarte: “Charts that survive”. Paper."),
]
FACTS = {"person": "Ines Duarte", "today": "2026-11-23", "user": "Sam"}


def raw(text: str, *sources: str) -> dict[str, Any]:
    return {"text": text, "sources": list(sources)}


def test_a_line_keeps_its_known_labels_once_and_gets_its_check() -> None:
    (line,) = checked_lines([raw("You lost 40 charts in Porto.", "N1", "N9", "N1")], EVIDENCE, FACTS)
    assert line.labels == ("N1",)
    assert line.check is not None
    assert not line.flagged


def test_a_name_or_number_that_no_evidence_holds_flags_the_line() -> None:
    lines = checked_lines([raw("You lost 90 charts.", "N1"), raw("How is Lisbon?", "N1")], EVIDENCE, FACTS)
    assert [line.flagged for line in lines] == [True, True]


def test_labels_written_into_the_text_are_taken_out() -> None:
    (line,) = checked_lines(raw("You lost 40 charts [N1] (T1, N1). Which one hurt?", "N1"), EVIDENCE, FACTS)
    assert line.text == "You lost 40 charts. Which one hurt?"


@pytest.mark.parametrize("junk", [None, [], "text", [None, 3, "x"], {}, [{"text": "  "}], [{"sources": ["N1"]}], 7])
def test_what_is_no_line_is_dropped(junk: Any) -> None:
    assert checked_lines(junk, EVIDENCE, FACTS) == []


def test_a_line_without_sources_stays_without_labels() -> None:
    (line,) = checked_lines({"text": "You lost 40 charts."}, EVIDENCE, FACTS)
    assert line.labels == ()


def test_lines_may_come_by_name() -> None:
    lines = checked_lines({"talk": raw("You lost 40 charts.", "N1"), "goal": raw("Why paper?", "T1")}, EVIDENCE, FACTS)
    assert [line.labels for line in lines] == [("N1",), ("T1",)]


def test_a_flagged_line_comes_last_however_good_it_sounds() -> None:
    lines = checked_lines(
        [
            raw("You lost 90 charts when your archive flooded in Porto. Which one do you miss?", "N1"),
            raw("It rained.", "N1"),
            raw("You lost 40 charts when your archive flooded. Which one do you miss?", "N1"),
        ],
        EVIDENCE,
        FACTS,
    )
    best = sorted(lines, key=lambda line: -merit(line, EVIDENCE))
    assert [line.flagged for line in best] == [False, False, True]
    assert best[0].text.startswith("You lost 40 charts")


def test_of_two_lines_alike_one_stays() -> None:
    lines = checked_lines(
        [
            raw("You lost 40 charts in Porto. Which one do you miss?", "N1"),
            raw("You lost 40 charts in Porto. Which one do you miss most?", "N1"),
            raw("What would your talk on paper have been without the flood?", "T1"),
        ],
        EVIDENCE,
        FACTS,
    )
    assert len(apart(lines, 3)) == 2
    assert len(apart(lines, 3, lines[:1])) == 1


@pytest.mark.parametrize(
    "worse",
    [
        "I am excited to hear how you lost 40 charts in Porto. Which one hurt?",
        "Your amazing archive lost 40 charts in Porto. Which one hurt?",
        "What are the charts that you lost in Porto?",
        "Ines, you lost 40 charts in Porto. Which one hurt?",
        "40 charts were lost in Porto. Which one hurt?",
    ],
)
def test_cliches_quizzes_and_talk_about_instead_of_to_them_are_worth_less(worse: str) -> None:
    good, bad = checked_lines(
        [raw("You lost 40 charts in Porto. Which one hurt?", "N1"), raw(worse, "N1")], EVIDENCE, FACTS
    )
    assert merit(good, EVIDENCE, "Ines Duarte") > merit(bad, EVIDENCE, "Ines Duarte")


def test_you_said_fits_a_note_and_not_a_talk_that_lies_ahead() -> None:
    said, ahead = checked_lines(
        [raw("You said that paper charts survive.", "N1", "T1"), raw("You said that paper charts survive.", "T1")],
        EVIDENCE,
        FACTS,
    )
    assert merit(said, EVIDENCE) > merit(ahead, EVIDENCE)


PIECES = st.sampled_from(
    "You lost 40 charts Porto which one hurt ? Lisbon amazing paper talk your archive flooded .".split()
)


@given(texts=st.lists(st.lists(PIECES, min_size=1, max_size=14).map(" ".join), max_size=10), count=st.integers(0, 4))
def test_the_chosen_are_few_and_unlike(texts: list[str], count: int) -> None:
    chosen = apart(checked_lines([raw(text, "N1") for text in texts], EVIDENCE, FACTS), count)
    assert len(chosen) <= count
    for at, line in enumerate(chosen):
        assert all(fuzz.token_set_ratio(line.text, other.text) < TOO_ALIKE for other in chosen[:at])


def test_a_small_word_at_the_end_is_no_word_cut_short() -> None:
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="Met Jo, who runs a repair cafe in Bedminster.")
    whole = "You run a repair cafe in Bedminster and want to start a choir of tenants, and that has stayed with me."
    assert not cut_off(whole, [note])
    assert cut_off(whole.replace("that has stayed with me", "it is all about the repai").replace("me.", "."), [note])
