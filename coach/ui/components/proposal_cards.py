"""What was read in rough notes, as cards to correct and tick. Only what is ticked is stored, and only on confirm."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from coach.domain.capture import CaptureProposal, FoundCommitment, FoundPerson, FoundStory
from coach.facade import Coach
from coach.ui import keys, workspace
from coach.ui.boundary import calm
from coach.ui.components.layout import card, esc, row, section
from coach.ui.rule_text import ruled
from coach.ui.strings import t


def draw(coach: Coach, proposal: CaptureProposal) -> None:
    """The cards, then Confirm and Discard."""
    base = f"proposal.{proposal.capture_id}"
    for warning in proposal.warnings:
        st.html(f'<div class="trouble"><p>{esc(ruled(warning))}</p></div>')
    people = [_person(one, f"{base}.p{n}") for n, one in _numbered(proposal.people, "person")]
    promises = [_promise(one, f"{base}.c{n}") for n, one in _numbered(proposal.commitments, "promise")]
    stories = [_story(one, f"{base}.s{n}") for n, one in _numbered(proposal.stories, "story")]
    if not (people or promises or stories):
        st.info(t("found.nothing"))
    _unread(proposal.unread)
    edited = proposal.model_copy(
        update={"people": tuple(people), "commitments": tuple(promises), "stories": tuple(stories)}
    )
    _end(coach, edited)


def _numbered(found: tuple[Any, ...], kind: str) -> list[tuple[int, Any]]:
    """A heading before the first card of a kind."""
    if found:
        section(t(f"found.{kind}.title"), count=len(found))
    return list(enumerate(found))


def _quote(text: str) -> None:
    if text:
        st.html(f'<p class="hint source" dir="auto">{esc(t("quote", text=text))}</p>')


def _person(found: FoundPerson, key: str) -> FoundPerson:
    with card(key):
        label = t("found.person.known") if found.person_id else t("found.person.new")
        accepted = st.checkbox(
            f"{found.name} — {label}", value=found.accepted, key=f"{key}.ok", persist_state="session"
        )
        with row(gap="small", align="bottom"):
            name = _text(t("person.name"), found.name, f"{key}.name")
            role = _text(t("person.role"), found.role, f"{key}.role")
            organisation = _text(t("person.organisation"), found.organisation, f"{key}.org")
        cares = _text(t("person.cares"), ", ".join(found.cares_about), f"{key}.cares")
        facts = st.text_area(
            t("found.facts"), "\n".join(found.facts), key=f"{key}.facts", height="content", persist_state="session"
        )
        follow_up = _date(t("person.follow_up_on"), found.follow_up_on, f"{key}.date")
        _quote(found.quote)
    return found.model_copy(
        update={
            "accepted": accepted,
            "name": name.strip() or found.name,
            "role": role,
            "organisation": organisation,
            "cares_about": tuple(part.strip() for part in cares.split(",") if part.strip()),
            "facts": tuple(part.strip() for part in (facts or "").splitlines() if part.strip()),
            "follow_up_on": follow_up,
        }
    )


def _text(label: str, value: str, key: str) -> str:
    return st.text_input(label, value, key=key, persist_state="session") or ""


def _date(label: str, value: date | None, key: str) -> date | None:
    chosen = st.date_input(label, value=value, key=key, format=t("date.field"), width=190, persist_state="session")
    return chosen if isinstance(chosen, date) else None


def _promise(found: FoundCommitment, key: str) -> FoundCommitment:
    with card(key):
        accepted = st.checkbox(
            t("found.promise" if found.accepted else "found.perhaps"),
            value=found.accepted,
            key=f"{key}.ok",
            persist_state="session",
        )
        what = _text(t("promise.what"), found.what, f"{key}.what")
        with row(gap="small", align="top"):
            person = _text(t("promise.with"), found.person, f"{key}.person")
            by = st.segmented_control(
                t("promise.by"),
                ["me", "them"],
                default=found.by,
                required=True,
                format_func=lambda one: t(f"promise.by.{one}"),
                key=f"{key}.by",
                persist_state="session",
            )
            due = _date(t("promise.due"), found.due, f"{key}.due")
        _quote(found.quote)
    return found.model_copy(
        update={
            "accepted": accepted,
            "what": what.strip() or found.what,
            "person": person.strip() or found.person,
            "by": by or found.by,
            "due": due,
        }
    )


def _story(found: FoundStory, key: str) -> FoundStory:
    with card(key):
        accepted = st.checkbox(t("found.story"), value=found.accepted, key=f"{key}.ok", persist_state="session")
        title = _text(t("story.title"), found.title, f"{key}.title")
        text = st.text_area(t("story.text"), found.text, key=f"{key}.text", height="content", persist_state="session")
        own = st.checkbox(t("story.own"), value=found.own, key=f"{key}.own", persist_state="session")
        heard = "" if own else _text(t("story.heard_from"), found.heard_from, f"{key}.heard")
    return found.model_copy(
        update={
            "accepted": accepted,
            "title": title.strip() or found.title,
            "text": (text or "").strip() or found.text,
            "own": own,
            "heard_from": heard,
        }
    )


def _unread(parts: tuple[str, ...]) -> None:
    if parts:
        with st.expander(t("found.unread", count=t.counted("sentence", len(parts)))):
            for part in parts:
                st.html(f'<p dir="auto">{esc(part)}</p>')


def _end(coach: Coach, edited: CaptureProposal) -> None:
    with row("proposal-end"):
        if st.button(t("capture.confirm"), type="primary", icon=":material/check:"):
            with calm():
                report = coach.confirm_capture(edited)
                _leave(edited.capture_id)
                keys.notice(t("capture.confirmed", count=report.added + report.updated))
                st.rerun()
        if st.button(t("capture.discard"), type="tertiary"):
            discard(coach, edited.capture_id)
    st.caption(t("capture.discard.hint"))


def discard(coach: Coach, capture_id: str) -> None:
    """Put the capture aside; its raw text stays in the workspace."""
    with calm():
        coach.discard_capture(capture_id)
        _leave(capture_id)
        keys.notice(t("capture.discarded"))
        st.rerun()


def _leave(capture_id: str) -> None:
    workspace.jobs().forget("capture", capture_id)
    keys.drop(keys.CAPTURE)
    for name in [name for name in st.session_state if str(name).startswith(f"proposal.{capture_id}")]:
        keys.drop(str(name))
