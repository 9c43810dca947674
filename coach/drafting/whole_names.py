"""Names and titles that a line holds in part ("The Long" for "The Long Table"): completed from the evidence.

A question's room ends after so many characters, and a small model that meets the end stops within a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.domain.evidence import Evidence
from coach.domain.quoting import quotable

_SMALL = r"(?:(?:of|the|and|for|de|la|le|du|des|von|van|der|am|im) ){0,2}"
_PART = r"[A-ZÀ-Þ][\w'’-]*"
_RUN = re.compile(rf"(?<!\w){_PART}(?: {_SMALL}{_PART})+")
_GOES_ON = rf"((?: {_SMALL}{_PART})*)"
LEAST_WORDS = 2
"""Of a part of a name: a single word ("Ines", "Python") is how one says a longer one."""


def whole_names(text: str, evidence: Sequence[Evidence]) -> str:
    """The text with each cut name as the evidence has it; one that goes on in several ways there stays as it is."""
    texts = [quotable(one.text) for one in evidence]
    people = " | ".join(name for one in evidence for name in (*one.names, one.author or ""))
    for found in reversed(list(_RUN.finditer(text))):
        rest = _missing(found[0], texts, people)
        if rest and not text[found.end() :].casefold().startswith(rest.split()[0].casefold(), 1):
            text = f"{text[: found.end()]} {rest}{text[found.end() :]}"
    return text


def _missing(run: str, texts: Iterable[str], people: str) -> str:
    """What the evidence always has behind this name; "" where the name is whole, unknown, or a person's."""
    words = run.split()
    for first in range(len(words) - LEAST_WORDS + 1):
        part = " ".join(words[first:])
        pattern = re.compile(rf"(?<!\w){re.escape(part)}(?!\w){_GOES_ON}")
        ways = {match[1].strip() for text in texts for match in pattern.finditer(text)}
        if ways:
            return next(iter(ways)) if len(ways) == 1 and part not in people else ""
    return ""
