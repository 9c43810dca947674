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


def _by_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _first_advent(year: int) -> date:
    """The fourth Sunday before Christmas."""
    eve = date(year, 12, 24)
    return eve - timedelta(days=(eve.weekday() + 1) % 7, weeks=3)


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
    "lent": (_by_easter(-46), 0, 45),
    "ash wednesday": (_by_easter(-46), 0, 0),
    "ash wed": (_by_easter(-46), 0, 0),
    "good fri": (_by_easter(-2), 0, 0),
    "easter mon": (_by_easter(1), 0, 0),
    "palm sun": (_by_easter(-7), 0, 0),
    "aschermittwoch": (_by_easter(-46), 0, 0),
    "rosenmontag": (_by_easter(-48), 0, 0),
    "shrove tuesday": (_by_easter(-47), 0, 0),
    "pancake day": (_by_easter(-47), 0, 0),
    "palm sunday": (_by_easter(-7), 0, 0),
    "palmsonntag": (_by_easter(-7), 0, 0),
    "maundy thursday": (_by_easter(-3), 0, 0),
    "grundonnerstag": (_by_easter(-3), 0, 0),
    "good friday": (_by_easter(-2), 0, 0),
    "karfreitag": (_by_easter(-2), 0, 0),
    "easter sunday": (easter, 0, 0),
    "easter monday": (_by_easter(1), 0, 0),
    "ostersonntag": (easter, 0, 0),
    "ostermontag": (_by_easter(1), 0, 0),
    "ascension": (_by_easter(39), 0, 0),
    "himmelfahrt": (_by_easter(39), 0, 0),
    "whit monday": (_by_easter(50), 0, 0),
    "pfingstmontag": (_by_easter(50), 0, 0),
    "corpus christi": (_by_easter(60), 0, 0),
    "fronleichnam": (_by_easter(60), 0, 0),
    "advent": (_first_advent, 0, 27),
    "epiphany": (_on(1, 6), 0, 0),
    "twelfth night": (_on(1, 6), -1, 0),
    "dreikonig": (_on(1, 6), 0, 0),
    "candlemas": (_on(2, 2), 0, 0),
    "lichtmess": (_on(2, 2), 0, 0),
    "valentine": (_on(2, 14), 0, 0),
    "valentinstag": (_on(2, 14), 0, 0),
    "st patrick": (_on(3, 17), 0, 0),
    "may day": (_on(5, 1), 0, 0),
    "midsummer": (_on(6, 24), -4, 1),
    "midsummer day": (_on(6, 24), 0, 0),
    "michaelmas": (_on(9, 29), 0, 0),
    "all saints": (_on(11, 1), 0, 0),
    "allerheiligen": (_on(11, 1), 0, 0),
    "toussaint": (_on(11, 1), 0, 0),
    "all souls": (_on(11, 2), 0, 0),
    "martinmas": (_on(11, 11), 0, 0),
    "samichlaus": (_on(12, 6), 0, 0),
    "nikolaustag": (_on(12, 6), 0, 0),
    "christmas eve": (_on(12, 24), 0, 0),
    "christmas day": (_on(12, 25), 0, 0),
    "heiligabend": (_on(12, 24), 0, 0),
    "silvester": (_on(12, 31), 0, 0),
    "neujahr": (_on(1, 1), 0, 0),
}
"""The day in a year, and how many days before and after it still go by its name."""
FEASTS = frozenset(word for name in _FEASTS for word in (name, name.split()[0]))
FEAST_WORDS = frozenset(word for name in _FEASTS for word in name.split()) | {"eve"}
_BEHIND = frozenset(
    str.split("in during for before after of until till through since by at on an zu bis vor nach this")
)
_ONLY_BEHIND = frozenset(("lent", "silvester", "ascension"))
"""Words that are also verbs or names: a time only behind a preposition, with a capital."""
_OF_SOMEBODY = frozenset(("valentine", "st patrick"))
"""Names: a day only with what follows (`Valentine's`, `St Patrick's Day`)."""
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
        return _alone(reader, at, reader.low(at), at)
    end = at + 1
    if pair != "new year":
        return _alone(reader, at, pair, end)
    if reader.low(end + 1) in ("'s", "’s", "'"):
        end += 1
    longer = f"{pair} {reader.low(end + 1)}"
    capital = reader.tokens[at].capital
    return (longer, end + 1) if longer in _FEASTS else (pair if capital else "", end)


def _alone(reader: Reader, at: int, name: str, end: int) -> tuple[str, int]:
    """The name where it stands for a day, and its last position: `in Lent`, `Valentine's Day`; not `lent me`."""
    owned = reader.low(end + 1) in ("'s", "’s", "'", "’")
    if name in _ONLY_BEHIND and not (reader.tokens[at].capital and reader.low(at - 1) in _BEHIND):
        return "", end
    if name in _OF_SOMEBODY and not owned:
        return "", end
    if owned:
        end += 2 if reader.low(end + 2) == "day" else 1
    elif name in ("all saints", "all souls", "st nicholas") and reader.low(end + 1) == "day":
        end += 1
    return name, end


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
