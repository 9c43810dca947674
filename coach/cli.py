"""The `coach` command. Thin: each command asks `Coach` for something and prints what it gets.

Commands live in the modules `cli_…` that are registered below; what they share is in `cli_frame`.
"""

from __future__ import annotations

import typer

from coach import (
    cli_coaching,
    cli_drafts,
    cli_entries,
    cli_exchange,
    cli_insight,
    cli_keep,
    cli_model,
    cli_practice,
    cli_upkeep,
)
from coach.cli_frame import Call, DebugOption, HomeOption, JsonOption, Program

app = typer.Typer(
    name="coach",
    cls=Program,
    help="A private coach for people who network on purpose: prepare, follow up, reflect.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help is on screen twice as fast
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"coach {version('conversation-coach')}")
        raise typer.Exit


@app.callback()
def common(
    ctx: typer.Context,
    as_json: JsonOption = False,
    home: HomeOption = None,
    debug: DebugOption = False,
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Options that every command takes, before its name or after it."""
    ctx.obj = Call(as_json=as_json, home=home, debug=debug)


for _commands in (
    cli_keep,
    cli_entries,
    cli_coaching,
    cli_insight,
    cli_drafts,
    cli_exchange,
    cli_practice,
    cli_model,
    cli_upkeep,
):
    _commands.register(app)


def main() -> None:
    """The entry point of the `coach` program."""
    app()


if __name__ == "__main__":
    main()
