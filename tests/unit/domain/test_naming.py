"""Names as one says them."""

from __future__ import annotations

import pytest

from coach.domain.naming import as_noted, first_name, short_name, without_title
from coach.drafting.channels import CHANNELS, greeting_for


@pytest.mark.parametrize(
    ("name", "bare", "first"),
    [
        ("Dr. Aiko Tanaka", "Aiko Tanaka", "Aiko"),
        ("Prof Dr Helen Achebe", "Helen Achebe", "Helen"),
        ("Frau Vogel", "Frau Vogel", "Frau Vogel"),
        ("Frau Eva Vogel", "Eva Vogel", "Eva"),
        ("Dre Martin", "Dre Martin", "Dre"),
        ("Callum", "Callum", "Callum"),
        ("Chen Wei-Ling", "Chen Wei-Ling", "Wei-Ling"),
        ("Anna Meyer-Lang", "Anna Meyer-Lang", "Anna"),
        ("Sister Rosa Ruiz", "Sister Rosa Ruiz", "Rosa"),
        ("Doña Elvira Ruiz", "Elvira Ruiz", "Elvira"),
        ("", "", ""),
    ],
)
def test_a_title_is_no_first_name(name: str, bare: str, first: str) -> None:
    assert without_title(name) == bare
    assert first_name(name) == first


def test_nobody_is_greeted_by_a_title() -> None:
    greeting = greeting_for(CHANNELS["email"], name="Dr Helen Achebe", tone="warm", language="en")
    assert greeting == "Hi Helen,"
    formal = greeting_for(CHANNELS["email"], name="Dr Helen Achebe", tone="formal", language="en")
    assert formal == "Dear Dr Helen Achebe,"


@pytest.mark.parametrize(("name", "short"), [("Dr. Aiko Tanaka", "Aiko"), ("Frau Dr. Vogel", "Vogel"), ("Ann", "Ann")])
def test_notes_go_on_about_somebody_by_one_word(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "note", "language", "called"),
    [
        ("Margaret Adeyemi", "Mrs Adeyemi (prefers Mrs). 31 years at the counter", "en", "Mrs Adeyemi"),
        ("Ifeoma Nwosu", "chat w/ Dr. Nwosu after the talk", "en", "Dr. Nwosu"),
        ("Henning Rautenberg", "Mit Herrn Rautenberg gesprochen", "de", "Herr Rautenberg"),
        ("Ute Weiß", "Frau Dr. Weiß leitet die Praxis", "de", "Frau Dr. Weiß"),
        ("Margaret Adeyemi", "Margaret is nice. Mrs Bell too", "en", "Margaret Adeyemi"),
        ("Henning Rautenberg", "Herr Rautenberg, forester", "en", "Henning Rautenberg"),
        ("Dr Ann Lee", "Mrs Lee was late", "en", "Dr Ann Lee"),
    ],
)
def test_a_formal_letter_calls_people_as_the_notes_do(name: str, note: str, language: str, called: str) -> None:
    assert as_noted(name, [note], language) == called
