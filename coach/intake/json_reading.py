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
        raise _complaint(name, text, exc) from exc
    except RecursionError as exc:
        raise ImportFileError("{name!r} is nested too deeply to be a programme.", _AGAIN, name=name) from exc
    except ValueError as exc:
        raise ImportFileError(
            "{name!r} holds a number that cannot be read: {reason}.", _AGAIN, name=name, reason=exc
        ) from exc


def _complaint(name: str, text: str, exc: json.JSONDecodeError) -> ImportFileError:
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith(("{", "[")):
        return ImportFileError(
            "{name!r} is not JSON; it begins with {text!r}.", _AGAIN, name=name, text=shorten(start[:60])
        )
    if exc.pos >= len(text.rstrip()) or exc.msg.startswith("Unterminated"):
        return ImportFileError(
            "{name!r} ends too early (line {line}): the JSON in it is cut off.", _AGAIN, name=name, line=exc.lineno
        )
    return ImportFileError(
        "{name!r} is not valid JSON: {fault} in line {line}, column {column}.",
        _AGAIN,
        name=name,
        fault=exc.msg,
        line=exc.lineno,
        column=exc.colno,
    )
