"""The evidence of one prompt: numbered, budgeted, quoted.

A book gives every source one label for as long as it lives, so that `[N2]` means the same note in each
line of a brief. What goes into a prompt is clipped to whole sentences; what is checked and shown is the
whole text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from coach.domain.evidence import LABEL_LETTERS, Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.domain.text import content_words, sentences

NOTHING_TO_QUOTE = "…"
"""Stands for a text of which nothing may be quoted."""
BYTES_A_WORD = 10
"""Of a budget in words: a script without spaces, or an endless address, counts by its length in UTF-8."""


def clip(text: str, words: int, about: str = "") -> str:
    """At most `words` words of `text`: its first sentence, then those that share most words with `about`, in order.

    A single sentence that is too long is cut at a word and ends in an ellipsis. Every 10 bytes count as a
    word where words are longer than that.
    """
    parts = sentences(text)
    if sum(_length(part) for part in parts) <= words:
        return " ".join(parts)
    wanted = content_words(about)
    ranked = sorted(range(len(parts)), key=lambda at: (at != 0, -len(wanted & content_words(parts[at])), at))
    kept: set[int] = set()
    room = words
    for at in ranked:
        length = _length(parts[at])
        if length <= room:
            kept.add(at)
            room -= length
        elif not kept:
            return _cut(parts[at], words)
    return " ".join(parts[at] for at in sorted(kept))


def _length(sentence: str) -> int:
    return max(len(sentence.split()), len(sentence.encode("utf-8", "replace")) // BYTES_A_WORD)


def _cut(sentence: str, words: int) -> str:
    kept: list[str] = []
    for word in sentence.split():
        if _length(" ".join([*kept, word])) > words:
            break
        kept.append(word)
    whole = " ".join(kept) or sentence.encode("utf-8", "replace")[: words * BYTES_A_WORD].decode("utf-8", "ignore")
    return f"{whole} …"


def as_record(evidence: Iterable[Evidence]) -> tuple[dict[str, Any], ...]:
    """Evidence as plain JSON, the way a draft keeps it: without how it was found."""
    return tuple(one.model_dump(mode="json", exclude={"why"}) for one in evidence)


class EvidenceBook:
    """Labels for sources, given once. `entries` keeps the order in which they came."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()
        self._by_source: dict[tuple[Kind, str, tuple[str, ...]], Evidence] = {}

    @property
    def entries(self) -> tuple[Evidence, ...]:
        return tuple(self._by_source.values())

    def add(self, evidence: Evidence) -> Evidence:
        """The same evidence under this book's label for its source, or for what a note says of these people."""
        key = (evidence.kind, evidence.source_id, evidence.names if evidence.kind is Kind.NOTE else ())
        if key not in self._by_source:
            letter = LABEL_LETTERS[evidence.kind]
            self._counted[letter] += 1
            self._by_source[key] = evidence.model_copy(update={"label": f"{letter}{self._counted[letter]}"})
        return self._by_source[key]

    def add_all(self, many: Iterable[Evidence]) -> list[Evidence]:
        return [self.add(one) for one in many]


def quote_for_prompt(evidence: Evidence, words: int, about: str = "", intro: str = "") -> str:
    """One line of a prompt: label, what it is, and at most `words` words of it.

    The text is disarmed first (`coach.domain.quoting`): it cannot pose as another note or give orders.
    """
    text = clip(quotable(evidence.text), words, about) or NOTHING_TO_QUOTE
    head = f"{evidence.label} {intro}".strip()
    return f"{head}: {text}" if intro else f"{head} {text}"
