"""What was read in rough notes, as cards to correct and tick. Only what is ticked is stored, and only on confirm."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import Any

import streamlit as st

from coach.domain.capture import CaptureProposal, FoundCommitment, FoundPerson, FoundStory
from coach.domain.naming import work_parts
from coach.facade import Coach
from coach.ui import keys, workspace
from coach.ui.boundary import calm
from coach.ui.components.layout import card, day, esc, row, section
from coach.ui.rule_text import ruled
from coach.ui.strings import t

FEW = 3
"""Entries that are shown with all their fields; of more each is a line that opens."""
FIRST_FACT = 110
"""Signs of a fact that the line of somebody shows."""


def draw(coach: Coach, proposal: CaptureProposal) -> None:
    """The cards, then Confirm and Discard; of many entries each is folded, and Confirm stands at the head, too."""
    base = f"proposal.{proposal.capture_id}"
    for warning in proposal.warnings:
        st.html(f'<div class="trouble"><p>{esc(ruled(warning))}</p></div>')
    folded = len(proposal.people) + len(proposal.commitments) + len(proposal.stories) > FEW
    at_the_head = _head(proposal) if folded else False
    people = [_person(one, f"{base}.p{n}", folded) for n, one in _numbered(proposal.people, "person")]
    promises = [_promise(one, f"{base}.c{n}", folded) for n, one in _numbered(proposal.commitments, "promise")]
    stories = [_story(one, f"{base}.s{n}", folded) for n, one in _numbered(proposal.stories, "story")]
    if not (people or promises or stories):
        st.info(t("found.nothing"))
    _unread(proposal.unread)
    edited = proposal.model_copy(
        update={"people": tuple(people), "commitments": tuple(promises), "stories": tuple(stories)}
    )
    _end(coach, edited, confirmed=at_the_head)


def _head(proposal: CaptureProposal) -> bool:
    """How much was found, and whether to store what is ticked without going through it."""
    found = {"person": proposal.people, "commitment": proposal.commitments, "story": proposal.stories}
    counts = ", ".join(t.counted(kind, len(some)) for kind, some in found.items() if some)
    with row("proposal-head"):
        st.html(f'<p class="hint">{esc(t("found.many", counts=counts))}</p>')
        return st.button(t("capture.confirm"), type="primary", icon=":material/check:", key="confirm-head")


def _entry(key: str, folded: bool) -> Any:
    """The card of an entry; a folded one is low."""
    return st.container(border=True, key=f"quiet-entry-{key}", gap="xxsmall") if folded else card(key)


def _fields(key: str, folded: bool) -> AbstractContextManager[Any]:
    """Where the fields of an entry stand."""
    return st.expander(t("found.correct"), icon=":material/edit:", key=f"{key}.more") if folded else nullcontext()


def _in_short(place: Any, folded: bool, *parts: str) -> None:
    """A folded entry in one line, as it is now."""
    told = " · ".join(part for part in parts if part)
    if folded and told:
        place.html(f'<p class="hint" dir="auto">{esc(told)}</p>')


def _numbered(found: tuple[Any, ...], kind: str) -> list[tuple[int, Any]]:
    """A heading before the first card of a kind."""
    if found:
        section(t(f"found.{kind}.title"), count=len(found))
    return list(enumerate(found))


def _quote(text: str) -> None:
    if text:
        st.html(f'<p class="hint source" dir="auto">{esc(t("quote", text=text))}</p>')


def _person(found: FoundPerson, key: str, folded: bool = False) -> FoundPerson:
    with _entry(key, folded):
        label = t("found.person.known") if found.person_id else t("found.person.new")
        accepted = st.checkbox(
            f"{found.name} — {label}", value=found.accepted, key=f"{key}.ok", persist_state="session"
        )
        short = st.container()
        with _fields(key, folded):
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
        work = ", ".join(work_parts(role, organisation))
        _in_short(short, folded, work, "" if work else _clipped(facts or ""), _to_write(follow_up))
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


def _clipped(facts: str) -> str:
    first = facts.strip().partition("\n")[0]
    return first if len(first) <= FIRST_FACT else f"{first[:FIRST_FACT].rsplit(' ', 1)[0]}…"


def _to_write(on: date | None) -> str:
    return t("found.follow_up", day=day(on)) if on else ""


def _text(label: str, value: str, key: str) -> str:
    return st.text_input(label, value, key=key, persist_state="session") or ""


def _date(label: str, value: date | None, key: str) -> date | None:
    chosen = st.date_input(label, value=value, key=key, format=t("date.field"), width=190, persist_state="session")
    return chosen if isinstance(chosen, date) else None


def _promise(found: FoundCommitment, key: str, folded: bool = False) -> FoundCommitment:
    with _entry(key, folded):
        accepted = st.checkbox(
            t("found.promise" if found.accepted else "found.perhaps"),
            value=found.accepted,
            key=f"{key}.ok",
            persist_state="session",
        )
        short = st.container()
        with _fields(key, folded):
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
        _in_short(short, folded, t(f"capture.so_far.{by or found.by}", person=person, what=what), day(due))
    return found.model_copy(
        update={
            "accepted": accepted,
            "what": what.strip() or found.what,
            "person": person.strip() or found.person,
            "by": by or found.by,
            "due": due,
        }
    )


def _story(found: FoundStory, key: str, folded: bool = False) -> FoundStory:
    with _entry(key, folded):
        accepted = st.checkbox(t("found.story"), value=found.accepted, key=f"{key}.ok", persist_state="session")
        short = st.container()
        with _fields(key, folded):
            title = _text(t("story.title"), found.title, f"{key}.title")
            text = st.text_area(
                t("story.text"), found.text, key=f"{key}.text", height="content", persist_state="session"
            )
            own = st.checkbox(t("story.own"), value=found.own, key=f"{key}.own", persist_state="session")
            heard = "" if own else _text(t("story.heard_from"), found.heard_from, f"{key}.heard")
        _in_short(short, folded, title, _clipped(text or ""))
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


def _end(coach: Coach, edited: CaptureProposal, *, confirmed: bool = False) -> None:
    with row("proposal-end"):
        if st.button(t("capture.confirm"), type="primary", icon=":material/check:") or confirmed:
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
