"""`coach draft`: look at a draft, vouch for what the notes do not back, mend or drop it, or wish for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli_frame import Call, command, plain
from coach.cli_writing import listening, ready_model

if TYPE_CHECKING:
    from coach.domain.models import Draft
    from coach.facade import Coach

Strict = Annotated[bool, typer.Option("--strict", help="End with 1 while a claim is neither backed nor confirmed.")]
Words = Annotated[list[str] | None, typer.Option(help="The sentence, word for word; may be repeated.")]


def register(app: typer.Typer) -> None:
    """Add this module's command to the program."""
    command(app, "draft")(draft)


def draft(
    call: Call,
    draft_id: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft's id.")],
    *,
    confirm: Words = None,
    mend: Words = None,
    drop: Words = None,
    write: Annotated[bool, typer.Option("--write", help="Write it, where the model failed before.")] = False,
    wish: Annotated[str, typer.Option(help="What should be different: shorter, less formal, mention …")] = "",
    strict: Strict = False,
) -> None:
    """Show a draft, and decide about what the notes do not back. Each change is a new version."""
    from coach.domain.models import Draft

    with call.coach() as coach:
        if write:
            ready_model(call, coach)
            with listening(call) as listener:
                coach.write_draft(draft_id, stream=listener)
        for text in confirm or ():
            coach.confirm_claim(draft_id, text)
        for text in drop or ():
            coach.drop_claim(draft_id, text)
        if mend or wish:
            _write(call, coach, draft_id, mend or [], wish)
        end_with(show(call, coach.store.get(Draft, draft_id)), strict=strict)


def _write(call: Call, coach: Coach, draft_id: str, mend: list[str], wish: str) -> None:
    if mend:
        ready_model(call, coach)
    with listening(call) as listener:
        for text in mend:
            coach.mend_claim(draft_id, text, stream=listener)
        if wish:
            coach.revise_draft(draft_id, wish, stream=listener)


def show(call: Call, made: Draft) -> int:
    """The draft with the claims that are open; returns how many there are."""
    from coach.domain.gate import unconfirmed

    if not made.versions:
        call.result({**plain(made), "unconfirmed": []}, _unwritten_text(made))
        return 0
    waiting = unconfirmed(made.current)
    document: dict[str, Any] = {**plain(made), "unconfirmed": plain(waiting)}
    call.result(document, draft_text(made))
    return len(waiting)


def _unwritten_text(made: Draft) -> str:
    """What was asked for, what the model had written of it, and how to go on."""
    lines = ["This message has not been written yet."]
    lines += [f"You want to say: {made.intent}"] if made.intent else []
    lines += ["So far:", made.unfinished] if made.unfinished else []
    return "\n".join([*lines, f"Write it now: coach draft {made.id} --write"])


def end_with(waiting: int, *, strict: bool) -> None:
    """The exit code 1 where claims are open and the caller wants to know."""
    if waiting and strict:
        raise typer.Exit(1)


def draft_text(made: Draft) -> str:
    """The message, what is flagged in it, the notes it rests on, and what to do next."""
    from coach.domain.gate import unconfirmed
    from coach.domain.grounding import CheckReport
    from coach.export.wording import flag_texts, labels_text

    version = made.current
    report = CheckReport.model_validate(version.check) if version.check else None
    sources = [part for part in (report.sentences if report else ()) if part.labels]
    lines = [f"Subject: {version.subject}", ""] if version.subject else []
    lines += [version.text, ""]
    lines += [f"⚠ {flag}" for flag in flag_texts(report)]
    lines += [f"✓ you vouch for “{one.text}”" for one in version.confirmed]
    lines += [f"{labels_text(part.labels)} {' '.join(part.text.split())}" for part in sources]
    if waiting := len(unconfirmed(version)):
        lines.append(f"{waiting} to decide: coach draft {made.id} --confirm, --mend or --drop “the sentence”")
    return "\n".join([*lines, f"Once you have sent it: coach sent {made.id}"])
