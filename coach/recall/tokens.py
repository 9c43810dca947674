"""A small vector for every word of every piece, for matching question and note word by word (late interaction).

The words' vectors fall out of the same model run that embeds the note, so they cost no time; cut to 64
dimensions and a byte each they take about 2 kB a note on disk, and a search reads those of its best
candidates only. The idea is ColBERT's (Khattab and Zaharia, 2020), here with a model that was not trained for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.errors import RecallError

Bytes = NDArray[np.int8]
Floats = NDArray[np.float32]

WORD_DIMENSIONS = 64
SCALE = 127.0


@cache
def _basis() -> tuple[Floats, Floats]:
    with files("coach.recall").joinpath("data/word-basis.npz").open("rb") as file, np.load(file) as held:
        return held["mean"].astype(np.float32), held["basis"].astype(np.float32)


def compress(hidden: Floats) -> Bytes:
    """MiniLM's word vectors, shape (words, 384), as unit vectors of WORD_DIMENSIONS bytes each."""
    mean, basis = _basis()
    # The cut comes before the scaling to length one: a sixth of the numbers, and no copy of all of them.
    cut = hidden @ basis / _lengths(hidden) - mean @ basis
    return np.asarray(np.rint(cut * (SCALE / _lengths(cut))), np.int8)


def _lengths(rows: Floats) -> Floats:
    return np.asarray(np.maximum(np.sqrt(np.einsum("ij,ij->i", rows, rows)), 1e-9)[:, None], np.float32)


class WordFile:
    """Words of all pieces one after another; where a piece's begin and how many there are, the catalog knows."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, first: int, words: Sequence[Bytes]) -> None:
        """Put the pieces' words from word number `first` on. Raises RecallError when the disk refuses."""
        if not words:
            return
        try:
            with self._path.open("r+b" if self._path.exists() else "w+b") as file:
                file.seek(first * WORD_DIMENSIONS)
                file.write(np.concatenate(words).tobytes())
        except OSError as exc:
            raise RecallError(
                f"The word file {str(self._path)!r} cannot be written: {exc}.", "Free some space, then try again."
            ) from exc

    def erase(self, spans: NDArray[np.int64]) -> None:
        """Overwrite the words of these spans (first word, words). Raises RecallError when the disk refuses."""
        for first, count in spans[spans[:, 1] > 0].tolist():
            self.write(first, [np.zeros((count, WORD_DIMENSIONS), np.int8)])

    def best_matches(self, question: Bytes, spans: NDArray[np.int64]) -> Floats:
        """The best cosine of each of the question's words in each span (first word, words): shape (words, spans).

        A piece without words scores 0.
        """
        best = np.zeros((len(question), len(spans)), np.float32)
        filled = np.flatnonzero(spans[:, 1] > 0)
        if not len(filled) or not len(question) or not self._path.exists():
            return best
        held = np.asarray(np.memmap(self._path, np.int8, mode="r"))
        held = held[: len(held) // WORD_DIMENSIONS * WORD_DIMENSIONS].reshape(-1, WORD_DIMENSIONS)
        counts = spans[filled, 1]
        starts = np.r_[0, np.cumsum(counts)[:-1]]
        words = held[np.repeat(spans[filled, 0] - starts, counts) + np.arange(counts.sum())].astype(np.float32)
        match = question.astype(np.float32) @ words.T
        best[:, filled] = np.maximum.reduceat(match, starts, axis=1) / np.float32(SCALE * SCALE)
        return best
