"""Whether an entry of the notes is of somebody of a kind: one word in common is soon found, and proves nothing."""

from __future__ import annotations

import pytest

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.journeys.kinds_of_people import of_such


def _entry(text: str, title: str = "", kind: Kind = Kind.NOTE) -> Evidence:
    return Evidence(label="N1", source_id="1", kind=kind, text=text, title=title)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("a sceptical city procurement officer who hates startups", "Panel: who pays. Data for Cities 2026."),
        ("a sceptical city procurement officer who hates startups", "Bo is a police officer."),
        ("a sceptical city procurement officer who hates startups", "Jo started a startup in a big city."),
        ("a museum director", "Ada is the managing director of a bakery."),
        ("a potter with a kiln", "The kiln of the bakery is hot."),
        ("an old man", "Old charts hang in the hall."),
        ("eine skeptische Einkäuferin der Stadt, die Start-ups hasst", "Jan wohnt in der Stadt."),
        ("a farmer who hates tourists", "Ben guides tourists."),
    ],
)
def test_one_word_in_common_makes_nobody_alike(who: str, text: str) -> None:
    assert not of_such(who, _entry(text))


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("a sceptical city procurement officer who hates startups", "Ann works in procurement; she is an officer."),
        ("an archivist", "Ines is an archivist."),
        ("a potter with a kiln", "A potter from Fez."),
        ("somebody who keeps old charts", "Ines dried the charts."),
        ("somebody who works as an archivist", "Ines Duarte: archivist"),
        ("an organiser of a meetup for newcomers", "Kwame organises the meetup, he is its organiser."),
        ("a founder", "Kwame is the founder of the makerspace."),
        ("eine Bibliothekarin aus Leipzig", "Anke ist Bibliothekarin in Halle."),
    ],
)
def test_the_word_that_names_the_kind_does_or_two_others(who: str, text: str) -> None:
    assert of_such(who, _entry(text))
