"""Whether somebody is to be approached: nothing is drafted to the dead, nobody is proposed whom the notes avoid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from coach.domain.closed_doors import ClosedDoor, closed_door, may_close_a_door
from coach.domain.models import Person
from coach.errors import InputError
from coach.journeys.keeper import Keeper

NOTES_READ = 60
"""The newest notes about somebody that are read for it."""


def door_of(keeper: Keeper, person: Person) -> ClosedDoor | None:
    """What the user's own notes and the entry say against approaching somebody; what others wrote does not count."""
    noted = keeper.store.notes(person=person.id, limit=NOTES_READ)
    texts = [(note.text, len(note.people) < 2) for note in reversed(noted) if not note.author]
    entry = [(text, True) for text in (person.how_met, person.about) if text]
    return closed_door([*entry, *texts], person.name, person.also_called)


def closed_doors(keeper: Keeper) -> Mapping[str, ClosedDoor]:
    """By person id, of everybody whom the user's notes know to have died or say to avoid, why nobody proposes to
    approach them. Looked up once for each state of the data, for lists of everybody."""
    store = keeper.store

    def found() -> Mapping[str, ClosedDoor]:
        told = defaultdict(list)
        for one in store.told_with(may_close_a_door):
            told[one.person].append((one.text, one.alone))
        known = {one.id: one for one in store.directory()} if told else {}
        doors = {
            id: closed_door(said, known[id].name, known[id].also_called) for id, said in told.items() if id in known
        }
        return {id: door for id, door in doors.items() if door}

    return store.kept("closed doors", found)


def the_dead(keeper: Keeper) -> frozenset[str]:
    """The ids of everybody whom the user's notes know to have died: nobody is asked to write to them, to introduce them
    or to practise meeting them."""
    return frozenset(id for id, door in closed_doors(keeper).items() if door.why == "dead")


def refuse_the_dead(keeper: Keeper, person: Person) -> None:
    """Raises InputError for somebody whom the notes know to have died."""
    if (door := door_of(keeper, person)) and door.why == "dead":
        raise nobody_to_write_to(door, person.name)


def no_lines(door: ClosedDoor, name: str) -> str:
    """Why a brief has no lines for somebody, as its reader is told it."""
    if door.why == "dead":
        return f"Your notes say that {name} has died: “{door.quote}” If that is read wrongly, change the note."
    return f"You noted: “{door.quote}” Choose {name} for this brief to get lines all the same."


def nobody_to_write_to(door: ClosedDoor, name: str) -> InputError:
    return InputError(
        "Your notes say that {name!r} has died: {quote!r}",
        "To write to somebody close to them, choose that person. If the note is read wrongly, change it.",
        name=name,
        quote=door.quote,
    )
