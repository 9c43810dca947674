"""The model's state on screen: one line in the sidebar always, a banner while it is being fetched or has failed."""

from __future__ import annotations

import streamlit as st

from coach.llm.progress import Progress
from coach.ui import pages, workspace
from coach.ui.boundary import guarded
from coach.ui.components.layout import duration, esc
from coach.ui.model_state import ModelView, view_of
from coach.ui.strings import t

POLL_S = 1.0
SETTLED = ("ready", "off", "unagreed")


def _now() -> ModelView:
    return view_of(workspace.coach(), workspace.fetches())


def sidebar_state() -> None:
    """What answers, and where the words go. Polls only until the model has settled."""
    first = _now().phase

    @st.fragment(run_every=None if first in SETTLED else 2 * POLL_S)
    @guarded
    def line() -> None:
        view = _now()
        if view.phase != first and "failed" in (view.phase, first):
            st.rerun(scope="app")  # the banner comes or goes
        place = t("model.remote", where=view.where) if view.remote else t("model.local")
        if view.phase == "unagreed":
            place = t("model.not_sent", where=view.where)
        words = "" if view.phase == "off" else f'<span class="meta">{esc(place)}</span>'
        st.html(
            f'<div class="model-state {view.phase}" role="status"><span class="dot" aria-hidden="true"></span>'
            f"<span><b>{esc(t(f'model.{view.phase}'))}</b>{words}</span></div>"
        )

    line()


def banner() -> None:
    """Only while there is something to say; everything else stays usable."""
    first = _now().phase
    if first not in ("fetching", "failed", "missing"):
        return

    @st.fragment(run_every=POLL_S if first == "fetching" else None)
    @guarded
    def live() -> None:
        view = _now()
        if view.phase != first:
            st.rerun(scope="app")
        with st.container(key=f"banner-{view.phase}"):
            _DRAW[view.phase](view)

    live()


def _fetching(view: ModelView) -> None:
    st.html(f"<p><b>{esc(t('model.fetching.title', model=view.name))}</b> {esc(t('model.fetching.text'))}</p>")
    if view.progress is not None:
        st.progress(view.progress.fraction, text=_amounts(view.progress))


def _amounts(progress: Progress) -> str:
    """Size, speed and time left, as far as they are known."""
    parts = [t("model.amount", done=_mb(progress.done), total=_mb(progress.total))]
    if progress.speed > 0:
        parts.append(t("model.speed", speed=_mb(progress.speed)))
    if progress.seconds_left is not None:
        parts.append(t("model.left", left=duration(progress.seconds_left)))
    return " · ".join([*parts, progress.stage] if progress.stage else parts)


def _mb(size: float) -> str:
    return f"{size / 1e6:,.0f} MB" if size >= 1e7 else f"{size / 1e6:.1f} MB"


def _failed(view: ModelView) -> None:
    st.html(f"<p><b>{esc(t('model.failed.title'))}</b> {esc(view.reason)} {esc(view.next_step)}</p>")
    if workspace.coach().model.fault is not None:
        if st.button(t("model.choose_another"), icon=pages.ICONS["settings"], key="model-choose"):
            pages.go("settings")
    elif st.button(t("model.retry"), icon=":material/refresh:", key="model-retry"):
        _again(view)


def _missing(view: ModelView) -> None:
    st.html(f"<p><b>{esc(t('model.missing.title', model=view.name))}</b> {esc(t('model.missing.text'))}</p>")
    if st.button(t("model.fetch"), icon=":material/download:", key="model-fetch"):
        _again(view)


def _again(view: ModelView) -> None:
    handle = workspace.coach().model
    if handle.look is not None:
        handle.look.begin(anew=True)
    elif handle.is_here():
        handle.start()
    else:
        workspace.fetches().start(view.name)
    st.rerun(scope="app")


_DRAW = {"fetching": _fetching, "failed": _failed, "missing": _missing}
