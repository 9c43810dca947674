"""A role with its article, alone and before a house."""

from __future__ import annotations

import pytest

from coach.drafting.posts import as_a_post, deed_of, is_somebody, with_article


@pytest.mark.parametrize(
    ("role", "alone", "before_a_house"),
    [
        ("grower", "a grower", "a grower"),
        ("Energy manager", "an energy manager", "an energy manager"),
        ("Catering lead", "a catering lead", "catering lead"),
        ("Head of Data", "Head of Data", "head of Data"),
        ("Retired head of engineering", "a retired head of engineering", "a retired head of engineering"),
        ("Maintainer of Sphinx", "a maintainer of Sphinx", "a maintainer of Sphinx"),
        ("Python developer", "a Python developer", "a Python developer"),
        ("PhD student", "a PhD student", "a PhD student"),
        ("CTO", "CTO", "CTO"),
        ("", "", ""),
    ],
)
def test_a_role_has_the_article_that_one_says(role: str, alone: str, before_a_house: str) -> None:
    assert (with_article(role), as_a_post(role)) == (alone, before_a_house)


@pytest.mark.parametrize(
    ("role", "deed"),
    [
        ("sells glazes", "sell glazes"),
        ("runs the data platform", "run the data platform"),
        ("leading the accessibility guild", "are leading the accessibility guild"),
        ("run the plant stall", "run the plant stall"),
        ("data lead", ""),
        ("head of research", ""),
        ("sales engineer", ""),
        ("accounts manager", ""),
        ("engineering manager", ""),
        ("potter", ""),
        ("", ""),
    ],
)
def test_a_doing_that_stands_for_a_role_follows_you(role: str, deed: str) -> None:
    assert deed_of(role) == deed


@pytest.mark.parametrize(
    ("role", "is_one"),
    [
        ("potter", True),
        ("head of data", True),
        ("CTO", True),
        ("warehouse rep", True),
        ("wood-fired stoneware", False),
        ("double bass", False),
    ],
)
def test_a_trade_is_nobody(role: str, is_one: bool) -> None:
    assert is_somebody(role) is is_one
