"""The user's own name, asked for where it is first of use: beside the first question, and where a message is signed."""

from __future__ import annotations

import streamlit as st

from coach.facade import Coach
from coach.ui import keys


def ask(coach: Coach, field: str, label: str, hint: str) -> str:
    """What is typed; "" where the name is known already or left out, and then no field is drawn."""
    if coach.settings.user_name:
        return ""
    name = st.text_input(
        label, key=keys.field(field), help=hint, autocomplete="name", width=320, persist_state="session"
    )
    return (name or "").strip()


def keep(coach: Coach, name: str) -> None:
    """Into the settings, unless it was left out."""
    if name:
        coach.configure(coach.settings.model_copy(update={"user_name": name}))
