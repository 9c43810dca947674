"""What was only thought, and what happened."""

from __future__ import annotations

import pytest

from coach.domain.thoughts import CUES, is_only_a_thought


@pytest.mark.parametrize(
    "text",
    [
        "Priya and Tomáš should meet - batteries",
        "Idea: introduce Ana to Ben (archives).",
        "connect Priya with Tomáš",
        "put Ana and Ben in touch!",
        "I should introduce Ana to Ben. They would get on.",
        "Ana und Ben sollten sich unbedingt kennenlernen",
        "Priya mit Tomáš bekannt machen",
        "Ana and Ben really should talk",
    ],
)
def test_people_who_should_meet_have_not_met_me(text: str) -> None:
    assert is_only_a_thought(text)
    assert any(cue in text.lower() for cue in CUES)


@pytest.mark.parametrize(
    "text",
    [
        "Met Ana. She and Ben should meet.",
        "Ana said I should meet Ben",
        "Ben introduced me to Ana.",
        "Lunch with Ana and Ben; they should meet again",
        "Ana should rest.",
        "Ana sagte, sie sollten sich kennenlernen",
        "Asked me to introduce her to Ben",
        "Talked about batteries.",
    ],
)
def test_what_happened_counts(text: str) -> None:
    assert not is_only_a_thought(text)
