"""Whom to meet at an event, and why: by rule, from what is on record, so that every reason has its source.

A person's score is the sum of the weights of their reasons. The weights say what matters when time is
short: somebody you chose, then a promise between you, then somebody you know, then a talk that fits a goal,
then work that has to do with a goal, then work that means something close to one, then interests that you share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from coach.domain.brief import PersonBrief, Reason
from coach.domain.closed_doors import ClosedDoor
from coach.domain.dates import what_and_when
from coach.domain.discretion import sayable
from coach.domain.evidence import Evidence, Filters
from coach.domain.models import NOTED, Commitment, Event, Goal, Kind, Person, Session
from coach.domain.text import content_words, sentences
from coach.drafting.angles import Rarity
from coach.drafting.evidence import EvidenceBook
from coach.drafting.kinship import kindred
from coach.journeys.doors import door_of, no_lines
from coach.journeys.keeper import Keeper
from coach.journeys.their_notes import index_is_behind, not_found_yet, theirs_alone

CHOSEN, PROMISE, NOTE, TALK, WORK, INTEREST, MEANT = 4.0, 1.5, 1.0, 1.2, 0.9, 0.6, 0.5
LEAST_FIT = 0.25
"""Of a full fit: a word that each second entry of a list has ("engineer") is no reason to meet somebody."""
FULL_FIT = 2.0
"""The weight of the words that a goal shares with an entry from which the entry fits fully: two rare ones."""
SESSIONS_A_GOAL = 30
"""Talks that fit one goal, at most; the best of them counts fully, the last hardly."""
CLOSE = 3
"""One talk in so many of a programme is close to a goal: recall ranks all of a small programme, fit or not."""
ENTRIES_A_GOAL = 60
"""Entries that are compared with one goal by meaning, at most."""
CLEARLY_CLOSE = {"minilm-2": 0.26}
"""By embedder as an index names it, the cosine of a goal and an entry from which the two have to do with each other. Of
30 invented entries that fit one of ten goals 23 lay above, of 390 other pairs of both 13, most of which have to do with
each other as well; another embedder's figures mean something else."""
NOTES_A_PERSON = 3
CROWD = 4
"""A session with more speakers than this says little about any one of them."""
NOTES_LOOKED_AT = 200
GOAL_LETTERS = 84
"""Of a goal within a reason: it stands above in full."""


@dataclass
class Candidate:
    """Somebody who will be there, with what is on record about them."""

    person: Person
    chosen: bool = False
    sessions: list[Session] = field(default_factory=list)
    fitting: list[tuple[float, Goal, Session]] = field(default_factory=list)
    work: tuple[float, Goal] | None = None
    """How far the entry itself has to do with a goal, from 0 to 1, and with which."""
    meant: Goal | None = None
    """The goal that the entry is clearly close to by meaning."""
    door: ClosedDoor | None = None
    """What the notes say against approaching them."""
    place: int = ENTRIES_A_GOAL
    """Where recall puts the entry among those that are compared with a goal; 0 is the closest."""
    notes: list[Evidence] = field(default_factory=list)
    promises: list[Commitment] = field(default_factory=list)
    profile: Evidence | None = None


def rank(
    keeper: Keeper, event: Event, goals: Sequence[Goal], chosen: Sequence[str], book: EvidenceBook, limit: int
) -> list[tuple[Candidate, PersonBrief]]:
    """The `limit` people most worth meeting, best first, each with reasons. Ties fall to whom more is known of, then
    by name. Whoever is not to be approached comes behind them, without a reason to."""
    candidates = _candidates(keeper, event, chosen)
    _fit_sessions(keeper, event, goals, candidates)
    _fit_work(goals, candidates.values())
    _fit_meaning(keeper, goals, candidates.values())
    _add_history(keeper, goals, candidates)
    ranked = sorted(candidates.values(), key=lambda one: (-_score(one, goals), *_in_doubt(one)))
    return [(one, _person_brief(one, goals, book)) for one in _open_first(keeper, ranked, limit)]


def _open_first(keeper: Keeper, ranked: Sequence[Candidate], limit: int) -> list[Candidate]:
    """The first `limit` whom nothing speaks against, then those who were passed over for what the notes say of them;
    whom the user chose is avoided no more."""
    met: list[Candidate] = []
    closed: list[Candidate] = []
    for one in ranked:
        if len(met) == limit:
            break
        door = door_of(keeper, one.person)
        one.door = None if door and door.why == "avoid" and one.chosen else door
        (closed if one.door else met).append(one)
    return [*met, *closed]


def _candidates(keeper: Keeper, event: Event, chosen: Sequence[str]) -> dict[str, Candidate]:
    """Everybody on the programme or among the attendees, and whoever was chosen. A bare name gets a passing Person."""
    references = [*chosen, *(name for session in event.programme for name in session.speakers), *event.attendees]
    known = {person.id: person for person in keeper.store.people(ids=tuple(dict.fromkeys(references)))}
    found: dict[str, Candidate] = {}
    for reference in references:
        person = known.get(reference) or Person(id=reference, name=reference, relation="prospect")
        found.setdefault(person.id, Candidate(person))
    for reference in chosen:
        found[reference].chosen = True
    for session in event.programme:
        for reference in session.speakers:
            found[reference].sessions.append(session)
    return found


def _fit_sessions(keeper: Keeper, event: Event, goals: Sequence[Goal], candidates: dict[str, Candidate]) -> None:
    """For each goal, the talks that recall finds for it; a talk's fit falls with its rank."""
    by_id = {session.id: session for session in event.programme}
    if not by_id:
        return
    looked_at = min(SESSIONS_A_GOAL, max(1, len(by_id) // CLOSE))
    for goal in goals:
        query = f"{goal.text} {goal.why}".strip()
        found = keeper.recall(query, looked_at, Filters(kinds=(Kind.SESSION,), event=event.id))
        for place, evidence in enumerate(found):
            session = by_id.get(evidence.source_id)
            for speaker in session.speakers if session else ():
                if speaker in candidates and session is not None and len(session.speakers) <= CROWD:
                    candidates[speaker].fitting.append((1.0 - place / looked_at, goal, session))
    for candidate in candidates.values():
        candidate.fitting.sort(key=lambda fit: -fit[0])


def _fit_work(goals: Sequence[Goal], candidates: Iterable[Candidate]) -> None:
    """How much of what an entry says has to do with a goal: the rarer the words that both have, the more."""
    entries = [(one, _entry(one.person)) for one in candidates]
    rarity = Rarity(text for _, text in entries)
    for candidate, text in entries:
        fits = [(min(1.0, rarity.weight(kindred(goal.text, text)) / FULL_FIT), goal) for goal in goals]
        best = max(fits, key=lambda fit: fit[0], default=None)
        candidate.work = best if best and best[0] >= LEAST_FIT else None


def _fit_meaning(keeper: Keeper, goals: Sequence[Goal], candidates: Iterable[Candidate]) -> None:
    """Where recall puts the entries of those who give no talk: a conductor before an accountant for a choir's goal."""
    entries = {one.person.id: one for one in candidates if not one.sessions and profile_evidence(one.person)}
    if not entries:
        return
    close = CLEARLY_CLOSE.get(keeper.index.embedder, 1.0)
    within = Filters(kinds=(Kind.PERSON,), people=tuple(entries))
    for goal in goals:
        found = keeper.recall(goal.text, min(len(entries), ENTRIES_A_GOAL), within, explain=True)
        for place, evidence in enumerate(one for one in found if one.source_id in entries):
            candidate = entries[evidence.source_id]
            candidate.place = min(candidate.place, place)
            if _meaning(evidence) >= close:
                candidate.meant = candidate.meant or goal


def _meaning(evidence: Evidence) -> float:
    """The cosine of a found entry and what was asked, as recall explains it."""
    return max((float(one["score"]) for one in evidence.why if one["list"] == "meaning"), default=0.0)


def _entry(person: Person) -> str:
    return " ".join([person.role, person.organisation, *_told_of(person)])


_COMES = re.compile(
    r"^(?:will )?(?:speaks?|speaking|speaker|talks|presents?|presenting|attends?|attending|comes) (?:at|to)\b",
    re.IGNORECASE,
)


def _told_of(person: Person) -> list[str]:
    """The sentences of an entry, but for those that only say that somebody will be there."""
    return [part for part in sentences(person.about) if not _COMES.match(part)]


def _in_doubt(candidate: Candidate) -> tuple[bool, int, str]:
    """What comes first of people with the same score: more to go by, closer to a goal by meaning, then the name."""
    known = candidate.sessions or profile_evidence(candidate.person)
    return not known, candidate.place, candidate.person.name.casefold()


def _add_history(keeper: Keeper, goals: Sequence[Goal], candidates: dict[str, Candidate]) -> None:
    """Notes and open promises, asked for once for all rather than once a person."""
    for promise in keeper.store.commitments(status="open"):
        if promise.person in candidates:
            candidates[promise.person].promises.append(promise)
    by_name = {candidate.person.name: candidate for candidate in candidates.values()}
    about = " ".join(goal.text for goal in goals) or "what we talked about"
    found = keeper.recall(about, NOTES_LOOKED_AT, Filters(kinds=(Kind.NOTE,), people=tuple(candidates)))
    for note in found:
        for name in note.names:
            candidate = by_name.get(name)
            if candidate is not None and len(candidate.notes) < NOTES_A_PERSON:
                candidate.notes += theirs_alone([note], candidate.person)
    if index_is_behind(keeper):
        for candidate in candidates.values():
            candidate.notes += not_found_yet(keeper, candidate.notes, candidate.person, NOTES_A_PERSON)


def shared_interests(person: Person, goals: Iterable[Goal]) -> list[str]:
    """What the person cares about or values that a goal, its why or its values name too."""
    wanted = content_words(" ".join(f"{goal.text} {goal.why} {' '.join(goal.values)}" for goal in goals))
    return [topic for topic in (*person.cares_about, *person.values) if content_words(topic) & wanted]


def _score(candidate: Candidate, goals: Sequence[Goal]) -> float:
    score = CHOSEN if candidate.chosen else 0.0
    score += PROMISE * min(len(candidate.promises), 2)
    score += NOTE if candidate.notes else 0.0
    score += TALK * sum(fit for fit, _, _ in candidate.fitting[:2]) / (1 if len(candidate.fitting) < 2 else 1.5)
    score += WORK * candidate.work[0] if candidate.work else 0.0
    score += MEANT if candidate.meant else 0.0
    return score + INTEREST * min(len(shared_interests(candidate.person, goals)), 3)


def when_and_where(session: Session) -> str:
    """`Wed 10 July, 10:30, North Hall`, as far as it is known."""
    parts = []
    if session.starts is not None:
        parts.append(f"{session.starts:%a} {session.starts.day} {session.starts:%B}")
        if (session.starts.hour, session.starts.minute) != (0, 0):
            parts.append(f"{session.starts:%H:%M}")
    if session.room:
        parts.append(session.room)
    return ", ".join(parts)


def session_evidence(session: Session, speaker: str) -> Evidence:
    """A talk as evidence: who gives it, its title and its abstract."""
    return Evidence(
        label="",
        source_id=session.id,
        kind=Kind.SESSION,
        text=f"Talk by {speaker}: “{session.title}”. {session.abstract}".strip(),
        title=session.title,
        at=session.starts,
        names=(speaker,),
    )


def profile_evidence(person: Person) -> Evidence | None:
    """What is on record about a person beyond the name; None when there is nothing."""
    parts = [
        ", ".join(part for part in (person.role, person.organisation) if part),
        f"Cares about {', '.join(person.cares_about)}" if person.cares_about else "",
        f"Values {', '.join(person.values)}" if person.values else "",
        sayable(person.how_met),
        sayable(person.about),
    ]
    text = ". ".join(part.rstrip(".") for part in parts if part)
    if not text:
        return None
    return Evidence(
        label="",
        source_id=person.id,
        kind=Kind.PERSON,
        text=f"{person.name}: {text}.",
        title=person.name,
        names=(person.name,),
    )


def promise_evidence(promise: Commitment, name: str) -> Evidence:
    made = promise.made_on or (promise.created_at.date() if promise.created_at else None)
    what, day = what_and_when(promise.what, promise.due, made)
    due = f" (by {day.isoformat()})" if day else ""
    text = f"I owe {name}: {what}{due}" if promise.by == "me" else f"{name} owes me: {what}{due}"
    at = datetime.combine(promise.made_on, datetime.min.time()) if promise.made_on else None
    return Evidence(label="", source_id=promise.id, kind=Kind.COMMITMENT, text=text, at=at, names=(name,))


def goal_evidence(goal: Goal) -> Evidence:
    why = f" Why: {goal.why.rstrip('.')}." if goal.why else ""
    values = f" What I value: {', '.join(goal.values)}." if goal.values else ""
    return Evidence(label="", source_id=goal.id, kind=Kind.GOAL, text=f"{goal.text.rstrip('.')}.{why}{values}")


def _person_brief(candidate: Candidate, goals: Sequence[Goal], book: EvidenceBook) -> PersonBrief:
    person = candidate.person
    first = candidate.fitting[0][2] if candidate.fitting else (candidate.sessions[0] if candidate.sessions else None)
    door = candidate.door
    return PersonBrief(
        person_id=person.id,
        name=person.name,
        role=person.role,
        organisation=person.organisation,
        noted=person.source == NOTED,
        score=0.0 if door else round(_score(candidate, goals), 3),
        where=when_and_where(first) if first else "",
        reasons=() if door else tuple(_reasons(candidate, goals, book)),
        error=no_lines(door, person.name) if door else "",
    )


def _reasons(candidate: Candidate, goals: Sequence[Goal], book: EvidenceBook) -> list[Reason]:
    person = candidate.person
    reasons: list[Reason] = []
    for promise in candidate.promises[:2]:
        label = book.add(promise_evidence(promise, person.name)).label
        owed = f"You owe them: {promise.what}" if promise.by == "me" else f"They owe you: {promise.what}"
        reasons.append(Reason(text=owed, labels=(label,), weight=PROMISE))
    if candidate.notes:
        note = book.add(candidate.notes[0])
        reasons.append(Reason(text=f"From your notes: {_short(note.text)}", labels=(note.label,), weight=NOTE))
    for fit, goal, session in candidate.fitting[:1]:
        labels = (book.add(session_evidence(session, person.name)).label, book.add(goal_evidence(goal)).label)
        reasons.append(
            Reason(
                text=f"Speaks on “{session.title}”, close to “{_short(goal.text, GOAL_LETTERS)}”",
                labels=labels,
                weight=TALK * fit,
            )
        )
    if not candidate.fitting and candidate.sessions:
        label = book.add(session_evidence(candidate.sessions[0], person.name)).label
        reasons.append(Reason(text=f"Speaks on “{candidate.sessions[0].title}”", labels=(label,), weight=0.0))
    profile = profile_evidence(person)
    if candidate.work and profile:
        fit, goal = candidate.work
        labels = (book.add(profile).label, book.add(goal_evidence(goal)).label)
        text = f"{_work(person, goal)}, close to “{_short(goal.text, GOAL_LETTERS)}”"
        reasons.append(Reason(text=text, labels=labels, weight=round(WORK * fit, 3)))
    if candidate.meant and not candidate.work and profile:
        labels = (book.add(profile).label, book.add(goal_evidence(candidate.meant)).label)
        text = f"{_work(person, candidate.meant)}: may have to do with “{_short(candidate.meant.text, GOAL_LETTERS)}”"
        reasons.append(Reason(text=text, labels=labels, weight=MEANT))
    shared = shared_interests(person, goals)
    if shared and profile:
        reasons.append(
            Reason(
                text=f"You both care about {', '.join(shared[:3])}",
                labels=(book.add(profile).label,),
                weight=INTEREST * len(shared[:3]),
            )
        )
    if candidate.chosen:
        reasons.append(Reason(text="You chose to meet them", weight=CHOSEN))
    return reasons


def _work(person: Person, goal: Goal) -> str:
    """What somebody does, in the words of the entry that lie closest to the goal."""
    ways = [", ".join(filter(None, [person.role, person.organisation])), *_told_of(person)]
    return _short(max(filter(None, ways), key=lambda way: len(kindred(goal.text, way)), default="")).rstrip(".")


def _short(text: str, letters: int = 110) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= letters else flat[: letters - 1].rsplit(" ", 1)[0] + " …"
