"""What was sent to models elsewhere, word for word, kept where its owner can read and erase it.

One JSON object a line in `<home>/sent.jsonl`, readable by its owner alone. It is written before a request
goes out, so that nothing leaves unrecorded; it lies beside the workspace, never in the search index.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coach.domain.models import Model
from coach.errors import StoreError

FILE_NAME = "sent.jsonl"


class Sent(Model):
    """One request as it left: `body` is what was sent, key and headers left out."""

    at: datetime
    address: str
    body: str

    @property
    def messages(self) -> tuple[tuple[str, str], ...]:
        """(role, text) of each message, ("note", text) of each text to be indexed; none for another kind."""
        try:
            body = json.loads(self.body)
            if "input" in body:
                texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
                return tuple(("note", str(text)) for text in texts)
            return tuple((str(one["role"]), str(one["content"])) for one in body["messages"])
        except (ValueError, LookupError, TypeError):
            return ()


class SentLog:
    """The log of one workspace. Thread-safe within a process; several processes append whole lines."""

    def __init__(self, home: Path) -> None:
        self.path = home / FILE_NAME
        self._lock = threading.Lock()

    def add(self, address: str, body: bytes) -> None:
        """Note a request that is about to go out. Raises StoreError when it cannot be noted: then nothing is sent."""
        entry: dict[str, Any] = {"at": datetime.now(UTC).isoformat(), "address": address}
        line = json.dumps({**entry, "body": body.decode("utf-8", "replace")}, ensure_ascii=False) + "\n"
        try:
            with self._lock:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                with open(descriptor, "ab") as file:
                    file.write(line.encode())
        except OSError as exc:
            raise StoreError(
                "What is sent cannot be noted in {path!r}: {strerror}. Nothing was sent.",
                "Free some space or check the folder's rights.",
                path=str(self.path),
                strerror=exc.strerror,
            ) from exc

    def read(self, limit: int = 50) -> list[Sent]:
        """The newest requests first; a line that is damaged is left out."""
        found: list[Sent] = []
        for line in reversed(self._lines()):
            with contextlib.suppress(ValueError):
                found.append(Sent.model_validate_json(line))
            if len(found) == limit:
                break
        return found

    def count(self) -> int:
        return len(self._lines())

    def erase(self) -> None:
        """Delete the whole log."""
        with self._lock:
            self.path.unlink(missing_ok=True)

    def rewrite(self, change: Callable[[str], str]) -> None:
        """Change the texts of what was sent, such as when somebody is forgotten. Raises StoreError; all is as it was
        then."""
        with self._lock:
            lines = self._lines()
            changed = [_changed(line, change) for line in lines]
            if changed == lines:
                return
            beside = self.path.with_suffix(".new")
            try:
                descriptor = os.open(beside, os.O_WRONLY | os.O_TRUNC | os.O_CREAT, 0o600)
                with open(descriptor, "wb") as file:
                    file.write("".join(f"{line}\n" for line in changed).encode())
                beside.replace(self.path)
            except OSError as exc:
                beside.unlink(missing_ok=True)
                raise StoreError(
                    "The log {path!r} cannot be rewritten: {strerror}.",
                    "Erase it under Settings or with `coach model sent --erase`.",
                    path=str(self.path),
                    strerror=exc.strerror,
                ) from exc

    def _lines(self) -> list[str]:
        try:
            # Not `splitlines`: a text may hold characters that it takes for the end of a line.
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return []
        return [line for line in text.split("\n") if line]


def _changed(line: str, change: Callable[[str], str]) -> str:
    """A line of the log with its texts changed, those inside the request's own JSON too."""
    try:
        entry = json.loads(line)
        body = json.loads(entry["body"])
    except (ValueError, LookupError, TypeError):
        return change(line)
    if (new := _in_texts(body, change)) == body:
        return line
    return json.dumps(entry | {"body": json.dumps(new, ensure_ascii=False)}, ensure_ascii=False)


def _in_texts(node: Any, change: Callable[[str], str]) -> Any:
    if isinstance(node, str):
        return change(node)
    if isinstance(node, list):
        return [_in_texts(part, change) for part in node]
    if isinstance(node, dict):
        return {key: _in_texts(part, change) for key, part in node.items()}
    return node
