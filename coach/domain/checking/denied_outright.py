"""Denied outright: `you don't build kites`, where the notes tell of the very doing, and nowhere that it is not done.

`polarity` weighs all words of two clauses. Here the one word counts that the denial stands before, and whether the
notes, wherever they have that word of the same person and matter, know of anything that speaks against it.
"""

from __future__ import annotations

import re

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.gradable import reassuring
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.opposites import opposites
from coach.domain.checking.stances import LIGHT
from coach.domain.checking.undone import denied_core
from coach.domain.checking.weighing import share, telling

_NOT = frozenset(("not", "never")) | split_words(
    "don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't cannot"
)
_PARTLY = split_words(
    "only always often quite too just all every everybody everyone more enough much many even alone necessarily "
    "exactly yet until till unless before anymore any-more longer sure than rather instead both either because "
    "if whether again first better worse need needs may might must should would could"
)
"""Words with which a denial leaves something standing, or speaks of another time."""
_ON_THE_WAY = split_words("still really also actually ever in on at to a an the be been being any her his my your our")
_AGAINST = split_words(
    "no not none never nobody nothing without lack refuse fail instead only rather unable stop quit few "
    "little less hardly hate avoid reject decline ban except but used if whether might maybe perhaps would could "
    "wants hopes plans should yet"
)
"""What a note may say against a thing without the word `not`."""


_FORBIDDING = frozenset(("don't", "do", "please", "never", "not"))
"""`don't be sorry`: asked of somebody, and told of nobody."""
_NOT_SO = re.compile(r"(?:n't|not|never) (?:\w+ )?(?:as|so) ")


_MEANT_NOT_TO = re.compile(r"\b(?:promise|try|hope|want|swear|plan) not to\b")


def denied_outright(fragment: Fragment, facts: Facts) -> Finding | None:
    """The notes say that it is so, of the same one, and nothing in them speaks against it."""
    if not facts.readable or fragment.mood != "fact" or not fragment.negated or reassuring(fragment):
        return None
    if (
        fragment.words[0] in _FORBIDDING
        or fragment.tokens[-1].text == "?"
        or _NOT_SO.search(fragment.plain)
        or _MEANT_NOT_TO.search(fragment.plain)
    ):
        return None
    head = _head(fragment)
    others = _others(fragment, facts) - {head}
    partly = _PARTLY & set(fragment.words[fragment.words[0] in _LEADING :])
    told = [fact for fact in facts.by_key.get(head, ()) if head and _of_the_same(fact, fragment)]
    if not told or any(_speaks_against(one, head) for one in told):
        return None
    if head in keys_of(LIGHT):
        told = [fact for fact in told if _to_the_word(fact, fragment, head)]
    for fact in told:
        if partly <= fact.sentence.lows and _says_it(fact, fragment, head, others, facts):
            return contradicted(fact, f"Your notes say the opposite: “{fact.quote}”.")
    return None


_LEADING = frozenset(("because", "since", "and", "but", "so", "that", "as"))
"""`because my train was not late` denies as much as `my train was not late`."""


def _to_the_word(fact: Fact, fragment: Fragment, head: str) -> bool:
    """`you don't run a bakery` beside `runs a bakery`: a verb that tells little, with the very same thing."""
    thing = telling(denied_core(fragment)) - {head}
    return bool(thing) and thing <= fact.fragment.keys and head in fact.fragment.verbs


def _says_it(fact: Fact, fragment: Fragment, head: str, others: frozenset[str], facts: Facts) -> bool:
    outright = _outright(fact, fragment)
    if not others:
        core = fragment.keys - facts.name_keys - keys_of(LIGHT)
        return outright and (bool(telling((head,))) or (head in fact.fragment.keys and core <= fact.fragment.keys))
    near = fact.sentence.keys | fact.fragment.pointed
    if outright:
        near |= frozenset(word for one in facts.within(fact.sentence.source) for word in one.fragment.keys)
    held = share(near, others) >= 0.5 and (outright or telling((head,)) or telling(others & near))
    return bool(held) and not _opposed(others, near)


def _head(fragment: Fragment) -> str:
    """The key of the word that the denial stands before."""
    at = next((p for p in range(fragment.first, fragment.last + 1) if fragment.tokens[p].low in _NOT), None)
    if at is None:
        return ""
    for token in fragment.tokens[at + 1 : fragment.last + 1]:
        if token.kind == "word" and token.low not in _ON_THE_WAY and not token.low.endswith("ly"):
            return key(token.low) if token.low not in FUNCTION else ""
    return ""


def _others(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """What else it is about; of a clause that hangs on another, the matter of that one."""
    return telling(matter(fragment, facts) | fragment.antecedent)


def _of_the_same(fact: Fact, fragment: Fragment) -> bool:
    theirs = fact.fragment
    if fact.programme or theirs.mood != "fact" or fact.sentence.source.kind == "goal":
        return False
    apart = fragment.owners and theirs.owners and not fragment.owners & theirs.owners
    return not (apart and (fragment.explicit and theirs.explicit))


def _outright(fact: Fact, fragment: Fragment) -> bool:
    return fact.fragment.explicit and fragment.explicit and bool(fact.fragment.owners & fragment.owners)


def _speaks_against(fact: Fact, head: str) -> bool:
    lead = fact.fragment.tokens[fact.fragment.first].low in _LEADING
    lows = {
        token.low
        for token in fact.fragment.tokens[fact.fragment.first + lead : fact.fragment.last + 1]
        if key(token.low) != head
    }
    if fact.fragment.negated and not _LOSING & set(fact.fragment.words):
        return True
    return bool(lows & _AGAINST) or any(low.endswith(("n't", "less")) for low in lows)


_LOSING = split_words("lost loses missed miss lose")


def _opposed(others: frozenset[str], near: frozenset[str]) -> bool:
    return any(opposites().get(word, frozenset()) & near for word in others)
