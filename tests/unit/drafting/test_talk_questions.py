"""Questions about a talk: what its abstract says that it will tell becomes what one asks its speaker."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.talk_questions import as_asked, questions_told, told_ahead

FACTS = {"person": "Ana Ruiz", "user": "Sam Lee", "event": "Harbour Days", "today": "2026-03-01", "goal": ""}


@pytest.mark.parametrize(
    ("clause", "asked"),
    [
        ("how you dealt with the agency budget", "How did you deal with the agency budget?"),
        ("what you gave away first", "What did you give away first?"),
        ("what you should have let go a year sooner", "What should you have let go a year sooner?"),
        ("how the schools were chosen", "How were the schools chosen?"),
        ("what the city pays", "What does the city pay?"),
        ("why three crossings had to be given up", "Why did three crossings have to be given up?"),
        ("how to choose a property in ten minutes", "How do you choose a property in ten minutes?"),
        ("what keeps the loop free", "What keeps the loop free?"),
        ("when an example is the better test", "When is an example the better test?"),
    ],
)
def test_a_clause_of_an_abstract_becomes_the_question_that_it_answers(clause: str, asked: str) -> None:
    assert as_asked(clause) == asked


@pytest.mark.parametrize(
    "clause", ["why that was hard", "how it broke", "who should not buy one", "how they took this"]
)
def test_what_only_the_rest_of_the_abstract_explains_is_not_asked(clause: str) -> None:
    assert as_asked(clause) == ""


def test_only_what_is_announced_is_taken_up() -> None:
    told = (
        "you show what keeps the loop free, how you drain 9,000 open connections at a deploy, and the part that hurts."
    )
    assert questions_told(told) == ["What keeps the loop free?", "How do you drain 9,000 open connections at a deploy?"]
    assert questions_told("The lamp broke when the wind rose. Do you know how you mend a lamp?") == []


def test_the_questions_are_grounded_and_change_with_the_turn() -> None:
    text = "Talk by Ana Ruiz: “Tests”. I explain how we dealt with the budget, and how we told the board about it."
    talk = Evidence(label="T1", source_id="t", kind=Kind.SESSION, text=text, score=1)
    lines = told_ahead([talk], FACTS, 0, "Ana Ruiz")
    assert [line.labels for line in lines] == [("T1",)]
    assert lines[0].text == "How did you deal with the budget?"
    assert told_ahead([], FACTS, 0, "Ana Ruiz") == []
