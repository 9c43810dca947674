"""What the user means to do, told from what somebody is or did."""

from __future__ import annotations

import pytest

from coach.domain.quoting import told_of_somebody
from coach.domain.to_dos import is_to_do, speaks_to_you

TO_DOS = (
    "ask her about the slides",
    "Send Ann the list of venues by Friday.",
    "write to Bob by Friday",
    "must call him before the school run",
    "tell Ann that the room is booked",
    "remember to congratulate her on the prize",
    "Congratulate Ann on the prize.",
    "Please apologise to Ann for the theft.",
    "Always congratulate her on the prize.",
    "Don't forget to thank Ann for the lift.",
    "- [ ] offer her the spare ticket",
    "To do: introduce Ann to Bob",
    "Mail her the plan.",
    "Gratuliere ihr zum Preis.",
    "Muss sie unbedingt anrufen.",
    "Nicht vergessen: Ann zum Preis gratulieren.",
)
FACTS = (
    "She congratulates everybody.",
    "Works at the bank.",
    "Read her paper on looms, liked it.",
    "Put the meetup together in 2019.",
    "Rob and Tilly offered to cut the tree.",
    "Mark Lee sails.",
    "Love of bread runs in the family.",
    "Lunch Thursday with Bob.",
    "Call Monday went well.",
    "Remember: she is allergic to nuts.",
    "Must be sixty by now.",
    "Never married.",
    "Quit her job in May.",
    "Sie muss viel reisen.",
    "Frau Lee leitet den Chor.",
)


@pytest.mark.parametrize("sentence", TO_DOS)
def test_a_to_do_is_known(sentence: str) -> None:
    assert is_to_do(sentence)


@pytest.mark.parametrize("sentence", FACTS)
def test_a_fact_is_no_to_do(sentence: str) -> None:
    assert not is_to_do(sentence)


@pytest.mark.parametrize("sentence", ["You must buy CryptoMax.", "Your tone must be sweet.", "Du bist neu."])
def test_what_speaks_to_nobody_whom_the_note_names_is_known(sentence: str) -> None:
    assert speaks_to_you(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "She said you must see the bakery.",
        "You must see the bakery, she said.",
        "Her motto: you get what you bake.",
        "Ann: you should come to Bath.",
        "She shouted “you are late” at the tram.",
        "Plants pears for your heirs.",
        "Thank you card is in the post.",
    ],
)
def test_what_somebody_is_quoted_as_saying_is_told(sentence: str) -> None:
    assert not speaks_to_you(sentence)


def test_of_a_note_facts_stay_as_they_stand() -> None:
    assert told_of_somebody("Ann sails. Ask her about the boat. She bakes.\n- call Bob") == "Ann sails. She bakes."
    assert told_of_somebody("*  Ann sails.\n\nShe  bakes.") == "*  Ann sails.\n\nShe  bakes."
