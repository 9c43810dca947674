"""A son is no daughter: kin of the same degree share a key, so that `kids` meets `daughters`, and are told "
"apart here."""

from __future__ import annotations

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words

_PAIRS = (
    ("son stepson", "daughter stepdaughter"),
    ("brother", "sister"),
    ("husband", "wife"),
    ("father dad stepfather papa", "mother mum mom stepmother mama"),
    ("uncle", "aunt auntie"),
    ("nephew", "niece"),
    ("grandfather grandpa granddad", "grandmother grandma granny nan"),
    ("grandson", "granddaughter"),
    ("boyfriend", "girlfriend"),
    ("fiance", "fiancee"),
    ("brother-in-law", "sister-in-law"),
    ("son-in-law", "daughter-in-law"),
    ("father-in-law", "mother-in-law"),
)
_OPPOSITES = {
    word: (split_words(alike), split_words(other))
    for he, she in _PAIRS
    for alike, other in ((he, she), (she, he))
    for word in alike.split()
}


def _singular(low: str) -> str:
    return low.removesuffix("s") if low.removesuffix("s") in _OPPOSITES else low


def wrong_kin(fragment: Fragment, facts: Facts) -> Finding | None:
    """`your son`, where all that is noted of theirs is a daughter."""
    for owner, first, last in fragment.possessed if facts.readable else ():
        words = [_singular(token.low) for token in fragment.tokens[first : last + 1]]
        called = next((word for word in words if word in _OPPOSITES), None)
        if not owner or called is None or any(_OPPOSITES[called][0] & _kin_in(fact) for fact in facts.facts):
            continue
        other = _OPPOSITES[called][1]
        theirs = (fact for fact in facts.facts if other & _kin_in(fact) and not fact.fragment.negated)
        if against := next((fact for fact in theirs if _told_of(fact, owner)), None):
            word = next(low for low in against.fragment.words if _singular(low) in other)
            return contradicted(against, f"Your notes say “{word}”.")
    return None


def unheard_kin(fragment: Fragment, facts: Facts) -> Finding | None:
    """`I hope your husband is better`: kin of the reader, or a pet, of whom no note tells, by whatever word."""
    if not facts.readable or fragment.mood == "greeting":
        return None
    for owner, first, last in fragment.possessed:
        if owner != facts.reader or not owner or fragment.tokens[first - 1].low != "your":
            continue
        called = _singular(fragment.tokens[last].low)
        if called in _NEAR and not any(facts.by_key.get(key(word)) or facts.knows(key(word)) for word in _NEAR[called]):
            return Finding("unsupported", reason="No note tells of this.")
    return None


_NEAR = {
    word: group.split()
    for group in (
        "husband wife spouse partner married wedding",
        "son daughter child kid baby stepson stepdaughter boy girl family toddler teenager",
        "brother sister sibling twin",
        "father mother dad mum mom parent family",
        "uncle aunt auntie",
        "nephew niece",
        "grandfather grandmother grandpa grandma grandparent granddad granny",
        "fiance fiancee engaged wedding",
        "dog puppy pet animal",
        "cat kitten pet animal",
    )
    for word in group.split()
    if word in _OPPOSITES or word in ("dog", "puppy", "cat", "kitten")
}
"""Kin, with the words by which a note may tell of them."""


def _told_of(fact: Fact, owner: str) -> bool:
    """The clause is about the owner, or calls somebody theirs."""
    part = fact.fragment
    return owner in part.owners | part.persons | part.holders or any(
        who.endswith(f" of {owner}") for who in part.owners
    )


def _kin_in(fact: Fact) -> frozenset[str]:
    return frozenset(map(_singular, fact.fragment.words))
