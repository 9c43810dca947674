"""The same thing in other words raises no alarm: lands and towns, lengths of time, callings and what they imply."""

from __future__ import annotations

from typing import Any

import pytest

from coach.domain.checking.lands import is_place, places_in
from tests.unit.grounding.craft_fair import checked

PAIRS = [
    ("Ann moved to Vienna.", "How do you like Austria?", "How do you like Denmark?"),
    ("Ann flies to Cape Town.", "Enjoy your time in South Africa!", "Enjoy your time in South Korea!"),
    ("Ann waited 14 days for a visa.", "A fortnight is long for a visa.", "Six weeks is long for a visa."),
    ("Ann has kept bees for 20 years.", "Two decades of bees is a lot.", "Five decades of bees is a lot."),
    ("Ann has planned a silence of 8 weeks.", "Two months of silence is hard.", "Four months of silence is hard."),
    ("Ann is on call every 3rd week.", "One week out of three on call is hard.", "One week out of five is hard."),
    (
        "80 % of the drivers use Ann's app.",
        "One driver in five does not use it.",
        "One driver in nine does not use it.",
    ),
    ("Ann teaches maths in Leeds.", "Your pupils are lucky.", "Your patients are lucky."),
    ("Ann is a surgeon.", "Your patients are lucky.", "Your pupils are lucky."),
    ("Met Irini Lagou, who runs the tug.", "Please greet Captain Lagou.", "Please greet Captain Lagos."),
    (
        {"kind": "commitment", "text": "Ann owes me: the address of the mayor of Ulm"},
        "Could you send me the address of the mayor?",
        "Could you send me the address of the surgeon?",
    ),
    ("Ann said her arm hurts.", "Every week I think of your shoulder.", "Evelyn says that your arm hurts."),
    ("I must mail Ann our form.", "Our form will reach you this week.", "Our form reached you on 3 May."),
]


@pytest.mark.parametrize(("note", "right", "wrong"), PAIRS)
def test_other_words_for_what_is_noted_pass_and_other_things_do_not(
    note: str | dict[str, Any], right: str, wrong: str
) -> None:
    assert checked(right, note).passed, checked(right, note)
    assert not checked(wrong, note).passed


@pytest.mark.parametrize(
    "draft",
    [
        "The two of you have found each other.",
        "You two have known each other for long.",
        "You are your own boss.",
        "There'll be another fair.",
        "Right-handed people have it easier.",
        "Your back must hurt.",
        "I knew that your order book stays shut.",
    ],
)
def test_manners_of_speaking_need_no_note(draft: str) -> None:
    assert checked(draft, "Ann makes left-handed guitars with her husband Leo. Her order book is full.").passed


def test_a_land_holds_its_towns_and_its_people_but_no_other_lands() -> None:
    assert {"vienna", "graz", "austrian"} <= places_in(("austria",))
    assert "vienna" in places_in(("europe",))
    assert not places_in(("vienna",))
    assert "oslo" not in places_in(("austria",))
    assert is_place("oslo")
    assert is_place("norway")
    assert not is_place("ann")
