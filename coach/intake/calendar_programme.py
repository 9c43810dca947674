"""A conference's calendar has an entry for each talk; here they become one event with a programme and its speakers.

Offered where several entries with a time, none of which repeats, lie within ten days. Proposed where a maker of
programmes wrote the file (pretalx, frab, sched and their like), where most entries name their speakers, where the
calendar calls itself a programme and its days follow one another, or where nobody is invited and talks run side by side
in several rooms or in one place under a name with a year. Otherwise entries stay events of their own until somebody
says that they are one (ADR 0064).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from coach.intake.calendar_entries import as_moment, days_of, guests_of, label_of, said_in, start_of, url_of, value_of
from coach.intake.contacts import EMAIL
from coach.intake.findings import Findings
from coach.intake.programme import Conference, Speaker, Talk, keep_programme
from coach.intake.speakers import speakers_in, speakers_of

DAYS = 10
"""Longest span from the first entry to the last: long conferences last a week."""
FEW, FEW_OF_A_MAKER = 4, 2
"""Fewer entries are no programme; a maker's file may hold one person's choice of talks."""
_MAKER = re.compile(r"pretalx|frab\b|pentabarf|\bsched\.(?:com|org)|sessionize|eventyay|open-event", re.IGNORECASE)
_SPEAKERS_LINE = re.compile(
    r"^[ \t*_]*(?:speakers?|presenters?|panell?ists?|moderators?|hosts?|by|vortragende[rn]?|referent(?:in|en|innen)?|"
    r"sprecher(?:in|innen)?)[ \t*_]*:[ \t*_]*(\S[^\n]{0,400})$",
    re.IGNORECASE | re.MULTILINE,
)
_WITH_LINE = re.compile(
    r"^[ \t*_]*(?:with|featuring|mit|by|von)[ \t*_:]+(\S[^\n]{0,400})$", re.IGNORECASE | re.MULTILINE
)
_CALLED_SO = re.compile(
    r"(?i)\b(?:programme|program|conference|congress|symposium|summit|\w*tagung|\w*konferenz|kongress|\w*programm)\b"
)
_NOT_SO = re.compile(
    r"(?i)\b(?:conference|konferenz) ?(?:calls?|rooms?|zimmer|räume?)\b|"
    r"\b(?:tv|fernseh|fitness|sport|lauf|trainings?|exercise|study|reading|radio)[ -]?program"
)
_ONES_OWN = frozenset(
    """work arbeit job office büro family familie private privat personal persönlich home calendar kalender cal termine
    appointments events meetings holidays holiday ferien urlaub feiertage birthdays geburtstage school schule
    schedule plan planner semester term classes training team shifts dienstplan dienst export basic my mein meine our
    unser""".split()
)
"""Words of which the names of people's own calendars are made: "Work 2026"."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PRETALX = re.compile(r"pretalx", re.IGNORECASE)
_TITLE_AND_SPEAKERS = re.compile(r"^(?P<title>.*\S)\s+-(?:\s+(?P<speakers>.*))?$", re.DOTALL)


@dataclass(frozen=True)
class Programme:
    """A calendar understood as one event. `proposed`: by the rule above; `by_pretalx`: titles end in the speakers."""

    name: str
    proposed: bool
    by_pretalx: bool
    zone: tzinfo | None


def found_in(calendar: Any, entries: Sequence[Any], file: str) -> Programme | None:
    """The programme that these entries may be; None where there is nothing to choose."""
    made = bool(_MAKER.search(_marks(calendar, entries)))
    if len(entries) < (FEW_OF_A_MAKER if made else FEW) or not all(map(_is_a_talks, entries)):
        return None
    days = [day for entry in entries for day in days_of(entry)]
    if max(days) - min(days) >= timedelta(days=DAYS):
        return None
    return Programme(
        name=_name(calendar, entries, file),
        proposed=made or _talks_of_one(calendar, entries, file),
        by_pretalx=bool(_PRETALX.search(_marks(calendar, entries))),
        zone=_zone(calendar),
    )


def _talks_of_one(calendar: Any, entries: Sequence[Any], file: str) -> bool:
    speaking = sum(bool(_SPEAKERS_LINE.search(str(entry.get("DESCRIPTION", "")))) for entry in entries)
    if speaking * 2 > len(entries):
        return True
    invited = Counter(address for entry in entries for address in _addresses(entry))
    name = _name(calendar, entries, file)
    if _CALLED_SO.search(name) and not _NOT_SO.search(name) and _close_together(entries):
        return max(invited.values(), default=0) * 2 <= len(entries)  # a calendar's owner is invited to most
    if invited:
        return False
    return _side_by_side(entries) or _of_one_place_and_year(calendar, entries)


def _addresses(entry: Any) -> set[str]:
    raw = entry.get("ATTENDEE", [])
    return {str(one).casefold() for one in (raw if isinstance(raw, list) else [raw])}


def _close_together(entries: Sequence[Any]) -> bool:
    """Whether the days follow one another, with two entries a day or more, as those of a training do not."""
    days = sorted({days_of(entry)[0] for entry in entries})
    return len(entries) >= 2 * len(days) and all(later - day == timedelta(days=1) for day, later in pairwise(days))


def _of_one_place_and_year(calendar: Any, entries: Sequence[Any]) -> bool:
    """Whether the calendar is called as events are, "Data for Cities 2026", and all of it is close together in one
    place; one's own meetings are so too, but not in a calendar of such a name."""
    given = _given_name(calendar)
    words = re.findall(r"[^\W\d_]{2,}", given.casefold())
    if not (_YEAR.search(given) and words) or _ONES_OWN.intersection(words) or not _close_together(entries):
        return False
    places = {str(entry.get("LOCATION", "")).strip() for entry in entries}
    return places != {""} and (len(places) == 1 or bool(_rooms(entries)[0]))


def _marks(calendar: Any, entries: Sequence[Any]) -> str:
    """Where a maker leaves its name: the product, and what most entries' ids and pages begin or end with."""
    ids = Counter(str(entry.get("UID", "")).rpartition("@")[2] for entry in entries)
    starts = Counter(str(entry.get("UID", "")).partition("-")[0] for entry in entries)
    hosts = Counter(str(entry.get("URL", "")).partition("://")[2].partition("/")[0] for entry in entries)
    common = [next(iter(one.most_common(1)), ("", 0)) for one in (ids, starts, hosts)]
    return " ".join([str(calendar.get("PRODID", "")), *(text for text, often in common if often * 2 > len(entries))])


def _is_a_talks(entry: Any) -> bool:
    return isinstance(start_of(entry), datetime) and entry.get("RRULE") is None and entry.get("RECURRENCE-ID") is None


def _side_by_side(entries: Sequence[Any]) -> bool:
    """Whether two entries overlap in different places."""
    times = sorted(((_utc(entry), str(entry.get("LOCATION", "")).strip()) for entry in entries), key=lambda one: one[0])
    for ((_, ends), place), ((begins, _), other) in pairwise(times):
        if begins < ends and place and other and place != other:
            return True
    return False


def _utc(entry: Any) -> tuple[float, float]:
    """Begin and end in seconds."""
    begins, minutes = _begins(entry, None), _minutes(entry) or 0
    return begins.timestamp(), begins.timestamp() + minutes * 60


def _zone(calendar: Any) -> tzinfo | None:
    """The zone that the calendar names for its times in UTC; None: this machine's."""
    named = str(calendar.get("X-WR-TIMEZONE", "")).strip()
    if named.upper() in ("", "UTC", "GMT", "ETC/UTC"):
        return None
    try:
        return ZoneInfo(named)
    except (LookupError, ValueError, OSError):
        return None


def _name(calendar: Any, entries: Sequence[Any], file: str) -> str:
    """The calendar's own name; else what its maker calls the event in ids or addresses; else the file's name."""
    if given := _given_name(calendar):
        return given
    slugs = Counter(found[1] for entry in entries if (found := re.match(r"pretalx-(.+)-[^-@]+@", _uid(entry))))
    hosts = Counter(found[1] for entry in entries if (found := re.search(r"//([\w-]+)\.sched\.", url_of(entry))))
    slug = next((name for some in (slugs, hosts) for name, _ in some.most_common(1)), PurePosixPath(file).stem)
    words = re.sub(r"[-_]+", " ", slug).strip()
    return words.title() if words.islower() else words or "Conference"


def _given_name(calendar: Any) -> str:
    """What the calendar calls itself; blank for an address, which is its owner's."""
    for field in ("X-WR-CALNAME", "NAME"):
        given = " ".join(str(calendar.get(field, "")).split())
        if given and not EMAIL.match(given):
            return given
    return ""


def _uid(entry: Any) -> str:
    return str(entry.get("UID", "")).strip()


def keep(findings: Findings, programme: Programme, entries: Sequence[Any]) -> None:
    """Add the event, its sessions and their speakers."""
    place, rooms = _rooms(entries)
    host = _host(entries)
    talks = []
    for entry, room in zip(entries, rooms, strict=True):
        if talk := _talk(findings, programme, entry, room, host):
            talks.append(talk)
    if programme.zone is None and any(_in_utc(entry) for entry in entries):
        findings.warn("times", "They are in UTC; they are told in the time zone of this computer.")
    keep_programme(findings, Conference(programme.name, "calendar", place=findings.name(place, "place")), talks)


def _talk(findings: Findings, programme: Programme, entry: Any, room: str, host: str) -> Talk | None:
    where = label_of(entry)
    title, named = _title(findings.name(entry.get("SUMMARY"), where), by_pretalx=programme.by_pretalx)
    if not title:
        return None
    text = said_in(findings, entry)
    track, *tags = _categories(findings, entry) or [""]
    return Talk(
        key=_uid(entry) or f"{title} {start_of(entry)}",
        title=title,
        where=where,
        abstract=text,
        speakers=(*(named or _speakers_in(text)), *_invited(findings, entry, host)),
        starts=_begins(entry, programme.zone),
        minutes=_minutes(entry),
        room=findings.name(room, where),
        track=track,
        tags=tuple(tags),
        url=url_of(entry),
    )


def _title(summary: str, *, by_pretalx: bool) -> tuple[str, tuple[Speaker, ...]]:
    """pretalx writes `Title - Ana Ruiz, Ben Meyer`, and `Title -` for a talk without a speaker."""
    found = _TITLE_AND_SPEAKERS.match(summary) if by_pretalx else None
    if found is None:
        return summary, ()
    return found["title"], tuple(Speaker(name) for one in (found["speakers"] or "").split(",") if (name := one.strip()))


def _speakers_in(text: str) -> tuple[Speaker, ...]:
    """Those named on lines such as `Speakers: Ana Ruiz, Ben Meyer`, else `With Ana Ruiz and Ben Meyer`."""
    lines = [line.rstrip(" .*_") for line in _SPEAKERS_LINE.findall(text)]
    found = [one for line in lines for one in speakers_of(line)]
    return tuple(found or (one for line in _WITH_LINE.findall(text) for one in speakers_in(line.rstrip(" .*_"))))


def _host(entries: Sequence[Any]) -> str:
    """The address of whoever organises most of the entries: the conference, which does not speak."""
    organisers = Counter(str(entry.get("ORGANIZER", "")).casefold() for entry in entries)
    address, often = organisers.most_common(1)[0]
    return address.removeprefix("mailto:") if often > 1 else ""


def _invited(findings: Findings, entry: Any, host: str) -> list[Speaker]:
    """Those whom the entry itself names, with an address."""
    return [Speaker(one.name, email=one.email) for one in guests_of(findings, entry) if one.name and one.email != host]


def _rooms(entries: Sequence[Any]) -> tuple[str, list[str]]:
    """The place that all entries share after a comma (`Hall 1, Messe Wien, Vienna`), and each entry's room."""
    parts = [str(entry.get("LOCATION", "")).strip().partition(", ") for entry in entries]
    places = {tail for _, _, tail in parts if tail}
    if len(places) != 1:
        return "", [f"{room}{comma}{tail}" for room, comma, tail in parts]
    return next(iter(places)), [room for room, _, _ in parts]


def _categories(findings: Findings, entry: Any) -> list[str]:
    raw = entry.get("CATEGORIES", [])
    named = (str(name) for some in (raw if isinstance(raw, list) else [raw]) for name in getattr(some, "cats", []))
    return [name for one in named if (name := findings.name(one, label_of(entry)))]


def _in_utc(entry: Any) -> bool:
    begins = start_of(entry)
    return isinstance(begins, datetime) and begins.tzname() == "UTC"


def _begins(entry: Any, zone: tzinfo | None) -> datetime:
    """In the clock of the place; a time in UTC in `zone`, or that of this machine."""
    begins = start_of(entry)
    assert isinstance(begins, datetime)
    return begins.astimezone(zone) if _in_utc(entry) else begins


def _minutes(entry: Any) -> int | None:
    begins, ends, length = start_of(entry), as_moment(entry.get("DTEND")), value_of(entry.get("DURATION"))
    if isinstance(begins, datetime) and isinstance(ends, datetime) and (begins.tzinfo is None) == (ends.tzinfo is None):
        length = ends - begins
    minutes = int(length.total_seconds() // 60) if isinstance(length, timedelta) else 0
    return minutes if 0 < minutes < 24 * 60 else None
