"""Words of every day say nothing of what a text is about, in any of their forms."""

from __future__ import annotations

import pytest

from coach.domain.everyday import doing, tells, topics


@pytest.mark.parametrize(
    "words",
    [
        "run runs running ran use used make makes made find found help helped helpful need needed know knew",
        "build built builds open opened opening good better best new people big bigger work works worked working",
        "lead leads led leading field cities story ideas questions somebody herself twice",
    ],
)
def test_english_words_that_fit_anybody(words: str) -> None:
    assert [word for word in words.split() if tells(word)] == []


@pytest.mark.parametrize(
    "words",
    [
        "laufen läuft lief helfen hilft geholfen suche sucht gesucht machen macht gemacht brauche braucht kennt kannte",
        "gute guten besser neue neuen größere Leute Arbeit arbeitet offen offene öffnet gebaut baut nutzt leitet",
    ],
)
def test_german_words_that_fit_anybody(words: str) -> None:
    assert [word for word in words.split() if tells(word, "de")] == []


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("museum archive sensors LoRa batteries sponsor room charts timeouts test weld translates kiln", "en"),
        ("building buildings meeting readings learning funding user maker founder leader organiser", "en"),
        ("Hochwasser Budget Sensoren Testläufe Raum Bau Leiterin Helfer repariert Stadtrat", "de"),
    ],
)
def test_what_names_a_subject(words: str, language: str) -> None:
    assert [word for word in words.split() if not tells(word, language)] == []


def test_what_a_text_is_about() -> None:
    assert topics("Who can run a museum archive?") == {"museum", "archiv"}
    assert topics("Wer kann mir beim Hochwasser helfen?", "de") == {"hochwass"}


def test_what_is_done() -> None:
    assert [doing(verb) for verb in ("weld", "bake", "run")] == ["welding", "baking", "running"]
