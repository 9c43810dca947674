"""Entries that may be the same person: a strip on People, the two side by side, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from coach.domain.duplicates import Candidate
from coach.domain.merging import JOINED, Merge, Pick, differing
from coach.domain.models import Person
from coach.errors import NotFoundError
from coach.facade import Coach
from coach.ui import keys, reading
from coach.ui.boundary import calm
from coach.ui.components.layout import card, day, esc, line, named, page_head, plain, portrait, row, section
from coach.ui.strings import t

PAIR = "people.pair"
"""The two ids that are compared."""
MERGED = "people.merged"
"""The merge that can be undone with one click."""
SHOWN = 3
LONG = 160
"""Characters of a value that are shown beside the other."""


def strip(coach: Coach) -> None:
    """Nothing when nobody looks alike; else the likeliest pairs, each one click from the two side by side."""
    undo(coach)
    found = coach.merging.candidates()
    if not found:
        return
    ids = [id for one in found[:SHOWN] for id in (one.first, one.second)]
    people = coach.store.get_many(Person, ids)
    with card("duplicates"):
        st.html(f'<h2 class="quiet-head">{esc(t("duplicates.title"))}</h2>')
        for candidate in found[:SHOWN]:
            _pair(candidate, people)
        if len(found) > SHOWN:
            st.caption(t("duplicates.more", count=f"{len(found) - SHOWN:,}"))


def _pair(candidate: Candidate, people: Mapping[str, Person]) -> None:
    one, other = people.get(candidate.first), people.get(candidate.second)
    if one is None or other is None:
        return
    with row(f"pair-{candidate.first}-{candidate.second}", wrap=False):
        both = f"{one.name} · {other.name}"
        sides = _sides(one, other)
        line(both, [*sides, *_reasons(candidate)])
        label = named(t("duplicates.compare"), " ".join((both, *sides)))
        if st.button(label, key=f"compare-{candidate.first}-{candidate.second}", type="tertiary"):
            keys.put(PAIR, (candidate.first, candidate.second))
            st.rerun()


def _sides(*people: Person) -> Sequence[str]:
    """What tells each of them apart, where anything does."""
    sides = [", ".join(reading.told_apart(person)) for person in people]
    return [" / ".join(side or t("duplicates.bare") for side in sides)] if any(sides) else []


def _reasons(candidate: Candidate) -> Sequence[str]:
    return [t(f"duplicates.sign.{sign}", what=what) for sign, what in candidate.reasons]


def compare(coach: Coach, pair: tuple[str, str]) -> None:
    """The two side by side, a choice for each field that differs, and the two answers."""
    if st.button(t("duplicates.back"), type="tertiary", icon=":material/arrow_back:"):
        _leave()
    page_head(t("duplicates.head"), t("duplicates.lead"))
    with calm():
        people = coach.store.get_many(Person, pair)
        if len(people) < len(pair):
            raise NotFoundError(t("duplicates.gone"), t("duplicates.gone.step"))
        kept, other = sorted((people[id] for id in pair), key=_worth_keeping)
        candidate = next((one for one in coach.merging.candidates() if {one.first, one.second} == set(pair)), None)
        if candidate is not None:
            st.html("".join(f'<p class="hint">{esc(reason)}</p>' for reason in _reasons(candidate)))
        for column, person in zip(st.columns(2), (kept, other), strict=True):
            with column, card(f"side-{person.id}", quiet=True):
                _side(person)
        choose = _choices(kept, other)
        _answers(coach, kept, other, choose)


def _worth_keeping(person: Person) -> tuple[bool, int, str]:
    """Whom you have met comes first, then the fuller entry."""
    filled = sum(bool(getattr(person, name)) for name in Person.model_fields)
    return person.relation != "known", -filled, person.id


def _side(person: Person) -> None:
    portrait(person.name, [person.role, person.organisation])
    facts = [
        *((t(f"channel.type.{one.type}"), one.value) for one in person.channels),
        (t("person.cares"), ", ".join(person.cares_about)),
        (t("person.values"), ", ".join(person.values)),
    ]
    rows = "".join(f"<dt>{esc(name)}</dt><dd dir='auto'>{esc(value)}</dd>" for name, value in facts if value)
    if rows:
        st.html(f'<dl class="facts">{rows}</dl>')


def _choices(kept: Person, other: Person) -> dict[str, Pick]:
    fields = differing(kept, other)
    if fields:
        section(t("duplicates.choose"), t("duplicates.rest"))
    return {name: _choice(name, kept, other) for name in fields}


def _choice(name: str, kept: Person, other: Person) -> Pick:
    values = {"kept": getattr(kept, name), "other": getattr(other, name)}
    options: list[Pick] = ["both", "kept", "other"] if name in JOINED else ["kept", "other"]
    if name == "relation" and other.relation == "known":
        options = ["other", "kept"]

    def said(option: Pick) -> str:
        return t("duplicates.both") if option == "both" else _shown(name, values[option])

    chosen: Pick = st.radio(t(f"duplicates.{name}"), options, format_func=said, key=f"pick-{kept.id}-{other.id}-{name}")
    return chosen


def _shown(name: str, value: object) -> str:
    """A value as plain text: nothing in it is read as Markdown."""
    if isinstance(value, date):
        return day(value)
    text = t(f"duplicates.relation.{value}") if name == "relation" else " ".join(str(value).split())
    text = text if len(text) <= LONG else f"{text[:LONG]}…"
    return plain(text)


def _answers(coach: Coach, kept: Person, other: Person, choose: Mapping[str, Pick]) -> None:
    with row("duplicates-answers"):
        if st.button(t("duplicates.merge"), type="primary", icon=":material/merge:"):
            with calm():
                keys.put(MERGED, coach.merging.merge(kept.id, other.id, choose).id)
                _leave()
        if st.button(t("duplicates.apart"), icon=":material/call_split:"):
            with calm():
                coach.merging.keep_apart(kept.id, other.id)
                keys.notice(t("duplicates.apart.done"))
                _leave()


def _leave() -> None:
    keys.drop(PAIR)
    st.rerun()


# ------------------------------------------------------------------------------------------------- the way back
def undo(coach: Coach) -> None:
    """The last merge, with Undo, as long as it stands."""
    wanted = keys.get(MERGED)
    merge = next((one for one in coach.merging.merges() if one.id == wanted), None) if wanted else None
    if merge is None:
        return
    with row("undo-bar", wrap=False):
        said = t("duplicates.merged", other=merge.other.name, kept=merge.after.name)
        st.html(f'<p role="status">{esc(said)}</p>')
        if st.button(t("undo.go"), key="merge-undo", type="tertiary", icon=":material/undo:"):
            _part(coach, merge)


def parts(coach: Coach, person: Person) -> None:
    """Who was merged into a person, and how to part them again."""
    merges = coach.merging.merges(person.id)
    if not merges:
        return
    section(t("duplicates.parts"), count=len(merges))
    for merge in merges:
        with card(f"merge-{merge.id}", quiet=True), row():
            since = t("duplicates.since", day=day(merge.made_at.astimezone().date()))
            line(merge.other.name, [merge.other.role, merge.other.organisation, since])
            hint = t("duplicates.part.hint", other=merge.other.name, kept=person.name)
            label = named(t("duplicates.part"), merge.other.name)
            if st.button(label, key=f"part-{merge.id}", icon=":material/call_split:", help=hint):
                _part(coach, merge)


def _part(coach: Coach, merge: Merge) -> None:
    with calm():
        coach.merging.unmerge(merge.id)
        keys.drop(MERGED)
        keys.notice(t("duplicates.undone", kept=merge.before.name, other=merge.other.name))
        st.rerun()
