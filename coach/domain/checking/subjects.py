"""Whose subject is it? `your work on earphones`, `your point that the delay must stay short`: what only somebody else
is noted to work on or to have said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import third, whose
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_YOURS = re.compile(
    r"\byour (?:\w+ )?(?:work|research|thesis|project|study|studies|paper|findings?|point|remark|tip|theory|argument) "
    r"(?:on|about|with|that|of) (?P<what>.+)$"
)
_MADE = re.compile(
    r"\byour (?:own |new |latest )?(?:talk|session|workshop|lecture|course|tool|book|article|novel|film|blog|"
    r"podcast|post|app|"
    r"script|game|map|recipe|poster|handbook|paper|study|thesis|project) (?:on|about|for|of|that) (?P<what>.+)$"
)
"""Something made, which is the writer's own where the notes tell of its subject only as the writer's."""
_MOST = 0.5


def of_anothers_subject(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """All that the notes know of the subject is told of third persons whom the sentence does not name."""
    told = [part for part in parts if part.mood != "greeting"]
    if not told or parts[number] is not told[0] or not facts.readable or not facts.reader:
        return None
    plain = " ".join(part.plain for part in told)
    found = _YOURS.search(plain)
    if (not found or " ?" in found["what"]) and (made := _MADE.search(plain)):
        return _of_my_own(made["what"], facts)
    if not found or " ?" in found["what"]:
        return None
    phrase = re.split(r" [,.;:!] ?| has | have | is | was ", found["what"] + " ", maxsplit=1)[0]
    words = telling(key(low) for low in phrase.split() if low not in FUNCTION)
    known = [word for word in sorted(words) if facts.by_key.get(word)]
    places = [fact for word in known for fact in facts.by_key[word] if not fact.programme]
    if not places or len(known) < _MOST * len(words) or not all(third(fact, facts) for fact in places):
        return None
    named = frozenset(who for part in parts for who in part.persons | part.owners)
    if any(fact.fragment.owners & named for fact in places):
        return None
    fact = places[0]
    return contradicted(fact, f"Your notes say this of {whose(fact.fragment)}: “{fact.quote}”.")


def _of_my_own(what: str, facts: Facts) -> Finding | None:
    """`your talk about fuzzing`, where `my own talk was on fuzzing` is all that is noted of it."""
    phrase = re.split(r" [,.;:!?] ?| has | have | is | was | and | but ", what + " ", maxsplit=1)[0]
    words = telling(key(low) for low in phrase.split() if low not in FUNCTION)
    known = [word for word in sorted(words) if facts.knows(word)]
    places = [fact for word in known for fact in facts.by_key.get(word, ())]
    mine = places and all(fact.fragment.owners == {USER} and _MY_DOING & set(fact.fragment.words) for fact in places)
    if not mine or len(known) < len(words) or any(_beside_promises(word, facts) for word in known):
        return None
    if any(
        facts.reader in fact.fragment.persons and {"your", "her", "his"} & set(fact.fragment.words) for fact in places
    ):
        return None
    fact = places[0]
    return contradicted(fact, f"Your notes say this of {whose(fact.fragment)}: “{fact.quote}”.")


def _beside_promises(word: str, facts: Facts) -> bool:
    """A heading has the word: a talk, a profile; not only a promise on record."""
    return any(source.kind != "commitment" for source in facts.heading_keys.get(word, ()))


_MY_DOING = frozenset(("i", "my", "i'm", "i've", "our", "mine"))
