"""Stories: your own and those you heard, in four parts, with whom you told them to; and a starter collection."""

from __future__ import annotations

import math

import streamlit as st

from coach.domain.models import Story
from coach.facade import Coach
from coach.ui import address, keys, reading, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import story_forms
from coach.ui.components.importing import import_button, import_panel
from coach.ui.components.layout import card, day, empty, esc, named, page_head, row
from coach.ui.strings import t

PER_PAGE = 10
SHELVES = ("mine", "heard", "starter", "all")


@guarded
def page() -> None:
    coach = workspace.coach()
    open_id = address.opened(coach, keys.STORY, Story)
    if open_id:
        _detail(coach, open_id)
        return
    page_head(t("page.stories"), t("stories.lead"))
    _tools(coach)
    story_forms.next_question(coach)
    _gaps(coach)
    _list(coach)


def _gaps(coach: Coach) -> None:
    """Goals and themes for which there is nothing to tell yet."""
    gaps = coach.story_bank.gaps()
    if not gaps.goals and not gaps.themes:
        return
    with st.expander(t("stories.gaps"), icon=":material/search_insights:"):
        if gaps.goals:
            rows = "".join(f"<li>{esc(goal.text)}</li>" for goal in gaps.goals)
            st.html(f'<p class="hint">{esc(t("stories.gaps.goals"))}</p><ul class="reasons">{rows}</ul>')
        if gaps.themes:
            tags = " ".join(f'<span class="tag">{esc(theme)}</span>' for theme in gaps.themes)
            st.html(f'<p class="hint">{esc(t("stories.gaps.themes"))}</p><p class="story">{tags}</p>')


def _tools(coach: Coach) -> None:
    with row("story-tools"):
        with st.popover(t("stories.add"), icon=":material/add:"):
            story_forms.edit(coach, None)
        import_button("stories", t("stories.import"))
        on = st.toggle(t("stories.starter"), value=coach.settings.starter_stories, key="stories.starter")
    if import_panel(coach, "stories", prefer="stories") is not None:
        st.rerun()
    if on != coach.settings.starter_stories:
        with calm():
            coach.configure(coach.settings.model_copy(update={"starter_stories": on}))
            st.rerun()


def _list(coach: Coach) -> None:
    stories = reading.stories(coach)
    search = st.text_input(
        t("stories.search"), key="stories.search", placeholder=t("stories.search.example"), icon=":material/search:"
    )
    if search and search.strip():
        _found(coach, search)
        return
    shelf = st.segmented_control(
        t("stories.shelf"),
        list(SHELVES) if coach.settings.starter_stories else [one for one in SHELVES if one != "starter"],
        default="mine" if any(reading.shelf_of(story) == "mine" for story in stories) else "all",
        required=True,
        format_func=lambda one: t(f"shelf.{one}"),
        key="stories.shelf",
        label_visibility="collapsed",
    )
    found = [story for story in stories if shelf in ("all", reading.shelf_of(story))]
    if not found:
        empty("❝", t("stories.none"), t("stories.none.text"))
        return
    st.caption(t.counted("story", len(found)))
    pages = math.ceil(len(found) / PER_PAGE)
    at = st.pagination(pages, key=f"stories.page.{shelf}.{pages}") if pages > 1 else 1
    for story in found[(at - 1) * PER_PAGE : at * PER_PAGE]:
        _entry(story)


def _found(coach: Coach, purpose: str) -> None:
    """Stories that would be good for it, with what in them fits."""
    found = coach.story_bank.search(purpose)
    if not found:
        empty("❝", t("stories.none_for"), t("stories.none_for.text"))
        return
    for one in found:
        reason = t("stories.because", reason=one.reason, words=", ".join(one.shared))
        _entry(one.story, reason if one.shared else t("stories.near", reason=one.reason))


def _entry(story: Story, reason: str = "") -> None:
    with card(f"story-{story.id}"):
        tags = "".join(f'<span class="tag">{esc(theme)}</span>' for theme in story.themes[:4])
        why = f'<p class="hint">{esc(reason)}</p>' if reason else ""
        st.html(
            f'<div class="story" dir="auto"><h3>{esc(story.title)}</h3>{why}<p>{esc(_teaser(story))}</p>'
            f"<p>{tags}</p></div>"
        )
        label = named(t("stories.open"), story.title)
        if st.button(label, key=f"open-story-{story.id}", type="tertiary", help=story.title):
            keys.put(keys.STORY, story.id)
            st.rerun()


def _teaser(story: Story) -> str:
    text = " ".join((story.struggle or story.text or story.turn or story.lesson).split())
    return text if len(text) <= 220 else text[:220].rsplit(" ", 1)[0] + "…"


def _detail(coach: Coach, story_id: str) -> None:
    if st.button(t("stories.back"), type="tertiary", icon=":material/arrow_back:"):
        address.leave(keys.STORY)
        st.rerun()
    with calm():
        story = coach.store.get(Story, story_id)
        facts = [t(f"shelf.{reading.shelf_of(story)}"), ", ".join(story.about_people), day(story.at)]
        page_head(story.title, " · ".join(fact for fact in facts if fact))
        story_forms.question(coach, coach.story_bank.question_for(story))
        story_forms.versions(story)
        _parts(story)
        with row("story-edit"):
            with st.popover(t("stories.tell"), icon=":material/record_voice_over:"):
                story_forms.tell(coach, story)
            with st.popover(t("stories.edit"), icon=":material/edit:"):
                story_forms.edit(coach, story)
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
    st.html(f'<h4 class="group">{esc(t("stories.told"))}</h4>')
    for number, telling in enumerate(story.told):
        name = names.get(telling.person, telling.person)
        with row(f"told-{number}", gap="xsmall"):
            st.html(f'<span class="told">{esc(name)} <span class="meta">{esc(day(telling.at))}</span></span>')
            if st.button(
                t("stories.untell"), key=f"untell-{story.id}-{number}", type="tertiary", help=t("stories.untell.help")
            ):
                with calm():
                    coach.story_bank.untell(story.id, number)
                    st.rerun()


if __name__ == "__main__":
    page()
