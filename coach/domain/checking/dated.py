"""Which dated sentence of the notes a length of time is of: `fifteen days until the hearing`, of the hearing's day."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.sources import Sentence, Source
from coach.domain.checking.weighing import telling


def dated_of_it(keys: frozenset[str], sources: Sequence[Source]) -> list[Sentence] | None:
    """The dated sentences that share most telling words with the draft's; None where none shares any, so that any
    noted day may be the one that is meant."""
    words = telling(keys)
    shared = [
        (len(words & sentence.keys), sentence)
        for source in sources if source.label
        for sentence in source.sentences if sentence.dates
    ]  # fmt: skip
    most = max((count for count, _ in shared), default=0)
    return [s for count, s in shared if count >= min(most, _PLAINLY) or s.lows & _BEGUN] if most else None


_PLAINLY = 2
_BEGUN = frozenset(("since", "started", "began", "founded", "joined", "opened"))
"""`they started in September 2021`: what has gone on since then may be told in any words."""
