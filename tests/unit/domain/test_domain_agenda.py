"""The agenda: everything open on one list, the most urgent first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.agenda import REFLECTION_WINDOW_DAYS, Agenda, build_agenda
from coach.domain.models import EVERYDAY, Answer, Commitment, Draft, DraftVersion, Event, Person, Reflection

TODAY = date(2026, 11, 23)
INES = Person(id="ines", name="Ines Duarte", follow_up_on=TODAY + timedelta(days=3))


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def promise(what: str, due: date | None, **more: object) -> Commitment:
    return Commitment(person="ines", by="me", what=what, due=due, **more)


def message(next_on: date | None, **more: object) -> Draft:
    versions = (DraftVersion(number=1, text="Hi"),)
    return Draft(**{"purpose": "follow_up", "person": "ines", "versions": versions, "next_on": next_on, **more})


def order(agenda: Agenda) -> list[str]:
    return [item.title for item in agenda.items]


def test_the_overdue_comes_first_and_the_undated_last() -> None:
    agenda = build_agenda(
        TODAY,
        people=[INES, Person(id="bo", name="Bo Lind", follow_up_on=day(3))],
        commitments=[promise("whenever", None), promise("late", day(-4)), promise("soon", day(1))],
        drafts=[message(day(2))],
        events=[Event(id="e", name="Harbour Meetup", starts=day(5))],
    )
    assert order(agenda) == [
        "late",
        "soon",
        "Send your message to Ines Duarte",
        "Follow up with Bo Lind",
        "Harbour Meetup",
        "whenever",
    ]
    assert [item.overdue for item in agenda.items] == [True, False, False, False, False, False]
    assert agenda.items[0].days_left == -4
    assert agenda.items[-1].days_left is None


def test_a_message_that_waits_takes_the_place_of_the_reminder_and_only_the_newest_counts() -> None:
    drafts = [
        message(None, id="new", created_at=datetime(2026, 11, 22, tzinfo=UTC)),
        message(None, id="old", created_at=datetime(2026, 11, 1, tzinfo=UTC)),
    ]
    agenda = build_agenda(TODAY, people=[INES], drafts=drafts)
    assert [(item.kind, item.ref, item.due) for item in agenda.items] == [("draft", "new", INES.follow_up_on)]


def test_what_is_done_sent_or_far_off_is_not_listed() -> None:
    agenda = build_agenda(
        TODAY,
        people=[INES.model_copy(update={"follow_up_on": day(15)})],
        commitments=[promise("kept", day(-1), status="kept"), promise("dropped", day(1), status="dropped")],
        drafts=[message(day(1), status="sent"), message(day(1), purpose="brief"), message(day(1), versions=())],
        events=[Event(name="far", starts=day(31)), Event(name="undated"), Event(name="old", starts=day(-40))],
    )
    assert agenda.items == ()


def test_each_side_of_a_promise_has_its_own_kind_and_the_persons_name() -> None:
    theirs = Commitment(person="ines", by="them", what="send charts")
    stranger = Commitment(person="Somebody Unsaved", by="me", what="call")
    agenda = build_agenda(TODAY, people=[INES], commitments=[theirs, stranger])
    assert [(item.kind, item.person_name) for item in agenda.of("promise_theirs", "promise_mine")] == [
        ("promise_mine", "Somebody Unsaved"),
        ("promise_theirs", "Ines Duarte"),
    ]


def test_a_reflection_is_asked_for_two_weeks_long_and_until_answered() -> None:
    for offset, expected in ((0, 0), (-1, 1), (-REFLECTION_WINDOW_DAYS, 1), (-REFLECTION_WINDOW_DAYS - 1, 0)):
        event = Event(id="e", name="Meetup", starts=day(-30), ends=day(offset))
        assert len(build_agenda(TODAY, events=[event]).of("reflection")) == expected, offset
    event = Event(id="e", name="Meetup", starts=day(-2))
    begun = Reflection(event="e")
    answered = Reflection(event="e", answers=(Answer(prompt="?", text="!"),))
    assert len(build_agenda(TODAY, events=[event], reflections=[begun]).of("reflection")) == 1
    assert build_agenda(TODAY, events=[event], reflections=[answered]).of("reflection") == ()


def test_an_event_of_several_days_stays_until_its_last_day() -> None:
    event = Event(id="e", name="Days", starts=day(-1), ends=day(0))
    assert [item.kind for item in build_agenda(TODAY, events=[event]).items] == ["event"]


@given(offsets=st.lists(st.none() | st.integers(-400, 400), max_size=12))
def test_dates_never_fall_down_the_list_and_nothing_open_is_lost(offsets: list[int | None]) -> None:
    promises = [promise(f"p{number}", None if one is None else day(one)) for number, one in enumerate(offsets)]
    items = build_agenda(TODAY, commitments=promises).items
    dues = [item.due or date.max for item in items]
    assert dues == sorted(dues)
    assert {item.ref for item in items} == {one.id for one in promises}


def test_nobody_is_asked_to_look_back_on_a_days_business() -> None:
    sync = Event(id="sync", name="Weekly sync", starts=day(-1), source=EVERYDAY)
    assert build_agenda(TODAY, events=[sync]).items == ()
    with_a_goal = sync.model_copy(update={"goals": ("g",)})
    assert [item.kind for item in build_agenda(TODAY, events=[with_a_goal]).items] == ["reflection"]
