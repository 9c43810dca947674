"""Finding the right note: an index that can be thrown away and rebuilt.

The names are fetched when they are first used: two threads that import a package and a part of it at the same time
must not wait for each other.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coach.recall.embedders import embedder_name, make_embeddings
    from coach.recall.evidence import label
    from coach.recall.index import Hit, IndexHealth, RecallIndex

__all__ = ["Hit", "IndexHealth", "RecallIndex", "embedder_name", "label", "make_embeddings"]
_HOMES = {"embedder_name": "embedders", "make_embeddings": "embedders", "label": "evidence"}


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module(f"coach.recall.{_HOMES.get(name, 'index')}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
