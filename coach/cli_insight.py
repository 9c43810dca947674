"""The command that looks back: `review`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from coach.cli_finding import parse_day
from coach.cli_frame import Call, command
from coach.cli_keep import Day
from coach.cli_writing import need_files
from coach.errors import InputError


def register(app: typer.Typer) -> None:
    """Add this module's command to the program."""
    command(app, "review")(review)


def review(
    call: Call,
    *,
    days: Annotated[int, typer.Option("--days", min=1, max=3660, help="How many days, the last one included.")] = 7,
    until: Day = None,
    markdown: Annotated[Path | None, typer.Option("--markdown", help="Also write it to this Markdown file.")] = None,
) -> None:
    """A review of the last days, from your records alone."""
    from coach.domain.insight import Span
    from coach.journeys import insight
    from coach.ui import review_text

    need_files(markdown)
    today = date.today()  # noqa: DTZ011 - the user's own calendar day is meant
    span = Span.until(parse_day(until) or today, days)
    with call.coach() as coach:
        found = insight.review(coach.store, span, today)
        figures = insight.look(coach.store, span, today) if call.as_json else None
    text = review_text.markdown(found)
    if markdown is not None:
        _write(markdown.expanduser(), text)
    call.result({"review": found, "figures": figures, "markdown": text}, text)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as exc:
        raise InputError(f"The file {str(path)!r} cannot be written: {exc.strerror}.", "Choose another path.") from exc
