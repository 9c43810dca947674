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
    assert helper.asking is not None
    assert [reason.quote for reason in helper.reasons] == ["Helen Achebe measures noise at night."]
    assert (helper.asking.owed, helper.asking.owed_by) == ("send the map", date(2026, 12, 2))
    told = {one.quotes[0]: one.names for one in found.conversations}
    assert told == {"Helen Achebe measures noise at night.": ("Dr Helen Achebe",), "The pump room is loud.": ()}
    assert all("loud" in question and "How do we get them to measure it?" in question for question in found.questions)


def _about_the_makers(tmp_path: Path, challenge: str) -> Consultation:
    """Kwame, whom the challenge is about, and three others with a word on it."""
    people = [
        Person(id="kwame", name="Kwame Mensah", organisation="Accra Makers"),
        Person(id="tomas", name="Tomáš Novák", role="engineer"),
        Person(id="ines", name="Ines Duarte"),
        Person(id="will", name="Will Archer"),
    ]
    notes = [
        Note(text="Kwame needs a sponsor with a room.", people=("kwame",)),
        Note(text="Tomáš knows a sponsor in Brno; he hired a room there.", people=("tomas",)),
        Note(text="Ines: she leads the archive and has a room.", people=("ines",)),
        Note(text="Will found a sponsor for his fair.", people=("will",)),
    ]
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        coach.add_many([*people, *notes])
        return coach.clinic.consult(coach.clinic.describe(challenge).id)


def _for_others(found: Consultation) -> str:
    return " ".join([*(helper.asking.intent for helper in found.helpers if helper.asking), *found.questions])


@pytest.mark.parametrize(
    ("challenge", "asked"),
    [
        (
            "Between us: Kwame is broke and will close Accra Makers. How can I find him a sponsor with a room?",
            "How can I find him a sponsor with a room?",
        ),
        ("Kwame is broke, between us. How can I find Kwame a sponsor?", "How can I find somebody a sponsor?"),
        (
            "Kwame will close Accra Makers (confidential!). Who would be Accra Makers' sponsor?",
            "Who would be somebody's sponsor?",
        ),
        ("Between us. Kwame will close the space. Where is a room for him?", "Where is a room for him?"),
        ("Kwame hasn't told anyone that he is leaving. Who could be a sponsor?", "Who could be a sponsor?"),
        ("Kwame was fired, please keep it to yourself. Where is a sponsor for Kwame's idea?",
         "Where is a sponsor for somebody's idea?"),
        ("Unter uns: Kwame ist pleite. Wie finde ich Kwame einen Sponsor?", "Wie finde ich jemand einen Sponsor?"),
    ],
)  # fmt: skip
def test_a_confidence_is_in_no_words_for_others(tmp_path: Path, challenge: str, asked: str) -> None:
    found = _about_the_makers(tmp_path, challenge)
    words = _for_others(found)
    assert asked in words
    assert not any(secret in words for secret in ("Kwame", "broke", "pleite", "close", "Accra", "leaving", "fired"))
    assert found.kept, "its user sees what was left out"
    assert challenge.startswith(found.kept[0])


@pytest.mark.parametrize(
    "challenge",
    [
        "In confidence, who is a sponsor with a room for Kwame, who is broke?",
        "Between us: who could be a sponsor?",
        "Please, strictly between us, who could be a sponsor with a room?",
        "Kwame is broke (hush hush), who could be a sponsor for him?",
        "Kwame is broke (hush hush), who would sponsor Accra Makers?",
        "Kwame looks for a room, hush hush, who knows a room?",
        "What can I do for Kwame, who is broke (hush hush)?",
        "The street is loud. Kwame is leaving (hush hush), who could take over?",
        "Kwame ist pleite (streng vertraulich), wer könnte ihm einen Raum geben?",
        "Between us, who has a room? Kwame is leaving.",
        "In confidence, Kwame is broke.",
    ],
)
def test_where_the_question_is_not_apart_from_the_confidence_nobody_is_asked(tmp_path: Path, challenge: str) -> None:
    found = _about_the_makers(tmp_path, challenge)
    assert not found.askable
    assert found.questions == ()
    assert {helper.asking for helper in found.helpers} <= {None}
    assert " ".join(found.kept) in challenge


@pytest.mark.parametrize(
    ("challenge", "question", "kept"),
    [
        ("Kwame is leaving (hush hush), who knows a sponsor?", "Who knows a sponsor?", "Kwame is leaving (hush hush)"),
        ("Kwame is leaving, hush hush, so who knows a sponsor?", "Who knows a sponsor?", "Kwame is leaving, hush hush"),
        ("Kwame is leaving - hush hush - how do I find a sponsor?", "How do I find a sponsor?",
         "Kwame is leaving - hush hush"),
        ("Kwame is leaving, who knows a sponsor, hush hush?", "Who knows a sponsor?", "Kwame is leaving hush hush"),
        ("Who knows a sponsor, Kwame is leaving (hush hush)?", "Who knows a sponsor?", "Kwame is leaving (hush hush)"),
        ("Off the record: Kwame is broke; does anybody know a sponsor?", "Does anybody know a sponsor?",
         "Off the record: Kwame is broke"),
        ("Kwame hört auf (streng vertraulich), wer kennt einen Sponsor?", "Wer kennt einen Sponsor?",
         "Kwame hört auf (streng vertraulich)"),
        ("Unter uns: Kwame hört auf, gibt es jemanden mit einem Raum?", None, "Unter uns: Kwame hört auf"),
        ("We are short of money. Nobody outside knows that yet, who knows a sponsor?", "Who knows a sponsor?",
         "We are short of money. Nobody outside knows that yet"),
        ("Kwame's mother has cancer, who knows a sponsor for a quiet room?", "Who knows a sponsor for a quiet room?",
         "Kwame's mother has cancer"),
    ],
)  # fmt: skip
def test_a_question_beside_a_confidence_is_asked_alone(
    tmp_path: Path, challenge: str, question: str | None, kept: str
) -> None:
    found = _about_the_makers(tmp_path, challenge)
    words = _for_others(found)
    assert " ".join(found.kept) == kept
    assert found.askable
    assert (question or "Gibt es jemanden mit einem Raum?") in words
    assert not any(secret in words for secret in ("Kwame", "broke", "leaving", "hört auf", "cancer", "hush", "money"))


def test_beside_a_confidence_nothing_is_told_of_anybody(tmp_path: Path) -> None:
    found = _about_the_makers(tmp_path, "Between us: who has a room? He is leaving. Will knows. Where is a sponsor?")
    assert "Where is a sponsor?" in _for_others(found)
    assert not any(one in _for_others(found) for one in ("He is leaving", "Will knows"))


@pytest.mark.parametrize(
    "challenge",
    [
        "Who can lead us?",
        "Who runs things and is good at finding people?",
        "Who could help new people find work?",
        "I need somebody who knows how to use it and make it work, and opens doors.",
        "Who has found, built, run or opened anything?",
        "Wer kann mir helfen, gute Leute für die Arbeit zu finden?",
        "Wer leitet so etwas, sucht noch neue Leute und macht es offen?",
    ],
)
def test_words_of_every_day_are_no_reason_to_ask(tmp_path: Path, challenge: str) -> None:
    people = [Person(id="bo", name="Bo Lund"), Person(id="anke", name="Anke Voss")]
    notes = [
        Note(text="Bo leads, helps, finds, makes, uses, builds, opens, runs things; good new people know him at work.",
             people=("bo",)),
        Note(text="Anke leitet, hilft, sucht, macht und findet etwas; gute neue Leute bei der Arbeit, offen für alle.",
             people=("anke",)),
    ]  # fmt: skip
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        coach.add_many([*people, *notes])
        found = coach.clinic.consult(coach.clinic.describe(challenge).id)
    assert not [one.shared for helper in found.helpers for one in helper.reasons if one.shared]
    assert found.conversations == ()


def test_nobody_is_help_by_a_verb_and_a_guess_claims_nothing(tmp_path: Path) -> None:
    people = [
        Person(id="tomas", name="Tomáš Novák", role="councillor"),
        Person(id="ines", name="Ines Duarte", role="archivist"),
    ]
    notes = [
        Note(text="Tomáš runs 40 sensors in the field.", people=("tomas",)),
        Note(text="Ines runs the archive of the museum.", people=("ines",)),
    ]
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        coach.add_many([*people, *notes])
        sure = coach.clinic.consult(coach.clinic.describe("Who can run a museum archive?").id)
        guess = coach.clinic.consult(coach.clinic.describe("Who could run a bakery?").id)
    [helper] = sure.helpers
    assert helper.asking is not None
    assert helper.asking.why == "I thought of you when it came to archive and museum."
    assert not guess.certain
    by_note = [one for one in guess.helpers if one.reasons[0].evidence.kind is Kind.NOTE]
    assert {one.asking.why for one in by_note if one.asking} <= {"I thought of you."}


def test_what_one_tells_of_oneself_is_ones_own_to_say(tmp_path: Path) -> None:
    found = _about_the_makers(tmp_path, "I was laid off in May and look for a sponsor")
    assert found.kept == ()
    assert "I was laid off in May" in _for_others(found)


def test_whoever_the_challenge_is_about_is_not_asked(tmp_path: Path) -> None:
    found = _about_the_makers(tmp_path, "Kwame needs a sponsor with a room. Will Ines leave the archive to him?")
    assert [helper.person.id for helper in found.helpers] == ["tomas", "will"]


@pytest.mark.parametrize("challenge", ["asdf", "🦄🦄🦄", "him?", "I don't know whether she should"])
def test_small_words_and_no_words_make_nobody_worth_asking(tmp_path: Path, challenge: str) -> None:
    found = _about_the_makers(tmp_path, challenge)
    assert (found.helpers, found.certain) == ((), True)


def test_pronouns_are_no_reason_to_ask(tmp_path: Path) -> None:
    found = _about_the_makers(tmp_path, "She doesn't answer him, but she has a sponsor. What would they do?")
    assert {word for helper in found.helpers for one in helper.reasons for word in one.shared} == {"sponsor"}


def test_what_one_noted_for_oneself_was_told_by_nobody_and_one_remark_on_two_people_is_one(tmp_path: Path) -> None:
    notes = [
        Note(text="ask him how the battery swap went", people=("tom",)),
        Note(text="Priya and Tom should meet - batteries", people=("tom", "priya")),
        Note(text="Felt drained, my battery was empty."),
        Note(text="Tom and Priya: both charge each battery at night.", people=("tom", "priya")),
        Note(text="Never drain a battery.", people=("tom",)),
    ]
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        coach.add_many([Person(id="tom", name="Tom Berg"), Person(id="priya", name="Priya Nair"), *notes])
        found = coach.clinic.consult(coach.clinic.describe("Our battery is dead. How long should it last?").id)
    told = [(set(one.names), one.quotes) for one in found.conversations]
    assert ({"Tom Berg"}, ("Never drain a battery.",)) in told
    assert [names for names, quotes in told if "at night" in quotes[0]] == [{"Tom Berg", "Priya Nair"}]
    assert len(told) == 2
    assert all("should meet" not in reason.quote for helper in found.helpers for reason in helper.reasons)


def test_what_one_jotted_down_for_oneself_makes_nobody_a_guess(tmp_path: Path) -> None:
    notes = [
        Note(text="Priya and Tom should meet - batteries", people=("tom", "priya")),
        Note(text="Priya solders.", people=("priya",)),
    ]
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        coach.add_many([Person(id="tom", name="Tom Berg"), Person(id="priya", name="Priya Nair"), *notes])
        found = coach.clinic.consult(coach.clinic.describe("Who can weld a gate?").id)
    assert [[one.quote for one in helper.reasons] for helper in found.helpers] == [["Priya solders."]]


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
    assert asked is not None
    assert "an dich gedacht, weil es um dieses Thema geht: Testläufe" in asked.why
    assert asked.ask == f"Darf ich dir eine Frage stellen, für höchstens zehn Minuten? {GERMAN}"
    assert asked.way_out.startswith("Wenn das nicht dein Gebiet ist")
    assert all("{" not in question for question in found.questions)
    assert "Was würdest du zuerst versuchen?" in found.questions[1]


def test_a_formal_tone_asks_with_sie(tmp_path: Path) -> None:
    found = _german(tmp_path, "formal")
    asked = found.helpers[0].asking
    assert asked is not None
    assert asked.intent.count("Sie") + asked.intent.count("Ihnen") + asked.intent.count("Ihr ") >= 3
    assert not {"du", "dich", "dir", "dein"} & set(asked.intent.split())
