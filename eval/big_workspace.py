"""`python -m eval.big_workspace HOME`: an invented workspace of 2,000 people, 20,000 notes and 500 events.

The same numbers give the same workspace. With `--no-index` nothing is indexed: pages are measured, not recall.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from coach.bootstrap import open_coach
from coach.domain.ids import stable_id
from coach.domain.models import (
    Channel,
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Help,
    Item,
    Note,
    Person,
    Reflection,
    Session,
    Story,
    Telling,
)

FIRST = (
    "Ada Amir Anna Bea Carlos Chen Dara Dmitri Elif Emil Fatima Femi Gita Hana Hugo Ines Ivan Jana Jonas Kofi Lars "
    "Leila Lena Luis Maja Marek Mei Mina Nadia Noor Olga Omar Paula Priya Rafa Rosa Sara Sven Tomas Uma Vera Wei Yara "
    "Yusuf Zoe"
).split()
PARTS = "ber dal fen gar hol jen kas lin mor nes oss pet quil rand sten tor ull vik wes yar zan".split()
TOPICS = (
    "data contracts,on-call rest,open maps,old charts,typed Python,team rituals,public libraries,bread,river water,"
    "testing,accessibility,mentoring,small museums,climate models,community radio"
).split(",")
ROLES = "engineer,teacher,archivist,founder,nurse,designer,researcher,librarian,organiser,editor".split(",")
VERBS = "asked about,told of,struggles with,offered help with,wants to read on,gave a talk on".split(",")


def items(today: date, *, people: int = 2_000, notes: int = 20_000, events: int = 500, seed: int = 7) -> Iterator[Item]:
    """The workspace's items, each kind after those that it names."""
    chance = random.Random(seed)
    persons = [_person(chance, number, today) for number in range(people)]
    yield from persons
    goals = [Goal(id=f"big-goal-{n}", text=f"Learn from people who work on {TOPICS[n]}") for n in range(5)]
    yield from goals
    held = [_event(chance, number, persons, goals, today) for number in range(events)]
    yield from held
    for number in range(notes):
        yield _note(chance, number, persons, held, today)
    yield from _around(chance, persons, held, today)


def _person(chance: random.Random, number: int, today: date) -> Person:
    surname = (chance.choice(PARTS) + chance.choice(PARTS)).title()
    name = f"{chance.choice(FIRST)} {surname}"
    known = chance.random() < 0.4
    return Person(
        id=stable_id("big", "person", number),
        name=name,
        role=chance.choice(ROLES),
        organisation=f"{chance.choice(PARTS).title()} {chance.choice(('Works', 'Library', 'Lab', 'House'))}",
        channels=(Channel(type="email", value=f"p{number}@example.org"),),
        cares_about=chance.sample(TOPICS, 2),
        relation="known" if known else "prospect",
        follow_up_on=today + timedelta(days=chance.randint(-30, 60)) if known and chance.random() < 0.3 else None,
        source="big workspace",
    )


def _event(chance: random.Random, number: int, people: list[Person], goals: list[Goal], today: date) -> Event:
    starts = today + timedelta(days=14 - 4 * (number - 10))
    speakers = chance.sample(people, 5)
    return Event(
        id=stable_id("big", "event", number),
        name=f"{chance.choice(PARTS).title()} {chance.choice(('Days', 'Meetup', 'Conference', 'Dinner'))} {number}",
        starts=starts,
        ends=starts + timedelta(days=1),
        place=chance.choice(("Porto", "Lund", "Graz", "Accra")),
        goals=(chance.choice(goals).id,),
        attendees=tuple(person.id for person in chance.sample(people, 10)),
        programme=tuple(
            Session(
                id=stable_id("big", "talk", number, at),
                title=f"On {chance.choice(TOPICS)}",
                abstract=f"What we learned about {chance.choice(TOPICS)} in a small team.",
                speakers=(speaker.id,),
            )
            for at, speaker in enumerate(speakers)
        ),
    )


def _note(chance: random.Random, number: int, people: list[Person], events: list[Event], today: date) -> Note:
    person = people[int(len(people) * chance.random() ** 2)]
    day = today - timedelta(days=chance.randint(0, 1_500))
    text = f"{person.name.split()[0]} {chance.choice(VERBS)} {chance.choice(TOPICS)}, and {chance.choice(VERBS)} "
    return Note(
        id=stable_id("big", "note", number),
        text=text + f"{chance.choice(TOPICS)}. It was note {number} of that year, written on the train home.",
        at=datetime.combine(day, time(18), UTC),
        people=(person.id,),
        event=chance.choice(events).id if chance.random() < 0.5 else None,
    )


def _around(chance: random.Random, people: list[Person], events: list[Event], today: date) -> Iterator[Item]:
    """Promises, help, messages, stories and reflections, in the numbers that go with so many people."""
    for number in range(600):
        person, day = chance.choice(people[:800]), today + timedelta(days=chance.randint(-40, 60))
        by = chance.choice(("me", "them"))
        what = f"send a link on {chance.choice(TOPICS)}"
        status = chance.choice(("open", "kept", "kept"))
        yield Commitment(
            id=f"big-promise-{number}", person=person.id, by=by, what=what, due=day, status=status, made_on=today
        )
        if number < 300:
            yield Help(id=f"big-help-{number}", person=person.id, by=by, what=what, at=day)
            sent = datetime.combine(today - timedelta(days=number), time(9), UTC)
            version = DraftVersion(number=1, text=f"Hi,\n\nhere is the link on {chance.choice(TOPICS)}.", at=sent)
            done = number > 20
            yield Draft(
                id=f"big-draft-{number}",
                purpose="follow_up",
                person=person.id,
                channel="email",
                versions=(version,),
                status="sent" if done else "open",
                sent_at=sent if done else None,
            )
    for number in range(200):
        topic = chance.choice(TOPICS)
        told = (Telling(person=chance.choice(people).id, at=today),)
        yield Story(
            id=f"big-story-{number}", title=f"Story {number} of {topic}", turn=f"Somebody knew {topic}.", told=told
        )
    for event in events[15:115]:
        energy = chance.randint(2, 6)
        yield Reflection(
            id=f"big-reflection-{event.id}",
            event=event.id,
            energy_before=energy,
            energy_after=energy + 2,
            lessons="Ask.",
        )


def fill(home: Path, today: date, *, index: bool) -> int:
    """Make the workspace; returns how many items it holds."""
    made = list(items(today))
    with open_coach(home) as coach:
        if index:
            coach.add_many(made)
        else:
            coach.store.save(made)
            coach.store.mark_indexed(coach.store.pending(1_000_000))
        coach.store.set_setting("seeded", "without sample")
        coach.store.set_setting("starter", "none")
    return len(made)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--no-index", action="store_true", help="make no search index")
    options = parser.parse_args()
    count = fill(options.home, datetime.now().astimezone().date(), index=not options.no_index)
    print(f"{count:,} items in {options.home}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
