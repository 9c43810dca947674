"""What an importer found in a file, before anything is saved: items to keep, and what it skipped and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import Field, SerializeAsAny

from coach.domain.models import Event, Item, Model


class Skipped(Model):
    """Something left out. `where` is a line, a row or a file; `reason` says why and what would help."""

    where: str
    reason: str
    value: str = Field(default="", description="the offending value, shortened")
    code: str = Field(default="", exclude=True, description="the reason with open fields: its name in other languages")
    values: Mapping[str, object] = Field(default={}, exclude=True, description="what fills the fields")


class TableSketch(Model):
    """A table of people as it was understood: what each column is taken for, and the first rows to judge it by."""

    signature: str = Field(description="the same for tables with the same headers: a mapping is remembered under it")
    headers: tuple[str, ...] = Field(description="a column's own title, or `Column 2` where the table has none")
    samples: tuple[tuple[str, ...], ...] = ()
    columns: tuple[str, ...] = Field(description="for each column a name of `PERSON_COLUMNS`, or blank: left out")
    remembered: bool = Field(default=False, description="the columns are those that were confirmed last time")


PERSON_COLUMNS = ("name", "first", "middle", "last", "email", "phone", "organisation", "role", "linkedin", "web",
                  "handle", "language", "cares_about", "how_met", "about")  # fmt: skip
"""What a column of a table of people can be. Several columns may be `about`, `email`, `phone`, `web` or `cares_about`;
the text of each goes where its name says, and `about` is kept under the column's title."""


class Choices(Model):
    """What a person decided about a file after a first look at it."""

    columns: tuple[str, ...] | None = Field(default=None, description="as in TableSketch; None: propose them")
    remembered: dict[str, tuple[str, ...]] = Field(default={}, description="columns confirmed earlier, by signature")
    me: str = Field(default="", description="who of those who write in a chat is the user")
    event: str | None = Field(
        default=None, description="id of the event at which the people of a list will be, or whose programme it is"
    )
    event_name: str = Field(default="", description="what an event is called whose programme has no name")
    event_day: date | None = Field(default=None, description="the first day of a programme that names none")
    one_event: bool | None = Field(default=None, description="as in ImportPreview; None: by rule")


class ImportPreview(Model):
    """Items in the order in which to save them. Their ids come from the source, so a second run doubles nothing."""

    importer: str
    source: str
    items: tuple[SerializeAsAny[Item], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Skipped, ...] = Field(default=(), description="kept, but something about it is odd")
    table: TableSketch | None = Field(default=None, description="for a table of people: how its columns were read")
    authors: tuple[str, ...] = Field(default=(), description="who writes in a chat, most messages first")
    me: str = Field(default="", description="which of the authors is taken for the user")
    event: str | None = Field(
        default=None, description="id of the event to which saving adds the people or the programme found"
    )
    nameless: bool = Field(default=False, description="the programme does not say what its event is called")
    known: tuple[str, ...] = Field(default=(), description="names of those found who are kept already")
    new: tuple[str, ...] = Field(default=(), description="names of those who would be added")
    joins: str = Field(default="", description="name of the kept event that what was found becomes part of")
    one_event: bool | None = Field(
        default=None, description="a calendar's entries are one event's programme; None: there is nothing to choose"
    )

    def programme(self) -> Event | None:
        """The event whose programme this is; None where it holds no event, several, or one without sessions."""
        events = [item for item in self.items if isinstance(item, Event)]
        return events[0] if len(events) == 1 and events[0].programme else None

    def counts(self) -> dict[str, int]:
        """How many items of each kind, e.g. `{"person": 163, "event": 1}`; sessions are counted as `session`."""
        counted: Counter[str] = Counter(item.kind.value for item in self.items)
        sessions = sum(len(getattr(item, "programme", ())) for item in self.items)
        return {**counted, **({"session": sessions} if sessions else {})}


class SaveReport(Model):
    """What saving did: numbers of items. `left`: not reached, because saving was stopped."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    left: int = 0

    def __add__(self, other: Any) -> SaveReport:
        return SaveReport(
            added=self.added + other.added,
            updated=self.updated + other.updated,
            unchanged=self.unchanged + other.unchanged,
            left=self.left + other.left,
        )
