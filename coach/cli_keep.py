"""Commands that put things into the workspace and take them out: init, add, import, capture, people, events, forget."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from coach.cli_finding import days_text, find_event, find_person, parse_day, person_ref, text_or_stdin, whom_meant
from coach.cli_frame import Call, command
from coach.cli_import import YesOption, import_
from coach.cli_writing import listening, ready_model
from coach.domain.naming import work_parts
from coach.errors import InputError

if TYPE_CHECKING:
    from coach.domain.capture import CaptureProposal
    from coach.domain.models import Item, Person
    from coach.facade import Coach

ItemT = TypeVar("ItemT", bound="Item")
Day = Annotated[str | None, typer.Option(help="A day: 2026-11-28, today, tomorrow, +3.")]
EventOption = Annotated[str | None, typer.Option("--event", help="An event, by id, name or beginning.")]
PersonOption = Annotated[list[str] | None, typer.Option("--person", help="A person; may be repeated.")]
ValueOption = Annotated[list[str] | None, typer.Option("--value", help="A value; may be repeated.")]

add = typer.Typer(
    help="Add a note, person, event, goal, story or promise.", no_args_is_help=True, rich_markup_mode=None
)


def register(app: typer.Typer) -> None:
    """Add this module's commands to the program."""
    command(app, "init")(init)
    app.add_typer(add, name="add")
    command(app, "import")(import_)
    command(app, "capture")(capture)
    command(app, "people")(people)
    command(app, "events")(events)
    command(app, "forget")(forget)


def init(
    call: Call,
    name: Annotated[str, typer.Option(help="Your name, for greetings and sign-offs.")] = "",
    sample: Annotated[bool, typer.Option(help="Put the invented sample people and events in.")] = False,
    starter: Annotated[bool, typer.Option(help="Put the true starter stories in.")] = True,
) -> None:
    """Create the workspace (an existing one is left as it is)."""
    with call.coach(sample=sample, starter=starter) as coach:
        if name:
            coach.configure(coach.settings.model_copy(update={"user_name": name}))
        document = {"home": coach.home, "model": coach.model.describe(), "user_name": coach.settings.user_name}
        call.result(document, f"Your workspace is {coach.home}\nThe language model is {coach.model.describe()}")


# ------------------------------------------------------------------------------------------------------- add
def _kept_as(kind: type[ItemT], **fields: Any) -> ItemT:
    """An item of what was typed. Raises InputError, which names the field that does not fit."""
    from pydantic import ValidationError

    try:
        return kind(**fields)
    except ValidationError as exc:
        first = exc.errors()[0]
        name = str(first["loc"][0])
        fault = "it is empty" if first["type"] == "string_too_short" else first["msg"]
        raise InputError(
            f"The {name} of the {kind.kind.value} is {fields.get(name)!r}: {fault}.", "Correct it, and repeat."
        ) from exc


def _added(call: Call, coach: Coach, item: Item, text: str) -> None:
    report = coach.add(item)
    call.result({"item": item, "saved": report}, f"{text}\nid {item.id}")


def _moment(day: str | None, text: str, event: str | None) -> datetime | None:
    """Noon of the day; without one now, for a note of an event or of having been in touch, and none for any other."""
    from coach.domain.in_touch import tells_of_contact

    if chosen := parse_day(day):
        return datetime.combine(chosen, time(12)).astimezone()
    return datetime.now().astimezone() if event or tells_of_contact(text) else None


def add_note(
    call: Call,
    text: Annotated[str, typer.Argument(help="The note; - reads it from stdin.")],
    person: PersonOption = None,
    event: EventOption = None,
    on: Day = None,
) -> None:
    """Keep a note."""
    from coach.domain.models import Note

    with call.coach() as coach:
        about = [person_ref(coach, name) for name in person or ()]
        where = find_event(coach, event).id if event else None
        words = text_or_stdin(text)  # last of all: what is typed there must not be lost to another mistake
        note = _kept_as(Note, text=words, at=_moment(on, words, where), people=about, event=where, source="typed")
        _added(call, coach, note, f"Kept your note.{whom_meant(coach, about)}")


def add_person(
    call: Call,
    name: str,
    *,
    role: str = "",
    organisation: str = "",
    email: str = "",
    cares_about: Annotated[list[str] | None, typer.Option("--cares-about", help="May be repeated.")] = None,
    value: ValueOption = None,
    met: Annotated[str, typer.Option(help="How you met.")] = "",
    about: str = "",
    prospect: Annotated[bool, typer.Option("--prospect", help="You have not met yet.")] = False,
    follow_up: Day = None,
) -> None:
    """Add a person you know or want to meet."""
    from coach.domain.models import Person
    from coach.journeys.typed_people import channels_typed, name_typed, namesakes

    person = _kept_as(
        Person,
        name=name_typed(name),
        role=role,
        organisation=organisation,
        channels=channels_typed({"email": email}),
        cares_about=cares_about,
        values=value,
        how_met=met,
        about=about,
        relation="prospect" if prospect else "known",
        follow_up_on=parse_day(follow_up),
        source="typed",
    )
    with call.coach() as coach:
        also = _already(namesakes(coach.store, person.name), person)
        _added(call, coach, person, f"Added {person.name}.{also}")


def _already(there: list[Person], added: Person) -> str:
    """A line about those of the name who were here before; blank where there are none."""
    if not there:
        return ""
    known = ", ".join(f"{one.name} (id {one.id})" for one in there)
    return f"\nHere before: {known}. If they are one person: coach merge {there[0].id} {added.id}"


def add_event(
    call: Call,
    name: str,
    *,
    on: Day = None,
    until: Day = None,
    place: str = "",
    about: str = "",
    attendee: Annotated[list[str] | None, typer.Option("--attendee", help="Who is there; may be repeated.")] = None,
) -> None:
    """Add an event."""
    from coach.domain.models import Event
    from coach.journeys.typed_people import name_typed

    with call.coach() as coach:
        there = tuple(person_ref(coach, one) for one in attendee or ())
        event = _kept_as(
            Event,
            name=name_typed(name),
            starts=parse_day(on),
            ends=parse_day(until),
            place=place,
            about=about,
            attendees=there,
            source="typed",
        )
        _added(call, coach, event, f"Added {event.name}.{whom_meant(coach, there)}")


def add_goal(
    call: Call,
    text: str,
    why: Annotated[str, typer.Option(help="Why you want it.")] = "",
    value: ValueOption = None,
    due: Day = None,
) -> None:
    """Add a goal, with the why and the values behind it."""
    from coach.domain.models import Goal

    with call.coach() as coach:
        _added(call, coach, _kept_as(Goal, text=text, why=why, values=value, due=parse_day(due)), "Added your goal.")


def add_story(
    call: Call,
    title: str,
    *,
    struggle: str = "",
    turn: str = "",
    result: str = "",
    lesson: str = "",
    text: Annotated[str, typer.Option(help="The story as it came; - reads it from stdin.")] = "",
    heard_from: Annotated[str | None, typer.Option(help="Who told it, when it is not your own.")] = None,
    theme: Annotated[list[str] | None, typer.Option("--theme", help="May be repeated.")] = None,
) -> None:
    """Add a story: struggle, turn, result, lesson, or the text as it came."""
    from coach.domain.models import Story

    words = text_or_stdin(text) if text else ""
    if not any((struggle, turn, result, lesson, words)):
        raise InputError(f"The story {title!r} has no text.", "Give --text, or --struggle, --turn, --result, --lesson.")
    with call.coach() as coach:
        story = _kept_as(
            Story,
            title=title,
            struggle=struggle,
            turn=turn,
            result=result,
            lesson=lesson,
            text=words,
            own=heard_from is None,
            heard_from=person_ref(coach, heard_from) if heard_from else None,
            themes=theme,
            source="typed",
        )
        _added(call, coach, story, f"Kept “{story.title}”.")


def add_promise(
    call: Call,
    what: str,
    person: Annotated[str, typer.Option("--person", help="Whom it is between you and.")],
    by: Annotated[str, typer.Option(help="Who promised: me or them.")] = "me",
    due: Day = None,
    event: EventOption = None,
) -> None:
    """Add a promise: yours to a person, or theirs to you."""
    from coach.domain.models import Commitment

    if by not in ("me", "them"):
        raise InputError(f"--by is {by!r}.", "Write me or them.")
    with call.coach() as coach:
        promise = _kept_as(
            Commitment,
            person=find_person(coach, person).id,
            by="me" if by == "me" else "them",
            what=what,
            due=parse_day(due),
            made_on=datetime.now().astimezone().date(),
            event=find_event(coach, event).id if event else None,
        )
        _added(call, coach, promise, "Kept the promise.")


for _name, _function in (
    ("note", add_note),
    ("person", add_person),
    ("event", add_event),
    ("goal", add_goal),
    ("story", add_story),
    ("promise", add_promise),
):
    command(add, _name)(_function)


# --------------------------------------------------------------------------------------------------- capture
def capture(
    call: Call,
    text: Annotated[str | None, typer.Argument(help="Your rough notes; - reads them from stdin.")] = None,
    event: EventOption = None,
    again: Annotated[str | None, typer.Option(help="Read a kept capture once more, by its id.")] = None,
    yes: YesOption = False,
) -> None:
    """Keep rough notes, read people, promises and stories out of them, and store what you confirm."""
    with call.coach() as coach:
        if again is None:
            where = find_event(coach, event).id if event else None
            kept = coach.capture(text_or_stdin(text), event=where)
            call.say(f"Your words are saved (capture {kept.id}).")
            again = kept.id
        ready_model(call, coach)
        with listening(call) as listener:
            proposal = coach.read_capture(again, stream=listener)
        call.say(_proposal_text(proposal))
        if call.as_json and not yes:
            call.result({"capture": again, "proposal": proposal, "saved": None})
        elif call.confirm("Store this?", yes=yes):
            saved = coach.confirm_capture(proposal)
            call.result({"capture": again, "proposal": proposal, "saved": saved}, f"Stored {saved.added} new items.")
        else:
            call.result({}, f"Nothing was stored. Your words stay; read them again with: coach capture --again {again}")


def _proposal_text(proposal: CaptureProposal) -> str:
    lines = []
    for person in proposal.people:
        known = "known" if person.person_id else "new"
        work = ", ".join(work_parts(person.role, person.organisation))
        due = f", follow up on {person.follow_up_on}" if person.follow_up_on else ""
        lines.append(f"Person   {person.name} ({known}{', ' + work if work else ''}{due})")
        lines += [f"           {fact}" for fact in person.facts]
    for promise in proposal.commitments:
        who = "I promised" if promise.by == "me" else "promised me"
        by_when = f" by {promise.due}" if promise.due else ""
        lines.append(f"Promise  {promise.person} · {who}: {promise.what}{by_when}")
    lines += [f"Story    {story.title}" for story in proposal.stories]
    lines += [f"Kept as a plain note: {part}" for part in proposal.unread]
    lines += [f"⚠ {warning}" for warning in proposal.warnings]
    return "\n".join(lines) or "Nothing but plain notes was found."


# ---------------------------------------------------------------------------------------------------- people
def people(
    call: Call,
    search: Annotated[str, typer.Argument(help="Words of a name, role or organisation.")] = "",
    event: EventOption = None,
) -> None:
    """List people."""
    with call.coach() as coach:
        where = find_event(coach, event).id if event else None
        found = coach.store.people(search=search, event=where)
        lines = []
        for person in found:
            work = ", ".join(work_parts(person.role, person.organisation))
            marks = " (invented)" if person.invented else ""
            lines.append(f"{person.name}{marks}" + (f" · {work}" if work else "") + f" · {person.id}")
        call.result(found, "\n".join(lines) or "Nobody.")


def events(
    call: Call,
    search: Annotated[str, typer.Argument(help="Words of a name or place.")] = "",
) -> None:
    """List events, with the ids by which other commands know those of one name."""
    with call.coach() as coach:
        wanted = search.casefold().split()
        known = coach.store.events(with_programme=False)
        found = [event for event in known if all(word in f"{event.name} {event.place}".casefold() for word in wanted)]
        lines = []
        for event in found:
            marks = " (invented)" if event.invented else ""
            parts = (f"{event.name}{marks}", days_text(event), event.place, event.id)
            lines.append(" · ".join(part for part in parts if part))
        fields = ("id", "name", "starts", "ends", "place", "url", "about", "goals", "invented")
        document = [{"kind": "event", **{name: getattr(event, name) for name in fields}} for event in found]
        call.result(document, "\n".join(lines) or "No event.")


ON_A_SERVER = (
    "The Chroma server's own files keep deleted words for a while. To be rid of them: coach reindex, stop the server, "
    "and on its machine: chroma vacuum --path FOLDER."
)
STILL_IN_FILES = (
    "Another program holds a file of the workspace, which still keeps deleted bytes: close it, then run: coach doctor."
)


def forget(
    call: Call,
    person: Annotated[str, typer.Argument(help="By id, exact name or unambiguous beginning.")],
    delete_notes: Annotated[bool, typer.Option("--delete-notes", help="Delete what notes say of them alone.")] = False,
    yes: YesOption = False,
) -> None:
    """Forget a person: every trace goes, in the index too. Notes stay with the name taken out."""
    with call.coach() as coach:
        known = find_person(coach, person)
        if not call.confirm(f"Forget {known.name} for good?", yes=yes):
            call.result({"forgotten": None}, "Nothing was changed.")
            return
        report = coach.forget_person(known.id, delete_notes=delete_notes)
        deleted, changed = sum(report.deleted.values()), sum(report.anonymised.values())
        text = f"{known.name} is forgotten: {deleted} items deleted, {changed} made anonymous."
        if report.index_elsewhere:
            text += f"\n{ON_A_SERVER}"
        elif not report.file_cleaned:
            text += f"\n{STILL_IN_FILES}"
        call.result({"forgotten": known.id, "report": report}, text)
