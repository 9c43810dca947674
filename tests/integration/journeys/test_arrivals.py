"""Whom an import finds again: looked up for all arrivals together, with the outcome of asking one by one."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.intake import ImportPreview
from coach.domain.models import Channel, Event, Note, Person, Session
from coach.journeys.arrivals import foreseen, settled
from coach.journeys.typed_people import namesakes as namesakes_typed
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
            fitting = fitting or (called if chat else namesakes(person, arriving, everybody))
            merged = fitting[0] if len(fitting) == 1 else None
        found[person.id] = merged or person.id
        if person.id in everybody:
            names[person.id] = person.name
    return found


def namesakes(person: Person, arriving: list[Person], everybody: dict[str, Person]) -> list[str]:
    """Those of the same full name whom no address tells apart."""
    fresh = [one for one in arriving if one.id not in everybody]
    name = person.name.casefold()
    if " " not in name or sum(one.name.casefold() == name for one in fresh) > 1:
        return []
    here = {one.id for one in arriving}
    found = [one for one in everybody.values() if one.id not in here]
    found = [one for one in found if name in {called.casefold() for called in (one.name, *one.also_called)}]
    found = [one for one in found if not any(_tells(one, person, kind) for kind in ("email", "linkedin"))]
    exact = [one for one in found if one.name.casefold() == name]
    return [one.id for one in exact or found]


def _tells(one: Person, other: Person, kind: str) -> bool:
    mine, theirs = (
        _reaches(Person(name="x", channels=tuple(channel for channel in who.channels if channel.type == kind)))
        for who in (one, other)
    )
    return bool(mine and theirs and not mine & theirs)


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


DAY = date(2026, 12, 3)
KNOWN = (
    Person(id="ines", name="Ines Duarte", organisation="Museu da Água"),
    Person(id="sabine", name="Sabine Krüger"),
    Person(id="tomas", name="Tomáš Novák", organisation="Klimadata", channels=(CHANNELS[0],)),
)
CITIES = Event(id="cities", name="Data for Cities 2026", starts=DAY, ends=DAY, attendees=("ines", "sabine"))


def arrival(name: str, **more: Any) -> Person:
    return Person(id="new", name=name, relation="prospect", **more)


def meant(store: Store, *arriving: Person, importer: str = "pasted", event: str | None = None) -> list[str]:
    found = ImportPreview(importer=importer, source="x", items=arriving, event=event)
    return [item.id for item in settled(store, found) if isinstance(item, Person)]


@pytest.fixture
def cities(tmp_path: Path) -> Any:
    with Store(tmp_path / "w.db") as store:
        store.save([*KNOWN, CITIES])
        yield store


@pytest.mark.parametrize(
    ("arriving", "who"),
    [
        (arrival("Ines Duarte"), "ines"),
        (arrival("INES  DUARTE"), "ines"),
        (arrival("Dr. Sabine Krüger"), "sabine"),
        (arrival("Sabine Krüger, PhD"), "sabine"),
        (arrival("Tomáš Novák", organisation="Klimadata GmbH"), "tomas"),
        (arrival("Tomáš Novák (Klimadata)"), "tomas"),
        (arrival("Tomáš Novák", channels=(Channel(type="email", value="t.novak@klimadata.example"),)), "tomas"),
        (arrival("Tomáš Novák", organisation="Loom"), "new"),
        (arrival("Tomáš Novák (Loom)"), "new"),
        (arrival("Ines"), "new"),
        (arrival("Ines Duarte Costa"), "new"),
    ],
)
def test_a_full_name_is_that_of_the_one_who_has_it(cities: Store, arriving: Person, who: str) -> None:
    assert meant(cities, arriving) == [who]


@pytest.mark.parametrize(("importer", "who"), [("vcard", "new"), ("google", "new"), ("calendar", "tomas")])
def test_another_address_makes_two_people_of_an_address_book_alone(cities: Store, importer: str, who: str) -> None:
    other = arrival("Tomáš Novák", channels=(CHANNELS[2],))
    assert meant(cities, other, importer=importer) == [who]


OTHERS = (
    Person(id="oyvind", name="Øyvind Åse"),
    Person(id="jurgen", name="Jürgen Groß", organisation="Büro für Wasser"),
    Person(id="luc", name="Jean-Luc O'Hara", channels=(CHANNELS[2],)),
)


@pytest.mark.parametrize(
    ("arriving", "who"),
    [
        (arrival("Tomas Novak"), "tomas"),
        (arrival("TOMAS NOVAK"), "tomas"),
        (arrival("Toma\u0301s\u030c Nova\u0301k"), "tomas"),
        (arrival("Dr. Sabine Krueger, PhD"), "sabine"),
        (arrival("Sabine Kruger"), "sabine"),
        (arrival("Oeyvind Aase"), "oyvind"),
        (arrival("Oyvind Ase"), "oyvind"),
        (arrival("Juergen Gross", organisation="Buero für Wasser GmbH"), "jurgen"),
        (arrival("Jurgen Gross", organisation="Loom"), "new"),
        (arrival("Jean Luc O’Hara"), "luc"),
        (arrival("Luc Ohara", channels=(CHANNELS[2],)), "luc"),
        (arrival("Thomas Novak"), "new"),
        (arrival("Tomas"), "new"),
    ],
)
@pytest.mark.parametrize("importer", ["pasted", "programme", "vcard", "linkedin", "google", "calendar", "schedule"])
def test_another_writing_of_a_name_is_that_name(cities: Store, importer: str, arriving: Person, who: str) -> None:
    cities.save(OTHERS)
    assert meant(cities, arriving, importer=importer) == [who]


def test_the_name_stays_as_it_is_kept(cities: Store) -> None:
    found = ImportPreview(importer="pasted", source="x", items=(arrival("Tomas Novak", role="modeller"),))
    seen = foreseen(cities, found)
    assert (seen.known, seen.new) == (("Tomáš Novák",), ())
    (kept,) = settled(cities, found)
    assert isinstance(kept, Person)
    assert (kept.name, kept.role) == ("Tomáš Novák", "modeller")


def test_whom_two_writings_fit_is_new_unless_something_tells(cities: Store) -> None:
    cities.save([Person(id="other", name="Sabine Krueger", organisation="Loom")])
    assert meant(cities, arrival("Sabine Krueger")) == ["other"]
    assert meant(cities, arrival("Sabine Krüger")) == ["sabine"]
    assert meant(cities, arrival("Sabine Krueger"), event="cities") == ["sabine"]
    cities.save([Person(id="third", name="Sabine Kruger")])
    assert meant(cities, arrival("Sabine Krûger")) == ["new"]
    assert meant(cities, arrival("Sabine Krûger"), event="cities") == ["sabine"]


def test_two_writings_in_one_import_are_not_both_the_known_one(cities: Store) -> None:
    two = (arrival("Tomas Novak"), arrival("Tomáš Novák").model_copy(update={"id": "second"}))
    assert meant(cities, *two) == ["new", "tomas"]


@pytest.mark.parametrize("name", ["Tomas Novak", "Dr. Tomáš Novák"])
def test_whoever_is_typed_in_is_compared_in_all_writings(cities: Store, name: str) -> None:
    assert [one.id for one in namesakes_typed(cities, name)] == ["tomas"]
    assert namesakes_typed(cities, "Tomas Novotny") == []


def test_of_two_of_one_name_the_one_at_the_event_is_meant(cities: Store) -> None:
    cities.save([Person(id="other", name="Ines Duarte", organisation="Loom")])
    assert meant(cities, arrival("Ines Duarte")) == ["new"]
    assert meant(cities, arrival("Ines Duarte", organisation="Loom")) == ["other"]
    ines = [one for one in meant(cities, arrival("Ines Duarte"), event="cities") if one != "cities"]
    assert ines == ["ines"]


def test_namesakes_whom_an_import_keeps_apart_are_kept_apart(cities: Store) -> None:
    two = (arrival("Ines Duarte"), arrival("Ines Duarte").model_copy(update={"id": "second"}))
    assert meant(cities, *two) == ["new", "second"]
    beside = Person(id="ines", name="Ines Duarte")
    assert meant(cities, beside, arrival("Ines Duarte")) == ["ines", "new"]


def test_somebody_invented_is_nobody_who_arrives(cities: Store) -> None:
    cities.save([Person(id="made-up", name="Li Wei", invented=True)])
    assert meant(cities, arrival("Li Wei")) == ["new"]


def programme(name: str, day: date | None, *titles: str, importer: str = "pasted", event: str | None = None) -> Any:
    starts = datetime.combine(day, time(9)) if day else None
    sessions = tuple(Session(id=f"{name} {one}", title=one, speakers=("new",), starts=starts) for one in titles)
    item = Event(id=name, name=name, starts=day, ends=day, programme=sessions)
    return ImportPreview(importer=importer, source="x", items=(arrival("Sabine Krüger"), item), event=event)


def test_a_programme_goes_into_the_chosen_event_and_twice_is_once(cities: Store) -> None:
    found = programme("Pasted schedule", None, "Keynote", "Lunch", event="cities")
    seen = foreseen(cities, found)
    assert (seen.known, seen.new, seen.joins) == (("Sabine Krüger",), (), "Data for Cities 2026")
    cities.save(settled(cities, found))
    assert [(event.id, event.name) for event in cities.events()] == [("cities", "Data for Cities 2026")]
    kept = cities.get(Event, "cities")
    assert (kept.starts, kept.attendees) == (DAY, ("ines", "sabine"))
    assert [(one.title, one.speakers) for one in kept.programme] == [("Keynote", ("sabine",)), ("Lunch", ("sabine",))]
    again = cities.save(settled(cities, found))
    assert (again.added, again.updated) == (0, 0)
    assert len(cities.people()) == len(KNOWN)


def test_a_pasted_part_is_added_to_the_programme_and_a_whole_file_replaces_it(cities: Store) -> None:
    for found in (
        programme("Pasted schedule", DAY, "Keynote", event="cities"),
        programme("Pasted schedule", DAY, "Panel", event="cities"),
    ):
        cities.save(settled(cities, found))
    assert [one.title for one in cities.get(Event, "cities").programme] == ["Keynote", "Panel"]
    cities.save(settled(cities, programme("Whole", DAY, "All of it", importer="schedule", event="cities")))
    assert [one.title for one in cities.get(Event, "cities").programme] == ["All of it"]


@pytest.mark.parametrize("name", ["Data for Cities 2026", "data for cities 2026 – Programme"])
def test_a_programme_finds_the_event_of_its_name_and_days(cities: Store, name: str) -> None:
    found = programme(name, DAY, "Keynote", importer="calendar")
    assert foreseen(cities, found).joins == "Data for Cities 2026"
    cities.save(settled(cities, found))
    assert [event.id for event in cities.events()] == ["cities"]


@pytest.mark.parametrize(("name", "day"), [("Data for Cities 2026", date(2027, 12, 3)), ("Data for Towns 2026", DAY)])
def test_another_name_or_time_is_an_event_of_its_own(cities: Store, name: str, day: date) -> None:
    found = programme(name, day, "Keynote", importer="calendar")
    assert foreseen(cities, found).joins == ""
    cities.save(settled(cities, found))
    assert len(cities.events()) == 2


MUD = "Batteries in the mud"


def slot(id: str, title: str, *speakers: str, hour: int = 10, **more: Any) -> Session:
    return Session(id=id, title=title, speakers=speakers, starts=datetime.combine(DAY, time(hour)), **more)


def in_event(*sessions: Session, importer: str = "pasted", people: tuple[Person, ...] = ()) -> ImportPreview:
    item = Event(id="arriving", name="Cities", starts=DAY, ends=DAY, programme=sessions)
    return ImportPreview(importer=importer, source="x", items=(*people, item), event="cities")


def after(store: Store, *found: ImportPreview) -> list[tuple[str, tuple[str, ...], str]]:
    for one in found:
        store.save(settled(store, one))
    return [(one.title, one.speakers, one.room) for one in store.get(Event, "cities").programme]


NAMED = [f"{MUD} – Tomáš Novák", f"{MUD} (Tomas Novak)", f"Tomáš Novák: {MUD}", f"{MUD} with Dr. Tomáš Novák"]


@pytest.mark.parametrize("named", NAMED)
@pytest.mark.parametrize("importer", ["programme", "calendar"])
def test_a_title_with_its_speakers_name_is_that_talk(cities: Store, named: str, importer: str) -> None:
    plain, long = slot("a", MUD, "tomas"), slot("b", named, room="Hall 1")
    expected = [(MUD, ("tomas",), "Hall 1")]
    assert after(cities, in_event(plain), in_event(long, importer=importer)) == expected
    assert after(cities, in_event(plain), in_event(long, importer=importer)) == expected
    again = cities.save(settled(cities, in_event(long, importer=importer)))
    assert (again.added, again.updated) == (0, 0)


def test_the_longer_title_may_come_first_and_no_speaker_is_lost(cities: Store) -> None:
    long, plain = slot("b", f"{MUD} – Tomáš Novák", room="Hall 1"), slot("a", MUD)
    assert after(cities, in_event(long, importer="calendar"), in_event(plain)) == [(MUD, ("tomas",), "Hall 1")]


def test_a_calendar_without_speakers_keeps_those_that_are_known(cities: Store) -> None:
    found = (in_event(slot("a", MUD, "tomas")), in_event(slot("b", MUD), importer="calendar"))
    assert after(cities, *found) == [(MUD, ("tomas",), "")]


@pytest.mark.parametrize(
    "other",
    [
        slot("b", f"{MUD} – Tomáš Novák", hour=11),
        slot("b", f"{MUD} – Ana Ruiz"),
        slot("b", f"{MUD} – Ines Duarte"),
        slot("b", f"{MUD} again – Tomáš Novák"),
    ],
    ids=["another time", "a stranger", "somebody else", "another title"],
)
def test_what_differs_otherwise_is_another_talk(cities: Store, other: Session) -> None:
    assert len(after(cities, in_event(slot("a", MUD, "tomas")), in_event(other))) == 2


def test_of_two_of_one_name_side_by_side_neither_is_taken(cities: Store) -> None:
    two = (slot("a", "Workshop", room="Hall 1"), slot("b", "Workshop", room="Hall 2"))
    kept = after(cities, in_event(*two), in_event(slot("c", "Workshop – Tomáš Novák")))
    assert len(kept) == 3


def test_a_programme_read_again_changes_nothing(cities: Store) -> None:
    two = (slot("a", f"{MUD} – Tomáš Novák", "tomas"), slot("b", f"{MUD} – Tomáš Novák", "tomas"))
    found = in_event(*two, importer="schedule")
    expected = [(f"{MUD} – Tomáš Novák", ("tomas",), "")] * 2
    assert after(cities, found, found) == expected
    again = cities.save(settled(cities, found))
    assert (again.added, again.updated) == (0, 0)
