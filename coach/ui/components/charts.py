"""Charts that work in both themes, for colour-blind readers and on a phone; each has its figures as a table below.

Vega-Lite, which Streamlit brings along. Colours are Okabe and Ito's blue and vermilion, lightened to stand out on
white and on black; what differs in colour differs in shape too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from coach.domain.insight import Energy
from coach.domain.network import Picture
from coach.ui.components.layout import esc
from coach.ui.strings import t

BLUE, VERMILION, GREY = "#3d8fd1", "#d9702b", "#8a8f8f"
Rows = Sequence[Mapping[str, object]]


def table(rows: Rows, key: str) -> None:
    """The figures behind a chart, folded away."""
    heads = list(rows[0]) if rows else []
    head = "".join(f'<th scope="col">{esc(name)}</th>' for name in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{esc('' if row[name] is None else row[name])}</td>" for name in heads) + "</tr>"
        for row in rows
    )
    with st.expander(t("insight.table"), key=f"table-{key}"):
        st.html(f'<div class="figures"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>')


def _ink() -> str:
    """The colour of words inside a chart, which is a drawing and does not follow the page."""
    return "#e9ece9" if st.context.theme.type == "dark" else "#1d2a2c"


def _paper() -> str:
    """What is behind a chart: around a name it keeps lines out of the letters."""
    return "#14191b" if st.context.theme.type == "dark" else "#fbfaf7"


def _draw(spec: dict[str, Any], key: str, alt: str) -> None:
    spec = {"config": {"view": {"stroke": None}}, **spec}
    st.vega_lite_chart(spec=spec, width="stretch", key=key, theme="streamlit", alt=alt)


def energy_chart(energies: Sequence[Energy]) -> None:
    """One line an event, the latest at the foot: a hollow circle before, a full one after, a bar between."""
    rows = [
        {"event": one.name, "order": place, "before": one.before, "after": one.after}
        for place, one in enumerate(energies)
    ]
    points = [
        {"event": row["event"], "order": row["order"], "energy": row[moment], "moment": t(f"insight.{moment}")}
        for row in rows
        for moment in ("before", "after")
    ]
    events = {"field": "event", "type": "nominal", "sort": {"field": "order"}, "title": None}
    labels = {"labelLimit": 170, "labelPadding": 8, "ticks": False, "domain": False}
    energy = {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [1, 10]},
        "axis": {"values": list(range(1, 11)), "format": "d"},
    }
    moments = [t("insight.before"), t("insight.after")]
    _draw(
        {
            "height": {"step": 34},
            "layer": [
                {
                    "data": {"values": rows},
                    "mark": {"type": "rule", "strokeWidth": 3, "color": GREY, "opacity": 0.6},
                    "encoding": {
                        "y": {**events, "axis": labels},
                        "x": {**energy, "field": "before"},
                        "x2": {"field": "after"},
                    },
                },
                {
                    "data": {"values": points},
                    "mark": {"type": "point", "size": 130, "filled": True, "opacity": 1},
                    "encoding": {
                        "y": events,
                        "x": {**energy, "field": "energy"},
                        "color": {
                            "field": "moment",
                            "scale": {"domain": moments, "range": [VERMILION, BLUE]},
                            "legend": {"orient": "top", "title": None},
                        },
                        "shape": {"field": "moment", "scale": {"domain": moments, "range": ["diamond", "circle"]}},
                        "tooltip": [{"field": "event"}, {"field": "moment"}, {"field": "energy"}],
                    },
                },
            ],
        },
        "chart-energy",
        t("insight.energy.hint"),
    )
    table(
        [
            {
                t("insight.event"): one.name,
                t("insight.day"): one.day,
                t("insight.before"): one.before,
                t("insight.after"): one.after,
                t("insight.change"): one.change,
                t("insight.belonging"): one.belonging,
            }
            for one in energies
        ],
        "energy",
    )


LABELLED = 28
"""Names written into the picture; the others show when pointed at, and all are in the table."""


def network_chart(picture: Picture, places: Mapping[str, tuple[float, float]]) -> None:
    """`places`: x and y, −1 to 1, of each person's id and each hub's name."""
    names = {**picture.people, **{hub.name: hub.name for hub in picture.hubs}}
    degree = picture.degree()
    named = {one for one, _ in degree.most_common(LABELLED)}
    kinds = {hub.name: t(f"insight.hub.{hub.kind}") for hub in picture.hubs}
    nodes = [
        {
            "name": names[one],
            "label": _short(names[one]) if one in named else "",
            "kind": kinds.get(one, t("insight.person")),
            "x": x,
            "y": y,
            "links": degree[one],
        }
        for one, (x, y) in places.items()
    ]
    lines = [
        {
            "x": places[link.first][0],
            "y": places[link.first][1],
            "x2": places[link.second][0],
            "y2": places[link.second][1],
            "wide": {"introduced": 4, "together": 1.5, "shared": 0.6}[link.kind],
        }
        for link in picture.links
    ]
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": {"domain": [-1.15, 1.15]}}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [-1.08, 1.08]}}
    person = t("insight.person")
    kinds_shown = [person, *dict.fromkeys(kinds.values())]
    at = {"x": x, "y": y}
    _draw(
        {
            "height": min(520, 200 + 30 * len(nodes)),
            "layer": [
                {
                    "data": {"values": lines},
                    "mark": {"type": "rule", "color": GREY, "opacity": 0.55},
                    "encoding": {
                        **at,
                        "x2": {"field": "x2"},
                        "y2": {"field": "y2"},
                        "strokeWidth": {"field": "wide", "type": "quantitative", "scale": None},
                    },
                },
                {
                    "data": {"values": nodes},
                    "mark": {"type": "point", "filled": True, "opacity": 1},
                    "encoding": {
                        **at,
                        "size": {
                            "field": "links",
                            "type": "quantitative",
                            "scale": {"range": [60, 320]},
                            "legend": None,
                        },
                        "color": {
                            "field": "kind",
                            "scale": {"domain": kinds_shown, "range": [BLUE, VERMILION, "#9a7bc8", "#4fa877"]},
                            "legend": {"orient": "top", "title": None},
                        },
                        "shape": {
                            "field": "kind",
                            "scale": {"domain": kinds_shown, "range": ["circle", "square", "diamond", "triangle-up"]},
                        },
                        "tooltip": [{"field": "name", "title": t("insight.name")}, {"field": "kind", "title": " "}],
                    },
                },
                {
                    "data": {"values": [node for node in nodes if node["label"]]},
                    "mark": {**_label(), "stroke": _paper(), "strokeWidth": 4, "strokeJoin": "round"},
                    "encoding": {**at, "text": {"field": "label"}},
                },
                {
                    "data": {"values": [node for node in nodes if node["label"]]},
                    "mark": {**_label(), "color": _ink()},
                    "encoding": {**at, "text": {"field": "label"}},
                },
            ],
        },
        "chart-network",
        t("insight.network.hint"),
    )
    table(
        [
            {
                t("insight.first"): names[link.first],
                t("insight.link"): t(f"insight.link.{link.kind}"),
                t("insight.second"): names[link.second],
                t("insight.times"): link.times if link.kind == "together" else None,
            }
            for link in picture.links
        ],
        "network",
    )


def _label() -> dict[str, Any]:
    """A name above its dot; near an edge it is written away from it, so that a narrow screen cuts none."""
    align = "datum.x < -0.7 ? 'left' : datum.x > 0.7 ? 'right' : 'center'"
    return {"type": "text", "dy": -17, "fontSize": 12, "align": {"expr": align}}


def _short(name: str) -> str:
    return name if len(name) <= 22 else name[:21].rstrip() + "…"
