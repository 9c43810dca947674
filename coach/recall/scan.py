"""The vectors of all pieces in one flat file, and their sign bits in memory, so that a search can look at every one.

A graph index answers a filtered question by walking past what the filter forbids; a scan takes the same time
whatever the filter. Sign bits take 48 bytes a piece instead of 1,536 and are compared 64 at a time; the
exact vectors are read from the mapped file for the best candidates only. The file mirrors what Chroma
holds and can be written anew from there; a second file keeps the sign bits, so that a start need not read them all.
"""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.errors import RecallError

Vectors = NDArray[np.float32]
Signs = NDArray[np.uint64]
ITEM = 4
"""Bytes of one float32."""


class VectorFile:
    """Row `n` of the file is the vector of slot `n`. How many rows count is the catalog's knowledge, not the file's."""

    def __init__(self, path: Path, dimensions: int) -> None:
        self._path = path
        self._sign_path = path.with_suffix(".signs")
        self._dimensions = dimensions
        self._sign_bytes = -(-dimensions // 64) * 8
        self._lock = threading.Lock()
        self._map: Vectors | None = None
        self._packed: Signs = _columns(np.zeros((0, self._sign_bytes), np.uint8))

    def write(self, first: int, vectors: Vectors) -> None:
        """Put `vectors` at the rows from `first` on. Raises RecallError when the disk refuses."""
        data = np.ascontiguousarray(vectors, np.float32)
        try:
            _put(self._path, first * self._dimensions * ITEM, data.tobytes())
            # Where earlier signs are missing these would leave a hole that looks like signs; `_signs` fills both.
            if self._signs_held() >= first:
                _put(self._sign_path, first * self._sign_bytes, _sign_bits(data).tobytes())
        except OSError as exc:
            raise RecallError(
                f"The vector file {str(self._path)!r} cannot be written: {exc}.", "Free some space, then try again."
            ) from exc

    def rows(self, count: int) -> Vectors:
        """The first `count` rows as a read-only array of shape (count, dimensions).

        Raises RecallError when the file holds fewer.
        """
        if count == 0:
            return np.zeros((0, self._dimensions), np.float32)
        with self._lock:
            return self._mapped(count)

    def _mapped(self, count: int) -> Vectors:
        if self._map is None or len(self._map) < count:
            self._map = self._open(count)
        return self._map[:count]

    def _open(self, count: int) -> Vectors:
        held = self._path.stat().st_size // (self._dimensions * ITEM) if self._path.exists() else 0
        if held < count:
            raise RecallError(
                f"The vector file {str(self._path)!r} holds {held} of {count} vectors.", "Run: coach doctor --repair."
            )
        shape = (held, self._dimensions)
        # A plain view: slicing numpy's memmap class costs more than the multiplication.
        return np.asarray(np.memmap(self._path, np.float32, mode="r", shape=shape))

    def cosines(self, query: Vectors, slots: NDArray[np.int64], count: int) -> Vectors:
        """The exact cosines of the given slots, of `count` in all."""
        # einsum, because a product this small is not worth waking BLAS's threads for: they cost twice what they save.
        return np.asarray(np.einsum("ij,j->i", self.rows(count)[slots], query), np.float32)

    def rough_cosines(self, query: Vectors, count: int) -> Vectors:
        """Estimates for all of the first `count` rows, from how many signs agree (Charikar, 2002)."""
        signs = self._signs(count)
        differing = np.zeros(count, np.uint16)
        for word, sought in zip(signs, _columns(_sign_bits(query[None, :])), strict=True):
            differing += np.bitwise_count(word ^ sought)
        return np.asarray(np.cos(np.float32(np.pi / self._dimensions) * differing.astype(np.float32)), np.float32)

    def _signs(self, count: int) -> Signs:
        """One row for each 64 dimensions: a scan then adds up a few long rows instead of very many short ones."""
        with self._lock:
            known = self._packed.shape[1]
            if known < count:
                self._packed = np.concatenate([self._packed, _columns(self._read_signs(known, count))], axis=1)
            return self._packed[:, :count]

    def _read_signs(self, first: int, stop: int) -> NDArray[np.uint8]:
        try:
            if (held := self._signs_held()) < stop:
                self._write_missing_signs(held, stop)
            with self._sign_path.open("rb") as file:
                file.seek(first * self._sign_bytes)
                bits = np.frombuffer(file.read((stop - first) * self._sign_bytes), np.uint8)
        except OSError as exc:
            raise RecallError(
                f"The file {str(self._sign_path)!r} cannot be used: {exc}.", "Free some space, then try again."
            ) from exc
        return bits.reshape(-1, self._sign_bytes)

    def _write_missing_signs(self, first: int, stop: int) -> None:
        rows = self._mapped(stop)
        for start in range(first, stop, 8_192):
            bits = _sign_bits(rows[start : min(start + 8_192, stop)])
            _put(self._sign_path, start * self._sign_bytes, bits.tobytes())

    def _signs_held(self) -> int:
        return self._sign_path.stat().st_size // self._sign_bytes if self._sign_path.exists() else 0

    def erase(self, slots: NDArray[np.int64]) -> None:
        """Overwrite these rows, in order, with zeros. Raises RecallError when the disk refuses."""
        for run in np.split(slots, np.flatnonzero(np.diff(slots) > 1) + 1):
            if len(run):
                self.write(int(run[0]), np.zeros((len(run), self._dimensions), np.float32))

    def holds(self, count: int) -> bool:
        return count == 0 or (self._path.exists() and self._path.stat().st_size >= count * self._dimensions * ITEM)

    def close(self) -> None:
        with self._lock:
            self._map = None
            self._packed = self._packed[:, :0]


def _put(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.seek(place)
        file.write(data)


def _sign_bits(vectors: Vectors) -> NDArray[np.uint8]:
    """The signs of each vector as bits, padded to whole 64-bit words."""
    bits = np.packbits(vectors > 0, axis=1)
    padded = np.zeros((len(vectors), -(-vectors.shape[1] // 64) * 8), np.uint8)
    padded[:, : bits.shape[1]] = bits
    return padded


def _columns(bits: NDArray[np.uint8]) -> Signs:
    return np.ascontiguousarray(bits.view(np.uint64).T)
