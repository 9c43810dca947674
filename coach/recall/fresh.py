"""From passages to what the index writes: pieces with vectors, words and terms, made one batch ahead of the writing.

The model keeps its cores only nine tenths busy; what a batch needs beside it (counting terms, writing) fits into
the rest, when the next batch is embedded meanwhile (docs/adr/0032).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from langchain_core.embeddings import Embeddings

from coach.domain.evidence import Passage
from coach.recall import analysis
from coach.recall.catalog import SlotRow
from coach.recall.chunks import Chunk, chunks
from coach.recall.embedders import as_array, embed_with_words, gives_words
from coach.recall.scan import Vectors
from coach.recall.tokens import WORD_DIMENSIONS, Bytes

Before = TypeVar("Before")
After = TypeVar("After")


def one_ahead(make: Callable[[Before], After], items: Iterable[Before]) -> Generator[After, None, None]:
    """`make(item)` for each, in order; the next is made in a thread while the caller works with the one before.

    `items` is read in the caller's thread. Close the iterator to leave early: it waits for what is being made.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="one-ahead") as aside:
        coming: deque[Future[After]] = deque()
        for item in items:
            coming.append(aside.submit(make, item))
            if len(coming) > 1:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()


@dataclass(frozen=True)
class Fresh:
    """A batch to be written: each passage with its JSON, by key, and all pieces with their vectors and words."""

    passages: Mapping[str, tuple[Passage, str]]
    pieces: list[tuple[Passage, Chunk]]
    vectors: Vectors
    words: list[Bytes]

    @classmethod
    def embedded(cls, passages: Mapping[str, tuple[Passage, str]], embeddings: Embeddings) -> Fresh:
        """The pieces of the passages with their vectors. Raises RecallError when the embedder fails."""
        pieces = [(passage, chunk) for passage, _ in passages.values() for chunk in chunks(passage)]
        if not pieces:
            return cls(passages, [], np.zeros((0, 0), np.float32), [])
        texts = [chunk.embedded for _, chunk in pieces]
        if gives_words(embeddings):
            return cls(passages, pieces, *embed_with_words(embeddings, texts))
        no_words = [np.zeros((0, WORD_DIMENSIONS), np.int8)] * len(texts)
        return cls(passages, pieces, as_array(embeddings, texts), no_words)

    def term_counts(self) -> list[Counter[str]]:
        """For each piece its words and its heading's, and its fields as terms that start with `@`."""
        return [_term_counts(passage, chunk) for passage, chunk in self.pieces]

    def piece_ids(self) -> list[str]:
        """What Chroma calls each piece."""
        return [f"{passage.key}#{number}" for (passage, _), number in zip(self.pieces, self._numbers(), strict=True)]

    def slot_rows(
        self, numbers: Mapping[str, int], slot: int, word: int, terms: Iterable[Counter[str]]
    ) -> list[SlotRow]:
        """A row for each piece, from the first free slot and word on. `numbers`: the catalog's of the passages."""
        rows: list[SlotRow] = []
        for piece, number, counted, words in zip(self.pieces, self._numbers(), terms, self.words, strict=True):
            passage, chunk = piece
            row = SlotRow(
                slot=slot + len(rows),
                passage=numbers[passage.key],
                piece=number,
                start=chunk.start,
                stop=chunk.end,
                length=sum(count for term, count in counted.items() if not term.startswith("@")),
                day=passage.at.toordinal() if passage.at else None,
                thread=passage.thread,
                position=_position(passage),
                marks=int(chunk.marks),
                first_word=word,
                words=len(words),
            )
            rows.append(row)
            word += len(words)
        return rows

    def _numbers(self) -> list[int]:
        """For each piece which of its passage's it is, from 0."""
        seen: Counter[str] = Counter()
        numbers = []
        for passage, _ in self.pieces:
            numbers.append(seen[passage.key])
            seen[passage.key] += 1
        return numbers


def _term_counts(passage: Passage, chunk: Chunk) -> Counter[str]:
    said = " ".join((chunk.heading, chunk.text))
    counts = Counter(analysis.terms(said))
    counts.update(set(analysis.terms(" ".join((*passage.names, passage.event_name)))) - counts.keys())
    for mark in _field_terms(passage):
        counts[mark] = 1
    return counts


def _field_terms(passage: Passage) -> set[str]:
    people = {*passage.people, *passage.names, passage.author}
    marks = {f"@person:{analysis.fold(one)}" for one in people if one.strip()}
    marks |= {f"@author:{analysis.fold(word)}" for word in analysis.words(passage.author)}
    marks |= {f"@about:{analysis.fold(word)}" for name in passage.names for word in analysis.words(name)}
    marks.add(f"@kind:{passage.kind}")
    for name in ("event", "goal", "collection"):
        value = getattr(passage, name)
        if value:
            marks.add(f"@{name}:{value}")
    return marks


def _position(passage: Passage) -> float | None:
    """Where in its thread a passage stands: its position, else its time in seconds, else its arrival (None)."""
    if passage.position is not None:
        return float(passage.position)
    return passage.at.timestamp() if passage.at and passage.thread else None
