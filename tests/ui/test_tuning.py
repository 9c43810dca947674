"""Settings: the runtime made for this processor, in the background, stopped, shown and taken back."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from conftest import Open
from screen import press, words

from coach.errors import ModelError
from coach.facade import Coach
from coach.llm import tune as tuner
from coach.llm.runtime import FOLDER, PROGRAM, Speed, TuneRecord, processor, read_record, write_record
from coach.ui import workspace
from coach.ui.components import tuning


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COACH_MODELS_DIR", str(tmp_path / "models"))
    monkeypatch.setattr(tuning, "offered", lambda _: True)
    return tmp_path / "models"


def _kept(models: Path) -> TuneRecord:
    speeds = {"prebuilt": Speed(read=79, written=21), "tuned": Speed(read=140, written=22)}
    record = TuneRecord(state="in use", version="1", processor=processor(), **speeds)
    write_record(models, record)
    (models / FOLDER / PROGRAM).write_text("a program")
    return record


def _join() -> None:
    for thread in threading.enumerate():
        if thread.name == tuning.JOB:
            thread.join()
    assert not workspace.jobs().running()


def test_it_runs_in_the_background_and_its_figures_are_shown(
    coach: Coach, open_page: Open, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved, go = threading.Event(), threading.Event()

    def tune(_dir: Path, _settings: Any, tell: Any, _stop: threading.Event) -> TuneRecord:
        tell("compiling", 0.42)
        moved.set()
        go.wait()
        return _kept(models)

    monkeypatch.setattr(tuner, "tune", tune)
    app = press(open_page("settings"), "Make it faster")
    try:
        assert moved.wait(60)
        shown = words(open_page("settings"))
    finally:
        go.set()
    assert "Compiling for this processor: 42 %" in shown
    _join()
    app = open_page("settings")
    assert "140 read (before 79), 22 written (before 21)" in words(app)
    assert "Use it now" in [one.label for one in app.button]
    assert not app.exception


def test_a_failure_is_a_calm_message_and_the_button_stays(
    coach: Coach, open_page: Open, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tune(*_: Any) -> TuneRecord:
        raise ModelError("There is no C++ compiler on this machine.", "Install one.")

    monkeypatch.setattr(tuner, "tune", tune)
    press(open_page("settings"), "Make it faster")
    _join()
    app = open_page("settings")
    assert "There is no C++ compiler on this machine." in words(app)
    assert "Make it faster" in [one.label for one in app.button]


def test_it_can_be_taken_back(coach: Coach, open_page: Open, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kept(models)
    reopened: list[bool] = []
    monkeypatch.setattr(workspace, "reopen", lambda: reopened.append(True))
    app = press(open_page("settings"), "Back to the installed runtime")
    assert read_record(models) is None
    assert reopened == [True]
    assert "Make it faster" in [one.label for one in app.button]
    assert not app.exception


def test_one_for_another_processor_is_not_called_chosen(models: Path) -> None:
    record = _kept(models).model_copy(update={"processor": "another"})
    assert tuning.came_of_it(record, used=False) == ""


def test_where_the_model_is_elsewhere_nothing_is_offered(coach: Coach, open_page: Open) -> None:
    assert "A faster runtime for this machine" not in words(open_page("settings"))
