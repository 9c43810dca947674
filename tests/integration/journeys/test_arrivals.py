"""Whom an import finds again: looked up for all arrivals together, with the outcome of asking one by one."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.intake import ImportPreview
from coach.domain.models import Channel, Note, Person
from coach.journeys.arrivals import settled
from coach.storage.store import Store

NAMES = ("Ana", "Ana Ruiz", "Ruiz Ana", "Ben Ruiz", "ANA RUIZ", "עמית כהן", "Ben")
ADDRESSES = ("ana@x.org", "ANA@x.org", "ben@x.org", "office@x.org")
PROFILES = ("https://www.linkedin.com/in/ana/", "https://linkedin.com/in/ana", "https://linkedin.com/in/ben")
CHANNELS = [Channel(type="email", value=one) for one in ADDRESSES] + [
    Channel(type="linkedin", value=one) for one in PROFILES
]


def _people(prefix: str) -> st.SearchStrategy[list[Person]]:
    one = st.builds(
        Person,
        id=st.sampled_from([f"{prefix}{number}" for number in range(5)]),
        name=st.sampled_from(NAMES),
        also_called=st.lists(st.sampled_from(NAMES), max_size=1).map(tuple),
        channels=st.lists(st.sampled_from(CHANNELS), max_size=2, unique=True).map(tuple),
        role=st.sampled_from(("", "baker")),
    )
    return st.lists(one, max_size=5, unique_by=lambda person: person.id)


def _reaches(person: Person) -> set[str]:
    values = (one.value.casefold().rstrip("/") for one in person.channels if one.type in ("email", "linkedin"))
    return {value.replace("://www.", "://") for value in values}


def _fits(one: Person, other: Person) -> bool:
    first, second = (set(person.name.casefold().split()) for person in (one, other))
    return first <= second or second <= first


def one_by_one(store: Store, arriving: list[Person], *, chat: bool) -> dict[str, str]:
    """Who each arrival turns out to be, by looking through everybody for each."""
    everybody = {person.id: person for person in store.people()}
    names = {person.id: person.name for person in everybody.values()}
    found = {}
    for person in arriving:
        merged = store.merging.kept_for([person.id]).get(person.id)
        if person.id not in everybody and merged is None:
            near = [id for id, known in everybody.items() if _reaches(known) & _reaches(person)]
            fitting = [id for id in near if _fits(Person(name=names[id]), person)]
            called = [
                known.id
                for known in everybody.values()
                if person.name.casefold() in {one.casefold() for one in (known.name, *known.also_called)}
            ]
            fitting = called if chat and not fitting else fitting
            merged = fitting[0] if len(fitting) == 1 else None
        found[person.id] = merged or person.id
        if person.id in everybody:
            names[person.id] = person.name
    return found


@given(known=_people("k"), arriving=_people("a"), again=_people("k"), chat=st.booleans())
@settings(max_examples=25, deadline=None)
def test_people_are_found_again_as_by_asking_one_by_one(
    known: list[Person], arriving: list[Person], again: list[Person], chat: bool
) -> None:
    with TemporaryDirectory() as folder, Store(Path(folder, "w.db")) as store:
        store.save(known)
        if len(known) > 2:
            store.merging.merge(known[0].id, known[1].id, {})
        everybody = [*arriving, *again]
        notes = [Note(id=f"n{one.id}", text="Hello.", people=(one.id,)) for one in everybody]
        found = ImportPreview(importer="slack" if chat else "vcard", source="x", items=(*everybody, *notes))
        expected = one_by_one(store, everybody, chat=chat)

        items = settled(store, found)

        assert {item.id.removeprefix("n"): item.people[0] for item in items if isinstance(item, Note)} == expected
        assert {item.id for item in items if isinstance(item, Person)} == set(expected.values())


def test_only_those_who_may_be_meant_are_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path / "w.db") as store:
        store.save([Person(id=f"k{n}", name=f"Ana {n}", channels=(CHANNELS[n],)) for n in (0, 2, 3)])
        loaded: list[str] = []
        real = store.get_many

        def get_many(kind: Any, ids: Any) -> Any:
            loaded.extend(ids)
            return real(kind, ids)

        monkeypatch.setattr(store, "get_many", get_many)
        ana = Person(id="a", name="Ana", channels=(CHANNELS[2],))
        (found,) = settled(store, ImportPreview(importer="vcard", source="x", items=(ana,)))
        assert found == ana.model_copy(update={"id": "k2", "name": "Ana 2", "created_at": found.created_at})
        assert loaded == ["a", "k2"]
