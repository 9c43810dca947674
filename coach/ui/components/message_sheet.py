"""A drafted message with its doubts and its evidence: to be vouched for, changed, copied, sent by you, ticked off."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from coach.domain.gate import unconfirmed
from coach.domain.models import Draft, DraftVersion, Person
from coach.drafting.channels import CHANNELS, TooLong
from coach.export.mail import mail_link
from coach.facade import Coach
from coach.journeys.sending import over_the_limit
from coach.ui import keys, pages, reading
from coach.ui.boundary import calm
from coach.ui.components import channels, claim_gate, typed, wishes
from coach.ui.components.clipboard import copy_button, live_count
from coach.ui.components.cost import use_line
from coach.ui.components.layout import card, day, empty, esc, named, row, section
from coach.ui.components.quotes import check_of, evidence_of, quote, sourced
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
        _unsigned(coach, draft)
        if not _sent(draft):
            claim_gate.claims(coach, person, draft)
        _evidence(version, draft.id)
        if not _sent(draft):
            wishes.box(coach, person, draft)
        _editor(coach, draft, version)
        _send(coach, person, draft)
    if len(draft.versions) > 1:
        _history(coach, draft)


def _provenance(draft: Draft, version: DraftVersion) -> None:
    facts = [t("message.version", number=version.number), _worded_by(version)]
    facts.append(use_line(version.model, version.usage))
    if draft.status == "sent" and draft.sent_at:
        facts.append(t("message.sent_on", day=day(draft.sent_at.date())))
    st.html(f'<p class="hint">{esc(" · ".join(fact for fact in facts if fact))}</p>')


def _worded_by(version: DraftVersion) -> str:
    """Who worded a version; of a first one without a model, that it was made so, since nothing was changed yet."""
    first = ".first" if version.origin == "rule" and version.number == 1 else ""
    return t(f"message.by.{version.origin}{first}", model=version.model)


def _unsigned(coach: Coach, draft: Draft) -> None:
    """That a message ends without its sender's name, while the app does not know it, and where to give it."""
    signs = draft.channel in CHANNELS and CHANNELS[draft.channel].sign_off
    if coach.settings.user_name or not signs or _sent(draft) or draft.current.origin == "user":
        return
    with row(f"unsigned-{draft.id}"):
        st.html(f'<p class="hint" role="status">{esc(t("message.unsigned"))}</p>')
        if st.button(t("message.unsigned.go"), key=f"unsigned-go-{draft.id}", type="tertiary", icon=":material/badge:"):
            pages.go("settings")


def _checked(version: DraftVersion) -> None:
    """The text with its doubts marked and the source of each sentence under it; the editor holds the plain text."""
    check = check_of(version.check)
    subject = (
        f'<p class="subject"><b>{esc(t("message.subject"))}</b> {esc(version.subject)}</p>' if version.subject else ""
    )
    body = sourced(version.text, check, evidence_of(version.evidence))
    st.html(f'{subject}<div class="message" dir="auto">{body}</div>')
    if check is not None and check.missing:
        st.html(f'<p class="hint" role="status">{esc(t("message.cut", reason=check.missing))}</p>')
    if check is not None and check.passed and check.graded:
        st.html(f'<p class="checked">{esc(t("message.checked"))}</p>')
    if check is not None and not check.graded:
        st.html(f'<p class="hint" role="status">{esc(t("message.ungraded"))}</p>')


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
    typed.keep(coach, f"draft-{draft.id}", key, version.text)
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
    """The ways out. They open when nothing is left that the notes do not back and nobody has vouched for."""
    if not _sent(draft) and unconfirmed(draft.current):
        waits = f"{t.counted('claim', len(unconfirmed(draft.current)))} {t('gate.waits')}"
        _closed(draft, waits)
        return
    over = None if _sent(draft) else over_the_limit(draft)
    if over is not None and not _let_through(draft, over):
        return
    _ways_out(person, draft)
    if _sent(draft):
        return
    with row(f"sent-{draft.id}", align="bottom"):
        chosen = st.date_input(
            t("message.next"),
            value=reading.today() + timedelta(days=NEXT_DAYS),
            key=f"next-{draft.id}",
            format=t("date.field"),
            width=190,
            persist_state="session",
        )
        if st.button(t("message.mark_sent"), key=f"mark-{draft.id}", icon=":material/check:"):
            _mark_sent(coach, draft, chosen if isinstance(chosen, date) else None, vouch=over is not None)


def _ways_out(person: Person, draft: Draft) -> None:
    version = draft.current
    with row(f"send-{draft.id}"):
        copy_button(version.text, draft.id)
        if draft.channel == "email":
            link = mail_link(channels.address(person, "email"), version.subject, version.text)
            st.link_button(t("message.mail"), link.url, icon=":material/mail:")
            if not link.whole:
                st.caption(t("message.mail.long"))
        if draft.channel == "text":
            st.link_button(t("message.sms"), channels.sms(person, version.text), icon=":material/sms:")


def _let_through(draft: Draft, over: TooLong) -> bool:
    """Whether what is too long may go: an e-mail where its user says so, since that limit is our rule; anything else
    not."""
    kind = ".subject" if over.part == "subject" else ".words" if over.unit == "words" else ""
    waiting = t(f"gate.too_long{kind}", length=over.length, limit=over.limit)
    if over.of_ours and st.checkbox(t("gate.as_it_is"), key=f"as-it-is-{draft.id}-{draft.current.number}"):
        return True
    _closed(draft, waiting)
    return False


def _closed(draft: Draft, waiting: str) -> None:
    """The same buttons, not to be pressed yet, and why."""
    st.html(f'<p class="gate" role="status">{esc(waiting)}</p>')
    with row(f"send-{draft.id}"):
        st.button(t("copy.label"), key=f"copy-closed-{draft.id}", disabled=True, icon=":material/lock:")
        if draft.channel == "email":
            st.button(t("message.mail"), key=f"mail-closed-{draft.id}", disabled=True, icon=":material/mail:")
        if draft.channel == "text":
            st.button(t("message.sms"), key=f"sms-closed-{draft.id}", disabled=True, icon=":material/sms:")
        st.button(t("message.mark_sent"), key=f"mark-{draft.id}", disabled=True, icon=":material/check:")


def _mark_sent(coach: Coach, draft: Draft, next_on: date | None, *, vouch: bool = False) -> None:
    with calm():
        coach.mark_sent(draft.id, next_on=next_on, vouch=vouch)
        keys.notice(t("message.marked"))
        st.rerun()


def _history(coach: Coach, draft: Draft) -> None:
    with st.expander(t("message.history", count=len(draft.versions))):
        asked = {wish.version: wish.text for wish in draft.wishes if wish.version is not None}
        for version in reversed(draft.versions):
            stamp = f"{version.at.astimezone():%Y-%m-%d %H:%M}" if version.at else ""
            head = [t("message.version", number=version.number), _worded_by(version)]
            wish = t("wish.asked", wish=asked[version.number]) if version.number in asked else ""
            st.html(
                f'<p class="hint">{esc(" · ".join(one for one in (*head, wish, stamp) if one))}</p>'
                f'<div class="message old" dir="auto">{esc(version.text)}</div>'
            )
            if version != draft.current and not _sent(draft):
                _use_again(coach, draft, version)


def _use_again(coach: Coach, draft: Draft, version: DraftVersion) -> None:
    if st.button(t("message.again"), key=f"again-{draft.id}-{version.number}", icon=":material/history:"):
        with calm():
            coach.restore_draft(draft.id, version.number)
            keys.put(keys.DRAFT, draft.id)
            keys.notice(t("message.restored", number=version.number))
            st.rerun()


def _folded(draft: Draft) -> None:
    state = t("message.sent_on", day=day(draft.sent_at.date())) if draft.sent_at else t(f"draft.{draft.status}")
    with st.expander(f"{t(f'channel.{draft.channel}')} · {state}"):
        st.html(f'<div class="message old" dir="auto">{esc(draft.current.text)}</div>')
        if draft.status == "open" and st.button(
            named(t("message.open"), draft.current.text[:60]), key=f"open-{draft.id}"
        ):
            keys.put(keys.DRAFT, draft.id)
            st.rerun()
