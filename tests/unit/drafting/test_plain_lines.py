"""Lines by rule: grounded, to the person, and a promise never turned round."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.angles import Angle
from coach.drafting.lines import strays_into_another_script
from coach.drafting.plain_lines import plain_openers, plain_promise, plain_questions

FACTS = {"person": "Ana Ruiz", "user": "Sam Lee", "event": "Harbour Days", "today": "2026-03-01", "goal": ""}
TALK = Evidence(
    label="T1",
    source_id="t",
    kind=Kind.SESSION,
    text="Talk by Ana Ruiz: “Tests that wait”. We fake the clock.",
    score=1,
)
PROFILE = Evidence(
    label="P1",
    source_id="p",
    kind=Kind.PERSON,
    text="Ana Ruiz: engineer, Foldline. Cares about async Python, quiet rooms.",
    score=1,
)
GOAL = Evidence(label="G1", source_id="g", kind=Kind.GOAL, text="Start a monthly circle. Why: I sat silent.", score=1)


def test_openers_are_about_their_talk_what_they_care_about_and_your_aim() -> None:
    lines = plain_openers([TALK, PROFILE, GOAL], FACTS)
    assert [line.text for line in lines] == [
        "I see that you speak about “Tests that wait”. What made you choose it?",
        "I hear that you care about async Python. How did that begin?",
        "I hear that you care about quiet rooms. How did that begin?",
        "I am here with one aim: start a monthly circle. Where would you begin?",
    ]
    assert [line.labels for line in lines] == [("T1",), ("P1",), ("P1",), ("G1",)]


def test_questions_ask_for_a_story() -> None:
    texts = [line.text for line in plain_questions([TALK, PROFILE], FACTS)]
    assert texts[0] == "What is the story behind “Tests that wait”?"
    assert all(text.endswith("?") for text in texts)


def test_nothing_is_made_of_nothing() -> None:
    assert plain_openers([], FACTS) == []
    assert plain_questions([], FACTS) == []


@pytest.mark.parametrize(
    ("slot", "owner", "what", "expected"),
    [
        (
            "keep",
            "I owe Ana Ruiz",
            "Send you the list of pumps (by 2026-03-09)",
            "I have not forgotten my promise to send you the list",
        ),
        ("thanks", "Ana Ruiz owes me", "introduce me to Amara", "I am glad that you offered to introduce me to Amara"),
    ],
)
def test_a_promise_keeps_its_direction(slot: str, owner: str, what: str, expected: str) -> None:
    record = Evidence(label="C1", source_id="c", kind=Kind.COMMITMENT, text=f"{owner}: {what}", score=1)
    line = plain_promise(Angle(slot, what, ("C1",)), [record], FACTS)
    assert line is not None
    assert line.text.startswith(expected)
    assert "2026" not in line.text
    assert not line.flagged


def test_a_promise_that_is_no_action_is_left_to_the_model() -> None:
    assert plain_promise(Angle("keep", "the slides", ("C1",)), [], FACTS) is None


def test_a_slip_into_another_script_is_seen_and_a_name_in_it_is_not() -> None:
    assert strays_into_another_script("You value 忠诚 and care.", [PROFILE])
    arabic = PROFILE.model_copy(update={"text": "محمد runs it."})
    assert not strays_into_another_script("I met محمد again.", [arabic])
