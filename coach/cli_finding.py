"""From what a person types to what the workspace holds: events, people and goals by id, name or beginning; days."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from coach.domain.naming import unaccented
from coach.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from coach.domain.models import Event, Goal, Person
    from coach.facade import Coach

Found = TypeVar("Found")
LIKE = 85
"""Of 100: a letter missing or too many in a name."""
SHOWN = 6
"""Names listed in an error before it says "and others"."""


def find_event(coach: Coach, wanted: str) -> Event:
    """Raises NotFoundError, or InputError when several events begin like that."""
    events = coach.store.events(with_programme=False)
    return _pick("event", wanted, [(event.id, (event.name,), event) for event in events])


def days_text(event: Event) -> str:
    """From when to when an event is, as far as that is known."""
    return " to ".join(dict.fromkeys(str(day) for day in (event.starts, event.ends) if day))


def find_person(coach: Coach, wanted: str) -> Person:
    """Raises NotFoundError, or InputError when several people are or begin like that."""
    exact = coach.store.find_person(wanted)
    if exact is not None:
        return exact
    people = coach.store.people()
    return _pick("person", wanted, [(person.id, (person.name, *person.also_called), person) for person in people])


def person_ref(coach: Coach, wanted: str) -> str:
    """The id of a known person, else the name as it was typed: a note may name somebody who is not kept.

    Raises InputError when several people are or begin like that, and for a name that only looks like a kept one.
    """
    try:
        return find_person(coach, wanted).id
    except NotFoundError:
        near = [person.name for person in coach.store.people() if _looks_like(wanted, person.name)]
        if near:
            raise InputError(
                f"There is no person {wanted!r} here; there is {_listed(near)}.",
                f"Type the name as it is kept, or add somebody else first: coach add person {wanted!r}.",
            ) from None
        return wanted.strip()


def whom_meant(coach: Coach, refs: Sequence[str]) -> str:
    """Lines that say who was meant, and which of the names are nobody's that is kept; blank where nobody was named."""
    found = [(ref, coach.store.find_person(ref)) for ref in refs]
    names = [person.name for _, person in found if person is not None]
    others = [ref for ref, person in found if person is None]
    said = f"\nIt names {', '.join(names)}." if names else ""
    if others:
        said += f"\nNobody here is called {_listed(others)}; the name was kept. Add them with: coach add person …"
    return said


def _looks_like(wanted: str, name: str) -> bool:
    """Whether one is the other with a slip of the pen, or a single name out of it."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    typed, kept = (unaccented(text.casefold()).split() for text in (wanted, name))
    if len(typed) > 1:
        return fuzz.ratio(" ".join(typed), " ".join(kept)) >= LIKE
    alone = typed[0] if typed else ""
    shortest = {word: min(len(word), len(alone)) for word in kept if OSA.distance(word, alone, score_cutoff=1) <= 1}
    return alone in kept or any(size >= (4 if len(word) != len(alone) else 5) for word, size in shortest.items())


def find_goal(coach: Coach, wanted: str) -> Goal | None:
    """A kept goal, or None where the text is a goal that is not kept yet. Raises InputError when several begin so."""
    try:
        return kept_goal(coach, wanted)
    except NotFoundError:
        return None


def kept_goal(coach: Coach, wanted: str) -> Goal:
    """Raises NotFoundError, or InputError when several goals begin like that."""
    return _pick("goal", wanted, [(goal.id, (goal.text,), goal) for goal in coach.store.goals()])


def _pick(what: str, wanted: str, known: Sequence[tuple[str, tuple[str, ...], Found]]) -> Found:
    key = wanted.strip().casefold()
    if not key:
        raise InputError(f"The {what} is {wanted!r}.", f"Name the {what} by its id or its name.")
    for same in (_is_exactly, _begins):
        fitting = [one for one in known if same(key, (one[0], *one[1]))]
        if len(fitting) == 1:
            return fitting[0][2]
        if fitting:
            raise InputError(f"{wanted!r} could be {_told_apart(fitting)}.", "Type more of it, or use the id.")
    names = _listed([names[0] for _, names, _ in known])
    raise NotFoundError(
        f"There is no {what} {wanted!r} here.", f"Known are {names}." if known else f"Add one: coach add {what} …"
    )


def _told_apart(fitting: Sequence[tuple[str, tuple[str, ...], object]]) -> str:
    """Their names; with the ids where they have one name between them, since nothing else tells them apart."""
    names = [names[0] for _, names, _ in fitting]
    if len({name.casefold() for name in names}) == len(names):
        return _listed(names)
    shown = ", ".join(f"{names[0]!r} (id {item_id})" for item_id, names, _ in fitting[:SHOWN])
    return f"{shown} and others" if len(fitting) > SHOWN else shown


def _is_exactly(key: str, names: Sequence[str]) -> bool:
    return any(key == name.casefold() for name in names)


def _begins(key: str, names: Sequence[str]) -> bool:
    return any(name.casefold().startswith(key) for name in names)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name if len(name) <= 60 else f"{name[:57]}…") for name in names[:SHOWN])
    return f"{shown} and others" if len(names) > SHOWN else shown


def parse_day(text: str | None) -> date | None:
    """`2026-11-28`, `today`, `tomorrow`, `+3` or `-3` (days from today). Raises InputError."""
    if text is None or not text.strip():
        return None
    today = datetime.now().astimezone().date()
    word = text.strip().lower()
    if word in ("today", "tomorrow"):
        return today + timedelta(days=word == "tomorrow")
    if re.fullmatch(r"[+-]\d{1,4}", word):
        return today + timedelta(days=int(word))
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise InputError(
            f"The day {text!r} cannot be read.", "Write it like 2026-11-28, today, tomorrow or +3."
        ) from None


def text_or_stdin(text: str | None) -> str:
    """The text; `-`, or nothing while something is piped in, means all of stdin. Raises InputError when blank."""
    if text is None and sys.stdin.isatty():
        raise InputError("There is no text.", "Type it after the command, or pipe it in and write - in its place.")
    found = sys.stdin.read() if text in (None, "-") else str(text)
    if not found.strip():
        raise InputError("The text is empty.", "Type a few words.")
    return found
