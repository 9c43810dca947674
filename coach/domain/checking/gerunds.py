"""A deed told by a gerund, and so without its doer: `well done on getting 60,000 euros`, `restoring that press over
three years shows how patient you are`. Said to the reader it is the reader's; where the notes tell it of others alone,
it is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import third, whose
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.weighing import telling

_CHEERED = re.compile(
    r"\b(?:well done|congratulations|congrats|kudos|hats off|bravo|good luck|best of luck) (?:to you "
    r")?(?:on|for|with|in) "
    r"(?P<what>\w+ing\b[^,;:!?]*)"
)
_SHOWS = re.compile(
    r"^(?:[\w-]+ , )?(?P<what>\w+ing\b[^,;:!?]*?) (?:must (?:be|have been|feel|keep)|shows?|suits|keeps|takes|has made|"
    r"made|makes|is|was) (?:[\w' ]*\b)?(?:you|your)\b"
)
_MUST_BE = re.compile(r"^(?:[\w-]+ , )?(?P<what>\w+ing\b[^,;:!?]*?) must (?:be|have been|feel) [^,;:!?]*\bfor you\b")
_NO_DEED = split_words(
    "meeting seeing hearing talking chatting speaking reading listening watching having being knowing sharing thinking "
    "looking working getting doing making coming going trying"
)
"""Gerunds that tell nothing by themselves."""


def done_by_another(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """All telling words of the deed stand in what is told of third persons, and none in what is told of the reader."""
    if number or not facts.readable or not facts.reader:
        return None
    plain = parts[0].whole
    found = _CHEERED.search(plain) or _SHOWS.search(plain) or _MUST_BE.search(plain)
    if found is None or " with you" in f" {found['what']} ":
        return None
    lows = [low for low in re.findall(r"[\w'-]+", found["what"]) if low not in FUNCTION | _NO_DEED | CALENDAR]
    words = telling(key(part) for low in lows for part in low.split("-") if part) - facts.name_keys - facts.event_keys
    words -= keys_of(_NO_DEED)
    places = [fact for word in sorted(words) for fact in facts.by_key.get(word, ()) if not fact.programme]
    theirs = [fact for fact in places if third(fact, facts)]
    noted = {word for word in words if word in facts.by_key}
    if not theirs or len(noted) < _TWO or len(noted) * 2 < len(words) or len(theirs) != len(places):
        return None
    return contradicted(theirs[0], f"Your notes say this of {whose(theirs[0].fragment)}: “{theirs[0].quote}”.")


_TWO = 2
