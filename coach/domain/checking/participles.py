"""Told as done before a noun: `the finished shed`, where the notes only say that it is not finished."""

from __future__ import annotations

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.weighing import generic

_BEFORE_IT = frozenset(("the", "your", "her", "his", "their", "our", "its", "newly", "now"))
_NOUN_REACH = 3


def as_if_done(fragment: Fragment, facts: Facts) -> Finding | None:
    """The participle and its noun stand together in the notes, and each time with a denial."""
    if fragment.mood == "greeting" or fragment.negated or not facts.readable:
        return None
    tokens = fragment.tokens
    for position in range(fragment.first + 1, fragment.last):
        token = tokens[position]
        if tokens[position - 1].low not in _BEFORE_IT or not _participle(token.low):
            continue
        noun = _noun(fragment, position)
        told = [
            fact for fact in facts.by_key.get(noun, ()) if key(token.low) in fact.fragment.keys and not fact.programme
        ]
        if noun and told and all(_denied(fact, token.low) for fact in told):
            fact = told[0]
            reason = f"Your notes say the opposite: “{fact.quote}”."
            return contradicted(fact, reason)
    return None


def _participle(low: str) -> bool:
    """`finished`, `written`: the form of a verb that tells of it as done."""
    base = forms(low).get("VERB", (low,))[0]
    return base != low and low.endswith(("ed", "en", "wn", "lt", "nt", "rn"))


def _noun(fragment: Fragment, position: int) -> str:
    """The key of the noun that the participle stands before: the last word of its phrase."""
    found = ""
    for token in fragment.tokens[position + 1 : min(position + 1 + _NOUN_REACH, fragment.last + 1)]:
        if token.kind != "word" or token.low in FUNCTION or "NOUN" not in forms(token.low):
            break
        found = key(token.low)
    return "" if found in generic() else found


def _granted(fact: Fact, word: str) -> bool:
    """`not offended about the burnt loaf`: the note itself has it before the noun, as done."""
    words = fact.fragment.words
    return any(low == word and words[at - 1] in _BEFORE_IT for at, low in enumerate(words) if at)


def _denied(fact: Fact, word: str) -> bool:
    return (
        fact.fragment.negated
        and not _granted(fact, word)
        and any(low.endswith("n't") or low in ("not", "never") for low in fact.fragment.words)
    )
