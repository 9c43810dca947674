"""Reads conference programmes as frab and pretalx export them: schedule.json and schedule.xml.

Both are brought into the shape of schedule.json (https://c3voc.de/schedule/schema.json) and read the same way.
Fields may be missing; what cannot be used is reported with its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.domain.intake import ImportPreview
from coach.errors import ImportFileError
from coach.intake.findings import Findings, as_text
from coach.intake.json_reading import parse_json
from coach.intake.programme import Conference, Talk, keep_programme
from coach.intake.pyvideo_description import web_address
from coach.intake.schedule_talks import read_day, read_talk, zone_of
from coach.intake.schedule_xml import parse_schedule_xml
from coach.intake.sources import Source, SourceFile

LIMIT = 20_000_000
"""Bytes. The largest known programmes (FOSDEM, Chaos Communication Congress) have a few million."""
_PREFERRED = ("schedule.json", "schedule.xml")


def recognises(source: Source) -> bool:
    """Whether a file in it begins like a schedule."""
    return any(_is_schedule(file) for file in _candidates(source))


def read(source: Source) -> ImportPreview:
    """People and one event. Raises ImportFileError when the schedule cannot be read or names no conference."""
    findings = Findings("schedule", source.name)
    findings.skipped.extend(source.skipped)
    file = _choose(findings, source)
    data = file.read(LIMIT)
    document = parse_schedule_xml(file.path, data) if _is_xml(data) else parse_json(file.path, data)
    schedule, days = _parts(file.path, document)
    head = schedule.get("conference") if isinstance(schedule.get("conference"), dict) else {}
    talks = list(_talks(findings, head or {}, days))
    conference = _conference(findings, schedule, head or {}, file.path)
    if not talks:
        findings.warn(file.path, "The programme holds no session that can be read; the event is kept.", conference.name)
    keep_programme(findings, conference, talks)
    return findings.preview()


def _candidates(source: Source) -> list[SourceFile]:
    if source.form == "file":
        return list(source.files)
    return [file for file in source.files if file.suffix in {".json", ".xml"}][:50]


def _is_schedule(file: SourceFile) -> bool:
    head = file.peek().lstrip(b"\xef\xbb\xbf \t\r\n")
    if _is_xml(head):
        return b"<schedule" in head
    return head.startswith(b"{") and (b'"schedule"' in head or (b'"conference"' in head and b'"days"' in head))


def _is_xml(data: bytes) -> bool:
    start = data[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<")


def _choose(findings: Findings, source: Source) -> SourceFile:
    """The one schedule to read: schedule.json before schedule.xml before others; the rest is reported."""
    found = [file for file in _candidates(source) if _is_schedule(file)] or _candidates(source)
    if not found:
        raise ImportFileError(
            "{name!r} holds no schedule.", "Choose schedule.json or schedule.xml itself.", name=source.name
        )
    found.sort(key=lambda file: (_PREFERRED.index(file.name) if file.name in _PREFERRED else 2, file.path))
    for file in source.files:
        if file is not found[0]:
            findings.skip(file.path, "Only one schedule is read at a time; it was {path!r}.", path=found[0].path)
    return found[0]


def _parts(name: str, document: Any) -> tuple[dict[str, Any], list[Any]]:
    """The schedule and its days, wherever a variant keeps them. Raises ImportFileError when it is something else."""
    schedule = document.get("schedule", document) if isinstance(document, dict) else None
    if isinstance(schedule, dict):
        head = schedule.get("conference")
        for holder in (head, schedule):
            if isinstance(holder, dict) and isinstance(holder.get("days"), list):
                return schedule, holder["days"]
        if isinstance(head, dict):
            return schedule, []
    keys = ", ".join(list(document)[:8]) if isinstance(document, dict) else type(document).__name__
    raise ImportFileError(
        "{name!r} is JSON, but not a schedule: it holds {keys}.",
        "A schedule has `schedule` → `conference` → `days`; in pretalx it is at …/schedule/export/schedule.json.",
        name=name,
        keys=keys or "nothing",
    )


def _conference(findings: Findings, schedule: dict[str, Any], head: dict[str, Any], name: str) -> Conference:
    title = findings.name(head.get("title") or head.get("acronym"), "conference")
    if not title:
        title = name.rpartition("/")[2]
        findings.warn("conference", "The conference has no title; the file's name is used.", title)
    places = [findings.name(head.get(key), f"conference {key}") for key in ("venue", "city")]
    starts, ends = read_day(findings, head.get("start"), "start"), read_day(findings, head.get("end"), "end")
    return Conference(
        name=title,
        source=f"schedule: {title}",
        starts=starts,
        ends=ends,
        place=", ".join(dict.fromkeys(place for place in places if place)),
        url=web_address(as_text(head.get("url") or schedule.get("url") or schedule.get("base_url") or "")),
        about=findings.text(head.get("description"), "conference"),
    )


def _talks(findings: Findings, head: dict[str, Any], days: list[Any]) -> Iterator[Talk]:
    zone = zone_of(findings, head.get("time_zone_name"))
    for number, day in enumerate(days, start=1):
        place = f"day {number}"
        if not isinstance(day, dict):
            findings.skip(place, "It is not a day with rooms.", day)
            continue
        date = read_day(findings, day.get("date"), place)
        for room, events in _rooms(findings, day.get("rooms"), place):
            if not isinstance(events, list):
                findings.skip(f"{place}, {room}", "The room has no list of sessions.", events)
                continue
            for position, event in enumerate(events, start=1):
                where = f"{place}, {room or 'no room'}, session {position}"
                if talk := read_talk(findings, event, where, room, date, zone):
                    yield talk


def _rooms(findings: Findings, rooms: Any, place: str) -> Iterator[tuple[str, Any]]:
    """Rooms as a mapping of name to sessions (frab, pretalx), or as a list of rooms that hold theirs."""
    if isinstance(rooms, dict):
        for name, events in rooms.items():
            yield findings.name(name, place), events
    elif isinstance(rooms, list):
        for room in rooms:
            held = room if isinstance(room, dict) else {}
            events = held.get("events", held.get("talks", held.get("sessions")))
            yield findings.name(held.get("name"), place), events
    elif rooms:
        findings.skip(place, "Its rooms are neither a mapping nor a list.", rooms)
