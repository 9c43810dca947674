"""The indexes of a workspace, a folder each: the one that answers and, while it is being made, its successor.

They are told apart by the identity in their catalogs, so the store can say in one word which of them is in use.
"""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from langchain_core.embeddings import Embeddings

from coach.errors import RecallError
from coach.recall.catalog import CATALOG, facts_of
from coach.recall.chroma import ChromaCollection
from coach.recall.index import RecallIndex

log = logging.getLogger("coach.recall")


class IndexShelf:
    """The folder `root`. `embedder`: the name of what makes new indexes; `embeddings_of` knows older ones too."""

    def __init__(
        self, root: Path, embedder: str, embeddings_of: Callable[[str], Embeddings], *, chroma_url: str = ""
    ) -> None:
        self.embedder = embedder
        self._root = root
        self._embeddings_of = embeddings_of
        self._chroma_url = chroma_url

    def find(self, identity: str | None) -> RecallIndex | None:
        """The index with this identity, opened. None when it is lost, damaged, or its embedder cannot be had."""
        for folder in self._folders():
            facts = facts_of(folder / CATALOG)
            if identity and facts.get("collection") == identity:
                try:
                    return self._open(folder, facts.get("embedder", ""))
                except RecallError as exc:
                    log.warning("The index in %s cannot be used: %s", folder, exc)
        return None

    def fresh(self) -> RecallIndex:
        """A new, empty index. Raises RecallError when its embedder cannot be had."""
        name = re.sub(r"[^\w.-]+", "-", self.embedder)
        folder = self._root / name
        if folder.exists():
            folder = self._root / f"{name}.{uuid4().hex[:8]}"
        return self._open(folder, self.embedder)

    def keep_only(self, *kept: RecallIndex | None) -> None:
        """Delete every other index. One that cannot be deleted now goes the next time."""
        paths = {index.path for index in kept if index is not None}
        for folder in self._folders():
            if folder not in paths:
                self._drop_collection(folder)
                shutil.rmtree(folder, ignore_errors=True)

    def _drop_collection(self, folder: Path) -> None:
        name = facts_of(folder / CATALOG).get("collection")
        if not self._chroma_url or not name:
            return
        collection = ChromaCollection(folder / "chroma", name, self._chroma_url)
        try:
            collection.drop()
        except RecallError as exc:
            log.warning("The collection %s stays on the Chroma server: %s", name, exc)
        finally:
            collection.close()

    def _folders(self) -> list[Path]:
        return sorted(one for one in self._root.iterdir() if one.is_dir()) if self._root.exists() else []

    def _open(self, folder: Path, embedder: str) -> RecallIndex:
        return RecallIndex(folder, self._embeddings_of(embedder), embedder_name=embedder, chroma_url=self._chroma_url)
