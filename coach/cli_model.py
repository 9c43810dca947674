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
    command(model, "tune")(tune)
    command(model, "consent")(consent)
    command(model, "sent")(sent)
    command(model, "price")(price)


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

    library.removable(name, models_dir())
    if not call.confirm(f"Remove the model {name}?", yes=yes):
        call.result({"removed": None}, "Nothing was changed.")
        return
    row = library.remove(name, models_dir())
    call.result({"removed": row}, f"{row.name} is {'forgotten' if row.added else 'deleted'}.")


def tune(
    call: Call, off: Annotated[bool, typer.Option("--off", help="Back to the runtime as installed.")] = False
) -> None:
    """Compile the runtime for this processor and keep it when it is faster; minutes, and a compiler is needed."""
    from coach.cli_writing import work_bar
    from coach.config import load_settings, models_dir
    from coach.llm import tune as tuning

    if off:
        record = tuning.turn_off(models_dir())
        call.result(record, "The runtime is used as it was installed." if record else "No tuned runtime was there.")
        return
    with work_bar() as tell:
        record = tuning.tune(models_dir(), load_settings(call.folder), tell)
    call.result(record, record.in_words())


def consent(
    call: Call,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take your consent back.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Agree without being asked.")] = False,
) -> None:
    """Read what is sent to a model elsewhere, and agree to it, once for each provider."""
    from coach.config import load_settings, models_dir, save_settings
    from coach.llm.factory import make_chat_model
    from coach.llm.outbound import accepted, search_at, search_elsewhere, what_is_sent, what_search_sends

    settings = load_settings(call.folder)
    handle = make_chat_model(settings, models_dir())
    pages = {handle.where: what_is_sent(handle.where, settings.hidden_fields)} if handle.remote else {}
    searched = search_elsewhere(settings)
    if searched:
        pages[search_at(searched)] = what_search_sends(searched)
    if not pages:
        call.result({"provider": None, "agreed": None}, f"Nothing leaves this machine with {handle.describe()}.")
        return
    for where, page in pages.items():
        call.say("\n\n".join(page))
        if withdraw:
            left = tuple(one for one in settings.accepted_providers if one != where)
            settings = settings.model_copy(update={"accepted_providers": left})
        elif call.confirm(f"Agree to send this to {where}?", yes=yes):
            settings = accepted(settings, where)
    save_settings(call.folder, settings)
    agreed_to = [where for where in pages if where in settings.accepted_providers]
    said = "You agreed. It can be withdrawn with --withdraw." if agreed_to else "Nothing will be sent there."
    call.result({"provider": next(iter(pages)), "agreed": len(agreed_to) == len(pages), "agreed_to": agreed_to}, said)


def sent(
    call: Call,
    limit: Annotated[int, typer.Option(help="How many requests, the newest first.", min=1)] = 20,
    erase: Annotated[bool, typer.Option("--erase", help="Delete the log.")] = False,
) -> None:
    """Show what was sent to models elsewhere, word for word, or erase that log."""
    from coach.llm.sent_log import SentLog

    log = SentLog(call.folder)
    if erase:
        count = log.count()
        log.erase()
        call.result({"erased": count}, f"{count} requests are erased.")
        return
    found = log.read(limit)
    text = "\n\n".join(
        f"{one.at:%Y-%m-%d %H:%M:%S} {one.address}\n" + "\n".join(f"{role}: {said}" for role, said in one.messages)
        for one in found
    )
    call.result(found, text or "Nothing was ever sent.")


def price(
    call: Call,
    name: NameArgument,
    read: Annotated[float, typer.Argument(help="For a million tokens read.", min=0)],
    written: Annotated[float, typer.Argument(help="For a million tokens written.", min=0)],
    currency: Annotated[str, typer.Option(help="What you pay in.")] = "USD",
) -> None:
    """Note what a model costs, as its provider states it, so that drafts show money too."""
    from coach.config import Price, load_settings, save_settings

    settings = load_settings(call.folder)
    kept = Price(read=read, written=written, currency=currency)
    save_settings(call.folder, settings.model_copy(update={"prices": {**settings.prices, name: kept}}))
    call.result({"model": name, "price": kept}, f"{name}: {read:g} read, {written:g} written, {currency}.")
