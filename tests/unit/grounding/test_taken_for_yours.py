"""`your move to Bergen`, where the notes tell of another's move: caught in wishes, guesses and questions too."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import checked

NOTES = [
    (
        "Met Ann Lee. Tom Berg, hydrographer, moves to Bergen in August.",
        "I wish you all the best with your move to Bergen in August.",
        "I wish Tom Berg all the best with the move to Bergen in August.",
    ),
    (
        "Ann Lee runs a ward. Her colleague Tom, physio, leads a balance class on Mondays.",
        "Could I come to your balance class one day?",
        "Could I come to Tom's balance class one day?",
    ),
    (
        "Ann Lee talks to customers. She knows Pia Vikander, who used to work at Monzo.",
        "I imagine your years at Monzo shaped your work.",
        "I imagine Pia Vikander's years at Monzo shaped her work.",
    ),
    (
        "Ann Lee keeps bees. Tom Berg bakes rye bread for the market.",
        "I'd love to see your bees at work.",
        "I'd love to taste Tom's rye bread.",
    ),
]


@pytest.mark.parametrize(("note", "wrong", "right"), NOTES[:3])
def test_what_is_told_of_another_is_not_yours(note: str, wrong: str, right: str) -> None:
    assert not checked(wrong, note).passed


@pytest.mark.parametrize(("note", "wrong", "right"), NOTES)
def test_the_same_said_of_the_other_passes(note: str, wrong: str, right: str) -> None:
    report = checked(right, note)
    assert report.passed, [(part.text, part.reason) for part in report.sentences]


def test_what_is_the_readers_own_passes() -> None:
    assert checked(NOTES[3][1], NOTES[3][0]).passed
