"""What you could give somebody: found by rule in your own notes and stories, nothing invented.

Three kinds: an introduction to somebody who fits a need that they named, or whom you noted yourself that they should
meet; an answer from your notes or stories to a problem of theirs; and something of yours on what they care about. Each
says what it rests on. An introduction asks both sides first (each gets a message of its own, and neither learns what
the other said in confidence).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.domain.checking.language import language_of
from coach.domain.evidence import Evidence, Filters
from coach.domain.models import Kind, Person, Story
from coach.domain.reciprocity import Idea
from coach.domain.text import sentences, stems
from coach.domain.thoughts import is_only_a_thought
from coach.drafting.evidence import clip
from coach.journeys.doors import closed_doors, the_dead
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
    r"(?:is|are) (?:the|a|her|his|their) (?:big |biggest |main |real )?(?:pain|problem|bottleneck|headache|worry)|"
    r"does(?: not|n't|n’t) know (?:how|who|where|what)|(?:cannot|can't|can’t) (?:find|get|agree)|afraid of|"
    r"worr(?:ies|ied) (?:about|that)|wonders? (?:how|who|whether)|"
    r"sucht(?:e|en)?|suchen|braucht(?:e|en)?|brauchen|bräuchten?|benötigt|fehlt|fehlen|"
    r"(?:möchte|will|würde gern\w*) (?=[^.;]*\b(?:finden|lernen|wissen|treffen|kennenlernen|ausprobieren|anfangen)\b)|"
    r"kämpf(?:t|te|en) mit|hängt fest|kommt nicht weiter|(?:das )?Problem (?:ist|mit)|ein Problem|Sorgen? (?:um|wegen)|"
    r"Angst vor|weiß nicht[ ,]+(?:wie|wer|wo|was|ob)|findet (?:keine?n?|niemanden))\b",
    re.IGNORECASE,
)
"""Words by which a note says what somebody looks for or what troubles them."""
_MINE = re.compile(
    r"\b(?:I|we)(?:['’]m| am|['’]re| are)? (?:\w+ )?(?:need|look|search|want|could|would|struggl)|"
    r"\b(?:ich|wir) (?:\w+ )?(?:such|brauch|bräucht|benötig|möcht|will|wollen|kämpf)|\b(?:mir|uns) (?:\w+ )?fehl|"
    r"\b(?:brauch|such|bräucht|benötig|fehl)\w* (?:ich|wir|mir|uns)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"she", "he", "they", "who", "sie", "er", "die", "der"})
_BETWEEN = frozenset(
    """is was are were has been still really also badly urgently desperately currently now just always only and but btw
    frau herr dr mr mrs ms prof noch dringend gerade auch sehr immer nur aktuell jetzt derzeit und aber weiterhin
    """.split()
)
"""Words that may stand between somebody and what they need."""
_EVERYDAY_GERMAN = """
finden leute mensch menschen person jemand jemanden hilfe helfen helfe lernen arbeit arbeiten machen macht geben gehen
kommen sagen sehen schauen brauchen suchen zeit tag tage woche monat jahr heute lang ding dinge weg viel viele jeder
früh spät gut gute neu neue projekt firma idee ideen zusammen einmal wieder später
"""
_LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class _Need:
    """A sentence of a person's profile or notes that says what they look for or what troubles them."""

    text: str
    source: Evidence
    words: frozenset[str]
    language: str = "en"

    def shared(self, text: str) -> int:
        """How many of its words a text has."""
        return len(_topics(text, self.language) & self.words)


def needs(keeper: Keeper, person_id: str) -> list[str]:
    """What they look for or are stuck on, in the words of your notes. Raises NotFoundError."""
    person = keeper.store.get(Person, person_id)
    return [need.text for need in list(_needs(keeper, person))[:NEEDS]]


def ideas(keeper: Keeper, person_id: str) -> list[Idea]:
    """At most six things to give a person, introductions first; none to the dead. Raises NotFoundError."""
    person = keeper.store.get(Person, person_id)
    if person.id in the_dead(keeper):
        return []
    keeper.catch_up()
    found: dict[str, Idea] = {idea.ref: idea for idea in _thought_of(keeper, person)}
    for need in list(_needs(keeper, person))[:NEEDS]:
        for idea in _for_need(keeper, person, need):
            found.setdefault(idea.ref, idea)
    for idea in _of_interest(keeper, person):
        found.setdefault(idea.ref, idea)
    order = ("introduction", "answer", "share")
    return sorted(found.values(), key=lambda one: order.index(one.kind))[:IDEAS]


def _topics(text: str, language: str) -> frozenset[str]:
    """What a text is about, in one language: stems of its words without the everyday ones."""
    if language != "de":
        return topic_stems(text)
    return stems(text, "de") - stems(_EVERYDAY_GERMAN, "de")


def _thought_of(keeper: Keeper, person: Person) -> Iterator[Idea]:
    """Whom you noted yourself that they should meet."""
    unasked = {person.id, *closed_doors(keeper)}
    for note in keeper.store.notes(person=person.id, limit=NOTES_READ):
        others = [one for one in keeper.store.people(ids=note.people) if one.id not in unasked]
        if len(others) == 1 and is_only_a_thought(note.text):
            text = clip(note.text, NEED_WORDS)
            source = Evidence(label="", source_id=note.id, kind=Kind.NOTE, text=note.text)
            yield _idea("introduction", _Need(text, source, frozenset()), source, text, others[0])


def _needs(keeper: Keeper, person: Person) -> Iterator[_Need]:
    """Of their profile and their newest notes. A sentence about what you need yourself is none of theirs."""
    profile = profile_evidence(person)
    named = " ".join((person.name, *person.also_called, person.organisation))
    notes = told_of(keeper, keeper.store.notes(person=person.id, limit=NOTES_READ), person)
    for source in (*notes, *((profile,) if profile else ())):
        for said in sentences(source.text):
            found = NEED.search(said)
            if not found or _MINE.search(said) or not _is_theirs(said, found, person, source):
                continue
            language = language_of(said)
            if words := _topics(said, language) - _topics(named, language):
                yield _Need(clip(said, NEED_WORDS), source, words, language)


def _is_theirs(said: str, need: re.Match[str], person: Person, source: Evidence) -> bool:
    """Whether a sentence is about what they do themselves: it begins with them, or they stand right before the need or,
    in German, behind it; or it stands in their profile; or nobody is named in a note about them alone."""
    called = {word.casefold() for name in (person.name, *person.also_called) for word in name.split()}
    before, after = _plain_words(said[: need.start()]), _plain_words(said[need.end() :])
    first = said.split(maxsplit=1)[0].rstrip(",:").casefold()
    if source.kind is Kind.PERSON or first in called | {"she", "he", "they"}:
        return True
    while before and before[-1] in _BETWEEN:
        before.pop()
    if before:
        alone = len(source.names) < 2
        thing = alone and bool(_IS_A_PROBLEM.search(need[0]))
        return thing or before[-1] in called | _PRONOUNS or after[:1] in ([one] for one in called | {"sie", "er"})
    return len(source.names) < 2


_IS_A_PROBLEM = re.compile(r"^(?:is|are)\b.*\b(?:pain|problem|bottleneck|headache|worry)$", re.IGNORECASE)
"""`Battery life is the pain`: what stands before it is the problem, and nobody."""


def _plain_words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)]


def _for_need(keeper: Keeper, person: Person, need: _Need) -> Iterator[Idea]:
    """Who or what fits: by recall for the meaning, then by words that both sides have, which is the reason shown."""
    hits = keeper.recall(need.text, LOOKED_AT, Filters(kinds=(Kind.PERSON, Kind.NOTE, Kind.STORY)))
    hits = [hit for hit in discreet(hits) if hit.source_id != need.source.source_id and person.name not in hit.names]
    closed = closed_doors(keeper)
    people = {one.name: one for one in keeper.store.people(ids=_people_in(keeper, hits)) if one.id not in closed}
    for hit in hits:
        said, shared = _closest(hit.text, need)
        other = people.get(hit.names[0]) if len(hit.names) == 1 and hit.kind is not Kind.STORY else None
        cares = [one for one in other.cares_about if need.shared(one)] if other else []
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


def _closest(text: str, need: _Need) -> tuple[str, int]:
    """The sentence that shares most words with a need, and how many."""
    parts = sentences(text) or [text]
    shared = [need.shared(part) for part in parts]
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
            source = Evidence(label="", source_id=person.id, kind=Kind.PERSON, text=person.name, names=(person.name,))
            need = _Need(about, source, topic_stems(about))
            yield _idea("share", need, hit, _closest(hit.text, need)[0])


def _all_in(interest: str, text: str) -> bool:
    words = topic_stems(interest)
    return bool(words) and words <= topic_stems(text)
