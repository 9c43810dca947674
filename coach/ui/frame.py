"""What surrounds every page: brand, navigation, the model's state, and news of the last action.

The menu is drawn before the workspace is imported, so that the first look shows something at once.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import streamlit as st

from coach.ui import imports, keys, language, pages
from coach.ui.strings import t

STATIC = Path(__file__).resolve().parent / "static"


@functools.cache
def _sheet() -> str:
    return (STATIC / "coach.css").read_text(encoding="utf-8")


def _style() -> str:
    """The style sheet, with the word that it puts beside the sign of the folded menu."""
    return f'<style>{_sheet()}\n:root {{ --menu: "{t("nav.menu")}"; }}</style>'


def draw() -> None:
    """Draw the frame, then the chosen page. A workspace that cannot be opened leaves a calm page that says why."""
    language.begin()
    st.set_page_config(page_title=t("app.name"), page_icon=str(STATIC / "icon.svg"), layout="centered")
    st.html(_style())
    st.logo(str(STATIC / "brand.svg"), icon_image=str(STATIC / "icon.svg"), size="large")
    chosen = pages.navigation()
    _inside(chosen)
    pages.tab_bar()


def _inside(chosen: Any) -> None:
    imports.first_page()
    from coach.ui import boundary, choices, model_banner, workspace
    from coach.ui.components import surroundings

    with workspace.pauses().drawing(), boundary.calm():
        choices.follow()
        if language.settle(workspace.coach().settings.app_language):
            st.rerun()
        workspace.speak_in(t.language)
        surroundings.mend()
        with st.sidebar:
            model_banner.sidebar_state()
        model_banner.banner()
        _say_notice()
        chosen.run()


def _say_notice() -> None:
    text = keys.take_notice()
    if text:
        st.toast(text, icon=":material/check_circle:")
