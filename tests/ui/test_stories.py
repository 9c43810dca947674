"""Stories: shelves, search, writing in four parts, tellings, the starter collection."""

from __future__ import annotations

from pathlib import Path

from conftest import Open
from screen import press, words

from coach.domain.models import Story
from coach.facade import Coach
from coach.ui import keys


def test_own_stories_come_first_and_the_starter_shelf_is_there(coach: Coach, open_page: Open) -> None:
    app = open_page("stories")
    own = next(story for story in coach.store.stories(own=True) if story.collection != "starter")
    assert own.title in words(app)
    assert not app.exception


def test_search_narrows_by_every_word(coach: Coach, open_page: Open) -> None:
    story = next(story for story in coach.store.stories(own=True) if story.collection != "starter")
    app = open_page("stories")
    next(one for one in app.text_input if one.label == "Search").set_value(story.title).run()
    assert "1 story" in str([one.value for one in app.caption])


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


def test_to_whom_it_was_told_is_remembered(coach: Coach, open_page: Open) -> None:
    story = next(story for story in coach.store.stories(own=True) if not story.told)
    person = coach.store.people()[0]
    app = open_page("stories", **{keys.STORY: story.id})
    next(one for one in app.selectbox if one.label == "To whom?").set_value(person.id)
    press(app, "Remember it")
    assert coach.store.get(Story, story.id).told[0].person == person.id
    assert person.name in words(app)


def test_a_folder_of_markdown_is_previewed_then_saved(empty_coach: Coach, open_page: Open, tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "one.md").write_text("# The lamp\n\nIt went out. A neighbour lit it again.\n", encoding="utf-8")
    app = open_page("stories")
    next(one for one in app.text_input if one.label.startswith("Or the path")).set_value(str(folder)).run()
    assert not empty_coach.store.stories()
    press(app, "Import")
    assert [story.title for story in empty_coach.store.stories()] == ["The lamp"]


def test_a_story_that_is_gone_is_a_calm_message(coach: Coach, open_page: Open) -> None:
    app = open_page("stories", **{keys.STORY: "no-such-story"})
    assert 'class="trouble"' in words(app)
