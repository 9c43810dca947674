"""Builds one event and its speakers from talks, whatever format they came in: each speaker once, each talk once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from coach.domain.ids import stable_id
from coach.domain.models import Channel, Event, Person, Session
from coach.intake.findings import Findings
from coach.intake.identity import called, event_id, name_key, person_id


@dataclass(frozen=True)
class Speaker:
    """A speaker as one talk names them. `key` is the id that the source gives them, "" where it gives none."""

    name: str
    key: str = ""
    about: str = ""
    organisation: str = ""
    role: str = ""
    url: str = ""
    email: str = ""


@dataclass(frozen=True)
class Talk:
    """One point of a programme. `key` is what the source tells it apart by; a day without a time is midnight.

    `event` is the event's name where the talk itself holds one.
    """

    key: str
    title: str
    where: str
    abstract: str = ""
    speakers: tuple[Speaker, ...] = ()
    starts: datetime | None = None
    minutes: int | None = None
    room: str = ""
    track: str = ""
    tags: tuple[str, ...] = ()
    url: str = ""
    event: str = ""


@dataclass(frozen=True)
class Conference:
    """What a source says about the event itself; its dates are taken from the talks where it names none."""

    name: str
    source: str
    starts: date | None = None
    ends: date | None = None
    place: str = ""
    url: str = ""
    about: str = ""
    key: str = ""


def keep_programme(findings: Findings, conference: Conference, talks: Sequence[Talk]) -> None:
    """Add the speakers and then the event. Talks with one key are one talk; the second is reported as skipped.

    `conference.key`, where it is set, makes the event's id instead of its name and year.
    """
    talks = _each_by_one_name(talks)
    days = [talk.starts.date() for talk in talks if talk.starts]
    starts = conference.starts or min(days, default=None)
    ends = max(filter(None, [conference.ends or max(days, default=None), starts]), default=None)
    event = stable_id("event", conference.key) if conference.key else event_id(conference.name, starts)
    ids = _speaker_ids(findings, talks)
    for person in _people(talks, ids, conference.source):
        if not findings.holds(person.id):
            findings.keep(person, conference.name)
    findings.keep(
        Event(
            id=event,
            name=conference.name,
            starts=starts,
            ends=ends,
            place=conference.place,
            url=conference.url,
            about=conference.about,
            programme=tuple(_sessions(findings, talks, ids, event)),
            source=conference.source,
        ),
        conference.name,
    )


def _each_by_one_name(talks: Sequence[Talk]) -> list[Talk]:
    """The talks with each speaker called by one name; those whom the source itself tells apart keep theirs."""
    names = called(one.name for talk in talks for one in talk.speakers if not one.key)
    return [
        replace(talk, speakers=tuple(one if one.key else replace(one, name=names[one.name]) for one in talk.speakers))
        for talk in talks
    ]


def _sessions(findings: Findings, talks: Sequence[Talk], ids: dict[tuple[str, str], str], event: str) -> list[Session]:
    kept: dict[str, Session] = {}
    for talk in talks:
        session_id = stable_id("session", event, talk.key)
        if session_id in kept:
            findings.skip(talk.where, "The same talk stands in the programme already; the first is kept.", talk.title)
            continue
        kept[session_id] = Session(
            id=session_id,
            title=talk.title,
            abstract=talk.abstract,
            speakers=tuple(dict.fromkeys(ids[_who(speaker)] for speaker in talk.speakers)),
            starts=talk.starts,
            minutes=talk.minutes,
            room=talk.room,
            track=talk.track,
            tags=talk.tags,
            url=talk.url,
        )
    return list(kept.values())


def _who(speaker: Speaker) -> tuple[str, str]:
    return name_key(speaker.name), speaker.key


def _speaker_ids(findings: Findings, talks: Sequence[Talk]) -> dict[tuple[str, str], str]:
    """An id for each speaker: by name, and for namesakes whom the source tells apart by the source's id too.

    The namesake with the smallest source id keeps the plain id, so that one who joins later changes nothing.
    """
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    for talk in talks:
        for speaker in talk.speakers:
            keys[name_key(speaker.name)].setdefault(speaker.key, speaker.name)
    ids: dict[tuple[str, str], str] = {}
    for name, found in keys.items():
        named = sorted((key for key in found if key), key=lambda key: (len(key), key))
        for key in found:
            distinct = key and key != named[0]
            ids[name, key] = person_id(name, key) if distinct else person_id(name)
        if len(named) > 1:
            shown = found[named[0]]
            reason = "{count} people are called {name!r}; they are kept apart."
            findings.warn("speakers", reason, shown, count=len(named), name=shown)
    return ids


def _people(talks: Sequence[Talk], ids: dict[tuple[str, str], str], source: str) -> list[Person]:
    """Each speaker once, in the order of the programme, with the fullest of what the talks say about them."""
    found: dict[str, list[Speaker]] = defaultdict(list)
    for talk in talks:
        for speaker in talk.speakers:
            found[ids[_who(speaker)]].append(speaker)
    return [person_of(key, speakers, source) for key, speakers in found.items()]


def fuller(one: Speaker | None, other: Speaker) -> Speaker:
    """What both say of a speaker, the first before the second."""
    if one is None:
        return other
    fields = ("about", "organisation", "role", "url", "email")
    return replace(one, **{name: getattr(one, name) or getattr(other, name) for name in fields})


def person_of(key: str, speakers: Sequence[Speaker], source: str) -> Person:
    """The person with this id, with the fullest of what is said about them."""
    url = next((speaker.url for speaker in speakers if speaker.url), "")
    email = next((speaker.email for speaker in speakers if speaker.email), "")
    return Person(
        id=key,
        name=speakers[0].name,
        about=max((speaker.about for speaker in speakers), key=len),
        role=next((speaker.role for speaker in speakers if speaker.role), ""),
        organisation=next((speaker.organisation for speaker in speakers if speaker.organisation), ""),
        channels=(
            *((Channel(type="email", value=email),) if email else ()),
            *((Channel(type="web", value=url),) if url else ()),
        ),
        relation="prospect",
        source=source,
    )
