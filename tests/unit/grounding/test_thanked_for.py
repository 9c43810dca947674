"""What is thanked for, offered and given: of one note, a sentence that holds and one that does not."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import Note, marked

MET = "Met Ann at the fair."

THANKS = [
    (("Ann sent me the slides.",), "Thank you for sending me the slides.", "Thank you for sending me the glaze."),
    (("Ann promised to send me the slides.",), "I look forward to your slides.", "Thanks for the slides you sent."),
    (
        ("Ann promised to send me the slides. She sent them on Monday.",),
        "Thank you for sending me the slides.",
        "Thank you for sending me the recipe.",
    ),
    (("I owe Ann the slides.",), "I still owe you the slides.", "Thank you for sending me the slides."),
    (("I owe Ann the slides.",), "The slides will follow soon.", "Thanks for the slides."),
    (("Ann told me to read Piranesi.",), "Thank you for recommending it.", "Thank you for lending me the kiln."),
]
OWN_TALKS = [
    (("I owe Ann the slides of my talk on testing.",), "I talked on testing.", "Your talk on testing was brilliant."),
    (("Bo liked my session on audits.", MET), "Bo liked my session on audits.", "Thanks for your session on audits."),
    (
        ("I gave a talk on glazes. Ann gave a talk on kilns; I was there.",),
        "Your talk on kilns was good.",
        "Your talk on glazes was good.",
    ),
]
OFFERS = [
    (
        ("Offered to look at Ann's routes for nothing.", MET),
        "I could look at your routes.",
        "I could look at your routes, and my firm would gladly pay for a third van.",
    ),
    (
        ("I can lend Ann my wheel.", MET),
        "I could bring my wheel.",
        "I could bring my wheel and train your whole team for a week.",
    ),
    (("I can lend Ann my wheel.", MET), "I'll bring my wheel.", "I'll bring a set of tools for your club to keep."),
]
ON_ITS_WAY = [
    (
        ("I promised Ann our glaze guide.",),
        "The glaze guide is coming your way this week.",
        "You promised to send me the glaze guide.",
    ),
    (("I promised Ann our glaze sheets.",), "Our glaze sheets follow this week.", "You promised me glaze sheets."),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), [*THANKS, *OWN_TALKS, *OFFERS, *ON_ITS_WAY])
def test_what_is_given_needs_a_note(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes), right
    assert marked(wrong, *notes), wrong
