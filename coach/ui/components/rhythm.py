"""How often you want to be in touch with somebody: what is suggested and why, and your own choice."""

from __future__ import annotations

import streamlit as st

from coach.domain.cadence import STEPS, Rhythm
from coach.domain.models import Person
from coach.facade import Coach
from coach.ui.boundary import calm
from coach.ui.components import reminder_card, undo
from coach.ui.components.layout import day, esc, row, section
from coach.ui.reason_text import sentence
from coach.ui.strings import t

AS_SUGGESTED = -1
"""Stands for "as suggested" in the list of choices; 0 stands for no reminders."""


def draw(coach: Coach, person: Person) -> None:
    """The rhythm with a person, on their page."""
    found = coach.nurturing.rhythm(person.id)
    section(t("rhythm.title"))
    st.html(f'<p class="hint">{esc(_state(found))}</p>')
    choose(coach, found, "page")
    with row(f"rhythm-{person.id}"):
        reminder_card.done(coach, person.id, found.tie.first_name, f"page-{person.id}")


def _state(found: Rhythm) -> str:
    if found.door:
        return t("rhythm.door", quote=found.door.quote)
    said = [t(f"rhythm.why.{found.suggestion.why}", gap=found.suggestion.gap or 0)]
    if found.reminder:
        said = [
            sentence(found.reminder.reasons[:1]),
            t("rhythm.overdue" if found.reminder.days_left < 0 else "rhythm.next", day=day(found.reminder.due)),
            *said,
        ]
    elif found.tie.contacts is None:
        said = [t("nurture.why.never"), *said]
    return " ".join(said)


def choose(coach: Coach, found: Rhythm, key: str) -> None:
    """The choice; a change is kept at once and can be taken back."""
    person_id = found.tie.id
    own = found.tie.cadence_days
    options = [AS_SUGGESTED, *sorted({*STEPS, *([own] if own else [])}), 0]
    chosen = st.selectbox(
        t("rhythm.choose"),
        options,
        index=options.index(AS_SUGGESTED if own is None else own),
        format_func=lambda one: _option(one, found),
        key=f"rhythm-{key}-{person_id}-{own}",
        width=280,
    )
    wanted = None if chosen == AS_SUGGESTED else chosen
    if wanted != own:
        with calm():
            before = coach.store.get(Person, person_id)
            coach.nurturing.set_cadence(person_id, wanted)
            undo.offer(t("rhythm.kept", name=before.name), [before])
            st.rerun()


def _option(days: int, found: Rhythm) -> str:
    if days == AS_SUGGESTED:
        offered = found.suggestion.days
        return t("rhythm.suggested", how=t("nurture.every", days=offered) if offered else t("rhythm.none"))
    return t("nurture.every", days=days) if days else t("rhythm.none")
