"""What recall indexes of each kind of item, without a database."""

from __future__ import annotations

# ruff: noqa: DTZ001 - times typed by hand have no offset, and are tested as such
from datetime import date, datetime

import pytest

from coach.domain.evidence import LABEL_LETTERS
from coach.domain.models import (
    Capture,
    Commitment,
    Draft,
    Event,
    Goal,
    Help,
    Item,
    Kind,
    Note,
    Person,
    Reflection,
    Rehearsal,
    Session,
    Story,
    Telling,
)
from coach.domain.passages import Directory, Named, passage_of, session_passage
from coach.storage.shapes import INDEXED

ANN = Named("p1", "Ann Smith", ("Annie",))
DIRECTORY = Directory(
    people={"p1": (ANN,), "ann smith": (ANN,), "Sam": (Named("p2", "Sam"), Named("p3", "Sam"))},
    events={"e1": "EuroPython"},
)


def test_a_note_is_its_own_text_and_carries_ids_and_names() -> None:
    note = Note(
        id="n", text="hi", author="p1", people=("Sam", "Zed"), event="e1", goal="g", thread="t", position=3
    )  # fmt: skip
    passage = passage_of(note, DIRECTORY)

    assert passage is not None
    assert (passage.key, passage.text, passage.author, passage.event_name) == (
        "note:n",
        "hi",
        "Ann Smith",
        "EuroPython",
    )
    assert passage.people == ("p1", "Ann Smith", "Annie", "p2", "Sam", "p3", "Zed")
    assert passage.names == ("Ann Smith", "Sam", "Zed")
    assert (passage.thread, passage.position, passage.goal) == ("t", 3, "g")


def test_a_name_kept_as_written_is_shown_as_written_and_found_by_the_id_too() -> None:
    passage = passage_of(Note(text="x", people=("ann smith",)), DIRECTORY)

    assert passage is not None
    assert passage.names == ("ann smith",)
    assert {"p1", "Annie", "ann smith"} <= set(passage.people)


def test_a_story_says_whole_what_happened_and_who_heard_it() -> None:
    story = Story(
        title="The outage", struggle="It broke.", turn="A call.", result="Up.", lesson="Ask.", own=False,
        heard_from="p1", told=(Telling(person="Bob"),), themes=("asking",), at=date(2024, 7, 1), collection="starter",
    )  # fmt: skip
    passage = passage_of(story, DIRECTORY)

    assert passage is not None
    assert passage.text == (
        "The outage\nIt broke.\nA call.\nUp.\nAsk.\nHeard from: Ann Smith\nTold to: Bob\nThemes: asking"
    )
    assert (passage.title, passage.collection, passage.at) == ("The outage", "starter", datetime(2024, 7, 1))


def test_a_person_is_all_that_can_start_a_conversation_and_no_address() -> None:
    person = Person(
        id="p", name="Ann", role="CTO", organisation="Acme", cares_about=("tea",), values=("candour",), how_met="at EP",
        about="Writes.", channels=({"type": "email", "value": "a@x.org"},),
    )  # fmt: skip
    passage = passage_of(person, DIRECTORY)

    assert passage is not None
    assert passage.text == "Ann: CTO, Acme\nCares about: tea\nValues: candour\nHow you met: at EP\nWrites."
    assert "a@x.org" not in passage.model_dump_json()


def test_a_session_says_who_speaks_where_and_when() -> None:
    session = Session(
        id="t", title="Async", abstract="All of it.", speakers=("p1", "Zed"), starts=datetime(2024, 7, 10, 9, 5),
        room="Hall", track="Core", tags=("io",),
    )  # fmt: skip
    passage = session_passage(session, "e1", DIRECTORY)

    assert passage.text.splitlines() == [
        "Async",
        "Speakers: Ann Smith, Zed",
        "EuroPython · Wednesday 10 July 2024, 09:05, Hall, Core",
        "All of it.",
        "Tags: io",
    ]
    assert (passage.kind, passage.event) == (Kind.SESSION, "e1")


def test_an_event_and_a_goal_say_what_they_are() -> None:
    event = Event(id="e", name="EP", starts=date(2024, 7, 8), ends=date(2024, 7, 14), place="Prague", attendees=("p1",))
    day = Event(name="Dinner", starts=date(2024, 7, 8), ends=date(2024, 7, 8))
    goal = Goal(id="g", text="Learn", why="Joy", values=("play", "depth"))
    texts = [passage.text for item in (event, day, goal) if (passage := passage_of(item, DIRECTORY))]

    assert texts == [
        "EP\n8 July 2024 to 14 July 2024, Prague",
        "Dinner\n8 July 2024",
        "Learn\nWhy: Joy\nValues: play, depth",
    ]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"by": "me", "due": date(2024, 8, 1)}, "I owe Ann Smith: the paper (due 1 August 2024)"),
        ({"by": "them"}, "Ann Smith owes me: the paper"),
        ({"by": "them", "status": "kept"}, "Ann Smith owes me: the paper (kept)"),
    ],
)
def test_a_promise_says_who_owes_whom(fields: dict[str, object], text: str) -> None:
    passage = passage_of(Commitment(person="p1", what="the paper", **fields), DIRECTORY)  # type: ignore[arg-type]

    assert passage is not None
    assert passage.text == text


@pytest.mark.parametrize(
    ("by", "text"),
    [("me", "I helped Ann Smith: read her draft"), ("them", "Ann Smith helped me: read her draft")],
)
def test_help_says_who_helped_whom(by: str, text: str) -> None:
    passage = passage_of(Help(person="p1", by=by, what="read her draft"), DIRECTORY)  # type: ignore[arg-type]

    assert passage is not None
    assert (passage.text, passage.kind) == (text, Kind.HELP)


@pytest.mark.parametrize(
    "item", [Draft(purpose="brief"), Reflection(), Capture(text="x"), Rehearsal()], ids=lambda item: item.kind
)
def test_what_the_model_wrote_and_what_is_not_yet_confirmed_is_not_recalled(item: Item) -> None:
    assert passage_of(item, DIRECTORY) is None


def test_every_kind_that_is_indexed_has_a_label_letter() -> None:
    assert set(INDEXED) == set(LABEL_LETTERS)
