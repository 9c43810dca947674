"""A German message by rule: the notes' own sentences, said to the reader."""

from __future__ import annotations

from datetime import date

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.german_address import said_of_oneself, said_to, second_person, to_the_reader
from coach.drafting.german_letters import german_message, german_subject

TODAY = date(2026, 11, 29)
NAMES = ("Dr. Wiebke Janssen",)


@pytest.mark.parametrize(
    ("note", "du", "sie"),
    [
        ("Sie hat in Emden einen Raum eröffnet.", "Du hast in Emden einen Raum eröffnet.",
         "Sie haben in Emden einen Raum eröffnet."),
        ("Wiebke leitet mit ihrer Schwester einen Chor.", "Du leitest mit deiner Schwester einen Chor.",
         "Sie leiten mit Ihrer Schwester einen Chor."),
        ("Dr. Janssen (Emden) repariert Räder.", "Du reparierst Räder.", "Sie reparieren Räder."),
        ("Ihr größtes Problem sind die Getränke.", "Dein größtes Problem sind die Getränke.",
         "Ihr größtes Problem sind die Getränke."),
        ("Er sagt, ohne Essen kommt keiner.", "Du sagtest, ohne Essen kommt keiner.",
         "Sie sagten, ohne Essen kommt keiner."),
        ("Er bewirbt sich um eine Stelle.", "Du bewirbst dich um eine Stelle.", "Sie bewerben sich um eine Stelle."),
        ("Sie sammelt Spenden, ihr Mann ist krank.", "Du sammelst Spenden.", "Sie sammeln Spenden."),
        ("Sie traf ihn in Leer.", "", ""),
        ("Sie sprach mit seinem Bruder.", "", ""),
        ("Sie wirkte müde auf mich.", "", ""),
        ("Wiebke nicht da gewesen.", "", ""),
        ("Lange mit Wiebke geredet.", "", ""),
    ],
)  # fmt: skip
def test_a_note_about_somebody_is_said_to_them_or_not_at_all(note: str, du: str, sie: str) -> None:
    assert (said_to(note, NAMES, "du"), said_to(note, NAMES, "Sie")) == (du, sie)


@pytest.mark.parametrize(
    ("verb", "du", "sie"),
    [("kocht", "kochst", "kochen"), ("arbeitet", "arbeitest", "arbeiten"), ("heizt", "heizt", "heizen"),
     ("baute", "bautest", "bauten"), ("verspricht", "versprichst", "versprechen"), ("fand", "fandest", "fanden"),
     ("nicht", "", ""), ("Markt", "", "")],
)  # fmt: skip
def test_verbs_of_the_second_person(verb: str, du: str, sie: str) -> None:
    assert (second_person(verb, formal=False), second_person(verb, formal=True)) == (du, sie)


@pytest.mark.parametrize(
    ("note", "own"),
    [
        ("Sie hat in Emden einen Raum eröffnet.", "Ich habe in Emden einen Raum eröffnet."),
        ("Wiebke gibt ihrer Schwester Unterricht.", "Ich gebe meiner Schwester Unterricht."),
        ("Ihr größtes Problem sind die Getränke.", "Mein größtes Problem sind die Getränke."),
        ("Sie fand ihren Chor im Keller.", "Ich fand meinen Chor im Keller."),
        ("Er arbeitet in Leer.", "Ich arbeite in Leer."),
        ("Sie will mich vorstellen.", ""),
        ("Lange mit Wiebke geredet.", ""),
    ],
)
def test_a_note_about_somebody_is_told_by_themselves(note: str, own: str) -> None:
    assert said_of_oneself(note, NAMES) == own


def test_words_to_the_reader() -> None:
    assert to_the_reader("sie mit ihrem Chor zu uns einladen", "du") == "dich mit deinem Chor zu uns einladen"
    assert to_the_reader("ihr die Noten schicken", "Sie") == "Ihnen die Noten schicken"


def _note(text: str, label: str = "N1") -> Evidence:
    return Evidence(label=label, source_id=label, kind=Kind.NOTE, text=text, names=NAMES)


def _promise(text: str, label: str = "C1") -> Evidence:
    return Evidence(label=label, source_id=label, kind=Kind.COMMITMENT, text=text, names=NAMES)


def _said(*evidence: Evidence, intent: str = "", address: str = "du", most: int = 6) -> dict[str, str]:
    facts = {"person": NAMES[0], "user": "Lena", "address": address, "today": TODAY.isoformat(), "goal": intent}
    lines = german_message(evidence, NAMES, intent, facts, TODAY, most)
    return {slot: line.text for slot, line in lines.items()}


def test_a_message_takes_up_a_note_keeps_the_promise_and_asks() -> None:
    said = _said(
        _note("Lange mit Wiebke Janssen geredet. Sie hat in Emden einen Raum eröffnet. Sie sucht alte Stühle für ihn."),
        _promise("I owe Dr. Wiebke Janssen: unseren Zettel mit den Regeln zu schicken (by 2026-12-04)"),
    )
    assert said["memory"].endswith("Du hast in Emden einen Raum eröffnet.")
    assert said["keep"] == "Ich denke daran, dir bis Freitag unseren Zettel mit den Regeln zu schicken."
    assert said["next"].endswith("?")
    assert not {"sie", "Sie", "ihn"} & set(" ".join(said.values()).replace(".", "").split())


@pytest.mark.parametrize(
    ("promise", "address", "slot", "text"),
    [
        ("I owe X: ihr den Plan schicken (by 2026-12-20)", "du", "keep",
         "Wie versprochen werde ich dir den Plan schicken, bis zum 20. Dezember."),
        ("I owe X: Ich schicke ihr morgen die Pläne", "Sie", "keep", "Wie versprochen: Ich schicke Ihnen die Pläne."),
        ("I owe X: Lageplan", "du", "keep", "Ich habe nicht vergessen, was ich versprochen habe: Lageplan."),
        ("X owes me: mich ihrem Kollegen vorstellen", "Sie", "thanks",
         "Danke, dass Sie mich Ihrem Kollegen vorstellen wollen."),
        ("X owes me: Sie schickt mir morgen die Pläne", "du", "thanks",
         "Ich freue mich darauf: Du schickst mir morgen die Pläne."),
    ],
)  # fmt: skip
def test_promises_go_the_right_way(promise: str, address: str, slot: str, text: str) -> None:
    assert _said(_promise(promise), address=address)[slot] == text


def test_a_wish_is_said_in_the_users_words_and_nothing_is_asked_beside_it() -> None:
    said = _said(_note("Sie leitet in Emden einen Chor mit Kindern."), intent="sie im Januar besuchen")
    assert said["ask"] == "Ich möchte dich im Januar besuchen."
    assert "next" not in said


def test_where_nothing_can_be_said_to_them_a_catchword_of_the_notes_is_named() -> None:
    evidence = [_note("Wiebke hat nur über Datenschutz gesprochen, 20 Minuten lang.")]
    said = _said(*evidence)
    assert said["memory"].endswith("Datenschutz.")
    assert _said(_note("She spoke of data for twenty minutes.")) == {}


def test_the_subject_is_a_thing_that_the_notes_hold() -> None:
    evidence = [_promise("I owe Dr. Wiebke Janssen: unseren Hausregelzettel zu schicken (by 2026-12-04)")]
    facts = {"person": NAMES[0], "user": "Lena", "address": "du", "today": TODAY.isoformat()}
    assert german_subject(german_message(evidence, NAMES, "", facts, TODAY, 6), evidence) == "Hausregelzettel"
