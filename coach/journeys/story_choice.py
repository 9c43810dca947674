"""Which of your own stories to tell to whom, and the moment for it. Never one that they have heard."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.brief import StoryCue
from coach.domain.evidence import Evidence, Filters
from coach.domain.models import Goal, Kind, Person, Story
from coach.domain.naming import first_name
from coach.domain.text import content_words
from coach.drafting.evidence import EvidenceBook
from coach.journeys.keeper import Keeper

LOOKED_AT = 8
"""Stories looked at: enough to step past those that are not yours or were told before."""


def choose_story(
    keeper: Keeper, goals: Sequence[Goal], person: Person, evidence: Sequence[Evidence], book: EvidenceBook
) -> StoryCue | None:
    """The best story of your own for this person and these goals, or None when there is none left to tell."""
    topics = " ".join(
        [*person.cares_about, *(one.title or one.text[:160] for one in evidence), *(g.text for g in goals)]
    )
    if not topics.strip():
        return None
    names = {person.id, person.name, *person.also_called}
    for found in keeper.recall(topics, LOOKED_AT, Filters(kinds=(Kind.STORY,))):
        story = keeper.store.get(Story, found.source_id)
        if story.own and not _knows_it(story, names):
            return StoryCue(
                story_id=story.id, title=story.title, cue=cue_for(story, topics), labels=(book.add(found).label,)
            )
    return None


def _knows_it(story: Story, names: set[str]) -> bool:
    """Whether they have heard the story, told it, or are in it."""
    if any(telling.person in names for telling in story.told) or story.heard_from in names:
        return True
    said = f"{story.full_text()} {' '.join(story.about_people)}"
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in names | _first_names(names))


def _first_names(names: set[str]) -> set[str]:
    return {first_name(name) for name in names if " " in name and len(first_name(name)) > 2}


def cue_for(story: Story, topics: str) -> str:
    """When to tell it: the theme or use of the story that lies closest to what will be talked about."""
    wanted = content_words(topics)
    uses = [*story.themes, *story.good_for]
    ranked = sorted(uses, key=lambda use: -len(content_words(use) & wanted))
    if ranked:
        return f"Tell it when the talk comes to {ranked[0]}."
    shared = sorted(content_words(story.full_text()) & wanted, key=len, reverse=True)[:2]
    return f"Tell it when the talk comes to {' or '.join(shared)}." if shared else "Tell it when they ask what you do."
