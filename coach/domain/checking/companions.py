"""Who was with you? A moment told as shared with the reader, which the notes tell of with somebody else alone.

`the night flight we watched from the beach`, where the note says `watched it with Ludo`; `our bus ride`, where another
sat in the next seat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.people import USER
from coach.domain.checking.shared import FUTURE, TIMES, UNFORGOTTEN
from coach.domain.checking.sources import Source
from coach.domain.checking.weighing import telling

_MOMENTS = (
    r"walk|ride|trip|swim|hike|stroll|climb|dance|dinner|lunch|supper|breakfast|picnic|drive|tour|run|flight|crossing|"
    r"singing|evening|night|game|outing|detour|paddle|row"
)
_JOINT = re.compile(
    rf"\bour (?:[\w-]+ ){{0,3}}?(?:{_MOMENTS})\b|"
    r"\bthe (?:[\w-]+ ){1,3}(?:(?:that|which) )?(?:, )?we (?:\w+ly |both )?(?:watched|shared|had|took|saw|spent|"
    r"went on|drank|ate|sang|"
    r"climbed|danced|heard|visited|walked)\b|"
    r"\b(?:sitting|standing|walking|singing|dancing|watching|swimming|running|riding|eating|drinking|cooking|listening|"
    r"climbing|sailing|rowing|playing) (?:[\w-]+ ){0,7}with you\b|"
    r"\byou and i (?:have |had |both |so |often |once |all ){0,4}(?!will|can|could|should|would|may|might|are\b|"
    r"share|agree)\w+"
)
_NOT_TOLD = re.compile(
    r"\b(?:will|would|could|can|shall|hope|hoping|forward|love to|like to|let's|next|maybe|perhaps|if|how about|sorry|"
    r"pity|shame|missed|without|until|should|might|may)\b|'(?:ll|d)\b|\?|n't\b"
)


def in_other_company(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """The words of a shared moment stand only in notes of the writer with others; or its name in no note at all."""
    told = [part for part in parts if part.mood != "greeting"]
    if not told or parts[number] is not told[0] or not facts.readable or not facts.reader:
        return None
    plain = UNFORGOTTEN.sub("remember", " ".join(part.plain for part in told))
    found = _JOINT.search(plain)
    if not found or _NOT_TOLD.search(plain[: found.end()]) or plain.endswith("?"):
        return None
    words = _words_of(plain, found) - facts.name_keys - facts.event_keys
    if not words:
        return None
    notes = [one for one in facts.sources if one.kind in ("note", "reflection", "capture") and not one.author]
    shared = [(len(words & source.keys), source) for source in notes]
    best = max((count for count, _ in shared), default=0)
    if not best:
        return _unheard(found[0], facts)
    where = [source for count, source in shared if count == best]
    if any(_with_reader(source, facts) for source in where):
        return None
    fact = next((one for one in facts.within(where[0]) if words & one.fragment.keys), None)
    return contradicted(fact, f"In your notes you were with others: “{fact.quote}”.") if fact else None


_REACH = 5


def _words_of(plain: str, found: re.Match[str]) -> frozenset[str]:
    """The telling words of the moment, and of what follows: `our wet walk up the Schlossberg`."""
    following = re.split(r" [.,;:!–-] | and | but ", plain[found.end() :] + " . ", maxsplit=1)[0].split()[:_REACH]
    words = [*found[0].split(), *following]
    return telling(key(word) for word in words if word not in FUNCTION) | keys_of(frozenset(words) & _NAMED_MOMENTS)


_NAMED_MOMENTS = frozenset(_MOMENTS.split("|")) - {"evening", "night", "run", "row", "game"}


def _unheard(moment: str, facts: Facts) -> Finding | None:
    """`the dinner we shared`: a moment that no note so much as names."""
    named = keys_of(frozenset(moment.split()) & _NAMED_MOMENTS)
    if not named or any(facts.knows(word) for word in named):
        return None
    return Finding("unsupported", reason="Your notes tell of no such shared moment.")


def _with_reader(source: Source, facts: Facts) -> bool:
    """The note names the reader, says `our`, or names nobody else: then they may have been there."""
    lows = set(source.lows)
    here = facts.within(source)
    people = facts.people_in(source) - {USER}
    called = any(
        facts.reader in fact.fragment.owners | fact.fragment.persons and _WITH_HER.search(fact.fragment.plain)
        for fact in here
    )
    alone = not _COMPANY.search(source.text) and not any(set(who.split()) & lows for who in people - {facts.reader})
    return alone or called or bool(({"our", "we"} | set(facts.reader.split())) & lows)


_COMPANY = re.compile(r"\b(?:with|[Ww]ith|w/) ?(?:the )?[A-Z]\w+")
_WITH_HER = re.compile(r"^(?:and )?(?:she|he|they)\b|\b(?:with|and) (?:her|him|them)\b")


def went_unnamed(fragment: Fragment, facts: Facts) -> Finding | None:
    """`the concert | we went to`, `the workshop | we led together`: a thing of both, which no note so much as names."""
    if not fragment.antecedent or fragment.mood != "fact" or fragment.negated or not facts.readable:
        return None
    if not _WE_DID.match(fragment.plain) or FUTURE.search(fragment.plain):
        return None
    head = fragment.tokens[fragment.first - 1]
    word = key(head.low)
    if head.kind != "word" or head.capital or word not in telling(fragment.antecedent) or word in keys_of(TIMES):
        return None
    if word in loose_things() or is_known(word, facts):
        return None
    return Finding("unsupported", reason="Your notes tell of no such shared moment.")


_WE_DID = re.compile(
    r"^(?:that |which )?(?:we|you and i) (?!are\b|have\b|do\b|can\b|will\b|need\b|want\b|use\b|make\b|offer\b|sell\b)"
    r"(?:both |had )?(?:\w+ed|went|held|led|ran|sang|saw|ate|drank|took|gave|made|found|rode|swam|climbed|built|wrote|"
    r"heard|flew|sat|stood|caught|won|lost|bought|brought|did)\b"
)
