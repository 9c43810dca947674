"""An import on its way into the workspace: a job saves it, another indexes it, and the app can be used meanwhile.

The job holds what was found, so a failure or a stop loses nothing: the same can be saved again, and doubles nothing.
"""

from __future__ import annotations

import threading

import streamlit as st

from coach.domain.intake import ImportPreview, SaveReport
from coach.domain.progress import Listener, Update
from coach.facade import Coach
from coach.ui import keys, workspace
from coach.ui.boundary import guarded
from coach.ui.components import streaming
from coach.ui.components.layout import esc, row
from coach.ui.jobs import Job
from coach.ui.strings import t

_INDEXING = ("indexing",)


def at_work(key: str) -> bool:
    """Whether an import of this place is being saved, or was and has something to say."""
    return workspace.jobs().find("import", key) is not None


def start(coach: Coach, key: str, found: ImportPreview) -> None:
    """Begin to save what was found, and after that to index it."""

    def work(listen: Listener, stop: threading.Event) -> SaveReport:
        listen(Update(stage="saving", payload=found))
        report = coach.save_import(found, lambda done, total: listen(_moved("saving", done, total)), stop)
        _index(coach)
        return report

    workspace.jobs().start(("import", key), work)


def _index(coach: Coach) -> None:
    def work(listen: Listener, _: threading.Event) -> None:
        coach.sync(lambda done, total: listen(_moved("indexing", done, total)))

    workspace.jobs().start(_INDEXING, work)


def _moved(stage: str, done: int, total: int) -> Update:
    return Update(stage=stage, done=done, total=total)


def watch(coach: Coach, key: str) -> ImportPreview | None:
    """Draw the import while it is saved. Returns what was saved, once, when it is whole or was left as it is."""
    job = workspace.jobs().find("import", key)
    assert job is not None
    found: ImportPreview = job.payload(ImportPreview)
    if job.running:
        streaming.watch(job, lambda _: None, f"import-{key}")
        return None
    report = job.result
    if isinstance(report, SaveReport) and not report.left:
        workspace.jobs().forget("import", key)
        keys.notice(t("import.saved", added=report.added, updated=report.updated, unchanged=report.unchanged))
        return found
    return _unfinished(coach, key, job, found)


def _unfinished(coach: Coach, key: str, job: Job, found: ImportPreview) -> ImportPreview | None:
    """It was stopped or went wrong: say how far it came, and go on or leave it."""
    if isinstance(job.result, SaveReport):
        saved = job.result.added + job.result.updated + job.result.unchanged
        text = t("import.stopped", saved=saved, total=saved + job.result.left)
        st.html(f'<p class="found" role="status">{esc(text)}</p>')
    else:
        streaming.failed(job)
        st.html(f'<p class="hint">{esc(t("import.failed"))}</p>')
    with row(f"import-again-{key}"):
        if st.button(t("import.again"), type="primary", key=f"import.{key}.again"):
            workspace.jobs().forget("import", key)
            start(coach, key, found)
            st.rerun()
        if st.button(t("import.leave"), type="tertiary", key=f"import.{key}.leave"):
            workspace.jobs().forget("import", key)
            if isinstance(job.result, SaveReport):
                return found
            st.rerun()
    return None


def indexing() -> None:
    """While what was saved is being indexed: a line that says so, and that there is nothing to wait for."""
    job = workspace.jobs().find(*_INDEXING)
    if job is None:
        return
    if not job.running:
        workspace.jobs().forget(*_INDEXING)
        streaming.failed(job)
        return

    @st.fragment(run_every=streaming.POLL_S)
    @guarded
    def shown() -> None:
        latest = job.latest
        text = t("import.indexing", done=latest.done, total=latest.total) if latest else t("import.indexing.soon")
        st.html(f'<p class="hint" role="status">{esc(text)}</p>')
        if not job.running:
            st.rerun(scope="app")

    shown()
