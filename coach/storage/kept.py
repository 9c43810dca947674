"""What was read is kept until the data changes, so that a page that is drawn again does not read it all again.

SQLite tells by a number of its own whether anybody has changed the file since, this process or another. On a server
there is no such number: there everything is read each time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from coach.storage.database import Database

T = TypeVar("T")
MOST = 32
"""Answers that are kept at one time; of more, the oldest goes."""


class Kept:
    """Answers by their key, all of one state of the data."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._answers: dict[Hashable, Any] = {}
        self._version: int | None = None
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer of that key, made only when the data has changed since. Nobody may change what this returns."""
        version = self._database.version()  # before it is made: a change meanwhile makes it old at once
        if version is None:
            return make()
        with self._lock:
            if version != self._version:
                self._answers.clear()
                self._version = version
            if key in self._answers:
                return cast(T, self._answers[key])
        answer = make()
        with self._lock:
            if version == self._version:
                self._answers[key] = answer
                while len(self._answers) > MOST:
                    del self._answers[next(iter(self._answers))]
        return answer

    def clear(self) -> None:
        """Let go of everything at once, e.g. of what is about somebody who is forgotten."""
        with self._lock:
            self._answers.clear()
