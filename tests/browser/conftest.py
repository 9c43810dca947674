"""A real browser on the real app: a server of its own, a fresh workspace, nothing outside.

A stand-in answers as the model, but for the journeys, which have the embedded one. Skipped where no Chromium
is installed (`COACH_CHROMIUM` names one that is not on the path).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "ui")]

from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402
from stand_in import StandIn  # noqa: E402
from walk import Walk  # noqa: E402

from coach.config import models_dir  # noqa: E402
from coach.llm.catalogue import find_model, is_ready  # noqa: E402
from coach.ui.streamlit_options import flags  # noqa: E402

CHROMIUM = os.environ.get("COACH_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
KEPT = ("COACH_MODELS_DIR",)
"""Of the settings of the caller's environment, those that the app is started with."""
START_S = 180
"""Generous: a cold start on a busy machine."""
MODEL_S = 240
"""Seconds that the embedded model may take for one thing on a slow, busy machine."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no Chromium is installed here"))


@dataclass
class Served:
    """The running app: its address, its workspace, and the stand-in that answers as its model."""

    url: str
    home: Path
    model: StandIn


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("workspace")
    with StandIn(gap_s=0.02) as model:
        answering = {"COACH_LLM": "compatible", "COACH_LLM_BASE_URL": model.url, "COACH_LLM_MODEL": "stand-in"}
        with serving(home, answering) as url:
            yield Served(url, home, model)


@contextmanager
def serving(home: Path, settings: dict[str, str]) -> Iterator[str]:
    """The app on that workspace, with these settings in its environment and no others; yields its address."""
    port = _free_port()
    mine = {name: value for name, value in os.environ.items() if name in KEPT or not name.startswith("COACH_")}
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    command += flags(server__port=port, server__headless=True)
    with (home / "server.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**mine, "COACH_HOME": str(home), **settings}, stdout=log, stderr=log
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        try:
            if httpx.get(address, timeout=1, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"the app did not answer at {address} within {START_S} s")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(params=list(SIZES))
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A tab at desktop and at phone width. The test fails when it asked anything of another machine."""
    with tab_of(browser, request.param, timeout_s=90) as tab:
        yield tab


@contextmanager
def tab_of(browser: Browser, size: str, timeout_s: int, locale: str = "en-US") -> Iterator[Page]:
    """A tab of that size, which waits for as long; in the end it must have asked nothing of another machine."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale=locale)
    tab = context.new_page()
    tab.set_default_timeout(1000 * timeout_s)
    expect.set_options(timeout=1000 * timeout_s)
    outside: list[str] = []
    tab.on("request", lambda asked: _note(asked.url, outside))
    yield tab
    context.close()
    assert outside == []


@pytest.fixture(scope="module", params=list(SIZES))
def walk(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """A user who begins with an empty home and the embedded model: once at each width, for all journeys of a file."""
    if not is_ready(find_model("", models_dir()), models_dir()):
        pytest.skip("the embedded model is not on this machine; `coach model pull` fetches it")
    home = tmp_path_factory.mktemp("empty-home")
    settings = {"COACH_LLM": "embedded", "COACH_LLM_TIMEOUT_S": str(MODEL_S), "COACH_USER_NAME": "Robin Vale"}
    with serving(home, settings) as url, tab_of(browser, request.param, timeout_s=MODEL_S) as tab:
        yield Walk(tab, url, home)


def _note(url: str, outside: list[str]) -> None:
    parts = urlsplit(url)
    if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost"):
        outside.append(url)
