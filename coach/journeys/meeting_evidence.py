"""What a message to somebody is written from: promises, notes, a story they told, their profile, a talk they gave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from coach.domain.evidence import Evidence, Filters
from coach.domain.models import Kind, Person, Session
from coach.domain.quoting import told_of_somebody, without_orders
from coach.drafting.address import turned_to
from coach.drafting.evidence import EvidenceBook, quote_for_prompt
from coach.journeys.keeper import Keeper
from coach.journeys.ranking import profile_evidence, promise_evidence, session_evidence
from coach.journeys.their_notes import discreet, notes_about

NOTES, NOTE_WORDS, OTHER_WORDS = 5, 45, 35


def meeting_evidence(keeper: Keeper, person: Person, event: str | None, intent: str) -> list[Evidence]:
    """Open promises, notes (of the event, else the newest and most fitting), the profile, a talk of theirs."""
    book = EvidenceBook()
    store = keeper.store
    promises = store.commitments(status="open", person=person.id)[:3]
    book.add_all(promise_evidence(promise, person.name) for promise in promises)
    query = f"{person.name} {intent}".strip()
    book.add_all(notes_about(keeper, person, query, NOTES, event))
    heard = keeper.recall(query, 1, Filters(kinds=(Kind.STORY,), people=(person.id,)))
    book.add_all(discreet(heard))
    profile = profile_evidence(person)
    book.add_all([_disarmed(profile)] if profile else [])
    book.add_all(_disarmed(session_evidence(talk, person.name)) for talk in _talks(store, person, event))
    return list(book.entries)


def _disarmed(evidence: Evidence) -> Evidence:
    """Before a name becomes "you": an order is known by the "you" that it speaks to."""
    return evidence.model_copy(update={"text": without_orders(evidence.text)})


def _talks(store: Any, person: Person, event: str | None) -> list[Session]:
    """A talk they gave counts only where it lies behind: a message must not praise what nobody has heard."""
    found = store.sessions(event=event, person=person.id)
    now = datetime.now().astimezone()
    return [talk for _, talk in found if talk.starts is None or talk.starts.astimezone() < now][:1]


def render(evidence: Sequence[Evidence], about: str, share: float = 1.0) -> str:
    """The evidence as a prompt shows it; `share`: of the usual room for each."""
    intros = {Kind.COMMITMENT: "Promise", Kind.PERSON: "Profile", Kind.STORY: "Story they told"}
    lines = []
    for one in evidence:
        day = f" of {one.at:%Y-%m-%d}" if one.at else ""
        intro = f"My note{day}" if one.kind is Kind.NOTE else intros.get(one.kind, "")
        words = NOTE_WORDS if one.kind is Kind.NOTE else OTHER_WORDS
        lines.append(quote_for_prompt(one, max(int(words * share), 6), about, intro))
    return "\n".join(lines) or "none"


def spoken_to(evidence: Evidence, person: Person) -> Evidence:
    """Evidence with the person called "you", in all their names."""
    return turned_to(evidence, person.name, person.also_called)


def all_spoken_to(evidence: Sequence[Evidence], person: Person) -> list[Evidence]:
    """All of it, the person called "you". Of the user's own notes what they mean to do and what speaks to a "you" is
    left out: it is nothing to tell its reader, and who laid it there nobody knows."""
    bare = [one.model_copy(update={"text": told_of_somebody(one.text)}) if _own_note(one) else one for one in evidence]
    return [spoken_to(one, person) for one in bare if one.text.strip()]


def _own_note(evidence: Evidence) -> bool:
    return evidence.kind is Kind.NOTE and not evidence.author
