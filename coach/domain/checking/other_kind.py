"""Another thing of the same kind: `twenty window sounds`, where stair sounds are promised; `room 9` for room 6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key
from coach.domain.checking.facts import Facts, Promise
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.quantities import is_number_word
from coach.domain.checking.sources import Source
from coach.domain.checking.tokens import Token, tokenize


def of_another_kind(fragment: Fragment, facts: Facts) -> Finding | None:
    """The noun of a promise on record, with another noun before it that stands nowhere in the notes."""
    if not facts.readable or fragment.mood == "greeting":
        return None
    here = fragment.tokens[fragment.first : fragment.last + 1]
    told = {key(token.low) for before, token in pairwise(here) if _names_a_kind(before, token)}
    said = [(kind, thing) for kind, thing in _compounds(here) if kind in told]
    for promise in facts.promises:
        if not promise.due and not promise.to:
            continue
        for kind, thing in _kinds_of(promise.quote):
            other = next((mine for mine, head in said if head == thing and mine != kind), "")
            if other and kind not in fragment.keys and not facts.knows(other):
                return _not_this(promise)
    return None


@lru_cache(maxsize=256)
def _kinds_of(quote: str) -> tuple[tuple[str, str], ...]:
    """The pairs of nouns of a promise, kept, since each clause is held against them."""
    return tuple(_compounds(tokenize(quote)))


def _not_this(promise: Promise) -> Finding:
    reason = f"Your notes say “{promise.quote}”."
    return Finding("contradicted", (promise.label,), (promise.quote,), reason)


def _compounds(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """(`window`, `sound`): the keys of two nouns side by side, of which the second ends the phrase."""
    for at, (one, other) in enumerate(pairwise(tokens)):
        after = tokens[at + 2] if at + 2 < len(tokens) else None
        goes_on = after is not None and after.kind == "word" and after.low not in FUNCTION and _noun(after)
        if _noun(one) and _noun(other) and not goes_on:
            yield key(one.low), key(other.low)


def _names_a_kind(before: Token, token: Token) -> bool:
    """A plain noun; or one that may be a verb, where an article or a number stands before it."""
    found = forms(token.low).keys()
    counted = before.low in _LEADS or before.low[:1].isdigit() or is_number_word(before.low)
    return not {"ADJ", "ADV"} & found and ("VERB" not in found or counted)


_LEADS = split_words("the a an your my our his her their of some these those")


def _noun(token: Token) -> bool:
    return token.kind == "word" and token.low not in FUNCTION and not token.capital and "NOUN" in forms(token.low)


_NUMBERED = split_words(
    "room hall stand booth table gate platform floor stage track level ward class flat line bus tram"
)


def misnumbered(fragment: Fragment, sources: Sequence[Source]) -> Iterator[tuple[int, int, Finding]]:
    """`in room 9`, where every room that the evidence numbers is another one: (first token, last token, finding)."""
    for at, (one, other) in enumerate(pairwise(fragment.tokens[fragment.first : fragment.last + 1]), fragment.first):
        if one.low not in _NUMBERED or not other.text[:1].isdigit():
            continue
        noted = [(source, number) for source in sources for number in _numbers_of(one.low, source)]
        if noted and all(number != other.low for _, number in noted):
            source, number = noted[0]
            quote = f"{one.low} {number}"
            yield at, at + 1, Finding("contradicted", (source.label,), (quote,), f"Your notes say “{quote}”.")


def _numbers_of(noun: str, source: Source) -> Iterator[str]:
    for sentence in source.sentences:
        for one, other in pairwise(sentence.tokens):
            if one.low == noun and other.text[:1].isdigit():
                yield other.low
