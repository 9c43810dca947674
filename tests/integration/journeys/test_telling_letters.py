"""A letter that keeps a promise also tells one specific thing of the evening, where there is one that may be told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import Opener, handle_for

from coach.domain.models import Commitment, Note, Person
from coach.drafting.channels import CHANNELS, fits
from eval.fake import FillingModel

LONG = (
    "Wim rebuilt the engine of his grandfather's ferry over eleven winters in a shed without heating or light, with a "
    "lathe from a submarine yard, and on the first day of the new season it carried the whole village and its brass "
    "band across the river to a wedding, which nobody there will forget."
)
OWED = "send the list of all suppliers of bronze propellers in the north whom we have used since 2019"


def _written(opened: Opener, note: str, what: str, channel: str) -> str:
    small = replace(handle_for(FillingModel()), kind="embedded")
    items = [
        Person(id="wim", name="Wim Prins"),
        Note(text=note, people=("wim",)),
        Commitment(person="wim", by="me", what=what),
    ]
    text = opened(small, items=items).follow_up("wim", channel).current.text
    assert fits(CHANNELS[channel], text)
    return text


@pytest.mark.parametrize("channel", list(CHANNELS))
def test_of_a_long_story_its_beginning_is_told_beside_the_promise(opened: Opener, channel: str) -> None:
    text = _written(opened, LONG, OWED, channel)
    assert "ferry over eleven winters in a shed without heating or light." in text
    assert "bronze propellers" in text


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Wim Prins: tailor -> now teaches robots to fold shirts. 9 years at one machine.", "now teach robots"),
        ("Dinner w/ Wim — he said his best hire ever was a florist (!).", "best hire ever was a florist"),
        (
            "Met Wim Prins who is the only tuner between Nairobi & Mombasa; drives 400 km with forks in his bag.",
            "between Nairobi and Mombasa, and drive 400 km with forks in your bag",
        ),
        (
            "Wim stops every noon bc the batteries cannot take the heat. Rides thru town w/ two dogs.",
            "because the batt",
        ),
    ],
)
def test_hasty_notes_are_told_in_whole_words(opened: Opener, note: str, told: str) -> None:
    assert told in _written(opened, note, "send the list", "linkedin_invite")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("him: intro to Lena at the Makerspace", "introduce you to Lena at the Makerspace"),
        ("Promised to test the app & send him bugs", "test the app and send you bugs"),
        ("the paper abt cloth", "the paper about cloth"),
        ("promised him the wiring diagram", "the wiring diagram"),
    ],
)
def test_a_promise_is_said_without_the_words_that_noted_it(opened: Opener, what: str, said: str) -> None:
    text = _written(opened, "Wim keeps nine hives on the deck of his ferry.", what, "email")
    assert said in text
    assert "romised him" not in text
    assert "promised to test" not in text.partition("promise to")[0]


def test_what_is_not_to_be_told_is_not_told_for_want_of_something_else(opened: Opener) -> None:
    text = _written(opened, "Wim lost his licence, don't mention it.", "send the list", "email")
    assert "licence" not in text
