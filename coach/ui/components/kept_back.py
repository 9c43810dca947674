"""What the notes about somebody ask to keep to oneself, and how they say that this person is to be reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from coach.domain.models import Note
from coach.ui.components.layout import esc
from coach.ui.strings import t

SHOWN = 4


def kept_to_yourself(notes: Iterable[Note]) -> None:
    """A reminder of what no draft uses, and of when and how to write; nothing where the notes say nothing of it."""
    from coach.journeys.their_notes import kept_to_oneself, ways_to_reach  # brings the reader along: not at the start

    noted = list(notes)
    kept = kept_to_oneself(noted)
    _hint(t("kept_back"), kept)
    _hint(t("how_to_reach"), [one for one in ways_to_reach(noted) if one not in kept])


def _hint(words: str, sentences: Sequence[str]) -> None:
    if sentences:
        quoted = " ".join(f"“{esc(one)}”" for one in sentences[:SHOWN])
        st.html(f'<p class="hint kept-back" dir="auto">{esc(words)} {quoted}</p>')
