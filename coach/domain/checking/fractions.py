"""`Calls fell by half`, where the notes have them fall by a third: parts of a whole in words."""

from __future__ import annotations

import re

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.facts import Facts
from coach.domain.checking.weighing import telling

_PART = re.compile(
    r"\b(?:by|to|of|about|almost|nearly|only|over|than) (?:a |an |one )?(?P<one>half|third|quarter|fifth|tenth)\b|"
    r"\b(?P<many>two thirds|three quarters|two fifths)\b"
)


def another_fraction(fragment: Fragment, facts: Facts) -> Finding | None:
    """A part of a whole beside words for which the notes have another part, and nowhere this one."""
    said = _parts(fragment.plain)
    if len(said) != 1 or not facts.readable:
        return None
    if any(_parts(fact.fragment.plain) & said or said & set(fact.fragment.words) for fact in facts.facts):
        return None
    words = telling(fragment.keys - facts.name_keys)
    for word in sorted(words):
        for fact in facts.by_key.get(word, ()):
            if not fact.programme and _parts(fact.fragment.plain):
                return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")
    return None


def _parts(plain: str) -> set[str]:
    return {found["one"] or found["many"] for found in _PART.finditer(plain)}
