"""Forms around a story: write it in four parts, record a telling, delete it."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from coach.domain.models import Story, Telling
from coach.errors import InputError
from coach.facade import Coach
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.strings import t

PARTS = ("struggle", "turn", "result", "lesson")


def edit(coach: Coach, story: Story | None) -> None:
    """The form for a new story, or for one that is there."""
    base = f"story.{story.id if story else 'new'}"
    with st.form(keys.field(f"{base}.form"), border=False):
        values: dict[str, Any] = {
            "title": st.text_input(t("story.title"), story.title if story else "", key=keys.field(f"{base}.title"))
            or ""
        }
        for part in PARTS:
            values[part] = _area(part, getattr(story, part) if story else "", base)
        if story is not None and story.text:
            values["text"] = _area("text", story.text, base)
        values["own"] = st.checkbox(t("story.own"), value=story is None or story.own, key=keys.field(f"{base}.own"))
        heard = st.text_input(
            t("story.heard_from"), (story.heard_from or "") if story else "", key=keys.field(f"{base}.heard")
        )
        themes = st.text_input(
            t("story.themes"),
            ", ".join(story.themes) if story else "",
            key=keys.field(f"{base}.themes"),
            placeholder=t("form.commas"),
        )
        pressed = st.form_submit_button(t("story.save"), type="primary")
    if pressed:
        with calm():
            values |= {
                "heard_from": (heard or "").strip() or None,
                "themes": tuple(one.strip() for one in (themes or "").split(",") if one.strip()),
            }
            _save(coach, story, values, base)


def _area(part: str, value: str, base: str) -> str:
    text = st.text_area(
        t(f"story.{part}"), value, key=keys.field(f"{base}.{part}"), height=80, placeholder=t(f"story.{part}.example")
    )
    return text or ""


def _save(coach: Coach, story: Story | None, values: dict[str, Any], base: str) -> None:
    if not values["title"].strip():
        raise InputError(t("story.needs_title"), t("story.needs_title.step"))
    if not any(str(values.get(part, "")).strip() for part in (*PARTS, "text")):
        raise InputError(t("story.needs_text"), t("story.needs_text.step"))
    kept = Story.model_validate({**(story.model_dump() if story else {"source": "typed"}), **values})
    coach.add(kept)
    for name in ("form", "title", *PARTS, "text", "own", "heard", "themes"):
        keys.renew(f"{base}.{name}")
    keys.put(keys.STORY, kept.id)
    keys.notice(t("story.saved"))
    st.rerun()


def tell(coach: Coach, story: Story) -> None:
    """Record to whom and when it was told, so that nobody hears it twice."""
    names = reading.people_names(coach)
    with st.form(f"tell.{story.id}.{len(story.told)}", border=False):
        person = st.selectbox(
            t("stories.told_to"), list(names), index=None, format_func=lambda one: names.get(one, one)
        )
        on = st.date_input(t("stories.told_on"), value=reading.today(), format="YYYY-MM-DD")
        pressed = st.form_submit_button(t("stories.told_save"), type="primary")
    if pressed:
        with calm():
            if person is None:
                raise InputError(t("stories.told_nobody"), t("stories.told_nobody.step"))
            telling = Telling(person=person, at=on if isinstance(on, date) else None)
            coach.add(story.model_copy(update={"told": (*story.told, telling)}))
            keys.notice(t("stories.told_saved"))
            st.rerun()


def delete(coach: Coach, story: Story) -> None:
    st.html(f"<p>{t('stories.delete.text')}</p>")
    if st.button(t("stories.delete.go"), key=f"delete-{story.id}", icon=":material/delete_forever:"):
        with calm():
            coach.delete(story.kind, story.id)
            keys.drop(keys.STORY)
            keys.notice(t("stories.deleted"))
            st.rerun()
