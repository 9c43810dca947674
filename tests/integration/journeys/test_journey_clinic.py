"""The problem clinic on a real store and index: what counts as a reason to ask somebody."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from coach.bootstrap import open_coach
from coach.config import Settings
from coach.domain.models import Commitment, Kind, Note, Person
from coach.journeys.clinic import Consultation


@pytest.mark.parametrize(("status", "named"), [("open", True), ("kept", False), ("dropped", False)])
def test_only_a_promise_that_is_open_is_a_reason(
    tmp_path: Path, status: Literal["open", "kept", "dropped"], named: bool
) -> None:
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        promise = Commitment(person="ana", by="them", what="Explain how to test timeouts in async code", status=status)
        coach.add_many([Person(id="ana", name="Ana Ruiz"), promise])
        found = coach.clinic.consult(coach.clinic.describe("How do I test timeouts in async code?").id)
    reasons = [reason.evidence.kind for helper in found.helpers for reason in helper.reasons]
    assert (Kind.COMMITMENT in reasons) is named


def test_nobody_is_asked_for_what_a_note_says_of_somebody_else(tmp_path: Path) -> None:
    people = [Person(id="helen", name="Dr Helen Achebe"), Person(id="priya", name="Priya Nair")]
    note = Note(
        text="Priya cycles to every meeting. Helen Achebe measures noise at night. The pump room is loud.",
        people=("helen", "priya"),
    )
    owed = Commitment(person="helen", by="me", what="send the map", due=date(2026, 12, 2))
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        coach.add_many([*people, note, owed])
        challenge = "Our pump is loud and makes noise at night. How do we get them to measure it?"
        found = coach.clinic.consult(coach.clinic.describe(challenge).id)
    [helper] = found.helpers
    assert helper.person.id == "helen"
    assert [reason.quote for reason in helper.reasons] == ["Helen Achebe measures noise at night."]
    assert (helper.asking.owed, helper.asking.owed_by) == ("send the map", date(2026, 12, 2))
    told = {one.quotes[0]: one.names for one in found.conversations}
    assert told == {"Helen Achebe measures noise at night.": ("Dr Helen Achebe",), "The pump room is loud.": ()}
    assert all("loud" in question and "How do we get them to measure it?" in question for question in found.questions)


GERMAN = "Unsere Testläufe dauern zwei Stunden, und niemand wartet darauf. Wie bekommt man sie schneller?"


def _german(tmp_path: Path, tone: Literal["warm", "formal"]) -> Consultation:
    people = [
        Person(id="anke", name="Anke Voss", role="Testleiterin"),
        Person(id="jan", name="Jan Reuter", cares_about=("Brotbacken",)),
    ]
    notes = [
        Note(text="Anke sagt, ihr Testlauf dauert jetzt acht Minuten. Sie hat ihn geteilt.", people=("anke",)),
        Note(text="Bei Jan dauert der gleiche Testlauf 40 Minuten, und der Hund bellt.", people=("jan",)),
        Note(text="Jan und die Nachbarn backen sonntags.", people=("jan",)),
    ]
    settings = Settings(tone=tone)
    with open_coach(tmp_path, settings=settings, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        coach.add_many([*people, *notes])
        return coach.clinic.consult(coach.clinic.describe(GERMAN).id)


def test_a_german_challenge_is_asked_about_in_german_and_small_words_are_no_reason(tmp_path: Path) -> None:
    found = _german(tmp_path, "warm")
    assert found.certain
    assert {helper.person.id for helper in found.helpers} == {"anke", "jan"}
    assert {reason.shared for helper in found.helpers for reason in helper.reasons} <= {
        ("Testläufe",),
        ("Testläufe", "dauern"),
    }
    asked = found.helpers[0].asking
    assert "an dich gedacht, weil es um dieses Thema geht: Testläufe" in asked.why
    assert asked.ask == f"Darf ich dir eine Frage stellen, für höchstens zehn Minuten? {GERMAN}"
    assert asked.way_out.startswith("Wenn das nicht dein Gebiet ist")
    assert all("{" not in question for question in found.questions)
    assert "Was würdest du zuerst versuchen?" in found.questions[1]


def test_a_formal_tone_asks_with_sie(tmp_path: Path) -> None:
    found = _german(tmp_path, "formal")
    asked = found.helpers[0].asking
    assert asked.intent.count("Sie") + asked.intent.count("Ihnen") + asked.intent.count("Ihr ") >= 3
    assert not {"du", "dich", "dir", "dein"} & set(asked.intent.split())
