"""A role as one says it of somebody: "a grower", "an energy manager", but "treasurer", "head of data" and "CTO"."""

from __future__ import annotations

import re

from coach.domain.checking.english import forms, third_person
from coach.domain.checking.lexicon import ROLE_HEADS

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


def deed_of(role: str) -> str:
    """What stands for a role and is a doing, as it follows "you": "sell glazes" of "sells glazes", "are leading the
    guild" of "leading the guild"; "" of a role."""
    first, _, rest = role.strip().partition(" ")
    low = first.lower()
    if not rest or re.search(r"\b(?:I|me|my|we|us|our)\b", rest):
        return ""
    if third_person(low) and "VERB" in forms(low) and not (low in ROLE_HEADS or _names_a_person(rest)):
        return f"{forms(low)['VERB'][0]} {rest}"
    if low.endswith("ing") and "VERB" in forms(low) and _TAKES_A_THING.match(rest):
        return f"are {low} {rest}"
    return f"{low} {rest}" if low in forms(low).get("VERB", ()) and _TAKES_A_THING.match(rest) else ""


_TAKES_A_THING = re.compile(r"(?:the|an?|her|his|their|all|two|three|\w+s)\b")


def is_somebody(role: str) -> bool:
    """Whether a role names a person ("potter", "head of data"), and not a trade ("wood-fired stoneware")."""
    head = re.split(r"\s+(?:of|at|for|in|with|on|and|to)\b", role.strip(), maxsplit=1)[0]
    return role.isupper() or _names_a_person(head) or any(word.lower() in ROLE_HEADS for word in head.split())


def _names_a_person(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lower() if words.split() else ""
    return last in ROLE_HEADS or bool(_PERSONS.search(last))


_PERSONS = re.compile(
    r"(?:er|or|ist|ian|ant|eer|man|woman|person|smith|wright|hand|head|lead|guide|host|cook|clerk|rep|dev|eng|ee|mate)$"
)
"""How words for people end."""
