"""Commands about the program itself: reindex, doctor, check, app."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli_frame import Call, command
from coach.cli_writing import bar

if TYPE_CHECKING:
    from coach.domain.grounding import CheckReport
    from coach.journeys.keeper import DoctorReport


def register(app: typer.Typer) -> None:
    """Add this module's commands to the program."""
    command(app, "reindex")(reindex)
    command(app, "doctor")(doctor)
    command(app, "check")(check)
    command(app, "app")(app_)


def reindex(call: Call) -> None:
    """Build the recall index anew from what is stored."""
    with call.coach() as coach:
        number = coach.reindex(bar(call, "Indexed"))
        call.result({"indexed": number}, f"The index was built anew from {number} items.")


def doctor(
    call: Call,
    repair: Annotated[bool, typer.Option(help="Mend what differs.")] = True,
) -> None:
    """Check the workspace: does the index hold what the store holds, is the model there?"""
    from coach.errors import RecallError

    with call.coach() as coach:
        report = coach.doctor(repair=repair)
        state = coach.model.state(wait=True)
        model = {"name": coach.model.name, "where": coach.model.describe(), "state": state.status}
        document = {"home": coach.home, "index": report, "healthy": report.healthy, "model": model}
        lines = [f"Workspace  {coach.home}", f"Index      {_index_text(report)}"]
        lines.append(f"Model      {coach.model.describe()}: {state.status} {state.reason}".rstrip())
        if report.healthy or repair:
            call.result(document, "\n".join(lines))
            return
        call.say("\n".join(lines))
    raise RecallError("The index differs from the store.", "Run coach doctor without --no-repair, or coach reindex.")


def _index_text(report: DoctorReport) -> str:
    if report.healthy:
        return f"well: {report.stored} passages stored, {report.indexed} indexed"
    found = f"{report.missing} missing, {report.orphaned} left over, {report.waiting} waiting"
    problems = "".join(f"; {problem}" for problem in report.problems)
    return f"{'mended' if report.repaired else 'not well'}: {found}{problems}"


# ----------------------------------------------------------------------------------------------------- check
def check(
    call: Call,
    draft: Annotated[Path, typer.Option(help="A text file: the draft; - for stdin.")],
    evidence: Annotated[Path, typer.Option(help="A JSON list of {label, kind, text, author, at}; - for stdin.")],
    brief: Annotated[
        Path | None, typer.Option(help="A JSON object with event, person, goal, channel, today, user, as far as known.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when something is flagged.")] = False,
) -> None:
    """Check a draft against evidence: what has a source, what has none."""
    from coach.domain.grounding import check_draft

    _need_one_from_stdin(draft, evidence, brief)
    report = check_draft(_text_of(draft), _evidence_of(evidence), _facts_of(brief) if brief else None)
    # without a sentence there is nothing to grade, and what was not graded has not passed
    passed, graded = (bool(report.sentences) and one for one in (report.passed, report.graded))
    call.result({**report.model_dump(mode="json"), "passed": passed, "graded": graded}, _report_text(report))
    if strict and not passed:
        raise typer.Exit(1)


def _need_one_from_stdin(*paths: Path | None) -> None:
    from coach.errors import InputError

    if sum(str(path) == "-" for path in paths) > 1:
        raise InputError("More than one file is '-': stdin can be read once.", "Put the others into files.")


def _text_of(path: Path) -> str:
    from coach.errors import InputError

    try:
        # bytes in both cases: what is piped in is UTF-8 too, whatever the terminal's own encoding
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise InputError(f"The file {str(path)!r} cannot be read: {exc}.", "Give a text file in UTF-8.") from exc


def _evidence_of(path: Path) -> list[dict[str, Any]]:
    from coach.errors import InputError

    found = _json_of(path, "Give a JSON list of evidence.")
    listed = found if isinstance(found, list) else [found]
    for number, item in enumerate(listed, start=1):
        texts = isinstance(item, dict) and all(isinstance(item.get(key), str) for key in ("label", "text"))
        if not texts:
            raise InputError(
                f"Evidence {number} of {str(path)!r} is {str(item)[:80]!r}.", "Each needs a label and a text."
            )
    return listed


def _facts_of(path: Path) -> dict[str, Any]:
    from coach.errors import InputError

    step = 'Give a JSON object such as {"person": "Ann Lee", "today": "2026-03-01"}.'
    found = _json_of(path, step)
    if not isinstance(found, dict):
        raise InputError(f"The file {str(path)!r} holds {str(found)[:80]!r}.", step)
    return found


def _json_of(path: Path, step: str) -> Any:
    from coach.errors import InputError

    try:
        return json.loads(_text_of(path))
    except ValueError as exc:
        raise InputError(f"The file {str(path)!r} is no JSON: {exc}.", step) from exc


def _report_text(report: CheckReport) -> str:
    from coach.export.wording import flag_texts, labels_text, ungraded_texts

    flags = [f"⚠ {flag}" for flag in flag_texts(report)] + [f"? {part}" for part in ungraded_texts(report)]
    held = [
        f"✓ {' '.join(part.text.split())} {labels_text(part.labels)}".rstrip()
        for part in report.sentences
        if part.verdict == "supported"
    ]
    return "\n".join([*flags, *held]) or "There is nothing in it to check."


# ------------------------------------------------------------------------------------------------------- app
PORTS_TRIED = 20


def _free_port(wanted: int) -> int:
    """The wanted port, or the next free one: another app, or an earlier start of this one, may have it."""
    import socket

    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    return wanted


PATIENCE_S = 10.0
"""For the server to end by itself once it was asked to."""


def _run_with_us(program: list[str], environment: dict[str, str]) -> int:
    """Run the server until it ends, and end it when this process is told to end (`kill`, a closed terminal, Ctrl-C).

    Returns its exit code; 0 when it was told to end.
    """
    told: list[int] = []
    process = subprocess.Popen(program, env=environment)

    def end(number: int, _: object) -> None:
        told.append(number)
        process.terminate()

    kept = {one: signal.signal(one, end) for one in _ENDING}
    try:
        while True:
            try:
                ended = process.wait(PATIENCE_S if told else 1.0)
                return 0 if told else ended
            except subprocess.TimeoutExpired:
                if told:
                    process.kill()
            except KeyboardInterrupt:
                end(signal.SIGINT, None)
    finally:
        for one, before in kept.items():
            signal.signal(one, before)


_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def app_(
    call: Call,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on this machine.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open a browser window.")] = True,
) -> None:
    """Start the app on a local address."""
    from coach.errors import CoachError
    from coach.ui.streamlit_options import flags, script_path

    wanted, port = port, _free_port(port)
    if port != wanted:
        call.say(f"Port {wanted} is taken, perhaps by this app itself, started before. This one takes {port}.")
    options = flags(server__port=port, server__headless=not browser)
    environment = {**os.environ, "COACH_HOME": str(call.folder)}
    address = f"http://127.0.0.1:{port}"
    call.say(f"The app is at {address} (Ctrl-C stops it).")
    program = [sys.executable, "-m", "coach.ui.serve", str(script_path()), *options]
    ended = _run_with_us(program, environment)
    if ended not in (0, -2, 130):
        raise CoachError(f"The app ended with code {ended}.", f"Is port {port} in use? Try --port {port + 1}.")
    call.result({"address": address})
