"""Feast days as dates: by Easter, next Christmas, after Thanksgiving. Each is a few days of a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from coach.domain.checking.date_words import DateMention, Reader, leading_words


def _thanksgiving(year: int) -> date:
    """The fourth Thursday of November (United States)."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


_FEASTS: dict[str, tuple[Callable[[int], date], int, int]] = {
    "easter": (easter, -3, 1),
    "ostern": (easter, -3, 1),
    "paques": (easter, -3, 1),
    "pentecost": (lambda year: easter(year) + timedelta(days=49), -1, 1),
    "whitsun": (lambda year: easter(year) + timedelta(days=49), -1, 1),
    "pfingsten": (lambda year: easter(year) + timedelta(days=49), -1, 1),
    "christmas": (lambda year: date(year, 12, 25), -3, 3),
    "xmas": (lambda year: date(year, 12, 25), -3, 3),
    "weihnachten": (lambda year: date(year, 12, 25), -3, 3),
    "noel": (lambda year: date(year, 12, 25), -3, 3),
    "halloween": (lambda year: date(year, 10, 31), 0, 1),
    "thanksgiving": (_thanksgiving, 0, 3),
}
"""The day in a year, and how many days before and after it still go by its name."""
FEASTS = frozenset(_FEASTS)
_WISHED = frozenset(("happy", "merry", "frohe", "frohliche", "joyeux", "joyeuses"))
_OF_ITS_KIND = frozenset(
    ("card", "cards", "tree", "market", "party", "dinner", "present", "presents", "eggs", "bunny", "break", "holiday",
     "holidays", "concert", "show", "special", "cake", "carol", "carols", "song", "songs", "jumper",
     "lights", "markets")
)  # fmt: skip


def feast(reader: Reader, at: int) -> DateMention | None:
    """`next Easter`, `Easter 2027`, `by Christmas`; not `Happy Easter` nor `a Christmas tree`."""
    start, shift, _ = leading_words(reader, at)
    found = _FEASTS.get(reader.low(start))
    if found is None or reader.low(start - 1) in _WISHED or reader.low(start + 1) in _OF_ITS_KIND:
        return None
    day_in, before, after = found
    year = reader.year(start + 1)
    last = start + 1 if year else start
    if year:
        years = [year]
    elif reader.today is None:
        years = []
    else:
        passed = day_in(reader.today.year) < reader.today
        coming = reader.today.year + passed
        years = {1: [coming], -1: [coming - 1], 0: [reader.today.year]}.get(shift, [coming, coming - 1])  # type: ignore[arg-type]
    days = [day_in(one) for one in years]
    spans = tuple((day + timedelta(days=before), day + timedelta(days=after)) for day in days)
    return DateMention(at, last, "season", spans, relative=year is None, loose=0 if year else 7)
