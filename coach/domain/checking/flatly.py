"""Flat yes and no: `you have no children`, `you have never been to Japan`, `you deliver to Bremen`, `you came to the
dinner`, of which the notes say the plain reverse. `polarity` weighs words of the matter; here one word is enough,
since both clauses say outright that somebody has it, does it, or was there."""

from __future__ import annotations

import re

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import NEGATIONS, Fragment
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.gradable import reassuring
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.stances import LIGHT
from coach.domain.checking.undone import denied_otherwise, finite, with_exception

_HAS_NONE = re.compile(
    r"\b(?:have|has|had|'ve|own|owns) (?:\w+ )?no \w|\b(?:don't|doesn't|do not|does not) (?:have|own|keep) (?:an?|"
    r"any)\b|"
    r"\b(?:haven't|hasn't) (?:got )?(?:an?|any)\b"
)
_HAS = re.compile(r"\b(?:has|have|had|'ve|got|owns?|with|keeps?|called|bought|adopted)\b")
_LOST = re.compile(r"\b(?:had|sold|lost|gave|used to|until|died|former|ex|no longer|wants?|would|if)\b")
_NEVER_BEEN = re.compile(
    r"\b(?:never|n't|not) (?:\w+ )?(?:been (?:to|in)|visited|seen|set foot in|travelled to|lived in)\b"
)
_BEEN = re.compile(
    r"\b(?:been (?:to|in)|visit\w*|liv(?:es|ed|ing) in|grew up in|studied in|work(?:s|ed|ing) in|born in|"
    r"moved (?:to|from)|"
    r"travelled|flew to|went to|came from|from|spent|years? in|back from|holiday in)\b"
)
_TO_BE = re.compile(r"\b(?:will|would|wants?|plans?|hopes?|next|going to|if|might|may)\b|'(?:ll|d)\b")
_CAME = re.compile(r"\byou (?:\w+ )?(?:came|were|attended|joined|went|made it|stayed|sat|took part)\b")
_MISSED = re.compile(
    r"\b(?:missed|skipped|(?:didn't|did not|couldn't|could not) (?:come|attend|make|join|go|stay)|wasn't (?:at|"
    r"there|in)|"
    r"was not (?:at|there|in)|left before|absent)\b"
)
_NO_LONGER = re.compile(r"\b(?:no longer|any ?more|stopped|gave up|given up|quit)\b")
_UNTIL_THEN = split_words("yet unless until only except before anymore always often")


def flatly_otherwise(fragment: Fragment, facts: Facts) -> Finding | None:
    """The notes say the plain reverse of the one whom the clause tells of."""
    if not facts.readable or fragment.mood not in ("fact", "guess") or USER in fragment.owners:
        return None
    if len(fragment.owners) != 1 or not fragment.explicit or reassuring(fragment):
        return None
    plain = fragment.plain
    things = matter(fragment, facts) - keys_of(LIGHT) - keys_of(_UNTIL_THEN)
    told = [fact for word in sorted(things) for fact in facts.by_key.get(word, ()) if _of_the_same(fact, fragment)]
    for fact in told:
        if _reversed(fragment, plain, fact, things, facts):
            return contradicted(fact, f"Your notes say the opposite: “{fact.quote}”.")
    return None


def _reversed(fragment: Fragment, plain: str, fact: Fact, things: frozenset[str], facts: Facts) -> bool:
    said = fact.fragment.plain
    if _HAS_NONE.search(plain):
        held = (
            not fact.fragment.negated and not _LOST.search(said) and (_HAS.search(said) or _is_theirs(fact, fragment))
        )
        return bool(held) and len(things) == 1
    if (
        _NO_LONGER.search(plain)
        and "only" not in fragment.words
        and "still" in fact.fragment.words
        and not fact.fragment.negated
    ):
        return bool(fragment.verbs & fact.fragment.verbs - keys_of(LIGHT))
    if _NEVER_BEEN.search(plain):
        return not fact.fragment.negated and bool(_BEEN.search(said)) and not _TO_BE.search(said)
    if _CAME.search(plain) and not fragment.negated:
        return bool(_MISSED.search(said)) and not _TO_BE.search(plain)
    return _does_not(fragment, fact, facts)


def _does_not(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """`he doesn't deliver`: the doing itself is denied, and with it whatever the draft adds to it."""
    theirs = fact.fragment
    doing = theirs.verbs & fragment.verbs - keys_of(LIGHT)
    core = theirs.keys - facts.name_keys
    before = {token.low for token in fragment.tokens[: fragment.first]}
    if before & NEGATIONS or any(low.endswith("n't") for low in before) or "than" in fragment.words:
        return False
    if fragment.negated or not theirs.negated or not doing or not core or not core <= fragment.keys:
        return False
    if not finite(theirs) or with_exception(fact):
        return False
    return not _UNTIL_THEN & {*theirs.words, *fragment.words} and not denied_otherwise(fragment)


def _is_theirs(fact: Fact, fragment: Fragment) -> bool:
    return any(holder in fragment.owners for holder, _, _ in fact.fragment.possessed)


def _of_the_same(fact: Fact, fragment: Fragment) -> bool:
    part = fact.fragment
    owned = part.owners & fragment.owners and part.explicit
    return not fact.programme and part.mood == "fact" and bool(owned or _is_theirs(fact, fragment))
