"""What the reader asked the writer for is the writer's to do: nobody asks how that has gone."""

from __future__ import annotations

import pytest

from coach.domain.brief import Line
from coach.drafting.asked_of_me import asked_of_me
from coach.drafting.plain_letters import closing_question


@pytest.mark.parametrize(
    "told",
    [
        "I remember you asking for an introduction to Priya Raman on November 30, 2026.",
        "I remember that you asked me for an intro to Priya.",
        "You asked me to introduce you to Priya Raman.",
        "You also asked whether I could introduce you to Priya.",
        "You want an introduction to Priya Raman.",
    ],
)
def test_after_an_introduction_that_is_mine_to_make_it_is_asked_what_to_say(told: str) -> None:
    assert asked_of_me(told) == "introduce"
    assert "say about you" in closing_question({"memory": Line(text=told)}, "Dev Patel", told)


@pytest.mark.parametrize(
    "told",
    [
        "I remember that you asked for the slides of my talk.",
        "You asked me for a link to the map.",
        "You asked me to send you the list.",
    ],
)
def test_after_what_is_mine_to_send_it_is_asked_when_it_is_needed(told: str) -> None:
    assert asked_of_me(told) == "send"
    assert "need" in closing_question({"memory": Line(text=told)}, "Dev Patel", told) or "early" in closing_question(
        {"memory": Line(text=told)}, "Dev Patel", told
    )


@pytest.mark.parametrize(
    "told",
    [
        "You asked the city for a permit.",
        "You asked for a permit in Brno.",
        "You introduced me to Priya.",
        "You asked why the batteries died.",
        "Priya asked you for an introduction.",
        "You asked your boss to send the list.",
    ],
)
def test_what_they_asked_others_for_is_none_of_it(told: str) -> None:
    assert asked_of_me(told) is None
