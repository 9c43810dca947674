"""How well each piece answers a question: meaning and words, of the piece itself and of what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from coach.recall.catalog import Postings
from coach.recall.columns import Columns

Scores = NDArray[np.float32]

K1 = 1.2
"""BM25: how soon a repeated word stops counting (Robertson and Zaragoza, 2009)."""
B = 0.75
"""BM25: how much a long text is held against it."""
AROUND = ((-2, 0.35), (-1, 0.7), (1, 0.7))
"""Neighbours that count, by distance, and how much."""


@dataclass(frozen=True)
class Weights:
    meaning: float = 1.0
    words: float = 1.0
    meaning_around: float = 0.6
    words_around: float = 0.6


@dataclass
class Signals:
    """One array a list, each with an entry a slot, higher is better; `total` is what the ranking goes by."""

    lists: dict[str, Scores] = field(default_factory=dict)
    total: Scores = field(default_factory=lambda: np.zeros(0, np.float32))


def word_scores(postings: Postings, wanted: dict[str, float], columns: Columns) -> Scores:
    """BM25 of every slot for the `wanted` terms and their weights, 0 to 1: the share of the best possible sum."""
    scores = np.zeros(columns.size, np.float32)
    total = int(columns.live.sum())
    norm = K1 * (1 - B + B * columns.length / max(columns.mean_length, 1e-6))
    possible = 0.0
    for term, weight in wanted.items():
        slots, counts = postings.get(term, (np.zeros(0, np.int32), np.zeros(0, np.uint8)))
        rarity = weight * float(np.log1p((total - len(slots) + 0.5) / (len(slots) + 0.5))) if total else 0.0
        possible += max(rarity, 0.0)
        if len(slots):
            tf = counts.astype(np.float32)
            scores[slots] += max(rarity, 0.0) * tf / (tf + norm[slots])
    return scores / possible if possible else scores


def around(scores: Scores, columns: Columns) -> Scores:
    """For each slot the weighted mean of its neighbours' scores in the same thread, absent ones as 0."""
    ordered = scores[columns.order]
    group = columns.group
    gathered = np.zeros_like(ordered)
    for distance, weight in AROUND:
        shifted = np.zeros_like(ordered)
        if distance < 0:
            same = group[-distance:] == group[:distance]
            shifted[-distance:] = np.where(same, ordered[:distance], 0)
        else:
            same = group[distance:] == group[:-distance]
            shifted[:-distance] = np.where(same, ordered[distance:], 0)
        gathered += weight * shifted
    result = np.zeros_like(scores)
    result[columns.order] = gathered / sum(weight for _, weight in AROUND)
    return result


def fuse(meaning: Scores, words: Scores, columns: Columns, weights: Weights) -> Signals:
    """Join the lists by a weighted sum of scores, which keeps how sure each list is (ranks would not)."""
    meaning_around, words_around = around(meaning, columns), around(words, columns)
    lists = {
        "meaning": meaning,
        "words": words,
        "meaning of the neighbours": meaning_around,
        "words of the neighbours": words_around,
    }
    total = (
        weights.meaning * meaning
        + weights.words * words
        + weights.meaning_around * meaning_around
        + weights.words_around * words_around
    )
    return Signals(lists, np.asarray(total, np.float32))
