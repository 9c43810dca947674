"""The time that a line of a programme begins with: `9:00`, `09.30–10.15 Uhr`, `13 Uhr`, `9am - 10:30am`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HALF = r"[ap])\.?m\b\.?"
_TIME = re.compile(
    rf"^\s*(?:(?:ab|um|von|from|at|ca\.?)\s+)?"
    rf"(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d{{2}})h?|h\b)?(?:\s*(?P<half>{_HALF})?(?:\s*(?P<clock>uhr)\b)?"
    rf"(?:\s*(?:[-–—]|to|bis|until)\s*(?P<last>(?P<to>\d{{1,2}})(?:[:.h](?P<past>\d{{2}})h?(?:\s*(?P<later>{_HALF})?"
    rf"|\s*(?P<until>{_HALF}|(?=\s*uhr\b))(?:\s*uhr\b)?))?"
    r"(?=[\s:|,;–—-]|$)[\s:|,;–—-]*",
    re.IGNORECASE,
)
_DAY = 24 * 60


@dataclass(frozen=True)
class Timed:
    """A line with its time: minutes of the day, minutes it lasts, and what it says behind that."""

    starts: int
    minutes: int | None
    text: str


def timed(line: str) -> Timed | None:
    """The line with its time; None where it begins with none: a number alone is none."""
    found = _TIME.match(line)
    if found is None or not (found["minute"] or found["half"] or found["clock"] or found["last"]):
        return None
    starts = _minutes(found["hour"], found["minute"], found["half"] or found["later"] or found["until"])
    ends = _minutes(found["to"], found["past"], found["later"] or found["until"]) if found["last"] else None
    if starts is None:
        return None
    return Timed(starts, ends - starts if ends is not None and ends > starts else None, line[found.end() :].strip())


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    hours = int(hour) % 12 + (12 if half.lower() == "p" else 0) if half else int(hour)
    minutes = hours * 60 + int(minute or 0)
    return minutes if minutes < _DAY and int(minute or 0) < 60 else None
