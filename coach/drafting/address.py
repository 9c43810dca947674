"""Evidence turned to the person it is about: what they are called, what they did and what they wrote becomes "you".

A small model then speaks to them, not about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.domain.evidence import Evidence
from coach.domain.models import Kind

_AFTER_AN_OBJECT = r"(?=\s+(?:about|that|how|the|an?|to|for|at|on|in|with|and|my|our|why|what|when|if|by)\b|[.,;!?)]|$)"
_PRONOUNS = (
    (re.compile(r"\b[Ss]he\b|\b[Hh]e\b"), "you"),
    (re.compile(rf"\b[Hh]er\b{_AFTER_AN_OBJECT}|\b[Hh]im\b"), "you"),
    (re.compile(r"\b[Hh]ers\b"), "yours"),
    (re.compile(r"\b[Hh]er\b|\b[Hh]is\b"), "your"),
)
_SPEAKERS = (
    (re.compile(r"\b(?:[Oo]urselves|[Mm]yself)\b"), "yourselves"),
    (re.compile(r"\b(?:[Oo]urs|[Mm]ine)\b"), "yours"),
    (re.compile(r"\b(?:[Oo]ur|[Mm]y)\b"), "your"),
    (re.compile(r"\b(?:[Ww]e|I)(?:'ve|’ve)\b"), "you have"),
    (re.compile(r"\b(?:[Ww]e|I)\b(?:'m|’m| am\b|'re|’re)?"), "you"),
    (re.compile(r"\bus\b|\bme\b"), "you"),
)
"""Who speaks in an abstract is the speaker: "we drew the wire ourselves" is "you drew the wire yourselves"."""


def turned_to(evidence: Evidence, name: str, also_called: Iterable[str] = ()) -> Evidence:
    """The evidence with that person called "you". Pronouns are turned as well where it is about nobody else."""
    text = evidence.text
    names = sorted({name, *also_called, name.split(maxsplit=1)[0]}, key=len, reverse=True)
    for one in (one for one in names if len(one) > 1):
        text = re.sub(rf"(?<!\w){re.escape(one)}(?:'s|’s)(?!\w)", "your", text)
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "you", text)
    if set(evidence.names) <= {name}:
        text = _replaced(text, _PRONOUNS)
    return evidence.model_copy(update={"text": text})


def told_to_you(evidence: Evidence, name: str) -> Evidence:
    """The evidence as one would say it to that person; in a talk of theirs the speaker's "we" becomes "you"."""
    if evidence.kind is not Kind.SESSION:
        return turned_to(evidence, name)
    head, mark, abstract = evidence.text.partition("”")
    return evidence.model_copy(update={"text": head + mark + _replaced(abstract, _SPEAKERS)})


def _replaced(text: str, turns: Iterable[tuple[re.Pattern[str], str]]) -> str:
    for pattern, turned in turns:
        text = pattern.sub(turned, text)
    return text
