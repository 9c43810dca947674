"""The weight of each signal, learned by `python -m eval.fit_recall` (docs/recall.md says on what and how well)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

SIGNALS = (
    "meaning",
    "meaning near by",
    "meaning around",
    "meaning in the thread",
    "meaning of what it answers",
    "words",
    "words around",
    "words further around",
    "word by word around",
    "word by word, with what it answers",
    "author named",
    "person named",
    "date",
    "tells a time",
    "substance",
    "asks itself",
    "opens",
    "told first",
    "told first, word by word",
    "time asked for",
)
LATE = frozenset(name for name in SIGNALS if "word by word" in name)
"""Signals that need an embedder which gives a vector for each word."""


@cache
def weights(late: bool) -> dict[str, float]:
    """Weights by signal; `late`: with word-by-word matching, for embedders that give a vector for each word."""
    table = json.loads(files("coach.recall").joinpath("data/weights.json").read_text(encoding="utf-8"))
    chosen = table["with word by word" if late else "without word by word"]
    return {name: float(chosen.get(name, 0.0)) for name in SIGNALS}
