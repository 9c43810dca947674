"""What each sentence of rough notes is: a promise and whose, a secret, a story, a wish, or how somebody is reached.

`eval/train_reader.py` made the weights. Rules read what they are sure of; this reads on where people write otherwise.
It runs in ONNX Runtime on the machine itself, about 8 ms a sentence on one core, and is loaded at the first sentence.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.errors import RecallError
from coach.reader import words

SHA256 = "7dc5d255ea20ffcf73352e1e69ba0e0be3e86d056c4be1279c2e32f310a5a6c2"
OWN_TOKENS, BEFORE_TOKENS = 64, 32
"""Word pieces read of a sentence, and of the one before it."""
BATCH = 16
_CLS, _SEP = 101, 102
_KEPT = 4096
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities from 0 to 1. `promise`: the user and somebody met promise each other something; `mine`: if so, it
    is the user who does; `otherwise`: a promise among others, or one refused, kept or only considered; `hush`: told in
    confidence; `story`: what once happened to somebody; `wants`: what somebody looks for or cares about; `reach`: how
    or when somebody can be reached."""

    promise: float
    mine: float
    otherwise: float
    hush: float
    story: float
    wants: float
    reach: float


def read_sentences(sentences: Sequence[str]) -> list[Reading]:
    """A reading of each, in the order of the notes: each is read with the one before it.

    Raises RecallError when the model cannot be loaded.
    """
    if not sentences:
        return []
    return _reader().readings_of(list(zip(sentences, ["", *sentences[:-1]], strict=True)))


class _Reader:
    """The session and its tokenizer; what was read lately is kept."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Reading] = {}
        self._lock = threading.Lock()
        self._tokenizer, self._session = _tokenizer(), _session()

    def readings_of(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        """One reading for each (sentence, sentence before)."""
        with self._lock:
            found = {pair: self._kept[pair] for pair in pairs if pair in self._kept}
            fresh = [pair for pair in dict.fromkeys(pairs) if pair not in found]
            found.update(zip(fresh, self._read(fresh), strict=True))
            if len(self._kept) > _KEPT:
                self._kept.clear()
            self._kept.update(found)
        return [found[pair] for pair in pairs]

    def _read(self, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
        encoded = [self._encoded(*pair) for pair in pairs]
        order = sorted(range(len(encoded)), key=lambda place: len(encoded[place][0]))
        scores = np.zeros((len(encoded), 7), np.float32)
        for at in range(0, len(order), BATCH):
            places = order[at : at + BATCH]
            scores[places] = self._scores([encoded[place] for place in places])
        return [Reading(*(float(value) for value in row)) for row in _together(scores, [one for one, _ in pairs])]

    def _encoded(self, sentence: str, before: str) -> tuple[list[int], list[int]]:
        """Word pieces and the segment of each: the sentence, then the one before it."""
        own = [_CLS, *self._ids(sentence)[:OWN_TOKENS], _SEP]
        behind = [*self._ids(before)[-BEFORE_TOKENS:], _SEP]
        return own + behind, [0] * len(own) + [1] * len(behind)

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids) if text else []

    def _scores(self, batch: Sequence[tuple[list[int], list[int]]]) -> Scores:
        width = max(len(ids) for ids, _ in batch)
        ids, mask, segments = (np.zeros((len(batch), width), np.int64) for _ in range(3))
        for row, (pieces, parts) in enumerate(batch):
            ids[row, : len(pieces)], segments[row, : len(pieces)], mask[row, : len(pieces)] = pieces, parts, 1
        found = self._session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": segments})[0]
        return np.asarray(found, np.float32)


def _together(scores: Scores, sentences: Sequence[str]) -> Scores:
    """The model's probabilities with what the words by themselves add to their log-odds."""
    sure = np.clip(scores, _LEAST, 1 - _LEAST)
    odds = np.log(sure / (1 - sure)) + words.scores(sentences)
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


_LEAST = 1e-6


@lru_cache(maxsize=1)
def _reader() -> _Reader:
    return _Reader()


def _tokenizer() -> Any:
    from coach.recall.embedders import minilm_tokenizer

    made = minilm_tokenizer()
    made.no_truncation()  # the end of the sentence before counts, not its beginning
    return made


def _session() -> Any:
    try:
        import onnxruntime

        from coach.recall.embedders import onnx_session

        raw = files("coach.reader").joinpath("data", "reader.onnx").read_bytes()
        if hashlib.sha256(raw).hexdigest() != SHA256:
            raise RecallError("The file 'reader.onnx' is not the one that was shipped.", "Install coach again.")
        return onnx_session(onnxruntime, raw)
    except RecallError:
        raise
    except Exception as exc:
        raise RecallError(f"The model that reads notes cannot be loaded: {exc}.", "Install coach again.") from exc
