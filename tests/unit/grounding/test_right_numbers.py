"""Right letters with numbers of their own: what follows from two noted ones, other units, spoken clocks and prices,
figures of speech, and what only the writer knows.
"""

from __future__ import annotations

import pytest

from tests.unit.grounding.craft_fair import ANN, Note, letter, marked

FOUND_OR_NOT = [
    # (notes, what must pass, what must be found)
    (
        (ANN, "Ann's dinghy: 41,000 kr w/o sails, sails 7,500"),
        "With sails that's 48,500 kronor.",
        "With sails that's 52,500 kronor.",
    ),
    (
        (ANN, "Ann's helpers: 7 from Poland, 3 locals, start 24 aug, 6 wks"),
        "Seven out of ten helpers come from Poland.",
        "Six out of ten helpers come from Poland.",
    ),
    (
        (ANN, "trailer width 82 cm - my gate is 78!! she'd narrow it"),
        "My gate is four centimetres too narrow.",
        "My gate is six centimetres too narrow.",
    ),
    (
        (ANN, "Ann's tar: 1.20 a tin, up from 95 ct"),
        "Twenty-five cents more a tin adds up.",
        "Five cents more a tin adds up.",
    ),
    (
        (ANN, "Ann's motor runs 65 km on a charge", letter("Range in winter drops by 20 %.")),
        "In winter it still runs about 52 km on a charge.",
        "In winter it still runs about 36 km on a charge.",
    ),
    (
        (ANN, "Ann's bench: 2,800 kr each, kids' size 900"),
        "Six benches would come to 16,800 kronor.",
        "Six benches would come to 19,800 kronor.",
    ),
    (
        (ANN, "Ann's saw: cuts 500 planks an hour, the old one does 180"),
        "Your saw does nearly three times what the old one does.",
        "Your saw does five times what the old one does.",
    ),
    (
        (ANN, "Ann sold 84 oars last year"),
        "That's seven oars a month.",
        "That's nine oars a month.",
    ),
    (
        (ANN, "Ann's ropes: 3 reels of ca 8 km each"),
        "Twenty-four kilometres of rope!",
        "Thirty-six kilometres of rope!",
    ),
    (
        (ANN, "regatta: 1,140 visitors, 200 more than 2024"),
        "So there were 940 visitors last year.",
        "So there were 740 visitors last year.",
    ),
    (
        (ANN, "Ann's discs are 203 mm, were 180 before"),
        "Your discs are 20 cm now.",
        "Your discs are 30 cm now.",
    ),
    (
        (ANN, "train to Ann 2h40 from Kotka"),
        "Two hours and forty minutes on the train is nothing.",
        "Two hours and ten minutes on the train is nothing.",
    ),
    (
        (ANN, "Ann gets up 4:30"),
        "Getting up at half four is heroic.",
        "Getting up at half six is heroic.",
    ),
    (
        (ANN, "Ann's helpers are paid 14.50/h"),
        "Fourteen fifty an hour is fair to your helpers.",
        "Eighteen fifty an hour is fair to your helpers.",
    ),
    (
        (ANN, "Ann wants the boat 1 march - 31 aug 2026"),
        "Six months on the water will do the boat good.",
        "Nine months on the water will do the boat good.",
    ),
    (
        (ANN, "Ann builds boats since 2007"),
        "You've been building boats for almost two decades.",
        "You've been building boats for almost four decades.",
    ),
    (
        (ANN, letter("The bus leaves on Friday at 15:30, the drive is 4 hours with a stop.")),
        "Arriving at half past seven would be perfect for you.",
        "The bus leaves at half past seven.",
    ),
    (
        (ANN, "Ann's deck dries 38 min"),
        "It took me ten minutes to find your stand on the map.",
        "Your deck dries in ten minutes.",
    ),
]


@pytest.mark.parametrize(("notes", "right", "wrong"), FOUND_OR_NOT)
def test_what_follows_passes_and_what_does_not_is_found(notes: tuple[Note, ...], right: str, wrong: str) -> None:
    assert not marked(right, *notes)
    assert marked(wrong, *notes)


@pytest.mark.parametrize(
    "draft",
    [
        "A hundred times thank you.",
        "It's a hundred per cent my fault.",
        "There's a fifty-fifty chance of rain.",
        "Any fifteen-year-old could row that boat.",
        "Give them my regards, all seven or eight of them.",
        "You do the work of ten.",
        "I'm 1.94 m tall.",
    ],
)
def test_a_figure_of_speech_or_of_oneself_counts_nothing(draft: str) -> None:
    assert not marked(draft, ANN, "Ann's boat is tested, takes 38 min to rig")
