"""The cue of a story: the theme or use that lies closest to what will be talked about."""

from __future__ import annotations

import pytest

from coach.domain.models import Story
from coach.journeys.story_choice import cue_for


@pytest.mark.parametrize(
    ("story", "topics", "cue"),
    [
        (
            Story(title="s", themes=("rain", "old charts")),
            "keep old charts",
            "Tell it when the talk comes to old charts.",
        ),
        (Story(title="s", themes=("rain",), good_for=("a first talk",)), "first talk", "a first talk."),
        (Story(title="s", themes=("rain",)), "nothing of the kind", "Tell it when the talk comes to rain."),
        (Story(title="s", text="A pump saved the cellar."), "cellar and pump", "comes to cellar or pump."),
        (Story(title="s", text="A pump."), "bread", "Tell it when they ask what you do."),
        (Story(title="s"), "", "Tell it when they ask what you do."),
    ],
)
def test_the_cue_names_what_story_and_talk_share(story: Story, topics: str, cue: str) -> None:
    assert cue_for(story, topics).endswith(cue)
