"""Which language a text is in: short notes in short hand are no reason to give up."""

from __future__ import annotations

import pytest

from coach.domain.checking.language import language_of
from coach.domain.grounding import check_draft
from coach.drafting.languages import language_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Met Ana Ruiz, drilling supervisor", "en"),
        ("Met Bo + colleague Liv (night nurse)", "en"),
        ("w/ Tom re: slides", "en"),
        ("Ines leitet die Werkstatt", "de"),
        ("Mit Eva geredet", "de"),
        ("Wir treffen uns im Juli.", "de"),
        ("Ik heb Ana ontmoet", "nl"),
        ("Gracias por la charla", "es"),
        ("Merci pour le café", "fr"),
        ("Вчера", "xx"),
    ],
)
def test_a_short_text_is_in_the_language_of_its_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_note_in_short_hand_lets_nothing_pass() -> None:
    notes = [{"label": "N1", "kind": "note", "text": "Met Ana Ruiz, drilling supervisor"}]
    report = check_draft("You promised me the slides.", notes, {"person": "Ana Ruiz"})
    assert report.sentences[0].verdict == "unsupported"
    assert report.sentences[0].graded
    assert language_in(["Met Ana Ruiz, drilling supervisor"]) == "en"
