"""What never changes of a prompt is read once; a later start of the embedded model takes it from disk.

Reading is the slow part on a processor, and the program's own instructions are the same at every start. Only they
are kept: a file whose words are not exactly those of the unchanging part is deleted on the spot, so that nothing of
anybody's notes stays here. The server writes and reads the files itself (llama.cpp's slot files).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import struct
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.errors import ModelError

if TYPE_CHECKING:
    import httpx
    from langchain_core.messages import BaseMessage

    from coach.llm.handle import ModelHandle

log = logging.getLogger("coach.llm")

FOLDER = "kept-prompts"
LARGEST_BYTES = 256 * 1024**2
"""All files together. One token of the 1.5 B model takes 28 KiB, so that the five prompts need about 80 MiB."""
UNUSED_DAYS = 60.0
SLOT = 0
HEADER = struct.Struct("<III")
"""A slot file begins with a mark, its version and the number of tokens; then come the tokens."""
TOKEN_BYTES = 4
OWN_NUMBERS = 5
"""What the server writes among the tokens: three before them, a mark after them, and the first token written."""
PATIENCE_S = 60.0


def read_stable(handle: ModelHandle, messages: list[BaseMessage], stop: threading.Event | None = None) -> bool:
    """Have the embedded model read a prompt that holds nothing personal: from disk where it was kept (True), else
    anew, and then it is kept. The caller vouches that the messages are the program's own words.

    Raises the ModelError tree. A file that cannot be used or written costs time, never an error.
    """
    from coach.llm.ask import ask  # LangChain comes with it, and takes seconds

    server = handle.server
    shelf = server.kept_prompts if server is not None else None
    if server is None or shelf is None:
        ask(handle, messages, max_tokens=1, temperature=0.0, stop=stop)
        return False
    address = server.address(stop=stop)
    if address is None:
        return False
    import httpx  # takes as long to import as a page to draw

    name = shelf.name_of(server.runtime.name, messages)
    key = {"Authorization": f"Bearer {address.api_key}"}
    with httpx.Client(base_url=address.url, headers=key, timeout=PATIENCE_S, trust_env=False) as client:
        slots = _Slots(client, server.plan.slots)
        if shelf.restore(slots, name):
            return True
        answer = ask(handle, messages, max_tokens=1, temperature=0.0, stop=stop, slot=SLOT)
        if answer.finish_reason != "stopped":
            shelf.save(slots, name, messages)
    return False


class KeptPrompts:
    """The kept prompts of one model, in a folder beside the models. `model`: the hash of its file."""

    def __init__(self, models_dir: Path, model: str) -> None:
        self.folder = models_dir / FOLDER
        self.model = model

    def name_of(self, runtime: str, messages: list[BaseMessage]) -> str:
        """A file name for a prompt, read by this model in this runtime; another of any makes another name."""
        words = json.dumps([self.model, runtime, *((one.type, str(one.content)) for one in messages)])
        return f"{self.model[:12]}-{hashlib.sha256(words.encode()).hexdigest()[:32]}.kv"

    def prepare(self) -> bool:
        """Make the folder, tidy it; False where it cannot be used."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.tidy()
        except OSError as exc:
            log.info("Prompts cannot be kept in %s: %s", self.folder, exc)
            return False
        return True

    def restore(self, slots: _Slots, name: str) -> bool:
        """Load a kept prompt; a file that the server refuses, or dies of, is not tried twice."""
        path, trying = self.folder / name, self.folder / f"{name}.trying-{os.getpid()}"
        try:
            path.rename(trying)
            slots.act("restore", trying.name)
            trying.rename(path)
            os.utime(path)
        except FileNotFoundError:
            return False
        except (OSError, ModelError) as exc:
            log.info("The kept prompt %s cannot be used: %s", name, exc)
            trying.unlink(missing_ok=True)
            return False
        return True

    def save(self, slots: _Slots, name: str, messages: list[BaseMessage]) -> None:
        """Keep what the slot holds, if it is exactly these messages."""
        part = self.folder / f"{name}.part-{os.getpid()}"
        try:
            expected = slots.tokens_of(messages)
            slots.act("save", part.name)
            part.chmod(0o600)
            if _is_prompt(part, expected):
                part.rename(self.folder / name)
                self.tidy()
        except (OSError, ModelError) as exc:
            log.info("A prompt could not be kept: %s", exc)
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def tidy(self, now: float | None = None) -> None:
        """Delete what was left half done, what nobody used for long, and the oldest beyond the limit."""
        oldest = (now or time.time()) - UNUSED_DAYS * 86_400
        found = sorted(((path.stat().st_mtime, path) for path in self.folder.glob("*.kv*")), reverse=True)
        room = LARGEST_BYTES
        for used, path in found:
            whole = path.suffix == ".kv"
            room -= path.stat().st_size if whole else 0
            if used < oldest or room < 0 or not (whole or path.name.endswith(f"-{os.getpid()}")):
                path.unlink(missing_ok=True)

    def forget_model(self) -> None:
        """Delete all that was kept for this model."""
        for path in self.folder.glob(f"{self.model[:12]}-*"):
            path.unlink(missing_ok=True)


class _Slots:
    """The server's slots, as its own protocol has them. Raises ModelError for whatever goes wrong."""

    def __init__(self, client: httpx.Client, count: int) -> None:
        self._client = client
        self._count = count

    def act(self, action: str, file_name: str) -> None:
        """Save the slot, or restore it: what it held is first copied into the server's own cache, at the start of a
        one-word task elsewhere."""
        if action == "restore":
            elsewhere = (SLOT + 1) % self._count
            self._post("/completion", {"prompt": "x", "n_predict": 1, "id_slot": elsewhere, "cache_prompt": False})
        self._post(f"/slots/{SLOT}?action={action}", {"filename": file_name})

    def tokens_of(self, messages: list[BaseMessage]) -> list[int]:
        """The tokens that the server makes of the messages."""
        roles = {"human": "user", "ai": "assistant"}
        chat = [{"role": roles.get(one.type, one.type), "content": str(one.content)} for one in messages]
        prompt = self._post("/apply-template", {"messages": chat})["prompt"]
        asked = {"content": prompt, "add_special": True, "parse_special": True}
        return [int(token) for token in self._post("/tokenize", asked)["tokens"]]

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        import httpx

        try:
            return self._client.post(path, json=body).raise_for_status().json()
        except (httpx.HTTPError, ValueError) as exc:
            raise ModelError(f"The embedded model's server refused {path!r}: {exc}.", "Start the app again.") from exc


def _is_prompt(path: Path, expected: list[int]) -> bool:
    """Whether a slot file holds the expected tokens, together, and only the server's own few numbers beside them."""
    with path.open("rb") as file:
        head = file.read(HEADER.size)
        count = HEADER.unpack(head)[2] if len(head) == HEADER.size else 0
        if not len(expected) <= count <= len(expected) + OWN_NUMBERS:
            return False
        held = file.read(TOKEN_BYTES * count)
    wanted = struct.pack(f"<{len(expected)}i", *expected)
    return any(held.startswith(wanted, TOKEN_BYTES * at) for at in range(OWN_NUMBERS + 1))
