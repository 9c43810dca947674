"""Notes in haste and what drafts make of them: short forms, company, what is denied beside, and who is reported."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import checked

READ = [
    (
        "Ann L, potter. fired the kiln w/ Ann at dawn, w/o gloves.",
        "It was good to glaze the bowls with you at the market.",
        "It was good to fire the kiln with you at dawn.",
    ),
    (
        "Ann is a potter. So painted tiles with her in the yard.",
        "You and I carved spoons in the yard.",
        "You and I painted tiles in the yard.",
    ),
    (
        "Went to the harbour with Ann. Tom Berg reckons she was brilliant on lime mortar.",
        "Tom tells me that you gave up lime mortar.",
        "Tom tells me how brilliant you were on lime mortar.",
    ),
    (
        "Ann sold the old loom, not the spinning wheel.",
        "How is your loom?",
        "I'm glad that you still have the spinning wheel.",
    ),
    (
        "Ann hasn't asked the bank about the loan, the bank is closed till August.",
        "So you have asked the bank about the loan.",
        "There's no hurry with the loan, since the bank is closed and hasn't been asked.",
    ),
    (
        "Ann can't lend out the pattern.",
        "Thank you for lending me the pattern.",
        "I understand that you have to keep the pattern to yourself.",
    ),
    (
        "Ann can do the course in June, not in May, she moves her shop.",
        "I look forward to your course in May.",
        "Good luck with moving your shop in May.",
    ),
    (
        "Ann hates power looms in a studio.",
        "It's good that you love power looms in a studio.",
        "I know what you think of power looms in a studio.",
    ),
]


@pytest.mark.parametrize(("note", "wrong", "right"), READ)
def test_what_a_hasty_note_says_is_held_and_its_contrary_is_not(note: str, wrong: str, right: str) -> None:
    assert not checked(wrong, note).passed, checked(wrong, note)
    assert checked(right, note).passed, checked(right, note)


@pytest.mark.parametrize(
    "draft",
    [
        "What bad luck about the grant from Lund.",
        "Say hello to Olaf, and tell him the boat is safe from me.",
        "I'm crossing my fingers that the grant from Lund comes after all.",
        "Is English fine, or shall we look for a translator?",
        "If Lund stays silent, I can give Olaf a nudge.",
    ],
)
def test_messages_regret_and_small_favours_are_no_claims(draft: str) -> None:
    note = "Ann didn't get the grant from Lund. Her friend Olaf didn't say why, he has a boat."
    assert checked(draft, note).passed, checked(draft, note)


def test_what_the_reader_wrote_of_her_kin_may_be_taken_up() -> None:
    letter = {"kind": "message", "author": "Ann Lee", "text": "Sam, my son will post the felt, but only grey."}
    assert checked("Grey felt will do very well.", letter).passed
    assert not checked("Your felt factory will do very well.", letter).passed


def test_a_first_name_in_two_parts_may_be_two_letters() -> None:
    note = {"kind": "person", "text": "Lin Mei-Hua - weaver, Tainan"}
    assert checked("Mei-Hua mended the loom.", note, "M-H mended the loom.").passed
    assert not checked("You mended the loom.", note, "M-H mended the loom.").passed
