"""Capture: saved first, always; stored only what was ticked, and only on confirmation."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from conftest import Open
from screen import finish, press, words
from stand_in import StandIn
from streamlit.testing.v1 import AppTest

from coach.domain.models import Capture, Event
from coach.domain.progress import Listener, Update
from coach.facade import Coach
from coach.journeys import second_reading
from coach.journeys.capture import read_by_rule
from coach.ui import keys, workspace

NOTES = "Met Ana Ruiz at the harbour dinner. I promised to send Ana the release checklist by Friday."


LEFT_OPEN = " Then a talk on Brontosaur where somebody waved at us."
"""What no rule makes anything of, so that the model is asked."""


def _read(coach: Coach, open_page: Open, notes: str = NOTES) -> tuple[AppTest, str]:
    app = open_page("capture")
    app.text_area[0].set_value(notes)
    press(app, "Save and read")
    capture = app.session_state[keys.CAPTURE]
    finish(app, "capture", capture)
    return app, capture


def test_what_was_read_is_shown_to_be_confirmed_and_nothing_is_stored_before(coach: Coach, open_page: Open) -> None:
    app, _capture = _read(coach, open_page)
    assert not app.exception
    assert any(one.value == "Ana Ruiz" for one in app.text_input)
    assert "Ana Ruiz" not in [person.name for person in coach.store.people()]
    assert coach.store.captures(status="open")[0].text == NOTES


def test_ticked_entries_are_stored_with_their_corrections(coach: Coach, open_page: Open) -> None:
    app, capture = _read(coach, open_page)
    role = next(one for one in app.text_input if one.label == "Role")
    role.set_value("maintainer")
    press(app, "Store what is ticked")
    ana = coach.store.find_person("Ana Ruiz")
    assert ana is not None
    assert ana.role == "maintainer"
    assert any("checklist" in one.what and one.by == "me" for one in coach.store.commitments(person=ana.id))
    assert capture not in [one.id for one in coach.store.captures(status="open")]


def test_an_entry_that_is_not_ticked_is_not_stored(coach: Coach, open_page: Open) -> None:
    app, _ = _read(coach, open_page)
    promise = next(one for one in app.checkbox if one.label == "A promise")
    promise.uncheck()
    press(app, "Store what is ticked")
    assert not [one for one in coach.store.commitments() if "checklist" in one.what]


def test_putting_aside_stores_nothing_and_keeps_the_words(coach: Coach, open_page: Open) -> None:
    app, capture = _read(coach, open_page)
    press(app, "Put aside")
    assert "Ana Ruiz" not in [person.name for person in coach.store.people()]
    kept = next(one for one in coach.store.captures() if one.id == capture)
    assert (kept.text, kept.status) == (NOTES, "discarded")


def test_a_failing_model_loses_nothing_and_says_so(coach: Coach, open_page: Open, stand_in: StandIn) -> None:
    stand_in.fails = 401
    app, _capture = _read(coach, open_page, NOTES + LEFT_OPEN)
    assert not app.exception
    assert coach.store.captures(status="open")[0].text == NOTES + LEFT_OPEN
    assert 'class="trouble"' in words(app)


def test_what_the_rules_found_is_shown_while_the_model_still_reads(coach: Coach, open_page: Open) -> None:
    kept = coach.capture(NOTES)
    found = read_by_rule(kept, [], date(2026, 11, 24))
    told, release = threading.Event(), threading.Event()

    def read(listen: Listener, _: threading.Event) -> None:
        listen(Update(stage="rules", payload=found))
        told.set()
        release.wait(30)

    workspace.jobs().start(("capture", kept.id), read)
    told.wait(30)
    shown = words(open_page("capture", **{keys.CAPTURE: kept.id}))
    release.set()
    assert "Found so far" in shown
    assert "<li>Ana Ruiz</li>" in shown
    assert "You promised Ana Ruiz: send Ana the release checklist" in shown


def test_blank_notes_are_refused_and_saved_nowhere(coach: Coach, open_page: Open) -> None:
    before = len(coach.store.captures())
    app = press(open_page("capture"), "Save and read")
    assert "Write a few words." in words(app)
    assert len(coach.store.captures()) == before


def test_a_capture_that_was_not_confirmed_waits(coach: Coach, open_page: Open) -> None:
    kept = coach.capture(NOTES)
    app = open_page("capture")
    assert "Met Ana Ruiz" in words(app)
    press(app, "", key=f"open-{kept.id}")
    assert app.session_state[keys.CAPTURE] == kept.id


def _on(coach: Coach, name: str, begun: int, ended: int) -> Event:
    """An event that began and ended so many days ago."""
    now = date.today()  # noqa: DTZ011 - the app reckons in its user's zone too
    event = Event(name=name, starts=now - timedelta(days=begun), ends=now - timedelta(days=ended))
    coach.store.save([event])
    return event


def test_what_is_on_today_is_where_it_was_until_the_user_clears_it(coach: Coach, open_page: Open) -> None:
    _on(coach, "Ended yesterday", 1, 1)
    fair = _on(coach, "Fair", 2, -1)
    app = open_page("capture")
    assert app.selectbox[0].value == fair.id
    assert any("just on" in one.value for one in app.caption)
    app.selectbox[0].set_value(None).run()
    assert app.selectbox[0].value is None
    assert not any("just on" in one.value for one in app.caption)


def test_yesterdays_event_is_proposed_and_an_older_one_is_not(coach: Coach, open_page: Open) -> None:
    _on(coach, "Two days ago", 3, 2)
    assert open_page("capture").selectbox[0].value is None
    late = _on(coach, "Last night", 1, 1)
    assert open_page("capture").selectbox[0].value == late.id


def test_a_promise_in_unusual_words_is_shown_to_be_ticked(
    coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_reading, "SURE", 1.1)
    notes = "Met Ana Ruiz, potter in Leeds. There might be a bag of clay in it for me before Easter, she reckoned."
    app, capture = _read(coach, open_page, notes)
    proposed = coach.store.get(Capture, capture).proposal
    assert proposed is not None
    suspected = [one for one in proposed["commitments"] if not one["accepted"]]
    shown = [one.label for one in app.checkbox]
    assert shown.count("Perhaps a promise: tick it if it is one") == len(suspected) == 1


MANY = "\n".join(
    f"{name} - {role} at {house}. i promised {name.split()[0]} the {thing}"
    for name, role, house, thing in (
        ("Ana Ruiz", "potter", "Elm Works", "map"),
        ("Bo Nilsen", "baker", "Tidewater", "seed list"),
        ("Cleo Park", "nurse", "Oak Hall", "rota"),
    )
)


def test_of_many_entries_each_is_a_line_and_the_button_stands_above_them_too(coach: Coach, open_page: Open) -> None:
    app, capture = _read(coach, open_page, MANY)
    shown = words(app)
    assert "3 people, 3 promises found." in shown
    assert "potter, Elm Works" in shown
    assert "You promised Bo Nilsen: the seed list" in shown
    assert len([one for one in app.expander if one.label == "Look closer, or correct it"]) == 6
    assert [one.label for one in app.button].count("Store what is ticked") == 2
    next(one for one in app.text_input if one.label == "Role").set_value("sculptor").run()
    assert "sculptor, Elm Works" in words(app)
    press(app, "", key="confirm-head")
    ana = coach.store.find_person("Ana Ruiz")
    assert ana is not None
    assert ana.role == "sculptor"
    assert capture not in [one.id for one in coach.store.captures(status="open")]


def test_a_few_entries_lie_open(coach: Coach, open_page: Open) -> None:
    app, _ = _read(coach, open_page)
    assert not [one for one in app.expander if one.label == "Look closer, or correct it"]
    assert [one.label for one in app.button].count("Store what is ticked") == 1
