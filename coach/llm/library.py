"""The models on this machine, as a person handles them: list, pull, add, use, remove."""

from __future__ import annotations

import struct
import threading
from collections.abc import Callable
from pathlib import Path

from coach.config import Settings, kind_of_model
from coach.domain.models import Model
from coach.errors import InputError, NotFoundError
from coach.llm import download
from coach.llm.catalogue import (
    GGUF_MAGIC,
    ModelEntry,
    added_models,
    catalogue,
    find_model,
    is_ready,
    mark_ready,
    model_path,
    save_added,
)
from coach.llm.kept_prompts import KeptPrompts
from coach.llm.partial import kept_bytes, sha256_of
from coach.llm.progress import Progress

KNOWN_GGUF_VERSIONS = (2, 3)
SMALLEST_MODEL = 1024
ASSUMED_CONTEXT = 4096
"""Tokens assumed for a file that a person adds; it is also all that the embedded server gives one answer."""


class ModelRow(Model):
    """One model in a list. `size` and `fetched` in bytes; `in_use`: the settings choose it."""

    name: str
    family: str
    description: str
    licence: str
    size: int
    sha256: str
    state: str
    fetched: int
    in_use: bool
    added: bool
    path: str


def list_models(settings: Settings, models_dir: Path) -> list[ModelRow]:
    """Every model of the catalogue and every added one, the default first."""
    chosen = settings.llm_model or catalogue()[0].name if kind_of_model(settings) == "embedded" else ""
    return [_row(entry, models_dir, chosen) for entry in (*catalogue(), *added_models(models_dir))]


def pull(
    name: str,
    models_dir: Path,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> ModelRow:
    """Fetch a model ("" is the default one). Raises NotFoundError or ModelDownloadError."""
    entry = find_model(name, models_dir)
    download.pull(entry, models_dir, progress, stop)
    return _row(entry, models_dir, entry.name)


def add(path: Path, models_dir: Path, name: str = "") -> ModelRow:
    """Make a GGUF file of your own known under `name` (its file name when empty). It stays where it is;
    its size and hash are recorded. Adding it again records it anew. Raises InputError when it is no model."""
    path = path.expanduser().resolve()
    _require_gguf(path)
    name = name or path.stem
    if any(entry.name == name for entry in catalogue()):
        raise InputError(f"The name {name!r} belongs to a model of the catalogue.", "Choose another with --name.")
    entry = ModelEntry(
        name=name,
        description="added by you",
        file_name=_file_name(name),
        size=path.stat().st_size,
        sha256=sha256_of(path),
        context_length=ASSUMED_CONTEXT,
        path=str(path),
    )
    others = tuple(kept for kept in added_models(models_dir) if kept.name != name)
    save_added(models_dir, (*others, entry))
    mark_ready(entry, models_dir)
    return _row(entry, models_dir, "")


def use(name: str, settings: Settings, models_dir: Path) -> Settings:
    """The settings with the embedded model `name` chosen; nothing is saved. Raises NotFoundError."""
    entry = find_model(name, models_dir)
    return settings.model_copy(update={"llm": "embedded", "llm_model": entry.name})


def removable(name: str, models_dir: Path) -> ModelRow:
    """The model of which there is something to remove. Raises NotFoundError when nothing of it is here."""
    entry = find_model(name, models_dir)
    row = _row(entry, models_dir, "")
    if entry.path is None and row.state == "not here" and not model_path(entry, models_dir).exists():
        raise NotFoundError(f"Nothing of the model {entry.name!r} is on this machine.", "See `coach model list`.")
    return row


def remove(name: str, models_dir: Path) -> ModelRow:
    """Delete a fetched model and what was fetched of it; forget an added one, whose file stays.

    Returns the model as it was. Raises NotFoundError when nothing of it is here.
    """
    row = removable(name, models_dir)
    entry = find_model(name, models_dir)
    if entry.path is not None:
        save_added(models_dir, tuple(kept for kept in added_models(models_dir) if kept.name != entry.name))
    else:
        model_path(entry, models_dir).unlink(missing_ok=True)
    for ending in ("ok", "partial", "partial.json", "lock"):
        (models_dir / f"{entry.file_name}.{ending}").unlink(missing_ok=True)
    KeptPrompts(models_dir, entry.sha256).forget_model()
    return row


def _row(entry: ModelEntry, models_dir: Path, chosen: str) -> ModelRow:
    ready = is_ready(entry, models_dir)
    fetched = entry.size if ready else kept_bytes(entry, models_dir)
    gone = "changed or gone" if entry.path is not None else "not here"
    return ModelRow(
        name=entry.name,
        family=entry.family,
        description=entry.description,
        licence=entry.licence,
        size=entry.size,
        sha256=entry.sha256,
        state="ready" if ready else "partly fetched" if fetched else gone,
        fetched=fetched,
        in_use=entry.name == chosen,
        added=entry.path is not None,
        path=str(model_path(entry, models_dir)),
    )


def _file_name(name: str) -> str:
    return "".join(char if char.isascii() and (char.isalnum() or char in "._-") else "_" for char in name) + ".gguf"


def _require_gguf(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as exc:
        raise InputError(f"The file {str(path)!r} cannot be read: {exc.strerror}.", "Check the path.") from exc
    version = struct.unpack("<I", head[4:8])[0] if len(head) == 8 else 0
    if head[:4] != GGUF_MAGIC or version not in KNOWN_GGUF_VERSIONS or size < SMALLEST_MODEL:
        raise InputError(
            f"The file {str(path)!r} is not a GGUF model.", "Add a .gguf file, as model hubs offer them for llama.cpp."
        )
