"""What you could give somebody: found by rule in your own notes and stories, nothing invented.

Three kinds: an introduction to somebody who fits a need that they named, an answer from your notes or stories to a
problem of theirs, and something of yours on what they care about. Each says what it rests on. An introduction asks
both sides first (each gets a message of its own, and neither learns what the other said in confidence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.evidence import Evidence, Filters
from coach.domain.models import Kind, Person, Story
from coach.domain.reciprocity import Idea
from coach.domain.text import sentences
from coach.drafting.evidence import clip
from coach.journeys.doors import the_dead
from coach.journeys.keeper import Keeper
from coach.journeys.nurture import topic_stems
from coach.journeys.ranking import profile_evidence
from coach.journeys.their_notes import discreet, told_of

NOTES_READ, NEEDS, LOOKED_AT, IDEAS = 40, 3, 20, 6
"""Newest notes about a person that are read for needs; needs taken up; results of each look; ideas shown."""
SHARED, SHARED_WITH_A_TEXT = 2, 3
"""Words that a need and one sentence share at least: of somebody who could help; of a text to pass on."""
NEED_WORDS, OFFER_WORDS = 24, 24

NEED = re.compile(
    r"\b(?:look(?:s|ed|ing)? for|search(?:es|ed|ing)? for|in need of|needs|needed|could use|short of|"
    r"wants? to (?:find|meet|learn|know|start|try|give)|would (?:like|love) to (?:find|meet|learn|know|start|try)|"
    r"struggl(?:es|ed|ing) (?:with|to)|(?:is|are|got) stuck|problem (?:is|with|of)|"
    r"does(?: not|n't|n’t) know (?:how|who|where|what)|(?:cannot|can't|can’t) (?:find|get|agree)|afraid of|"
    r"worr(?:ies|ied) (?:about|that)|wonders? (?:how|who|whether))\b",
    re.IGNORECASE,
)
"""Words by which a note says what somebody looks for or what troubles them."""
_MINE = re.compile(
    r"\b(?:I|we)(?:['’]m| am|['’]re| are)? (?:\w+ )?(?:need|look|search|want|could|would|struggl)", re.IGNORECASE
)
_LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class _Need:
    """A sentence of a person's profile or notes that says what they look for or what troubles them."""

    text: str
    source: Evidence
    words: frozenset[str]


def ideas(keeper: Keeper, person_id: str) -> list[Idea]:
    """At most six things to give a person, introductions first; none to the dead. Raises NotFoundError."""
    person = keeper.store.get(Person, person_id)
    if person.id in the_dead(keeper):
        return []
    keeper.catch_up()
    names = topic_stems(" ".join((person.name, *person.also_called, person.organisation)))
    found: dict[str, Idea] = {}
    for need in list(_needs(keeper, person, names))[:NEEDS]:
        for idea in _for_need(keeper, person, need):
            found.setdefault(idea.ref, idea)
    for idea in _of_interest(keeper, person):
        found.setdefault(idea.ref, idea)
    order = ("introduction", "answer", "share")
    return sorted(found.values(), key=lambda one: order.index(one.kind))[:IDEAS]


def _needs(keeper: Keeper, person: Person, names: frozenset[str]) -> Iterator[_Need]:
    """Of their profile and their newest notes. A sentence about what you need yourself is none of theirs."""
    profile = profile_evidence(person)
    notes = told_of(keeper, keeper.store.notes(person=person.id, limit=NOTES_READ), person)
    for source in (*notes, *((profile,) if profile else ())):
        for said in sentences(source.text):
            words = topic_stems(said) - names
            if words and NEED.search(said) and not _MINE.search(said) and _is_theirs(said, person, source):
                yield _Need(clip(said, NEED_WORDS), source, words)


def _is_theirs(said: str, person: Person, source: Evidence) -> bool:
    """Whether a sentence is about what they do themselves: it begins with them, or stands in their profile."""
    first = said.split(maxsplit=1)[0].rstrip(",:").casefold()
    called = {word.casefold() for name in (person.name, *person.also_called) for word in name.split()}
    return source.kind is Kind.PERSON or first in called | {"she", "he", "they"}


def _for_need(keeper: Keeper, person: Person, need: _Need) -> Iterator[Idea]:
    """Who or what fits: by recall for the meaning, then by words that both sides have, which is the reason shown."""
    hits = keeper.recall(need.text, LOOKED_AT, Filters(kinds=(Kind.PERSON, Kind.NOTE, Kind.STORY)))
    hits = [hit for hit in discreet(hits) if hit.source_id != need.source.source_id and person.name not in hit.names]
    dead = the_dead(keeper)
    people = {one.name: one for one in keeper.store.people(ids=_people_in(keeper, hits)) if one.id not in dead}
    for hit in hits:
        said, shared = _closest(hit.text, need.words)
        other = people.get(hit.names[0]) if len(hit.names) == 1 and hit.kind is not Kind.STORY else None
        cares = [one for one in other.cares_about if topic_stems(one) & need.words] if other else []
        if other is not None and (cares or (shared >= SHARED and not NEED.search(said))):
            offer = f"{other.name} cares about {cares[0]}" if cares else said
            yield _idea("introduction", need, hit, offer, other)
        elif shared >= SHARED_WITH_A_TEXT and (hit.kind is Kind.STORY or not hit.names):
            yield _idea("answer", need, hit, said)


def _people_in(keeper: Keeper, hits: Sequence[Evidence]) -> list[str]:
    ids = [hit.source_id for hit in hits if hit.kind is Kind.PERSON]
    named = {hit.names[0] for hit in hits if hit.kind is Kind.NOTE and len(hit.names) == 1}
    return [*ids, *(one.id for one in keeper.store.directory() if one.name in named)]


def _idea(kind: str, need: _Need, hit: Evidence, offer: str, other: Person | None = None) -> Idea:
    link = _LINK.search(hit.text)
    return Idea.model_validate(
        {
            "kind": kind,
            "ref": f"person:{other.id}" if other else f"{hit.kind}:{hit.source_id}",
            "title": other.name if other else hit.title,
            "need": need.text,
            "need_ref": need.source.source_id,
            "offer": offer,
            "offer_ref": hit.source_id,
            "other": other.id if other else None,
            "link": link[0].rstrip(".,;)") if link and not other else "",
        }
    )


def _closest(text: str, words: frozenset[str]) -> tuple[str, int]:
    """The sentence that shares most words with a need, and how many."""
    parts = sentences(text) or [text]
    shared = [len(topic_stems(part) & words) for part in parts]
    best = max(range(len(parts)), key=shared.__getitem__)
    return clip(parts[best], OFFER_WORDS), shared[best]


def _of_interest(keeper: Keeper, person: Person) -> Iterator[Idea]:
    """Notes with a link, and stories of your own, on what they care about, that they were not told yet."""
    if not person.cares_about:
        return
    told = {story.id for story in keeper.store.stories(told_to=person.id)}
    found = keeper.recall(", ".join(person.cares_about), LOOKED_AT, Filters(kinds=(Kind.NOTE, Kind.STORY)))
    hits = discreet(found)
    stories = keeper.store.get_many(Story, [hit.source_id for hit in hits if hit.kind is Kind.STORY])
    for hit in hits:
        about = next((one for one in person.cares_about if _all_in(one, hit.text)), "")
        story = stories.get(hit.source_id)
        mine = story is not None and story.own and story.id not in told
        linked = hit.kind is Kind.NOTE and bool(_LINK.search(hit.text)) and person.name not in hit.names
        if about and (mine or linked):
            words = topic_stems(about)
            source = Evidence(label="", source_id=person.id, kind=Kind.PERSON, text=person.name, names=(person.name,))
            yield _idea("share", _Need(about, source, words), hit, _closest(hit.text, words)[0])


def _all_in(interest: str, text: str) -> bool:
    words = topic_stems(interest)
    return bool(words) and words <= topic_stems(text)
