"""A line of a programme: title, speakers and room, however the line is typed."""

from __future__ import annotations

import pytest

from coach.intake.programme_line import line_of

SABINE, JOERG, ANA, BEN, INES = "Sabine Krüger", "Jörg Maler", "Ana Ruiz", "Ben Meyer", "Ines Duarte"


def read(text: str) -> tuple[str, list[str], str]:
    title, speakers, room = line_of(text)
    return title, [one.name for one in speakers], room


@pytest.mark.parametrize(
    ("line", "title", "names"),
    [
        ("Begrüßung (Dr. Sabine Krüger)", "Begrüßung", [f"Dr. {SABINE}"]),
        ("Begrüßung (Sabine Krüger, Stadt Leipzig)", "Begrüßung", [SABINE]),
        ("Begrüßung (OB Sabine Krüger)", "Begrüßung", [SABINE]),
        ("Begrüßung (Frau Dr. Krüger)", "Begrüßung", ["Frau Dr. Krüger"]),
        ("Begrüßung durch OB Sabine Krüger", "Begrüßung", [SABINE]),
        ("Begrüßung mit Sabine Krüger", "Begrüßung", [SABINE]),
        ("Begrüßung: Sabine Krüger", "Begrüßung", [SABINE]),
        ("Begrüßung, Sabine Krüger", "Begrüßung", [SABINE]),
        ("Begrüßung / Sabine Krüger", "Begrüßung", [SABINE]),
        ("Dr. Sabine Krüger – Begrüßung", "Begrüßung", [f"Dr. {SABINE}"]),
        ("Dr. Sabine Krüger, Begrüßung", "Dr. Sabine Krüger, Begrüßung", [f"Dr. {SABINE}"]),
        ("Prof. Dr. Sabine Krüger und Dr. Jörg Maler: Wasser", "Wasser", [f"Prof. Dr. {SABINE}", f"Dr. {JOERG}"]),
        ("Wasser (Sabine Krüger & Jörg Maler)", "Wasser", [SABINE, JOERG]),
        ("Wasser (Dr. Sabine Krüger, UFZ; Jörg Maler, Waternet)", "Wasser", [f"Dr. {SABINE}", JOERG]),
        ("Wasser – Referentin: Sabine Krüger", "Wasser", [SABINE]),
        ("Wasser. Referent: Dr. Jörg Maler", "Wasser", [f"Dr. {JOERG}"]),
        ("Wasser (Moderation: Sabine Krüger)", "Wasser", [SABINE]),
        ("Podium mit Sabine Krüger, Jörg Maler und Ines Duarte", "Podium", [SABINE, JOERG, INES]),
        ("Vortrag Ines Duarte und Jörg Maler", "Vortrag", [INES, JOERG]),
        ("Sabine Krüger über Wasser", "Sabine Krüger über Wasser", [SABINE]),
        ("Sabine Krüger: „Wasser der Stadt“", "Wasser der Stadt", [SABINE]),
        ("Panel, moderated by Ana Ruiz", "Panel", [ANA]),
        ("Panel – presented by Ana Ruiz and Ben Meyer", "Panel", [ANA, BEN]),
        ("Panel (chaired by Ana Ruiz)", "Panel", [ANA]),
        ("Welcome (speaker: Ana Ruiz)", "Welcome", [ANA]),
        ("Welcome (Ana Ruiz/Ben Meyer)", "Welcome", [ANA, BEN]),
        ("Welcome [Ana Ruiz]", "Welcome", [ANA]),
        ("Welcome (Dr Achebe)", "Welcome", ["Dr Achebe"]),
        ("Keynote Ana Ruiz", "Keynote", [ANA]),
        ("Keynote by Prof. Ana Ruiz", "Keynote", [f"Prof. {ANA}"]),
        ("Batteries in the mud, Ana Ruiz", "Batteries in the mud", [ANA]),
        ("Batteries in the mud (T. Novák)", "Batteries in the mud", ["T. Novák"]),
        ("“Batteries in the mud”, Ana Ruiz (Klimadata)", "Batteries in the mud", [ANA]),
        ('Ana Ruiz, "Batteries in the mud"', "Batteries in the mud", [ANA]),
        ("Ana Ruiz & Ben Meyer – Batteries in the mud", "Batteries in the mud", [ANA, BEN]),
        ("Ana Ruiz on batteries in the mud", "Ana Ruiz on batteries in the mud", [ANA]),
        ("Ines Duarte, Sabine Krüger & Jörg Maler", "Ines Duarte, Sabine Krüger & Jörg Maler", [INES, SABINE, JOERG]),
    ],
)
def test_whoever_speaks_is_found_wherever_the_name_stands(line: str, title: str, names: list[str]) -> None:
    assert read(line) == (title, names, "")


@pytest.mark.parametrize(
    ("line", "title", "names", "room"),
    [
        ("Wasser (Saal 2) – Sabine Krüger", "Wasser", [SABINE], "Saal 2"),
        ("Wasser (Sabine Krüger) (Saal 2)", "Wasser", [SABINE], "Saal 2"),
        ("Wasser (Sabine Krüger, Saal 2)", "Wasser", [SABINE], "Saal 2"),
        ("Wasser – Sabine Krüger (Saal 2)", "Wasser", [SABINE], "Saal 2"),
        ("Wasser | Sabine Krüger | Saal 2", "Wasser", [SABINE], "Saal 2"),
        ("Lunch (Foyer)", "Lunch", [], "Foyer"),
        ("Who pays (Rosa-Luxemburg-Saal)", "Who pays", [], "Rosa-Luxemburg-Saal"),
        ("Dinner (Victoria Park)", "Dinner", [], "Victoria Park"),
    ],
)
def test_a_room_is_no_speaker(line: str, title: str, names: list[str], room: str) -> None:
    assert read(line) == (title, names, room)


@pytest.mark.parametrize(
    "line",
    [
        "Coffee with the team",
        "Working with Django",
        "Living with Alexa: privacy at home",
        "Arbeiten mit Python",
        "Führung durch das Klärwerk",
        "Wanderung durch Sachsen Anhalt",
        "Reise von Leipzig nach Berlin",
        "The case of New York: rivers",
        "Workshop A: Sensors with Arduino",
        "Kafka Streams: the hard parts",
        "Mit Mut: was bleibt",
        "Mittagessen, Networking",
        "Lunch, Victoria Park",
        "Kaffee, Kuchen, Gespräche",
        "Django Girls",
        "Opening Ceremony",
        "Keynote Panel Discussion",
        "Welcome (Ana & Ben)",
        "How to sell, how to buy",
    ],
)
def test_what_is_no_name_stays_in_the_title(line: str) -> None:
    assert read(line) == (line, [], "")


def test_where_a_speaker_works_and_the_office_are_kept() -> None:
    (sabine,) = line_of("Begrüßung (Sabine Krüger, Stadt Leipzig)")[1]
    (mayor,) = line_of("Begrüßung durch Bürgermeisterin Sabine Krüger")[1]
    assert (sabine.organisation, mayor.role) == ("Stadt Leipzig", "Bürgermeisterin")
