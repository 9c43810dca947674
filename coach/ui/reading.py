"""The questions that pages put to the workspace, each as small as the page needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from coach.domain.agenda import Agenda
from coach.domain.cost import total_cost
from coach.domain.evidence import Evidence
from coach.domain.models import (
    Capture,
    Commitment,
    Draft,
    Event,
    Goal,
    Kind,
    Note,
    Person,
    Reflection,
    Story,
    TokenUse,
)
from coach.domain.near_names import nearly_called
from coach.domain.passages import Contact
from coach.facade import Coach
from coach.storage.names import name_key, search_key

LATELY = 5
"""Messages whose time tells how long the next one may take."""
SAMPLE_MARK = "sample-"
"""How the ids of the sample's goals begin."""
LOOKED_AT, NEAREST = 40, 3
"""Finds among which those that say the words are taken, and those that are shown where none does."""


def today() -> date:
    """The user's own calendar day."""
    return date.today()  # noqa: DTZ011 - a private app runs in its user's time zone


def events_by_nearness(coach: Coach) -> list[Event]:
    """Events without their programme: what is on or ahead first, by date, a day's business last; then what is past,
    the latest first."""
    now = today()
    events = coach.store.events(with_programme=False)
    ahead = [event for event in events if event.starts and (event.ends or event.starts) >= now]
    undated = [event for event in events if event.starts is None]
    past = [event for event in events if event.starts and (event.ends or event.starts) < now]
    ahead.sort(key=lambda event: (event.everyday, event.starts or date.max, event.name))
    past.sort(key=lambda event: event.ends or event.starts or date.min, reverse=True)
    return [*ahead, *undated, *past]


def events_to_reflect(coach: Coach) -> list[Event]:
    """Events that have begun, the latest first; then the rest."""
    now = today()
    events = coach.store.events(with_programme=False)
    begun = [event for event in events if event.starts is None or event.starts <= now]
    begun.sort(key=lambda event: event.starts or date.min, reverse=True)
    ahead = [event for event in events if event.starts is not None and event.starts > now]
    ahead.sort(key=lambda event: event.starts or date.max)
    return [*begun, *ahead]


def event_lately(events: Iterable[Event]) -> Event | None:
    """The event that is on today, else one that ended yesterday; of several the one that began last."""
    now = today()
    begun = [event for event in events if event.starts is not None and event.starts <= now]
    begun.sort(key=lambda event: event.starts or date.min, reverse=True)
    for day in (now, now - timedelta(days=1)):
        for event in begun:
            if (event.ends or event.starts or day) >= day:
                return event
    return None


def event_people(coach: Coach, event_id: str) -> dict[str, str]:
    """Id → name of everybody on an event's programme or guest list, in the order of their names."""
    people = coach.store.people(event=event_id)
    names = {person.id: person.name for person in sorted(people, key=lambda one: one.name.casefold())}
    return names | namesakes(coach, names)


def people_names(coach: Coach) -> dict[str, str]:
    """Id → name of everybody; people of one name have beside it what tells them apart."""

    def named() -> tuple[tuple[str, str], ...]:
        names = {person.id: person.name for person in coach.store.directory()}
        return tuple((names | namesakes(coach, names)).items())

    return dict(coach.store.kept("people's names told apart", named))


def namesakes(coach: Coach, names: Mapping[str, str]) -> dict[str, str]:
    """Those of them whose name somebody else bears too, each with role, organisation or an address beside it."""
    often = Counter(name_key(name) for name in names.values())
    alike = [one for one, name in names.items() if often[name_key(name)] > 1]
    people = coach.store.get_many(Person, alike) if alike else {}
    return {one: " · ".join((person.name, *told_apart(person))) for one, person in people.items()}


def told_apart(person: Person) -> tuple[str, ...]:
    """What tells somebody from another of their name: their work, else an address, else how you met."""
    address = next((channel.value for channel in person.channels), "")
    work = tuple(part for part in (person.role, person.organisation) if part)
    return work or tuple(part for part in (address or person.how_met,) if part)


def active_goals(coach: Coach) -> list[Goal]:
    return coach.store.goals(status="active")


def briefs_of(coach: Coach, event_id: str) -> list[Draft]:
    """Kept briefs of an event, the newest first."""
    return [draft for draft in coach.store.drafts(purpose="brief", event=event_id) if draft.versions]


def messages_to(coach: Coach, person_id: str) -> list[Draft]:
    """Messages to a person, the newest first."""
    return [draft for draft in coach.store.drafts(purpose="follow_up", person=person_id) if draft.versions]


def unwritten_to(coach: Coach, person_id: str) -> list[Draft]:
    """Messages to a person that a failing model left unwritten, the newest first."""
    return [one for one in coach.store.drafts(purpose="follow_up", person=person_id) if not one.versions]


def open_captures(coach: Coach) -> list[Capture]:
    return coach.store.captures(status="open")


def reflection_of(coach: Coach, event_id: str) -> Reflection | None:
    """The newest reflection on an event."""
    return next(iter(coach.store.reflections(event=event_id)), None)


def evidence_of_reflection(coach: Coach, reflection: Reflection) -> list[Evidence]:
    """What the questions rest on, from the draft that holds their provenance; empty when rules made them."""
    if reflection.draft is None:
        return []
    found = coach.store.get_many(Draft, [reflection.draft]).get(reflection.draft)
    return [Evidence.model_validate(one) for one in found.current.evidence] if found and found.versions else []


def notes_about(coach: Coach, person_id: str, limit: int = 50) -> list[Note]:
    return coach.store.notes(person=person_id, limit=limit)


def found_anywhere(coach: Coach, words: str, shown: int) -> tuple[list[Note], list[Evidence], bool]:
    """Notes and other entries that say all of the words, and whether they do: else what comes nearest to them."""
    recalled = [one for one in coach.recall(words, LOOKED_AT) if one.kind is not Kind.PERSON]
    wanted = search_key(words).split()

    def says(one: Evidence) -> bool:
        held = search_key(one.title, one.text, *one.names)
        return all(word in held for word in wanted)

    saying = [one for one in recalled if says(one)]
    ids = [*(one.id for one in coach.store.notes(search=words, limit=shown)), *_notes_among(saying)]
    others = [one for one in saying if one.kind is not Kind.NOTE]
    certain = bool(ids or others)
    if not certain:
        ids, others = _notes_among(recalled[:NEAREST]), [one for one in recalled[:NEAREST] if one.kind is not Kind.NOTE]
    notes = coach.store.get_many(Note, list(dict.fromkeys(ids))[:shown])
    return list(notes.values()), others[:shown], certain


def _notes_among(found: Iterable[Evidence]) -> list[str]:
    return [one.source_id for one in found if one.kind is Kind.NOTE]


def promises_with(coach: Coach, person_id: str) -> list[Commitment]:
    return coach.store.commitments(person=person_id)


def stories_told_to(coach: Coach, person_id: str) -> list[Story]:
    return coach.store.stories(told_to=person_id)


def due_first(coach: Coach, agenda: Agenda) -> list[Contact]:
    """People for a message: whoever is due first, then those you know, then everybody, by name."""
    people = {person.id: person for person in coach.store.contacts()}
    due = [item.person_id for item in agenda.of("follow_up", "promise_mine", "draft") if item.person_id in people]
    rest = sorted(people.values(), key=lambda one: (one.relation != "known", one.name.casefold()))
    order = dict.fromkeys([*(one for one in due if one), *(one.id for one in rest)])
    return [people[one] for one in order]


def find_people(coach: Coach, search: str, page: int, per_page: int) -> list[Person]:
    """One page (from 1) of the people whose name, role or organisation holds the words, those you know first."""
    return coach.store.people(search=search, known_first=True, limit=per_page, offset=(page - 1) * per_page)


def nearly(coach: Coach, search: str) -> list[Person]:
    """Whose name is nearly what was searched for, the nearest first: "Kuger" for Krüger."""
    ids = nearly_called(coach.store.directory(), search)
    return list(coach.store.get_many(Person, ids).values())


def stories(coach: Coach) -> list[Story]:
    """Every story that is switched on, by title."""
    found = coach.store.stories()
    return found if coach.settings.starter_stories else [one for one in found if one.collection != "starter"]


def shelf_of(story: Story) -> str:
    """Where a story stands: `starter` (comes with the app), `mine` (your own) or `heard`."""
    if story.collection == "starter":
        return "starter"
    return "mine" if story.own else "heard"


def tokens_used(coach: Coach) -> tuple[int, int]:
    """Tokens (read, written) of every draft version so far."""
    used = [usage for _, _, usage in _written(coach)]
    return sum(one.prompt for one in used), sum(one.completion for one in used)


def _written(coach: Coach) -> tuple[tuple[str, str, TokenUse], ...]:
    """Who made each draft version (`model` or `user`), with which model, and what it took."""
    store = coach.store
    return store.kept(
        "usage",
        lambda: tuple((one.origin, one.model, one.usage) for draft in store.drafts() for one in draft.versions),
    )


def messages_took(coach: Coach) -> float | None:
    """Seconds that the last messages took to be written, the middle one of them; None before the first."""
    return coach.store.kept("messages took", lambda: _middle(_seconds_of_messages(coach)))


def _seconds_of_messages(coach: Coach) -> list[float]:
    """Of each message that a model wrote, the newest first."""
    drafts = [one for one in coach.store.drafts(purpose="follow_up") if one.versions]
    return [one.versions[0].usage.seconds for one in drafts if one.versions[0].usage.seconds]


def _middle(seconds: Sequence[float]) -> float | None:
    lately = sorted(seconds[:LATELY])
    return lately[len(lately) // 2] if lately else None


def money_spent(coach: Coach, free: set[str]) -> tuple[dict[str, float], int]:
    """Money by currency of every draft version so far, and how many have no known price. `free`: models here."""
    by_model = ((model, usage) for origin, model, usage in _written(coach) if origin == "model")
    return total_cost(by_model, coach.settings.prices, free)


def has_sample(coach: Coach) -> bool:
    """Whether invented people or events are still in the workspace."""
    return any(coach.store.count(kind, invented=True) for kind in (Kind.EVENT, Kind.PERSON))


def has_begun(coach: Coach) -> bool:
    """Whether the workspace has people and an event of the user's own: the first steps lie behind them."""
    return all(coach.store.count(kind, invented=False) for kind in (Kind.EVENT, Kind.PERSON))


def has_own(coach: Coach) -> bool:
    """Whether anything in the workspace is the user's own: an event, a person or a goal that is not the sample's."""
    if any(coach.store.count(kind, invented=False) for kind in (Kind.EVENT, Kind.PERSON)):
        return True
    return any(not goal.id.startswith(SAMPLE_MARK) for goal in coach.store.goals())
