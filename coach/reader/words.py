"""What the words of a sentence say by themselves: a linear score over its words, their neighbours and bits of words.

It knows the turns of phrase that it has seen ("leave it with me", "not a word") surer than the model that reads the
sentence as a whole, and that one knows the ones that nobody has seen; together they do better than either
(docs/reading.md).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

FEATURES = 1 << 15
"""Places that features are hashed to (CRC-32)."""
LONGEST, BIT = 3, 4
"""Words of the longest run, and letters of a bit of a word."""
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
Scores = NDArray[np.float32]


def places(sentence: str) -> NDArray[np.int64]:
    """Where the features of a sentence stand, each once: runs of one to three words, numbers alike, bits of four
    letters."""
    return np.array(sorted({zlib.crc32(one.encode()) % FEATURES for one in _features(sentence.lower())}), np.int64)


def _features(low: str) -> Iterator[str]:
    words = ["^", *("#" if word.isdigit() else word for word in _WORD.findall(low)), "$"]
    for size in range(1, LONGEST + 1):
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
    yield from (f"c:{low[at : at + BIT]}" for at in range(len(low) - BIT + 1))


def scores(sentences: Sequence[str]) -> Scores:
    """What the words add to the log-odds of each label, shape (sentences, labels)."""
    return weighed(sentences, *_weights())


def weighed(sentences: Sequence[str], weights: Scores, usual: Scores) -> Scores:
    """As `scores`, by weights of shape (labels, features) less what an ordinary sentence gets, of shape (labels)."""
    found = np.zeros((len(sentences), len(weights)), np.float32)
    for row, sentence in enumerate(sentences):
        at = places(sentence)
        found[row] = weights[:, at].sum(axis=1) / np.sqrt(max(len(at), 1)) - usual
    return found


@lru_cache(maxsize=1)
def _weights() -> tuple[Scores, Scores]:
    """By label and feature, and what an ordinary sentence gets."""
    with np.load(files("coach.reader").joinpath("data", "words.npz").open("rb")) as kept:
        whole = np.asarray(kept["weights"].astype(np.float32) * kept["scales"][:, None], np.float32)
        return whole, np.asarray(kept["usual"], np.float32)
