"""Given names of many lands: `data/given-names.txt`, made by `eval/make_given_names.py` from Faker's lists (MIT)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def given_names() -> dict[str, str]:
    """Name in small letters without accents -> "f", "m", or "u" where it is either's."""
    lines = files("coach.domain.reading").joinpath("data/given-names.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines)
