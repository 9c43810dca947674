"""News of the reader's life: `I was glad to hear about your new flat`, `you said you would call me`, of which no word
is noted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.weighing import telling

_NEWS = re.compile(
    r"\b(?:(?:glad|happy|great|good|lovely|sorry|sad|pleased|delighted|thrilled|excited|wonderful|nice) to "
    r"(?:hear|learn|read|see)|i(?:'ve| have)? (?:just |also )?(?:hear|heard|read|saw|see|noticed|learned|learnt)) "
    r"(?:about|of|that) (?P<what>.+)"
)
_SAID_YOU_WOULD = re.compile(
    r"\byou (?:said|promised|told me|mentioned)(?: that)? you(?:'d| would| will|'ll| were going to) (?P<what>.+)"
)
_YOU_SAID = re.compile(
    r"^(?:[\w-]+ ,? ){0,3}you (?:also |once |then |kindly )?"
    r"(?:mentioned|said|told (?:me|us|everyone|everybody|people|them|him|her)|asked(?: me| us)?|wrote|suggested|"
    r"recommended|advised(?: me)?|warned me|"
    r"(?:were|are) (?:wondering|saying|telling me)|wondered|wanted to know|explained|claimed|admitted|"
    r"confessed|complained|believe|think|feel|find) (?P<what>.+)"
)
"""`you mentioned that you love sailing`, `you asked whether I could recommend a hotel`."""
_AS_YOU_SAID = re.compile(
    r"\b(?:as you (?:\w+ )?(?:said|wrote|told (?:me|us)|put it|say|explained)(?: yourself)?|by your account|"
    r"according to you)(?: ,)? (?P<after>(?!,|(?:that|it|i|we|i'\w+|we'\w+)\b).+)|"
    r"^what you (?:said|told (?:me|us)|wrote|explained) about (?P<what>.+)"
)
_THAT_YOU_SAID = re.compile(r"\b[a-z-]+ (?:that|which) you (?:said|promised|told me|mentioned)\b")
"""`the handbook that you said you would send`: the thing is what counts, and promises are looked at elsewhere."""
_ENDS = re.compile(r" (?:[,;:.!?–—]|(?:and|but|so|because|if|when|which|who)\b) ?")
_UNHEARD = Finding("unsupported", reason="No note tells of this.")


def unheard_news(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """All telling words of what is said to have been heard of the reader are unknown."""
    if number or not facts.readable or parts[-1].tokens[-1].text == "?":
        return None
    plain = " ".join(part.plain for part in parts)
    if (found := _NEWS.search(plain)) and {"you", "your"} & set(_first_clause(found["what"])):
        return _unknown(_first_clause(found["what"]), facts)
    if (found := _SAID_YOU_WOULD.search(plain)) and not _THAT_YOU_SAID.search(plain):
        return _unknown(_first_clause(found["what"]), facts, bare=True)
    if found := _AS_YOU_SAID.search(plain):
        return _unknown(_first_clause(found["after"] or found["what"]), facts)
    if (found := _YOU_SAID.match(plain)) and not parts[0].negated:
        return _unknown(_first_clause(found["what"]), facts)
    return None


def _first_clause(text: str) -> list[str]:
    return _ENDS.split(text)[0].split()


def _unknown(lows: list[str], facts: Facts, bare: bool = False) -> Finding | None:
    """`bare`: the doing itself counts, though it tells little (`call`)."""
    words = frozenset(key(low) for low in lows if low[:1].isalpha() and low not in FUNCTION) - facts.name_keys
    words = words if bare else telling(words) - loose_things()
    return _UNHEARD if words and not any(is_known(word, facts) for word in words) else None
