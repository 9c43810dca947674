"""Ordinary letters after a fair: lengths and counts, several dates at once, notes on oneself, what is off, offers."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, LIST, OWED, Note, letter, marked

FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, "Ann seasons her larch 18 months min, laughed at the idea of 3", letter("I'll tell you in November.")),
        "You season your larch for at least eighteen months.",
        "You season your larch for at least eight months.",
    ),
    (
        (ANN, "Ann's talk: planks dried in a kiln at 40 degrees; three glues compared."),
        "You compared three glues in a kiln at 40 degrees.",
        "You dried planks in a kiln at 40 degrees for three hours.",
    ),
    (
        (ANN, "Ann stays eleven days. teaches kids on sundays, 30 of them"),
        "You teach thirty kids on Sundays.",
        "You teach thirteen pupils on Sundays.",
    ),
    (
        (ANN, "asked Ann about the leak: bad seam"),
        "Give me five minutes and I'll find the bad seam.",
        "You had the leak mended in eleven minutes.",
    ),
    (
        (ANN, "Ann's workshop on Saturday: 14:00-15:30, hall 2"),
        "Ninety minutes in your workshop went by quickly.",
        "The forty minutes in your workshop went by quickly.",
    ),
    (
        (ANN, "Ann has no log data from Nov 2024 to Feb 2025"),
        "You lack about four months of log data.",
        "You lack about fifteen months of log data.",
    ),
    (
        (ANN, letter("I can't host you in August, the slip is closed. In October maybe, I'll tell you in September.")),
        "A shame about the closed slip in August, so I'll wait for your word in September about October.",
        "A shame about the closed slip in December, so I'll wait for your word in September.",
    ),
    (
        (ANN, "our tar ballot opened 9 july, closes 27 july"),
        "The ballot here closes on the 27th.",
        "The ballot here opened on 27 July.",
    ),
    (
        (ANN, "Ann's yard: sold 9 boats, repaired 29"),
        "Your yard repaired 29 boats.",
        "Your yard sold 29 boats.",
    ),
    (
        (ANN, letter("I arrive in Turku on 3 November and leave on the 14th.")),
        "You leave on 14 November.",
        "You arrive on 14 November.",
    ),
    (
        (ANN, "our tar ballot opened 9 july, closes 30 july"),
        "The ballot closes tomorrow fortnight.",
        "The ballot closes tomorrow week.",
    ),
    (
        (ANN, "me = carpenter, own shed in Ekenäs. writing a handbook on knots, draft in may"),
        "The draft of my handbook on knots should be there in May.",
        "It's kind that you lent me your handbook on knots.",
    ),
    (
        (ANN, OWED, letter("I can read your chapter 2, but not before 14 August.")),
        "I'll send the chapter by 11 August, as I promised.",
        "You promised to send me the draft of chapter 2.",
    ),
    (
        (ANN, LIST, "met Ann at her stand"),
        "Once I have your list of dealers, by the 30th as agreed, I'll pass it round.",
        "As I promised, I'll send you the list of rope dealers.",
    ),
    (
        (ANN, "Ann not going to Kotka this yr"),
        "I understand that Kotka is off for you this year.",
        "I hear that you are going to Kotka this year.",
    ),
    (
        (ANN, letter("Motion 7 passed by 11. Motion 9 was withdrawn.")),
        "A pity that motion 9 was withdrawn.",
        "I'm glad that motion 9 was carried too.",
    ),
    (
        (ANN, "talked with Ann at her stand. rowing race round the island takes her 3 hours"),
        "Talking with you at your stand was the best part of my day.",
        "Rowing round the island with you was the best part of my day.",
    ),
    (
        (ANN, "talked with Ann at her stand. her drill: 8 hrs to bring a mast up the hill"),
        "Talking to you at the stand is something I won't forget.",
        "Carrying the mast next to you over the last metres is something I won't forget.",
    ),
    (
        (ANN, "Ann has no website. I owe her a list of rope dealers."),
        "As we agreed, I'll send you the list of rope dealers.",
        "As we agreed, I'm going to build you a website.",
    ),
    (
        (ANN, "I want a 3 month trial of the crane, board meets 14 August"),
        "Our board meets on 14 August.",
        "Our board has approved a three-month trial.",
    ),
    (
        (ANN, "fund decision 4 Sept (12k). without it I can't pay a rigger"),
        "The fund decides on the 12k on 4 September.",
        "The fund has granted us the 12k.",
    ),
    (
        (ANN, {"kind": "commitment", "text": "I owe Ann: a night shift (by 2025-08-29)", "at": None}),
        "I owe you a night shift by the 29th.",
        "You owe me a night shift by the 29th.",
    ),
    (
        (ANN, OWED),
        "I'll send you the draft of chapter 2 by 11 August.",
        "I'll send you the draft of chapter 2 by 30 August.",
    ),
    (
        (ANN, LIST),
        "Could you send me the list of rope dealers?",
        "I'll text you the list of rope dealers.",
    ),
    (
        (ANN, "Ann's hull 12: now 18 planks, was 29"),
        "Your hull 12 has 18 planks now.",
        "Your hull 12 has 29 planks now.",
    ),
    (
        (ANN, "Ann's film about tar premieres 3 October in Kotka"),
        "The premiere of your film is in October.",
        "Only one more month until your film about tar premieres in Kotka.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_what_is_right_passes_and_what_is_wrong_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes)
    assert marked(wrong, *notes)


@pytest.mark.parametrize(
    "draft",
    [
        "I'll write the answer out properly, so that you can lay it on your desk.",
        "I'll gladly give you the short version one day.",
        "I'll keep quiet about it and light a candle meanwhile.",
        "The rope dealer will hear from me today.",
    ],
)
def test_a_courtesy_is_no_offer(draft: str) -> None:
    assert not marked(draft, ANN, "Ann asked for a rope dealer. She has to ask her board first.")
