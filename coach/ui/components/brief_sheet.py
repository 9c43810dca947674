"""A brief on screen: the people in order with the reasons, and for the first few what to say, ask, tell and offer."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from coach.domain.brief import Brief, Line, PersonBrief
from coach.domain.evidence import Evidence
from coach.domain.models import Draft, Person
from coach.facade import Coach
from coach.ui import keys, pages, reading, rule_text, workspace
from coach.ui.components.cost import use_line
from coach.ui.components.kept_back import kept_to_yourself
from coach.ui.components.layout import card, day, esc, portrait, row
from coach.ui.components.quotes import sources, spoken
from coach.ui.components.streaming import words
from coach.ui.jobs import Job
from coach.ui.strings import t

SHOWN = 12
"""People of the list before it folds."""


def start(coach: Coach, event_id: str, goals: Sequence[str], people: Sequence[str]) -> None:
    """Begin to write a brief; the page Prepare shows it as it grows."""
    keys.drop(keys.BRIEF)
    workspace.jobs().start(
        ("prepare", event_id),
        lambda listen, stop: coach.prepare(event_id, goals, people=people, stream=listen, stop=stop),
    )


def draw(
    coach: Coach,
    brief: Brief,
    *,
    key: str,
    evidence: Sequence[Evidence] = (),
    job: Job | None = None,
) -> None:
    """`evidence`: that of the whole brief, for people whose own list is empty. `job` is still writing the
    brief; without it the brief is complete."""
    brief = rule_text.spoken(brief)
    _facts(brief)
    for number, person in enumerate(brief.people[:SHOWN], start=1):
        person = person if person.evidence else person.model_copy(update={"evidence": tuple(evidence)})  # noqa: PLW2901
        _person(coach, person, number, f"{key}-{number}", job)
    if job is None:
        _what_would_help(brief)
    rest = brief.people[SHOWN:]
    if rest:
        with st.expander(t("brief.more", count=len(rest))):
            for number, person in enumerate(rest, start=SHOWN + 1):
                portrait(person.name, [_role(person), person.where], number=number)


def _what_would_help(brief: Brief) -> None:
    """What the next brief could hold, where this one has nothing of it: something to offer, a story to tell."""
    written = [person for person in brief.people if person.openers]
    lacks = [
        t(f"brief.lacks.{what}")
        for what in ("offer", "story")
        if written and not any(getattr(person, what) for person in written)
    ]
    if lacks:
        st.html("".join(f'<p class="hint">{esc(one)}</p>' for one in lacks))


def _facts(brief: Brief) -> None:
    facts = [t.counted("person", len(brief.people))]
    if brief.model and brief.usage.completion:
        facts.append(t("brief.model", model=brief.model))
    facts += [use] if (use := use_line(brief.model, brief.usage)) else []
    st.html(f'<p class="hint">{esc(" · ".join(facts))}</p>')


def _role(person: PersonBrief) -> str:
    return ", ".join(part for part in (person.role, person.organisation) if part)


def _person(coach: Coach, person: PersonBrief, number: int, key: str, job: Job | None) -> None:
    with card(f"person-{key}"):
        portrait(person.name, [_role(person), person.where], number=number)
        _reasons(person, key)
        has_lines = bool(person.openers or person.questions or person.offer or person.story)
        writes = job is not None and job.writes_for(person.person_id)
        if job is not None and writes and not has_lines:
            words(job, person.person_id)
        _lines(person, key)
        if has_lines:
            _kept_back(coach, person.person_id)
        if writes and has_lines:
            st.html(f'<p class="hint writing">{esc(t("stage.person"))}<span class="caret"></span></p>')
        if person.error:
            st.html(f'<div class="trouble"><p>{esc(person.error)}</p></div>')
        if (
            job is None
            and has_lines
            and st.button(
                t("brief.follow_up", name=person.name), key=f"fu-{key}", type="tertiary", icon=":material/send:"
            )
        ):
            pages.go("follow_up", **{keys.PERSON: person.person_id, keys.DRAFT: None})


def _kept_back(coach: Coach, person_id: str) -> None:
    """Nothing for somebody who is gone since the brief was written."""
    if known := coach.store.get_many(Person, [person_id]).get(person_id):
        kept_to_yourself(coach, known, reading.notes_about(coach, person_id))


def _reasons(person: PersonBrief, key: str) -> None:
    """Why this person, each reason with its labels; one chip opens all that they rest on."""
    shown = person.reasons[:4]
    rows = "".join(
        f'<li dir="auto">{esc(reason.text)} <span class="labels">{esc(" ".join(reason.labels))}</span></li>'
        for reason in shown
    )
    if rows:
        st.html(f'<ul class="reasons">{rows}</ul>')
    labels = [label for reason in shown for label in reason.labels] if person.evidence else []
    sources(labels, person.evidence, f"{key}-why", title=t("evidence.all"))


def _lines(person: PersonBrief, key: str) -> None:
    _group(t("brief.openers"), person.openers, person, f"{key}-o")
    _group(t("brief.questions"), person.questions, person, f"{key}-q")
    if person.story:
        st.html(f'<h4 class="group">{esc(t("brief.story"))}</h4>')
        cue = Line(text=f"{person.story.title}: {person.story.cue}", labels=person.story.labels)
        spoken(cue, person.evidence, f"{key}-s")
    if person.offer:
        _group(t("brief.offer"), (person.offer,), person, f"{key}-f")


def _group(title: str, lines: tuple[Line, ...], person: PersonBrief, key: str) -> None:
    if not lines:
        return
    st.html(f'<h4 class="group">{esc(title)}</h4>')
    for index, said in enumerate(lines):
        with st.container(key=f"line-{key}{index}", gap="xxsmall"):
            spoken(said, person.evidence, f"{key}{index}")


def made_at(draft: Draft) -> str:
    """When a kept brief was made, and by what."""
    version = draft.current
    stamp = version.at.astimezone() if version.at else None
    return " · ".join(part for part in (day(stamp.date()) + f", {stamp:%H:%M}" if stamp else "", version.model) if part)


def downloads(brief: Brief) -> None:
    """The brief to take along. Both files are made when they are asked for, not when the page is drawn."""
    name = re.sub(r"[^\w]+", "-", brief.event_name).strip("-").lower() or "brief"
    with row("downloads"):
        st.download_button(
            t("brief.pdf"),
            lambda: _pdf(brief),
            file_name=f"{name}.pdf",
            mime="application/pdf",
            icon=":material/smartphone:",
            on_click="ignore",
        )
        st.download_button(
            t("brief.markdown"),
            lambda: _markdown(brief),
            file_name=f"{name}.md",
            mime="text/markdown",
            icon=":material/description:",
            on_click="ignore",
        )


def _pdf(brief: Brief) -> bytes:
    from coach.export.language import speaking
    from coach.export.pdf import brief_to_pdf

    with speaking(t.said):
        return brief_to_pdf(rule_text.spoken(brief))


def _markdown(brief: Brief) -> str:
    from coach.export.language import speaking
    from coach.export.markdown import brief_to_markdown

    with speaking(t.said):
        return brief_to_markdown(rule_text.spoken(brief))
