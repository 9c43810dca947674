"""People typed one a line: what is the name, the role, the organisation, and what is said besides."""

from __future__ import annotations

import pytest

from coach.intake.person_line import PersonLine, people_on_lines


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Maren Osei, energy manager, Brunel Housing", PersonLine("Maren Osei", "energy manager", "Brunel Housing")),
        ("Maren Osei, Brunel Housing Co-op, manager", PersonLine("Maren Osei", "manager", "Brunel Housing Co-op")),
        ("Tomasz Wrona - network lead at Severn", PersonLine("Tomasz Wrona", "network lead", "Severn")),
        ("Priya Nair (tenant organiser, Easton)", PersonLine("Priya Nair", "tenant organiser", "Easton")),
        ("Marie-Claire Dupont | CTO | Acme", PersonLine("Marie-Claire Dupont", "CTO", "Acme")),
        ("Lea Baum, Stadtwerke Kiel", PersonLine("Lea Baum", "", "Stadtwerke Kiel")),
        ("Björn Åke, Ericsson", PersonLine("Björn Åke", "", "Ericsson")),
        ("Eva Kluge, Kinderärztin, Klinikum Süd", PersonLine("Eva Kluge", "Kinderärztin", "Klinikum Süd")),
        (
            "Wiebke Janssen, Leiterin Jugendbücherei, Stadtbücherei Emden",
            PersonLine("Wiebke Janssen", "Leiterin Jugendbücherei", "Stadtbücherei Emden"),
        ),
        (
            "Marlies Oltmanns, Fahrradwerkstatt „Speiche“",
            PersonLine("Marlies Oltmanns", "", "Fahrradwerkstatt „Speiche“"),
        ),
        (
            "Tarek Aziz - Sozialarbeiter (Jugendhaus Leer)",
            PersonLine("Tarek Aziz", "Sozialarbeiter", "Jugendhaus Leer"),
        ),
        ("Björn Hinrichs, IT", PersonLine("Björn Hinrichs", "IT")),
        ("2. Jo Smith from Mozilla", PersonLine("Jo Smith", "", "Mozilla")),
        ("Tom Lindqvist: works at Nordea", PersonLine("Tom Lindqvist", "", "Nordea")),
        ("- Callum", PersonLine("Callum")),
        ("Anselm von Berg, chair of the city council", PersonLine("Anselm von Berg", "chair of the city council")),
        ("Ines, who runs the Lisbon meetup", PersonLine("Ines", about="Runs the Lisbon meetup")),
    ],
)
def test_a_line_says_who_somebody_is(line: str, person: PersonLine) -> None:
    assert people_on_lines(line) == [person]


def test_an_address_is_kept_apart_wherever_it_stands() -> None:
    [before] = people_on_lines("Ana Ruiz <ana@harbour.org>, maintainer, Harbour")
    [behind] = people_on_lines("Ana Ruiz, maintainer, Harbour, ana@harbour.org")
    assert before == behind == PersonLine("Ana Ruiz", "maintainer", "Harbour", emails=("ana@harbour.org",))


def test_nothing_that_was_typed_about_somebody_is_lost() -> None:
    [person] = people_on_lines("Helen Achebe, University of Bath, studies noise from heat pumps, likes to row")
    assert person.organisation == "University of Bath"
    assert person.role == ""
    assert person.about == "Studies noise from heat pumps. Likes to row"


def test_a_name_counts_once_and_blank_lines_not_at_all() -> None:
    assert [one.name for one in people_on_lines("Ana Ruiz\n\n  \nana ruiz, maintainer\nTom")] == ["Ana Ruiz", "Tom"]


@pytest.mark.parametrize(
    ("line", "organisation"),
    [
        ("Prof. Dr. Anna-Lena Müller (Charité, Berlin)", "Charité"),
        ("Anna-Lena Müller, Berlin", ""),
        ("Anna-Lena Müller, Berlin, Charité", "Charité"),
    ],
)
def test_a_town_is_neither_role_nor_organisation(line: str, organisation: str) -> None:
    [one] = people_on_lines(line)
    assert (one.role, one.organisation, one.about) == ("", organisation, "Berlin")
