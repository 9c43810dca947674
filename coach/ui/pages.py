"""The pages of the app: where each lives, what it is called, and how to get from one to another."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import streamlit as st

from coach.ui import keys
from coach.ui.strings import t

VIEWS = Path(__file__).resolve().parent / "views"
Name = Literal[
    "today",
    "prepare",
    "capture",
    "follow_up",
    "nurture",
    "reflect",
    "clinic",
    "rehearse",
    "people",
    "stories",
    "insight",
    "settings",
]

ICONS: dict[Name, str] = {
    "today": ":material/wb_sunny:",
    "prepare": ":material/explore:",
    "capture": ":material/edit_note:",
    "follow_up": ":material/send:",
    "nurture": ":material/potted_plant:",
    "reflect": ":material/self_improvement:",
    "clinic": ":material/troubleshoot:",
    "rehearse": ":material/forum:",
    "people": ":material/group:",
    "stories": ":material/auto_stories:",
    "insight": ":material/insights:",
    "settings": ":material/tune:",
}
SECTIONS: dict[str, tuple[Name, ...]] = {
    "": ("today",),
    "nav.conversations": ("prepare", "capture", "follow_up", "nurture", "reflect"),
    "nav.practice": ("rehearse", "clinic"),
    "nav.memory": ("people", "stories", "insight"),
    "nav.app": ("settings",),
}


def page(name: Name) -> Any:
    """The page of that name, fit for `st.navigation`, `st.switch_page` and `st.page_link`."""
    return st.Page(
        VIEWS / f"{name}.py",
        title=t(f"page.{name}"),
        icon=ICONS[name],
        url_path=name.replace("_", "-"),
        default=name == "today",
    )


def navigation() -> Any:
    """Register all pages and return the chosen one."""
    menu = {t(head) if head else "": [page(name) for name in names] for head, names in SECTIONS.items()}
    return st.navigation(menu, position="sidebar", expanded=True)


TABS: tuple[Name, ...] = ("today", "prepare", "capture", "follow_up", "people")


def tab_bar() -> None:
    """The five pages of every day at the foot of a phone's screen; the style sheet hides it on a wide one."""
    with st.container(key="tab-bar", horizontal=True, wrap=False, gap=None):
        for name in TABS:
            st.page_link(page(name), label=t(f"page.{name}"), icon=ICONS[name])


def go(name: Name, **state: object) -> None:
    """Open a page, with ids to put into the session first, e.g. `go("prepare", **{keys.EVENT: event_id})`."""
    for key, value in state.items():
        keys.put(key, value)
    st.switch_page(page(name))
