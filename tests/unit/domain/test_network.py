"""The network as a picture: who introduced whom, who is named together, what is shared."""

from __future__ import annotations

import pytest

from coach.domain import network
from coach.domain.network import Hub, Introduction, Link
from coach.domain.passages import Named

PEOPLE = [Named("a", "Ana Sol"), Named("b", "Bo Lind"), Named("c", "Cy Roth"), Named("d", "Ana Mar")]
NAMES = {one.id: one.name for one in PEOPLE}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Introduced by Bo Lind at the soup", [("b", "a")]),
        ("Through Bo, on a Tuesday", [("b", "a")]),
        ("Bo Lind introduced us", [("b", "a")]),
        ("Sat beside Bo Lind at the soup", []),
        ("Introduced by somebody", []),
        ("Introduced by Ana Sol herself", []),
    ],
)
def test_how_you_met_somebody_says_who_introduced_them(text: str, pairs: list[tuple[str, str]]) -> None:
    found = network.introduced([Introduction("a", text, source="a")], PEOPLE)
    assert [(link.first, link.second) for link in found] == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Bo introduced me to Cy Roth.", [("b", "c")]),
        ("Bo Lind introduced Ana Sol to Cy Roth.", [("b", "a"), ("b", "c")]),
        ("I introduced Bo to Cy.", []),
        ("Bo wants to introduce me to Cy.", []),
        ("Ana introduced me to Cy.", []),
    ],
)
def test_a_note_says_who_introduced_whom_only_in_plain_words_and_names(text: str, pairs: list[tuple[str, str]]) -> None:
    found = network.introduced([Introduction("b", text, "note"), Introduction("c", text, "note")], PEOPLE)
    assert [(link.first, link.second) for link in found] == pairs


def test_people_named_together_are_linked_once_with_the_number_of_notes() -> None:
    found = network.together({"1": ["a", "b"], "2": ["b", "a", "a"], "3": ["c"], "4": [*"abcdefgh"]})
    assert found == [Link("a", "b", "together", 2)]


def test_hubs_of_one_and_people_without_a_link_fall_out() -> None:
    hubs = [Hub("Soup", "evening", ("a", "b", "gone")), Hub("Alone", "topic", ("c",))]
    picture = network.draw(NAMES, hubs, [Link("a", "b", "together"), Link("a", "gone", "together")])
    assert set(picture.people) == {"a", "b"}
    assert [hub.name for hub in picture.hubs] == ["Soup"]
    assert {(link.first, link.second) for link in picture.links} == {("a", "b"), ("a", "Soup"), ("b", "Soup")}
    assert picture.left_out == 2


def test_a_large_network_keeps_those_with_the_most_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOST_PEOPLE", 2)
    links = [Link("a", "b", "together"), Link("a", "c", "together"), Link("b", "a", "introduced")]
    picture = network.draw(NAMES, [], links)
    assert list(picture.people) == ["a", "b"]
    assert picture.left_out == 2
    assert all({link.first, link.second} <= {"a", "b"} for link in picture.links)


def test_around_one_person_are_their_links_and_the_others_of_their_hubs() -> None:
    hubs = [Hub("Soup", "evening", ("a", "b")), Hub("Fair", "evening", ("c", "d"))]
    picture = network.draw(NAMES, hubs, [Link("b", "c", "together")]).around("a")
    assert set(picture.people) == {"a", "b"}
    assert [hub.name for hub in picture.hubs] == ["Soup"]
    assert all("Fair" not in (link.first, link.second) for link in picture.links)
