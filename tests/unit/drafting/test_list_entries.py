"""Entries of a list of people become sentences that can be said to them."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.drafting.address import turned_to
from coach.drafting.angles import Angle
from coach.drafting.list_entries import entries_told
from coach.drafting.plain_letters import plan_message
from coach.drafting.whole_sentences import sayable


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Hana Mori - teaches evening classes, Tilford College, looking for a second-hand kick wheel",
            "Hana Mori teaches evening classes. Hana Mori is looking for a second-hand kick wheel.",
        ),
        (
            "Priit Saar -> runs infra at Bolt, obsessed with cold starts. send him the numbers",
            "Priit Saar runs infra at Bolt. Priit Saar is obsessed with cold starts. send him the numbers",
        ),
        (
            "2) Priit Saar - runs the infra, loves soup and bread",
            "Priit Saar runs the infra. Priit Saar loves soup and bread.",
        ),
        ("- Priit Saar, platform lead, looking for a job in May.", "Priit Saar is looking for a job in May."),
        ("Priit Saar / platform lead / Bolt", "Priit Saar / platform lead / Bolt"),
        ("Priit Saar - lends me his drill, runs a club", "Priit Saar runs a club."),
        ("Priit Saar runs infra, and sings.", "Priit Saar runs infra, and sings."),
        ("Met Priit Saar - runs infra, loves soup", "Met Priit Saar - runs infra, loves soup"),
    ],
)
def test_what_stands_behind_a_name_is_told_of_it(text: str, told: str) -> None:
    name = "Hana Mori" if text.startswith("Hana") else "Priit Saar"
    assert entries_told(text, name, name.replace(" ", r"\s")) == told


def _to(text: str, name: str = "Ada Li") -> str:
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text=text, names=(name,))
    return turned_to(note, name).text


def test_a_mark_in_brackets_is_no_word_of_the_fact() -> None:
    assert _to("Met Ada Li. She loves maggots (!!) and has three greyhounds.").endswith(
        "you love maggots and have three greyhounds."
    )


def test_a_nickname_inside_a_name_is_the_same_person() -> None:
    assert _to('Oluwaseun "Seun" Adebayo runs logistics.', "Oluwaseun Adebayo") == "you run logistics."


@pytest.mark.parametrize(
    "fact",
    [
        "I sat between you, who has run the plant stall since the flood, and a tall young man.",
        "Over lunch I met you, who makes tiles in Makkum.",
        "I had a long chat with you, and you used to be a teacher.",
        "You / Principal Eng / Monzo -> moving your feature store off Redis.",
        "You poured for us yourself; she is a winemaker now.",
    ],
)
def test_how_one_met_and_marks_of_a_list_are_nothing_to_say(fact: str) -> None:
    assert not sayable(fact)


def test_what_somebody_dislikes_is_nothing_to_write_to_them() -> None:
    note = Evidence(label="N1", source_id="n", kind=Kind.NOTE, text="you hate vendor pitches.", names=("Ada Li",))
    angle = Angle("memory", "you hate vendor pitches.", ("N1",))
    assert plan_message([angle], [note], {"person": "Ada Li", "user": "Sam", "today": "2026-11-25"}) == {}
