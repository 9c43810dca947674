"""Stories as Markdown: our format and free-form posts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from coach.domain.models import Story
from coach.errors import ImportFileError
from coach.intake import ImportPreview, preview
from coach.intake.plain_text import plain_text


def stories(found: ImportPreview) -> list[Story]:
    return [cast(Story, item) for item in found.items]


def test_our_format_is_recognised_by_its_sections(fixtures: Path) -> None:
    found = preview(fixtures / "stories")
    (kettle,) = stories(found)
    assert found.importer == "stories"
    assert (kettle.id, kettle.collection, kettle.own) == ("starter-invented-kettle", "starter", False)
    assert kettle.struggle == "Nobody in Teaville lent a kettle to a stranger."
    assert kettle.lesson == "Ask about the thing before you ask for the thing."
    assert kettle.text == "1931 · Teaville"
    assert kettle.about_people == ("Ada Invented", "Dov Fictional")
    assert (kettle.themes, kettle.good_for) == (("asking", "patience"), ("when you are new",))
    assert kettle.source == "A made-up source, https://teapot.example/story"
    assert [skip.where for skip in found.skipped] == ["SOURCES.md"]


def test_a_story_of_your_own_is_yours_and_a_missing_part_is_reported() -> None:
    text = b"# My kettle\n\n## Struggle\nCold.\n\n## Turn\nI asked.\n\n## Aftermath\nTea.\n"
    found = preview("", data=text, name="kettle.md")
    (mine,) = stories(found)
    assert (mine.title, mine.own, mine.collection) == ("My kettle", True, "mine")
    assert "Aftermath" in mine.text
    assert "no result, no lesson" in found.warnings[0].reason


def test_posts_become_heard_stories_without_markup(fixtures: Path) -> None:
    found = preview(fixtures / "posts", kind="stories")
    joined, byline = stories(found)
    assert joined.title == "How I joined the kettle club"
    assert joined.heard_from == "Ada Invented, Dov Fictional"
    assert (joined.own, joined.at, joined.collection) == (False, date(2031, 1, 5), "posts")
    assert joined.source == "how-i-joined"
    assert joined.text == (
        "A note by the editor.\n\nMy first meeting with Dov was in a List<Kettle> workshop.\n\n"
        "What I learnt\n\n1. Show up.\n2. Bring cups."
    )
    assert byline.heard_from == "Cleo Madeup, Noa Nourl"
    assert [skip.where for skip in found.skipped] == ["LICENSE"]


def test_posts_are_notes_unless_stories_are_asked_for(fixtures: Path) -> None:
    assert preview(fixtures / "posts").importer == "notes"


def test_a_second_preview_has_the_same_ids(fixtures: Path) -> None:
    assert preview(fixtures / "posts", kind="stories") == preview(fixtures / "posts", kind="stories")


def test_an_empty_folder_of_stories_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("About.")
    with pytest.raises(ImportFileError, match=r"README\.md"):
        preview(tmp_path, kind="stories")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Plain words.", "Plain words."),
        ("- a\n- b\n  - c\n\nAfter.", "- a\n- b\n  - c\n\nAfter."),
        ("| A | B |\n|---|---|\n| 1 | 2 |", "A | B\n\n1 | 2"),
        ("```\ncode <b>\n```", "code <b>"),
        ("a <!-- b --> c <b>d</b> <project> &amp; e", "a c d <project> & e"),
        ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"),
        ("See[^1].\n\n[^1]: A note.", "See.\n\nNote: A note."),
        ("![x](y.png)", ""),
        ("never <!-- closed", "never <!-- closed"),
    ],
)
def test_plain_text_keeps_words_and_drops_marks(source: str, expected: str) -> None:
    assert plain_text(source) == expected
