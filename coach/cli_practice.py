"""`coach stories`, `coach clinic`, `coach rehearse`: stories to tell, help to ask for, conversations to practise."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli_finding import find_person, text_or_stdin
from coach.cli_frame import Call, command, plain
from coach.cli_writing import listening, ready_model

if TYPE_CHECKING:
    from coach.domain.models import Turn
    from coach.facade import Coach
    from coach.journeys.clinic import Consultation
    from coach.journeys.rehearse import Feedback


def register(app: typer.Typer) -> None:
    """Add this module's commands to the program."""
    command(app, "stories")(stories)
    command(app, "clinic")(clinic)
    command(app, "rehearse")(rehearse)


def stories(
    call: Call,
    story: Annotated[str | None, typer.Argument(metavar="[STORY]", help="A story's id, to tell it short.")] = None,
    *,
    good_for: Annotated[str, typer.Option("--for", help="What you would like a story for.")] = "",
    seconds: Annotated[int, typer.Option(help="How long the story may take.")] = 60,
) -> None:
    """Stories for a purpose; one cut short in its own sentences; else the next question and what has no story yet."""
    with call.coach() as coach:
        bank = coach.story_bank
        if story is not None:
            cut = bank.shorten(story, seconds)
            call.result({**plain(cut), "words": cut.words, "spoken_seconds": cut.spoken_seconds}, cut.text)
        elif good_for:
            found = bank.search(good_for)
            lines = [f"{one.story.title} ({one.story.id})\n  {one.reason}" for one in found]
            call.result(found, "\n".join(lines) or "No story for that yet.")
        else:
            _overview(call, coach)


def _overview(call: Call, coach: Coach) -> None:
    asked, gaps = coach.story_bank.next_question(), coach.story_bank.gaps()
    lines = [f"To complete: {asked.title} ({asked.story_id}) lacks the {asked.part}."] if asked else []
    lines += [f"No story yet for the goal: {goal.text}" for goal in gaps.goals]
    lines += [f"No story yet on: {', '.join(gaps.themes)}"] if gaps.themes else []
    call.result({"question": plain(asked), "gaps": plain(gaps)}, "\n".join(lines) or "Every goal has its story.")


def clinic(
    call: Call,
    challenge: Annotated[str | None, typer.Argument(help="What you are stuck on; - reads it from stdin.")] = None,
) -> None:
    """Who could help with a challenge and why, how to ask them, what you were told about it."""
    with call.coach() as coach:
        kept = coach.clinic.describe(text_or_stdin(challenge))
        found = coach.clinic.consult(kept.id)
        call.result(found, "\n".join(_clinic_lines(found)))


def _clinic_lines(found: Consultation) -> list[str]:
    lines = [] if found.certain else ["Nobody's notes share a word with it; these are guesses."]
    lines += [f"For you alone, so it is in none of these words: “{one}”" for one in found.kept]
    for helper in found.helpers:
        lines.append(f"{helper.person.name}: {helper.asking.intent}")
        lines += [f"  [{one.evidence.label}] “{one.quote}”" for one in helper.reasons]
        until = f" (by {helper.asking.owed_by})" if helper.asking.owed_by else ""
        lines += [f"  You owe them something first: {helper.asking.owed}{until}"] if helper.asking.owed else []
    for difference in found.differences:
        pair = (difference.one, difference.other)
        lines.append("They differ: " + " / ".join(f"{one.who} [{one.label}] “{one.text}”" for one in pair))
    return [*lines, *(["With a stranger:"] if found.questions else []), *(f"  {one}" for one in found.questions)]


def rehearse(
    call: Call,
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Whom to practise with.")] = None,
    *,
    like: Annotated[str, typer.Option(help="A kind of person, where nobody in particular is meant.")] = "",
    aim: Annotated[str, typer.Option(help="What you want of the conversation.")] = "",
) -> None:
    """Practise a conversation: a line of stdin is a turn of yours; an empty one ends it and shows how it went."""
    with call.coach() as coach:
        known = find_person(coach, person).id if person else None
        begun = coach.rehearsals.begin(person=known, who=like, aim=aim)
        name = coach.rehearsals.title(begun)
        call.say(f"This is practice: {name}'s words are made up from what your notes hold.")
        ready_model(call, coach)
        for line in iter(lambda: sys.stdin.readline().strip(), ""):
            coach.rehearsals.say(begun.id, line)
            with listening(call) as listener:
                answered = coach.answer_rehearsal(begun.id, stream=listener).turns[-1]
            call.say(f"{name}: {answered.text}{_doubt(answered)}")
        ended = coach.rehearsals.end(begun.id)
        feedback = coach.rehearsals.feedback(ended)
        call.result({"rehearsal": plain(ended), "feedback": plain(feedback)}, "\n".join(_feedback_lines(feedback)))


def _doubt(turn: Turn) -> str:
    doubtful = [one for one in (turn.check or {}).get("sentences", ()) if one["verdict"] != "supported"]
    return "  ⚠ not in your notes" if any(one["verdict"] != "no_claim" for one in doubtful) else ""


def _feedback_lines(feedback: Feedback) -> list[str]:
    counted: dict[str, Any] = feedback.figures.model_dump()
    lines = [f"{name.replace('_', ' ')}: {value}" for name, value in counted.items()]
    lines.append(f"your share of the talking: {feedback.figures.share:.0%}")
    return [*lines, *(f"To try: {one.about.replace('_', ' ')} (you said: “{one.line}”)" for one in feedback.advice)]
