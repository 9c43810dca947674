"""Everything that belongs to the user, in one piece: what leaves a workspace as a file, and comes into another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field, SerializeAsAny

from coach.domain.merging import Merge
from coach.domain.models import Item, Model


class Takeout(Model):
    """All items; `facts`, small things that the workspace remembers by name (your voice, what was seen); `choices`,
    what was chosen under Settings; the merges; and `apart`, pairs of ids of people who look alike and are two.
    """

    items: tuple[SerializeAsAny[Item], ...] = ()
    facts: Mapping[str, str] = Field(default_factory=dict)
    choices: Mapping[str, Any] = Field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


class BroughtIn(Model):
    """What became of a takeout: numbers of items. `kept`: here already and different, left as they are here.

    `newcomers`: names of the people who came with it; whoever was forgotten here since the file was made is among them.
    """

    added: int = 0
    unchanged: int = 0
    kept: int = 0
    newcomers: tuple[str, ...] = ()
