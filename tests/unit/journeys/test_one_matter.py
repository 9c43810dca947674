"""Two questions of a reflection that come back to the same thing."""

from __future__ import annotations

from coach.domain.models import ReflectionPrompt
from coach.journeys.reflect import _five


def test_no_two_questions_are_about_the_same_thing_that_happened() -> None:
    first = "You walked nine kilometres with a sack of flour. Did that give you energy, or take some?"
    again = "On the nine kilometres with the sack of flour you sang. What stays with you from that?"
    other = "Jo showed you the mill at night. What moved you about that?"
    rules = [ReflectionPrompt(text=text, labels=("N1",)) for text in (first, other, again)]
    texts = [one.text for one in _five([], rules)]
    assert texts == [first, other]
