"""Opens what a person hands over — a file, a folder, a zip, an upload — as one list of files with bounded reading.

Nothing is ever unpacked to disk. Sizes that an archive declares are checked and then not believed: every
read stops at its limit.
"""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any, Literal

from coach.domain.intake import Skipped
from coach.errors import ImportFileError
from coach.intake.archives import ARCHIVE_LIMIT, WORKBOOK, check_archive, common_folder

HEAD = 256 * 1024
"""Bytes of a file's beginning by which its format is recognised."""
MAX_FILES = 20_000
MB = 1_000_000


@dataclass(frozen=True)
class SourceFile:
    """One file. `path` is relative to what was handed over, with forward slashes; `size` is bytes, None if unknown."""

    path: str
    size: int | None
    modified: datetime | None
    open: Callable[[], IO[bytes]]

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.path).suffix.lower()

    def head(self) -> bytes:
        """The first 256 KiB. Raises ImportFileError when it cannot be read."""
        return self._read(HEAD)

    def peek(self) -> bytes:
        """The first 256 KiB to tell the format by; nothing where it cannot be read, which `read` will report."""
        try:
            return self.head()
        except ImportFileError:
            return b""

    def read(self, limit: int) -> bytes:
        """All of it. Raises ImportFileError when it is empty, larger than `limit` bytes, or cannot be read."""
        if self.size is not None and self.size > limit:
            raise _too_large(self.path, self.size, limit)
        data = self._read(limit + 1)
        if len(data) > limit:
            raise _too_large(self.path, None, limit)
        if not data.strip():
            raise ImportFileError(
                "The file {path!r} is empty.", "Export it again, or choose another file.", path=self.path
            )
        return data

    def _read(self, size: int) -> bytes:
        try:
            with self.open() as stream:
                return stream.read(size)
        except NotImplementedError as exc:
            raise ImportFileError(
                "{path!r} is packed in an unknown way: {reason}.", "Unpack it first.", path=self.path, reason=exc
            ) from exc
        except (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error) as exc:
            raise ImportFileError(
                "The file {path!r} cannot be read: {reason}.",
                "It may be damaged or protected: fetch it again.",
                path=self.path,
                reason=exc,
            ) from exc


@dataclass(frozen=True)
class Source:
    """What was handed over. `root` is the folder's or archive's own name, from which ids of its parts are made."""

    name: str
    root: str
    form: Literal["file", "folder", "zip"]
    files: tuple[SourceFile, ...]
    uploaded: bool = False
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def only(self) -> SourceFile:
        return self.files[0]


@contextmanager
def opened(path: Path | str, data: bytes | None = None, name: str | None = None) -> Iterator[Source]:
    """The source at `path`, or the uploaded `data` called `name`, for the length of a `with` block.

    Raises ImportFileError when there is nothing, it is empty, or it is an archive that is not safe to read.
    """
    if data is not None:
        label = _shown(PurePosixPath((name or str(path)).replace("\\", "/")).name) or "upload"
        file = SourceFile(label, len(data), None, lambda: io.BytesIO(data))
        with _unpacked(file, label, root="", uploaded=True) as source:
            yield source
        return
    place = Path(path)
    mode = _mode(place)
    if stat.S_ISDIR(mode):
        yield _folder(place)
    elif stat.S_ISREG(mode):
        parent = place.resolve().parent.name
        with _unpacked(
            _on_disk(place, _shown(place.name)), name or _shown(place.name), root=parent, uploaded=False
        ) as source:
            yield source
    else:
        raise ImportFileError("{path!r} is neither a file nor a folder.", "Choose a file or a folder.", path=str(path))


def _mode(place: Path) -> int:
    try:
        return place.stat().st_mode
    except (OSError, ValueError) as exc:
        raise ImportFileError(
            "{place!r} cannot be opened: {reason}.",
            "Check the path and the spelling.",
            place=str(place),
            reason=getattr(exc, "strerror", None) or exc,
        ) from exc


def _on_disk(place: Path, relative: str) -> SourceFile:
    status = place.stat()
    modified = datetime.fromtimestamp(int(status.st_mtime))  # noqa: DTZ006 - a note's day is the writer's own day
    return SourceFile(relative, status.st_size, modified, lambda: place.open("rb"))


@contextmanager
def _unpacked(file: SourceFile, label: str, *, root: str, uploaded: bool) -> Iterator[Source]:
    """A single file, or the files of the archive that it is (told by its first bytes, not by its name).

    The root of a single file is the folder it lies in, so that a note has one id whether it is imported
    alone or with its folder.
    """
    start = file.head()
    if not start.strip():
        raise ImportFileError("The file {label!r} is empty.", "Export it again, or choose another file.", label=label)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        with _zipped(file, label, uploaded=uploaded) as source:
            yield source
        return
    if start.startswith(b"\x1f\x8b"):
        file = _gunzipped(file)
    yield Source(label, root, "file", (file,), uploaded)


def _gunzipped(file: SourceFile) -> SourceFile:
    name = file.path.removesuffix(".gz")
    return SourceFile(name, None, file.modified, lambda: io.BufferedReader(_Gunzip(file.open())))


class _Gunzip(io.RawIOBase):
    """A gzip file that closes what it reads from, which GzipFile leaves open."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._unpacked = gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._unpacked.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._packed.close()
        super().close()


@contextmanager
def _zipped(file: SourceFile, label: str, *, uploaded: bool) -> Iterator[Source]:
    if file.size is not None and file.size > ARCHIVE_LIMIT:
        raise _too_large(label, file.size, ARCHIVE_LIMIT)
    try:
        stream = file.open()
        archive = zipfile.ZipFile(stream)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as exc:
        raise ImportFileError(
            "The zip file {label!r} is damaged: {reason}.", "Fetch or pack it again.", label=label, reason=exc
        ) from exc
    with stream, archive:
        members = check_archive(archive, label)
        if WORKBOOK in archive.namelist():
            yield Source(label, "", "file", (file,), uploaded)
            return
        top = common_folder(members)
        skipped: list[Skipped] = []
        files = []
        for member in members:
            relative = _shown(member.filename.removeprefix(top))
            if reason := _unwanted(relative):
                skipped.append(Skipped(where=relative, reason=reason))
            else:
                files.append(_in_archive(archive, member, relative))
        files.sort(key=lambda found: found.path)
        root = top.strip("/") or PurePosixPath(label).stem
        yield Source(label, root, "zip", tuple(files), uploaded, skipped)


def _in_archive(archive: zipfile.ZipFile, member: zipfile.ZipInfo, relative: str) -> SourceFile:
    try:
        modified: datetime | None = datetime(*member.date_time)  # noqa: DTZ001 - zip files know no time zone
    except ValueError:
        modified = None
    return SourceFile(relative, member.file_size, modified, lambda: archive.open(member))


def _folder(place: Path) -> Source:
    """All files below a folder, by name; links, hidden and special files are reported as skipped."""
    skipped: list[Skipped] = []
    files: list[SourceFile] = []
    waiting = [place]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(current.iterdir())
        except OSError as exc:
            skipped.append(Skipped(where=_relative(current, place), reason=f"The folder cannot be read: {exc}."))
            continue
        for entry in entries:
            relative = _relative(entry, place)
            if reason := _left_out(entry, relative):
                skipped.append(Skipped(where=relative, reason=reason))
            elif entry.is_dir():
                waiting.append(entry)
            else:
                files.append(_on_disk(entry, relative))
        if len(files) > MAX_FILES:
            raise ImportFileError(
                "The folder {name!r} holds more than {limit:,} files.",
                "Choose one of the folders in it.",
                name=place.name,
                limit=MAX_FILES,
            )
    files.sort(key=lambda found: found.path)
    root = place.resolve().name or "folder"
    return Source(place.name or root, root, "folder", tuple(files), False, skipped)


def _relative(entry: Path, place: Path) -> str:
    return _shown(entry.relative_to(place).as_posix())


def _shown(name: str) -> str:
    """A file's name as text that can be stored; bytes that are none are written as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _left_out(entry: Path, relative: str) -> str:
    if entry.is_symlink():
        return "It is a link; import what it points to on its own."
    if reason := _unwanted(relative):
        return reason
    try:
        mode = entry.stat().st_mode
    except OSError as exc:
        return f"It cannot be opened: {exc}."
    return "" if stat.S_ISDIR(mode) or stat.S_ISREG(mode) else "It is not a regular file."


def _unwanted(relative: str) -> str:
    parts = PurePosixPath(relative).parts
    if any(part.startswith(".") for part in parts):
        return "It is hidden (its name begins with a dot)."
    return "It belongs to the system that packed the zip." if "__MACOSX" in parts else ""


def _too_large(name: str, size: int | None, limit: int) -> ImportFileError:
    if size is None:
        return ImportFileError(
            "The file {name!r} is too large: at most {limit:,.0f} MB can be imported.",
            "Split it, or export less.",
            name=name,
            limit=limit / MB,
        )
    return ImportFileError(
        "The file {name!r} has {size:,.1f} MB; at most {limit:,.0f} MB can be imported.",
        "Split it, or export less.",
        name=name,
        size=size / MB,
        limit=limit / MB,
    )
