"""Follow up: choose a person and a channel, get a message written from your notes, make it yours, mark it as sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from coach.domain.models import Draft, Kind, Note, Person
from coach.domain.passages import Contact
from coach.drafting.languages import LANGUAGES, language_in, tone_in
from coach.facade import Coach
from coach.ui import keys, reading, workspace
from coach.ui.boundary import guarded
from coach.ui.components import channels, message_sheet, streaming, undo, wishes, your_name
from coach.ui.components.kept_back import kept_to_yourself
from coach.ui.components.layout import card, day, duration, empty, line, named, page_head, row
from coach.ui.jobs import Job
from coach.ui.strings import t

TONES = ("warm", "plain", "formal")
AUTO = "auto"


@guarded
def page() -> None:
    coach = workspace.coach()
    page_head(t("page.follow_up"), t("follow_up.lead"))
    undo.bar(coach)
    person = _choose(coach)
    if person is None:
        empty("✉", t("follow_up.nobody"), t("follow_up.nobody.text"))
        return
    job = workspace.jobs().find("follow_up", person.id)
    if job is not None and job.running:
        streaming.watch(job, partial(streaming.words, person_id=person.id), f"follow-{person.id}")
        if took := reading.messages_took(coach):
            st.caption(t("message.lately", time=duration(took)))
        return
    _order(coach, person)
    if job is not None:
        _finished(job, person)
    _unwritten(coach, person)
    message_sheet.messages(coach, person)


def _choose(coach: Coach) -> Person | None:
    people = {person.id: person for person in reading.due_first(coach, coach.agenda())}
    if not people:
        return None
    ids = list(people)
    wanted = keys.get(keys.PERSON)
    chosen = st.selectbox(
        t("follow_up.person"),
        ids,
        index=ids.index(wanted) if wanted in people else 0,
        format_func=lambda one: _label(people[one]),
        key="follow_up.person",
    )
    if chosen != wanted:
        keys.put(keys.PERSON, chosen)
        keys.drop(keys.DRAFT)
    return coach.store.get(Person, chosen) if chosen else None


def _label(person: Contact) -> str:
    facts = [person.name, person.organisation]
    if person.follow_up_on:
        facts.append(t("follow_up.due_on", day=day(person.follow_up_on)))
    return " · ".join(fact for fact in facts if fact)


def _order(coach: Coach, person: Person) -> None:
    notes = reading.notes_about(coach, person.id)
    with card("message-order"):
        channel = st.segmented_control(
            t("follow_up.channel"),
            list(channels.CHANNELS),
            default=channels.likely(person),
            required=True,
            format_func=lambda one: t(f"channel.{one}"),
            key=f"follow_up.channel.{person.id}",
            persist_state="session",
        )
        tone = st.segmented_control(
            t("follow_up.tone"),
            list(TONES),
            default=tone_in((note.text for note in notes), person.name) or coach.settings.tone,
            required=True,
            format_func=lambda one: t(f"tone.{one}"),
            key=f"follow_up.tone.{person.id}",
            persist_state="session",
        )
        workspace.ahead().want(
            ("follow_up", person.id, channel),
            lambda stop: coach.read_ahead(person=person.id, channel=str(channel), stop=stop),
        )
        language = _language(person, notes)
        intent = st.text_input(
            t("follow_up.intent"),
            key=f"follow_up.intent.{person.id}",
            placeholder=t("follow_up.intent.example"),
            persist_state="session",
        )
        kept_to_yourself(coach, person, notes)
        signed = your_name.ask(coach, "follow_up.your_name", t("settings.name"), t("settings.name.help"))
        if st.button(t("follow_up.write"), type="primary", icon=":material/auto_awesome:", key="follow-go"):
            your_name.keep(coach, signed)
            _start(coach, person.id, str(channel), intent or "", str(tone), language)


def _language(person: Person, notes: Sequence[Note]) -> str | None:
    """The language that is chosen; None leaves it to the person's own, or that of the notes about them."""
    usual = (person.language or language_in(note.text for note in notes))[:2]
    named = t.maybe(f"language.{usual}", usual)
    chosen = st.selectbox(
        t("follow_up.language"),
        [AUTO, *LANGUAGES],
        format_func=lambda one: t("follow_up.language.auto", language=named) if one == AUTO else t(f"language.{one}"),
        key=f"follow_up.language.{person.id}",
        persist_state="session",
        width=260,
    )
    return chosen if chosen != AUTO else None


def _start(coach: Coach, person_id: str, channel: str, intent: str, tone: str, language: str | None) -> None:
    _run(person_id, partial(coach.follow_up, person_id, channel, intent, tone=tone, language=language))


def _run(person_id: str, work: Callable[..., Draft]) -> None:
    keys.drop(keys.DRAFT)
    workspace.jobs().start(("follow_up", person_id), lambda listen, stop: work(stream=listen, stop=stop))
    st.rerun()


def _finished(job: Job, person: Person) -> None:
    if job.error is None:
        if job.result is not None:
            keys.put(keys.DRAFT, job.result.id)
            wishes.empty(job.result)
        workspace.jobs().forget("follow_up", person.id)
        return
    streaming.failed(job)
    if st.button(t("error.dismiss"), key="dismiss-follow"):
        workspace.jobs().forget("follow_up", person.id)
        st.rerun()


def _unwritten(coach: Coach, person: Person) -> None:
    """What was asked for when the model failed, and what it had written by then: to go on with, or to let go."""
    for draft in reading.unwritten_to(coach, person.id):
        with card(f"unwritten-{draft.id}", quiet=True):
            line(t("unwritten.title", channel=t(f"channel.{draft.channel}")), [draft.intent, draft.unfinished])
            with row(f"unwritten-row-{draft.id}"):
                about = (draft.intent or draft.unfinished)[:60]
                write = named(t("unwritten.write"), about)
                if st.button(write, key=f"unwritten-go-{draft.id}", icon=":material/refresh:"):
                    work = partial(coach.write_draft, draft.id)
                    _run(person.id, work)
                if st.button(named(t("unwritten.drop"), about), key=f"unwritten-drop-{draft.id}", type="tertiary"):
                    coach.delete(Kind.DRAFT, draft.id)
                    workspace.jobs().forget("follow_up", person.id)
                    st.rerun()


if __name__ == "__main__":
    page()
