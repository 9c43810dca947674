"""Questions that the user noted for somebody."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.own_questions import as_a_question, noted_questions


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Ask you which kiln you would build first.", "Which kiln would you build first?"),
        ("ask how you found the clay", "How did you find the clay?"),
        ("Must ask you whether you still teach.", "Do you still teach?"),
        ("Ask about the second firing.", "May I ask you about the second firing?"),
        ("I wanted to ask how the sale went.", "How did the sale go?"),
        ("Ask how the invoices are going.", "How are the invoices going?"),
        ("Ask where the old kiln from Delft was fired", "Where was the old kiln from Delft fired?"),
        ("Question for you: which glaze never fails?", "Which glaze never fails?"),
        ("Asked you how the sale went.", ""),
        ("Ask Bram for the key.", ""),
        ("You asked how we fire.", ""),
    ],
)
def test_a_note_to_oneself_becomes_the_question_that_it_means(told: str, asked: str) -> None:
    assert as_a_question(told) == asked


def test_only_notes_hold_questions_and_each_cites_its_note() -> None:
    note = Evidence(
        label="N3", source_id="n", kind=Kind.NOTE, text="Ada fires on Fridays. Ask her which ash she would buy.",
        score=1.0, names=("Ada Berg",),
    )  # fmt: skip
    goal = Evidence(label="G1", source_id="g", kind=Kind.GOAL, text="Ask what she fires with", score=1.0)
    found = noted_questions([note, goal], "Ada Berg", {"person": "Ada Berg", "user": "Mina"})
    assert [(one.text, one.labels) for one in found] == [("Which ash would you buy?", ("N3",))]


def test_what_somebody_else_wrote_is_not_the_users_question() -> None:
    theirs = Evidence(
        label="N4", source_id="m", kind=Kind.NOTE, text="Ask her which account the money goes to.", score=1.0,
        names=("Ada Berg",), author="Bo Lund",
    )  # fmt: skip
    assert noted_questions([theirs], "Ada Berg", {"person": "Ada Berg", "user": "Mina"}) == []
