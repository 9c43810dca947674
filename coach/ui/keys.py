"""Keys of the session state. It holds ids and unsaved edits, nothing else; what is saved lives in the workspace."""

from __future__ import annotations

from typing import Any

import streamlit as st

EVENT = "open.event"
PERSON = "open.person"
STORY = "open.story"
BRIEF = "open.brief"
DRAFT = "open.draft"
CAPTURE = "open.capture"
LATELY = "capture.lately"
"""The event that Capture has chosen by itself, so that it does so once."""
NOTICE = "notice"


def get(key: str, default: Any = None) -> Any:
    return st.session_state.get(key, default)


def put(key: str, value: Any) -> None:
    st.session_state[key] = value


def drop(*names: str) -> None:
    for name in names:
        st.session_state.pop(name, None)


def field(name: str) -> str:
    """The widget key of a field that can be emptied by `renew`: Streamlit forbids writing to a drawn widget."""
    return f"{name}#{st.session_state.get(f'round.{name}', 0)}"


def renew(name: str) -> None:
    """Give the field a fresh key, so that it comes back empty."""
    st.session_state[f"round.{name}"] = st.session_state.get(f"round.{name}", 0) + 1


def notice(text: str) -> None:
    """Say this once, after the next rerun."""
    st.session_state[NOTICE] = text


def take_notice() -> str:
    return str(st.session_state.pop(NOTICE, ""))
