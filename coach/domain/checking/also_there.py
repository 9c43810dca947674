"""Who else was there? `the evening with you and Sven`, `you, Pauline and I had coffee`, where the notes tell of that
moment without the third."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import person_name
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_THREE = re.compile(
    r"\bwith you and (?P<a>[\w'-]+)|\byou (?:, |and )(?P<b>[\w'-]+) (?:, )?and (?:i|me)\b|"
    r"\b(?P<c>[\w'-]+) (?:, |and )you (?:, )?and (?:i|me)\b|\bwith (?P<d>[\w'-]+) and you\b"
)
_TO_COME = re.compile(
    r"\b(?:will|would|could|can|shall|hope|hoping|forward|love to|like to|let's|next|perhaps|if|sorry|without|should|"
    r"might|may|want|wants|too \w[\w-]* to|invited|missed|skipped)\b|'(?:ll|d)\b|\?|n't\b"
)
_ALL_OF_US = re.compile(r"\b(?:both|all|everyone|everybody|we|us|together|three of|joined|group)\b")


_COMPANY = frozenset(("with", "and", "+", "&", "met", "joined", "beside", "opposite", "took"))


def also_there(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """A third person put beside writer and reader, whom the note of that moment names elsewhere, or not at all."""
    told = [part for part in parts if part.mood != "greeting"]
    if not told or parts[number] is not told[0] or not facts.readable or not facts.reader:
        return None
    plain = " ".join(part.plain for part in told)
    found = _THREE.search(plain)
    if found is None or _TO_COME.search(plain):
        return None
    who = facts.people.resolve((next(word for word in found.groups() if word).removesuffix("'s"),))
    if who in ("", USER, facts.reader):
        return None
    words = telling(frozenset(word for part in told for word in part.keys)) - facts.name_keys - facts.event_keys
    moments = [fact for fact in facts.facts if words & fact.fragment.keys and _of_the_writer(fact)]
    if not moments or any(_beside(fact, who, facts) for fact in facts.facts if _of_the_writer(fact)):
        return None
    ours = [fact for fact in moments if _of_the_two(fact, facts)]
    if not ours:
        return None
    best = max(ours, key=lambda fact: len(words & fact.sentence.keys))
    return contradicted(best, f"Your notes name {person_name(who)} nowhere beside you here: “{best.quote}”.")


def _of_the_writer(fact: Fact) -> bool:
    return fact.sentence.source.kind == "note" and not fact.sentence.source.author and not fact.fragment.negated


def _of_the_two(fact: Fact, facts: Facts) -> bool:
    """The note of the moment is of writer and reader."""
    return {USER, facts.reader} <= facts.people_in(fact.sentence.source)


def _beside(fact: Fact, who: str, facts: Facts) -> bool:
    """A clause in which the third was with the writer: `Tom and me`, `with Tom`, `we all`."""
    fragment = fact.fragment
    here = fragment.owners | fragment.persons
    if {who, USER} <= fragment.owners or ({who, USER} <= here and _COMPANY & set(fragment.words)):
        return True
    return who in facts.people_in(fact.sentence.source) and bool(_ALL_OF_US.search(fragment.plain))
