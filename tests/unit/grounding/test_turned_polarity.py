"""One word for its opposite in a phrase of the notes, what is denied outright, and what is due before it is told."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, OWED, Note, letter, marked

FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, "I heard Ann's choir in the chapel on Friday evening."),
        "Your choir in the chapel on Friday evening is still in my ears.",
        "Your choir in the chapel on Friday morning is still in my ears.",
    ),
    (
        (ANN, "Talked to Ann after her session on tar."),
        "It was good to talk to you after your session on tar.",
        "It was good to talk to you before your session on tar.",
    ),
    (
        (ANN, letter("I can't tell you anything before the vote of our board.")),
        "You'll tell me more after the vote of your board.",
        "You can tell me more before the vote of your board.",
    ),
    (
        (ANN, "Ann says that the first plank warps most."),
        "You said that the first plank warps most.",
        "You said that the last plank warps most.",
    ),
    (
        (ANN, "Ann builds her oars from old masts."),
        "Oars from old masts are such a good idea.",
        "Oars from new masts are such a good idea.",
    ),
    (
        (ANN, letter("Lodging is free.")),
        "It's kind that lodging is free.",
        "It's kind that lodging is paid.",
    ),
    (
        (ANN, "lost 2 hulls to rot last winter, Ann says"),
        "I was sorry to hear about the two hulls you lost to rot last winter.",
        "I was sorry to hear about the two hulls you won to rot last winter.",
    ),
    (
        (ANN, "Ann's mother wove the sail of the yawl."),
        "Your mother wove the sail of the yawl.",
        "Your father wove the sail of the yawl.",
    ),
    (
        (ANN, "Missed Ann's talk, my train was late."),
        "I missed your talk because my train was late.",
        "I missed your talk because my train was early.",
    ),
    (
        (ANN, "Missed Ann's talk, my train was late."),
        "I missed your talk because of the train.",
        "I missed your talk because my train was not late.",
    ),
    (
        (ANN, "Ann runs a ropewalk. Her knee is better."),
        "It's good that you run a ropewalk.",
        "I know that you don't run a ropewalk.",
    ),
    (
        (ANN, "The varnish on Ann's yawl has cracked again."),
        "The varnish on your yawl has cracked again.",
        "The varnish on your yawl hasn't cracked again.",
    ),
    (
        (ANN, OWED),
        "You'll have the draft of chapter 2 on or before 11 August.",
        "You'll have the draft of chapter 2 after 11 August.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_what_is_right_passes_and_what_is_wrong_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes)
    assert marked(wrong, *notes)


@pytest.mark.parametrize(
    ("note", "draft"),
    [
        ("Ann learned to caulk at 29 while working in a sawmill.", "You taught yourself to caulk at 29 in a sawmill."),
        ("The road to Turku harbour is closed again.", "I hope the road to Turku harbour opens soon."),
        ("Ann spent her first winter on the ice of Kvarken in 1998.", "Nobody was on the ice of Kvarken last winter."),
        ("Ann's old shed burnt down, the new shed is in Kotka.", "Your new shed in Kotka must be a joy."),
        ("Ann sells her tar to Café Atlas.", "Café Atlas buys your tar, doesn't it?"),
    ],
)
def test_an_opposite_that_takes_nothing_back(note: str, draft: str) -> None:
    assert not marked(draft, ANN, note)
