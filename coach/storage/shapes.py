"""Which item lives in which tables: one entry a kind, read by everything that loads, saves, queries or forgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Table

from coach.domain.models import (
    Answer,
    Capture,
    Channel,
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Help,
    Item,
    Kind,
    Model,
    Note,
    Person,
    Reflection,
    ReflectionPrompt,
    Rehearsal,
    Session,
    Story,
    Telling,
    Turn,
)
from coach.storage import tables
from coach.storage.names import search_key

INDEXED = (Kind.PERSON, Kind.EVENT, Kind.SESSION, Kind.GOAL, Kind.NOTE, Kind.STORY, Kind.COMMITMENT, Kind.HELP)
"""Kinds that recall finds; the others never enter the index queue."""


@dataclass(frozen=True)
class Children:
    """A tuple field kept as rows: of `model`; or of one value in `column`; or, with neither, of people."""

    field: str
    table: Table
    parent: str
    model: type[Model] | None = None
    column: str = ""
    references: tuple[str, ...] = ()
    children: tuple[Children, ...] = ()

    @property
    def of_people(self) -> bool:
        return self.model is None and not self.column


@dataclass(frozen=True)
class Shape:
    """A kind's model, its table, its person references, its lists, and columns computed from the item."""

    model: type[Item]
    table: Table
    references: tuple[str, ...] = ()
    children: tuple[Children, ...] = ()
    derived: Callable[[Any], dict[str, Any]] = lambda _item: {}


def _person_search(person: Person) -> dict[str, Any]:
    return {"search": search_key(person.name, *person.also_called, person.role, person.organisation)}


def _note_order(note: Note) -> dict[str, Any]:
    """A note without a time of its own stands where it was written down."""
    return {"sorted_at": note.at or note.created_at or datetime.now(UTC)}


SPEAKERS = Children("speakers", tables.session_speakers, "session_id")
PROGRAMME = Children("programme", tables.sessions, "event_id", Session, children=(SPEAKERS,))
ATTENDEES = Children("attendees", tables.event_attendees, "event_id")
EVENT_GOALS = Children("goals", tables.event_goals, "event_id", column="goal_id")

SHAPES: dict[Kind, Shape] = {
    Kind.PERSON: Shape(
        Person,
        tables.people,
        children=(Children("channels", tables.person_channels, "person_id", Channel),),
        derived=_person_search,
    ),
    Kind.GOAL: Shape(Goal, tables.goals),
    Kind.EVENT: Shape(Event, tables.events, children=(PROGRAMME, ATTENDEES, EVENT_GOALS)),
    Kind.NOTE: Shape(
        Note,
        tables.notes,
        references=("author",),
        children=(Children("people", tables.note_people, "note_id"),),
        derived=_note_order,
    ),
    Kind.STORY: Shape(
        Story,
        tables.stories,
        references=("heard_from",),
        children=(Children("told", tables.story_tellings, "story_id", Telling, references=("person",)),),
    ),
    Kind.COMMITMENT: Shape(Commitment, tables.commitments, references=("person",)),
    Kind.HELP: Shape(Help, tables.helps, references=("person",)),
    Kind.DRAFT: Shape(
        Draft,
        tables.drafts,
        references=("person",),
        children=(Children("versions", tables.draft_versions, "draft_id", DraftVersion),),
    ),
    Kind.REFLECTION: Shape(
        Reflection,
        tables.reflections,
        children=(
            Children("prompts", tables.reflection_prompts, "reflection_id", ReflectionPrompt),
            Children("answers", tables.reflection_answers, "reflection_id", Answer),
        ),
    ),
    Kind.CAPTURE: Shape(Capture, tables.captures),
    Kind.REHEARSAL: Shape(
        Rehearsal,
        tables.rehearsals,
        references=("person",),
        children=(Children("turns", tables.rehearsal_turns, "rehearsal_id", Turn),),
    ),
}
"""In the order in which a mixed batch is saved: what is referred to comes before what refers to it."""


@dataclass(frozen=True)
class Mention:
    """A place where a person is referred to: columns `<prefix>_id/_name/_key` of `table`, part of an item of `kind`."""

    kind: Kind
    table: Table
    owner: str
    prefix: str = "person"

    @property
    def id(self) -> Column[Any]:
        return self.table.c[f"{self.prefix}_id"]

    @property
    def name(self) -> Column[Any]:
        return self.table.c[f"{self.prefix}_name"]

    @property
    def key(self) -> Column[Any]:
        return self.table.c[f"{self.prefix}_key"]


MENTIONS = (
    Mention(Kind.NOTE, tables.note_people, "note_id"),
    Mention(Kind.NOTE, tables.notes, "id", "author"),
    Mention(Kind.STORY, tables.stories, "id", "heard_from"),
    Mention(Kind.STORY, tables.story_tellings, "story_id"),
    Mention(Kind.COMMITMENT, tables.commitments, "id"),
    Mention(Kind.HELP, tables.helps, "id"),
    Mention(Kind.SESSION, tables.session_speakers, "session_id"),
    Mention(Kind.EVENT, tables.event_attendees, "event_id"),
    Mention(Kind.DRAFT, tables.drafts, "id"),
    Mention(Kind.REHEARSAL, tables.rehearsals, "id"),
)

POINTERS: dict[Kind, tuple[tuple[Kind, Column[Any]], ...]] = {
    Kind.EVENT: (
        (Kind.NOTE, tables.notes.c.event),
        (Kind.STORY, tables.stories.c.event),
        (Kind.STORY, tables.story_tellings.c.event),
        (Kind.COMMITMENT, tables.commitments.c.event),
        (Kind.HELP, tables.helps.c.event),
        (Kind.DRAFT, tables.drafts.c.event),
        (Kind.REFLECTION, tables.reflections.c.event),
        (Kind.CAPTURE, tables.captures.c.event),
        (Kind.REHEARSAL, tables.rehearsals.c.event),
    ),
    Kind.GOAL: ((Kind.NOTE, tables.notes.c.goal),),
    Kind.NOTE: ((Kind.COMMITMENT, tables.commitments.c.note), (Kind.HELP, tables.helps.c.note)),
    Kind.DRAFT: ((Kind.REFLECTION, tables.reflections.c.draft),),
}
"""Columns that hold the id of an item of the key's kind."""


def all_tables() -> Iterator[tuple[Kind, Table]]:
    """Every table that holds a part of an item, with the kind of that item."""
    for kind, shape in SHAPES.items():
        yield kind, shape.table
        for child in shape.children:
            yield kind, child.table
            yield from ((kind, grandchild.table) for grandchild in child.children)
