"""The unfinished file of a download and the ledger beside it, which says how many of its bytes count.

Bytes are written, flushed to the disk, and only then entered in the ledger; after a kill or a power cut
whatever lies beyond the last entry is cut off.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from coach.errors import ModelDownloadError
from coach.llm.catalogue import ModelEntry

CHUNK = 1024 * 1024


class PartialFile:
    """`<file>.partial` with `<file>.partial.json`. Use as a context manager, under the download's lock.

    `length` bytes are on the disk for certain; the first `checked` of them were hashed part by part.
    """

    def __init__(self, entry: ModelEntry, models_dir: Path) -> None:
        self.entry = entry
        self.path = models_dir / f"{entry.file_name}.partial"
        self._ledger = models_dir / f"{entry.file_name}.partial.json"
        self.length = 0
        self.checked = 0
        self._file: BinaryIO | None = None

    def __enter__(self) -> PartialFile:
        with disk_errors(self):
            self._file = self.path.open("r+b" if self.path.exists() else "w+b")
            self._read_ledger()
            self.cut_to(self.length)
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()
            self._file = None

    def _read_ledger(self) -> None:
        try:
            kept = json.loads(self._ledger.read_text(encoding="utf-8"))
            same = kept["sha256"] == self.entry.sha256 and kept["size"] == self.entry.size
            length, checked = int(kept["length"]), int(kept["checked"])
        except (OSError, ValueError, KeyError, TypeError):
            same, length, checked = False, 0, 0
        if not same or not 0 <= checked <= length <= self._size_on_disk():
            length = checked = 0
        self.length, self.checked = length, checked

    def _size_on_disk(self) -> int:
        return self.path.stat().st_size

    def append(self, data: bytes) -> None:
        """Write at the end; nothing counts before `commit`."""
        assert self._file is not None
        with disk_errors(self):
            self._file.write(data)

    @property
    def written(self) -> int:
        """Bytes in the file, counted or not."""
        assert self._file is not None
        return self._file.tell()

    def commit(self, *, checked: bool) -> None:
        """Everything written so far counts; `checked`: and its hash was right."""
        assert self._file is not None
        with disk_errors(self):
            self._file.flush()
            os.fsync(self._file.fileno())
            self.length = self._file.tell()
            if checked:
                self.checked = self.length
            self._write_ledger()

    def cut_to(self, length: int) -> None:
        """Drop everything beyond `length` bytes."""
        assert self._file is not None
        with disk_errors(self):
            self._file.truncate(length)
            self._file.seek(length)
            self.length = length
            self.checked = min(self.checked, length)
            self._write_ledger()

    def _write_ledger(self) -> None:
        kept = {
            "sha256": self.entry.sha256,
            "size": self.entry.size,
            "length": self.length,
            "checked": self.checked,
        }
        temporary = self._ledger.with_suffix(".tmp")
        temporary.write_text(json.dumps(kept), encoding="utf-8")
        temporary.replace(self._ledger)

    def finish(self, target: Path) -> None:
        """Give the whole file its name, at once or not at all, and drop the ledger."""
        self.__exit__()
        with disk_errors(self):
            self.path.replace(target)
            self._ledger.unlink(missing_ok=True)


def kept_bytes(entry: ModelEntry, models_dir: Path) -> int:
    """Bytes of an unfinished download, from its ledger alone; 0 when there is none."""
    try:
        kept = json.loads((models_dir / f"{entry.file_name}.partial.json").read_text(encoding="utf-8"))
        return int(kept["length"]) if kept["sha256"] == entry.sha256 else 0
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def sha256_of(path: Path, on_bytes: Callable[[int], None] | None = None) -> str:
    """The file's hash, read in pieces; `on_bytes` is told how many bytes have been read."""
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            digest.update(piece)
            done += len(piece)
            if on_bytes:
                on_bytes(done)
    return digest.hexdigest()


@contextlib.contextmanager
def disk_errors(partial: PartialFile) -> Iterator[None]:
    """Within it, the operating system's file errors become ModelDownloadError."""
    try:
        yield
    except OSError as exc:
        if exc.errno in (errno.ENOSPC, errno.EDQUOT):
            raise disk_full(partial) from exc
        raise ModelDownloadError(
            "The folder {parent!r} cannot be written: {strerror}.",
            "Check the folder's rights, or choose another with COACH_MODELS_DIR.",
            parent=str(partial.path.parent),
            strerror=exc.strerror or exc,
        ) from exc


def disk_full(partial: PartialFile) -> ModelDownloadError:
    """What to say when the disk is full: how much is missing, and what is kept."""
    missing = partial.entry.size - partial.length
    return ModelDownloadError(
        "The disk is full: {missing:,} more bytes are needed in {parent!r}; the {length:,} bytes "
        "fetched so far are kept.",
        "Free some space, or choose another folder with COACH_MODELS_DIR, then run `coach model pull` again.",
        missing=missing,
        parent=str(partial.path.parent),
        length=partial.length,
    )
