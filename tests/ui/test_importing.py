"""Bringing things in on screen: seen first, saved by a job that can be stopped and taken up again, nothing lost."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Open
from screen import finish, press, words
from streamlit.testing.v1 import AppTest

from coach.domain.intake import ImportPreview, SaveReport
from coach.domain.models import Event, Person, Story
from coach.errors import StoreError
from coach.facade import Coach
from coach.ui import keys, language
from coach.ui.strings import t

PEOPLE = "Ida Blum, potter, Kiln\nNoor Aziz, clockmaker, Tick & Sons\n"
TALKS = """BEGIN:VCALENDAR
PRODID:-//pretalx//talks.example.org//clocks
BEGIN:VEVENT
UID:pretalx-clocks-AAA@talks.example.org
SUMMARY:Escapements - Ida Blum
DTSTART:20990507T090000
DTEND:20990507T093000
LOCATION:Hall 1
END:VEVENT
BEGIN:VEVENT
UID:pretalx-clocks-BBB@talks.example.org
SUMMARY:Springs - Noor Aziz
DTSTART:20990507T100000
DTEND:20990507T103000
LOCATION:Hall 2
END:VEVENT
END:VCALENDAR
"""


def paste(app: AppTest, place: str, text: str) -> AppTest:
    return app.text_area(key=f"import.{place}.paste#0").set_value(text).run()


def opened(open_page: Open, page: str, place: str, text: str) -> AppTest:
    return paste(press(open_page(page), "", key=f"import.{place}.toggle"), place, text)


def names(coach: Coach) -> list[str]:
    return sorted(person.name for person in coach.store.people())


def test_what_was_pasted_is_shown_then_saved_and_found(empty_coach: Coach, open_page: Open) -> None:
    app = opened(open_page, "people", "people", PEOPLE)
    assert "2 people" in words(app)
    assert empty_coach.store.people() == []
    app = finish(press(app, "", key="import.people.confirm"), "import", "people")
    assert names(empty_coach) == ["Ida Blum", "Noor Aziz"]
    app = finish(app, "indexing")
    assert not app.exception
    assert "Ida Blum" in words(app)
    assert not [one for one in app.text_area if str(one.key).startswith("import.people")]
    assert empty_coach.recall("potter", k=1)


def test_an_import_that_was_stopped_says_how_far_it_came_and_goes_on(
    empty_coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = empty_coach.save_import

    def stopped(found: ImportPreview, progress: Any = None, stop: threading.Event | None = None) -> SaveReport:
        monkeypatch.setattr(empty_coach, "save_import", real)
        first = real(found.model_copy(update={"items": found.items[:1]}), progress, stop)
        return first + SaveReport(left=1)

    monkeypatch.setattr(empty_coach, "save_import", stopped)
    app = press(opened(open_page, "people", "people", PEOPLE), "", key="import.people.confirm")
    app = finish(app, "import", "people")
    assert "1 of 2 are saved" in words(app)
    app = finish(press(app, "", key="import.people.again"), "import", "people")
    assert names(empty_coach) == ["Ida Blum", "Noor Aziz"]
    assert "1 of 2" not in words(app)


def test_a_failure_in_mid_save_is_said_and_the_same_can_be_saved_again_without_doubles(
    empty_coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = empty_coach.save_import

    def full(found: ImportPreview, *_: Any) -> SaveReport:
        monkeypatch.setattr(empty_coach, "save_import", real)
        real(found.model_copy(update={"items": found.items[:1]}))
        raise StoreError("The disk is full. 1 of 2 items were saved before.", "Make room.")

    monkeypatch.setattr(empty_coach, "save_import", full)
    app = press(opened(open_page, "people", "people", PEOPLE), "", key="import.people.confirm")
    app = finish(app, "import", "people")
    shown = words(app)
    assert "1 of 2 items were saved before." in shown
    assert "Make room." in shown
    assert "Traceback" not in shown
    elsewhere = open_page("people")
    assert "Make room." in words(elsewhere)
    finish(press(elsewhere, "", key="import.people.again"), "import", "people")
    assert names(empty_coach) == ["Ida Blum", "Noor Aziz"]


def test_what_was_saved_stays_when_a_failure_is_left_at_that(
    empty_coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> SaveReport:
        raise StoreError("The disk is full.", "Make room.")

    monkeypatch.setattr(empty_coach, "save_import", broken)
    app = finish(
        press(opened(open_page, "people", "people", PEOPLE), "", key="import.people.confirm"), "import", "people"
    )
    app = press(app, "", key="import.people.leave")
    assert app.text_area(key="import.people.paste#0").value == PEOPLE
    assert "2 people" in words(app)


def test_the_store_stops_between_batches_and_says_what_is_left(
    empty_coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.storage.store.BATCH", 2)
    stop = threading.Event()
    text = "".join(f"Ana Ruiz{'abcde'[number]}, potter\n" for number in range(5))
    found = empty_coach.preview_import("pasted text", data=text.encode())
    report = empty_coach.save_import(found, lambda done, _: stop.set() if done == 2 else None, stop)
    assert (report.added, report.left) == (2, 3)
    assert empty_coach.save_import(found) == SaveReport(added=3, unchanged=2)


def test_a_note_can_be_kept_while_an_import_is_being_indexed(
    empty_coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexing = empty_coach._keeper.indexing
    with indexing.at_rest():
        done = threading.Thread(target=lambda: empty_coach.add(Story(id="s", title="A loaf", text="It burnt.")))
        done.start()
        done.join(timeout=60)
        assert not done.is_alive()
    assert [hit.source_id for hit in empty_coach.recall("loaf", k=1)] == ["s"]


@pytest.mark.parametrize(
    ("one", "events"), [(True, ["Clocks"]), (False, ["Escapements - Ida Blum", "Springs - Noor Aziz"])]
)
def test_a_conferences_calendar_is_one_event_unless_you_say_otherwise(
    empty_coach: Coach, open_page: Open, one: bool, events: list[str]
) -> None:
    app = opened(open_page, "prepare", "programme", TALKS)
    asked = next(radio for radio in app.radio if str(radio.key).startswith("import.programme.one_event"))
    assert asked.value is True
    app = asked.set_value(one).run()
    finish(press(app, "", key="import.programme.confirm"), "import", "programme")
    assert sorted(event.name for event in empty_coach.store.events()) == events


SCHEDULE = "09:00 Opening – Anouk Visser (Waternet)\n13:00 Panel – Ida Blum, Noor Aziz\n"


def with_clocks(coach: Coach) -> Event:
    clocks = Event(id="clocks", name="Clocks", starts=date(2099, 5, 7), ends=date(2099, 5, 7), attendees=("ida",))
    coach.add_many([Person(id="ida", name="Ida Blum"), clocks])
    return clocks


def test_a_pasted_programme_belongs_to_the_event_that_is_open(empty_coach: Coach, open_page: Open) -> None:
    with_clocks(empty_coach)
    app = opened(open_page, "prepare", "programme", SCHEDULE)
    shown = words(app)
    assert "You have already: Ida Blum" in shown
    assert "New: Anouk Visser, Noor Aziz" in shown
    assert "Becomes part of: Clocks" in shown
    finish(press(app, "", key="import.programme.confirm"), "import", "programme")
    assert names(empty_coach) == ["Anouk Visser", "Ida Blum", "Noor Aziz"]
    assert [event.name for event in empty_coach.store.events()] == ["Clocks"]
    assert [one.title for one in empty_coach.store.get(Event, "clocks").programme] == ["Opening", "Panel"]


def test_a_pasted_programme_without_a_name_is_asked_for_one(empty_coach: Coach, open_page: Open) -> None:
    with_clocks(empty_coach)
    app = opened(open_page, "prepare", "programme", SCHEDULE)
    asked = next(box for box in app.selectbox if str(box.key).startswith("import.programme.event"))
    app = asked.set_value("").run()
    name = next(field for field in app.text_input if str(field.key).startswith("import.programme.event_name"))
    app = name.set_value("Spring Fair").run()
    assert "Events: Spring Fair" in words(app)
    finish(press(app, "", key="import.programme.confirm"), "import", "programme")
    assert sorted(event.name for event in empty_coach.store.events()) == ["Clocks", "Spring Fair"]


def test_a_programme_of_a_kept_events_name_is_not_an_event_beside_it(empty_coach: Coach, open_page: Open) -> None:
    with_clocks(empty_coach)
    app = opened(open_page, "people", "people", TALKS)
    assert "Becomes part of: Clocks" in words(app)
    finish(press(app, "", key="import.people.confirm"), "import", "people")
    assert [event.id for event in empty_coach.store.events()] == ["clocks"]


def test_the_first_brief_can_begin_with_any_file(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("today")
    app.text_area(key="start.want#0").set_value("Meet people who mend clocks")
    app = press(app, "", key="start-next-want")
    app = press(app, "", key="start-next-care")
    app = press(paste(app, "start.step", TALKS), "", key="import.start.step.confirm")
    app = finish(app, "import", "start.step")
    event = empty_coach.store.events()[0]
    assert (event.name, event.goals) == ("Clocks", (empty_coach.store.goals()[0].id,))
    assert app.session_state[keys.EVENT] == event.id
    assert {person.name for person in empty_coach.store.people()} == {"Ida Blum", "Noor Aziz"}
    assert len(empty_coach.store.get(Event, event.id).programme) == 2


def test_people_alone_leave_the_question_for_the_event_open(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("today")
    app.text_area(key="start.want#0").set_value("Meet people who mend clocks")
    app = press(press(app, "", key="start-next-want"), "", key="start-next-care")
    app = press(paste(app, "start.step", PEOPLE), "", key="import.start.step.confirm")
    app = finish(app, "import", "start.step")
    assert names(empty_coach) == ["Ida Blum", "Noor Aziz"]
    assert "Question 3 of 3" in words(app)


def test_prose_on_the_stories_page_is_proposed_as_a_story_and_can_be_notes(empty_coach: Coach, open_page: Open) -> None:
    text = "# The cellar flood\n\nThe charts stood in water until a neighbour came with a pump.\n"
    app = opened(open_page, "stories", "stories", text)
    assert "1 story" in words(app)
    finish(press(app, "", key="import.stories.confirm"), "import", "stories")
    assert [story.title for story in empty_coach.store.stories()] == ["The cellar flood"]


@pytest.mark.parametrize("page_and_place", [("people", "people"), ("stories", "stories"), ("prepare", "programme")])
def test_text_that_holds_nothing_is_said_so_and_stays_where_it_was_typed(
    empty_coach: Coach, open_page: Open, page_and_place: tuple[str, str]
) -> None:
    page, place = page_and_place
    text = "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
    app = opened(open_page, page, place, text)
    shown = words(app)
    assert 'class="trouble"' in shown
    assert "Traceback" not in shown
    assert app.text_area(key=f"import.{place}.paste#0").value == text
    assert not [button for button in app.button if str(button.key).endswith(".confirm")]


def test_files_that_cannot_be_used_are_said_so_on_screen_and_nothing_is_saved(
    empty_coach: Coach, open_page: Open, tmp_path: Path
) -> None:
    app = press(open_page("people"), "", key="import.people.toggle")
    broken = {
        "empty.vcf": b"",
        "zip.csv": b"PK\x03\x04 not a zip",
        "cut.json": b'{"name": "x", "messages": [',
        "picture.ics": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "none.xlsx": b"\xd0\xcf\x11\xe0" + bytes(500),
    }
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
        app = app.text_input(key="import.people.path#0").set_value(str(tmp_path / name)).run()
        shown = words(app)
        assert 'class="trouble"' in shown, name
        assert not app.exception
        assert "Traceback" not in shown
        assert app.text_input(key="import.people.path#0").value == str(tmp_path / name)
    with (tmp_path / "large.ics").open("wb") as stream:
        stream.truncate(50_000_000)
    app = app.text_input(key="import.people.path#0").set_value(str(tmp_path / "large.ics")).run()
    assert 'class="trouble"' in words(app)
    assert empty_coach.store.people() == []


def test_what_is_wrong_with_a_file_is_said_in_german(empty_coach: Coach, open_page: Open, tmp_path: Path) -> None:
    empty_coach.configure(empty_coach.settings.model_copy(update={"app_language": "de"}))
    try:
        app = press(open_page("people"), "", key="import.people.toggle")
        path = tmp_path / "leer.vcf"
        path.write_bytes(b"")
        app = app.text_input(key="import.people.path#0").set_value(str(path)).run()
        assert "Die Datei &#x27;leer.vcf&#x27; ist leer." in words(app)
        text = "BEGIN:VCARD\nVERSION:3.0\nFN:שרה כהן\nTEL:none\nEND:VCARD\n"
        app = app.text_input(key="import.people.path#0").set_value("").run()
        app = paste(app, "people", text)
        assert "Die Telefonnummer kann nicht stimmen und fällt weg." in words(app)
    finally:
        t.use("en")
        language.settle("en")
