"""Plain text by rule: its sentences, the words that carry meaning, and their stems."""

from __future__ import annotations

import re
from functools import cache

from coach.domain.stemming import snowball

_SENTENCE_END = re.compile(r"([.!?…][\"'”’)\]]*)\s+")
_WORD = re.compile(r"[^\W\d_]{3,}")

_STOP_WORDS = frozenset(
    """
    the and for with that this from are was were has have had not but you your they
    them their our about into who what when where how why can will would could should which while
    than then there here all any more most one two out over under just also its it's i'm
    i've
    """.split()
)


def sentences(text: str) -> list[str]:
    """Split into sentences at end marks followed by space, and at line breaks. Blank ones are dropped."""
    found: list[str] = []
    for line in text.splitlines():
        found += [part.strip() for part in _SENTENCE_END.sub(r"\1\n", line).split("\n") if part.strip()]
    return found


def content_words(text: str) -> set[str]:
    """Lower-case words of three letters or more that carry meaning."""
    return {word for word in _WORD.findall(text.casefold()) if word not in _STOP_WORDS}


_stem = cache(snowball)


def stems(text: str) -> frozenset[str]:
    """The stems of the content words, so that "repaired" and "repairs" are one."""
    return frozenset(_stem(word) for word in content_words(text))
