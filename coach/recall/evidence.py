"""Hits become evidence: labelled N1, S1, T1 by kind, in the order of their ranks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from coach.domain.evidence import LABEL_LETTERS, Evidence
from coach.recall.index import Hit

QUOTED_WHOLE = 2_000
"""Characters up to which a text is quoted whole; of a longer one, the piece that fits best."""


def label(hits: Sequence[Hit]) -> list[Evidence]:
    """Number the hits of each kind from 1 and quote them."""
    numbers: Counter[str] = Counter()
    found = []
    for hit in hits:
        letter = LABEL_LETTERS[hit.kind]
        numbers[letter] += 1
        passage = hit.passage
        found.append(
            Evidence(
                label=f"{letter}{numbers[letter]}",
                source_id=hit.source_id,
                kind=hit.kind,
                text=passage.text if len(passage.text) <= QUOTED_WHOLE else hit.excerpt,
                score=hit.score,
                title=passage.title,
                author=passage.author,
                at=passage.at,
                names=passage.names,
                why=hit.why,
            )
        )
    return found
