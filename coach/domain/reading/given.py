"""Given names of many lands (`data/given-names.txt`, made by `eval/make_given_names.py` from Faker's lists, MIT), and
whether they are a woman's or a man's."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from coach.domain.checking.names import given_name
from coach.domain.checking.tokens import fold


@cache
def _held() -> dict[str, str]:
    lines = files("coach.domain.reading").joinpath("data/given-names.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines)


def is_given(low: str) -> bool:
    """Whether a word in small letters, without accents, is a given name somewhere."""
    return low not in _WORDS and (given_name(low) or low in _held())


_WORDS = frozenset(("app",))
"""Short for a name somewhere, and something else in notes."""


def sex_of(first_name: str) -> str:
    """ "f" or "m" where a given name is nearly always a woman's or a man's, else ""."""
    return _held().get(fold(first_name), "u").replace("u", "")
