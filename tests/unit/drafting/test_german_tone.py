""" "Du" or "Sie" in German, by how the notes call somebody, by their title and by their office."""

from __future__ import annotations

import pytest

from coach.drafting.german_address import said_to
from coach.drafting.languages import german_tone


@pytest.mark.parametrize(
    ("note", "name", "role"),
    [
        ("Frau Dr. Krause getroffen.", "Frau Dr. Krause", ""),
        ("Mit Frau Krause geredet.", "Sabine Krause", ""),
        ("Herrn Krause gesehen, er leitet den Chor.", "Jan Krause", ""),
        ("Prof. Dr. Krause kam spät.", "Jan Krause", ""),
        ("Frau Dr. Sabine Krause kam spät.", "Sabine Krause", ""),
        ("Sabine Krause getroffen.", "Dr. Sabine Krause", ""),
        ("Sabine Krause getroffen.", "Sabine Krause", "Rektorin"),
        ("Sabine Krause, Rektorin an der GGS Nippes, getroffen.", "Sabine Krause", ""),
        ("Jan Moll ist Oberbürgermeister.", "Jan Moll", ""),
        ("Wir sind per Sie.", "Jan Moll", ""),
    ],
)
def test_a_title_or_an_office_means_sie(note: str, name: str, role: str) -> None:
    assert german_tone([note], name, role) == "formal"


@pytest.mark.parametrize(
    ("note", "name", "role"),
    [
        ("Frau Krause getroffen, wir sind per du.", "Sabine Krause", "Rektorin"),
        ("Dr. Krause hat mir das Du angeboten: beim Du.", "Sabine Krause", ""),
    ],
)
def test_du_that_was_agreed_stands(note: str, name: str, role: str) -> None:
    assert german_tone([note], name, role) == "warm"


@pytest.mark.parametrize(
    ("note", "name", "role"),
    [
        ("Seine Frau Ines Krause war auch da.", "Ines Krause", ""),
        ("Jonas Weber, Imker aus Aachen.", "Jonas Weber", "Imker"),
        ("Jonas kennt Frau Krause.", "Jonas Weber", ""),
        ("Jonas Weber, Projektleiter.", "Jonas Weber", "Projektleiter"),
        ("Jonas Weber, Direktorats-IT.", "Jonas Weber", "Direktmarketing"),
    ],
)
def test_nobody_else_is_told_sie(note: str, name: str, role: str) -> None:
    assert german_tone([note], name, role) is None


@pytest.mark.parametrize(
    "note", ["Mira Yildiz kennengelernt, Leiterin der VHS.", "Mira Yildiz wiedergetroffen am Tor."]
)
def test_what_the_writer_did_is_not_told_as_theirs(note: str) -> None:
    assert said_to(note, ("Mira Yildiz",), "du") == ""
    assert said_to("Mira gewinnt gern beim Schach.", ("Mira Yildiz",), "du") == "Du gewinnst gern beim Schach."
