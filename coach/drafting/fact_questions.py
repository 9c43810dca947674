"""The question after a fact, by its kind: what a curious person asks next, never what the fact says already.

Where the fact counts things that one can point at, they are asked about by name ("Which of the 14 stops …"); else the
question is general, fits each fact of its kind, and leaves the other room to tell a story.
"""

from __future__ import annotations

import re
from zlib import crc32

from coach.drafting.fact_kinds import FactKind, kind_of
from coach.drafting.kind_questions import (
    AGAIN_AND_AGAIN,
    ASKED,
    OF_COMMON_PAST,
    OF_MANY_TRIES,
    OF_QUOTES,
    OF_REQUESTS,
    OF_SAYINGS,
    OF_WISHES,
    REQUESTS,
    WISHES,
)
from coach.drafting.sayings import their_words
from coach.drafting.whole_sentences import TOLD, in_the_past_of_all
from coach.drafting.word_questions import question_words

_KNOWN = (
    (
        re.compile(
            r"^(?:what (?:made|gave) you|how did you (?:come|settle)|where did (?:the|you get that) idea|whose idea|"
            r"how did that (?:start|come|begin))"
        ),
        re.compile(r"\b(?:because|so that|to avoid|in order to|idea|started? (?:when|with|after))\b"),
    ),
    (
        re.compile(r"^(?:when did (?!that last)|how long|has it always)"),
        re.compile(
            r"\bsince \d{4}\b|\bfor (?:\w+ ){1,2}(?:years?|months?|weeks?|days?)\b|\b(?:19|20)\d\d\b|"
            r"\b(?:last|in) (?:january|february|march|april|may|june|july|august|september|october|november|december|"
            r"spring|summer|autumn|winter|year)\b|\b(?:minutes|hours|always|never)\b"
        ),
    ),
    (
        re.compile(r"^who (?:taught|was there|stood by|was the first|did you tell)"),
        re.compile(
            r"\b(?:father|mother|brother|sister|aunt|uncle|grand\w+|taught|together|with (?:your|my) \w+|alone)\b"
        ),
    ),
    (
        re.compile(r"^what did you do with it|^what was the first"),
        re.compile(r"\band (?:drew|gave|sold|kept|put|took)\b"),
    ),
    (
        re.compile(r"^(?:what do other people say|which moment)"),
        re.compile(r"\b(?:not|never|decide|everybody|nobody)\b"),
    ),
    (re.compile(r"^(?:what made you stop|what was the moment)"), re.compile(r"\bafter\b")),
)
"""How a question begins, and what in a fact is its answer already."""


_TOLD_BESIDE = (
    (
        re.compile(r"^how far have you got|^how (?:is that going|has it gone)"),
        re.compile(
            r"\b(?:already|so far|up to now|by now|half ?way|(?:half|most|\d+) (?:of|out of) (?:it|them|the|\d)|"
            r"nearly done|"
            r"(?:goes|going|went) (?:well|badly|fine|slowly))\b"
        ),
    ),
    (re.compile(r"^what have you (?:not )?tried"), re.compile(r"\btried\b")),
    (re.compile(r"^what (?:comes after|is the next step)"), re.compile(r"\b(?:next|after that|afterwards|then)\b")),
    (
        re.compile(r"^what (?:stands in the way|is the (?:worst|hardest))"),
        re.compile(r"\b(?:hardest|worst|in the way|obstacle|the (?:problem|trouble) is|lacks?|missing|needs?)\b"),
    ),
    (
        re.compile(r"^how soon do you need"),
        re.compile(
            r"\b(?:by|before|until|till|in) (?:\d|(?:next|this) |[a-z]+day\b|january|february|march|april|may\b|june|"
            r"july|august|september|october|november|december|spring|summer|autumn|winter)"
        ),
    ),
    (re.compile(r"^what do you hope for"), re.compile(r"\b(?:hopes?|hoping)\b")),
    (
        re.compile(r"^(?:what gave you the idea|what made you (?:think of|start|begin)|what draws you)"),
        re.compile(r"\b(?:because|the idea came|it (?:all )?(?:began|started) (?:when|with))\b"),
    ),
)
"""How a question begins, and what another sentence of the same note holds that is its answer."""


def questions_after(told: str, turn: int, key: str, beside: str = "") -> list[str]:
    """What one may ask after this fact (as `clause` gives it), the best first; another order each turn and each key.
    `beside`: what the same notes tell besides, whose answers are not asked for."""
    kind = kind_of(told)
    low = told.casefold()
    start = turn + crc32(key.encode())
    general = [one for one in _of_kind(kind, told) if not _says_already(one, low)]
    general = [one for one in general if not _told_beside(one, beside.casefold())] or general
    general = general or list(ASKED[FactKind.HOLDS][:2])
    return [*_rotated(question_words(kind, told), start)[:1], *_rotated(general, start)]


def question_of_this(told: str, turn: int, key: str) -> str:
    """A question that takes up a word of the fact, which is better than any that fits its kind; "" for none."""
    return next(iter(_rotated(question_words(kind_of(told), told), turn + crc32(key.encode()))), "")


def question_after(told: str, turn: int, key: str, beside: str = "") -> str:
    """One question after this fact, another each turn."""
    asked = questions_after(told, 0, key, beside)
    return asked[turn % len(asked)]


def _of_kind(kind: FactKind, told: str) -> tuple[str, ...]:
    """The questions that fit any fact of the kind, or of a narrower one that its words tell."""
    low = told.casefold()
    if their_words(told):
        return OF_QUOTES
    if kind is FactKind.SAYING:
        return next((asked for named, asked in OF_SAYINGS if named.match(told)), ASKED[kind])
    if kind is FactKind.COMMON and in_the_past_of_all(_both_did(told)):
        return OF_COMMON_PAST
    bare = TOLD.sub("", told).strip(" ,:")
    for of_kind, form, asked in ((FactKind.PLAN, WISHES, OF_WISHES), (FactKind.WONDERED, REQUESTS, OF_REQUESTS)):
        if kind is of_kind and form.match(bare):
            return asked
    if kind in (FactKind.LOST, FactKind.MISHAP) and AGAIN_AND_AGAIN.search(low):
        return (*OF_MANY_TRIES, *ASKED[kind])
    return ASKED[kind]


def _both_did(told: str) -> str:
    """What the two have in common, with a subject whose verb can be read: "we both learned" is "people learned"."""
    return re.sub(r"^we (?:both|all) ", "the people ", told)


def _says_already(question: str, low: str) -> bool:
    asked = question.casefold()
    return any(opening.match(asked) and answer.search(low) for opening, answer in _KNOWN)


def _told_beside(question: str, beside: str) -> bool:
    asked = question.casefold()
    return any(opening.match(asked) and answer.search(beside) for opening, answer in _TOLD_BESIDE)


def _rotated(choices: tuple[str, ...] | list[str], start: int) -> list[str]:
    at = start % len(choices) if choices else 0
    return [*choices[at:], *choices[:at]]
