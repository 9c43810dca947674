"""When a denial is of something else: of another thing, of what is still to be done, of what no note lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.clauses import NEGATIONS, Fragment, is_verb
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.weighing import telling


def word_for_word(fragment: Fragment, fact: Fact, words: frozenset[str]) -> bool:
    """`travel is covered` beside `travel isn't covered`: bland words, but the same doing and the same thing."""
    common = words & fact.fragment.keys
    named = {key(word) for who in fact.fragment.persons | fact.fragment.owners for word in who.split()}
    same = common >= fact.fragment.keys - named
    return same and bool(common) and len(common | named) > 1 and bool(fragment.verbs & fact.fragment.verbs)


def to_be_done(fragment: Fragment, fact: Fact) -> bool:
    """`will be tested by August` beside `I have not tested it`: what is still to do denies no plan to do it."""
    said = " ".join(token.low for token in fragment.tokens)
    return bool(_PLANNED.search(said) and _UNDONE_YET.search(fact.fragment.plain))


_PLANNED = re.compile(
    r"^(?:and |but )?(?:as soon as|once|when|after|the moment)\b|"
    r"\b(?:will|'ll) (?:\w+ )?be \w+(?:ed|ne|en|nt)\b|\bstill to come\b|\bcomes? (?:to you|from me|by|before|next)\b"
)
"""Told as still to be done."""


_UNDONE_YET = re.compile(r"\b(?:have|has|had)(?:n't| not)\b|\bnot yet\b|\bdid(?:n't| not)\b")


def finite(fragment: Fragment) -> bool:
    """It has a verb, and not only one that ends in -ing: `waiting list`."""
    span = range(fragment.first, fragment.last + 1)
    return bool(fragment.verbs) and any(
        is_verb(fragment.tokens, p) and not fragment.tokens[p].low.endswith("ing") for p in span
    )


def denies_it(fragment: Fragment, fact: Fact) -> bool:
    """What stands behind the `not` is what a note without a verb lists: `the results are not out` denies no trial."""
    words = fragment.words
    at = next((step for step, word in enumerate(words) if word in NEGATIONS or word.endswith("n't")), None)
    behind = keys_of(frozenset(words[at + 1 :]) - FUNCTION) if at is not None else frozenset()
    return not behind or bool(behind & fact.fragment.keys)


def denied_later(fragment: Fragment, verbs: frozenset[str]) -> bool:
    """`the report Tom asked about isn't here`: the denial is of what follows, and not of the asking."""
    lows = fragment.words
    at = next((step for step, low in enumerate(lows) if low == "not" or low.endswith("n't")), None)
    if at is None or not verbs:
        return False
    return verbs <= keys_of(frozenset(lows[: max(at - 1, 0)])) - keys_of(frozenset(lows[at:]))


def foreign_subject(fragment: Fragment, fact: Fact) -> bool:
    """`the board will speak` beside `I won't talk`: the clause has a doer of its own, whom the note does not name."""
    tokens = fragment.tokens
    verb = next((p for p in range(fragment.first, fragment.last + 1) if is_verb(tokens, p)), fragment.first)
    lead = [token for token in tokens[fragment.first : verb] if token.low not in ("that", "and", "but", "so", "if")]
    if len(lead) < len(("the", "board")) or lead[0].low not in _ARTICLES or lead[-1].kind != "word":
        return False
    return key(lead[-1].low) not in fact.fragment.keys


_ARTICLES = frozenset(("the", "a", "an", "your", "their", "our", "my", "her", "his"))


def another_thing(fragment: Fragment, fact: Fact, word: str) -> bool:
    """`no VC money` denies no other money."""
    theirs = [low for low in fact.fragment.words if low[:1].isalpha()]
    at = next((step for step, low in enumerate(theirs) if key(low) == word), 0)
    before = theirs[at - 1] if at else ""
    return bool(before) and before not in FUNCTION and before in _kinds(fact) and key(before) not in fragment.keys


def _kinds(fact: Fact) -> frozenset[str]:
    """Short forms in capitals, which tell one thing from another: `VC money`, `EU grant`."""
    span = fact.fragment.tokens[fact.fragment.first : fact.fragment.last + 1]
    return frozenset(token.low for token in span if token.text.isupper() and len(token.text) > 1)


def denied_besides(fragment: Fragment, parts: Sequence[Fragment], fact: Fact) -> bool:
    """`since the mayor is away | and hasn't been asked`: the sentence tells of the denial itself, in another clause;
    so does `it is Tom's | and not yours`."""
    if fragment.negated or not fact.fragment.negated or "your" in fragment.words:
        return False
    for part in parts:
        if part is fragment or not part.negated:
            continue
        if part.last + 1 == fragment.first and _AMONG.search(part.plain):
            return True
        if part.words[-1] in _NOBODY and part.last + 1 == fragment.first:
            return True
        if part.verbs & fact.fragment.verbs or telling(part.keys & fact.fragment.keys) or _not_theirs(part):
            return True
    return False


_AMONG = re.compile(
    r"(?:not|n't|never|none|nothing) (?:\w+ ){0,2}(?:among|one of|part of|of) (?:the|those|what)\b(?: \w+)?$"
)
"""`noise was not among the things | you measured`: what follows tells of the rest."""
_NOBODY = frozenset(("nobody", "none", "nothing", "one"))
"""`nobody | who can read the labels`: the denial stands just before the clause."""


def _not_theirs(part: Fragment) -> bool:
    """`and not yours`."""
    lows = [low for low in part.words if low[:1].isalpha()]
    return "not" in lows[:2] and bool({"yours", "mine", "hers", "his", "theirs", "ours"} & set(lows[-1:]))


def with_exception(fact: Fact) -> bool:
    """`they don't sing hymns | unless asked`: denied but for what follows."""
    following = fact.fragment.tokens[fact.fragment.last + 1 : fact.fragment.last + 2]
    return fact.fragment.negated and any(token.low in _BUT_FOR for token in following)


_BUT_FOR = frozenset(("unless", "except", "until", "till"))


def left_to_it(fact: Fact) -> bool:
    """`sold the pump, not the truck`, `lost half, no adults`: what was not parted with is still there."""
    theirs = fact.fragment
    lead = [low for low in theirs.words if low[:1].isalpha()][:1]
    own = any(is_verb(theirs.tokens, p) for p in range(theirs.first, theirs.last + 1))
    return theirs.negated and lead in (["not"], ["no"]) and not own and bool(theirs.verbs & keys_of(_PARTING))


_PARTING = frozenset(
    ("sell", "lose", "drop", "miss", "scrap", "burn", "break", "remove", "close", "cut", "fire", "kill")
)


def for_another(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """`don't thank me` beside `my thanks go to her`: what is not to be done to one may be done to another."""
    theirs = fact.fragment
    forbidden = theirs.words[0] in ("don't", "please") and "me" in theirs.words and theirs.negated
    aimed = "you" in fragment.words or facts.reader in fragment.persons | fragment.owners
    return forbidden and not aimed
