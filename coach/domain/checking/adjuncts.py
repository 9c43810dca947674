"""A detail hung on by a preposition, of which the notes hold no word: `on your little magnetic board`, `out of that
silver tin`, `after the depot fire`.

One unknown word proves little, since drafts paraphrase. Two side by side, the thing and what marks it off, are seldom a
paraphrase of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import PREPOSITIONS, Fragment, is_verb
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.people import USER
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import telling

_LEADS = PREPOSITIONS | split_words(
    "behind beside despite around inside outside among after before above below along out onto to about"
)
_BETWEEN = split_words("the a an that those these this one two three some your her his their its our")
_ANY = split_words(
    "another other season rest coming dry bank top electricity credit public single spare elderly young "
    "usual similar fellow"
)
"""Of a kind that anybody may name: `by bank transfer`, `in the top league`, `on dry land`."""
_TOGETHER = frozenset(("you", "your", "we", "our", "us"))
_LATER = re.compile(r"\b(?:will|would|could|can|shall|should|must|may|might|if)\b|'(?:ll|d)\b")
_PAIR = 2


_CLOSING = frozenset(("greetings", "regards", "wishes", "hugs", "yours", "love", "cheers", "salutations"))
"""`hugs from a windy hill`: how a letter ends."""


def hung_on(fragment: Fragment, facts: Facts) -> Finding | None:
    """Behind a preposition a thing and its mark, both unheard of, in what is told as a fact."""
    if not facts.readable or fragment.mood != "fact" or _CLOSING & set(fragment.words[:1]):
        return None
    if fragment.owners == {USER} and (not _TOGETHER & set(fragment.words) or _LATER.search(fragment.plain)):
        return None
    for phrase in _phrases(fragment):
        unheard = [token for token in phrase if _unheard(token.low, facts)]
        if len(unheard) >= _PAIR and unheard[-1] is phrase[-1]:
            return Finding("unsupported", reason="No note tells of this.")
    return None


_CLOSELY = frozenset(("from", "in", "at", "with", "on", "near", "behind", "under", "by", "over", "into"))
_MOMENTS = split_words(
    "moment present time times once turn course way fact general particular practice theory mind hand stock full total "
    "part person public private advance return short long heart depth detail"
)


def added(fragment: Fragment, facts: Facts) -> Finding | None:
    """`you build chairs from oak`, where `builds chairs` is all that is noted: one thing put behind a noted fact."""
    if not facts.readable or fragment.mood != "fact" or fragment.negated or USER in fragment.owners:
        return None
    if not fragment.owners or not fragment.explicit or _LATER.search(fragment.plain):
        return None
    phrase = _last_phrase(fragment)
    dated = any(token.low in CALENDAR | _SEASONS for token in phrase)
    unheard = phrase and not dated and all(_unheard(token.low, facts) for token in phrase if token.low not in _PLAIN)
    if not unheard or {token.low for token in phrase} & _MOMENTS:
        return None
    said = matter(fragment, facts) - keys_of(frozenset(token.low for token in phrase))
    told = telling(said - fragment.verbs) or telling(said)
    if not told or not all(_noted_of(word, fragment, facts) for word in told):
        return None
    return Finding("unsupported", reason=f"No note speaks of “{phrase[-1].text}”.")


_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_PLAIN = split_words("new old big small little own good best")


def _noted_of(word: str, fragment: Fragment, facts: Facts) -> bool:
    """The word is told of the same doer."""
    return any(
        fact.fragment.owners & fragment.owners and not fact.fragment.negated and not fact.programme
        for fact in facts.by_key.get(word, ())
    )


def _last_phrase(fragment: Fragment) -> Sequence[Token]:
    """The one or two small-letter words behind the last preposition, where they end the clause."""
    words = [p for p in range(fragment.first, fragment.last + 1) if fragment.tokens[p].kind == "word"]
    at = next((p for p in reversed(words) if fragment.tokens[p].low in _LEADS), None)
    if at is None or fragment.tokens[at].low not in _CLOSELY:
        return []
    phrase = [fragment.tokens[p] for p in words if p > at and fragment.tokens[p].low not in _BETWEEN]
    plain = all(not token.capital and token.low not in FUNCTION for token in phrase)
    noun = bool(phrase) and "NOUN" in forms(phrase[-1].low) and "ADV" not in forms(phrase[-1].low)
    return phrase if plain and noun and len(phrase) <= _PAIR else []


def _phrases(fragment: Fragment) -> Iterator[Sequence[Token]]:
    """Two or more small-letter words that end in a noun and stand behind a preposition: `(in) the signal box`."""
    tokens, position = fragment.tokens, fragment.first
    while position <= fragment.last:
        end = position
        while end <= fragment.last and _describes(fragment, end, end > position):
            end += 1
        if end - position >= _PAIR and "NOUN" in forms(tokens[end - 1].low) and _behind_preposition(fragment, position):
            yield tokens[position:end]
        position = max(end, position + 1)


def _describes(fragment: Fragment, position: int, inside: bool) -> bool:
    """A noun, an adjective or a participle before a noun."""
    token = fragment.tokens[position]
    if token.kind != "word" or token.capital or token.low in FUNCTION:
        return False
    kinds = set(forms(token.low))
    if "ADV" in kinds or not {"NOUN", "ADJ", "VERB"} & kinds:
        return False
    return not is_verb(fragment.tokens, position) or (inside and "NOUN" in kinds)


def _behind_preposition(fragment: Fragment, position: int) -> bool:
    before = position - 1
    while before >= fragment.first and fragment.tokens[before].low in _BETWEEN | {"little"}:
        before -= 1
    return before >= fragment.first and fragment.tokens[before].low in _LEADS


def _unheard(low: str, facts: Facts) -> bool:
    """A telling word, none of whose parts the notes know."""
    words = telling({key(low), *(key(part) for part in low.split("-"))}) - loose_things()
    return low not in _ANY and bool(words) and not any(is_known(word, facts) for word in words)
