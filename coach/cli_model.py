"""`coach model`: the language models on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli_frame import Call, command
from coach.cli_writing import download_bar

if TYPE_CHECKING:
    from coach.llm.library import ModelRow

model = typer.Typer(
    help="List, fetch, choose, add and remove language models.", no_args_is_help=True, rich_markup_mode=None
)

NameArgument = Annotated[str, typer.Argument(help="The model's name; see coach model list.")]


def register(app: typer.Typer) -> None:
    """Add `coach model` and its commands to the program."""
    app.add_typer(model, name="model")
    command(model, "list")(list_)
    command(model, "pull")(pull)
    command(model, "use")(use)
    command(model, "add")(add)
    command(model, "remove")(remove)


def list_(call: Call) -> None:
    """List the models that can be used, the default first."""
    from coach.config import load_settings, models_dir
    from coach.llm import library

    rows = library.list_models(load_settings(call.folder), models_dir())
    call.result(rows, "\n".join(_row_text(row) for row in rows))


def _row_text(row: ModelRow) -> str:
    sign = "*" if row.in_use else " "
    facts = [f"{row.size / 1e6:,.0f} MB", row.state, *([row.licence] if row.licence else [])]
    described = f"\n    {row.description}" if row.description else ""
    return f"{sign} {row.name}: {', '.join(facts)}{described}"


def pull(
    call: Call, name: Annotated[str, typer.Argument(help="The model's name; the default one when left out.")] = ""
) -> None:
    """Fetch a model, with a progress bar; what was fetched before an interruption is kept."""
    from coach.config import models_dir
    from coach.llm import library

    with download_bar() as show:
        row = library.pull(name, models_dir(), show)
    call.result(row, f"{row.name} is {row.state}: {row.path}")


def use(call: Call, name: NameArgument) -> None:
    """Choose the embedded model from now on."""
    from coach.config import load_settings, models_dir, save_settings
    from coach.llm import library

    settings = library.use(name, load_settings(call.folder), models_dir())
    save_settings(call.folder, settings)
    call.result({"llm": settings.llm, "llm_model": settings.llm_model}, f"From now on: {settings.llm_model}.")


def add(
    call: Call,
    path: Annotated[Path, typer.Argument(help="A GGUF file of your own; it stays where it is.")],
    name: Annotated[str, typer.Option(help="A name for it (else the file's).")] = "",
) -> None:
    """Make a model file of your own known."""
    from coach.config import models_dir
    from coach.llm import library

    row = library.add(path, models_dir(), name)
    call.result(row, f"Added {row.name}. Choose it with: coach model use {row.name}")


def remove(
    call: Call, name: NameArgument, yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False
) -> None:
    """Delete a fetched model; an added one is only forgotten."""
    from coach.config import models_dir
    from coach.llm import library

    if not call.confirm(f"Remove the model {name}?", yes=yes):
        call.result({"removed": None}, "Nothing was changed.")
        return
    row = library.remove(name, models_dir())
    call.result({"removed": row}, f"{row.name} is {'forgotten' if row.added else 'deleted'}.")
