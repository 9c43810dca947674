"""Planned told as done."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import checked

PLANNED = [
    # (note, what must pass, what must be found)
    ("The big kiln isn't running yet.", "I hope the big kiln runs soon.", "Good that the big kiln is already running."),
    (
        "Stall applications open in September.",
        "Do stall applications open in September?",
        "I hear that stall applications are open already.",
    ),
    (
        "Her glaze trial ends 30 August.",
        "How is your glaze trial going?",
        "How did your glaze trial go, now that it has ended?",
    ),
    ("Porters for the fair: still nobody found.", "Have you found porters?", "Good that the porters are sorted."),
    (
        "Has to talk to her landlord first.",
        "What does your landlord say?",
        "Now that your landlord has agreed, we can begin.",
    ),
    (
        "The barrels are ready from 27 July.",
        "Noted that the barrels are ready from 27 July.",
        "Good that the barrels are already here.",
    ),
]


@pytest.mark.parametrize(("told", "right", "wrong"), PLANNED)
def test_what_is_still_to_come_is_not_told_as_so(told: str, right: str, wrong: str) -> None:
    note = f"Met Ann Lee. {told}"
    assert not checked(wrong, note).passed, checked(wrong, note)
    assert checked(right, note).passed, checked(right, note)


def test_regret_over_the_others_deed_takes_it_for_real() -> None:
    note = "Met Ann Lee. She passed the glaze exam in June."
    assert not checked("A pity that you failed the glaze exam in June.", note).passed
    assert checked("Good that you passed the glaze exam in June.", note).passed


def test_a_meeting_falls_on_a_day_on_which_the_two_met() -> None:
    together = {"text": "Coffee with Ann Lee, she makes stools.", "at": "2025-06-20"}
    later = {"text": "The hall is free in August, says Tom Berg.", "at": "2025-07-09"}
    assert not checked("It was good to meet you last week.", together, later).passed
    assert checked("It was good to meet you last week.", together | {"at": "2025-07-09"}, later).passed
    assert not checked("It was good to meet you last week.", together | {"at": "2025-07-14"}, later).passed


SAID_OTHERWISE = [
    # (note, what must pass, what must be found)
    (
        "The hard part is not the firing, she said.",
        "You said that the glazing is harder than the firing.",
        "You said that the firing is the hard part.",
    ),
    ("No lead in any glaze.", "I like that you keep lead out of every glaze.", "I like the lead in your glazes."),
    ("Tom Berg asked about the glaze report.", "The report Tom asked about isn't here yet.", ""),
    ("We had never met before, coffee together.", "It was good to meet you over a coffee.", ""),
]


@pytest.mark.parametrize(("told", "right", "wrong"), SAID_OTHERWISE)
def test_the_notes_denial_in_other_words_is_let_pass(told: str, right: str, wrong: str) -> None:
    note = f"Met Ann Lee, potter. {told}"
    assert checked(right, note).passed, checked(right, note)
    assert not wrong or not checked(wrong, note).passed
