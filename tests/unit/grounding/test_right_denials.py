"""Denials told in other words, and denials that say nothing against what the draft tells."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, Note, letter, marked

OWED = {"kind": "commitment", "text": "I owe Ann: her ladder", "at": None}


FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, "Ann won't use oxalic acid again - burned her hands"),
        "You've sworn off oxalic acid, and after what it did to your hands I don't blame you.",
        "You use oxalic acid again.",
    ),
    (
        (ANN, "Ann doesn't sell to dealers, only at markets"),
        "You turn dealers away and sell at markets.",
        "You sell to dealers.",
    ),
    (
        (ANN, "Ann not moving to Oulu after all, too expensive"),
        "You thought better of Oulu.",
        "I'm glad that you are moving to Oulu.",
    ),
    (
        (ANN, letter("The tar recipe isn't a secret, you may share it.")),
        "Thanks for letting me pass on the tar recipe.",
        "The tar recipe is a secret.",
    ),
    (
        (ANN, "we don't have a piano in the chapel, only a harmonium"),
        "The chapel has to make do with a harmonium.",
        "We have a piano in the chapel.",
    ),
    (
        (ANN, letter("I have not sold the blue boat.")),
        "You've kept the blue boat, quite rightly.",
        "You sold the blue boat.",
    ),
    (
        (ANN, OWED, letter("I won't need the ladder back before Sunday.")),
        "You can have the ladder back on Sunday.",
        "You need the ladder back now.",
    ),
    (
        (ANN, letter("No bonfires before November please.")),
        "I'll keep my bonfire for November.",
        "You have bonfires before November.",
    ),
    (
        (ANN, "Ann's fair not sold out - 40 of 120 seats left. no grant from the city"),
        "There are still 40 seats to be had for your fair.",
        "I was pleased to hear that the city gave you the grant.",
    ),
    (
        (ANN, letter("The workshop on the 3rd is not cancelled, just moved to a smaller room.")),
        "The workshop will go ahead in a smaller room.",
        "The workshop on the 3rd is cancelled.",
    ),
    (
        (ANN, "shed roof not finished. Phil hurt his back"),
        "The roof is still unfinished because Phil hurt his back.",
        "I'm glad that the shed roof is finished.",
    ),
    (
        (ANN, "Ann opposes ear cropping"),
        "Ear cropping is something neither of us would ever do.",
        "You are in favour of ear cropping.",
    ),
    (
        (ANN, "Ann afraid of the new crane (touch display)"),
        "The touch display on the new crane still frightens you.",
        "You love the new crane.",
    ),
    (
        (ANN, "Ann afraid of the new crane"),
        "One day you won't be afraid of that crane any more.",
        "You aren't afraid of that crane.",
    ),
    (
        (ANN, letter("I'm not offended about the burnt loaf, really.")),
        "You forgave me the burnt loaf.",
        "You were offended about the burnt loaf.",
    ),
    (
        (ANN, "Ann's apprentice Silje won bronze at the regionals"),
        "How lovely that your apprentice came home with a medal.",
        "Congratulations on the scholarship of your apprentice!",
    ),
    (
        (ANN, letter("We can't use the crane, the motor is dead.")),
        "What a nuisance about the motor.",
        "It's great that the motor is running again.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_what_is_right_passes_and_what_is_wrong_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes)
    assert marked(wrong, *notes)
