"""Reads what was copied from a page or a mail: a list of people, one a line, or a schedule, an entry a time.

Cards, calendars, tables and chats are recognised in pasted text too, by their own importers; what is none of all that
is a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from coach.domain.ids import stable_id
from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import Event, Person, Session
from coach.intake.contacts import channels, contact_id
from coach.intake.dates import find_date
from coach.intake.decoding import decode
from coach.intake.findings import Findings
from coach.intake.identity import event_id, person_id, split_names
from coach.intake.person_line import person_line, without_bullet
from coach.intake.sources import Source

PASTED = "pasted text"
"""The name under which pasted text is handed over."""
LIMIT = 5_000_000
_WORD = r"[^\W\d_a-zà-öø-ÿ][\w'’.-]*"
_SMALL = r"(?:(?:van|von|de|da|di|la|le|der|den|bin|al|el|ten)\s+)"
_PERSON = re.compile(
    rf"^(?P<name>{_WORD}(?:\s+{_SMALL}*{_WORD}){{1,3}})\s*(?P<rest>$|[,<(|:;–—]|\s[-@]\s|\t).*$", re.DOTALL
)
_TIME = re.compile(
    r"^\s*(\d{1,2})[:.h](\d{2})\s*([ap]m)?\s*(?:[-–—]|to|bis)?\s*(?:(\d{1,2})[:.h](\d{2})\s*([ap]m)?)?\s*(?:uhr)?[\s:|–—-]+",
    re.IGNORECASE,
)
_SPEAKERS = re.compile(r"\s+(?:[-–—|]|by|with|von|mit)\s+")
_ROOM = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]\s*$")


@dataclass(frozen=True)
class _Entry:
    """A line of a schedule: minutes of the day, minutes it lasts, and what it says."""

    starts: int
    minutes: int | None
    text: str


def recognises(source: Source) -> bool:
    """Whether it was pasted, and most of its lines begin with a name or a time."""
    if not (source.uploaded and source.name == PASTED):
        return False
    lines = _lines(decode(source.only.peek())[0])
    return _is_schedule(lines) or _is_list(lines)


def read(source: Source, choices: Choices) -> ImportPreview:
    """An event with its sessions, or people. Raises ImportFileError when there is neither."""
    findings = Findings("pasted", source.name)
    lines = _lines(findings.text(decode(source.only.read(LIMIT))[0], "the text"))
    if _is_schedule(lines):
        _read_schedule(findings, lines)
    else:
        _read_people(findings, lines, choices)
    findings.require_items("no person and no time", "Paste people one a line, like `Ana Ruiz, maintainer, Harbour`.")
    return findings.preview().model_copy(update={"event": choices.event})


def _lines(text: str) -> list[str]:
    """Lines with something on them, list marks taken off; a line of recipients of a mail is cut into them."""
    lines: list[str] = []
    for raw in text.replace("\r", "\n").split("\n"):
        line = without_bullet(raw)
        if line.count("@") > 1 and re.search(r">\s*[,;]", line):
            lines += [part.strip() for part in re.split(r"(?<=>)\s*[,;]\s*", line) if part.strip()]
        elif line:
            lines.append(line)
    return lines


def _is_schedule(lines: Sequence[str]) -> bool:
    timed = sum(bool(_TIME.match(line)) for line in lines)
    return timed >= 2 and timed * 2 >= len(lines)


def _is_list(lines: Sequence[str]) -> bool:
    people = sum(len(line) < 200 and bool(_PERSON.match(line)) for line in lines)
    return people > 0 and people > len(lines) * 0.6


def _read_people(findings: Findings, lines: Sequence[str], choices: Choices) -> None:
    for number, line in enumerate(lines, start=1):
        where = f"line {number}"
        found = _PERSON.match(line)
        if found is None or len(line) >= 200:
            findings.skip(where, "It does not begin with a first and a last name.", line)
            continue
        findings.keep(_person(findings, found, where, known=choices.event is None), where)


def _person(findings: Findings, found: re.Match[str], where: str, *, known: bool) -> Person:
    name = findings.name(found["name"], where)
    said = person_line(name, found[0][len(found["name"]) :])
    return Person(
        id=contact_id(name, said.emails, (), said.organisation),
        name=name,
        role=said.role,
        organisation=said.organisation,
        channels=channels(said.emails, (), ()),
        about=said.about,
        relation="known" if known else "prospect",
        source="pasted",
    )


def _read_schedule(findings: Findings, lines: Sequence[str]) -> None:
    """One event: what stands above the first time is its name and its day, each time a session."""
    first = next(number for number, line in enumerate(lines) if _TIME.match(line))
    head = lines[:first]
    day = next((found for line in head if (found := find_date(line))), None)
    name = findings.name(next((line for line in head if not _is_date_alone(line)), "Pasted schedule"), "the first line")
    event = event_id(name, day)
    sessions: dict[str, Session] = {}
    for number, line in enumerate(lines[first:], start=first + 1):
        entry = _entry(line)
        if entry is None:
            findings.skip(f"line {number}", "It has no time.", line)
        elif session := _session(findings, entry, event, day, f"line {number}"):
            sessions.setdefault(session.id, session)
    speakers = dict.fromkeys(speaker for session in sessions.values() for speaker in session.speakers)
    for speaker in speakers:
        findings.keep(Person(id=person_id(speaker), name=speaker, relation="prospect", source="pasted"), speaker)
    linked = tuple(
        one.model_copy(update={"speakers": tuple(map(person_id, one.speakers))}) for one in sessions.values()
    )
    if linked:
        findings.keep(Event(id=event, name=name, starts=day, ends=day, programme=linked, source="pasted"), "the text")


def _is_date_alone(line: str) -> bool:
    return find_date(line) is not None and len(re.sub(r"[\W\d_]", "", line)) <= 18


def _entry(line: str) -> _Entry | None:
    found = _TIME.match(line)
    if found is None or not line[found.end() :].strip():
        return None
    starts = _minutes(found[1], found[2], found[3] or found[6])
    ends = _minutes(found[4], found[5], found[6]) if found[4] else None
    if starts is None:
        return None
    return _Entry(starts, ends - starts if ends is not None and ends > starts else None, line[found.end() :].strip())


def _minutes(hour: str, minute: str, half: str | None) -> int | None:
    hours = int(hour) % 12 + (12 if half.lower() == "pm" else 0) if half else int(hour)
    return hours * 60 + int(minute) if hours < 24 and int(minute) < 60 else None


def _session(findings: Findings, entry: _Entry, event: str, day: date | None, where: str) -> Session | None:
    room = _ROOM.search(entry.text)
    text = entry.text[: room.start()] if room else entry.text
    title, speakers = _title_and_speakers(text)
    title = findings.name(title, where)
    if not title:
        return None
    clock = time(entry.starts // 60, entry.starts % 60)
    return Session(
        id=stable_id("session", event, entry.starts, title),
        title=title,
        speakers=speakers,
        starts=datetime.combine(day, clock) if day else None,
        minutes=entry.minutes,
        room=findings.name(room[1], where) if room else "",
    )


def _title_and_speakers(text: str) -> tuple[str, tuple[str, ...]]:
    """`Title – Ana Ruiz` or `Ana Ruiz: Title`; names only where they look like full names."""
    pieces = _SPEAKERS.split(text)
    if len(pieces) > 1 and (names := _names(pieces[-1])):
        return text[: text.rindex(pieces[-1])].rstrip(" -–—|").removesuffix(" by").removesuffix(" with"), names
    before, colon, after = text.partition(":")
    if colon and after.strip() and (names := _names(before)):
        return after.strip(), names
    return text, ()


def _names(text: str) -> tuple[str, ...]:
    names = split_names(text)
    return tuple(names) if all(_PERSON.fullmatch(name) for name in names) else ()
