"""Taking everything along, and bringing a workspace in."""

from __future__ import annotations

import json

import pytest
from conftest import Open
from screen import press, words

from coach.domain.models import Person
from coach.facade import Coach
from coach.journeys.exchange import Exchange
from coach.ui import keys


def test_drawing_settings_makes_no_file(coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    for name in ("workspace_file", "folder", "contacts", "calendar"):
        monkeypatch.setattr(Exchange, name, lambda *_, _name=name, **__: made.append(_name) or b"")
    app = open_page("settings")
    assert "Take everything with you" in words(app)
    assert len([one for one in app.get("download_button") if "export-" in str(one.proto.id)]) == 5
    assert made == []


def test_a_person_can_be_taken_as_a_card(coach: Coach, open_page: Open) -> None:
    person = coach.store.people()[0]
    app = open_page("people", **{keys.PERSON: person.id, "people.detail": True})
    assert [one.proto.label for one in app.get("download_button")] == ["Card for an address book"]
    assert f"FN:{person.name}".encode() in coach.exchange.contacts(people=[person.id])


def test_a_workspace_comes_in_and_what_is_here_stays(coach: Coach, empty_coach: Coach, open_page: Open) -> None:
    file = coach.exchange.workspace_file()
    empty_coach.add(Person(id="mine", name="Mine"))
    app = open_page("settings")
    _upload(app).upload("coach.json", file, "application/json").run()
    press(app, "Bring it in")
    assert not app.exception
    names = {person.name for person in empty_coach.store.people()}
    assert names == {"Mine", *(person.name for person in coach.store.people())}
    assert json.loads(empty_coach.exchange.workspace_file())["choices"]["user_name"] == coach.settings.user_name


def test_another_file_is_refused_with_a_next_step(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    _upload(app).upload("x.json", b"{}", "application/json").run()
    assert "no workspace of this program" in words(app)
    assert "Bring it in" not in [one.label for one in app.button]


def test_people_who_would_come_back_are_named_before_and_the_outcome_stays(coach: Coach, open_page: Open) -> None:
    file = coach.exchange.workspace_file()
    gone = coach.store.people()[0]
    coach.forget_person(gone.id, delete_notes=True)
    app = open_page("settings")
    _upload(app).upload("coach.json", file, "application/json").run()
    assert f"<b>New here would be 1 person:</b> {gone.name}" in words(app)
    assert "Whoever you forgot" in words(app)
    assert gone.id not in {one.id for one in coach.store.people()}
    press(app, "Bring it in")
    assert " added, " in words(app.run())


def test_a_workspace_without_people_asks_nothing(coach: Coach, empty_coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    _upload(app).upload("coach.json", coach.exchange.workspace_file(), "application/json").run()
    assert "New here would be" not in words(app)


def _upload(app: object) -> object:
    return next(one for one in app.file_uploader if one.label.startswith("Workspace file"))  # type: ignore[attr-defined]
