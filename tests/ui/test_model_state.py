"""The model's state on screen: on its way with figures, failed with a way on, ready."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Open
from screen import press, words
from stand_in import StandIn

from coach.errors import ModelDownloadError
from coach.facade import Coach
from coach.llm.catalogue import catalogue
from coach.llm.embedded import ModelState
from coach.llm.factory import make_chat_model
from coach.llm.handle import ModelHandle
from coach.llm.progress import Progress
from coach.ui import model_state, workspace
from coach.ui.model_state import Fetches, view_of

NAME = catalogue()[0].name


@pytest.fixture
def absent(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """The embedded model is configured, and not on this machine."""
    handle = ModelHandle(name=NAME, kind="embedded", context_length=4096, where="this machine", is_here=lambda: False)
    monkeypatch.setattr(handle, "state", lambda: ModelState("absent", "not here"))
    monkeypatch.setattr(Coach, "model", property(lambda _: handle))
    return coach


Pull = Callable[..., Path]


def _slow(gate: threading.Event) -> Pull:
    def pull(entry: object, folder: Path, progress: Callable[[Progress], None], stop: threading.Event) -> Path:
        progress(Progress(done=250_000_000, total=1_000_000_000, speed=5e6, seconds_left=150, stage="fetching"))
        gate.wait(10)
        return folder

    return pull


def test_while_it_is_fetched_the_banner_shows_size_speed_and_time_left(
    absent: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    monkeypatch.setattr("coach.llm.download.pull", _slow(gate))
    app = open_page("people")
    time.sleep(0.2)
    app.run()
    bar = app.get("progress")[0].proto
    assert "250 MB of 1,000 MB" in bar.text
    assert "5.0 MB/s" in bar.text
    assert "about 2 min left" in bar.text
    assert "Add a person" in [one.proto.popover.label for one in app.get("popover")]
    gate.set()


def test_a_failed_fetch_says_why_and_can_be_tried_again(
    absent: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[object] = []

    def broken(entry: object, *_: object) -> Path:
        tries.append(entry)
        raise ModelDownloadError("No connection.", "Check the network.")

    monkeypatch.setattr("coach.llm.download.pull", broken)
    app = open_page("today")
    time.sleep(0.2)
    app.run()
    assert "No connection." in words(app)
    assert "Check the network." in words(app)
    press(app, "Try again")
    time.sleep(0.2)
    assert len(tries) == 2


def test_a_model_that_cannot_be_started_is_told(absent: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(absent.model, "state", lambda: ModelState("failed", "It ended three times."))
    view = view_of(absent, Fetches())
    assert (view.phase, view.reason) == ("failed", "It ended three times.")


def test_only_one_thread_fetches_a_model(absent: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr("coach.llm.download.pull", _slow(gate))
    fetches = Fetches()
    first = fetches.start(NAME, tmp_path)
    assert fetches.start(NAME, tmp_path) is first
    gate.set()


def test_a_ready_model_needs_no_banner(coach: Coach, open_page: Open) -> None:
    assert coach.model.state(wait=True).status == "ready"
    app = open_page("today")
    assert model_state.view_of(coach, workspace.fetches()).phase == "ready"
    assert not app.get("progress")


def test_an_address_where_nothing_listens_is_told_and_looked_at_again(
    coach: Coach, stand_in: StandIn, open_page: Open
) -> None:
    nowhere = coach.settings.model_copy(update={"llm_base_url": "http://127.0.0.1:1/v1"})
    there, gone = make_chat_model(coach.settings, coach.home).look, make_chat_model(nowhere, coach.home).look
    coach.model.look = gone
    assert "Model ready" not in words(open_page("today"))
    coach.model.state(wait=True)
    app = open_page("today")
    shown = words(app)
    assert "The model at &#x27;127.0.0.1&#x27; cannot be reached" in shown
    assert "Check the address and that the server is running." in shown
    coach.model.look = there
    press(app, "Try again")
    coach.model.state(wait=True)
    assert "Model ready" in words(app.run())


def test_before_consent_nothing_is_called_ready(coach: Coach, open_page: Open) -> None:
    coach.model.where = "models.example"
    shown = words(open_page("today"))
    assert "Model waits for your consent" in shown
    assert "Nothing goes to models.example yet" in shown
    assert "Model ready" not in shown
