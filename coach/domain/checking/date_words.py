"""The words that dates are written with, and a reader that tells month, weekday, year and count at a place in a text.

Kept apart from the rules, because one table serves many of them. Words are folded (lower case, no accents) and of
four languages. Words that are also names or verbs (`may`, `march`, `sun`) count only where a date can stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from coach.domain.checking.quantities import digits, word_value
from coach.domain.checking.tokens import Token

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero",
            "february feb februar fevrier febrero",
            "march mar marz maerz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug aout agosto",
            "september sep sept septembre septiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez decembre diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag lundi lunes",
            "tuesday tue tues dienstag mardi martes",
            "wednesday wed mittwoch mercredi miercoles",
            "thursday thu thur thurs donnerstag jeudi jueves",
            "friday fri freitag vendredi viernes",
            "saturday sat samstag samedi sabado",
            "sunday sun sonntag dimanche domingo",
        )
    )
    for name in names.split()
}
_FRENCH_LEADS = frozenset(("fin", "debut", "mi", "en"))
_BEFORE_MAY = frozenset(
    ("in", "since", "until", "till", "by", "from", "during", "early", "mid", "late", "next", "last")
)
"""Words behind which `may`, in small letters too, is the month and no verb."""
_AMBIGUOUS = frozenset(["may", "mar", "mars", "mai", "sat", "sun", "mon", "wed", "dec", "jan", "sep"])
_SHORTENED = frozenset(("dec", "jan", "sep"))
"""Months that hasty notes write small: `no results until dec`."""
_SITTING = frozenset(
    (
        "with",
        "next",
        "beside",
        "opposite",
        "by",
        "near",
        "behind",
        "between",
        "down",
        "through",
        "across",
        "together",
        "around",
    )
)
_SHORT = 3
"""Letters of an abbreviated weekday that may be a name."""
_LAST_DAY = 31
_AFTER_DATE = frozenset(
    ("at", "in", "for", "and", "or", "to", "with", "from", "he", "she", "we", "i", "then", "till", "until")
)
_BEFORE_DAY = frozenset(("on", "next", "this", "last", "every", "each", "by", "til", "till", "until", "not"))
_AFTER_DAY = frozenset(("morning", "mornings", "afternoon", "evening", "evenings", "eve", "night", "am", "pm", "lunch"))
_PAIRING = frozenset(("+", "&", "/", "and"))
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14),
            "fruhling": (3, 5), "fruhjahr": (3, 5), "sommer": (6, 8), "herbst": (9, 11)}  # fmt: skip
QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
NEXT = frozenset(
    [
        "next",
        "coming",
        "following",
        "upcoming",
        "kommenden",
        "kommende",
        "kommender",
        "nachste",
        "nachsten",
        "nachster",
        "prochain",
        "prochaine",
        "proximo",
        "proxima",
    ]
)
LAST = frozenset(
    ["last", "past", "previous", "letzte", "letzten", "letzter", "letztes", "dernier", "derniere", "pasado", "pasada"]
)
THIS = frozenset(["this", "current", "dieser", "diese", "dieses", "diesen"])
SPANS = {"day": "days", "days": "days", "tag": "days", "tagen": "days", "tage": "days", "week": "weeks",
          "weeks": "weeks", "wk": "weeks", "wks": "weeks", "yr": "years", "yrs": "years", "mth": "months",
          "woche": "weeks", "wochen": "weeks", "month": "months", "months": "months", "monat": "months",
          "monaten": "months", "year": "years", "years": "years", "jahr": "years", "jahren": "years",
          "fortnight": "fortnights", "fortnights": "fortnights", "decade": "decades", "decades": "decades",
          "century": "centuries", "centuries": "centuries",
          "weekend": "weekends", "weekends": "weekends", "quarter": "quarters", "night": "days", "evening": "days",
          "morning": "days", "afternoon": "days", "semaine": "weeks", "semana": "weeks"}  # fmt: skip
PARTS = {"early": (0.0, 0.45), "beginning": (0.0, 0.4), "start": (0.0, 0.4), "mid": (0.25, 0.75),
          "middle": (0.25, 0.75),
          "late": (0.55, 1.0), "end": (0.6, 1.0)}  # fmt: skip
TURNS = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "last": "last",
    "1st": "1",
    "2nd": "2",
    "3rd": "3",
    "4th": "4",
}
ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_DAY_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
DAY_WORDS = {word: float(value) for value, word in enumerate(str.split(_DAY_NAMES), start=1)}
_YEAR = re.compile(r"(?:19|20)\d\d")
_AHEAD = 20
"""Years ahead from which a year of two figures is of the last century."""
Days = tuple[date, date]
GRAINS = ("day", "weekend", "week", "month", "season", "year", "decade")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text. `days` are the stretches it may mean, inclusive; empty when it can't be reckoned.

    `first` and `last` are token positions, inclusive. `grain` is how exact the words are. `relative` says
    that the meaning hangs on the day of writing. `every` marks a repeated date ("every Tuesday").
    """

    first: int
    last: int
    grain: str
    days: tuple[Days, ...]
    relative: bool = False
    every: bool = False
    weekday: int | None = None
    loose: int = 0
    turn: str = ""

    def overlaps(self, other: DateMention) -> bool:
        """True when the two may mean the same days; the second week of a month is never its third."""
        if self.turn and other.turn and self.grain == other.grain == "week" and self.turn != other.turn:
            return False
        slack = timedelta(days=max(self.loose, other.loose))
        return any(a[0] - slack <= b[1] and b[0] - slack <= a[1] for a in self.days for b in other.days)

    def finer_than(self, other: DateMention) -> bool:
        """True when this is exact by two grains more or better: a day against a week, a month against a year."""
        return GRAINS.index(self.grain) + 1 < GRAINS.index(other.grain)


@dataclass(frozen=True, slots=True)
class Reader:
    """The tokens of a text, and what stands at a position of them; `today` is the day of writing, where known."""

    tokens: list[Token]
    today: date | None

    def low(self, position: int) -> str:
        return self.tokens[position].low if 0 <= position < len(self.tokens) else ""

    def year(self, position: int) -> int | None:
        word = self.low(position)
        if "-" in word and word.split("-")[0] in PARTS:
            word = word.split("-")[1]
        if _YEAR.fullmatch(word):
            return int(word)
        if word in ("'", "’") and re.fullmatch(r"\d\d", self.low(position + 1)):
            year = 2000 + int(self.low(position + 1))
            return year - 100 if self.today and year > self.today.year + _AHEAD else year
        return None

    def number(self, position: int) -> int | None:
        token = self.low(position)
        value = digits(token) if token[:1].isdigit() else word_value(token)
        if value is None and token in ("a", "an", "einem", "einer"):
            value = 1
        return int(value) if value is not None else None

    def month(self, position: int) -> int | None:
        word = self.low(position)
        if "-" in word and word.split("-")[0] in PARTS:
            word = word.split("-")[1]
            return MONTHS.get(word)
        french = self.low(position - 1) in _FRENCH_LEADS
        counted = self._after_day_number(position) or (word == "may" and self.low(position - 1) in _BEFORE_MAY)
        plainly = french or counted or (word in _SHORTENED and self._dated(position))
        if word not in MONTHS or (word in _AMBIGUOUS and not (self.tokens[position].capital or plainly)):
            return None
        if word == "may" and not counted and not (self.tokens[position].capital and self._dated(position)):
            return None
        if word == "march" and not (self.tokens[position].capital or self._dated(position)):
            return None
        return MONTHS[word]

    def _after_day_number(self, position: int) -> bool:
        """`ends 15 may`, in hasty writing; not `all 15 may come`."""
        day = digits(self.low(position - 1))
        after = self.low(position + 1)
        return day is not None and 1 <= day <= _LAST_DAY and (not after[:1].isalpha() or after in _AFTER_DATE)

    def _dated(self, position: int) -> bool:
        before, after = self.low(position - 1), self.low(position + 1)
        marks = (
            NEXT
            | LAST
            | THIS
            | set(PARTS)
            | {"in", "since", "until", "till", "by", "from", "of", "to", "and", "for", "during"}
        )
        return before in marks or before[:1].isdigit() or before in ORDINAL_ENDS or after[:1].isdigit() or before == "."

    def _day_here(self, position: int) -> bool:
        """`sat morning`, `not on sun`, `mon/wed`: a day in hasty writing, not a verb or a star."""
        before, after = self.low(position - 1), self.low(position + 1)
        beside = (after in _PAIRING and self.low(position + 2) in WEEKDAYS) or (
            before in _PAIRING and self.low(position - 2) in WEEKDAYS
        )
        return beside or before in _BEFORE_DAY or after in _AFTER_DAY

    def _names_somebody(self, position: int) -> bool:
        """`Thu Hà`, `Sun Li`: a capital word that is neither month nor day follows."""
        after = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        if after is None or after.kind != "word" or not after.text[0].isupper():
            return False
        return after.low not in MONTHS and after.low not in WEEKDAYS and after.low not in _AFTER_DAY

    def _beside_days(self, position: int) -> bool:
        """`free tue + thu. wed = yoga`: among other weekdays, or set equal to something."""
        near = {self.low(at) for at in range(max(0, position - 3), position + 4)}
        return self.low(position + 1) == "=" or bool(near & _OTHER_DAYS)

    def weekday(self, position: int) -> int | None:
        word = self.low(position)
        if word.endswith("s") and word[:-1] in WEEKDAYS:
            word = word[:-1]
        if word not in WEEKDAYS:
            return None
        shown = self.tokens[position].capital or self._day_here(position) or self._beside_days(position)
        if word in _AMBIGUOUS and not shown:
            return None
        if len(word) <= _SHORT and self.tokens[position].text.istitle() and self._names_somebody(position):
            return None
        if (
            word == "sat"
            and self.low(position + 1) in _SITTING
            and self.low(position - 1) in ("", ".", "!", "?", "and", ";")
        ):
            return None
        return WEEKDAYS[word]


_OTHER_DAYS = frozenset(
    ("tue", "tues", "thu", "thur", "thurs", "fri", *(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri")))
)


def leading_words(reader: Reader, at: int) -> tuple[int, int | None, str]:
    """What stands before a month, season or year: (position after it, -1 / 0 / 1 for last / this / next, part)."""
    part, shift, position = "", None, at
    if reader.low(position) in PARTS and not _begins_then(reader, position):
        part, position = reader.low(position), position + 1
        while reader.low(position) in ("of", "the", "in", "-"):
            position += 1
    elif "-" in reader.low(position) and reader.low(position).split("-")[0] in PARTS:
        part = reader.low(position).split("-")[0]
    for words, value in ((NEXT, 1), (LAST, -1), (THIS, 0)):
        if reader.low(position) in words:
            return position + 1, value, part
    if part and position - at == 3 and reader.low(position - 1) == "the":
        return position, 0, part
    return position, shift, part


def _begins_then(reader: Reader, position: int) -> bool:
    """`we start next week`: a doing, and no part of the week; `by the end next week` is one."""
    verb = reader.low(position) in ("start", "end") and reader.low(position + 1) in NEXT | LAST | THIS
    return verb and reader.low(position - 1) not in ("the", "by", "at", "from", "until", "before")


def part_of(span: Days, part: str) -> Days:
    """`early`, `mid` or `late` cut out of a longer stretch; the whole stretch when `part` is empty."""
    if not part:
        return span
    low, high = PARTS[part]
    length = (span[1] - span[0]).days + 1
    return span[0] + timedelta(days=int(low * length)), span[0] + timedelta(days=min(length - 1, int(high * length)))
