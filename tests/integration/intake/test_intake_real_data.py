"""Real files: a conference's programme, talks of hundreds of events, a community's stories, our own starter stories."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import cast

from coach.domain.models import Event, Person, Story
from coach.intake import preview

STARTER = Path(__file__).resolve().parents[3] / "coach" / "data" / "starter_stories"


def test_europython_2024_has_131_talks_and_163_speakers_none_lost_none_doubled(shared_data: Path) -> None:
    folder = shared_data / "europython-2024"
    found = preview(folder)
    event = cast(Event, found.items[-1])
    records = [json.loads(file.read_text(encoding="utf-8")) for file in (folder / "videos").glob("*.json")]
    people = {item.id: item for item in found.items if isinstance(item, Person)}
    assert found.counts() == {"person": 163, "event": 1, "session": 131}
    assert {person.name for person in people.values()} == {name for record in records for name in record["speakers"]}
    assert {session.title for session in event.programme} == {record["title"] for record in records}
    for session in event.programme:
        record = next(record for record in records if record["title"] == session.title)
        assert [people[key].name for key in session.speakers] == record["speakers"]
    assert [skip.where for skip in found.skipped] == ["LICENSE"]
    assert found.warnings == ()


def test_europython_2024_sessions_have_room_day_address_and_a_clean_abstract(shared_data: Path) -> None:
    event = cast(Event, preview(shared_data / "europython-2024").items[-1])
    assert (event.name, event.starts, event.ends) == ("EuroPython 2024", date(2024, 7, 10), date(2024, 7, 12))
    assert event.url == "https://ep2024.europython.eu/"
    assert len({session.room for session in event.programme}) == 6
    for session in event.programme:
        assert session.room
        assert session.starts
        assert session.minutes
        assert session.url.startswith("https://ep2024.europython.eu/session/")
        assert len(session.abstract) > 60
        assert "This work is licensed" not in session.abstract
        assert not session.abstract.startswith(("[EuroPython", "https://", session.title + " by "))
        assert "\r" not in session.abstract


def test_a_second_preview_and_a_zip_have_the_same_ids(shared_data: Path, tmp_path: Path) -> None:
    first = preview(shared_data / "europython-2024")
    archive = shutil.make_archive(str(tmp_path / "programme"), "zip", shared_data, "europython-2024")
    for again in (preview(shared_data / "europython-2024"), preview(archive)):
        assert [item.id for item in again.items] == [item.id for item in first.items]
        assert again.items == first.items


def test_11450_talks_in_json_lines_are_all_read(shared_data: Path) -> None:
    found = preview(shared_data / "pyvideo" / "talks-en.jsonl.gz")
    counts = found.counts()
    assert (counts["event"], counts["session"]) == (366, 11_450)
    assert 8_300 <= counts["person"] <= 8_400, "8,372 spellings, some of them the same person"
    assert found.skipped == ()
    assert len({item.id for item in found.items}) == len(found.items)


def test_44_contributor_stories_are_read_whole_and_the_licence_is_none(shared_data: Path) -> None:
    folder = shared_data / "k8s_contributor_stories"
    found = preview(folder, kind="stories")
    stories = [cast(Story, item) for item in found.items]
    assert len(stories) == len(list(folder.glob("*.md"))) == 44
    assert [skip.where for skip in found.skipped] == ["LICENSE"]
    assert len({story.id for story in stories}) == 44
    for story in stories:
        assert story.heard_from, story.title
        assert story.at, story.title
        assert (story.own, story.collection) == (False, "k8s_contributor_stories")
        for trace in ("{{", "<!--", "](http", "**", "---\n"):
            assert trace not in story.text, (trace, story.title)
    words = sum(len(story.text.split()) for story in stories)
    assert 55_000 < words < 65_000, f"{words} words: the interviews must be kept whole"
    assert preview(folder, kind="stories") == found


def test_words_in_angle_brackets_that_are_no_tags_survive(shared_data: Path) -> None:
    found = preview(shared_data / "k8s_contributor_stories", kind="stories")
    network = next(cast(Story, item) for item in found.items if "SIG Network" in cast(Story, item).title)
    assert "#sig-network-<project>" in network.text


def test_all_starter_stories_are_read_without_a_warning() -> None:
    files = [file for file in STARTER.glob("*.md") if file.name not in {"README.md", "SOURCES.md"}]
    found = preview(STARTER)
    stories = [cast(Story, item) for item in found.items]
    assert found.importer == "stories"
    assert len(stories) == len(files)
    assert {story.collection for story in stories} == {"starter"}
    assert all(story.id.startswith("starter-") and not story.own and story.source for story in stories)
    assert all(story.struggle and story.turn and story.result and story.lesson for story in stories)
    assert found.warnings == ()
