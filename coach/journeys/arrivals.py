"""What an import brings, brought together with what is there: nothing doubled, nothing that was added since lost.

An entry finds its own again by its id. Somebody new who has the e-mail address or profile of a person you know, and a
name that fits, is that person; so is a name in a chat, since it is the one in your own address book.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from coach.domain.intake import ImportPreview
from coach.domain.models import Event, Item, Kind, Note, Person, Story

if TYPE_CHECKING:
    from coach.storage.store import Store

_CHATS = ("whatsapp", "telegram", "slack")
_COLUMNS = "intake.columns"
_KEPT_COLUMNS = 200


def settled(store: Store, found: ImportPreview) -> list[Item]:
    """The items to save. Raises NotFoundError when the event that people are to be added to is gone."""
    known = _known(store, found.items)
    people = _People(store, [item for item in found.items if isinstance(item, Person)], known, found.importer)
    items: dict[tuple[Kind, str], Item] = {}
    for item in found.items:
        fresh = people.settle(item) if isinstance(item, Person) else _merged(known.get((item.kind, item.id)), item)
        items[fresh.kind, fresh.id] = fresh
    if people.same:
        items = {key: _pointed(item, people.same) for key, item in items.items()}
    if found.event is not None:
        event = store.get(Event, found.event)
        present = tuple(item.id for item in items.values() if isinstance(item, Person))
        items[Kind.EVENT, event.id] = event.model_copy(update={"attendees": _union(event.attendees, present)})
    return list(items.values())


def remembered_columns(store: Store) -> dict[str, tuple[str, ...]]:
    """What the columns of tables with known headers were confirmed to be, by the header's signature."""
    kept = json.loads(store.setting(_COLUMNS) or "{}")
    return {signature: tuple(columns) for signature, columns in kept.items()}


def remember_columns(store: Store, found: ImportPreview) -> None:
    """Keep how a table was read, for the next one with the same headers."""
    if found.table is None:
        return
    others = {key: columns for key, columns in remembered_columns(store).items() if key != found.table.signature}
    kept = dict(list(others.items())[-_KEPT_COLUMNS:]) | {found.table.signature: found.table.columns}
    store.set_setting(_COLUMNS, json.dumps(kept))


def _known(store: Store, items: Iterable[Item]) -> dict[tuple[Kind, str], Item]:
    ids: dict[Kind, list[str]] = defaultdict(list)
    for item in items:
        ids[item.kind].append(item.id)
    return {(kind, id): item for kind, some in ids.items() for id, item in _loaded(store, kind, some).items()}


def _loaded(store: Store, kind: Kind, ids: Sequence[str]) -> dict[str, Item]:
    return store.get_many(kind, ids)


class _People:
    """People of an import, each found again or new. `same`: ids that stand for somebody known under another.

    Whom they may be is looked up for all of them together, and only those people are loaded.
    """

    def __init__(
        self, store: Store, arriving: Sequence[Person], known: dict[tuple[Kind, str], Item], importer: str
    ) -> None:
        self.same: dict[str, str] = {}
        self._now: dict[str, Person] = {one.id: one for one in known.values() if isinstance(one, Person)}
        fresh = [person for person in arriving if person.id not in self._now]
        self._merged = store.merging.kept_for(person.id for person in fresh)
        self._by_key: dict[str, dict[str, None]] = {}
        self._chat = importer in _CHATS
        if fresh:
            self._look_up(store, [person for person in fresh if person.id not in self._merged])

    def _look_up(self, store: Store, fresh: Sequence[Person]) -> None:
        wanted = {key for person in fresh for key in self._keys(_addresses(person), (person.name,))}
        for one in store.merging.identities() if wanted else ():
            for key in wanted.intersection(self._keys(one.addresses, (one.name, *one.also_called))):
                self._by_key.setdefault(key, {})[one.id] = None
        ids = {id for some in self._by_key.values() for id in some} | set(self._merged.values())
        loaded = store.get_many(Person, sorted(ids - self._now.keys()))
        self._now.update(loaded)

    def _keys(self, addresses: Iterable[tuple[str, str]], names: Iterable[str]) -> list[str]:
        """What two entries for one person have in common; in a chat a name is enough."""
        called = [f"called {name.casefold()}" for name in names] if self._chat else []
        return [*map(_reach, (value for kind, value in addresses if kind in ("email", "linkedin"))), *called]

    def settle(self, person: Person) -> Person:
        """The person as they are to be saved."""
        own = self._now.get(person.id)
        if own is None and (kept := self._merged.get(person.id)) is not None:
            self.same[person.id] = kept
            return self._now[kept]
        if own is None and (match := self._match(person)) is not None:
            self.same[person.id] = match.id
            known = ("id", "name", "source", *(name for name in ("role", "organisation") if getattr(match, name)))
            person = person.model_copy(update={name: getattr(match, name) for name in known})
            own = match
        if own is not None:
            person = _merge_person(own, person)
        self._now[person.id] = person
        return person

    def _match(self, person: Person) -> Person | None:
        reached = {id for key in self._keys(_addresses(person), ()) for id in self._by_key.get(key, ())}
        fitting = [id for id in reached if _one_name(self._now[id], person)]
        if not fitting and self._chat:
            fitting = list(self._by_key.get(f"called {person.name.casefold()}", ()))
        return self._now[fitting[0]] if len(fitting) == 1 else None


def _addresses(person: Person) -> list[tuple[str, str]]:
    return [(one.type, one.value) for one in person.channels]


def _reach(value: str) -> str:
    """An e-mail address or a profile as it is compared."""
    return value.casefold().rstrip("/").replace("://www.", "://")


def _one_name(one: Person, other: Person) -> bool:
    """Whether every word of one name is in the other's: `Ana` and `Ana Ruiz`, not `Ana Ruiz` and `Ben Ruiz`."""
    first, second = (set(person.name.casefold().split()) for person in (one, other))
    return first <= second or second <= first


def _pointed(item: Item, same: dict[str, str]) -> Item:
    """The item with its references to people as they are kept."""

    def kept(refs: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(same.get(ref, ref) for ref in refs))

    if isinstance(item, Event):
        programme = tuple(one.model_copy(update={"speakers": kept(one.speakers)}) for one in item.programme)
        return item.model_copy(update={"attendees": kept(item.attendees), "programme": programme})
    if isinstance(item, Note):
        return item.model_copy(update={"people": kept(item.people)})
    return item


def _merged(known: Item | None, item: Item) -> Item:
    if isinstance(item, Event) and isinstance(known, Event):
        return item.model_copy(
            update={"goals": item.goals or known.goals, "attendees": _union(known.attendees, item.attendees)}
        )
    if isinstance(item, Story) and isinstance(known, Story):
        return item.model_copy(update={"told": known.told or item.told})
    if isinstance(item, Note) and isinstance(known, Note):
        return item.model_copy(update={"event": item.event or known.event, "goal": item.goal or known.goal})
    return item


def _union(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _merge_person(known: Person, fresh: Person) -> Person:
    """What is known wins where the import has nothing; lists are united; a met person stays met."""
    update: dict[str, Any] = {
        name: getattr(known, name) or getattr(fresh, name) for name in ("how_met", "about", "language", "follow_up_on")
    }
    update |= {name: getattr(fresh, name) or getattr(known, name) for name in ("role", "organisation")}
    for name in ("also_called", "cares_about", "values", "channels"):
        update[name] = tuple(dict.fromkeys((*getattr(known, name), *getattr(fresh, name))))
    update["relation"] = "known" if "known" in (known.relation, fresh.relation) else "prospect"
    return fresh.model_copy(update=update)
