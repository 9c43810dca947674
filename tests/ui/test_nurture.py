"""Nurture: whose turn it is and why, what you decide about it, what you could give, and the way back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conftest import Open
from screen import press, words

from coach.domain.gate import unconfirmed
from coach.domain.models import Commitment, Draft, Note, Person
from coach.errors import StoreError
from coach.facade import Coach
from coach.ui import keys, reading

HEDDA, KEIKO = "sample-hedda", "sample-keiko"


def test_whose_turn_it_is_stands_there_with_the_reason_in_plain_words(coach: Coach, open_page: Open) -> None:
    app = open_page("nurture")
    shown = words(app)
    assert not app.exception
    assert "Hedda Solbakk-Ito" in shown
    assert "Hedda has helped you once." in shown
    assert "You were last in touch 44 days ago." in shown


def test_whom_the_notes_say_to_avoid_is_left_out_and_the_page_says_why(coach: Coach, open_page: Open) -> None:
    coach.add(Note(text="Do not contact her again.", people=(HEDDA,), source="typed"))
    app = open_page("nurture")
    assert f"write-{HEDDA}" not in {button.key for button in app.button}
    assert "Left out" in words(app)
    assert "You noted: “Do not contact her again.”" in words(app)
    app = press(app, "", key=f"left-out-open-{HEDDA}")
    assert "No reminders, since you noted: “Do not contact her again.”" in words(app)


def test_a_turn_that_is_past_is_not_called_the_next_one(coach: Coach, open_page: Open) -> None:
    coach.store.update(Person, HEDDA, follow_up_on=reading.today() - timedelta(days=40))
    app = press(open_page("nurture"), "", key=f"ideas-{HEDDA}")
    app = app.switch_page("coach/ui/views/people.py")
    app.session_state[keys.PERSON] = HEDDA
    app.session_state["people.detail"] = True
    shown = words(app.run())
    assert "Their turn has been due since" in shown
    assert "The next turn is on" not in shown


def test_a_snooze_moves_the_turn_and_can_be_taken_back(coach: Coach, open_page: Open) -> None:
    app = press(open_page("nurture"), "", key=f"later-week-{HEDDA}")
    assert coach.store.get(Person, HEDDA).quiet_until == reading.today() + timedelta(days=7)
    assert "No reminder about Hedda" in words(app)
    app = press(app, "Undo")
    assert coach.store.get(Person, HEDDA).quiet_until is None
    assert "No reminder about Hedda" not in words(app)


def test_skipping_leaves_one_round_out(coach: Coach, open_page: Open) -> None:
    app = press(open_page("nurture"), "", key=f"skip-{HEDDA}")
    assert coach.store.get(Person, HEDDA).quiet_until == reading.today() + timedelta(days=30)
    assert "Hedda Solbakk-Ito is left out this time" in words(app)


def test_done_with_a_few_words_keeps_a_note_and_undo_takes_it_out(coach: Coach, open_page: Open) -> None:
    before = len(coach.store.notes(person=HEDDA))
    app = open_page("nurture")
    app.text_area(key=f"done-{HEDDA}-text#0").set_value("Talked about her letters.").run()
    app = press(app, "", key=f"done-{HEDDA}-save")
    assert coach.store.notes(person=HEDDA)[0].text == "Talked about her letters."
    assert coach.store.get(Person, HEDDA).in_touch_on == reading.today()
    press(app, "Undo")
    assert len(coach.store.notes(person=HEDDA)) == before
    assert coach.store.get(Person, HEDDA).in_touch_on is None


def test_writing_goes_to_the_message_for_that_person(coach: Coach, open_page: Open) -> None:
    app = press(open_page("nurture"), "", key=f"write-{HEDDA}")
    assert app.session_state[keys.PERSON] == HEDDA
    assert "Follow up" in words(app)


def test_an_introduction_becomes_two_drafts_that_pass_the_gate(coach: Coach, open_page: Open) -> None:
    before = {draft.id for draft in coach.store.drafts()}
    app = press(open_page("nurture"), "", key=f"ideas-{KEIKO}")
    shown = words(app)
    assert "Introduce Noelani Fairhurst" in shown
    assert "Keiko is looking for somebody who has handed over a community" in shown
    press(app, "", key=f"introduce-{KEIKO}-person:sample-noelani")
    made = [draft for draft in coach.store.drafts() if draft.id not in before]
    assert {draft.person for draft in made} == {KEIKO, "sample-noelani"}
    assert [unconfirmed(coach.store.get(Draft, draft.id).current) for draft in made] == [(), ()]


def test_undo_takes_back_both_messages_of_an_introduction_on_the_page_that_shows_them(
    coach: Coach, open_page: Open
) -> None:
    before = {draft.id for draft in coach.store.drafts()}
    app = press(open_page("nurture"), "", key=f"ideas-{KEIKO}")
    app = press(app, "", key=f"introduce-{KEIKO}-person:sample-noelani")
    assert len(coach.store.drafts()) == len(before) + 2
    app = press(app.switch_page("coach/ui/views/follow_up.py").run(), "Undo")
    assert not app.exception
    assert {draft.id for draft in coach.store.drafts()} == before
    assert "Undo" not in {button.label for button in app.button}


def test_a_rhythm_of_your_own_is_kept_and_can_be_taken_back(coach: Coach, open_page: Open) -> None:
    app = press(open_page("nurture"), "", key=f"ideas-{HEDDA}")
    app = app.selectbox(key=f"rhythm-list-{HEDDA}-30").set_value(180).run()
    assert coach.store.get(Person, HEDDA).cadence_days == 180
    press(app, "Undo")
    assert coach.store.get(Person, HEDDA).cadence_days == 30


def test_a_persons_page_shows_the_rhythm_and_the_help_both_ways(coach: Coach, open_page: Open) -> None:
    app = open_page("people", **{keys.PERSON: "sample-bram", "people.detail": True})
    shown = words(app)
    assert "Gave up a Saturday to find the bug in our ordering script" in shown
    assert "Read his offer for the ferry company" in shown
    assert "So far you have been in touch about every" in shown


def test_help_is_noted_and_words_are_needed(coach: Coach, open_page: Open) -> None:
    app = open_page("people", **{keys.PERSON: HEDDA, "people.detail": True})
    app = press(app, "", key=f"FormSubmitter:help.{HEDDA}.form#0-Keep it")
    assert "Say in a few words what the help was." in words(app)
    app.text_input(key=f"help.{HEDDA}.what#0").set_value("lent me her ladder")
    press(app, "", key=f"FormSubmitter:help.{HEDDA}.form#0-Keep it")
    assert coach.store.helps(person=HEDDA)[0].what == "lent me her ladder"


def test_an_empty_workspace_says_what_will_come(empty_coach: Coach, open_page: Open) -> None:
    app = open_page("nurture")
    assert "Nobody to keep in touch with yet" in words(app)
    assert not app.exception


def test_a_failure_leaves_a_calm_page(coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StoreError("The disk is full.", "Make room.")

    monkeypatch.setattr(coach.store, "ties", broken)
    app = open_page("nurture")
    assert not app.exception
    assert "Make room." in words(app)
    assert "Traceback" not in words(app)


def test_nobody_is_waiting_is_said_only_where_nobody_is(empty_coach: Coach, open_page: Open) -> None:
    today = reading.today()
    ines = Person(name="Ines Duarte", in_touch_on=today)
    empty_coach.add(ines)
    assert "Nobody is waiting" in words(open_page("nurture"))
    late = Commitment(person=ines.id, by="me", what="send Ines the restore checklist", due=today - timedelta(days=20))
    empty_coach.add(late)
    shown = words(open_page("nurture"))
    assert "Nobody is waiting" not in shown
    assert "Still waited for: send Ines the restore checklist." in shown
