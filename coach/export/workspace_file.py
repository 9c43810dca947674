"""The whole workspace as one JSON file, and back: format `coach-workspace`, described in docs/workspace-file.md.

The file holds no key, no address of a model and no consent: whoever brings it in decides about those anew.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from coach.domain.models import KINDS, Item, Kind
from coach.domain.takeout import Takeout
from coach.errors import ImportFileError

FORMAT = "coach-workspace"
SCHEMA = 1
"""Raised when a program of before could not read the file any more."""
_PARTS = {"format", "schema", "made_at", "program", "items", "facts", "choices", "merges", "apart"}


def to_json(takeout: Takeout, *, made_at: datetime, program: str) -> str:
    """The file's text. `program`: name and version of what wrote it."""
    items: dict[str, list[dict[str, Any]]] = {kind.value: [] for kind in KINDS}
    for item in takeout.items:
        items[item.kind.value].append(item.model_dump(mode="json"))
    rest = takeout.model_dump(mode="json", include={"facts", "choices", "merges", "apart"})
    head = {"format": FORMAT, "schema": SCHEMA, "made_at": made_at.isoformat(), "program": program}
    return json.dumps({**head, "items": items, **rest}, ensure_ascii=False, indent=1) + "\n"


def from_json(data: bytes) -> Takeout:
    """What a file holds. Raises ImportFileError, which names the place, for any other file and for a broken one."""
    document = _document(data)
    return Takeout(
        items=tuple(_items(document.get("items"))),
        **{name: _part(document, name) for name in ("facts", "choices", "merges", "apart") if name in document},
    )


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data)
    except UnicodeDecodeError as exc:
        raise ImportFileError(
            "The file is no text, so it is no workspace file.",
            "Choose the JSON file that the app or `coach export` made; a zip of Markdown cannot be brought in.",
        ) from exc
    except json.JSONDecodeError as exc:
        raise ImportFileError(
            "The file is not a whole workspace file: it cannot be read from line {line} on.",
            "Choose the JSON file that the app or `coach export` made.",
            line=exc.lineno,
        ) from exc
    except (ValueError, RecursionError) as exc:
        raise ImportFileError(
            "The file is not a whole workspace file: {reason}.",
            "Choose the JSON file that the app or `coach export` made.",
            reason=str(exc)[:200],
        ) from exc
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ImportFileError(
            "The file is JSON, but no workspace of this program.", "Other files come in under People or Capture."
        )
    schema = document.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise ImportFileError(
            "The file says its schema is {schema!r}.", "Export the workspace once more.", schema=schema
        )
    if schema > SCHEMA:
        raise ImportFileError(
            "The file has schema {schema}, and this program reads up to {known}.",
            "Update this program first.",
            schema=schema,
            known=SCHEMA,
        )
    if unknown := sorted(document.keys() - _PARTS):
        raise ImportFileError(
            "The file has a part {unknown!r} that this program does not know.", "Update it first.", unknown=unknown[0]
        )
    return document


def _items(kinds: Any) -> list[Item]:
    if not isinstance(kinds, dict):
        raise ImportFileError("The file has no list of items.", "Export the workspace once more.")
    found: list[Item] = []
    for name, entries in kinds.items():
        model = KINDS.get(Kind(name)) if name in set(Kind) else None
        if model is None or not isinstance(entries, list):
            raise ImportFileError(
                "The file has items of the kind {name!r}, unknown here.", "Update this program first.", name=name
            )
        found += (_item(model, entry, number) for number, entry in enumerate(entries, start=1))
    return found


def _item(model: type[Item], entry: Any, number: int) -> Item:
    try:
        if not isinstance(entry, dict) or not entry.get("id"):
            raise ImportFileError(
                "{kind} {number} in the file has no id.",
                "Export the workspace once more.",
                kind=model.kind.value,
                number=number,
            )
        return model.model_validate(entry)
    except (ValidationError, RecursionError) as exc:
        raise _unusable(f"{model.kind.value} {number}", exc) from exc


def _part(document: dict[str, Any], name: str) -> Any:
    try:
        return getattr(Takeout.model_validate({name: document[name]}), name)
    except (ValidationError, RecursionError) as exc:
        raise _unusable(name, exc) from exc


def _unusable(where: str, exc: ValidationError | RecursionError) -> ImportFileError:
    what = str(exc)[:200]
    if isinstance(exc, ValidationError):
        first = exc.errors(include_url=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        what = f"{place}: {first['msg']} ({str(first.get('input'))[:60]!r})"
    return ImportFileError(
        "{where} in the file cannot be used: {what}.",
        "Nothing was saved. Mend it, or export again.",
        where=where,
        what=what,
    )
