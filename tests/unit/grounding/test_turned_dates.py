"""Days changed in one word: what comes later than it is due, moments of another weekday, things set on another day."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, OWED, Note, letter, marked

ASH: Note = {"kind": "commitment", "text": "I owe Ann: two bags of rice husk ash (by 2025-07-18)", "at": None}
GOAL: Note = {"kind": "goal", "text": "Finish the sail loft for an open house in October", "at": None}
MET = "Met Ann at the tar stall, she caulks with flax"

FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    # a promised thing that comes later than it is due
    ((ANN, ASH), "The rice husk ash will be with you by Friday.", "The rice husk ash will be with you by Sunday."),
    ((ANN, ASH), "The bags of ash will follow on Friday.", "The bags of ash will follow on Saturday."),
    (
        (ANN, OWED),
        "My draft of chapter 2 will reach you by 11 August, well before September.",
        "My draft of chapter 2 will reach you by 11 November.",
    ),
    (
        (ANN, OWED),
        "You'll hear from me about the draft of chapter 2 by 11 August.",
        "You'll hear from me about the draft of chapter 2 by 20 August.",
    ),
    (
        (ANN, OWED),
        "I haven't forgotten chapter 2. It will be with you by 11 August.",
        "I haven't forgotten chapter 2. It will be with you by 18 August.",
    ),
    # a shared moment of another weekday
    ((ANN, MET), "It was good to meet you on Thursday.", "It was good to meet you on Saturday."),
    (
        (ANN, MET, letter("I leave for Kotka in the evening.")),
        "Thank you for the chat at your stall last Thursday.",
        "Thank you for the chat at your stall on Monday.",
    ),
    (
        (ANN, MET, letter("I leave for Kotka in the evening.")),
        "Thank you for Monday's message.",
        "Thank you for Saturday's message.",
    ),
    ((ANN, MET, ASH), "I enjoyed our talk on Thursday.", "I enjoyed our talk on Friday."),
    # the tense says which one is meant
    (
        (ANN, "Ann gave me tar for my planks", letter("I rehearse on Sunday.")),
        "You gave me tar on Thursday.",
        "You gave me tar on Saturday.",
    ),
    # one of every week
    (
        (ANN, "Ann teaches caulking on Tuesday evenings"),
        "You teach caulking on Tuesday evenings.",
        "You teach caulking on Thursday evenings.",
    ),
    # a thing set on a day that the notes have nowhere
    (
        (ANN, GOAL),
        "I'd like to finish the sail loft for an open house in October.",
        "I'd like to finish the sail loft for an open house in January.",
    ),
    (
        (ANN, letter("The boiler of the tug will be tested under steam on 14 August.")),
        "I'd be delighted to hear how the steam test of the boiler on 14 August goes.",
        "I'd be delighted to hear how the steam test of the boiler on 21 August goes.",
    ),
    # a noted doing on another weekday
    (
        (ANN, "had supper with Beatriz from the sail loft on Sunday"),
        "On Sunday I had supper with Beatriz from the sail loft.",
        "On Tuesday I had supper with Beatriz from the sail loft.",
    ),
    # a weekday that does not go with its date
    (
        (ANN, letter("Our open day is on 26 July, from 2 to 5 pm.")),
        "Got it, Saturday 26 July from two.",
        "Got it, Monday 26 July from two.",
    ),
    (
        (ANN, letter("Come on Thursday 24 July, mornings only.")),
        "See you on Thursday the 24th.",
        "See you on Saturday the 24th.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_days_are_held_against_the_notes(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes)
    assert marked(wrong, *notes)


PASSING = [
    # a day put forward, what is said to come late, and a bound that is left open
    ((ANN, ASH), "I'm afraid the ash will be with you a little late, on Monday."),
    ((ANN, ASH), "I hope to bring the bags before the month is out."),
    ((ANN, GOAL), "Perhaps we could open the sail loft in November instead?"),
    ((ANN, GOAL), "Would you like to see the sail loft in September?"),
    ((ANN, MET, letter("See you on Saturday!")), "I look forward to meeting you on Saturday."),
]


@pytest.mark.parametrize(("notes", "right"), PASSING)
def test_days_that_are_free_pass(notes: tuple[Note, ...], right: str) -> None:
    assert not marked(right, *notes)
