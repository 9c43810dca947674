"""Reads one session of a frab or pretalx schedule: title, speakers, start, length, texts. Gaps are reported."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coach.intake.dates import as_datetime
from coach.intake.findings import Findings, as_text
from coach.intake.identity import split_names
from coach.intake.plain_text import plain_text
from coach.intake.programme import Speaker, Talk
from coach.intake.pyvideo_description import web_address

_CLOCK = re.compile(r"^(\d{1,4}):(\d\d)(?::\d\d)?$")
_ISO_DURATION = re.compile(r"^P(?:(\d{1,2})D)?T?(?:(\d{1,3})H)?(?:(\d{1,4})M)?$")
_BIOGRAPHY = ("biography", "bio", "abstract", "description", "about")
_ORGANISATION = ("organization", "organisation", "company", "affiliation")
_NEXT_DAY_BEFORE = time(4)
"""A session before this hour belongs to the evening of the programme day before it (frab's day_change)."""


def read_talk(
    findings: Findings, event: Any, where: str, room: str, day: date | None, zone: ZoneInfo | None
) -> Talk | None:
    """The session, or None (reported) when it has no title."""
    if not isinstance(event, dict):
        findings.skip(where, "It is not a session.", event)
        return None
    title = findings.name(event.get("title"), where)
    if not title:
        findings.skip(where, "The session has no title.", event.get("abstract") or event.get("description"))
        return None
    subtitle = findings.name(event.get("subtitle"), where)
    return Talk(
        key=_key(event, title),
        title=f"{title}: {subtitle}" if subtitle and subtitle not in title else title,
        where=where,
        abstract=_abstract(findings, event, where),
        speakers=tuple(_speakers(findings, event, where)),
        starts=_starts(findings, event, where, day, zone),
        minutes=_minutes(findings, event.get("duration"), where),
        room=findings.name(event.get("room"), where) or room,
        track=findings.name(event.get("track"), where),
        tags=_tags(findings, event, where),
        url=web_address(as_text(event.get("url") or event.get("origin_url"))),
    )


def read_day(findings: Findings, raw: Any, where: str) -> date | None:
    """The day of `2024-07-10` or of a full time stamp; None (reported when there was something) otherwise."""
    found = as_datetime(as_text(raw)[:40])
    if found is None and raw:
        findings.warn(where, "The date cannot be read.", raw)
    return found.date() if found else None


def zone_of(findings: Findings, raw: Any) -> ZoneInfo | None:
    """The time zone that the conference names, or None."""
    name = as_text(raw).strip()
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        findings.warn("conference", "The time zone is not known; times are kept as local times.", name)
        return None


def _key(event: dict[str, Any], title: str) -> str:
    for field in ("guid", "code", "id", "slug"):
        if key := as_text(event.get(field)).strip():
            return f"{field} {key}"
    return f"title {title} {as_text(event.get('start'))}"


def _starts(
    findings: Findings, event: dict[str, Any], where: str, day: date | None, zone: ZoneInfo | None
) -> datetime | None:
    """The start from `date` (a full time stamp), else from the day and `start`; a day alone is midnight."""
    stamp = as_text(event.get("date")).strip()
    if "T" in stamp and (found := as_datetime(stamp)):
        return found if found.tzinfo else _in_zone(found, zone)
    clock = _CLOCK.match(as_text(event.get("start")).strip())
    own_day = as_datetime(stamp)
    day = own_day.date() if own_day else day
    if day is None or clock is None:
        findings.warn(where, "The session has no start that can be read.", event.get("start") or event.get("date"))
        return datetime.combine(day, time.min) if day else None
    hour, minute = int(clock[1]), int(clock[2])
    if hour > 47 or minute > 59:
        findings.warn(where, "The start is no time of day.", event.get("start"))
        return datetime.combine(day, time.min)
    late = own_day is None and time(hour % 24, minute) < _NEXT_DAY_BEFORE
    moment = datetime.combine(day, time(hour % 24, minute)) + timedelta(days=1 if hour > 23 or late else 0)
    return _in_zone(moment, zone)


def _in_zone(moment: datetime, zone: ZoneInfo | None) -> datetime:
    """The moment with the zone's offset of that day, as a plain offset, so that it is the same after saving."""
    if zone is None:
        return moment
    offset = moment.replace(tzinfo=zone).utcoffset()
    return moment.replace(tzinfo=timezone(offset)) if offset is not None else moment


def _minutes(findings: Findings, raw: Any, where: str) -> int | None:
    """Minutes of `01:30`, `00:50:00`, `PT1H30M` or a number of minutes."""
    text = as_text(raw).strip()
    if clock := _CLOCK.match(text):
        return int(clock[1]) * 60 + int(clock[2])
    if text.isascii() and text.isdigit() and len(text) < 6:
        return int(text)
    if len(text) > 2 and (found := _ISO_DURATION.match(text)):
        days, hours, minutes = (int(part or 0) for part in found.groups())
        return days * 1440 + hours * 60 + minutes
    if text:
        findings.warn(where, "The duration cannot be read.", text)
    return None


def _abstract(findings: Findings, event: dict[str, Any], where: str) -> str:
    """Abstract and description as plain text; the second only where it says something else."""
    texts = [plain_text(findings.text(event.get(field), where)) for field in ("abstract", "description")]
    first, second = texts
    return first if not second or second in first else "\n\n".join(text for text in (first, second) if text)


def _tags(findings: Findings, event: dict[str, Any], where: str) -> tuple[str, ...]:
    raw = event.get("tags")
    listed = raw if isinstance(raw, list) else []
    return tuple(tag for tag in (findings.name(entry, where) for entry in [*listed, event.get("type")]) if tag)


def _speakers(findings: Findings, event: dict[str, Any], where: str) -> list[Speaker]:
    raw = event.get("persons") or event.get("speakers") or []
    if not isinstance(raw, list):
        findings.warn(where, "The speakers are not a list.", raw)
        return []
    return [speaker for entry in raw for speaker in _read_speakers(findings, entry, where)]


def _read_speakers(findings: Findings, entry: Any, where: str) -> list[Speaker]:
    """One entry of the list: a person with an id and a biography, or just a name (or several in one string)."""
    record = entry if isinstance(entry, dict) else {"name": entry}
    raw = next((as_text(record[key]) for key in ("public_name", "name", "full_public_name") if record.get(key)), "")
    key = next((as_text(record[key]) for key in ("guid", "code", "id") if record.get(key)), "")
    parts = split_names(raw) if not key else [raw]
    if len(parts) > 1:
        findings.warn(where, "One entry was read as {count} speakers.", raw, count=len(parts))
    names = [name for name in (findings.name(part, where) for part in parts) if name]
    if not names:
        findings.skip(where, "A speaker without a name.", entry)
    about = next((as_text(record[field]) for field in _BIOGRAPHY if as_text(record.get(field)).strip()), "")
    organisation = next((record[field] for field in _ORGANISATION if record.get(field)), "")
    return [
        Speaker(
            name=name,
            key=key,
            about=plain_text(findings.text(about, where)),
            organisation=findings.name(organisation, where),
            url=web_address(as_text(record.get("url"))),
        )
        for name in names
    ]
