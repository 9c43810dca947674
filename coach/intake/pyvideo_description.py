"""Takes a pyvideo description apart: where and when the talk was, its own page, and the abstract without the frame.

EuroPython's descriptions begin with `[EuroPython 2024 — North Hall on 2024-07-12]`, the title and speakers again
and the session's address, and end with the licence. A few lack the bracket or say `at 2024-07-12 14:35`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from coach.intake.dates import as_datetime

_HEADER = re.compile(
    r"^\[(?P<event>.{1,200}?)\s[—–-]\s(?P<room>.{1,200}?)\s(?:on|at)\s"
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[ T](?P<time>\d\d:\d\d))?\s*\]?\s*$"
)
_ADDRESS = re.compile(r"^https?://[^\s<>\"\x00-\x1f\x7f]{3,2000}$")
_BLANK = " \t\n\u200b\u2060\ufeff"
"""Blanks with those that cannot be seen: text pasted from a browser often begins with them."""
_LICENCE = "This work is licensed"


@dataclass(frozen=True)
class Described:
    """The parts; empty where the description does not have them."""

    abstract: str
    event: str = ""
    room: str = ""
    starts: datetime | None = None
    url: str = ""


def web_address(text: str) -> str:
    """The address when it is a plain http(s) one, else ""."""
    address = text.strip()
    return address if _ADDRESS.match(address) else ""


def read_description(text: str, title: str) -> Described:
    """The parts of a description; text that does not follow the pattern is the abstract, whole."""
    body = _without_licence(text.replace("\r", "").strip())
    first, _, rest = body.partition("\n")
    header = _HEADER.match(first)
    if header is None:
        return Described(abstract=body)
    lines = [line.strip(_BLANK) for line in rest.strip(_BLANK).split("\n")]
    if lines and _repeats_title(lines[0], title):
        lines.pop(0)
    url = web_address(lines[0]) if lines else ""
    starts = as_datetime(f"{header['day']} {header['time'] or '00:00'}")
    abstract = "\n".join(lines[1:] if url else lines).strip(_BLANK)
    return Described(abstract, header["event"].strip(), header["room"].strip(), starts, url)


def _without_licence(text: str) -> str:
    """Cut the licence off where it is the last thing and a rule (`---`) stands before it."""
    start = text.rfind(_LICENCE)
    before = text[:start].rstrip() if start >= 0 else ""
    if start >= 0 and len(text) - start < 600 and before.endswith("---"):
        return before.rstrip("-").rstrip()
    return text


def _repeats_title(line: str, title: str) -> bool:
    """`<title> by <speakers>`, or the title without the event's name in front of it."""
    short = title.rpartition(" — ")[2]
    return any(line.strip() == form or line.startswith(f"{form} by ") for form in (title, short))
