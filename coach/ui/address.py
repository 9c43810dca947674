"""What is open on a page stands in the page's address: a reload, the browser's Back and a bookmark find it again.

A click asks for it by the session, as another page does; the next run takes it over into the address, which alone says
what is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from coach.domain.models import Item
from coach.errors import NotFoundError
from coach.facade import Coach
from coach.ui import keys
from coach.ui.strings import t

Option = TypeVar("Option", str, int)

NAMES = {
    "people.open": "person",
    keys.STORY: "story",
    "open.challenge": "challenge",
    "open.rehearsal": "rehearsal",
}
"""What the address calls the id that a key of the session asks for."""


def opened(coach: Coach, key: str, kind: type[Item]) -> str | None:
    """The id of what is open on this page: what was just asked for under `key`, else what the address says. Where it is
    no longer kept, as behind Back or a bookmark of what was deleted since, nothing is open, and the page says so."""
    name = NAMES[key]
    if key in st.session_state:
        asked = st.session_state.pop(key)
        if asked:
            st.query_params[name] = str(asked)
        else:
            st.query_params.pop(name, None)
    said = st.query_params.get(name)
    if not said:
        return None
    try:
        return coach.store.get(kind, said).id
    except NotFoundError:
        leave(key)
        st.toast(t("address.gone"), icon=":material/search_off:")
        return None


def leave(key: str) -> None:
    """Nothing is open on this page any more."""
    keys.drop(key)
    st.query_params.pop(NAMES[key], None)


def chosen(name: str, key: str, options: Sequence[Option], usual: Option) -> None:
    """Before a choice with that widget key is drawn: take over what the address says, once it says something new."""
    said = st.query_params.get(name)
    if said == keys.get(f"{key}.address"):
        return
    known = {str(one): one for one in options}
    keys.put(key, known.get(said or "", usual))
    keys.put(f"{key}.address", said)


def keep(name: str, key: str, value: Option, usual: Option) -> None:
    """After it is drawn: the address says what is chosen, and nothing where that is the usual."""
    if value == usual:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(value)
    keys.put(f"{key}.address", st.query_params.get(name))
