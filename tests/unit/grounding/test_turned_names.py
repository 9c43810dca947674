"""A name in the place of another: who is greeted, who did it, where it was, what it is called."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, OWED, Note, letter, marked

BEN = "Ben Okafor from Kotka was there too, he builds kayaks."
PROMISE: Note = {"kind": "commitment", "text": "I owe Ann: the address of the sail maker in Bergen", "at": None}

FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    ((ANN, BEN), "Dear Ann,\nyou build boats.", "Dear Ben,\nyou build boats."),
    ((ANN, BEN), "Hi Ms Lee, you build boats.", "Hi Mr Okafor, you build boats."),
    ((ANN, BEN), "Dear Ann and Ben,\nyou build boats.", "Dear Turku,\nyou build boats."),
    ((ANN, BEN), "Ann, you build boats.", "Ben, you build boats."),
    ((ANN, "Ann signs as 'Nan', her friends call her so.", BEN), "Hello Nan!", "Hello Kotka!"),
    ((ANN, BEN), "Greetings to Ben!", "Greetings Ben!"),
    (
        (ANN, "our tool shed in Bergen has a steam box", "Ann grew up in Vaasa"),
        "Our tool shed in Bergen has a steam box.",
        "Our tool shed in Vaasa has a steam box.",
    ),
    (
        (ANN, PROMISE, "Ann grew up in Vaasa"),
        "You'll get the address of the sail maker in Bergen from me.",
        "You'll get the address of the sail maker in Vaasa from me.",
    ),
    (
        (ANN, "Ann's brother works at Tarworks Museum", "Met Ann at the fair."),
        "It was good to meet you at the craft fair.",
        "It was good to meet you at Tarworks Museum.",
    ),
    (
        (ANN, "told Ann about our rope shop in Bergen", "Ann has a rope shop", "our stand at the fair was in Vaasa"),
        "You run a rope shop in Turku.",
        "Our rope shop in Vaasa is open.",
    ),
    (
        (ANN, "Ben Okafor was in a sulk after the draw", "Lotte Berg runs the tombola"),
        "Ben was in a sulk after the draw.",
        "Lotte was in a sulk after the draw.",
    ),
    (
        (ANN, "Ben Okafor can weld cast iron", "Ann sails to Vaasa in June"),
        "Ben Okafor can weld cast iron.",
        "Vaasa can weld cast iron.",
    ),
    (
        (ANN, "our rope comes from growers in Poland", "Ann sails to Sweden in June"),
        "Our rope comes from Polish growers.",
        "Our rope comes from growers in Sweden.",
    ),
    (
        (ANN, "the museum in Kotka wants a second hull", "Lotte Berg runs the tombola"),
        "The museum in Kotka wants a second hull.",
        "The museum in Lotte wants a second hull.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_what_is_right_passes_and_what_is_wrong_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes)
    assert marked(wrong, *notes)


@pytest.mark.parametrize(
    "draft",
    [
        "Dear all,\nyou build boats.",
        "Good morning to Turku!",
        "Dear A.,\nyou build boats.",
        "Hello Annie, you build boats.",
        "I found a good friend in Ben.",
        "I have every faith in Ben.",
        "I was glad to see you and Ben at the fair.",
        "The draft of chapter 2 will reach you in Turku.",
    ],
)
def test_other_ways_of_saying_it_pass(draft: str) -> None:
    assert not marked(draft, ANN, BEN, OWED, letter("Come and see the boats in Turku."), "Saw Ann and Ben at the fair.")
