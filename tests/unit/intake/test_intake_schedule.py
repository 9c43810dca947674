# ruff: noqa: DTZ001 - imported times without a zone are local times of the event
"""Programmes as frab and pretalx export them."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, cast

import pytest

from coach.domain.models import Event, Person, Session
from coach.errors import ImportFileError
from coach.intake import ImportPreview, preview

SUMMER = timezone(timedelta(hours=2))


def sessions(found: ImportPreview) -> dict[str, Session]:
    return {session.title: session for session in cast(Event, found.items[-1]).programme}


def people(found: ImportPreview) -> list[Person]:
    return [item for item in found.items if isinstance(item, Person)]


def schedule(days: Any, **conference: Any) -> bytes:
    return json.dumps({"schedule": {"conference": {"title": "Tea 2031", "days": days, **conference}}}).encode()


def test_schedule_json_is_read_with_rooms_tracks_and_biographies(fixtures: Path) -> None:
    found = preview(fixtures / "schedule.json")
    assert found.importer == "schedule"
    assert found.counts() == {"person": 3, "event": 1, "session": 4}
    event, boiling = cast(Event, found.items[-1]), sessions(found)["Boiling without noise"]
    assert (event.name, event.starts, event.ends) == ("Kettle Conference 2031", date(2031, 6, 10), date(2031, 6, 11))
    assert boiling.starts == datetime(2031, 6, 10, 10, tzinfo=SUMMER)
    assert (boiling.minutes, boiling.room, boiling.track, boiling.tags) == (90, "Copper Hall", "Steam", ("Workshop",))
    assert boiling.abstract == "A quiet kettle, explained.\n\nBring a List<int> and a cup."
    assert boiling.url == "https://kettle.example/2031/talk/AAAAA1/"
    cleo = people(found)[0]
    assert (cleo.name, cleo.about) == ("Cleo Madeup", "Builds kettles at Fictional Steam.")
    assert cleo.organisation == "", "an organisation is never guessed from a biography"


def test_namesakes_with_ids_of_their_own_are_kept_apart(fixtures: Path) -> None:
    found = preview(fixtures / "schedule.json")
    same = [person for person in people(found) if person.name == "Sam Same"]
    assert len({person.id for person in same}) == 2
    assert any("2 people are called 'Sam Same'" in warning.reason for warning in found.warnings)


def test_a_session_without_a_title_is_skipped_and_odd_fields_are_reported(fixtures: Path) -> None:
    found = preview(fixtures / "schedule.json")
    assert [(skip.where, skip.reason) for skip in found.skipped] == [
        ("day 2, Copper Hall, session 2", "The session has no title.")
    ]
    assert any(warning.value == "lunch" for warning in found.warnings)
    assert sessions(found)["Night tea"].starts == datetime(2031, 6, 11, 1, 30, tzinfo=SUMMER), "25:30 is the next day"


def test_schedule_xml_gives_the_same_event_and_session_as_schedule_json(fixtures: Path) -> None:
    found, other = preview(fixtures / "schedule.xml"), preview(fixtures / "schedule.json")
    assert found.counts() == {"person": 2, "event": 1, "session": 2}
    assert found.items[-1].id == other.items[-1].id
    assert sessions(found)["Boiling without noise"].id == sessions(other)["Boiling without noise"].id
    assert people(found)[0].id == people(other)[0].id
    assert cast(Event, found.items[-1]).place == "Copper House, Teaville"


def test_schedule_xml_reads_html_children_and_sessions_after_midnight(fixtures: Path) -> None:
    found = preview(fixtures / "schedule.xml")
    assert sessions(found)["Boiling without noise"].abstract == "A quiet kettle.\n\nExplained."
    assert sessions(found)["Night tea"].starts == datetime(2031, 6, 11, 0, 30, tzinfo=SUMMER)
    assert sessions(found)["Night tea"].minutes == 50
    assert {person.name: person.about for person in people(found)}["Dov Fictional"] == "Collects lids."
    assert [skip.where for skip in found.skipped] == ["day 1, Copper Hall, session 3"]


def test_xml_in_another_encoding_than_it_says_is_still_read() -> None:
    text = "<?xml version='1.0' encoding='utf-8'?><schedule><conference><title>Café</title></conference></schedule>"
    found = preview("", data=text.encode("latin-1"), name="schedule.xml")
    assert cast(Event, found.items[-1]).name == "Café"


def test_rooms_may_be_a_list_and_names_may_be_translated() -> None:
    room = {"name": {"de": "Saal", "en": "Hall"}, "events": [{"id": 1, "title": {"en": "Tea"}, "start": "10:00"}]}
    found = preview("", data=schedule([{"date": "2031-01-02", "rooms": [room]}]), name="s.json")
    tea = sessions(found)["Tea"]
    assert (tea.room, tea.starts) == ("Hall", datetime(2031, 1, 2, 10))


def test_a_schedule_without_sessions_keeps_the_event_with_a_warning() -> None:
    found = preview("", data=schedule([], start="2031-01-02", time_zone_name="Tea/Pot"), name="s.json")
    assert found.counts() == {"event": 1}
    assert {"no session", "time zone"} <= {
        key for key in ("no session", "time zone") for warning in found.warnings if key in warning.reason
    }


def test_odd_shapes_inside_a_schedule_are_reported_not_fatal() -> None:
    days = ["x", {"rooms": "none"}, {"rooms": {"A": "y", "B": [7, {"title": "T", "persons": "me"}]}}, {"rooms": [3]}]
    found = preview("", data=schedule(days), name="s.json")
    assert list(sessions(found)) == ["T"]
    assert len(found.skipped) >= 4


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><schedule>&b;</schedule>',
        '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>',
    ],
)
def test_entities_and_outside_references_are_refused(bomb: str) -> None:
    with pytest.raises(ImportFileError, match="refused"):
        preview("", data=bomb.encode(), name="schedule.xml")


def test_truncated_files_say_that_they_end_too_early(fixtures: Path) -> None:
    for name in ("schedule.json", "schedule.xml"):
        data = (fixtures / name).read_bytes()
        with pytest.raises(ImportFileError, match="ends too early"):
            preview("", data=data[: len(data) * 2 // 3], name=name)


def test_other_json_and_other_xml_are_named_for_what_they_are() -> None:
    with pytest.raises(ImportFileError, match="colour"):
        preview("", data=b'{"colour": 1}', name="schedule.json", kind="schedule")
    with pytest.raises(ImportFileError, match="<rss>"):
        preview("", data=b"<rss></rss>", name="schedule.xml", kind="schedule")
    with pytest.raises(ImportFileError, match="not JSON"):
        preview("", data=b"First Name,Last Name\nAda,Invented", name="schedule.json", kind="schedule")


def test_of_two_schedules_in_a_folder_one_is_read_and_the_other_reported(tmp_path: Path, fixtures: Path) -> None:
    for name in ("schedule.json", "schedule.xml"):
        (tmp_path / name).write_bytes((fixtures / name).read_bytes())
    found = preview(tmp_path)
    assert found.importer == "schedule"
    assert found.counts()["session"] == 4
    assert any(skip.where == "schedule.xml" for skip in found.skipped)
