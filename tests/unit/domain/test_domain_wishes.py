"""What a wish asks for, read by rule."""

from __future__ import annotations

import pytest

from coach.domain.wishes import read_wish, wants_less_formal


@pytest.mark.parametrize(
    ("wish", "actions"),
    [
        ("shorter", ["shorter"]),
        ("kürzer", ["shorter"]),
        ("Less formal", ["tone"]),
        ("more formal, please", ["tone"]),
        ("mention the slides", ["add"]),
        ("mention the slides and the video", ["add"]),
        ("shorter and mention the slides", ["add", "shorter"]),
        ("don't mention the flood", ["leave_out"]),
        ("in German", ["language"]),
        ("ask for a short call", ["call"]),
        ("ask for a short call next week", ["add"]),
        ("make it more direct", ["reword"]),
    ],
)
def test_a_wish_becomes_steps_and_cutting_comes_last(wish: str, actions: list[str]) -> None:
    assert [step.action for step in read_wish(wish)] == actions


def test_a_step_knows_its_tone_its_language_and_what_to_leave_out() -> None:
    assert [read_wish(wish)[0].value for wish in ("not so formal", "more formal", "plainer", "auf Deutsch")] == [
        "warm",
        "formal",
        "plain",
        "de",
    ]
    assert read_wish("leave out the flood")[0].value == "the flood"


@pytest.mark.parametrize(
    "wish",
    [
        "less formal",
        "make it less formal, please",
        "more casual",
        "weniger förmlich",
        "lockerer",
        "mach es etwas lockerer",
        "too formal",
        "zu förmlich",
        "nicht so steif",
        "informeller",
        "etwas legerer",
        "ungezwungener",
        "more laid-back",
        "a more relaxed tone",
    ],
)
def test_less_formal_is_understood_in_many_words(wish: str) -> None:
    assert [(step.action, step.value) for step in read_wish(wish)] == [("tone", "warm")]
    assert wants_less_formal(read_wish(wish)[0])


@pytest.mark.parametrize(
    "wish", ["more formal", "förmlicher", "less casual", "too casual", "zu locker", "weniger locker"]
)
def test_more_formal_is_not_taken_for_less(wish: str) -> None:
    assert [(step.action, step.value) for step in read_wish(wish)] == [("tone", "formal")]
    assert not wants_less_formal(read_wish(wish)[0])


def test_warmth_alone_asks_for_no_everyday_words() -> None:
    assert read_wish("warmer")[0].value == "warm"
    assert not wants_less_formal(read_wish("warmer")[0])
