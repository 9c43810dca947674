"""Collects what an importer finds, leaves out and doubts, so that each importer reports in the same way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.domain.intake import ImportPreview, Skipped
from coach.domain.models import Item
from coach.errors import ImportFileError, Words, filled
from coach.intake.cleaning import NAME_LIMIT, clean_name, clean_text, whole_characters

_SHOWN = 120


def shorten(value: object) -> str:
    """A value as it is shown in a report: one line, at most 120 characters."""
    line = " ".join(clean_text(str(value)[: _SHOWN * 4])[0].split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


class Findings:
    """One import in progress. Items keep the order in which they are added."""

    def __init__(self, importer: str, source: str) -> None:
        self.importer = importer
        self.source = source
        self.skipped: list[Skipped] = []
        self.warnings: list[Skipped] = []
        self._items: dict[str, Item] = {}
        self._found_at: dict[str, str] = {}

    def holds(self, item_id: str) -> bool:
        return item_id in self._items

    def keep(self, item: Item, where: str) -> bool:
        """Add an item. One whose id was found before is reported as skipped, with the place of the first."""
        if item.id in self._items:
            first = self._found_at[item.id]
            same = "The same {kind} stands in {first}; that one is kept."
            self.skip(where, same, item_label(item), kind=Words(item.kind.value), first=first)
            return False
        self._items[item.id] = item
        self._found_at[item.id] = where
        return True

    def skip(self, where: str, reason: str, value: object = "", **values: object) -> None:
        """Report something left out. `values` fill the fields of the reason, if it has any."""
        self.skipped.append(_told(where, reason, value, values))

    def skip_for(self, where: str, error: ImportFileError, value: object = "") -> None:
        """Report something left out because of an error."""
        self.skipped.append(_told(where, error.code[0], value, error.values))

    def warn(self, where: str, reason: str, value: object = "", **values: object) -> None:
        """Report something kept that is odd; as `skip`."""
        self.warnings.append(_told(where, reason, value, values))

    def name(self, raw: Any, where: str) -> str:
        """A name or title as one clean line; "" where there is none or it is too long to be one (reported)."""
        cleaned, hidden = clean_name(as_text(raw))
        if hidden:
            self.warn(where, "{count} hidden or control characters were taken out of a name.", cleaned, count=hidden)
        if len(cleaned) > NAME_LIMIT:
            reason = "{count:,} characters are too many for a name (at most {limit:,})."
            self.skip(where, reason, cleaned, count=len(cleaned), limit=NAME_LIMIT)
            return ""
        return cleaned

    def text(self, raw: Any, where: str) -> str:
        """Running text with line ends unified and control characters gone (reported)."""
        cleaned, removed = clean_text(as_text(raw))
        if removed:
            reason = "{count} control or hidden characters were taken out of the text."
            self.warn(where, reason, cleaned, count=removed)
        return cleaned.strip()

    def preview(self) -> ImportPreview:
        return ImportPreview(
            importer=self.importer,
            source=shorten(self.source),
            items=tuple(self._items.values()),
            skipped=tuple(self.skipped),
            warnings=tuple(self.warnings),
        )

    def require_items(self, missing: str, next_step: str) -> None:
        """Raise ImportFileError when nothing was found, with the first reason why."""
        if self._items:
            return
        if not self.skipped:
            raise ImportFileError("{source!r} holds {missing}.", next_step, source=self.source, missing=Words(missing))
        first = self.skipped[0]
        raise ImportFileError(
            "{source!r} holds {missing}. The first reason: {where}: {reason}",
            next_step,
            source=self.source,
            missing=Words(missing),
            where=first.where,
            reason=Words(first.code, first.values) if first.code else first.reason,
        )


def _told(where: str, reason: str, value: object, values: Mapping[str, object]) -> Skipped:
    return Skipped(where=where, reason=filled(reason, values), value=shorten(value), code=reason, values=values)


def item_label(item: Item) -> str:
    for field in ("name", "title", "text"):
        if value := getattr(item, field, ""):
            return str(value)
    return item.id


def as_text(raw: Any) -> str:
    """Text of a value read from JSON, XML or YAML: "" for none, the English or first text of a translated one."""
    if raw is None or isinstance(raw, bool):
        return ""
    if isinstance(raw, dict):
        translations = [raw.get("en"), raw.get("name"), raw.get("title"), *raw.values()]
        raw = next((value for value in translations if isinstance(value, str) and value.strip()), "")
    if isinstance(raw, list | tuple | set):
        raw = ", ".join(value for value in raw if isinstance(value, str))
    return whole_characters(str(raw))
