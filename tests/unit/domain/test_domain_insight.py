"""Insight: sums over what is on record, counted by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.domain import insight
from coach.domain.insight import Meeting, Span
from coach.domain.models import Commitment, Draft, Event, Goal, Reflection, Story, Telling

TODAY = date(2026, 5, 31)
MAY = Span(date(2026, 5, 1), TODAY)


def _at(day: int) -> datetime:
    return datetime(2026, 5, day, 12, tzinfo=UTC)


def _met(person: str, day: int, *, event: str | None = None, known: bool = True) -> Meeting:
    return Meeting(f"note-{person}-{day}", person, person.title(), date(2026, 5, day), event, known)


def _sent(person: str, day: int) -> Draft:
    return Draft(purpose="follow_up", person=person, status="sent", sent_at=_at(day))


def test_a_span_counts_both_its_ends() -> None:
    week = Span.until(TODAY, 7)
    assert week.first == date(2026, 5, 25)
    assert week.holds(week.first)
    assert week.holds(TODAY)
    assert not week.holds(date(2026, 5, 24))
    assert not week.holds(None)


def test_follow_through_counts_people_once_and_messages_from_the_meeting_on() -> None:
    meetings = [_met("ana", 4), _met("ana", 9), _met("bo", 10), _met("cy", 12), _met("di", 12, known=False)]
    drafts = [_sent("ana", 5), _sent("bo", 8), _sent("cy", 30), _sent("di", 13)]
    through = insight.follow_through(meetings, drafts, [], MAY, TODAY)
    assert (through.met, through.written, through.in_time) == (3, 2, 1)
    assert through.median_days == (1 + 18) / 2
    assert through.rate == 1 / 3


def test_nobody_met_is_no_rate_of_zero() -> None:
    through = insight.follow_through([], [_sent("ana", 5)], [], MAY, TODAY)
    assert through.rate is None
    assert through.median_days is None


def test_promises_count_by_their_due_day_and_only_ones_own() -> None:
    promises = [
        Commitment(person="ana", by="me", what="send the slides", due=date(2026, 5, 3), status="kept"),
        Commitment(person="ana", by="me", what="call", due=date(2026, 5, 4)),
        Commitment(person="ana", by="me", what="write", made_on=date(2026, 5, 4)),
        Commitment(person="ana", by="me", what="visit", due=date(2026, 6, 4), made_on=date(2026, 5, 4)),
        Commitment(person="ana", by="them", what="call back", due=date(2026, 5, 4)),
    ]
    through = insight.follow_through([], [], promises, MAY, TODAY)
    assert (through.kept, through.open, through.late) == (1, 2, 1)


def test_energy_needs_both_figures_and_a_day_in_the_span() -> None:
    events = {
        "soup": Event(id="soup", name="Soup", starts=date(2026, 5, 2)),
        "fair": Event(id="fair", name="Fair", starts=date(2026, 5, 1), ends=date(2026, 5, 3)),
        "old": Event(id="old", name="Old", starts=date(2026, 4, 1)),
    }
    reflections = [
        Reflection(event="soup", energy_before=4, energy_after=7, belonging=8),
        Reflection(event="fair", energy_before=6, energy_after=5),
        Reflection(event="old", energy_before=1, energy_after=9),
        Reflection(event="soup", energy_before=4),
        Reflection(event="gone", energy_before=4, energy_after=4),
    ]
    found = insight.energies(reflections, events, MAY)
    assert [(one.name, one.change, one.lasted_days) for one in found] == [("Fair", -1, 3), ("Soup", 3, 1)]


def test_a_change_is_the_mean_over_each_event_once() -> None:
    events = {name: Event(id=name, name=name, starts=date(2026, 5, 2)) for name in ("one", "two")}
    reflections = [
        Reflection(event="one", energy_before=2, energy_after=6),
        Reflection(event="two", energy_before=5, energy_after=4),
    ]
    energies = insight.energies(reflections, events, MAY)
    meetings = [_met("ana", 2, event="one"), _met("ana", 3, event="one"), _met("ana", 4, event="two")]
    people, topics = insight.grouped_events([*meetings, _met("bo", 4, event="three")], {"ana": ["tea"]})
    assert [(one.name, one.mean, one.events) for one in insight.changes(energies, people)] == [("Ana", 1.5, 2)]
    assert [(one.name, one.mean, one.events) for one in insight.changes(energies, topics)] == [("tea", 1.5, 2)]


def test_stories_count_only_tellings_in_the_span() -> None:
    told = Story(title="Told", told=(Telling(person="ana", at=date(2026, 5, 2)), Telling(person="bo", at=None)))
    before = Story(title="Before", told=(Telling(person="ana", at=date(2026, 4, 2)),))
    assert [(story.title, times) for story, times in insight.tellings([before, told], MAY)] == [("Told", 1)]


def test_goals_that_rest_longest_come_first_and_closed_ones_fall_out() -> None:
    quiet, busy = Goal(id="quiet", text="Quiet"), Goal(id="busy", text="Busy")
    events = [
        Event(name="Soup", starts=date(2026, 5, 2), goals=("busy",)),
        Event(name="Ahead", starts=TODAY + timedelta(days=3), goals=("quiet",)),
    ]
    goals = [busy, Goal(text="Done", status="reached"), quiet]
    found = insight.goal_moves(goals, events, {"busy": [date(2026, 5, 9), date(2026, 4, 1)]}, MAY, TODAY)
    assert [(one.goal.id, one.events, one.notes, one.last) for one in found] == [
        ("quiet", 0, 0, None),
        ("busy", 1, 1, date(2026, 5, 9)),
    ]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(1, 31)), max_size=20))
def test_no_more_people_are_written_to_than_were_met(pairs: list[tuple[str, int]]) -> None:
    meetings = [_met(person, day) for person, day in pairs]
    drafts = [_sent(person, 32 - day) for person, day in pairs]
    through = insight.follow_through(meetings, drafts, [], MAY, TODAY)
    assert 0 <= through.in_time <= through.written <= through.met == len({person for person, _ in pairs})


def test_a_promise_kept_before_it_is_due_counts_for_the_day_it_was_made() -> None:
    made, due = date(2024, 5, 10), date(2099, 1, 1)
    kept = Commitment(id="c-1", person="ana", by="me", what="Send the notes", made_on=made, due=due, status="kept")
    assert insight.promise_day(kept, TODAY) == made
    assert insight.promise_day(kept, due) == due
    assert insight.promise_day(kept.model_copy(update={"made_on": None}), TODAY) == due
    assert insight.promise_day(kept.model_copy(update={"status": "open"}), TODAY) == due
    spanning = insight.Span(made, made)
    assert insight.follow_through([], [], [kept], spanning, TODAY).kept == 1
