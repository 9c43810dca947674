"""Where two conversations say different things about the same: other numbers of one thing, yes against no, or advice to
do what the other advises against.

By rule, and shy: both sentences must share most of what they are about; advice must be about a word of the challenge
itself. What is found is shown as two quotes beside
each other, for a person to judge; nothing here says who is right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from coach.domain.checking.quantities import quantities
from coach.domain.checking.tokens import tokenize
from coach.domain.models import Model
from coach.domain.text import stems

SHARED_FOR_NUMBERS = 2
SHARED_FOR_YES_NO = 3
SAME_MATTER = 0.6
"""Of the content words of the shorter sentence, the share that makes two sentences about one matter."""
MOST = 6
_NO = {
    "en": re.compile(r"\b(?:not|no|never|nobody|none|nothing|neither|without|cannot)\b|n['’]t\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:nicht|kein\w*|nie|niemals|niemand\w*|nichts|ohne|weder)\b", re.IGNORECASE),
}
_HOURS = {
    "en": {"hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.0, "year": 8766.0},
    "de": {"stund": 1.0, "tag": 24.0, "woch": 168.0, "monat": 730.0, "jahr": 8766.0},
}
"""Spans of time in hours (a month of 365.25/12 days) by their stems: two weeks and 14 days are no difference."""

_MEASURING = {
    "en": "hour day week month year minute took take takes lasted lasts cost costs needed needs",
    "de": "Stunde Tag Woche Monat Jahr Minute dauert dauerte gedauert kostet kostete gekostet braucht brauchte",
}
"""Words that go with any figure, so that they do not make two sentences about one matter."""


class Remark(Model):
    """A sentence of a note: who said or is meant, in words, and the label of the note."""

    who: str
    label: str
    text: str


class Difference(Model):
    """Two remarks that do not go together. `about`: the words that both have."""

    kind: Literal["number", "yes_no", "advice"]
    one: Remark
    other: Remark
    about: tuple[str, ...]


def differences(
    remarks: Sequence[Remark], language: str = "en", asked: frozenset[str] = frozenset()
) -> list[Difference]:
    """Pairs of remarks from different notes that differ, at most `MOST`, in the order of the remarks.

    `language`: in which the remarks are read, `en` or `de`; any other is read as English. `asked`: the stems of what
    one is undecided about.
    """
    known = language if language in _NO else "en"
    found: list[Difference] = []
    for one, other in combinations(remarks, 2):
        if one.label == other.label:
            continue
        shared = stems(one.text, known) & stems(other.text, known)
        kind: Literal["number", "yes_no", "advice"] | None
        kind = _numbers_differ(one.text, other.text, shared, known) or _yes_no(one.text, other.text, shared, known)
        if not kind and one.who != other.who and (about := _advice(one.text, other.text, shared & asked, known)):
            kind, shared = "advice", about
        if kind:
            found.append(Difference(kind=kind, one=one, other=other, about=_in_words(one.text, shared, known)))
    return found[:MOST]


def _numbers_differ(one: str, other: str, shared: frozenset[str], language: str) -> Literal["number"] | None:
    """One number of a thing in each, of the same thing, unequal; and the sentences share more than that thing."""
    mine, theirs = _counted(one, language), _counted(other, language)
    matter = shared - stems(_MEASURING[language], language)
    for thing in mine.keys() & theirs.keys():
        if len(matter - {thing}) >= SHARED_FOR_NUMBERS and mine[thing] != theirs[thing]:
            return "number"
    return None


def _counted(sentence: str, language: str) -> dict[str, float]:
    """How many of what: the stem of the word behind each number; a thing that is counted twice says nothing."""
    tokens = tokenize(sentence)
    seen: dict[str, list[float]] = {}
    for quantity in quantities(tokens):
        if quantity.kind not in ("number", "amount"):
            continue
        value, thing = quantity.value, quantity.unit
        if not thing and quantity.last + 1 < len(tokens):
            word = tokens[quantity.last + 1].text.casefold()
            thing = next(iter(stems(word, language)), "")
            if hours := _HOURS[language].get(thing):
                value, thing = round(value * hours, 1), "time"
        if thing:
            seen.setdefault(thing, []).append(value)
    return {thing: values[0] for thing, values in seen.items() if len(values) == 1}


def _yes_no(one: str, other: str, shared: frozenset[str], language: str) -> Literal["yes_no"] | None:
    denies = _NO[language].search
    if bool(denies(one)) == bool(denies(other)) or "?" in one + other:
        return None
    shorter = min(len(stems(one, language)), len(stems(other, language)))
    return "yes_no" if len(shared) >= SHARED_FOR_YES_NO and len(shared) >= SAME_MATTER * shorter else None


def _advice(one: str, other: str, shared: frozenset[str], language: str) -> frozenset[str]:
    """What one of two remarks advises against, and the other speaks for."""
    if "?" in one + other:
        return frozenset()
    for against, speaks_for in ((one, other), (other, one)):
        warned = stems(" ".join(found["what"] for found in _AGAINST[language].finditer(against)), language)
        favoured = _FAVOURS[language].search(speaks_for) and not _NO[language].search(speaks_for)
        if favoured and (about := warned & shared):
            return about
    return frozenset()


_AGAINST = {
    "en": re.compile(
        r"\b(?:never|don['’]?t|do not|does ?n['’]?t|doesn['’]?t|avoid|avoids|stop|stopped|quit|no point in|not worth|"
        r"against|without|instead of|rather than|regrets?|regretted|should ?n['’]?t|must ?n['’]?t) "
        r"(?P<what>\w+(?: \w+)?)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:nie|niemals|nicht|kein\w*|gegen|ohne|statt|vermeidet?|bereut\w*|rät (?:von|ab von)) "
        r"(?P<what>(?:\w+ )?\w+)",
        re.IGNORECASE,
    ),
}
"""What somebody warns of, right behind the words that do."""
_FAVOURS = {
    "en": re.compile(
        r"\b(?:sav(?:es|ed|ing)|helps?|helped|works?|worked|pays? off|paid off|worth|better|best|faster|cheaper|easier|"
        r"safer|simpler|always|should|must|need to|recommends?|recommended|advises?|advised|suggests?|swears? by|"
        r"swore by|for it|in favou?r|likes?|loves?|improv\w+|halv\w+|doubl\w+|cuts?|reduc\w+|gains?|solv\w+|"
        r"great|good)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:spart\w*|hilft|half|geholfen|funktioniert\w*|klappt\w*|lohnt\w*|besser|am besten|schneller|billiger|"
        r"einfacher|leichter|sicherer|immer|sollte\w*|muss|empfiehlt|empfohlen|rät zu|schwört auf|mag|liebt|gut|"
        r"verbessert\w*|halbiert\w*|senkt\w*)\b",
        re.IGNORECASE,
    ),
}
"""That somebody thinks well of a thing."""


def _in_words(sentence: str, shared: frozenset[str], language: str) -> tuple[str, ...]:
    words = dict.fromkeys(word.casefold() for word in re.findall(r"[^\W\d_]{3,}", sentence))
    return tuple(word for word in words if (own := stems(word, language)) and own <= shared)
