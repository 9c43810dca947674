"""A handle around a scripted server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.config import Settings
from coach.llm.factory import ModelHandle, make_chat_model
from coach.llm.testing import Reply, ScriptedServer

Scripted = Callable[..., tuple[ModelHandle, ScriptedServer]]


@pytest.fixture
def scripted(tmp_path: Path) -> Iterator[Scripted]:
    """`scripted(Reply(…), …, model="m")` gives the handle and the server."""
    servers: list[ScriptedServer] = []

    def begin(*replies: Reply, model: str = "m", timeout_s: float = 20.0) -> tuple[ModelHandle, ScriptedServer]:
        server = ScriptedServer(*replies)
        servers.append(server)
        server.__enter__()
        settings = Settings(llm_base_url=server.url, llm_model=model, llm_timeout_s=timeout_s)
        return make_chat_model(settings, tmp_path), server

    yield begin
    for server in servers:
        server.__exit__(None, None, None)
