"""Somebody whose turn it is: who, why now in plain words, and what you can do about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

import streamlit as st

from coach.domain.cadence import LeftOut, Reminder
from coach.domain.models import Person
from coach.facade import Coach
from coach.ui import keys, pages
from coach.ui.boundary import calm
from coach.ui.components import later, undo
from coach.ui.components.layout import day, esc, line, named, portrait, row, when
from coach.ui.reason_text import sentence
from coach.ui.strings import t


def who(reminder: Reminder) -> None:
    """The person, when their turn is, and why."""
    tie = reminder.tie
    tags = [(t("sample.invented"), "sample")] if tie.invented else []
    tags.append((when(reminder.days_left), "warn" if reminder.days_left < 0 else ""))
    portrait(tie.name, [tie.role, tie.organisation], tags=tags)
    st.html(f'<p class="why">{esc(sentence(reminder.reasons))}</p>')


def actions(coach: Coach, reminder: Reminder, key: str) -> None:
    """Write, done, later. Each but writing can be taken back."""
    person_id = reminder.tie.id
    if st.button(
        named(t("today.write"), reminder.tie.name), key=f"write-{key}", type="primary", icon=":material/send:"
    ):
        pages.go("follow_up", **{keys.PERSON: person_id, keys.DRAFT: None})
    done(coach, person_id, reminder.tie.first_name, key)
    later.menu(
        key, partial(_snooze, coach, person_id), more=partial(_skip, coach, reminder, key), about=reminder.tie.name
    )


def done(coach: Coach, person_id: str, name: str, key: str) -> None:
    """You were in touch: what about is optional, and becomes a note."""
    with st.popover(named(t("nurture.done"), name), icon=":material/check:", key=keys.field(f"done-{key}")):
        text = st.text_area(
            t("nurture.done.about", name=name), key=keys.field(f"done-{key}-text"), height=80, persist_state="session"
        )
        if st.button(t("nurture.done.save"), key=f"done-{key}-save", type="primary"):
            with calm():
                before = coach.store.get(Person, person_id)
                note = coach.nurturing.in_touch(person_id, text or "")
                keys.renew(f"done-{key}-text")
                keys.renew(f"done-{key}")
                undo.offer(t("nurture.done.kept", name=before.name), [before], [note] if note else [])
                st.rerun()


def _snooze(coach: Coach, person_id: str, until: date) -> None:
    with calm():
        before = coach.store.get(Person, person_id)
        coach.nurturing.snooze(person_id, until)
        undo.offer(t("nurture.snoozed", name=before.name, day=day(until)), [before])
        st.rerun()


def _skip(coach: Coach, reminder: Reminder, key: str) -> None:
    if st.button(t("nurture.skip"), key=f"skip-{key}", width="stretch", help=t("nurture.skip.help")):
        with calm():
            before = coach.store.get(Person, reminder.tie.id)
            changed = coach.nurturing.skip(before.id)
            later.close(key)
            undo.offer(t("nurture.skipped", name=before.name, day=day(changed.quiet_until)), [before])
            st.rerun()


def coming(reminders: Iterable[Reminder]) -> None:
    """Who comes later, one line each."""
    for one in reminders:
        with row(f"coming-{one.tie.id}", wrap=False):
            line(one.tie.name, [day(one.due), t("nurture.every", days=one.cadence.days)])
            if st.button(named(t("people.open"), one.tie.name), key=f"coming-open-{one.tie.id}", type="tertiary"):
                pages.go("people", **{keys.PERSON: one.tie.id, "people.detail": True})


def left_out(people: Iterable[LeftOut]) -> None:
    """Whom the notes say to avoid, one line each with the words that say so."""
    for one in people:
        with row(f"left-out-{one.person}", wrap=False):
            line(one.name, [t("nurture.left_out.quote", quote=one.quote)])
            if st.button(named(t("people.open"), one.name), key=f"left-out-open-{one.person}", type="tertiary"):
                pages.go("people", **{keys.PERSON: one.person, "people.detail": True})
