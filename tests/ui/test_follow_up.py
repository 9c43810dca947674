"""Follow up: a message with its doubts, to be edited, sent and dated."""

from __future__ import annotations

from datetime import date

from conftest import Open
from screen import finish, press, words
from stand_in import StandIn
from streamlit.testing.v1 import AppTest

from coach.domain.models import Draft, Person
from coach.facade import Coach
from coach.ui import keys


def _written(coach: Coach, open_page: Open) -> tuple[AppTest, Draft]:
    app = press(open_page("follow_up"), "", key="follow-go")
    person = app.session_state[keys.PERSON]
    finish(app, "follow_up", person)
    assert not app.exception
    return app, coach.store.drafts(purpose="follow_up", person=person)[0]


def test_whoever_is_due_first_comes_first(coach: Coach, open_page: Open) -> None:
    due = coach.agenda().of("follow_up", "promise_mine", "draft")[0]
    assert open_page("follow_up").selectbox[0].value == due.person_id


def test_a_message_is_written_and_what_no_note_holds_is_marked(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    stand_in.lies = True
    app, draft = _written(coach, open_page)
    shown = words(app)
    assert draft.current.text.startswith("Hi Haneul,")
    assert '<mark class="doubt' in shown
    assert "Zanzibar" in shown
    assert draft.current.evidence[0]["text"][:30] in shown


def test_an_edit_becomes_a_new_version_and_the_first_one_stays(coach: Coach, open_page: Open) -> None:
    app, draft = _written(coach, open_page)
    next(one for one in app.text_area if one.label == "Make it yours").set_value("Short and mine.")
    press(app, "Save my wording")
    kept = coach.store.get(Draft, draft.id)
    assert [version.origin for version in kept.versions] == ["model", "user"]
    assert kept.current.text == "Short and mine."
    assert "All 2 versions" in [one.label for one in app.expander]


def test_marking_as_sent_records_the_next_date(coach: Coach, open_page: Open) -> None:
    app, draft = _written(coach, open_page)
    app.date_input[0].set_value(date(2031, 5, 6))
    press(app, "I sent it")
    assert coach.store.get(Draft, draft.id).status == "sent"
    assert coach.store.get(Person, str(draft.person)).follow_up_on == date(2031, 5, 6)


def test_a_mail_link_carries_address_subject_and_text(coach: Coach, open_page: Open) -> None:
    app, _ = _written(coach, open_page)
    link = next(one.proto for one in app.get("link_button"))
    assert link.url.startswith("mailto:")
    assert "Hi%20Haneul" in link.url


def test_a_failing_model_is_a_calm_message_and_the_page_stays_usable(
    coach: Coach, open_page: Open, stand_in: StandIn
) -> None:
    stand_in.fails = 401
    app = press(open_page("follow_up"), "", key="follow-go")
    finish(app, "follow_up", app.session_state[keys.PERSON])
    assert not app.exception
    assert 'class="trouble"' in words(app)
    assert any(button.key == "follow-go" for button in app.button)


def test_with_nobody_to_write_to_the_page_says_what_to_do(empty_coach: Coach, open_page: Open) -> None:
    assert "Nobody to write to yet" in words(open_page("follow_up"))
