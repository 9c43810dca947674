"""The steps from an empty database to the tables of today, one module each: `mNNNN_name.py` with `upgrade(connection)`.

A step that was released never changes: its checksum stands in the ledger of every workspace that took it.
A later step describes what it adds with tables of its own, not with those of `coach.storage.tables`, which move on.
"""

from __future__ import annotations

import hashlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files

from sqlalchemy import Connection


@dataclass(frozen=True)
class Migration:
    """One step: its number (from 1, no gaps), its name, the SHA-256 of its source, and what it does."""

    number: int
    name: str
    checksum: str
    upgrade: Callable[[Connection], None]


@cache
def known_migrations() -> tuple[Migration, ...]:
    """All steps of this version, in order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name.startswith("m"))
    return tuple(_migration(name) for name in names)


def _migration(module_name: str) -> Migration:
    number, _, name = module_name.partition("_")
    module = import_module(f"{__name__}.{module_name}")
    return Migration(int(number[1:]), name, checksum_of(module_name), module.upgrade)


def checksum_of(module_name: str) -> str:
    """SHA-256 of the module's source; line ends and trailing blanks do not count."""
    source = files(__name__).joinpath(f"{module_name}.py").read_text(encoding="utf-8")
    lines = (line.rstrip() for line in source.strip().splitlines())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
