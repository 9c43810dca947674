"""Nothing that goes wrong reaches the screen as a stack trace: each view and each action runs inside one of these."""

from __future__ import annotations

import functools
import html
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec

import streamlit as st

from coach.errors import CoachError
from coach.ui.strings import t

log = logging.getLogger("coach.ui")
P = ParamSpec("P")


def show_error(error: Exception) -> None:
    """A calm box: what happened, and the next step. Anything unexpected adds where the details are."""
    if isinstance(error, CoachError):
        _box(*t.error(error))
        return
    _box(t("error.unexpected"), t("error.kept"))
    with st.expander(t("error.details")):
        st.text(f"{type(error).__name__}: {error}"[:500])
        st.caption(t("error.log"))


def _box(message: str, next_step: str) -> None:
    step = f'<p class="step">{html.escape(next_step)}</p>' if next_step else ""
    st.html(f'<div class="trouble" role="alert"><p>{html.escape(message)}</p>{step}</div>')


@contextmanager
def calm() -> Iterator[None]:
    """Run an action; show what fails in place. Streamlit's own control flow passes through."""
    try:
        yield
    except CoachError as exc:
        show_error(exc)
    except Exception as exc:
        log.exception("An action failed")
        show_error(exc)


def guarded(view: Callable[P, None]) -> Callable[P, None]:
    """The same view, with `calm` around it."""

    @functools.wraps(view)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> None:
        with calm():
            view(*args, **kwargs)

    return drawn
