"""The same few words with the other for a doer: `you came last` where the notes say `I came last`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import whose
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import AUXILIARIES, Fragment
from coach.domain.checking.english import forms, key
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import share, telling

_LINKS = split_words("that and since because as but so how when where while though although if what which")
_BOTH_MAY = split_words(
    "loved liked enjoyed thought heard saw met spoke talked had got went felt wanted hoped said sat ate laughed "
    "learned learnt agreed needed knew told asked left arrived stayed found read wrote worked"
)
"""Doings that tell nothing apart: each of two may have liked, heard or met."""
_PLACED = frozenset(("last", "first", "second", "third", "most", "all", "half", "none", "everything", "nothing"))


def swapped(fragment: Fragment, facts: Facts) -> Finding | None:
    """The draft's `you did most of it` against the notes' `I did most of it`, and the reverse."""
    said = _said(fragment.words)
    if said is None or fragment.mood != "fact" or fragment.negated or not facts.reader or not facts.readable:
        return None
    subject, doing = said
    doer = USER if subject == "i" else facts.reader
    alike = [fact for fact in facts.facts if (other := _said(fact.fragment.words)) and other[1] == doing]
    alike = [fact for fact in alike if fact.fragment.owners and not fact.fragment.negated and not fact.programme]
    if not alike or any(fact.fragment.owners != {_other(doer, facts)} for fact in alike):
        return None
    return _of_another(alike[0])


def _other(doer: str, facts: Facts) -> str:
    return USER if doer == facts.reader else facts.reader


def _said(words: Sequence[str]) -> tuple[str, tuple[str, str]] | None:
    """(`you`, (`came`, `last`)): who, and the two words of the doing; None where they tell nothing."""
    bare = list(words)
    while bare and bare[0] in _LINKS:
        bare.pop(0)
    if len(bare) < len(("you", "came", "last")) or bare[0] not in ("i", "you"):
        return None
    verb, after = bare[1], bare[2]
    past = forms(verb).get("VERB", (verb,))[0] != verb and not verb.endswith(("s", "ing"))
    done = verb == "did" and after in _PLACED
    if not done and (not past or verb in AUXILIARIES | _BOTH_MAY or (after in FUNCTION and after not in _PLACED)):
        return None
    return (bare[0], (verb, after)) if after.isalpha() else None


def _of_another(fact: Fact) -> Finding:
    owner = whose(fact.fragment)
    reason = f"Your notes say this of {owner}: “{fact.quote}”."
    return contradicted(fact, reason)


def thanks_to_another(fragment: Fragment, facts: Facts) -> Finding | None:
    """`please thank Tom for mending my coat`, where the notes say that the reader mended it."""
    found = _THANK.search(fragment.plain)
    if found is None or fragment.mood == "question" or not facts.readable:
        return None
    who = facts.people.resolve(found[1].split())
    if not who or who in (USER, facts.reader):
        return None
    deed = key(found[2])
    behind = keys_of_words(found[3].split()) | {deed}
    told = [fact for fact in facts.by_key.get(deed, ()) if deed in fact.fragment.verbs and not fact.programme]
    near = [fact for fact in told if share(fact.fragment.keys, telling(behind)) >= _MOSTLY]
    if not near or any(not fact.fragment.explicit or _takes_part(fact, who) for fact in near):
        return None
    return _of_another(near[0])


def _takes_part(fact: Fact, who: str) -> bool:
    kin = any(" of " in owner for owner in fact.fragment.owners)
    return kin or not fact.fragment.owners or who in fact.fragment.owners | fact.fragment.persons


def keys_of_words(words: Sequence[str]) -> frozenset[str]:
    """The keys of those words that carry meaning."""
    return frozenset(key(word) for word in words if word not in FUNCTION and word[:1].isalpha())


_THANK = re.compile(r"\bthank ((?!you\b)\w+(?: (?!for\b)\w+)?) for (\w+ing) (.+)$")
_MOSTLY = 0.6
