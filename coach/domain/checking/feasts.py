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
    "boxing day": (lambda year: date(year, 12, 26), 0, 0),
    "new year": (lambda year: date(year, 12, 31), 0, 1),
    "new year eve": (lambda year: date(year, 12, 31), 0, 0),
    "new year day": (lambda year: date(year, 12, 31), 1, 1),
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


def _named(reader: Reader, at: int) -> tuple[str, int]:
    """The name of a feast of one to four words (`New Year's Eve`) and its last position."""
    pair = f"{reader.low(at)} {reader.low(at + 1)}"
    if pair not in _FEASTS:
        return reader.low(at), at
    end = at + 1
    if pair != "new year":
        return pair, end
    if reader.low(end + 1) in ("'s", "’s", "'"):
        end += 1
    longer = f"{pair} {reader.low(end + 1)}"
    capital = reader.tokens[at].capital
    return (longer, end + 1) if longer in _FEASTS else (pair if capital else "", end)


def feast(reader: Reader, at: int) -> DateMention | None:
    """`next Easter`, `Easter 2027`, `by Christmas`; not `Happy Easter` nor `a Christmas tree`."""
    start, shift, _ = leading_words(reader, at)
    name, end = _named(reader, start)
    found = _FEASTS.get(name)
    if found is None or reader.low(start - 1) in _WISHED or reader.low(end + 1) in _OF_ITS_KIND:
        return None
    day_in, before, after = found
    year = reader.year(end + 1)
    last = end + 1 if year else end
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
    exact = before == after
    loose = 0 if year or exact else 7
    return DateMention(at, last, "day" if exact else "season", spans, relative=year is None, loose=loose)
