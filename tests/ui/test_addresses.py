"""What is open on a page stands in its address: found again by it, and closed when it is gone from it."""

from __future__ import annotations

import pytest
from conftest import Open
from screen import press, words
from streamlit.testing.v1 import AppTest

from coach.domain.models import Channel, Person, Rehearsal, Story, Turn
from coach.facade import Coach
from coach.ui import reading


@pytest.fixture
def kept(empty_coach: Coach) -> Coach:
    empty_coach.add_many(
        [
            Person(id="ana", name="Ana Ruiz", organisation="Harbour"),
            Story(id="lamp", title="The lamp", text="It went out.", own=True),
            Rehearsal(id="r1", person="ana", turns=(Turn(by="me", text="Hello Ana!"),)),
        ]
    )
    return empty_coach


def _at(open_page: Open, page: str, **address: str) -> AppTest:
    app = open_page()
    app.switch_page(f"coach/ui/views/{page}.py")
    app.query_params.update(address)
    return app.run()


def test_a_click_on_a_person_is_in_the_address_and_all_people_takes_it_out(kept: Coach, open_page: Open) -> None:
    app = press(open_page("people"), "Open")
    assert app.query_params["person"] == "ana"
    assert "Add a note" in [one.label for one in app.text_area]
    app = press(app, "All people")
    assert "person" not in app.query_params
    assert "Add a note" not in [one.label for one in app.text_area]


@pytest.mark.parametrize(
    ("page", "name", "id", "shown"),
    [
        ("people", "person", "ana", "Harbour"),
        ("stories", "story", "lamp", "It went out."),
        ("rehearse", "rehearsal", "r1", "Hello Ana!"),
    ],
)
def test_an_address_opens_what_it_names(
    kept: Coach, open_page: Open, page: str, name: str, id: str, shown: str
) -> None:
    app = _at(open_page, page, **{name: id})
    assert shown in words(app)
    assert not app.exception
    del app.query_params[name]  # the browser's Back
    app.run()
    assert [one.label for one in app.button if one.label in ("All people", "All stories", "All rehearsals")] == []


def test_an_address_opens_the_answer_to_a_challenge(kept: Coach, open_page: Open) -> None:
    challenge = kept.clinic.describe("Nobody reads our newsletter.")
    app = _at(open_page, "clinic", challenge=challenge.id)
    assert "Another challenge" in [one.label for one in app.button]
    app = press(app, "Another challenge")
    assert "challenge" not in app.query_params


@pytest.mark.parametrize(
    ("page", "name"),
    [("people", "person"), ("stories", "story"), ("rehearse", "rehearsal"), ("clinic", "challenge")],
)
def test_an_address_of_what_is_gone_shows_the_page_with_nothing_open(
    kept: Coach, open_page: Open, page: str, name: str
) -> None:
    app = _at(open_page, page, **{name: "gone"})
    assert not app.exception
    assert 'class="trouble"' not in words(app)
    assert [one.value for one in app.toast] == ["What was open here is no longer kept."]
    assert name not in app.query_params


def test_the_tab_of_insight_is_in_the_address(coach: Coach, open_page: Open) -> None:
    app = _at(open_page, "insight", show="network", days="365")
    assert "Who belongs together" in words(app)
    assert app.session_state["insight.span"] == 365
    app.query_params["show"] = "review"  # the browser's Back
    assert "Who belongs together" not in words(app.run())
    app.query_params.clear()
    app.run()
    assert (app.session_state["insight.look"], app.session_state["insight.span"]) == ("figures", 91)


@pytest.mark.parametrize("said", ["", "zzz", "9"])
def test_a_tab_that_is_none_is_the_usual_one(coach: Coach, open_page: Open, said: str) -> None:
    app = _at(open_page, "insight", show=said, days=said)
    assert not app.exception
    assert (app.session_state["insight.look"], app.session_state["insight.span"]) == ("figures", 91)


# ------------------------------------------------------------------------------------------------- namesakes
def test_namesakes_are_told_apart_wherever_one_is_chosen(empty_coach: Coach, open_page: Open) -> None:
    empty_coach.add_many(
        [
            Person(id="a", name="Ines Duarte", role="archivist", organisation="City Museum"),
            Person(id="b", name="Ines Duarte", channels=(Channel(type="email", value="ines@example.org"),)),
            Person(id="c", name="INES Duarte"),
            Person(id="d", name="Bo Berg", organisation="Harbour"),
        ]
    )
    assert reading.people_names(empty_coach) == {
        "a": "Ines Duarte · archivist · City Museum",
        "b": "Ines Duarte · ines@example.org",
        "c": "INES Duarte",
        "d": "Bo Berg",
    }
    shown = words(open_page("people"))
    assert "archivist, City Museum / ines@example.org" in shown
    assert "ines@example.org / nothing more known" in shown


def test_like_buttons_are_told_apart_when_they_are_read_out(kept: Coach, open_page: Open) -> None:
    kept.add(Person(id="bo", name="Bo *Berg*"))
    labels = [one.label for one in open_page("people").button if one.label.startswith("Open")]
    assert labels == ["Open :gray[Ana Ruiz Harbour]", r"Open :gray[Bo \*Berg\*]"]
