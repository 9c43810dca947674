"""What a search needs to know of every piece, as arrays: which passage, how long, which day, who its neighbours are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

NO_DAY = np.iinfo(np.int64).min
DEAD = -1


@dataclass(frozen=True)
class Columns:
    """One entry a slot. `sequence` numbers the thread (or the lone passage) that a piece belongs to."""

    passage: Ints
    length: Floats
    day: Ints
    sequence: Ints
    position: NDArray[np.float64]

    @property
    def size(self) -> int:
        return len(self.passage)

    @cached_property
    def live(self) -> Bools:
        return np.asarray(self.passage != DEAD)

    @cached_property
    def mean_length(self) -> float:
        return float(self.length[self.live].mean()) if self.live.any() else 1.0

    @cached_property
    def order(self) -> Ints:
        """The slots in reading order: thread by thread, and in each by position."""
        arrival = np.arange(self.size)
        return np.lexsort((arrival, self.passage, self.position, self.sequence))

    @cached_property
    def starts(self) -> Ints:
        """Where in `order` each sequence begins."""
        if not self.size:
            return np.zeros(0, np.int64)
        ordered = self.sequence[self.order]
        return np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])

    @cached_property
    def group(self) -> Ints:
        """For each place of `order` the number of its sequence, counted from 0."""
        marks = np.zeros(self.size, np.int64)
        marks[self.starts] = 1
        return np.cumsum(marks) - 1

    def without(self, slots: list[int]) -> Columns:
        """The same with `slots` dead."""
        passage = self.passage.copy()
        sequence = self.sequence.copy()
        passage[slots] = DEAD
        sequence[slots] = DEAD
        return Columns(passage, self.length, self.day, sequence, self.position)


class ColumnReader:
    """Makes columns of catalog rows, and remembers which number each thread has."""

    def __init__(self) -> None:
        self._threads: dict[str, int] = {}

    def read(self, rows: list[tuple[Any, ...]], before: Columns | None = None) -> Columns:
        """Columns of `before` followed by those of `rows` (slot, passage, piece, start, stop, length, day, …)."""
        fresh = Columns(
            passage=np.array([DEAD if row[1] is None else row[1] for row in rows], np.int64),
            length=np.array([row[5] for row in rows], np.float32),
            day=np.array([NO_DAY if row[6] is None else row[6] for row in rows], np.int64),
            sequence=np.array([self._sequence(row[1], row[7]) for row in rows], np.int64),
            position=np.array([row[0] if row[8] is None else row[8] for row in rows], np.float64),
        )
        if before is None or not before.size:
            return fresh
        return Columns(
            *(
                np.concatenate([getattr(before, name), getattr(fresh, name)])
                for name in ("passage", "length", "day", "sequence", "position")
            )
        )

    def _sequence(self, passage: int | None, thread: str | None) -> int:
        """Threads get even numbers, lone passages odd ones, so that the two never meet."""
        if passage is None:
            return DEAD
        if thread is None:
            return 2 * passage + 1
        return 2 * self._threads.setdefault(thread, len(self._threads))
