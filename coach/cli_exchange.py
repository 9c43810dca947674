"""`coach export`, `bring-in`, `duplicates`, `merge`, `unmerge`: all out and in, and one person who comes twice."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli_finding import find_person
from coach.cli_frame import Call, command
from coach.cli_writing import write_file

if TYPE_CHECKING:
    from coach.domain.merging import Pick
    from coach.facade import Coach


class As(StrEnum):
    """What `coach export` writes."""

    JSON = "json"
    MARKDOWN = "markdown"
    VCARD = "vcard"
    VCARD3 = "vcard3"
    ICS = "ics"


def register(app: typer.Typer) -> None:
    """Add this module's commands to the program."""
    command(app, "export")(export)
    command(app, "bring-in")(bring_in)
    command(app, "duplicates")(duplicates)
    command(app, "merge")(merge)
    command(app, "unmerge")(unmerge)


def export(
    call: Call,
    file: Annotated[Path, typer.Argument(help="Where to write; - for stdout.")],
    *,
    form: Annotated[As, typer.Option("--as", help="json holds everything; markdown is a zip to read.")] = As.JSON,
    person: Annotated[list[str] | None, typer.Option(help="For a vCard: this person only; may be repeated.")] = None,
) -> None:
    """Take everything along: the workspace as a file, people as vCard, dates as a calendar."""
    from coach.errors import InputError

    if str(file) == "-" and call.as_json:
        raise InputError("With --json stdout holds one document, not the export.", "Name a file, or leave --json out.")
    if person and form not in (As.VCARD, As.VCARD3):
        raise InputError(f"--person does not fit --as {form.value!r}.", "Use it with --as vcard.")
    with call.coach() as coach:
        ids = [find_person(coach, name).id for name in person] if person else None
        made = _made(coach, form, ids)
    if str(file) == "-":
        _to_stdout(call, made)
        return
    write_file(file, made)
    call.result({"file": str(file), "bytes": len(made), "as": form.value}, f"Written to {file} ({len(made):,} bytes).")


def _to_stdout(call: Call, made: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    call.say(f"Written to stdout ({len(made):,} bytes).")


def _made(coach: Coach, form: As, people: list[str] | None) -> bytes:
    exchange = coach.exchange
    match form:
        case As.JSON:
            return exchange.workspace_file()
        case As.MARKDOWN:
            return exchange.folder()
        case As.ICS:
            return exchange.calendar()
        case As.VCARD:
            return exchange.contacts(people=people)
        case As.VCARD3:
            return exchange.contacts("3.0", people)


def bring_in(
    call: Call, file: Annotated[Path, typer.Argument(help="A file that `coach export` made; - for stdin.")]
) -> None:
    """Add what a workspace file holds and this workspace lacks. What is here stays as it is."""
    from coach.domain.models import Kind
    from coach.errors import InputError

    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.expanduser().read_bytes()
    except OSError as exc:
        raise InputError(f"The file {str(file)!r} cannot be read: {exc.strerror}.", "Check its path.") from exc
    with call.coach() as coach:
        others = coach.store.count(Kind.PERSON) > 0
        report = coach.exchange.bring_in(data)
    text = (
        f"{report.added:,} added, {report.unchanged:,} here already, {report.kept:,} differ and stay as they are here."
    )
    if others and report.newcomers:
        text += (
            f"\nPeople who were not here: {', '.join(report.newcomers)}."
            "\nIs somebody among them whom you had forgotten? Then: coach forget NAME"
        )
    call.result(report, text)


def duplicates(
    call: Call,
    *,
    merged: Annotated[bool, typer.Option("--merged", help="List what was made one instead.")] = False,
) -> None:
    """List people who may be the same, the likeliest first, with the reasons."""
    with call.coach() as coach:
        if merged:
            merges = coach.merging.merges()
            lines = [
                f"{one.id}  {one.other.name} went into {one.after.name} on {one.made_at:%Y-%m-%d}" for one in merges
            ]
            call.result(merges, "\n".join(lines) or "Nobody was merged.")
            return
        found = coach.merging.candidates()
        names = {one.id: one.name for one in coach.store.directory()}
    lines = [
        f"{one.score:.0%}  {names[one.first]} ({one.first})  {names[one.second]} ({one.second})\n"
        + "\n".join(f"     {sign}: {what}" for sign, what in one.reasons)
        for one in found
    ]
    call.result(found, "\n".join(lines) or "Nobody looks alike.")


def merge(
    call: Call,
    kept: Annotated[str, typer.Argument(help="Who stays.")],
    other: Annotated[str, typer.Argument(help="Who becomes a part of them.")],
    *,
    take: Annotated[
        list[str] | None, typer.Option(help="Fields whose value is the other's, such as role; may be repeated.")
    ] = None,
    apart: Annotated[
        bool, typer.Option("--apart", help="They are two people: remember that, and merge nothing.")
    ] = False,
) -> None:
    """Make two entries one. Nothing is lost, and `coach unmerge` parts them again."""
    with call.coach() as coach:
        first, second = find_person(coach, kept), find_person(coach, other)
        if apart:
            coach.merging.keep_apart(first.id, second.id)
            call.result({"apart": [first.id, second.id]}, f"{first.name} and {second.name} are two people.")
            return
        made = coach.merging.merge(first.id, second.id, _choices(take or []))
    text = f"{second.name} is now a part of {made.after.name}.\nTo part them again: coach unmerge {made.id}"
    call.result(made, text)


def _choices(fields: list[str]) -> dict[str, Pick]:
    from coach.domain.models import Person
    from coach.errors import InputError

    if unknown := [name for name in fields if name not in Person.model_fields]:
        raise InputError(f"A person has no field {unknown[0]!r}.", "Use one such as role, organisation or about.")
    return dict.fromkeys(fields, "other")


def unmerge(call: Call, merge_id: Annotated[str, typer.Argument(metavar="MERGE", help="The merge's id.")]) -> None:
    """Part two people who were made one. What was added since stays with the kept person."""
    with call.coach() as coach:
        parted = coach.merging.unmerge(merge_id)
    call.result(parted, f"{parted.before.name} and {parted.other.name} are two people again.")
