"""A heading of a programme that says which day the talks below it are: `Thu 3 Dec`, `Donnerstag, 3. Dezember`, `Tag 2`.

Such a heading seldom names the year, and often no day at all; the event's first day, and the days already read, do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from coach.intake.dates import find_date, month_of

_WEEKDAYS = (
    ("monday", "montag", "mo"), ("tuesday", "tues", "dienstag", "di"), ("wednesday", "weds", "mittwoch", "mi"),
    ("thursday", "thurs", "thur", "donnerstag", "do"), ("friday", "freitag", "fr"),
    ("saturday", "samstag", "sonnabend", "sa"), ("sunday", "sonntag", "so"),
)  # fmt: skip
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("one i eins first 1st erster erste", "two ii zwei second 2nd zweiter zweite",
         "three iii drei third 3rd dritter dritte",
         "four iv vier fourth 4th vierter vierte", "five v fünf fifth 5th fünfter fünfte"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_COUNTED = re.compile(
    r"(?:conference\s+|congress\s+|event\s+|konferenz-?\s*|kongress-?\s*|veranstaltungs-?)?"
    r"(?:(?:day|tag)\s*(?P<after>\d{1,2}|[^\W\d_]+)|(?P<before>\d{1,2}(?=\.)|[^\W_]+)\.?\s+(?:day|tag))(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:on\s+|am\s+)?(?P<word>[^\W\d_]{2,10})(?!\w)\.?\s*,?\s*(?:(?:the|den|dem|der)\s+)?", re.IGNORECASE
)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([^\W\d_]{3,12})(?!\w)\.?(?:,?\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\w:])(?:,?\s+(\d{4}))?")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d\d)(?!\d))?")
_FULL = re.compile(r"\d{4}[-./]\d\d[-./]\d\d|\d{1,2}/\d{1,2}/\d{4}")
_PART_OF_DAY = r"morning|afternoon|evening|vormittags?|nachmittags?|abends?|morgens?"
_BETWEEN = re.compile(r"(?:[\s,;:|()\[\]*_#]|(?<![\w.])[–—-]|[–—-](?!\w))+")
_UNTIL = re.compile(r"(?P<day>\d{1,2})\.?(?:st|nd|rd|th)?\s*(?:[–—+&-]|bis|to|und|and)\s*(?=\d{1,2}(?!\d))")
_LONGEST, _LETTERS = 80, 10


@dataclass(frozen=True)
class DayHeading:
    """What a heading says of its day; `rest`: what else stands there."""

    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int | None = None
    number: int = 0
    rest: str = ""

    def on(self, first: date | None, latest: date | None, today: date) -> date | None:
        """The day, where the event begins on `first` and the heading before was `latest`; None where it stays open."""
        if self.day:
            return self._dated(latest or first or today, known=bool(self.year or latest or first))
        if self.number:
            return first + timedelta(days=self.number - 1) if first else None
        near = latest or first
        return near + timedelta(days=((self.weekday or 0) - near.weekday()) % 7) if near else None

    def _dated(self, near: date, *, known: bool) -> date | None:
        """In the year it names, else in the one that puts it nearest; of several years, one where the weekday fits."""
        years = (self.year,) if self.year else range(near.year - 1, near.year + 2)
        days = [day for year in years if (day := _day(year, self.month, self.day))]
        if self.weekday is not None and not known:
            days = [day for day in days if day.weekday() == self.weekday] or days
        return min(days, key=lambda day: abs(day - near), default=None)

    def first_day(self, day: date) -> date:
        """The event's first day, where this heading is that of `day`."""
        return day - timedelta(days=self.number - 1) if self.number else day


def day_heading(line: str) -> DayHeading | None:
    """What the line says of a day, where it says hardly anything else; None for a title, a name, an entry."""
    bare = _BETWEEN.sub(" ", line).strip() if len(line) <= _LONGEST else ""
    number, bare = _counted(bare)
    weekday, bare = _weekday(bare)
    dated, rest = _date_in(bare)
    if weekday is None and dated:
        weekday, rest = _weekday(rest)
    if not number:
        number, rest = _counted(rest)
    rest = re.sub(rf"(?i)\b(?:{_PART_OF_DAY})\b", "", rest).strip(" .")
    if not (number or dated or (weekday is not None and not rest)):
        return None
    letters = len(re.sub(r"[\W\d_]", "", rest))
    if (letters > _LETTERS and not number) or re.match(r"(?i)(?:of|von|des|der|at|beim?)\b", rest):
        return None
    day, month, year = dated or (0, 0, 0)
    return DayHeading(day, month, year, weekday, number, rest)


def _counted(text: str) -> tuple[int, str]:
    """The number of the day that the text begins with: "Day 2", "2. Tag", "Zweiter Tag"."""
    found = _COUNTED.match(text)
    if found is None:
        return 0, text
    said = (found["after"] or found["before"]).lower()
    number = int(said) if said.isdigit() else _NUMBERS.get(said, 0)
    return (number, text[found.end() :].strip()) if number else (0, text)


def _weekday(text: str) -> tuple[int | None, str]:
    found = _WEEKDAY.match(text)
    word = found["word"].lower() if found else ""
    for number, names in enumerate(_WEEKDAYS):
        if word and (word in names or (len(word) >= len("mon") and names[0].startswith(word))):
            return number, text[found.end() :].strip() if found else text
    return None, text


def _date_in(text: str) -> tuple[tuple[int, int, int] | None, str]:
    """Day, month and year (0 where it names none) that the text begins with, and what follows. Of "3.–4. Dezember" the
    first day."""
    if (more := _UNTIL.match(text)) and (last := _date_in(text[more.end() :]))[0]:
        return (int(more["day"]), *last[0][1:]), last[1]
    if (full := _FULL.match(text)) and (found := find_date(full[0])):
        return (found.day, found.month, found.year), text[full.end() :].strip()
    for form, order in ((_DAY_MONTH, (1, 2)), (_MONTH_DAY, (2, 1)), (_GERMAN, (1, 2))):
        if said := form.match(text):
            month = int(said[order[1]]) if said[order[1]].isdigit() else month_of(said[order[1]])
            year = int(said[3] or 0)
            year += 2000 if 0 < year < 100 else 0
            day = int(said[order[0]])
            if month and _day(year or 2000, month, day):
                return (day, month, year), text[said.end() :].strip()
    return None, text


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
