"""How names are compared: one normal form for "the same name", a looser one for searching while typing."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """The form under which two spellings are the same name: NFKC, casefolded, single spaces."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def search_key(*parts: str) -> str:
    """The form that a search looks into: as `name_key`, and without accents, so that `jose` finds `José`."""
    decomposed = unicodedata.normalize("NFKD", " ".join(part for part in parts if part).casefold())
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())
