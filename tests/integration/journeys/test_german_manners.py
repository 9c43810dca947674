"""German briefs and messages as their reader sees them: "Sie" to an office, and nothing that points into the void."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import TODAY, Opener, handle_for

from coach.domain.models import Commitment, Event, Goal, Note, Person
from coach.facade import Coach
from eval.fake import FillingModel

NOTE = "Sabine Krause getroffen. Sie hat letztes Jahr einen Schulgarten auf dem Dach angelegt."
GOAL = "Eine Partnerklasse für unser Projekt suchen; ich biete Hilfe beim Programmieren an"


def _school(opened: Opener, *promises: Commitment, note: str = NOTE, **entry: str) -> Coach:
    small = replace(handle_for(FillingModel()), kind="embedded")
    items = [
        Goal(id="goal", text=GOAL),
        Person(id="sabine", name="Sabine Krause", **entry),  # type: ignore[arg-type]
        Event(id="forum", name="Bildungsforum", starts=TODAY, goals=("goal",), attendees=("sabine",)),
        Note(text=note, people=("sabine",), event="forum"),
        *promises,
    ]
    return opened(small, items=items)


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        ({"role": "Rektorin"}, NOTE),
        ({}, NOTE.replace("Sabine", "Frau Dr.")),
        ({}, NOTE.replace("getroffen", "ist Schulleiterin")),
    ],
)
def test_whoever_has_a_title_or_an_office_is_told_sie_everywhere(
    opened: Opener, entry: dict[str, str], note: str
) -> None:
    coach = _school(opened, note=note, **entry)
    brief = coach.prepare("forum", people=["sabine"]).people[0]
    said = " ".join(line.text for line in (*brief.openers, *brief.questions, *filter(None, [brief.offer])))
    message = coach.follow_up("sabine").current.text
    asked = coach.clinic.consult(coach.clinic.describe("Wer weiß, wie man einen Schulgarten anlegt?").id).helpers
    for text in (said, message, asked[0].asking.why):
        assert " du " not in f" {text.casefold()} "
        assert "dir" not in text.split()
    assert "Ihnen Hilfe beim Programmieren anbieten" in said


def test_the_user_may_choose_otherwise(opened: Opener) -> None:
    coach = _school(opened, role="Rektorin")
    assert "Du hast letztes Jahr" in coach.follow_up("sabine", tone="warm").current.text
    coach.add(Note(text="Wir sind jetzt per du, Sabine und ich.", people=("sabine",)))
    assert "Du hast letztes Jahr" in coach.follow_up("sabine").current.text


def test_a_brief_says_a_sentence_of_the_notes_and_no_catchword(opened: Opener) -> None:
    brief = _school(opened, role="Imkerin").prepare("forum", people=["sabine"]).people[0]
    assert "Du hast letztes Jahr einen Schulgarten auf dem Dach angelegt." in brief.openers[0].text
    assert not any("Stichwort" in line.text for line in brief.openers)


def test_no_question_stays_behind_when_what_it_is_about_does_not_fit(opened: Opener) -> None:
    long = "mir " + "ihre Liste aller Pflanzen auf dem Dach mit Sorten und Mengen und Preisen und " * 4 + "schicken"
    coach = _school(opened, Commitment(person="sabine", by="them", what=long))
    text = coach.follow_up("sabine", "text").current.text
    assert "Schulgarten" in text
    assert "dafür" not in text


def test_what_is_owed_is_said_as_a_thing(opened: Opener) -> None:
    coach = _school(opened, Commitment(person="sabine", by="them", what="ihren Pflanzplan"))
    assert "Ich freue mich auf deinen Pflanzplan." in coach.follow_up("sabine", tone="warm").current.text


def test_a_promise_is_said_without_the_words_that_noted_it(opened: Opener) -> None:
    coach = _school(opened, Commitment(person="sabine", by="me", what="hab ihr versprochen: Kontakt zu Ben"))
    text = coach.follow_up("sabine", tone="warm").current.text
    assert "was ich versprochen habe: Kontakt zu Ben." in text
    assert "hab dir" not in text
