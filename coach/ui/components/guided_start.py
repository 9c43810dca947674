"""The first three minutes: three questions, one at a time, each answer kept at once, and then the first brief.

It can be left and taken up again; what was answered is in the workspace (a goal, an event) and not in the session.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import streamlit as st

from coach.domain.intake import ImportPreview
from coach.domain.models import Event, Goal
from coach.errors import InputError, NotFoundError
from coach.facade import Coach
from coach.ui import keys, pages, reading
from coach.ui.boundary import calm
from coach.ui.components import brief_sheet, event_forms, saving, typed, your_name
from coach.ui.components.importing import import_file
from coach.ui.components.layout import esc, row
from coach.ui.strings import t

STATE = "ui.start"
"""The workspace's own record: the goal that was made, whether values were asked, and `open`, `later` or `done`."""
STEPS = 3
STEP = "start.step"
"""The step that is shown, where somebody went back; else the first one without an answer."""
VALUE_WORDS = 7
_TELLS = re.compile(
    r"(?:because|since|I|we|my|our|they|it|that|this|there|weil|ich|wir|mein\w*|unser\w*|sie|es|das|dass)\b|"
    r".*\b(?:is|are|was|were|am|has|have|had|ist|sind|war|waren|hat|haben)\b",
    re.IGNORECASE,
)
"""How a reason begins, or what only a sentence has: no thing that somebody cares about."""
"""A list of pieces up to so many words long holds values; anything longer is the reason why."""


def under_way(coach: Coach) -> bool:
    """Whether to ask: in a home with nothing of the user's own, until it is finished or put off."""
    state = _state(coach).get("state")
    return state == "open" or (state is None and not reading.has_own(coach))


def put_off(coach: Coach) -> bool:
    return _state(coach).get("state") == "later"


def begin(coach: Coach) -> None:
    """Take it up (again)."""
    _keep(coach, state="open")


def later(coach: Coach) -> None:
    """Put it off; what was answered stays."""
    _keep(coach, state="later")


def draw(coach: Coach) -> None:
    """The question that is open."""
    goal = _goal(coach)
    step = int(keys.get(STEP) or 0) or (1 if goal is None else 2 if not _state(coach).get("asked") else 3)
    with st.container(key="welcome"):
        head = t("start.title") if step == 1 else t(f"start.ask.{step}")
        lead = t("start.lead") if step == 1 else t(f"start.ask.{step}.hint")
        over = t("start.step", step=step, steps=STEPS)
        st.html(f'<p class="over">{esc(over)}</p><h2>{esc(head)}</h2><p>{esc(lead)}</p>')
        with calm():
            if step == 1:
                _want(coach, goal)
            elif step == 2:
                _care(coach, goal)
            else:
                _event(coach, goal)
        _ways_out(coach, step)


def _ways_out(coach: Coach, step: int) -> None:
    with row("start-tools"):
        if step > 1 and st.button(t("start.back"), type="tertiary", icon=":material/arrow_back:"):
            keys.put(STEP, step - 1)
            st.rerun()
        if st.button(t("start.example"), type="tertiary", icon=":material/visibility:"):
            example(coach)
        if st.button(t("start.later"), type="tertiary"):
            with calm():
                _put_off(coach)


def _put_off(coach: Coach) -> None:
    """Leave the questions for a workspace of one's own, with nobody invented in it."""
    _without_sample(coach)
    later(coach)
    keys.notice(t("start.put_off"))
    st.rerun()


def example(coach: Coach) -> None:
    """Look at the invented people and their event first."""
    from coach.bootstrap import add_sample
    from coach.intake.sample import SAMPLE_EVENT_ID

    with calm():
        if not reading.has_sample(coach):
            with st.spinner(t("sample.adding")):
                add_sample(coach, t.language)
        later(coach)
        pages.go("prepare", **{keys.EVENT: SAMPLE_EVENT_ID})


def _answer(coach: Coach, name: str, label: str, hint: str, known: str) -> str | None:
    """A text area and the button below it; the text once the button was pressed."""
    field = keys.field(f"start.{name}")
    text = st.text_area(label, value=known, key=field, height=90, placeholder=hint, persist_state="session")
    typed.keep(coach, f"start.{name}", field, known)
    return (text or "").strip() if st.button(t("start.next"), type="primary", key=f"start-next-{name}") else None


def _want(coach: Coach, goal: Goal | None) -> None:
    name = your_name.ask(coach, "start.name", t("start.name"), t("start.name.hint"))
    text = _answer(coach, "want", t("start.ask.1"), t("start.ask.1.example"), goal.text if goal else "")
    if text is None:
        return
    if not text:
        raise InputError(t("start.blank"), t("start.blank.step"))
    _without_sample(coach)
    kept = goal.model_copy(update={"text": text}) if goal else Goal(text=text)
    coach.add(kept)
    your_name.keep(coach, name)
    _on(coach, goal=kept.id)


def _care(coach: Coach, goal: Goal | None) -> None:
    known = (", ".join(goal.values) or goal.why) if goal else ""
    text = _answer(coach, "care", t("start.ask.2"), t("start.ask.2.example"), known)
    if text is None:
        return
    if goal and text:
        coach.add(goal.model_copy(update=_values_or_why(text)))
    _on(coach, asked=True)


def _values_or_why(text: str) -> dict[str, Any]:
    """What somebody cares about is a list of things; a sentence with a subject is the reason behind the goal."""
    pieces = [piece.strip(" .") for piece in re.split(r"[,;\n]", text) if piece.strip(" .")]
    things = all(len(piece.split()) <= VALUE_WORDS and not _TELLS.match(piece) for piece in pieces)
    return {"values": tuple(pieces), "why": ""} if things else {"why": text, "values": ()}


def _event(coach: Coach, goal: Goal | None) -> None:
    """The event, typed or from a programme; then the brief begins."""
    name = st.text_input(
        t("event.name"),
        key=keys.field("start.event.name"),
        placeholder=t("start.event.example"),
        persist_state="session",
    )
    day = st.date_input(t("event.starts"), value=None, key=keys.field("start.event.day"), format=t("date.field"))
    who = st.text_area(
        t("event.who"),
        key=keys.field("start.event.who"),
        height=110,
        placeholder=t("event.who.example"),
        persist_state="session",
    )
    if st.button(t("start.finish"), type="primary", icon=":material/auto_awesome:", key="start-finish"):
        starts = day if isinstance(day, date) else None
        event, people = event_forms.typed_event(coach, name or "", (starts, starts), "", who or "")
        coach.add_many([*people, event])
        _finish(coach, event, goal)
    with st.expander(t("start.file"), icon=":material/upload_file:", expanded=saving.at_work(STEP)):
        saved = import_file(coach, STEP)
    if saved is not None:
        _brought(coach, saved, goal)


def _brought(coach: Coach, saved: ImportPreview, goal: Goal | None) -> None:
    """A file with an event ends the questions: the next one of a calendar. People alone wait for the event's name."""
    ids = [item.id for item in saved.items if isinstance(item, Event)]
    events = list(coach.store.get_many(Event, [saved.event] if saved.event else ids).values())
    if events:
        today = reading.today()
        ahead = [one for one in events if one.ends is None or one.ends >= today]
        _finish(coach, min(ahead or events, key=lambda one: abs((one.starts or today) - today)), goal)
    keys.notice(t("start.kept"))
    st.rerun()


def _finish(coach: Coach, event: Event, goal: Goal | None) -> None:
    goals = [goal.id] if goal else []
    coach.add(event.model_copy(update={"goals": tuple(dict.fromkeys([*event.goals, *goals]))}))
    _keep(coach, state="done")
    keys.drop(STEP)
    keys.put(keys.EVENT, event.id)
    keys.renew("prepare.event")
    brief_sheet.start(coach, event.id, goals, [])
    pages.go("prepare")


def _on(coach: Coach, **state: Any) -> None:
    _keep(coach, state="open", **state)
    keys.drop(STEP)
    st.rerun()


def _without_sample(coach: Coach) -> None:
    """The first answer of one's own takes the invented people out of the way; whoever looked at them is told."""
    from coach.bootstrap import remove_sample

    if reading.has_sample(coach):
        with st.spinner(t("sample.removing")):
            remove_sample(coach)
        keys.drop(keys.EVENT, keys.PERSON, keys.BRIEF, keys.DRAFT, keys.CAPTURE)
        if _state(coach):
            keys.notice(t("sample.removed"))


def _goal(coach: Coach) -> Goal | None:
    try:
        return coach.store.get(Goal, str(_state(coach).get("goal") or ""))
    except NotFoundError:
        return None


def _state(coach: Coach) -> dict[str, Any]:
    found = coach.store.setting(STATE)
    return dict(json.loads(found)) if found else {}


def _keep(coach: Coach, **changes: Any) -> None:
    coach.store.set_setting(STATE, json.dumps({**_state(coach), **changes}))
