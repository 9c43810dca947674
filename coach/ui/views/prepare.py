"""Prepare: choose an event, say what you want, and get a brief: whom to meet, what to say, which story to tell."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.domain.brief import Brief, PersonBrief
from coach.domain.models import Event
from coach.facade import Coach
from coach.ui import keys, reading, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import brief_sheet, event_forms, goal_forms, streaming, undo
from coach.ui.components.importing import import_button
from coach.ui.components.layout import card, day, days, empty, esc, page_head, row, section
from coach.ui.components.quotes import evidence_of
from coach.ui.jobs import Job
from coach.ui.strings import t


@guarded
def page() -> None:
    coach = workspace.coach()
    page_head(t("page.prepare"), t("prepare.lead"))
    undo.bar(coach)
    event = _choose_event(coach)
    if event is None:
        return
    _say_if_past(event)
    job = workspace.jobs().find("prepare", event.id)
    if job is not None and job.running:
        streaming.watch(job, partial(_so_far, coach), f"prepare-{event.id}")
        return
    _order(coach, event)
    if job is not None:
        _finished(job, event)
    _kept_brief(coach, event)


def _choose_event(coach: Coach) -> Event | None:
    events = reading.events_by_nearness(coach)
    names = {event.id: event for event in events}
    if not events:
        empty("◎", t("prepare.no_event"), t("prepare.no_event.text"))
    else:
        wanted = keys.get(keys.EVENT)
        ids = list(names)
        chosen = st.selectbox(
            t("prepare.event"),
            ids,
            index=ids.index(wanted) if wanted in names else 0,
            format_func=lambda one: _label(names[one]),
            key=keys.field("prepare.event"),
        )
        keys.put(keys.EVENT, chosen)
    with row("event-tools"):
        with st.popover(t("event.type"), icon=":material/edit_calendar:"):
            event_forms.type_event(coach)
        import_button("programme", t("event.import"))
        event = names.get(keys.get(keys.EVENT, ""))
        if event is not None:
            event_forms.correct_button(event)
    if event is not None:
        event_forms.correct(coach, event.id)
    event_forms.import_programme(coach, keys.get(keys.EVENT))
    return event


def _say_if_past(event: Event) -> None:
    last = event.ends or event.starts
    if last is not None and last < reading.today():
        said = t("event.past", day=day(last), reflect=t("page.reflect"))
        st.html(f'<p class="hint past-event" role="status">{esc(said)}</p>')


def _label(event: Event) -> str:
    return " · ".join(part for part in (event.name, days(event.starts, event.ends), event.place) if part)


def _order(coach: Coach, event: Event) -> None:
    """What the brief should be for: goals, people, and the button."""
    with card("order"):
        goals = goal_forms.choose(coach, event)
        names = reading.event_people(coach, event.id) or reading.people_names(coach)
        people = st.multiselect(
            t("prepare.people"),
            list(names),
            format_func=lambda one: names.get(one, one),
            key=f"prepare.people.{event.id}",
            placeholder=t("prepare.people.any"),
            persist_state="session",
        )
        workspace.ahead().want(
            ("prepare", event.id, tuple(goals), tuple(people)),
            lambda stop: coach.read_ahead(event=event.id, goal_ids=goals, people=people, stop=stop),
        )
        if st.button(t("prepare.go"), type="primary", icon=":material/auto_awesome:", key="prepare-go"):
            brief_sheet.start(coach, event.id, goals, people)
            st.rerun()


def _so_far(coach: Coach, job: Job) -> None:
    """The ranked list as soon as it is there; then each person's lines as they are written."""
    brief: Brief | None = job.payload(Brief)
    if brief is None:
        st.skeleton(height=160)
        return
    people = tuple(job.payload(PersonBrief, one.person_id) or one for one in brief.people)
    brief_sheet.draw(coach, brief.model_copy(update={"people": people}), key="live", job=job)


def _finished(job: Job, event: Event) -> None:
    if job.error is not None:
        streaming.failed(job)
        if st.button(t("error.dismiss"), key="dismiss-prepare"):
            workspace.jobs().forget("prepare", event.id)
            st.rerun()
        return
    if isinstance(job.result, Brief) and keys.get(keys.BRIEF) is None:
        keys.put(keys.BRIEF, job.result.draft_id)


def _kept_brief(coach: Coach, event: Event) -> None:
    """The brief that is open, else the newest one of this event, with the earlier ones to choose from."""
    drafts = reading.briefs_of(coach, event.id)
    if not drafts:
        empty("✦", t("prepare.no_brief"), t("prepare.no_brief.text"))
        return
    ids = [draft.id for draft in drafts]
    wanted = keys.get(keys.BRIEF)
    shown = wanted if wanted in ids else ids[0]
    if len(ids) > 1:
        labels = {draft.id: brief_sheet.made_at(draft) for draft in drafts}
        shown = st.selectbox(
            t("prepare.earlier"),
            ids,
            index=ids.index(shown),
            format_func=labels.__getitem__,
            key=f"brief-choice-{len(ids)}-{event.id}",
        )
        keys.put(keys.BRIEF, shown)
    with calm():
        brief = coach.brief_of(shown)
        coach.brief_was_read(shown)
        section(t("brief.title"))
        brief_sheet.downloads(brief)
        whole = next(draft for draft in drafts if draft.id == shown).current.evidence
        brief_sheet.draw(coach, brief, key=shown, evidence=evidence_of(whole))


if __name__ == "__main__":
    page()
