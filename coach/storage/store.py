"""The store: save and load whole items, list them, queue them for the index, forget a person.

Every method is one transaction on a connection of its own, so one `Store` serves all threads, and any
number of processes may open the same workspace. What a method returns is plain, detached data.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast, overload

from pydantic import ValidationError
from sqlalchemy import Connection, delete, insert, select

from coach.domain.cadence import Tie
from coach.domain.evidence import Passage
from coach.domain.insight import Meeting
from coach.domain.intake import SaveReport
from coach.domain.models import (
    Capture,
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Help,
    Item,
    Kind,
    Note,
    Person,
    Reflection,
    Rehearsal,
    Session,
    Story,
    Telling,
    Turn,
)
from coach.domain.network import Introduction
from coach.domain.passages import Contact, Named, Told
from coach.errors import CoachError, InputError, NotFoundError, StoreError
from coach.storage import index_queue, projection, queries, references, removal, rows, tables
from coach.storage.archive import Archive
from coach.storage.database import Database
from coach.storage.forgetting import ForgetReport, Mode, forget, whatever_names
from coach.storage.index_queue import Pending
from coach.storage.kept import Kept
from coach.storage.meetings import goal_days, introductions, meetings, told_with
from coach.storage.merging import Merging
from coach.storage.migrate import migrate, remove_backups
from coach.storage.migrations import known_migrations
from coach.storage.saving import BATCH, EventHeading, batches, save_batch
from coach.storage.shapes import ATTENDEES, PROGRAMME, SHAPES
from coach.storage.ties import ties

ItemT = TypeVar("ItemT", bound=Item)
KeptT = TypeVar("KeptT")
Progress = Callable[[int, int], None]
"""Called with (items done, items in all) after each batch."""


class Store:
    """A workspace's data. Opening creates and migrates it. Raises StoreError, SchemaError."""

    def __init__(self, url: str | Path) -> None:
        self._database = Database(url)
        self._kept = Kept(self._database)
        try:
            self.backup = migrate(self._database, known_migrations())
        except CoachError:
            self.close()
            raise
        self.merging = Merging(self._database)
        self.archive = Archive(self._database)

    def close(self) -> None:
        self._database.close()

    @property
    def is_closed(self) -> bool:
        """Whether it was closed on purpose: work that still goes on with it comes to nothing, and is no failure."""
        return self._database.is_closed

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Saving

    def save(
        self, items: Iterable[Item], progress: Progress | None = None, stop: threading.Event | None = None
    ) -> SaveReport:
        """Save items of any kinds, by id: new ones are added, different ones rewritten, equal ones left alone.

        People are saved first, so that names in the other items can be resolved. One transaction for each
        500 items; `stop` is looked at between them. Raises InputError for an item that cannot be kept; StoreError,
        which says how many items were saved before, when the database fails.
        """
        items = list(items)
        report, done = SaveReport(), 0
        for batch in batches(items, BATCH):
            if stop is not None and stop.is_set():
                return report + SaveReport(left=len(items) - done)
            try:
                with self._database.writing() as connection:
                    report += save_batch(connection, batch)
            except StoreError as exc:
                raise type(exc)(
                    "{failure.message} {done} of {total} items were saved before.",
                    "{failure.next_step}",
                    failure=exc,
                    done=done,
                    total=len(items),
                ) from exc
            done += len(batch)
            if progress:
                progress(done, len(items))
        return report

    def update(self, kind: Kind | type[ItemT], id: str, **fields: Any) -> ItemT:
        """Change some fields of an item, in one step. Raises NotFoundError, InputError."""
        return cast(ItemT, self._change(_kind(kind), id, lambda item: _with(item, **fields)))

    def add_telling(self, story_id: str, telling: Telling) -> Story:
        """Record that a story was told."""
        return cast(Story, self._change(Kind.STORY, story_id, lambda story: _with(story, told=(*story.told, telling))))

    def add_draft_version(self, draft_id: str, version: DraftVersion) -> DraftVersion:
        """Append a version; it gets the next number, whatever number it came with."""

        def append(draft: Draft) -> Draft:
            number = max((kept.number for kept in draft.versions), default=0) + 1
            return _with(draft, versions=(*draft.versions, version.model_copy(update={"number": number})))

        return cast(Draft, self._change(Kind.DRAFT, draft_id, append)).current

    def change_draft(self, draft_id: str, edit: Callable[[Draft], Draft]) -> Draft:
        """Change a draft in one step, whoever else adds to it. Raises NotFoundError and what `edit` raises."""
        return cast(Draft, self._change(Kind.DRAFT, draft_id, edit))

    def add_turn(self, rehearsal_id: str, turn: Turn) -> Rehearsal:
        """Append what was just said."""

        def append(rehearsal: Rehearsal) -> Rehearsal:
            return _with(rehearsal, turns=(*rehearsal.turns, turn))

        return cast(Rehearsal, self._change(Kind.REHEARSAL, rehearsal_id, append))

    def add_attendees(self, event_id: str, people: Iterable[str]) -> Event:
        """Record that people (ids or names) are at an event; those who are recorded already stay once."""
        people = tuple(people)

        def append(event: Event) -> Event:
            return _with(event, attendees=tuple(dict.fromkeys((*event.attendees, *people))))

        return cast(Event, self._change(Kind.EVENT, event_id, append))

    def _change(self, kind: Kind, id: str, edit: Callable[[Any], Item]) -> Any:
        with self._database.writing() as connection:
            save_batch(connection, [edit(_one(connection, kind, id))])
            return _one(connection, kind, id)

    # Loading

    @overload
    def get(self, kind: type[ItemT], id: str) -> ItemT: ...
    @overload
    def get(self, kind: Kind, id: str) -> Item: ...
    def get(self, kind: Kind | type[Item], id: str) -> Any:
        """The item with that id. Raises NotFoundError."""
        with self._database.reading() as connection:
            return _one(connection, _kind(kind), id)

    def get_many(self, kind: Kind | type[ItemT], ids: Sequence[str]) -> dict[str, ItemT]:
        """The items with these ids, by id, in the order asked for; missing ones are left out."""
        with self._database.reading() as connection:
            return rows.load(connection, _kind(kind), ids)

    def session(self, id: str) -> tuple[str, Session]:
        """The id of the event and the session. Raises NotFoundError."""
        with self._database.reading() as connection:
            found = projection.load_sessions(connection, [id])
        if not found:
            raise NotFoundError("There is no session with the id {id!r}.", "Import the programme that holds it.", id=id)
        return found[0]

    def find_person(self, name_or_id: str) -> Person | None:
        """By exact id, else by name or other name whatever its case. Raises InputError when several fit."""
        with self._database.reading() as connection:
            found = references.people_meant(connection, name_or_id)
        if len(found) > 1:
            choices = "; ".join(_described(person) for person in found)
            raise InputError(
                "{name_or_id!r} may be {count} people: {choices}.",
                "Use one of these ids.",
                name_or_id=name_or_id,
                count=len(found),
                choices=choices,
            )
        return found[0] if found else None

    # Listing

    def people(
        self,
        *,
        search: str = "",
        relation: str | None = None,
        event: str | None = None,
        ids: Iterable[str] | None = None,
        follow_up_by: date | None = None,
        known_first: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Person]:
        """By name, with `known_first` those whom you have met before the others.

        `search` looks for each word in names, role and organisation; `event`: who speaks or attends.
        """
        filters = {"search": search, "relation": relation, "event": event, "ids": ids, "follow_up_by": follow_up_by}
        order = queries.KNOWN_FIRST if known_first else None
        return self._listed(Kind.PERSON, filters, order=order, limit=limit, offset=offset)

    def ties(self, today: date, *, person: str | None = None) -> list[Tie]:
        """When you were in touch with everybody (or with the person of that id), and who helped whom."""
        return self._kept_list(("ties", today, person), lambda connection: ties(connection, today, person))

    def meetings(self, since: date, until: date) -> list[Meeting]:
        """Dated notes of these days and the people whom they name, oldest first."""
        return self._kept_list(("meetings", since, until), lambda connection: meetings(connection, since, until))

    def goal_days(self) -> dict[str, list[date]]:
        """The days of the notes that name a goal, by the goal's id."""
        with self._database.reading() as connection:
            return goal_days(connection)

    def introductions(self) -> list[Introduction]:
        """Texts that may say who brought whom together."""
        with self._database.reading() as connection:
            return introductions(connection)

    def told_with(self, holds: Callable[[str], bool]) -> list[Told]:
        """What your own notes and the entries say of somebody in texts of which `holds` is true."""
        with self._database.reading() as connection:
            return told_with(connection, holds)

    def directory(self) -> list[Named]:
        """Everybody's id and names, by name: for a choice among all, without loading whole people."""
        people = tables.people.c
        query = select(people.id, people.name, people.also_called).order_by(people.search, people.id)

        def read(connection: Connection) -> Iterator[Named]:
            return (Named(id, name, tuple(called)) for id, name, called in connection.execute(query))

        return self._kept_list("directory", read)

    def contacts(self) -> list[Contact]:
        """Everybody in short, by name."""
        people = tables.people.c
        columns = (people.id, people.name, people.organisation, people.relation, people.follow_up_on)
        query = select(*columns).order_by(people.search, people.id)
        return self._kept_list("contacts", lambda connection: (Contact(*row) for row in connection.execute(query)))

    def events(
        self, *, upcoming_from: date | None = None, limit: int | None = None, with_programme: bool = True
    ) -> list[Event]:
        """By start. Without programme: light headings, to look at and not to save back."""

        def read(without: tuple[str, ...] = ()) -> tuple[Event, ...]:
            with self._database.reading() as connection:
                conditions = queries.event_conditions(connection, upcoming_from=upcoming_from)
                ids = queries.ids_of(connection, Kind.EVENT, conditions, limit=limit)
                return tuple(rows.load(connection, Kind.EVENT, ids, without=without).values())

        def headings() -> tuple[Event, ...]:
            return tuple(
                EventHeading.model_construct(**dict(event)) for event in read((PROGRAMME.field, ATTENDEES.field))
            )

        return list(read() if with_programme else self.kept(("events", upcoming_from, limit), headings))

    def sessions(self, *, event: str | None = None, person: str | None = None) -> list[tuple[str, Session]]:
        """(event id, session), by start."""
        with self._database.reading() as connection:
            conditions = queries.session_conditions(connection, event=event, person=person)
            return projection.load_sessions(connection, queries.ids_of(connection, Kind.SESSION, conditions))

    def goals(self, status: str | None = None) -> list[Goal]:
        """Oldest first."""
        return self._listed(Kind.GOAL, {"status": status})

    def notes(
        self,
        *,
        person: str | None = None,
        event: str | None = None,
        thread: str | None = None,
        goal: str | None = None,
        since: date | None = None,
        until: date | None = None,
        source: str | None = None,
        search: str = "",
        limit: int | None = None,
        offset: int = 0,
        newest_first: bool = True,
    ) -> list[Note]:
        """By time; within a thread by position. `person` is author or among the people; days are inclusive.

        `search` looks for each word, or part of one, in the text.
        """
        filters: dict[str, Any] = {"person": person, "event": event, "thread": thread, "goal": goal, "source": source}
        filters |= {"since": since, "until": until, "search": search}
        order = queries.note_order(thread, newest_first)
        return self._listed(Kind.NOTE, filters, order=order, limit=limit, offset=offset)

    def stories(
        self, *, own: bool | None = None, collection: str | None = None, told_to: str | None = None
    ) -> list[Story]:
        """By title."""
        filters = {"own": own, "collection": collection, "told_to": told_to}
        return list(self.kept(("stories", *filters.values()), lambda: tuple(self._listed(Kind.STORY, filters))))

    def interests(self, *, relation: str) -> list[tuple[str, ...]]:
        """What each person of that relation cares about, without loading whole people."""
        people = tables.people.c
        with self._database.reading() as connection:
            found = connection.scalars(select(people.cares_about).where(people.relation == relation))
            return [tuple(topics) for topics in found]

    def story_collections(self) -> list[str]:
        """The names of the collections that hold a story."""
        collection = tables.stories.c.collection
        with self._database.reading() as connection:
            return list(connection.scalars(select(collection).distinct().order_by(collection)))

    def commitments(
        self,
        *,
        status: str | None = None,
        person: str | None = None,
        by: str | None = None,
        due_before: date | None = None,
    ) -> list[Commitment]:
        """By due date, undated last. `due_before` excludes that day itself."""
        filters = {"status": status, "person": person, "by": by, "due_before": due_before}
        return self._listed(Kind.COMMITMENT, filters)

    def helps(self, *, person: str | None = None, by: str | None = None) -> list[Help]:
        """What was given (`by` "me") and received ("them"), the newest first."""
        return self._listed(Kind.HELP, {"person": person, "by": by})

    def drafts(
        self,
        *,
        purpose: str | None = None,
        person: str | None = None,
        event: str | None = None,
        status: str | None = None,
        limit: int | None = None,
    ) -> list[Draft]:
        """Newest first."""
        filters = {"purpose": purpose, "person": person, "event": event, "status": status}
        return self._listed(Kind.DRAFT, filters, limit=limit)

    def reflections(self, *, event: str | None = None) -> list[Reflection]:
        """Newest first."""
        return self._listed(Kind.REFLECTION, {"event": event})

    def captures(self, status: str | None = None) -> list[Capture]:
        """Newest first."""
        return self._listed(Kind.CAPTURE, {"status": status})

    def rehearsals(self, *, person: str | None = None, status: str | None = None) -> list[Rehearsal]:
        """Newest first."""
        return self._listed(Kind.REHEARSAL, {"person": person, "status": status})

    def count(self, kind: Kind | type[Item], **filters: Any) -> int:
        """How many items there are; `filters` are those of the kind's listing. Raises InputError."""
        with self._database.reading() as connection:
            return queries.count(connection, _kind(kind), filters)

    def _listed(self, kind: Kind, filters: dict[str, Any], **page: Any) -> list[Any]:
        with self._database.reading() as connection:
            conditions = queries.CONDITIONS[kind](connection, **filters)
            return list(rows.load(connection, kind, queries.ids_of(connection, kind, conditions, **page)).values())

    # Removing

    def delete(self, kind: Kind | type[Item], id: str) -> tuple[Item, ...]:
        """Remove one item, and clear references to it. To remove all about a person: `forget_person`.

        Returns it and whatever pointed to it, as they were: saved again, they undo it. Raises NotFoundError.
        """
        with self._database.writing() as connection:
            item = _one(connection, _kind(kind), id)
            before = (item, *removal.pointing_items(connection, item))
            removal.remove(connection, item)
            return before

    def forget_person(self, id: str, *, mode: Mode = "anonymise", lines: Sequence[str] = ()) -> ForgetReport:
        """Forget a person: delete or anonymise everything about them, and queue it all for the index.

        Their entry goes in both modes, and their name, addresses and handles go from every text. `anonymise`
        keeps notes, promises, drafts and tellings, of `someone`; `delete` removes those that are about them alone,
        and from notes and captures about several people the `lines`, the sentences about them alone.
        An id that is itself made of the name stays in the queue until the index has removed it. Raises NotFoundError.
        """
        with self._database.writing() as connection:
            report = forget(connection, _one(connection, Kind.PERSON, id), mode, lines)
        self._kept.clear()
        return report.model_copy(
            update={"backups_removed": remove_backups(self._database), "file_cleaned": self._database.clean()}
        )

    def eraser_of(self, id: str) -> Callable[[str], str]:
        """What takes a person out of a text that is no item. Ask before they are forgotten. Raises NotFoundError."""
        with self._database.reading() as connection:
            return whatever_names(connection, _one(connection, Kind.PERSON, id))

    # The index

    def pending(self, limit: int = 500, *, after: int = 0) -> list[Pending]:
        """What the index has still to learn, oldest change first; only changes with a stamp above `after`."""
        with self._database.reading() as connection:
            return index_queue.pending(connection, limit, after)

    def newest_change(self) -> int:
        """The stamp of the newest change that the index has still to learn; 0 when there is none."""
        with self._database.reading() as connection:
            return index_queue.newest(connection)

    def mark_indexed(self, done: Iterable[Pending]) -> None:
        """Take these changes off the queue; a newer change of the same item stays."""
        with self._database.writing() as connection:
            index_queue.mark_indexed(connection, done)

    def mark_all_pending(self) -> int:
        """Queue the whole workspace, for a rebuild of the index; returns the number of items queued."""
        with self._database.writing() as connection:
            return index_queue.mark_all_pending(connection)

    def passages(self, refs: Iterable[tuple[Kind, str] | Pending] | None = None, batch: int = 500) -> Iterator[Passage]:
        """What recall indexes of the items (None: of all). Items that are gone meanwhile are left out."""
        return projection.passages(self._database, refs, batch)

    # Facts of the workspace

    def kept(self, key: Hashable, make: Callable[[], KeptT]) -> KeptT:
        """What `make` returns, made anew only when the data has changed since, whoever changed it.

        `key` says what it is, with all that it depends on but the data (a day, a filter). It must be immutable.
        """
        return self._kept.get(key, make)

    def _kept_list(self, key: Hashable, read: Callable[[Connection], Iterable[KeptT]]) -> list[KeptT]:
        """What `read` finds, kept as above; a list of the caller's own."""

        def found() -> tuple[KeptT, ...]:
            with self._database.reading() as connection:
                return tuple(read(connection))

        return list(self.kept(key, found))

    def setting(self, key: str) -> str | None:
        with self._database.reading() as connection:
            return connection.scalar(select(tables.settings.c.value).where(tables.settings.c.key == key))

    def set_setting(self, key: str, value: str) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(tables.settings).where(tables.settings.c.key == key))
            connection.execute(insert(tables.settings).values(key=key, value=value))


def _kind(kind: Kind | type[Item]) -> Kind:
    return Kind(kind) if isinstance(kind, str) else kind.kind


def _one(connection: Connection, kind: Kind, id: str) -> Any:
    if kind not in SHAPES:
        raise InputError("A {kind} is part of an event.", "Ask for it with session().", kind=kind.value)
    found = rows.load(connection, kind, [id])
    if id not in found:
        raise NotFoundError(
            "There is no {kind} with the id {id!r}.",
            "List what there is, and use an id from there.",
            kind=kind.value,
            id=id,
        )
    return found[id]


def _with(item: ItemT, **changes: Any) -> ItemT:
    """A validated copy with other fields. Raises InputError for a value that does not fit."""
    try:
        return type(item)(**{**dict(item), **changes})
    except ValueError as exc:
        raise InputError(
            "{changes!r} does not fit a {value}: {reason}.",
            "Correct the value.",
            changes=changes,
            value=item.kind.value,
            reason=_first_fault(exc),
        ) from exc


def _first_fault(error: ValueError) -> str:
    """What does not fit, without the words that a library has for those who program with it."""
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


def _described(person: Person) -> str:
    work = ", ".join(part for part in (person.role, person.organisation) if part)
    return f"{person.name} ({work}), id {person.id!r}" if work else f"{person.name}, id {person.id!r}"
