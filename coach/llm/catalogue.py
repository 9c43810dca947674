"""The catalogue of embedded models, and which of them are on this machine.

`catalogue.json` is the only place that names a model's size, hash, licence and sources. Files that a
person adds are listed in `added.json` in the models' folder; they stay where they are.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coach.errors import InputError, NotFoundError

CATALOGUE_FILE = Path(__file__).with_name("catalogue.json")
ADDED_FILE = "added.json"
GGUF_MAGIC = b"GGUF"

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]+\.gguf$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Part(_Strict):
    """One slice of a model inside a wheel: `member` is its path there, sizes are bytes."""

    package: str = Field(pattern=r"^[A-Za-z0-9._-]+$")
    version: str = Field(pattern=r"^[A-Za-z0-9.+!-]+$")
    wheel_sha256: Sha256
    wheel_size: int = Field(gt=0)
    member: str = Field(min_length=1)
    size: int = Field(gt=0)
    sha256: Sha256


class PackagesSource(_Strict):
    """The model as wheels, whose slices make up the file in this order."""

    kind: Literal["packages"]
    parts: Annotated[tuple[Part, ...], Field(min_length=1, strict=False)]


class UrlSource(_Strict):
    """The whole file at one https address."""

    kind: Literal["url"]
    url: str = Field(pattern=r"^https://")


Source = Annotated[PackagesSource | UrlSource, Field(discriminator="kind")]


class ModelEntry(_Strict):
    """A model that the embedded runtime can load. `size` in bytes; `context_length` in tokens, as trained.

    `path` is set for a file that a person added: it is used where it is. `sources` are tried in order.
    """

    name: str = Field(min_length=1)
    family: str = ""
    description: str = ""
    licence: str = ""
    file_name: FileName
    size: int = Field(gt=0)
    sha256: Sha256
    context_length: int = Field(gt=0)
    sources: Annotated[tuple[Source, ...], Field(strict=False)] = ()
    path: str | None = None

    @property
    def working_context(self) -> int:
        """Tokens given to one answer: 4,096, since on two cores a longer prompt takes over a minute to read."""
        return min(4096, self.context_length)


class _Catalogue(_Strict):
    models: Annotated[tuple[ModelEntry, ...], Field(min_length=1, strict=False)]


class _Added(_Strict):
    models: Annotated[tuple[ModelEntry, ...], Field(strict=False)] = ()


@cache
def catalogue(path: Path = CATALOGUE_FILE) -> tuple[ModelEntry, ...]:
    """The models that can be fetched, the default first. Raises InputError when the file is malformed."""
    try:
        models = _Catalogue.model_validate_json(path.read_bytes()).models
    except (OSError, ValidationError) as exc:
        raise InputError(f"The model catalogue {str(path)!r} cannot be read: {exc}.", "Reinstall coach.") from exc
    for entry in models:
        for source in entry.sources:
            if isinstance(source, PackagesSource) and sum(part.size for part in source.parts) != entry.size:
                raise InputError(f"The parts of the model {entry.name!r} do not add up to its size.", "Mend the file.")
    return models


def added_models(models_dir: Path) -> tuple[ModelEntry, ...]:
    """The models that a person added. Raises InputError when the list is malformed."""
    path = models_dir / ADDED_FILE
    if not path.exists():
        return ()
    try:
        return _Added.model_validate_json(path.read_bytes()).models
    except (OSError, ValidationError) as exc:
        raise InputError(
            f"The list of added models {str(path)!r} cannot be read: {exc}.", "Mend or delete it."
        ) from exc


def save_added(models_dir: Path, models: tuple[ModelEntry, ...]) -> None:
    """Write the list of added models, atomically."""
    models_dir.mkdir(parents=True, exist_ok=True)
    temporary = models_dir / f"{ADDED_FILE}.tmp"
    temporary.write_text(json.dumps(_Added(models=models).model_dump(mode="json"), indent=2) + "\n", encoding="utf-8")
    temporary.replace(models_dir / ADDED_FILE)


def find_model(name: str, models_dir: Path) -> ModelEntry:
    """The model of that name, an added one first; the catalogue's default when `name` is empty.

    Raises NotFoundError, naming the models there are.
    """
    known = {entry.name: entry for entry in (*catalogue(), *added_models(models_dir))}
    if not name:
        return catalogue()[0]
    if name not in known:
        raise NotFoundError(f"There is no model {name!r}.", f"Known are: {', '.join(known)}. See `coach model list`.")
    return known[name]


def model_path(entry: ModelEntry, models_dir: Path) -> Path:
    """Where the model's file is, or will be."""
    return Path(entry.path) if entry.path else models_dir / entry.file_name


def _stamp_path(entry: ModelEntry, models_dir: Path) -> Path:
    return models_dir / f"{entry.file_name}.ok"


def _stamp(entry: ModelEntry, path: Path) -> dict[str, object]:
    found = path.stat()
    return {"sha256": entry.sha256, "size": found.st_size, "mtime_ns": found.st_mtime_ns}


def is_ready(entry: ModelEntry, models_dir: Path) -> bool:
    """Whether the model's file is here and was once found whole. Cheap: its size and time are compared with
    the mark that `mark_ready` left; the file is not read."""
    path = model_path(entry, models_dir)
    try:
        if path.stat().st_size != entry.size:
            return False
        kept = json.loads(_stamp_path(entry, models_dir).read_text(encoding="utf-8"))
        return bool(kept == _stamp(entry, path))
    except (OSError, ValueError):
        return False


def mark_ready(entry: ModelEntry, models_dir: Path) -> None:
    """Leave the mark that the file was hashed and found whole."""
    path = model_path(entry, models_dir)
    temporary = _stamp_path(entry, models_dir).with_suffix(".ok.tmp")
    temporary.write_text(json.dumps(_stamp(entry, path)), encoding="utf-8")
    temporary.replace(_stamp_path(entry, models_dir))
