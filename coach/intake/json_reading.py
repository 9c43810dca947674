"""Parses JSON from outside and says in plain words what is wrong with it, and where."""

from __future__ import annotations

import json
from typing import Any

from coach.errors import ImportFileError
from coach.intake.decoding import decode
from coach.intake.findings import shorten

_AGAIN = "Fetch the file again, or choose another one."


def parse_json(name: str, data: bytes | str) -> Any:
    """The value of a JSON document called `name`. Raises ImportFileError when it is not JSON or is cut off."""
    text = data if isinstance(data, str) else decode(data)[0]
    try:
        return json.loads(text)
    except json.JSONDecodeError as exc:
        raise ImportFileError(_complaint(name, text, exc), _AGAIN) from exc
    except RecursionError as exc:
        raise ImportFileError(f"{name!r} is nested too deeply to be a programme.", _AGAIN) from exc
    except ValueError as exc:
        raise ImportFileError(f"{name!r} holds a number that cannot be read: {exc}.", _AGAIN) from exc


def _complaint(name: str, text: str, exc: json.JSONDecodeError) -> str:
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith(("{", "[")):
        return f"{name!r} is not JSON; it begins with {shorten(start[:60])!r}."
    if exc.pos >= len(text.rstrip()) or exc.msg.startswith("Unterminated"):
        return f"{name!r} ends too early (line {exc.lineno}): the JSON in it is cut off."
    return f"{name!r} is not valid JSON: {exc.msg} in line {exc.lineno}, column {exc.colno}."
