"""Addresses and names that stand in no note: a link or an e-mail address is exact or it is wrong, and a draft typed
without capitals names towns and people all the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from coach.domain.checking.claims import Finding
from coach.domain.checking.english import known
from coach.domain.checking.lands import is_place
from coach.domain.checking.names import given_name
from coach.domain.checking.sources import Source
from coach.domain.checking.tokens import Token

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"')]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_OWN = frozenset(("my", "our", "me", "mine"))
_BESIDE = frozenset(("from", "at", "in", "hi", "hello", "dear", "know", "with", "and", "to", "thank", "meet", "met"))


def unknown_address(text: str, tokens: Sequence[Token], sources: Sequence[Source]) -> Finding | None:
    """A link or address that no note holds; where the writer may be reached is theirs to say."""
    own = bool(_OWN & {token.low for token in tokens})
    held = "\n".join(source.text for source in sources).casefold()
    for found in _ADDRESS.finditer(text):
        if found[0].rstrip(".,;:!?").casefold() not in held and not own:
            return Finding("unsupported", reason="No note holds this address.")
    return None


def with_capitals(tokens: list[Token], text: str, noted: Collection[str]) -> list[Token]:
    """The tokens of a draft that is typed all in small letters, its towns and people with a capital."""
    if text != text.lower() or not any(sign.isalpha() for sign in text):
        return tokens
    return [
        replace(token, text=token.text.capitalize()) if _is_name(tokens, at, noted) else token
        for at, token in enumerate(tokens)
    ]


def _is_name(tokens: Sequence[Token], at: int, noted: Collection[str]) -> bool:
    token = tokens[at]
    before = tokens[at - 1].low if at else ""
    if token.kind != "word" or before not in _BESIDE or (known(token.low) and token.low not in noted):
        return False
    return token.low in noted or is_place(token.low) or given_name(token.low) or before in ("from", "at")
