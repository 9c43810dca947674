"""Everybody's ties in a handful of grouped statements, however many notes there are.

A day of contact is one on which something tells of it: a note with them in it or by them, a message that was
sent, help, a story told. An imported note without a date of its own says nothing about when; one that was typed in
without a day or an event counts where its words tell of having been in touch. Nor does a promise count, whose day is
often that on which it was typed in; and that two people should meet is no contact with either.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import JSON, Connection, Row, Select, Text, and_, case, cast, func, literal, or_, select, union_all

from coach.domain.cadence import Contacts, LastBy, Tie
from coach.storage import tables
from coach.storage.meetings import merely_known, only_thought
from coach.storage.shapes import MENTIONS, Mention

TYPED = ("", "typed", "notes")
"""Sources of notes that were written down when they happened."""
_RANKED: tuple[LastBy, ...] = ("note", "story", "help", "touch", "sent")
"""Of what happened on one day, the last of these is what is said of it."""
_DAY = 10
"""Characters of a day in ISO 8601."""


def ties(connection: Connection, today: date, only: str | None = None) -> list[Tie]:
    """A tie for each person, or for one; in no order. What lies after `today` does not count."""
    thoughts = _listed(connection, only_thought(connection) | merely_known(connection, TYPED))
    contacts = {row.person: _contacts(row) for row in connection.execute(_contact_days(today, only, thoughts))}
    given, received, mine, theirs = _favours(connection, only)
    people = tables.people
    query = select(
        people.c.id,
        people.c.name,
        people.c.role,
        people.c.organisation,
        people.c.relation,
        people.c.cares_about,
        people.c["values"],
        people.c.cadence_days,
        people.c.quiet_until,
        people.c.follow_up_on,
        people.c.invented,
    )
    if only is not None:
        query = query.where(people.c.id == only)
    found = []
    for row in connection.execute(query):
        id, name, role, organisation, relation, cares_about, values, *decided, invented = row
        cadence_days, quiet_until, follow_up_on = decided
        found.append(
            Tie(
                id=id,
                name=name,
                role=role,
                organisation=organisation,
                relation=relation,
                interests=tuple(dict.fromkeys((*cares_about, *values))),
                cadence_days=cadence_days,
                quiet_until=quiet_until,
                follow_up_on=follow_up_on,
                contacts=contacts.get(id),
                given=tuple(given.get(id, ())),
                received=tuple(received.get(id, ())),
                i_owe=mine.get(id, ""),
                they_owe=theirs.get(id, ""),
                invented=invented,
            )
        )
    return found


def _contacts(row: Row[Any]) -> Contacts:
    return Contacts(
        days=row.days,
        first=date.fromisoformat(row.first),
        last=date.fromisoformat(row.last[:_DAY]),
        last_by=_RANKED[int(row.last[_DAY:])],
        last_sent=date.fromisoformat(row.sent) if row.sent else None,
    )


def _listed(connection: Connection, ids: Collection[str]) -> Select[Any] | None:
    """A query for these ids, handed over as one value: a statement takes no more than some thousands."""
    if not ids:
        return None
    if connection.dialect.name == "postgresql":
        each = func.json_array_elements_text(cast(sorted(ids), JSON)).table_valued("value")
    else:
        each = func.json_each(json.dumps(sorted(ids))).table_valued("value")
    return select(each.c.value)


def _contact_days(today: date, only: str | None, thoughts: Select[Any] | None) -> Select[Any]:
    """For each person: on how many days, the first, the last with what tells of it, the last message."""
    places = union_all(*_happenings(thoughts)).subquery("happenings")
    rank = func.max(places.c.rank).label("rank")
    sent = func.max(case((places.c.rank == _RANKED.index("sent"), places.c.day))).label("sent")
    by_day = (
        select(places.c.person, places.c.day, rank, sent)
        .where(places.c.day.is_not(None), places.c.day <= today.isoformat())
        .group_by(places.c.person, places.c.day)
    )
    if only is not None:
        by_day = by_day.where(places.c.person == only)
    days = by_day.subquery("days")
    last = func.max(days.c.day.concat(cast(days.c.rank, Text)))
    return select(
        days.c.person,
        func.count().label("days"),
        func.min(days.c.day).label("first"),
        last.label("last"),
        func.max(days.c.sent).label("sent"),
    ).group_by(days.c.person)


def _happenings(thoughts: Select[Any] | None) -> Iterator[Select[Any]]:
    """(person, day, rank), from each place where a contact may stand. `thoughts`: ids of notes that tell of none."""
    notes, drafts, people = tables.notes, tables.drafts, tables.people
    dated = or_(notes.c.at.is_not(None), notes.c.source.in_(TYPED))
    if thoughts is not None:
        dated = and_(dated, notes.c.id.not_in(thoughts))
    note_day = func.substr(notes.c.sorted_at, 1, _DAY)
    within = and_(tables.note_people.c.note_id == notes.c.id, dated)
    yield from _of(_place(tables.note_people), note_day, "note", within)
    yield from _of(_place(notes, "author"), note_day, "note", dated)
    sent = and_(drafts.c.status == "sent", drafts.c.purpose == "follow_up")
    yield from _of(_place(drafts), func.substr(drafts.c.sent_at, 1, _DAY), "sent", sent)
    for table, column, what in (
        (tables.helps, "at", "help"),
        (tables.story_tellings, "at", "story"),
    ):
        yield from _of(_place(table), cast(table.c[column], Text), what, table.c[column].is_not(None))
    touched = people.c.in_touch_on.is_not(None)
    yield _row(people.c.id, cast(people.c.in_touch_on, Text), "touch").where(touched)


def _place(table: Any, prefix: str = "person") -> Mention:
    return next(place for place in MENTIONS if place.table is table and place.prefix == prefix)


def _of(place: Mention, day: Any, what: str, condition: Any) -> Iterator[Select[Any]]:
    """Where the person is known by id; and where only a name stands that is theirs."""
    names = tables.person_names
    yield _row(place.id, day, what).where(place.id.is_not(None), condition)
    named = place.key.is_not(None)  # said first, since it spares looking up most notes
    yield _row(names.c.person_id, day, what).where(named, names.c.key == place.key, condition)


def _row(person: Any, day: Any, what: str) -> Select[Any]:
    rank = literal(_RANKED.index(what)).label("rank")
    return select(person.label("person"), day.label("day"), rank)


Days = dict[str, list[date | None]]


def _favours(connection: Connection, only: str | None) -> tuple[Days, Days, dict[str, str], dict[str, str]]:
    """Help given and received by person (kept promises included), and the first open promise each way."""
    helps, promises = tables.helps, tables.commitments
    done: dict[str, Days] = {"me": defaultdict(list), "them": defaultdict(list)}
    owed: dict[str, dict[str, str]] = {"me": {}, "them": {}}
    gave = select(helps.c.person_id, helps.c.by, helps.c.at).where(helps.c.person_id.is_not(None))
    day = func.coalesce(promises.c.due, promises.c.made_on)
    promised = (
        select(promises.c.person_id, promises.c.by, day, promises.c.status, promises.c.what)
        .where(promises.c.person_id.is_not(None), promises.c.status != "dropped")
        .order_by(promises.c.due.nulls_last(), promises.c.id)
    )
    if only is not None:
        gave, promised = gave.where(helps.c.person_id == only), promised.where(promises.c.person_id == only)
    for person, by, at in connection.execute(gave):
        done[by][person].append(at)
    for person, by, at, status, what in connection.execute(promised):
        if status == "kept":
            done[by][person].append(at)
        else:
            owed[by].setdefault(person, what)
    return done["me"], done["them"], owed["me"], owed["them"]
