"""What a wish about a draft asks for: what a rule can do (shorter, another tone, without a thing), what needs words.

Asked for "shorter", the embedded model left out the promise; "less formal" and "more direct" came back word for word,
and "ask for a short call" repeated another sentence. So a rule does what a rule can do, and the model is asked for a
sentence to add, another language, and free rewording alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Action = Literal["reword", "language", "add", "call", "leave_out", "tone", "shorter"]
_ORDER: tuple[Action, ...] = ("language", "reword", "add", "call", "leave_out", "tone", "shorter")
"""What rewrites everything comes before what changes a part of it, and cutting comes last."""


@dataclass(frozen=True)
class Step:
    """One thing to do. `words`: that part of the wish; `value`: the tone, the language, or what to leave out."""

    action: Action
    words: str
    value: str = ""


_LANGUAGES = {
    "en": r"english|englisch|anglais|inglés",
    "de": r"german|deutsch|allemand|alemán",
    "fr": r"french|französisch|français|francés",
    "es": r"spanish|spanisch|espagnol|español",
    "pt": r"portuguese|portugiesisch|portugais|portugués|português",
}
_NOT = r"(?:not so|less|not as|not too|too|weniger|nicht so|nicht zu|zu|moins|trop|menos|demasiado)"
"""What is too formal is to be less so."""
_FORMAL = r"(?:formal|formell|förmlich|formel(?:le)?|stiff|steif|polite|official)"
_LOOSE = r"(?:casual|informal|informell|relaxed|laid[- ]back|easy[- ]going|locker|leger|salopp|ungezwungen|zwanglos)"
_CASUAL = rf"(?:{_LOOSE}|friendly|warm|personal|herzlich|freundlich|chaleureux|cercan[oa])"
_LEAVE = (
    r"(?:leave out|remove|drop|delete|take out|skip|without|no mention of|(?:do not|don['’]t) mention|"
    r"lass|ohne|weg|sans|sin)"
)
_PATTERNS: tuple[tuple[Action, str, str], ...] = (
    ("call", r"^(?:please )?(?:ask|suggest|propose)(?: for)?(?: a)?(?: short| quick)? (?:call|chat)(?: please)?$", ""),
    *(("language", rf"\b(?:in|into|auf|en|em|to) (?:{names})\b", code) for code, names in _LANGUAGES.items()),
    ("tone", rf"\b{_NOT} {_FORMAL}", "warm"),
    (
        "tone",
        rf"\b{_NOT} {_CASUAL}|\b(?:more|sound|be|sehr|plus|más|mehr)?\s*{_FORMAL}(?:er)?\b|\bprofessional",
        "formal",
    ),
    ("tone", rf"\b{_CASUAL}(?:er)?\b|\b(?:friendlier|warmer|lockerer|freundlicher|wärmer)\b", "warm"),
    ("tone", r"\b(?:plain|plainer|neutral|sober|matter of fact|sachlich\w*|sobre)\b", "plain"),
    (
        "shorter",
        r"\b(?:shorter|shorten|short|brief|briefer|tighter|trim|concise|half|too long|less words|fewer words|kürzer|"
        r"kurz|plus court|raccourci\w*|más cort[oa]|acorta|mais curto)\b",
        "",
    ),
    ("leave_out", rf"\b{_LEAVE}\b", ""),
    (
        "add",
        r"\b(?:mention|add|include|say|tell|ask|thank|bring up|talk about|refer|remind|offer|suggest|propose|invite|"
        r"erwähne?|sag|frag|danke?|schlag|ajoute\w*|mentionne\w*|demande\w*|menciona|añade|pregunta|agradece)\b",
        "",
    ),
)
_LESS_FORMAL = re.compile(rf"\b{_NOT} {_FORMAL}|\b{_LOOSE}", re.IGNORECASE)
_SHORT_MEETING = re.compile(r"\bshort (?:call|chat|meeting|visit|walk|talk)\b", re.IGNORECASE)
_APART = re.compile(r"\s*(?:[,;.]\s+|\s(?:and|but|und|aber|et|mais|y|pero)\s)\s*", re.IGNORECASE)


def read_wish(wish: str) -> tuple[Step, ...]:
    """The steps of a wish, in the order in which to take them. What nothing fits is free rewording, as a whole."""
    steps: list[Step] = []
    for part in (one for one in _APART.split(wish.strip().rstrip(".!")) if one.strip()):
        step = _step(part)
        if step.action == "reword" and steps:
            last = steps[-1]
            steps[-1] = _step(f"{last.words} and {part}") if last.action != "reword" else Step("reword", wish)
        else:
            steps.append(step)
    steps = steps or [Step("reword", wish)]
    return tuple(sorted(steps, key=lambda step: _ORDER.index(step.action)))


def wants_less_formal(step: Step) -> bool:
    """Whether a wish for another tone is for everyday words ("less formal", "lockerer"), and not for warmth alone."""
    return (step.action, step.value) == ("tone", "warm") and _LESS_FORMAL.search(step.words) is not None


def _step(part: str) -> Step:
    for action, pattern, value in _PATTERNS:
        found = re.search(pattern, part, re.IGNORECASE)
        if found and not (action == "shorter" and _SHORT_MEETING.search(part)):
            return Step(action, part, part[found.end() :].strip() if action == "leave_out" else value)
    return Step("reword", part)
