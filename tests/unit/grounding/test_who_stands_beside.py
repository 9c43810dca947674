"""Whom a clause is about: somebody named beside their kin, the he of a letter, what is cut short; and a few days."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import OWED, Note, letter, marked

MET = "Met Ann at the fair."

BESIDE_THEIR_KIN = [
    (
        ("Maite Ormaza, my old colleague at Haizea Data in Bilbao, works on wind.", MET),
        "Maite Ormaza works on wind.",
        "You work on wind.",
    ),
    (("Tom, Ann's brother, works at Nordlys.",), "Tom works at Nordlys.", "You work at Nordlys."),
    (("Ann came with Tom, her brother, who works at Nordlys.",), "Tom works at Nordlys.", "You work at Nordlys."),
    (("Priya (Ann's boss) hates slides.",), "Priya hates slides.", "You hate slides."),
]
CALLED_LIKE_A_TOWN = [
    (
        ("Sofia Lindqvist from Nordlys runs our training. She is looking for a speaker.", MET),
        "Sofia is looking for a speaker.",
        "You are looking for a speaker.",
    ),
    (("Florence Adeyemi is a vet. Ann is a potter.",), "Florence Adeyemi is a vet.", "You are a vet."),
]
WHOSE = [
    (
        ("I told Ann about the clinic that I run in Cork.",),
        "I run a clinic in Cork.",
        "I often think of the clinic that you run in Cork.",
    ),
    (
        ("Heard Ann's talk. Did not get to speak with Ann. Spoke with Bo afterwards.",),
        "I heard your talk.",
        "Thank you for our chat after the talk.",
    ),
]
CUT_SHORT = [
    (("The licence is open, the code isn't.", MET), "The licence is open.", "It's great that the code is open."),
    (("Ann likes Rust, her boss doesn't.",), "You like Rust.", "Your boss likes Rust."),
    (("Ann likes Rust, her boss doesn't.",), "Your boss doesn't like Rust.", "You don't like Rust."),
]
DAYS = [
    (("Ann owes me the list by 5 December 2024.",), "The 5th of December is fine.", "The 15th of December is fine."),
    (
        ("Ann's oldest tree was planted in 1924.",),
        "Your tree was planted a century ago.",
        "It stands since a decade ago.",
    ),
]


@pytest.mark.parametrize(
    ("notes", "right", "wrong"), [*BESIDE_THEIR_KIN, *CALLED_LIKE_A_TOWN, *WHOSE, *CUT_SHORT, *DAYS]
)
def test_the_right_one_passes_and_the_wrong_one_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes), right
    assert marked(wrong, *notes), wrong


def test_whoever_writes_a_letter_is_never_he_in_it() -> None:
    hers = letter("My supervisor Hidde says yes. He thinks the microphones matter more than the model. I don't agree!")
    assert marked("I like your view that the microphones matter more than the model.", MET, hers)


def test_who_owes_something_has_met() -> None:
    assert not marked("It was good to meet you.", OWED)
