"""Generated text with what it rests on: doubtful claims are marked in the text, and the evidence is one click away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.gate import DOUBTFUL
from coach.domain.grounding import CheckReport, SentenceCheck
from coach.domain.models import Kind
from coach.domain.reading import unmarked
from coach.ui.components.layout import day, esc
from coach.ui.note_text import without_markup
from coach.ui.rule_text import ruled
from coach.ui.strings import t

GREETING = 3
"""Words up to which a sentence is a greeting and needs no source beside it."""


class Doubt:
    """A stretch of text that no cited evidence holds, and why."""

    def __init__(self, start: int, end: int, verdict: str, reason: str, text: str) -> None:
        self.start, self.end, self.verdict, self.text = start, end, verdict, text
        self.reason = ruled(reason) or t(f"flag.{verdict}")


def doubts(check: CheckReport | None, length: int) -> list[Doubt]:
    """The marked stretches, in order, without overlap. A doubtful claim is marked alone; its whole sentence only
    where no single claim in it is to blame."""
    if check is None:
        return []
    found = [
        Doubt(part.start, min(part.end, length), part.verdict, part.reason, part.text)
        for part in check.claims
        if part.verdict in DOUBTFUL and part.start >= 0
    ]
    for sentence in check.sentences:
        blamed = any(sentence.start <= doubt.start < sentence.end for doubt in found)
        if sentence.verdict in DOUBTFUL and not blamed:
            found.append(
                Doubt(sentence.start, min(sentence.end, length), sentence.verdict, sentence.reason, sentence.text)
            )
    kept: list[Doubt] = []
    for doubt in sorted(found, key=lambda one: (one.start, -one.end)):
        if doubt.start < doubt.end and (not kept or doubt.start >= kept[-1].end):
            kept.append(doubt)
    return kept


def marked(text: str, check: CheckReport | None) -> str:
    """The text as safe HTML, each doubtful stretch underlined, with an icon that is read out too."""
    return _pieced(text, 0, len(text), doubts(check, len(text)))


def sourced(text: str, check: CheckReport | None, evidence: Sequence[Evidence]) -> str:
    """As `marked`; and each sentence that has a source shows it when pointed at, tapped or reached by keyboard."""
    found = doubts(check, len(text))
    known = {one.label: one for one in evidence}
    out, at = [], 0
    for said in check.sentences if check else ():
        if said.start < at:
            continue
        inner = _pieced(text, said.start, said.end, found)
        out += [_pieced(text, at, said.start, found), _with_source(inner, said, known)]
        at = said.end
    return "".join([*out, _pieced(text, at, len(text), found)])


def _pieced(text: str, start: int, end: int, found: Sequence[Doubt]) -> str:
    out, at = [], start
    for doubt in found:
        if at <= doubt.start and doubt.end <= end:
            out += [esc(text[at : doubt.start]), _mark(text, doubt)]
            at = doubt.end
    return "".join([*out, esc(text[at:end])])


def _with_source(inner: str, said: SentenceCheck, known: Mapping[str, Evidence]) -> str:
    """A greeting and a question of the user's own need no source; a doubtful sentence says why it is one."""
    if said.verdict in DOUBTFUL:
        source = f"<b>{esc(t('flag.icon'))}</b> {esc(ruled(said.reason))}"
    elif said.verdict == "supported" and said.labels and len(said.text.split()) > GREETING:
        quoted = said.quotes or tuple(known[label].text for label in said.labels[:1] if label in known)
        words = " … ".join(esc(t("quote", text=_as_quoted(quote))) for quote in quoted[:2])
        kinds = ", ".join(dict.fromkeys(t(f"kind.{known[label].kind}") for label in said.labels if label in known))
        source = f"<b>{esc(' '.join(said.labels[:3]))}</b> {esc(kinds)} {words}"
        inner += _labels(said.labels[:3])
    elif not said.graded:
        source = f"<b>{esc(t('flag.ungraded'))}</b> {esc(ruled(said.reason))}"
    else:
        return inner
    return f'<span class="claim" tabindex="0">{inner}<span class="source" role="note">{source}</span></span>'


def _mark(text: str, doubt: Doubt) -> str:
    return (
        f'<mark class="doubt {doubt.verdict}" title="{esc(doubt.reason)}">{esc(text[doubt.start : doubt.end])}'
        f'<span class="doubt-icon" role="img" aria-label="{esc(t("flag.icon"))}">!</span></mark>'
    )


def _labels(labels: Iterable[str]) -> str:
    return f' <span class="labels">{esc(" ".join(labels))}</span>'


def doubt_list(text: str, check: CheckReport | None) -> str:
    """Why each stretch is marked, as safe HTML; empty when nothing is. Negative offsets are claims in the subject."""
    found = [(text[one.start : one.end], one.reason) for one in doubts(check, len(text))]
    elsewhere = [claim for claim in check.claims if claim.start < 0 and claim.verdict in DOUBTFUL] if check else []
    found += [(claim.text, ruled(claim.reason)) for claim in elsewhere]
    rows = "".join(f"<li><q>{esc(words)}</q> {esc(reason)}</li>" for words, reason in found)
    return f'<ul class="doubts" aria-label="{esc(t("flag.list"))}">{rows}</ul>' if rows else ""


def spoken(said: Line, evidence: Sequence[Evidence], key: str, *, css: str = "say") -> None:
    """One line to say, with its doubts and its evidence."""
    st.html(f'<div class="{css}" dir="auto">{marked(said.text, said.check)}{doubt_list(said.text, said.check)}</div>')
    sources(said.labels, evidence, key)


def sources(labels: Iterable[str], evidence: Sequence[Evidence], key: str, *, title: str = "") -> None:
    """A chip that names the labels; a click shows the quoted evidence."""
    wanted = list(dict.fromkeys(labels))
    if not wanted:
        return
    known = {one.label: one for one in evidence}
    with st.popover(title or " · ".join(wanted), type="tertiary", key=f"chip-{key}", help=t("evidence.help")):
        for label in wanted:
            quote(label, known.get(label))


def quote(label: str, found: Evidence | None) -> None:
    """One piece of evidence, word for word."""
    if found is None:
        st.html(f'<p class="missing">{esc(t("evidence.missing", label=label))}</p>')
        return
    facts = [found.title, found.author, day(found.at.date()) if found.at else ""]
    head = " · ".join(esc(fact) for fact in facts if fact)
    st.html(
        f'<figure class="quote"><figcaption><b>{esc(label)}</b> {esc(t(f"kind.{found.kind}"))}'
        f"{' · ' + head if head else ''}</figcaption>"
        f'<blockquote dir="auto">{esc(_shown(found))}</blockquote></figure>'
    )


def _shown(found: Evidence) -> str:
    """Its text without the signs of Markdown; the words that the program puts around a talk or a promise are in the
    app's language."""
    by_rule = found.kind in (Kind.SESSION, Kind.COMMITMENT)
    return ruled(found.text) if by_rule else without_markup(_as_quoted(found.text))


def _as_quoted(text: str) -> str:
    """A line without the mark of the list that it is taken from; a list keeps its marks."""
    return text if "\n" in text.strip() else unmarked(text)


def evidence_of(raw: Sequence[dict[str, Any]]) -> list[Evidence]:
    """The evidence that a draft version keeps as plain JSON."""
    return [Evidence.model_validate(one) for one in raw]


def check_of(raw: dict[str, Any] | None) -> CheckReport | None:
    return CheckReport.model_validate(raw) if raw else None
