"""Rehearse: a practice conversation with a stand-in made of your notes; then how it went, and how you get on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.conversation import AIMS, Figures, Measure
from coach.domain.evidence import Evidence
from coach.domain.models import Rehearsal, Turn
from coach.errors import InputError
from coach.facade import Coach
from coach.ui import address, keys, reading, workspace
from coach.ui.boundary import calm, guarded
from coach.ui.components import charts, entries, streaming, undo
from coach.ui.components.layout import card, day, empty, esc, named, page_head, row, section
from coach.ui.components.quotes import check_of, doubt_list, evidence_of, marked, sources
from coach.ui.jobs import Job
from coach.ui.strings import t

if TYPE_CHECKING:
    from coach.journeys.rehearse import Feedback

REHEARSAL = "open.rehearsal"
CHARTED: tuple[Measure, ...] = ("follow_ups", "listening", "share")
COLOURS, SHAPES = (charts.BLUE, charts.VERMILION, charts.GREY), ("circle", "square", "triangle-up")


@guarded
def page() -> None:
    coach = workspace.coach()
    opened = address.opened(coach, REHEARSAL, Rehearsal)
    if not opened:
        page_head(t("page.rehearse"), t("rehearse.lead"))
        undo.bar(coach)
        _begin(coach)
        _open_ones(coach)
        _progress(coach)
        return
    if st.button(t("rehearse.back"), type="tertiary", icon=":material/arrow_back:"):
        address.leave(REHEARSAL)
        st.rerun()
    rehearsal = coach.store.get(Rehearsal, opened)
    if rehearsal.status == "ended":
        _ended(coach, rehearsal)
    else:
        _talk(coach, rehearsal)
    said, gone = t("entry.deleted.rehearsal"), partial(address.leave, REHEARSAL)
    entries.delete_button(coach, rehearsal.kind, rehearsal.id, said, after=gone)


def _begin(coach: Coach) -> None:
    names = reading.people_names(coach)
    wanted = keys.get(keys.PERSON)
    with card("rehearse-begin"):
        person = st.selectbox(
            t("rehearse.person"),
            list(names),
            index=list(names).index(wanted) if wanted in names else None,
            format_func=lambda one: names.get(one, one),
            placeholder=t("rehearse.person.none"),
            key="rehearse.person",
        )
        who = "" if person else st.text_input(t("rehearse.who"), placeholder=t("rehearse.who.example"))
        aim = st.text_input(t("rehearse.aim"), placeholder=t("rehearse.aim.example"), key="rehearse.aim")
        if st.button(t("rehearse.go"), type="primary", icon=":material/forum:"):
            with calm():
                if person is None and not (who or "").strip():
                    raise InputError(t("rehearse.nobody"), t("rehearse.nobody.step"))
                begun = coach.rehearsals.begin(person=person, who=who or "", aim=aim or "")
                keys.put(REHEARSAL, begun.id)
                st.rerun()


def _open_ones(coach: Coach) -> None:
    """Rehearsals that can be gone on with."""
    kept = [one for one in coach.store.rehearsals(status="open") if one.turns]
    if not kept:
        return
    section(t("rehearse.open"), count=len(kept))
    for one in kept[:4]:
        with card(f"rehearsal-{one.id}", quiet=True), row():
            said = " ".join(one.turns[-1].text.split())
            st.html(f"<div><b>{esc(coach.rehearsals.title(one))}</b><p class='hint'>{esc(said[:110])}</p></div>")
            about = f"{coach.rehearsals.title(one)}: {said}"
            if st.button(named(t("rehearse.go_on"), about[: entries.NAMED]), key=f"go-on-{one.id}"):
                keys.put(REHEARSAL, one.id)
                st.rerun()
            entries.delete_button(coach, one.kind, one.id, t("entry.deleted.rehearsal"), about=about)


# --------------------------------------------------------------------- talking
def _talk(coach: Coach, rehearsal: Rehearsal) -> None:
    name = coach.rehearsals.title(rehearsal)
    page_head(name, rehearsal.aim, over=t("page.rehearse"))
    _made_of(coach, rehearsal, name)
    _said(rehearsal, name)
    job = workspace.jobs().find("rehearse", rehearsal.id)
    if job is not None and job.running:
        streaming.watch(job, _so_far, f"rehearse-{rehearsal.id}")
        return
    if job is not None and job.error is not None:
        streaming.failed(job)
    if rehearsal.turns and rehearsal.turns[-1].by == "me":
        if st.button(t("rehearse.answer"), type="primary", icon=":material/replay:"):
            _answer(coach, rehearsal.id)
    else:
        _your_turn(coach, rehearsal)
    if any(turn.by == "me" for turn in rehearsal.turns) and st.button(t("rehearse.end"), icon=":material/flag:"):
        with calm():
            coach.rehearsals.end(rehearsal.id)
            st.rerun()


def _made_of(coach: Coach, rehearsal: Rehearsal, name: str) -> None:
    """That this is practice, all that the stand-in was made of, and where no model writes its lines."""
    evidence = evidence_of(rehearsal.evidence)
    kind = "" if rehearsal.person else ".type"
    basis = coach.rehearsals.basis(rehearsal)
    said = [t(f"rehearse.practice{kind}{'' if basis == 'notes' else f'.{basis}'}", name=name)]
    if basis == "nothing":
        said.append(t(f"rehearse.practice.{'no_more' if coach.model.kind in ('none', 'embedded') else 'made_up'}"))
        said += [] if rehearsal.person else [t("rehearse.practice.more")]
    elif coach.model.kind == "none":
        said.append(t("rehearse.no_model"))
    st.html(f'<p class="privacy">{esc(" ".join(said))}</p>')
    sources([one.label for one in evidence], evidence, f"made-{rehearsal.id}", title=t("rehearse.made_of"))


def _said(rehearsal: Rehearsal, name: str) -> None:
    evidence = evidence_of(rehearsal.evidence)
    for number, turn in enumerate(rehearsal.turns):
        with st.container(key=f"turn-{turn.by}-{number}", gap="xsmall"):
            _line(turn, name, evidence, f"{rehearsal.id}-{number}")


def _line(turn: Turn, name: str, evidence: Sequence[Evidence], key: str) -> None:
    check = check_of(turn.check)
    who = t("rehearse.you") if turn.by == "me" else t("rehearse.stand_in", name=name)
    st.html(
        f'<div class="turn" dir="auto"><p class="meta">{esc(who)}</p><p>{marked(turn.text, check)}</p>'
        f"{doubt_list(turn.text, check)}</div>"
    )
    sources(turn.labels, evidence, key)


def _your_turn(coach: Coach, rehearsal: Rehearsal) -> None:
    if not rehearsal.turns:
        workspace.ahead().want(
            ("rehearse", rehearsal.id), lambda stop: coach.read_ahead_rehearsal(rehearsal.id, stop=stop)
        )
    with st.container(key="your-turn"):
        text = st.chat_input(t("rehearse.say"), key=f"say-{rehearsal.id}")
    if text:
        with calm():
            coach.rehearsals.say(rehearsal.id, text)
            _answer(coach, rehearsal.id)


def _answer(coach: Coach, rehearsal_id: str) -> None:
    workspace.jobs().start(
        ("rehearse", rehearsal_id),
        lambda listen, stop: coach.answer_rehearsal(rehearsal_id, stream=listen, stop=stop),
    )
    st.rerun()


def _so_far(job: Job) -> None:
    streaming.words(job)


# --------------------------------------------------------------------- how it went
def _ended(coach: Coach, rehearsal: Rehearsal) -> None:
    name = coach.rehearsals.title(rehearsal)
    page_head(t("rehearse.how", name=name), rehearsal.aim, over=t("page.rehearse"))
    if coach.rehearsals.basis(rehearsal) == "nothing":
        kind = "" if rehearsal.person else ".type"
        st.html(f'<p class="privacy">{esc(t(f"rehearse.stock{kind}", name=name))}</p>')
    feedback = coach.rehearsals.feedback(rehearsal)
    _advice(feedback)
    _unanswered(feedback.unanswered)
    _figures(feedback.figures)
    with st.expander(t("rehearse.words")):
        _said(rehearsal, name)
    if st.button(t("rehearse.again"), type="primary", icon=":material/replay:"):
        with calm():
            again = coach.rehearsals.begin(person=rehearsal.person, who=rehearsal.who, aim=rehearsal.aim)
            keys.put(REHEARSAL, again.id)
            st.rerun()


def _advice(feedback: Feedback) -> None:
    section(t("rehearse.try"), "" if feedback.advice else t("rehearse.try.nothing"))
    for number, one in enumerate(feedback.advice):
        with card(f"advice-{number}"):
            heard = f'<p class="hint">{esc(t("rehearse.heard", line=one.heard))}</p>' if one.heard else ""
            line = f'<p class="hint">{esc(t("rehearse.your_line", line=one.line))}</p>' if one.line else ""
            st.html(f'<div dir="auto"><p><b>{esc(t(f"rehearse.try.{one.about}"))}</b></p>{heard}{line}</div>')


def _unanswered(questions: Sequence[str]) -> None:
    """What your notes could not answer in practice is worth asking for real."""
    if questions:
        section(t("rehearse.unanswered"), t("rehearse.unanswered.hint"))
        st.html(f'<ul dir="auto">{"".join(f"<li>{esc(one)}</li>" for one in questions)}</ul>')


def _figures(figures: Figures) -> None:
    section(t("rehearse.figures"), t("rehearse.figures.hint"))
    rows = "".join(
        f"<dt>{esc(t(f'rehearse.measure.{name}'))}</dt><dd>{esc(_figure(name, figures))} "
        f'<span class="meta">{esc(t(f"rehearse.aim.{name}"))}</span></dd>'
        for name in AIMS
    )
    st.html(f'<dl class="facts">{rows}</dl>')


def _figure(name: Measure, figures: Figures) -> str:
    if name in ("follow_ups", "listening") and not figures.replies:
        return t("rehearse.no_replies")
    return t("rehearse.no_statements") if name == "specific" and not figures.statements else _counted(name, figures)


def _counted(name: Measure, figures: Figures) -> str:
    match name:
        case "questions":
            return t("rehearse.of_turns", count=figures.questions, of=figures.turns)
        case "follow_ups":
            return t("rehearse.of_replies", count=figures.follow_ups, of=figures.replies)
        case "share":
            return f"{figures.share:.0%}"
        case "listening":
            return t("rehearse.of_replies", count=figures.listened, of=figures.replies)
        case "specific":
            return t("rehearse.of_statements", count=figures.concrete, of=figures.statements)
        case "close":
            return t(f"rehearse.close.{int(figures.close * 2)}")


# --------------------------------------------------------------------- getting on
def _progress(coach: Coach) -> None:
    done = coach.rehearsals.progress()
    section(t("rehearse.progress"), t("rehearse.progress.hint") if len(done) > 1 else "")
    if not done:
        empty("☍", t("rehearse.none"), t("rehearse.none.text"))
        return
    if len(done) > 1:
        _chart([figures for _, figures in done])
    rows = [
        {
            t("rehearse.with"): coach.rehearsals.title(one),
            t("rehearse.day"): day(one.created_at.astimezone().date()) if one.created_at else "",
            **{t(f"rehearse.measure.{name}"): _figure(name, figures) for name in AIMS},
        }
        for one, figures in done
    ]
    charts.table(rows, "rehearsals")
    newest = done[-1][0]
    if st.button(t("rehearse.last"), type="tertiary", key="last-rehearsal"):
        keys.put(REHEARSAL, newest.id)
        st.rerun()


def _chart(all_figures: Sequence[Figures]) -> None:
    """One line a measure over the rehearsals, in per cent; what differs in colour differs in shape too."""
    named = {name: t(f"rehearse.measure.{name}") for name in CHARTED}
    points = [
        {"n": number + 1, "value": round(figures.value(name), 2), "what": named[name]}
        for number, figures in enumerate(all_figures)
        for name in CHARTED
    ]
    scale, legend = {"domain": list(named.values())}, {"orient": "top", "title": None}
    spec = {
        "data": {"values": points},
        "height": 220,
        "mark": {"type": "line", "point": {"filled": True, "size": 70}, "strokeWidth": 2},
        "encoding": {
            "x": {"field": "n", "type": "ordinal", "title": t("rehearse.axis"), "axis": {"labelAngle": 0}},
            "y": {"field": "value", "type": "quantitative", "title": None, "axis": {"format": "%", "tickCount": 4}},
            "color": {
                "field": "what",
                "scale": {**scale, "range": COLOURS},
                "legend": {"orient": "top", "title": None},
            },
            "shape": {"field": "what", "scale": {**scale, "range": SHAPES}, "legend": legend},
        },
    }
    st.vega_lite_chart(spec=spec, width="stretch", key="rehearsals", theme="streamlit", alt=t("rehearse.chart"))


if __name__ == "__main__":
    page()
