"""Who is known by a title and a family name is written to formally, and what is somebody else's stays theirs."""

from __future__ import annotations

import pytest

from coach.domain.grounding import check_draft
from coach.drafting.german_address import said_to, to_the_reader
from coach.drafting.languages import tone_in
from coach.drafting.subjects import names_their_work


@pytest.mark.parametrize(
    ("name", "notes", "tone"),
    [
        ("Frau Dr. Weiß", "Hat einen Sohn.", "formal"),
        ("Mrs. Petrov", "Bakes.", "formal"),
        ("Frau Weiß", "Wir sind per du.", "warm"),
        ("Dr. Aiko Tanaka", "Bakes.", None),
        ("Ann", "Bakes.", None),
    ],
)
def test_a_title_with_a_family_name_asks_for_a_formal_letter(name: str, notes: str, tone: str | None) -> None:
    assert tone_in([notes], name) == tone


@pytest.mark.parametrize(
    ("sex", "said"), [("f", "mir seinen Lebenslauf schicken"), ("", "mir Ihren Lebenslauf schicken")]
)
def test_what_is_her_sons_does_not_become_hers(sex: str, said: str) -> None:
    assert to_the_reader("mir seinen Lebenslauf schicken", "Sie", sex) == said


def test_a_second_verb_is_left_out_where_it_would_stay_in_the_third_person() -> None:
    note = "Sabine ist jetzt Imkerin in der Eifel, hat 30 Völker."
    assert said_to(note, ["Sabine"], "du") == "Du bist jetzt Imkerin in der Eifel."


@pytest.mark.parametrize(("whose", "passed"), [("their", True), ("my", False)])
def test_their_boss_is_nobody_elses_where_the_note_says_their_too(whose: str, passed: bool) -> None:
    note = "Lunch with Hans Lindner. Lindner moved to Kalibra. Offered to introduce me to their CTO."
    draft = f"Hi Hans, I remember that you moved to Kalibra. Thank you for offering to introduce me to {whose} CTO."
    evidence = [{"label": "N1", "kind": "note", "text": note, "author": None, "at": "2026-11-27"}]
    report = check_draft(draft, evidence, {"person": "Hans Lindner", "user": "Sam", "today": "2026-11-30"})
    assert report.passed is passed


def test_a_subject_names_no_reader_by_their_work() -> None:
    assert names_their_work("The glaciologist from Tromsø", "glaciologist")
    assert not names_their_work("The notebook for the filters", "glaciologist")
    assert not names_their_work("The notebook", "")
