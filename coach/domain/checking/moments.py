"""What a draft recalls of a shared moment: its circumstances need a note.

Nothing denies an invented detail ("in that freezing hall"). What gives it away is that
the sentence recalls it, as something both know, and that no word of it stands in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import AUXILIARIES, PREPOSITIONS, STOPS, Fragment, is_verb
from coach.domain.checking.english import forms, key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.implied import implied
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.ownership import vague_things
from coach.domain.checking.people import USER
from coach.domain.checking.quantities import is_number_word
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import telling

_RECALLED = Finding("unsupported", reason="No note tells of this.")
_POINTING = frozenset(("that", "those", "these", "this"))
_PLACING = split_words("in on under at behind beside over despite through with near by around inside outside of among")
_RECALLING = re.compile(
    r"\b(?:(?:still|often|always|keep|kept) (?:\w+ )?(?:think|thinking|smil\w+|laugh\w*|dream\w*|picture|see|hear)\b|"
    r"(?:like|love|have|had) to (?:picture|imagine|smile|laugh)|"
    r"(?:won't|can't|cannot|will not|will never|never) forget|"
    r"i (?:\w+ )?remember|(?:loved|enjoyed|liked) (?:hearing|seeing|learning|reading) (?:about|of)|"
    r"can't get over|"
    r"(?:still |always )?makes? me (?:laugh|smile|grin)|(?:survived|recovered from|got over)|thanks to|"
    r"(?:thank you|thanks) for (?:showing|telling))\b"
)
"""Words that bring something back to mind, or take it as known to both."""


def recalled(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`the little bell above your door`, `in that freezing hall`: a definite thing, recalled, that no note names."""
    fragment = parts[number]
    if not facts.readable or fragment.mood in ("greeting", "question", "guess"):
        return None
    before = " ".join(part.plain for part in parts[:number])
    goes_on = fragment.words[0] == "and" and bool(_RECALLING.search(before)) and not {"i", "we"} & set(fragment.words)
    recalling = goes_on or bool(_RECALLING.search(fragment.plain))
    for position in range(fragment.first + 1, fragment.last):
        definite = _definite(fragment, position) or (
            recalling and fragment.tokens[position].low == "the" and fragment.tokens[position - 1].low not in _LIKENED
        )
        understood = fragment.first and fragment.tokens[fragment.first - 1].low in (
            "understand",
            "know",
            "see",
            "gather",
        )
        phrase = noun_phrase(fragment, position + 1) if definite and not understood else []
        if phrase and _unheard_of(phrase, facts):
            return _RECALLED
    return None


def _definite(fragment: Fragment, position: int) -> bool:
    """`in that freezing hall`, `behind the man with the parrot`, `the one beside the fish market`."""
    low, before = fragment.tokens[position].low, fragment.tokens[position - 1].low
    if fragment.mood != "fact" or low not in _POINTING | _OF_ITS | {"the"}:
        return False
    if low in _OF_ITS and before in ("in", "on", "with", "under"):
        return True
    one = [token.low for token in fragment.tokens[max(fragment.first, position - 3) : position - 1]] == ["the", "one"]
    return one or (before in _PLACING if low in _POINTING else before in _BESIDE)


_OF_ITS = frozenset(("its",))
_LIKENED = frozenset(("like", "as"))


_BESIDE = frozenset(("behind", "beside", "under", "opposite", "above", "below"))


def noun_phrase(fragment: Fragment, first: int) -> list[Token]:
    """The words of a thing: adjectives and nouns up to a preposition, a verb or a stop."""
    found: list[Token] = []
    for position in range(first, min(first + 6, fragment.last + 1)):
        token = fragment.tokens[position]
        small = token.low in FUNCTION and token.low not in ("little", "few", "last", "first", "very")
        if token.kind == "symbol" or small or token.low in AUXILIARIES | PREPOSITIONS:
            break
        if found and is_verb(fragment.tokens, position) and "NOUN" not in forms(token.low):
            break
        found.append(token)
    return found


def _unheard_of(phrase: Sequence[Token], facts: Facts) -> bool:
    """Every telling word is unknown, the thing itself first; names, numbers and dates are checked as such."""
    head = phrase[-1]
    counted = any(token.kind == "number" or is_number_word(token.low) for token in phrase)
    if counted or any(token.capital for token in phrase) or head.low in CALENDAR:
        return False
    words = telling(key(part) for token in phrase for part in token.low.split("-"))
    plain = vague_things() | keys_of(_LOOSE)
    if head.low in _ANYWHERE and len(words) < _TWO:
        return False
    return bool(words) and key(head.low) in words - plain and not any(is_known(word, facts) for word in words)


_LOOSE = split_words(
    "line phrase remark point matter problem subject topic news moment feeling picture image detail mistake truth "
    "sentence thought memory evening occasion setting spirit direction respect regard sense weather event future past "
    "rest beginning middle end kind sort thing fact case purpose use sake time while manner tone light background "
    "weekend session conference congress summit fair festival meeting meetup gathering workshop course seminar party "
    "speed pace size age height length price rate scale level stage century month temperature distance weight number "
    "spell impression circumstances influence pretext roof sun moon stars radar sky counter table "
    "stuff lesson trick trip road audience crowd room group circle company field trade profession world internet"
)
"""Things that sum up what was said before (`that detail`), or that anybody knows of."""


def loose_things() -> frozenset[str]:
    """Keys of what anybody has, or of what only sums up."""
    return vague_things() | keys_of(_LOOSE)


_ANYWHERE = split_words(
    "hall building house place room town city village street office corridor lobby tent garden yard"
)
"""Where any meeting may be; a word beside it (`that freezing hall`) makes it a detail."""


def is_known(word: str, facts: Facts) -> bool:
    """The notes have the word, one that is made from it, or what makes it plain."""
    if facts.knows(word) or implied(word, facts):
        return True
    return len(word) > _STEM and any(
        noted.startswith(word[:_STEM]) or word.startswith(noted) for noted in _all_keys(facts) if len(noted) >= _STEM
    )


_STEM = 5


def _all_keys(facts: Facts) -> Iterable[str]:
    return (*facts.by_key, *facts.heading_keys, *facts.brief_keys)


# ------------------------------------------------------------------ what went on meanwhile
_MEANWHILE = ("while", "when", "as", "before", "after", "just", "even", "although", "though", "with", "and")


def meanwhile(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`while the band was tuning up`, `and an owl was calling`: what others did then, of which no word is noted."""
    fragment = parts[number]
    if not facts.readable or not number or fragment.mood != "fact" or fragment.negated or fragment.owners & {USER}:
        return None
    before = parts[number - 1]
    as_one = re.match(r"as an? ", fragment.plain)
    if (
        as_one
        or parts[0].words[0] in ("my", "our")
        or fragment.words[0] not in _MEANWHILE
        or before.mood != "fact"
        or {"i", "we", "you", "may", "might", "could", "would"} & set(fragment.words)
    ):
        return None
    mine = {"your", "my"} & set(fragment.words) or ("our" in fragment.words and fragment.words[1] not in ("a", "an"))
    if not re.search(r"\b(?:was|were|had|\w+ed)\b", fragment.plain) or mine:
        return None
    article = any(
        token.low in ("the", "a", "an", "some") for token in fragment.tokens[fragment.first : fragment.first + 4]
    )
    words = telling(fragment.keys) - vague_things() - keys_of(_LOOSE)
    named = any(token.capital for token in fragment.tokens[fragment.first + 1 : fragment.last + 1])
    if not article or named or len(words) < _TWO or any(is_known(word, facts) for word in words):
        return None
    if fragment.tokens[fragment.first - 1].text in STOPS - {","}:
        return None
    return _RECALLED


_TWO = 2


# ------------------------------------------------------------------ what hangs on to a sentence
def attached(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`…, perched on upturned beer crates`, `which you painted bright orange`, `and washed it up in the mangroves`: a
    detail behind what is noted, of which no word is."""
    fragment = parts[number]
    mine = fragment.owners == {USER} and fragment.explicit
    if not facts.readable or not number or fragment.mood != "fact" or fragment.negated or mine:
        return None
    lows, after = fragment.words, fragment.tokens[fragment.first - 1].text == ","
    hung = (after and _participle(lows[0])) or (after and lows[0] == "each" and lows[1:2] == ["with"])
    related = lows[0] in ("which", "that") and lows[1:2] == ["you"] and not _LIGHT_DOING & set(lows)
    went_on = (
        lows[0] == "and" and {"it", "them"} & set(lows) and bool(fragment.verbs) and not {"i", "we", "you"} & set(lows)
    )
    went_on = went_on and any(low.endswith("ed") or forms(low).get("VERB", (low,))[0] != low for low in lows[1:3])
    by_name = _by_somebody(fragment, facts)
    went_on = went_on and parts[number - 1].owners != {USER} and parts[number - 1].words[0] not in ("my", "our")
    went_on = went_on and not _OF_ONESELF.search(fragment.plain)
    if not (hung or related or went_on or by_name):
        return None
    named = any(token.capital for token in fragment.tokens[fragment.first + 2 * by_name : fragment.last + 1])
    words = telling(fragment.keys - fragment.antecedent) - vague_things() - keys_of(_LOOSE)
    words -= keys_of(frozenset(lows[:2])) if by_name else frozenset()
    if named or len(words) < (1 if went_on or by_name else _TWO) or any(is_known(word, facts) for word in words):
        return None
    return _RECALLED


_OF_ONESELF = re.compile(r"n't\b|\bdeserve[sd]?\b|\b(?:made|makes|got|had|kept|reminded) (?:me|us)\b")
"""`and haven't forgotten it`, `and it made me think`: of the writer's own mind."""


def _by_somebody(fragment: Fragment, facts: Facts) -> bool:
    """`the canes | that Olaf cuts along the river`: a third person who is known, and what they are said to do."""
    lows = fragment.words
    if lows[0] not in ("which", "that") or len(lows) < len(("that", "olaf", "cuts")) or _LIGHT_DOING & set(lows):
        return False
    who = facts.people.resolve(lows[1:2]) if fragment.tokens[fragment.first + 1].capital else ""
    unheard = telling(fragment.antecedent) and not any(is_known(word, facts) for word in fragment.antecedent)
    return who not in ("", USER, facts.reader) and bool(unheard)


_LIGHT_DOING = frozenset(
    ("have", "had", "can", "could", "will", "would", "may", "might", "do", "did", "are", "were", "said")
)


def _participle(low: str) -> bool:
    """`framed`, `wrapped`, `perched`: a past participle that is no adverb."""
    found = forms(low)
    return "VERB" in found and found["VERB"][0] != low and not low.endswith(("ing", "s"))
