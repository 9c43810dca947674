"""Where the user and the reader of a message met last, and the sentence that a message opens with because of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Event, Kind, Note
from coach.domain.quoting import plain_name
from coach.drafting.channels import SUBJECT_CHARACTERS
from coach.drafting.lines import grounded_lines, raw_line
from coach.drafting.statements import varied
from coach.storage.store import Store

RECENT = timedelta(days=30)
"""After that, nobody writes that it was good to meet."""
_IT_WAS_GOOD = (
    "It was good to talk with you at {event}.",
    "Thank you for the conversation at {event}.",
    "I enjoyed our conversation at {event}.",
    "I am glad that we talked at {event}.",
    "Thank you for taking the time to talk at {event}.",
)


def last_meeting(store: Store, event_id: str | None, evidence: Sequence[Evidence]) -> Event | None:
    """The event that a message is about: the one chosen, else that of the newest note; None where there is none."""
    if event_id:
        return store.get(Event, event_id)
    ids = [one.source_id for one in evidence if one.kind is Kind.NOTE]
    notes = [note for note in store.get_many(Note, ids).values() if note.event]
    newest = max(notes, key=lambda note: note.at.timestamp() if note.at else 0.0, default=None)
    return store.get_many(Event, [newest.event]).get(newest.event) if newest and newest.event else None


def met_line(
    event: Event | None, evidence: Sequence[Evidence], facts: Mapping[str, Any], *, thanked: bool = False
) -> Line | None:
    """That it was good to talk, where a note holds that the two did, at an event of the last thirty days. `thanked`:
    the message says thanks for something else already."""
    day = event.ends or event.starts if event else None
    today = date.fromisoformat(str(facts["today"]))
    if event is None or day is None or not day <= today <= day + RECENT:
        return None
    key = str(facts.get("person", ""))
    ways = [one for one in _IT_WAS_GOOD if not (thanked and one.startswith("Thank"))]
    text = varied(ways, 0, key).format(event=as_said(event))
    labels = [one.label for one in evidence if one.kind is Kind.NOTE][:1]
    return next(iter(grounded_lines([raw_line(text, *labels)], evidence, facts)), None) if labels else None


def as_said(event: Event) -> str:
    """The event as one says it: "the Honey Fair" for "Honey Fair, Ljubljana", "EuroPython 2026"."""
    name = plain_name(event.name).partition(", ")[0]
    kind = name.rpartition(" ")[2].lower()
    return f"the {name}" if kind in _KINDS and not name.lower().startswith("the ") else name


_KINDS = frozenset(
    """fair festival conference forum congress meetup summit expo workshop course walk camp symposium market meeting
    seminar gathering show party clean-up cleanup convention assembly retreat class school supper dinner lunch breakfast
    evening hackathon jam race tournament exhibition reception reunion""".split()
)


def met_subject(event: Event | None) -> str:
    """The subject of a message that opens so."""
    subject = f"Our conversation at {as_said(event)}" if event else ""
    return subject if len(subject) <= SUBJECT_CHARACTERS else ""
