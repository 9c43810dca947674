"""What a caller names, brought to ids: an event by id or whole name, a goal by id or whole text; and texts that are
texts. A name that fits nothing is an error with the next step, never an empty answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from coach.domain.days import shown
from coach.domain.models import Event, Item, Kind
from coach.errors import InputError, NotFoundError, Words
from coach.storage.names import name_key
from coach.storage.store import Store

LISTED = 6
"""Names that an error lists before it says "…"."""


def text_given(value: Any) -> str:
    """The text. Raises InputError for what is none, or holds half signs that no file can keep."""
    if not isinstance(value, str):
        raise InputError("{value} is no text.", "Give the words as a string.", value=shown(value))
    try:
        value.encode()
    except UnicodeEncodeError as exc:
        raise InputError(
            "The text {value} holds a sign that is no letter ({sign!r}).",
            "Copy it again from a source in UTF-8, or leave that sign out.",
            value=shown(value),
            sign=value[exc.start : exc.end],
        ) from exc
    return value


def texts_given(value: Any, what: str) -> tuple[str, ...]:
    """Ids or names: one alone, several, an item for its id, or None for none. Raises InputError.

    `what`: what they name, such as "person", for the error.
    """
    if value is None:
        return ()
    some = [value] if isinstance(value, (str, Item)) or not isinstance(value, Iterable) else list(value)
    return tuple(name_given(one, what) for one in some)


def name_given(value: Any, what: str) -> str:
    """The one id or name. Raises InputError."""
    named = value.id if isinstance(value, Item) else value
    if not isinstance(named, str) or not named.strip():
        raise InputError(
            "{value} names no {what}.", "Name each by its id or its whole name.", value=shown(value), what=Words(what)
        )
    return text_given(named)


def event_named(store: Store, wanted: Any) -> str:
    """The id of the event with that id or whole name. Raises NotFoundError; InputError where several are called so."""
    known = known_event(store, wanted)
    if known is None:
        names = [event.name for event in store.events(with_programme=False)]
        raise NotFoundError(
            "There is no event {wanted!r} here.",
            "Use the id or the whole name of one: {names}." if names else "Add the event first.",
            wanted=wanted,
            names=_listed(names),
        )
    return known


def known_event(store: Store, wanted: Any) -> str | None:
    """As `event_named`, but None for an event that is not kept."""
    name = name_given(wanted, "event")
    events = store.events(with_programme=False)
    return _only(name, [(event.id, event.name, str(event.starts or "")) for event in events])


def known_goal(store: Store, wanted: Any) -> str | None:
    """The id of the goal with that id or whole text; None for a goal that is not kept. Raises InputError."""
    return _only(name_given(wanted, "goal"), [(goal.id, goal.text, goal.status) for goal in store.goals()])


def goal_named(store: Store, wanted: Any) -> str:
    """As `known_goal`, but raises NotFoundError for a goal that is not kept."""
    known = known_goal(store, wanted)
    if known is None:
        texts = [goal.text for goal in store.goals()]
        raise NotFoundError(
            "There is no goal {wanted!r} here.",
            "Use the id or the whole text of one: {names}." if texts else "Add the goal first.",
            wanted=wanted,
            names=_listed(texts),
        )
    return known


def _only(wanted: str, known: Sequence[tuple[str, str, str]]) -> str | None:
    """The id of the one that is meant, of (id, name, what tells it from others of that name)."""
    if any(one == wanted for one, *_ in known):
        return wanted
    called = [one for one in known if name_key(one[1]) == name_key(wanted)]
    if len(called) > 1:
        raise InputError(
            "{wanted!r} may be {count} entries: {choices}.",
            "Use one of these ids.",
            wanted=wanted,
            count=len(called),
            choices="; ".join(f"{beside}, id {one!r}".removeprefix(", ") for one, _, beside in called),
        )
    return called[0][0] if called else None


def kind_given(value: Any) -> Kind:
    """The kind by its name, whatever its case. Raises InputError that lists the kinds there are."""
    known = {kind.value: kind for kind in Kind}
    named = value.strip().lower() if isinstance(value, str) else value
    if not isinstance(named, str) or named not in known:
        raise InputError(
            "There is no kind {kind}.", "Choose one of: {names}.", kind=shown(value), names=", ".join(known)
        )
    return known[named]


def _listed(names: Sequence[str]) -> str:
    return ", ".join([*(shown(name) for name in names[:LISTED]), *(["…"] if len(names) > LISTED else [])])


def need_items(items: Any) -> list[Item]:
    """The items to keep; one alone counts as a list of it. Raises InputError for anything else."""
    if not isinstance(items, Iterable) or isinstance(items, (str, bytes)):
        raise _no_item(items)
    listed = [items] if isinstance(items, Item) else list(items)
    for one in listed:
        if not isinstance(one, Item):
            raise _no_item(one)
        if isinstance(one, Event) and one.starts and one.ends and one.ends < one.starts:
            raise InputError(
                "The event {name!r} ends on {ends}, before it starts on {starts}.",
                "Correct one of the two days.",
                name=one.name,
                ends=one.ends,
                starts=one.starts,
            )
    return listed


def _no_item(value: Any) -> InputError:
    return InputError(
        "{value} is nothing that can be kept.",
        "Give a Note, Story, Person, Event, Goal or another item; a session comes in its event's programme.",
        value=shown(value),
    )


def changed(item: Item, fields: Mapping[str, Any]) -> Item:
    """The item with other fields. Raises InputError, which names the field that does not fit."""
    try:
        return type(item).model_validate({**dict(item), **fields, "id": item.id})
    except ValidationError as exc:
        first = exc.errors()[0]
        name = str(first["loc"][0])
        raise InputError(
            "The {field} of the {kind} is {value}: {reason}.",
            "Correct it, and repeat.",
            field=name,
            kind=item.kind.value,
            value=shown(fields.get(name)),
            reason="it is empty" if first["type"] == "string_too_short" else first["msg"],
        ) from exc
