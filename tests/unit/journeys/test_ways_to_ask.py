"""What is named as the reason to ask somebody, as one names a subject."""

from __future__ import annotations

import pytest

from coach.journeys.asking_well import as_topics


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
