"""Words put in the wrong mouth: quotations, advice, letters, and whoever is thanked for a deed."""

from __future__ import annotations

import pytest

from coach.domain.grounding import CheckReport, check_draft
from tests.unit.grounding.glass_fair import BRIEF, notes

KILN = 'Ines Marlow cuts glass. Olaf Brandvik shrugged: "the kiln forgives nobody".'
GUARD = "Talked to Ines Marlow and Olaf Brandvik. Olaf: teach the night porter. Ines: buy thicker gloves."
LETTER = {
    "label": "M1",
    "kind": "message",
    "text": "Hi Tom, whoever rushes a vase owns a dustpan. You said the lamp was crooked.",
    "author": "Ines Marlow",
    "at": "2025-04-09",
}


def checked(draft: str, *texts: str) -> CheckReport:
    return check_draft(draft, [*notes(*texts), LETTER], BRIEF)


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        (KILN, 'As you put it so well: "the kiln forgives nobody".'),
        (KILN, "I keep thinking of your line that the kiln forgives nobody."),
        (GUARD, "I like your advice to teach the night porter."),
        (GUARD, "Olaf's tip to buy thicker gloves is a good one."),
        (GUARD, "You explained to us that the night porter should be taught, so I'll ask him."),
        (GUARD, "As I always tell my team, whoever rushes a vase owns a dustpan."),
    ],
)
def test_words_in_the_wrong_mouth_are_caught(note: str, wrong: str) -> None:
    assert not checked(f"Dear Ines, I hope you are well. {wrong}", note).passed


@pytest.mark.parametrize(
    ("note", "right"),
    [
        (KILN, 'As Olaf put it so well: "the kiln forgives nobody".'),
        (GUARD, "I like Olaf's advice to teach the night porter."),
        (GUARD, "Your tip to buy thicker gloves is a good one."),
        (GUARD, "As you put it, whoever rushes a vase owns a dustpan."),
        (GUARD, "The lamp was crooked, as I said."),
    ],
)
def test_words_of_their_own_pass(note: str, right: str) -> None:
    report = checked(f"Dear Ines, I hope you are well. {right}", note)
    assert report.passed, [(part.text, part.reason) for part in report.sentences]


def test_a_short_profile_of_foreign_names_leaves_the_notes_readable() -> None:
    profile = {"label": "P1", "kind": "person", "text": "Ines Marlow - cutter, Verreries de La Plaine, Le Locle"}
    note = {
        "label": "N1",
        "kind": "note",
        "text": "Ines Marlow cuts glass. Olaf Brandvik keeps bees.",
        "at": "2025-04-08",
    }
    assert not check_draft("Dear Ines, I like it that you keep bees.", [profile, note], BRIEF).passed
    assert check_draft("Dear Ines, I like it that you cut glass.", [profile, note], BRIEF).passed
