"""A review in words: Markdown for the page, for the file and for the terminal."""

from __future__ import annotations

from datetime import date

from coach.domain.review import Review, ReviewLine
from coach.ui.components.layout import day
from coach.ui.strings import t


def sentence(line: ReviewLine) -> str:
    """One line in the app's language."""
    values = {name: _worded(name, value) for name, value in line.values}
    return t(line.key, **values, quote=line.quote)


COUNTED = {"days": "day", "events": "event", "notes": "note", "people": "person", "promises": "commitment"}


def _worded(name: str, value: object) -> object:
    if isinstance(value, date):
        return day(value)
    return t.counted(COUNTED[name], value) if name in COUNTED and isinstance(value, int) else value


def markdown(review: Review) -> str:
    """The whole review, headed by its span; one that has nothing to say says so."""
    title = t("review.title", first=day(review.span.first), last=day(review.span.last))
    parts = [f"# {title}"]
    for part in review.parts:
        lines = "\n".join(f"- {_plain(sentence(line))}" for line in part.lines)
        parts.append(f"## {t(part.key)}\n\n{lines}")
    if not review.parts:
        parts.append(t("review.none"))
    parts.append(f"## {t('review.ask')}\n\n{_plain(sentence(review.question))}")
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """On one line, with nothing that Markdown or HTML would read as more than words."""
    flat = " ".join(text.split())
    for mark in "\\`*_[]<>":
        flat = flat.replace(mark, f"\\{mark}")
    return flat
