"""Reflect: what an event did to you. Prompts that fit it, answers kept as you type, and stories worth keeping."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from coach.domain.evidence import Evidence
from coach.domain.models import Answer, Event, Reflection
from coach.facade import Coach
from coach.ui import keys, reading, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import streaming, typed
from coach.ui.components.layout import card, day, days, empty, esc, page_head, section
from coach.ui.components.quotes import sources
from coach.ui.jobs import Job
from coach.ui.strings import t


@guarded
def page() -> None:
    coach = workspace.coach()
    page_head(t("page.reflect"), t("reflect.lead"))
    event = _choose(coach)
    if event is None:
        empty("☾", t("reflect.no_event"), t("reflect.no_event.text"))
        return
    job = workspace.jobs().find("reflect", event.id)
    if job is not None and job.running:
        streaming.watch(job, _so_far, f"reflect-{event.id}")
        return
    if job is not None and job.error is not None:
        streaming.failed(job)
    reflection = reading.reflection_of(coach, event.id)
    if reflection is None:
        _begin(coach, event)
        return
    _sheet(coach, event, reflection)


def _choose(coach: Coach) -> Event | None:
    events = {event.id: event for event in reading.events_to_reflect(coach)}
    if not events:
        return None
    ids = list(events)
    wanted = keys.get(keys.EVENT)
    chosen = st.selectbox(
        t("reflect.event"),
        ids,
        index=ids.index(wanted) if wanted in events else 0,
        format_func=lambda one: " · ".join(
            part for part in (events[one].name, days(events[one].starts, events[one].ends)) if part
        ),
        key="reflect.event",
    )
    keys.put(keys.EVENT, chosen)
    return events.get(chosen or "")


def _begin(coach: Coach, event: Event) -> None:
    with card("reflect-begin"):
        st.html(f"<p>{esc(t('reflect.begin', event=event.name))}</p>")
        if st.button(t("reflect.go"), type="primary", icon=":material/self_improvement:", key="reflect-go"):
            _start(coach, event.id)


def _start(coach: Coach, event_id: str) -> None:
    workspace.jobs().start(
        ("reflect", event_id), lambda listen, stop: coach.reflect(event_id, stream=listen, stop=stop)
    )
    st.rerun()


def _so_far(job: Job) -> None:
    streaming.words(job)


def _sheet(coach: Coach, event: Event, reflection: Reflection) -> None:
    """Everything on one sheet; each field is saved when you leave it."""
    changed: dict[str, Any] = {}
    with card("reflect-energy"):
        section(t("reflect.energy"), t("reflect.energy.hint"))
        for name in ("energy_before", "energy_after", "belonging"):
            changed[name] = _scale(name, reflection)
    section(t("reflect.prompts"), t("reflect.saved_as_typed"))
    if reflection.draft is None:
        st.caption(t("reflect.by_rule"))
    evidence = reading.evidence_of_reflection(coach, reflection)
    answers = [_answer(coach, reflection, number, evidence) for number in range(len(reflection.prompts))]
    changed["answers"] = _merged(reflection, answers)
    with card("reflect-lessons"):
        typed.follow(f"lessons-{reflection.id}", reflection.lessons)
        changed["lessons"] = (
            st.text_area(
                t("reflect.lessons"),
                reflection.lessons,
                key=f"lessons-{reflection.id}",
                placeholder=t("reflect.lessons.example"),
                height=110,
                persist_state="session",
            )
            or ""
        ).strip()
        typed.keep(coach, f"lessons-{reflection.id}", f"lessons-{reflection.id}", reflection.lessons)
    _save(coach, reflection, changed)
    _earlier(coach, event, reflection)
    if st.button(t("reflect.again"), type="tertiary", icon=":material/refresh:", help=t("reflect.again.help")):
        _start(coach, event.id)


def _earlier(coach: Coach, event: Event, shown: Reflection) -> None:
    """Answers to questions that were asked before."""
    for one in coach.store.reflections(event=event.id):
        if one.id == shown.id or not one.answers:
            continue
        with st.expander(t("reflect.earlier", day=day(one.at.date()) if one.at else "")):
            for answer in one.answers:
                if answer.text:
                    st.html(f'<p class="hint">{esc(answer.prompt)}</p><p dir="auto">{esc(answer.text)}</p>')


def _scale(name: str, reflection: Reflection) -> int | None:
    """Kept as unanswered until the slider is moved: a 5 that nobody chose would be an invention."""
    stored = getattr(reflection, name)
    key = f"{name}-{reflection.id}"
    typed.follow(key, stored or 0)
    label = t(f"reflect.{name}") + ("" if stored or st.session_state.get(key) else f" — {t('reflect.unset')}")
    options: list[int] = [0, *range(1, 11)]
    value = st.select_slider(
        label,
        options,
        value=stored or 0,
        format_func=lambda one: "–" if one == 0 else str(one),
        key=key,
        persist_state="session",
    )
    return int(value) or None


def _answer(coach: Coach, reflection: Reflection, number: int, evidence: Sequence[Evidence]) -> str:
    prompt = reflection.prompts[number]
    stored = _stored(reflection, prompt.text)
    field = f"answer-{reflection.id}-{number}-text"
    typed.follow(field, stored)
    with card(f"answer-{reflection.id}-{number}"):
        text = (
            st.text_area(
                f"{number + 1}. {prompt.text}",
                stored,
                key=field,
                height=110,
                placeholder=t("reflect.answer.example"),
                persist_state="session",
            )
            or ""
        )
        typed.keep(coach, f"answer-{reflection.id}-{number}", field, stored)
        sources(prompt.labels, evidence, f"{reflection.id}-{number}")
        if stored.strip() and st.button(
            t("reflect.keep_story"),
            key=f"story-{reflection.id}-{number}",
            icon=":material/auto_stories:",
            type="tertiary",
        ):
            _keep_story(coach, reflection, prompt.text)
    return text


def _stored(reflection: Reflection, prompt: str) -> str:
    return next((answer.text for answer in reflection.answers if answer.prompt == prompt), "")


def _keep_story(coach: Coach, reflection: Reflection, prompt: str) -> None:
    with calm():
        number = next(n for n, answer in enumerate(reflection.answers) if answer.prompt == prompt)
        story = coach.story_from(reflection, number)
        keys.put(keys.STORY, story.id)
        keys.notice(t("reflect.story_kept", title=story.title))
        st.rerun()


def _merged(reflection: Reflection, texts: list[str]) -> tuple[Answer, ...]:
    """The answers as they stand on screen, one a prompt in their order, blank ones too, so that an answer keeps its
    number. An answer that did not change keeps its time."""
    if not any(text.strip() for text in texts) and not reflection.answers:
        return ()
    now = datetime.now(UTC)
    known = {answer.prompt: answer for answer in reflection.answers}
    merged = []
    for prompt, text in zip(reflection.prompts, texts, strict=True):
        before = known.pop(prompt.text, None)
        same = before is not None and before.text == text.strip()
        merged.append(before if same and before else Answer(prompt=prompt.text, text=text, at=now))
    return (*merged, *known.values())


def _save(coach: Coach, reflection: Reflection, changed: dict[str, Any]) -> None:
    edited = reflection.model_copy(update=changed)
    if edited == reflection:
        if reflection.answers:
            st.caption(t("reflect.saved"))
        return
    with calm():
        coach.save_reflection(edited)
        st.rerun()


if __name__ == "__main__":
    page()
