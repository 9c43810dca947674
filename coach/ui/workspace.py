"""The one wired coach of this process, and the jobs that run for it. Sessions share both; nothing else is cached."""

from __future__ import annotations

import logging
import threading
import time
from logging.handlers import RotatingFileHandler

import streamlit as st

from coach.domain.grounding import check_draft
from coach.errors import InputError
from coach.facade import Coach
from coach.ui.jobs import Jobs
from coach.ui.model_state import LOAD_AFTER_S, Fetches, begin
from coach.ui.strings import t

log = logging.getLogger("coach.ui")
MODEL_LOOKED_FOR_EVERY_S = 2.0
"""While it is being fetched."""


def open_workspace() -> Coach:
    """Open the workspace that `COACH_HOME` or the default names. Raises CoachError."""
    from coach.bootstrap import open_coach

    return open_coach(sample=True, starter=True)


@st.cache_resource(show_spinner=False)
def _held() -> Coach:
    coach = open_workspace()
    _log_to_file(coach)
    begin(coach, fetches())
    threading.Thread(target=_warm, args=(coach, jobs().asked), name="warm", daemon=True).start()
    return coach


@st.cache_resource(show_spinner=False)
def _running() -> Jobs:
    return Jobs()


@st.cache_resource(show_spinner=False)
def _fetching() -> Fetches:
    return Fetches()


def coach() -> Coach:
    """The workspace, opened once a process."""
    return _held()


def jobs() -> Jobs:
    """Work in the background: it goes on while its page is not shown."""
    return _running()


def fetches() -> Fetches:
    """Models on their way to this machine."""
    return _fetching()


def reopen() -> None:
    """Close the workspace, so that it opens with new settings. Raises InputError while work is running."""
    if jobs().running():
        raise InputError(t("settings.busy"), t("settings.busy.step"))
    coach().close()
    _held.clear()


def _warm(opened: Coach, asked: threading.Event) -> None:
    """Open and heal the index, then the checker, the model and its prompts, before anybody waits for them.

    The model gives way to the first job (`asked`): two at once would each take more than twice as long.
    """
    try:
        opened.sync()
        check_draft("Good to see you.", [])
    except Exception:
        log.exception("The index could not be brought up to date")
    asked.wait(LOAD_AFTER_S)
    try:
        while opened.model.kind == "embedded" and opened.model.state().status == "absent":
            time.sleep(MODEL_LOOKED_FOR_EVERY_S)
        opened.warm_model(asked)
    except Exception:
        log.exception("The model could not be warmed up")


def _log_to_file(opened: Coach) -> None:
    """A stack trace belongs into `<home>/logs/app.log`, not on the screen."""
    folder = opened.home / "logs"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "app.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        log.warning("No log file can be written in %s", folder)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
