# ruff: noqa: DTZ001 - imported times without a zone are local times of the event
"""Programmes in pyvideo's format."""

from __future__ import annotations

import gzip
import json
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

from coach.domain.models import Event, Person
from coach.intake import preview
from coach.intake.identity import event_id, person_id, split_names


def talk(**fields: Any) -> bytes:
    return json.dumps({"title": "A talk", "speakers": ["Ada Invented"], **fields}).encode()


def lines(*records: dict[str, Any]) -> bytes:
    return "\n".join(json.dumps(record) for record in records).encode()


def test_a_folder_becomes_one_event_and_each_speaker_once(fixtures: Path) -> None:
    found = preview(fixtures / "programme")
    assert found.importer == "pyvideo"
    assert found.counts() == {"person": 2, "event": 1, "session": 2}
    assert [item.name for item in found.items if isinstance(item, Person)] == ["Ada Invented", "Béla Made-Up"]
    assert all(cast(Person, item).relation == "prospect" for item in found.items[:-1])
    assert isinstance(found.items[-1], Event), "speakers must be saved before the event that names them"


def test_the_frame_of_a_description_becomes_room_day_and_address(fixtures: Path) -> None:
    event = cast(Event, preview(fixtures / "programme").items[-1])
    by_title = {session.title: session for session in event.programme}
    parallel, leaves = by_title["Pouring in Parallel"], by_title["Leaves at Scale"]
    assert parallel.abstract == "How two spouts share one pot.\n\nWith a live pouring."
    assert (parallel.room, parallel.starts, parallel.minutes) == ("Blue Room", datetime(2031, 5, 2), 29)
    assert parallel.url == "https://teapot.example/session/pouring-in-parallel"
    assert parallel.tags == ("tea", "async")
    assert leaves.starts == datetime(2031, 5, 3, 14, 35), "a header may lack its bracket and say `at` with a time"
    assert leaves.abstract == "Sorting a million leaves."
    assert (event.starts, event.ends) == (date(2031, 5, 2), date(2031, 5, 3))
    assert event.url == "https://teapot.example/"


def test_folder_and_zip_give_the_same_items(fixtures: Path, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "programme"), "zip", fixtures, "programme")
    assert preview(archive).items == preview(fixtures / "programme").items


def test_an_edited_talk_keeps_its_id(fixtures: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(fixtures / "programme", tmp_path / "programme"))
    before = cast(Event, preview(copy).items[-1])
    file = copy / "videos" / "leaves-at-scale.json"
    file.write_text(file.read_text().replace("Leaves at Scale", "Leaves at Large Scale"))
    after = cast(Event, preview(copy).items[-1])
    assert after.id == before.id
    assert {s.id for s in after.programme} == {s.id for s in before.programme}
    assert {s.title for s in after.programme} != {s.title for s in before.programme}


def test_a_single_talk_does_not_take_the_place_of_its_programme(fixtures: Path) -> None:
    whole = preview(fixtures / "programme")
    one = preview(fixtures / "programme" / "videos" / "leaves-at-scale.json")
    assert one.counts() == {"person": 1, "event": 1, "session": 1}
    assert one.items[-1].id != whole.items[-1].id
    assert one.items[0].id == whole.items[0].id
    assert "one talk" in one.warnings[0].reason


def test_json_lines_become_many_events_and_a_speaker_of_two_is_one_person() -> None:
    data = lines(
        {"event": "teapot-2030", "id": "a", "title": "One", "speakers": ["Ada Invented"], "recorded": "2030-05-01"},
        {"event": "teapot-2031", "id": "b", "title": "Two", "speakers": ["Ada  Invented "], "recorded": "2031-05-01"},
    )
    for payload, name in ((data, "talks.jsonl"), (gzip.compress(data), "talks.jsonl.gz")):
        found = preview("", data=payload, name=name)
        assert found.counts() == {"person": 1, "event": 2, "session": 2}
        assert found.skipped == ()


def test_a_broken_line_is_skipped_with_its_number() -> None:
    data = lines({"event": "e-2031", "id": "a", "title": "One", "speakers": ["Ada Invented"]}) + b'\n{"event": \n'
    found = preview("", data=data, name="talks.jsonl")
    assert found.counts()["session"] == 1
    assert [(skip.where, "cut off" in skip.reason) for skip in found.skipped] == [("line 2", True)]


def test_several_speakers_in_one_string_are_told_apart_and_reported() -> None:
    found = preview("", data=talk(speakers=["Jane Doe, John Roe and Ann Lee"]), name="t.json")
    assert [item.name for item in found.items if isinstance(item, Person)] == ["Jane Doe", "John Roe", "Ann Lee"]
    assert any("3 speakers" in warning.reason for warning in found.warnings)


def test_names_that_may_be_one_person_stay_whole() -> None:
    for name in ("Ing Wei, Tang", "Aaron Hall, MBA", "Keira and Sky", "Tibs / Tony Ibbs", "蘇嘉冠 (Jia-Kuan, Su)"):
        assert split_names(name) == [name]
    assert split_names("Ann Lee & Bob Ray") == ["Ann Lee", "Bob Ray"]


def test_an_id_is_the_same_for_spellings_of_one_name() -> None:
    assert person_id("Ada  Invented") == person_id(" ada invented")
    assert person_id("Ada Invented") != person_id("Ada Invented", "second")
    assert event_id("EuroPython 2024", None) == event_id("europython-2024", date(2024, 7, 8))
    assert event_id("Tea Evening", date(2030, 1, 1)) != event_id("Tea Evening", date(2031, 1, 1))


def test_missing_fields_are_reported_and_the_rest_is_kept() -> None:
    found = preview("", data=talk(speakers=None, duration="long", recorded="some day"), name="t.json")
    assert found.counts() == {"event": 1, "session": 1}
    reasons = " ".join(warning.reason for warning in found.warnings)
    assert "names no speaker" in reasons
    assert "duration" in reasons
    assert "date" in reasons


def test_a_file_that_is_no_talk_is_skipped_by_name(fixtures: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(fixtures / "programme", tmp_path / "programme"))
    (copy / "videos" / "broken.json").write_text('{"title": "Half a t')
    (copy / "videos" / "other.json").write_text('{"colour": "green"}')
    (copy / "LICENSE").write_text("x")
    found = preview(copy)
    assert found.counts()["session"] == 2
    assert {skip.where for skip in found.skipped} == {"videos/broken.json", "videos/other.json", "LICENSE"}


def test_the_videos_folder_alone_takes_the_events_name_from_its_talks(fixtures: Path) -> None:
    found = preview(fixtures / "programme" / "videos")
    assert [session.id for session in cast(Event, found.items[-1]).programme] == [
        session.id for session in cast(Event, preview(fixtures / "programme").items[-1]).programme
    ]
    assert "no title of the event" in found.warnings[0].reason
