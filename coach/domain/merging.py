"""Two entries for one person: what becomes of both when they are made one, and how they are parted again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from coach.domain.models import Model, Person

Pick = Literal["kept", "other", "both"]
"""Whose value a field takes; `both` joins two texts, one below the other."""

JOINED = ("how_met", "about")
"""Texts that say more together than one alone."""
_OWN = frozenset({"id", "created_at", "name", "also_called"})


class Moved(Model):
    """One reference that went from one person to the other.

    `place`: table and column; `owner`: the id of the item's row; `position`: where it stood in its list, -1 for a
    field; `facts`: what else the entry says; `beside`: both were in the list, so that one entry went.
    """

    place: str
    owner: str
    position: int = -1
    facts: dict[str, Any] = Field(default_factory=dict)
    beside: bool = False


class Merge(Model):
    """Two people made one: `other` went into the one with the id `kept`, whose entry was `before` and is `after`."""

    id: str
    made_at: datetime
    kept: str
    other: Person
    before: Person
    after: Person
    moved: tuple[Moved, ...] = ()


def differing(kept: Person, other: Person) -> tuple[str, ...]:
    """The fields of one value that both fill, and differently: those between which somebody must choose."""
    return tuple(
        name
        for name in Person.model_fields
        if name not in (*_OWN - {"name"}, "source", "invented")
        and not isinstance(getattr(kept, name), tuple)
        and _filled(getattr(kept, name))
        and _filled(getattr(other, name))
        and getattr(kept, name) != getattr(other, name)
    )


def united(kept: Person, other: Person, choose: Mapping[str, Pick]) -> Person:
    """One entry of both. What only one fills is kept, lists are united, names that are not chosen become other names.

    Where both say something else: what `choose` says, else the text of both (`JOINED`), else the kept person's;
    somebody whom you have met stays met.
    """
    values: dict[str, Any] = {}
    for name in Person.model_fields:
        if name not in _OWN:
            values[name] = _one_value(name, getattr(kept, name), getattr(other, name), choose.get(name))
    values["relation"] = _relation(kept, other, choose.get("relation"))
    values["invented"] = kept.invented and other.invented
    values["name"] = other.name if choose.get("name") == "other" else kept.name
    names = (kept.name, *kept.also_called, other.name, *other.also_called)
    values["also_called"] = tuple(dict.fromkeys(name for name in names if name != values["name"]))
    return kept.model_copy(update=values)


def _filled(value: Any) -> bool:
    """0 is a value: no reminders."""
    return value is not None and value != ""


def _one_value(name: str, kept: Any, other: Any, pick: Pick | None) -> Any:
    if isinstance(kept, tuple):
        return tuple(dict.fromkeys((*kept, *other)))
    if not (_filled(kept) and _filled(other)) or kept == other:
        return kept if _filled(kept) else other
    if name == "in_touch_on" and pick is None:
        return max(kept, other)
    if name in JOINED and pick in (None, "both"):
        return f"{kept}\n\n{other}"
    return other if pick == "other" else kept


def _relation(kept: Person, other: Person, pick: Pick | None) -> str:
    if pick is None:
        return "known" if "known" in (kept.relation, other.relation) else "prospect"
    return other.relation if pick == "other" else kept.relation


def parted(now: Person, merge: Merge) -> Person:
    """The kept person's entry without what the merge brought. What was changed or added since stays with it."""
    values: dict[str, Any] = {}
    for name in Person.model_fields:
        if name in ("id", "created_at"):
            continue
        value, before, after = (getattr(one, name) for one in (now, merge.before, merge.after))
        if value == after:
            values[name] = before
        elif isinstance(value, tuple):
            values[name] = tuple(one for one in value if one in before or one not in after)
    return now.model_copy(update=values)
