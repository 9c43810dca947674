"""A revised letter says each thing once, whatever stands in front of it."""

from __future__ import annotations

from typing import Any, cast

import pytest

from coach.domain.letter import Letter
from coach.domain.models import Draft
from coach.domain.voice import Voice
from coach.journeys.revision import Desk, each_said_once

GERMAN = "du hast gesucht eine Partnerklasse."
OWED = "I still owe you our sbar template."
WISHED = "I still owe you our sbar template, and I need it by the end of this week."


def _once(body: str, *added: str) -> str:
    draft = Draft(purpose="follow_up", channel="email", tone="warm", language="en")
    letter = Letter("Hallo Ada,\n\n", body, "\n\nMina")
    bench = cast("Any", None)
    desk = Desk(bench, draft, None, Voice(), letter, (), {}, added=added)
    return each_said_once(desk).letter.body


@pytest.mark.parametrize(
    ("body", "once"),
    [
        (f"{GERMAN} D{GERMAN[1:]}", GERMAN),
        (f"{OWED} {WISHED}\n\nIs that early enough?", f"{OWED}\n\nIs that early enough?"),
        (f"{OWED} You keep bees. {OWED}", f"{OWED} You keep bees."),
        (f"{OWED} You keep bees.", f"{OWED} You keep bees."),
    ],
)
def test_a_letter_loses_the_sentence_that_repeats_one_before(body: str, once: str) -> None:
    assert _once(body) == once


def test_what_was_wished_for_stays_in_place_of_what_it_repeats() -> None:
    assert _once(f"{OWED} {WISHED}", WISHED) == WISHED
