"""A drafted message with its doubts and its evidence: to be edited, copied, sent by your mail program, ticked off."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from coach.domain.models import Draft, DraftVersion, Person
from coach.facade import Coach
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.components import channels
from coach.ui.components.clipboard import copy_button, live_count
from coach.ui.components.layout import card, day, empty, esc, row, section
from coach.ui.components.quotes import check_of, doubt_list, evidence_of, marked, quote
from coach.ui.strings import t

NEXT_DAYS = 30
"""Proposed days until the next message after one was sent."""


def messages(coach: Coach, person: Person) -> None:
    """The open draft in full, the earlier messages folded."""
    drafts = reading.messages_to(coach, person.id)
    if not drafts:
        empty("✎", t("message.none"), t("message.none.text"))
        return
    wanted = keys.get(keys.DRAFT)
    shown = next((draft for draft in drafts if draft.id == wanted), None) or next(
        (draft for draft in drafts if draft.status == "open"), None
    )
    if shown is not None:
        with calm():
            _draft(coach, person, shown)
    others = [draft for draft in drafts if shown is None or draft.id != shown.id]
    if others:
        section(t("message.earlier"), count=len(others))
        for draft in others:
            _folded(draft)


def _draft(coach: Coach, person: Person, draft: Draft) -> None:
    section(t("message.title", channel=t(f"channel.{draft.channel}")))
    version = draft.current
    with card(f"draft-{draft.id}"):
        _provenance(draft, version)
        _checked(version)
        _evidence(version, draft.id)
        _editor(coach, draft, version)
        _send(coach, person, draft)
    if len(draft.versions) > 1:
        _history(draft)


def _provenance(draft: Draft, version: DraftVersion) -> None:
    facts = [t("message.version", number=version.number), t(f"message.by.{version.origin}", model=version.model)]
    tokens = version.usage.prompt + version.usage.completion
    if tokens:
        facts.append(t("brief.tokens", tokens=f"{tokens:,}", seconds=round(version.usage.seconds)))
    if draft.status == "sent" and draft.sent_at:
        facts.append(t("message.sent_on", day=day(draft.sent_at.date())))
    st.html(f'<p class="hint">{esc(" · ".join(fact for fact in facts if fact))}</p>')


def _checked(version: DraftVersion) -> None:
    """The text with its doubts marked; the editor below holds the plain text."""
    check = check_of(version.check)
    subject = (
        f'<p class="subject"><b>{esc(t("message.subject"))}</b> {esc(version.subject)}</p>' if version.subject else ""
    )
    body = marked(version.text, check, labels=True)
    st.html(f'{subject}<div class="message" dir="auto">{body}</div>{doubt_list(version.text, check)}')
    if check is not None and check.passed:
        st.html(f'<p class="checked">{esc(t("message.checked"))}</p>')


def _evidence(version: DraftVersion, key: str) -> None:
    evidence = evidence_of(version.evidence)
    if not evidence:
        return
    with row(f"evidence-{key}", gap="xsmall"):
        for one in evidence:
            with st.popover(one.label, type="tertiary", key=f"chip-{key}-{one.label}", help=t("evidence.help")):
                quote(one.label, one)


def _editor(coach: Coach, draft: Draft, version: DraftVersion) -> None:
    key = f"edit-{draft.id}-{version.number}"
    subject = version.subject
    if draft.channel == "email":
        subject = (
            st.text_input(t("message.subject"), version.subject, key=f"{key}-subject", persist_state="session") or ""
        )
    text = (
        st.text_area(
            t("message.edit"), version.text, key=key, height=260, persist_state="session", disabled=_sent(draft)
        )
        or ""
    )
    live_count(key, text, channels.CHANNELS.get(draft.channel), key)
    changed = (text, subject) != (version.text, version.subject)
    if changed:
        st.caption(t("message.unsaved"))
    if not _sent(draft) and st.button(t("message.save"), key=f"save-{key}", icon=":material/save:") and changed:
        with calm():
            coach.edit_draft(draft.id, text, subject=subject)
            keys.put(keys.DRAFT, draft.id)
            keys.notice(t("message.saved"))
            st.rerun()


def _sent(draft: Draft) -> bool:
    return draft.status == "sent"


def _send(coach: Coach, person: Person, draft: Draft) -> None:
    version = draft.current
    with row(f"send-{draft.id}"):
        copy_button(version.text, draft.id)
        if draft.channel == "email":
            st.link_button(
                t("message.mail"), channels.mailto(person, version.subject, version.text), icon=":material/mail:"
            )
        if draft.channel == "text":
            st.link_button(t("message.sms"), channels.sms(person, version.text), icon=":material/sms:")
    if _sent(draft):
        return
    with row(f"sent-{draft.id}", align="bottom"):
        chosen = st.date_input(
            t("message.next"),
            value=reading.today() + timedelta(days=NEXT_DAYS),
            key=f"next-{draft.id}",
            format="YYYY-MM-DD",
            width=190,
            persist_state="session",
        )
        if st.button(t("message.mark_sent"), key=f"mark-{draft.id}", icon=":material/check:"):
            _mark_sent(coach, draft, chosen if isinstance(chosen, date) else None)


def _mark_sent(coach: Coach, draft: Draft, next_on: date | None) -> None:
    with calm():
        coach.mark_sent(draft.id, next_on=next_on)
        keys.notice(t("message.marked"))
        st.rerun()


def _history(draft: Draft) -> None:
    with st.expander(t("message.history", count=len(draft.versions))):
        for version in reversed(draft.versions):
            stamp = f"{version.at.astimezone():%Y-%m-%d %H:%M}" if version.at else ""
            head = [t("message.version", number=version.number), t(f"message.by.{version.origin}", model=version.model)]
            st.html(
                f'<p class="hint">{esc(" · ".join(one for one in (*head, stamp) if one))}</p>'
                f'<div class="message old" dir="auto">{esc(version.text)}</div>'
            )


def _folded(draft: Draft) -> None:
    state = t("message.sent_on", day=day(draft.sent_at.date())) if draft.sent_at else t(f"draft.{draft.status}")
    with st.expander(f"{t(f'channel.{draft.channel}')} · {state}"):
        st.html(f'<div class="message old" dir="auto">{esc(draft.current.text)}</div>')
        if draft.status == "open" and st.button(t("message.open"), key=f"open-{draft.id}"):
            keys.put(keys.DRAFT, draft.id)
            st.rerun()
