"""The box under a draft in which you say what should be different, with the wishes that people have most."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.domain.models import Draft, Person
from coach.facade import Coach
from coach.ui import keys, workspace
from coach.ui.components.layout import row
from coach.ui.strings import t

FIELD = "wish"


def box(coach: Coach, person: Person, draft: Draft) -> None:
    """One-tap wishes and a field; a wish runs as a job, since a model may be asked."""
    tone = "less_formal" if draft.tone == "formal" else "more_formal"
    with row(f"wishes-{draft.id}", gap="xsmall"):
        for name in ("shorter", tone, "ask_call"):
            if st.button(t(f"wish.{name}"), key=f"wish-{name}-{draft.id}"):
                _start(coach, person, draft, t(f"wish.{name}"))
        if len(draft.versions) > 1:
            _undo(coach, draft)
    with st.form(f"wish-form-{draft.id}", border=False), row(f"wish-row-{draft.id}", align="bottom"):
        said = st.text_input(t("wish.field"), key=field(draft), placeholder=t("wish.example"), persist_state="session")
        asked = st.form_submit_button(t("wish.go"), key=f"wish-go-{draft.id}", icon=":material/edit_note:")
    if asked and (said or "").strip():
        _start(coach, person, draft, said or "")


def field(draft: Draft) -> str:
    return keys.field(f"{FIELD}-{draft.id}")


def empty(draft: Draft) -> None:
    """After a wish was met its field comes back empty; after one that failed it keeps the words."""
    keys.renew(f"{FIELD}-{draft.id}")


def _start(coach: Coach, person: Person, draft: Draft, wish: str) -> None:
    work = partial(coach.revise_draft, draft.id, wish)
    keys.put(keys.DRAFT, draft.id)
    workspace.jobs().start(("follow_up", person.id), lambda listen, stop: work(stream=listen, stop=stop))
    st.rerun()


def _undo(coach: Coach, draft: Draft) -> None:
    before = draft.versions[-2]
    if st.button(t("wish.undo"), key=f"undo-{draft.id}", type="tertiary", icon=":material/undo:"):
        coach.restore_draft(draft.id, before.number)
        keys.put(keys.DRAFT, draft.id)
        keys.notice(t("message.restored", number=before.number))
        st.rerun()
