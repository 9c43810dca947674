"""A goal as one says it aloud: its heart in few words, or nothing."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.aims import aim_of, aim_with_reason, gift_in, reasons_for_writing
from coach.drafting.goal_questions import questions_in_goal
from coach.drafting.heart_of_goals import HEART, heart_of
from coach.drafting.plain_lines import aim_opener

LONG = (
    "find two or three design partners for our hospital rota tool, ideally people who run shifts at night, and maybe "
    "someone who knows how to sell to hospitals without losing their mind 😅🏥"
)
PARTNERS = "find two or three design partners for our hospital rota tool"


@pytest.mark.parametrize(
    ("typed", "heart"),
    [
        (LONG, PARTNERS),
        (f"I want to {LONG}", PARTNERS),
        (f"I'd like to {PARTNERS} (ideally night shifts!!)", PARTNERS),
        (f"we're hoping to {PARTNERS} - preferably big ones - and a pint :)", PARTNERS),
        ("Looking for someone who can teach me Rust 🦀", "find someone who can teach me Rust"),
        ("talk to ppl w/ blind users & find testers", "talk to people with blind users and find testers"),
        (
            "learn how small museums and archives in the countryside manage to keep their volunteers for more than a "
            "single season even though there is hardly any money and nobody under sixty",
            "learn how small museums and archives in the countryside manage to keep their volunteers",
        ),
        (
            "zwei Pilotkliniken finden, am liebsten mit Nachtschichten, und vielleicht Geld 💶",
            "zwei Pilotkliniken finden",
        ),
        ("learn how small museums keep volunteers", "learn how small museums keep volunteers"),
        ("meet people who mostly work at night", "meet people who mostly work at night"),
        ("find a plus-size model", "find a plus-size model"),
    ],
)
def test_the_heart_of_a_goal_is_what_is_said(typed: str, heart: str) -> None:
    assert heart_of(typed) == heart


def test_what_nothing_short_says_is_left_out() -> None:
    endless = "find " + "very " * HEART + "big farms"
    assert heart_of(endless) == ""
    assert aim_of(endless) == ""
    assert reasons_for_writing(endless) == []


@pytest.mark.parametrize("goal", [LONG, f"I want to {LONG}.", f"{LONG}. Why: We ship in May 🚀."])
def test_openers_and_letters_hold_no_long_goal_and_no_emoji(goal: str) -> None:
    evidence = [Evidence(label="G1", source_id="g", kind=Kind.GOAL, text=goal)]
    said = [line.text for line in aim_opener(evidence, {"person": "Noor"}, 1, "Noor")]
    said += [aim_of(goal), aim_with_reason(goal), *reasons_for_writing(goal, asking=True)]
    assert all(said)
    for text in said:
        assert "design partners" in text
        assert not {"ideally", "maybe", "😅", "🏥", "🚀"} & set(text.replace("😅🏥", "😅 🏥").split())
        assert len(text.split()) <= HEART + 20


def test_an_offer_and_a_question_out_of_a_goal_hold_no_emoji() -> None:
    assert gift_in("meet beginners. I can teach Python 🐍") == "teach Python"
    assert questions_in_goal("learn how others keep volunteers 🙏") == ["How do you keep volunteers?"]
