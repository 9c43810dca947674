"""A chat model and what surrounds it: its name for the record, where words go, readiness, an end.

The model is LangChain's `BaseChatModel`, built at first use: importing its client takes seconds, and an app
must open before that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from coach.errors import CoachError, ModelError, ModelMissingError
from coach.llm.embedded import EmbeddedServer, ModelState
from coach.llm.outbound import LOOPBACK, Outbound
from coach.llm.reach import Look
from coach.llm.veil import Veil

if TYPE_CHECKING:
    from langchain_core.language_models.chat_models import BaseChatModel

Kind = Literal["embedded", "openai", "compatible", "none", "unusable", "other"]

CHARACTERS_A_TOKEN = 4
"""The usual rule of thumb for English, used only where a server cannot count; other languages need more."""
OPTIONAL_FIELDS = frozenset({"response_format", "stream_options", "temperature", "seed"})
"""Request fields that a call can do without, should a server refuse them."""


@dataclass(eq=False)
class ModelHandle:
    """A chat model and what surrounds it. `kind` "other" is a LangChain model that somebody plugged in.

    `refused` remembers request fields that this server rejected, so that they are not sent again.
    `outbound` guards what leaves this machine; a model on this machine does without. `fault`: why a model of the kind
    "unusable" cannot be made. `look` tells whether a server of its own address is there.
    """

    name: str
    kind: Kind
    context_length: int
    where: str
    timeout_s: float = 120.0
    server: EmbeddedServer | None = None
    build: Callable[[], BaseChatModel] | None = None
    is_here: Callable[[], bool] = lambda: True
    sendable: frozenset[str] = OPTIONAL_FIELDS
    refused: set[str] = field(default_factory=set)
    outbound: Outbound | None = None
    fault: CoachError | None = None
    look: Look | None = None
    _model: BaseChatModel | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def model(self) -> BaseChatModel:
        """LangChain's model. Raises ModelMissingError when none is to be used, or the settings fit no model."""
        self._require_usable()
        if self.build is None:
            raise ModelMissingError(
                "No language model is configured.", "Choose one under Settings, or unset COACH_LLM."
            )
        with self._lock:
            if self._model is None:
                self._model = self.build()
            return self._model

    def _require_usable(self) -> None:
        if self.fault is not None:
            values: dict[str, Any] = dict(self.fault.values)
            raise ModelMissingError(*self.fault.code, **values)

    @property
    def remote(self) -> bool:
        """True when what is asked leaves this machine."""
        return self.kind in ("openai", "compatible") and self.where not in LOOPBACK

    def veil(self) -> Veil | None:
        """What hides names on their way out; None where nothing leaves this machine or nothing is to be hidden."""
        return self.outbound.veil() if self.remote and self.outbound is not None else None

    def describe(self) -> str:
        """One line for a person: the model, and where the words go."""
        if self.kind == "none":
            return "no language model"
        if self.kind == "unusable":
            return f"{self.name} (cannot be used)"
        if self.kind == "embedded":
            return f"{self.name} (embedded: stays on this machine)"
        return f"{self.name} ({'remote' if self.remote else 'local server'}: {self.where})"

    def state(self, *, wait: bool = False) -> ModelState:
        """Where the model stands. A server with an address of its own is looked at in the background, and not before
        the user has agreed to what is sent there; `wait`: until that look has ended, two seconds at most."""
        if self.kind == "none":
            return ModelState("absent", "No language model is configured.")
        if self.fault is not None:
            return ModelState("failed", str(self.fault))
        if self.server is None:
            return self._looked_at(wait=wait)
        if self.server.state().status == "stopped" and not self.is_here():
            return ModelState("absent", f"The model {self.name!r} is not on this machine yet.")
        return self.server.state()

    def _looked_at(self, *, wait: bool) -> ModelState:
        if self.remote and self.outbound is not None and not self.outbound.agreed(self.where):
            return ModelState("unagreed", f"You have not yet agreed to what is sent to {self.where!r}.")
        if self.look is None:
            return ModelState("ready")
        if wait:
            self.look.wait()
        else:
            self.look.begin()
        if self.look.fault is not None:
            return ModelState("failed", str(self.look.fault))
        return ModelState("ready" if self.look.known else "starting")

    def start(self) -> None:
        """Begin to load an embedded model in the background; does nothing when it is absent or remote."""
        if self.server is not None and self.is_here():
            self.server.start()

    def wait_ready(self, stop: threading.Event | None = None) -> bool:
        """Wait until the model can answer; False when `stop` was set meanwhile.

        Raises ModelMissingError when there is no model, ModelConsentError when the user has not agreed to send
        anything there, ModelError when it cannot be started.
        """
        self._require_usable()
        if self.server is None:
            if self.remote and self.outbound is not None:
                self.outbound.require_consent(self.where)
            _ = self.model
            return not (stop and stop.is_set())
        if self.server.state().status in ("stopped", "absent") and not self.is_here():
            raise ModelMissingError(
                "The model {name!r} is not on this machine yet.", "Fetch it with `coach model pull`.", name=self.name
            )
        return self.server.address(stop=stop) is not None

    def close(self) -> None:
        """End the embedded model's process. May be called twice."""
        if self.server is not None:
            self.server.close()

    def __enter__(self) -> ModelHandle:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def count_tokens(handle: ModelHandle, text: str) -> int:
    """Tokens of `text`: the embedded model's own count when it is ready, else an estimate of four
    characters a token. Raises ModelError when the server fails to count."""
    server = handle.server
    if server is None or server.state().status != "ready":
        return -(-len(text) // CHARACTERS_A_TOKEN)
    address = server.address()
    assert address is not None
    import httpx  # takes as long to import as a page to draw

    try:
        answer = httpx.post(
            f"{address.url}/tokenize",
            json={"content": text},
            headers={"Authorization": f"Bearer {address.api_key}"},
            timeout=10,
            trust_env=False,
        )
        return len(answer.raise_for_status().json()["tokens"])
    except (httpx.HTTPError, ValueError, KeyError) as exc:
        raise ModelError("The embedded model could not count tokens.", "Try again.") from exc
