"""`coach stories`, `coach clinic`, `coach rehearse`: stories to tell, help to ask for, conversations to practise."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli_finding import find_person, text_or_stdin
from coach.cli_frame import Call, command, plain
from coach.cli_writing import listening, ready_model

if TYPE_CHECKING:
    from coach.domain.models import Rehearsal, Turn
    from coach.facade import Coach
    from coach.journeys.clinic import Consultation, Helper
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
    lines = [f"For you alone, so it is in no message and no question: “{one}”" for one in found.kept]
    lines += [] if found.askable else [_UNASKED]
    lines += [_WHO[found.certain]] if found.helpers else ["Your notes name nobody who could help."]
    for helper in found.helpers:
        lines += _helper_lines(helper)
    for difference in found.differences:
        pair = (difference.one, difference.other)
        lines.append("They differ: " + " / ".join(f"{one.who} [{one.label}] “{one.text}”" for one in pair))
    return [
        *lines,
        *(["To open it up with a stranger:"] if found.questions else []),
        *(f"  {one}" for one in found.questions),
    ]


_UNASKED = (
    "As it stands it cannot be asked of anybody: your question is not in a sentence of its own. Describe it again with "
    "the question in a sentence of its own, without what is for you alone."
)
_WHO = ("Nobody's notes share a word with it. These are the nearest in meaning, a guess:", "Who could help:")


def _helper_lines(helper: Helper) -> list[str]:
    """Somebody, what speaks for them, what is owed to them, and how to ask."""
    work = ", ".join(part for part in (helper.person.role, helper.person.organisation) if part)
    lines = [f"- {helper.person.name}{f' ({work})' if work else ''}"]
    for one in helper.reasons:
        shared = f" ({', '.join(one.shared)})" if one.shared else ""
        lines.append(f"  [{one.evidence.label}] “{one.quote}”{shared}")
    asking = helper.asking
    if asking is None:
        return lines
    until = f", by {asking.owed_by}" if asking.owed_by else ""
    owed = [f"  You owe them something first: {asking.owed.rstrip('.')}{until}"] if asking.owed else []
    return [*lines, *owed, f"  How to ask: {asking.intent}"]


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
        call.say(f"{_practice(coach, begun, name)}\nType what you would say, a line a turn; an empty line ends it.")
        ready_model(call, coach)
        speaker = f"{name} (stand-in)" if begun.person else "Stand-in"
        for line in iter(lambda: sys.stdin.readline().strip(), ""):
            coach.rehearsals.say(begun.id, line)
            with listening(call) as listener:
                answered = coach.answer_rehearsal(begun.id, stream=listener).turns[-1]
            call.say(f"{speaker}: {answered.text}{_doubt(answered)}")
        ended = coach.rehearsals.end(begun.id)
        feedback = coach.rehearsals.feedback(ended)
        call.result({"rehearsal": plain(ended), "feedback": plain(feedback)}, "\n".join(_feedback_lines(feedback)))


def _doubt(turn: Turn) -> str:
    doubtful = [one for one in (turn.check or {}).get("sentences", ()) if one["verdict"] != "supported"]
    return "  ⚠ not in your notes" if any(one["verdict"] != "no_claim" for one in doubtful) else ""


def _practice(coach: Coach, begun: Rehearsal, name: str) -> str:
    """That this is practice, of what the stand-in is made, and whether a model words it."""
    alone = " No language model is set up: the answers are put together from your notes by rule."
    by_rule = alone if coach.model.kind == "none" else ""
    basis, kind = coach.rehearsals.basis(begun), "" if begun.person else f" of people like “{name}”"
    if basis == "notes":
        whose = f"the words of {name}" if begun.person else "all words"
        return f"This is practice: {whose} are made up from what your notes hold{kind}.{by_rule}"
    if basis == "profile":
        return (
            f"This is practice: your notes hold no more on {name} than the profile. The stand-in answers from that; "
            f"all else that it says anybody might say.{by_rule}"
        )
    nobody = f"nothing on {name}" if begun.person else f"nobody like “{name}”"
    return (
        f"This is practice: your notes hold {nobody}. The stand-in greets, agrees, asks back and takes leave in words "
        f"that anybody might say. {_BEYOND[coach.model.kind in ('none', 'embedded')]}"
    )


_BEYOND = ("Anything else is made up, and marked.", "It has no answer to anything else.")
_TRY = {
    "questions": "Ask more than you tell: end this turn with a question.",
    "follow_ups": "Stay with what they said: ask one question about it before you go on.",
    "share": "Leave them more room: half of this would do.",
    "listening": "Show that you heard them: begin with a word of theirs.",
    "specific": "Make this concrete: a number, a name, a day, one example.",
    "close": "End with a next step that has a day: what you will do, and when.",
}
_CLOSE = ("no next step", "a next step without a day", "a next step with a day")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _feedback_lines(feedback: Feedback) -> list[str]:
    """How it went, in words, each figure with its aim."""
    figures = feedback.figures
    if not figures.turns:
        return ["You said nothing, so there is nothing to measure."]
    replies, nothing = figures.replies, "not counted: nothing of theirs to go on"
    follow_ups, listened = (
        f"{count} in {_counted(replies, 'reply', 'replies')}" if replies else nothing
        for count in (figures.follow_ups, figures.listened)
    )
    concrete = f"{figures.concrete} of {figures.statements}" if figures.statements else "not counted: you told nothing"
    lines = [
        f"Questions: {figures.questions} in {_counted(figures.turns, 'turn', 'turns')} (aim: one in two turns)",
        f"Follow-up questions: {follow_ups} (aim: one in three)",
        f"Your share of the talking: {figures.share:.0%} (aim: 60% at most)",
        f"Signs of listening: {listened} (aim: three in five)",
        f"Concrete statements: {concrete} (aim: two in five)",
        f"The close: {_CLOSE[int(figures.close * 2)]} (aim: a next step with a day)",
    ]
    for one in feedback.advice:
        lines.append(f"To try: {_TRY[one.about]}")
        lines += [f"  They had said: “{one.heard}”"] if one.heard else []
        lines += [f"  You said: “{one.line}”"] if one.line else []
    return [*lines, *(f"Ask this for real: {one}" for one in feedback.unanswered)]
