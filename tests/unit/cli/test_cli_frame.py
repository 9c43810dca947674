"""What all commands share: output, errors, exit codes, a quick start, and documentation."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import Result

from coach.cli import app
from coach.cli_writing import time_left
from coach.errors import (
    CoachError,
    InputError,
    ModelMissingError,
    NotFoundError,
    PromptError,
    RecallError,
    SchemaError,
    StoreError,
)

Run = Callable[..., Result]
REPOSITORY = Path(__file__).resolve().parents[3]


def commands() -> Iterator[str]:
    root = typer.main.get_command(app)
    for name, found in root.commands.items():  # type: ignore[attr-defined]
        inner = getattr(found, "commands", None)
        yield from [f"{name} {below}" for below in inner] if inner else [name]


EVERY_COMMAND = sorted(commands())


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (CoachError("m", "n"), 1),
        (InputError("m", "n"), 2),
        (NotFoundError("m", "n"), 2),
        (StoreError("m", "n"), 3),
        (SchemaError("m", "n"), 3),
        (RecallError("m", "n"), 3),
        (ModelMissingError("m", "n"), 4),
        (PromptError("m", "n"), 5),
    ],
)
def test_an_error_is_two_plain_lines_and_its_exit_code(run: Run, coach: Any, error: CoachError, code: int) -> None:
    coach.fails = error
    done = run("recall", "x")
    assert done.exit_code == code
    assert done.stderr == "m\nn\n"
    assert done.stdout == ""
    assert coach.closed


def test_an_error_under_json_is_a_document_too(run: Run, coach: Any) -> None:
    coach.fails = ModelMissingError("No model.", "Fetch one.")
    done = run("--json", "recall", "x")
    assert json.loads(done.stdout) == {"error": {"message": "No model.", "next_step": "Fetch one.", "exit_code": 4}}
    assert done.stderr == "No model.\nFetch one.\n"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("recall",), "query"),
        (("recall", "x", "-k", "many"), "-k"),
        (("recall", "x", "--colour", "red"), "--colour"),
        (("recal", "x"), "'recal'"),
        (("add", "poem", "x"), "'poem'"),
        (("add", "goal"), "text"),
        (("prepare", "harb", "--lines-for", "-1"), "--lines-for"),
        (("export", "x", "--as", "docx"), "'docx'"),
    ],
)
def test_a_call_that_cannot_be_understood_is_a_document_too_under_json(
    run: Run, coach: Any, words: tuple[str, ...], named: str
) -> None:
    for call in (("--json", *words), (*words, "--json")):
        done = run(*call)
        error = json.loads(done.stdout)["error"]
        assert (done.exit_code, error["exit_code"]) == (2, 2)
        assert named in error["message"]
        assert "--help" in error["next_step"]
        assert named in done.stderr
    plain = run(*words)
    assert (plain.exit_code, plain.stdout) == (2, "")


def test_an_unforeseen_error_shows_no_stack_trace_unless_asked(run: Run, coach: Any) -> None:
    coach.fails = ZeroDivisionError("by zero")
    done = run("recall", "x")
    assert done.exit_code == 1
    assert "ZeroDivisionError: by zero" in done.stderr
    assert "--debug" in done.stderr
    assert "Traceback" not in done.output
    assert isinstance(run("recall", "x", "--debug").exception, ZeroDivisionError)


def test_ctrl_c_ends_with_130_and_closes_the_workspace(run: Run, coach: Any) -> None:
    coach.fails = KeyboardInterrupt()
    done = run("prepare", "harb")
    assert done.exit_code == 130
    assert "Stopped." in done.stderr
    assert coach.closed


def test_common_options_stand_before_or_after_the_command(run: Run, coach: Any, tmp_path: Path) -> None:
    home = str(tmp_path / "elsewhere")
    for words in (
        ("--json", "--home", home, "due"),
        ("due", "--json", "--home", home),
        ("--json", "due", "--home", home),
    ):
        assert json.loads(run(*words).stdout)["items"]
        assert str(coach.asked[-1][1]["home"]) == home


def test_every_command_takes_json_home_and_debug(run: Run) -> None:
    for name in EVERY_COMMAND:
        shown = run(*name.split(), "--help").stdout
        assert {"--json", "--home", "--debug"} <= set(re.findall(r"--\w+", shown)), name


@pytest.mark.parametrize(
    "words",
    [
        ("recall", "x"),
        ("prepare", "harb"),
        ("capture", "x", "--yes"),
        ("follow-up", "haneul"),
        ("sent", "d1"),
        ("reflect", "the long"),
        ("due",),
        ("people",),
        ("events",),
        ("forget", "gift", "--yes"),
        ("add", "goal", "x"),
        ("import", "talks", "--yes"),
        ("init",),
        ("reindex",),
        ("demo",),
        ("doctor",),
    ],
)
def test_json_is_one_document_on_stdout_alone(run: Run, coach: Any, words: tuple[str, ...]) -> None:
    done = run(*words, "--json")
    assert done.exit_code == 0, done.output
    json.loads(done.stdout)


def test_items_in_json_say_their_kind(run: Run, coach: Any) -> None:
    first = json.loads(run("people", "--json").stdout)[0]
    assert first["kind"] == "person"
    assert first["invented"] is True


def test_version(run: Run) -> None:
    assert re.fullmatch(r"coach \d+\.\d+\.\d+\n", run("--version").stdout)


def test_a_missing_argument_is_plain_and_ends_with_2(run: Run) -> None:
    done = run("prepare")
    assert done.exit_code == 2
    assert "Missing argument" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_each_command_is_documented(name: str) -> None:
    page = (REPOSITORY / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"`coach {name}" in page, f"docs/cli.md says nothing of `coach {name}`"


def test_each_option_of_each_command_is_documented(run: Run) -> None:
    page = (REPOSITORY / "docs" / "cli.md").read_text(encoding="utf-8")
    shared = {"--help", "--json", "--home", "--debug"}
    for name in EVERY_COMMAND:
        section = page.split(f"\n- `coach {name}", 1)[1].split("\n- `coach ", 1)[0].split("\n#", 1)[0]
        shown = run(*name.split(), "--help").stdout
        for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", shown)) - shared:
            assert option in section, f"docs/cli.md does not explain {option} of `coach {name}`"


def test_help_needs_no_heavy_import() -> None:
    heavy = "pydantic langchain_core sqlalchemy chromadb streamlit openai fpdf rich httpx coach.domain.models".split()
    script = f"import sys, coach.cli; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_is_there_at_once() -> None:
    """Processor time, since other work on the machine must not decide."""
    import resource

    best = 9.0
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "coach.cli", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert best < 0.4


def test_time_left_reads_like_a_sentence() -> None:
    assert [time_left(seconds) for seconds in (None, 4.4, 125)] == ["", "4 s left", "2 min 05 s left"]


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`coach … | head -1`."""
    script = f"{sys.executable} -m coach.cli model list --json | head -c 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {script}"], check=False, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
