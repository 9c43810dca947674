"""Bringing things in: a file, a folder or pasted text, recognised by what it holds, shown, and saved when confirmed.

What a file cannot say is asked on the spot: what the columns of a table are, who in a chat the user is, and at which
event the people of a list will be, or whose programme it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from coach.domain.intake import PERSON_COLUMNS, Choices, ImportPreview, Skipped, TableSketch
from coach.domain.models import Event
from coach.facade import Coach
from coach.journeys.arrivals import foreseen
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.components import saving
from coach.ui.components.layout import card, esc, row
from coach.ui.strings import t

SHOWN = 40
"""Skipped entries that are listed; the rest is counted."""
_COLUMNS_SHOWN = 30
_SAMPLES = 3
_TEXTS = ("notes", "stories")
_LISTS = ("table", "pasted")
"""Importers whose people may be those who come to an event."""


def import_button(key: str, label: str) -> None:
    """The button that opens and closes the panel of the same key."""
    if st.button(label, icon=":material/upload_file:", key=f"import.{key}.toggle"):
        keys.put(f"import.{key}.open", not keys.get(f"import.{key}.open", False))


def import_panel(coach: Coach, key: str, *, event: str | None = None, prefer: str = "") -> ImportPreview | None:
    """The importer below its button, while it is open or at work. Returns what was saved, once; see `import_file`."""
    saving.indexing()
    if not keys.get(f"import.{key}.open", False) and not saving.at_work(key):
        return None
    with card(f"import-{key}"):
        saved = import_file(coach, key, event=event, prefer=prefer)
    if saved is not None:
        keys.put(f"import.{key}.open", False)
    return saved


def import_file(coach: Coach, key: str, *, event: str | None = None, prefer: str = "") -> ImportPreview | None:
    """Draw the importer. Returns what was saved, once, after the user confirmed; before that None.

    `event`: proposed for the people of a list, and for a programme that does not name its event. `prefer`: what texts
    are proposed to be kept as, notes or stories.
    """
    if saving.at_work(key):
        saved = saving.watch(coach, key)
        if saved is not None:
            for name in ("file", "paste", "path"):
                keys.renew(f"import.{key}.{name}")
        return saved
    given = _given(key)
    if given is None:
        return None
    with calm():
        found = _asked(coach, key, given, event, prefer)
        if found.items and st.button(t("import.confirm"), type="primary", key=f"import.{key}.confirm"):
            _read_once.clear()
            saving.start(coach, key, found)
            st.rerun()
    return None


def _given(key: str) -> tuple[str, bytes | None] | None:
    """What is to be read: a name with its bytes, or the path of something on this machine."""
    st.caption(t("import.hint"))
    upload = st.file_uploader(t("import.file"), key=keys.field(f"import.{key}.file"))
    pasted = st.text_area(
        t("import.paste"),
        key=keys.field(f"import.{key}.paste"),
        height=90,
        placeholder=t("import.paste.example"),
        persist_state="session",
    )
    path = st.text_input(
        t("import.path"),
        key=keys.field(f"import.{key}.path"),
        placeholder=t("import.path.example"),
        persist_state="session",
    )
    if upload is not None:
        return upload.name, upload.getvalue()
    if (pasted or "").strip():
        return _pasted_name(), (pasted or "").encode("utf-8", "replace")
    return (str(Path((path or "").strip()).expanduser()), None) if (path or "").strip() else None


def _pasted_name() -> str:
    from coach.intake.pasted import PASTED

    return PASTED


def _asked(coach: Coach, key: str, given: tuple[str, bytes | None], event: str | None, prefer: str) -> ImportPreview:
    """What was found, after the questions that the file leaves open; they stand below it."""
    found = _read(coach, given, "auto", Choices())
    kind = "auto"
    result = st.container()
    if found.importer in _TEXTS:
        kind = _kept_as(key, found, prefer)
    one_event = _one_event(key, found) if found.one_event is not None else None
    if one_event is not None and one_event != found.one_event:
        found = _read(coach, given, kind, Choices(one_event=one_event))
    choices = Choices(
        columns=_columns(key, found.table) if found.table else None,
        me=_me(key, found) if found.authors else "",
        one_event=one_event,
        **_event(coach, key, found, event),
    )
    asked = Choices(columns=found.table.columns if found.table else None, me=found.me, one_event=found.one_event)
    if choices != asked or kind not in ("auto", found.importer):
        with result:
            found = _read(coach, given, kind, choices)
    with result:
        _show(found)
    return found


def _kept_as(key: str, found: ImportPreview, prefer: str) -> str:
    """Whether texts are kept as notes or as stories; blank for as they were recognised."""
    proposed = "stories" if "stories" in (found.importer, prefer) else "notes"
    chosen = st.segmented_control(
        t("import.texts"),
        list(_TEXTS),
        default=proposed,
        required=True,
        format_func=lambda one: t(f"import.kind.{one}"),
        key=f"import.{key}.texts.{_short(found.source)}",
    )
    return str(chosen or proposed)


def _one_event(key: str, found: ImportPreview) -> bool:
    """Whether the entries of a calendar are the programme of one event."""
    chosen = st.radio(
        t("import.calendar"),
        [True, False],
        index=0 if found.one_event else 1,
        format_func=lambda one: t("import.calendar.one" if one else "import.calendar.many"),
        key=f"import.{key}.one_event.{_short(found.source)}",
        help=t("import.calendar.help"),
    )
    return bool(chosen)


def _short(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:8]


def _read(coach: Coach, given: tuple[str, bytes | None], kind: str, choices: Choices) -> ImportPreview:
    """A file that was uploaded or pasted is read once for each set of choices; a path each time. Who is known already
    is looked up anew when something was kept since."""
    name, data = given
    if data is None:
        return coach.preview_import(Path(name), kind=kind, choices=choices)
    digest = hashlib.sha256(data).hexdigest()
    asked = choices.model_dump_json()
    with st.spinner(t("import.reading")):
        found = _read_once(coach, data, digest, name, kind, asked)
        return coach.store.kept(("import", digest, name, kind, asked), lambda: foreseen(coach.store, found))


@st.cache_resource(max_entries=3, show_spinner=False)
def _read_once(_coach: Coach, _data: bytes, digest: str, name: str, kind: str, choices: str) -> ImportPreview:
    return _coach.preview_import(name, data=_data, kind=kind, choices=Choices.model_validate_json(choices))


def _columns(key: str, table: TableSketch) -> tuple[str, ...]:
    """What each column is, as the user says; those without any value are left out unasked."""
    known = any(field in table.columns for field in ("name", "first", "last"))
    chosen = list(table.columns)
    title = t("import.columns.remembered") if table.remembered else t("import.columns")
    with st.expander(title, expanded=not table.remembered or not known, icon=":material/table:"):
        st.caption(t("import.columns.hint"))
        for place, header in enumerate(table.headers[:_COLUMNS_SHOWN]):
            samples = [cells[place] for cells in table.samples if place < len(cells) and cells[place]]
            if samples or chosen[place]:
                chosen[place] = _column(f"{key}.{table.signature[:8]}.{place}", header, samples, chosen[place])
    return tuple(chosen)


def _column(key: str, header: str, samples: list[str], proposed: str) -> str:
    options = ["", *PERSON_COLUMNS]
    with row(f"import-column-{key.replace('.', '-')}", wrap=False):
        shown = " · ".join(samples[:_SAMPLES])
        st.html(
            f'<div class="entry"><div class="main" dir="auto">{esc(header)}</div>'
            f'<div class="meta" dir="auto">{esc(shown)}</div></div>'
        )
        return st.selectbox(
            t("import.column", header=header),
            options,
            index=options.index(proposed),
            format_func=lambda field: t(f"import.column.{field or 'none'}"),
            key=f"import.column.{key}",
            label_visibility="collapsed",
            width=190,
        )


def _me(key: str, found: ImportPreview) -> str:
    """Which of those who write the user is; blank where none of them."""
    options = ["", *found.authors]
    chosen = st.selectbox(
        t("import.me"),
        options,
        index=options.index(found.me) if found.me in options else 0,
        format_func=lambda name: name or t("import.me.none"),
        key=f"import.{key}.me.{_short(found.source)}",
        help=t("import.me.help"),
    )
    return chosen if found.me in options else chosen or found.me


def _event(coach: Coach, key: str, found: ImportPreview, event: str | None) -> dict[str, str | None]:
    """The event at which the people of a list will be, or whose programme it is; a name for one that has none yet."""
    programme = found.programme()
    if programme is None and (found.importer not in _LISTS or found.counts().get("event")):
        return {}
    names = {one.id: one.name for one in reading.events_by_nearness(coach)}
    chosen = ""
    if names:
        proposed = event if programme is None or found.nameless else _of_that_name(names, found)
        options = [*names] if proposed and proposed == _of_that_name(names, found) else ["", *names]
        chosen = st.selectbox(
            t("import.event") if programme is None else t("import.programme_of"),
            options,
            index=options.index(proposed) if proposed in names else 0,
            format_func=lambda one: names.get(one) or _no_event(found),
            key=f"import.{key}.event.{event or ''}.{_short(found.importer + (programme.name if programme else ''))}",
        )
    if programme is not None and found.nameless and not chosen:
        name = st.text_input(t("import.event_name"), key=f"import.{key}.event_name.{_short(found.source)}")
        return {"event_name": (name or "").strip()}
    return {"event": chosen or None}


def _of_that_name(names: dict[str, str], found: ImportPreview) -> str | None:
    """The kept event of the programme's own name, which it becomes part of unless another one is chosen."""
    return next((id for id, name in names.items() if found.joins and name == found.joins), None)


def _no_event(found: ImportPreview) -> str:
    programme = found.programme()
    if programme is None:
        return t("import.event.none")
    return t("import.event.new") if found.nameless else t("import.event.new_named", event=programme.name)


def _show(found: ImportPreview) -> None:
    counted = found.counts()
    text = ", ".join(t.counted(kind, number) for kind, number in counted.items())
    title = t(f"import.kind.{found.importer}")
    st.html(f'<p class="found" role="status"><b>{esc(text or t("import.nothing"))}</b><br>{esc(title)}</p>')
    events = [item.name for item in found.items if isinstance(item, Event)]
    for said, names in (
        ("import.joins", [found.joins] if found.joins else []),
        ("import.events", [] if found.joins else events),
        ("import.known", found.known),
        ("import.new", found.new),
    ):
        if names:
            st.html(f'<p class="hint" dir="auto">{esc(t(said, names=_listed(names)))}</p>')
    _left_out(t("import.skipped", count=len(found.skipped)), found.skipped)
    _left_out(t("import.warnings", count=len(found.warnings)), found.warnings)


def _listed(names: Sequence[str]) -> str:
    more = [t("list.more", count=len(names) - SHOWN)] if len(names) > SHOWN else []
    return ", ".join([*names[:SHOWN], *more])


def _left_out(title: str, entries: tuple[Skipped, ...]) -> None:
    if not entries:
        return
    rows = "".join(
        f"<li><b>{esc(one.where)}</b> {esc(t.said(one.code or one.reason, one.values))}</li>" for one in entries[:SHOWN]
    )
    more = f"<li>{esc(t('list.more', count=len(entries) - SHOWN))}</li>" if len(entries) > SHOWN else ""
    st.html(f'<details class="skipped"><summary>{esc(title)}</summary><ul>{rows}{more}</ul></details>')
