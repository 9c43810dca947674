"""A batch is made ready while the one before is written, in order, and never more than one ahead."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from coach.domain.evidence import Passage
from coach.domain.models import Kind
from coach.errors import RecallError
from coach.recall import RecallIndex
from coach.recall.embedders import MiniLMEmbeddings, _pooled, _side_by_side, _without_markers
from coach.recall.fresh import one_ahead
from coach.recall.index import WRITE_BATCH
from coach.recall.threads import one_blas_thread


def test_the_next_is_made_while_the_caller_works_and_the_order_stays() -> None:
    began = [threading.Event() for _ in range(3)]

    def make(number: int) -> int:
        began[number].set()
        return 10 * number

    made = one_ahead(make, range(3))
    assert next(made) == 0
    assert began[1].wait(10)
    assert not began[2].is_set()
    assert list(made) == [10, 20]


def test_a_failure_reaches_the_caller_after_what_came_before_it() -> None:
    def make(number: int) -> int:
        if number == 1:
            raise RecallError("The embedder failed.", "Try again.")
        return number

    made = one_ahead(make, range(3))
    assert next(made) == 0
    with pytest.raises(RecallError):
        next(made)


def test_what_was_reported_stays_when_a_later_batch_fails(tmp_path: Path, embeddings: Any) -> None:
    notes = [Passage(source_id=str(n), kind=Kind.NOTE, text=f"Note {n}") for n in range(2 * WRITE_BATCH)]
    index = RecallIndex(tmp_path / "index", embeddings, embedder_name="words")

    def stop(done: int, total: int) -> None:
        raise InterruptedError(f"{done} of {total}")

    with pytest.raises(InterruptedError, match=f"{WRITE_BATCH} of {2 * WRITE_BATCH}"):
        index.upsert(notes, stop)
    assert index.count() == WRITE_BATCH
    index.upsert(notes)
    assert index.keys() == {note.key for note in notes}
    index.close()


def test_blas_gets_its_threads_back_when_the_last_has_left() -> None:
    def allowed() -> set[int]:
        return {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"}

    before = allowed()
    with one_blas_thread():
        with one_blas_thread():
            assert allowed() == {1}
        assert allowed() == {1}
    assert allowed() == before


def test_padding_and_markers_are_no_words() -> None:
    mask = np.array([[1, 1, 1, 1], [1, 1, 0, 0]])
    hidden = np.array([[[1, 0], [1, 0], [1, 0], [1, 0]], [[0, 2], [0, 4], [9, 9], [9, 9]]], np.float32)
    assert _without_markers(mask).tolist() == [[False, True, True, False], [False] * 4]
    assert _pooled(hidden, mask).tolist() == [[1, 0], [0, 1]]


def test_calls_side_by_side_keep_their_order_and_are_not_begun_far_ahead() -> None:
    asked: list[int] = []

    def calls() -> Iterator[Callable[[], Any]]:
        for number in range(20):
            asked.append(number)
            yield lambda number=number: np.full(1, number)  # type: ignore[misc]

    found = _side_by_side(calls(), 2)
    assert int(next(found)[0]) == 0
    assert len(asked) == 4
    assert [int(one[0]) for one in found] == list(range(1, 20))


def test_a_failed_call_reaches_the_reader() -> None:
    def fail() -> Any:
        raise ValueError("no memory")

    with pytest.raises(ValueError, match="no memory"):
        list(_side_by_side([fail], 2))


def test_calls_side_by_side_give_the_vectors_of_one_after_another() -> None:
    texts = [f"Note {number} on {'data contracts ' * (number % 9)}" for number in range(150)]
    together, alone = (embedder.embed_array(texts) for embedder in (MiniLMEmbeddings(2), MiniLMEmbeddings(1)))
    assert np.array_equal(together, alone)
