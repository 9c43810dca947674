"""Who speaks, out of one string, as programmes write it."""

from __future__ import annotations

import pytest

from coach.intake.speakers import speakers_in, speakers_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anouk Visser (Waternet)", [("Anouk Visser", "Waternet")]),
        ("Anouk Visser [Waternet]", [("Anouk Visser", "Waternet")]),
        ("Tomáš Novák, Klimadata", [("Tomáš Novák", "Klimadata")]),
        ("Kwame Mensah, Accra Makers", [("Kwame Mensah", "Accra Makers")]),
        ("Ana Ruiz, Harbour Lights", [("Ana Ruiz", "Harbour Lights")]),
        ("Ana Ruiz, Stadtwerke Leipzig", [("Ana Ruiz", "Stadtwerke Leipzig")]),
        ("Ana Ruiz, City of Leipzig", [("Ana Ruiz", "City of Leipzig")]),
        ("Ana Ruiz (Tick & Sons), Ben Meyer (Loom)", [("Ana Ruiz", "Tick & Sons"), ("Ben Meyer", "Loom")]),
        ("Ana Ruiz, Google, Ben Meyer, Meta", [("Ana Ruiz", "Google"), ("Ben Meyer", "Meta")]),
        ("Ines Duarte, Sabine Krüger", [("Ines Duarte", ""), ("Sabine Krüger", "")]),
        (
            "Ines Duarte, Sabine Krüger & Marek Žák",
            [("Ines Duarte", ""), ("Sabine Krüger", ""), ("Marek Žák", "")],
        ),
        ("Li Wei and Wang Xiu", [("Li Wei", ""), ("Wang Xiu", "")]),
        ("Anouk van der Berg, Ine de Vries", [("Anouk van der Berg", ""), ("Ine de Vries", "")]),
        ("Grace Hopper, Mark Wood", [("Grace Hopper", ""), ("Mark Wood", "")]),
        ("Dr. Sabine Krüger, Deltares", [("Dr. Sabine Krüger", "Deltares")]),
        ("Aaron Hall, PhD, Harbour", [("Aaron Hall, PhD", "Harbour")]),
        ("Aaron Hall, MBA", [("Aaron Hall, MBA", "")]),
    ],
)
def test_a_name_is_told_from_where_its_bearer_works(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.name, one.organisation) for one in speakers_in(text)] == found


def test_a_role_between_the_two_is_kept_as_one() -> None:
    (ana,) = speakers_in("Ana Ruiz, CTO, Harbour")
    assert (ana.name, ana.role, ana.organisation) == ("Ana Ruiz", "CTO", "Harbour")


@pytest.mark.parametrize(
    "text",
    [
        "who pays",
        "Lunch break",
        "Coffee Break",
        "Opening Remarks",
        "Data for Cities",
        "Künstliche Intelligenz",
        "Nachhaltige Städte",
        "",
    ],
)
def test_what_begins_with_no_full_name_names_nobody(text: str) -> None:
    assert speakers_in(text) == ()


def test_where_speakers_are_sure_to_be_named_one_word_is_a_name_too() -> None:
    named = speakers_of("Tomáš Novák; Priya Raman\nBjörk")
    assert [one.name for one in named] == ["Tomáš Novák", "Priya Raman", "Björk"]
