"""What the notes do not back in a draft, one by one: true and known to you, reworded from the notes, or left out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from coach.domain.gate import DoubtfulClaim, doubtful_claims
from coach.domain.models import Draft, Person
from coach.facade import Coach
from coach.ui import keys, workspace
from coach.ui.boundary import calm
from coach.ui.components.layout import day, esc, row
from coach.ui.rule_text import ruled
from coach.ui.strings import t


def claims(coach: Coach, person: Person, draft: Draft) -> None:
    """Each claim with its three ways; one that was vouched for says so, and can be taken back."""
    for number, claim in enumerate(doubtful_claims(draft.current), start=1):
        key = f"{draft.id}-{draft.current.number}-{number}"
        with st.container(key=f"claim-{key}", gap="xsmall"):
            if claim.confirmed is None:
                _open(coach, person, draft, claim, key)
            else:
                _settled(coach, draft, claim, key)


def _open(coach: Coach, person: Person, draft: Draft, claim: DoubtfulClaim, key: str) -> None:
    reason = ruled(claim.reason) or t(f"flag.{claim.verdict}")
    st.html(f'<div class="doubt-row"><q>{esc(claim.text)}</q> <span>{esc(reason)}</span></div>')
    with row(f"ways-{key}", gap="xsmall"):
        if st.button(t("gate.true"), key=f"true-{key}", icon=":material/check:"):
            _do(draft, t("gate.kept"), lambda: coach.confirm_claim(draft.id, claim.text))
        if not claim.in_subject and st.button(t("gate.mend"), key=f"mend-{key}", icon=":material/build:"):
            mend = partial(coach.mend_claim, draft.id, claim.text)
            workspace.jobs().start(("follow_up", person.id), lambda listen, stop: mend(stream=listen, stop=stop))
            st.rerun()
        label = t("gate.plain_subject") if claim.in_subject else t("gate.drop")
        if st.button(label, key=f"drop-{key}", icon=":material/content_cut:"):
            _do(draft, t("gate.dropped"), lambda: coach.drop_claim(draft.id, claim.text))


def _settled(coach: Coach, draft: Draft, claim: DoubtfulClaim, key: str) -> None:
    vouched = claim.confirmed
    when = day(vouched.at.astimezone().date()) if vouched and vouched.at else ""
    by = (vouched.by if vouched else "") or t("gate.you")
    with row(f"vouched-{key}", gap="xsmall"):
        st.html(f'<p class="vouched"><q>{esc(claim.text)}</q> {esc(t("gate.vouched", by=by, day=when))}</p>')
        if st.button(t("gate.take_back"), key=f"back-{key}", type="tertiary", icon=":material/undo:"):
            _do(draft, t("gate.taken_back"), lambda: coach.withdraw_confirmation(draft.id, claim.text))


def _do(draft: Draft, said: str, act: Callable[[], object]) -> None:
    with calm():
        act()
        keys.put(keys.DRAFT, draft.id)
        keys.notice(said)
        st.rerun()
