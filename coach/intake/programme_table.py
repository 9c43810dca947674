"""Reads a programme out of a table: a row for each talk, with its time, its title and who speaks.

Told from a list of people by its columns: one of times, one of titles, and none with somebody's address. `Title` beside
a time is that of a talk, not of a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import PurePosixPath

from coach.domain.intake import Choices, ImportPreview
from coach.errors import ImportFileError
from coach.intake.cleaning import is_binary
from coach.intake.columns import label_of
from coach.intake.dates import find_date
from coach.intake.decoding import decode
from coach.intake.findings import Findings
from coach.intake.pasted import NAMELESS, PASTED
from coach.intake.programme import Conference, Speaker, Talk, keep_programme
from coach.intake.pyvideo_description import web_address
from coach.intake.sheets import Sheet, is_workbook, read_sheet, sheet_of_text
from coach.intake.sources import Source
from coach.intake.speakers import speakers_of

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(rf"(?:{words})"))
    for field, words in (
        ("day", r"(?:start |session )?(?:date|day|datum|tag)|date (?:start|debut)|jour|fecha"),
        ("ends", r"(?:end|ends|finish|to|until|bis|ende|fin)(?: time| uhrzeit)?|endzeit|time (?:end|to)"),
        ("starts", r"(?:session )?(?:start|starts|begin|begins|beginn|anfang|from|von|ab)(?: time| at| uhrzeit)?"
                   r"|(?:session |talk )?time(?: start| from| slot)?|times|uhrzeit|zeit|startzeit|when|wann|slot"
                   r"|date ?time|(?:date|day|datum) (?:and|und) (?:time|uhrzeit)|heure|hora|inicio"),
        ("speakers", r"speakers?(?: s)?(?: names?)?|presenters?(?: s)?|vortragende\w*(?: r)?|referent\w*(?: innen| in)?"
                     r"|sprecher\w*(?: innen| in)?|panell?ists?|who|wer|hosts?|by|presented by|names?|moderat\w+"
                     r"|redner\w*(?: innen| in)?"),
        ("title", r"(?:session |talk |proposal |paper |vortrags)?(?:title|titel)(?: of (?:the )?(?:talk|session))?"
                  r"|sessions?|talks?|vortrag|vorträge|topics?|thema|programme item|programmpunkt|what|was|activity"
                  r"|titre|título|programme|program|programm|agenda(?: item)?"),
        ("organisation", r"(?:speaker )?(?:company|organi[sz]ation|affiliation|institution|firma|unternehmen)"),
        ("room", r"rooms?|raum|räume|saal|location|ort|venue|stage|bühne|hall|where|wo|place|salle|sala"),
        ("track", r"tracks?|streams?|category|kategorie|type|typ|format|session type|strang"),
        ("abstract", r"abstract|description|beschreibung|summary|details?|inhalt|about|zusammenfassung"),
        ("url", r"url|link|web ?page|website"),
    )
)  # fmt: skip
_OF_PEOPLE = re.compile(r"e ?mail\b|first ?name|last ?name|vorname|nachname|phone|telefon|ticket|linkedin|job ?title")
_ANYBODYS, _NAMES = ("title", "titel"), ("name", "names")
"""`Title` beside `Name` is what somebody is."""
_CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2})(?:[:h](\d{2})(?::\d{2})?)\s*([ap])?\.?(?:m\b)?|\b(\d{1,2})\s*([ap])\.?m\b", re.I
)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])")
_HEADER_WITHIN = 15


@dataclass(frozen=True)
class _Table:
    """Which column is what, by its place, and the rows below the titles."""

    columns: dict[str, int]
    rows: Sequence[tuple[str, list[str]]]


def recognises(source: Source) -> bool:
    """Whether it is a table with a column of times and one of titles."""
    if source.form != "file":
        return False
    scratch = Findings("programme", source.name)
    if is_workbook(source.only):
        try:
            return _table(read_sheet(scratch, source.only)) is not None
        except ImportFileError:
            return False  # whoever reads it says what is wrong with it
    start = source.only.peek()
    if is_binary(start[:8_000]) or source.only.suffix in {".md", ".markdown", ".json", ".xml", ".jsonl", ".html"}:
        return False
    head = decode(start)[0].replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n ").split("\n")[:40]
    if head[0].startswith(("<", "{", "[", "BEGIN:")):
        return False
    return _table(sheet_of_text(scratch, "\n".join(head))) is not None


def read(source: Source, choices: Choices) -> ImportPreview:
    """One event with its sessions, and their speakers. Raises ImportFileError when there is no such table."""
    findings = Findings("programme", source.name)
    table = _table(read_sheet(findings, source.only))
    if table is None:
        raise ImportFileError(
            "{source!r} holds no table of talks.", "It needs a column `Start` and a column `Title`.", source=source.name
        )
    talks: list[Talk] = []
    day = choices.event_day
    for where, cells in table.rows:
        row = {field: cells[place].strip() for field, place in table.columns.items() if place < len(cells)}
        day = find_date(row.get("day", "")) or find_date(row.get("starts", "")) or day
        if talk := _talk(findings, row, day, where):
            talks.append(talk)
    name = choices.event_name or _named(source)
    if talks and not any(talk.starts for talk in talks):
        findings.warn("times", "The rows name no day; the sessions are kept without their times.")
    keep_programme(findings, Conference(name, "programme", starts=choices.event_day), talks)
    return findings.preview().model_copy(update={"nameless": True})


def _named(source: Source) -> str:
    """The name of the file, since a table does not say what its event is called."""
    if source.name == PASTED:
        return NAMELESS
    words = re.sub(r"[-_]+", " ", PurePosixPath(source.name).stem).strip()
    return words.title() if words.islower() else words or NAMELESS


def _table(sheet: Sheet) -> _Table | None:
    """The table of talks in a sheet: its titles are the first row that names both a time and a title."""
    rows = [*((("header", list(sheet.headers)),) if any(sheet.headers) else ()), *sheet.rows]
    for at, (_, cells) in enumerate(rows[:_HEADER_WITHIN]):
        columns = _columns(cells)
        if columns is not None:
            body = rows[at + 1 :]
            return _Table(columns, body) if _timed(body, columns) else None
    return None


def _columns(titles: Sequence[str]) -> dict[str, int] | None:
    labels = [label_of(title) for title in titles]
    if any(_OF_PEOPLE.search(label) for label in labels):
        return None
    found: dict[str, int] = {}
    for place, label in enumerate(labels):
        field = next((field for field, words in _COLUMNS if words.fullmatch(label)), "")
        if field and field not in found:
            found[field] = place
    if "title" not in found or not {"starts", "day"} & found.keys():
        return None
    of_somebody = labels[found["title"]] in _ANYBODYS and "speakers" in found and labels[found["speakers"]] in _NAMES
    return None if of_somebody else found


def _timed(rows: Sequence[tuple[str, list[str]]], columns: dict[str, int]) -> bool:
    """Whether most rows say a time of day; a day is enough where another column names speakers."""
    place = columns.get("starts", columns.get("day", 0))
    cells = [cells[place] for _, cells in rows[:200] if place < len(cells) and cells[place].strip()]
    known = sum(_clock(cell) is not None or ("speakers" in columns and find_date(cell) is not None) for cell in cells)
    return known * 2 > len(cells)


def _talk(findings: Findings, row: dict[str, str], day: date | None, where: str) -> Talk | None:
    title = findings.name(row.get("title", ""), where)
    if not title:
        findings.skip(where, "The talk has no title.", " ".join(row.values()))
        return None
    begins, ends = _clock(row.get("starts", "")), _end(row)
    minutes = _minutes(ends) - _minutes(begins) if begins and ends else 0
    return Talk(
        key=f"{title} {day or ''} {begins or ''}",
        title=title,
        where=where,
        abstract=findings.text(row.get("abstract", ""), where),
        speakers=_speakers(findings, row, where),
        starts=datetime.combine(day, begins or time()) if day else None,
        minutes=minutes if minutes > 0 else None,
        room=findings.name(row.get("room", ""), where),
        track=findings.name(row.get("track", ""), where),
        url=web_address(row.get("url", "")),
    )


def _speakers(findings: Findings, row: dict[str, str], where: str) -> tuple[Speaker, ...]:
    """Who speaks; where it is one, they work where the row says."""
    found = speakers_of(findings.text(row.get("speakers", ""), where))
    house = findings.name(row.get("organisation", ""), where)
    if len(found) == 1 and house and not found[0].organisation:
        one = found[0]
        return (Speaker(one.name, organisation=house, role=one.role, about=one.about, email=one.email),)
    return found


def _end(row: dict[str, str]) -> time | None:
    """When it ends: in a column of its own, or behind the start, `09:00–09:45`."""
    if said := row.get("ends", ""):
        return _clock(said)
    _, dash, after = re.sub(r"\d{4}-\d\d-\d\d", "", row.get("starts", "")).replace("–", "-").partition("-")
    return _clock(after) if dash else None


def _clock(text: str) -> time | None:
    """The first time of day in a cell; None where there is none."""
    found = _CLOCK.search(text.replace("T", " "))
    if found:
        hour, minute, half = int(found[1] or found[4]), int(found[2] or 0), (found[3] or found[5] or "").lower()
    elif find_date(text) is None and (dotted := _DOTTED.search(text)):
        hour, minute, half = int(dotted[1]), int(dotted[2]), ""
    else:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
