"""HTTP for model calls that can be cut from another thread, and that finds the embedded server again.

A call that was stopped must stop the server too, and the server notices only when its connection closes.
A blocked read can be ended from outside only by shutting its socket down, so each call keeps hold of its
socket. The embedded server has a new port and key after every start; requests for it are
sent to wherever it listens now, so that one LangChain model object stays good for the program's life.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any

import httpx2

from coach.llm.embedded import EmbeddedServer
from coach.llm.sent_log import SentLog

CONNECT_TIMEOUT_S = 10.0


class CallCancelled(Exception):
    """A request was to be sent for a call that had been cancelled."""


class Call:
    """One model call. `cancel()` may come from any thread, before, during or after the request."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._cancelled = False
        self.generation: int | None = None

    def cancel(self) -> None:
        with self._lock:
            self._cancelled = True
            for connection in self._sockets:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self._sockets.clear()

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def hold(self, event: str, info: dict[str, Any]) -> None:
        """The transport's trace hook: remembers each socket as it is connected."""
        if event not in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            return
        connection = info["return_value"].get_extra_info("socket")
        with self._lock:
            self._sockets.append(connection)
        if self._cancelled:
            self.cancel()

    def release(self) -> None:
        """Forget the sockets of a finished call, so that a late cancel cannot touch another's."""
        with self._lock:
            self._sockets.clear()


_current = threading.local()


@contextlib.contextmanager
def this_call(call: Call) -> Iterator[None]:
    """Within it, requests of this thread belong to `call`."""
    _current.call = call
    try:
        yield
    finally:
        _current.call = None
        call.release()


class CallClient(httpx2.Client):
    """Ties each request to the thread's current call; sends those for the embedded server where it is.

    Connections are not kept: each call owns its socket. Read timeouts are off: `ask` bounds the whole call
    and the gaps between chunks itself. For the embedded server the machine's proxy settings are ignored,
    so that loopback traffic stays on loopback; elsewhere they hold. What goes to another machine is noted in
    `log` first.
    """

    def __init__(self, server: EmbeddedServer | None = None, log: SentLog | None = None) -> None:
        super().__init__(
            limits=httpx2.Limits(max_keepalive_connections=0),
            timeout=httpx2.Timeout(None, connect=CONNECT_TIMEOUT_S),
            trust_env=server is None,
            follow_redirects=server is None,
        )
        self._server = server
        self._log = log

    def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        call: Call | None = getattr(_current, "call", None)
        if call is not None:
            if call.cancelled:
                raise CallCancelled
            request.extensions = {**request.extensions, "trace": call.hold}
        if self._server is not None:
            _readdress(request, self._server, call)
        if self._log is not None:
            self._log.add(str(request.url), request.read())
        return super().send(request, **options)


def _readdress(request: httpx2.Request, server: EmbeddedServer, call: Call | None) -> None:
    address = server.address()
    assert address is not None
    here = httpx2.URL(address.url)
    request.url = request.url.copy_with(scheme=here.scheme, host=here.host, port=here.port)
    request.headers["Host"] = f"{here.host}:{here.port}"
    request.headers["Authorization"] = f"Bearer {address.api_key}"
    if call is not None:
        call.generation = address.generation
