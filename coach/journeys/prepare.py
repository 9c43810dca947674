"""Prepare: from an event, goals and chosen people to a brief. Rank by rule, then write person by person.

The ranked list with its reasons is told to the listener first, then the lines that rules can make for each
person: a whole brief is there within seconds. Only then is the model asked, person by person, for better ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from coach.domain.brief import Brief, Line, PersonBrief
from coach.domain.evidence import Evidence
from coach.domain.models import Draft, DraftVersion, Event, Goal, Kind, Session, Story, TokenUse
from coach.domain.named_days import without_day
from coach.domain.progress import Update
from coach.domain.quoting import without_links
from coach.drafting.address import names_them
from coach.drafting.angles import Angle, Rarity
from coach.drafting.chain import warm
from coach.drafting.evidence import EvidenceBook, as_record
from coach.drafting.german_lines import german_promise, speaks_german
from coach.drafting.plain_promises import plain_promise
from coach.drafting.prompts import load_prompt
from coach.errors import InputError, ModelError
from coach.journeys.judging import Choice
from coach.journeys.line_choice import IN_FULL, IN_SHORT, Speech
from coach.journeys.named import event_named, goal_named, texts_given
from coach.journeys.ranking import (
    CROWD,
    Candidate,
    goal_evidence,
    profile_evidence,
    promise_evidence,
    rank,
    session_evidence,
)
from coach.journeys.speaking import rarity_of, speech_by_rule, speech_task, write_speech
from coach.journeys.story_choice import choose_story
from coach.journeys.workbench import Workbench
from coach.storage.store import Store

RANKED = 12
"""People on a brief; more is a list, not a plan."""


@dataclass(frozen=True)
class _Desk:
    """What stays the same while one brief is written. `count`: for how many people the model writes."""

    bench: Workbench
    event: Event
    goals: Sequence[Goal]
    book: EvidenceBook
    rarity: Rarity
    count: int


def prepare(
    bench: Workbench,
    event_id: str,
    *,
    goal_ids: Sequence[str] | None = None,
    people: Sequence[str] = (),
    lines_for: int | None = None,
) -> Brief:
    """Rank, write by rule, let the model improve it, check, save. A model that fails leaves one person with lines by
    rule and never costs the brief.

    The model writes for the first `lines_for` people (default: `settings.brief_people`; 0: no lines at all); the others
    get one opener and one question by rule, or all their lines where nothing but an entry is known of them.

    Raises NotFoundError for an unknown event, goal or person; InputError when nobody is known to be there, and for a
    `lines_for` under 0.
    """
    wanted = _number_of_people(bench, lines_for)
    store = bench.keeper.store
    event = store.get(Event, event_named(store, event_id))
    goals = _goals(store, event, goal_ids)
    book = EvidenceBook()
    ranked = _ranked(bench, event, goals, people, book)
    brief = _empty_brief(bench, event, goals, [person for _, person in ranked])
    bench.tell(Update(stage="ranked", payload=brief, total=len(ranked)))
    ranked = [(candidate, person) for candidate, person in ranked if not candidate.door]
    count = min(wanted, len(ranked))
    choices: dict[str, tuple[Choice, ...]] = {}
    if count:
        desk = _Desk(bench, event, goals, book, rarity_of(store, event), count)
        brief = _by_rule(desk, brief, ranked, choices)
        brief = _by_the_model(desk, brief, ranked[:count], choices)
    kept = [{"person": person, **one.as_record()} for person, chosen in choices.items() for one in chosen]
    return _save(store, _with_evidence(brief, book), book, kept)


def _number_of_people(bench: Workbench, lines_for: int | None) -> int:
    """For how many people the model writes at most. Raises InputError."""
    if lines_for is None:
        return bench.settings.brief_people
    if not hasattr(lines_for, "__index__") or lines_for < 0:
        raise InputError(
            "The model cannot write for {lines_for!r} people.", "Choose 0 (no lines) or more.", lines_for=lines_for
        )
    return lines_for


def _by_rule(
    desk: _Desk, brief: Brief, ranked: Sequence[tuple[Candidate, PersonBrief]], choices: dict[str, tuple[Choice, ...]]
) -> Brief:
    """Everybody with the lines that rules can make; each is told as soon as it is there."""
    for number, (candidate, person) in enumerate(ranked):
        if desk.bench.stopped:
            break
        written, choices[person.person_id] = _written_by_rule(desk, candidate, person, number, _said(brief.people))
        brief = _with_person(brief, written, TokenUse())
        desk.bench.tell(Update(stage="lines", payload=written, person_id=written.person_id))
    return brief


def _by_the_model(
    desk: _Desk, brief: Brief, ranked: Sequence[tuple[Candidate, PersonBrief]], choices: dict[str, tuple[Choice, ...]]
) -> Brief:
    """The first people with the better lines of both, the rules' and the model's."""
    for number, (candidate, _) in enumerate(ranked):
        if desk.bench.stopped:
            break
        person = brief.people[number]
        written, speech = _write_person(desk, candidate, person, number, _said(brief.people[:number]))
        choices[person.person_id] = speech.choices or choices[person.person_id]
        brief = _with_person(brief, written, speech.usage)
        desk.bench.tell(
            Update(stage="person", payload=written, person_id=written.person_id, done=number + 1, total=desk.count)
        )
    return brief


def read_ahead(
    bench: Workbench, event_id: str, *, goal_ids: Sequence[str] | None = None, people: Sequence[str] = ()
) -> None:
    """Let the model read the prompt of the first person that `prepare` would write for. Raises what that raises."""
    store = bench.keeper.store
    event = store.get(Event, event_named(store, event_id))
    goals = _goals(store, event, goal_ids)
    book = EvidenceBook()
    candidate, person = _ranked(bench, event, goals, people, book)[0]
    if candidate.door:
        return
    task = speech_task(
        event,
        goals,
        person,
        gather(candidate, goals, book),
        rarity=rarity_of(store, event),
        user=bench.settings.user_name,
    )
    warm(bench.model, task.prompt, task.values, stop=bench.stop)


def _ranked(
    bench: Workbench, event: Event, goals: Sequence[Goal], people: Sequence[str], book: EvidenceBook
) -> list[tuple[Candidate, PersonBrief]]:
    """Whom to meet, the best first, and the chosen ones before; what speaks for them goes into the book."""
    chosen = [bench.keeper.person(wanted).id for wanted in texts_given(people, "person")]
    book.add_all(goal_evidence(goal) for goal in goals)
    ranked = rank(bench.keeper, event, goals, chosen, book, max(RANKED, len(chosen)))
    if not ranked:
        raise InputError(
            "Nobody is known to be at {name!r}.",
            "Import its programme, or add the people you expect there.",
            name=event.name,
        )
    return ranked


def _goals(store: Store, event: Event, goal_ids: Sequence[str] | None) -> list[Goal]:
    if goal_ids is not None and (wanted := texts_given(goal_ids, "goal")):
        return [store.get(Goal, goal_named(store, one)) for one in wanted]
    if goal_ids is None and event.goals:
        return [store.get(Goal, one) for one in event.goals]
    return store.goals(status="active")


def _empty_brief(bench: Workbench, event: Event, goals: Sequence[Goal], people: Sequence[PersonBrief]) -> Brief:
    return Brief(
        event_id=event.id,
        event_name=event.name,
        event_place=event.place,
        starts=event.starts,
        ends=event.ends,
        goals=tuple(goal.text for goal in goals),
        people=tuple(people),
        made_at=datetime.now(UTC),
        model="" if bench.model.kind in ("none", "unusable") else bench.model.name,
        prompt_hash=load_prompt("prepare_person").content_hash,
    )


def _with_person(brief: Brief, person: PersonBrief, usage: TokenUse) -> Brief:
    people = tuple(person if one.person_id == person.person_id else one for one in brief.people)
    return brief.model_copy(update={"people": people, "usage": brief.usage + usage})


# ------------------------------------------------------------------ one person
def gather(candidate: Candidate, goals: Sequence[Goal], book: EvidenceBook) -> list[Evidence]:
    """What is on record about one person, the most telling first: promises, notes, talks, profile, then the goals."""
    person = candidate.person
    talks = list(dict.fromkeys([*(fit[2].id for fit in candidate.fitting), *(one.id for one in candidate.sessions)]))
    by_id = {session.id: session for session in candidate.sessions}
    talks = [talk for talk in talks if not _crowded(by_id[talk])] or talks[:1]
    found = [promise_evidence(promise, person.name) for promise in candidate.promises[:2]]
    found += candidate.notes
    found += [session_evidence(by_id[talk], person.name) for talk in talks[:2]]
    profile = profile_evidence(person)
    found += [profile] if profile else []
    closest = [goal for _, goal, _ in candidate.fitting]
    near = candidate.work[1] if candidate.work else candidate.meant
    theirs = [goal for goal in goals if names_them(goal.text, person.name)]
    closest = theirs or closest or ([near] if near else list(goals))
    found += [goal_evidence(goal) for goal in closest[:1]]
    return book.add_all(found)


def _crowded(session: Session) -> bool:
    """A session of many speakers says little about any one of them."""
    return len(session.speakers) > CROWD


def _written_by_rule(
    desk: _Desk, candidate: Candidate, person: PersonBrief, turn: int, before: Sequence[Line]
) -> tuple[PersonBrief, tuple[Choice, ...]]:
    """One person's lines without a model, and why each was chosen; a short form for whoever is not among the first."""
    evidence = gather(candidate, desk.goals, desk.book)
    in_short = turn >= desk.count and not _known_by_an_entry(evidence)
    story = None if in_short else choose_story(desk.bench.keeper, desk.goals, candidate.person, evidence, desk.book)
    cited = tuple(evidence) if in_short else _cited(evidence, story, desk.book)
    person = person.model_copy(update={"story": story, "evidence": cited})
    speech = speech_by_rule(
        desk.event,
        desk.goals,
        person,
        evidence,
        rarity=desk.rarity,
        turn=turn,
        before=before,
        tone=desk.bench.settings.tone,
        user=desk.bench.settings.user_name,
        room=IN_SHORT if in_short else IN_FULL,
    )
    if in_short:
        return _in_short(person, evidence, speech), speech.choices
    return _with_speech(desk, candidate, person, speech), speech.choices


def _write_person(
    desk: _Desk, candidate: Candidate, person: PersonBrief, number: int, before: Sequence[Line]
) -> tuple[PersonBrief, Speech]:
    """One person with the model's lines where they are better; where it fails, as they are, with the reason."""
    evidence = gather(candidate, desk.goals, desk.book)
    step = (number, desk.count)
    try:
        speech = write_speech(
            desk.bench, desk.event, desk.goals, person, evidence, rarity=desk.rarity, step=step, before=before
        )
    except ModelError as exc:
        return person.model_copy(update={"error": str(exc)}), Speech()
    return _with_speech(desk, candidate, person, speech), speech


def _with_speech(desk: _Desk, candidate: Candidate, person: PersonBrief, speech: Speech) -> PersonBrief:
    offer = _offer(desk.bench, candidate, speech.offer, person, desk.book)
    return person.model_copy(update={"openers": speech.openers, "questions": speech.questions, "offer": offer})


def _known_by_an_entry(evidence: Sequence[Evidence]) -> bool:
    """Whether an entry is all that is known of somebody: every line is made by rule then, at no cost."""
    kinds = {one.kind for one in evidence}
    return Kind.PERSON in kinds and kinds <= {Kind.PERSON, Kind.GOAL}


def _in_short(person: PersonBrief, evidence: Sequence[Evidence], speech: Speech) -> PersonBrief:
    """One opener and one question, for whoever is not among the first."""
    said = {"openers": speech.openers, "questions": speech.questions}
    return person.model_copy(update={"evidence": tuple(evidence), **said})


def _said(people: Sequence[PersonBrief]) -> list[Line]:
    return [line for person in people for line in (*person.openers, *person.questions)]


def _offer(
    bench: Workbench, candidate: Candidate, by_goal: Line | None, person: PersonBrief, book: EvidenceBook
) -> Line | None:
    """An open promise comes first; then what a goal says that the user can give; then a lesson of theirs."""
    for promise in candidate.promises:
        if promise.by == "me":
            label = book.add(promise_evidence(promise, person.name)).label
            what = without_day(promise.what)[0]
            if speaks_german(person.evidence):
                return Line(text=german_promise(what), labels=(label,))
            known = [one for one in book.entries if one.label == label or one in person.evidence]
            said = plain_promise(Angle("keep", what, (label,)), known, {"person": person.name})
            return said or Line(text=f"Still open from you: {what.rstrip('.')}.", labels=(label,))
    if by_goal is not None:
        return by_goal
    if person.story is not None:
        story = bench.keeper.store.get(Story, person.story.story_id)
        if story.lesson:
            text = f"What you took from “{story.title}”: {story.lesson}"
            return Line(text=without_links(text), labels=person.story.labels)
    return None


def _cited(evidence: Sequence[Evidence], story: object, book: EvidenceBook) -> tuple[Evidence, ...]:
    labels = set(getattr(story, "labels", ()))
    extra = [one for one in book.entries if one.label in labels and one not in evidence]
    return (*evidence, *extra)


# ---------------------------------------------------------------------- saving
def _save(store: Store, brief: Brief, book: EvidenceBook, choices: Sequence[dict[str, Any]]) -> Brief:
    """Keep the brief as a draft; `versions[0].text` holds it as JSON, its evidence and checks inside; `choices`: why
    each line was chosen."""
    draft = Draft(purpose="brief", event=brief.event_id, goals=())
    brief = brief.model_copy(update={"draft_id": draft.id})
    version = DraftVersion(
        number=1,
        text=brief.model_dump_json(),
        at=brief.made_at,
        model=brief.model,
        prompt_name="prepare_person",
        prompt_hash=brief.prompt_hash,
        evidence=as_record(book.entries),
        check={**_check_summary(brief), "choices": list(choices)},
        usage=brief.usage,
    )
    store.save([draft.model_copy(update={"versions": (version,)})])
    return brief


def _with_evidence(brief: Brief, book: EvidenceBook) -> Brief:
    """People without lines carry what their reasons cite, so that each label can be opened."""
    by_label = {one.label: one for one in book.entries}
    people = [
        person
        if person.evidence
        else person.model_copy(
            update={"evidence": tuple(by_label[label] for label in dict.fromkeys(_labels(person)) if label in by_label)}
        )
        for person in brief.people
    ]
    return brief.model_copy(update={"people": tuple(people)})


def _labels(person: PersonBrief) -> list[str]:
    return [label for reason in person.reasons for label in reason.labels]


def _check_summary(brief: Brief) -> dict[str, int]:
    lines = _said(brief.people)
    lines += [person.offer for person in brief.people if person.offer]
    return {"lines": len(lines), "flagged": sum(line.flagged for line in lines)}


def load_brief(store: Store, draft_id: str) -> Brief:
    """Raises NotFoundError when the draft is unknown, InputError when it is no brief."""
    draft = store.get(Draft, draft_id)
    if draft.purpose != "brief" or not draft.versions:
        raise InputError("The draft {draft_id!r} is no brief.", "Open it under Follow up.", draft_id=draft_id)
    return Brief.model_validate_json(draft.current.text)
