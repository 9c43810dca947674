"""Problem clinic: a challenge in your words, who could help and how to ask them, what was said about it, where it
differs, and a question for a stranger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.differences import Difference, Remark
from coach.domain.models import Note, Person
from coach.facade import Coach
from coach.ui import address, keys, pages, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import entries, typed, undo
from coach.ui.components.clipboard import copy_button
from coach.ui.components.layout import card, day, empty, esc, named, page_head, portrait, prose, row, section
from coach.ui.components.quotes import sources
from coach.ui.strings import t

if TYPE_CHECKING:
    from coach.journeys.asking_well import Asking
    from coach.journeys.clinic import Consultation, Conversation, Helper

CHALLENGE = "open.challenge"
EARLIER = 5


@guarded
def page() -> None:
    coach = workspace.coach()
    opened = address.opened(coach, CHALLENGE, Note)
    if opened:
        _consultation(coach, opened)
        return
    page_head(t("page.clinic"), t("clinic.lead"))
    undo.bar(coach)
    _box(coach)
    _earlier(coach)


def _box(coach: Coach) -> None:
    field = keys.field("clinic.text")
    with card("clinic-box"):
        text = st.text_area(
            t("clinic.text"), key=field, height=140, placeholder=t("clinic.example"), persist_state="session"
        )
        typed.keep(coach, "clinic", field, "", go="clinic.go")
        if st.button(t("clinic.go"), key="clinic.go", type="primary", icon=":material/troubleshoot:"):
            with calm():
                kept = coach.clinic.describe(text or "")
                keys.renew("clinic.text")
                keys.put(CHALLENGE, kept.id)
                st.rerun()


def _earlier(coach: Coach) -> None:
    kept = coach.clinic.challenges()
    if not kept:
        return
    section(t("clinic.earlier"), count=len(kept))
    shown = EARLIER + int(keys.get("clinic.more", 0))
    for challenge in kept[:shown]:
        with card(f"challenge-{challenge.id}", quiet=True), row():
            prose(challenge.text[:160] + ("…" if len(challenge.text) > 160 else ""))
            if st.button(named(t("clinic.open"), challenge.text[:60]), key=f"open-challenge-{challenge.id}"):
                keys.put(CHALLENGE, challenge.id)
                st.rerun()
            entries.delete_button(
                coach, challenge.kind, challenge.id, t("entry.deleted.challenge"), about=challenge.text
            )
    if len(kept) > shown and st.button(t("list.more", count=len(kept) - shown), key="clinic-more", type="tertiary"):
        keys.put("clinic.more", len(kept))
        st.rerun()


def _consultation(coach: Coach, challenge_id: str) -> None:
    if st.button(t("clinic.back"), type="tertiary", icon=":material/arrow_back:"):
        address.leave(CHALLENGE)
        st.rerun()
    with calm():
        found = coach.clinic.consult(challenge_id)
        typed.keep(coach, "clinic", keys.field("clinic.text"), found.challenge.text)
        page_head(t("page.clinic"), found.challenge.text)
        _kept(found)
        _who(coach, found)
        _stranger(found)
        _said(found)
        said, gone = t("entry.deleted.challenge"), partial(address.leave, CHALLENGE)
        entries.delete_button(coach, found.challenge.kind, challenge_id, said, after=gone)


def _kept(found: Consultation) -> None:
    """What of the challenge is in no message and no question; the user sees what is left before they send it."""
    if found.kept:
        quoted = " ".join(esc(t("quote", text=one)) for one in found.kept)
        st.html(f'<p class="hint kept-back" dir="auto">{esc(t("clinic.kept"))} {quoted}</p>')
    if not found.askable:
        st.html(f'<p class="gate">{esc(t("clinic.unasked"))}</p>')


def _who(coach: Coach, found: Consultation) -> None:
    section(t("clinic.who"), t("clinic.who.hint") if found.certain else t("clinic.who.guess"))
    if not found.helpers:
        empty("◌", t("clinic.nobody"), t("clinic.nobody.text" if found.questions else "clinic.nobody.alone"))
    for helper in found.helpers:
        with card(f"helper-{helper.person.id}"):
            _helper(coach, helper)


def _helper(coach: Coach, helper: Helper) -> None:
    person = helper.person
    tags = [] if person.relation == "known" else [(t("clinic.prospect"), "")]
    tags += [] if any(one.shared for one in helper.reasons) else [(t("clinic.guess"), "")]
    portrait(person.name, (person.role, person.organisation), tags=tags)
    for number, reason in enumerate(helper.reasons):
        shared = f' <span class="meta">({esc(", ".join(reason.shared))})</span>' if reason.shared else ""
        st.html(f'<div class="prose" dir="auto">{esc(t("quote", text=reason.quote))}{shared}</div>')
        sources((reason.evidence.label,), (reason.evidence,), f"why-{person.id}-{number}")
    if helper.asking is not None:
        _asking(coach, person, helper.asking)


def _asking(coach: Coach, person: Person, asking: Asking) -> None:
    if asking.owed:
        told = {"name": person.name, "what": asking.owed.rstrip(".")}
        owed = t("clinic.owed.by", **told, day=day(asking.owed_by)) if asking.owed_by else t("clinic.owed", **told)
        st.html(f'<p class="gate">{esc(owed)}</p>')
    with st.expander(t("clinic.how")):
        lines = "".join(f"<p>{esc(one)}</p>" for one in (asking.why, asking.ask, asking.way_out))
        st.html(f'<div class="say" dir="auto">{lines}</div>')
        copy_button(asking.intent, key=f"copy-ask-{person.id}")
    if st.button(named(t("clinic.draft"), person.name), key=f"draft-{person.id}", icon=":material/edit:"):
        _draft(coach, person.id, asking.intent)


def _draft(coach: Coach, person_id: str, intent: str) -> None:
    """One tap: the message is being written when its page opens."""
    work = partial(coach.follow_up, person_id, "email", intent)
    workspace.jobs().start(("follow_up", person_id), lambda listen, stop: work(stream=listen, stop=stop))
    keys.drop(keys.DRAFT)
    pages.go("follow_up", **{keys.PERSON: person_id})


def _stranger(found: Consultation) -> None:
    if not found.questions:
        return
    section(t("clinic.stranger"), t("clinic.stranger.hint"))
    with card("stranger"):
        for number, question in enumerate(found.questions):
            st.html(f'<div class="say" dir="auto">{esc(question)}</div>')
            copy_button(question, key=f"copy-question-{number}")


def _said(found: Consultation) -> None:
    """What several conversations hold on it, by person and date; first what does not go together."""
    if not found.conversations:
        return
    section(t("clinic.said"), t("clinic.said.hint"), count=len(found.conversations))
    for difference in found.differences:
        _difference(difference)
    names = dict.fromkeys(one.names for one in found.conversations)
    for number, who in enumerate(names):
        with card(f"said-{number}", quiet=True):
            st.html(f'<h4 class="group">{esc(", ".join(who) or t("clinic.yourself"))}</h4>')
            for one in (one for one in found.conversations if one.names == who):
                _conversation(one, number)


def _conversation(one: Conversation, number: int) -> None:
    when = day(one.at.date()) if one.at else t("when.none")
    quotes = "".join(f"<p>{esc(t('quote', text=quote))}</p>" for quote in one.quotes)
    st.html(f'<p class="hint">{esc(when)}</p><div class="prose" dir="auto">{quotes}</div>')
    sources((one.evidence.label,), (one.evidence,), f"said-{number}-{one.evidence.label}")


def _difference(found: Difference) -> None:
    sides = "".join(_side(one) for one in (found.one, found.other))
    head = t(f"clinic.differs.{found.kind}", about=", ".join(found.about))
    st.html(f'<div class="doubt-row" dir="auto"><span>{esc(head)}</span>{sides}</div>')


def _side(one: Remark) -> str:
    who = esc(one.who or t("clinic.yourself"))
    return f'<p><b>{who}</b> <span class="labels">{esc(one.label)}</span> {esc(t("quote", text=one.text))}</p>'


if __name__ == "__main__":
    page()
