"""What recall indexes (`Passage`), what narrows it (`Filters`) and what it returns (`Evidence`)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from coach.domain.models import Kind, Model

LABEL_LETTERS = {
    Kind.NOTE: "N",
    Kind.STORY: "S",
    Kind.PERSON: "P",
    Kind.SESSION: "T",
    Kind.EVENT: "E",
    Kind.GOAL: "G",
    Kind.COMMITMENT: "C",
    Kind.HELP: "H",
}
"""The letter of an evidence label, e.g. `N1` for the first note of a list, `T2` for the second talk."""


class Passage(Model):
    """One thing to find: the projection of an item into what the index needs to know of it.

    `people` holds every id and name under which the passage may be asked for. `thread` and `position`
    tell which passages are its neighbours. `key` is unique over all kinds.
    """

    source_id: str
    kind: Kind
    text: str
    title: str = ""
    at: datetime | None = None
    author: str = Field(default="", description="the author's name, for reading")
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = Field(default=(), description="the names among `people`, for reading")
    event: str | None = None
    event_name: str = ""
    goal: str | None = None
    thread: str | None = None
    position: int | None = None
    collection: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.source_id}"


class Filters(Model):
    """Narrow a recall. Several fields are joined by AND; several values of one field by OR."""

    kinds: tuple[Kind, ...] = ()
    people: tuple[str, ...] = Field(default=(), description="ids or names; a passage that carries any of them fits")
    event: str | None = None
    goal: str | None = None
    since: date | None = None
    until: date | None = Field(default=None, description="inclusive")
    collections: tuple[str, ...] | None = Field(default=None, description="stories only: collections to look into")
    exclude: tuple[str, ...] = Field(default=(), description="source ids to leave out")


class Evidence(Model):
    """A found item, quoted. `label` is how a draft cites it; `score` falls down the list, on no fixed scale."""

    label: str
    source_id: str
    kind: Kind
    text: str
    score: float = 0.0
    title: str = ""
    author: str = ""
    at: datetime | None = None
    names: tuple[str, ...] = ()
    why: tuple[dict[str, Any], ...] = Field(default=(), description="filled when recall is asked to explain itself")
