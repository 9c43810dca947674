"""Watches for anything that wants to leave this machine: this process's calls, its children's sockets, its proxies.

Telemetry swallows the error when it is blocked, so a test has to look for the attempt.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Iterator
from typing import Any

import psutil
import pytest

TRACING = {
    "LANGSMITH_TRACING": "true",
    "LANGSMITH_API_KEY": "lsv2_pt_test",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGCHAIN_API_KEY": "test",
    "ANONYMIZED_TELEMETRY": "true",
}
"""An environment in which others' libraries would send what they see."""
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
SAMPLE_S = 0.1


def is_here(host: str) -> bool:
    """Whether a host is this machine."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    return host in ("localhost", "")


class Outward:
    """`attempts` gathers every host that was looked up or connected to and is not this machine."""

    def __init__(self) -> None:
        self.attempts: set[str] = set()
        self._over = threading.Event()
        self.trap = socket.create_server(("127.0.0.1", 0))

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self.trap.getsockname()[1]}"

    def note(self, host: Any) -> None:
        if isinstance(host, bytes):
            host = host.decode()
        if isinstance(host, str) and not is_here(host):
            self.attempts.add(host)

    def sample(self) -> None:
        """Look at the sockets of this process and of its children until the end."""
        while not self._over.wait(SAMPLE_S):
            own = psutil.Process()
            for process in (own, *own.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    for one in process.net_connections(kind="inet"):
                        self.note(one.raddr.ip if one.raddr else "")
                        if process != own:
                            self.note(one.laddr.ip)

    def accept(self) -> None:
        while not self._over.is_set():
            with contextlib.suppress(OSError):
                caller, _ = self.trap.accept()
                with caller:
                    caller.settimeout(5)
                    asked = caller.recv(200).decode("utf-8", "replace").split("\r\n", 1)[0]
                    if asked:  # noted before the caller learns that nobody answers, and goes on
                        self.attempts.add(f"the proxy: {asked}")

    def end(self) -> None:
        self._over.set()
        with contextlib.suppress(OSError):
            socket.create_connection(self.trap.getsockname()).close()
        self.trap.close()


@contextlib.contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Outward]:
    """Within it every attempt is noted. The proxies of the environment lead into a trap."""
    seen = Outward()
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def noted_connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple):
            seen.note(address[0])
        connect(self, address)

    def noted_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        seen.note(host)
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", noted_connect)
    monkeypatch.setattr(socket, "getaddrinfo", noted_look_up)
    for name, value in {**TRACING, **dict.fromkeys(PROXIES, seen.proxy)}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    threads = [threading.Thread(target=one, daemon=True) for one in (seen.sample, seen.accept)]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        seen.end()
        for thread in threads:
            thread.join(timeout=10)
