"""The question after a fact, by its kind: what a curious person asks next, never what the fact says already.

Where the fact counts things that one can point at, they are asked about by name ("Which of the 14 stops …"); else the
question is general, fits each fact of its kind, and leaves the other room to tell a story.
"""

from __future__ import annotations

import re
from zlib import crc32

from coach.drafting.fact_kinds import Counted, FactKind, counted_in, kind_of

_ASKED: dict[FactKind, tuple[str, ...]] = {
    FactKind.AHEAD: (
        "What did you learn about that the hard way?",
        "What do people usually get wrong there?",
        "Which part of that surprised you yourself?",
        "What made you want to talk about that?",
    ),
    FactKind.COMMON: ("How was that for you?", "What did that do to you?", "Who helped you with it?"),
    FactKind.TRIED: (
        "What is the story behind it?",
        "How long did it take you?",
        "What do others say about it?",
    ),
    FactKind.NEVER: ("What made you decide that?", "What do you do in its place?", "When was that hard to keep to?"),
    FactKind.REACTED: ("What went through your mind?", "What struck you about it?", "Do you still see it that way?"),
    FactKind.BEGAN: (
        "What made you begin?",
        "What did you expect when you began?",
        "What has kept you at it?",
    ),
    FactKind.TIE: ("May I tell you more about that?", "Shall we compare notes?", "What do you make of that?"),
    FactKind.SAYING: ("How did you come to that?", "Where does that come from?", "Who sees it differently?"),
    FactKind.ADVICE: ("How did you find that out?", "What goes wrong without it?", "When did that last help you?"),
    FactKind.SHARED: (
        "What has stayed with you from that day?",
        "What do you remember best of it?",
        "What did you tell others about it?",
    ),
    FactKind.ADMIRED: ("How do you do that?", "Where did you learn that?", "How long did it take you to get there?"),
    FactKind.BUSY: ("How far have you got?", "What is the hardest part of it?", "What comes after that?"),
    FactKind.WONDERED: ("What made you ask?", "What would you have done?", "Have you come across that yourself?"),
    FactKind.COUNTED: (
        "What made you start?",
        "Who was the first to hear the result?",
        "What surprised you most about the result?",
    ),
    FactKind.ASKED: (
        "Which answer surprised you most?",
        "What did you expect them to say?",
        "Which answer do you still think of?",
    ),
    FactKind.SEARCHED: (
        "What did you hope to find?",
        "What surprised you most?",
        "How did you keep going?",
        "When did you know that it was worth it?",
    ),
    FactKind.LOST: (
        "How did you go on from there?",
        "What came out of it in the end?",
        "What did it teach you?",
        "What helped you through it?",
    ),
    FactKind.MISHAP: (
        "What did you do then?",
        "How did you take it?",
        "What came of it in the end?",
        "Who noticed it first?",
    ),
    FactKind.CHANGED: (
        "What was the moment when you decided that?",
        "What made you decide that?",
        "What got better, and what got worse?",
    ),
    FactKind.FOUND: (
        "What was the first thing you thought?",
        "What did you do with it?",
        "Who did you tell first?",
        "How long did it take you to believe it?",
    ),
    FactKind.LEARNED: (
        "Who taught you?",
        "Which part was the hardest to learn?",
        "How long did it take?",
        "When did you know that you could do it?",
    ),
    FactKind.MADE: (
        "Where did the idea come from?",
        "What was the hardest part?",
        "What surprised you on the way?",
        "What would you do differently next time?",
    ),
    FactKind.ROUTINE: (
        "What goes through your mind then?",
        "How did that begin?",
        "When is it hardest to keep that up?",
        "What would you miss if you stopped?",
    ),
    FactKind.HABIT: (
        "How did that start?",
        "How did you come to do that?",
        "What is the best part of it?",
    ),
    FactKind.THEIRS: (
        "How did that start?",
        "How did that come about?",
        "What is the best part of it?",
    ),
    FactKind.USED_TO: (
        "What do you miss about it?",
        "What did you take with you from that time?",
        "What made you stop?",
    ),
    FactKind.BELIEF: (
        "When did you first see it that way?",
        "Which moment made you so sure?",
        "Who sees it differently?",
        "What would have to happen to change your mind?",
    ),
    FactKind.PLAN: (
        "What is the next step?",
        "What would make it easier?",
        "Who do you still need for it?",
        "What got you started on that?",
        "How far have you come with it?",
    ),
    FactKind.PROBLEM: (
        "What have you tried so far?",
        "What would help you most?",
        "Who else has that trouble?",
        "What have you not tried yet?",
    ),
    FactKind.DONE: ("What made that possible?", "What was the hardest part?", "Who had the idea?"),
    FactKind.TURNED_OUT: (
        "How did you find that out?",
        "What did you change after that?",
        "Who noticed it first?",
    ),
    FactKind.HAPPENED: (
        "How did that come about?",
        "What was that like for you?",
        "What has come of it since?",
    ),
    FactKind.OWNED: (
        "How did that come about?",
        "What is the best part of it?",
        "What comes next with it?",
    ),
    FactKind.HOLDS: (
        "How did you find that out?",
        "How did that come about?",
        "Who sees it differently?",
    ),
}
_OF_THINGS: dict[FactKind, tuple[str, ...]] = {
    FactKind.COUNTED: (
        "Which of the {number} {things} would you begin with?",
        "Which of the {number} {things} surprised you most?",
    ),
    FactKind.LOST: ("Which of the {things} still comes to your mind?", "Which of the {things} taught you most?"),
    FactKind.FOUND: ("Which of the {things} would you like to know the story of?",),
    FactKind.MADE: (
        "Which of the {number} {things} do you remember best?",
        "Which of the {number} {things} gave you most trouble?",
    ),
    FactKind.LEARNED: ("Which of the {number} {things} was the hardest?",),
}
_OF_KIN = (
    (
        re.compile(r"\byour (?P<who>father|mother|grandfather|grandmother|aunt|uncle)\b"),
        ("What did you learn from your {who}?",),
    ),
    (
        re.compile(r"\byour (?P<who>apprentices|pupils|students|children|volunteers|customers|guests|patients)\b"),
        ("What have your {who} taught you?", "What do your {who} say about it?"),
    ),
)
"""What one asks of people of theirs, who matter more than the thing."""
_OF_MANY_TRIES = ("What made you try once more?", "What kept you going?", "How did you know when to stop?")
_AGAIN_AND_AGAIN = re.compile(r"\b(?:trials|tries|attempts|versions|experiments)\b")
_KNOWN = (
    (
        re.compile(
            r"^(?:what made you|how did you come|where did (?:the|you get that) idea|whose idea|"
            r"how did that (?:start|come|begin))"
        ),
        re.compile(r"\b(?:because|so that|to avoid|in order to|idea|started? (?:when|with|after))\b"),
    ),
    (
        re.compile(r"^(?:when did|how long|has it always)"),
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


def questions_after(told: str, turn: int, key: str) -> list[str]:
    """What one may ask after this fact (as `clause` gives it), the best first; another order each turn and each key."""
    kind = kind_of(told)
    low = told.casefold()
    start = turn + crc32(key.encode())
    things = counted_in(told)
    named = _of_things(kind, things, low) if things else _of_people(low)
    general = [one for one in _ASKED[kind] if not _says_already(one, low)] or list(_ASKED[FactKind.HOLDS][:2])
    if kind in (FactKind.LOST, FactKind.MISHAP) and _AGAIN_AND_AGAIN.search(low):
        general = [*_OF_MANY_TRIES, *general]
    return [*_rotated(named, start)[:1], *_rotated(general, start)]


def question_after(told: str, turn: int, key: str) -> str:
    """One question after this fact, another each turn."""
    asked = questions_after(told, 0, key)
    return asked[turn % len(asked)]


def _of_things(kind: FactKind, counted: Counted, low: str) -> tuple[str, ...]:
    forms = _OF_THINGS.get(kind, ())
    if kind in (FactKind.MADE, FactKind.LOST) and f"{counted.number} {counted.things}" not in low:
        return ()
    return tuple(one.format(number=counted.number, things=counted.things) for one in forms)


def _of_people(low: str) -> tuple[str, ...]:
    found = ((pattern.search(low), forms) for pattern, forms in _OF_KIN)
    return next((tuple(one.format(who=match["who"]) for one in forms) for match, forms in found if match), ())


def _says_already(question: str, low: str) -> bool:
    asked = question.casefold()
    return any(opening.match(asked) and answer.search(low) for opening, answer in _KNOWN)


def _rotated(choices: tuple[str, ...] | list[str], start: int) -> list[str]:
    at = start % len(choices) if choices else 0
    return [*choices[at:], *choices[:at]]
