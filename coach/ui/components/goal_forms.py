"""What you want from an event: choose among your goals, add one, or sharpen one."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from coach.domain.models import Event, Goal
from coach.errors import InputError
from coach.facade import Coach
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.components.entries import day_field
from coach.ui.components.layout import day, row
from coach.ui.strings import t

FARTHEST = 20 * 365
"""Days ahead for which a goal may be set."""


def choose(coach: Coach, event: Event) -> list[str]:
    """Ids of the goals for this event; those kept with the event are ticked, or all when there are few."""
    goals = reading.active_goals(coach)
    known = {goal.id: goal for goal in goals}
    default = [one for one in event.goals if one in known] or list(known)[:3]
    chosen: list[str] = []
    if goals:
        chosen = st.pills(
            t("prepare.goals"),
            list(known),
            selection_mode="multi",
            default=default,
            format_func=lambda one: _label(known[one]) if one in known else one,
            key=f"prepare.goals.{event.id}.{len(goals)}",
            persist_state="session",
        )
    else:
        st.caption(t("goal.none"))
    with row("goal-tools"):
        with st.popover(t("goal.add"), icon=":material/add:"):
            edit(coach, None)
        if goals:
            with st.popover(t("goal.edit"), icon=":material/edit:"):
                one = st.selectbox(
                    t("goal.which"), list(known), format_func=lambda one: _label(known[one]), key="goal.edit.which"
                )
                edit(coach, known[one])
    return list(chosen or [])


def _label(goal: Goal) -> str:
    """The goal, with a sign where its day is over."""
    over = due_said(goal) if goal.due and goal.due < reading.today() else ""
    return f"{goal.text} ({over})" if over else goal.text


def due_said(goal: Goal) -> str:
    """By when it is wanted, or that this day is over; blank where it has none."""
    if goal.due is None:
        return ""
    return t("goal.past" if goal.due < reading.today() else "goal.by", day=day(goal.due))


def edit(coach: Coach, goal: Goal | None) -> None:
    """The form for a new goal, or for one that is there."""
    name = f"goal.{goal.id if goal else 'new'}"
    with st.form(keys.field(f"{name}.form"), border=False):
        text = st.text_area(
            t("goal.text"),
            value=goal.text if goal else "",
            key=keys.field(f"{name}.text"),
            height=70,
            placeholder=t("goal.text.example"),
        )
        why = st.text_area(
            t("goal.why"),
            value=goal.why if goal else "",
            key=keys.field(f"{name}.why"),
            height=70,
            placeholder=t("goal.why.example"),
        )
        values = st.text_input(
            t("goal.values"),
            value=", ".join(goal.values) if goal else "",
            key=keys.field(f"{name}.values"),
            placeholder=t("goal.values.example"),
        )
        due = _due(goal.due if goal else None, name)
        status = _status(goal, name)
        pressed = st.form_submit_button(t("goal.save"), type="primary")
    if pressed:
        with calm():
            told: dict[str, object] = {
                "text": text or "",
                "why": why or "",
                "values": _list(values),
                "due": due,
                "status": status,
            }
            _save(coach, goal, told, name)


def _due(value: date | None, name: str) -> date | None:
    """Ahead of today; the day that was set may be chosen again, however far away it is."""
    today = reading.today()
    far = today + timedelta(days=FARTHEST)
    return day_field(t("goal.due"), value, keys.field(f"{name}.due"), today, far)


def _status(goal: Goal | None, name: str) -> str:
    if goal is None:
        return "active"
    states = ["active", "reached", "dropped"]
    return str(
        st.radio(
            t("goal.status"),
            states,
            index=states.index(goal.status),
            format_func=lambda one: t(f"goal.status.{one}"),
            horizontal=True,
            key=f"{name}.status",
        )
    )


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def _save(coach: Coach, goal: Goal | None, values: dict[str, object], name: str) -> None:
    if not str(values["text"]).strip():
        raise InputError(t("goal.needs_text"), t("goal.needs_text.step"))
    kept = Goal.model_validate({**(goal.model_dump() if goal else {}), **values})
    coach.add(kept)
    for part in ("form", "text", "why", "values", "due"):
        keys.renew(f"{name}.{part}")
    keys.notice(t("goal.saved"))
    st.rerun()
