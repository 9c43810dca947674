"""What is sent to a model elsewhere: the page to agree to, what placeholders hide, the log, and what it costs."""

from __future__ import annotations

from typing import Any

import streamlit as st

from coach.config import Price
from coach.errors import Words
from coach.facade import Coach
from coach.ui import choices, keys
from coach.ui.boundary import calm
from coach.ui.components.layout import card, esc, prose
from coach.ui.strings import t

FIELDS = ("names", "organisations", "emails", "phones", "handles")
SHOWN = 20
"""Requests of the log on screen, the newest."""


def consent(coach: Coach) -> None:
    """The plain page for the provider in use, and the button; nothing for a model on this machine."""
    handle = coach.model
    if not handle.remote:
        return
    from coach.llm.outbound import what_is_sent

    _page(coach, "consent", handle.where, handle.where, what_is_sent(handle.where, coach.settings.hidden_fields))


def search_consent(coach: Coach) -> None:
    """The same for notes that are sent elsewhere to be found by meaning."""
    from coach.llm.outbound import search_at, search_elsewhere, what_search_sends

    where = search_elsewhere(coach.settings)
    if where:
        _page(coach, "search-consent", where, search_at(where), what_search_sends(where))


def _page(coach: Coach, name: str, where: str, kept_as: str, paragraphs: list[Words]) -> None:
    """What is sent, with the button to agree or to take that back."""
    from coach.llm.outbound import accepted

    agreed = kept_as in coach.settings.accepted_providers
    with card(name):
        head = t("outbound.agreed" if agreed else "outbound.head", where=where)
        page = "".join(f"<p>{esc(t.said(part.code, part.values))}</p>" for part in paragraphs)
        st.html(f"<h3>{esc(head)}</h3>{page}")
        if agreed and st.button(t("outbound.withdraw"), key=f"{name}.withdraw"):
            left = tuple(one for one in coach.settings.accepted_providers if one != kept_as)
            _keep(coach, accepted_providers=left)
        elif not agreed and st.button(t("outbound.agree"), type="primary", key=f"{name}.agree"):
            _keep(coach, accepted_providers=accepted(coach.settings, kept_as).accepted_providers)


def hidden(coach: Coach) -> None:
    """What a placeholder replaces, field by field."""
    if not coach.model.remote:
        return
    with card("hidden"):
        chosen = st.pills(
            t("outbound.hidden"),
            list(FIELDS),
            selection_mode="multi",
            default=list(coach.settings.hidden_fields),
            format_func=lambda one: t(f"outbound.field.{one}"),
            key=choices.key("outbound.fields", "hidden_fields"),
        )
        fields = tuple(one for one in FIELDS if one in chosen)
        if fields != coach.settings.hidden_fields:
            _keep(coach, hidden_fields=fields)


def price(coach: Coach) -> None:
    """The price of the model in use, as its provider states it. Left empty it stays unknown."""
    if not coach.model.remote:
        return
    name = coach.model.name
    known = coach.settings.prices.get(name)
    with card("price"), st.form("price", border=False):
        st.html(f'<p class="hint">{esc(t("outbound.price.hint", model=name))}</p>')
        read = st.number_input(t("outbound.price.read"), min_value=0.0, value=known.read if known else None)
        written = st.number_input(t("outbound.price.written"), min_value=0.0, value=known.written if known else None)
        currency = st.text_input(t("outbound.price.currency"), known.currency if known else "USD", max_chars=8)
        if st.form_submit_button(t("outbound.price.keep")):
            prices = {key: value for key, value in coach.settings.prices.items() if key != name}
            if read is not None and written is not None:
                prices[name] = Price(read=read, written=written, currency=(currency or "USD").strip() or "USD")
            _keep(coach, prices=prices)


def log(coach: Coach) -> None:
    """Everything that was sent, newest first, and the button that erases it. Nothing where nothing was ever sent."""
    from coach.llm.sent_log import SentLog

    kept = SentLog(coach.home)
    count = kept.count()
    if not count:
        return
    with st.expander(t("outbound.log", count=f"{count:,}")):
        st.caption(str(kept.path))
        for sent in kept.read(SHOWN):
            stamp = sent.at.astimezone()
            st.html(f'<p class="meta">{esc(f"{stamp:%Y-%m-%d %H:%M:%S}")} · {esc(sent.address)}</p>')
            for role, text in sent.messages:
                prose(f"{role}: {text}", "prose")
        if st.button(t("outbound.erase"), key="outbound.erase"):
            kept.erase()
            keys.notice(t("outbound.erased"))
            st.rerun()


def _keep(coach: Coach, **changed: Any) -> None:
    with calm():
        choices.keep(coach, **changed)
        keys.notice(t("settings.saved"))
        st.rerun()
