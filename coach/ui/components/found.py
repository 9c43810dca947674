"""One search over everything: notes and the rest that say the words, each a click from where it can be changed."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.domain.evidence import Evidence
from coach.domain.models import Commitment, Help, Kind, Note, Person
from coach.facade import Coach
from coach.ui import keys, pages, reading
from coach.ui.boundary import calm
from coach.ui.components.entries import SHORT, note_card
from coach.ui.components.layout import card, day, esc, line, named, plain, row, section
from coach.ui.note_text import without_markup
from coach.ui.rule_text import ruled
from coach.ui.strings import t

STEP = 10
"""Finds of a sort at first, and those that a click adds."""


def everything(coach: Coach, words: str) -> None:
    """What says the words beside people's names; where nothing does, what comes nearest, said to be that."""
    more = f"found.more.{words}"
    shown = STEP + int(keys.get(more, 0))
    with calm():
        notes, others, certain = reading.found_anywhere(coach, words, shown + 1)
        if not notes and not others:
            st.caption(t("anywhere.nothing", search=words))
            return
        section(t("anywhere.title"))
        if not certain:
            st.caption(t("anywhere.near", search=words))
        names = reading.people_names(coach)
        for note in notes[:shown]:
            others_named = ", ".join(one for one in note.people if one not in names)
            about = others_named if note.people else t("entry.note.nobody")
            note_card(coach, note, facts=[about], short=True, beside=partial(_people_of, note, names))
        for one in others[:shown]:
            _entry(coach, one)
        if max(len(notes), len(others)) > shown and st.button(t("entry.more", count=STEP), key="found-more"):
            keys.put(more, shown)
            st.rerun()


def _people_of(note: Note, names: dict[str, str]) -> None:
    for one in dict.fromkeys(note.people):
        if one in names:
            label = plain(names[one])
            if st.button(label, key=f"found-{note.id}-{one}", type="tertiary", icon=":material/person:"):
                _open_person(one)


def _entry(coach: Coach, found: Evidence) -> None:
    with card(f"found-{found.kind}-{found.source_id}", quiet=True), row(wrap=False):
        text = ruled(found.text) if found.kind in (Kind.SESSION, Kind.COMMITMENT) else found.text
        text = " ".join(without_markup(text).split())
        short = text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"
        line(found.title or short, [t(f"kind.{found.kind}"), day(found.at.date()) if found.at else ""])
        if st.button(
            named(t("anywhere.open"), found.title or text[:60]), key=f"found-open-{found.source_id}", type="tertiary"
        ):
            _open(coach, found)
    if found.title and short:
        st.html(f'<p class="hint">{esc(short)}</p>')


def _open(coach: Coach, found: Evidence) -> None:
    """The page on which it stands."""
    match found.kind:
        case Kind.STORY:
            pages.go("stories", **{keys.STORY: found.source_id})
        case Kind.SESSION:
            pages.go("prepare", **{keys.EVENT: coach.store.session(found.source_id)[0]})
        case Kind.EVENT:
            pages.go("prepare", **{keys.EVENT: found.source_id})
        case Kind.COMMITMENT:
            _open_known(coach, coach.store.get(Commitment, found.source_id).person)
        case Kind.HELP:
            _open_known(coach, coach.store.get(Help, found.source_id).person)
        case _:
            pages.go("prepare")


def _open_known(coach: Coach, person: str) -> None:
    """The person's page; of somebody who is named and not kept, only Today tells."""
    if coach.store.get_many(Person, [person]):
        _open_person(person)
    pages.go("today")


def _open_person(person_id: str) -> None:
    keys.put(keys.PERSON, person_id)
    keys.put("people.detail", True)
    st.rerun()
