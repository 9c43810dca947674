"""Decides whether a zip file is safe to read: no entry outside it, no bomb, no password."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath

from coach.errors import ImportFileError

ARCHIVE_LIMIT = 200_000_000
"""Bytes of a zip file, packed."""
UNPACKED_LIMIT = 500_000_000
"""Bytes of all its entries together, as it declares them."""
RATIO_LIMIT = 100
"""Unpacked over packed: far above what text reaches, far below one repeated byte under deflate (about 1,000)."""
RATIO_FROM = 20_000_000
"""Bytes from which the ratio counts; below that even a bomb does no harm."""
MAX_ENTRIES = 20_000
WORKBOOK = "xl/workbook.xml"
"""The part that makes a zip file an Excel workbook: one file to those who import it."""


def check_archive(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """Its files, without folders. Raises ImportFileError, naming the entry, when it is not safe to read."""
    members = [member for member in archive.infolist() if not member.is_dir()]
    if len(members) > MAX_ENTRIES:
        raise ImportFileError(
            "{name!r} holds {count:,} files.",
            "At most {limit:,} can be imported.",
            name=name,
            count=len(members),
            limit=MAX_ENTRIES,
        )
    for member in members:
        _check_entry(member, name)
    unpacked = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if unpacked > UNPACKED_LIMIT or (unpacked > RATIO_FROM and unpacked / packed > RATIO_LIMIT):
        raise ImportFileError(
            "{name!r} would unpack to {unpacked:,.0f} MB from {packed:,.2f} MB and is refused.",
            "Unpack it yourself and import only the files you need.",
            name=name,
            unpacked=unpacked / 1e6,
            packed=packed / 1e6,
        )
    if "[Content_Types].xml" in archive.namelist() and WORKBOOK not in archive.namelist():
        raise ImportFileError(
            "{name!r} is an office document, not an export.",
            "Save it as text, Markdown or CSV and import that.",
            name=name,
        )
    return members


def common_folder(members: list[zipfile.ZipInfo]) -> str:
    """The one folder that all entries but the packer's own lie in, with its slash; "" where there is none."""
    names = [member.filename for member in members if not member.filename.startswith("__MACOSX/")]
    tops = {name.partition("/")[0] for name in names}
    if len(tops) != 1 or not all("/" in name for name in names):
        return ""
    return tops.pop() + "/"


def _check_entry(member: zipfile.ZipInfo, name: str) -> None:
    path = member.filename.replace("\\", "/")
    if path.startswith("/") or re.match(r"^[A-Za-z]:", path) or ".." in PurePosixPath(path).parts or "\x00" in path:
        raise ImportFileError(
            "{name!r} has the entry {filename!r}, which points outside of it, and is refused.",
            "Ask the sender for a clean zip file.",
            name=name,
            filename=member.filename,
        )
    if member.flag_bits & 0x1:
        raise ImportFileError("{name!r} is protected by a password.", "Unpack it and import the folder.", name=name)
