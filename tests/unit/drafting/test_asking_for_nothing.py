"""Questions that nobody would ask: hollow ones, and the sentence before given back."""

from __future__ import annotations

import pytest

from coach.drafting.asking import asks_for_nothing


@pytest.mark.parametrize(
    "line",
    [
        "I read that you gave away the budget. What did you give away?",
        "I saw that you speak about “Cosmic Ray”. What did you do when you first saw Cosmic Ray?",
        "I remember that you keep bees. What made you feel tired today?",
        "I remember that you keep bees. How did she like it?",
    ],
)
def test_a_hollow_question_is_seen(line: str) -> None:
    assert asks_for_nothing(line)


@pytest.mark.parametrize(
    "line",
    [
        "I read that your museum moved 4,000 charts. Which chart did you begin with?",
        "I remember that you lost 31 hives. Who helped you through the winter?",
        "What went through your mind when you saw the flooded cellar?",
        "I could help with testing.",
    ],
)
def test_a_question_about_a_thing_is_not(line: str) -> None:
    assert not asks_for_nothing(line)
