"""Questions that take up a word of a fact: what it counts, whom it names, for how long, at what hour, without what.

They come before any question that fits a whole kind of facts (`kind_questions`).
"""

from __future__ import annotations

import re

from coach.domain.checking.english import forms
from coach.drafting.fact_kinds import Counted, FactKind, counted_in
from coach.drafting.kind_questions import LETS, OF_LETTING
from coach.drafting.whole_sentences import TOLD

OF_THINGS: dict[FactKind, tuple[str, ...]] = {
    FactKind.AHEAD: (
        "Which of the {number} {things} should I listen out for?",
        "Which of the {number} {things} would you keep if you had to drop the others?",
    ),
    FactKind.COUNTED: (
        "Which of the {number} {things} would you begin with?",
        "Which of the {number} {things} surprised you most?",
    ),
    FactKind.LOST: ("Which of the {things} taught you most?",),
    FactKind.FOUND: ("Which of the {things} surprised you most?",),
    FactKind.MADE: (
        "Which of the {number} {things} do you remember best?",
        "Which of the {number} {things} gave you the most trouble?",
    ),
    FactKind.LEARNED: ("Which of the {number} {things} was the hardest?",),
}
"""Where the fact counts things that one can point at."""
SPOILED = re.compile(r"\b(?:ruined|failed|broke|burned|burnt|cracked|melted|crashed|collapsed)\b")
"""Losses of which each one teaches something; hives that died do not."""

OF_KIN = (
    (
        re.compile(
            r"(?:^|(?<=from )|(?<=by )|(?<=that )|(?<=to )|(?<=on )|(?<=in ))"
            r"your (?P<who>father|mother|grandfather|grandmother|aunt|uncle)\b(?! is\b)"
        ),
        ("What did you learn from your {who}?",),
    ),
    (
        re.compile(
            r"^(?:you (?:told me|said)(?: that)? )?your (?P<who>apprentices|pupils|students|children|volunteers)\b"
        ),
        ("Which of your {who} came up with that?",),
    ),
    (
        re.compile(r"\byour (?P<who>apprentices|pupils|students|children|volunteers|customers|guests|patients)\b"),
        ("What do your {who} say about it?",),
    ),
)
"""What one asks of people of theirs, who matter more than the thing."""
OF_A_LINE_DRAWN = ("Why not earlier?", "What is different then?")
LINE_DRAWN = re.compile(
    r"\b(?:before|until|till) (?:the )?(?:(?:grade|class|year|age|level|week) \d+|\w+ (?:grade|class|year|week))\b"
)
"""A limit that somebody has set: "no tablets before grade 3"."""
OF_A_NUMBER_ADVISED = "Why {what}?"
NUMBER_ADVISED = re.compile(
    r"\b(?P<what>(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+) (?:people|[a-z]+s))\b"
)
"""How many of something they advised: "begin with four people"."""

OF_A_SENSE = "How did you learn to {what} that?"
SENSE = re.compile(r"\bcan (?P<what>tell|hear|smell|taste|feel) (?:by|from|whether|which|when|how)\b")
"""What they can tell that others cannot."""

_HABITS = (FactKind.HABIT, FactKind.ROUTINE, FactKind.CRAFT, FactKind.TERMS, FactKind.THEIRS)
_DEEDS = (*_HABITS, FactKind.MADE, FactKind.CHANGED)
_MANY = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)"
_TIME = r"(?:seconds?|minutes?|hours?|nights?)"
TAKEN_UP: tuple[tuple[tuple[FactKind, ...], re.Pattern[str], str], ...] = (
    (
        _HABITS,
        re.compile(r"\bthe same (?P<what>(?!time|way|thing|day|place|year)[a-z]+[^s\W])\b"),
        "Which {what} is it?",
    ),
    (
        _HABITS,
        re.compile(
            r"\b(?:keep|write|make) (?:an? |your )?(?:[a-z]+ )?"
            r"(?P<what>list|diary|notebook|collection|logbook|archive|scrapbook)\b"
        ),
        "What went into the {what} last?",
    ),
    (_HABITS, re.compile(r"^you (?:[a-z]+ )?(?P<what>listen|look)(?= (?:to|at)\b)"), "What do you {what} for?"),
    (_HABITS, re.compile(r"^you (?:[a-z]+ )?(?P<what>taste|smell|check|inspect|examine) "), "What do you look for?"),
    (
        (*_HABITS, FactKind.NEVER, FactKind.ADVICE, FactKind.HOLDS),
        re.compile(rf"\bfor (?P<what>(?:an?|half an?|{_MANY})(?: full| whole)? {_TIME})\b(?! and\b)"),
        "Why {what}?",
    ),
    (_DEEDS, re.compile(rf"\binto (?P<what>{_MANY} [a-z]+s)\b"), "Why {what}?"),
    (
        (*_HABITS, FactKind.OWNED, FactKind.RUNS),
        re.compile(r"\b(?:in|on) an? (?:former|old|disused|abandoned|empty|closed) (?P<what>[a-z]+(?: [a-z]+)?)\b"),
        "Why {a} {what}?",
    ),
    (
        (*_HABITS, FactKind.SKILL),
        re.compile(r"\b(?:so that|to (?:stay|keep|avoid|save|remember|calm|prevent|make sure)) (?!you can\b)"),
        "Does it work?",
    ),
    ((FactKind.HABIT,), re.compile(r"\b(?:instead of|rather than)\b"), "What is better about it?"),
    (
        (FactKind.HABIT, FactKind.ROUTINE, FactKind.CRAFT),
        re.compile(r"(?<!mostly )(?<!usually )\bat (?P<what>\d{1,2}:\d\d|\d{1,2} ?[ap]m|noon|midnight|dawn|dusk)\b"),
        "Why at {what}?",
    ),
    (
        _HABITS,
        re.compile(
            r"\b(?:every|each) (?P<what>[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|[Mm]ay|[Jj]une|[Jj]uly|[Aa]ugust|"
            r"[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember)\b"
        ),
        "Why in {month}?",
    ),
    (
        _DEEDS,
        re.compile(r"\bwithout (?P<what>(?:an? |the |any )?(?![a-z]+ing\b)[a-z]+)(?=[.,;]|$| (?:in|on|at|for|and)\b)"),
        "What is different without {what}?",
    ),
    (
        _HABITS,
        re.compile(
            r"\byour (?:mother|father|grandmother|grandfather|aunt|uncle)"
            r"(?:['’]s [a-z]+| (?:used|made|built|left|wore)\b)"
        ),
        "How did it come to you?",
    ),
    (
        (FactKind.REACTED,),
        re.compile(
            r"^you (?:[a-z]+ly )?(?P<did>laughed|smiled|nodded|cried|wept|sighed|grinned)\b"
            r"(?!.*\b(?:because|when)\b)"
        ),
        "What made you {did}?",
    ),
)
"""Of which kinds of facts, the word that is taken up, and the question."""


def question_words(kind: FactKind, told: str) -> tuple[str, ...]:
    """The questions that take up a word of the fact: what it counts, where it draws a line, whom it is about."""
    low = told.casefold()
    if (things := counted_in(told)) and (asked := _of_things(kind, things, low)):
        return asked
    if kind is FactKind.ADVICE and (many := NUMBER_ADVISED.search(low)):
        return (OF_A_NUMBER_ADVISED.format(what=many["what"]),)
    if sense := SENSE.search(low):
        return (OF_A_SENSE.format(what=sense["what"]),)
    if LINE_DRAWN.search(low) and kind in (FactKind.ADVICE, FactKind.SAYING, FactKind.HOLDS, FactKind.NEVER):
        return OF_A_LINE_DRAWN
    if kind in (FactKind.HABIT, FactKind.ROUTINE) and LETS.match(TOLD.sub("", told).strip(" ,:")):
        return OF_LETTING
    return _of_people(low) or _taken_up(kind, TOLD.sub("", low).strip(" ,:"))


def _taken_up(kind: FactKind, low: str) -> tuple[str, ...]:
    for kinds, pattern, asking in TAKEN_UP:
        if kind in kinds and (found := pattern.search(low)):
            words = {name: word or "" for name, word in found.groupdict().items()}
            what, did = words.get("what", ""), words.get("did", "")
            return (
                asking.format(
                    what=what,
                    month=what.capitalize(),
                    a="an" if what[:1] in "aeiou" else "a",
                    did=(forms(did).get("VERB") or (did,))[0],
                ),
            )
    return ()


def _of_things(kind: FactKind, counted: Counted, low: str) -> tuple[str, ...]:
    asked = OF_THINGS.get(kind, ())
    if kind is FactKind.LOST and not SPOILED.search(low):
        return ()
    if kind in (FactKind.MADE, FactKind.LOST) and f"{counted.number} {counted.things}" not in low:
        return ()
    return tuple(one.format(number=counted.number, things=counted.things) for one in asked)


def _of_people(low: str) -> tuple[str, ...]:
    found = ((pattern.search(low), asked) for pattern, asked in OF_KIN)
    return next((tuple(one.format(who=match["who"]) for one in asked) for match, asked in found if match), ())
