"""Which model answers, what leaves the machine for it, and which models are here or can be fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from coach.config import Settings, kind_of_model, models_dir, openai_key
from coach.errors import NotFoundError
from coach.facade import Coach
from coach.ui import choices, keys, workspace
from coach.ui.boundary import calm
from coach.ui.components.layout import card, esc, line, row
from coach.ui.model_state import Fetch
from coach.ui.rule_text import ruled
from coach.ui.strings import t

CHOICES = ("auto", "embedded", "openai", "compatible", "none")


def privacy(coach: Coach) -> None:
    """In plain words: which model it is, and what is sent where."""
    handle = coach.model
    what = t("privacy.remote", where=handle.where) if handle.remote else t("privacy.local")
    if handle.kind in ("none", "unusable"):
        what = t(f"privacy.{handle.kind}")
    st.html(
        f'<div class="privacy {"remote" if handle.remote else "local"}"><p><b>{esc(t("settings.in_use"))}</b> '
        f"{esc(ruled(handle.describe()))}</p><p>{esc(what)}</p></div>"
    )


def choose(coach: Coach) -> None:
    """The kind of model, and an address for those that have one. Saving it opens the workspace anew."""
    with card("model-choice"):
        llm = st.radio(
            t("settings.llm"),
            list(CHOICES),
            index=CHOICES.index(coach.settings.llm),
            format_func=lambda one: t(f"llm.{one}"),
            key=choices.key("settings.llm", "llm"),
        )
        changed: dict[str, Any] = {"llm": llm}
        if llm == "compatible":
            changed["llm_base_url"] = field(
                "settings.address",
                coach.settings.llm_base_url,
                choices.key("settings.llm.url", "llm_base_url"),
                "http://127.0.0.1:11434/v1",
            )
        changed["llm_model"] = _model_name(coach.settings, llm)
        lacks_key = llm == "openai" and not openai_key()
        if lacks_key:
            st.html(f'<div class="trouble"><p>{esc(t("llm.openai.no_key"))}</p></div>')
        if llm == "compatible" and not changed["llm_base_url"]:
            st.caption(t("llm.compatible.needs_address"))
        elif st.button(t("settings.apply"), key="settings.llm.apply", disabled=lacks_key):
            _apply(coach, changed)


def field(label: str, value: str, key: str, placeholder: str | None = None) -> str:
    """What is typed there, without the blanks around it. `label`: the key of its words."""
    return (st.text_input(t(label), value, key=key, placeholder=placeholder) or "").strip()


def _model_name(settings: Settings, llm: str) -> str:
    """Asked for where the model is elsewhere; a name of one kind of model names none of another."""
    if llm in ("compatible", "openai"):
        same = kind_of_model(settings) == llm
        return field(
            "settings.model_name",
            settings.llm_model if same else "",
            choices.key(f"settings.llm.model.{llm}", "llm_model"),
        )
    if kind_of_model(settings.model_copy(update={"llm": llm})) != "embedded":
        return settings.llm_model
    from coach.llm.catalogue import find_model

    try:
        find_model(settings.llm_model, models_dir())
    except NotFoundError:
        return ""
    return settings.llm_model


def _apply(coach: Coach, changed: dict[str, Any]) -> None:
    """Keep the choice, unless no model can be made of it."""
    from coach.llm.factory import make_chat_model

    with calm():
        make_chat_model(Settings.model_validate({**coach.settings.model_dump(), **changed}), models_dir())
        choices.keep(coach, **changed)
        workspace.reopen()
        keys.notice(t("settings.saved"))
        st.rerun()


def shelf(coach: Coach) -> None:
    """The embedded models: what is here, what can be fetched, and adding a file of your own."""
    from coach.llm.catalogue import added_models, catalogue, is_ready

    folder = models_dir()
    in_use = coach.model.name if coach.model.kind == "embedded" else ""
    for entry in (*catalogue(), *added_models(folder)):
        fetch = workspace.fetches().find(entry.name)
        with card(f"model-{entry.name}"), row(wrap=False):
            here = is_ready(entry, folder)
            tags = [(t("model.tag.in_use"), "accent")] if entry.name == in_use else []
            tags += [(t("model.tag.here"), "")] if here else []
            size = f"{entry.size / 1e9:.1f} GB"
            line(entry.name, [size, entry.licence, ruled(entry.description)], tags=tags)
            _tool(coach, entry.name, here=here, in_use=entry.name == in_use, fetch=fetch)
    with st.popover(t("model.add"), icon=":material/add:"):
        _add(coach, folder)


def _tool(coach: Coach, name: str, *, here: bool, in_use: bool, fetch: Fetch | None) -> None:
    if fetch is not None and fetch.running:
        st.caption(f"{fetch.progress.fraction:.0%}")
        if st.button(t("job.stop"), key=f"stop-{name}"):
            workspace.fetches().stop(name)
            st.rerun()
    elif not here and st.button(t("model.fetch"), key=f"fetch-{name}", icon=":material/download:"):
        workspace.fetches().start(name)
        st.rerun()
    elif here and not in_use and st.button(t("model.use"), key=f"use-{name}"):
        _apply(coach, {"llm": "embedded", "llm_model": name})
    if fetch is not None and fetch.error is not None:
        st.html(f'<p class="hint">{esc(fetch.error)}</p>')


def _add(coach: Coach, folder: Path) -> None:
    st.caption(t("model.add.hint"))
    path = st.text_input(t("model.add.path"), key=keys.field("model.add"), placeholder="/…/model.gguf")
    if st.button(t("model.add.go"), key="model-add") and (path or "").strip():
        with calm():
            from coach.llm.library import add

            with st.spinner(t("model.add.reading")):
                entry = add(Path((path or "").strip()).expanduser(), folder)
            keys.renew("model.add")
            keys.notice(t("model.added", model=entry.name))
            st.rerun()
