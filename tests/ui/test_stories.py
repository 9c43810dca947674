"""Stories: shelves, search, writing in four parts, tellings, the starter collection."""

from __future__ import annotations

from pathlib import Path

from conftest import Open
from screen import finish, press, words

from coach.domain.models import Goal, Story
from coach.facade import Coach
from coach.ui import keys


def test_own_stories_come_first_and_the_starter_shelf_is_there(coach: Coach, open_page: Open) -> None:
    app = open_page("stories")
    own = next(story for story in coach.store.stories(own=True) if story.collection != "starter")
    assert own.title in words(app)
    assert not app.exception


def test_search_finds_a_story_for_a_moment_and_says_what_in_it_fits(coach: Coach, open_page: Open) -> None:
    app = open_page("stories")
    next(one for one in app.text_input if "story for" in one.label).set_value("encourage a first-time speaker").run()
    assert "Two years in the back row" in words(app)
    assert "Good for it:" in words(app)
    assert not app.exception


def test_the_coach_asks_one_question_and_the_answer_is_kept_at_once(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add(Story(id="lamp", title="The lamp", struggle="It went out.", lesson="Carry a match."))
    app = open_page("stories")
    asked = [one for one in app.text_area if "what changed it?" in one.label]
    assert [one.label.split(":")[0] for one in asked] == ["“It went out”"]
    asked[0].set_value("A neighbour lit it again.")
    press(app, "Add to the story")
    assert empty_coach.store.get(Story, "lamp").turn == "A neighbour lit it again."
    assert any("what came of it" in one.label for one in app.text_area), "then the next thing that is missing"


def test_an_empty_answer_is_a_calm_message_and_changes_nothing(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add(Story(id="lamp", title="The lamp", struggle="It went out."))
    app = open_page("stories")
    press(app, "Add to the story")
    assert "The answer is empty." in words(app)
    assert empty_coach.store.get(Story, "lamp").turn == ""


def test_another_story_can_be_asked_about(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add_many(Story(id=name, title=name, struggle=f"The {name} went out.") for name in ("fire", "lamp"))
    app = open_page("stories")
    press(app, "Ask me about another story")
    assert any("The lamp went out" in one.label for one in app.text_area)


def test_goals_without_a_story_are_named(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add(Goal(text="Restore the harbour archive after the flood"))
    assert "Restore the harbour archive" in words(open_page("stories"))


def test_a_story_is_shown_as_it_can_be_told_in_half_a_minute(coach: Coach, open_page: Open) -> None:
    app = open_page("stories", **{keys.STORY: "sample-story-map"})
    assert "Green tests only tell you about the waiting" in words(app)
    assert "74 words, about 30 s" in str([one.value for one in app.caption])


def test_the_starter_collection_can_be_switched_off(coach: Coach, open_page: Open) -> None:
    app = open_page("stories")
    next(one for one in app.toggle if one.label == "Starter collection").set_value(False).run()
    assert coach.settings.starter_stories is False
    assert not app.exception


def test_a_story_is_written_in_four_parts(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("stories")
    next(one for one in app.text_input if one.label == "Title").set_value("The late letter")
    for label, text in (("The struggle", "Nobody answered."), ("The turn", "A stranger wrote.")):
        next(one for one in app.text_area if one.label == label).set_value(text)
    press(app, "Save the story")
    story = empty_coach.store.stories()[0]
    assert (story.title, story.struggle, story.turn, story.own) == (
        "The late letter",
        "Nobody answered.",
        "A stranger wrote.",
        True,
    )


def test_a_story_without_text_is_refused_with_a_next_step(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("stories")
    next(one for one in app.text_input if one.label == "Title").set_value("Empty")
    press(app, "Save the story")
    assert "The story is empty." in words(app)
    assert not empty_coach.store.stories()


def test_to_whom_it_was_told_is_remembered_in_two_taps_and_can_be_taken_back(coach: Coach, open_page: Open) -> None:
    story = next(story for story in coach.store.stories(own=True) if not story.told)
    person = coach.story_bank.likely_listeners(story)[0]
    app = open_page("stories", **{keys.STORY: story.id})
    press(app, person.name, key=f"told-{story.id}-{person.id}")
    assert coach.store.get(Story, story.id).told[0].person == person.id
    assert person.name in words(app)
    press(app, "Take back")
    assert not coach.store.get(Story, story.id).told


def test_it_may_have_been_told_to_anybody(coach: Coach, open_page: Open) -> None:
    story = next(story for story in coach.store.stories(own=True) if not story.told)
    person = coach.store.people()[0]
    app = open_page("stories", **{keys.STORY: story.id})
    next(one for one in app.selectbox if one.label == "Somebody else").set_value(person.id).run()
    assert coach.store.get(Story, story.id).told[0].person == person.id


def test_a_folder_of_markdown_is_previewed_then_saved(empty_coach: Coach, open_page: Open, tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "one.md").write_text("# The lamp\n\nIt went out. A neighbour lit it again.\n", encoding="utf-8")
    app = press(open_page("stories"), "", key="import.stories.toggle")
    next(one for one in app.text_input if one.label.startswith("Or the path")).set_value(str(folder)).run()
    assert not empty_coach.store.stories()
    finish(press(app, "", key="import.stories.confirm"), "import", "stories")
    assert [story.title for story in empty_coach.store.stories()] == ["The lamp"]


def test_a_story_that_is_gone_is_a_calm_message(coach: Coach, open_page: Open) -> None:
    app = open_page("stories", **{keys.STORY: "no-such-story"})
    assert [one.value for one in app.toast] == ["What was open here is no longer kept."]
