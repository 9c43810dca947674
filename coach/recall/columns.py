"""What a search needs to know of every piece, as arrays: which passage, how long, which day, who its neighbours are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coach.recall.catalog import SlotRow
from coach.recall.chunks import Mark

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
    characters: Floats
    day: Ints
    sequence: Ints
    position: NDArray[np.float64]
    asks: Floats
    tells_time: Floats
    first_word: Ints
    words: Ints

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
    def place(self) -> Ints:
        """For each slot where it stands in `order`."""
        place = np.empty(self.size, np.int64)
        place[self.order] = np.arange(self.size)
        return place

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

    @cached_property
    def opens(self) -> Floats:
        """1 for every slot that begins a thread of several: a greeting more often than an answer."""
        lengths = np.diff(np.r_[self.starts, self.size])
        opens = np.zeros(self.size, np.float32)
        opens[self.order[self.starts[lengths > 1]]] = 1.0
        return opens

    def without(self, slots: list[int]) -> Columns:
        """The same with `slots` dead."""
        passage, sequence = self.passage.copy(), self.sequence.copy()
        passage[slots] = sequence[slots] = DEAD
        return replace(self, passage=passage, sequence=sequence)

    def followed_by(self, more: Columns) -> Columns:
        names = [one.name for one in fields(self)]
        return Columns(*(np.concatenate([getattr(self, name), getattr(more, name)]) for name in names))


class ColumnReader:
    """Makes columns of catalog rows, and remembers which number each thread has."""

    def __init__(self) -> None:
        self._threads: dict[str, int] = {}

    def read(self, rows: Sequence[SlotRow]) -> Columns:
        by_name = dict(zip(SlotRow._fields, zip(*rows, strict=True), strict=True)) if rows else {}

        def column(name: str) -> Sequence[Any]:
            return by_name.get(name, ())

        marks = np.array(column("marks"), np.int64)
        return Columns(
            passage=np.array([DEAD if value is None else value for value in column("passage")], np.int64),
            length=np.array(column("length"), np.float32),
            characters=(np.array(column("stop"), np.int64) - np.array(column("start"), np.int64)).astype(np.float32),
            day=np.array([NO_DAY if value is None else value for value in column("day")], np.int64),
            sequence=np.array([self._sequence(row.passage, row.thread) for row in rows], np.int64),
            position=np.array([row.slot if row.position is None else row.position for row in rows], np.float64),
            asks=((marks & Mark.ASKS) > 0).astype(np.float32),
            tells_time=((marks & Mark.TELLS_TIME) > 0).astype(np.float32),
            first_word=np.array(column("first_word"), np.int64),
            words=np.array(column("words"), np.int64),
        )

    def _sequence(self, passage: int | None, thread: str | None) -> int:
        """Threads get even numbers, lone passages odd ones, so that the two never meet."""
        if passage is None:
            return DEAD
        if thread is None:
            return 2 * passage + 1
        return 2 * self._threads.setdefault(thread, len(self._threads))
