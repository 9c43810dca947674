"""Reading what people already have — contacts, calendars, programmes, chats, notes — into a preview, before saving.

The format is told by the content. Ids come from the source, so that a second run doubles nothing and an
edited source updates in place. Whatever a file holds, the one error that leaves this package is ImportFileError.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from coach.domain.intake import Choices, ImportPreview, Skipped
from coach.errors import ImportFileError
from coach.intake.registry import ImporterInfo, choose, importers
from coach.intake.sources import opened

__all__ = ["Choices", "ImportPreview", "ImporterInfo", "Skipped", "importers", "preview"]

_COMING = ("table", "pasted", "vcard", "google", "linkedin")
"""Importers whose people may be those who come to an event."""
_UNREADABLE = (
    OSError, ValueError, LookupError, RecursionError, MemoryError, OverflowError, EOFError, RuntimeError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def preview(
    path: Path | str,
    *,
    data: bytes | None = None,
    name: str | None = None,
    kind: str = "auto",
    choices: Choices | None = None,
) -> ImportPreview:
    """What could be imported from a file, folder or zip at `path`, or from `data` uploaded under `name`.

    `kind` is the name of an importer (see `importers`) or `auto`: then the content decides.
    `choices`: what a person decided after a first look. Nothing is saved.
    Raises ImportFileError, naming the file and the next step, when nothing can be read.
    """
    try:
        with opened(path, data, name) as source:
            return _placed(choose(source, kind).read(source, choices or Choices()), choices or Choices())
    except ImportFileError:
        raise
    except _UNREADABLE as exc:
        label = name or str(path)
        raise ImportFileError(
            "{label!r} cannot be read ({kind}).",
            "The file may be damaged: export or fetch it again.",
            label=label,
            kind=type(exc).__name__,
        ) from exc


def _placed(found: ImportPreview, choices: Choices) -> ImportPreview:
    """With the event that was chosen, where what was found can belong to one: it is a programme, or people."""
    belongs = found.programme() is not None or (found.importer in _COMING and not found.counts().get("event"))
    return found.model_copy(update={"event": choices.event if belongs else None})
