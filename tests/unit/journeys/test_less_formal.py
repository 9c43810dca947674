"""*Less formal* finds everyday words in a draft that is warm already, and says so where there are none."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from coach.domain.letter import Letter
from coach.domain.models import Draft
from coach.domain.voice import Voice
from coach.domain.wishes import Step, read_wish
from coach.journeys.revision import STEPS, Desk, nothing_to_change

BODY = "Thank you for offering to lend me the book. Perhaps I am early."


def _revised(wish: str, voice: Voice | None = None) -> str:
    draft = Draft(purpose="follow_up", channel="email", tone="warm", language="en")
    bench = cast("Any", SimpleNamespace(settings=SimpleNamespace(user_name="Mina")))
    desk = Desk(bench, draft, None, voice or Voice(), Letter("", BODY, ""), (), {})
    step: Step = read_wish(wish)[0]
    return STEPS[step.action](desk, step).letter.body


@pytest.mark.parametrize("wish", ["less formal", "more casual", "too formal", "lockerer", "weniger förmlich"])
def test_a_warm_draft_gets_everyday_words(wish: str) -> None:
    assert _revised(wish) == "Thanks for offering to lend me the book. Maybe I'm early."


def test_what_the_user_never_writes_and_warmth_alone_bring_no_such_words() -> None:
    assert _revised("less formal", Voice(avoids=("maybe",))) == BODY.replace("Thank you", "Thanks").replace(
        "I am", "I'm"
    )
    assert _revised("warmer") == BODY.replace("I am", "I'm")


@pytest.mark.parametrize("wish", ["less formal", "less formal and shorter", "lockerer"])
def test_a_wish_that_finds_nothing_says_that_the_tone_is_there(wish: str) -> None:
    assert "that tone already" in str(nothing_to_change(wish))
