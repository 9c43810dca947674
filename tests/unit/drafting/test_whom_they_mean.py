"""Whom "they" means in what is said to somebody."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.address import told_to_you
from coach.drafting.statements import said_to_them
from coach.drafting.whom_they_mean import leans_on_others


def told(text: str) -> str:
    note = Evidence(label="N1", source_id="n1", kind=Kind.NOTE, text=text, score=1.0, names=("Ada Berg",))
    return told_to_you(note, "Ada Berg").text


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        (
            "Ada's choir lost the key. The audience helped them to start again.",
            "your choir lost the key. The audience helped you to start again.",
        ),
        ("Ada told me that they close in March.", "you told me that you close in March."),
        (
            "Ada teaches pupils to weave. The caretaker brings them wool.",
            "you teach pupils to weave. The caretaker brings them wool.",
        ),
        ("Ada counts her bees before they fly.", "you count your bees before they fly."),
    ],
)
def test_they_are_the_reader_where_nobody_else_can_be_meant(noted: str, said: str) -> None:
    assert told(noted) == said


def test_a_sentence_about_people_whom_it_does_not_name_is_not_said() -> None:
    assert leans_on_others("The audience helped them to start again.")
    assert not said_to_them("the audience of your concert helped them to start again.", Kind.NOTE)
    assert said_to_them("you asked the singers what they wanted.", Kind.NOTE)
    assert said_to_them("you gave the pupils bread when nobody helped them.", Kind.NOTE)
