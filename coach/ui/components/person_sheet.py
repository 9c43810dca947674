"""One person in full: facts, rhythm, notes, promises and help both ways, stories, messages; edit, note down, forget."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.domain.models import Commitment, Note, Person
from coach.domain.naming import first_name, work_parts
from coach.errors import InputError
from coach.facade import Coach
from coach.storage.forgetting import ForgetReport
from coach.ui import address, keys, pages, reading
from coach.ui.boundary import calm
from coach.ui.components import duplicates, entries, exporting, giving_sheet, person_forms, rhythm, typed, undo
from coach.ui.components.layout import card, day, esc, line, named, portrait, row, section
from coach.ui.strings import t

OPEN = "people.open"
"""The person whose page is asked for; see `address`."""


def draw(coach: Coach, person_id: str) -> None:
    if st.button(t("people.back"), type="tertiary", icon=":material/arrow_back:"):
        address.leave(OPEN)
        st.rerun()
    with calm():
        person = coach.store.get(Person, person_id)
        _head(coach, person)
        undo.bar(coach)
        _facts(person)
        rhythm.draw(coach, person)
        _notes(coach, person)
        _promises(coach, person)
        giving_sheet.folded(coach, person)
        giving_sheet.ledger(coach, person)
        _stories(coach, person)
        _messages(coach, person)
        duplicates.parts(coach, person)
        _forget(coach, person)


def _head(coach: Coach, person: Person) -> None:
    tags = [(t("sample.invented"), "sample")] if person.invented else []
    with st.container(key="person-head"):
        portrait(person.name, work_parts(person.role, person.organisation), tags=tags)
    with row("person-tools"):
        if st.button(t("person.write"), type="primary", icon=":material/send:"):
            pages.go("follow_up", **{keys.PERSON: person.id, keys.DRAFT: None})
        with st.popover(t("person.edit"), icon=":material/edit:"):
            person_forms.edit(coach, person)
        exporting.person_card(coach, person)


def _facts(person: Person) -> None:
    facts = [
        (t("person.cares"), ", ".join(person.cares_about)),
        (t("person.values"), ", ".join(person.values)),
        (t("person.how_met"), person.how_met),
        (t("person.follow_up_on"), day(person.follow_up_on)),
        *((t(f"channel.type.{channel.type}"), channel.value) for channel in person.channels),
        (t("person.about"), person.about),
    ]
    rows = "".join(f"<dt>{esc(name)}</dt><dd dir='auto'>{esc(value)}</dd>" for name, value in facts if value)
    if rows:
        st.html(f'<dl class="facts">{rows}</dl>')


def _notes(coach: Coach, person: Person) -> None:
    notes = reading.notes_about(coach, person.id)
    section(t("person.notes"), count=len(notes))
    with st.form(keys.field(f"note.{person.id}.form"), border=False):
        text = st.text_area(t("person.note"), key=keys.field(f"note.{person.id}"), height=80, persist_state="session")
        pressed = st.form_submit_button(t("person.note.save"), icon=":material/add:")
    typed.keep(coach, f"note-{person.id}", keys.field(f"note.{person.id}"), "")
    if pressed:
        with calm():
            if not (text or "").strip():
                raise InputError(t("person.note.blank"), t("person.note.blank.step"))
            coach.add(Note(text=text or "", people=(person.id,), source="typed"))
            keys.renew(f"note.{person.id}")
            keys.notice(t("person.note.saved"))
            st.rerun()
    for note in notes:
        entries.note_card(coach, note)


def _promises(coach: Coach, person: Person) -> None:
    promises = reading.promises_with(coach, person.id)
    section(t("person.promises"), count=len(promises))
    with st.popover(t("promise.add"), icon=":material/handshake:"):
        person_forms.add_promise(coach, person)
    for promise in promises:
        entries.promise_card(coach, promise, _promised(promise, person), partial(_kept, coach))


def _promised(promise: Commitment, person: Person) -> str:
    """Who promised, and by when."""
    timed = f"promise.promised.{promise.by}.{'due' if promise.due else 'some_day'}"
    return t(timed, name=first_name(person.name), day=day(promise.due))


def _kept(coach: Coach, promise: Commitment) -> None:
    with calm():
        coach.add(promise.model_copy(update={"status": "kept"}))
        keys.notice(t("promise.marked", what=promise.what))
        st.rerun()


def _stories(coach: Coach, person: Person) -> None:
    stories = reading.stories_told_to(coach, person.id)
    if stories:
        section(t("person.stories"), count=len(stories))
        for story in stories:
            told = [telling.at for telling in story.told if telling.person == person.id]
            line(story.title, [day(told[0]) if told else ""])


def _messages(coach: Coach, person: Person) -> None:
    drafts = reading.messages_to(coach, person.id)
    if not drafts:
        return
    section(t("person.messages"), count=len(drafts))
    for draft in drafts:
        with card(f"msg-{draft.id}", quiet=True), row(wrap=False):
            first = " ".join(draft.current.text.split())[:110]
            line(first, [t(f"channel.{draft.channel}"), t(f"draft.{draft.status}")])
            if st.button(named(t("people.open"), first[:60]), key=f"msg-open-{draft.id}", type="tertiary"):
                pages.go("follow_up", **{keys.PERSON: person.id, keys.DRAFT: draft.id})


def _forget(coach: Coach, person: Person) -> None:
    """Asked once, plainly, with what will go."""
    with st.expander(t("forget.title"), icon=":material/person_remove:"):
        counts = {
            "note": len(reading.notes_about(coach, person.id, limit=10_000)),
            "commitment": len(reading.promises_with(coach, person.id)),
            "draft": len(reading.messages_to(coach, person.id)),
        }
        goes = ", ".join(t.counted(kind, number) for kind, number in counts.items())
        st.html(f"<p>{esc(t('forget.text', name=person.name, what=goes))}</p>")
        notes_too = st.checkbox(t("forget.notes"), key=f"forget-notes-{person.id}", help=t("forget.notes.help"))
        if st.button(t("forget.go", name=person.name), key=f"forget-{person.id}", icon=":material/delete_forever:"):
            with calm():
                report = coach.forget_person(person.id, delete_notes=notes_too)
                address.leave(OPEN)
                keys.drop(keys.PERSON, undo.KEY)  # no way back may bring them in again
                keys.notice(" ".join((t("forget.done", name=person.name), _what_is_left(report))).strip())
                st.rerun()


def _what_is_left(report: ForgetReport) -> str:
    """Where bytes of the forgotten may still be, and what to do about it."""
    if report.index_elsewhere:
        return t("forget.elsewhere")
    return "" if report.file_cleaned else t("forget.held")
