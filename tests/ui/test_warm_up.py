"""Warming up goes on in the pauses between clicks, and a start imports no more than the first page needs."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest
from streamlit.components.v2 import manifest_scanner

from coach.errors import ModelError, StoreError
from coach.facade import Coach
from coach.ui import imports, serve, warm_up
from coach.ui.jobs import Jobs
from coach.ui.pages import VIEWS
from coach.ui.pauses import PAUSE_S, Pauses
from coach.ui.read_ahead import ReadAhead

NOT_FOR_THE_FIRST_PAGE = ("chromadb", "httpx", "langchain_core", "numpy", "onnxruntime", "openai", "snowballstemmer")


def test_a_job_that_is_asked_for_ends_the_wait() -> None:
    pauses, asked = Pauses(), threading.Event()
    asked.set()
    pauses.wait(asked)  # returns although a page was drawn just now


def test_a_pause_lets_the_work_go_on() -> None:
    pauses = Pauses()
    waiting = threading.Thread(target=pauses.wait, args=(threading.Event(),))
    waiting.start()
    waiting.join(timeout=60)
    assert not waiting.is_alive()


class UntilLetGo(Pauses):
    """A pause that begins when the test says so."""

    def __init__(self) -> None:
        self.begun = threading.Event()

    def wait(self, asked: threading.Event) -> None:
        while not self.begun.wait(0.01) and not asked.is_set():
            pass


class _Closing:
    """A workspace that is closed, or breaks, while its index is brought up to date."""

    def __init__(self, *, closed: bool) -> None:
        self.store = SimpleNamespace(is_closed=closed)

    def warm_up(self, _go_on: Callable[[], object]) -> None:
        raise StoreError("The workspace 'w' is closed.")


@pytest.mark.parametrize(("closed", "level"), [(True, "INFO"), (False, "ERROR")])
def test_the_work_of_a_workspace_that_was_closed_on_purpose_is_no_error(
    closed: bool, level: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="coach.ui")
    warm_up._ready_to_recall_and_check(cast(Coach, _Closing(closed=closed)), lambda: None)
    assert [record.levelname for record in caplog.records] == [level]


def test_the_newest_wish_is_read_and_what_any_page_may_need_after_it() -> None:
    read: list[str] = []
    done = threading.Event()
    pauses = UntilLetGo()
    ahead = ReadAhead(pauses)
    ahead.want("first", lambda stop: read.append("first"))
    ahead.want("second", lambda stop: read.append("second"))
    ahead.want("second", lambda stop: read.append("again"))
    ahead.always(lambda stop: done.set())
    pauses.begun.set()
    assert done.wait(60)
    assert read[:1] == ["second"]


def test_reading_ahead_is_given_up_for_a_job() -> None:
    begun, stopped = threading.Event(), threading.Event()
    ahead = ReadAhead(Pauses())

    def read(stop: threading.Event) -> None:
        begun.set()
        if stop.wait(60):
            stopped.set()

    ahead.want("page", read)
    assert begun.wait(60)
    Jobs(before=ahead.give_way).start(("prepare",), lambda listen, stop: None)
    assert stopped.wait(60)


def test_a_prompt_that_cannot_be_read_ahead_troubles_nobody() -> None:
    tried, done = threading.Event(), threading.Event()
    ahead = ReadAhead(Pauses())

    def fail(stop: threading.Event) -> None:
        tried.set()
        raise ModelError("The model is away.", "Try again.")

    ahead.want("page", fail)
    assert tried.wait(60)
    ahead.want("next", lambda stop: done.set())
    assert done.wait(60)


def test_the_first_page_imports_no_vendor_that_it_does_not_need() -> None:
    program = (
        f"import sys, coach.bootstrap\nprint([name for name in {NOT_FOR_THE_FIRST_PAGE!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_streamlit_still_has_the_scan_that_the_start_leaves_out() -> None:
    assert callable(manifest_scanner.scan_component_manifests)


def test_a_page_that_is_being_drawn_is_no_pause_however_long_it_takes() -> None:
    pauses, waited = Pauses(), threading.Event()

    def wait() -> None:
        pauses.wait(threading.Event())
        waited.set()

    with pauses.drawing():
        threading.Thread(target=wait, daemon=True).start()
        assert not waited.wait(2 * PAUSE_S)
    assert waited.wait(60)


def test_what_is_no_longer_wanted_is_not_even_imported_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who goes from page to page would wait for it on each."""
    imported: list[str] = []
    monkeypatch.setattr(imports, "_done", set())
    monkeypatch.setattr(importlib, "import_module", imported.append)
    answers = iter((True, True, False))
    imports.work(lambda: next(answers))
    assert imported == list(imports.WORK[:2])
    imports.work()
    assert imported[2:] == list(imports.WORK)


def test_the_app_keeps_what_it_compiles_where_python_would_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    serve.keep_compiled()
    assert not sys.dont_write_bytecode
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


def test_every_page_is_imported_before_it_is_clicked() -> None:
    imports.pages()
    assert all(f"{imports.VIEWS}.{path.stem}" in sys.modules for path in VIEWS.glob("[a-z]*.py"))
