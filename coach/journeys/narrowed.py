"""Recall as callers ask for it: kinds, people, an event, a goal and days as they name them, brought to `Filters`.

Notes may name a person, an event or a goal that is not kept, so that such a name narrows as it stands. Where nothing is
found because nothing at all carries it, that is said, and not "nothing fits".
"""

from __future__ import annotations

from typing import Any

from coach.domain.days import day_given
from coach.domain.evidence import LABEL_LETTERS, Evidence, Filters
from coach.domain.models import Kind
from coach.errors import InputError, NotFoundError
from coach.journeys.keeper import Keeper
from coach.journeys.named import event_named, goal_named, kind_given, known_event, known_goal, name_given, texts_given


def recall(keeper: Keeper, query: str, k: int, *, explain: bool = False, **narrow: Any) -> list[Evidence]:
    """`narrow`: as `Coach.recall` takes it. Raises InputError, NotFoundError, and what `Keeper.recall` raises."""
    filters = filters_for(keeper, **narrow)
    found = keeper.recall(query, k, filters, explain=explain)
    if not found:
        _need_known(keeper, query, filters)
    return found


def filters_for(
    keeper: Keeper,
    *,
    kinds: Any = None,
    person: Any = None,
    event: Any = None,
    goal: Any = None,
    since: Any = None,
    until: Any = None,
) -> Filters:
    """Raises InputError for what is no kind, name or day, for a name that several have, and for days in wrong order."""
    first, last = day_given(since), day_given(until)
    if first and last and last < first:
        raise InputError(
            "The last day, {last}, is before the first, {first}.", "Change one of the two.", last=last, first=first
        )
    return Filters(
        kinds=_kinds(kinds),
        people=texts_given(person, "person"),
        event=None if event is None else known_event(keeper.store, event) or name_given(event, "event"),
        goal=None if goal is None else known_goal(keeper.store, goal) or name_given(goal, "goal"),
        since=first,
        until=last,
    )


def _kinds(given: Any) -> tuple[Kind, ...]:
    kinds = tuple(dict.fromkeys(kind_given(name) for name in texts_given(given or None, "kind")))
    if kinds and LABEL_LETTERS.keys().isdisjoint(kinds):
        raise InputError(
            "Nothing of the kind {kind!r} is looked through.",
            "Choose one of: {names}.",
            kind=kinds[0].value,
            names=", ".join(kind.value for kind in LABEL_LETTERS),
        )
    return kinds


def _need_known(keeper: Keeper, query: str, filters: Filters) -> None:
    """Raises NotFoundError for a person, event or goal that is not kept and that nothing names."""
    for name in filters.people:
        if keeper.store.find_person(name) is None and not keeper.recall(query, 1, Filters(people=(name,))):
            raise NotFoundError(
                "There is nobody called {wanted!r} here, and no note names them.",
                "Check the spelling, or add the person first.",
                wanted=name,
            )
    if filters.event is not None and not keeper.recall(query, 1, Filters(event=filters.event)):
        event_named(keeper.store, filters.event)
    if filters.goal is not None and not keeper.recall(query, 1, Filters(goal=filters.goal)):
        goal_named(keeper.store, filters.goal)
