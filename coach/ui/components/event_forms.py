"""Getting an event into the workspace: typed by hand, or from a programme that is previewed first."""

from __future__ import annotations

from datetime import date

import streamlit as st

from coach.domain.ids import stable_id
from coach.domain.models import Event, Person
from coach.errors import InputError
from coach.facade import Coach
from coach.intake.contacts import channels
from coach.intake.person_line import people_on_lines
from coach.journeys.typed_people import LONGEST_NAME
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.components import entries
from coach.ui.components.importing import import_panel
from coach.ui.components.layout import card
from coach.ui.strings import t


def type_event(coach: Coach) -> None:
    """Name, days, place, and who will be there, one a line; see `coach.intake.person_line`."""
    with st.form(keys.field("event.form"), border=False):
        name = st.text_input(t("event.name"), key=keys.field("event.name"), persist_state="session")
        starts = st.date_input(t("event.starts"), value=None, key=keys.field("event.starts"), format=t("date.field"))
        ends = st.date_input(t("event.ends"), value=None, key=keys.field("event.ends"), format=t("date.field"))
        place = st.text_input(t("event.place"), key=keys.field("event.place"), persist_state="session")
        about = st.text_area(t("event.about"), key=keys.field("event.about"), height=70, persist_state="session")
        who = st.text_area(
            t("event.who"),
            key=keys.field("event.who"),
            height=110,
            placeholder=t("event.who.example"),
            persist_state="session",
        )
        pressed = st.form_submit_button(t("event.save"), type="primary")
    if pressed:
        with calm():
            event, people = typed_event(coach, name or "", (starts, ends), place or "", who or "")
            coach.add_many([*people, event.model_copy(update={"about": about or ""})])
            _open(event.id)


def _open(event_id: str) -> None:
    for field in ("form", "name", "starts", "ends", "place", "about", "who"):
        keys.renew(f"event.{field}")
    keys.renew("prepare.event")
    keys.put(keys.EVENT, event_id)
    keys.drop(keys.BRIEF)
    keys.notice(t("event.saved"))
    st.rerun()


def correct_button(event: Event) -> None:
    """Opens the form in which the event that is chosen is corrected."""
    if st.button(t("event.edit"), key=f"correct-{event.id}", type="tertiary", icon=":material/edit:"):
        keys.put(entries.CORRECTED, event.id)
        st.rerun()


def correct(coach: Coach, event_id: str) -> None:
    """Everything that is typed about an event, to be corrected; or the whole event deleted. A programme stays."""
    if keys.get(entries.CORRECTED) != event_id:
        return
    event = coach.store.get(Event, event_id)
    base = f"correct.{event_id}"
    with card(f"correct-event-{event_id}"):
        with st.form(f"{base}.form", border=False):
            name = st.text_input(t("event.name"), event.name, key=f"{base}.name")
            starts = entries.day_field(t("event.starts"), event.starts, f"{base}.starts")
            ends = entries.day_field(t("event.ends"), event.ends, f"{base}.ends")
            place = st.text_input(t("event.place"), event.place, key=f"{base}.place")
            about = st.text_area(t("event.about"), event.about, key=f"{base}.about", height=70)
            there = _there(coach, event, f"{base}.there")
            who = st.text_area(t("event.who.more"), key=f"{base}.who", height=70)
            if entries.saved():
                with calm():
                    new, people = typed_event(coach, name or "", (starts, ends), place or "", who or "")
                    attendees = tuple(dict.fromkeys((*there, *new.attendees)))
                    fields = {one: getattr(new, one) for one in ("name", "starts", "ends", "place")}
                    coach.add_many(people)
                    entries.change(coach, event, {**fields, "about": about or "", "attendees": attendees})
        deleted = t("entry.deleted.event")
        entries.delete_button(coach, event.kind, event_id, deleted, label=t("event.delete"), after=_closed)


def _there(coach: Coach, event: Event, key: str) -> list[str]:
    names = reading.people_names(coach)
    here = list(event.attendees)
    if not here:
        return []
    return st.multiselect(t("event.there"), here, default=here, format_func=lambda one: names.get(one, one), key=key)


def _closed() -> None:
    keys.drop(entries.CORRECTED, keys.EVENT, keys.BRIEF)
    keys.renew("prepare.event")


def typed_event(
    coach: Coach, name: str, span: tuple[date | None, date | None], place: str, who: str
) -> tuple[Event, list[Person]]:
    """The event, and the people of it who are not in the workspace yet. Raises InputError."""
    starts, ends = span
    if not name.strip():
        raise InputError(t("event.needs_name"), t("event.needs_name.step"))
    if len(name.strip()) > LONGEST_NAME:
        raise InputError(t("event.long_name", length=len(name.strip()), most=LONGEST_NAME), t("event.long_name.step"))
    if starts and ends and ends < starts:
        raise InputError(
            t("event.ends_first", ends=ends.isoformat(), starts=starts.isoformat()), t("event.ends_first.step")
        )
    known = {person.name.casefold(): person.id for person in coach.store.people()}
    new: list[Person] = []
    attendees: list[str] = []
    for said in people_on_lines(who):
        person_id = known.get(said.name.casefold())
        if person_id is None:
            person = Person(
                id=stable_id("typed", name, said.name),
                name=said.name,
                role=said.role,
                organisation=said.organisation,
                channels=channels(said.emails, (), ()),
                about=said.about,
                relation="prospect",
                source="typed",
            )
            new.append(person)
            person_id = known[said.name.casefold()] = person.id
        attendees.append(person_id)
    event = Event(
        name=name, starts=starts, ends=ends or starts, place=place, attendees=tuple(attendees), source="typed"
    )
    return event, new


def import_programme(coach: Coach, event_id: str | None) -> None:
    """A programme, a calendar, or who will be at the event that is open; see `import_panel`."""
    saved = import_panel(coach, "programme", event=event_id)
    if saved is None:
        return
    events = [item.id for item in saved.items if isinstance(item, Event)]
    if events or saved.event:
        _open(saved.event or events[0])
    st.rerun()
