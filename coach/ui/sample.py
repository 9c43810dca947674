"""The first look: three questions to begin with, and invented people to try things with, one click apart."""

from __future__ import annotations

import streamlit as st

from coach.facade import Coach
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.components import guided_start
from coach.ui.components.layout import esc, row
from coach.ui.strings import t


def welcome(coach: Coach) -> None:
    """The questions while they are open; else one line while the sample is there."""
    if guided_start.under_way(coach):
        guided_start.draw(coach)
    elif reading.has_sample(coach):
        with row("sample-note"):
            tag = f'<span class="tag sample">{esc(t("sample.tag"))}</span>'
            st.html(f'<p class="hint">{tag} {esc(t("sample.note"))}</p>')
            if st.button(t("sample.remove"), type="tertiary"):
                remove(coach)
    elif guided_start.put_off(coach) and not reading.has_begun(coach):
        with row("start-again"):
            st.html(f'<p class="hint">{esc(t("start.again.hint"))}</p>')
            if st.button(t("start.again"), type="tertiary", icon=":material/play_arrow:"):
                guided_start.begin(coach)
                st.rerun()
            if st.button(t("start.example"), type="tertiary", icon=":material/visibility:"):
                guided_start.example(coach)


def remove(coach: Coach) -> None:
    """Take every invented person and event out, and everything that hangs on them; then the questions begin."""
    with calm():
        from coach.bootstrap import remove_sample

        with st.spinner(t("sample.removing")):
            remove_sample(coach)
        keys.drop(keys.EVENT, keys.PERSON, keys.BRIEF, keys.DRAFT, keys.CAPTURE)
        if not reading.has_own(coach):
            guided_start.begin(coach)
        keys.notice(t("sample.removed"))
        st.rerun()
