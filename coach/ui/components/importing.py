"""Bringing a file in: choose it, see what is in it and what is left out and why, then confirm."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from coach.domain.intake import ImportPreview, Skipped
from coach.facade import Coach
from coach.ui import keys
from coach.ui.boundary import calm
from coach.ui.components.layout import esc
from coach.ui.strings import t

SHOWN = 40
"""Skipped entries that are listed; the rest is counted."""


def import_file(
    coach: Coach, key: str, hint: str, *, types: list[str] | None = None, kind: str = "auto"
) -> ImportPreview | None:
    """Draw the importer. Returns what was saved, once, after the user confirmed; before that None."""
    st.caption(hint)
    upload = st.file_uploader(t("import.file"), type=types, key=keys.field(f"import.{key}.file"))
    path = st.text_input(t("import.path"), key=keys.field(f"import.{key}.path"), placeholder=t("import.path.example"))
    if upload is None and not (path or "").strip():
        return None
    with calm():
        if upload is not None:
            found = coach.preview_import(upload.name, data=upload.getvalue(), kind=kind)
        else:
            found = coach.preview_import(Path((path or "").strip()).expanduser(), kind=kind)
        _show(found)
        if found.items and st.button(t("import.confirm"), type="primary", key=f"import.{key}.confirm"):
            return _save(coach, found, key)
    return None


def _show(found: ImportPreview) -> None:
    counted = found.counts()
    text = ", ".join(t.counted(kind, number) for kind, number in counted.items())
    st.html(f'<p class="found"><b>{esc(text or t("import.nothing"))}</b><br>{esc(found.importer)}</p>')
    _left_out(t("import.skipped", count=len(found.skipped)), found.skipped)
    _left_out(t("import.warnings", count=len(found.warnings)), found.warnings)


def _left_out(title: str, entries: tuple[Skipped, ...]) -> None:
    if not entries:
        return
    rows = "".join(f"<li><b>{esc(one.where)}</b> {esc(one.reason)}</li>" for one in entries[:SHOWN])
    more = f"<li>{esc(t('list.more', count=len(entries) - SHOWN))}</li>" if len(entries) > SHOWN else ""
    st.html(f'<details class="skipped"><summary>{esc(title)}</summary><ul>{rows}{more}</ul></details>')


def _save(coach: Coach, found: ImportPreview, key: str) -> ImportPreview:
    bar = st.progress(0.0, text=t("import.saving"))

    def moved(done: int, total: int) -> None:
        bar.progress(min(1.0, done / max(1, total)), text=t("import.saving"))

    report = coach.import_items(found, moved)
    keys.renew(f"import.{key}.file")
    keys.renew(f"import.{key}.path")
    keys.notice(t("import.saved", added=report.added, updated=report.updated, unchanged=report.unchanged))
    return found
