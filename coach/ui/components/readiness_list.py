"""The next event, and how ready you are for it: each step with what shows that it is done, or what is missing."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.domain.agenda import DueItem
from coach.domain.readiness import Check, Readiness
from coach.ui import keys, pages
from coach.ui.components.layout import card, days, esc, line, when
from coach.ui.strings import t


def hero(ready: Readiness | None, others: Sequence[DueItem]) -> None:
    """The next event in full, those after it in a line each; or the place where it would stand."""
    if ready is None:
        with card("no-event", quiet=True):
            line(t("today.no_event"), [t("today.no_event.hint")])
            if st.button(t("today.add_event"), icon=":material/add:"):
                pages.go("prepare")
        return
    with st.container(key="hero"):
        st.html(f'<p class="over">{esc(t("today.next_event"))}</p>')
        line(ready.event_name, [days(ready.starts, ready.ends), ready.place, when(ready.days_left)])
        rows = "".join(_row(check) for check in ready.checks)
        label = t("ready.label", done=ready.done, steps=len(ready.checks))
        st.html(f'<ul class="ready-list" aria-label="{esc(label)}">{rows}</ul>')
        name = "today.prepare" if ready.brief_id is None else "today.open_brief"
        if st.button(t(name), type="primary", icon=":material/explore:", key="hero-go"):
            pages.go("prepare", **{keys.EVENT: ready.event_id, keys.BRIEF: ready.brief_id})
    for other in others:
        line(other.title, [days(other.due, None), when(other.days_left)])


def _row(check: Check) -> str:
    mark, said = ("✓", t("ready.done")) if check.done else ("○", t("ready.open"))
    state = "done" if check.done else "open"
    return (
        f'<li class="{state}"><span class="mark" role="img" aria-label="{esc(said)}">{mark}</span>'
        f"<span>{esc(_said(check))}</span></li>"
    )


def _said(check: Check) -> str:
    """The evidence of a step that is done, or what there is to do."""
    first = check.items[0] if check.items else ""
    if check.step == "brief" and not check.done and check.count:
        return t("ready.brief.unread")
    more = t("ready.more", count=len(check.items) - 1) if len(check.items) > 1 else ""
    people = t.counted("person", check.count)
    text = t(f"ready.{check.step}.{'done' if check.done else 'open'}", first=first, people=people)
    return f"{text} {more}".strip()
