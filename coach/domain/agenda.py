"""What is due: follow-ups, promises, drafts not sent, events ahead, reflections missing. Pure rules over dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from coach.domain.models import Commitment, Draft, Event, Model, Person, Reflection

DueKind = Literal["follow_up", "promise_mine", "promise_theirs", "draft", "event", "reflection"]

FIRST_FOLLOW_UP_DAYS = 2
"""A first message is proposed within two days of a meeting, while both still remember it."""
REFLECTION_WINDOW_DAYS = 14
"""A reflection is asked for up to two weeks after an event; later it would be invention."""


class DueItem(Model):
    """One thing to do. `ref` is the id of the commitment, draft, event or person that it is about."""

    kind: DueKind
    ref: str
    title: str
    person_id: str | None = None
    person_name: str = ""
    event_id: str | None = None
    due: date | None = None
    days_left: int | None = None
    """Days until it is due; negative when overdue."""

    @property
    def overdue(self) -> bool:
        return self.days_left is not None and self.days_left < 0


class Agenda(Model):
    """All due items, the most urgent first."""

    today: date
    items: tuple[DueItem, ...] = ()

    def of(self, *kinds: DueKind) -> tuple[DueItem, ...]:
        return tuple(item for item in self.items if item.kind in kinds)

    @property
    def waited_for(self) -> tuple[DueItem, ...]:
        """What others wait for by now: promises of yours that are due or late, and messages that are not sent."""
        due = (item for item in self.of("promise_mine") if item.days_left is not None and item.days_left <= 0)
        return (*due, *self.of("draft"))


def _item(kind: DueKind, ref: str, title: str, due: date | None, today: date, **more: str | None) -> DueItem:
    left = (due - today).days if due else None
    return DueItem(kind=kind, ref=ref, title=title, due=due, days_left=left, **more)


def build_agenda(
    today: date,
    *,
    people: Sequence[Person] = (),
    commitments: Sequence[Commitment] = (),
    drafts: Sequence[Draft] = (),
    events: Sequence[Event] = (),
    reflections: Sequence[Reflection] = (),
    horizon_days: int = 14,
) -> Agenda:
    """Lay everything that is open on one list. Items without a date come after dated ones of the same day's urgency."""
    names = {person.id: person.name for person in people}
    days = {person.id: person.follow_up_on for person in people}
    written = _newest_each(drafts)
    items: list[DueItem] = []
    for person in people:
        if person.id in written:
            continue  # sending what is written is what is due
        if person.follow_up_on and (person.follow_up_on - today).days <= horizon_days:
            items.append(
                _item(
                    "follow_up",
                    person.id,
                    f"Follow up with {person.name}",
                    person.follow_up_on,
                    today,
                    person_id=person.id,
                    person_name=person.name,
                )
            )
    for promise in commitments:
        if promise.status != "open":
            continue
        name = names.get(promise.person, promise.person)
        kind: DueKind = "promise_mine" if promise.by == "me" else "promise_theirs"
        items.append(
            _item(kind, promise.id, promise.what, promise.due, today, person_id=promise.person, person_name=name)
        )
    for who, draft in written.items():
        name = names.get(who, who)
        items.append(
            _item(
                "draft",
                draft.id,
                f"Send your message to {name}",
                draft.next_on or days.get(who),
                today,
                person_id=draft.person,
                person_name=name,
            )
        )
    items.extend(_event_items(today, events, reflections, horizon_days))
    far = date.max
    items.sort(key=lambda item: (item.due or far, item.title.casefold()))
    return Agenda(today=today, items=tuple(items))


def _newest_each(drafts: Sequence[Draft]) -> dict[str, Draft]:
    """Of the messages that wait to be sent, the newest to each person."""
    open_ones = [one for one in drafts if one.status == "open" and one.purpose == "follow_up" and one.versions]
    return {one.person or "": one for one in sorted(open_ones, key=lambda one: str(one.created_at or ""))}


def _event_items(
    today: date, events: Sequence[Event], reflections: Sequence[Reflection], horizon_days: int
) -> list[DueItem]:
    reflected = {reflection.event for reflection in reflections if reflection.answers}
    found: list[DueItem] = []
    for event in events:
        end = event.ends or event.starts
        if event.starts is None or end is None:
            continue
        if today <= end and event.starts - today <= timedelta(days=max(horizon_days, 30)):
            found.append(_item("event", event.id, event.name, event.starts, today, event_id=event.id))
        elif (
            end < today <= end + timedelta(days=REFLECTION_WINDOW_DAYS)
            and event.id not in reflected
            and not event.everyday
        ):
            due = end + timedelta(days=1)
            found.append(_item("reflection", event.id, f"Reflect on {event.name}", due, today, event_id=event.id))
    return found
