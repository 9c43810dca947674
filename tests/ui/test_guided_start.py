"""The first three minutes: three questions, each answer kept at once, and the first brief on its way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from conftest import Open
from screen import finish, press, words
from streamlit.testing.v1 import AppTest

from coach.bootstrap import add_sample
from coach.domain.models import Event, Person
from coach.facade import Coach
from coach.ui import keys, reading

WANT = "Find two people who mend clocks, and learn from them"


def _answered(app: AppTest, name: str, text: str) -> AppTest:
    app.text_area(key=f"start.{name}#0").set_value(text)
    return press(app, "", key=f"start-next-{name}")


def test_an_empty_home_asks_the_first_question_and_nothing_else(empty_coach: Coach, open_page: Open) -> None:
    shown = words(open_page("today"))
    assert "Question 1 of 3" in shown
    assert "Nothing is due" not in shown


def test_each_answer_is_kept_at_once_and_the_next_question_follows(empty_coach: Coach, open_page: Open) -> None:
    app = _answered(open_page("today"), "want", WANT)
    assert [goal.text for goal in empty_coach.store.goals()] == [WANT]
    assert "Question 2 of 3" in words(app)
    assert "Question 2 of 3" in words(open_page("today"))
    app = _answered(app, "care", "craft, patience")
    assert empty_coach.store.goals()[0].values == ("craft", "patience")
    assert "Question 3 of 3" in words(app)


def test_a_longer_answer_is_the_reason_why(empty_coach: Coach, open_page: Open) -> None:
    app = _answered(open_page("today"), "want", WANT)
    _answered(app, "care", "My grandfather mended clocks, and nobody in town knows how any more")
    assert empty_coach.store.goals()[0].why.startswith("My grandfather")


def test_the_last_answer_begins_the_first_brief(empty_coach: Coach, open_page: Open) -> None:
    app = _answered(_answered(open_page("today"), "want", WANT), "care", "craft")
    app.text_input(key="start.event.name#0").set_value("Clock fair")
    app.date_input(key="start.event.day#0").set_value(reading.today() + timedelta(days=3))
    app.text_area(key="start.event.who#0").set_value("Noor Aziz, clockmaker, Tick & Sons\nIda Blum")
    app = press(app, "", key="start-finish")
    event = empty_coach.store.events()[0]
    assert event.goals == (empty_coach.store.goals()[0].id,)
    assert {person.name for person in empty_coach.store.people()} == {"Noor Aziz", "Ida Blum"}
    assert app.session_state[keys.EVENT] == event.id
    app = finish(app, "prepare", event.id)
    assert "Noor Aziz" in words(app)
    assert reading.briefs_of(empty_coach, event.id)
    assert "Question" not in words(open_page("today"))


def test_an_event_of_2019_is_taken_and_the_page_says_that_it_is_past(empty_coach: Coach, open_page: Open) -> None:
    app = _answered(_answered(open_page("today"), "want", WANT), "care", "craft")
    app.text_input(key="start.event.name#0").set_value("Clock fair")
    app.date_input(key="start.event.day#0").set_value(date(2019, 5, 4))
    app.text_area(key="start.event.who#0").set_value("Noor Aziz, clockmaker, Tick & Sons")
    app = press(app, "", key="start-finish")
    [event] = empty_coach.store.events()
    assert event.starts == date(2019, 5, 4)
    assert "Sat 4 May 2019 is past." in words(app)
    finish(app, "prepare", event.id)


def test_an_event_without_a_name_says_so_and_keeps_the_question(empty_coach: Coach, open_page: Open) -> None:
    app = _answered(_answered(open_page("today"), "want", WANT), "care", "craft")
    app = press(app, "", key="start-finish")
    assert 'class="trouble"' in words(app)
    assert "Question 3 of 3" in words(app)
    assert empty_coach.store.events() == []


def test_a_blank_first_answer_is_asked_for_again(empty_coach: Coach, open_page: Open) -> None:
    app = _answered(open_page("today"), "want", "  ")
    assert "Say in a sentence what you hope for." in words(app)
    assert empty_coach.store.goals() == []


def test_it_can_be_put_off_and_taken_up_again_where_it_was(empty_coach: Coach, open_page: Open) -> None:
    app = _answered(open_page("today"), "want", WANT)
    app = press(app, "Not now")
    assert "Question" not in words(app)
    app = press(app, "Answer three questions")
    assert "Question 2 of 3" in words(app)
    app = press(app, "Back")
    assert app.text_area(key="start.want#0").value == WANT


def test_once_there_are_people_and_an_event_nobody_is_told_of_a_first_brief(
    empty_coach: Coach, open_page: Open
) -> None:
    app = press(open_page("today"), "Not now")
    assert "Your first brief is three questions away" in words(app)
    empty_coach.add_many([Person(name="Ana Ruiz"), Event(name="Fair")])
    assert "Your first brief is three questions away" not in words(open_page("today"))


def test_not_now_leaves_a_workspace_with_nobody_invented_and_the_example_one_click_away(
    empty_coach: Coach, open_page: Open
) -> None:
    add_sample(empty_coach)
    app = press(open_page("today"), "Not now")
    assert "Question" not in words(app)
    assert not reading.has_sample(empty_coach)
    assert not empty_coach.store.people()
    assert "stay on this page" in app.toast[0].value
    app = press(app, "Look at an example first")
    assert reading.has_sample(empty_coach)
    assert app.session_state[keys.EVENT] == "sample-event-harbourlight"


def test_your_name_is_asked_for_once_and_greets_you(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("today")
    app.text_input(key="start.name#0").set_value(" Robin Vale ")
    app = _answered(app, "want", WANT)
    assert empty_coach.settings.user_name == "Robin Vale"
    assert "Robin" in words(app)
    app = press(app, "Back")
    assert "Your name (optional)" not in [one.label for one in app.text_input]


def test_your_name_may_be_left_out(empty_coach: Coach, open_page: Open) -> None:
    app = _answered(open_page("today"), "want", WANT)
    assert empty_coach.settings.user_name == ""
    assert "Question 2 of 3" in words(app)


def test_the_example_is_one_click_away_and_the_first_answer_takes_it_out(empty_coach: Coach, open_page: Open) -> None:
    app = press(open_page("today"), "Look at an example first")
    assert reading.has_sample(empty_coach)
    assert app.session_state[keys.EVENT] == "sample-event-harbourlight"
    app = press(open_page("today"), "Start with my own")
    assert "Question 1 of 3" in words(app)
    assert not reading.has_sample(empty_coach)


def test_answering_beside_the_sample_takes_the_sample_out(empty_coach: Coach, open_page: Open) -> None:
    add_sample(empty_coach)
    app = open_page("today")
    assert "Question 1 of 3" in words(app)
    _answered(app, "want", WANT)
    assert not reading.has_sample(empty_coach)
    assert [goal.text for goal in empty_coach.store.goals()] == [WANT]


@pytest.mark.parametrize("name", ["prepare", "people"])
def test_every_other_page_stays_open_meanwhile(empty_coach: Coach, open_page: Open, name: str) -> None:
    app = open_page(name)
    assert not app.exception
    assert "Question" not in words(app)
