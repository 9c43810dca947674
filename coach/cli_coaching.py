"""Commands for before and after a conversation: recall, prepare, follow-up, sent, reflect, due, nurture, demo."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli_drafts import Strict, end_with, show
from coach.cli_finding import find_event, find_goal, find_person, kept_goal, parse_day
from coach.cli_frame import Call, command, width
from coach.cli_keep import Day, EventOption, PersonOption
from coach.cli_writing import listening, need_files, ready_model, write_file

if TYPE_CHECKING:
    from coach.domain.agenda import Agenda
    from coach.domain.brief import Brief
    from coach.domain.cadence import Reminder
    from coach.domain.evidence import Evidence
    from coach.domain.models import Reflection
    from coach.facade import Coach

MarkdownOption = Annotated[Path | None, typer.Option("--markdown", help="Also write it to this Markdown file.")]
PdfOption = Annotated[Path | None, typer.Option("--pdf", help="Also write it to this one-page PDF.")]
KindOption = Annotated[
    list[str] | None, typer.Option("--kind", help="note, story, person, session …; may be repeated.")
]


def register(app: typer.Typer) -> None:
    """Add this module's commands to the program."""
    command(app, "recall")(recall)
    command(app, "prepare")(prepare)
    command(app, "follow-up")(follow_up)
    command(app, "sent")(sent)
    command(app, "reflect")(reflect)
    command(app, "due")(due)
    command(app, "nurture")(nurture)
    command(app, "demo")(demo)


# ---------------------------------------------------------------------------------------------------- recall
def recall(
    call: Call,
    query: str,
    *,
    k: Annotated[int, typer.Option("-k", help="How many.")] = 10,
    kind: KindOption = None,
    person: PersonOption = None,
    event: EventOption = None,
    goal: Annotated[str | None, typer.Option("--goal", help="A goal, by id, text or beginning.")] = None,
    since: Day = None,
    until: Day = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each was found.")] = False,
) -> None:
    """Find what matters for a question."""
    with call.coach() as coach:
        found = coach.recall(
            query,
            k,
            kinds=_kinds(kind),
            person=[find_person(coach, name).id for name in person or ()],
            event=find_event(coach, event).id if event else None,
            goal=kept_goal(coach, goal).id if goal else None,
            since=parse_day(since),
            until=parse_day(until),
            explain=explain,
        )
        strange = bool(found) and not _has_a_word_of(query, found)
        shown = _without_starters(coach, found) if strange and "story" not in (kind or ()) else found
        lines = [_evidence_text(item, explain=explain) for item in shown]
        if strange and not shown:
            lines.insert(0, f"Nothing that you keep has a word of {query!r}.")
        elif strange:
            lines.insert(0, f"Nothing that you keep has a word of {query!r}. Nearest in meaning:")
        call.result(found, "\n".join(lines) or "Nothing was found. Add notes, or import a programme.")


def _without_starters(coach: Coach, found: Sequence[Evidence]) -> Sequence[Evidence]:
    """What is the user's own: stories that were shipped are near to any question in some way."""
    from coach.domain.models import Kind, Story

    told = [one.source_id for one in found if one.kind is Kind.STORY]
    stories = coach.store.get_many(Story, told) if told else {}
    shipped = {id for id, story in stories.items() if story.collection == "starter"}
    return [one for one in found if one.source_id not in shipped]


def _has_a_word_of(query: str, found: Sequence[Evidence]) -> bool:
    """Whether a word of the question is in what was found, or in a longer one (`Hochwasser`: `Hochwasserdaten`)."""
    from coach.recall.analysis import terms

    told = {term for one in found for term in terms(f"{one.title} {one.text} {' '.join(one.names)} {one.author}")}
    return any(word in told or (len(word) > 4 and any(word in term for term in told)) for word in terms(query))


def _kinds(names: Sequence[str] | None) -> list[str]:
    from coach.domain.models import Kind
    from coach.errors import InputError

    known = [kind.value for kind in Kind]
    for name in names or ():
        if name not in known:
            raise InputError(f"There is no kind {name!r}.", f"Choose among {', '.join(known)}.")
    return list(names or ())


def _evidence_text(item: Evidence, *, explain: bool) -> str:
    from coach.export.wording import shorten, source_text

    source = ", ".join(part for part in (item.kind.value, source_text(item)) if part)
    lines = [f"[{item.label}] {source}", f"    {shorten(item.text, 400)}"]
    if explain:
        lines += [f"    why: {', '.join(f'{key} {value}' for key, value in part.items())}" for part in item.why]
    return "\n".join(lines)


# --------------------------------------------------------------------------------------------------- prepare
def prepare(
    call: Call,
    event: Annotated[str, typer.Argument(help="By id, exact name or unambiguous beginning.")],
    *,
    goal: Annotated[list[str] | None, typer.Option("--goal", help="A goal by id or text; a new one is kept.")] = None,
    person: PersonOption = None,
    lines_for: Annotated[int | None, typer.Option(min=0, help="Model writes for N people (0: no lines).")] = None,
    markdown: MarkdownOption = None,
    pdf: PdfOption = None,
) -> None:
    """A brief for an event: whom to meet and why, what to say, which story, what to ask and offer."""
    writers = _writers(markdown, pdf)
    with call.coach() as coach:
        found = find_event(coach, event)
        chosen = [find_person(coach, name).id for name in person or ()]
        goals = [_goal_id(call, coach, text) for text in goal] if goal else None
        _prepare(call, coach, found.id, goals, chosen, lines_for, writers)


def _prepare(
    call: Call,
    coach: Coach,
    event_id: str,
    goals: list[str] | None,
    people: Sequence[str],
    lines_for: int | None,
    writers: Sequence[Callable[[Brief], Path]] = (),
) -> None:
    from coach.export.terminal import brief_to_text

    if lines_for != 0:
        ready_model(call, coach)
    with listening(call) as listener:
        brief = coach.prepare(event_id, goals, people=people, lines_for=lines_for, stream=listener)
    # the brief is shown before any file is written: a full disk must not cost it
    call.result(brief, brief_to_text(brief, width(), colour=call.live))
    for write in writers:
        call.say(f"Written to {write(brief)}")


def _goal_id(call: Call, coach: Coach, text: str) -> str:
    from coach.domain.models import Goal

    known = find_goal(coach, text)
    if known is None:
        known = Goal(text=text)
        coach.add(known)
        call.say(f"Kept a new goal: {known.text}")
    return known.id


def _writers(markdown: Path | None, pdf: Path | None) -> list[Callable[[Brief], Path]]:
    def as_markdown(brief: Brief) -> Path:
        from coach.export.markdown import brief_to_markdown

        return write_file(markdown, brief_to_markdown(brief).encode())

    def as_pdf(brief: Brief) -> Path:
        from coach.export.pdf import brief_to_pdf

        return write_file(pdf, brief_to_pdf(brief))

    need_files(markdown, pdf)
    return [*([as_markdown] if markdown else []), *([as_pdf] if pdf else [])]


# ------------------------------------------------------------------------------------------------- follow up
def follow_up(
    call: Call,
    person: Annotated[str, typer.Argument(help="By id, exact name or unambiguous beginning.")],
    *,
    channel: Annotated[str, typer.Option(help="email, linkedin_invite, linkedin or text.")] = "email",
    intent: Annotated[str, typer.Option(help="What you want to say, in your words.")] = "",
    tone: Annotated[str | None, typer.Option(help="warm, plain or formal.")] = None,
    language: Annotated[str | None, typer.Option(help="en, de, fr …")] = None,
    event: EventOption = None,
    markdown: MarkdownOption = None,
    strict: Strict = False,
) -> None:
    """Draft a message to a person from the notes of your meeting."""
    need_files(markdown)
    with call.coach() as coach:
        known = find_person(coach, person)
        where = find_event(coach, event).id if event else None
        ready_model(call, coach)
        with listening(call) as listener:
            draft = coach.follow_up(
                known.id, channel, intent, event=where, tone=tone, language=language, stream=listener
            )
        waiting = show(call, draft)
        if markdown:
            from coach.export.markdown import draft_to_markdown

            text = draft_to_markdown(draft, person_name=known.name)
            call.say(f"Written to {write_file(markdown, text.encode())}")
        end_with(waiting, strict=strict)


def sent(
    call: Call,
    draft: Annotated[str, typer.Argument(help="The draft's id.")],
    next_on: Annotated[str | None, typer.Option("--next", help="When to get in touch next: 2026-11-28, +30.")] = None,
    vouch: Annotated[bool, typer.Option("--vouch", help="You know that what no note backs is true; kept.")] = False,
) -> None:
    """Record that you sent a draft; refused while it says what no note backs and you have not confirmed."""
    begun = datetime.now().astimezone()
    with call.coach() as coach:
        done = coach.mark_sent(draft, next_on=parse_day(next_on), vouch=vouch)
        earlier = done.sent_at if done.sent_at and done.sent_at < begun else None
        marked = f"It is on record as sent on {earlier:%Y-%m-%d}; that stays." if earlier else "Marked as sent."
        again = f" Next contact: {done.next_on}." if done.next_on else ""
        call.result(done, f"{marked}{again}")


# --------------------------------------------------------------------------------------------------- reflect
def reflect(
    call: Call,
    event: Annotated[str, typer.Argument(help="By id, exact name or unambiguous beginning.")],
    answer: Annotated[bool, typer.Option("--answer", help="Answer the prompts here and now.")] = False,
    markdown: MarkdownOption = None,
) -> None:
    """Five prompts that fit what happened at an event and what you wanted."""
    from coach.export.markdown import reflection_to_markdown

    need_files(markdown)
    with call.coach() as coach:
        found = find_event(coach, event)
        if found.starts and found.starts > datetime.now().astimezone().date():
            call.say(f"{found.name!r} begins on {found.starts}: the questions look back on what is still ahead.")
        ready_model(call, coach)
        with listening(call) as listener:
            reflection = coach.reflect(found.id, stream=listener)
        if answer and call.confirm("Begin?", yes=True):
            reflection = coach.save_reflection(_answered(reflection))
        text = reflection_to_markdown(reflection, event_name=found.name)
        call.result(reflection, text)
        if markdown:
            call.say(f"Written to {write_file(markdown, text.encode())}")


def _answered(reflection: Reflection) -> Reflection:
    """Ask each prompt on the terminal; an empty answer leaves it open."""
    from coach.domain.models import Answer

    def number(question: str) -> int | None:
        given = typer.prompt(f"{question} (1 to 10, empty to skip)", default="", show_default=False, err=True)
        return int(given) if given.strip().isdigit() and 1 <= int(given) <= 10 else None

    answers = list(reflection.answers)
    before = number("Energy before")
    for prompt in reflection.prompts:
        given = typer.prompt(prompt.text, default="", show_default=False, err=True)
        if given.strip():
            answers.append(Answer(prompt=prompt.text, text=given, at=datetime.now().astimezone()))
    update = {"answers": tuple(answers), "energy_before": before, "energy_after": number("Energy after")}
    return reflection.model_copy(update={**update, "belonging": number("Belonging")})


# ------------------------------------------------------------------------------------------------------- due
def due(call: Call) -> None:
    """What is due, overdue and ahead."""
    with call.coach() as coach:
        agenda = coach.agenda()
        call.result(agenda, _agenda_text(agenda))


def nurture(
    call: Call,
    person: Annotated[str | None, typer.Argument(help="Somebody: their rhythm, the help between you, ideas.")] = None,
    *,
    done: Annotated[str | None, typer.Option("--done", help="You were in touch today; a few words, or empty.")] = None,
    every: Annotated[
        int | None, typer.Option("--every", min=-1, help="Days between contacts; 0: none; -1: auto.")
    ] = None,
    snooze: Annotated[str | None, typer.Option("--snooze", help="No reminder before: 2026-11-28, +30.")] = None,
    skip: Annotated[bool, typer.Option("--skip", help="Leave out this time.")] = False,
) -> None:
    """Whose turn it is to hear from you and why; or one person, and what you decide about them."""
    with call.coach() as coach:
        if person is None:
            queue = [one for one in coach.nurturing.queue() if one.now]
            turns = "\n".join(map(_reminder_text, queue)) or _nobody_now(coach)
            avoided = [f"left out      {one.name:<28}You noted: “{one.quote}”" for one in coach.nurturing.left_out()]
            call.result(queue, "\n".join([turns, *avoided]))
            return
        known = find_person(coach, person)
        if done is not None:
            coach.nurturing.in_touch(known.id, done)
        if every is not None:
            coach.nurturing.set_cadence(known.id, None if every < 0 else every)
        if snooze is not None and (until := parse_day(snooze)):
            coach.nurturing.snooze(known.id, until)
        if skip:
            coach.nurturing.skip(known.id)
        _one_person(call, coach, known.id)


def _nobody_now(coach: Coach) -> str:
    open_ones = len(coach.agenda().waited_for)
    if not open_ones:
        return "Nobody is waiting to hear from you."
    what = "1 promise or message of yours is" if open_ones == 1 else f"{open_ones} promises and messages of yours are"
    return f"Nobody's turn has come by the rhythms. {what} waited for all the same; see: coach due"


def _one_person(call: Call, coach: Coach, person_id: str) -> None:
    rhythm, ledger = coach.nurturing.rhythm(person_id), coach.nurturing.ledger(person_id)
    ideas = coach.nurturing.ideas(person_id)
    days = rhythm.cadence.days
    lines = [f"{rhythm.tie.name}: {f'every {days} days' if days else 'no reminders'}"]
    lines += [_reminder_text(rhythm.reminder)] if rhythm.reminder else []
    lines += [f"  left out; you noted: “{rhythm.door.quote}”"] if rhythm.door else []
    if rhythm.tie.quiet_until and rhythm.tie.quiet_until > datetime.now().astimezone().date():
        lines.append(f"  no reminder before {rhythm.tie.quiet_until}")
    lines += [f"  received: {one.what}" for one in ledger.received] + [f"  given: {one.what}" for one in ledger.given]
    lines += [f"  idea: {one.kind} {one.title}: {' / '.join(dict.fromkeys((one.need, one.offer)))}" for one in ideas]
    if not ideas:
        lines += [f"  looks for: {one}" for one in coach.nurturing.needs(person_id)]
        lines.append("  idea: none found; nobody and nothing that you keep fits, as far as can be seen")
    call.result({"rhythm": rhythm, "ledger": ledger, "ideas": ideas}, "\n".join(lines))


def _reminder_text(reminder: Reminder) -> str:
    from coach.ui.reason_text import sentence

    return f"{_when(reminder.days_left):<14}{reminder.tie.name:<28}{sentence(reminder.reasons)}"


_DUE_TITLES = {
    "follow_up": "follow up",
    "promise_mine": "you promised",
    "promise_theirs": "promised to you",
    "draft": "not sent yet",
    "event": "event ahead",
    "reflection": "reflect",
}


def _agenda_text(agenda: Agenda) -> str:
    lines = []
    for item in agenda.items:
        whom = f" ({item.person_name})" if item.person_name and item.person_name not in item.title else ""
        lines.append(f"{_when(item.days_left):<14}{_DUE_TITLES[item.kind]:<17}{item.title}{whom}")
    return "\n".join(lines) or "Nothing is due."


def _when(days: int | None) -> str:
    if days is None:
        return "some day"
    if days < 0:
        return f"{-days} d overdue"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


# ------------------------------------------------------------------------------------------------------ demo
def demo(
    call: Call,
    *,
    lines_for: Annotated[int | None, typer.Option(min=0, help="Model writes for N people (0: no lines).")] = None,
    fetch: Annotated[bool, typer.Option(help="Fetch the model first when it is missing.")] = True,
    markdown: MarkdownOption = None,
    pdf: PdfOption = None,
) -> None:
    """A full brief for the sample event, in a workspace of its own (with --home: in that one)."""
    from coach.intake.sample import SAMPLE_EVENT_ID

    writers = _writers(markdown, pdf)
    throw_away = tempfile.TemporaryDirectory(prefix="coach-demo-", ignore_cleanup_errors=True)
    with throw_away if call.home is None else nullcontext(str(call.home)) as folder:
        here = Call(as_json=call.as_json, home=Path(folder), debug=call.debug)
        with here.coach(sample=True) as coach:
            call.say("Everybody in this sample is invented.")
            if lines_for != 0:
                ready_model(call, coach, fetch=fetch)
            _prepare(call, coach, SAMPLE_EVENT_ID, None, (), lines_for, writers)
