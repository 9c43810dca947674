"""Who was met when and with whom: one row for each dated note and person in it, without loading whole notes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from sqlalchemy import Connection, func, or_, select

from coach.domain.in_touch import tells_of_contact
from coach.domain.insight import Meeting
from coach.domain.network import Introduction
from coach.domain.passages import Told
from coach.domain.thoughts import CUES, is_only_a_thought
from coach.storage import tables
from coach.storage.queries import note_conditions
from coach.storage.rows import chunks

LONGEST_THOUGHT = 400
"""Characters of a note beyond which it tells of more than a thought."""


def meetings(connection: Connection, since: date, until: date) -> list[Meeting]:
    """Dated notes of the span (days of the writer's own clock) and the known people whom they name, oldest first; none
    of what was only thought."""
    notes, mentions, people = tables.notes.c, tables.note_people.c, tables.people.c
    query = (
        select(notes.id, notes.at, notes.event, people.id, people.name, people.relation)
        .join_from(tables.notes, tables.note_people, mentions.note_id == notes.id)
        .join(tables.people, people.id == mentions.person_id)
        .where(notes.at.is_not(None), *note_conditions(connection, since=since, until=until))
        .order_by(notes.sorted_at, notes.id, mentions.position)
    )
    thoughts = only_thought(connection)
    return [
        Meeting(note, person, name, at.date(), event, known=relation == "known")
        for note, at, event, person, name, relation in connection.execute(query)
        if note not in thoughts
    ]


def only_thought(connection: Connection) -> frozenset[str]:
    """The ids of the notes that tell of no meeting ("Priya and Tomáš should meet"). Only texts with a cue are read."""
    notes = tables.notes.c
    short = connection.execute(select(notes.id, notes.text).where(func.length(notes.text) <= LONGEST_THOUGHT))
    return frozenset(id for id, text in short if _holds(text, CUES) and is_only_a_thought(text))


def merely_known(connection: Connection, sources: Sequence[str]) -> frozenset[str]:
    """The ids of the notes of these sources, without a day or an event, that tell of no contact ("Likes tea")."""
    notes = tables.notes.c
    undated = select(notes.id, notes.text).where(
        notes.at.is_(None), notes.event.is_(None), notes.author_id.is_(None), notes.source.in_(sources)
    )
    return frozenset(id for id, text in connection.execute(undated) if not tells_of_contact(text))


def goal_days(connection: Connection) -> dict[str, list[date]]:
    """The days of the dated notes that name a goal, by the goal's id."""
    notes = tables.notes.c
    found: dict[str, list[date]] = defaultdict(list)
    for goal, at in connection.execute(
        select(notes.goal, notes.at).where(notes.goal.is_not(None), notes.at.is_not(None))
    ):
        found[goal].append(at.date())
    return dict(found)


def introductions(connection: Connection) -> list[Introduction]:
    """What is on record about who brought whom together: how you met somebody, and notes that speak of introducing."""
    notes, mentions, people = tables.notes.c, tables.note_people.c, tables.people.c
    speaks = or_(*(func.lower(notes.text).contains(word) for word in ("introduc", "vorgestellt", "bekannt gemacht")))
    found = [
        Introduction(person=person, text=text, source=person)
        for person, text in connection.execute(select(people.id, people.how_met).where(people.how_met != ""))
    ]
    query = (
        select(notes.id, notes.text, mentions.person_id)
        .join_from(tables.notes, tables.note_people, mentions.note_id == notes.id)
        .where(mentions.person_id.is_not(None), speaks)
        .order_by(notes.sorted_at, notes.id)
    )
    found += [Introduction(person=person, text=text, source=note) for note, text, person in connection.execute(query)]
    return found


def told_with(connection: Connection, holds: Callable[[str], bool]) -> list[Told]:
    """What the user's own notes and the entries say of somebody in texts of which `holds` is true; oldest first."""
    notes, mentions, people = tables.notes.c, tables.note_people.c, tables.people.c
    found = [
        Told(id, text, True)
        for one in (people.how_met, people.about)
        for id, text in connection.execute(select(people.id, one).where(one != ""))
        if holds(text)
    ]
    own = select(notes.id, notes.text).where(notes.author_id.is_(None), notes.author_key.is_(None))
    holding = [id for id, text in connection.execute(own) if holds(text)]
    others = tables.note_people.alias("others").c
    named = select(func.count()).where(others.note_id == notes.id).scalar_subquery()
    noted = (
        select(notes.sorted_at, notes.id, mentions.person_id, notes.text, named)
        .join_from(tables.notes, tables.note_people, mentions.note_id == notes.id)
        .where(mentions.person_id.is_not(None))
    )
    told = [row for some in chunks(holding) for row in connection.execute(noted.where(notes.id.in_(some)))]
    return found + [Told(id, text, count < 2) for _, _, id, text, count in sorted(told, key=lambda row: row[:2])]


def _holds(text: str, words: Sequence[str]) -> bool:
    """One pass over the text for all words: several times as quick as the database's LIKE for each."""
    return _any_of(tuple(words)).search(text.lower()) is not None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
