"""A look at a server elsewhere: in the background, kept for a while, and none before the user has agreed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from coach.config import Settings
from coach.errors import ModelError
from coach.llm.factory import make_chat_model
from coach.llm.handle import ModelHandle
from coach.llm.outbound import Outbound
from coach.llm.reach import BAD_FOR_S, GOOD_FOR_S, Look


class Server:
    """Counts the looks; `fault`: what the next one finds."""

    def __init__(self) -> None:
        self.looks, self.fault, self.now = 0, False, 0.0

    def look(self) -> None:
        self.looks += 1
        if self.fault:
            raise ModelError("Nobody answers at {where!r}.", "Start it.", where="x")


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def look(server: Server) -> Look:
    return Look(server.look, lambda: server.now)


def test_one_look_counts_for_a_while(look: Look, server: Server) -> None:
    assert not look.known
    for _ in range(3):
        look.wait()
    assert (look.known, look.fault, server.looks) == (True, None, 1)
    server.now += GOOD_FOR_S + 1
    look.wait()
    assert server.looks == 2


def test_what_did_not_answer_is_looked_at_again_sooner(look: Look, server: Server) -> None:
    server.fault = True
    look.wait()
    assert look.fault is not None
    server.fault = False
    server.now += BAD_FOR_S + 1
    look.wait()
    assert look.fault is None
    look.begin(anew=True)
    look.wait()
    assert server.looks == 3


def test_nobody_waits_for_a_look_that_takes_long(server: Server) -> None:
    gate = threading.Event()

    def slow() -> None:
        gate.wait(60)
        server.look()

    look = Look(slow)
    handle = ModelHandle(name="m", kind="compatible", context_length=1, where="127.0.0.1", look=look)
    assert handle.state().status == "starting"
    assert handle.state().status == "starting"
    gate.set()
    assert handle.state(wait=True).status == "ready"
    assert server.looks == 1


def test_a_server_that_does_not_answer_is_not_called_ready(look: Look, server: Server) -> None:
    server.fault = True
    handle = ModelHandle(name="m", kind="compatible", context_length=1, where="127.0.0.1", look=look)
    assert (handle.state(wait=True).status, handle.state().reason) == ("failed", "Nobody answers at 'x'. Start it.")


def test_a_server_elsewhere_is_not_looked_at_before_the_user_has_agreed(
    tmp_path: Path, look: Look, server: Server
) -> None:
    settings = Settings(llm_base_url="https://api.example.com/v1")
    agreed = settings.model_copy(update={"accepted_providers": ("api.example.com",)})
    handle = make_chat_model(settings, tmp_path, outbound=Outbound(tmp_path, lambda: settings))
    handle.look = look
    assert handle.state(wait=True).status == "unagreed"
    assert server.looks == 0
    handle.outbound = Outbound(tmp_path, lambda: agreed)
    assert handle.state(wait=True).status == "ready"
