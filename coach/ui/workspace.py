"""The one wired coach of this process, and the jobs that run for it. Sessions share both; nothing else is cached."""

from __future__ import annotations

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

import streamlit as st

from coach.config import Settings, differing
from coach.errors import InputError
from coach.facade import Coach
from coach.ui import warm_up
from coach.ui.jobs import Jobs
from coach.ui.model_state import Fetches, fetch_if_absent
from coach.ui.pauses import Pauses
from coach.ui.read_ahead import ReadAhead
from coach.ui.strings import t

log = logging.getLogger("coach.ui")

OPENED_WITH = frozenset(
    {
        *("llm", "llm_model", "llm_base_url", "llm_timeout_s", "embedder", "embeddings_base_url", "embeddings_model"),
        *("database_url", "chroma_url"),
    }
)
"""Settings that count when the workspace is opened."""


def open_workspace() -> Coach:
    """Open the workspace that `COACH_HOME` or the default names. Raises CoachError."""
    from coach.bootstrap import open_coach

    return open_coach(sample=True, starter=True, language=t.language)


@st.cache_resource(show_spinner=False)
def _held() -> Coach:
    coach = open_workspace()
    _opened["with"] = coach.settings
    _log_to_file(coach)
    fetch_if_absent(coach, fetches())
    warm_up.begin(coach, pauses(), ahead(), jobs().asked)
    return coach


@st.cache_resource(show_spinner=False)
def _running() -> Jobs:
    return Jobs(before=ahead().give_way)


@st.cache_resource(show_spinner=False)
def _fetching() -> Fetches:
    return Fetches()


@st.cache_resource(show_spinner=False)
def _pausing() -> Pauses:
    return Pauses()


def coach() -> Coach:
    """The workspace, opened once a process."""
    return _held()


def speak_in(language: str) -> None:
    """The starter stories are told in the language of the app, once it is another than before."""
    if _spoken["last"] == language:
        return
    from coach.bootstrap import starter_stories_follow

    starter_stories_follow(coach(), language)
    _spoken["last"] = language


_spoken = {"last": ""}
_opened: dict[str, Settings] = {}


def follow_settings() -> None:
    """Take over what another program wrote into the settings, and open the workspace anew where that needs it: at once,
    or as soon as nothing is being written any more."""
    with suppress(InputError):  # a file that cannot be read changes nothing; saving says so
        coach().follow_settings()
    if differing(_opened["with"], coach().settings) & OPENED_WITH and not jobs().running():
        reopen()


def jobs() -> Jobs:
    """Work in the background: it goes on while its page is not shown."""
    return _running()


def fetches() -> Fetches:
    """Models on their way to this machine."""
    return _fetching()


def pauses() -> Pauses:
    """When pages are drawn."""
    return _pausing()


@st.cache_resource(show_spinner=False)
def _reading_ahead() -> ReadAhead:
    return ReadAhead(pauses())


def ahead() -> ReadAhead:
    """Prompts that the model reads before they are asked."""
    return _reading_ahead()


def reopen() -> None:
    """Close the workspace, so that it opens with new settings. Raises InputError while work is running."""
    if jobs().running():
        raise InputError(t("settings.busy"), t("settings.busy.step"))
    coach().close()
    _held.clear()


def log_file(opened: Coach) -> Path:
    """Where what goes wrong is told in full. It is there once something has gone wrong."""
    return opened.home / "logs" / "app.log"


def _log_to_file(opened: Coach) -> None:
    """A stack trace belongs into `<home>/logs/app.log`, not on the screen."""
    path = log_file(opened)
    for handler in [one for one in log.handlers if isinstance(one, RotatingFileHandler)]:
        log.removeHandler(handler)  # the workspace was opened before
        handler.close()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        log.warning("No log file can be written in %s", path.parent)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
