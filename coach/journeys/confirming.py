"""What was confirmed of a capture becomes people, notes, promises and stories of the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from coach.domain import reading
from coach.domain.capture import CaptureProposal, FoundPerson
from coach.domain.ids import stable_id
from coach.domain.intake import SaveReport
from coach.domain.models import NOTED, Capture, Commitment, Event, Item, Note, Person, Story
from coach.domain.quoting import without_orders
from coach.journeys.keeper import Keeper


def confirm(keeper: Keeper, proposal: CaptureProposal) -> SaveReport:
    """Store what is accepted. Confirming twice stores it once: ids come from the capture."""
    capture = keeper.store.get(Capture, proposal.capture_id)
    day = (capture.at or datetime.now(UTC)).date()
    ids: dict[str, str] = {}
    items: list[Item] = []
    for found in proposal.people:
        if found.accepted:
            person = _person(keeper, found, capture, day)
            ids[found.name] = person.id
            items.append(person)
    items += _notes(capture, proposal, ids)
    items += _commitments(capture, proposal, ids, day)
    items += [
        Story(
            id=stable_id("capture", capture.id, "story", story.quote or story.title),
            title=story.title,
            text=story.text,
            own=story.own,
            heard_from=ids.get(story.heard_from, story.heard_from) or None,
            at=day,
            event=capture.event,
            source=NOTED,
        )
        for story in proposal.stories
        if story.accepted
    ]
    kept = capture.model_copy(update={"status": "confirmed", "proposal": proposal.model_dump(mode="json")})
    return keeper.add([*items, kept])


def _person(keeper: Keeper, found: FoundPerson, capture: Capture, day: date) -> Person:
    known = keeper.store.find_person(found.person_id or found.name)
    where = ""
    if capture.event:
        where = f" at {keeper.store.get(Event, capture.event).name}"
    base = known or Person(
        id=stable_id("capture", capture.id, "person", found.name.casefold()),
        name=found.name,
        how_met=f"Met on {day.day} {day:%B %Y}{where}",
        source=NOTED,
    )
    return base.model_copy(
        update={
            "also_called": tuple(dict.fromkeys((*base.also_called, *found.also_called))),
            "role": found.role or base.role,
            "organisation": found.organisation or base.organisation,
            "cares_about": tuple(dict.fromkeys((*base.cares_about, *found.cares_about))),
            "follow_up_on": found.follow_up_on or base.follow_up_on,
            "relation": "known",
        }
    )


def _notes(capture: Capture, proposal: CaptureProposal, ids: Mapping[str, str]) -> list[Note]:
    """The raw text, one note a paragraph or entry of a list, in one thread; each carries the people whom it is about.
    Somebody of whom the facts were corrected gets a note of those instead."""
    people = [one for one in proposal.people if one.name in ids]
    said = reading.sayings(without_orders(capture.text, rest=False), people)
    read = reading.facts_of(said)
    corrected = [one for one in people if one.facts != read.get(one.name, ())]
    as_read = {one.name for one in people if one not in corrected}
    about = {one.text: one.about for one in said}
    entries = reading.entries_of(capture.text)
    notes = []
    for position, entry in enumerate(entries):
        named = dict.fromkeys(name for part in reading.note_sentences(entry) for name in about.get(part, ()))
        whom = tuple(ids[name] for name in named if name in as_read)
        notes.append(_note(capture, stable_id("capture", capture.id, "note", position), entry, whom, position))
    for position, one in enumerate((one for one in corrected if one.facts), start=len(entries)):
        note_id = stable_id("capture", capture.id, "facts", one.name)
        notes.append(_note(capture, note_id, " ".join(map(_closed, one.facts)), (ids[one.name],), position))
    return notes


def _note(capture: Capture, note_id: str, text: str, people: tuple[str, ...], position: int) -> Note:
    return Note(
        id=note_id,
        text=text,
        at=capture.at,
        people=people,
        event=capture.event,
        thread=f"capture-{capture.id}",
        position=position,
        source=NOTED,
    )


def _closed(line: str) -> str:
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


def _commitments(capture: Capture, proposal: CaptureProposal, ids: Mapping[str, str], day: date) -> list[Commitment]:
    return [
        Commitment(
            id=stable_id("capture", capture.id, "promise", found.quote or found.what, found.person),
            person=ids.get(found.person, found.person),
            by="me" if found.by == "me" else "them",
            what=found.what,
            due=found.due,
            made_on=day,
            event=capture.event,
        )
        for found in proposal.commitments
        if found.accepted
    ]
