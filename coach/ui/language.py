"""Which language the app speaks: the one that was chosen in the settings, else that of the browser, else English."""

from __future__ import annotations

import streamlit as st

from coach.ui.strings import LANGUAGES, t

AUTO = "auto"
_known = {"chosen": AUTO}
"""What the settings said when they were last read: the menu is drawn before they are."""


def begin() -> None:
    """Before the workspace is open: as far as is known."""
    t.use(_wanted(_known["chosen"]))


def settle(chosen: str) -> bool:
    """Once the settings are known. True when the page must be drawn anew, because it began in another language."""
    _known["chosen"] = chosen
    wanted = _wanted(chosen)
    if wanted == t.language:
        return False
    t.use(wanted)
    return True


def _wanted(chosen: str) -> str:
    code = (st.context.locale or "") if chosen == AUTO else chosen
    language = code.split("-")[0].lower()
    return language if language in LANGUAGES else "en"
