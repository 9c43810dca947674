"""What is named as the reason to ask somebody, as one names a subject."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind, Person
from coach.journeys.asking_well import Reason, as_topics, asking


@pytest.mark.parametrize(
    ("shared", "said", "language", "named"),
    [
        (("weld",), "Who could weld a frame?", "en", ["welding"]),
        (("translate", "leaflet"), "Who can translate our leaflet?", "en", ["leaflet"]),
        (("dry",), "How do we dry it?", "en", ["drying"]),
        (("test", "timeouts"), "How do other teams test timeouts?", "en", ["timeouts", "test"]),
        (("flaky",), "Our tests are flaky", "en", []),
        (("LoRa",), "How do LoRa nodes sleep?", "en", ["LoRa"]),
        (("reparieren", "Fahrrad"), "Wer kann mein Fahrrad reparieren?", "de", ["Fahrrad"]),
        (("reparieren",), "Wer kann mein Rad reparieren?", "de", []),
        (("fahrrad",), "wer kann mein fahrrad reparieren", "de", ["fahrrad"]),
    ],
)
def test_a_reason_is_named_as_a_subject(shared: tuple[str, ...], said: str, language: str, named: list[str]) -> None:
    assert as_topics(shared, said, language) == named


@pytest.mark.parametrize(
    ("kind", "shared", "why"),
    [
        (Kind.PERSON, ("sensors",), "I thought of you because of your work as sensor technician."),
        (Kind.PERSON, ("museum",), "I thought of you when it came to museum."),
        (Kind.PERSON, (), "I thought of you."),
        (Kind.NOTE, ("museum",), "I thought of you when it came to museum."),
        (Kind.NOTE, (), "I thought of you."),
        (Kind.SESSION, ("sensors",), "I thought of you because of your talk “Deep water”."),
        (Kind.SESSION, (), "I thought of you."),
    ],
)
def test_only_what_shares_a_word_with_the_challenge_is_given_as_the_reason(
    kind: Kind, shared: tuple[str, ...], why: str
) -> None:
    found = Evidence(label="N1", source_id="1", kind=kind, text="-", title="Deep water")
    person = Person(name="Amara Nwosu", role="sensor technician")
    said = ["Who knows sensors for a museum?"]
    asked = asking(person, [Reason(evidence=found, quote="-", shared=shared)], said, None)
    assert asked.why == why
