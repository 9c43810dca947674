"""Nurture: whose turn it is and why, and what you decide about it: a rhythm, a snooze, skipped, done.

The list is made from grouped queries and the words of the goals, without a model and without recall, so that it
is there at once with thousands of people. What to give somebody is `coach.journeys.giving`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from coach.domain.cadence import LeftOut, Reminder, Rhythm, Tie, cadence_of, reminder_of, reminders, suggested
from coach.domain.models import LONGEST_CADENCE, Goal, Kind, Note, Person
from coach.domain.reciprocity import Ledger, ledger
from coach.domain.text import stems
from coach.errors import InputError, NotFoundError
from coach.journeys.doors import closed_doors
from coach.journeys.keeper import Keeper

_EVERYDAY = """
find people person somebody someone want help offer learn work working start run running build make making give get
take go come keep show tell say see look need think know speak spoke talk talked talks said she her him his hers they
one two three first last next many much some each every ahead early late day days hour hours week month year today long
short thing things way lot name named date around together often still later soon meet new good better best time team
step project company idea ideas
"""
"""Words of goals that fit nearly everybody, so that sharing one means nothing."""
NEVER = 0
"""Days between contacts that stand for "no reminders"."""


@lru_cache(maxsize=8192)
def topic_stems(text: str) -> frozenset[str]:
    """What a text is about: stems of its words without the everyday ones."""
    return stems(text) - stems(_EVERYDAY)


def topics(ties: Iterable[Tie], goals: Sequence[Goal]) -> dict[str, tuple[str, ...]]:
    """By person id: of what they care about and do, what an active goal (its why and values too) names as well."""
    wanted = frozenset().union(*(topic_stems(f"{goal.text} {goal.why} {' '.join(goal.values)}") for goal in goals))
    found = {tie.id: tuple(one for one in (*tie.interests, tie.role) if topic_stems(one) & wanted) for tie in ties}
    return {id: near for id, near in found.items() if near}


def queue(keeper: Keeper, today: date) -> list[Reminder]:
    """Whose turn it is, the most pressing first; then who comes later, by day. Nobody who has died, nor whom the notes
    say to avoid."""
    return list(_ranked(keeper, today)[0])


def left_out(keeper: Keeper, today: date) -> list[LeftOut]:
    """Who would be in the queue and is not, since the notes say to avoid them, with the sentence that says so."""
    return list(_ranked(keeper, today)[1])


def _ranked(keeper: Keeper, today: date) -> tuple[tuple[Reminder, ...], tuple[LeftOut, ...]]:
    store = keeper.store

    def found() -> tuple[tuple[Reminder, ...], tuple[LeftOut, ...]]:
        doors = closed_doors(keeper)
        ties = store.ties(today)
        everybody = reminders(ties, today, topics(ties, store.goals(status="active")))
        avoided = (
            LeftOut(one.tie.id, one.tie.name, doors[one.tie.id].quote)
            for one in everybody
            if one.tie.id in doors and doors[one.tie.id].why == "avoid"
        )
        return tuple(one for one in everybody if one.tie.id not in doors), tuple(avoided)

    return store.kept(("nurture", today), found)


def rhythm(keeper: Keeper, person_id: str, today: date) -> Rhythm:
    """One person's rhythm and place on the list. Raises NotFoundError."""
    found = keeper.store.ties(today, person=person_id)
    if not found:
        raise NotFoundError(
            "There is nobody with the id {person_id!r}.",
            "List the people, and use an id from there.",
            person_id=person_id,
        )
    near = topics(found, keeper.store.goals(status="active")).get(person_id, ())
    tie = found[0]
    door = closed_doors(keeper).get(person_id)
    reminder = None if door else reminder_of(tie, today, near)
    return Rhythm(tie, cadence_of(tie, near), suggested(tie, near), reminder, door)


def ledger_of(keeper: Keeper, person_id: str) -> Ledger:
    """What was given to and received from a person."""
    store = keeper.store
    return ledger(store.helps(person=person_id), store.commitments(person=person_id, status="kept"))


def set_cadence(keeper: Keeper, person_id: str, days: int | None) -> Person:
    """A rhythm of your own: days between contacts, `NEVER` for no reminders, None for the suggested one.

    Raises InputError for a number under 0 or over ten years.
    """
    if days is not None and not 0 <= days <= LONGEST_CADENCE:
        raise InputError(
            "The number of days is {days!r}.",
            "Choose 0 (no reminders) to {most:,} (ten years).",
            days=days,
            most=LONGEST_CADENCE,
        )
    return _changed(keeper, person_id, cadence_days=days)


def snooze(keeper: Keeper, person_id: str, until: date, today: date) -> Person:
    """No reminder before that day. Raises InputError for a day that is not ahead."""
    if until <= today:
        raise InputError("The day {until!r} is not ahead.", "Choose a day from tomorrow on.", until=until.isoformat())
    moved = keeper.store.get(Person, person_id).follow_up_on
    return _changed(keeper, person_id, quiet_until=until, follow_up_on=until if moved and moved < until else moved)


def skip(keeper: Keeper, person_id: str, today: date) -> Person:
    """Leave this time out: the next reminder comes after one more round of the rhythm."""
    days = rhythm(keeper, person_id, today).cadence.days
    return _changed(keeper, person_id, quiet_until=today + timedelta(days=max(days, 1)), follow_up_on=None)


def in_touch(keeper: Keeper, person_id: str, today: date, text: str = "") -> Note | None:
    """Record that you were in touch today: with a few words as a note, and the note is returned; else as a day."""
    _changed(keeper, person_id, in_touch_on=today, quiet_until=None, follow_up_on=None)
    if not text.strip():
        return None
    note = Note(text=text, people=(person_id,), at=datetime.now().astimezone(), source="typed")
    keeper.add([note])
    return keeper.store.get(Note, note.id)


def _changed(keeper: Keeper, person_id: str, **fields: object) -> Person:
    person: Person = keeper.store.update(Kind.PERSON, person_id, **fields)
    keeper.catch_up()
    return person
