"""Promises and facts whose days are noted in haste: the letter names the right day or none, and its subject none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from conftest import TODAY, Opener, handle_for

from coach.domain.models import Commitment, Note, Person
from eval.fake import FillingModel

FACT = "Wim rebuilt the ferry engine of his grandfather."


def _coming(weekday: int) -> date:
    return TODAY + timedelta(days=(weekday - TODAY.weekday()) % 7 or 7)


@pytest.mark.parametrize("what", ["price list mon", "our price list, mon latest", "our price list by Mon"])
def test_a_subject_names_the_thing_and_no_day(opened: Opener, what: str) -> None:
    owed = Commitment(person="wim", by="me", what=what, made_on=TODAY)
    coach = opened(items=[Person(id="wim", name="Wim Prins"), Note(text=FACT, people=("wim",)), owed])
    version = coach.follow_up("wim").current
    assert version.subject.casefold().endswith("price list")
    assert not {"mon", "monday", "latest"} & set(version.text.casefold().replace(".", " ").replace(",", " ").split())


@pytest.mark.parametrize(("what", "weekday"), [("send the deck by fri", 4), ("send the deck, wed eve latest", 2)])
def test_a_letter_tells_the_day_of_a_promise_by_its_date(opened: Opener, what: str, weekday: int) -> None:
    owed = Commitment(person="wim", by="me", what=what, made_on=TODAY)
    coach = opened(items=[Person(id="wim", name="Wim Prins"), Note(text=FACT, people=("wim",)), owed])
    day = _coming(weekday)
    assert f"send you the deck by {day.day} {day:%B}" in coach.follow_up("wim").current.text


def test_a_thing_that_is_owed_is_told_with_its_day(opened: Opener) -> None:
    owed = Commitment(person="wim", by="me", what="the paper on leap seconds, wed eve latest", made_on=TODAY)
    coach = opened(items=[Person(id="wim", name="Wim Prins"), Note(text=FACT, people=("wim",)), owed])
    day = _coming(2)
    version = coach.follow_up("wim").current
    assert f"I promised you by {day.day} {day:%B}" in version.text or f"seconds by {day.day} {day:%B}" in version.text
    assert version.subject == "The paper on leap seconds"


def test_a_day_that_is_over_is_not_told(opened: Opener) -> None:
    owed = Commitment(person="wim", by="me", what="send the deck by fri", made_on=TODAY - timedelta(days=15))
    coach = opened(items=[Person(id="wim", name="Wim Prins"), Note(text=FACT, people=("wim",)), owed])
    text = coach.follow_up("wim").current.text
    assert "send you the deck" in text
    assert "fri" not in text.casefold()
    assert " by " not in text


def test_a_german_letter_names_the_day_and_not_its_short_form(opened: Opener) -> None:
    note = "Wim Prins hat einen Garten auf dem Dach angelegt. Er zieht morgen nach Emden um."
    owed = Commitment(person="wim", by="me", what="bis Fr die Anleitung schicken", made_on=TODAY)
    small = replace(handle_for(FillingModel()), kind="embedded")
    coach = opened(small, items=[Person(id="wim", name="Wim Prins"), Note(text=note, people=("wim",)), owed])
    text = coach.follow_up("wim", tone="warm").current.text
    assert "bis Freitag die Anleitung schicken" in text or "bis zum" in text
    assert "bis Fr " not in text
    assert "morgen" not in text


def test_a_fact_with_tomorrow_in_it_is_told_by_its_date(opened: Opener) -> None:
    at = "2026-11-16T19:00:00Z"
    note = Note(text="Wim moves his ferry workshop to the old pier tmrw.", people=("wim",), at=at)  # type: ignore[arg-type]
    coach = opened(items=[Person(id="wim", name="Wim Prins"), note])
    text = coach.follow_up("wim").current.text
    assert "tmrw" not in text
    assert "to the old pier on 17 November" in text
