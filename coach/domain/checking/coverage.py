"""Is it in the notes at all? Statements about the other person whose words no note holds."""

from __future__ import annotations

from coach.domain.checking.attribution import candidates, matter
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.implied import implied
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.ownership import vague_things
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import share, telling, weight


def uncovered(fragment: Fragment, facts: Facts) -> Finding | None:
    """A fact about somebody else, most of whose telling words stand in no note and not in the brief."""
    if (
        not facts.readable
        or fragment.mood != "fact"
        or not fragment.explicit
        or USER in fragment.owners
        or not fragment.owners
    ):
        return None
    if fragment.tokens[-1].text == "?" or fragment.words[0] in ("my", "our"):
        return None
    words = telling(matter(fragment, facts) - vague_things() - keys_of(_OF_THE_MIND) - _of_my_own(fragment))
    known = frozenset(word for word in words if facts.knows(word) or implied(word, facts))
    if weight(words - known) < _UNKNOWN or share(known, words) >= 0.26:
        return None
    return Finding("unsupported", reason="No note says this.")


def _of_my_own(fragment: Fragment) -> frozenset[str]:
    """`your dates fit well with | what we are planning`: what is said of the writer in the same breath."""
    places = range(fragment.first, fragment.last + 1)
    at = next((p for p in places if p > fragment.first and fragment.tokens[p].low in _MINE), None)
    if at is None:
        return frozenset()
    before = {key(token.low) for token in fragment.tokens[fragment.first : at]}
    return frozenset(key(token.low) for token in fragment.tokens[at : fragment.last + 1]) - before


_MINE = frozenset(("i", "we", "i'm", "we're", "i've", "we've", "me", "us"))
_OF_THE_MIND = split_words(
    "realise realize know notice feel strongly deeply firmly keenly learn understand afraid occasion wait"
)
"""How somebody knows or feels it, which is said in any words."""
_UNKNOWN = 3
"""Telling words that no note knows: with two, false alarms on paraphrase were twice as many, finds two more of 670."""


def backing(fragment: Fragment, facts: Facts) -> Fact | None:
    """The fact that holds the fragment up best, if half of its words are there and one of them matters."""
    words = matter(fragment, facts)
    best: tuple[float, Fact] | None = None
    for fact in candidates(telling(words), facts):
        close = share(fact.sentence.keys, words)
        if close >= 0.4 and (best is None or close > best[0]):
            best = (close, fact)
    return best[1] if best else None
