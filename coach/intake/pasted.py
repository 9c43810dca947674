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
from coach.intake.identity import event_id, person_id
from coach.intake.person_line import person_line, without_bullet
from coach.intake.programme import Speaker, fuller, person_of
from coach.intake.sources import Source
from coach.intake.speakers import begins_with_given_name, speakers_in

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
_SPEAKERS = re.compile(r"\s+(?:[-–—|]|by|with|von|mit)\s+|:\s+(?=[^:]*$)")
_BEFORE_NAMES = ("-", "–", "—", "|", "by", "with")
"""What nearly always stands before speakers; a colon, "mit" and "von" do before much else."""
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]\s*$")
_ROOM = re.compile(
    r"(?i)\d|\b(?:\w*(?:room|hall|raum|saal|bühne|zimmer|stage|foyer|halle)|auditorium|aula|theat(?:re|er)|lounge|lobby|"
    r"floor|plenary|plenum|forum|online|zoom|track|studio|garden|garten|main|workshop\w*|atrium|chapel|canteen|cafe)\b"
)
NAMELESS = "Pasted schedule"
"""What an event is called whose programme does not say it."""


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
        nameless = _read_schedule(findings, lines, choices)
    else:
        nameless = False
        _read_people(findings, lines, choices)
    findings.require_items("no person and no time", "Paste people one a line, like `Ana Ruiz, maintainer, Harbour`.")
    return findings.preview().model_copy(update={"nameless": nameless})


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


def _read_schedule(findings: Findings, lines: Sequence[str], choices: Choices) -> bool:
    """One event: what stands above the first time is its name and its day, each time a session; a day between them is
    that of the times below. Returns whether the event has no name of its own."""
    first = next(number for number, line in enumerate(lines) if _TIME.match(line))
    head = lines[:first]
    day = begins = next((found for line in head if (found := find_date(line))), choices.event_day)
    given = next((line for line in head if not _is_date_alone(line)), "")
    name = findings.name(given or choices.event_name or NAMELESS, "the first line")
    event = event_id(name, begins)
    sessions: dict[str, Session] = {}
    speakers: dict[str, Speaker] = {}
    for number, line in enumerate(lines[first:], start=first + 1):
        entry = _entry(line)
        if entry is None and _is_date_alone(line):
            day = find_date(line)
        elif entry is None:
            findings.skip(f"line {number}", "It has no time.", line)
        elif talk := _session(findings, entry, event, (begins, day), f"line {number}"):
            session, named = talk
            sessions.setdefault(session.id, session)
            for one in named:
                speakers[person_id(one.name)] = fuller(speakers.get(person_id(one.name)), one)
    for speaker in speakers.values():
        findings.keep(person_of(person_id(speaker.name), [speaker], "pasted"), speaker.name)
    if sessions:
        days = [one.starts.date() for one in sessions.values() if one.starts]
        ends = max(days, default=begins)
        kept = Event(id=event, name=name, starts=begins, ends=ends, programme=tuple(sessions.values()), source="pasted")
        findings.keep(kept, "the text")
    return not given


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


def _session(
    findings: Findings, entry: _Entry, event: str, days: tuple[date | None, date | None], where: str
) -> tuple[Session, tuple[Speaker, ...]] | None:
    """`days`: the event's first and the session's own."""
    bracket = _BRACKET.search(entry.text)
    text = entry.text[: bracket.start()] if bracket else entry.text
    title, speakers = _title_and_speakers(text)
    if bracket and speakers and not _ROOM.search(bracket[1]):  # where the last speaker works
        title, speakers = _title_and_speakers(entry.text)
        bracket = None
    title = findings.name(title, where)
    if not title:
        return None
    begins, day = days
    clock = time(entry.starts // 60, entry.starts % 60)
    session = Session(
        id=stable_id("session", event, *((str(day),) if day != begins else ()), entry.starts, title),
        title=title,
        speakers=tuple(dict.fromkeys(person_id(one.name) for one in speakers)),
        starts=datetime.combine(day, clock) if day else None,
        minutes=entry.minutes,
        room=findings.name(bracket[1], where) if bracket else "",
    )
    return session, speakers


def _title_and_speakers(text: str) -> tuple[str, tuple[Speaker, ...]]:
    """`Title – Ana Ruiz`, `Ana Ruiz: Title` or `Ana Ruiz – Title`; names only where they look like full names."""
    marks = list(_SPEAKERS.finditer(text))
    for mark in reversed(marks):
        title = text[: mark.start()].rstrip(" -–—|").removesuffix(" by").removesuffix(" with").rstrip(" ,:-–—|")
        after = text[mark.end() :]
        sure = mark[0].strip() in _BEFORE_NAMES or begins_with_given_name(after)
        if title and sure and (named := speakers_in(after)):
            return title, named
    before, colon, after = text.partition(":")
    if colon and after.strip() and (named := speakers_in(before)):
        return after.strip(), named
    if marks and (named := speakers_in(text[: marks[0].start()])) and text[marks[0].end() :].strip():
        return text[marks[0].end() :].strip(), named
    return text, ()
