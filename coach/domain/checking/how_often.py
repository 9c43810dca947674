"""How often something happens: `your meetup meets every week`, for a noted `once a month`."""

from __future__ import annotations

import re

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.quantities import digits, word_value

_UNITS = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4, "quarter": 91.3, "year": 365.25}
"""Lengths in days."""
_ADVERBS = {
    "daily": 1.0, "weekly": 7.0, "fortnightly": 14.0, "monthly": 30.4, "quarterly": 91.3, "yearly": 365.25,
    "annually": 365.25,
}  # fmt: skip
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_EVERY = re.compile(
    r"\b(?:every|each) (?:(?P<step>second|other|third|fourth|two|three|four|six|\d+) )?"
    rf"(?P<unit>day|night|week|fortnight|month|quarter|year|{_WEEKDAY})s?\b"
)
_TIMES = re.compile(
    r"\b(?P<times>once|twice|thrice|(?:two|three|four|five|six|\d+) times) (?:a|an|every|each|per) "
    r"(?P<unit>day|week|fortnight|month|quarter|year)\b"
)
_NTH = re.compile(rf"\b(?:first|second|third|fourth|last|1st|2nd|3rd) {_WEEKDAY} (?:of|in) (?:the|each|every) month\b")
_STEPS = {"second": 2, "other": 2, "third": 3, "fourth": 4}
_COUNTS = {"once": 1, "twice": 2, "thrice": 3}
_CLOSE = 1.35
"""Two rhythms within a third of each other are one: four weeks are a month."""


def period(plain: str) -> float | None:
    """How many days lie between two times, as far as the words say how often something happens."""
    if found := _TIMES.search(plain):
        first = found["times"].split()[0]
        times = _COUNTS.get(first) or word_value(first) or digits(first)
        return _UNITS[found["unit"]] / times if times else None
    if _NTH.search(plain):
        return _UNITS["month"]
    if found := _EVERY.search(plain):
        step = found["step"] or "1"
        count = _STEPS.get(step) or word_value(step) or digits(step) or 1
        return count * _UNITS.get(found["unit"], _UNITS["week"])
    return next((days for word, days in _ADVERBS.items() if re.search(rf"\b{word}\b", plain)), None)


def another_rhythm(fragment: Fragment, facts: Facts) -> Finding | None:
    """The notes tell of the same thing in another rhythm, and in no clause in this one."""
    mine = period(fragment.plain)
    if mine is None or fragment.mood not in ("fact", "guess") or (USER in fragment.owners and not fragment.possessed):
        return None
    near = [
        (fact, theirs) for fact in facts.facts if _same_thing(fragment, fact, facts) and (theirs := _told(fact, facts))
    ]
    if not near or any(max(mine, theirs) <= _CLOSE * min(mine, theirs) for _, theirs in near):
        return None
    fact = near[0][0]
    return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")


def _told(fact: Fact, facts: Facts) -> float | None:
    """Of the clause itself, or of the next one that has no doer of its own."""
    after = [one.fragment.plain for one in facts.next_clause(fact) if not one.fragment.verbs]
    return period(fact.fragment.plain) or next(filter(None, map(period, after)), None)


def _same_thing(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """The same doing of the same one, or of a thing that both clauses name."""
    if fact.programme or fact.fragment.negated:
        return False
    common = matter(fragment, facts) & fact.fragment.keys - facts.name_keys
    common = frozenset(word for word in common if not word.isdigit() and word not in _IDLE)
    doing = bool(fragment.verbs & fact.fragment.verbs)
    same = bool(fragment.owners & fact.fragment.owners) or not (fragment.owners and fact.fragment.owners)
    plainly = doing or len(common) > 1 or bool(common & keys_of(_GATHERING))
    return bool(common) and plainly and (same or bool(common - fragment.verbs))


_GATHERING = split_words("meet rehearse train play swim run sing publish open")
_IDLE = frozenset(("week", "month", "year", "day", "time", "second", "first", "everi", "onc"))
