"""Nobody is asked to write to the dead, to introduce them or to practise meeting them; what is kept of them stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from conftest import TODAY, Opener, town

from coach.domain.models import Commitment, Draft, DraftVersion, Note, Person
from coach.errors import InputError
from coach.facade import Coach

NEED = "Wim needs somebody who can splice steel cables for the ferry."
HELP = "Noor has spliced steel cables for the ferry for thirty years."


def _harbour(opened: Opener, *said: str, about: str = "") -> Coach:
    """Noor, who could help Wim with his ferry, and what was noted of her since."""
    people = [
        Person(id="wim", name="Wim Prins"),
        Person(id="noor", name="Noor Haddad", about=about, follow_up_on=TODAY),
    ]
    known = [one for one in town() if getattr(one, "id", "") != "noor"]
    notes = [Note(text=NEED, people=("wim",)), Note(id="help", text=HELP, people=("noor",))]
    notes += [Note(text=one, people=("noor",)) for one in said]
    owed = [Commitment(id=by, person="noor", by=by, what="the drill", due=TODAY) for by in ("me", "them")]
    return opened(items=[*known, *people, *notes, *owed])


DIED = ("Noor passed away in September.", "Noor's funeral was on Friday.", "Noor ist im Oktober gestorben.")
LIVES = ("Noor's deadline is Friday.", "Her mother died in May.", "The battery of her boat is dead.")


@pytest.mark.parametrize("told", DIED)
def test_the_dead_are_on_no_list_of_whom_to_write_to(opened: Opener, told: str) -> None:
    coach = _harbour(opened, told)
    assert "noor" not in {one.tie.id for one in coach.nurturing.queue()}
    assert coach.nurturing.rhythm("noor").reminder is None
    assert coach.nurturing.ideas("noor") == []
    due = {(one.kind, one.person_id) for one in coach.agenda().items}
    assert ("follow_up", "noor") not in due
    assert ("promise_theirs", "noor") not in due
    assert ("promise_mine", "noor") in due
    assert b"Get in touch with Noor" not in coach.exchange.calendar()


@pytest.mark.parametrize("told", LIVES)
def test_whoever_lives_stays_on_them(opened: Opener, told: str) -> None:
    coach = _harbour(opened, told)
    assert "noor" in {one.tie.id for one in coach.nurturing.queue()}
    assert coach.nurturing.rhythm("noor").reminder is not None
    assert ("follow_up", "noor") in {(one.kind, one.person_id) for one in coach.agenda().items}
    assert b"Get in touch with Noor" in coach.exchange.calendar()


AVOIDED = ("Avoid her.", "Do not contact again.", "Keine Lust mehr auf Noor.", "Noor has blocked me.")


@pytest.mark.parametrize("told", AVOIDED)
def test_nobody_is_proposed_whom_the_notes_say_to_avoid(opened: Opener, told: str) -> None:
    coach = _harbour(opened, told)
    assert "noor" not in {one.tie.id for one in coach.nurturing.queue()}
    assert [(one.name, one.quote) for one in coach.nurturing.left_out()] == [("Noor Haddad", told)]
    rhythm = coach.nurturing.rhythm("noor")
    assert (rhythm.reminder, rhythm.door and rhythm.door.quote) == (None, told)
    assert [one for one in coach.nurturing.ideas("wim") if one.other == "noor"] == []
    asked = coach.clinic.describe("Who can splice steel cables for a ferry?").id
    assert "noor" not in {one.person.id for one in coach.clinic.consult(asked).helpers}
    due = {(one.kind, one.person_id) for one in coach.agenda().items}
    assert ("follow_up", "noor") not in due
    assert {("promise_theirs", "noor"), ("promise_mine", "noor")} <= due
    assert b"Get in touch with Noor" not in coach.exchange.calendar()


def test_whoever_made_peace_is_proposed_again(opened: Opener) -> None:
    coach = _harbour(opened, "Avoid her.", "She apologised, all fine now.")
    assert "noor" in {one.tie.id for one in coach.nurturing.queue()}
    assert coach.nurturing.left_out() == []


def test_a_message_that_waits_for_the_dead_is_not_due(opened: Opener) -> None:
    coach = _harbour(opened, DIED[0])
    version = DraftVersion(number=1, text="Hi Noor", at="2026-11-16T19:00:00Z")
    coach.add(Draft(purpose="follow_up", person="noor", channel="email", versions=(version,), next_on=TODAY))
    assert "draft" not in {one.kind for one in coach.agenda().items}


def test_nobody_is_introduced_to_the_dead(opened: Opener) -> None:
    coach = _harbour(opened)
    (idea,) = [one for one in coach.nurturing.ideas("wim") if one.kind == "introduction"]
    assert idea.other == "noor"
    coach.add(Note(text=DIED[0], people=("noor",)))
    assert [one for one in coach.nurturing.ideas("wim") if one.other == "noor"] == []
    with pytest.raises(InputError, match="has died"):
        coach.nurturing.introduce("wim", idea)


def test_the_clinic_names_no_dead_helper_and_keeps_what_they_said(opened: Opener) -> None:
    coach = _harbour(opened)
    asked = coach.clinic.describe("Who can splice steel cables for a ferry?").id
    assert "noor" in {one.person.id for one in coach.clinic.consult(asked).helpers}
    coach.add(Note(text=DIED[0], people=("noor",)))
    found = coach.clinic.consult(asked)
    assert "noor" not in {one.person.id for one in found.helpers}
    assert HELP in {quote for one in found.conversations for quote in one.quotes}
    assert HELP in {one.text for one in coach.recall("steel cables")}


@pytest.mark.parametrize("about", ["", "Noor died in 2024."])
def test_nobody_rehearses_meeting_the_dead(opened: Opener, about: str) -> None:
    coach = _harbour(opened, *() if about else DIED[:1], about=about)
    with pytest.raises(InputError, match=r"has died.*somebody close to them"):
        coach.rehearsals.begin(person="noor")
    assert coach.rehearsals.begin(person="wim").person == "wim"


def test_what_somebody_else_wrote_counts_for_nothing(opened: Opener) -> None:
    coach = _harbour(opened)
    coach.add(Note(text="Noor died.", people=("noor",), author="wim"))
    assert "noor" in {one.tie.id for one in coach.nurturing.queue()}


def test_a_note_that_was_read_wrongly_and_changed_opens_the_door_again(opened: Opener) -> None:
    coach = _harbour(opened)
    coach.add(Note(id="sad", text=DIED[0], people=("noor",)))
    assert "noor" not in {one.tie.id for one in coach.nurturing.queue()}
    coach.store.update(Note, "sad", text="Noor's brother died in September.")
    assert "noor" in {one.tie.id for one in coach.nurturing.queue()}
    assert coach.nurturing.snooze("noor", TODAY + timedelta(days=2)).quiet_until is not None
