"""A role with its article, alone and before a house."""

from __future__ import annotations

import pytest

from coach.drafting.posts import as_a_post, with_article


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
