"""What is due today: a message with its draft one tap away, a promise to keep, put off or let go."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from coach.domain.agenda import DueItem
from coach.domain.models import Commitment, Draft, Item, Person
from coach.facade import Coach
from coach.ui import keys, pages
from coach.ui.boundary import calm
from coach.ui.components import later, undo
from coach.ui.components.entries import NAMED
from coach.ui.components.layout import card, day, line, named, row, when
from coach.ui.strings import t


def message(coach: Coach, item: DueItem) -> None:
    """Somebody to write to, or a draft that is not sent yet."""
    with card(f"due-{item.kind}-{item.ref}"), row(f"due-row-{item.kind}-{item.ref}", wrap=False):
        line(t(f"due.{item.kind}", name=item.person_name), tags=_tag(item))
        label = t("today.open_draft") if item.kind == "draft" else t("today.write")
        if st.button(named(label, item.person_name), key=f"go-{item.kind}-{item.ref}", icon=":material/send:"):
            pages.go(
                "follow_up", **{keys.PERSON: item.person_id, keys.DRAFT: item.ref if item.kind == "draft" else None}
            )
        later.menu(f"{item.kind}-{item.ref}", partial(_put_off_message, coach, item), about=item.person_name)


def promise(coach: Coach, item: DueItem) -> None:
    """A promise, yours or theirs."""
    with card(f"promise-{item.ref}"), row(f"due-row-{item.ref}", wrap=False):
        line(item.title, [item.person_name], tags=_tag(item))
        if st.button(named(t("promise.kept"), item.title[:NAMED]), key=f"kept-{item.ref}", icon=":material/check:"):
            _change(coach, item, t("promise.marked", what=item.title), status="kept")
        later.menu(
            f"promise-{item.ref}",
            lambda until: _change(coach, item, t("due.put_off", what=item.title, day=day(until)), due=until),
            more=partial(_drop, coach, item),
            about=item.title[:NAMED],
        )


def _tag(item: DueItem) -> list[tuple[str, str]]:
    return [(when(item.days_left), "warn" if item.overdue else "")] if item.due else []


def _drop(coach: Coach, item: DueItem) -> None:
    if st.button(t("due.drop"), key=f"drop-{item.ref}", width="stretch", help=t("due.drop.help")):
        later.close(f"promise-{item.ref}")
        _change(coach, item, t("due.dropped", what=item.title), status="dropped")


def _change(coach: Coach, item: DueItem, said: str, **fields: object) -> None:
    with calm():
        _kept(coach, coach.store.get(Commitment, item.ref), said, fields)


def _put_off_message(coach: Coach, item: DueItem, until: date) -> None:
    said = t("due.put_off", what=item.person_name, day=day(until))
    with calm():
        if item.kind == "draft":
            _kept(coach, coach.store.get(Draft, item.ref), said, {"next_on": until})
        else:
            _kept(coach, coach.store.get(Person, item.ref), said, {"follow_up_on": until})


def _kept(coach: Coach, before: Item, said: str, fields: dict[str, object]) -> None:
    coach.add(before.model_copy(update=fields))
    undo.offer(said, [before])
    st.rerun()
