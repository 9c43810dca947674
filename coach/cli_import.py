"""The command that brings things in: look at it, say what is unclear, then save it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli_finding import find_event, text_or_stdin
from coach.cli_frame import Call
from coach.cli_writing import bar
from coach.errors import InputError

if TYPE_CHECKING:
    from coach.domain.intake import Choices, ImportPreview, Skipped, TableSketch
    from coach.facade import Coach

SKIPPED_SHOWN = 20
NAMES_SHOWN = 20
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


def import_(
    call: Call,
    path: Annotated[
        Path, typer.Argument(help="A file or folder: contacts, people, calendar, programme, chats, notes; - for stdin.")
    ],
    *,
    kind: Annotated[str, typer.Option(help="The importer, when the guess is wrong.")] = "auto",
    event: Annotated[
        str | None, typer.Option(help="The event at which the people will be, or whose programme it is.")
    ] = None,
    me: Annotated[str, typer.Option(help="Who of those who write in a chat you are.")] = "",
    column: Annotated[
        list[str] | None, typer.Option(help="What a table's column is: TITLE=name, …=organisation, …= to leave it out.")
    ] = None,
    one_event: Annotated[
        bool | None,
        typer.Option(
            "--one-event/--many-events", help="For a calendar: its entries are one event's programme, or not."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be imported; save nothing.")] = False,
    yes: YesOption = False,
) -> None:
    """Import contacts, lists of people, calendars, programmes, chats, notes or stories: preview first, then ask."""
    from coach.domain.intake import Choices

    _piped.cache_clear()
    with call.coach() as coach:
        choices = Choices(me=me, event=find_event(coach, event).id if event else None, one_event=one_event)
        found = _look(coach, path, kind, choices)
        if column and found.table is not None:
            found = _look(coach, path, kind, choices.model_copy(update={"columns": _columns(found.table, column)}))
        _refuse_what_has_no_place(found, choices)
        document: dict[str, Any] = {"importer": found.importer, "source": found.source, "found": found.counts()}
        document |= {"known": found.known, "new": found.new, "events": _event_names(found), "joins": found.joins}
        document |= {"saved": None, "skipped": found.skipped, "warnings": found.warnings}
        if dry_run:
            call.result(document, _preview_text(found))
            return
        call.say(_preview_text(found))
        if not found.items or not call.confirm("Save this?", yes=yes):
            call.result(document, "Nothing was saved.")
            return
        saved = coach.import_items(found, bar(call, "Indexed"))
        document["saved"] = saved
        text = f"Saved: {saved.added} new, {saved.updated} updated, {saved.unchanged} unchanged."
        call.result(document, text)


def _look(coach: Coach, path: Path, kind: str, choices: Choices) -> ImportPreview:
    if str(path) != "-":
        return coach.preview_import(path, kind=kind, choices=choices)
    from coach.intake.pasted import PASTED

    return coach.preview_import(PASTED, data=_piped().encode(), kind=kind, choices=choices)


@cache
def _piped() -> str:
    """What was piped in; it can be read once."""
    return text_or_stdin("-")


def _columns(table: TableSketch, wanted: Sequence[str]) -> tuple[str, ...]:
    """The proposed columns with those that were named changed. Raises InputError."""
    from coach.domain.intake import PERSON_COLUMNS

    columns = list(table.columns)
    for one in wanted:
        title, _, field = one.rpartition("=")
        if title not in table.headers:
            known = ", ".join(table.headers)
            raise InputError(f"The table has no column {title!r}.", f"It has: {known}.")
        if field not in ("", *PERSON_COLUMNS):
            raise InputError(f"{field!r} is nothing that a column can be.", f"Use one of: {', '.join(PERSON_COLUMNS)}.")
        columns[table.headers.index(title)] = field
    return tuple(columns)


def _refuse_what_has_no_place(found: ImportPreview, choices: Choices) -> None:
    """Raises InputError for an event or a name that was given and that this import has no use for."""
    from coach.intake.messages import same

    if choices.event is not None and found.event is None:
        step = "--one-event takes a calendar's entries as that event's programme."
        if found.one_event is None:
            step = "Leave it out; it is for a programme, and for people who come to an event."
        what = _counted(found) or "nothing"
        raise InputError(
            f"--event has no use here: {found.source!r} holds {what}, and no programme of one event.", step
        )
    if choices.me and found.authors and not any(same(name, choices.me) for name in found.authors):
        raise InputError(
            f"Nobody in {found.source!r} is called {choices.me!r}.", f"Use one of: {_names(found.authors)}."
        )


def _counted(found: ImportPreview) -> str:
    several = {"person": "people", "story": "stories"}
    counts = found.counts().items()
    return ", ".join(f"{number} {kind if number == 1 else several.get(kind, f'{kind}s')}" for kind, number in counts)


def _event_names(found: ImportPreview) -> list[str]:
    from coach.domain.models import Event

    return [item.name for item in found.items if isinstance(item, Event)]


def _preview_text(found: ImportPreview) -> str:
    lines = [f"{found.source} ({found.importer}): {_counted(found) or 'nothing'}"]
    lines += _whom_and_where(found)
    if found.table is not None:
        taken = zip(found.table.headers, found.table.columns, strict=True)
        lines.append("Columns: " + ", ".join(f"{title}={field or 'left out'}" for title, field in taken))
    if found.authors and not found.me:
        names = _names(found.authors)
        if found.importer == "calendar":
            lines.append(f"Invited: {names}. If one of them is you, say so with --me.")
        else:
            lines.append(f"Who writes: {names}. Say which one is you with --me.")
    if found.one_event is not None:
        taken_as = "the programme of one event" if found.one_event else "events of their own"
        other = "--many-events" if found.one_event else "--one-event"
        lines.append(f"The entries are taken as {taken_as}; {other} takes them otherwise.")
    for title, parts in (("Skipped", found.skipped), ("Odd, but kept", found.warnings)):
        lines += _skipped_text(title, parts)
    return "\n".join(lines)


def _whom_and_where(found: ImportPreview) -> list[str]:
    """Who is known already and who is new, and to which event it all belongs."""
    lines = [f"{said}: {_names(some)}" for said, some in (("Known already", found.known), ("New", found.new)) if some]
    events = _event_names(found)
    if found.joins:
        lines.append(f"Part of the event: {found.joins}")
    elif events:
        lines.append(f"{'Event' if len(events) == 1 else 'Events'}: {_names(events)}")
    if found.nameless and found.event is None:
        lines.append("It does not say what its event is called; --event says which one it is.")
    return lines


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
    return ", ".join(names[:NAMES_SHOWN]) + more


def _skipped_text(title: str, parts: tuple[Skipped, ...]) -> list[str]:
    if not parts:
        return []
    shown = [f"  {part.where}: {part.reason}" + (f" ({part.value})" if part.value else "") for part in parts]
    rest = [f"  … and {len(parts) - SKIPPED_SHOWN} more"] if len(parts) > SKIPPED_SHOWN else []
    return [f"{title}: {len(parts)}", *shown[:SKIPPED_SHOWN], *rest]
