"""The first look: invented people to try things with, and one click to begin with your own."""

from __future__ import annotations

import streamlit as st

from coach.domain.agenda import Agenda
from coach.facade import Coach
from coach.ui import keys, pages, reading
from coach.ui.boundary import calm
from coach.ui.components.layout import esc, row
from coach.ui.strings import t

SEEN = "ui.welcome"
"""The workspace's own mark that the welcome was read."""


def welcome(coach: Coach, agenda: Agenda) -> None:
    """Shown while the sample is there; folded to one line once it has been read."""
    if not reading.has_sample(coach):
        return
    if coach.store.setting(SEEN):
        with row("sample-note"):
            st.html(
                f'<p class="hint"><span class="tag sample">{esc(t("sample.tag"))}</span> {esc(t("sample.note"))}</p>'
            )
            if st.button(t("sample.remove"), type="tertiary"):
                remove(coach)
        return
    with st.container(key="welcome"):
        st.html(
            f"<h2>{esc(t('welcome.title'))}</h2><p>{esc(t('welcome.text'))}</p>"
            f'<p class="hint"><span class="tag sample">{esc(t("sample.tag"))}</span> {esc(t("welcome.sample"))}</p>'
        )
        with row():
            if st.button(t("welcome.try"), type="primary", icon=":material/explore:"):
                coach.store.set_setting(SEEN, "yes")
                ahead = agenda.of("event")
                pages.go("prepare", **{keys.EVENT: ahead[0].ref if ahead else None})
            if st.button(t("sample.remove")):
                remove(coach)


def remove(coach: Coach) -> None:
    """Take every invented person and event out, and everything that hangs on them."""
    with calm():
        from coach.bootstrap import remove_sample

        with st.spinner(t("sample.removing")):
            remove_sample(coach)
        keys.drop(keys.EVENT, keys.PERSON, keys.BRIEF, keys.DRAFT, keys.CAPTURE)
        coach.store.set_setting(SEEN, "yes")
        keys.notice(t("sample.removed"))
        st.rerun()
