"""Liking and disliking: `heights don't bother you` in the draft against `afraid of heights` in the notes.

`polarity` compares clauses with the same verb. Feelings are told by many words, affirmed and denied; here each is
brought to one of two signs, and a thing must not have one sign in the draft and only the other in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from coach.domain.checking.attribution import matter, person_name
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of, lemma
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import share, telling

_FOR = split_words(
    "enjoy prefer love like adore fond fan keen relish trust comfortable fearless enthusiast enthusiastic"
)
_AGAINST = split_words(
    "hate dislike loathe detest afraid scared fear phobia allergic allergy bother trouble annoy dread resent distrust "
    "wary sceptical skeptical reluctant nervous uneasy frighten frightened scare terrify shudder oppose cross angry "
    "furious suspicious"
)
_BORNE = frozenset(("stand", "bear", "abide", "mind"))
"""Told of a feeling only in a denial: `can't stand` is dislike, `don't mind` is none."""
_NO = split_words("not never no nor hardly without cannot nothing neither none")
_BEFORE_LIKE = split_words("i you he she we they who really also both all do does did don't doesn't didn't not 'd")
_HALVES = split_words("but although though except unless until only used rather if would wish hope please despite")
"""Words after which a sentence may take back what it says."""


def sign_of(fragment: Fragment) -> int:
    """1 for liking, -1 for disliking, 0 where no feeling is told or more than one."""
    signs = set(_signs(fragment))
    return signs.pop() if len(signs) == 1 else 0


def both_ways(fragment: Fragment) -> bool:
    """`you adore cardamom as much as you loathe cinnamon`: which of them is meant cannot be told by single words."""
    return len(set(_signs(fragment))) > 1


def _signs(fragment: Fragment) -> Iterator[int]:
    tokens = fragment.tokens
    for position in range(fragment.first, fragment.last + 1):
        low, base = tokens[position].low, lemma(tokens[position].low)
        before = [token.low for token in tokens[max(fragment.first, position - 4) : position]]
        denied = any(word in _NO or word.endswith("n't") for word in before)
        if base == "like" and not (set(before[-1:]) & _BEFORE_LIKE or low != "like"):
            continue
        if base in ("eat", "drink"):
            if denied:
                yield -1  # `does not drink coffee`
        elif base in _BORNE:
            if denied:
                yield 1 if base == "mind" else -1
        elif base == "prefer" and position < fragment.last and tokens[position + 1].low in ("no", "not"):
            yield -1
        elif base in _FOR or low in _FOR:
            yield -1 if denied else 1
        elif (base in _AGAINST or low in _AGAINST) and before != ["don't"]:
            yield 1 if denied else -1


_SOME_DAY = re.compile(r"\b(?:(?:one|1) day|some ?day|next time|sooner or later)\b")


def some_day(fragment: Fragment) -> bool:
    """`one day you won't be afraid of it`, `next time I'll try it`: not told of today."""
    return bool(_SOME_DAY.search(" ".join(token.low for token in fragment.tokens[: fragment.last + 1])))


_LEFT_UNSAID = re.compile(r"\b(?:what|how) (?:you|she|he|they) (?:think|feel|thought|felt)\b")
"""`what you think of heights`: the feeling itself is not told."""


_YOU_ENJOY = re.compile(r"^you (?:really |also |clearly )?enjoy ")
"""No wish, though the verb most often stands in one."""


def at_odds(fragment: Fragment, facts: Facts) -> Finding | None:
    """A liking of the reader's, or of a third person's, where the notes tell of the contrary alone."""
    sign = sign_of(fragment)
    told = fragment.mood not in ("greeting", "wish") or _YOU_ENJOY.search(fragment.plain)
    if not sign or not told or set(fragment.words) & _HALVES:
        return None
    if _LEFT_UNSAID.search(fragment.plain) or some_day(fragment):
        return None
    if fragment.owners == {USER} or not (facts.reader in fragment.owners | fragment.persons or fragment.owners):
        return None
    things = telling(matter(fragment, facts)) - _feelings() or _one_thing(fragment, facts)
    near = [
        (fact, sign_of(fact.fragment)) for word in sorted(things) for fact in facts.by_key.get(word, ())
        if _same_person(fact, fragment) and share(fact.fragment.keys, things) >= _MOST
    ]  # fmt: skip
    if not near or any(other in (0, sign) for _, other in near):
        return None
    fact = near[0][0]
    reason = f"Your notes say otherwise: “{fact.quote}”."
    return contradicted(fact, reason)


_MOST = 0.5


def _one_thing(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """`you love coffee`: a thing that tells little elsewhere, where the feeling for it is all that is said."""
    things = matter(fragment, facts) - _feelings()
    return things if len(things) == 1 and fragment.explicit and fragment.owners == {facts.reader} else frozenset()


def felt_by_another(fragment: Fragment, facts: Facts) -> Finding | None:
    """`you can't stand diaries`, where the notes tell of that feeling of others alone."""
    sign = sign_of(fragment)
    if not sign or not facts.reader or fragment.owners != {facts.reader} or not fragment.explicit:
        return None
    if fragment.mood != "fact" or not facts.readable or set(fragment.words) & _HALVES:
        return None
    things = telling(matter(fragment, facts)) - _feelings()
    near = [
        fact for word in sorted(things) for fact in facts.by_key.get(word, ())
        if not fact.programme and share(fact.fragment.keys, things) >= _MOST and sign_of(fact.fragment) == sign
    ]  # fmt: skip
    if not near or any(not fact.fragment.explicit or facts.reader in _concerned(fact) for fact in near):
        return None
    return contradicted(near[0], f"Your notes say this of {person_name(min(_concerned(near[0])))}: “{near[0].quote}”.")


@cache
def _feelings() -> frozenset[str]:
    return keys_of(_FOR) | keys_of(_AGAINST) | {key(word) for word in _BORNE}


def same_feeling(fragment: Fragment, other: Fragment) -> bool:
    """`cinnamon makes you shudder` beside `can't stand cinnamon`."""
    return sign_of(fragment) == sign_of(other) != 0


def _concerned(fact: Fact) -> frozenset[str]:
    return fact.fragment.owners | fact.fragment.persons | (frozenset() if fact.fragment.owners else {fact.label})


def _same_person(fact: Fact, fragment: Fragment) -> bool:
    """No programme, no question, and nobody else's feeling."""
    owners = fact.fragment.owners
    if fact.programme or fact.fragment.mood == "question" or owners == {USER}:
        return False
    return not owners or not fragment.owners or bool(owners & (fragment.owners | fragment.persons))
