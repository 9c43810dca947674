"""What the notes about somebody ask to keep to oneself, and how they say that this person is to be reached."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.domain.models import Note, Person
from coach.facade import Coach
from coach.ui.components.layout import esc
from coach.ui.strings import t

SHOWN = 4


def kept_to_yourself(coach: Coach, person: Person, notes: Sequence[Note]) -> None:
    """A reminder of what no draft uses, and of when and how to write; nothing where the notes say nothing of it. What
    they say of somebody else is none of it."""
    # brings the reader along: not at the start
    from coach.journeys.their_notes import kept_to_oneself, people_of, ways_to_reach

    people = people_of(coach.store, notes)
    kept = kept_to_oneself(notes, person, people)
    _hint(t("kept_back"), kept)
    _hint(t("how_to_reach"), [one for one in ways_to_reach(notes, person, people) if one not in kept])


def _hint(words: str, sentences: Sequence[str]) -> None:
    if sentences:
        quoted = " ".join(esc(t("quote", text=one)) for one in sentences[:SHOWN])
        st.html(f'<p class="hint kept-back" dir="auto">{esc(words)} {quoted}</p>')
