"""The store on real databases: saving, loading, listing, the index queue and its passages."""

# ruff: noqa: DTZ001 - times typed by hand have no offset, and are tested as such

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from coach.domain.models import (
    Answer,
    Capture,
    Channel,
    Commitment,
    Draft,
    DraftVersion,
    Event,
    Goal,
    Item,
    Kind,
    Note,
    Person,
    Reflection,
    ReflectionPrompt,
    Session,
    Story,
    Telling,
)
from coach.errors import InputError, NotFoundError
from coach.storage.store import Store

ANN = Person(
    id="ann",
    name="Ann Smith",
    also_called=("Annie",),
    role="CTO",
    organisation="Åkerlund & Søn",
    channels=(Channel(type="email", value="ann@example.org"), Channel(type="phone", value="+43 1 234")),
    cares_about=("data contracts", "testing"),
    follow_up_on=date(2024, 7, 20),
)
EVENT = Event(
    id="ep",
    name="EuroPython",
    starts=date(2024, 7, 8),
    ends=date(2024, 7, 14),
    programme=(
        Session(id="t1", title="Async in anger", speakers=("Ann Smith",), starts=datetime(2024, 7, 10, 10, 30)),
        Session(id="t2", title="Typing", speakers=("Zed Zulu", "annie"), tags=("typing",)),
    ),
    attendees=("Bob",),
    goals=("g1",),
)
NOTE = Note(
    id="n1",
    text="Ann uses contracts",
    people=("ANN SMITH", "Bob"),
    event="ep",
    at=datetime(2024, 7, 10, 19, 5, tzinfo=timezone(timedelta(hours=2))),
    thread="evening",
    position=2,
)
EVERYTHING: list[Item] = [
    NOTE,
    EVENT,
    ANN,
    Goal(id="g1", text="Meet people", values=("candour",)),
    Story(
        id="s1", title="The outage", struggle="It broke.", own=False, heard_from="Bob", told=(Telling(person="Annie"),)
    ),
    Commitment(id="c1", person="Ann Smith", by="me", what="send the paper", due=date(2024, 7, 31)),
    Draft(
        id="d1",
        purpose="follow_up",
        person="Ann Smith",
        goals=("g1",),
        versions=(DraftVersion(number=1, text="Dear Ann", evidence=({"label": "N1", "n": 1},), check={"claims": []}),),
    ),
    Reflection(
        id="r1",
        event="ep",
        prompts=(ReflectionPrompt(text="What moved you?", labels=("N1",)),),
        answers=(Answer(prompt="What moved you?", text="Ann did"),),
        energy_before=3,
    ),
    Capture(id="x1", text="  rough ann notes ", proposal={"people": [{"name": "Ann"}]}),
]


def test_everything_saved_is_loaded_again_with_names_resolved_to_ids(store: Store) -> None:
    report = store.save(EVERYTHING)

    assert (report.added, report.updated, report.unchanged) == (9, 0, 0)
    for item in EVERYTHING:
        loaded = store.get(type(item), item.id)
        assert loaded.created_at is not None
        if item.kind in (Kind.PERSON, Kind.GOAL, Kind.REFLECTION, Kind.CAPTURE):
            assert loaded.model_copy(update={"created_at": None}) == item
    assert store.get(Note, "n1").people == ("ann", "Bob")
    assert [talk.speakers for talk in store.get(Event, "ep").programme] == [("ann",), ("Zed Zulu", "ann")]
    assert store.get(Story, "s1").told == (Telling(person="ann"),)
    assert store.get(Draft, "d1").current.evidence == ({"label": "N1", "n": 1},)


def test_saving_the_same_again_changes_nothing_and_queues_nothing(store: Store) -> None:
    store.save(EVERYTHING)
    first = store.get(Note, "n1").created_at
    store.mark_indexed(store.pending())

    report = store.save(EVERYTHING)

    assert (report.added, report.updated, report.unchanged) == (0, 0, 9)
    assert store.pending() == []
    assert store.get(Note, "n1").created_at == first


def test_a_changed_item_is_rewritten_queued_and_keeps_the_time_it_was_first_saved(store: Store) -> None:
    store.save(EVERYTHING)
    first = store.get(Note, "n1").created_at
    store.mark_indexed(store.pending())

    report = store.save([NOTE.model_copy(update={"text": "Ann dropped contracts", "people": ("Bob",)})])

    assert report.updated == 1
    loaded = store.get(Note, "n1")
    assert (loaded.text, loaded.people, loaded.created_at) == ("Ann dropped contracts", ("Bob",), first)
    assert [(item.kind, item.id, item.op) for item in store.pending()] == [(Kind.NOTE, "n1", "index")]


def test_an_id_that_comes_twice_in_one_call_is_saved_once_and_the_last_one_stays(store: Store) -> None:
    report = store.save([Goal(id="g", text="first"), Goal(id="g", text="second")])

    assert (report.added, report.updated) == (1, 1)
    assert store.get(Goal, "g").text == "second"


def test_progress_is_told_after_each_batch(store: Store) -> None:
    seen: list[tuple[int, int]] = []

    store.save([Goal(text=f"goal {n}") for n in range(1100)], progress=lambda done, total: seen.append((done, total)))

    assert seen == [(500, 1100), (1000, 1100), (1100, 1100)]


def test_a_missing_id_is_named_in_the_error(store: Store) -> None:
    with pytest.raises(NotFoundError, match="'nobody'"):
        store.get(Person, "nobody")
    with pytest.raises(NotFoundError, match="'nothing'"):
        store.session("nothing")


def test_a_person_is_found_by_id_by_name_and_by_other_names(store: Store) -> None:
    store.save([ANN])

    for name in ("ann", "ANN SMITH", " annie "):
        found = store.find_person(name)
        assert found is not None
        assert found.id == "ann"
    assert store.find_person("Smith") is None


def test_a_title_need_not_be_typed_and_whoever_has_none_comes_first(store: Store) -> None:
    store.save([Person(id="helen", name="Dr Helen Achebe")])
    found = store.find_person("helen achebe")
    assert found is not None
    assert found.id == "helen"
    store.save([Person(id="other", name="Helen Achebe")])
    found = store.find_person("helen achebe")
    assert found is not None
    assert found.id == "other"


def test_a_name_that_several_people_have_lists_the_choices(store: Store) -> None:
    store.save([ANN, Person(id="ann2", name="Ann Smith", organisation="Elsewhere")])

    with pytest.raises(InputError, match=r"'ann'.*Elsewhere.*'ann2'"):
        store.find_person("ann smith")


def test_a_name_of_several_people_stays_a_name_and_is_found_for_each(store: Store) -> None:
    store.save([ANN, Person(id="ann2", name="Ann Smith"), Note(id="n", text="x", people=("Ann Smith",))])

    assert store.get(Note, "n").people == ("Ann Smith",)
    assert [note.id for note in store.notes(person="ann2")] == ["n"]


def test_notes_saved_before_the_person_are_found_once_the_person_is_known(store: Store) -> None:
    store.save([Note(id="n", text="met Bobby", people=("Bobby Tables",))])
    store.mark_indexed(store.pending())

    store.save([Person(id="bob", name="Robert Tables", also_called=("bobby tables",))])

    assert [note.id for note in store.notes(person="bob")] == ["n"]
    assert (Kind.NOTE, "n") in {(item.kind, item.id) for item in store.pending()}
    (passage,) = store.passages([(Kind.NOTE, "n")])
    assert {"bob", "Robert Tables", "Bobby Tables"} <= set(passage.people)


def test_listings_narrow_and_sort(store: Store) -> None:
    store.save(EVERYTHING)
    store.save(
        [
            Person(id="zed", name="Zed Zulu", relation="prospect"),
            Event(id="old", name="Old", starts=date(2020, 1, 1)),
            Note(id="n0", text="before", at=datetime(2024, 7, 10, 8), thread="evening", position=1, author="Zed Zulu"),
            Commitment(id="c2", person="Bob", by="them", what="call", status="kept"),
        ]
    )

    assert [person.id for person in store.people()] == ["ann", "zed"]
    assert [person.id for person in store.people(search="akerlund SMI")] == ["ann"]
    assert store.people(search="100%") == []
    assert [person.id for person in store.people(relation="prospect")] == ["zed"]
    assert [person.id for person in store.people(event="ep")] == ["ann", "zed"]
    assert [person.id for person in store.people(ids=["zed", "none"])] == ["zed"]
    assert [person.id for person in store.people(limit=1, offset=1)] == ["zed"]
    assert [event.id for event in store.events()] == ["old", "ep"]
    assert [event.id for event in store.events(upcoming_from=date(2024, 7, 14))] == ["ep"]
    assert [note.id for note in store.notes()] == ["n1", "n0"]
    assert [note.id for note in store.notes(thread="evening", newest_first=False)] == ["n0", "n1"]
    assert [note.id for note in store.notes(person="zed zulu")] == ["n0"]
    assert [note.id for note in store.notes(since=date(2024, 7, 10), until=date(2024, 7, 10))] == ["n1", "n0"]
    assert store.notes(since=date(2024, 7, 11), until=date(2024, 7, 31)) == []
    assert [talk.id for _, talk in store.sessions(person="annie")] == ["t1", "t2"]
    assert [talk.id for _, talk in store.sessions(event="ep", person="zed")] == ["t2"]
    assert [story.id for story in store.stories(told_to="ann")] == ["s1"]
    assert store.stories(own=True) == []
    assert [promise.id for promise in store.commitments(status="open", person="ann")] == ["c1"]
    assert store.commitments(due_before=date(2024, 7, 31)) == []
    assert [promise.id for promise in store.commitments(by="them")] == ["c2"]
    assert [draft.id for draft in store.drafts(purpose="follow_up", person="Annie")] == ["d1"]
    assert [reflection.id for reflection in store.reflections(event="ep")] == ["r1"]
    assert [capture.id for capture in store.captures("open")] == ["x1"]
    assert store.goals("reached") == []


def test_counting_takes_the_filters_of_the_listing_and_refuses_others(store: Store) -> None:
    store.save(EVERYTHING)

    assert store.count(Kind.SESSION) == 2
    assert store.count(Note, person="ann") == 1
    assert store.count(Kind.CAPTURE, status="confirmed") == 0
    with pytest.raises(InputError, match="'colour'"):
        store.count(Kind.NOTE, colour="red")


def test_a_light_listing_of_events_cannot_wipe_a_programme(store: Store) -> None:
    store.save(EVERYTHING)

    (light,) = store.events(with_programme=False)

    assert light.programme == ()
    with pytest.raises(InputError, match="light listing"):
        store.save([light.model_copy(update={"place": "Prague"})])
    assert len(store.get(Event, "ep").programme) == 2


def test_changing_one_talk_queues_that_talk_and_a_dropped_one_leaves_the_index(store: Store) -> None:
    store.save([EVENT, Event(id="other", name="Other")])
    store.mark_indexed(store.pending())
    first, _second = EVENT.programme

    store.save([EVENT.model_copy(update={"programme": (first, Session(id="t3", title="New"))})])

    assert {(item.kind, item.id, item.op) for item in store.pending()} == {
        (Kind.EVENT, "ep", "index"),
        (Kind.SESSION, "t2", "delete"),
        (Kind.SESSION, "t3", "index"),
    }


def test_a_session_id_of_another_event_is_refused_and_nothing_of_the_batch_is_kept(store: Store) -> None:
    store.save([EVENT])

    with pytest.raises(InputError, match="'t1' is taken by the event 'ep'"):
        store.save([Goal(id="g", text="x"), Event(id="other", name="Other", programme=(Session(id="t1", title="x"),))])
    assert store.goals() == []
    with pytest.raises(InputError, match="'t9' occurs twice"):
        store.save([Event(name="Twice", programme=(Session(id="t9", title="x"), Session(id="t9", title="y")))])


def test_a_renamed_person_or_event_queues_what_shows_the_name(store: Store) -> None:
    store.save(EVERYTHING)
    store.mark_indexed(store.pending())

    store.update(Person, "ann", name="Ann Jones")
    queued = {(item.kind, item.id) for item in store.pending()}

    assert queued == {
        (Kind.PERSON, "ann"),
        (Kind.NOTE, "n1"),
        (Kind.STORY, "s1"),
        (Kind.COMMITMENT, "c1"),
        (Kind.SESSION, "t1"),
        (Kind.SESSION, "t2"),
    }
    store.mark_indexed(store.pending())
    store.update(Event, "ep", name="EuroPython 2024")
    assert {(item.kind, item.id) for item in store.pending()} == {
        (Kind.EVENT, "ep"),
        (Kind.NOTE, "n1"),
        (Kind.SESSION, "t1"),
        (Kind.SESSION, "t2"),
    }


def test_a_change_after_pending_was_read_stays_in_the_queue(store: Store) -> None:
    store.save([NOTE])
    read = store.pending()
    store.update(Note, "n1", text="changed while the index was busy")

    store.mark_indexed(read)

    assert [item.id for item in store.pending()] == ["n1"]


def test_everything_can_be_queued_again_and_removals_stay(store: Store) -> None:
    store.save(EVERYTHING)
    store.mark_indexed(store.pending())
    store.delete(Kind.GOAL, "g1")

    assert store.mark_all_pending() == 7
    assert [(item.kind, item.id) for item in store.pending() if item.op == "delete"] == [(Kind.GOAL, "g1")]


def test_passages_say_what_recall_needs_and_leave_out_what_is_gone(store: Store) -> None:
    store.save(EVERYTHING)
    everything = {passage.key: passage for passage in store.passages(batch=2)}

    assert set(everything) == {
        "note:n1", "person:ann", "event:ep", "session:t1", "session:t2", "goal:g1", "story:s1", "commitment:c1"
    }  # fmt: skip
    assert everything["commitment:c1"].text == "I owe Ann Smith: send the paper (due 31 July 2024)"
    assert everything["note:n1"].people == ("ann", "Ann Smith", "Annie", "Bob")
    assert everything["note:n1"].event_name == "EuroPython"
    assert everything["session:t1"].text.splitlines()[:2] == ["Async in anger", "Speaker: Ann Smith"]
    assert "Told to: Ann Smith" in everything["story:s1"].text
    assert list(store.passages([(Kind.NOTE, "gone"), (Kind.CAPTURE, "x1")])) == []


def test_deleting_an_event_clears_references_and_its_talks_leave_the_index(store: Store) -> None:
    store.save(EVERYTHING)
    store.mark_indexed(store.pending())

    store.delete(Event, "ep")

    assert store.get(Note, "n1").event is None
    assert store.sessions() == []
    assert {(item.kind, item.id, item.op) for item in store.pending()} == {
        (Kind.EVENT, "ep", "delete"),
        (Kind.SESSION, "t1", "delete"),
        (Kind.SESSION, "t2", "delete"),
        (Kind.NOTE, "n1", "index"),
    }


def test_deleting_a_person_plainly_leaves_the_name_where_the_id_stood(store: Store) -> None:
    store.save(EVERYTHING)

    store.delete(Person, "ann")

    assert store.get(Note, "n1").people == ("Ann Smith", "Bob")
    assert store.get(Commitment, "c1").person == "Ann Smith"
    with pytest.raises(NotFoundError):
        store.delete(Person, "ann")


@pytest.mark.parametrize(
    ("kind", "id"),
    [(Kind.EVENT, "ep"), (Kind.GOAL, "g1"), (Kind.NOTE, "n1"), (Kind.COMMITMENT, "c1"), (Kind.STORY, "s1")],
)
def test_what_a_deletion_returns_undoes_it(store: Store, kind: Kind, id: str) -> None:
    store.save(EVERYTHING)
    before = {(one.kind, one.id): store.get(one.kind, one.id) for one in EVERYTHING}

    gone = store.delete(kind, id)
    assert gone[0].id == id
    store.save(gone)

    assert {(one.kind, one.id): store.get(one.kind, one.id) for one in EVERYTHING} == before


def test_draft_versions_get_the_next_number_and_tellings_are_added(store: Store) -> None:
    store.save(EVERYTHING)

    version = store.add_draft_version("d1", DraftVersion(number=77, text="Hello Ann", origin="user"))
    story = store.add_telling("s1", Telling(person="Bob", at=date(2024, 7, 11)))
    event = store.add_attendees("ep", ["Bob", "Annie"])

    assert version.number == 2
    assert [kept.text for kept in store.get(Draft, "d1").versions] == ["Dear Ann", "Hello Ann"]
    assert [telling.person for telling in story.told] == ["ann", "Bob"]
    assert event.attendees == ("Bob", "ann")


def test_a_value_that_does_not_fit_is_refused_and_the_item_stays(store: Store) -> None:
    store.save(EVERYTHING)

    with pytest.raises(InputError, match="'grey'"):
        store.update(Goal, "g1", status="grey")
    assert store.get(Goal, "g1").status == "active"


def test_settings_are_kept_between_openings(open_store: Callable[[], Store]) -> None:
    store = open_store()
    assert store.setting("embedder") is None
    store.set_setting("embedder", "minilm")
    store.set_setting("embedder", "e5")

    assert open_store().setting("embedder") == "e5"


def test_notes_without_a_time_stand_where_they_were_written(store: Store) -> None:
    store.save([Note(id="old", text="x", created_at=datetime(2001, 1, 1, tzinfo=UTC)), Note(id="new", text="y")])
    store.save([Note(id="middle", text="z", at=datetime(2010, 1, 1))])

    assert [note.id for note in store.notes()] == ["new", "middle", "old"]
    store.update(Note, "old", text="changed")
    assert [note.id for note in store.notes(until=date(2001, 1, 1))] == ["old"]


def test_a_value_that_does_not_fit_is_said_without_a_librarys_words(store: Store) -> None:
    store.save([Person(id="ana", name="Ana Ruiz")])
    with pytest.raises(InputError, match=r"cadence_days: .*less than or equal to 3650") as caught:
        store.update(Person, "ana", cadence_days=99_999)
    assert "pydantic" not in str(caught.value)
    assert "validation error" not in str(caught.value)
