"""Reads dates as people and exports write them, in six languages; a date that could be two days is not guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

_MONTHS = (
    ("january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "jänner"),
    ("february", "februar", "février", "fevrier", "febrero", "febbraio", "fevereiro", "februari"),
    ("march", "märz", "maerz", "mrz", "mars", "marzo", "março", "maart", "mrt"),
    ("april", "avril", "abril", "aprile"),
    ("may", "mai", "mayo", "maggio", "maio", "mei"),
    ("june", "juni", "juin", "junio", "giugno", "junho"),
    ("july", "juli", "juillet", "julio", "luglio", "julho"),
    ("august", "août", "aout", "agosto", "augustus"),
    ("september", "septembre", "septiembre", "settembre", "setembro"),
    ("october", "oktober", "octobre", "octubre", "ottobre", "outubro"),
    ("november", "novembre", "noviembre", "novembro"),
    ("december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro"),
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s+(?:of\s+|de\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(\d{4})"
)
_MONTH_DAY = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_GERMAN = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


def find_date(text: str) -> date | None:
    """The first date in a line of text, or None. `03/04/2024` may be two days and is none; `03/14/2024` is one."""
    line = text[:500]
    if found := _ISO.search(line):
        return _date(int(found[1]), int(found[3]), int(found[4]))
    if found := _DAY_MONTH.search(line):
        return _date(int(found[3]), month_of(found[2]), int(found[1]))
    if found := _MONTH_DAY.search(line):
        return _date(int(found[3]), month_of(found[1]), int(found[2]))
    if found := _GERMAN.search(line):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.search(line):
        return _unambiguous(int(found[1]), int(found[2]), int(found[3]))
    return None


def is_date_heading(title: str) -> bool:
    """Whether a heading is about a day: it begins with a date, or names one within its first few words."""
    return len(title) <= 80 and find_date(title[:40]) is not None


def as_datetime(value: Any) -> datetime | None:
    """A date of front matter or of an export: date, datetime or text. A day alone is midnight, without a zone."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time.min)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value).strip()
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        day = find_date(text)
    return datetime.combine(day, time.min) if day else None


def month_of(word: str) -> int:
    lowered = word.casefold()
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(lowered) for name in names):
            return number
    return 0


def _unambiguous(first: int, second: int, year: int) -> date | None:
    if first == second or second > 12:
        return _date(year, first, second)
    return _date(year, second, first) if first > 12 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
