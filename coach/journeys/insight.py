"""Insight: what the record of a stretch of time shows, gathered in a few grouped reads; and a review of it in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coach.domain import insight, network
from coach.domain.insight import Change, Energy, FollowThrough, GoalMove, Meeting, Span
from coach.domain.models import Person, Reflection, Story
from coach.domain.network import Hub, HubKind, Picture
from coach.domain.review import Review, ReviewLine, part, said
from coach.storage.store import Store

NAMED = 6
"""Names in the first sentence of a review."""
SHARES: tuple[HubKind, ...] = ("evening", "organisation", "topic")


@dataclass(frozen=True)
class Insight:
    """All figures of a span. `by_person`, `by_topic` and `by_length` are mean changes of energy."""

    span: Span
    energies: tuple[Energy, ...]
    by_person: tuple[Change, ...]
    by_topic: tuple[Change, ...]
    by_length: tuple[Change, ...]
    follow_through: FollowThrough
    told: tuple[tuple[Story, int], ...]
    goals: tuple[GoalMove, ...]


def look(store: Store, span: Span, today: date) -> Insight:
    """Everything for one span. Reads no note's text, so it is quick with twenty thousand of them."""
    return store.kept(("insight", span, today), lambda: _seen(store, span, today))


def _seen(store: Store, span: Span, today: date) -> Insight:
    meetings = store.meetings(span.first, span.last)
    events = {event.id: event for event in store.events(with_programme=False)}
    energies = insight.energies(store.reflections(), events, span)
    people = {person.id: person for person in _met_people(store, meetings)} if energies else {}
    topics = {person.id: person.cares_about for person in people.values()}
    by_name, by_topic = insight.grouped_events(meetings, topics)
    return Insight(
        span=span,
        energies=tuple(energies),
        by_person=tuple(insight.changes(energies, by_name)),
        by_topic=tuple(insight.changes(energies, by_topic)),
        by_length=tuple(insight.changes(energies, _by_length(energies))),
        follow_through=insight.follow_through(
            meetings, store.drafts(purpose="follow_up", status="sent"), store.commitments(), span, today
        ),
        told=tuple(insight.tellings(store.stories(), span)),
        goals=tuple(insight.goal_moves(store.goals(status="active"), events.values(), store.goal_days(), span, today)),
    )


def _met_people(store: Store, meetings: Sequence[Meeting]) -> list[Person]:
    return store.people(ids=list(dict.fromkeys(meeting.person for meeting in meetings if meeting.event)))


def _by_length(energies: Sequence[Energy]) -> Mapping[str, list[str]]:
    """Events by how long they lasted, which is what is known of their kind: `one_day` or `several_days`."""
    groups: dict[str, list[str]] = defaultdict(list)
    for one in energies:
        groups["one_day" if one.lasted_days == 1 else "several_days"].append(one.event)
    return groups


def picture(store: Store, span: Span, shares: Sequence[HubKind] = SHARES) -> Picture:
    """The network as far as the span's notes and everybody's entries show it. `shares`: which hubs to draw."""
    return store.kept(("network", span, tuple(shares)), lambda: _picture(store, span, shares))


def _picture(store: Store, span: Span, shares: Sequence[HubKind]) -> Picture:
    directory = store.directory()
    names = {one.id: one.name for one in directory}
    meetings = store.meetings(span.first, span.last)
    named_in: dict[str, list[str]] = defaultdict(list)
    for meeting in meetings:
        named_in[meeting.note].append(meeting.person)
    links = [*network.introduced(store.introductions(), directory), *network.together(named_in)]
    return network.draw(names, _hubs(store, meetings, shares), links)


def _hubs(store: Store, meetings: Sequence[Meeting], shares: Sequence[HubKind]) -> list[Hub]:
    members: dict[tuple[HubKind, str], list[str]] = defaultdict(list)
    if "evening" in shares:
        events = {event.id: event.name for event in store.events(with_programme=False)}
        for meeting in meetings:
            if meeting.known and meeting.event in events:
                members["evening", events[meeting.event]].append(meeting.person)
    if "organisation" in shares or "topic" in shares:
        for person in store.people(relation="known"):
            if "organisation" in shares and person.organisation:
                members["organisation", person.organisation].append(person.id)
            if "topic" in shares:
                for topic in person.cares_about:
                    members["topic", topic].append(person.id)
    return [Hub(name, kind, tuple(dict.fromkeys(found))) for (kind, name), found in members.items()]


def review(store: Store, span: Span, today: date) -> Review:
    """What happened in the span, one sentence a fact, each with the ids of what it rests on."""
    meetings = store.meetings(span.first, span.last)
    seen = look(store, span, today)
    return Review(
        span,
        (
            *part("review.people", _people(meetings, seen.follow_through)),
            *part("review.energy", _energy(seen.energies)),
            *part("review.learned", _learned(store, span)),
            *part("review.promises", _promises(store, span, today)),
            *part("review.stories", _stories(store, seen, span)),
            *part("review.goals", _goals(seen, today)),
        ),
        _question(seen),
    )


def _people(meetings: Sequence[Meeting], through: FollowThrough) -> list[ReviewLine]:
    notes: dict[str, list[str]] = defaultdict(list)
    for meeting in meetings:
        if meeting.known:
            notes[meeting.name].append(meeting.note)
    if not notes:
        return []
    ranked = sorted(notes, key=lambda name: (-len(notes[name]), name))
    refs = [note for name in ranked for note in notes[name]]
    key = "review.met" if len(ranked) <= NAMED else "review.met.more"
    lines = [said(key, *dict.fromkeys(refs), people=len(ranked), names=", ".join(ranked[:NAMED]))]
    if through.written:
        days = round(through.median_days or 0)
        told = "review.written" if days else "review.written.same_day"
        lines.append(said(told, count=through.written, of=through.met, days=days))
    elif through.met:
        lines.append(said("review.not_written", people=through.met))
    return lines


def _energy(energies: Sequence[Energy]) -> list[ReviewLine]:
    return [
        said("review.energy.line", one.event, event=one.name, before=one.before, after=one.after) for one in energies
    ]


def _learned(store: Store, span: Span) -> list[ReviewLine]:
    written = [one for one in store.reflections() if span.holds(insight.day_of(one.at))]
    return [
        said("review.lesson", one.id, quote=one.lessons) for one in sorted(written, key=_moment) if one.lessons.strip()
    ]


def _moment(reflection: Reflection) -> str:
    return reflection.at.isoformat() if reflection.at else ""


def _promises(store: Store, span: Span, today: date) -> list[ReviewLine]:
    lines = []
    names = {one.id: one.name for one in store.directory()}
    for one in store.commitments():
        if one.by != "me" or not span.holds(insight.promise_day(one, today)) or one.status == "dropped":
            continue
        late = one.status == "open" and one.due is not None and one.due < today
        key = "review.kept" if one.status == "kept" else "review.late" if late else "review.open"
        lines.append(said(key, one.id, quote=one.what, name=names.get(one.person, one.person)))
    return lines


def _stories(store: Store, seen: Insight, span: Span) -> list[ReviewLine]:
    told = [said("review.told", story.id, quote=story.title, count=times) for story, times in seen.told]
    heard = [
        said("review.heard", story.id, quote=story.title)
        for story in store.stories(own=False)
        if story.collection == "mine" and span.holds(story.at)
    ]
    return [*told, *heard]


def _goals(seen: Insight, today: date) -> list[ReviewLine]:
    lines = []
    for move in seen.goals:
        if move.events or move.notes:
            lines.append(said("review.moved", move.goal.id, quote=move.goal.text, events=move.events, notes=move.notes))
        elif move.last is not None:
            lines.append(said("review.rests", move.goal.id, quote=move.goal.text, days=(today - move.last).days))
        else:
            lines.append(said("review.not_begun", move.goal.id, quote=move.goal.text))
        if move.goal.due and move.goal.due < today:
            lines.append(said("review.past", move.goal.id, quote=move.goal.text, day=move.goal.due))
    return lines


def _question(seen: Insight) -> ReviewLine:
    """One question to take along, about what the figures show to be the nearest."""
    through = seen.follow_through
    if through.late:
        return said("review.ask.late", promises=through.late)
    if through.met > through.written:
        return said("review.ask.write", people=through.met - through.written)
    drained = [one for one in seen.energies if one.change < 0]
    if drained:
        return said("review.ask.drained", drained[-1].event, event=drained[-1].name)
    lifted = [one for one in seen.energies if one.change > 0]
    if lifted:
        return said("review.ask.lifted", lifted[-1].event, event=lifted[-1].name)
    return said("review.ask.next")
