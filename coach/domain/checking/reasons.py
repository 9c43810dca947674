"""Why and wherewith: a reason, a purpose or a circumstance hung on to what is noted, of which no word is noted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_MINE = frozenset(("i", "i'm", "i've", "i'll", "i'd", "we", "we're", "we've", "we'll", "we'd", "me", "us", "my", "our"))
_OBLIQUE = frozenset(("me", "us", "my", "our"))
_WHY = re.compile(r"^(?:and |but )?(?:just |only |simply )?(?:because|so that)\b|^(?:so that)\b")
_FOR_WANT_OF = re.compile(
    r"\b(?:for (?:want|lack|fear) of|owing to|due to|on account of|on grounds of|thanks to) (?!you\b|your\b)(.+)$"
)
_WITH_A = re.compile(r"\bwith (?:the|a|an|some) ((?:[\w-]+ )?[\w-]+ \w+ing\b.*)$")
"""`with the rain drumming on the roof`: what went on around it."""
_INVENTED = Finding("unsupported", reason="No note tells of this.")


def unheard_reason(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`because a filter had been left out`, `for want of land titles`: told as known to both, and no word is noted."""
    fragment = parts[number]
    guessed = fragment.mood == "guess" and not _JUDGED & set(fragment.words)
    if not facts.readable or fragment.mood in ("greeting", "question") or guessed or _mine(parts, number):
        return None
    words = _reason(fragment, parts[number - 1] if number else None)
    spoken = telling(key(part) for word in words if word not in FUNCTION for part in word.split("-") if part.isalpha())
    plain = loose_things()
    enough = _TWO - bool(_FOR_WANT_OF.search(fragment.plain) or _WHY.search(fragment.plain))
    if len(spoken - plain) < enough or any(is_known(word, facts) for word in spoken):
        return None
    return _INVENTED


_TWO = 2


def _mine(parts: Sequence[Fragment], number: int) -> bool:
    """The writer's own reasons need no note, nor does what the writer plans."""
    fragment = parts[number]
    wanting = _FOR_WANT_OF.search(fragment.plain)
    lead = fragment.plain[: wanting.start()].split() if wanting else fragment.words
    mine = bool(_MINE & set(lead)) and not _WITH_A.search(fragment.plain)
    after = [*fragment.words, *(parts[number + 1].words[:1] if number + 1 < len(parts) else ())]
    ours = wanting is not None and not lead and bool((_MINE - _OBLIQUE) & set(after))
    return mine or ours or fragment.owners == {USER}


def _reason(fragment: Fragment, before: Fragment | None) -> list[str]:
    """The words of the reason or circumstance; none where the clause tells of none."""
    plain = fragment.plain
    if before is not None and _WHY.search(plain) and not _MINE & set(before.words):
        return _first_thing(plain.split()[1:], _JUDGED)
    found = _FOR_WANT_OF.search(plain)
    if found is None and fragment.mood == "fact":
        found = _WITH_A.search(plain)
    return _first_thing(found[1].split()) if found else []


def _first_thing(words: Sequence[str], stops: frozenset[str] | None = None) -> list[str]:
    """Up to where the sentence goes on: `land titles | makes me angry`."""
    found: list[str] = []
    for word in words:
        if word in (stops or _GOING_ON) or not word[:1].isalpha():
            break
        found.append(word)
    return found


_JUDGED = frozenset(("must", "makes", "made"))
"""`because a filter was left out | must have been bitter`."""
_GOING_ON = frozenset(("makes", "made", "is", "was", "has", "had", "and", "but", "which", "that", "must", "will"))
