"""Files to take along, each made when it is asked for, and the one that brings a workspace in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.models import Person
from coach.facade import Coach
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.components.layout import card, esc, line, row, section
from coach.ui.strings import t

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

BROUGHT = "bring-in.brought"
"""What became of the last file, to be read as long as no other is chosen."""
COMING = "bring-in.coming"
"""The file that is chosen, and who would come with it."""
NAMED = 30
"""People named on screen before the rest is a number."""


def take_out(coach: Coach) -> None:
    """The four files."""
    section(t("export.title"), t("export.hint"))
    stamp = reading.today().isoformat()
    exchange = coach.exchange
    with card("export"):
        _file("workspace", exchange.workspace_file, f"coach-{stamp}.json", "application/json")
        _file("folder", exchange.folder, f"coach-{stamp}.zip", "application/zip")
        with row("export-contacts"):
            line(t("export.contacts"), [t("export.contacts.text")])
            _button(t("export.download"), "contacts", exchange.contacts, f"people-{stamp}.vcf", "text/vcard")
            older = f"people-{stamp}-3.vcf"
            _button(t("export.contacts_3"), "contacts-3", lambda: exchange.contacts("3.0"), older, "text/vcard")
        _file("calendar", exchange.calendar, f"coach-{stamp}.ics", "text/calendar")


def _file(name: str, make: Callable[[], bytes], file_name: str, mime: str) -> None:
    with row(f"export-{name}"):
        line(t(f"export.{name}"), [t(f"export.{name}.text")])
        _button(t("export.download"), name, make, file_name, mime)


def _button(label: str, name: str, make: Callable[[], bytes], file_name: str, mime: str) -> None:
    """A function in place of data: Streamlit calls it on the click, so that drawing the page makes no file."""
    st.download_button(
        label,
        partial(_in_the_apps_language, make),
        file_name,
        mime,
        key=f"export-{name}-file",
        icon=":material/download:",
        on_click="ignore",
    )


def _in_the_apps_language(make: Callable[[], bytes]) -> bytes:
    from coach.export.language import speaking

    with speaking(t.said):
        return make()


def person_card(coach: Coach, person: Person) -> None:
    """One person for an address book."""
    name = "".join(char if char.isalnum() else "-" for char in person.name).strip("-") or "person"
    make = lambda: coach.exchange.contacts(people=[person.id])  # noqa: E731 - Streamlit wants a function
    _button(t("export.person"), f"card-{person.id}", make, f"{name}.vcf", "text/vcard")


def bring_in(coach: Coach) -> None:
    """A workspace file of this program; other files come in under People, Prepare and Capture."""
    section(t("export.bring"), t("export.bring.hint"))
    with card("bring-in"):
        upload = st.file_uploader(t("export.bring.file"), type=["json"], key=keys.field("bring-in"))
        if upload is None:
            if told := keys.get(BROUGHT):
                st.html(f'<p role="status">{esc(told)}</p>')
            return
        keys.drop(BROUGHT)
        with calm():
            _who_comes(coach, upload)
            if st.button(t("export.bring.go"), type="primary", icon=":material/upload:"):
                with st.spinner(t("export.bring.busy")):
                    report = coach.exchange.bring_in(upload.getvalue())
                keys.renew("bring-in")
                numbers = {name: f"{getattr(report, name):,}" for name in ("added", "unchanged", "kept")}
                keys.put(BROUGHT, t("export.brought", **numbers))
                st.rerun()


def _who_comes(coach: Coach, upload: UploadedFile) -> None:
    """The people who would come to those who are here. Raises ImportFileError for a file that cannot be brought in."""
    known = keys.get(COMING)
    if known is None or known[0] != upload.file_id:
        known = (upload.file_id, coach.exchange.newcomers(upload.getvalue()))
        keys.put(COMING, known)
    names = known[1]
    if not names:
        return
    shown = ", ".join(names[:NAMED])
    more = f" {t('list.more', count=f'{len(names) - NAMED:,}')}" if len(names) > NAMED else ""
    told = t("export.bring.people", people=t.counted("person", len(names)))
    st.html(f"<p><b>{esc(told)}</b> {esc(shown)}{esc(more)}</p><p class='hint'>{esc(t('export.bring.forgotten'))}</p>")
