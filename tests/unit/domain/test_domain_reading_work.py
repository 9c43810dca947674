"""What somebody does, where, and what they care about, as people type it; every example is invented."""

from __future__ import annotations

import pytest

from coach.domain import reading
from coach.domain.capture import FoundPerson


def about(name: str, text: str, others: tuple[str, ...] = ()) -> FoundPerson:
    return reading.with_work(FoundPerson(name=name), [text], [name, *others])


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("Mina Park, now head of digital at Hearth.", "head of digital", "Hearth"),
        ("Mina Park is still at Norvik, still a patent lawyer", "patent lawyer", "Norvik"),
        ("Mina Park (head of physics, Alder Academy)", "head of physics", "Alder Academy"),
        ("Mina Park, partner, Selbournes, Johannesburg.", "partner", "Selbournes"),
        ("Mina Park / treasurer / Open Pantry", "treasurer", "Open Pantry"),
        ("Mina Park, needs speakers for January (ugh)", "", ""),
        ("Mina Park, editor (ugh)", "editor", ""),
        ("Mina Park, youth worker, Hill Avenue Methodist.", "youth worker", "Hill Avenue Methodist"),
        ("Mina Park, principal of Scoil Aine, tired", "principal", "Scoil Aine"),
        ("Mina Park, CFO of Kestrel Pharmacies: 21 branches", "CFO", "Kestrel Pharmacies"),
        ("Mina Park of Atelier Brink: architect", "architect", "Atelier Brink"),
        ("Mina Park of the Weavers' Guild", "", "Weavers' Guild"),
        ("Mina Park teaches maths at St. Brede's.", "teaches maths", "St. Brede's"),
        ("Mina Park now at Pavimar as export manager.", "export manager", "Pavimar"),
        ("Mina Park (councillor, greens)", "councillor", "greens"),
        ("Mina Park (glaciologist, Santa Rosa in Lima)", "glaciologist", "Santa Rosa"),
        ("Mina Park runs the soup kitchen in Peckham", "runs the soup kitchen", "soup kitchen"),
        ("Mina Park / purchasing / Kronberg", "purchasing", "Kronberg"),
        ("Mina Park, ward sister at St Brede's and tired", "ward sister", "St Brede's"),
        ("Mina Park (platform eng, loopwire)", "platform eng", "loopwire"),
        ("Mina Park welds for Hartmoor", "welds", "Hartmoor"),
        ("Mina Park getroffen, Betriebsratsvorsitzende bei Falke Stahl", "Betriebsratsvorsitzende", "Falke Stahl"),
        ("Mina Park: Vertreterin bei Malzhof, klug", "Vertreterin", "Malzhof"),
        ("Mina Park kennengelernt Statikerin bei Falke Bau", "Statikerin", "Falke Bau"),
        ("Mina Park leitet den Kreißsaal im Annenhospital", "leitet den Kreißsaal", "Annenhospital"),
        ("Mina Park: Einkäuferin, SBV, müde", "Einkäuferin", "SBV"),
        ("Mina Park ist jetzt bei der dkv", "", "dkv"),
    ],
)
def test_role_and_house_as_people_type_them(text: str, role: str, organisation: str) -> None:
    found = about("Mina Park", text)
    assert (found.role, found.organisation) == (role, organisation)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mina Park, vicar", "vicar"),
        ("Mina Park = Zimmermann, Uri", "Zimmermann"),
        ("Mina Park is a hop grower out at Tapawera", "hop grower"),
        ("Mina Park → freelance PR", "freelance PR"),
        ("Mina Park (skipper + whale guide)", "skipper + whale guide"),
        ("Also the new vicar, Mina Park, hosted", "vicar"),
        ("met a kora player from Thies called Mina Park", "kora player"),
        ("Mina Park (Alt, Apothekerin)", "Apothekerin"),
    ],
)
def test_a_role_alone_names_no_house(text: str, role: str) -> None:
    found = about("Mina Park", text)
    assert (found.role, found.organisation) == (role, "")


@pytest.mark.parametrize(
    "text",
    [
        "met Mina Park at Nandos",
        "Mina Park plays chess by post",
        "Mina Park, ex-Bolt",
        "Mina Park used to be at Hearth",
        "Mina Park war früher beim Malzhof",
        "Mina Park: 2 volunteers",
        "Mina Park says the PhD on it is not hers",
        "Mina Park from 5B wants the same week",
        "Mina Park (Swede, there on Mondays)",
    ],
)
def test_what_says_neither(text: str) -> None:
    found = about("Mina Park", text)
    assert (found.role, found.organisation) == ("", "")


def test_here_holds_no_he() -> None:
    said = reading.with_work(FoundPerson(name="Mina Park"), ["Met Mina Park.", "Tailor from Herat, here 18 months."])
    assert said.role == "Tailor"
    said = reading.with_work(FoundPerson(name="Mina Park"), ["met Mina Park again, shes a grad engineer there"])
    assert said.role == "grad engineer"


def test_a_market_is_no_house() -> None:
    assert about("Mina Park", "Mina Park sells mugs at Alder Road market").organisation == ""


def test_behind_where_they_met_the_sentence_goes_on() -> None:
    found = about("Mina Park", "met Mina Park at the fair, she is a potter at Kiln House")
    assert (found.role, found.organisation) == ("potter", "Kiln House")


def test_each_of_several_is_where_the_sentence_says() -> None:
    line = "ramen with Tendai and Marisol, Tendai at Monvu, Marisol at Adalen"
    assert about("Tendai", line, ("Marisol",)).organisation == "Monvu"
    assert about("Marisol", line, ("Tendai",)).organisation == "Adalen"


def test_a_house_taken_for_somebody_still_says_where() -> None:
    assert about("Mina Park", "Mina Park, site manager, Woh Lam.", ("Woh Lam",)).organisation == "Woh Lam"
    listed = "Mina Park, potter, Woh Lam, welder"
    assert about("Mina Park", listed, ("Woh Lam",)).organisation == ""


def test_what_two_do_is_said_of_both() -> None:
    line = "Mina Park and her husband Omar, they run the hardware shop on Cliff Street."
    assert about("Mina Park", line, ("Omar",)).role == "run the hardware shop"
    assert about("Omar", line, ("Mina Park",)).organisation == "hardware shop"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Mina Park, big on outdoor reading.", "outdoor reading"),
        ("Mina Park is nuts about moss", "moss"),
        ("Mina Park is all into humidity loggers these days", "humidity loggers"),
        ("Mina Park super keen on pick by light said he'd call", "pick by light"),
        ("Mina Park, obsessed w/ cold starts.", "cold starts"),
        ("Mina Park cares abt night buses", "night buses"),
        ("Mina Park cares about one thing, bus lanes.", "bus lanes"),
        ("Mina Park adores old logbooks", "old logbooks"),
        ("Mina Park worries about water supply in the valleys below her site", "water supply"),
        ("Mina Park, ihr Herzensthema ist alter Roggen.", "alter Roggen"),
        ("Mina Park: Barrierefreiheit liegt ihr am Herzen.", "Barrierefreiheit"),
        ("Mina Park schwärmt total für Holzbrücken", "Holzbrücken"),
        ("Mina Park brennt für offene Daten -> schick ihr die Folien", "offene Daten"),
    ],
)
def test_what_they_care_about(text: str, topic: str) -> None:
    assert about("Mina Park", text).cares_about == (topic,)


def test_two_loves_in_one_sentence_are_both_read() -> None:
    found = about("Mina Park", "Mina Park worries about her cork supplier and is mad about amphorae.")
    assert found.cares_about == ("cork supplier", "amphorae")


@pytest.mark.parametrize(
    "text", ["Mina Park ran into Omar", "Mina Park got into the car", "Mina Park loves that we met"]
)
def test_no_topic(text: str) -> None:
    assert about("Mina Park", text).cares_about == ()
