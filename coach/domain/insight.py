"""What a stretch of time did to you and to others: energy, follow-through, stories told, goals that move.

Pure sums over what is on record. Nothing here is a cause: energy after an evening has many, and few evenings prove
nothing, so every figure comes with the number that it rests on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from coach.domain.models import Commitment, Draft, Event, Goal, PersonRef, Reflection, Story

PROMPT_DAYS = 7
"""A message counts as sent in time within a week of the meeting; this program's own choice."""


@dataclass(frozen=True)
class Span:
    """A stretch of days, both ends included."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    @classmethod
    def until(cls, last: date, days: int) -> Span:
        """The `days` days that end with `last`."""
        return cls(last - timedelta(days=days - 1), last)


@dataclass(frozen=True)
class Meeting:
    """That a dated note names somebody: one note and one person. `known`: whom you have met, not only heard of."""

    note: str
    person: PersonRef
    name: str
    day: date
    event: str | None = None
    known: bool = True


@dataclass(frozen=True)
class Energy:
    """Energy before and after one event, 1 (none) to 10 (full); `belonging` on the same scale, None where not given."""

    event: str
    name: str
    day: date
    before: int
    after: int
    belonging: int | None
    lasted_days: int

    @property
    def change(self) -> int:
        return self.after - self.before


@dataclass(frozen=True)
class Change:
    """The mean change of energy over the events that share something, and how many they are."""

    name: str
    mean: float
    events: int


@dataclass(frozen=True)
class FollowThrough:
    """Of those you met, whom you wrote to, and how soon; of what you promised, what is kept."""

    met: int
    written: int
    in_time: int
    median_days: float | None
    kept: int
    open: int
    late: int

    @property
    def rate(self) -> float | None:
        """Share of the people met who got a message within a week; None when nobody was met."""
        return self.in_time / self.met if self.met else None


@dataclass(frozen=True)
class GoalMove:
    """What happened for a goal in a span, and when anything did last."""

    goal: Goal
    events: int
    notes: int
    last: date | None


def day_of(moment: datetime | None) -> date | None:
    """The user's own calendar day of a moment."""
    return moment.astimezone().date() if moment else None


def energies(reflections: Iterable[Reflection], events: Mapping[str, Event], span: Span) -> list[Energy]:
    """Reflections with both figures, in the order of their days; one without an event has no place here."""
    found = []
    for reflection in reflections:
        event = events.get(reflection.event or "")
        if event is None or reflection.energy_before is None or reflection.energy_after is None:
            continue
        day = event.starts or day_of(reflection.at)
        if day is None or not span.holds(day):
            continue
        lasted = ((event.ends or day) - day).days + 1
        figures = (reflection.energy_before, reflection.energy_after, reflection.belonging)
        found.append(Energy(event.id, event.name, day, *figures, lasted_days=max(lasted, 1)))
    return sorted(found, key=lambda one: (one.day, one.name))


def changes(energies: Sequence[Energy], groups: Mapping[str, Iterable[str]]) -> list[Change]:
    """The mean change for each group of event ids, the greatest lift first; groups without an event fall out."""
    by_event = {one.event: one.change for one in energies}
    found = []
    for name, members in groups.items():
        values = [by_event[event] for event in dict.fromkeys(members) if event in by_event]
        if values:
            found.append(Change(name, sum(values) / len(values), len(values)))
    return sorted(found, key=lambda one: (-one.mean, -one.events, one.name.casefold()))


def grouped_events(
    meetings: Iterable[Meeting], topics: Mapping[PersonRef, Sequence[str]]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Event ids by the name of who was met there, and by what those people care about."""
    people: dict[str, list[str]] = defaultdict(list)
    about: dict[str, list[str]] = defaultdict(list)
    for meeting in meetings:
        if meeting.event and meeting.known:
            people[meeting.name].append(meeting.event)
            for topic in topics.get(meeting.person, ()):
                about[topic].append(meeting.event)
    return dict(people), dict(about)


def follow_through(
    meetings: Iterable[Meeting], drafts: Iterable[Draft], promises: Iterable[Commitment], span: Span, today: date
) -> FollowThrough:
    """Each person met in the span counts once, from their first day in it; a message counts from that day on.

    Promises of yours count by `promise_day`.
    """
    met: dict[PersonRef, date] = {}
    for meeting in meetings:
        if meeting.known and span.holds(meeting.day):
            met[meeting.person] = min(meeting.day, met.get(meeting.person, meeting.day))
    sent: dict[PersonRef, date] = {}
    for draft in drafts:
        day = day_of(draft.sent_at)
        if draft.status == "sent" and day and draft.person in met and day >= met[draft.person]:
            sent[draft.person] = min(day, sent.get(draft.person, day))
    delays = [(sent[person] - met[person]).days for person in sent]
    mine = [one for one in promises if one.by == "me" and span.holds(promise_day(one, today))]
    waiting = [one for one in mine if one.status == "open"]
    return FollowThrough(
        met=len(met),
        written=len(sent),
        in_time=sum(delay <= PROMPT_DAYS for delay in delays),
        median_days=median(delays) if delays else None,
        kept=sum(one.status == "kept" for one in mine),
        open=len(waiting),
        late=sum(one.due is not None and one.due < today for one in waiting),
    )


def promise_day(promise: Commitment, today: date) -> date | None:
    """The day a promise counts for: when it was due, or made where none was due. One kept before it is due counts for
    the day it was made, since a span up to today would miss it."""
    early = promise.status == "kept" and promise.due is not None and promise.due > today
    return (promise.made_on if early else None) or promise.due or promise.made_on


def tellings(stories: Iterable[Story], span: Span) -> list[tuple[Story, int]]:
    """Stories told in the span, and how often, the most told first."""
    counted = [(story, sum(span.holds(told.at) for told in story.told)) for story in stories]
    return sorted(((story, times) for story, times in counted if times), key=lambda one: (-one[1], one[0].title))


def goal_moves(
    goals: Iterable[Goal], events: Iterable[Event], notes: Mapping[str, Sequence[date]], span: Span, today: date
) -> list[GoalMove]:
    """Active goals, the one that rests longest first. `notes`: the days of the notes that name each goal.

    An event counts for a goal that it was visited for, once it has begun.
    """
    begun = [event for event in events if event.starts and event.starts <= today]
    found = []
    for goal in goals:
        if goal.status != "active":
            continue
        days = [event.starts for event in begun if goal.id in event.goals and event.starts]
        noted = list(notes.get(goal.id, ()))
        found.append(
            GoalMove(
                goal,
                sum(span.holds(day) for day in days),
                sum(span.holds(day) for day in noted),
                max([*days, *noted], default=None),
            )
        )
    return sorted(found, key=lambda one: (one.last or date.min, one.goal.text))
