"""Today: what is next, what is due, what you promised, and a box for what is on your mind."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from coach.domain.agenda import Agenda, DueItem
from coach.domain.models import Commitment
from coach.facade import Coach
from coach.ui import keys, pages, sample, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import typed
from coach.ui.components.layout import card, day, empty, line, page_head, row, section, when
from coach.ui.strings import t

SHOWN = 6
"""Entries of a list before it folds."""


@guarded
def page() -> None:
    coach = workspace.coach()
    agenda = coach.agenda()
    name = coach.settings.user_name.split(" ")[0]
    page_head(_greeting(name), over=day(agenda.today))
    sample.welcome(coach, agenda)
    _next_event(agenda)
    _quick_capture(coach)
    if not agenda.items:
        empty("☀", t("today.empty.title"), t("today.empty.text"))
        return
    _messages(agenda)
    _promises(coach, agenda)
    _reflections(agenda)


def _greeting(name: str) -> str:
    hour = datetime.now().astimezone().hour
    part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    return t(f"today.good_{part}_name", name=name) if name else t(f"today.good_{part}")


def _next_event(agenda: Agenda) -> None:
    ahead = agenda.of("event")
    if not ahead:
        with card("no-event", quiet=True):
            line(t("today.no_event"), [t("today.no_event.hint")])
            if st.button(t("today.add_event"), icon=":material/add:"):
                pages.go("prepare")
        return
    event = ahead[0]
    with st.container(key="hero"):
        st.html(f'<p class="over">{t("today.next_event")}</p>')
        line(event.title, [day(event.due), when(event.days_left)])
        if st.button(t("today.prepare"), type="primary", icon=":material/explore:"):
            pages.go("prepare", **{keys.EVENT: event.ref})
    for other in ahead[1:3]:
        line(other.title, [day(other.due), when(other.days_left)])


def _quick_capture(coach: Coach) -> None:
    with card("capture"):
        name = keys.field("quick")
        text = st.text_area(
            t("today.capture"), key=name, height=90, placeholder=t("today.capture.example"), persist_state="session"
        )
        typed.keep(coach, "quick", name, "")
        if st.button(t("today.capture.save"), icon=":material/bookmark_add:"):
            with calm():
                kept = coach.capture(text or "")
                keys.renew("quick")
                keys.notice(t("capture.kept"))
                pages.go("capture", **{keys.CAPTURE: kept.id})


def _tag(item: DueItem) -> list[tuple[str, str]]:
    return [(when(item.days_left), "warn" if item.overdue else "")] if item.due else []


def _messages(agenda: Agenda) -> None:
    items = agenda.of("follow_up", "draft")
    if not items:
        return
    section(t("today.messages"), count=len(items))
    for item in items[:SHOWN]:
        with card(f"due-{item.kind}-{item.ref}"), row(wrap=False):
            line(item.title, tags=_tag(item))
            label = t("today.open_draft") if item.kind == "draft" else t("today.write")
            if st.button(
                label, key=f"go-{item.kind}-{item.ref}", icon=":material/arrow_forward:", icon_position="right"
            ):
                ids = {keys.PERSON: item.person_id, keys.DRAFT: item.ref if item.kind == "draft" else None}
                pages.go("follow_up", **ids)
    _more(len(items))


def _more(count: int) -> None:
    if count > SHOWN:
        st.caption(t("list.more", count=count - SHOWN))


def _promises(coach: Coach, agenda: Agenda) -> None:
    for kind, title, hint in (
        ("promise_mine", "today.promises_mine", "today.promises_mine.hint"),
        ("promise_theirs", "today.promises_theirs", "today.promises_theirs.hint"),
    ):
        items = agenda.of(kind)  # type: ignore[arg-type]
        if not items:
            continue
        section(t(title), t(hint), count=len(items))
        for item in items[:SHOWN]:
            with card(f"promise-{item.ref}"), row(wrap=False):
                line(item.title, [item.person_name], tags=_tag(item))
                if st.button(t("promise.kept"), key=f"kept-{item.ref}", icon=":material/check:"):
                    _keep(coach, item)
        _more(len(items))


def _keep(coach: Coach, item: DueItem) -> None:
    with calm():
        promise = coach.store.get(Commitment, item.ref)
        coach.add(promise.model_copy(update={"status": "kept"}))
        keys.notice(t("promise.marked", what=item.title))
        st.rerun()


def _reflections(agenda: Agenda) -> None:
    items = agenda.of("reflection")
    if not items:
        return
    section(t("today.reflections"), t("today.reflections.hint"))
    for item in items[:3]:
        with card(f"reflect-{item.ref}"), row(wrap=False):
            line(item.title)
            if st.button(t("today.reflect"), key=f"reflect-{item.ref}", icon=":material/self_improvement:"):
                pages.go("reflect", **{keys.EVENT: item.ref})


if __name__ == "__main__":
    page()
