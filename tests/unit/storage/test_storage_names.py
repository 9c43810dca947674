from __future__ import annotations

import unicodedata

import pytest

from coach.storage.names import name_key, search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Smith", "ann  SMITH"),
        ("Straße", "STRASSE"),
        ("José", unicodedata.normalize("NFD", "josé")),
        ("Ａｎｎ", "ann"),
        ("Σίσυφος", "ΣΊΣΥΦΟΣ"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_names_that_differ_in_an_accent_are_different_names_and_found_by_one_search() -> None:
    assert name_key("José") != name_key("Jose")
    assert search_key("José", "", "Peña") == search_key("jose", "pena")
