"""What you could give somebody, and what you have given and received: help, remembered, and no score."""

from __future__ import annotations

import streamlit as st

from coach.domain.models import Help, Note, Person, Story
from coach.domain.naming import first_name
from coach.domain.reciprocity import Favour, Idea
from coach.errors import InputError
from coach.facade import Coach
from coach.ui import keys, pages, reading
from coach.ui.boundary import calm
from coach.ui.components import channels, undo
from coach.ui.components.layout import card, day, esc, line, named, prose, row, section
from coach.ui.strings import t

SHOWN = 5
"""Entries of each side of the ledger before it folds."""


def folded(coach: Coach, person: Person) -> None:
    """The ideas behind a click, since they take a look through everything."""
    key = f"give.open.{person.id}"
    is_open = bool(keys.get(key))
    label = t("nurture.close") if is_open else t("nurture.ideas")
    if st.button(label, key=f"ideas-{person.id}", icon=":material/redeem:"):
        keys.put(key, not is_open)
        st.rerun()
    if is_open:
        ideas(coach, person)


def ideas(coach: Coach, person: Person) -> None:
    """Ideas with what each rests on, looked for when this is drawn."""
    with st.spinner(t("give.looking")):
        found = coach.nurturing.ideas(person.id)
    if not found:
        needs = coach.nurturing.needs(person.id)
        noted = t("give.because.own", need=" / ".join(need.rstrip(".") for need in needs)) if needs else ""
        st.html(f'<p class="hint">{esc(" ".join((noted, t("give.none", name=person.name))).strip())}</p>')
        return
    for idea in found:
        with card(f"idea-{person.id}-{idea.ref}", quiet=True):
            line(t(f"give.{idea.kind}", title=idea.title or t("give.note")))
            st.html(f'<p class="why">{esc(_because(idea))}</p>')
            with row(f"idea-tools-{person.id}-{idea.ref}"):
                _act(coach, person, idea)


def _because(idea: Idea) -> str:
    if idea.need_ref == idea.offer_ref:
        return t("give.because.own", need=idea.need.rstrip("."))
    return t(f"give.because.{idea.kind}", need=idea.need.rstrip("."), offer=idea.offer.rstrip("."))


def _act(coach: Coach, person: Person, idea: Idea) -> None:
    key = f"{person.id}-{idea.ref}"
    if idea.kind == "introduction":
        if st.button(named(t("give.draft"), idea.title), key=f"introduce-{key}", icon=":material/handshake:"):
            with calm():
                first, second = coach.nurturing.introduce(person.id, idea, channel=channels.likely)
                keys.notice(t("give.drafted", first=person.name, second=idea.title))
                undo.offer(t("give.drafted", first=person.name, second=idea.title), added=[first, second])
                pages.go("follow_up", **{keys.PERSON: person.id, keys.DRAFT: first.id})
        return
    with st.popover(t("give.read"), icon=":material/menu_book:", key=f"read-{key}"):
        _whole(coach, idea)
    if idea.link:
        st.link_button(t("give.link"), idea.link, icon=":material/link:")
    if st.button(named(t("give.write"), idea.title), key=f"pass-on-{key}", icon=":material/send:"):
        keys.put(f"follow_up.intent.{person.id}", t("give.intent", what=idea.link or idea.title or idea.offer))
        pages.go("follow_up", **{keys.PERSON: person.id, keys.DRAFT: None})


def _whole(coach: Coach, idea: Idea) -> None:
    kind, _, item_id = idea.ref.partition(":")
    if kind == "story":
        story = coach.store.get(Story, item_id)
        prose(story.full_text())
    else:
        prose(coach.store.get(Note, item_id).text)


def ledger(coach: Coach, person: Person) -> None:
    """Both sides, and a way to add to them."""
    found = coach.nurturing.ledger(person.id)
    section(t("ledger.title"), t("ledger.hint"))
    with st.popover(t("ledger.add"), icon=":material/volunteer_activism:", key=keys.field(f"help-add-{person.id}")):
        _add(coach, person)
    if found.empty:
        st.html(f'<p class="hint">{esc(t("ledger.none", name=person.name))}</p>')
        return
    first = first_name(person.name)
    with st.container(key="ledger", horizontal=True, vertical_alignment="top"):
        _side(t("ledger.received", name=first), found.received, "received")
        _side(t("ledger.given", name=first), found.given, "given")


def _side(title: str, favours: tuple[Favour, ...], key: str) -> None:
    if not favours:
        return
    with st.container(key=f"ledger-{key}"):
        st.html(f'<h3 class="group">{esc(title)}</h3>{_entries(favours[:SHOWN])}')
        if favours[SHOWN:]:
            with st.expander(t("list.more", count=len(favours) - SHOWN)):
                st.html(_entries(favours[SHOWN:]))


def _entries(favours: tuple[Favour, ...]) -> str:
    rows = []
    for one in favours:
        facts = " · ".join(part for part in (day(one.day), t("ledger.promised") if one.promised else "") if part)
        rows.append(f'<li>{esc(one.what)}<div class="meta">{esc(facts)}</div></li>')
    return f'<ul class="favours">{"".join(rows)}</ul>'


def _add(coach: Coach, person: Person) -> None:
    base = f"help.{person.id}"
    with st.form(keys.field(f"{base}.form"), border=False):
        by = st.radio(
            t("ledger.by"),
            ["them", "me"],
            format_func=lambda one: t(f"ledger.by.{one}", name=person.name),
            key=keys.field(f"{base}.by"),
        )
        what = st.text_input(
            t("ledger.what"),
            key=keys.field(f"{base}.what"),
            placeholder=t("ledger.what.example"),
            persist_state="session",
        )
        at = st.date_input(t("ledger.at"), value=reading.today(), key=keys.field(f"{base}.at"), format=t("date.field"))
        pressed = st.form_submit_button(t("ledger.save"), type="primary")
    if pressed:
        with calm():
            if not (what or "").strip():
                raise InputError(t("ledger.blank"), t("ledger.blank.step"))
            kept = Help.model_validate({"person": person.id, "by": by, "what": what, "at": at})
            coach.add(kept)
            for name in ("form", "by", "what", "at"):
                keys.renew(f"{base}.{name}")
            keys.renew(f"help-add-{person.id}")
            undo.offer(t("ledger.saved"), added=[kept])
            st.rerun()
