"""A running job on screen: what it does, how far it is, what it has written, a Stop button.

Only a line or two is redrawn on each look, and the page itself when a part is finished: the model needs the
processor more than the screen does (redrawing a whole brief twice a second made it write four times slower).
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from coach.ui.boundary import guarded, show_error
from coach.ui.components.layout import esc
from coach.ui.jobs import Job
from coach.ui.strings import t

POLL_S = 0.7


def watch(job: Job, draw: Callable[[Job], None], key: str) -> None:
    """Draw the job until it ends, then the page again, which shows the result from the workspace."""
    drawn = job.parts

    @st.fragment(run_every=POLL_S)
    @guarded
    def bar() -> None:
        _bar(job, key)
        if not job.running or job.parts != drawn:
            st.rerun(scope="app")

    bar()
    draw(job)


def _bar(job: Job, key: str) -> None:
    latest = job.latest
    with st.container(horizontal=True, vertical_alignment="center", key=f"running-{key}"):
        st.html(f'<div class="working" role="status"><span class="pulse"></span>{esc(_said(job))}</div>')
        if st.button(t("job.stop"), key=f"stop-{key}", icon=":material/stop_circle:", disabled=job.stopped):
            job.stop()
    if latest and latest.total:
        st.progress(min(1.0, latest.done / latest.total))


def _said(job: Job) -> str:
    if job.stopped:
        return t("job.stopping")
    latest = job.latest
    if latest is None:
        return t("job.working")
    said = t.raw(f"stage.{latest.stage}")
    if "{total}" in said and not latest.total:  # not counted yet
        return t("job.working")
    return said.format(done=latest.done, total=latest.total)


def words(job: Job, person_id: str = "") -> None:
    """Words as they are being written, for one person of a brief or for the whole."""

    @st.fragment(run_every=POLL_S)
    @guarded
    def live() -> None:
        text = job.text_for(person_id)
        st.html(
            f'<div class="say writing" dir="auto">{esc(text)}<span class="caret"></span></div>' if text else "<p></p>"
        )

    live()


def failed(job: Job) -> None:
    """Why the job ended early."""
    if job.error is not None:
        show_error(job.error)
