"""One BLAS thread while recall computes: its products are so small that more threads cost twice what they save.

They also wait for each other in a busy loop, on the very cores that the embedding model then lacks
(docs/adr/0032).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """The limit holds for the process: the first in sets it, the last out restores what was before."""
    _limit().enter()
    try:
        yield
    finally:
        _limit().leave()


class _Limit:
    def __init__(self) -> None:
        self._controller = ThreadpoolController()
        self._lock = threading.Lock()
        self._inside = 0
        self._held: Any = None

    def enter(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._held = self._controller.limit(limits=1, user_api="blas")

    def leave(self) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                self._held.restore_original_limits()


@cache
def _limit() -> _Limit:
    return _Limit()
