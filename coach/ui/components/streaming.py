"""A running job on screen: what it does, how far it is, what it has written, a Stop button. Only this part redraws."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from coach.ui.boundary import guarded, show_error
from coach.ui.components.layout import esc
from coach.ui.jobs import Job
from coach.ui.strings import t

POLL_S = 0.4


def watch(job: Job, draw: Callable[[Job], None], key: str) -> None:
    """Draw the job until it ends, then redraw the page, which shows the result from the workspace."""

    @st.fragment(run_every=POLL_S if job.running else None)
    @guarded
    def live() -> None:
        _bar(job, key)
        draw(job)
        if not job.running:
            st.rerun(scope="app")

    live()


def _bar(job: Job, key: str) -> None:
    latest = job.latest
    with st.container(horizontal=True, vertical_alignment="center", key=f"running-{key}"):
        label = _said(job)
        st.html(f'<div class="working" role="status"><span class="pulse"></span>{esc(label)}</div>')
        if st.button(t("job.stop"), key=f"stop-{key}", icon=":material/stop_circle:", disabled=job.stopped):
            job.stop()
    if latest and latest.total:
        st.progress(min(1.0, latest.done / latest.total))


def _said(job: Job) -> str:
    if job.stopped:
        return t("job.stopping")
    latest = job.latest
    return t("job.working") if latest is None else t.maybe(f"stage.{latest.stage}", latest.stage.replace("_", " "))


def writing(text: str) -> None:
    """Words as they are being written."""
    if text:
        st.html(f'<div class="say writing" dir="auto">{esc(text)}<span class="caret"></span></div>')


def failed(job: Job) -> None:
    """Why the job ended early."""
    if job.error is not None:
        show_error(job.error)
