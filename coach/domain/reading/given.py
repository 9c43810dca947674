"""Whether a word is a given name somewhere, and whether the name is a woman's or a man's."""

from __future__ import annotations

from coach.domain.checking.names import given_name
from coach.domain.checking.tokens import fold
from coach.domain.given_names import given_names


def is_given(low: str) -> bool:
    """Whether a word in small letters, without accents, is a given name somewhere."""
    return low not in _WORDS and (given_name(low) or low in given_names())


_WORDS = frozenset(("app",))
"""Short for a name somewhere, and something else in notes."""


def sex_of(first_name: str) -> str:
    """ "f" or "m" where a given name is nearly always a woman's or a man's, else ""."""
    return given_names().get(fold(first_name), "u").replace("u", "")
