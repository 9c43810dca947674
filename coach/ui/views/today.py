"""Today: how ready you are for what is next, what is due, who is going quiet, and a box for what is on your mind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from coach.domain.agenda import Agenda, DueItem
from coach.domain.cadence import Reminder
from coach.facade import Coach
from coach.ui import keys, pages, reading, sample, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import due_list, guided_start, readiness_list, reminder_card, typed, undo
from coach.ui.components.layout import card, day, empty, line, named, page_head, row, section
from coach.ui.rule_text import ruled
from coach.ui.strings import t

SHOWN, MORE = 4, 8
"""Entries of a list at first, and those that a click adds."""


@guarded
def page() -> None:
    coach = workspace.coach()
    page_head(_greeting(coach.settings.user_name.split(" ")[0]), over=day(reading.today()))
    undo.bar(coach)
    sample.welcome(coach)
    if guided_start.under_way(coach):
        return
    found = coach.today()
    agenda = found.agenda
    coming = found.readiness.event_id if found.readiness else ""
    readiness_list.hero(found.readiness, [item for item in agenda.of("event") if item.ref != coming][:2])
    _reflections(agenda)
    _list("messages", "", agenda.of("follow_up", "draft"), lambda item: due_list.message(coach, item))
    for kind in ("promise_mine", "promise_theirs"):
        items = agenda.of("promise_mine" if kind == "promise_mine" else "promise_theirs")
        _list(kind, t(f"today.{kind}.hint"), items, lambda item: due_list.promise(coach, item))
    _quiet(coach, found.quiet)
    waits = _waiting(coach)
    if not agenda.items and not found.quiet and not waits:
        empty("☀", t("today.empty.title"), t("today.empty.text"))
    _quick_capture(coach)
    if found.story:
        with card("story-prompt", quiet=True), row(wrap=False):
            line(t(f"today.story.{found.story.kind}"), [found.story.title])
            if st.button(t("today.story.go"), key="story-go", icon=":material/auto_stories:"):
                pages.go("stories", **{keys.STORY: found.story.ref if found.story.kind == "finish" else None})


def _greeting(name: str) -> str:
    hour = datetime.now().astimezone().hour
    part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    return t(f"today.good_{part}_name", name=name) if name else t(f"today.good_{part}")


def _quick_capture(coach: Coach) -> None:
    with card("capture"):
        name = keys.field("quick")
        text = st.text_area(
            t("today.capture"), key=name, height=90, placeholder=t("today.capture.example"), persist_state="session"
        )
        typed.keep(coach, "quick", name, "", go="quick.save")
        if st.button(t("today.capture.save"), key="quick.save", icon=":material/bookmark_add:"):
            with calm():
                kept = coach.capture(text or "")
                keys.renew("quick")
                keys.notice(t("capture.kept"))
                pages.go("capture", **{keys.CAPTURE: kept.id})


def _waiting(coach: Coach) -> bool:
    """Notes that were kept and not looked at since: what stands in them is in no list yet."""
    waiting = reading.open_captures(coach)
    if not waiting:
        return False
    with card("waiting", quiet=True), row(wrap=False):
        line(t("today.waiting.one") if len(waiting) == 1 else t("today.waiting.many", count=len(waiting)))
        if st.button(t("today.waiting.go"), key="waiting-go", icon=":material/edit_note:"):
            pages.go("capture", **{keys.CAPTURE: waiting[0].id})
    return True


def _list(name: str, hint: str, items: Sequence[DueItem], draw: Callable[[DueItem], None]) -> None:
    """The first few; more of them with each click, and none drawn before."""
    if not items:
        return
    section(t(f"today.{name}"), hint, count=len(items))
    shown = SHOWN + int(keys.get(f"today.more.{name}", 0))
    for item in items[:shown]:
        draw(item)
    left = len(items) - shown
    if left > 0 and st.button(t("list.more", count=left), key=f"more-{name}", type="tertiary"):
        keys.put(f"today.more.{name}", shown - SHOWN + MORE)
        st.rerun()


def _quiet(coach: Coach, reminders: Sequence[Reminder]) -> None:
    if not reminders:
        return
    section(t("today.quiet"), t("today.quiet.hint"))
    for reminder in reminders:
        with card(f"quiet-{reminder.tie.id}"):
            reminder_card.who(reminder)
            with row(f"turn-tools-{reminder.tie.id}"):
                reminder_card.actions(coach, reminder, f"quiet-{reminder.tie.id}")
    if st.button(t("today.quiet.all"), type="tertiary", icon=":material/potted_plant:"):
        pages.go("nurture")


def _reflections(agenda: Agenda) -> None:
    items = agenda.of("reflection")
    if not items:
        return
    section(t("today.reflections"), t("today.reflections.hint"))
    for item in items[:3]:
        with card(f"reflect-{item.ref}"), row(wrap=False):
            line(ruled(item.title))
            if st.button(
                named(t("today.reflect"), ruled(item.title)),
                key=f"reflect-{item.ref}",
                icon=":material/self_improvement:",
            ):
                pages.go("reflect", **{keys.EVENT: item.ref})


if __name__ == "__main__":
    page()
