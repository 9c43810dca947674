"""Today: what is due, and the ways from there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conftest import Open
from screen import press, words

from coach.domain.models import EVERYDAY, Capture, Commitment, Event, Person
from coach.errors import StoreError
from coach.facade import Coach
from coach.ui import keys, reading


def test_today_shows_the_next_event_what_is_due_and_promises_both_ways(coach: Coach, open_page: Open) -> None:
    shown = words(open_page("today"))
    agenda = coach.agenda()
    assert agenda.of("event")[0].title in shown
    for kind in ("follow_up", "promise_mine", "promise_theirs"):
        for item in agenda.of(kind):
            assert item.title.split(" ")[0] in shown
    assert "Robin" in shown


def test_a_days_business_out_of_the_calendar_does_not_stand_before_the_next_event(
    coach: Coach, open_page: Open
) -> None:
    named = coach.agenda().of("event")[0].title
    sync = Event(id="sync", name="Weekly sync", starts=reading.today(), source=EVERYDAY)
    coach.add(sync)
    ready = coach.today().readiness
    assert ready is not None
    assert ready.event_name == named
    shown = words(open_page("today"))
    assert shown.index(named) < shown.index("Weekly sync")
    assert reading.events_by_nearness(coach)[0].name == named
    coach.add(sync.model_copy(update={"goals": (coach.store.goals()[0].id,)}))
    assert coach.today().readiness.event_name == "Weekly sync"


def test_a_promise_can_be_marked_as_kept(coach: Coach, open_page: Open) -> None:
    promise = coach.agenda().of("promise_mine")[0]
    app = open_page("today")
    press(app, "", key=f"kept-{promise.ref}")
    assert coach.store.get(Commitment, promise.ref).status == "kept"
    assert not app.exception


def test_a_quick_thought_is_kept_as_it_was_typed(coach: Coach, open_page: Open) -> None:
    app = open_page("today")
    app.text_area(key="quick#0").set_value("Met Noor, who mends clocks.").run()
    press(app, "Keep it")
    assert coach.store.captures(status="open")[0].text == "Met Noor, who mends clocks."
    assert not app.exception


def test_an_empty_thought_gets_an_error_with_a_next_step(coach: Coach, open_page: Open) -> None:
    before = len(coach.store.captures())
    app = press(open_page("today"), "Keep it")
    assert 'class="trouble"' in words(app)
    assert len(coach.store.captures()) == before


def test_the_sample_goes_with_one_click_and_the_questions_begin(coach: Coach, open_page: Open) -> None:
    app = open_page("today")
    assert "sample people and events who do not exist" in words(app)
    app = press(app, "Start with my own")
    assert not [person for person in coach.store.people() if person.invented]
    assert not [event for event in coach.store.events() if event.invented]
    assert "Question 1 of 3" in words(app)


def test_the_next_event_shows_how_ready_you_are_with_its_evidence(coach: Coach, open_page: Open) -> None:
    shown = words(open_page("today"))
    assert "You still owe Haneul Brandt: Send the pytest fixture" in shown
    assert "Known to be there: " in shown
    assert "No brief yet" in shown


def test_a_brief_counts_once_it_was_opened(coach: Coach, open_page: Open) -> None:
    ready = coach.today().readiness
    assert ready is not None
    brief = coach.prepare(ready.event_id, lines_for=0)
    assert "The brief is there to be read" in words(open_page("today"))
    app = press(open_page("today"), "Open the brief")
    assert app.session_state[keys.BRIEF] == brief.draft_id
    assert "You have read the brief" in words(open_page("today"))


def test_a_promise_is_put_off_and_let_go_and_both_can_be_taken_back(coach: Coach, open_page: Open) -> None:
    promise = coach.store.get(Commitment, coach.agenda().of("promise_mine")[0].ref)
    app = press(open_page("today"), "", key=f"later-month-promise-{promise.id}")
    assert coach.store.get(Commitment, promise.id).due == reading.today() + timedelta(days=30)
    app = press(app, "Undo")
    assert coach.store.get(Commitment, promise.id) == promise
    app = press(app, "", key=f"drop-{promise.id}")
    assert coach.store.get(Commitment, promise.id).status == "dropped"
    press(app, "Undo")
    assert coach.store.get(Commitment, promise.id) == promise


def test_a_message_is_put_off_to_another_day(coach: Coach, open_page: Open) -> None:
    item = coach.agenda().of("follow_up")[0]
    press(open_page("today"), "", key=f"later-week-follow_up-{item.ref}")
    assert coach.store.get(Person, item.ref).follow_up_on == reading.today() + timedelta(days=7)


def test_a_long_list_shows_its_first_entries_and_more_on_a_click(coach: Coach, open_page: Open) -> None:
    coach.add_many(Commitment(person="sample-bram", by="me", what=f"errand {number:02}") for number in range(9))
    app = open_page("today")
    assert "errand 08" not in words(app)
    app = press(app, "", key="more-promise_mine")
    assert "errand 08" in words(app)


def test_who_is_going_quiet_stands_there_with_the_reason(coach: Coach, open_page: Open) -> None:
    shown = words(open_page("today"))
    assert "Going quiet" in shown
    assert "Hedda has helped you once." in shown


@pytest.mark.parametrize("error", [StoreError("The disk is full.", "Make room."), RuntimeError("unforeseen")])
def test_a_failure_leaves_a_calm_page_without_a_stack_trace(
    coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def broken() -> None:
        raise error

    monkeypatch.setattr(coach, "today", broken)
    app = open_page("today")
    assert not app.exception
    assert 'class="trouble"' in words(app)
    assert "Traceback" not in words(app)
    expected = "Make room." if isinstance(error, StoreError) else "What you typed is kept."
    assert expected in words(app)


def test_prepare_is_one_click_away(coach: Coach, open_page: Open) -> None:
    app = press(open_page("today"), "Prepare for it")
    assert app.session_state[keys.EVENT] == coach.agenda().of("event")[0].ref
    assert "Prepare" in words(app)


def test_notes_that_nobody_looked_at_are_told_of_and_one_click_away(coach: Coach, open_page: Open) -> None:
    for one in coach.store.captures(status="open"):
        coach.store.update(Capture, one.id, status="discarded")
    assert "waits for you" not in words(open_page("today"))
    kept = coach.capture("Met Noor, who mends clocks.")
    app = open_page("today")
    assert "One of your notes waits for you" in words(app)
    press(app, "Look at it")
    assert app.session_state[keys.CAPTURE] == kept.id
    coach.capture("Met Tomas, who winds them.")
    assert "2 of your notes wait for you" in words(open_page("today"))
