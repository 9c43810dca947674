"""A kind of person in the user's words ("a sceptical city procurement officer who hates startups"), and whether an
entry of the notes is of somebody like that: recall always finds something, and one word in common is soon found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.checking.english import key
from coach.domain.evidence import Evidence
from coach.domain.stemming import snowball
from coach.domain.text import content_words

_ANYBODY = frozenset(
    """somebody someone anybody person people man woman guy kind type sort like likes who whom whose her his she him
    they new newcomers newcomer very really really from works work working wants want hates hate loves
    love young old middle aged sceptical skeptical critical friendly shy busy senior junior interested experienced
    famous important rich
    nervous rude curious grumpy impatient local good great typical
    jemand jemanden jemandem mensch menschen mann frau leute art einen eine einer eines ein der die das dem den des mit
    von für aus bei wie neue neuen skeptische skeptischer skeptischen kritische kritischer junge junger alte alter
    schüchterne schüchterner beschäftigte erfahrene erfahrener interessiert neugierige neugieriger arbeitet
    arbeiten""".split()
)
"""Words that say nothing of what a person does."""
_RANKS = frozenset(
    map(
        key,
        """officer manager director head lead leader chief boss engineer expert specialist founder organiser organizer
        owner member worker professional consultant assistant chair president representative agent leiter leiterin
        chef chefin leitung beauftragte beauftragter expertin experte gründer gründerin mitglied""".split(),
    )
)
"""What people of any trade may be: alone it makes nobody like a procurement officer."""
_WITHIN = re.compile(
    r"\s+(?:who|that|which|with|of|from|for|in|at|on|interested|der|die|das|mit|von|für|aus|im|bei|eines|einer|des)\b|"
    r"[,;]",
    re.IGNORECASE,
)
_ATTITUDE = re.compile(
    r"\b(?:hates?|loves?|likes?|dislikes?|distrusts?|does(?: not|n['’]t)|is (?:tired|afraid|bored|sick)|never|"
    r"hasst|liebt|mag|misstraut)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_FEW = 2


@dataclass(frozen=True)
class _Kind:
    """`words`: what tells it; `head`: the one among them that names it ("officer"), "" for "somebody who …"."""

    words: frozenset[str]
    head: str

    @classmethod
    def of(cls, who: str) -> _Kind:
        said = re.sub(r"^\W*(?:(?:an?|the|some|ein\w*|der|die|das)\s+)+", "", who, flags=re.IGNORECASE)
        named = _telling(_WITHIN.split(said, maxsplit=1)[0])
        head = max(named, key=lambda word: said.casefold().find(word), default="")
        return cls(frozenset(_telling(_ATTITUDE.sub("", said) if head else said)), head)


def _telling(text: str) -> set[str]:
    return (content_words(text) & content_words(text, "de")) - _ANYBODY


def of_such(who: str, found: Evidence) -> bool:
    """Whether an entry is of somebody of a kind: it has the word that names the kind, or one that means the same; two
    of its words, where that one is no more than a rank; of "somebody who …" one, or two of many."""
    kind = _Kind.of(who)
    noted = content_words(f"{found.title} {found.text}")
    keys, stems = {key(word) for word in noted}, {snowball(word, "german") for word in noted}
    shared = {word for word in kind.words if key(word) in keys or snowball(word, "german") in stems}
    if len(kind.words) <= _FEW - bool(kind.head):
        return bool(shared)
    return len(shared) >= _FEW or (kind.head in shared and key(kind.head) not in _RANKS)
