"""`coach review` on the sample workspace."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding
from typer.testing import CliRunner, Result

from coach.bootstrap import open_coach
from coach.cli import app
from coach.domain.models import Draft, Note, Person


@pytest.fixture
def home(tmp_path: Path) -> Path:
    open_coach(tmp_path / "home", embeddings=DeterministicFakeEmbedding(size=32), sample=True).close()
    return tmp_path / "home"


def _run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["review", "--home", str(home), *words])


def test_the_last_quarter_in_words_and_in_a_file(home: Path, tmp_path: Path) -> None:
    done = _run(home, "--days", "90", "--markdown", str(tmp_path / "review.md"))
    assert done.exit_code == 0
    assert "Late, to Haneul Brandt: Send the pytest fixture" in done.stdout
    assert (tmp_path / "review.md").read_text(encoding="utf-8").strip() == done.stdout.strip()


def test_as_json_with_the_ids_that_each_line_rests_on(home: Path) -> None:
    document = json.loads(_run(home, "--days", "90", "--json").stdout)
    parts = {part["key"]: part["lines"] for part in document["review"]["parts"]}
    assert parts["review.promises"][0]["refs"] == ["sample-promise-fixture"]
    assert document["figures"]["follow_through"]["met"] == 7


def test_a_message_of_the_same_day_is_told_so(tmp_path: Path) -> None:
    met = datetime.now(UTC)
    with open_coach(tmp_path, embeddings=DeterministicFakeEmbedding(size=32)) as coach:
        coach.add(Person(id="ana", name="Ana Ruiz"))
        coach.add(Note(text="Met Ana Ruiz at the harbour.", at=met, people=("ana",)))
        coach.add(Draft(purpose="follow_up", person="ana", status="sent", sent_at=met))
    said = _run(tmp_path).stdout
    assert "You wrote to 1 of 1; half of the messages went out on the day you met." in said


def test_a_time_without_records_says_so(home: Path) -> None:
    assert "Nothing is on record" not in _run(home, "--days", "90").stdout
    done = _run(home, "--days", "2", "--until", "2001-01-02")
    assert done.exit_code == 0
    assert "Not written to yet" not in done.stdout


def test_a_file_that_cannot_be_written_is_named(home: Path, tmp_path: Path) -> None:
    done = _run(home, "--markdown", str(tmp_path / "nowhere" / "review.md"))
    assert done.exit_code == 2
    assert "nowhere" in done.stderr
