"""`coach list`, `edit` and `delete` on a real workspace: found by words, corrected in part, gone with a way back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from coach.bootstrap import open_coach
from coach.cli import app
from coach.domain.models import Commitment, Draft, DraftVersion, Event, Note, Person, Rehearsal, Turn
from coach.errors import NotFoundError

Run = Callable[..., Result]
MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with open_coach(tmp_path / "home", starter=False) as coach:
        coach.add_many(
            [
                Person(id="ana", name="Ana Ruiz"),
                Event(id="fair", name="Fair", starts=date(1850, 1, 1), ends=date(1850, 1, 1), place="Hall"),
                Note(id="n1", text="Ana sucht Hochwasserdaten.", people=("ana",), event="fair", at=MAY),
                Note(id="n2", text="Nobody reads our newsletter.", source="clinic"),
                Commitment(id="c1", person="ana", by="me", what="send the checklist"),
                Rehearsal(id="r1", person="ana", turns=(Turn(by="me", text="Hello Ana!"),)),
                Draft(id="d1", purpose="follow_up", person="ana", versions=(DraftVersion(number=1, text="Hi Ana"),)),
            ]
        )  # fmt: skip
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    return lambda *words, **given: CliRunner().invoke(app, [*words, "--home", str(home)], **given)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("note", "hochwasser ana"), "2026-05-04 · Ana sucht Hochwasserdaten. · n1"),
        (("challenges",), "Nobody reads our newsletter. · n2"),
        (("events", "hall"), "Fair · 1850-01-01 · Hall · fair"),
        (("promises",), "send the checklist · c1"),
        (("rehearsals",), "Ana Ruiz · open · Hello Ana! · r1"),
        (("draft",), "follow up · Ana Ruiz · open · Hi Ana · d1"),
        (("draft", "ruiz"), "follow up · Ana Ruiz · open · Hi Ana · d1"),
        (("stories",), "Nothing."),
        (("note", "zzz"), "Nothing."),
    ],
)
def test_each_kind_is_listed_with_its_ids(run: Run, words: tuple[str, ...], line: str) -> None:
    done = run("list", *words)
    assert done.exit_code == 0, done.output
    assert line in done.stdout.splitlines()


def test_a_note_is_corrected_in_part(run: Run, home: Path) -> None:
    assert run("edit", "note", "n1", "--text", "Ana sucht Pegeldaten.").exit_code == 0
    assert run("edit", "note", "n1", "--on", "2026-05-06", "--person", "Ana Ruiz", "--person", "Bo").exit_code == 0
    with open_coach(home) as coach:
        note = coach.store.get(Note, "n1")
        assert (note.text, note.people, note.event) == ("Ana sucht Pegeldaten.", ("ana", "Bo"), "fair")
        assert note.at is not None
        assert note.at.astimezone().date() == date(2026, 5, 6)
        assert coach.recall("Pegeldaten", k=1)[0].source_id == "n1"


def test_an_event_and_a_promise_are_corrected_in_part(run: Run, home: Path) -> None:
    assert run("edit", "event", "fai", "--on", "2027-01-05", "--name", "Harbour fair").exit_code == 0
    assert run("edit", "promise", "c1", "--by", "them", "--due", "2027-02-01").exit_code == 0
    with open_coach(home) as coach:
        fair = coach.store.get(Event, "fair")
        assert (fair.name, fair.starts, fair.ends, fair.place) == (
            "Harbour fair", date(2027, 1, 5), date(2027, 1, 5), "Hall"
        )  # fmt: skip
        promise = coach.store.get(Commitment, "c1")
        assert (promise.what, promise.by, promise.due) == ("send the checklist", "them", date(2027, 2, 1))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("edit", "note", "n1"), "Nothing is to be changed."),
        (("edit", "note", "gone", "--text", "x"), "There is no note with the id 'gone'."),
        (("edit", "promise", "c1", "--by", "us"), "The by of the commitment is 'us'"),
        (("edit", "event", "fair", "--until", "1849-01-01"), "ends on 1849-01-01, before it starts on 1850-01-01"),
        (("draft", "zzz"), "To see their ids: coach list draft"),
        (("sent", "zzz"), "To see their ids: coach list draft"),
        (("delete", "promise", "zzz", "--yes"), "To see their ids: coach list promise"),
        (("list", "person"), "There is no kind 'person' to list or delete."),
        (("delete", "notes", "gone", "--yes"), "There is no note with the id 'gone'."),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.output


def test_deleting_asks_and_says_what_went(run: Run, home: Path) -> None:
    assert "Nothing was changed." in run("delete", "note", "n1", input="n\n").output
    done = run("delete", "event", "fair", "--yes", "--json")
    document = json.loads(done.stdout)
    assert document["deleted"] == "fair"
    assert [(one["kind"], one["id"]) for one in document["before"]] == [("event", "fair"), ("note", "n1")]
    for kind, entry in (("note", "n1"), ("challenge", "n2"), ("rehearsal", "r1"), ("promise", "c1"), ("draft", "d1")):
        assert run("delete", kind, entry, "--yes").exit_code == 0
    with open_coach(home) as coach:
        assert [*coach.store.notes(), *coach.store.rehearsals(), *coach.store.commitments()] == []
        with pytest.raises(NotFoundError):
            coach.store.get(Draft, "d1")
