"""Capture: rough notes are kept first, as they were typed; then what was read in them is yours to confirm."""

from __future__ import annotations

import streamlit as st

from coach.domain.capture import CaptureProposal
from coach.domain.models import Capture
from coach.domain.naming import work_parts
from coach.errors import InputError
from coach.facade import Coach
from coach.ui import keys, reading, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import proposal_cards, streaming, typed
from coach.ui.components.layout import card, day, esc, named, page_head, prose, row, section
from coach.ui.jobs import Job
from coach.ui.strings import t


@guarded
def page() -> None:
    coach = workspace.coach()
    page_head(t("page.capture"), t("capture.lead"))
    open_ones = {capture.id: capture for capture in reading.open_captures(coach)}
    shown = open_ones.get(keys.get(keys.CAPTURE, ""))
    if shown is None:
        _box(coach)
    else:
        _reading(coach, shown)
    others = [capture for capture in open_ones.values() if shown is None or capture.id != shown.id]
    _waiting(others)


def _box(coach: Coach) -> None:
    with card("capture-box"):
        text = st.text_area(
            t("capture.text"),
            key=keys.field("capture.text"),
            height=280,
            placeholder=t("capture.example"),
            persist_state="session",
        )
        typed.keep(coach, "capture", keys.field("capture.text"), "", go="capture.save")
        event = _where(coach)
        if st.button(t("capture.save"), key="capture.save", type="primary", icon=":material/edit_note:"):
            with calm():
                _keep(coach, text or "", event)


def _where(coach: Coach) -> str | None:
    """The id of the event that the notes are from; what was just on is chosen already, once."""
    events = {event.id: event for event in reading.events_to_reflect(coach)}
    field, lately = keys.field("capture.event"), reading.event_lately(events.values())
    if lately is not None and keys.get(keys.LATELY) != lately.id:
        keys.put(keys.LATELY, lately.id)
        keys.put(field, keys.get(field) or lately.id)
    event: str | None = st.selectbox(
        t("capture.event"),
        list(events),
        index=None,
        format_func=lambda one: events[one].name if one in events else one,
        placeholder=t("capture.event.none"),
        key=field,
        persist_state="session",
    )
    if lately is not None and event == lately.id:
        st.caption(t("capture.event.lately"))
    return event


def _keep(coach: Coach, text: str, event: str | None) -> None:
    if not text.strip():
        raise InputError(t("capture.blank"), t("capture.blank.step"))
    kept = coach.capture(text, event=event)
    keys.renew("capture.text")
    keys.put(keys.CAPTURE, kept.id)
    keys.notice(t("capture.kept"))
    _read(coach, kept.id)
    st.rerun()


def _read(coach: Coach, capture_id: str) -> None:
    workspace.jobs().start(
        ("capture", capture_id), lambda listen, stop: coach.read_capture(capture_id, stream=listen, stop=stop)
    )


def _reading(coach: Coach, capture: Capture) -> None:
    """One open capture: its raw text, and its reading in the state that it is in."""
    for box, field in (("capture", "capture.text"), ("quick", "quick")):
        typed.keep(coach, box, keys.field(field), capture.text)
    if st.button(t("capture.back"), type="tertiary", icon=":material/arrow_back:"):
        keys.drop(keys.CAPTURE)
        st.rerun()
    with st.expander(t("capture.raw"), expanded=capture.proposal is None):
        prose(capture.text, "prose raw")
    job = workspace.jobs().find("capture", capture.id)
    if job is not None and job.running:
        streaming.watch(job, _so_far, f"capture-{capture.id}")
        return
    if job is not None and job.error is not None:
        streaming.failed(job)
    if job is not None and capture.proposal is None:
        capture = coach.store.get(Capture, capture.id)  # the job may have ended since the page began to be drawn
    if capture.proposal is None:
        _unread(coach, capture)
        return
    with calm():
        proposal_cards.draw(coach, CaptureProposal.model_validate(capture.proposal))


def _so_far(job: Job) -> None:
    """What the rules found at once; the model reads along for the rest."""
    st.caption(t("capture.reading.hint"))
    found = job.payload(CaptureProposal)
    if not isinstance(found, CaptureProposal) or not found.people:
        return
    section(t("capture.so_far"), t("capture.so_far.hint"))
    people = [", ".join((one.name, *work_parts(one.role, one.organisation))) for one in found.people]
    promises = [t(f"capture.so_far.{one.by}", person=one.person, what=one.what) for one in found.commitments]
    st.html(f'<ul dir="auto">{"".join(f"<li>{esc(one)}</li>" for one in (*people, *promises))}</ul>')


def _unread(coach: Coach, capture: Capture) -> None:
    with row("unread"):
        if st.button(t("capture.read"), type="primary", icon=":material/auto_awesome:"):
            _read(coach, capture.id)
            st.rerun()
        if st.button(t("capture.by_hand"), key="by-hand"):
            with calm():
                coach.confirm_capture(CaptureProposal(capture_id=capture.id))
                keys.drop(keys.CAPTURE)
                keys.notice(t("capture.kept_as_note"))
                st.rerun()
        if st.button(t("capture.discard"), type="tertiary", key="discard-unread"):
            proposal_cards.discard(coach, capture.id)


def _waiting(captures: list[Capture]) -> None:
    if not captures:
        return
    section(t("capture.waiting"), t("capture.waiting.hint"), count=len(captures))
    for capture in captures:
        with card(f"waiting-{capture.id}", quiet=True), row():
            when = capture.at or capture.created_at
            first = " ".join(capture.text.split())
            prose(first[:140] + ("…" if len(first) > 140 else ""))
            st.caption(day(when.astimezone().date()) if when else "")
            if st.button(named(t("capture.open"), first[:60]), key=f"open-{capture.id}"):
                keys.put(keys.CAPTURE, capture.id)
                st.rerun()


if __name__ == "__main__":
    page()
