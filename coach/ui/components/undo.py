"""Undo in place of "are you sure": what an action changed can be taken back for a while, with one click.

The session keeps the items as they were before; taking back saves them again, and removes what was added.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import streamlit as st

from coach.domain.models import KINDS, Item, Kind
from coach.errors import NotFoundError
from coach.facade import Coach
from coach.ui import keys
from coach.ui.boundary import calm
from coach.ui.components.layout import esc, row
from coach.ui.strings import t

KEY = "undo"
FOR_S = 180.0
"""How long the way back stays on screen."""


def offer(text: str, before: Sequence[Item] = (), added: Sequence[Item] = ()) -> None:
    """Say what was done, and keep the way back: items as they were, and items that are new."""
    keys.put(
        KEY,
        {
            "text": text,
            "until": time.monotonic() + FOR_S,
            "before": [(item.kind.value, item.model_dump(mode="json")) for item in before],
            "added": [(item.kind.value, item.id) for item in added],
        },
    )


def bar(coach: Coach) -> None:
    """What was done last, and the button that takes it back."""
    done: dict[str, Any] | None = keys.get(KEY)
    if done is None:
        return
    if time.monotonic() > done["until"]:
        keys.drop(KEY)
        return
    with row("undo-bar", wrap=False):
        st.html(f'<p role="status">{esc(done["text"])}</p>')
        if st.button(t("undo.go"), key="undo-go", type="tertiary", icon=":material/undo:"):
            with calm():
                _take_back(coach, done)
                keys.drop(KEY)
                keys.notice(t("undo.done"))
                st.rerun()


def _take_back(coach: Coach, done: dict[str, Any]) -> None:
    coach.add_many([KINDS[Kind(kind)].model_validate(values) for kind, values in done["before"]])
    for kind, item_id in done["added"]:
        if keys.get(keys.DRAFT) == item_id:
            keys.drop(keys.DRAFT)
        try:
            coach.delete(Kind(kind), item_id)
        except NotFoundError:
            continue
