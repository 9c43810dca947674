"""The bank of stories on a real store and index."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Opener

from coach.domain.models import Goal, Person, Story
from coach.errors import InputError, NotFoundError
from coach.facade import Coach
from coach.llm.handle import ModelHandle


@pytest.fixture
def bank(opened: Opener, no_model: ModelHandle) -> Coach:
    coach = opened(no_model)
    coach.add_many(
        [
            Story(id="own", title="The wet charts", struggle="Forty charts got wet.", turn="Ines dried them."),
            Story(id="heard", title="A heard one", own=False, struggle="It was dark.", good_for=("a shy newcomer",)),
            Story(id="ship", title="From the ship", struggle="It sank.", collection="starter"),
        ]
    )
    return coach


def test_the_next_question_is_about_a_story_of_your_own_and_never_a_starter(bank: Coach) -> None:
    asked = bank.story_bank.next_question()
    assert asked is not None
    mine = {story.id for story in bank.store.stories(own=True) if story.collection != "starter"}
    assert asked.story_id in mine
    assert bank.story_bank.next_question([story.id for story in bank.store.stories()]) is None
    assert bank.story_bank.question_for(bank.store.get(Story, "ship")) is None


def test_an_answer_is_saved_and_found_at_once(bank: Coach) -> None:
    asked = bank.story_bank.question_for(bank.store.get(Story, "own"))
    assert asked is not None
    assert (asked.part, asked.quote) == ("result", "Ines dried them")
    bank.story_bank.answer(asked, "The museum exhibited them in Trondheim.")
    assert bank.recall("exhibited in Trondheim", 1, kinds=["story"])[0].source_id == "own"
    with pytest.raises(InputError):
        bank.story_bank.answer(asked, "  ")
    with pytest.raises(NotFoundError):
        bank.story_bank.answer(asked.model_copy(update={"story_id": "gone"}), "x")


def test_what_it_is_good_for_is_kept_as_a_list(bank: Coach) -> None:
    asked = bank.story_bank.question_for(bank.store.get(Story, "own"))
    assert asked is not None
    kept = bank.story_bank.answer(asked.model_copy(update={"part": "good_for"}), "a curator, somebody who lost data")
    assert kept.good_for == ("a curator", "somebody who lost data")


def test_a_telling_is_kept_and_taken_back(bank: Coach) -> None:
    kept = bank.story_bank.tell("own", "ines", at=date(2026, 11, 20))
    assert [one.person for one in kept.told] == ["ines"]
    assert "ines" not in {person.id for person in bank.story_bank.likely_listeners(kept)}
    assert bank.story_bank.untell("own", 0).told == ()
    with pytest.raises(InputError):
        bank.story_bank.untell("own", 0)


def test_a_goal_without_a_story_and_a_theme_that_several_people_share_are_gaps(bank: Coach) -> None:
    bank.add_many(
        [
            Goal(id="g-new", text="Organise a lighthouse choir", values=("patience",)),
            Goal(id="g-told", text="Dry wet charts", why=""),
            *(Person(name=f"Singer {number}", cares_about=("yodelling",)) for number in (1, 2)),
        ]
    )
    gaps = bank.story_bank.gaps()
    assert "g-new" in {goal.id for goal in gaps.goals}
    assert "The wet charts" in gaps.covered["g-told"]
    assert {"patience", "yodelling"} <= set(gaps.themes)


def test_a_story_is_found_by_its_use_with_the_words_that_fit(bank: Coach) -> None:
    found = bank.story_bank.search("encourage a shy newcomer")
    assert found[0].story.id == "heard"
    assert (found[0].reason, found[0].shared) == ("a shy newcomer", ("shy", "newcomer"))
    with pytest.raises(InputError):
        bank.story_bank.search(" ")


def test_your_own_stories_come_before_the_starter_ones(bank: Coach) -> None:
    bank.add_many(
        Story(title=f"Starter {number}", struggle="A shy newcomer came.", collection="starter") for number in range(9)
    )
    found = bank.story_bank.search("a shy newcomer at my breakfast")
    assert len(found) == 8
    assert found[0].story.id == "heard"
    starter = [one.story.collection == "starter" for one in found]
    assert starter == sorted(starter), "all of yours stand before"
    assert "own" in {one.story.id for one in found}


def test_a_version_is_cut_from_the_stored_story(bank: Coach) -> None:
    assert bank.story_bank.shorten("own", 30).text == "Forty charts got wet.\nInes dried them."
    with pytest.raises(InputError):
        bank.story_bank.shorten("own", 3)
