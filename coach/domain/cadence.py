"""How often to be in touch with whom, and whose turn it is: pure rules over when you were in touch.

What is known: friends grow apart where contact stops, and more so than kin (Roberts & Dunbar 2011, Evolution and
Human Behavior 32); so silence counts, measured against a relationship's own rhythm. Acquaintances whom one seldom
sees bring what close friends do not know (Granovetter 1973), and old ties that were taken up again gave advice as
useful as that of current ones (Levin, Walter & Murnighan 2011); so nobody is dropped for being seen seldom.
The lengths of the steps and the weights are this program's own choice; no study gives them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from coach.domain.closed_doors import ClosedDoor
from coach.domain.models import PersonRef
from coach.domain.naming import first_name

STEPS = (14, 30, 60, 90, 180, 365)
"""Days between contacts that are suggested."""
USUAL, WITH_GOAL, WITH_PROMISE = 90, 60, 30
"""Days where too little is on record to see a rhythm: in general, near an active goal, with a promise open."""
LEAST_CONTACTS = 3
"""Days of contact from which a rhythm can be read."""
AHEAD_DAYS = 7
"""Somebody whose turn comes within a week is on the list already."""
WEIGHT_GOAL, WEIGHT_OWED, WEIGHT_GAVE, WEIGHT_SILENCE = 0.8, 0.5, 0.4, 0.4

LastBy = Literal["note", "story", "help", "touch", "sent"]
Why = Literal["rhythm", "promise", "goal", "help", "usual", "unmet"]


@dataclass(frozen=True)
class Contacts:
    """When you were in touch: on how many days, the first and the last of them, and what tells of the last."""

    days: int
    first: date
    last: date
    last_by: LastBy
    last_sent: date | None = None

    @property
    def gap(self) -> float | None:
        """Days between contacts on average; None where there were too few."""
        return (self.last - self.first).days / (self.days - 1) if self.days >= LEAST_CONTACTS else None


@dataclass(frozen=True)
class Tie:
    """What a rhythm is read from, for one person. `given`, `received`: the days of help, kept promises included."""

    id: PersonRef
    name: str
    role: str = ""
    organisation: str = ""
    relation: str = "known"
    interests: tuple[str, ...] = ()
    cadence_days: int | None = None
    quiet_until: date | None = None
    follow_up_on: date | None = None
    contacts: Contacts | None = None
    given: tuple[date | None, ...] = ()
    received: tuple[date | None, ...] = ()
    i_owe: str = ""
    they_owe: str = ""
    invented: bool = False

    @property
    def first_name(self) -> str:
        return first_name(self.name)


@dataclass(frozen=True)
class Cadence:
    """Days between contacts (0: no reminders) and where they come from; `suggested` is False for the user's own."""

    days: int
    why: Why
    suggested: bool = True
    gap: int | None = None


@dataclass(frozen=True)
class Reason:
    """One reason, to be put into words by whoever shows it: a code, and what it speaks of."""

    code: str
    values: Mapping[str, str | int | date] = field(default_factory=dict)


@dataclass(frozen=True)
class Reminder:
    """Somebody whose turn it is, or will be. `score` orders the list; it is never shown."""

    tie: Tie
    cadence: Cadence
    due: date
    days_left: int
    reasons: tuple[Reason, ...]
    score: float
    snoozed: bool = False

    @property
    def now(self) -> bool:
        """Whether it is their turn, or will be within a week; never while it is put off."""
        return self.days_left <= AHEAD_DAYS and not self.snoozed


@dataclass(frozen=True)
class Rhythm:
    """One person's: what is on record, the rhythm in use, the one suggested, and their place on the list, if any.

    `door`: why they have none, for somebody who is not to be approached.
    """

    tie: Tie
    cadence: Cadence
    suggestion: Cadence
    reminder: Reminder | None
    door: ClosedDoor | None = None


@dataclass(frozen=True)
class LeftOut:
    """Somebody who would have a place on the list if the user's own notes did not say to avoid them."""

    person: PersonRef
    name: str
    quote: str


def suggested(tie: Tie, topics: Sequence[str] = ()) -> Cadence:
    """The rhythm that the relationship has, or a usual one. `topics`: interests that an active goal names too."""
    if tie.relation == "prospect" and tie.contacts is None:
        return Cadence(0, "unmet")
    gap = tie.contacts.gap if tie.contacts else None
    if gap is not None:
        days = next((step for step in STEPS if step >= gap), STEPS[-1])
        return Cadence(days, "rhythm", gap=max(1, round(gap)))
    if tie.i_owe or tie.they_owe:
        return Cadence(WITH_PROMISE, "promise")
    if topics:
        return Cadence(WITH_GOAL, "goal")
    return Cadence(WITH_GOAL, "help") if tie.given and tie.received else Cadence(USUAL, "usual")


def cadence_of(tie: Tie, topics: Sequence[str] = ()) -> Cadence:
    """The user's own choice, else the suggestion."""
    found = suggested(tie, topics)
    if tie.cadence_days is None:
        return found
    return Cadence(tie.cadence_days, found.why, suggested=False, gap=found.gap)


def due_on(tie: Tie, cadence: Cadence, today: date, *, wanted: bool) -> date | None:
    """The day of the next contact; None where no reminder is wanted.

    A day that was set for a message wins, over a snooze too: a snooze takes such a day along, so that an earlier one
    was set after it. Of what the rhythm gives, a snooze only ever moves the day back. Somebody you were never in touch
    with is due today if `wanted` (near a goal, or with a rhythm set by hand), and otherwise not at all.
    """
    if cadence.days == 0:
        return None
    if tie.follow_up_on:
        return tie.follow_up_on
    first = today if wanted else None
    day = tie.contacts.last + timedelta(days=cadence.days) if tie.contacts else first
    return max(day, tie.quiet_until) if day and tie.quiet_until else day


def reminders(ties: Iterable[Tie], today: date, topics: Mapping[str, Sequence[str]]) -> list[Reminder]:
    """Everybody with a day to come, those whose turn it is first, the most pressing at the top.

    `topics`: by person id, interests that an active goal names too. Later ones follow by their day.
    """
    found = [one for tie in ties if (one := reminder_of(tie, today, topics.get(tie.id, ())))]
    now = sorted((one for one in found if one.now), key=lambda one: (-one.score, one.tie.name))
    later = sorted((one for one in found if not one.now), key=lambda one: (one.due, one.tie.name))
    return [*now, *later]


def reminder_of(tie: Tie, today: date, topics: Sequence[str] = ()) -> Reminder | None:
    """One person's place on the list, or None."""
    cadence = cadence_of(tie, topics)
    due = due_on(tie, cadence, today, wanted=bool(topics) or tie.cadence_days is not None)
    if due is None:
        return None
    left = (due - today).days
    score = _score(tie, cadence, today, left, topics)
    snoozed = tie.quiet_until is not None and min(tie.quiet_until, due) > today
    return Reminder(tie, cadence, due, left, reasons(tie, today, topics), score, snoozed)


def _score(tie: Tie, cadence: Cadence, today: date, left: int, topics: Sequence[str]) -> float:
    """Lateness in rhythms (at most 2), closeness to goals, what is owed, and the silence, on a slow scale."""
    score = min(-left / cadence.days, 2.0) + WEIGHT_GOAL * min(len(topics), 2) / 2
    score += WEIGHT_OWED * bool(tie.i_owe) + WEIGHT_GAVE * (len(tie.received) > len(tie.given))
    silent = (today - tie.contacts.last).days if tie.contacts else 0
    return score + WEIGHT_SILENCE * math.log1p(max(silent, 0) / STEPS[-1])


def reasons(tie: Tie, today: date, topics: Sequence[str] = ()) -> tuple[Reason, ...]:
    """Why now, in the order in which it is said: the silence, help since, what is owed, a goal that is near."""
    found = [_silence(tie, today)]
    since = tie.contacts.last_sent if tie.contacts else None
    helped = sum(1 for day in tie.received if since is None or (day is not None and day > since))
    if helped:
        found.append(Reason("helped_since" if since else "helped", {"name": tie.first_name, "count": helped}))
    if tie.i_owe:
        found.append(Reason("i_owe", {"what": tie.i_owe}))
    elif tie.they_owe:
        found.append(Reason("they_owe", {"name": tie.first_name, "what": tie.they_owe}))
    if topics:
        found.append(Reason("goal", {"name": tie.first_name, "topic": topics[0]}))
    return tuple(found)


def _silence(tie: Tie, today: date) -> Reason:
    if tie.contacts is None:
        return Reason("never")
    sent = tie.contacts.last_sent
    if sent and (tie.contacts.last == sent or tie.contacts.last_by == "help"):
        return Reason("wrote", {"days": (today - sent).days})
    return Reason("touch", {"days": (today - tie.contacts.last).days})
