"""`coach nurture`, and every option of `coach import`, on a real workspace without a language model."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from coach.cli import app

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "intake"
CHAT = "[14.07.23, 21:03:11] Ana: hello there\n[14.07.23, 21:04:00] Robin: good evening\n"
TABLE = "Who,Firm,Mood\nIda Blum,Kiln,glad\nNoor Aziz,Tick & Sons,calm\n"


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_LLM", "none")


def run(home: Path, *words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [*words, "--home", str(home)], input=given)


def read(home: Path, *words: str, given: str | None = None) -> Any:
    done = run(home, *words, "--json", given=given)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "home"
    assert run(folder, "init", "--sample", "--no-starter", "--name", "Robin").exit_code == 0
    return folder


def person(home: Path, name: str) -> Any:
    (found,) = read(home, "people", name)
    return found


def refused(done: Result, words: str) -> None:
    assert done.exit_code == 2, done.output
    assert words in done.output
    assert "Traceback" not in done.output


# ---------------------------------------------------------------------------------------------- nurture
def test_a_note_without_a_day_is_a_contact_where_it_tells_of_one(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run(home, "init", "--no-starter", "--name", "Robin").exit_code == 0
    for one in ("Priya Raman", "Tomáš Novák", "Ines Duarte"):
        assert run(home, "add", "person", one).exit_code == 0
    run(home, "add", "note", "Likes tea", "--person", "Priya Raman")
    run(home, "add", "note", "Met him at the kiln.", "--person", "Tomáš Novák")
    run(home, "add", "note", "Likes jam", "--person", "Ines Duarte", "--on", "2026-01-02")
    last = {
        name: (read(home, "nurture", name)["rhythm"]["tie"]["contacts"] or {}).get("last")
        for name in ("Priya Raman", "Tomáš Novák", "Ines Duarte")
    }
    today = datetime.now().astimezone().date().isoformat()
    assert last == {"Priya Raman": None, "Tomáš Novák": today, "Ines Duarte": "2026-01-02"}


def test_nurture_lists_whose_turn_it_is_and_why(home: Path) -> None:
    shown = run(home, "nurture")
    assert shown.exit_code == 0
    assert "Hedda Solbakk-Ito" in shown.stdout
    assert "Hedda has helped you once." in shown.stdout
    assert "Hedda Solbakk-Ito" in [one["tie"]["name"] for one in read(home, "nurture")]


def test_nurture_shows_one_person_and_keeps_what_is_decided(home: Path) -> None:
    assert "idea: introduction Noelani Fairhurst" in run(home, "nurture", "Keiko").stdout
    decided = read(home, "nurture", "Hedda", "--every", "60")
    assert decided["rhythm"]["cadence"]["days"] == 60
    until = date.today() + timedelta(days=14)  # noqa: DTZ011 - the program asks for the user's own day too
    read(home, "nurture", "Hedda", "--snooze", "+14")
    assert person(home, "Hedda")["quiet_until"] == until.isoformat()
    assert f"no reminder before {until}" in run(home, "nurture", "Hedda").stdout
    read(home, "nurture", "Hedda", "--done", "Talked about her letters.")
    assert "Hedda Solbakk-Ito" not in [one["tie"]["name"] for one in read(home, "nurture")]
    assert run(home, "nurture", "Hedda", "--every", "0").stdout.startswith("Hedda Solbakk-Ito: no reminders")


def test_nurture_leaves_somebody_out_this_time(home: Path) -> None:
    read(home, "nurture", "Keiko", "--skip")
    assert person(home, "Keiko")["quiet_until"] > date.today().isoformat()  # noqa: DTZ011 - as above


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nurture", "Nobody Known"], "Nobody Known"),
        (["nurture", "Hedda", "--snooze", "2001-01-01"], "is not ahead"),
        (["nurture", "Hedda", "--snooze", "someday"], "someday"),
        (["nurture", "Hedda", "--every", "-5"], "every"),
        (["nurture", "Hedda", "--every", "99999"], "The number of days is 99999."),
    ],
)
def test_nurture_refuses_what_it_cannot_use(home: Path, words: list[str], said: str) -> None:
    done = run(home, *words)
    refused(done, said)
    assert "pydantic" not in done.output


# ---------------------------------------------------------------------------------------------- import
def test_columns_are_named_kept_and_remembered(home: Path, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text(TABLE, encoding="utf-8")
    named = ["--column", "Who=name", "--column", "Firm=organisation", "--column", "Mood="]
    shown = run(home, "import", str(table), *named, "--dry-run")
    assert "Who=name, Firm=organisation, Mood=left out" in shown.stdout
    assert read(home, "import", str(table), *named, "--yes")["saved"]["added"] == 2
    again = run(home, "import", str(table), "--dry-run")
    assert "Who=name, Firm=organisation, Mood=left out" in again.stdout
    assert person(home, "Ida Blum")["organisation"] == "Kiln"


def test_the_people_of_a_list_come_to_an_event(home: Path, tmp_path: Path) -> None:
    table = tmp_path / "guests.csv"
    table.write_text("Name,Company\nWei Tang,Loom\n", encoding="utf-8")
    read(home, "import", str(table), "--event", "the long", "--yes")
    assert person(home, "Wei Tang")["relation"] == "prospect"


def test_a_chat_knows_who_you_are_and_can_be_piped_in(home: Path) -> None:
    unsaid = run(home, "import", "-", "--kind", "whatsapp", "--dry-run", given=CHAT)
    assert "Who writes: Ana, Robin. Say which one is you with --me." in unsaid.stdout
    found = read(home, "import", "-", "--kind", "whatsapp", "--me", "Robin", "--yes", given=CHAT)
    assert found["found"] == {"person": 1, "note": 2}


def test_a_calendar_that_is_called_as_a_kept_event_is_its_programme(home: Path, tmp_path: Path) -> None:
    run(home, "add", "event", "Kiln Days", "--on", "2031-05-06", "--until", "2031-05-07")
    at = "BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:Talk {n}\r\nDTSTART:2031050{day}T1{n}0000\r\nEND:VEVENT\r\n"
    entries = "".join(at.format(n=n, day=6 + n // 2) for n in range(4))
    file = tmp_path / "x.ics"
    for name, found in (("Kiln Days", {"event": 1, "session": 4}), ("Kiln", {"event": 4})):
        file.write_text(f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:{name}\r\n{entries}END:VCALENDAR\r\n")
        seen = read(home, "import", str(file), "--dry-run")
        assert seen["found"] == found
        assert seen["joins"] == ("Kiln Days" if "session" in found else "")
    assert read(home, "import", str(file), "--many-events", "--dry-run")["found"] == {"event": 4}


def test_a_conferences_calendar_is_one_event_or_many(home: Path) -> None:
    file = str(FIXTURES / "pretalx.ics")
    one = run(home, "import", file, "--dry-run")
    assert "1 event" in one.stdout
    assert "--many-events takes them otherwise" in one.stdout
    assert read(home, "import", file, "--many-events", "--dry-run")["found"] == {"event": 3}
    assert read(home, "import", file, "--one-event", "--yes")["found"] == {"person": 3, "event": 1, "session": 3}


SCHEDULE = "09:00 Opening – Anouk Visser (Waternet)\n13:00 Panel – Ines Duarte, Sabine Krüger\n"
OWN = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
SUMMARY:Weekly sync
DTSTART:20990507T090000
ATTENDEE;CN=Ines Duarte:mailto:ines@x.org
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Dentist
DTSTART:20990508T090000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    folder = tmp_path / "cities"
    run(folder, "init", "--no-starter")
    for name in ("Ines Duarte", "Sabine Krüger"):
        run(folder, "add", "person", name)
    run(folder, "add", "event", "Data for Cities 2099", "--on", "2099-05-07", "--attendee", "Ines Duarte")
    return folder


def test_the_preview_names_who_is_known_who_is_new_and_the_event(cities: Path) -> None:
    shown = run(cities, "import", "-", "--dry-run", given=SCHEDULE).stdout
    assert "3 people, 1 event, 2 sessions" in shown
    assert "Known already: Ines Duarte, Sabine Krüger" in shown
    assert "New: Anouk Visser" in shown
    assert "--event says which one it is" in shown
    part = read(cities, "import", "-", "--event", "Data", "--yes", given=SCHEDULE)
    assert (part["joins"], part["new"]) == ("Data for Cities 2099", ["Anouk Visser"])
    assert [one["name"] for one in read(cities, "events")] == ["Data for Cities 2099"]
    assert sorted(one["name"] for one in read(cities, "people")) == ["Anouk Visser", "Ines Duarte", "Sabine Krüger"]


def test_a_calendar_for_an_event_is_its_programme(cities: Path) -> None:
    read(cities, "import", str(FIXTURES / "pretalx.ics"), "--one-event", "--event", "Data", "--yes")
    assert [one["name"] for one in read(cities, "events")] == ["Data for Cities 2099"]


def test_an_event_or_a_name_that_a_file_has_no_use_for_is_refused(cities: Path, tmp_path: Path) -> None:
    own, chat = tmp_path / "own.ics", tmp_path / "chat.txt"
    own.write_text(OWN, encoding="utf-8")
    chat.write_text(CHAT, encoding="utf-8")
    refused(
        run(cities, "import", str(own), "--event", "Data", "--yes"), "--event has no use here: 'own.ics' holds 2 events"
    )
    refused(run(cities, "import", str(chat), "--event", "Data", "--yes"), "--event has no use here")
    refused(run(cities, "import", str(chat), "--me", "Nobody", "--yes"), "Nobody in 'chat.txt' is called 'Nobody'")
    assert len(read(cities, "people")) == 2


def test_who_is_invited_in_a_calendar_does_not_write(cities: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.ics"
    own.write_text(OWN, encoding="utf-8")
    shown = run(cities, "import", str(own), "--dry-run").stdout
    assert "2 events, 1 person" in shown
    assert "Invited: Ines Duarte. If one of them is you, say so with --me." in shown
    assert "Who writes" not in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no-such-file.csv"], "no-such-file.csv"),
        (["{table}", "--kind", "nonsense"], "There is no importer called 'nonsense'"),
        (["{table}", "--column", "Shoe=name"], "has no column 'Shoe'"),
        (["{table}", "--column", "Who=shoe"], "'shoe' is nothing that a column can be"),
        (["{table}", "--event", "Nowhere"], "Nowhere"),
        (["{zip}"], "is damaged"),
    ],
)
def test_import_refuses_what_it_cannot_use(home: Path, tmp_path: Path, words: list[str], said: str) -> None:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "z.csv").write_bytes(b"PK\x03\x04 not a zip")
    filled = [one.format(table=tmp_path / "t.csv", zip=tmp_path / "z.csv") for one in words]
    done = run(home, "import", *filled, "--yes", "--json")
    refused(done, said)
    assert json.loads(done.stdout)["error"]["next_step"]


# ---------------------------------------------------------------------------------- one person of two
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["merge", "Nobody Known", "Hedda"], "Nobody Known"),
        (["unmerge", "no-such-merge"], "no-such-merge"),
    ],
)
def test_exchange_refuses_what_it_cannot_use(home: Path, words: list[str], said: str) -> None:
    refused(run(home, *words), said)
