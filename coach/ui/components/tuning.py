"""A faster model on this machine: its runtime compiled for this processor in the background, shown and taken back."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import streamlit as st

from coach.config import models_dir
from coach.domain.progress import Listener, Update
from coach.facade import Coach
from coach.ui import keys, workspace
from coach.ui.boundary import calm, show_error
from coach.ui.components.layout import card, esc, row
from coach.ui.components.streaming import watch
from coach.ui.strings import t

if TYPE_CHECKING:
    from coach.llm.runtime import TuneRecord

JOB = "tune"


def tuning(coach: Coach) -> None:
    """What tuning brings, how far it is, what came of it, and the way back. Nothing where it cannot be done."""
    if not offered(coach):
        return
    from coach.llm.runtime import chosen_runtime, read_record

    job = workspace.jobs().find(JOB)
    with card("tuning"):
        st.html(f"<p><b>{esc(t('tune.title'))}</b></p>")
        if job is not None and job.running:
            st.caption(t("tune.hint"))
            watch(job, lambda _: None, JOB)
            return
        if job is not None and job.error is not None:
            show_error(job.error)
        record = read_record(models_dir())
        used = chosen_runtime(models_dir()).program is not None
        st.caption(came_of_it(record, used=used) or t("tune.hint"))
        _buttons(coach, used=used, fresh=job is not None and job.state == "done")


def offered(coach: Coach) -> bool:
    """Where it can be compiled, and a model is here to measure with."""
    return sys.platform == "linux" and coach.model.kind == "embedded" and coach.model.is_here()


def came_of_it(record: TuneRecord | None, *, used: bool) -> str:
    """The last tuning in a sentence or two; "" where there was none, or it was for another processor."""
    if record is None or (record.state == "in use" and not used):
        return ""
    if record.state == "failed":
        return t("tune.failed", why=record.reason)
    said = {"in use": t("tune.in_use"), "slower": t("tune.slower"), "off": ""}[record.state]
    if not record.tuned or not record.prebuilt:
        return said
    speeds = {"read": record.tuned.read, "was_read": record.prebuilt.read}
    speeds |= {"written": record.tuned.written, "was_written": record.prebuilt.written}
    figures = t("tune.figures", **{name: f"{speed:.0f}" for name, speed in speeds.items()})
    return f"{said} {figures}".strip()


def _buttons(coach: Coach, *, used: bool, fresh: bool) -> None:
    with row("tuning-tools"):
        if used and fresh and st.button(t("tune.now"), key="tune-now", icon=":material/bolt:"):
            _reopen(t("tune.now_done"))
        if used and st.button(t("tune.undo"), key="tune-undo"):
            from coach.llm.tune import turn_off

            turn_off(models_dir())
            _reopen(t("tune.undone"))
        if not used and st.button(t("tune.go"), key="tune-go", icon=":material/speed:"):
            _start(coach)


def _reopen(said: str) -> None:
    """The model starts anew, in the runtime that is chosen now."""
    workspace.jobs().forget(JOB)
    with calm():
        workspace.reopen()
        keys.notice(said)
        st.rerun()


def _start(coach: Coach) -> None:
    settings = coach.settings

    def work(tell: Listener, stop: threading.Event) -> TuneRecord:
        from coach.llm.tune import tune

        def moved(_stage: str, share: float) -> None:
            tell(Update(stage="tuning", done=round(100 * share), total=100))

        return tune(models_dir(), settings, moved, stop)

    workspace.jobs().start((JOB,), work)
    st.rerun()
