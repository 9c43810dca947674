"""Headings, cards and empty states, so that every page speaks with one voice."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import date
from typing import Literal

import streamlit as st

from coach.domain.naming import bare_name
from coach.ui.strings import t

Gap = Literal["xxsmall", "xsmall", "small", "medium"]
Align = Literal["top", "center", "bottom"]


def esc(text: object) -> str:
    return html.escape(str(text))


def page_head(title: str, lead: str = "", *, over: str = "") -> None:
    """The page's own small header: a line above, the title, one sentence on what the page is for."""
    parts = [f'<p class="over">{esc(over)}</p>' if over else "", f"<h1>{esc(title)}</h1>"]
    parts.append(f'<p class="lead">{esc(lead)}</p>' if lead else "")
    st.html(f'<header class="page-head">{"".join(parts)}</header>')


def section(title: str, hint: str = "", *, count: int | None = None) -> None:
    number = f' <span class="count">{count}</span>' if count is not None else ""
    lead = f'<p class="hint">{esc(hint)}</p>' if hint else ""
    st.html(f'<div class="section-head"><h2>{esc(title)}{number}</h2>{lead}</div>')


def card(key: str, *, quiet: bool = False) -> st.delta_generator.DeltaGenerator:
    """A container that looks like a card; `quiet` has no raised surface. The key must be unique on the page."""
    return st.container(border=True, key=f"{'quiet' if quiet else 'card'}-{key}", gap="small")


def row(
    key: str | None = None, *, gap: Gap = "small", align: Align = "center", wrap: bool = True
) -> st.delta_generator.DeltaGenerator:
    """Children side by side; on a narrow screen they wrap unless told not to."""
    return st.container(horizontal=True, key=key, gap=gap, vertical_alignment=align, wrap=wrap)


def line(main: str, meta: Iterable[str] = (), *, tags: Iterable[tuple[str, str]] = ()) -> None:
    """One entry: a strong line, small facts below it, and tags as (text, tone) with tone `warn`, `accent` or empty."""
    facts = " · ".join(esc(part) for part in meta if part)
    chips = "".join(f'<span class="tag {tone}">{esc(text)}</span>' for text, tone in tags)
    below = f'<div class="meta">{facts}</div>' if facts else ""
    st.html(f'<div class="entry"><div class="main">{esc(main)} {chips}</div>{below}</div>')


def plain(text: str) -> str:
    """Text for a label, of which nothing is read as Markdown."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()#+-.!|<>$:~" else char for char in " ".join(text.split()))


def named(label: str, name: str) -> str:
    """The label of a button that stands once for each of several things: what it is for is read out and not shown."""
    return f"{label} :gray[{plain(name)}]" if name.strip() else label


def prose(text: str, css: str = "prose") -> None:
    """Text as it was written, line breaks kept, nothing in it read as HTML."""
    st.html(f'<div class="{css}" dir="auto">{esc(text)}</div>')


def empty(icon: str, title: str, text: str) -> None:
    """What a page says when there is nothing yet: never a blank."""
    st.html(
        f'<div class="empty"><span class="empty-icon" aria-hidden="true">{esc(icon)}</span>'
        f"<h3>{esc(title)}</h3><p>{esc(text)}</p></div>"
    )


def day(value: date | None) -> str:
    """A date for reading: `Mon 8 July 2024`; blank for none."""
    if value is None:
        return ""
    names = {"weekday": t(f"weekday.{value.weekday()}"), "month": t(f"month.{value.month}")}
    return t("date.day", day=value.day, year=value.year, **names)


def days(starts: date | None, ends: date | None) -> str:
    """A span of days, each part said once."""
    if starts is None or ends is None or starts == ends:
        return day(starts or ends)
    if (starts.year, starts.month) == (ends.year, ends.month):
        month = t(f"month.{starts.month}")
        return t("date.days", first=starts.day, last=ends.day, month=month, year=starts.year)
    return f"{day(starts)} – {day(ends)}"


def when(days_left: int | None) -> str:
    """How far away, in words: overdue by 3 days, today, tomorrow, in 5 days."""
    if days_left is None:
        return t("when.none")
    if days_left < 0:
        return t("when.overdue_one") if days_left == -1 else t("when.overdue", days=-days_left)
    return {0: t("when.today"), 1: t("when.tomorrow")}.get(days_left, t("when.in_days", days=days_left))


def duration(seconds: float) -> str:
    """How long something takes: `43 s`, from a minute and a half on `about 3 min`."""
    return t("time.minutes", count=round(seconds / 60)) if seconds >= 90 else t("time.seconds", count=round(seconds))


def initials(name: str) -> str:
    words = [word for word in bare_name(name).split() if word[:1].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper() or "?"


def portrait(name: str, meta: Iterable[str] = (), *, tags: Iterable[tuple[str, str]] = (), number: int = 0) -> None:
    """A person as initials, name and one line of facts; `number` shows a place in a ranking instead of initials."""
    facts = " · ".join(esc(part) for part in meta if part)
    chips = "".join(f'<span class="tag {tone}">{esc(text)}</span>' for text, tone in tags)
    st.html(
        f'<div class="portrait"><span class="face" aria-hidden="true">{number or esc(initials(name))}</span>'
        f'<div><div class="name">{esc(name)} {chips}</div><div class="meta">{facts}</div></div></div>'
    )
