"""One talk of an event in two sources: "Batteries in the mud", and "Batteries in the mud – Tomáš Novák" at that time.

A name at either end of a title counts where somebody is known by it. The talk keeps the title without it, and has
everybody as speakers whom one of the two names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from coach.domain.models import Session
from coach.domain.naming import writings
from coach.intake.programme_line import line_of

_DETAILS = ("abstract", "minutes", "room", "track", "tags", "url")


@dataclass
class Bearers:
    """Who has which name, of all who are known or arrive: `(id, name)`."""

    known: Iterable[tuple[str, str]]
    _names: dict[str, str] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for id, name in self.known:
            self._names.setdefault(id, name)
            for key in writings(name):
                self._ids.setdefault(key, id)

    def of(self, name: str) -> str:
        """The id of whoever has the name, in any writing; blank for a stranger's."""
        return next((self._ids[key] for key in writings(name) if key in self._ids), "")

    def writings(self, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(key for id in ids if id in self._names for key in writings(self._names[id]))


@dataclass(frozen=True)
class _Told:
    """A session with its title as it is compared, and those named in the title."""

    session: Session
    title: str
    named: tuple[str, ...]
    starts: datetime | None
    speaking: frozenset[str]


def united(
    kept: Sequence[Session], fresh: Sequence[Session], bearers: Bearers
) -> tuple[tuple[Session, ...], frozenset[str]]:
    """The fresh sessions, each with what is kept of that talk under another title or id, and the ids of those kept."""
    before = [_told(one, bearers) for one in kept]
    gone: set[str] = set()
    sessions = []
    again = {one.id for one in fresh}
    for one in (_told(session, bearers) for session in fresh):
        own = [other for other in before if other.session.id == one.session.id]
        others = own or [other for other in before if other.session.id not in gone | again]
        fitting = [other for other in others if _one_talk(other, one)]
        if len(fitting) == 1:
            gone.add(fitting[0].session.id)
            sessions.append(_both(fitting[0], one))
        else:
            sessions.append(one.session)
    return tuple(sessions), frozenset(gone)


def _told(session: Session, bearers: Bearers) -> _Told:
    title, speakers, _ = line_of(session.title)
    named = tuple(bearers.of(one.name) for one in speakers)
    if not all(named) or title == session.title:
        title, named = session.title, ()
    starts = session.starts.replace(tzinfo=None) if session.starts else None
    return _Told(session, title, named, starts, bearers.writings((*session.speakers, *named)))


def _one_talk(kept: _Told, fresh: _Told) -> bool:
    """Whether they begin at one time under one title, and nothing says that they are two of that name."""
    if kept.starts is None or kept.starts != fresh.starts or _plain(kept.title) != _plain(fresh.title):
        return False
    if kept.speaking and fresh.speaking:
        return bool(kept.speaking & fresh.speaking)
    rooms = {_plain(one.session.room) for one in (kept, fresh)} - {""}
    return len(rooms) < len((kept, fresh))


def _plain(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def _both(kept: _Told, fresh: _Told) -> Session:
    """The talk with what both say of it, under the id that is kept. Read again from one source, it is as told there."""
    values: Mapping[str, Any] = {name: getattr(fresh.session, name) or getattr(kept.session, name) for name in _DETAILS}
    again = fresh.session.id == kept.session.id and fresh.session.speakers
    as_before = _plain(kept.session.title) == _plain(fresh.session.title)
    before = () if again else kept.session.speakers
    named = () if as_before else (*kept.named, *fresh.named)
    speakers = tuple(dict.fromkeys((*fresh.session.speakers, *before, *named)))
    title = fresh.session.title if as_before else fresh.title
    return fresh.session.model_copy(update={**values, "id": kept.session.id, "title": title, "speakers": speakers})
