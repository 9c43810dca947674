"""Questions: whether two ask the same, whether the notes already answer one, whether one fits everybody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from coach.domain.checking.english import lemma
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.text import content_words, sentences, stems

TOO_ALIKE = 75
"""Two lines whose token-set ratio (rapidfuzz, 0 to 100) is above this say the same."""

SAME_WORDS = 0.67
"""Of the content words of the shorter of two questions, the share that makes them one question."""


class Said(Protocol):
    """A line, or a choice of one."""

    @property
    def text(self) -> str: ...


AnySaid = TypeVar("AnySaid", bound=Said)


def near_equal(one: str, other: str) -> bool:
    """Whether two lines are the same but for a few words."""
    return fuzz.token_set_ratio(one, other) >= TOO_ALIKE


def alike(one: str, other: str) -> bool:
    """Whether two lines would sound the same: near-equal words, or questions that ask the same in other words."""
    if near_equal(one, other):
        return True
    asked, also_asked = question_in(one), question_in(other)
    if not asked or not also_asked:
        return False
    if fuzz.ratio(asked.casefold(), also_asked.casefold()) >= TOO_ALIKE:
        return True
    words, other_words = _asked_about(asked), _asked_about(also_asked)
    fewer = min(len(words), len(other_words))
    return fewer > 1 and len(words & other_words) >= SAME_WORDS * fewer


def apart(lines: Iterable[AnySaid], count: int, unlike: Iterable[Said] = ()) -> tuple[AnySaid, ...]:
    """The first lines of which no two sound alike; no more of them are looked at than that takes."""
    return tuple(islice(_apart(lines, [other.text for other in unlike]), count))


def _apart(lines: Iterable[AnySaid], taken: list[str]) -> Iterator[AnySaid]:
    for line in lines:
        if not any(alike(line.text, other) for other in taken):
            taken.append(line.text)
            yield line


def question_in(text: str) -> str:
    """The last question of a line, "" when there is none."""
    return next((part for part in reversed(sentences(text)) if part.rstrip('"”’)').endswith("?")), "")


_ASKING = frozenset(
    """happen made make did decid find found feel felt think thought surpris chang first hardest part moment help want
    get got way come came begin began start keep differ next time much mani long mind went through
    wonder did doe like idea gave give take took still""".split()
)
"""Stems that only ask; what a question is about is in the others."""


def _asked_about(question: str) -> frozenset[str]:
    return stems(question) - _ASKING


def said_already(question: str, lines: Sequence[str]) -> bool:
    """Whether a question only comes back to what one of these lines tells."""
    about = _asked_about(question)
    return any(len(about & stems(line)) > ECHO * len(about) for line in lines)


def asks_nothing_new(text: str) -> bool:
    """A question without a thing of its own ("What changed since then?") fits everybody."""
    question = question_in(text)
    return bool(question) and not _asked_about(question)


# ------------------------------------------------------------------ questions that the notes answer
_ANSWERS = (
    (
        re.compile(r"^who(?:se)?\b", re.IGNORECASE),
        re.compile(
            r"(?<!^)(?<![.!?] )\b[A-Z][a-zà-ÿ]+|\b(?:father|mother|brother|sister|daughter|son|wife|husband|friend|"
            r"neighbou?r|colleague|boss|teacher|team|uncle|aunt|grand\w+)\b"
        ),
    ),
    (
        re.compile(r"^(?:when|what time|since when)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b(?:january|february|march|april|may|june|july|august|"
            r"september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|"
            r"last (?:year|month|week))\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"^how (?:many|much|long|often|far|old)\b", re.IGNORECASE),
        re.compile(
            r"\b\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|"
            r"thousand|half)\b",
            re.IGNORECASE,
        ),
    ),
    (re.compile(r"^where\b", re.IGNORECASE), re.compile(r"\b(?:in|at|near|from) (?:the )?[A-Z][a-zà-ÿ]+")),
    (
        re.compile(r"^(?:why|what made)\b", re.IGNORECASE),
        re.compile(r"\b(?:because|so that|in order to|since nobody|to avoid|the reason)\b", re.IGNORECASE),
    ),
    (re.compile(r"^what (?:is|was) (?:the|your) name\b", re.IGNORECASE), re.compile(r"(?<!^)\b[A-Z][a-zà-ÿ]+")),
    (re.compile(r"^what (?:do|does|did)\b", re.IGNORECASE), re.compile("")),
    (re.compile(r"^(?:do|does|did|is|are|was|were|have|has|had|can|could) you\b", re.IGNORECASE), re.compile("")),
)
"""How a question begins, and what a sentence must hold to be its answer."""
COVERED = 0.99
"""Of a question's content words, the share that a sentence must hold to be about the same thing."""


def answered(text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a note already answers the line's question: it holds the question's key words and a thing of the kind
    that is asked for (a person, a day, a number, a place, a reason), which the question itself does not name."""
    question = question_in(text)
    kind = next((answer for opening, answer in _ANSWERS if opening.match(question)), None)
    wanted = _asked_about(question)
    if kind is None or not wanted or (len(wanted) == 1 and question.casefold().startswith("what ")):
        return False
    told = [part for one in evidence if one.kind is not Kind.GOAL for part in sentences(one.text)]
    asked = _lemmas(question) - {"do"}
    if len(asked) > 1 and question.casefold().startswith("what ") and any(asked <= _lemmas(part) for part in told):
        return True
    return any(len(wanted & stems(part)) >= COVERED * len(wanted) and _holds(kind, part, question) for part in told)


def _holds(kind: re.Pattern[str], sentence: str, question: str) -> bool:
    """A thing of the kind stands in the sentence and not in the question. For yes or no the words alone count."""
    return any(not found[0] or found[0].casefold() not in question.casefold() for found in kind.finditer(sentence))


_HOLLOW = re.compile(
    r"\bwhen (?:did you |you )first (?:saw|see|hear|heard|learn|met|discover|try|tried|use|used)|"
    r"\bfirst (?:saw|heard of)\b|\bmade you feel\b|\bthe name of\b|"
    r"\bdid you (?:mention|say|said|talk)\b|\byou (?:will|are going to)\b|\b(?:he|she|him|his|her|hers)\b|"
    r"\bby \w+ing\b|\bovercome\b|\b(?:main|biggest|key) challenges?\b|\bensur(?:e|ed|ing)\b|\bimpact\b|\bweather\b|"
    r"\bheard about\b|\bfirst start(?:ed)?\b|\bdecide to (?:learn|know|hear|see)\b|"
    r"\bthe (?:process|concept|importance) of\b|\bfirst thing\b|\bimplement(?:ed|ing)?\b|\b(?:this|these|those)[?]|"
    r"\b\d+(?:st|nd|rd|th)\b|\bwhat happened (?:next )?after\b",
    re.IGNORECASE,
)
"""What a small model asks when it has nothing to ask: an author when they first saw their own work, say."""
ECHO = 0.75
"""Of a question's own words, the share that the sentence before it may hold already."""


def _lemmas(text: str) -> set[str]:
    return {lemma(word) for word in content_words(text)}


def asks_for_nothing(text: str) -> bool:
    """A question without sense for the person, or one that gives back the sentence before it as a question."""
    question = question_in(text)
    if not question:
        return False
    before = _lemmas(text[: text.rindex(question)]) if question in text else set()
    own = _lemmas(question) - {"do", "make", "happen"}
    if before and own and len(own & before) > ECHO * len(own) and (len(own) > 2 or own <= before):
        return (
            not re.match(
                r"(?:which|where|how do|why(?! (?:do|did|does|is|are|was|were|have|has)\b))\b", question, re.IGNORECASE
            )
            or len(own) > 3
        )
    return bool(_HOLLOW.search(question))
