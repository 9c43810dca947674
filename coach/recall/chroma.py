"""Chroma, the vector store of record: every piece with its vector, its text and what can be filtered by.

The same class talks to the embedded Chroma (a folder) and to a Chroma server (an http address). It is opened
when something is written or counted, not when a workspace opens: recall itself reads the mirror in `scan.py`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from coach.errors import RecallError

CONFIGURATION = {"hnsw": {"space": "cosine", "ef_construction": 40, "max_neighbors": 12, "sync_threshold": 10_000}}
"""A graph that is cheap to build: recall scans by itself (docs/adr/0011), other tools' searches need no more."""
READ_BATCH = 2_000
WRITE_BATCH = 5_000


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
        with self._lock, self._translated("written to"):
            collection = self._open()
            for start in range(0, len(ids), WRITE_BATCH):
                collection.delete(ids=list(ids[start : start + WRITE_BATCH]))

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
            self._collection = None
            if self._client is not None and hasattr(self._client, "close"):
                self._client.close()
            self._client = None

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
