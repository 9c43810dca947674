"""A fake embedder that needs no model: words become directions, so that shared words mean nearness."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from coach.recall import RecallIndex
from coach.recall.analysis import terms


class WordEmbeddings(Embeddings):
    """Deterministic: each term adds its own pseudo-random direction of 32 dimensions. Counts what it embeds."""

    dimensions = 32

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded += texts
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        total = np.full(self.dimensions, 1e-3)
        for term in terms(text):
            seed = int.from_bytes(hashlib.sha256(term.encode()).digest()[:4], "big")
            total += np.random.default_rng(seed).normal(size=self.dimensions)
        return [float(value) for value in total / np.linalg.norm(total)]


@pytest.fixture
def embeddings() -> WordEmbeddings:
    return WordEmbeddings()


@pytest.fixture
def index(tmp_path: Path, embeddings: WordEmbeddings):
    made = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")
    yield made
    made.close()
