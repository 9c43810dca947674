"""Insight: what conversations give you and what becomes of them; the network; a review of a week or a month."""

from __future__ import annotations

from datetime import date

import streamlit as st

from coach.domain.insight import Change, FollowThrough, Span
from coach.domain.network import MOST_TOGETHER
from coach.facade import Coach
from coach.journeys import insight as gathered
from coach.ui import address, pages, reading, workspace
from coach.ui.boundary import guarded
from coach.ui.components import charts, goal_forms
from coach.ui.components.layout import card, day, empty, esc, line, named, page_head, row, section
from coach.ui.review_text import markdown, sentence
from coach.ui.strings import t

LOOKS = ("figures", "network", "review")
SPANS, USUAL = (7, 28, 91, 365), 91
"""Days to look back."""
LISTED = 5
"""Entries of a short list."""


@guarded
def page() -> None:
    coach = workspace.coach()
    page_head(t("page.insight"), t("insight.lead"))
    address.chosen("show", "insight.look", LOOKS, LOOKS[0])
    address.chosen("days", "insight.span", SPANS, USUAL)
    with row("insight-choice", align="bottom"):
        look = st.segmented_control(
            t("insight.look"),
            LOOKS,
            default=LOOKS[0],
            required=True,
            format_func=lambda one: t(f"insight.look.{one}"),
            key="insight.look",
        )
        back = st.segmented_control(
            t("insight.span"),
            SPANS,
            default=USUAL,
            required=True,
            format_func=lambda days: t(f"insight.span.{days}"),
            key="insight.span",
        )
    address.keep("show", "insight.look", str(look), LOOKS[0])
    address.keep("days", "insight.span", int(back), USUAL)
    today = reading.today()
    span = Span.until(today, back)
    {"figures": _figures, "network": _network, "review": _review}[look](coach, span, today)


# -------------------------------------------------------------------------------------------------------- figures
def _figures(coach: Coach, span: Span, today: date) -> None:
    seen = gathered.look(coach.store, span, today)
    if not (seen.energies or seen.follow_through.met or seen.told or any(one.last for one in seen.goals)):
        empty("◔", t("insight.none"), t("insight.none.text"))
        return
    _through(seen.follow_through)
    section(t("insight.energy"), t("insight.energy.hint"))
    if seen.energies:
        charts.energy_chart(seen.energies)
        _lifts(seen)
    else:
        st.caption(t("insight.energy.none"))
    _told(seen)
    _goals(seen)


def _through(through: FollowThrough) -> None:
    section(t("insight.through"), t("insight.through.hint"))
    if not through.met:
        st.caption(t("insight.through.none"))
        return
    promised = through.kept + through.open
    figures = [
        (
            t("insight.through.rate", in_time=through.in_time, met=through.met),
            t("insight.through.rate.label"),
        ),
        (_delay(through.median_days), t("insight.through.delay.label")),
    ]
    if promised:
        late = t("insight.through.late", late=through.late) if through.late else ""
        label = "; ".join(part for part in (t("insight.through.kept.label"), late) if part)
        figures.append((t("insight.through.kept", kept=through.kept, all=promised), label))
    cells = "".join(f"<div><dd>{esc(figure)}</dd><dt>{esc(label)}</dt></div>" for figure, label in figures)
    st.html(f'<dl class="big-figures">{cells}</dl>')


def _delay(days: float | None) -> str:
    if days is None:
        return t("insight.through.delay.none")
    return t("insight.through.delay.one") if days == 1 else t("insight.through.delay", days=f"{days:g}")


def _lifts(seen: gathered.Insight) -> None:
    groups = (("person", seen.by_person), ("topic", seen.by_topic), ("length", seen.by_length))
    st.html(f'<h3 class="quiet-head">{esc(t("insight.lifts"))}</h3><p class="hint">{esc(t("insight.lifts.hint"))}</p>')
    cells = "".join(_lift_list(name, found) for name, found in groups if found)
    st.html(f'<div class="lifts">{cells}</div>')


def _lift_list(name: str, found: tuple[Change, ...]) -> str:
    words = {one: t(f"insight.length.{one}") for one in ("one_day", "several_days")} if name == "length" else {}
    entries = "".join(
        f"<li><span>{esc(words.get(one.name, one.name))}</span> <b>{one.mean:+.1f}</b> "
        f'<span class="meta">{esc(t.counted("event", one.events))}</span></li>'
        for one in found[:LISTED]
    )
    return f'<div><h4 class="group">{esc(t(f"insight.lifts.{name}"))}</h4><ul>{entries}</ul></div>'


def _told(seen: gathered.Insight) -> None:
    section(t("insight.told"))
    if not seen.told:
        st.caption(t("insight.told.none"))
    for story, times in seen.told[:LISTED]:
        line(story.title, [t("insight.told.times", count=times)])


def _goals(seen: gathered.Insight) -> None:
    section(t("insight.goals"), t("insight.goals.hint"))
    if not seen.goals:
        st.caption(t("insight.goals.none"))
    for move in seen.goals:
        last = t("insight.goals.last", day=day(move.last)) if move.last else t("insight.goals.never")
        moved = t("insight.goals.moved", events=t.counted("event", move.events), notes=t.counted("note", move.notes))
        with card(f"goal-{move.goal.id}", quiet=True), row(wrap=False):
            line(move.goal.text, [moved if move.last else "", last, goal_forms.due_said(move.goal)])
            label = named(t("insight.goals.prepare"), move.goal.text[:60])
            if not move.last and st.button(label, key=f"prepare-{move.goal.id}", type="tertiary"):
                pages.go("prepare")


# -------------------------------------------------------------------------------------------------------- network
def _network(coach: Coach, span: Span, _: date) -> None:
    from coach.ui.components.network_layout import places

    section(t("insight.network"), t("insight.network.hint"))
    shares = st.pills(
        t("insight.network.shares"),
        gathered.SHARES,
        default=["evening"],
        selection_mode="multi",
        format_func=lambda one: t(f"insight.hub.{one}"),
        key="insight.shares",
    )
    picture = gathered.picture(coach.store, span, [one for one in gathered.SHARES if one in shares])
    if not picture.links:
        empty("⁘", t("insight.network.none"), t("insight.network.none.text", most=MOST_TOGETHER))
        return
    chosen = st.selectbox(
        t("insight.network.focus"),
        sorted(picture.people, key=lambda one: picture.people[one].casefold()),
        index=None,
        placeholder=t("insight.network.all"),
        format_func=lambda one: picture.people[one],
        key="insight.focus",
    )
    picture = picture.around(chosen) if chosen else picture
    drawn = coach.store.kept(("places", span, tuple(shares), chosen), lambda: places(picture))
    charts.network_chart(picture, drawn)
    if picture.left_out and not chosen:
        st.caption(t("insight.network.left_out", count=picture.left_out, most=MOST_TOGETHER))


# --------------------------------------------------------------------------------------------------------- review
def _review(coach: Coach, span: Span, today: date) -> None:
    review = gathered.review(coach.store, span, today)
    section(t("review.title", first=day(span.first), last=day(span.last)), t("review.hint"))
    if not review.parts:
        empty("◔", t("review.none"), t("insight.none.text"))
        return
    for part in review.parts:
        with card(part.key, quiet=True):
            items = "".join(f'<li dir="auto">{esc(sentence(one))}</li>' for one in part.lines)
            st.html(f'<h3 class="quiet-head">{esc(t(part.key))}</h3><ul class="reasons">{items}</ul>')
    with card("review-ask"):
        line(t("review.ask"), [sentence(review.question)])
    st.download_button(
        t("review.download"),
        markdown(review),
        file_name=f"review-{span.last:%Y-%m-%d}.md",
        mime="text/markdown",
        icon=":material/download:",
        key="review-file",
    )


if __name__ == "__main__":
    page()
