"""Dates as people write them in rough notes: "tomorrow", "next Friday", "in two weeks", "by 12 July"; in German too."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from coach.domain.named_days import whole_days, without_day

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "couple of": 2, "few": 3}
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_WEEKDAYS |= {name.casefold(): number for number, name in enumerate(calendar.day_abbr)}
_WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}

_MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_NAMES = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?({_MONTH_NAMES})\b\.?(?:,?\s+(\d{{4}}))?")
_MONTH_DAY = re.compile(rf"\b({_MONTH_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}}))?")
_NUMERIC = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(?:(\d{4})\b)?")
_DAY_ALONE = re.compile(r"\b(?:on|by|until|before|from) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|floor|time|century))")
_IN_SPAN = re.compile(
    r"\b(?:in|within)\s+(?:about\s+)?(a couple of|a few|an?|one|two|three|four|five|six|\d{1,2})\s+(day|week|month)s?\b"
)
_END_OF = re.compile(rf"\bend of ({_MONTH_NAMES})\b")
_WEEKDAY = re.compile(
    rf"\b(?<!every )(?<!each )(?<!his )(?<!her )(?<!their )(?<!my )(?<!our )(?:(next|this|on|by|until|before)\s+)?"
    rf"({_DAY_NAMES})\b"
)
"""Not `her Tuesday shifts`, `every Friday`."""

_GERMAN = {
    **dict(
        zip("montag dienstag mittwoch donnerstag freitag samstag sonntag".split(), list(_WEEKDAYS)[:7], strict=True)
    ),
    "sonnabend": "saturday",
    "januar": "january",
    "februar": "february",
    "märz": "march",
    "mai": "may",
    "juni": "june",
    "juli": "july",
    "oktober": "october",
    "dezember": "december",
    "heute": "today",
    "übermorgen": "day after tomorrow",
    "bis": "by",
    "am": "on",
    "nächsten": "next",
    "nächste": "next",
    "nächster": "next",
    "kommenden": "next",
    "diese": "this",
    "woche": "week",
    "wochen": "weeks",
    "monat": "month",
    "monate": "months",
    "monaten": "months",
    "tag": "day",
    "tage": "days",
    "tagen": "days",
    "einer": "one",
    "einem": "one",
    "zwei": "two",
    "drei": "three",
    "vier": "four",
    "fünf": "five",
    "sechs": "six",
    "ende der": "end of the",
    "ende des": "end of the",
    "monats": "month",
}
_GERMAN_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_GERMAN, key=len, reverse=True))})\b")
_ABOUT = re.compile(r"\b(in|within) (?:etwa|ungefähr|rund|circa|ca\.?|about|around|roughly) ")
_BY_THE_EVENING = re.compile(r"\bby (?:eod|cob)\b")
"""`by eod`: at the end of the day, where no other day is named."""
_TOMORROW = re.compile(r"(?<!am )(?<!guten )(?<!jeden )\bmorgen\b")


def coming_date(words: str, today: date) -> date | None:
    """The first date that `words` name, taken as lying ahead of `today`; None when they name none.

    A date without a year that has passed by more than two months is taken as next year's. "Next Friday" is
    the Friday of the following week, a bare "Friday" the coming one (never today).
    """
    text = _in_english(" ".join(whole_days(words).casefold().split()))
    found = _written_out(text, today) or _relative(text, today) or _weekday(text, today)
    return found or (today if _BY_THE_EVENING.search(text) else None)


def what_and_when(what: str, due: date | None, made: date | None) -> tuple[str, date | None]:
    """What was promised and by when. A day that its words name ("the price list, mon latest") is reckoned from the day
    on which it was `made` and not said again: by the time it is read, "Monday" is another day.

    Where `due` is another day than the words name, both stay.
    """
    bare, said = without_day(what)
    named = coming_date(said, made) if said and made else None
    if due and named and named != due:
        return whole_days(what), due
    return bare, due or named


def _in_english(text: str) -> str:
    """German words for days and spans in English, so that one set of rules reads both."""
    return _GERMAN_WORD.sub(lambda found: _GERMAN[found[0]], _TOMORROW.sub("tomorrow", _ABOUT.sub(r"\1 ", text)))


def _written_out(text: str, today: date) -> date | None:
    if match := _ISO.search(text):
        return _safe(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_MONTH.search(text):
        return _ahead(int(match[1]), _MONTHS[match[2]], match[3], today)
    if match := _MONTH_DAY.search(text):
        return _ahead(int(match[2]), _MONTHS[match[1]], match[3], today)
    if match := _NUMERIC.search(text):
        return _ahead(int(match[1]), int(match[2]), match[3], today)
    if match := _DAY_ALONE.search(text):
        return _next_of_that_number(int(match[1]), today)
    return None


def _next_of_that_number(day: int, today: date) -> date | None:
    """The coming day of a month that bears this number: "on the 19th"."""
    months = (_plus(today.replace(day=1), ahead, "month") for ahead in range(3))
    days = (_safe(month.year, month.month, day) for month in months)
    return next((one for one in days if one and one >= today), None)


def _ahead(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _safe(int(year), month, day)
    this_year = _safe(today.year, month, day)
    if this_year is None or (today - this_year).days > 60:
        return _safe(today.year + 1, month, day)
    return this_year


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(text: str, today: date) -> date | None:  # noqa: PLR0911 - a table of phrases, one a line
    if "day after tomorrow" in text:
        return today + timedelta(days=2)
    if "tomorrow" in text:
        return today + timedelta(days=1)
    if re.search(r"\b(today|tonight)\b", text):
        return today
    if match := _IN_SPAN.search(text):
        count = _NUMBERS.get(match[1].removeprefix("a ") if match[1].startswith("a ") else match[1]) or int(match[1])
        return _plus(today, count, match[2])
    if re.search(r"\b(end of the week|this week)\b", text):
        return today + timedelta(days=(4 - today.weekday()) % 7)
    if "next week" in text:
        return today + timedelta(days=7 - today.weekday() + 4)
    if match := _END_OF.search(text):
        return _last_of(_MONTHS[match[1]], today)
    if re.search(r"\b(end of (?:the )?month|this month)\b", text):
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    if "next month" in text:
        following = _plus(today.replace(day=1), 1, "month")
        return following.replace(day=calendar.monthrange(following.year, following.month)[1])
    return None


def _last_of(month: int, today: date) -> date:
    """The last day of the coming month of that number."""
    year = today.year + (month < today.month)
    return date(year, month, calendar.monthrange(year, month)[1])


def _plus(day: date, count: int, unit: str) -> date:
    if unit == "day":
        return day + timedelta(days=count)
    if unit == "week":
        return day + timedelta(weeks=count)
    months = day.month - 1 + count
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _weekday(text: str, today: date) -> date | None:
    match = _WEEKDAY.search(text)
    if match is None or (match[2] in ("sun", "mon", "sat") and match[1] is None):
        return None
    days = (_WEEKDAYS[match[2]] - today.weekday()) % 7 or 7
    if match[1] == "next" and days + today.weekday() < 7:
        days += 7
    return today + timedelta(days=days)
