"""How names are compared: one normal form for "the same name", a looser one for searching while typing."""

from __future__ import annotations

import unicodedata

KEY_LENGTH = 200
"""Longer names are the same name when they begin alike: an index of PostgreSQL takes no more than 2,700 bytes."""


def folded(text: str) -> str:
    """Text in which case, composition of letters and spacing no longer differ: NFKC, casefolded, single spaces."""
    casefolded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", casefolded).split())


def name_key(name: str) -> str:
    """The form under which two spellings are the same name."""
    return folded(name)[:KEY_LENGTH]


def search_key(*parts: str) -> str:
    """The form that a search looks into: as `name_key`, and without accents, so that `jose` finds `José`."""
    decomposed = unicodedata.normalize("NFKD", " ".join(part for part in parts if part).casefold())
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())
