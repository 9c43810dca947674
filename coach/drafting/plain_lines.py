"""Lines that are put together by rule from what is on record: always grounded, never clever.

They stand in where a small model wrote too few lines that a person would say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.english import forms
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.drafting.angles import Angle
from coach.drafting.evidence import clip
from coach.drafting.lines import checked_lines

_TITLE = re.compile(r"“([^”]{4,90})”")
_DUE = re.compile(r"\s*\(by [^)]*\)")
_CARES = re.compile(r"\bCares about ([^.]{3,160})\.")
GOAL_WORDS = 22


def plain_openers(evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    """Their talk, what they care about, what you are after: each with a question to answer at length."""
    raw = [
        *(
            _raw(f"I see that you speak about “{title}”. What made you choose it?", label)
            for title, label in _talks(evidence)
        ),
        *(
            _raw(f"I hear that you care about {topic}. How did that begin?", label)
            for topic, label in _topics(evidence)
        ),
        *(_raw(f"I am here with one aim: {aim}. Where would you begin?", label) for aim, label in _aims(evidence)),
    ]
    return _grounded(raw, evidence, facts)


def plain_questions(evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    """Questions that ask for a story."""
    topics = _topics(evidence)
    raw = [
        *(_raw(f"What is the story behind “{title}”?", label) for title, label in _talks(evidence)),
        *(_raw(f"Who or what made you care about {topic}?", label) for topic, label in topics[1:] or topics),
        *(_raw(f"What was the first thing you did for {topic}?", label) for topic, label in topics[:1]),
    ]
    return _grounded(raw, evidence, facts)


_ABOUT_OTHERS = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
ASKING_ON = "How has it gone since?"


def plain_promise(angle: Angle, evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> Line | None:
    """The sentence about a promise in the record's own words: who owes whom what must never turn round."""
    words = _DUE.sub("", angle.fact).rstrip(" .…").split()
    if not words or words[0].lower() not in forms(words[0].lower()).get("VERB", ()):
        return None
    what = " ".join([words[0].lower(), *words[1:]])
    beginning = "I have not forgotten my promise to" if angle.slot == "keep" else "I am glad that you offered to"
    found = _grounded([{"text": f"{beginning} {what}.", "sources": list(angle.labels)}], evidence, facts)
    return found[0] if found else None


def asks_about_somebody_else(line: Line) -> bool:
    """A small model forgets whom it writes to."""
    return "?" in line.text and bool(_ABOUT_OTHERS.search(line.text))


def _raw(text: str, label: str) -> dict[str, Any]:
    return {"text": text, "sources": [label]}


def _grounded(raw: list[dict[str, Any]], evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    return [line for line in checked_lines(raw, evidence, facts) if not line.flagged]


def _talks(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    """The title of the talk that fits best, with its label."""
    texts = [(quotable(one.text), one.label) for one in evidence if one.kind is Kind.SESSION]
    return [(found[1].rstrip("."), label) for text, label in texts if (found := _TITLE.search(text))][:1]


def _topics(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    for one in evidence:
        if one.kind is Kind.PERSON and (found := _CARES.search(quotable(one.text))):
            return [(topic.strip(), one.label) for topic in found[1].split(",") if topic.strip()][:2]
    return []


def _aims(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    for one in evidence:
        if one.kind is Kind.GOAL:
            aim = clip(re.split(r"(?<=[.!?])\s", quotable(one.text))[0], GOAL_WORDS).rstrip(" .…")
            return [(aim[:1].lower() + aim[1:], one.label)]
    return []
