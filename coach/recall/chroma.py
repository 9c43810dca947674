"""Chroma, the vector store of record: every piece with its vector, its text and what can be filtered by.

The same class talks to the embedded Chroma (a folder) and to a Chroma server (an http address). It is opened
when something is written or counted, not when a workspace opens: recall itself reads the mirror in `scan.py`.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from coach.errors import RecallError

log = logging.getLogger("coach.recall")

GRAPH_HEADER = struct.Struct("<iQQQQ")
"""hnswlib's: version, offset, rows there is room for, rows in use, bytes of a row (and more)."""
LENGTH_BYTES = 4
"""Bytes of a row in the file of lengths."""
SYNC_THRESHOLD = 10_000
"""Changes after which Chroma writes its graph to disk; until then it keeps each of them in its queue, texts and all."""
CONFIGURATION = {
    "hnsw": {"space": "cosine", "ef_construction": 40, "max_neighbors": 12, "sync_threshold": SYNC_THRESHOLD}
}
"""A graph that is cheap to build: recall scans by itself (docs/adr/0011), other tools' searches need no more."""
READ_BATCH = 2_000
WRITE_BATCH = 5_000
AT_ONCE = 2
"""The smallest threshold that Chroma takes."""
FILLERS = ("erased-1", "erased-2", "erased-3")
"""Pieces that hold nothing: their coming and going carries the graph, and with it the queue, past what is erased."""
FILE = "chroma.sqlite3"
LOCK_TIMEOUT_S = 5.0


class ChromaCollection:
    """One collection. `url` empty: embedded in `folder`; else `http(s)://host:port` of a server."""

    def __init__(self, folder: Path, name: str, url: str = "") -> None:
        self._folder = folder
        self._name = name
        self._url = url
        self._lock = threading.RLock()
        self._client: Any = None
        self._collection: Any = None

    def upsert(
        self,
        ids: Sequence[str],
        vectors: NDArray[np.float32],
        documents: Sequence[str],
        metadatas: Sequence[dict[str, Any]],
    ) -> None:
        with self._lock, self._translated("written to"):
            collection = self._open()
            for start in range(0, len(ids), WRITE_BATCH):
                part = slice(start, start + WRITE_BATCH)
                collection.upsert(
                    ids=list(ids[part]),
                    embeddings=vectors[part],
                    documents=list(documents[part]),
                    metadatas=list(metadatas[part]),
                )

    def delete(self, ids: Sequence[str]) -> None:
        """Delete pieces; unknown ids are passed over. Their vectors are overwritten first: the graph only marks what is
        deleted, and keeps it."""
        with self._lock, self._translated("written to"):
            collection = self._open()
            for start in range(0, len(ids), WRITE_BATCH):
                part = list(ids[start : start + WRITE_BATCH])
                held = collection.get(ids=part, include=["embeddings"])
                if held["ids"]:
                    blank = _blank(len(held["ids"]), len(held["embeddings"][0]))
                    collection.update(ids=held["ids"], embeddings=blank)
                collection.delete(ids=part)

    def erase(self, dimensions: int) -> bool:
        """Rewrite the files so that nothing of what was deleted or replaced is left in them; a server's files are its
        own affair. Returns False while another program holds the file."""
        with self._lock, self._translated("cleaned"):
            if self._url:
                return True
            self._purge(dimensions)
            return self._rewritten()

    def _purge(self, dimensions: int) -> None:
        """Have Chroma write its graph now: that is when it empties its queue. A graph that is open keeps the threshold
        that it was opened with, so it is opened anew."""
        self._open().modify(configuration={"hnsw": {"sync_threshold": AT_ONCE}})
        self.close()
        collection = self._open()
        try:
            names, nothing = list(FILLERS), ["-"] * len(FILLERS)
            collection.upsert(ids=names, embeddings=_blank(len(names), dimensions), documents=nothing)
            collection.delete(ids=names)
        finally:
            collection.modify(configuration={"hnsw": {"sync_threshold": SYNC_THRESHOLD}})
            self.close()

    def _rewritten(self) -> bool:
        """Rewrite the SQLite file, which is closed; its word index keeps the words of deleted texts until told."""
        try:
            with closing(sqlite3.connect(self._folder / FILE, timeout=LOCK_TIMEOUT_S, isolation_level=None)) as db:
                db.execute("INSERT INTO embedding_fulltext_search (embedding_fulltext_search) VALUES ('optimize')")
                db.execute("VACUUM")
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError:
            return False
        return True

    def ids(self) -> set[str]:
        with self._lock, self._translated("read"):
            return set(self._open().get(include=[])["ids"])

    def count(self) -> int:
        with self._lock, self._translated("read"):
            return int(self._open().count())

    def vectors(self, ids: Sequence[str]) -> Iterator[tuple[str, NDArray[np.float32]]]:
        """The vectors of `ids`, in batches, in no fixed order; unknown ids are passed over."""
        for start in range(0, len(ids), READ_BATCH):
            with self._lock, self._translated("read"):
                found = self._open().get(ids=list(ids[start : start + READ_BATCH]), include=["embeddings"])
            yield from zip(found["ids"], np.asarray(found["embeddings"], np.float32), strict=True)

    def drop(self) -> None:
        """Delete the collection and everything in it."""
        with self._lock, self._translated("cleared"):
            self._open()
            self._client.delete_collection(self._name)
            self._collection = None

    def close(self) -> None:
        with self._lock:
            used = self._client is not None and not self._url
            self._collection = None
            if self._client is not None and hasattr(self._client, "close"):
                self._client.close()
            self._client = None
            if used:
                for header in self._folder.glob("*/header.bin"):
                    _blank_unused(header)

    def _open(self) -> Any:
        if self._collection is None:
            self._client = self._client or self._connect()
            self._collection = self._client.get_or_create_collection(
                self._name, embedding_function=None, configuration=CONFIGURATION
            )
        return self._collection

    def _connect(self) -> Any:
        import chromadb
        from chromadb.config import Settings

        quiet = Settings(anonymized_telemetry=False)
        if not self._url:
            return chromadb.PersistentClient(path=str(self._folder), settings=quiet)
        address = urlsplit(self._url)
        if not address.hostname:
            raise RecallError(f"The Chroma address {self._url!r} names no host.", "Write it as http://host:8000.")
        secure = address.scheme == "https"
        port = address.port or (443 if secure else 8000)
        return chromadb.HttpClient(host=address.hostname, port=port, ssl=secure, settings=quiet)

    def _translated(self, doing: str) -> _Translated:
        return _Translated(self._url or str(self._folder), doing)


def _blank_unused(header: Path) -> None:
    """Overwrite the rows of a graph's files that are not in use: its library writes them as it found them in memory,
    with whatever words had been there."""
    try:
        _, _, _, count, row, *_ = GRAPH_HEADER.unpack_from(header.read_bytes())
        for name, size in (("data_level0.bin", row), ("length.bin", LENGTH_BYTES)):
            with header.with_name(name).open("r+b") as file:
                unused = file.seek(0, os.SEEK_END) - count * size
                if unused > 0:
                    file.seek(count * size)
                    file.write(bytes(unused))
    except (OSError, struct.error) as exc:
        log.warning("The unused part of the graph in %s stays as it is: %s", header.parent, exc)


def _blank(count: int, dimensions: int) -> NDArray[np.float32]:
    """Vectors of length one that say nothing."""
    vectors = np.zeros((count, dimensions), np.float32)
    vectors[:, 0] = 1.0
    return vectors


class _Translated:
    """Turns whatever Chroma raises into RecallError."""

    def __init__(self, where: str, doing: str) -> None:
        self._where = where
        self._doing = doing

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, exc: BaseException | None, trace: object) -> None:
        if isinstance(exc, Exception) and not isinstance(exc, RecallError):
            raise RecallError(
                f"The vector store {self._where!r} cannot be {self._doing}: {exc}.",
                "Check the disk and COACH_CHROMA_URL; your notes themselves are safe. Then run: coach doctor --repair.",
            ) from exc
