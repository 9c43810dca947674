"""Nurture: whose turn it is to hear from you and why, what you could give, and who comes later."""

from __future__ import annotations

import streamlit as st

from coach.domain.cadence import Reminder
from coach.domain.models import Person
from coach.facade import Coach
from coach.ui import keys, pages, workspace
from coach.ui.boundary import guarded
from coach.ui.components import giving_sheet, reminder_card, rhythm, undo
from coach.ui.components.layout import card, empty, page_head, row, section
from coach.ui.strings import t

SHOWN, COMING = 6, 6
"""People whose turn it is, at first and with each click on "more"; and people who come later."""
WAITED_FOR = 3
"""Promises and messages that are named where nobody's turn has come."""
OPEN = "nurture.open"
"""The id of the person whose ideas are shown."""


@guarded
def page() -> None:
    coach = workspace.coach()
    page_head(t("page.nurture"), t("nurture.lead"))
    undo.bar(coach)
    queue = coach.nurturing.queue()
    now = [one for one in queue if one.now]
    avoided = coach.nurturing.left_out()
    if not queue and not avoided:
        empty("❀", t("nurture.nobody"), t("nurture.nobody.text"))
        if st.button(t("nurture.to_people"), icon=":material/group:"):
            pages.go("people")
        return
    _now(coach, now)
    later = queue[len(now) : len(now) + COMING]
    if later:
        section(t("nurture.coming"), t("nurture.coming.hint"))
        reminder_card.coming(later)
    if avoided:
        section(t("nurture.left_out"), t("nurture.left_out.hint"), count=len(avoided))
        reminder_card.left_out(avoided)


def _now(coach: Coach, now: list[Reminder]) -> None:
    if not now:
        _nobody_now(coach)
        return
    section(t("nurture.now"), count=len(now))
    shown = SHOWN * (1 + int(keys.get("nurture.more", 0)))
    for reminder in now[:shown]:
        with card(f"turn-{reminder.tie.id}"):
            _person(coach, reminder)
    if len(now) > shown and st.button(t("nurture.more", count=min(SHOWN, len(now) - shown)), type="tertiary"):
        keys.put("nurture.more", int(keys.get("nurture.more", 0)) + 1)
        st.rerun()


def _nobody_now(coach: Coach) -> None:
    """Nobody's turn has come; whoever waits for a promise or a message is named all the same."""
    waited_for = coach.agenda().waited_for
    if not waited_for:
        empty("❀", t("nurture.all_well"), t("nurture.all_well.text"))
        return
    titles = [t("due.draft", name=one.person_name) if one.kind == "draft" else one.title for one in waited_for]
    more = [t("list.more", count=len(titles) - WAITED_FOR)] if len(titles) > WAITED_FOR else []
    empty("❀", t("nurture.no_turn"), t("nurture.no_turn.text", what="; ".join([*titles[:WAITED_FOR], *more])))
    if st.button(t("nurture.to_today"), icon=":material/today:"):
        pages.go("today")


def _person(coach: Coach, reminder: Reminder) -> None:
    reminder_card.who(reminder)
    person_id = reminder.tie.id
    is_open = keys.get(OPEN) == person_id
    with row(f"turn-tools-{person_id}"):
        reminder_card.actions(coach, reminder, person_id)
        label = t("nurture.close") if is_open else t("nurture.ideas")
        if st.button(label, key=f"ideas-{person_id}", type="tertiary", icon=":material/redeem:"):
            keys.put(OPEN, None if is_open else person_id)
            st.rerun()
    if is_open:
        person = coach.store.get(Person, person_id)
        giving_sheet.ideas(coach, person)
        giving_sheet.ledger(coach, person)
        rhythm.choose(coach, coach.nurturing.rhythm(person_id), "list")


if __name__ == "__main__":
    page()
