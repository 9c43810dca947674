"""The watcher of `outward.py` sees what it must; journeys under its eyes, with a model that needs no machine.

With the embedded model itself every journey of `test_main_job.py` runs under the same watch.
"""

from __future__ import annotations

import contextlib
import socket
import urllib.request
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

from coach.bootstrap import open_coach
from coach.config import Settings
from coach.intake.sample import SAMPLE_EVENT_ID
from eval.fake import FillingModel
from tests.integration.outward import watched


def test_the_watcher_sees_a_connection_a_look_up_and_a_request_through_the_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with watched(monkeypatch) as seen:
        with (
            socket.socket() as tried,
            pytest.warns(UserWarning, match="tried to use"),
            pytest.raises(SocketConnectBlockedError),
        ):
            tried.connect(("192.0.2.1", 80))
        with contextlib.suppress(OSError):
            socket.getaddrinfo("telemetry.invalid", 443)
        with contextlib.suppress(OSError):
            urllib.request.urlopen("http://telemetry.invalid/", timeout=5)
    assert seen.attempts == {"192.0.2.1", "telemetry.invalid", "the proxy: GET http://telemetry.invalid/ HTTP/1.1"}


def test_no_room_but_the_models_tries_to_leave_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with watched(monkeypatch) as seen:
        settings = Settings(user_name="Robin")
        with open_coach(tmp_path, settings=settings, model=FillingModel(), sample=True, starter=True) as coach:
            brief = coach.prepare(SAMPLE_EVENT_ID, lines_for=1)
            coach.follow_up(brief.people[0].person_id, "text", "Say hello")
            coach.reflect(SAMPLE_EVENT_ID)
            assert coach.recall("who knows maps?")
    assert seen.attempts == set()
