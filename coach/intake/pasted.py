"""Reads what was copied from a page or a mail: a list of people, one a line, or a schedule, an entry a time.

Cards, calendars, tables and chats are recognised in pasted text too, by their own importers; what is none of all that
is a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from coach.domain.ids import stable_id
from coach.domain.intake import Choices, ImportPreview
from coach.domain.models import Event, Person, Session
from coach.intake.clock_line import Timed, timed
from coach.intake.contacts import channels, contact_id
from coach.intake.dates import find_date
from coach.intake.day_heading import day_heading
from coach.intake.decoding import decode
from coach.intake.findings import Findings
from coach.intake.identity import called, event_id, person_id
from coach.intake.person_line import person_line, without_bullet
from coach.intake.programme import Speaker, fuller, person_of
from coach.intake.programme_line import as_part_of_line, line_of
from coach.intake.series import today
from coach.intake.sources import Source

PASTED = "pasted text"
"""The name under which pasted text is handed over."""
LIMIT = 5_000_000
_A_FEW = 3
_WORD = r"[^\W\d_a-zà-öø-ÿ][\w'’.-]*"
_SMALL = r"(?:(?:van|von|de|da|di|la|le|der|den|bin|al|el|ten)\s+)"
_PERSON = re.compile(
    rf"^(?P<name>{_WORD}(?:\s+{_SMALL}*{_WORD}){{1,3}})\s*(?P<rest>$|[,<(|:;–—]|\s[-@]\s|\t).*$", re.DOTALL
)
_NO_NAME = re.compile(
    r"(?i)(?:the |our |das |unser )?(?:programme?|schedule|agenda|timetable|zeitplan|ablauf(?:plan)?)\W*"
)
NAMELESS = "Pasted schedule"
"""What an event is called whose programme does not say it."""


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


def looks_like(text: str) -> str:
    """ "programme" or "people" where the lines of a text are one or the other; blank for a text."""
    lines = _lines(text[:LIMIT])
    if len(lines) < _A_FEW:
        return ""
    return "programme" if _is_schedule(lines) else "people" if _is_list(lines) else ""


def _lines(text: str) -> list[str]:
    """Lines with something on them, list marks taken off; a line of recipients of a mail is cut into them."""
    lines: list[str] = []
    for raw in text.replace("\r", "\n").split("\n"):
        line = raw.strip() if day_heading(raw) else without_bullet(raw)  # "3. Dezember" is no third point
        if line.count("@") > 1 and re.search(r">\s*[,;]", line):
            lines += [part.strip() for part in re.split(r"(?<=>)\s*[,;]\s*", line) if part.strip()]
        elif line:
            lines.append(line)
    return _with_their_times(lines)


def _with_their_times(lines: Sequence[str]) -> list[str]:
    """The lines, with what stands below a time alone brought onto its line, as pages are copied: the title, then who
    speaks or the room."""
    found: list[str] = []
    below = 0
    for line in lines:
        entry = timed(line)
        if entry is not None or day_heading(line):
            below = 1 if entry is not None and not entry.text else 0
            found.append(line)
        elif below == 1 or (below and (shown := as_part_of_line(line))):
            found[-1] = f"{found[-1]} {line if below == 1 else shown}"
            below += 1
        else:
            below = 0
            found.append(line)
    return found


def _is_schedule(lines: Sequence[str]) -> bool:
    entries = sum(timed(line) is not None for line in lines)
    headings = sum(day_heading(line) is not None for line in lines)
    return entries >= 2 and entries * 2 >= len(lines) - headings


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
    first = next(number for number, line in enumerate(lines) if timed(line))
    days = _Days(findings, lines[:first], choices.event_day)
    above = [line for number, line in enumerate(lines[:first], start=1) if not days.heads(line, f"line {number}")]
    above = [line for line in above if not _NO_NAME.fullmatch(line)]
    name = findings.name(next(iter(above), "") or choices.event_name or NAMELESS, "the first line")
    begins, event = days.first, event_id(name, days.first)
    talks: dict[str, tuple[Session, tuple[Speaker, ...]]] = {}
    for number, line in enumerate(lines[first:], start=first + 1):
        where, entry = f"line {number}", timed(line)
        if entry is None and days.heads(line, where):
            continue
        if entry is None or not entry.text:
            findings.skip(where, "It has no time." if entry is None else "It has no name.", line)
        elif talk := _session(findings, entry, event, days, where):
            talks.setdefault(talk[0].id, talk)
    sessions = _with_speakers(findings, list(talks.values()))
    if sessions:
        known = [one.starts.date() for one in sessions if one.starts]
        starts = begins or min(known, default=None)
        ends = max(known, default=starts)
        findings.keep(
            Event(id=event, name=name, starts=starts, ends=ends, programme=sessions, source="pasted"), "the text"
        )
        if len(known) < len(sessions):
            findings.warn("times", "No day is named; the sessions are kept without their times.")
    return not above


def _with_speakers(findings: Findings, talks: Sequence[tuple[Session, tuple[Speaker, ...]]]) -> tuple[Session, ...]:
    """The sessions with who speaks, each of whom is kept once, however the lines write the name."""
    names = called(one.name for _, named in talks for one in named)
    speakers: dict[str, Speaker] = {}
    for _, named in talks:
        for one in named:
            id = person_id(names[one.name])
            speakers[id] = fuller(speakers.get(id), replace(one, name=names[one.name]))
    for id, speaker in speakers.items():
        findings.keep(person_of(id, [speaker], "pasted"), speaker.name)
    return tuple(
        session.model_copy(update={"speakers": tuple(dict.fromkeys(person_id(names[one.name]) for one in named))})
        for session, named in talks
    )


class _Days:
    """The day of the lines that are being read. `first`: the event's; `part`: what tells this day from the first."""

    def __init__(self, findings: Findings, head: Sequence[str], event_day: date | None) -> None:
        named = next((day for line in head if not day_heading(line) and (day := find_date(line))), None)
        self._findings = findings
        self.first = event_day or named
        self.day = named or event_day
        self.part = ""

    def heads(self, line: str, where: str) -> bool:
        """Whether the line is the heading of a day, which is that of the lines below."""
        heading = day_heading(line)
        if heading is None:
            return False
        if heading.day and not (heading.year or self.day or self.first):
            self._findings.warn(where, "It names no year; the nearest one is taken.", line)
        self.day = heading.on(self.first, self.day, today())
        if self.day and self.first is None:
            self.first = heading.first_day(self.day)
        open_day = "" if heading.number == 1 else line.casefold()
        self.part = open_day if self.day is None else str(self.day) if self.day != self.first else ""
        return True


def _session(
    findings: Findings, entry: Timed, event: str, days: _Days, where: str
) -> tuple[Session, tuple[Speaker, ...]] | None:
    title, speakers, room = line_of(entry.text)
    title = findings.name(title, where)
    if not title:
        return None
    clock = time(entry.starts // 60, entry.starts % 60)
    session = Session(
        id=stable_id("session", event, *((days.part,) if days.part else ()), entry.starts, title),
        title=title,
        starts=datetime.combine(days.day, clock) if days.day else None,
        minutes=entry.minutes,
        room=findings.name(room, where),
    )
    return session, speakers
