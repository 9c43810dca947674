"""A scripted server of the chat protocol on loopback, for tests: it answers as told, errs, hangs or hangs up.

Ships with the product so that every room's tests, and anybody who builds on `coach`, can use it.
"""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What the server does with one chat request.

    `status` other than 200: an error with `text` as its message. Otherwise `text` is streamed in pieces of
    `piece` characters, the first after `delay_s` and the others `gap_s` apart; after `cut_after` pieces the
    connection is dropped, after `hang_after` pieces nothing more comes until the client hangs up.
    `refuses`: request fields that are answered with status 400 instead, naming the field.
    """

    text: str = "Hello there."
    status: int = 200
    piece: int = 4
    delay_s: float = 0.0
    gap_s: float = 0.0
    cut_after: int | None = None
    hang_after: int | None = None
    finish: str | None = "stop"
    usage: tuple[int, int, int] | None = (20, 5, 3)
    """Prompt tokens, cached tokens, completion tokens; None: the server does not count."""
    refuses: tuple[str, ...] = ()


class ScriptedServer:
    """Answers chat requests with `replies` in order; the last one serves from then on.

    `requests` holds the JSON bodies as they came, `keys` the bearer keys; `hung_up` is set when a client
    closed its connection in mid-answer.
    """

    def __init__(self, *replies: Reply, models: tuple[str, ...] = ("scripted",)) -> None:
        self.replies = list(replies) or [Reply()]
        self.models = models
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.hung_up = threading.Event()
        self._ending = threading.Event()
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"script": self}))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        """The base address, with /v1."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def __enter__(self) -> ScriptedServer:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        self._http.shutdown()
        self._http.server_close()

    def take(self, body: dict[str, Any], key: str) -> Reply:
        """Note a request and say how it is to be answered."""
        with self._lock:
            self.requests.append(body)
            self.keys.append(key)
            reply = self.replies[min(len(self.requests), len(self.replies)) - 1]
        refused = next((name for name in reply.refuses if name in body), None)
        return Reply(status=400, text=f"Unsupported parameter: {refused}") if refused else reply

    def wait(self, seconds: float) -> bool:
        """Sleep; True when the server is ending."""
        return self._ending.wait(seconds)


class _Handler(BaseHTTPRequestHandler):
    script: ScriptedServer

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: the test looks at `requests`."""

    def do_GET(self) -> None:
        self._send_json(200, {"object": "list", "data": [{"id": name} for name in self.script.models]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        key = self.headers.get("Authorization", "").removeprefix("Bearer ")
        reply = self.script.take(body, key)
        if reply.status != 200:
            self._send_json(reply.status, {"error": {"message": reply.text, "type": "scripted", "code": None}})
            return
        try:
            self._stream(reply, body)
        except OSError:
            self.script.hung_up.set()

    def _send_json(self, status: int, value: dict[str, Any]) -> None:
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _stream(self, reply: Reply, body: dict[str, Any]) -> None:
        self.script.wait(reply.delay_s)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        pieces = [reply.text[at : at + reply.piece] for at in range(0, len(reply.text), reply.piece)]
        for number, piece in enumerate(pieces):
            if number == reply.cut_after:
                return
            if number == reply.hang_after:
                self._hang()
                return
            self._event(_chunk({"content": piece}, None))
            self.script.wait(reply.gap_s)
        self._event(_chunk({}, reply.finish))
        if reply.usage and body.get("stream_options", {}).get("include_usage"):
            self._event(_usage(*reply.usage))
        self._write("data: [DONE]\n\n")

    def _hang(self) -> None:
        while not self.script.wait(0.05):
            self._write(": still here\n\n")

    def _event(self, value: dict[str, Any]) -> None:
        self._write(f"data: {json.dumps(value)}\n\n")

    def _write(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()


def _chunk(delta: dict[str, Any], finish: str | None) -> dict[str, Any]:
    return {
        "id": "scripted",
        "object": "chat.completion.chunk",
        "created": int(time.time()),
        "model": "scripted",
        "choices": [{"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}],
    }


def _usage(prompt: int, cached: int, completion: int) -> dict[str, Any]:
    return {
        **_chunk({}, None),
        "choices": [],
        "usage": {
            "prompt_tokens": prompt,
            "completion_tokens": completion,
            "total_tokens": prompt + completion,
            "prompt_tokens_details": {"cached_tokens": cached},
        },
    }
