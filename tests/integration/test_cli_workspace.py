"""The program on a real workspace: real store, real index, no language model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from coach.cli import app
from coach.intake.sample import load_sample


class Program:
    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *words: str, input: str | None = None) -> Result:
        return CliRunner().invoke(app, [*words, "--home", str(self.home)], input=input)

    def json(self, *words: str) -> Any:
        done = self.run(*words, "--json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    started = Program(tmp_path_factory.mktemp("cli") / "home")
    assert started.run("init", "--sample", "--no-starter", "--name", "Robin").exit_code == 0
    return started


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_LLM", "none")


def test_a_new_workspace_holds_the_sample_once(program: Program) -> None:
    assert program.run("init", "--sample", "--no-starter").exit_code == 0
    people = program.json("people")
    assert len(people) == sum(item.kind.value == "person" for item in load_sample_today())
    assert all(person["invented"] for person in people)


def load_sample_today() -> list[Any]:
    from datetime import datetime

    return load_sample(datetime.now().astimezone().date())


def test_a_brief_names_people_whose_talks_fit_and_cites_kept_items(program: Program) -> None:
    brief = program.json("prepare", "harb", "--goal", "find people who run async", "--lines-for", "0")
    names = [person["name"] for person in brief["people"]]
    assert {"Amara Nwosu-Feld", "Haneul Brandt"} & set(names[:4])
    assert all(person["reasons"] for person in brief["people"])
    assert brief["event_name"] == "Harbourlight Days"


def test_recall_finds_the_note_and_its_neighbours_conversation(program: Program) -> None:
    found = program.json("recall", "fake clock that hides a hang", "-k", "5", "--kind", "note", "--person", "haneul")
    assert found[0]["source_id"] == "sample-note-haneul-2"


def test_what_is_added_is_found_at_once(program: Program) -> None:
    added = program.json("add", "note", "Tomek collects antique barometers.", "--person", "Tomek Żurawik")
    assert added["item"]["people"] == ["sample-tomek"]
    assert program.json("recall", "barometers", "-k", "1")[0]["source_id"] == added["item"]["id"]


def test_where_no_word_fits_the_stories_that_came_along_are_not_offered(tmp_path: Path) -> None:
    own = Program(tmp_path / "home")
    assert own.run("init", "--name", "Robin").exit_code == 0
    assert own.run("add", "note", "Likes barometers.").exit_code == 0
    shown = own.run("recall", "Kwamezzz").stdout
    assert "Nothing that you keep has a word of 'Kwamezzz'" in shown
    assert "story" not in shown
    assert "story" in own.run("recall", "Kwamezzz", "--kind", "story").stdout


def test_due_shows_the_overdue_promise(program: Program) -> None:
    items = program.json("due")["items"]
    assert "sample-promise-fixture" in {item["ref"] for item in items if (item["days_left"] or 0) < 0}


def test_an_import_can_be_repeated_without_doubling(program: Program, tmp_path: Path) -> None:
    notes = tmp_path / "ferry.md"
    notes.write_text("# Ferry evening\n\nMet a captain who writes Python on night shifts.\n", encoding="utf-8")
    first = program.json("import", str(notes), "--yes")
    second = program.json("import", str(notes), "--yes")
    assert first["saved"]["added"] >= 1
    assert second["saved"]["added"] == 0


def test_without_a_model_a_message_says_what_to_do(program: Program) -> None:
    done = program.run("follow-up", "haneul")
    assert done.exit_code == 4
    assert len(done.stderr.strip().splitlines()) <= 4
    assert "Traceback" not in done.output


def test_rough_notes_survive_without_a_model(program: Program) -> None:
    done = program.run("capture", "Pavel with the red scarf steers a ferry.", "--yes")
    assert "Your words are saved" in done.stderr
    assert "Traceback" not in done.output


def test_a_forgotten_person_is_gone_from_list_and_recall(program: Program) -> None:
    assert program.run("forget", "gift", "--yes").exit_code == 0
    assert program.json("people", "gift") == []
    found = program.json("recall", "physiotherapist who builds forms", "-k", "10")
    assert all("Gift" not in item["text"] for item in found)


def test_doctor_finds_the_workspace_well(program: Program) -> None:
    assert program.json("doctor")["healthy"] is True


def test_doctor_says_why_the_model_cannot_be_used(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_LLM", "compatible")
    monkeypatch.setenv("COACH_LLM_BASE_URL", "localhost:11434/v1")
    done = program.run("doctor")
    assert done.exit_code == 0
    assert "localhost:11434/v1 (cannot be used): failed" in done.stdout
    assert "coach model use NAME" in done.stdout
    assert program.run("due").exit_code == 0


def test_an_unwritable_home_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = Program(tmp_path / "file" / "home").run("due")
    assert done.exit_code == 3
    assert "Traceback" not in done.output
