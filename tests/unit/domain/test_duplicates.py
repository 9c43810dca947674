"""Who may be the same person: the ways in which one person comes twice, and those in which two people look alike."""

from __future__ import annotations

import pytest

from coach.domain.duplicates import Candidate, Identity, find_duplicates


def _pair(one: Identity, other: Identity) -> Candidate | None:
    found = find_duplicates((one, other))
    return found[0] if found else None


def _named(id: str, name: str, organisation: str = "", **addresses: str) -> Identity:
    return Identity(id, name, (), organisation, tuple(addresses.items()))


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("Ann Lee", "ann  LEE", "name"),
        ("José Núñez", "Jose Nunez", "name"),
        ("Łukasz Żak", "Lukasz Zak", "name"),
        ("Sabine Krüger", "Sabine Krueger", "name"),
        ("Søren Åse", "Soeren Aase", "name"),
        ("Иван Петров", "Ivan Petrov", "name"),
        ("Dr. Ann Lee", "Ann Lee", "name"),
        ("Lee, Ann", "Ann Lee", "order"),
        ("Tomáš Novák, Klimadata", "Tomáš Novák", "name"),
        ("王伟", "Wei Wang", "order"),
        ("Bob Miller", "Robert Miller", "nickname"),
        ("Kasia Nowak", "Katarzyna Nowak", "nickname"),
        ("Ann Marie Lee", "Ann Lee", "part"),
    ],
)
def test_one_name_in_two_writings(one: str, other: str, sign: str) -> None:
    found = _pair(_named("a", one), _named("b", other))
    assert found is not None
    assert [reason for reason, _ in found.reasons] == [sign]


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("A. Lee", "Ann Lee", "initials"),
        ("Katharina Schmidt", "Katharina Schmitt", "spelling"),
        ("Ann", "Ann", "initials"),
        ("Ana Ruiz", "Ana Ruiz Vega", "surnames"),
        ("Ana Ruiz-Vega", "Ana Ruiz", "surnames"),
    ],
)
def test_a_name_that_is_only_alike_needs_the_organisation_too(one: str, other: str, sign: str) -> None:
    assert _pair(_named("a", one), _named("b", other)) is None
    found = _pair(_named("a", one, "Mill GmbH"), _named("b", other, "The Mill"))
    assert found is not None
    assert [reason for reason, _ in found.reasons] == [sign, "organisation"]


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ({"email": "Ann@Example.org"}, {"email": "ann@example.org"}, "email"),
        ({"linkedin": "https://www.linkedin.com/in/ann-lee/"}, {"web": "linkedin.com/in/Ann-Lee?x=1"}, "profile"),
        ({"github": "annlee"}, {"github": "https://github.com/annlee"}, "profile"),
    ],
)
def test_one_address_is_one_person_whatever_the_name(one: dict[str, str], other: dict[str, str], sign: str) -> None:
    found = _pair(_named("a", "Ann Lee", **one), _named("b", "Annie Q.", **other))
    assert found is not None
    assert found.reasons[0][0] == sign


def test_a_telephone_alone_may_be_an_offices() -> None:
    assert _pair(_named("a", "Ann Lee", phone="+49 30 1234567"), _named("b", "Bo Quill", phone="030 1234567")) is None
    found = _pair(_named("a", "Ann Lee", phone="+49 30 1234567"), _named("b", "A. Lee", phone="030 1234567"))
    assert found is not None
    assert found.score > 0.9


def test_an_address_of_many_says_nothing() -> None:
    people = tuple(_named(str(n), f"Person{n} Name{n}", email="info@example.org") for n in range(6))
    assert find_duplicates(people) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "Bob Lee"),
        ("Marta Lee", "Maria Lee"),
        ("Ann Lee", "Ann Fox"),
        ("Ann", "Ann Lee"),
        ("J. Lee", "Ann Lee"),
    ],
)
def test_two_names_of_two_people(one: str, other: str) -> None:
    assert _pair(_named("a", one), _named("b", other)) is None


def test_two_profiles_on_one_site_are_two_people() -> None:
    one = _named("a", "Ann Lee", linkedin="linkedin.com/in/ann-lee")
    assert _pair(one, _named("b", "Ann Lee", linkedin="linkedin.com/in/ann-lee-2")) is None


def test_another_organisation_makes_it_less_likely_and_the_same_more() -> None:
    one = _named("a", "Ann Lee", "Mill")
    same, other = _pair(one, _named("b", "Ann Lee", "Mill")), _pair(one, _named("b", "Ann Lee", "Harbour"))
    assert same is not None
    assert other is not None
    assert same.score > 0.9 > other.score


def test_other_names_count_too_and_the_likeliest_comes_first() -> None:
    people = (
        Identity("a", "Ann Lee", ("Nana",)),
        Identity("b", "Anna Fox", ("Ann Lee",), "", (("email", "x@example.org"),)),
        Identity("c", "Anna Fox", (), "", (("email", "x@example.org"),)),
    )
    found = find_duplicates(people)
    assert [(one.first, one.second) for one in found] == [("b", "c"), ("a", "b")]


def test_who_is_known_to_be_two_is_not_asked_about_again() -> None:
    people = (_named("a", "Ann Lee"), _named("b", "Ann Lee"))
    assert find_duplicates(people, frozenset({frozenset(("b", "a"))})) == ()


def test_a_crowd_of_one_name_is_compared_within_an_organisation_only() -> None:
    people = tuple(_named(f"{n:03}", "Wei Wang", f"Firm {n // 2}") for n in range(120))
    found = find_duplicates(people)
    assert len(found) == 60
    assert all(int(one.first) // 2 == int(one.second) // 2 for one in found)
