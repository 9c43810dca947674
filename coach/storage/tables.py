"""The tables as they are now. `migrations/` is how a workspace gets there; a test holds the two together.

A foreign key stands where the reference is certain: a child row to its parent, a reference to a person to
that person. Ids of events, goals and notes that an item names are kept as given, because an import may
bring the note before the event; deleting the event clears them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

from coach.storage.columns import Moment, parent, person_reference, plain_json, position

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


def _item(name: str, *columns: Any) -> Table:
    return Table(
        name, metadata, Column("id", Text, primary_key=True), Column("created_at", Moment, nullable=False), *columns
    )


def _text(name: str, **options: Any) -> Column[Any]:
    return Column(name, Text, nullable=False, **options)


def _json(name: str) -> Column[Any]:
    return Column(name, plain_json(), nullable=False)


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean(create_constraint=False), nullable=False)


def _pointer(name: str) -> Column[Any]:
    """The id of an item that may not be here yet."""
    return Column(name, Text, index=True)


people = _item(
    "people",
    _text("name"),
    _text("search"),
    _json("also_called"),
    _text("role"),
    _text("organisation"),
    _json("cares_about"),
    _json("values"),
    _text("how_met"),
    _text("about"),
    _text("language"),
    _text("relation"),
    Column("follow_up_on", Date, index=True),
    Column("cadence_days", Integer),
    Column("quiet_until", Date),
    Column("in_touch_on", Date),
    _flag("invented"),
    _text("source"),
)
person_names = Table(
    "person_names", metadata, parent("person_id", "people.id"), Column("key", Text, primary_key=True, index=True)
)
person_channels = Table(
    "person_channels", metadata, parent("person_id", "people.id"), position(), _text("type"), _text("value")
)
events = _item(
    "events",
    _text("name"),
    Column("starts", Date, index=True),
    Column("ends", Date, index=True),
    _text("place"),
    _text("url"),
    _text("about"),
    _flag("invented"),
    _text("source"),
)
sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("event_id", Text, ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    _text("title"),
    _text("abstract"),
    Column("starts", Moment),
    Column("minutes", Integer),
    _text("room"),
    _text("track"),
    _json("tags"),
    _text("url"),
    Index(None, "event_id", "position"),
)
session_speakers = Table(
    "session_speakers", metadata, parent("session_id", "sessions.id"), position(), *person_reference("person")
)
event_attendees = Table(
    "event_attendees", metadata, parent("event_id", "events.id"), position(), *person_reference("person")
)
event_goals = Table("event_goals", metadata, parent("event_id", "events.id"), position(), _text("goal_id", index=True))
goals = _item("goals", _text("text"), _text("why"), _json("values"), _text("status", index=True), Column("due", Date))
notes = _item(
    "notes",
    _text("text"),
    Column("at", Moment),
    Column("sorted_at", Moment, nullable=False),
    *person_reference("author"),
    _pointer("event"),
    _pointer("goal"),
    Column("thread", Text),
    Column("position", Integer),
    _text("source"),
    Index(None, "sorted_at", "id"),
    Index(None, "thread", "position"),
)
note_people = Table("note_people", metadata, parent("note_id", "notes.id"), position(), *person_reference("person"))
stories = _item(
    "stories",
    _text("title"),
    _text("struggle"),
    _text("turn"),
    _text("result"),
    _text("lesson"),
    _text("text"),
    _flag("own"),
    *person_reference("heard_from"),
    _json("about_people"),
    _json("themes"),
    _json("good_for"),
    Column("at", Date),
    _pointer("event"),
    _text("collection", index=True),
    _text("source"),
)
story_tellings = Table(
    "story_tellings",
    metadata,
    parent("story_id", "stories.id"),
    position(),
    *person_reference("person"),
    Column("at", Date),
    _pointer("event"),
)
commitments = _item(
    "commitments",
    *person_reference("person"),
    _text("by"),
    _text("what"),
    Column("due", Date),
    Column("made_on", Date),
    _pointer("event"),
    _pointer("note"),
    _text("status"),
    Index(None, "status", "due"),
)
helps = _item(
    "helps",
    *person_reference("person"),
    _text("by"),
    _text("what"),
    Column("at", Date),
    _pointer("event"),
    _pointer("note"),
)
drafts = _item(
    "drafts",
    _text("purpose"),
    *person_reference("person"),
    _pointer("event"),
    _json("goals"),
    _text("channel"),
    _text("tone"),
    _text("language"),
    _text("intent"),
    _text("unfinished"),
    _json("wishes"),
    _text("status"),
    Column("sent_at", Moment),
    Column("sent_version", Integer),
    Column("next_on", Date, index=True),
    Index(None, "created_at"),
)
draft_versions = Table(
    "draft_versions",
    metadata,
    parent("draft_id", "drafts.id"),
    position(),
    Column("number", Integer, nullable=False),
    _text("text"),
    _text("subject"),
    Column("at", Moment),
    _text("origin"),
    _text("model"),
    _text("prompt_name"),
    _text("prompt_hash"),
    _json("evidence"),
    Column("check", plain_json()),
    _json("confirmed"),
    _json("usage"),
)
reflections = _item(
    "reflections",
    _pointer("event"),
    Column("at", Moment),
    Column("energy_before", Integer),
    Column("energy_after", Integer),
    Column("belonging", Integer),
    _text("lessons"),
    _pointer("draft"),
)
reflection_prompts = Table(
    "reflection_prompts",
    metadata,
    parent("reflection_id", "reflections.id"),
    position(),
    _text("text"),
    _json("labels"),
)
reflection_answers = Table(
    "reflection_answers",
    metadata,
    parent("reflection_id", "reflections.id"),
    position(),
    _text("prompt"),
    _text("text"),
    Column("at", Moment),
)
captures = _item(
    "captures",
    _text("text"),
    Column("at", Moment),
    _pointer("event"),
    _text("status", index=True),
    Column("proposal", plain_json()),
)
rehearsals = _item(
    "rehearsals",
    *person_reference("person"),
    _text("who"),
    _text("aim"),
    _pointer("event"),
    _json("evidence"),
    _text("status"),
)
rehearsal_turns = Table(
    "rehearsal_turns",
    metadata,
    parent("rehearsal_id", "rehearsals.id"),
    position(),
    _text("by"),
    _text("text"),
    Column("at", Moment),
    _json("labels"),
    Column("check", plain_json()),
    _text("model"),
    _json("usage"),
)
merges = Table(
    "merges",
    metadata,
    Column("id", Text, primary_key=True),
    Column("made_at", Moment, nullable=False),
    _text("kept_id", index=True),
    _text("other_id", index=True),
    _json("before"),
    _json("after"),
    _json("other"),
    _json("moved"),
)
people_apart = Table(
    "people_apart", metadata, Column("first_id", Text, primary_key=True), Column("second_id", Text, primary_key=True)
)
settings = Table("settings", metadata, Column("key", Text, primary_key=True), _text("value"))
index_queue = Table(
    "index_queue",
    metadata,
    Column("stamp", Integer, primary_key=True, autoincrement=True),
    _text("kind"),
    _text("id"),
    _text("op"),
    UniqueConstraint("kind", "id"),
    sqlite_autoincrement=True,
)
