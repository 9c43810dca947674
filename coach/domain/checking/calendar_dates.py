"""Dates that stand in the calendar: a day, a month, a season, a year, in figures or in words.

Where the year is left out, the years next to the day of writing are all possible, and the mention keeps each of them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from dateutil.relativedelta import relativedelta

from coach.domain.checking.date_words import (
    DAY_WORDS,
    LAST,
    NEXT,
    ORDINAL_ENDS,
    PARTS,
    QUARTERS,
    SEASONS,
    SPANS,
    THIS,
    DateMention,
    Reader,
    leading_words,
    part_of,
)
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.quantities import digits
from coach.domain.checking.tokens import Token


def in_figures(reader: Reader, at: int) -> DateMention | None:
    """2024-07-20, 20.07.2024, 20/07/2024, 20/7 and `20.7.`"""
    if not reader.low(at)[:1].isdigit():
        return None
    run = _touching(reader, at)
    joined = "".join(token.text for token in run)
    numbers = [token.low for token in run[:5]]
    if re.match(r"(?:19|20)\d\d-\d\d?-\d\d?(?!\d)", joined) and len(numbers) == 5:
        return _exact(at, at + 4, int(numbers[0]), int(numbers[2]), int(numbers[4]))
    if re.match(r"\d\d?/\d\d?/(?:20)?\d\d(?!\d)", joined) and len(numbers) == 5:
        year = int(numbers[4]) + (2000 if len(numbers[4]) == 2 else 0)
        return _slashed(at, at + 4, int(numbers[0]), int(numbers[2]), [year])
    if reader.month(at + 3) and day_month(reader, at):  # `21/22 Feb`
        return None
    if re.match(r"\d\d?/\d\d?(?![\d/])", joined) and reader.today and len(numbers) > 2:
        return _slashed(at, at + 2, int(numbers[0]), int(numbers[2]), _years_near(reader.today))
    return _dotted(reader, at)


def _touching(reader: Reader, at: int) -> list[Token]:
    """Up to six tokens from `at` on with no space between them: "1 1/2" is no date."""
    run = reader.tokens[at : at + 1]
    for token in reader.tokens[at + 1 : at + 6]:
        if token.start != run[-1].end:
            break
        run.append(token)
    return run


def _dotted(reader: Reader, at: int) -> DateMention | None:
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


def _day_of_month(reader: Reader, at: int) -> tuple[int, int] | None:
    """A day's number at `at`: its value and the position after it (`20`, `20th`, `20.`, `the twentieth`)."""
    token = reader.low(at)
    value = digits(token) if token.isdigit() else DAY_WORDS.get(token)
    if value is None or not 1 <= value <= 31:
        return None
    after = at + 1
    if reader.low(after) in ORDINAL_ENDS or (reader.low(after) == "." and reader.month(after + 1)):
        after += 1
    return int(value), after


def day_month(reader: Reader, at: int) -> DateMention | None:
    """20 July 2024, 20th of July, 12–14 July, Friday 20 July."""
    day = _day_of_month(reader, at)
    if day is None:
        return None
    first, after = day
    last_day = first
    if reader.low(after) == "." and reader.low(after + 1) in ("-", "–", "—", "bis", "/"):
        after += 1  # `6.–19. Juli`
    if reader.low(after) in ("-", "–", "—", "to", "and", "or", "bis", "until", "/", "&") and (
        second := _day_of_month(reader, after + 1 + (reader.low(after + 1) == "the"))
    ):
        last_day, after = second
    if reader.low(after) in ("of", "de"):
        after += 1
    month = reader.month(after)
    if month is None:
        return None
    return _months_day(reader, at, after, month, (first, last_day))


def month_day(reader: Reader, at: int) -> DateMention | None:
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


def _months_day(reader: Reader, first: int, last: int, month: int, span: tuple[int, int]) -> DateMention | None:
    step = 2 if reader.low(last + 1) in (",", ".", "de") else 1
    year = reader.year(last + step)
    if year:
        last += step + (1 if reader.low(last + step) in ("'", "’") else 0)
    years = [year] if year else _years_near(reader.today) if reader.today else []
    pairs = [(a, b) for y in years if (a := _day(y, month, span[0])) and (b := _day(y, month, span[1]))]
    return DateMention(first, last, "day", tuple(pairs))


_COUNTED_BY_ORDINALS = frozenset(
    ("century", "anniversary", "edition", "birthday", "floor", "time", "place", "grade", "year", "version", "street")
)


def the_nth(reader: Reader, at: int) -> DateMention | None:
    """the 20th, by the 20th, the 24th or 25th: a day of this month or a month next to it."""
    if reader.low(at).isdigit() and reader.low(at - 1) in ("or", "and", "to") and reader.low(at - 2) in ORDINAL_ENDS:
        at -= 1  # the article stands before the first of the two
    elif reader.low(at) != "the":
        return None
    if (spelled := _nth_in_words(reader, at)) or day_month(reader, at + 1):  # `the 20th and 21st of February`
        return spelled
    if not reader.low(at + 1).isdigit() or reader.low(at + 2) not in ORDINAL_ENDS:
        return None
    of, turn, month = (reader.low(at + step) for step in (3, 4, 5))
    if of == "of" and month == "month" and turn in _TURNS and reader.today:
        there = reader.today.replace(day=1) + relativedelta(months=_TURNS[turn])
        day = _day(there.year, there.month, int(reader.low(at + 1)))
        return DateMention(at + 1, at + 5, "day", ((day, day),), relative=True) if day else None
    if reader.low(at + 3) in ("of",) or (
        reader.tokens[at + 3 :][:1]
        and reader.tokens[at + 3].kind == "word"
        and reader.low(at + 3) not in FUNCTION | {"till", "works"}
        and (int(reader.low(at + 1)) < 4 or reader.low(at + 3) in _COUNTED_BY_ORDINALS)
    ):
        return None
    return _of_a_month_near(reader, at + 1, at + 2, int(reader.low(at + 1)))


_TURNS = {"last": -1, "this": 0, "next": 1}


def _nth_in_words(reader: Reader, at: int) -> DateMention | None:
    """`back on the tenth`: the day, where no word follows that the ordinal could count."""
    day = DAY_WORDS.get(reader.low(at + 1), 0.0)
    follows = reader.tokens[at + 2 :][:1]
    counts = any(token.kind != "symbol" and token.low not in FUNCTION for token in follows)
    if (
        day < _FEW
        or counts
        or reader.low(at + 2) == "of"
        or not (reader.low(at - 1) in _ON_A_DAY or reader.weekday(at - 1) is not None)
    ):
        return None
    return _of_a_month_near(reader, at + 1, at + 1, int(day))


_FEW = 4
_ON_A_DAY = frozenset(("on", "by", "until", "till", "from", "before", "after", "since", "to"))


def _of_a_month_near(reader: Reader, first: int, last: int, day: int) -> DateMention:
    """The day of this month, the next and the last."""
    months = [reader.today + relativedelta(months=shift) for shift in (0, 1, -1)] if reader.today else []
    days = [found for month in months if (found := _day(month.year, month.month, day))]
    return DateMention(first, last, "day", tuple((day, day) for day in days), relative=True)


def month_year(reader: Reader, at: int) -> DateMention | None:
    """July 2024, next July, last July, this July, early July, in July."""
    start, shift, part = leading_words(reader, at)
    month = reader.month(start)
    if month is None:
        return None
    last, years = start, []
    step = 2 if reader.low(start + 1) in (",", "of") else 1
    year = reader.year(start + step)
    if year:
        years, last = [year], start + step
    elif reader.today and (of_year := _of_which_year(reader, start + 1)) is not None:
        years, last = [reader.today.year + of_year], start + 2
    elif reader.today:
        years = _shifted_years(reader.today, month, shift)
    spans = [(date(y, month, 1), date(y, month, monthrange(y, month)[1])) for y in years]
    return DateMention(at, last, "month", tuple(part_of(span, part) for span in spans), relative=year is None)


def _of_which_year(reader: Reader, at: int) -> int | None:
    """`April this year`, `June last year`: 0, -1; None where no such words stand there."""
    shift = next((value for value, words in ((0, THIS), (-1, LAST), (1, NEXT)) if reader.low(at) in words), None)
    return shift if SPANS.get(reader.low(at + 1)) == "years" else None


def _shifted_years(today: date, month: int, shift: int | None) -> list[int]:
    this = today.year
    if shift == 1:
        return [this if month > today.month else this + 1] + ([this + 1] if month > today.month else [])
    if shift == -1:
        return [this if month < today.month else this - 1] + ([this - 1] if month < today.month else [])
    return [this] if shift == 0 else _years_near(today)


def season(reader: Reader, at: int) -> DateMention | None:
    """next summer, autumn 2023, early spring, Q3: three months, give or take a week."""
    start, shift, part = leading_words(reader, at)
    word = reader.low(start)
    months = SEASONS.get(word)
    if word in QUARTERS:
        months = (QUARTERS[word] * 3 - 2, QUARTERS[word] * 3)
    if months is None or (word in ("fall", "spring") and shift is None and not _seasonal(reader, start)):
        return None
    if _in_a_title(reader, start):
        return None
    step = 2 if reader.low(start + 1) == "of" else 1
    year = reader.year(start + step)
    last = start + step if year else start
    years = [year] if year else ([reader.today.year + s for s in _season_shift(shift)] if reader.today else [])
    spans = [
        (date(y, months[0], 1), date(y, months[0], 1) + relativedelta(months=months[1] - months[0] + 1, days=-1))
        for y in years
    ]
    return DateMention(at, last, "season", tuple(part_of(span, part) for span in spans), relative=year is None, loose=7)


def _in_a_title(reader: Reader, at: int) -> bool:
    """`Winter Garden`, `Summer School`: a season with a capital before another word with one."""
    pair = reader.tokens[at : at + 2]
    return len(pair) == 2 and all(token.kind == "word" and token.text[:1].isupper() for token in pair)


def _season_shift(shift: int | None) -> tuple[int, ...]:
    years: dict[int | None, tuple[int, ...]] = {1: (0, 1), -1: (-1, 0), 0: (0,)}
    return years.get(shift, (-1, 0, 1))


def _seasonal(reader: Reader, at: int) -> bool:
    return (
        reader.low(at - 1) in ("in", "the", "until", "since", "by", "during", "for") or reader.year(at + 1) is not None
    )


def bare_year(reader: Reader, at: int) -> DateMention | None:
    """2019, early 2019, '19, the 90s; not a year's digits that count money or people."""
    start: int = at
    part = ""
    if reader.low(at) in PARTS:
        start, _, part = leading_words(reader, at)
    decade = re.fullmatch(r"((?:19|20)?\d0)", reader.low(start))
    if decade and reader.low(start + 1) == "s" and reader.tokens[start + 1].start == reader.tokens[start].end:
        ten = int(decade.group(1)) if len(decade.group(1)) == 4 else 1900 + int(decade.group(1))
        return DateMention(at, start + 1, "decade", ((date(ten, 1, 1), date(ten + 9, 12, 31)),))
    year = reader.year(start) or _long_ago(reader, start)
    if year is None or reader.low(start - 1) in ("€", "$", "£") or reader.low(start + 1) in _COUNTED:
        return None
    span = (date(year, 1, 1), date(year, 12, 31))
    if (until := _until_year(reader, start, year)) is not None:
        return DateMention(at, start + 2, "year", (span, (date(until, 1, 1), date(until, 12, 31))))
    return DateMention(at, start + (1 if reader.low(start) in ("'", "’") else 0), "year", (part_of(span, part),))


def _until_year(reader: Reader, at: int, year: int) -> int | None:
    """The last year of `2012-16` and `2012–2016`, written without a space."""
    dash, last = reader.low(at + 1), reader.low(at + 2)
    close = at + 2 < len(reader.tokens) and reader.tokens[at + 2].start == reader.tokens[at].end + 1
    if dash not in ("-", "–") or not close or not re.fullmatch(r"(?:(?:19|20)\d\d|\d\d)", last):
        return None
    until = int(last) if len(last) > 2 else year // 100 * 100 + int(last)
    return until if until > year else None


def _long_ago(reader: Reader, at: int) -> int | None:
    """`a sail from 1887`, `built in 1794`: where a year can stand, and nothing is counted."""
    after = reader.tokens[at + 1 :][:1]
    alone = not after or after[0].kind == "symbol" or after[0].low in FUNCTION
    dated = reader.low(at - 1) in ("in", "since", "from", "of", "until", "about", "around", "circa", "before", "after")
    return int(reader.low(at)) if dated and alone and re.fullmatch(r"1[678]\d\d", reader.low(at)) else None


_COUNTED = frozenset(
    ["people", "members", "attendees", "participants", "users", "students", "patients", "customers", "euros", "dollars"]
)
