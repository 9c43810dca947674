"""What an importer found in a file, before anything is saved: items to keep, and what it skipped and why."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pydantic import Field, SerializeAsAny

from coach.domain.models import Item, Model


class Skipped(Model):
    """Something left out. `where` is a line, a row or a file; `reason` says why and what would help."""

    where: str
    reason: str
    value: str = Field(default="", description="the offending value, shortened")


class ImportPreview(Model):
    """Items in the order in which to save them. Their ids come from the source, so a second run doubles nothing."""

    importer: str
    source: str
    items: tuple[SerializeAsAny[Item], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Skipped, ...] = Field(default=(), description="kept, but something about it is odd")

    def counts(self) -> dict[str, int]:
        """How many items of each kind, e.g. `{"person": 163, "event": 1}`; sessions are counted as `session`."""
        counted: Counter[str] = Counter(item.kind.value for item in self.items)
        sessions = sum(len(getattr(item, "programme", ())) for item in self.items)
        return {**counted, **({"session": sessions} if sessions else {})}


class SaveReport(Model):
    """What saving did: numbers of items."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: Any) -> SaveReport:
        return SaveReport(
            added=self.added + other.added,
            updated=self.updated + other.updated,
            unchanged=self.unchanged + other.unchanged,
        )
