"""The program takes everything along and brings it in, and makes one person of two."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import vobject
from typer.testing import CliRunner, Result

from coach.cli import app


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_LLM", "none")


def _run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--home", str(home)])


def _json(home: Path, *words: str) -> Any:
    done = _run(home, *words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "home"
    assert _run(folder, "init", "--sample", "--no-starter", "--name", "Robin").exit_code == 0
    return folder


def test_out_and_into_an_empty_home(home: Path, tmp_path: Path) -> None:
    new, file, again = tmp_path / "new", tmp_path / "w.json", tmp_path / "again.json"
    assert _run(home, "export", str(file)).exit_code == 0
    report = _json(new, "bring-in", str(file))
    assert report["added"] > 10
    assert _json(new, "bring-in", str(file))["added"] == 0
    assert _run(new, "export", str(again)).exit_code == 0
    old, fresh = json.loads(file.read_text()), json.loads(again.read_text())
    assert {**old, "made_at": ""} == {**fresh, "made_at": ""}
    assert fresh["choices"] == {"user_name": "Robin"}


def test_out_to_stdout_and_in_from_stdin(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    out = _run(home, "export", "-")
    assert out.exit_code == 0
    assert json.loads(out.stdout)["choices"] == {"user_name": "Robin"}
    assert "Written to stdout" in out.stderr
    new = ["--home", str(tmp_path / "new")]
    taken = CliRunner().invoke(app, ["bring-in", "-", "--json", *new], input=out.stdout_bytes)
    assert json.loads(taken.stdout)["added"] > 10
    assert not (tmp_path / "-").exists()
    refused = _run(home, "export", "-", "--json")
    assert refused.exit_code == 2
    assert "stdout" in json.loads(refused.stdout)["error"]["message"]


def test_the_other_forms(home: Path, tmp_path: Path) -> None:
    name = _json(home, "people")[0]["name"]
    assert _run(home, "export", str(tmp_path / "one.vcf"), "--as", "vcard", "--person", name).exit_code == 0
    assert vobject.readOne((tmp_path / "one.vcf").read_text()).fn.value == name
    assert _run(home, "export", str(tmp_path / "w.zip"), "--as", "markdown").exit_code == 0
    assert zipfile.is_zipfile(tmp_path / "w.zip")
    assert _run(home, "export", str(tmp_path / "w.ics"), "--as", "ics").exit_code == 0
    assert b"BEGIN:VEVENT" in (tmp_path / "w.ics").read_bytes()
    assert _run(home, "export", str(tmp_path / "x"), "--person", name).exit_code == 2


def test_a_file_that_is_none_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{")
    done = _run(home, "bring-in", str(tmp_path / "x.json"))
    assert done.exit_code == 2
    assert "not a whole workspace file" in done.stderr
    assert _run(home, "bring-in", str(tmp_path / "nothing")).exit_code == 2
    for name, content in {"zip": b"PK\x03\x04\x9e\xff", "latin": "Müller".encode("latin-1")}.items():
        (tmp_path / name).write_bytes(content)
        done = _run(home, "bring-in", str(tmp_path / name))
        assert done.exit_code == 2
        assert "codec" not in done.stderr
    assert "The file is no text" in done.stderr


def test_people_who_were_forgotten_and_come_back_are_named(tmp_path: Path) -> None:
    home = tmp_path / "home"
    _run(home, "init", "--no-starter")
    for name in ("Ann Lee", "Bo Vale"):
        _run(home, "add", "person", name)
    _run(home, "export", str(tmp_path / "w.json"))
    _run(home, "forget", "Ann Lee", "--yes")
    done = _run(home, "bring-in", str(tmp_path / "w.json"))
    assert "People who were not here: Ann Lee.\n" in done.stdout
    assert "coach forget NAME" in done.stdout
    assert "People who were not here" not in _run(home, "bring-in", str(tmp_path / "w.json")).stdout
    assert "People who were not here" not in _run(tmp_path / "new", "bring-in", str(tmp_path / "w.json")).stdout


def test_a_workspace_file_in_another_unicode_form_is_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    _run(home, "init", "--no-starter")
    _run(home, "add", "person", "Zoë Müller")
    _run(home, "export", str(tmp_path / "w.json"))
    text = (tmp_path / "w.json").read_text(encoding="utf-8")
    for form in ("utf-8-sig", "utf-16"):
        (tmp_path / form).write_bytes(text.encode(form))
        assert _run(home, "bring-in", str(tmp_path / form)).exit_code == 0


def test_one_person_who_comes_twice(tmp_path: Path) -> None:
    home = tmp_path / "home"
    _run(home, "init", "--no-starter")
    ann = _json(home, "add", "person", "Ann Lee", "--email", "ann@example.org", "--role", "baker")["item"]["id"]
    annie = _json(home, "add", "person", "Annie Lee", "--email", "ann@example.org", "--role", "miller")["item"]["id"]
    assert {(one["first"], one["second"]) for one in _json(home, "duplicates")} == {tuple(sorted((ann, annie)))}

    made = _json(home, "merge", ann, annie, "--take", "role")
    assert [person["role"] for person in _json(home, "people")] == ["miller"]
    assert _json(home, "duplicates") == []
    assert "Annie Lee went into Ann Lee" in _run(home, "duplicates", "--merged").stdout
    assert _run(home, "merge", ann, ann).exit_code == 2
    assert _run(home, "merge", ann, ann, "--take", "shoes").exit_code == 2

    assert _run(home, "unmerge", made["id"]).exit_code == 0
    assert len(_json(home, "people")) == 2
    _run(home, "merge", ann, annie, "--apart")
    assert _json(home, "duplicates") == []
