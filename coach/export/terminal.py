"""The brief for a terminal, drawn with rich: in colour where there is a screen, plain where the output is piped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coach.domain.brief import Brief, Line, PersonBrief
from coach.export.wording import (
    FLAG_LEGEND,
    all_flags,
    cited_evidence,
    flag_texts,
    labels_text,
    made_text,
    missing_text,
    one_line,
    shorten,
    source_text,
    split_people,
    when_and_where,
    work_text,
)

QUOTE_LIMIT = 240
"""Characters of a quote on a terminal; the Markdown export has all of it."""


def brief_to_text(brief: Brief, width: int = 88, *, colour: bool = False) -> str:
    """The brief as text, wrapped at `width` columns; with ANSI colours when `colour` is set."""
    page = StringIO()
    console = Console(file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False, emoji=False)
    console.print(brief_renderable(brief))
    return page.getvalue() if colour else "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def brief_renderable(brief: Brief) -> RenderableType:
    """The brief as something that any rich console can print."""
    first, others = split_people(brief)
    parts: list[RenderableType] = [Rule(Text(one_line(brief.event_name), style="bold"), align="left", characters="─")]
    if when_and_where(brief):
        parts.append(Text(when_and_where(brief), style="dim"))
    parts += [_hanging(Text(one_line(goal)), sign="→") for goal in brief.goals]
    for number, person in enumerate(first, start=1):
        parts += [Text(""), *_person(number, person)]
    if others:
        parts += [Text(""), Text("Also there", style="bold cyan"), *(_hanging(_in_short(person)) for person in others)]
    parts += [*_evidence(brief.people), Text(""), Text(made_text(brief), style="dim")]
    if any(all_flags(brief.people)):
        parts.append(Text(FLAG_LEGEND, style="yellow"))
    return Group(*parts)


def _person(number: int, person: PersonBrief) -> Iterator[RenderableType]:
    yield Text.assemble((f"{number}  {one_line(person.name)}", "bold cyan"), ("  " + work_text(person), "dim"))
    if person.where:
        yield _indent(Text(one_line(person.where), style="dim"))
    for reason in person.reasons:
        yield _hanging(_cited(reason.text, reason.labels))
    for title, lines in (
        ("Open with", person.openers),
        ("Ask", person.questions),
        ("Offer", (person.offer,) if person.offer else ()),
    ):
        if lines:
            yield _indent(Text(title, style="bold"))
            for line in lines:
                yield from _line(line)
    if person.story:
        yield _indent(Text("Tell", style="bold"))
        title = f"“{one_line(person.story.title)}”: {one_line(person.story.cue)}"
        yield _hanging(_cited(title, person.story.labels), sign="›")
    if person.error:
        yield _indent(Text(f"⚠ No lines: {one_line(person.error)}", style="yellow"))


def _line(line: Line) -> Iterator[RenderableType]:
    flags = flag_texts(line.check)
    yield _hanging(_cited(line.text, line.labels), sign="⚠" if flags else "›", style="yellow" if flags else "")
    for flag in flags:
        yield Padding(Text(f"⚠ {flag}", style="yellow"), (0, 0, 0, 6))


def _in_short(person: PersonBrief) -> Text:
    text = Text.assemble((one_line(person.name), "bold"), (f"  {work_text(person)}".rstrip(), "dim"))
    for reason in person.reasons[:1]:
        text.append_text(Text("  ")).append_text(_cited(reason.text, reason.labels))
    return text


def _evidence(people: Iterable[PersonBrief]) -> Iterator[RenderableType]:
    groups = cited_evidence(people)
    if groups:
        yield Text("")
        yield Text("Evidence", style="bold cyan")
    for group in groups:
        if group.heading:
            yield _indent(Text(one_line(group.heading), style="bold"))
        for item in group.evidence:
            source = f"{source_text(item)}: " if source_text(item) else ""
            quote = f"{source}“{shorten(item.text, QUOTE_LIMIT)}”"
            yield _indent(Text.assemble((f"[{item.label}] ", "cyan"), quote))
        if group.missing:
            yield _indent(Text(missing_text(group.missing), style="yellow"))


def _cited(text: str, labels: Iterable[str]) -> Text:
    cited = Text(one_line(text))
    named = labels_text(labels)
    return cited.append(f" {named}", style="cyan") if named else cited


def _hanging(text: Text, *, sign: str = "·", style: str = "") -> RenderableType:
    """The text behind a sign, its further lines indented under its first word."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=3, justify="right", style=style)
    grid.add_column(overflow="fold", style=style)
    grid.add_row(sign, text)
    return grid


def _indent(text: Text) -> RenderableType:
    return Padding(text, (0, 0, 0, 2))
