"""Who holds a thing by the notes: what one clause of them says of whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import ROLE_HEADS, TITLES, split_words
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import generic

_OWNING = split_words(
    "have own run lead build make write start host found teach plant keep grow organise develop design "
    "record publish cook bake paint "
    "compose score hold manage create breed raise sell edit produce direct give send lend offer show "
    "promise get win lose measure fire "
    "lose break train collect mill brew serve mentor tear plan launch open hire study propose present film "
    "direct knit bury rebuild restore "
    "repair translate print call name wear play ride drive sail coach curate map scan bring move invent "
    "finish pass earn fail"
)
"""Doings that make a thing somebody's own, so that calling it another's is an error."""


@cache
def owning_verbs() -> frozenset[str]:
    """The keys of those doings."""
    return keys_of(_OWNING)


_CONSUMING = split_words(
    "pay use like love enjoy want need see visit read hear listen buy attend know miss look ask receive eat "
    "drink taste borrow hate watch"
)


_ATTENDING = frozenset(("see", "visit", "attend", "read", "hear", "taste", "watch"))


def modifier(fact: Fact, head: str) -> bool:
    """`branch` in `branch librarian`: part of another thing's name."""
    tokens = fact.fragment.tokens
    for position in range(fact.fragment.first, fact.fragment.last):
        following = tokens[position + 1]
        if key(tokens[position].low) != head or following.kind != "word":
            continue
        if following.low in ROLE_HEADS or _built_on(tokens[position], following):
            return True
    return False


def _built_on(thing: Token, following: Token) -> bool:
    """`bee house`, `bird box`: a place named after what lives in it, in the singular."""
    return following.low in _PLACES and "NOUN" in forms(thing.low) and forms(thing.low)["NOUN"][0] == thing.low


_PLACES = split_words(
    "house houses box boxes shed sheds shop shops room rooms hall halls centre center school garden gardens farm farms "
    "museum market fair store stores stand stall festival club van bus lorry truck station park yard"
)


def bears_the_word(fact: Fact, head: str) -> bool:
    """`grandson Tyler scans them`, `Their deputy Morag`, `w Jonas, CTO`: Tyler is the grandson, and has none by it."""
    return any(set(who.split()) & called_so(fact, head) for who in fact.fragment.owners)


def called_so(fact: Fact, head: str) -> frozenset[str]:
    """The name beside a word of kin or role: `Tyler` for `grandson Tyler`."""
    found: set[str] = set()
    if head not in _kin_and_roles():
        return frozenset()
    tokens = fact.sentence.tokens
    for position, token in enumerate(tokens):
        if key(token.low) != head:
            continue
        found |= {one.low for one in tokens[position + 1 : position + 3] if one.capital and one.low not in TITLES}
        if position > 1 and tokens[position - 1].text in ",(=" and tokens[position - 2].capital:
            found.add(tokens[position - 2].low)
        sign = next((p for p in range(position + 1, min(position + 4, len(tokens))) if tokens[p].text in "=:"), None)
        found |= {one.low for one in tokens[sign + 1 : sign + 3] if one.capital} if sign else set()
    return frozenset(found)


@cache
def _kin_and_roles() -> frozenset[str]:
    return keys_of(RELATIONS | ROLE_HEADS)


def has_one_too(fact: Fact, owner: str) -> bool:
    """`stall 22 next to mine`, `letters from her brother Alf`: the writer has a stall, and the letters are Alf's."""
    words = fact.fragment.words
    written = fact.sentence.source.kind == "note" and not fact.sentence.source.author
    if owner == USER:
        return written and bool({"mine", "ours"} & set(words))
    if owner not in fact.fragment.persons:
        return False
    name = owner.split(maxsplit=1)[0]
    return name in words and "from" in words[max(0, words.index(name) - 4) : words.index(name)]


def may_be_ours(fact: Fact) -> bool:
    """`told H. about our school street. council vote 8 Feb`: in a note that speaks of ours, whose it is stays open."""
    source = fact.sentence.source
    return source.kind == "note" and not source.author and bool({"our", "ours"} & set(source.lows))


def definite(fact: Fact, head: str) -> bool:
    """`a park for the goat`, after `tours with a goat`: the goat of which the note has told."""
    fragment = fact.fragment
    pairs = pairwise(fragment.words)
    return not fragment.owners and any(low == "the" and key(after) == head for low, after in pairs)


def served(fact: Fact, owner: str, head: str) -> bool:
    """`was foreman at Lund's`: the foreman is Lund's."""
    tokens = fact.sentence.tokens
    house = {token.low for before, token in pairwise(tokens) if before.low in ("at", "for", "under", "with", "to")}
    return head in _kin_and_roles() and bool(house & set(owner.split())) and owner != USER


def missed(fact: Fact) -> bool:
    """`couldn't attend her session` does not say that there was none."""
    return bool(fact.fragment.verbs & keys_of(_CONSUMING)) or "miss" in fact.fragment.plain


PARTED = re.compile(
    r"\b(?:lost (?:her|his|their|the|our|my)(?= )|"
    r"sold(?! (?:in|to \d|at|for|over|out)\b)|gave away|given away|got rid of|scrapped|closed down|"
    r"shut down|wound up|handed over|demolished|"
    r"used to (?:have|own|run|keep|play|lead|teach|edit|write|chair|drive|ride))\b"
)


def after_parting(fragment: Fragment) -> frozenset[str]:
    """The words right after the parting: `sold her boat to a cousin` parts with the boat."""
    parted = PARTED.search(fragment.plain)
    words = fragment.plain[parted.end() :].split()[:4] if parted else []
    return frozenset(key(word) for word in words)


def possessor(fact: Fact, head: str) -> frozenset[str]:
    """Whose the thing is called in so many words: `my speech`, `Ann's speech`."""
    fragment = fact.fragment
    return frozenset(
        owner
        for owner, first, last in fragment.possessed
        if any(key(token.low) == head for token in fragment.tokens[first : last + 1])
        and not set(owner.split()) & called_so(fact, head)
    )


def outspoken(fact: Fact) -> bool:
    """The fact says whose the thing is, by a possessive or a verb; a bare list of words does not."""
    having = {"has", "have", "had", "'s"} & set(fact.fragment.words)
    return bool(fact.fragment.possessed or fact.fragment.verbs or having)


def described(places: Sequence[Fact], thing: frozenset[str], around: frozenset[str]) -> bool:
    """More than the bare noun is the same: `my two PhD students`, not `our school`; or much of what is said with it."""
    return any(len(thing & fact.sentence.keys) >= 2 or len(around & fact.sentence.keys) >= 2 for fact in places)


def thing_owners(fact: Fact, head: str, facts: Facts) -> frozenset[str]:  # noqa: PLR0911
    """Who owns the thing in this fact: the possessive before it, else a doer that the words name."""
    fragment = fact.fragment
    if fact.sentence.source.kind in ("session", "event"):
        return frozenset()
    if holders := possessor(fact, head):
        return holders
    if bears_the_word(fact, head) or _works_at(fact, head, facts):
        return frozenset()
    if not fragment.explicit or head in generic() or "if" in fragment.words or of_somebody(fragment, head):
        return frozenset()
    if re.search(r"\b(?:can|could|may|might) (?:have|use|see|borrow|take)\b", fragment.plain):
        return frozenset()
    between = bool(fragment.owners & {USER, facts.reader})
    if between and fragment.verbs & keys_of(_ATTENDING):
        return frozenset()
    if fragment.verbs and (not fragment.verbs & keys_of(_OWNING) if between else fragment.verbs & keys_of(_CONSUMING)):
        return frozenset()
    return fragment.owners | (
        fragment.persons - {USER} if USER in fragment.owners and len(fragment.owners) > 1 else frozenset()
    )


def _works_at(fact: Fact, head: str, facts: Facts) -> bool:
    """`Pia does the payroll`: work that a third person does, for whoever it is."""
    fragment = fact.fragment
    if fragment.owners & {USER, facts.reader} or "does the " not in fragment.plain:
        return False
    return key(fragment.plain.split("does the ")[1].split()[0]) == head


def of_somebody(fragment: Fragment, head: str) -> bool:
    """`S's glaze demo`: somebody's, though the notes do not say whose in full."""
    tokens = fragment.tokens
    at = next((p for p in range(fragment.first, fragment.last + 1) if key(tokens[p].low) == head), None)
    return at is not None and any(token.low == "'s" for token in tokens[max(fragment.first, at - 3) : at])
