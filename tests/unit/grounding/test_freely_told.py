"""Drafts that paraphrase freely: initials and headings of hasty notes, what is still open, and who was there."""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, Note, letter, marked

TOM = {"kind": "person", "text": "Tom Berg - sail maker, Bergen", "at": None}
OWED = {"kind": "commitment", "text": "I owe Tom Berg: the list of rope dealers (by 2025-07-30)", "at": None}


FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, TOM, "Tom's glue took 25 min, cracked after. A: varnish the keel twice, never the deck."),
        "I'll remember to varnish the keel twice, as you do.",
        "I'll remember Tom's rule to varnish the keel twice.",
    ),
    (
        (ANN, TOM, "Ann builds with larch. Planks in ours split on two boats."),
        "We have split planks on two boats here.",
        "Tom has split planks on two of his boats.",
    ),
    (
        (ANN, "Ann: 61 sailors answered, leaks = no 1 complaint."),
        "Leaks came out as the first complaint of your sailors.",
        "Your sailors had no complaint about leaks.",
    ),
    (
        (ANN, "Ann's club: they dont race boats unless asked."),
        "You race boats for those who ask for it.",
        "I hear that you race boats every Sunday.",
    ),
    (
        (ANN, letter("Dear Sammy, send the plan by Friday please. One page only. Ann")),
        "The plan will be one page only, as you ask.",
        "The plan that you are sending me on Friday will be one page only.",
    ),
    (
        (ANN, letter("In August I can do the 8th to 12th, but I need a bench.")),
        "The week of 8 August sounds good to me.",
        "I look forward to seeing you on 20 August, as you wrote.",
    ),
    (
        (ANN, "bus back to hotel w/ Ann thurs, talked about tar and tides."),
        "I don't think I've ever talked so long about tar and tides.",
        "I don't think you have ever been to Turku by bus with Tom.",
    ),
    (
        (ANN, TOM, "Applied to the harbour fund for 900, answer in August. Ann knows."),
        "The harbour fund will tell us in August.",
        "Good news: the harbour fund has given us 900.",
    ),
    (
        (ANN, TOM, OWED),
        "Tom is waiting for the list of rope dealers that I owe him.",
        "The list of rope dealers I promised you is nearly done.",
    ),
    (
        (ANN, {"kind": "commitment", "text": "I owe Ann Lee: drawings of the rudder (by 2025-07-30)", "at": None}),
        "I still have your drawings to finish.",
        "I'll send you the drawings of the main mast by the 30th.",
    ),
    (
        (ANN, TOM, "Evening on the pier with Ann. Tom went to bed early."),
        "It was a fine evening on the pier with you.",
        "It was a fine evening on the pier with you and Tom.",
    ),
    (
        (ANN, "Sun: ferry w/ Ann, her van broke down, I gave her jump leads."),
        "I hope that the jump leads did it.",
        "Thanks again for the jump leads on Sunday.",
    ),
    (
        (ANN, letter("The samples go out to you on Monday 28 July. Ann")),
        "I look forward to the samples on the 28th.",
        "I look forward to the samples this Friday.",
    ),
    (
        (ANN, TOM, "ann: 40 boats a year. Tom says it could be 50, she laughed. A school for apprentices on site."),
        "A school for apprentices on site is a fine thing to have.",
        "Tom's school for apprentices on site is a fine thing to have.",
    ),
    (
        (ANN, TOM, "Ann lost to Tom in 19 moves, said so herself. Ann at her niece's concert on Sunday."),
        "I hope that your niece's concert was good.",
        "I hope that Tom's niece's concert was good.",
    ),
    (
        (ANN, TOM, "Ann hates plastic rope sent as donations."),
        "I had not realised how strongly you feel about plastic rope.",
        "How skilfully you splice plastic rope!",
    ),
    (
        (ANN, TOM, "T does NOT want his drawings printed on the card."),
        "Tom is not happy to have his drawings printed on the card.",
        "Tom is happy to have his drawings printed on the card.",
    ),
    (
        (ANN, TOM, {"kind": "commitment", "text": "Tom Berg owes me: his sail cutting plan", "at": None}),
        "I'm still waiting for Tom's sail cutting plan.",
        "Your sail cutting plan is very welcome, thank you.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_what_is_freely_told_passes_and_what_is_not_so_is_found(
    notes: tuple[Note, ...], right: str, wrong: str
) -> None:
    assert not marked(f"Dear Ann, {right}", *notes), right
    assert marked(f"Dear Ann, {wrong}", *notes), wrong
