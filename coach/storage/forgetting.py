"""Forgetting a person: their entry goes, and everything that carries them is deleted or made anonymous.

First whoever refers to them (rows), then whoever mentions them (text), all in one transaction. What recall
knows of the touched items is queued to be indexed anew.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any, Literal

from pydantic import Field
from sqlalchemy import JSON, ColumnElement, Connection, Row, Table, Text, and_, delete, insert, select, update

from coach.domain.models import Kind, Model, Note, Person
from coach.storage import merge_records, rows, tables
from coach.storage.erasing import SOMEONE, Eraser
from coach.storage.index_queue import enqueue
from coach.storage.names import name_key
from coach.storage.redaction import Redaction, strings_in
from coach.storage.references import mentions, references_in
from coach.storage.removal import remove
from coach.storage.shapes import MENTIONS, SHAPES, Mention, all_tables
from coach.storage.traces import OWN_WRITING, Traces, traces_of

INDEX_HOLDS_TRACES = "index holds traces"
"""The setting that says that the index's files are to be rewritten; empty when that is done. It is set together with
the forgetting, so that a crash between the two leaves nothing behind."""

_EMPTY_LINE = re.compile(r"\s*\n(?:[ \t]*[-*•–]?[ \t]*\n)+")
"""What is left of a line, with its dash, when its words are gone."""
Mode = Literal["delete", "anonymise"]
Ref = tuple[Kind, str]

_ITEM_CODES = {"id", "created_at", "event", "goal", "note", "draft", "status", "language", "relation", "by", "purpose"}
_DRAFT_CODES = {"channel", "tone", "origin", "model", "prompt_name", "prompt_hash"}
_CODES = frozenset(_ITEM_CODES | _DRAFT_CODES)
_IDENTITY = {tables.people: frozenset({"name", "also_called", "search"})}
THEIRS = (Kind.COMMITMENT, Kind.HELP, Kind.DRAFT)
"""Kinds that are about one person: whoever is forgotten with everything takes them along."""
NEVER_KEPT = (Kind.REHEARSAL,)
"""Kinds that are made of one person, and go with them always: a stand-in of `someone` would go on speaking for them."""
_CUT_FROM = (Kind.NOTE, Kind.CAPTURE)
"""Kinds whose sentences are the user's own, one after the other: one that goes leaves no gap."""
OWN_COLLECTION = "mine"
"""The collection of the stories that the user wrote."""
_LISTED = (tables.note_people, tables.session_speakers, tables.event_attendees, tables.story_tellings)


class ForgetReport(Model):
    """What forgetting did: numbers of items by kind.

    `file_cleaned`: the bytes are gone from the files too, the index's and the logs' among them; False on a server, or
    while another program holds a file (the next start or forgetting finishes it). `index_elsewhere`: the index is on a
    Chroma server, whose files keep deleted words until they are vacuumed there. `backups_removed`: copies that still
    held the person.
    """

    mode: Mode
    deleted: dict[str, int] = Field(default_factory=dict)
    anonymised: dict[str, int] = Field(default_factory=dict)
    file_cleaned: bool = False
    index_elsewhere: bool = False
    backups_removed: int = 0


def forget(connection: Connection, person: Person, mode: Mode, lines: Sequence[str] = ()) -> ForgetReport:
    """Forget a person in an open transaction, and first whoever was merged into them. `lines`: sentences about them
    alone, which go in the mode `delete`: from notes and captures, and from whatever else holds one that names them."""
    for merge in merge_records.inside(connection, person.id):
        if not connection.scalar(select(tables.people.c.id).where(tables.people.c.id == merge.other.id)):
            _Forgetting(connection, merge.other, mode).done()
    merge_records.forget(connection, person.id)
    report = _Forgetting(connection, person, mode, lines if mode == "delete" else ()).done()
    connection.execute(delete(tables.settings).where(tables.settings.c.key == INDEX_HOLDS_TRACES))
    connection.execute(insert(tables.settings).values(key=INDEX_HOLDS_TRACES, value="yes"))
    return report


def whatever_names(connection: Connection, person: Person) -> Eraser:
    """What takes the person out of a text that is no item, such as a log; whoever was merged into them too."""
    merged = (merge.other for merge in merge_records.inside(connection, person.id))
    patterns = [one for who in (person, *merged) for one in traces_of(connection, who).private.patterns]
    kept = [one for who in (person,) for one in traces_of(connection, who).private.kept]
    return Eraser(tuple(dict.fromkeys(patterns)), tuple(kept))


class _Forgetting:
    """One forgetting: what was found is kept between its steps."""

    def __init__(self, connection: Connection, person: Person, mode: Mode, lines: Sequence[str] = ()) -> None:
        self.connection = connection
        self.person = person
        self.mode = mode
        self.lines = sorted(lines, key=len, reverse=True)
        self.traces: Traces = traces_of(connection, person)
        self.gone: dict[Ref, None] = {(Kind.PERSON, person.id): None}
        self.touched: dict[Ref, None] = {}
        self.beside: dict[Ref, set[str]] = defaultdict(set)

    def done(self) -> ForgetReport:
        linked = {ref for place in MENTIONS for ref in self._owners(place)}
        related = linked | set(self._mentioning())
        self._note_who_is_beside(related)
        self._delete_what_is_theirs(linked)
        if self.mode == "delete":
            self._delete_emptied_notes()
        self._replace_references()
        self._erase_text(related)
        self._erase_settings()
        self._erase_merges()
        self._remove_entry()
        changed = [ref for ref in self.touched if ref not in self.gone]
        enqueue(self.connection, changed)
        return ForgetReport(mode=self.mode, deleted=_counted(self.gone), anonymised=_counted(changed))

    def _is_meant(self, place: Mention) -> ColumnElement[bool]:
        keys = {name_key(name) for name in (self.person.id, *self.traces.names)}
        return mentions(place, [self.person.id], keys)

    def _owners(self, place: Mention) -> Iterator[Ref]:
        query = select(place.table.c[place.owner]).where(self._is_meant(place)).distinct()
        return ((place.kind, id) for id in self.connection.scalars(query))

    def _mentioning(self) -> Iterator[Ref]:
        """Items whose text says a name, an address or the id, though they may not refer to the person."""
        certain, id = self.traces.certain, self.person.id
        for kind, table in _text_tables():
            for row in self._rows(table):
                if any(text == id or certain.finds(text) for text in strings_in(_values(table, row))):
                    yield kind, row[0]

    def _note_who_is_beside(self, related: Iterable[Ref]) -> None:
        by_kind: dict[Kind, list[str]] = defaultdict(list)
        for kind, id in related:
            by_kind[kind].append(id)
        for place in MENTIONS:
            owner = place.table.c[place.owner]
            for ids in rows.chunks(by_kind[place.kind]):
                query = select(owner, place.id, place.name).where(owner.in_(ids), ~self._is_meant(place))
                for item, id, name in self.connection.execute(query):
                    if id or name:
                        self.beside[place.kind, item].add(id or name)

    def _delete_what_is_theirs(self, linked: Iterable[Ref]) -> None:
        """Rehearsals with them, and their place among who is at an event; in the mode `delete` also what is theirs
        (`THEIRS`), notes about nobody else, and their entries in other lists of people."""
        everything = self.mode == "delete"
        for kind, id in sorted(linked):
            item = rows.load(self.connection, kind, [id]).get(id) if kind in SHAPES else None
            theirs = kind in NEVER_KEPT or (everything and (kind in THEIRS or self._only_theirs(item)))
            if item and theirs:
                self._delete(kind, item)
        for place in MENTIONS:
            if place.table is tables.event_attendees or (everything and place.table in _LISTED):
                self.touched |= dict.fromkeys(self._owners(place))
                self.connection.execute(delete(place.table).where(self._is_meant(place)))

    def _delete(self, kind: Kind, item: Any) -> None:
        remove(self.connection, item)
        self.gone[kind, item.id] = None

    def _delete_emptied_notes(self) -> None:
        """Notes that are linked to nobody, and of which nothing is left without their sentences."""
        for row in self._rows(tables.notes) if self.lines else ():
            values = _values(tables.notes, row)
            if (Kind.NOTE, row[0]) not in self.gone and self._cut(values, related=False) == "":
                item = rows.load(self.connection, Kind.NOTE, [row[0]])[row[0]]
                if not item.people:
                    self._delete(Kind.NOTE, item)

    def _only_theirs(self, item: Any) -> bool:
        if not isinstance(item, Note):
            return False
        people = item.people or tuple(references_in(item))
        names = {name_key(name) for name in self.traces.names}
        return all(reference == self.person.id or name_key(reference) in names for reference in people)

    def _replace_references(self) -> None:
        for place in MENTIONS:
            self.touched |= dict.fromkeys(self._owners(place))
            values = {place.id: None, place.name: SOMEONE, place.key: name_key(SOMEONE)}
            self.connection.execute(update(place.table).where(self._is_meant(place)).values(values))
            self._erase_longer_names(place)

    def _erase_longer_names(self, place: Mention) -> None:
        """Plain names that hold the person's among other words, such as `Dr. Ann Smith (Acme)`."""
        owner = place.table.c[place.owner]
        for name, item in self.connection.execute(select(place.name, owner).where(place.name.is_not(None))).all():
            erase = self.traces.private if self._is_own((place.kind, item)) else self.traces.certain
            if (new := erase(name)) != name:
                self.touched[place.kind, item] = None
                if place.table is tables.event_attendees:
                    self.connection.execute(delete(place.table).where(and_(owner == item, place.name == name)))
                    continue
                values = {place.name: new, place.key: name_key(new)}
                self.connection.execute(
                    update(place.table).where(and_(owner == item, place.name == name)).values(values)
                )

    def _erase_text(self, related: set[Ref]) -> None:
        gone = {id for _, id in self.gone}
        for kind, table in _text_tables():
            for row in self._rows(table):
                ref = (kind, row[0])
                if ref == (Kind.PERSON, self.person.id):
                    continue
                values = _values(table, row)
                left = self._without_their_lines(ref, ref in related, values)
                new = Redaction(self._eraser(ref, ref in related, values), self.person.id, gone).mapping(left)
                if new != values:
                    self.touched[ref] = None
                    self._write(table, row, new)

    def _without_their_lines(self, ref: Ref, related: bool, values: dict[str, Any]) -> dict[str, Any]:
        left = self._cut(values, related) if ref[0] in _CUT_FROM else None
        return values if left is None else values | {"text": left or SOMEONE}

    def _cut(self, values: dict[str, Any], related: bool) -> str | None:
        """What is left of a text without their sentences; None where it has none. In what is not related to them, a
        sentence that does not name them counts only beside their name: "Great talk." may be of anybody."""
        text = values.get("text")
        if not isinstance(text, str) or not self.lines:
            return None
        left = text
        for sentence in self.lines if related or self.traces.private.finds(text) else self._telling_lines:
            left = left.replace(sentence, "")
        return None if left == text else _EMPTY_LINE.sub("\n", left).strip()

    @cached_property
    def _telling_lines(self) -> tuple[str, ...]:
        """Those of their sentences that name them."""
        return tuple(line for line in self.lines if self.traces.private.finds(line))

    def _eraser(self, ref: Ref, related: bool, values: dict[str, Any]) -> Eraser:
        own = self._is_own(ref)
        if related:
            found = self.traces.close(self.beside[ref], "\n".join(strings_in(values)))
        else:
            found = self.traces.private if own else self.traces.certain
        return self._with_lines(found) if own and ref[0] not in _CUT_FROM and self._telling_lines else found

    def _with_lines(self, found: Eraser) -> Eraser:
        return self._quoting.setdefault(found, found.with_lines(self._telling_lines))

    @cached_property
    def _quoting(self) -> dict[Eraser, Eraser]:
        """Erasers with the sentences, by those without: each is compiled once."""
        return {}

    def _is_own(self, ref: Ref) -> bool:
        """Whether the user wrote it: no story that was shipped or imported, no event whose programme others wrote."""
        return ref[0] in OWN_WRITING and ref not in self._of_others

    @cached_property
    def _of_others(self) -> frozenset[Ref]:
        stories, sessions = tables.stories.c, tables.sessions.c
        told = self.connection.scalars(select(stories.id).where(stories.collection != OWN_COLLECTION))
        held = self.connection.scalars(select(sessions.event_id).distinct())
        return frozenset({*((Kind.STORY, id) for id in told), *((Kind.EVENT, id) for id in held)})

    def _rows(self, table: Table) -> Sequence[Row[Any]]:
        keys = table.primary_key.columns
        return self.connection.execute(select(*keys, *(table.c[name] for name in _text_columns(table)))).all()

    def _write(self, table: Table, row: Row[Any], values: dict[str, Any]) -> None:
        if table is tables.people:
            kept = rows.load(self.connection, Kind.PERSON, [row.id])[row.id].model_copy(update=values)
            values = values | SHAPES[Kind.PERSON].derived(kept)
        keys = [column == row._mapping[column.name] for column in table.primary_key.columns]
        self.connection.execute(update(table).where(*keys).values({table.c[name]: new for name, new in values.items()}))

    def _erase_settings(self) -> None:
        settings = tables.settings
        for key, value in self.connection.execute(select(settings)).all():
            if (new := self.traces.private(value)) != value:
                self.connection.execute(update(settings).where(settings.c.key == key).values(value=new))

    def _erase_merges(self) -> None:
        """Other people's entries from before they were made one may speak of the person."""
        gone = {id for _, id in self.gone}
        merge_records.redact(self.connection, Redaction(self.traces.private, self.person.id, gone).mapping)

    def _remove_entry(self) -> None:
        self.connection.execute(delete(tables.people).where(tables.people.c.id == self.person.id))
        enqueue(self.connection, [(Kind.PERSON, self.person.id)], "delete")


def _text_tables() -> Iterator[tuple[Kind, Table]]:
    for kind, table in all_tables():
        if table is not tables.person_channels and _text_columns(table):
            yield (Kind.SESSION if table is tables.sessions else kind), table


@cache
def _text_columns(table: Table) -> tuple[str, ...]:
    """Columns that hold words: no keys, no codes, no references (those are rows of their own)."""
    left_out = _CODES | _IDENTITY.get(table, frozenset()) | {column.name for column in table.primary_key.columns}
    references = {
        column.name for place in MENTIONS if place.table is table for column in (place.id, place.name, place.key)
    }
    return tuple(
        column.name
        for column in table.columns
        if type(column.type) in (Text, JSON) and column.name not in left_out | references and not column.foreign_keys
    )


def _values(table: Table, row: Row[Any]) -> dict[str, Any]:
    columns = _text_columns(table)
    return dict(zip(columns, row[-len(columns) :], strict=True))


def _counted(refs: Iterable[Ref]) -> dict[str, int]:
    return dict(Counter(kind.value for kind, _ in refs))
