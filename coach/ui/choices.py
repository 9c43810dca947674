"""What is chosen under Settings, in step with the settings file, which `coach model use` and others write too."""

from __future__ import annotations

from typing import Any

import streamlit as st

from coach.config import Settings, differing
from coach.facade import Coach
from coach.ui import workspace

DRAWN = "settings.drawn"
"""The settings as this session last saw them."""


def follow() -> None:
    """Take over what was chosen elsewhere; fields on screen that still show what was before begin anew."""
    workspace.follow_settings()
    now = workspace.coach().settings
    for field in differing(st.session_state.get(DRAWN, now), now):
        st.session_state[_round(field)] = st.session_state.get(_round(field), 0) + 1
    st.session_state[DRAWN] = now


def key(widget: str, field: str) -> str:
    """The key of the widget for a setting. It changes when the setting was changed elsewhere: a browser would send the
    value of before again, as if somebody had just chosen it."""
    number = st.session_state.get(_round(field), 0)
    return f"{widget}#{number}" if number else widget


def keep(coach: Coach, **changed: Any) -> None:
    """Validate and keep what was chosen on this page. Raises InputError."""
    coach.configure(Settings.model_validate({**coach.settings.model_dump(), **changed}))
    seen: Settings = st.session_state.get(DRAWN, coach.settings)
    st.session_state[DRAWN] = seen.model_copy(update={name: getattr(coach.settings, name) for name in changed})


def _round(field: str) -> str:
    return f"round.settings.{field}"
