"""What an import brings, brought together with what is there: nothing doubled, nothing that was added since lost.

An entry finds its own again by its id. Somebody new who has the e-mail address or profile of a person you know, and a
name that fits, is that person; so is a name in a chat, since it is the one in your own address book, and a full name
that one person has, with or without its accents, unless something tells the two apart (ADR 0060). A programme finds
its event by the event's name and days, or goes into the one that was chosen.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from coach.domain.duplicates import Identity
from coach.domain.ids import stable_id
from coach.domain.intake import ImportPreview
from coach.domain.models import Event, Item, Kind, Note, Person, Session, Story
from coach.domain.naming import bare_name, without_mark, writings
from coach.journeys.same_talks import Bearers, united

if TYPE_CHECKING:
    from coach.storage.store import Store

_CHATS = ("whatsapp", "telegram", "slack")
_ADDRESS_BOOKS = ("vcard", "google", "linkedin", "table")
_CALLED, _WRITTEN = "called ", "written "
_IN_PARTS = ("pasted", "programme")
"""Importers whose programme may be a part of one: a day, a track."""
_PROGRAMME_WORDS = frozenset("programme program programm schedule agenda timetable talks sessions zeitplan the".split())
_LEGAL = re.compile(r"\b(?:gmbh|inc|ltd|llc|ag|se|co|corp|corporation|plc|bv|ab|oy|srl|sa|kg|e v|the)\b")
_COLUMNS = "intake.columns"
_KEPT_COLUMNS = 200


def settled(store: Store, found: ImportPreview) -> list[Item]:
    """The items to save. Raises NotFoundError when the event that people are to be added to is gone."""
    known = _known(store, found.items)
    chosen = store.get(Event, found.event) if found.event is not None else None
    again = _events_again(store, found, known, chosen)
    people = _People(store, found, known, _there(store, chosen, again.values()))
    bearers = _bearers(store, found)
    items: dict[tuple[Kind, str], Item] = {}
    for item in found.items:
        if isinstance(item, Person):
            fresh: Item = people.settle(item)
        elif isinstance(item, Event) and item.id in again:
            fresh = _into(again[item.id], item, bearers, beside=found.importer in _IN_PARTS)
        else:
            fresh = _merged(known.get((item.kind, item.id)), item, bearers)
        items[fresh.kind, fresh.id] = fresh
    if people.same:
        items = {key: _pointed(item, people.same) for key, item in items.items()}
    if chosen is not None and found.programme() is None:
        present = tuple(item.id for item in items.values() if isinstance(item, Person))
        items[Kind.EVENT, chosen.id] = chosen.model_copy(update={"attendees": _union(chosen.attendees, present)})
    return list(items.values())


def foreseen(store: Store, found: ImportPreview) -> ImportPreview:
    """The preview with what saving it will do: who is known already, and the event that a programme becomes part of."""
    arriving = tuple(item for item in found.items if isinstance(item, Person | Event))
    if not arriving:
        return found
    kept = settled(store, found.model_copy(update={"items": arriving}))
    before = _known(store, kept)
    again = {item.id for item in kept if isinstance(item, Person) and (item.kind, item.id) in before}
    names = tuple(item.name for item in kept if isinstance(item, Person) and item.id in again)
    new = tuple(item.name for item in kept if isinstance(item, Person) and item.id not in again)
    alone = found.event is not None or found.programme() is not None
    joins = next((one.name for one in before.values() if isinstance(one, Event)), "") if alone else ""
    return found.model_copy(update={"known": names, "new": new, "joins": joins})


def _events_again(
    store: Store, found: ImportPreview, known: dict[tuple[Kind, str], Item], chosen: Event | None
) -> dict[str, Event]:
    """The kept event, with all that is in it, that an arriving one is: the chosen one, or one of its name and days."""
    arriving = [item for item in found.items if isinstance(item, Event) and (item.kind, item.id) not in known]
    programme = found.programme()
    if chosen is not None and programme is not None:
        return {programme.id: chosen}
    if not arriving:
        return {}
    here = {item.id for item in found.items}
    by_name: dict[str, list[Event]] = defaultdict(list)
    for event in store.events(with_programme=False):
        if event.id not in here and not event.invented:
            by_name[_event_key(event.name)].append(event)
    again: dict[str, Event] = {}
    for item in arriving:
        fitting = [one for one in by_name.get(_event_key(item.name), ()) if _one_time(one, item)]
        if len(fitting) == 1:
            again[item.id] = store.get(Event, fitting[0].id)
    return again


def _event_key(name: str) -> str:
    """The words of the name, but for those that say that this is its programme."""
    words = re.findall(r"\w+", name.casefold())
    return " ".join(word for word in words if word not in _PROGRAMME_WORDS) or " ".join(words)


def _one_time(one: Event, other: Event) -> bool:
    """Whether their days meet, or one of them has none."""
    if one.starts is None or other.starts is None:
        return True
    return one.starts <= (other.ends or other.starts) and other.starts <= (one.ends or one.starts)


def _there(store: Store, chosen: Event | None, events: Iterable[Event]) -> frozenset[str]:
    """Ids of those who are at the events that this import is about."""
    ids = {event.id for event in (*events, *((chosen,) if chosen else ()))}
    return frozenset(person.id for id in ids for person in store.people(event=id))


def _bearers(store: Store, found: ImportPreview) -> Callable[[], Bearers]:
    """Who has which name, of all who are known or arrive; looked up once, when it is asked for."""

    @cache
    def bearers() -> Bearers:
        known = [(one.id, name) for one in store.merging.identities() for name in (one.name, *one.also_called)]
        return Bearers([*known, *((one.id, one.name) for one in found.items if isinstance(one, Person))])

    return bearers


def _into(event: Event, item: Event, bearers: Callable[[], Bearers], *, beside: bool) -> Event:
    """The kept event with what arrives for it. `beside`: sessions of other names stay, since a part may have come."""
    sessions = tuple(
        one.model_copy(update={"id": stable_id("session", event.id, one.id)}) if item.id != event.id else one
        for one in item.programme
    )
    values: dict[str, Any] = {name: getattr(event, name) or getattr(item, name) for name in ("place", "url", "about")}
    values["starts"] = event.starts or item.starts
    values["ends"] = event.ends or item.ends or event.starts
    if event.starts and event.ends and item.starts and item.ends and event.starts <= item.starts <= event.ends:
        values["ends"] = max(event.ends, item.ends)
    values["programme"] = _programme(event.programme, sessions, bearers, beside=beside)
    values["attendees"] = _union(event.attendees, item.attendees)
    return event.model_copy(update=values)


def _programme(
    kept: tuple[Session, ...], fresh: tuple[Session, ...], bearers: Callable[[], Bearers], *, beside: bool
) -> tuple[Session, ...]:
    if not (kept and fresh):
        return fresh or kept
    fresh, same = united(kept, fresh, bearers())
    if not beside:
        return fresh
    ids, titles = {one.id for one in fresh} | same, {(one.title.casefold(), _day(one)) for one in fresh}
    others = (one for one in kept if one.id not in ids and (one.title.casefold(), _day(one)) not in titles)
    return tuple(sorted((*others, *fresh), key=lambda one: (one.starts is None, str(one.starts or ""))))


def _day(session: Session) -> str:
    return session.starts.date().isoformat() if session.starts else ""


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

    Whom they may be is looked up for all of them together, and only those people are loaded. `there`: who is at the
    event that the import is about.
    """

    def __init__(
        self, store: Store, found: ImportPreview, known: dict[tuple[Kind, str], Item], there: Collection[str]
    ) -> None:
        self.same: dict[str, str] = {}
        self._there = there
        arriving = [item for item in found.items if isinstance(item, Person)]
        self._ids = {person.id for person in arriving}
        self._now: dict[str, Person] = {one.id: one for one in known.values() if isinstance(one, Person)}
        fresh = [person for person in arriving if person.id not in self._now]
        self._merged = store.merging.kept_for(person.id for person in fresh)
        self._by_key: dict[str, dict[str, None]] = {}
        self._chat = found.importer in _CHATS
        self._book = found.importer in _ADDRESS_BOOKS
        self._often = Counter(_plain(person.name) for person in fresh)
        self._written = Counter(key for name in {_plain(person.name) for person in arriving} for key in writings(name))
        if fresh:
            self._look_up(store, [person for person in fresh if person.id not in self._merged])

    def _look_up(self, store: Store, fresh: Sequence[Person]) -> None:
        wanted = {key for person in fresh for key in self._keys(_addresses(person), (person.name,))}
        for one in store.merging.identities() if wanted else ():
            for key in wanted.intersection(self._keys_of(one)):
                self._by_key.setdefault(key, {})[one.id] = None
        ids = {id for some in self._by_key.values() for id in some} | set(self._merged.values())
        loaded = store.get_many(Person, sorted(ids - self._now.keys()))
        self._now.update(loaded)

    def _keys_of(self, one: Identity) -> list[str]:
        return self._keys(one.addresses, (one.name, *one.also_called))

    def _keys(self, addresses: Iterable[tuple[str, str]], names: Iterable[str]) -> list[str]:
        """What two entries for one person have in common."""
        names = tuple(names)
        called = [_WRITTEN + key for name in names for key in writings(name) if " " in key]
        plain = [name.casefold() if self._chat else _plain(name) for name in names]
        called += [_CALLED + name for name in plain if self._chat or " " in name]
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
        reached = {id for key in map(_reach, _reaches(person)) for id in self._by_key.get(key, ())}
        fitting = [id for id in reached if _one_name(self._now[id], person)]
        if not fitting:
            fitting = self._of_that_name(person)
        return self._now[fitting[0]] if len(fitting) == 1 else None

    def _of_that_name(self, person: Person) -> list[str]:
        """Who has the name, or another writing of it. In a chat any name is enough; elsewhere a full one, that the
        import itself has once, and that nothing else tells apart. Of several, who is at the event, then who works
        there, then who is written so, then whom you have met."""
        if self._chat:
            return list(self._by_key.get(_CALLED + person.name.casefold(), ())) or self._written_so(person)
        name = _plain(person.name)
        if self._often[name] > 1:
            return []
        known = [self._now[id] for id in self._written_so(person) if id not in self._ids]
        known = [one for one in known if not one.invented]
        known = [one for one in known if one.id in self._there or not _apart(one, person, book=self._book)]
        exact = person.name.casefold()
        for nearer in (
            lambda one: one.id in self._there,
            lambda one: _one_house(one, person),
            lambda one: name in map(_plain, (one.name, *one.also_called)),
            lambda one: one.name.casefold() == exact,
            lambda one: one.relation == "known",
        ):
            known = list(filter(nearer, known)) or known
        return [one.id for one in known]

    def _written_so(self, person: Person) -> list[str]:
        """Who has the full name as it is written; another writing only where the import holds no other one itself."""
        name = _plain(person.name)
        ids = dict(self._by_key.get(_CALLED + name, {}))
        for key in writings(person.name):
            if self._written[key] == 1:
                ids |= self._by_key.get(_WRITTEN + key, {})
        return list(ids)


def _plain(name: str) -> str:
    """A name as it is compared: "Dr. Ana Ruiz, PhD" is "ana ruiz"."""
    return " ".join(unicodedata.normalize("NFKC", bare_name(name)).casefold().split())


def _apart(known: Person, person: Person, *, book: bool) -> bool:
    """Whether something says that two people of one name are two: other organisations, other profiles; in an address
    book, where each entry is a person, other addresses too."""
    if _one_house(known, person):
        return False
    if all(_house(one) for one in (known, person)):
        return True
    for kind in ("linkedin", *(("email",) if book else ())):
        one, other = ({_reach(value) for type, value in _addresses(who) if type == kind} for who in (known, person))
        if one and other and not one & other:
            return True
    return False


def _one_house(one: Person, other: Person) -> bool:
    """Whether they work in one place, as far as an organisation or the address of one of them says."""
    houses = [_house(person) for person in (one, other)]
    if all(houses):
        return any(
            f"{mine} ".startswith(f"{theirs} ") or f"{theirs} ".startswith(f"{mine} ")
            for mine in writings(houses[0])
            for theirs in writings(houses[1])
        )
    return any(
        house and house.replace(" ", "") in _domains(person) for house, person in ((houses[0], other), (houses[1], one))
    )


def _house(person: Person) -> str:
    """Where somebody works, as it is compared; "Slow Food" of "Maria Rossi (Slow Food)" too."""
    said = person.organisation or person.name.removeprefix(without_mark(person.name))
    return _LEGAL.sub("", " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", said).casefold()))).strip()


def _domains(person: Person) -> set[str]:
    """The names of the domains at which somebody has an address: `harbour` of `ana@mail.harbour.org`."""
    return {
        label.replace("-", "")
        for kind, value in _addresses(person)
        if kind == "email"
        for label in value.casefold().rpartition("@")[2].split(".")[:-1]
    }


def _addresses(person: Person) -> list[tuple[str, str]]:
    return [(one.type, one.value) for one in person.channels]


def _reaches(person: Person) -> list[str]:
    return [value for kind, value in _addresses(person) if kind in ("email", "linkedin")]


def _reach(value: str) -> str:
    """An e-mail address or a profile as it is compared."""
    return value.casefold().rstrip("/").replace("://www.", "://")


def _one_name(one: Person, other: Person) -> bool:
    """Whether every word of one name is in the other's: `Ana` and `Ana Ruiz`, not `Ana Ruiz` and `Ben Ruiz`."""
    ways = [[set(one.casefold().split()) for one in (person.name, *writings(person.name))] for person in (one, other)]
    return any(first <= second or second <= first for first in ways[0] for second in ways[1])


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


def _merged(known: Item | None, item: Item, bearers: Callable[[], Bearers]) -> Item:
    if isinstance(item, Event) and isinstance(known, Event):
        attendees = _union(known.attendees, item.attendees)
        programme = _programme(known.programme, item.programme, bearers, beside=False) if item.programme else ()
        return item.model_copy(
            update={"goals": item.goals or known.goals, "attendees": attendees, "programme": programme}
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
