"""People: who you know and want to meet, with everything you noted, promised, told and wrote."""

from __future__ import annotations

import math

import streamlit as st

from coach.domain.models import Person
from coach.domain.naming import work_parts
from coach.facade import Coach
from coach.ui import address, keys, reading, workspace
from coach.ui.boundary import guarded
from coach.ui.components import duplicates, person_forms, person_sheet, undo
from coach.ui.components import found as found_entries
from coach.ui.components.importing import import_button, import_panel
from coach.ui.components.layout import card, empty, named, page_head, portrait, row
from coach.ui.strings import t

PER_PAGE = 20


@guarded
def page() -> None:
    coach = workspace.coach()
    open_id = _opened(coach)
    if open_id:
        keys.put(keys.PERSON, open_id)
        person_sheet.draw(coach, open_id)
        return
    if pair := keys.get(duplicates.PAIR):
        duplicates.compare(coach, pair)
        return
    page_head(t("page.people"), t("people.lead"))
    undo.bar(coach)
    _tools(coach)
    alike = st.container()
    _list(coach)
    with alike:  # after the list, which needs no looking through everybody
        duplicates.strip(coach)


def _opened(coach: Coach) -> str | None:
    """The person whose page is open: whom a click asked for, else whom the address names."""
    if keys.get("people.detail"):
        keys.put(person_sheet.OPEN, keys.get(keys.PERSON))
    keys.drop("people.detail")
    return address.opened(coach, person_sheet.OPEN, Person)


def _tools(coach: Coach) -> None:
    with row("people-tools"):
        with st.popover(t("people.add"), icon=":material/person_add:"):
            person_forms.edit(coach, None)
        import_button("people", t("people.import"))
    if import_panel(coach, "people") is not None:
        st.rerun()


def _list(coach: Coach) -> None:
    search = st.text_input(
        t("people.search"), key="people.search", placeholder=t("people.search.example"), icon=":material/search:"
    )
    words = (search or "").strip()
    found = coach.store.count(Person, search=words)
    if not found:
        if words:
            empty("?", t("people.none_found", search=search), t("people.none_found.text"))
            _nearly(coach, words)
            found_entries.everything(coach, words)
        else:
            empty("☺", t("people.none"), t("people.none.text"))
        return
    st.caption(t.counted("person", found))
    pages = math.ceil(found / PER_PAGE)
    at = 1
    if pages > 1:
        bottom = st.container()
    shown = st.container(gap="xsmall")
    if pages > 1:
        with bottom:
            at = st.pagination(pages, key=f"people.page.{search}.{pages}", persist_state="session")
    with shown:
        for person in reading.find_people(coach, words, at, PER_PAGE):
            _entry(person)
    if words:
        found_entries.everything(coach, words)


def _nearly(coach: Coach, words: str) -> None:
    """Those whose name is a slip of the keyboard away."""
    if near := reading.nearly(coach, words):
        st.caption(t("people.nearly"))
        for person in near:
            _entry(person)


def _entry(person: Person) -> None:
    tags = []
    if person.invented:
        tags.append((t("sample.invented"), "sample"))
    if person.relation == "prospect":
        tags.append((t("person.relation.prospect"), ""))
    with card(f"p-{person.id}", quiet=True), row(wrap=False):
        portrait(person.name, work_parts(person.role, person.organisation), tags=tags)
        label = named(t("people.open"), " ".join((person.name, *reading.told_apart(person))))
        if st.button(label, key=f"open-{person.id}", type="tertiary", help=person.name):
            keys.put(keys.PERSON, person.id)
            keys.put("people.detail", True)
            st.rerun()


if __name__ == "__main__":
    page()
