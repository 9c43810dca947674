"""`coach list`, `coach edit`, `coach delete`: what is kept, entry by entry; corrected or taken out by its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli_finding import days_text, find_event, find_person, parse_day, person_ref, text_or_stdin
from coach.cli_frame import Call, command
from coach.cli_import import YesOption
from coach.cli_keep import Day, EventOption, PersonOption
from coach.errors import InputError

if TYPE_CHECKING:
    from coach.domain.models import Item, Kind
    from coach.facade import Coach

SHOWN = 100
"""Characters of an entry in a list."""
KINDS = (
    "note",
    "challenge",
    "event",
    "rehearsal",
    "promise",
    "help",
    "goal",
    "story",
    "draft",
    "reflection",
    "capture",
)
"""What can be listed and deleted, as a person calls it; people go with `coach forget`."""
CHALLENGE = "clinic"
"""Where a note comes from that is a challenge of the clinic."""
KindArgument = Annotated[str, typer.Argument(metavar="KIND", help=", ".join(KINDS))]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Its id; coach list shows them.")]

edit = typer.Typer(help="Correct a note, event or promise.", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    """Add this module's commands to the program."""
    command(app, "list")(list_entries)
    app.add_typer(edit, name="edit")
    command(app, "delete")(delete)


def list_entries(
    call: Call,
    kind: KindArgument,
    search: Annotated[str, typer.Argument(help="Words, or parts of words, that it says.")] = "",
) -> None:
    """List what is kept of a kind, with the ids by which other commands know it; the newest first."""
    with call.coach() as coach:
        wanted = search.casefold().split()
        entries = _kept(coach, kind)
        said = dict(zip((one.id for one in entries), _lines(coach, entries), strict=True))
        found = [one for one in entries if all(word in said[one.id].casefold() for word in wanted)]
        call.result(found, "\n".join(f"{said[one.id]} · {one.id}" for one in found) or "Nothing.")


def delete(call: Call, kind: KindArgument, entry: IdArgument, yes: YesOption = False) -> None:
    """Delete one entry, in the index too. With --json the answer holds it, and what pointed to it, as it was."""
    with call.coach() as coach:
        known = coach.store.get(_kind(kind), entry)
        (said,) = _lines(coach, [known])
        if not call.confirm(f"Delete “{said}”?", yes=yes):
            call.result({"deleted": None, "before": []}, "Nothing was changed.")
            return
        before = coach.delete(known.kind, known.id)
        call.result({"deleted": known.id, "before": list(before)}, f"Deleted “{said}”.")


def edit_note(
    call: Call,
    entry: IdArgument,
    text: Annotated[str | None, typer.Option(help="The whole new text; - reads it from stdin.")] = None,
    person: PersonOption = None,
    event: EventOption = None,
    on: Day = None,
) -> None:
    """Correct a note: what you name is replaced, the rest stays. --person names everybody it is about."""
    from coach.domain.models import Kind

    with call.coach() as coach:
        fields: dict[str, Any] = {"at": datetime.combine(day, time(12)).astimezone()} if (day := parse_day(on)) else {}
        fields |= {"people": tuple(person_ref(coach, name) for name in person)} if person else {}
        fields |= {"event": find_event(coach, event).id} if event else {}
        fields |= {"text": text_or_stdin(text)} if text is not None else {}
        _changed(call, coach, Kind.NOTE, entry, fields)


def edit_event(
    call: Call,
    entry: Annotated[str, typer.Argument(metavar="EVENT", help="By id, exact name or unambiguous beginning.")],
    *,
    name: str | None = None,
    on: Day = None,
    until: Day = None,
    place: str | None = None,
    about: str | None = None,
    attendee: Annotated[list[str] | None, typer.Option("--attendee", help="Who is there; may be repeated.")] = None,
) -> None:
    """Correct an event: what you name is replaced, the rest stays. --attendee names everybody who is there."""
    from coach.domain.models import Kind

    with call.coach() as coach:
        event = find_event(coach, entry)
        words = {"name": name, "place": place, "about": about, "starts": parse_day(on), "ends": parse_day(until)}
        fields: dict[str, Any] = {field: value for field, value in words.items() if value is not None}
        fields |= {"attendees": tuple(person_ref(coach, one) for one in attendee)} if attendee else {}
        if event.starts and event.starts == event.ends and "ends" not in fields and "starts" in fields:
            fields["ends"] = fields["starts"]  # an event of one day stays one
        _changed(call, coach, Kind.EVENT, event.id, fields)


def edit_promise(
    call: Call,
    entry: IdArgument,
    *,
    what: str | None = None,
    person: Annotated[str | None, typer.Option("--person", help="Whom it is between you and.")] = None,
    by: Annotated[str | None, typer.Option(help="Who promised: me or them.")] = None,
    due: Day = None,
) -> None:
    """Correct a promise: what you name is replaced, the rest stays."""
    from coach.domain.models import Kind

    with call.coach() as coach:
        words = {"what": what, "by": by, "due": parse_day(due)}
        fields: dict[str, Any] = {field: value for field, value in words.items() if value is not None}
        fields |= {"person": find_person(coach, person).id} if person else {}
        _changed(call, coach, Kind.COMMITMENT, entry, fields)


for _name, _function in (("note", edit_note), ("event", edit_event), ("promise", edit_promise)):
    command(edit, _name)(_function)


def _changed(call: Call, coach: Coach, kind: Kind, entry: str, fields: dict[str, Any]) -> None:
    if not fields:
        raise InputError("Nothing is to be changed.", "Name what is new, e.g. --text or --on.")
    changed = coach.change(kind, entry, **fields)
    call.result({"item": changed}, f"Now: {_lines(coach, [changed])[0]}")


def _kind(named: str) -> Kind:
    """The kind that a person means. Raises InputError that lists what there is."""
    from coach.domain.models import Kind

    wanted = named.strip().lower()
    called = next((kind for kind in KINDS if wanted in (kind, f"{kind}s", f"{kind[:-1]}ies")), "")
    if not called:
        raise InputError(f"There is no kind {named!r} to list or delete.", f"Choose among {', '.join(KINDS)}.")
    return {"promise": Kind.COMMITMENT, "challenge": Kind.NOTE}.get(called) or Kind(called)


def _kept(coach: Coach, named: str) -> list[Any]:
    """Everything of the kind; dated kinds have the newest first."""
    from coach.domain.models import Kind

    store, kind = coach.store, _kind(named)
    if kind is Kind.NOTE:
        challenges = named.strip().lower().startswith("challenge")
        return store.notes(source=CHALLENGE) if challenges else store.notes()
    listed: dict[Kind, Any] = {
        Kind.EVENT: lambda: store.events(with_programme=False),
        Kind.REHEARSAL: store.rehearsals,
        Kind.COMMITMENT: store.commitments,
        Kind.HELP: store.helps,
        Kind.GOAL: store.goals,
        Kind.STORY: store.stories,
        Kind.DRAFT: store.drafts,
        Kind.REFLECTION: store.reflections,
        Kind.CAPTURE: store.captures,
    }
    return list(listed[kind]())


def _lines(coach: Coach, entries: Sequence[Any]) -> list[str]:
    """Each entry in one line, with people and events by their names."""
    from coach.domain.models import Draft, Rehearsal

    named = [one for one in entries if isinstance(one, (Draft, Rehearsal))]
    people = coach.store.people(ids={one.person for one in named if one.person}) if named else []
    events = {one.event for one in named if one.event}
    there = coach.store.events(with_programme=False) if events else []
    names = {one.id: one.name for one in people} | {one.id: one.name for one in there if one.id in events}
    return [_says(one, names) for one in entries]


def _says(item: Item, names: Mapping[str, str]) -> str:
    """An entry in one line. `names`: of the people and events by whose ids it knows them."""
    from coach.domain.models import Draft, Event, Note, Rehearsal

    parts: list[str] = []
    match item:
        case Note():
            parts = [f"{item.at.astimezone():%Y-%m-%d}" if item.at else "", item.text]
        case Event():
            parts = [item.name, days_text(item), item.place]
        case Rehearsal():
            said = item.turns[-1].text if item.turns else ""
            with_whom = item.who or item.person or ""
            parts = [names.get(with_whom, with_whom), item.status, said or item.aim]
        case Draft():
            written = item.versions[-1].text if item.versions else item.intent
            about = item.person or item.event or ""
            parts = [item.purpose.replace("_", " "), names.get(about, about), item.status, written]
        case _:
            named = ("what", "title", "text", "lessons", "event")
            parts = [next((str(value) for name in named if (value := getattr(item, name, ""))), "")]
    line = " · ".join(" ".join(part.split()) for part in parts if part)
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"
