"""Two people made one and parted again: nothing is lost on the way, whatever refers to them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import MetaData

from coach.domain.models import (
    Channel,
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Help,
    Item,
    Kind,
    Note,
    Person,
    Rehearsal,
    Session,
    Story,
    Telling,
    Turn,
)
from coach.errors import InputError, NotFoundError
from coach.storage import tables
from coach.storage.merge_records import load
from coach.storage.shapes import MENTIONS
from coach.storage.store import Store

ANN = Person(
    id="ann",
    name="Ann Lee",
    role="baker",
    channels=(Channel(type="email", value="ann@example.org"),),
    cares_about=("bread",),
    how_met="at the mill",
)
ANNIE = Person(
    id="annie",
    name="Annie Lee",
    role="miller",
    organisation="Mill",
    channels=(Channel(type="phone", value="+49 30 1234567"),),
    cares_about=("flour", "bread"),
    how_met="by the river",
    relation="prospect",
)
BOB = Person(id="bob", name="Bob", about="A friend of Annie Lee")


def _world() -> list[Item]:
    return [
        ANN,
        ANNIE,
        BOB,
        Event(
            id="e",
            name="Dinner",
            programme=(Session(id="t", title="Rye", speakers=("annie", "Bob")),),
            attendees=("bob", "annie", "ann", "Carol"),
        ),
        Note(id="both", text="They came.", people=("annie", "bob", "ann")),
        Note(id="hers", text="She grinds.", people=("annie",), author="annie"),
        Story(
            id="s",
            title="The mill",
            own=False,
            heard_from="annie",
            told=(Telling(person="ann"), Telling(person="annie", at=date(2026, 5, 1)), Telling(person="annie")),
        ),
        Commitment(id="c", person="annie", by="me", what="send seeds"),
        Help(id="h", person="annie", by="them", what="lent a stone"),
        Draft(id="d", purpose="follow_up", person="annie", versions=(DraftVersion(number=1, text="Hi."),)),
        Rehearsal(id="r", person="annie", turns=(Turn(by="me", text="Hello"),)),
    ]


@pytest.fixture(scope="module")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workspace, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "workspace"
    Store(path).close()
    return path


@pytest.fixture
def full(tmp_path: Path, empty_home: Path) -> Iterator[Store]:
    with Store(shutil.copy(empty_home, tmp_path / "full")) as store:
        store.save(_world())
        yield store


def test_every_reference_to_a_person_is_a_place_that_merging_moves() -> None:
    metadata: MetaData = tables.metadata
    found = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table is tables.people
    }
    own = {("person_names", "person_id"), ("person_channels", "person_id")}
    assert found - own == {(place.table.name, place.id.name) for place in MENTIONS}


def test_everything_of_the_other_person_is_the_kept_persons(full: Store) -> None:
    full.merging.merge("ann", "annie", {"role": "other"})

    one = full.get(Person, "ann")
    assert (one.name, one.also_called, one.role, one.organisation) == ("Ann Lee", ("Annie Lee",), "miller", "Mill")
    assert [channel.type for channel in one.channels] == ["email", "phone"]
    assert one.cares_about == ("bread", "flour")
    assert one.how_met == "at the mill\n\nby the river"
    assert one.relation == "known"
    assert full.get(Note, "both").people == ("bob", "ann")
    assert full.get(Note, "hers").author == "ann"
    event = full.get(Event, "e")
    assert event.attendees == ("bob", "ann", "Carol")
    assert event.programme[0].speakers == ("ann", "bob")
    assert [telling.person for telling in full.get(Story, "s").told] == ["ann", "ann", "ann"]
    assert full.get(Story, "s").heard_from == "ann"
    assert {full.get(kind, id).person for kind, id in ((Commitment, "c"), (Help, "h"), (Draft, "d"))} == {"ann"}
    assert full.get(Rehearsal, "r").person == "ann"
    with pytest.raises(NotFoundError):
        full.get(Person, "annie")


def test_the_index_learns_of_both_people_and_of_all_that_moved(full: Store) -> None:
    full.mark_indexed(full.pending())
    full.merging.merge("ann", "annie", {})

    waiting = {(one.kind, one.id): one.op for one in full.pending()}
    assert waiting[Kind.PERSON, "annie"] == "delete"
    assert waiting[Kind.PERSON, "ann"] == "index"
    assert {(Kind.NOTE, "hers"), (Kind.SESSION, "t"), (Kind.COMMITMENT, "c"), (Kind.EVENT, "e")} <= waiting.keys()


def test_parting_gives_back_what_there_was_on_each_database(store: Store) -> None:
    store.save(_world())
    before = store.archive.read()
    merge = store.merging.merge("ann", "annie", {"name": "other", "role": "other"})
    assert store.archive.read() != before

    store.merging.unmerge(merge.id)

    assert store.archive.read() == before
    assert not store.merging.merges()


def test_what_was_added_after_the_merge_stays_with_the_kept_person(full: Store) -> None:
    merge = full.merging.merge("ann", "annie", {})
    full.save([Note(id="new", text="Later.", people=("ann",))])
    full.update(Person, "ann", role="head baker", cares_about=("bread", "flour", "salt"))
    full.update(Note, "hers", text="She grinds rye.")
    full.add_attendees("e", ["Dora"])

    full.merging.unmerge(merge.id)

    ann, annie = full.get(Person, "ann"), full.get(Person, "annie")
    assert annie == ANNIE.model_copy(update={"created_at": annie.created_at})
    assert (ann.role, ann.cares_about, ann.organisation) == ("head baker", ("bread", "salt"), "")
    assert full.get(Note, "new").people == ("ann",)
    assert full.get(Note, "hers").people == ("annie",)
    assert full.get(Note, "hers").text == "She grinds rye."
    assert full.get(Event, "e").attendees == ("bob", "annie", "ann", "Carol", "Dora")


def test_an_old_id_leads_to_the_kept_person(full: Store) -> None:
    full.merging.merge("ann", "annie", {})
    full.save([Note(id="again", text="From an import.", people=("annie",))])

    assert full.get(Note, "again").people == ("ann",)
    assert full.merging.kept_for(["annie", "bob"]) == {"annie": "ann"}


def test_merges_into_one_person_are_parted_the_latest_first(full: Store) -> None:
    before = full.archive.read()
    first = full.merging.merge("ann", "annie", {})
    second = full.merging.merge("ann", "bob", {})
    with pytest.raises(InputError, match="Bob"):
        full.merging.unmerge(first.id)

    full.merging.unmerge(second.id)
    full.merging.unmerge(first.id)

    assert full.archive.read() == before


def test_a_merge_inside_a_merged_person_is_parted_after_it(full: Store) -> None:
    before = full.archive.read()
    inner = full.merging.merge("annie", "bob", {})
    outer = full.merging.merge("ann", "annie", {})
    with pytest.raises(InputError, match="now a part of 'Ann Lee'"):
        full.merging.unmerge(inner.id)

    full.merging.unmerge(outer.id)
    full.merging.unmerge(inner.id)

    assert full.archive.read() == before


def test_nobody_is_merged_with_themselves_or_with_nobody(full: Store) -> None:
    before = full.archive.read()
    with pytest.raises(InputError):
        full.merging.merge("ann", "ann", {})
    with pytest.raises(NotFoundError):
        full.merging.merge("ann", "nobody", {})
    with pytest.raises(NotFoundError):
        full.merging.unmerge("nothing")
    assert full.archive.read() == before


def test_people_who_are_two_stay_so_after_one_of_them_was_merged(full: Store) -> None:
    full.merging.keep_apart("bob", "annie")
    full.merging.keep_apart("annie", "bob")
    assert full.merging.apart() == [("annie", "bob")]

    full.merging.merge("ann", "annie", {})

    assert full.merging.apart() == [("ann", "bob")]


@pytest.mark.parametrize("mode", ["delete", "anonymise"])
def test_forgetting_erases_the_copy_in_the_record_of_a_merge_too(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "w.sqlite"
    with Store(path) as store:
        store.save(_world())
        store.merging.merge("ann", "annie", {})
        store.merging.keep_apart("annie", "bob")
        store.update(Person, "ann", also_called=())
        store.forget_person("ann", mode=mode)  # type: ignore[arg-type]
        assert store.merging.merges() == []
        assert store.merging.apart_as_said() == []
        assert store.get(Person, "bob").about == "A friend of someone"
    for name in (b"Annie", b"1234567", b"ann@example", b"miller"):
        assert name not in path.read_bytes()


def test_forgetting_somebody_takes_their_name_out_of_the_records_about_others(full: Store) -> None:
    full.save([Person(id="zoe", name="Zoe Quill"), Person(id="bo", name="Bob B.", how_met="through Zoe Quill")])
    merge = full.merging.merge("bob", "bo", {})
    full.forget_person("zoe")

    (kept,) = full.merging.merges()
    assert kept.other.how_met == "through someone"
    assert kept.after.how_met == "through someone"
    full.merging.unmerge(merge.id)
    assert full.get(Person, "bo").how_met == "through someone"


def test_deleting_the_kept_person_drops_the_record(full: Store) -> None:
    full.merging.merge("ann", "annie", {})
    full.delete(Person, "ann")
    assert full.merging.merges() == []


WORD = st.text("abcé 語", min_size=1, max_size=4).filter(lambda text: bool(text.strip()))
PEOPLE = ("p0", "p1", "p2", "p3")
WHO = st.sampled_from([*PEOPLE, "Nobody known", "p9"])
LIST = st.lists(WHO, max_size=4).map(tuple)
PERSONS = st.tuples(
    *(
        st.builds(
            Person, id=st.just(id), name=WORD, also_called=st.lists(WORD, max_size=2), role=WORD | st.just(""),
            cares_about=st.lists(WORD, max_size=2), about=WORD | st.just(""),
            cadence_days=st.none() | st.integers(0, 9),
            follow_up_on=st.none() | st.dates(), in_touch_on=st.none() | st.dates(),
            channels=st.lists(st.builds(Channel, value=WORD), max_size=2).map(tuple),
        )
        for id in PEOPLE
    )
)  # fmt: skip
OTHERS = st.lists(
    st.builds(Note, text=WORD, people=LIST, author=st.none() | WHO)
    | st.builds(Event, name=WORD, attendees=LIST)
    | st.builds(
        Story,
        title=WORD,
        told=st.lists(st.builds(Telling, person=WHO, at=st.none() | st.dates()), max_size=4).map(tuple),
    )
    | st.builds(Commitment, person=WHO, what=WORD),
    max_size=5,
)
CHOICES = st.dictionaries(
    st.sampled_from(["name", "role", "about", "relation", "cadence_days"]), st.sampled_from(["kept", "other", "both"])
)
PAIRS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), CHOICES), min_size=1, max_size=3)


@given(people=PERSONS, others=OTHERS, pairs=PAIRS)
@settings(
    max_examples=15,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_merging_then_parting_gives_back_the_same_workspace(
    tmp_path: Path,
    empty_home: Path,
    people: tuple[Person, ...],
    others: list[Item],
    pairs: list[tuple[str, str, dict[str, str]]],
) -> None:
    path = tmp_path / "property.sqlite"
    shutil.copy(empty_home, path)
    with Store(path) as store:
        store.save([*people, *others])
        before = store.archive.read()
        done = []
        for kept, other, choose in pairs:
            present = {person.id for person in store.people()}
            if kept != other and {kept, other} <= present:
                done.append(store.merging.merge(kept, other, choose).id)  # type: ignore[arg-type]
        for id in reversed(done):
            store.merging.unmerge(id)
        assert store.archive.read() == before
        with store._database.reading() as connection:
            assert load(connection) == []
