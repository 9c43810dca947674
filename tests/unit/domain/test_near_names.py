"""A name that was mistyped finds its person, and nobody else."""

from __future__ import annotations

import pytest

from coach.domain.near_names import nearly_called
from coach.domain.passages import Named

PEOPLE = [
    Named("s", "Sabine Krüger", ()),
    Named("o", "Øyvind Dahl", ("Oy",)),
    Named("p", "Priya Raman", ()),
    Named("j", "Jo Lee", ()),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Kuger", ["s"]),
        ("krueger", ["s"]),
        ("Sabine Kruger", ["s"]),
        ("Sbaine", ["s"]),
        ("Oyvnid", ["o"]),
        ("Priya Rahman", ["p"]),
        ("Priya Dahl", []),
        ("Joe", []),
        ("zzzzzz", []),
        ("", []),
    ],
)
def test_a_slip_of_the_keyboard_still_finds_the_person(typed: str, found: list[str]) -> None:
    assert nearly_called(PEOPLE, typed) == found
