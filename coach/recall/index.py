"""`RecallIndex`: passages in, hits out. The one class that the rest of the house knows of this room.

Saving is one transaction of the catalog, which also notes what Chroma has still to learn: from then on a passage is
found. Chroma follows in the background, at the next start where a crash came between (docs/adr/0031); `health()`
waits for it and compares the two, `heal()` puts right what differs.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from langchain_core.embeddings import Embeddings

from coach.domain.evidence import Filters, Passage
from coach.domain.models import Kind
from coach.errors import RecallError
from coach.recall.catalog import CATALOG, FORMAT, Catalog
from coach.recall.chroma import ChromaCollection
from coach.recall.columns import ColumnReader, Columns
from coach.recall.embedders import embed_with_words, gives_words, query_vector
from coach.recall.feed import Feed
from coach.recall.fresh import Fresh, one_ahead
from coach.recall.scan import VectorFile
from coach.recall.search import Asked, Found, Search
from coach.recall.threads import one_blas_thread
from coach.recall.tokens import WordFile

NO_FILTERS = Filters()
WRITE_BATCH = 256
"""Passages in one transaction."""
SENT_AT_ONCE = 512
"""Pieces that Chroma gets in one go."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Hit:
    """A found passage, once, with the piece of it that fits best (`excerpt`, the whole text of a short one)."""

    key: str
    source_id: str
    kind: Kind
    score: float
    passage: Passage
    excerpt: str
    why: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class IndexHealth:
    """Passages and pieces counted in both halves of the index, and the Chroma ids that only one half knows."""

    passages: int
    pieces: int
    vectors: int
    missing_in_chroma: tuple[str, ...] = ()
    only_in_chroma: tuple[str, ...] = ()
    mirror_complete: bool = True

    @property
    def sound(self) -> bool:
        return not self.missing_in_chroma and not self.only_in_chroma and self.mirror_complete


class RecallIndex:
    """The index of one workspace, in the folder `path`, which may be deleted at any time and filled again."""

    def __init__(self, path: Path, embeddings: Embeddings, *, embedder_name: str, chroma_url: str = "") -> None:
        self.path = path
        self._embeddings = embeddings
        self.embedder = embedder_name
        self.identity = ""
        """A name that no other index has ever had: it changes when the folder is lost, emptied or of an old format."""
        self.elsewhere = bool(chroma_url)
        """Whether Chroma is a server."""
        self._chroma_url = chroma_url
        self._lock = threading.RLock()
        self._late = gives_words(embeddings)
        self._columns: Columns
        self._open()

    def upsert(self, passages: Sequence[Passage], progress: Progress | None = None) -> None:
        """Add passages, or replace those with the same key; unchanged ones cost next to nothing.

        Raises RecallError; what was reported to `progress(done, total)` before is kept.
        """
        latest = list({passage.key: passage for passage in passages}.values())
        batches = [latest[start : start + WRITE_BATCH] for start in range(0, len(latest), WRITE_BATCH)]
        done = 0
        # Changes are looked up here, one batch ahead: the embedding thread never waits for the lock of a write.
        with one_blas_thread(), closing(one_ahead(self._fresh, map(self._changed, batches))) as embedded:
            for batch, fresh in zip(batches, embedded, strict=True):
                if fresh.passages:
                    self._write(fresh)
                done += len(batch)
                if progress:
                    progress(done, len(latest))

    def delete(self, keys: Sequence[str]) -> None:
        """Forget passages; unknown keys are passed over."""
        with self._lock:
            self._refresh()
            with self._catalog.writing():
                dead, ids = self._catalog.remove(list(keys))
                self._catalog.mark_unsent((one, None) for one in ids)
            if dead:
                self._columns = self._columns.without(dead)
                self._feed.wake()

    def erase(self) -> bool:
        """Rewrite the index's files so that nothing of what was deleted or replaced is left in them.

        Returns False where that could not be finished now, since another program holds a file. A Chroma server's files
        (`elsewhere`) are out of reach. Raises RecallError. Nothing is embedded.
        """
        self._feed.settle()
        with self._lock:
            self._refresh()
            columns = self._columns
            dead = np.flatnonzero(~columns.live)
            self._vectors.erase(dead)
            self._words.erase(np.stack([columns.first_word[dead], columns.words[dead]], axis=1))
            cleaned = self._catalog.erase(~columns.live)
        return self._chroma.erase(self._dimensions()) and cleaned

    def search(self, query: str, k: int = 10, filters: Filters = NO_FILTERS, explain: bool = False) -> list[Hit]:
        """The `k` passages that fit the question best among those that pass the filters, best first."""
        if not query.strip() or k < 1:
            return []
        with one_blas_thread():
            asked = self.asked(query)
            with self._lock:
                self._refresh()
                if not self._columns.size:
                    return []
                return self._hits(self.searcher().run(asked, k, filters, explain))

    def searcher(self) -> Search:
        """The parts of the index that a search reads, as they are now; for evaluation."""
        return Search(self._catalog, self._columns, self._vectors, self._words)

    def asked(self, query: str) -> Asked:
        """A question with its vectors. Raises RecallError when the embedder fails."""
        if self._late:
            vectors, words = embed_with_words(self._embeddings, [query])
            return Asked(query, vectors[0], words[0])
        return Asked(query, query_vector(self._embeddings, query))

    def keys(self) -> set[str]:
        with self._lock:
            return self._catalog.keys()

    def count(self) -> int:
        with self._lock:
            return self._catalog.count()

    def close(self) -> None:
        """Close the index, once Chroma has all of it; what a server does not take now goes at the next start."""
        self._feed.end()
        with self._lock:
            self._catalog.close()
            self._vectors.close()
            self._chroma.close()

    def health(self) -> IndexHealth:
        """Count both halves and compare them. Reads every id: a second or two at 100,000 pieces."""
        if self._vectors.holds(self._columns.size):
            self._feed.settle()
        with self._lock:
            self._refresh()
            known = self._catalog.pieces()
            held = self._chroma.ids()
            waiting = self._catalog.unsent_ids()
            return IndexHealth(
                passages=self._catalog.count(),
                pieces=len(known),
                vectors=len(held),
                missing_in_chroma=tuple(sorted(known.keys() - held - waiting)),
                only_in_chroma=tuple(sorted(held - known.keys() - waiting)),
                mirror_complete=self._vectors.holds(self._columns.size),
            )

    def heal(self) -> IndexHealth:
        """Put right what `health` finds, without the store: drop strays, embed again what Chroma lost."""
        found = self.health()
        lost = set(found.missing_in_chroma)
        if found.only_in_chroma:
            self._chroma.delete(found.only_in_chroma)
        if not found.mirror_complete:
            with self._lock:
                lost |= self._catalog.unsent_ids()
                self._rewrite_mirror()
        broken = sorted({name.rpartition("#")[0] for name in lost})
        if broken:
            with self._lock:
                again = [Passage.model_validate_json(body) for body in self._catalog.bodies(broken).values()]
            self.delete(broken)
            self.upsert(again)
        return self.health()

    # Opening

    def _open(self) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        self._catalog = self._open_catalog()
        stored = self._catalog.fact("embedder")
        if stored not in (None, self.embedder):
            self._catalog.close()
            raise RecallError(
                f"The index was made by the embedder {stored!r}, not {self.embedder!r}.", "Run: coach reindex."
            )
        self._catalog.state("embedder", self.embedder)
        self.identity = self._catalog.fact("collection") or f"coach-{uuid4().hex}"
        self._catalog.state("collection", self.identity)
        self._chroma = ChromaCollection(self.path / "chroma", self.identity, self._chroma_url)
        self._reader = ColumnReader()
        self._columns = self._reader.read(self._catalog.slots())
        self._version = self._catalog.version()
        self._words = WordFile(self.path / "words.i8")
        self._vectors = VectorFile(self.path / "vectors.f32", self._dimensions())
        self._feed = Feed(self._send)
        if self._catalog.unsent_ids():
            self._feed.wake()

    def _open_catalog(self) -> Catalog:
        catalog = Catalog(self.path / CATALOG)
        if catalog.format == FORMAT:
            return catalog
        catalog.close()
        shutil.rmtree(self.path)
        self.path.mkdir(parents=True)
        return Catalog(self.path / CATALOG)

    def _dimensions(self) -> int:
        known = self._catalog.fact("dimensions")
        if known is None:
            known = str(getattr(self._embeddings, "dimensions", 0) or len(query_vector(self._embeddings, "size")))
            self._catalog.state("dimensions", known)
        return int(known)

    def _refresh(self) -> None:
        """Take in what another process has written."""
        version = self._catalog.version()
        if version != self._version:
            self._columns = self._reader.read(self._catalog.slots())
            self._version = version

    # Writing

    def _changed(self, batch: list[Passage]) -> dict[str, tuple[Passage, str]]:
        """Those of a batch that the catalog does not hold in this form, each with its form, by key."""
        bodies = {passage.key: passage.model_dump_json() for passage in batch}
        with self._lock:
            known = self._catalog.bodies(list(bodies))
        return {one.key: (one, bodies[one.key]) for one in batch if known.get(one.key) != bodies[one.key]}

    def _fresh(self, changed: dict[str, tuple[Passage, str]]) -> Fresh:
        return Fresh.embedded(changed, self._embeddings)

    def _write(self, fresh: Fresh) -> None:
        terms = fresh.term_counts()
        with self._lock:
            self._refresh()
            with self._catalog.writing():
                # Whatever is there by now goes, for another process may have been faster.
                dead, old_ids = self._catalog.remove(list(fresh.passages))
                first_slot, first_word = self._catalog.ends()
                self._vectors.write(first_slot, fresh.vectors)
                self._words.write(first_word, fresh.words)
                numbers = {key: self._catalog.insert(*one) for key, one in fresh.passages.items()}
                rows = fresh.slot_rows(numbers, first_slot, first_word, terms)
                self._catalog.insert_slots(rows)
                self._catalog.insert_postings(first_slot, terms)
                self._catalog.mark_unsent((one, None) for one in old_ids)
                self._catalog.mark_unsent(zip(fresh.piece_ids(), count(first_slot), strict=False))
            if dead:
                self._columns = self._columns.without([slot for slot in dead if slot < self._columns.size])
            self._columns = self._columns.followed_by(self._reader.read(rows))
            self._feed.wake()

    def _send(self) -> bool:
        """Bring Chroma a step nearer to the catalog. Returns whether there was anything to bring."""
        with self._lock:
            some = self._catalog.unsent(SENT_AT_ONCE)
            fresh = [(one, one.slot, one.passage) for one in some if one.slot is not None and one.passage is not None]
            rows = self._vectors.rows(max((slot for _, slot, _ in fresh), default=-1) + 1)
            vectors = rows[[slot for _, slot, _ in fresh]]
        if fresh:
            texts = [passage.text[one.start : one.stop].strip() for one, _, passage in fresh]
            metadata = [_metadata(passage) for _, _, passage in fresh]
            self._chroma.upsert([one.piece for one, _, _ in fresh], vectors, texts, metadata)
        if gone := [one.piece for one in some if one.slot is None]:
            self._chroma.delete(gone)
        with self._lock:
            self._catalog.mark_sent(some)
        return bool(some)

    def _rewrite_mirror(self) -> None:
        slots = self._catalog.pieces()
        self._vectors.close()
        for name, vector in self._chroma.vectors(list(slots)):
            self._vectors.write(slots[name], vector[None, :])
        last = self._columns.size
        if last and not self._vectors.holds(last):
            self._vectors.write(last - 1, np.zeros((1, self._dimensions()), np.float32))

    # Searching

    def _hits(self, found: list[Found]) -> list[Hit]:
        numbers = [int(self._columns.passage[one.slot]) for one in found]
        passages = self._catalog.passages(numbers)
        spans = self._catalog.spans([one.slot for one in found])
        hits = []
        for one, number in zip(found, numbers, strict=True):
            passage = passages[number]
            start, stop = spans[one.slot]
            excerpt = passage.text[start:stop].strip()
            hits.append(Hit(passage.key, passage.source_id, passage.kind, one.score, passage, excerpt, one.why))
        return hits


def _metadata(passage: Passage) -> dict[str, Any]:
    """What Chroma keeps beside a vector, for people who read the collection with other tools."""
    fields: dict[str, Any] = {"key": passage.key, "source_id": passage.source_id, "kind": str(passage.kind)}
    for name in ("title", "author", "event", "goal", "thread", "position", "collection"):
        value = getattr(passage, name)
        if value not in (None, ""):
            fields[name] = value
    if passage.at:
        fields["day"] = passage.at.toordinal()
    return fields
