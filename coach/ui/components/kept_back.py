"""What the notes about somebody ask to keep to oneself, beside what is to be said to them."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from coach.domain.discretion import kept_back
from coach.domain.models import Note
from coach.ui.components.layout import esc
from coach.ui.strings import t

SHOWN = 4


def kept_to_yourself(notes: Iterable[Note]) -> None:
    """A reminder of what no draft uses; nothing where the notes ask for nothing."""
    kept = dict.fromkeys(one for note in notes for one in kept_back(note.text))
    if kept:
        quoted = " ".join(f"“{esc(one)}”" for one in list(kept)[:SHOWN])
        st.html(f'<p class="hint kept-back" dir="auto">{esc(t("kept_back"))} {quoted}</p>')
