"""The sample workspace: complete, plainly invented, dated around today, and removable without a trace."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

import pytest

from coach.domain.agenda import build_agenda
from coach.domain.models import (
    Capture,
    Commitment,
    Draft,
    Event,
    Goal,
    Item,
    Kind,
    Note,
    Person,
    Reflection,
    Story,
)
from coach.intake.sample import SAMPLE_EVENT_ID, load_sample, sample_ids

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return load_sample(TODAY)


ItemType = TypeVar("ItemType", bound=Item)


def of(items: list[Item], kind: type[ItemType]) -> list[ItemType]:
    return [item for item in items if isinstance(item, kind)]


def test_holds_one_of_everything_a_page_can_show(items: list[Item]) -> None:
    counts = {kind: len(of(items, kind)) for kind in (Goal, Person, Event, Note, Story, Commitment, Draft, Capture)}
    assert counts[Goal] == 3
    assert counts[Person] >= 17
    assert counts[Event] == 3
    assert counts[Note] >= 20
    assert counts[Story] == 8
    assert counts[Commitment] == 6
    assert counts[Draft] == counts[Capture] == len(of(items, Reflection)) == 1


def test_the_sample_event_lies_a_few_days_ahead_with_a_programme(items: list[Item]) -> None:
    event = next(event for event in of(items, Event) if event.id == SAMPLE_EVENT_ID)
    assert event.starts == TODAY + timedelta(days=5)
    assert event.ends == TODAY + timedelta(days=6)
    assert len(event.programme) == 12
    speakers = {speaker for session in event.programme for speaker in session.speakers}
    assert len(speakers | set(event.attendees)) >= 14
    assert all(session.starts and event.starts <= session.starts.date() <= event.ends for session in event.programme)


def test_dates_move_with_the_day_and_ids_stay(items: list[Item]) -> None:
    later = load_sample(TODAY + timedelta(days=100))
    assert [item.id for item in later] == [item.id for item in items]
    moved = next(event for event in of(later, Event) if event.id == SAMPLE_EVENT_ID)
    assert moved.starts == TODAY + timedelta(days=105)


def test_every_person_and_event_says_that_it_is_invented(items: list[Item]) -> None:
    for item in [*of(items, Person), *of(items, Event)]:
        assert item.invented
        assert "(invented)" in item.about
        assert "(invented)" in item.source
    assert all("(invented)" in item.source for item in [*of(items, Note), *of(items, Story)])


def test_addresses_can_reach_nobody(items: list[Item]) -> None:
    for person in of(items, Person):
        for channel in person.channels:
            assert "example.org" in channel.value or channel.value.startswith("+00 ")


def test_ids_are_unique_and_every_reference_points_to_a_kept_item(items: list[Item]) -> None:
    ids = [item.id for item in items]
    assert len(set(ids)) == len(ids)
    known = set(ids)
    named: set[str] = set()
    for event in of(items, Event):
        named |= {*event.attendees, *event.goals, *(ref for session in event.programme for ref in session.speakers)}
    for note in of(items, Note):
        named |= {*note.people, *filter(None, (note.event, note.goal))}
    for story in of(items, Story):
        named |= {*filter(None, (story.heard_from, story.event))}
        named |= {part for telling in story.told for part in (telling.person, telling.event) if part}
    for promise in of(items, Commitment):
        named |= {promise.person, *filter(None, (promise.event, promise.note))}
    for draft in of(items, Draft):
        named |= {*draft.goals, *filter(None, (draft.person, draft.event))}
    named |= {ref for item in [*of(items, Capture), *of(items, Reflection)] if (ref := item.event)}
    assert named - known == set()


def test_an_item_comes_after_what_it_refers_to(items: list[Item]) -> None:
    order = [item.kind for item in items]
    firsts = [order.index(kind) for kind in (Kind.GOAL, Kind.PERSON, Kind.EVENT, Kind.NOTE, Kind.COMMITMENT)]
    assert firsts == sorted(firsts)


def test_conversations_are_threads_in_order(items: list[Item]) -> None:
    threads: dict[str, list[Note]] = {}
    for note in of(items, Note):
        assert note.thread is not None
        threads.setdefault(note.thread, []).append(note)
    met = [notes for notes in threads.values() if notes[0].event == "sample-event-long-table"]
    assert 6 <= len(met) <= 8
    for notes in threads.values():
        assert [note.position for note in notes] == list(range(1, len(notes) + 1))
        times = [note.at for note in notes if note.at]
        assert times == sorted(times)


def test_own_stories_have_four_parts_and_some_were_told(items: list[Item]) -> None:
    stories = of(items, Story)
    own = [story for story in stories if story.own]
    assert len(own) == 6
    assert all(story.struggle and story.turn and story.result and story.lesson for story in stories)
    assert sum(bool(story.told) for story in own) >= 3
    assert all(story.heard_from for story in stories if not story.own)


def test_the_agenda_of_the_sample_shows_each_kind_of_due_thing(items: list[Item]) -> None:
    agenda = build_agenda(
        TODAY,
        people=of(items, Person),
        commitments=of(items, Commitment),
        drafts=of(items, Draft),
        events=of(items, Event),
        reflections=of(items, Reflection),
    )
    kinds = {item.kind for item in agenda.items}
    assert {"follow_up", "promise_mine", "promise_theirs", "event", "reflection"} <= kinds
    overdue = [item.ref for item in agenda.of("promise_mine") if item.overdue]
    assert overdue == ["sample-promise-fixture"]
    assert [item.ref for item in agenda.of("reflection")] == ["sample-event-long-table"]


def test_removal_names_every_item_once_and_referring_items_first(items: list[Item]) -> None:
    removal = sample_ids()
    assert sorted(ref for _, ref in removal) == sorted(item.id for item in items)
    assert removal.index((Kind.NOTE, "sample-note-haneul-1")) < removal.index((Kind.PERSON, "sample-haneul"))
