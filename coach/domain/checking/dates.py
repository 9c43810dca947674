"""Dates in a text, absolute or reckoned from the day of writing, each as the days that it may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from coach.domain.checking.quantities import _word_value, digits
from coach.domain.checking.tokens import Token

_MONTHS = {
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
_WEEKDAYS = {
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
_AMBIGUOUS = frozenset(["may", "mar", "mars", "mai", "sat", "sun", "mon", "wed", "dec", "jan", "sep"])
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14),
            "fruhling": (3, 5), "fruhjahr": (3, 5), "sommer": (6, 8), "herbst": (9, 11)}  # fmt: skip
_QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
_NEXT = frozenset(
    [
        "next",
        "coming",
        "following",
        "upcoming",
        "nachste",
        "nachsten",
        "nachster",
        "prochain",
        "prochaine",
        "proximo",
        "proxima",
    ]
)
_LAST = frozenset(
    ["last", "past", "previous", "letzte", "letzten", "letzter", "letztes", "dernier", "derniere", "pasado", "pasada"]
)
_THIS = frozenset(["this", "current", "dieser", "diese", "dieses", "diesen"])
_SPANS = {"day": "days", "days": "days", "tag": "days", "tagen": "days", "tage": "days", "week": "weeks",
          "weeks": "weeks",
          "woche": "weeks", "wochen": "weeks", "month": "months", "months": "months", "monat": "months",
          "monaten": "months", "year": "years", "years": "years", "jahr": "years", "jahren": "years",
          "fortnight": "fortnights", "fortnights": "fortnights", "decade": "decades", "decades": "decades",
          "weekend": "weekends", "weekends": "weekends", "quarter": "quarters", "night": "days", "evening": "days",
          "morning": "days", "afternoon": "days", "semaine": "weeks", "semana": "weeks"}  # fmt: skip
_PARTS = {"early": (0.0, 0.45), "beginning": (0.0, 0.4), "start": (0.0, 0.4), "mid": (0.25, 0.75),
          "middle": (0.25, 0.75),
          "late": (0.55, 1.0), "end": (0.6, 1.0)}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")

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
        """True when the two may mean the same days."""
        slack = timedelta(days=max(self.loose, other.loose))
        return any(a[0] - slack <= b[1] and b[0] - slack <= a[1] for a in self.days for b in other.days)

    def finer_than(self, other: DateMention) -> bool:
        return GRAINS.index(self.grain) + 1 < GRAINS.index(other.grain)


@dataclass(frozen=True, slots=True)
class _Reader:
    tokens: list[Token]
    today: date | None

    def low(self, position: int) -> str:
        return self.tokens[position].low if 0 <= position < len(self.tokens) else ""

    def year(self, position: int) -> int | None:
        word = self.low(position)
        if "-" in word and word.split("-")[0] in _PARTS:
            word = word.split("-")[1]
        if _YEAR.fullmatch(word):
            return int(word)
        if word in ("'", "’") and re.fullmatch(r"\d\d", self.low(position + 1)):
            return 2000 + int(self.low(position + 1))
        return None

    def number(self, position: int) -> int | None:
        token = self.low(position)
        value = digits(token) if token[:1].isdigit() else _word_value(token)
        if value is None and token in ("a", "an", "einem", "einer"):
            value = 1
        return int(value) if value is not None else None

    def month(self, position: int) -> int | None:
        word = self.low(position)
        if "-" in word and word.split("-")[0] in _PARTS:
            word = word.split("-")[1]
            return _MONTHS.get(word)
        if word not in _MONTHS or (word in _AMBIGUOUS and not self.tokens[position].capital):
            return None
        if word == "may" and not (self.tokens[position].capital and self._dated(position)):
            return None
        if word == "march" and not (self.tokens[position].capital or self._dated(position)):
            return None
        return _MONTHS[word]

    def _dated(self, position: int) -> bool:
        before, after = self.low(position - 1), self.low(position + 1)
        marks = (
            _NEXT
            | _LAST
            | _THIS
            | set(_PARTS)
            | {"in", "since", "until", "till", "by", "from", "of", "to", "and", "for", "during"}
        )
        return (
            before in marks or before[:1].isdigit() or before in _ORDINAL_ENDS or after[:1].isdigit() or before == "."
        )

    def weekday(self, position: int) -> int | None:
        word = self.low(position)
        if word.endswith("s") and word[:-1] in _WEEKDAYS:
            word = word[:-1]
        if word not in _WEEKDAYS or (word in _AMBIGUOUS and not self.tokens[position].capital):
            return None
        return _WEEKDAYS[word]


_TURNS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "last", "1st": "1", "2nd": "2", "3rd": "3"}
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


def dates(tokens: list[Token], today: date | None) -> list[DateMention]:
    """All dates among `tokens`, left to right. `today` is the day on which the text was written."""
    reader, found, position = _Reader(tokens, today), [], 0
    while position < len(tokens):
        may_be = _may_open(tokens[position].low)
        mention = next((hit for rule in _RULES if (hit := rule(reader, position))), None) if may_be else None
        if mention is None:
            position += 1
            continue
        found.append(mention)
        position = mention.last + 1
    return found


def of_day(day: date, grain: str = "day") -> DateMention:
    """A mention made from a known day, e.g. a note's own date or a commitment's due date."""
    return DateMention(0, 0, grain, ((day, day),))


def _iso(reader: _Reader, at: int) -> DateMention | None:
    """2024-07-20, 20.07.2024, 20/07/2024, 20/7 and `20.7.`"""
    if not reader.low(at)[:1].isdigit():
        return None
    joined = "".join(token.text for token in reader.tokens[at : at + 6])
    numbers = [token.low for token in reader.tokens[at : at + 5]]
    if re.match(r"(?:19|20)\d\d-\d\d?-\d\d?(?!\d)", joined) and len(numbers) == 5:
        return _exact(at, at + 4, int(numbers[0]), int(numbers[2]), int(numbers[4]))
    if re.match(r"\d\d?/\d\d?/(?:20)?\d\d(?!\d)", joined) and len(numbers) == 5:
        year = int(numbers[4]) + (2000 if len(numbers[4]) == 2 else 0)
        return _slashed(at, at + 4, int(numbers[0]), int(numbers[2]), [year])
    if re.match(r"\d\d?/\d\d?(?![\d/])", joined) and reader.today and len(numbers) > 2:
        return _slashed(at, at + 2, int(numbers[0]), int(numbers[2]), _years_near(reader.today))
    return _dotted(reader, at)


def _dotted(reader: _Reader, at: int) -> DateMention | None:
    token = reader.low(at)
    full = re.fullmatch(r"(\d\d?)\.(\d\d?)\.((?:20)?\d\d)", token)
    if full:
        year = int(full.group(3)) + (2000 if len(full.group(3)) == 2 else 0)
        return _exact(at, at, year, int(full.group(2)), int(full.group(1)))
    short = re.fullmatch(r"(\d\d?)\.(\d\d?)", token)
    if short and reader.low(at + 1) == "." and reader.today and int(short.group(2)) <= 12:
        return _slashed(at, at + 1, int(short.group(1)), int(short.group(2)), _years_near(reader.today))
    return None


def _slashed(first: int, last: int, one: int, two: int, years: list[int]) -> DateMention | None:
    days = [day for year in years for pair in ((two, one), (one, two)) if (day := _day(year, *pair))]
    return DateMention(first, last, "day", tuple((day, day) for day in dict.fromkeys(days))) if days else None


def _exact(first: int, last: int, year: int, month: int, day: int) -> DateMention | None:
    found = _day(year, month, day)
    return DateMention(first, last, "day", ((found, found),)) if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years_near(today: date) -> list[int]:
    return [today.year, today.year - 1, today.year + 1]


def _day_of_month(reader: _Reader, at: int) -> tuple[int, int] | None:
    """A day's number at `at`: its value and the position after it (`20`, `20th`, `20.`, `the twentieth`)."""
    token = reader.low(at)
    value = digits(token) if token.isdigit() else {**_DAY_WORDS}.get(token)
    if value is None or not 1 <= value <= 31:
        return None
    after = at + 1
    if reader.low(after) in _ORDINAL_ENDS or (reader.low(after) == "." and reader.month(after + 1)):
        after += 1
    return int(value), after


_DAY_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_DAY_WORDS = {word: float(value) for value, word in enumerate(str.split(_DAY_NAMES), start=1)}


def _day_month(reader: _Reader, at: int) -> DateMention | None:
    """20 July 2024, 20th of July, 12–14 July, Friday 20 July."""
    day = _day_of_month(reader, at)
    if day is None:
        return None
    first, after = day
    last_day = first
    if reader.low(after) in ("-", "–", "—", "to", "and", "or", "bis", "until", "/", "&") and (
        second := _day_of_month(reader, after + 1)
    ):
        last_day, after = second
    if reader.low(after) in ("of", "de"):
        after += 1
    month = reader.month(after)
    if month is None:
        return None
    return _months_day(reader, at, after, month, (first, last_day))


def _month_day(reader: _Reader, at: int) -> DateMention | None:
    """July 20, July 20th 2024, July 12-14."""
    month = reader.month(at)
    step = 2 if reader.low(at + 1) in (".", "the") and not reader.low(at + 1).isdigit() else 1
    day = _day_of_month(reader, at + step) if month else None
    if month is None or day is None or reader.low(day[1]) in ("%", "percent", ":"):
        return None
    first, after = day
    last_day = first
    if reader.low(after) in ("-", "–", "to", "and") and (second := _day_of_month(reader, after + 1)):
        last_day, after = second
    return _months_day(reader, at, after - 1, month, (first, last_day))


def _months_day(reader: _Reader, first: int, last: int, month: int, span: tuple[int, int]) -> DateMention | None:
    step = 2 if reader.low(last + 1) in (",", ".", "de") else 1
    year = reader.year(last + step)
    if year:
        last += step + (1 if reader.low(last + step) in ("'", "’") else 0)
    years = [year] if year else _years_near(reader.today) if reader.today else []
    pairs = [(a, b) for y in years if (a := _day(y, month, span[0])) and (b := _day(y, month, span[1]))]
    return DateMention(first, last, "day", tuple(pairs))


def _month_year(reader: _Reader, at: int) -> DateMention | None:
    """July 2024, next July, last July, this July, early July, in July."""
    start, shift, part = _lead(reader, at)
    month = reader.month(start)
    if month is None:
        return None
    last, years = start, []
    step = 2 if reader.low(start + 1) in (",", "of") else 1
    year = reader.year(start + step)
    if year:
        years, last = [year], start + step
    elif reader.today:
        years = _shifted_years(reader.today, month, shift)
    spans = [(date(y, month, 1), date(y, month, monthrange(y, month)[1])) for y in years]
    return DateMention(at, last, "month", tuple(_cut(span, part) for span in spans), relative=year is None)


def _shifted_years(today: date, month: int, shift: int | None) -> list[int]:
    this = today.year
    if shift == 1:
        return [this if month > today.month else this + 1] + ([this + 1] if month > today.month else [])
    if shift == -1:
        return [this if month < today.month else this - 1] + ([this - 1] if month < today.month else [])
    return [this] if shift == 0 else _years_near(today)


def _lead(reader: _Reader, at: int) -> tuple[int, int | None, str]:
    """What stands before a month, season or year: (position after it, -1 / 0 / 1 for last / this / next, part)."""
    part, shift, position = "", None, at
    if reader.low(position) in _PARTS:
        part, position = reader.low(position), position + 1
        while reader.low(position) in ("of", "the", "in", "-"):
            position += 1
    elif "-" in reader.low(position) and reader.low(position).split("-")[0] in _PARTS:
        part = reader.low(position).split("-")[0]
    for words, value in ((_NEXT, 1), (_LAST, -1), (_THIS, 0)):
        if reader.low(position) in words:
            return position + 1, value, part
    return position, shift, part


def _cut(span: Days, part: str) -> Days:
    if not part:
        return span
    low, high = _PARTS[part]
    length = (span[1] - span[0]).days + 1
    return span[0] + timedelta(days=int(low * length)), span[0] + timedelta(days=min(length - 1, int(high * length)))


def _season(reader: _Reader, at: int) -> DateMention | None:
    start, shift, part = _lead(reader, at)
    word = reader.low(start)
    months = _SEASONS.get(word)
    if word in _QUARTERS:
        months = (_QUARTERS[word] * 3 - 2, _QUARTERS[word] * 3)
    if months is None or (word in ("fall", "spring") and shift is None and not _seasonal(reader, start)):
        return None
    step = 2 if reader.low(start + 1) == "of" else 1
    year = reader.year(start + step)
    last = start + step if year else start
    years = [year] if year else ([reader.today.year + s for s in _season_shift(shift)] if reader.today else [])
    spans = [
        (date(y, months[0], 1), date(y, months[0], 1) + relativedelta(months=months[1] - months[0] + 1, days=-1))
        for y in years
    ]
    return DateMention(at, last, "season", tuple(_cut(span, part) for span in spans), relative=year is None, loose=7)


def _season_shift(shift: int | None) -> tuple[int, ...]:
    return {1: (0, 1), -1: (-1, 0), 0: (0,)}.get(shift, (-1, 0, 1)) if shift is not None else (-1, 0, 1)


def _seasonal(reader: _Reader, at: int) -> bool:
    return (
        reader.low(at - 1) in ("in", "the", "until", "since", "by", "during", "for") or reader.year(at + 1) is not None
    )


def _bare_year(reader: _Reader, at: int) -> DateMention | None:
    start: int = at
    part = ""
    if reader.low(at) in _PARTS:
        start, _, part = _lead(reader, at)
    decade = re.fullmatch(r"((?:19|20)?\d0)", reader.low(start))
    if decade and reader.low(start + 1) == "s" and reader.tokens[start + 1].start == reader.tokens[start].end:
        ten = int(decade.group(1)) if len(decade.group(1)) == 4 else 1900 + int(decade.group(1))
        return DateMention(at, start + 1, "decade", ((date(ten, 1, 1), date(ten + 9, 12, 31)),))
    year = reader.year(start)
    if year is None or reader.low(start - 1) in ("€", "$", "£") or reader.low(start + 1) in _COUNTED:
        return None
    span = (date(year, 1, 1), date(year, 12, 31))
    return DateMention(at, start + (1 if reader.low(start) in ("'", "’") else 0), "year", (_cut(span, part),))


_COUNTED = frozenset(
    ["people", "members", "attendees", "participants", "users", "students", "patients", "customers", "euros", "dollars"]
)


def _simple(reader: _Reader, at: int) -> DateMention | None:
    """today, yesterday, tomorrow, tonight, last night, this morning, the other day, the day after tomorrow."""
    word = reader.low(at)
    pair = f"{word} {reader.low(at + 1)}"
    for words, shift, size in _FIXED:
        if (size == 1 and word == words) or (size == 2 and pair == words):
            return _from_today(reader, at, at + size - 1, shift, shift)
    if pair == "other day":
        return _from_today(reader, at, at + 1, -14, -1, "week")
    return None


_FIXED = (
    ("day after", 2, 0), ("last night", -1, 2), ("this morning", 0, 2), ("this afternoon", 0, 2),
    ("this evening", 0, 2),
    ("today", 0, 1), ("tonight", 0, 1), ("yesterday", -1, 1), ("tomorrow", 1, 1), ("heute", 0, 1), ("gestern", -1, 1),
    ("morgen", 1, 1), ("vorgestern", -2, 1), ("ubermorgen", 2, 1), ("hier", -1, 1), ("demain", 1, 1), ("hoy", 0, 1),
    ("ayer", -1, 1), ("aujourd'hui", 0, 1),
)  # fmt: skip


def _from_today(reader: _Reader, first: int, last: int, low: int, high: int, grain: str = "day") -> DateMention:
    if reader.today is None:
        return DateMention(first, last, grain, (), relative=True)
    span = (reader.today + timedelta(days=low), reader.today + timedelta(days=high))
    return DateMention(first, last, grain, (span,), relative=True)


def _ago(reader: _Reader, at: int) -> DateMention | None:
    """two years ago, a week ago, three weeks later, in two weeks, in a month, vor zwei Wochen, il y a deux ans."""
    lead = reader.low(at)
    backwards = lead == "vor"
    forwards = lead in ("in", "within", "dans") and not backwards
    start = at + 1 if backwards or forwards else at
    while reader.low(start) in (
        "about",
        "around",
        "roughly",
        "almost",
        "nearly",
        "just",
        "over",
        "some",
        "the",
        "next",
        "another",
    ):
        start += 1
    count = reader.number(start)
    loose = 2 if count is None or start - at > 1 else 1
    if reader.low(start) == "couple" or reader.low(start + 1) == "couple":
        count, start = 2, start + (2 if reader.low(start + 1) == "couple" else 1) - 1
        start += 1 if reader.low(start + 1) == "of" else 0
    unit = _SPANS.get(reader.low(start + 1), "")
    if count is None or not unit:
        return None
    after = reader.low(start + 2)
    if after in ("ago", "back", "earlier"):
        return _shifted(reader, at, start + 2, -count, unit, loose)
    if backwards:
        return _shifted(reader, at, start + 1, -count, unit, loose)
    if (forwards and lead != "within" and not _experience(reader, at)) or after in ("from", "hence"):
        return _shifted(reader, at, start + 1 + (2 if after == "from" else 0), count, unit, loose)
    return None


def _experience(reader: _Reader, at: int) -> bool:
    """`built in two weeks`, `first holiday in ten years`: a length of time, not a date ahead."""
    return reader.low(at - 1) not in (
        "",
        ",",
        "again",
        "back",
        "up",
        "starts",
        "opens",
        "begins",
        "is",
        "due",
        "you",
        "out",
        "and",
        "ends",
    )


def _shifted(reader: _Reader, first: int, last: int, count: int, unit: str, loose: int) -> DateMention:
    grain = {"days": "day", "weeks": "week", "months": "month", "years": "year", "decades": "decade"}.get(unit, "week")
    if reader.today is None:
        return DateMention(first, last, grain, (), relative=True)
    if unit in ("fortnights", "weekends"):
        count, unit = count * (2 if unit == "fortnights" else 1), "weeks"
    if unit in ("decades", "quarters"):
        count, unit = count * (10 if unit == "decades" else 3), "years" if unit == "decades" else "months"
    steps = {"days": "days", "weeks": "weeks", "months": "months", "years": "years"}[unit]
    try:
        there = reader.today + relativedelta(**{steps: count})  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return DateMention(first, last, grain, (), relative=True)
    slack = {"days": 0, "weeks": 3 * loose, "months": 12 * loose, "years": 122 * loose}[unit]
    span = (there - timedelta(days=slack), there + timedelta(days=slack))
    if unit == "years":
        span = (date(there.year, 1, 1), date(there.year, 12, 31)) if abs(count) > 1 else span
    return DateMention(first, last, grain, (span,), relative=True)


def _period(reader: _Reader, at: int) -> DateMention | None:
    """last week, next month, this year, next weekend, earlier this week, later this year."""
    start, shift, part = _lead(reader, at)
    unit = _SPANS.get(reader.low(start), "")
    if reader.low(at) in ("letzte", "letzten") or unit:
        pass
    if shift is None or not unit or unit in ("days", "decades") or reader.low(start) in ("weeks", "months", "years"):
        return None
    if reader.today is None:
        return DateMention(at, start, _GRAIN_OF[unit], (), relative=True)
    spans = _PERIODS[unit](reader.today, shift)
    return DateMention(at, start, _GRAIN_OF[unit], tuple(_cut(span, part) for span in spans), relative=True)


_GRAIN_OF = {
    "weeks": "week",
    "months": "month",
    "years": "year",
    "weekends": "weekend",
    "fortnights": "week",
    "quarters": "season",
}


def _week(today: date, shift: int) -> list[Days]:
    """The calendar week, and for `last` and `next` also the seven days on that side of today."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    spans = [(monday, monday + timedelta(days=6))]
    if shift == -1:
        spans.append((today - timedelta(days=8), today - timedelta(days=2)))
    return spans


def _month(today: date, shift: int) -> list[Days]:
    first = today.replace(day=1) + relativedelta(months=shift)
    return [(first, first + relativedelta(months=1, days=-1))]


def _calendar_year(today: date, shift: int) -> list[Days]:
    return [(date(today.year + shift, 1, 1), date(today.year + shift, 12, 31))]


def _weekend(today: date, shift: int) -> list[Days]:
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=5)
    weeks = {0: (0,), 1: (0, 1), -1: (-1,)}[shift]
    return [(saturday + timedelta(weeks=w), saturday + timedelta(weeks=w, days=1)) for w in weeks]


def _quarter(today: date, shift: int) -> list[Days]:
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) + relativedelta(months=3 * shift)
    return [(first, first + relativedelta(months=3, days=-1))]


def _fortnight(today: date, shift: int) -> list[Days]:
    return [(today + timedelta(days=min(0, 14 * shift)), today + timedelta(days=max(0, 14 * shift)))]


_PERIODS: dict[str, Callable[[date, int], list[Days]]] = {
    "weeks": _week, "months": _month, "years": _calendar_year, "weekends": _weekend, "quarters": _quarter,
    "fortnights": _fortnight,
}  # fmt: skip


def _weekday(reader: _Reader, at: int) -> DateMention | None:  # noqa: PLR0911
    """Friday, next Friday, last Friday, this Friday, every Friday, Friday 20 July, Friday the 20th."""
    every = reader.low(at) in ("every", "each", "jeden", "chaque", "cada")
    start, shift, _ = (at + 1, None, "") if every else _lead(reader, at)
    day = reader.weekday(start)
    if day is None:
        return None
    last = start
    turn = reader.low(start - 1)
    if turn in _TURNS and reader.low(start + 1) in ("of", "in") and reader.low(start + 2) in ("the", "each", "every"):
        return DateMention(
            min(at, start - 1) if start > at else at, start + 3, "day", (), every=True, weekday=day, turn=_TURNS[turn]
        )
    step = 2 if reader.low(start + 1) in (",", "the", ".") else 1
    exact = _day_month(reader, start + step) or _month_day(reader, start + step)
    if exact:
        return DateMention(at, exact.last, "day", exact.days, weekday=day)
    if reader.low(start + 1) == "the" and (nth := _the_nth(reader, start + 1)):
        return DateMention(at, nth.last, "day", nth.days, relative=True, weekday=day)
    if every or reader.low(start).endswith("days"):
        return DateMention(at, last, "day", (), every=True, weekday=day)
    if reader.today is None:
        return DateMention(at, last, "day", (), relative=True, weekday=day)
    ahead = reader.today + timedelta(days=(day - reader.today.weekday()) % 7)
    weeks = {1: (0, 1), -1: (-1,), 0: (0, -1)}.get(shift, (0, -1)) if shift is not None else (0, -1)
    if shift == 1 and ahead == reader.today:
        weeks = (1,)
    if shift == -1 and ahead - timedelta(weeks=1) > reader.today - timedelta(days=3):
        weeks = (-1, -2)
    days = tuple((ahead + timedelta(weeks=w), ahead + timedelta(weeks=w)) for w in weeks)
    return DateMention(at, last, "day", days, relative=True, weekday=day)


def _the_nth(reader: _Reader, at: int) -> DateMention | None:
    """the 20th, by the 20th: a day of this month or a month next to it."""
    if reader.low(at) != "the" or not reader.low(at + 1).isdigit() or reader.low(at + 2) not in _ORDINAL_ENDS:
        return None
    if reader.low(at + 3) in ("of",) or (
        reader.tokens[at + 3 :][:1]
        and reader.tokens[at + 3].kind == "word"
        and reader.low(at + 3) not in ("at", "and", "in", "for", "or", "is", "works")
    ):
        return None
    day = int(reader.low(at + 1))
    months = [reader.today + relativedelta(months=shift) for shift in (0, 1, -1)] if reader.today else []
    days = [found for month in months if (found := _day(month.year, month.month, day))]
    return DateMention(at + 1, at + 2, "day", tuple((day, day) for day in days), relative=True)


_RULES: tuple[Callable[[_Reader, int], DateMention | None], ...] = (
    _iso, _weekday, _day_month, _month_day, _month_year, _simple, _ago, _period, _season, _the_nth, _bare_year,
)  # fmt: skip
_OPENERS = (
    set().union(_MONTHS, _WEEKDAYS, _SEASONS, _QUARTERS, _PARTS, _DAY_WORDS, _TURNS, _NEXT, _LAST, _THIS)
    | {words.split()[0] for words, _, _ in _FIXED}
    | set(str.split("other every each jeden chaque cada the a an in within dans vor couple about around some ' ’"))
)  # fmt: skip


def _may_open(low: str) -> bool:
    """A quick look before the rules are tried: digits, number words, and words that a date can begin with."""
    return (
        low in _OPENERS
        or low[0].isdigit()
        or low.rstrip("s") in _WEEKDAYS
        or "-" in low
        or _word_value(low) is not None
    )
