"""The starter stories and the sample in German: the same record in another language, nothing added, nothing lost."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from coach import open_coach
from coach.bootstrap import starter_stories, starter_stories_follow
from coach.domain.models import Story
from coach.domain.text import content_words
from coach.drafting.languages import language_in
from coach.intake.sample import load_sample

DATA = Path(__file__).resolve().parents[2] / "coach" / "data"
ENGLISH = sorted(path for path in (DATA / "starter_stories").glob("*.md") if path.name.islower())
SECTIONS = ["Struggle", "Turn", "Result", "Lesson"]
SAME = ("id", "people", "year", "source")


def parse(path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    match = re.fullmatch(r"---\n(.*?\n)---\n(.*)", path.read_text("utf-8"), flags=re.DOTALL)
    assert match, path.name
    parts = re.split(r"^## (.+)\n", match[2], flags=re.MULTILINE)
    return yaml.safe_load(match[1]), {name: body.strip() for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def sentences(text: str) -> int:
    return len(re.findall(r"[.!?](?=\s|$)", text))


def german(path: Path) -> Path:
    return DATA / "starter_stories_de" / path.name


def test_each_story_has_its_translation_and_no_more() -> None:
    assert len(ENGLISH) >= 55
    assert {path.name for path in ENGLISH} == {path.name for path in (DATA / "starter_stories_de").glob("*.md")}


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_a_translation_tells_the_same_story(path: Path) -> None:
    (front, body), (said, told) = parse(path), parse(german(path))
    assert list(said) == list(front)
    assert {key: said[key] for key in SAME} == {key: front[key] for key in SAME}
    assert len(said["themes"]) == len(front["themes"])
    assert 0 < len(said["title"]) <= 60
    assert list(told) == SECTIONS
    for part in SECTIONS:
        assert sentences(told[part]) <= sentences(body[part])
        assert told[part].endswith((".", "!", "?"))
        assert 0.6 <= len(told[part]) / len(body[part]) <= 1.7
    assert told["Lesson"].startswith("Unsere Lesart:")
    assert language_in(list(told.values())) == "de"
    figures = re.compile(r"\b\d{4}\b")
    assert set(figures.findall(" ".join(told.values()))) == set(figures.findall(" ".join(body.values())))


def test_a_theme_has_one_german_word() -> None:
    pairs = {
        pair
        for path in ENGLISH
        for pair in zip(parse(path)[0]["themes"], parse(german(path))[0]["themes"], strict=True)
    }
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})


def test_the_sample_is_the_same_in_german() -> None:
    one, other = load_sample(date(2026, 5, 4)), load_sample(date(2026, 5, 4), "de")
    assert [(item.kind, item.id) for item in one] == [(item.kind, item.id) for item in other]
    texts = {
        "text",
        "title",
        "about",
        "abstract",
        "what",
        "why",
        "role",
        "lesson",
        "struggle",
        "turn",
        "result",
        "body",
    }
    for english, translated in zip(one, other, strict=True):
        assert type(english) is type(translated)
        before, after = english.model_dump(), translated.model_dump()
        assert {key for key, value in before.items() if value is None} == {
            key for key, value in after.items() if value is None
        }
        fixed = [key for key, value in before.items() if not isinstance(value, str | list | tuple | dict)]
        assert {key: before[key] for key in fixed} == {key: after[key] for key in fixed}
        assert not [key for key in texts & before.keys() if bool(before[key]) != bool(after[key])]
    notes = [item.text for item in other if str(item.kind) == "note"]
    assert language_in(notes) == "de"
    assert len(content_words(" ".join(notes))) > 100


def test_a_new_workspace_has_its_stories_in_the_language_asked_for(tmp_path: Path) -> None:
    with open_coach(tmp_path, starter=True, language="de") as coach:
        titles = {story.title for story in coach.store.stories()}
    assert titles == {story.title for story in starter_stories("de")}


def test_starter_stories_follow_the_language_but_for_those_that_were_edited(tmp_path: Path) -> None:
    with open_coach(tmp_path, starter=True) as coach:
        first, second, third = sorted(coach.store.stories(), key=lambda story: story.id)[:3]
        coach.store.save([first.model_copy(update={"struggle": "My own words."})])
        coach.store.delete(second.kind, second.id)
        changed = starter_stories_follow(coach, "de")
        again = starter_stories_follow(coach, "de")
        kept = {story.id: story for story in coach.store.stories()}
    german_ones = {story.id: story for story in starter_stories("de")}
    assert changed == len(german_ones) - 2
    assert again == 0
    assert second.id not in kept
    assert kept[first.id].struggle == "My own words."
    assert kept[third.id].title == german_ones[third.id].title
    assert isinstance(kept[third.id], Story)
    assert kept[third.id].collection == "starter"
