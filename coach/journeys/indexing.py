"""The index that answers, kept up to date with the store, and its successor, made beside it in the background.

A change is saved first and queued with it; an index learns from the queue. While a successor is made (the embedder
was changed, or everything is to be indexed anew) the index in use goes on answering and learning, but takes nothing
off the queue: the successor learns the whole store first, then the queue, then it is the one in use. So a crash at
any point loses nothing, and the work goes on where it stood.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from coach.domain.evidence import Filters
from coach.errors import RecallError
from coach.journeys.index_change import IndexChange, Progress, Stopped
from coach.storage.forgetting import INDEX_HOLDS_TRACES
from coach.storage.shapes import INDEXED
from coach.storage.store import Store

if TYPE_CHECKING:
    from coach.recall.index import Hit, RecallIndex
    from coach.recall.shelf import IndexShelf
    from coach.storage.index_queue import Pending

log = logging.getLogger("coach.index")

IN_USE = "index"
"""The setting of the store that holds the identity of the index that answers."""
TO_BE = "index to be"
"""The same of its successor, empty when none is being made. While it is set the queue is the successor's."""
BATCH = 1_024
"""Changes learnt at once: some batches of the index, which embeds one while it writes the one before."""
COPIED_AT_ONCE = 64
"""Passages between two looks at whether the making of a successor is to stop."""


class _LetsPass(Exception):
    """Learning stops for somebody who goes first."""


class Indexing:
    """Opens the index when it is first needed: that takes longer than to open the store."""

    def __init__(self, store: Store, open_shelf: Callable[[], IndexShelf]) -> None:
        self._store = store
        self._open_shelf = open_shelf
        self._shelf: IndexShelf | None = None
        self._index: RecallIndex | None = None
        self._change: IndexChange | None = None
        self._learnt = 0
        """While a successor is made: the stamp up to which the index in use knows the queue."""
        self._opening = threading.RLock()
        self._learning = threading.RLock()
        self._ahead = threading.Lock()
        """Held by who goes before the rest of the queue; taken before `_learning`, never while that is held."""
        self._resting = 0
        """How often `_learning` is held for more than learning: then nobody is let pass."""

    @property
    def index(self) -> RecallIndex:
        """The index that answers."""
        with self._opening:
            return self._index or self._open()

    @property
    def change(self) -> IndexChange | None:
        """The last making of a successor since the workspace was opened, running or ended."""
        return self._change

    def close(self) -> None:
        if self._change is not None:
            self._change.stop()
        with self._learning, self._opening:
            if self._index is not None:
                self._index.close()
                self._index = None

    # ------------------------------------------------------- learning and answering
    def learn(self, progress: Progress | None = None) -> int:
        """Teach the index in use what the store holds and it does not know yet. Returns the number of items."""
        done = 0
        while True:
            with self._learning:
                done, whole = self._learn_on(done, progress)
            if whole:
                if not self._resting:
                    self.erase_traces()
                return done
            self._let_pass()

    def learn_if_free(self) -> None:
        """Learn, unless another thread is at it: that one learns what was saved meanwhile too."""
        while self._learning.acquire(blocking=False):
            try:
                _, whole = self._learn_on(0)
            finally:
                self._learning.release()
            if whole:
                return
            self._let_pass()

    def learn_first(self, after: int, upto: int) -> None:
        """Learn the changes with stamps above `after` and up to `upto` before all others.

        Another thread that is learning stops at its next step and goes on afterwards: nobody waits for a long queue.
        """
        with self._ahead, self._learning:
            index = self._current()
            while batch := [one for one in self._store.pending(BATCH, after=after) if one.stamp <= upto]:
                self._teach(index, batch)
                if not self._store.setting(TO_BE):
                    self._store.mark_indexed(batch)
                after = batch[-1].stamp

    def erase_traces(self, *, unless_known: bool = False) -> bool:
        """Rewrite the files of the index, where somebody was forgotten since that was done last: what was deleted
        leaves bytes behind. Returns whether none are left; where not, the next learning or start tries again.

        `unless_known`: also where nobody can tell, since older versions did not keep it.
        """
        held = self._store.setting(INDEX_HOLDS_TRACES)
        if not held and (held is not None or not unless_known):
            return True
        with self._ahead, self.at_rest() as index:
            try:
                clean = index.erase()
            except RecallError as exc:
                log.warning("The index still holds traces of somebody forgotten: %s", exc)
                return False
            # A successor in the making may have learnt of the person; when it is in use its own files are seen to.
            if clean and not self._store.setting(TO_BE):
                self._store.set_setting(INDEX_HOLDS_TRACES, "")
                return True
            return False

    def _learn_on(self, done: int, progress: Progress | None = None) -> tuple[int, bool]:
        """Learn the queue, until its end or until somebody wants to pass: the items by then, and which it was."""
        index = self._current()
        total = done + self.waiting() if progress else 0
        while batch := self._unlearnt(BATCH):
            try:
                self._teach(index, batch, self._yielding(_further(progress, done, total)))
            except _LetsPass:
                return done, False
            self._settle(batch)
            done += len(batch)
            if progress is not None:
                progress(done, max(total, done))
        return done, True

    def _yielding(self, progress: Progress | None) -> Progress:
        """Tells `progress`, and stops between two steps where somebody wants to pass; what is written stays."""

        def moved(done: int, total: int) -> None:
            if progress is not None:
                progress(done, total)
            if done < total and not self._resting and self._ahead.locked():
                raise _LetsPass

        return moved

    def _let_pass(self) -> None:
        with self._ahead:
            pass

    @contextmanager
    def at_rest(self) -> Iterator[RecallIndex]:
        """The index in use, while nothing else teaches it or puts another in its place."""
        with self._learning:
            self._resting += 1
            try:
                yield self._current()
            finally:
                self._resting -= 1

    def waiting(self) -> int:
        """Changes that the index in use has still to learn."""
        return len(self._unlearnt(limit=1_000_000))

    def search(self, query: str, k: int, filters: Filters, *, explain: bool) -> list[Hit]:
        """Answer from all that is saved; while another thread teaches the index, from what it knows by now."""
        self.learn_if_free()
        index = self.index
        try:
            return index.search(query, k, filters, explain=explain)
        except RecallError:
            if self.index is index:
                raise
            return self.index.search(query, k, filters, explain=explain)

    def _unlearnt(self, limit: int) -> list[Pending]:
        if self._learnt and not self._store.setting(TO_BE):
            self._learnt = 0
        return self._store.pending(limit, after=self._learnt)

    def _teach(self, index: RecallIndex, batch: Sequence[Pending], progress: Progress | None = None) -> None:
        gone = [f"{one.kind}:{one.id}" for one in batch if one.op == "delete"]
        if gone:
            index.delete(gone)
        fresh = [one for one in batch if one.op != "delete"]
        if fresh:
            index.upsert(list(self._store.passages(fresh)), progress)

    def _settle(self, batch: Sequence[Pending]) -> None:
        if self._store.setting(TO_BE):
            self._learnt = batch[-1].stamp
        else:
            self._store.mark_indexed(batch)

    # ------------------------------------------------------- opening
    def _open(self) -> RecallIndex:
        """The index that the store names; where that is lost a new one, for which everything is queued."""
        shelf = self._shelf = self._open_shelf()
        named = self._store.setting(IN_USE)
        index = shelf.find(named)
        if index is None:
            index = shelf.fresh()
            self._store.mark_all_pending()
            self._store.set_setting(IN_USE, index.identity)
        self._index = index
        self._learnt = 0
        begun = self._begun(shelf, index)
        shelf.keep_only(index, begun)
        if begun is not None:
            self._begin(lambda: begun)
        elif index.embedder != shelf.embedder:
            self._begin(shelf.fresh)
        return index

    def _begun(self, shelf: IndexShelf, index: RecallIndex) -> RecallIndex | None:
        """The successor on which an earlier start was at work, if it is still wanted."""
        named = self._store.setting(TO_BE)
        if not named:
            return None
        begun = shelf.find(named) if named != index.identity else None
        if begun is not None and begun.embedder == shelf.embedder:
            return begun
        if begun is not None:
            begun.close()
        self._store.set_setting(TO_BE, "")
        return None

    def _current(self) -> RecallIndex:
        """The index in use, opened anew when another process has put its successor in place."""
        index = self.index
        if self._store.setting(IN_USE) == index.identity:
            return index
        with self._opening:
            if self._change is not None:
                self._change.give_up()
            index.close()
            return self._open()

    # ------------------------------------------------------- the successor
    def rebuild(self, progress: Progress | None = None) -> int:
        """Index everything anew, or wait for what is at it already. Returns the number of passages.

        Raises RecallError when that fails; the index in use stays as it was.
        """
        with self._opening:
            index, change = self.index, self._change
            if change is None or change.ended:
                if not index.count():
                    self._store.mark_all_pending()
                    change = None
                elif self._shelf is not None:
                    change = self._begin(self._shelf.fresh)
        if change is None:
            return self.learn(progress)
        change.follow(progress)
        return self.index.count()

    def _begin(self, successor: Callable[[], RecallIndex]) -> IndexChange:
        self._change = IndexChange(lambda change: self._make(change, successor()))
        return self._change

    def _make(self, change: IndexChange, successor: RecallIndex) -> None:
        try:
            self._store.set_setting(TO_BE, successor.identity)
            self._copy(change, successor)
            self._replace(change, successor)
        finally:
            if self._index is not successor:
                successor.close()

    def _copy(self, change: IndexChange, successor: RecallIndex) -> None:
        total = sum(self._store.count(kind) for kind in INDEXED)
        passages = self._store.passages(None, batch=COPIED_AT_ONCE)
        done = 0
        change.moved(done, total)
        while batch := list(islice(passages, COPIED_AT_ONCE)):
            successor.upsert(batch)
            done += len(batch)
            change.moved(done, max(total, done))
        change.moved(done, done)

    def _pass_on(self, change: IndexChange, successor: RecallIndex) -> None:
        """Empty the queue into the successor; the index in use learns each change before it goes."""
        while batch := self._store.pending(COPIED_AT_ONCE):
            change.moved(change.done, change.total)
            self.learn()
            self._teach(successor, batch)
            self._store.mark_indexed(batch)

    def _replace(self, change: IndexChange, successor: RecallIndex) -> None:
        self._pass_on(change, successor)
        with self.at_rest():
            self._pass_on(change, successor)
            with self._opening:
                if self._store.setting(TO_BE) != successor.identity:
                    raise Stopped
                self._store.set_setting(IN_USE, successor.identity)
                self._store.set_setting(TO_BE, "")
                old, self._index, self._learnt = self._index, successor, 0
            if old is not None:
                old.close()
            if self._shelf is not None:
                self._shelf.keep_only(successor)


def _further(progress: Progress | None, done: int, total: int) -> Progress | None:
    """Tells `progress` of the steps inside a batch, as so many more than `done`; the last one the caller tells."""
    if progress is None:
        return None
    return lambda some, of: progress(done + some, max(total, done + of)) if some < of else None
