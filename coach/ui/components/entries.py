"""Single entries wherever they stand: each can be corrected in its place, and deleted at once with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

import streamlit as st

from coach.domain.models import Commitment, Item, Kind, Note
from coach.facade import Coach
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.components import undo
from coach.ui.components.layout import card, day, esc, line, named, prose, row
from coach.ui.note_text import without_markup
from coach.ui.strings import t

CORRECTED = "entry.corrected"
"""The id of the entry whose form is open."""
SHORT = 400
"""Characters of a note in a list of finds; the whole is one click away."""

NAMED = 60
"""Characters of an entry that its buttons are read out with."""
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""Days that can be chosen. Streamlit would offer ten years around the one that is to be corrected."""


def note_card(
    coach: Coach,
    note: Note,
    *,
    facts: Sequence[str] = (),
    short: bool = False,
    beside: Callable[[], None] = lambda: None,
) -> None:
    """A note with its day and further facts, to be read, corrected or deleted. `beside`: further buttons below it."""
    with card(f"note-{note.id}", quiet=True):
        if keys.get(CORRECTED) == note.id:
            _note_form(coach, note)
            return
        stamp = note.at or note.created_at
        head = [day(stamp.astimezone().date()) if stamp else "", *facts]
        st.html(f'<p class="hint">{esc(" · ".join(one for one in head if one))}</p>')
        text = without_markup(note.text)
        prose(text if not short or len(text) <= SHORT else f"{text[:SHORT].rstrip()}…")
        if short and len(text) > SHORT:
            with st.popover(t("entry.whole"), type="tertiary", key=f"whole-{note.id}"):
                prose(text)
        tools(coach, note, note.text, t("entry.deleted.note"), beside)


def promise_card(coach: Coach, promise: Commitment, said: str, done: Callable[[Commitment], None]) -> None:
    """A promise with its state. `said`: who promised, and by when; `done`: what follows once it was kept."""
    with card(f"promise-{promise.id}", quiet=True):
        if keys.get(CORRECTED) == promise.id:
            _promise_form(coach, promise)
            return
        with row(wrap=False):
            tags = [(t(f"promise.status.{promise.status}"), "" if promise.status == "open" else "accent")]
            line(promise.what, [said], tags=tags)
            if promise.status == "open" and st.button(
                named(t("promise.kept"), promise.what[:NAMED]), key=f"kept-{promise.id}"
            ):
                done(promise)
        tools(coach, promise, promise.what, t("entry.deleted.commitment"))


def tools(coach: Coach, item: Item, text: str, deleted: str, beside: Callable[[], None] = lambda: None) -> None:
    """The two buttons below an entry, and those of the place where it stands. `text`: what tells it from others."""
    with row(f"entry-tools-{item.id}", gap="xsmall"):
        beside()
        label = named(t("entry.edit"), text[:NAMED])
        if st.button(label, key=f"correct-{item.id}", type="tertiary", icon=":material/edit:"):
            keys.put(CORRECTED, item.id)
            st.rerun()
        delete_button(coach, item.kind, item.id, deleted, about=text)


def delete_button(
    coach: Coach,
    kind: Kind,
    item_id: str,
    deleted: str,
    *,
    about: str = "",
    label: str = "",
    after: Callable[[], None] = lambda: None,
) -> None:
    """Delete at once; the bar of the next run takes it back. `about`: what tells the entry from others in a list, read
    out with the button; `after`: what the page forgets then."""
    said = named(label or t("entry.delete"), about[:NAMED])
    if st.button(said, key=f"delete-{item_id}", type="tertiary", icon=":material/delete:"):
        with calm():
            undo.offer(deleted, coach.delete(kind, item_id))
            after()
            st.rerun()


def _note_form(coach: Coach, note: Note) -> None:
    people, events = reading.people_names(coach), {one.id: one.name for one in reading.events_by_nearness(coach)}
    about = [*dict.fromkeys((*note.people, *people))]
    base = f"correct.{note.id}"
    with st.form(f"{base}.form", border=False):
        text = st.text_area(t("entry.note.text"), note.text, key=f"{base}.text", height="content")
        on = day_field(t("entry.note.day"), _day_of(note), f"{base}.day")
        who = st.multiselect(
            t("entry.note.people"),
            about,
            default=list(note.people),
            format_func=lambda one: people.get(one, one),
            key=f"{base}.people",
        )
        where = _event(note.event, events, f"{base}.event")
        if saved():
            at = note.at if on == _day_of(note) else datetime.combine(on, time(12)).astimezone() if on else None
            change(coach, note, {"text": text or "", "at": at, "people": tuple(who), "event": where})


def _promise_form(coach: Coach, promise: Commitment) -> None:
    base = f"correct.{promise.id}"
    with st.form(f"{base}.form", border=False):
        what = st.text_input(t("promise.what"), promise.what, key=f"{base}.what")
        sides = ["me", "them"]
        by = st.radio(
            t("promise.by"),
            sides,
            index=sides.index(promise.by),
            format_func=lambda one: t(f"promise.by.{one}"),
            horizontal=True,
            key=f"{base}.by",
        )
        due = day_field(t("promise.due"), promise.due, f"{base}.due")
        if saved():
            change(coach, promise, {"what": what or "", "by": by, "due": due})


def saved() -> bool:
    """Whether Save was pressed; Cancel folds the form."""
    with row(gap="xsmall"):
        save = st.form_submit_button(t("entry.save"), type="primary")
        cancel = st.form_submit_button(t("entry.cancel"), type="tertiary")
    if cancel:
        keys.drop(CORRECTED)
        st.rerun()
    return bool(save)


def change(coach: Coach, before: Item, fields: dict[str, Any]) -> None:
    """Keep the corrected entry, with the way back to what it was."""
    with calm():
        coach.change(before.kind, before.id, **fields)
        keys.drop(CORRECTED)
        undo.offer(t(f"entry.changed.{before.kind.value}"), [before])
        st.rerun()


def _event(chosen: str | None, events: dict[str, str], key: str) -> str | None:
    ids = [*dict.fromkeys((*([chosen] if chosen else []), *events))]
    found: str | None = st.selectbox(
        t("entry.note.event"),
        ids,
        index=0 if chosen else None,
        format_func=lambda one: events.get(one, one),
        key=key,
    )
    return found


def day_field(
    label: str, value: date | None, key: str, earliest: date = EARLIEST, latest: date = LATEST
) -> date | None:
    """A day that may be left out; the one that was set may be chosen again, however far away it is."""
    first, last = min(value or earliest, earliest), max(value or latest, latest)
    found = st.date_input(label, value, first, last, key=key, format=t("date.field"))
    return found if isinstance(found, date) else None


def _day_of(note: Note) -> date | None:
    return note.at.astimezone().date() if note.at else None
