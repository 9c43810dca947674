"""Erasing names from the values of a row: text, JSON, JSON kept as text, and checks whose offsets point into a text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from coach.storage.erasing import SOMEONE, Erased, Eraser

_OF_SOURCE: dict[str, Any] = {"source_id": "", "text": SOMEONE, "title": "", "author": "", "names": [], "why": []}
_OF_PERSON: dict[str, Any] = {
    "person_id": "",
    "role": "",
    "organisation": "",
    "where": "",
    "cares_about": [],
    "facts": [],
    "quote": "",
}


@dataclass(frozen=True)
class Redaction:
    """One way of erasing. `gone` are the ids of the person and of items that are deleted with them."""

    eraser: Eraser
    person_id: str
    gone: Set[str]

    def mapping(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """A row or a JSON object without the names; what quotes a deleted item or profiles the person is emptied."""
        if values.get("source_id") in self.gone:
            values = _emptied(values, _OF_SOURCE)
        if values.get("person_id") == self.person_id:
            values = _emptied(values, _OF_PERSON)
        redacted = {self._text(key): self._value(value) for key, value in values.items()}
        text, check = values.get("text"), values.get("check")
        if isinstance(text, str) and isinstance(check, Mapping) and _parsed(text) is None:
            redacted["check"] = self._check(check, self.eraser.erase(text))
        return redacted

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return "" if value == self.person_id else self._text(value)
        if isinstance(value, Mapping):
            return self.mapping(value)
        if isinstance(value, (list, tuple)):
            return [self._value(part) for part in value]
        return value

    def _text(self, text: str) -> str:
        parsed = _parsed(text)
        if parsed is None:
            return self.eraser(text)
        redacted = self._value(parsed)
        return text if redacted == parsed else json.dumps(redacted, ensure_ascii=False)

    def _check(self, check: Mapping[str, Any], erased: Erased) -> dict[str, Any]:
        """A check whose sentences and claims point to their places in the new text."""
        redacted: dict[str, Any] = self.mapping(check)
        for name in ("sentences", "claims"):
            if isinstance(check.get(name), (list, tuple)):
                redacted[name] = [self._part(part, erased) for part in check[name]]
        return redacted

    def _part(self, part: Any, erased: Erased) -> Any:
        redacted = self._value(part)
        if isinstance(part, Mapping) and isinstance(part.get("start"), int) and isinstance(part.get("end"), int):
            start, end = erased.moved(part["start"]), erased.moved(part["end"], end=True)
            redacted |= {"start": start, "end": end, "text": erased.text[start:end]}
        return redacted


def strings_in(value: Any) -> list[str]:
    """Every text in a row or a JSON value, as it stands there."""
    if isinstance(value, str):
        parsed = _parsed(value)
        return [value] if parsed is None else strings_in(parsed)
    if isinstance(value, Mapping):
        return [text for pair in value.items() for part in pair for text in strings_in(part)]
    if isinstance(value, (list, tuple)):
        return [text for part in value for text in strings_in(part)]
    return []


def _parsed(text: str) -> Any:
    """The JSON object or list that a text is, None for any other text."""
    if not text.startswith(("{", "[")):
        return None
    try:
        parsed = json.loads(text)
    except ValueError:
        return None
    return parsed if isinstance(parsed, (dict, list)) else None


def _emptied(values: Mapping[str, Any], empty: Mapping[str, Any]) -> dict[str, Any]:
    return {name: empty.get(name, value) for name, value in values.items()}
