"""Forms around a story: write it in four parts, answer what it lacks, cut it short, record a telling, delete it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from coach.domain.models import Story
from coach.domain.telling import SECONDS, ShortStory, shorten
from coach.errors import InputError
from coach.facade import Coach
from coach.ui import address, keys, reading
from coach.ui.boundary import calm
from coach.ui.components import typed
from coach.ui.components.clipboard import copy_button
from coach.ui.components.layout import card, esc, row
from coach.ui.strings import t

if TYPE_CHECKING:
    from coach.journeys.story_bank import StoryQuestion

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


def next_question(coach: Coach) -> None:
    """One question about the story that is nearest to being whole; it can be passed over."""
    passed = list(keys.get("stories.passed", ()))
    asked = coach.story_bank.next_question(passed)
    if asked is None:
        return
    question(coach, asked)
    if st.button(t("stories.ask.another"), key=f"pass-{asked.story_id}", type="tertiary"):
        keys.put("stories.passed", [*passed, asked.story_id])
        st.rerun()


def question(coach: Coach, asked: StoryQuestion | None) -> None:
    """What the story lacks, asked in its own words; the answer is kept at once."""
    if asked is None:
        return
    key = f"ask-{asked.story_id}-{asked.part}"
    with card(key):
        st.html(f'<p class="over">{esc(asked.title)}</p>')
        answer = st.text_area(
            t(f"stories.ask.{asked.part}", quote=asked.quote), key=key, height=80, persist_state="session"
        )
        typed.keep(coach, key, key, "", go=f"save-{key}")
        if st.button(t("stories.ask.save"), key=f"save-{key}", type="primary"):
            with calm():
                coach.story_bank.answer(asked, answer or "")
                keys.drop(key)
                keys.notice(t("stories.ask.saved"))
                st.rerun()


def versions(story: Story) -> None:
    """The story as it can be told in 30, 60 or 90 seconds, in its own sentences."""
    with st.expander(t("stories.short"), icon=":material/timer:"):
        seconds = st.segmented_control(
            t("stories.short.how"),
            SECONDS,
            default=SECONDS[0],
            required=True,
            format_func=lambda one: t("stories.short.seconds", seconds=one),
            key=f"short-{story.id}",
            label_visibility="collapsed",
        )
        cut = shorten(story, int(seconds or SECONDS[0]))
        said = "".join(f"<p>{esc(one)}</p>" for one in cut.text.splitlines())
        st.html(f'<div class="say" dir="auto">{said}</div>')
        st.caption(t("stories.short.about", words=cut.words, seconds=cut.spoken_seconds) + _about(cut))
        copy_button(cut.text, key=f"copy-short-{story.id}")


def _about(cut: ShortStory) -> str:
    if not cut.fits:
        return " · " + t("stories.short.long")
    return " · " + (t("stories.short.left_out", count=cut.left_out) if cut.left_out else t("stories.short.whole"))


def tell(coach: Coach, story: Story) -> None:
    """Record to whom it was told, so that nobody hears it twice: one tap on a name."""
    st.html(f'<p class="hint">{esc(t("stories.told_to"))}</p>')
    with row("listeners", gap="xsmall"):
        for person in coach.story_bank.likely_listeners(story):
            if st.button(person.name, key=f"told-{story.id}-{person.id}"):
                _told(coach, story, person.id)
    names = reading.people_names(coach)
    other = st.selectbox(
        t("stories.told_else"),
        list(names),
        index=None,
        format_func=lambda one: names.get(one, one),
        key=f"told-else-{story.id}-{len(story.told)}",
    )
    if other is not None:
        _told(coach, story, other)


def _told(coach: Coach, story: Story, person_id: str) -> None:
    with calm():
        coach.story_bank.tell(story.id, person_id, at=reading.today())
        keys.notice(t("stories.told_saved"))
        st.rerun()


def delete(coach: Coach, story: Story) -> None:
    st.html(f"<p>{t('stories.delete.text')}</p>")
    if st.button(t("stories.delete.go"), key=f"delete-{story.id}", icon=":material/delete_forever:"):
        with calm():
            coach.delete(story.kind, story.id)
            address.leave(keys.STORY)
            keys.notice(t("stories.deleted"))
            st.rerun()
