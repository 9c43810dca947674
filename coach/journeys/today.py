"""Today: what is due, how ready you are for the next event, who is going quiet, and one story to think about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from coach.domain.agenda import Agenda, build_agenda
from coach.domain.cadence import Reminder
from coach.domain.models import Event, Goal
from coach.domain.readiness import Readiness, readiness
from coach.errors import InputError
from coach.journeys import nurture
from coach.journeys.doors import closed_doors, the_dead
from coach.journeys.keeper import Keeper
from coach.journeys.story_bank import StoryBank
from coach.storage.store import Store

HORIZON_DAYS = 14
"""A message that is due within two weeks is on the list."""
QUIET = 3
"""People going quiet who are shown."""
READ_MARK = "brief.read."
"""A setting of that name and the brief's id says that the brief was opened."""


@dataclass(frozen=True)
class StoryPrompt:
    """One story to work on: `finish` a story of which a part is missing, or tell one for a goal that has none.

    `ref`: the id of the story or of the goal; `part`: what is missing of the story.
    """

    kind: Literal["finish", "missing"]
    ref: str
    title: str
    part: str = ""


@dataclass(frozen=True)
class Today:
    """The day at a glance. `readiness` is of the next event that has a date; None where none is ahead."""

    agenda: Agenda
    readiness: Readiness | None
    quiet: tuple[Reminder, ...]
    story: StoryPrompt | None


def today(keeper: Keeper, day: date) -> Today:
    """All of it. What is on the agenda already is not said again under who is going quiet."""
    due = agenda(keeper, day)
    listed = {item.person_id for item in due.of("follow_up", "draft")}
    quiet = [one for one in nurture.queue(keeper, day) if one.now and one.tie.id not in listed][:QUIET]
    coming = _next_event(keeper.store, due)
    ready = ready_for(keeper, coming, day) if coming else None
    return Today(due, ready, tuple(quiet), story_prompt(StoryBank(keeper)))


def _next_event(store: Store, due: Agenda) -> str | None:
    """The first one ahead that is more than a day's business; where all are, the first of them."""
    ahead = [item.ref for item in due.of("event")]
    everyday = {event.id for event in store.events(with_programme=False) if event.everyday}
    everyday -= {draft.event for draft in store.drafts(purpose="brief") if draft.event}
    return next((id for id in ahead if id not in everyday), ahead[0] if ahead else None)


def agenda(keeper: Keeper, day: date) -> Agenda:
    """What is due, overdue and ahead; only the people whom it names are loaded."""
    return keeper.store.kept(("agenda", day), lambda: _agenda(keeper, day))


def _agenda(keeper: Keeper, day: date) -> Agenda:
    """Nothing to write to the dead, and nothing that they promised; what was promised to them stays. No reminder of
    whom the notes say to avoid; what was promised and begun stays."""
    store, dead, closed = keeper.store, the_dead(keeper), closed_doors(keeper)
    promises = [one for one in store.commitments(status="open") if one.by == "me" or one.person not in dead]
    drafts = [one for one in store.drafts(purpose="follow_up", status="open") if one.person not in dead]
    named = {promise.person for promise in promises} | {draft.person for draft in drafts if draft.person}
    people = store.people(follow_up_by=day + timedelta(days=HORIZON_DAYS))
    people += store.people(ids=named - {person.id for person in people})
    return build_agenda(
        day,
        people=[one.model_copy(update={"follow_up_on": None}) if one.id in closed else one for one in people],
        commitments=promises,
        drafts=drafts,
        events=store.events(with_programme=False),
        reflections=store.reflections(),
        horizon_days=HORIZON_DAYS,
    )


def ready_for(keeper: Keeper, event_id: str, day: date) -> Readiness:
    """How ready you are for an event. Raises NotFoundError; InputError for an event without a date."""
    from coach.journeys.prepare import load_brief

    store = keeper.store
    event = store.get(Event, event_id)
    if event.starts is None:
        raise InputError("The event {name!r} has no date.", "Give it one first.", name=event.name)
    drafts = [draft for draft in store.drafts(purpose="brief", event=event_id) if draft.versions]
    brief = load_brief(store, drafts[0].id) if drafts else None
    goals = list(
        store.get_many(Goal, list(dict.fromkeys([*event.goals, *(drafts[0].goals if drafts else ())]))).values()
    )
    there = {person.id: person.name for person in store.people(event=event_id)}
    owed = [(one, there[one.person]) for one in store.commitments(status="open", by="me") if one.person in there]
    read = brief is not None and store.setting(READ_MARK + drafts[0].id) is not None
    return readiness(event, day, goals=goals, expected=len(there), brief=brief, read=read, owed=owed)


def mark_read(keeper: Keeper, brief_id: str) -> None:
    """Keep that a brief was opened."""
    if keeper.store.setting(READ_MARK + brief_id) is None:
        keeper.store.set_setting(READ_MARK + brief_id, "yes")


def story_prompt(bank: StoryBank) -> StoryPrompt | None:
    """The first active goal that has no story, else the story that lacks least."""
    for goal in bank.gaps().goals:
        return StoryPrompt("missing", goal.id, goal.text)
    question = bank.next_question()
    return StoryPrompt("finish", question.story_id, question.title, question.part) if question else None
