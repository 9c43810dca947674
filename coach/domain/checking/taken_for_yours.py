"""`your move to Bergen`, `your years at Monzo`: a thing with all that is said of it, which the notes tell of another.

`ownership` asks whose the bare noun is, and leaves what everybody has alone; here the words around it tell it apart, in
wishes, guesses and questions too, since `your` takes the thing for granted.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.attribution import of_kin, third, whose
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import AUXILIARIES, PREPOSITIONS, STOPS, Fragment, is_verb
from coach.domain.checking.english import forms, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import CALENDAR, split_words
from coach.domain.checking.people import RELATIONS
from coach.domain.checking.sources import content_keys
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import share, telling

_OPENING = split_words("at in on to from with about of for against over under by near off into the a an own very new")
_ENDING = split_words("and or but that which who where when while if because so as than before after since until")


def taken_for_yours(fragment: Fragment, facts: Facts, mentioned: frozenset[str]) -> Finding | None:
    """All that the phrase says is told of third persons, and hardly any of it of the reader."""
    if not facts.reader or not facts.readable or fragment.mood == "greeting":
        return None
    if of_kin(fragment):
        return None
    for position in range(fragment.first, fragment.last):
        if fragment.tokens[position].low != "your":
            continue
        phrase = _phrase(fragment.tokens, position + 1)
        words = content_keys(phrase)
        named = any(token.capital and token.low not in CALENDAR for token in phrase)
        told = len(telling(words - keys_of(CALENDAR)))
        if _names_somebody(phrase, facts) or not told:
            continue
        most = _MOST if named or told >= _TELLING else _ALL
        if (most < _ALL or len(words) > _TELLING) and (
            found := _told_of_another(words, facts, mentioned | fragment.persons, most)
        ):
            return found
    return None


def _phrase(tokens: Sequence[Token], first: int) -> list[Token]:
    """The noun with what hangs on it by a preposition, up to a verb, a stop or another clause."""
    found: list[Token] = []
    for position in range(first, min(first + _LONGEST, len(tokens))):
        token = tokens[position]
        after = tokens[position + 1] if position + 1 < len(tokens) else None
        if token.text in STOPS | {"."} or token.low in _ENDING | AUXILIARIES or token.low in ("you", "i", "we", "your"):
            break
        if len(found) > 0 and _finite(tokens, position):
            break
        if token.kind != "symbol":
            found.append(token)
        if after is None:
            break
    while found and found[-1].low in _OPENING:
        found.pop()
    return found


_LONGEST = 10


def _finite(tokens: Sequence[Token], position: int) -> bool:
    """`your class sounds like …`: a verb behind the noun."""
    low = tokens[position].low
    if not is_verb(tokens, position) or low.endswith("ing"):
        return False
    kinds = forms(low)
    return "NOUN" not in kinds or tokens[position - 1].low not in _OPENING


def _names_somebody(phrase: Sequence[Token], facts: Facts) -> bool:
    """`your deputy Jo`, `your sister's boat`: what is theirs by way of another."""
    hung = next((step for step, token in enumerate(phrase) if token.low in PREPOSITIONS), len(phrase))
    lows = {token.low for token in phrase[:hung]}
    kin = lows & RELATIONS or {low.removesuffix("s") for low in lows} & RELATIONS
    return bool(kin) or any(token.capital and facts.people.resolve((token.low,)) for token in phrase)


def _told_of_another(words: frozenset[str], facts: Facts, mentioned: frozenset[str], most: float) -> Finding | None:
    ours, theirs = 0.0, 0.0
    blame: Fact | None = None
    content = telling(words)
    seen = {id(fact): fact for word in content for fact in facts.by_key.get(word, ())}
    for fact in seen.values():
        close = share(fact.fragment.keys, words)
        if not third(fact, facts) or fact.fragment.owners & mentioned:
            ours = max(ours, share(fact.sentence.keys, words) if fact.fragment.owners else close)
        elif close > theirs and not fact.programme:
            theirs, blame = close, fact
    if blame is None or theirs < most or ours >= _LESS * theirs:
        return None
    return contradicted(blame, f"Your notes say this of {whose(blame.fragment)}: “{blame.quote}”.")


_MOST, _LESS, _ALL, _TELLING = 0.6, 0.6, 0.9, 2
