from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from coach.config import Price, Settings, default_home, load_settings, save_settings
from coach.errors import ModelDownloadError
from coach.llm import library
from coach.llm.progress import Progress
from coach.llm.sent_log import SentLog

Run = Callable[..., Result]


def row(**changes: object) -> library.ModelRow:
    fields: dict[str, object] = {
        "name": "tiny",
        "family": "tiny",
        "description": "A tiny model.",
        "licence": "Apache-2.0",
        "size": 12_000_000,
        "sha256": "0" * 64,
        "state": "ready",
        "fetched": 12_000_000,
        "in_use": True,
        "added": False,
        "path": "/models/tiny.gguf",
    }
    return library.ModelRow.model_validate({**fields, **changes})


def test_list_shows_the_catalogue_and_marks_the_one_in_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "list_models", lambda settings, folder: [row(), row(name="other", in_use=False)])
    done = run("model", "list")
    assert done.stdout == (
        "* tiny: 12 MB, ready, Apache-2.0\n    A tiny model.\n  other: 12 MB, ready, Apache-2.0\n    A tiny model.\n"
    )
    assert [entry["name"] for entry in json.loads(run("model", "list", "--json").stdout)] == ["tiny", "other"]


def test_pull_draws_a_bar_on_stderr_and_ends_with_the_path(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def pull(name: str, folder: Path, progress: Callable[[Progress], None]) -> library.ModelRow:
        progress(Progress(done=6_000_000, total=12_000_000, speed=2e6, seconds_left=3.0, stage="fetching"))
        return row(name=name or "tiny")

    monkeypatch.setattr(library, "pull", pull)
    done = run("model", "pull")
    assert done.stdout == "tiny is ready: /models/tiny.gguf\n"
    assert "6.0/12.0 MB" in done.stderr
    assert "2.0 MB/s" in done.stderr
    assert "3 s left" in done.stderr


def test_a_failed_pull_ends_with_4(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def pull(*_: object) -> library.ModelRow:
        raise ModelDownloadError("The fetch broke off.", "Run it again: it goes on where it stopped.")

    monkeypatch.setattr(library, "pull", pull)
    done = run("model", "pull", "tiny")
    assert done.exit_code == 4
    assert "The fetch broke off.\nRun it again" in done.stderr


def test_use_is_kept_in_the_workspace(run: Run, tmp_path: Path) -> None:
    name = run("model", "list", "--json")
    chosen = json.loads(name.stdout)[-1]["name"]
    done = run("model", "use", chosen, "--home", str(tmp_path))
    assert done.stdout == f"From now on: {chosen}.\n"
    assert load_settings(tmp_path).llm_model == chosen
    assert run("model", "use", "no-such-model").exit_code == 2


def test_add_and_remove_a_file_of_your_own(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COACH_MODELS_DIR", str(tmp_path / "models"))
    (tmp_path / "no-model.gguf").write_bytes(b"PK\x03\x04")
    assert run("model", "add", str(tmp_path / "no-model.gguf")).exit_code == 2
    for asked in ("removable", "remove"):
        monkeypatch.setattr(library, asked, lambda name, folder: row(name=name, added=True))
    assert run("model", "remove", "mine", input="n\n").stdout.endswith("Nothing was changed.\n")
    assert run("model", "remove", "mine", "--yes").stdout == "mine is forgotten.\n"


def test_what_is_not_here_is_said_and_not_asked_about(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COACH_MODELS_DIR", str(tmp_path / "models"))
    catalogued = json.loads(run("model", "list", "--json").stdout)[0]["name"]
    for name in ("nope", catalogued):
        done = run("model", "remove", name, input="y\n")
        assert done.exit_code == 2
        assert name in done.stderr
        assert "Remove the model" not in done.output


@pytest.fixture
def home() -> Path:
    return default_home()


def elsewhere(home: Path) -> None:
    save_settings(home, Settings(llm_base_url="http://192.0.2.7:8000/v1", llm_model="m"))


def test_consent_shows_the_page_and_is_kept(run: Run, home: Path) -> None:
    elsewhere(home)
    done = run("model", "consent", "--yes")
    assert "a prompt is sent over the internet to 192.0.2.7" in done.stderr
    assert load_settings(home).accepted_providers == ("192.0.2.7",)
    assert run("model", "consent", "--withdraw").exit_code == 0
    assert load_settings(home).accepted_providers == ()


def test_consent_that_is_not_given_is_not_kept(run: Run, home: Path) -> None:
    elsewhere(home)
    assert json.loads(run("model", "consent", "--json", "--withdraw").stdout)["agreed"] is False
    assert run("model", "consent", "--json").exit_code == 2
    assert load_settings(home).accepted_providers == ()


def test_a_model_on_this_machine_needs_no_consent(run: Run) -> None:
    assert "Nothing leaves this machine" in run("model", "consent").stdout


def test_what_was_sent_can_be_read_and_erased(run: Run, home: Path) -> None:
    assert "Nothing was ever sent" in run("model", "sent").stdout
    body = json.dumps({"messages": [{"role": "user", "content": "Write to Person1."}]})
    SentLog(home).add("https://models.example/v1/chat/completions", body.encode())
    assert "user: Write to Person1." in run("model", "sent").stdout
    assert json.loads(run("model", "sent", "--erase", "--json").stdout) == {"erased": 1}
    assert SentLog(home).count() == 0


def test_a_price_is_kept_and_a_negative_one_refused(run: Run, home: Path) -> None:
    assert run("model", "price", "big", "2.5", "10", "--currency", "EUR").exit_code == 0
    assert load_settings(home).prices == {"big": Price(read=2.5, written=10, currency="EUR")}
    assert run("model", "price", "big", "--", "-1", "10").exit_code == 2
