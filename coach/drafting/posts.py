"""A role as one says it of somebody: "a grower", "an energy manager", but "treasurer", "head of data" and "CTO"."""

from __future__ import annotations

import re

from coach.domain.checking.english import forms

_ONE_TO_A_HOUSE = re.compile(
    r"\b(?:lead|head|chair|chairman|chairwoman|chairperson|chief|president|treasurer|secretary|principal|dean|mayor|"
    r"director|(?:co-?)?founder|owner|ceo|cto|cfo|coo)$|^(?:vice|(?:co-?)?founder|owner|director|head|chair|president|"
    r"treasurer|secretary|manager of)\b",
    re.IGNORECASE,
)
"""Posts that are said without an article where a house follows: "You are catering lead at the museum"."""
_TONGUES = frozenset(
    ("python", "java", "ruby", "rust", "go", "swift", "french", "english", "german", "polish", "scratch")
)
"""What stays a name though it is a word too."""


_TRADES = frozenset(
    (
        "backend",
        "frontend",
        "fullstack",
        "full-stack",
        "front-end",
        "back-end",
        "cofounder",
        "co-founder",
        "headteacher",
    )
)
"""Words of trades that no dictionary of English has."""
_ENDINGS_OF_TRADES = ("ologist", "itator", "ographer", "ician")


def with_article(role: str) -> str:
    """ "an energy manager", "a retired head of data"; "head of data", "CTO" and "" go without."""
    if not role or role.isupper() or (" of " in role and _ONE_TO_A_HOUSE.match(role)):
        return role
    low = _in_small(role)
    return f"{'an' if low[:1].lower() in 'aeiou' else 'a'} {low}"


def as_a_post(role: str) -> str:
    """A role as it stands before "at": "catering lead", "a grower"."""
    return _in_small(role) if _ONE_TO_A_HOUSE.search(role) else with_article(role)


def _in_small(role: str) -> str:
    """In small letters before an "of", but for words that are names or abbreviations."""
    head, mark, rest = role.partition(" of ")
    return f"{' '.join(map(_small_word, head.split()))}{mark}{rest}"


def _small_word(word: str) -> str:
    low = word.lower()
    known = bool(forms(low)) or low in _TRADES or low.endswith(_ENDINGS_OF_TRADES)
    common = word[1:].islower() and known and low not in _TONGUES
    return low if common else word
