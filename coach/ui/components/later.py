"""Putting something off: a week, a month, or a day of your own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import streamlit as st

from coach.ui import keys, reading
from coach.ui.components.layout import named
from coach.ui.strings import t

CHOICES = {"week": 7, "month": 30}
"""Days that a click puts something off by."""


def menu(key: str, choose: Callable[[date], None], *, more: Callable[[], None] | None = None, about: str = "") -> None:
    """A small menu. `choose` gets the day; `more` draws further choices below; `about`: what it puts off, read out."""
    today = reading.today()
    with st.popover(named(t("later.title"), about), icon=":material/schedule:", key=keys.field(f"later-{key}")):
        for name, days in CHOICES.items():
            if st.button(t(f"later.{name}"), key=f"later-{name}-{key}", width="stretch"):
                _chosen(key, choose, today + timedelta(days=days))
        day = st.date_input(
            t("later.day"),
            value=None,
            min_value=today + timedelta(days=1),
            key=f"later-day-{key}",
            format=t("date.field"),
        )
        if isinstance(day, date) and st.button(t("later.until"), key=f"later-until-{key}", width="stretch"):
            _chosen(key, choose, day)
        if more is not None:
            more()


def close(key: str) -> None:
    """Fold the menu: what was chosen is done."""
    keys.renew(f"later-{key}")


def _chosen(key: str, choose: Callable[[date], None], day: date) -> None:
    close(key)
    choose(day)
