"""Forms around a person: add or correct an entry, write down a promise."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from coach.domain.models import Channel, Commitment, Person
from coach.errors import InputError
from coach.facade import Coach
from coach.journeys.typed_people import channels_typed, name_typed, namesakes
from coach.ui import keys
from coach.ui.boundary import calm
from coach.ui.strings import t

CHANNEL_TYPES = ("email", "linkedin", "phone")


def edit(coach: Coach, person: Person | None) -> None:
    """The form for a new person, or for one who is there."""
    base = f"person.{person.id if person else 'new'}"

    def text(name: str, value: str = "", **more: Any) -> str:
        return st.text_input(t(f"person.{name}"), value, key=keys.field(f"{base}.{name}"), **more) or ""

    with st.form(keys.field(f"{base}.form"), border=False):
        values: dict[str, Any] = {
            "name": text("name", person.name if person else ""),
            "role": text("role", person.role if person else ""),
            "organisation": text("organisation", person.organisation if person else ""),
        }
        cares = text("cares", ", ".join(person.cares_about) if person else "", placeholder=t("form.commas"))
        held = text("values", ", ".join(person.values) if person else "", placeholder=t("form.commas"))
        values["how_met"] = text("how_met", person.how_met if person else "")
        channels = {kind: text(kind, _address(person, kind)) for kind in CHANNEL_TYPES}
        values["about"] = (
            st.text_area(t("person.about"), person.about if person else "", key=keys.field(f"{base}.about"), height=80)
            or ""
        )
        values["relation"] = "known" if _known(person, base) else "prospect"
        values["follow_up_on"] = _day(t("person.follow_up_on"), person.follow_up_on if person else None, f"{base}.next")
        pressed = st.form_submit_button(t("person.save"), type="primary")
    if pressed:
        with calm():
            values |= {"cares_about": _split(cares), "values": _split(held), "channels": _channels(person, channels)}
            values["name"] = name_typed(values["name"])
            _ask_once(coach, person, values["name"], base)
            _save(coach, person, values, base)


def _known(person: Person | None, base: str) -> bool:
    return st.checkbox(
        t("person.met"), value=person is None or person.relation == "known", key=keys.field(f"{base}.met")
    )


def _day(label: str, value: date | None, name: str) -> date | None:
    chosen = st.date_input(label, value=value, key=keys.field(name), format=t("date.field"))
    return chosen if isinstance(chosen, date) else None


def _address(person: Person | None, kind: str) -> str:
    found = (channel.value for channel in person.channels if channel.type == kind) if person else iter(())
    return next(found, "")


def _channels(person: Person | None, typed: dict[str, str]) -> tuple[Channel, ...]:
    """The typed ones first, then those of other types that the entry already has."""
    kept = tuple(channel for channel in person.channels if channel.type not in CHANNEL_TYPES) if person else ()
    return (*channels_typed(typed, person), *kept)


def _ask_once(coach: Coach, person: Person | None, name: str, base: str) -> None:
    """Raises InputError the first time that a new name is there already; saved again, it is kept."""
    asked = f"{base}.namesake"
    others = namesakes(coach.store, name) if name and (person is None or person.name != name) else []
    there = [one for one in others if person is None or one.id != person.id]
    if there and keys.get(asked) != name:
        keys.put(asked, name)
        known = "; ".join(", ".join(part for part in (one.name, one.role, one.organisation) if part) for one in there)
        raise InputError(t("person.namesake", known=known), t("person.namesake.step"))
    keys.drop(asked)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _save(coach: Coach, person: Person | None, values: dict[str, Any], base: str) -> None:
    if not values["name"].strip():
        raise InputError(t("person.needs_name"), t("person.needs_name.step"))
    kept = Person.model_validate({**(person.model_dump() if person else {"source": "typed"}), **values})
    coach.add(kept)
    fields = (
        "form",
        "name",
        "role",
        "organisation",
        "cares",
        "values",
        "how_met",
        "about",
        "met",
        "next",
        *CHANNEL_TYPES,
    )
    for name in fields:
        keys.renew(f"{base}.{name}")
    keys.put(keys.PERSON, kept.id)
    keys.put("people.detail", True)
    keys.notice(t("person.saved", name=kept.name))
    st.rerun()


def add_promise(coach: Coach, person: Person) -> None:
    """Who owes whom what by when."""
    base = f"promise.{person.id}"
    with st.form(keys.field(f"{base}.form"), border=False):
        what = st.text_input(t("promise.what"), key=keys.field(f"{base}.what"))
        by = st.radio(
            t("promise.by"),
            ["me", "them"],
            format_func=lambda one: t(f"promise.by.{one}"),
            horizontal=True,
            key=keys.field(f"{base}.by"),
        )
        due = _day(t("promise.due"), None, f"{base}.due")
        pressed = st.form_submit_button(t("promise.save"), type="primary")
    if pressed:
        with calm():
            if not (what or "").strip():
                raise InputError(t("promise.blank"), t("promise.blank.step"))
            promise = Commitment.model_validate({"person": person.id, "by": by, "what": what, "due": due})
            coach.add(promise)
            for name in ("form", "what", "by", "due"):
                keys.renew(f"{base}.{name}")
            keys.notice(t("promise.saved"))
            st.rerun()
