"""An initial ends no sentence, so that nobody is quoted as “S.”."""

from __future__ import annotations

import pytest

from coach.domain.text import sentences


@pytest.mark.parametrize(
    "text",
    [
        "S. Krüger's budget is gone; SABINE asked for help.",
        "Frau Ö. Yılmaz kam zu spät.",
        "Met J. R. R. Tolkien at the bar.",
        "T.S. Eliot reads on Friday.",
        "(M. Ruiz) called.",
        "I. Novak said so.",
        "Prof. S. Li, J. Roth and A. Baker came.",
        "jonas w. did it instead",
        "Jonas W. bakes.",
        "s. krüger needs a room",
        "Frag z. B. Anna.",
    ],
)
def test_an_initial_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "So do I.|Priya left.",
        "We go with plan B.|Priya pays.",
        "She takes vitamin C.|Sleep helps.",
        "Treffen in Halle C.|Kaffee gibt es oben.",
        "I met Jonas W.|He sails.",
        "Das war Anna B.|Sie backt.",
        "We open at 9 a.m.|Priya comes.",
        "It costs 5 €.|Cheap.",
        "One.|Two!|S. Li?",
    ],
)
def test_other_single_letters_do(text: str) -> None:
    assert sentences(text.replace("|", " ")) == text.split("|")
