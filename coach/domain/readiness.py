"""How ready you are for an event: a short checklist in which each tick has its evidence. Pure rules.

Nothing is ticked because it would be nice: a step is done when something on record shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from coach.domain.brief import Brief
from coach.domain.models import Commitment, Event, Goal, Model

Step = Literal["goal", "people", "brief", "story", "promises"]


class Check(Model):
    """One step: whether it is done, and what shows it, or what is missing. `items`: names, titles or promises."""

    step: Step
    done: bool
    items: tuple[str, ...] = ()
    count: int = 0


class Readiness(Model):
    """The next event and what is done for it. `brief_id`: its newest brief, read or not."""

    event_id: str
    event_name: str
    place: str = ""
    starts: date
    ends: date
    days_left: int
    checks: tuple[Check, ...] = ()
    brief_id: str | None = None

    @property
    def done(self) -> int:
        return sum(check.done for check in self.checks)

    def check(self, step: Step) -> Check:
        return next(check for check in self.checks if check.step == step)


def readiness(
    event: Event,
    today: date,
    *,
    goals: Sequence[Goal] = (),
    expected: int = 0,
    brief: Brief | None = None,
    read: bool = False,
    owed: Sequence[tuple[Commitment, str]] = (),
) -> Readiness:
    """`goals`: those you go with; `expected`: how many people are known to be there; `owed`: your open promises to
    them, each with the person's name. `event` needs a first day."""
    assert event.starts is not None
    told = [one.story.title for one in brief.people if one.story] if brief else []
    met = [one.name for one in brief.people if one.openers] if brief else []
    checks = (
        Check(step="goal", done=bool(goals), items=tuple(goal.text for goal in goals), count=len(goals)),
        Check(step="people", done=expected > 0, items=tuple(met), count=expected),
        Check(step="brief", done=brief is not None and read, count=int(brief is not None)),
        Check(step="story", done=bool(told), items=tuple(dict.fromkeys(told))),
        Check(
            step="promises",
            done=not owed,
            items=tuple(f"{name}: {promise.what}" for promise, name in owed),
            count=len(owed),
        ),
    )
    return Readiness(
        event_id=event.id,
        event_name=event.name,
        place=event.place,
        starts=event.starts,
        ends=event.ends or event.starts,
        days_left=(event.starts - today).days,
        checks=checks,
        brief_id=brief.draft_id if brief else None,
    )
