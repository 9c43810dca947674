"""What every command shares: `--json`, `--home`, `--debug`, where words go, and how an error ends the program.

One JSON document or the text for a person goes to stdout; progress, questions and errors go to stderr. Heavy
imports wait inside functions, so that `coach --help` answers at once.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import os
import sys
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from rich.console import Console

    from coach.errors import CoachError
    from coach.facade import Coach

INTERRUPTED = 130
"""The exit code that shells use for a program that Ctrl-C ended."""

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]
HomeOption = Annotated[
    Path | None, typer.Option("--home", help="The workspace folder (else COACH_HOME, else your data folder).")
]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the stack trace of an error.")]


@dataclasses.dataclass(frozen=True)
class Call:
    """One run of one command."""

    as_json: bool = False
    home: Path | None = None
    debug: bool = False

    @contextmanager
    def coach(self, *, sample: bool = False, starter: bool = False) -> Iterator[Coach]:
        """The workspace, opened for this command and closed after it."""
        from coach.bootstrap import open_coach

        with open_coach(self.home, sample=sample, starter=starter) as opened:
            yield opened

    @property
    def folder(self) -> Path:
        from coach.config import default_home

        return self.home.expanduser() if self.home else default_home()

    @property
    def live(self) -> bool:
        """True when words may be shown while they are written: stdout is a terminal and not meant for a program."""
        return not self.as_json and sys.stdout.isatty()

    def result(self, document: Any, text: str = "") -> None:
        """The command's one result: `document` under `--json`, else `text`."""
        written = json.dumps(plain(document), ensure_ascii=False, indent=2) if self.as_json else text.rstrip("\n")
        if written:
            typer.echo(written)

    def say(self, text: str) -> None:
        """Progress, for a person."""
        typer.echo(text, err=True)

    def confirm(self, question: str, *, yes: bool) -> bool:
        """Ask on stderr. Raises InputError under `--json`, where nobody can answer."""
        from coach.errors import InputError

        if yes:
            return True
        if self.as_json:
            raise InputError("With --json nobody can be asked.", "Repeat the command with --yes.")
        return bool(typer.confirm(question, err=True))


def console(*, err: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=err, highlight=False)


def width() -> int:
    """Columns to wrap text at: those of the terminal, within what reads well."""
    return max(40, min(console().width, 100))


def plain(value: Any) -> Any:
    """Models, dataclasses, paths and dates as plain JSON values."""
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        return {**value.model_dump(mode="json"), **_extras(value)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _extras(value: Any) -> dict[str, Any]:
    """An item says its kind; everything else is in its fields."""
    kind = getattr(type(value), "kind", None)
    return {"kind": str(kind)} if kind is not None and "kind" not in type(value).model_fields else {}


def command(app: typer.Typer, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register `function(call, …)` as a command of `app`, with the three common options added to its own."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        hints = typing.get_type_hints(function, include_extras=True)
        own = [
            parameter.replace(annotation=hints[parameter.name])
            for parameter in inspect.signature(function).parameters.values()
            if parameter.name != "call"
        ]

        def run(ctx: typer.Context, **given: Any) -> None:
            call = _call(ctx, given)
            guarded(call, lambda: function(call, **given))

        parameters = [inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
        parameters += [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in (*own, *_common())]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        run.__name__, run.__doc__ = function.__name__, function.__doc__
        app.command(name)(run)
        return function

    return register


_UsageError: type[Any] = typer.BadParameter.__mro__[1]
"""What a call that cannot be understood raises, in whichever package this version of Typer keeps it."""
_AS_JSON = "coach.as_json"


class Program(TyperGroup):
    """All commands. A call that cannot be understood, too, is told as a document under `--json`."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        as_json = "--json" in args
        with _misused(as_json):
            made = super().make_context(info_name, args, parent, **extra)
        made.meta[_AS_JSON] = as_json
        return made

    def invoke(self, ctx: Any) -> Any:
        with _misused(ctx.meta.get(_AS_JSON, False)):
            return super().invoke(ctx)


@contextmanager
def _misused(as_json: bool) -> Iterator[None]:
    try:
        yield
    except _UsageError as exc:
        if as_json:
            path = exc.ctx.command_path if exc.ctx else "coach"
            _document(exc.format_message(), f"See {path} --help.", exc.exit_code)
        raise  # what a person reads, and the exit code, come from Typer


def _common() -> list[inspect.Parameter]:
    options = (("as_json", JsonOption, False), ("home", HomeOption, None), ("debug", DebugOption, False))
    kind = inspect.Parameter.KEYWORD_ONLY
    return [inspect.Parameter(name, kind, default=default, annotation=hint) for name, hint, default in options]


def _call(ctx: typer.Context, given: dict[str, Any]) -> Call:
    """The common options, given before the command's name or after it."""
    before = ctx.find_root().obj or Call()
    return Call(
        as_json=given.pop("as_json") or before.as_json,
        home=given.pop("home") or before.home,
        debug=given.pop("debug") or before.debug,
    )


def guarded(call: Call, work: Callable[[], None]) -> None:
    """Run a command; an error becomes one or two plain lines on stderr and its exit code."""
    from coach.errors import CoachError

    try:
        work()
    except CoachError as exc:
        if call.debug:
            raise
        draft_id = getattr(exc, "draft_id", "")
        kept = f"What you asked for is kept. To go on: coach draft {draft_id} --write" if draft_id else ""
        next_step = "\n".join(part for part in (_next_step(exc), kept) if part)
        raise typer.Exit(_report(call, exc.message, next_step, exc.exit_code)) from None
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("Stopped. Nothing that was saved is lost.", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # whoever read our output has gone (`| head`); the interpreter must not complain when it flushes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except typer.Exit:
        raise
    except Exception as exc:
        if call.debug:
            raise
        message = f"Something went wrong that should not: {type(exc).__name__}: {exc}"
        raise typer.Exit(_report(call, message, "Repeat the command with --debug to see where.", 1)) from None


_LISTS = {"person": "coach people", "commitment": "coach list promise"}
"""Commands that list a kind under another name than its own."""


def _next_step(exc: CoachError) -> str:
    """For an id that nothing has, the command that lists the ids of that kind."""
    from coach.errors import NotFoundError

    kind = str(exc.values.get("kind", ""))
    if not isinstance(exc, NotFoundError) or not kind:
        return exc.next_step
    return f"To see their ids: {_LISTS.get(kind, f'coach list {kind}')}"


def _report(call: Call, message: str, next_step: str, exit_code: int) -> int:
    if call.as_json:
        _document(message, next_step, exit_code)
    typer.secho(message, err=True, fg="red")
    if next_step:
        typer.echo(next_step, err=True)
    return exit_code


def _document(message: str, next_step: str, exit_code: int) -> None:
    error = {"message": message, "next_step": next_step, "exit_code": exit_code}
    typer.echo(json.dumps({"error": error}, ensure_ascii=False, indent=2))
