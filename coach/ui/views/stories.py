"""Stories: your own and those you heard, in four parts, with whom you told them to; and a starter collection."""

from __future__ import annotations

import math

import streamlit as st

from coach.domain.models import Story
from coach.facade import Coach
from coach.ui import keys, reading, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import story_forms
from coach.ui.components.importing import import_file
from coach.ui.components.layout import card, day, empty, esc, page_head, row
from coach.ui.strings import t

PER_PAGE = 10
SHELVES = ("mine", "heard", "starter", "all")


@guarded
def page() -> None:
    coach = workspace.coach()
    open_id = keys.get(keys.STORY)
    if open_id:
        _detail(coach, open_id)
        return
    page_head(t("page.stories"), t("stories.lead"))
    _tools(coach)
    _list(coach)


def _tools(coach: Coach) -> None:
    with row("story-tools"):
        with st.popover(t("stories.add"), icon=":material/add:"):
            story_forms.edit(coach, None)
        with st.popover(t("stories.import"), icon=":material/upload_file:"):
            if (
                import_file(coach, "stories", t("import.stories"), types=["md", "txt", "zip"], kind="stories")
                is not None
            ):
                st.rerun()
        on = st.toggle(t("stories.starter"), value=coach.settings.starter_stories, key="stories.starter")
    if on != coach.settings.starter_stories:
        with calm():
            coach.configure(coach.settings.model_copy(update={"starter_stories": on}))
            st.rerun()


def _list(coach: Coach) -> None:
    stories = reading.stories(coach)
    shelf = st.segmented_control(
        t("stories.shelf"),
        list(SHELVES) if coach.settings.starter_stories else [one for one in SHELVES if one != "starter"],
        default="mine" if any(reading.shelf_of(story) == "mine" for story in stories) else "all",
        required=True,
        format_func=lambda one: t(f"shelf.{one}"),
        key="stories.shelf",
        label_visibility="collapsed",
    )
    search = st.text_input(
        t("stories.search"), key="stories.search", placeholder=t("stories.search.example"), icon=":material/search:"
    )
    found = reading.filter_stories(stories, str(shelf), search or "")
    if not found:
        empty("❝", t("stories.none"), t("stories.none.text"))
        return
    st.caption(t.counted("story", len(found)))
    pages = math.ceil(len(found) / PER_PAGE)
    at = st.pagination(pages, key=f"stories.page.{shelf}.{search}.{pages}") if pages > 1 else 1
    for story in found[(at - 1) * PER_PAGE : at * PER_PAGE]:
        _entry(story)


def _entry(story: Story) -> None:
    with card(f"story-{story.id}"):
        tags = "".join(f'<span class="tag">{esc(theme)}</span>' for theme in story.themes[:4])
        st.html(
            f'<div class="story" dir="auto"><h3>{esc(story.title)}</h3><p>{esc(_teaser(story))}</p><p>{tags}</p></div>'
        )
        if st.button(t("stories.open"), key=f"open-story-{story.id}", type="tertiary", help=story.title):
            keys.put(keys.STORY, story.id)
            st.rerun()


def _teaser(story: Story) -> str:
    text = " ".join((story.struggle or story.text or story.turn or story.lesson).split())
    return text if len(text) <= 220 else text[:220].rsplit(" ", 1)[0] + "…"


def _detail(coach: Coach, story_id: str) -> None:
    if st.button(t("stories.back"), type="tertiary", icon=":material/arrow_back:"):
        keys.drop(keys.STORY)
        st.rerun()
    with calm():
        story = coach.store.get(Story, story_id)
        facts = [t(f"shelf.{reading.shelf_of(story)}"), ", ".join(story.about_people), day(story.at)]
        page_head(story.title, " · ".join(fact for fact in facts if fact))
        _parts(story)
        with row("story-edit"):
            with st.popover(t("stories.edit"), icon=":material/edit:"):
                story_forms.edit(coach, story)
            with st.popover(t("stories.tell"), icon=":material/record_voice_over:"):
                story_forms.tell(coach, story)
            with st.popover(t("stories.delete"), icon=":material/delete:"):
                story_forms.delete(coach, story)
        _told(coach, story)


def _parts(story: Story) -> None:
    parts = [(t(f"story.{name}"), getattr(story, name)) for name in ("struggle", "turn", "result", "lesson", "text")]
    body = "".join(
        f'<section><h4>{esc(name)}</h4><p dir="auto">{esc(text)}</p></section>' for name, text in parts if text
    )
    tags = "".join(f'<span class="tag">{esc(one)}</span>' for one in (*story.themes, *story.good_for))
    source = f'<p class="hint">{esc(t("story.source"))}: {esc(story.source)}</p>' if story.source else ""
    st.html(f'<article class="story-full">{body}<p>{tags}</p>{source}</article>')


def _told(coach: Coach, story: Story) -> None:
    if not story.told:
        st.caption(t("stories.untold"))
        return
    names = reading.people_names(coach)
    rows = "".join(
        f"<li>{esc(names.get(telling.person, telling.person))} {esc(day(telling.at))}</li>" for telling in story.told
    )
    st.html(f'<h4 class="group">{esc(t("stories.told"))}</h4><ul class="told">{rows}</ul>')


if __name__ == "__main__":
    page()
