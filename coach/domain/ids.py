"""Ids: random for what a person writes, derived from the source for what is imported, so that imports can repeat."""

from __future__ import annotations

import uuid

_NAMESPACE = uuid.UUID("6f4f2f0e-4a2c-5b7e-9d38-3f0c7c1f4a10")


def new_id() -> str:
    """A random id of 32 hexadecimal digits."""
    return uuid.uuid4().hex


def stable_id(*parts: object) -> str:
    """The same id for the same parts, on every machine (UUID version 5 over the parts joined by a unit separator)."""
    return uuid.uuid5(_NAMESPACE, "\x1f".join(str(part) for part in parts)).hex
