"""The settings file, which more than one program writes: nobody's choice is undone by another's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.config import Settings, SettingsFile, load_settings, save_settings, settings_path
from coach.errors import InputError

ELSEWHERE = Settings(llm="compatible", llm_base_url="https://api.example.com/v1", tone="plain")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    save_settings(tmp_path, ELSEWHERE)
    return tmp_path


def test_only_what_is_new_is_written_and_what_another_program_wrote_stays(home: Path) -> None:
    opened = load_settings(home)
    file = SettingsFile(home, opened)
    save_settings(home, opened.model_copy(update={"llm": "embedded", "llm_model": "small"}))
    kept = file.keep(opened, opened.model_copy(update={"app_language": "de"}))
    assert kept == load_settings(home)
    assert (kept.llm, kept.llm_model, kept.app_language, kept.tone) == ("embedded", "small", "de", "plain")


def test_what_both_changed_is_as_the_last_one_says(home: Path) -> None:
    opened = load_settings(home)
    file = SettingsFile(home, opened)
    save_settings(home, opened.model_copy(update={"tone": "formal"}))
    assert file.keep(opened, opened.model_copy(update={"tone": "warm"})).tone == "warm"
    assert load_settings(home).tone == "warm"


def test_following_takes_over_what_changed_and_nothing_else(home: Path) -> None:
    given = ELSEWHERE.model_copy(update={"user_name": "Given by the caller"})
    file = SettingsFile(home, given)
    assert file.follow(given) == given
    save_settings(home, ELSEWHERE.model_copy(update={"llm": "none"}))
    followed = file.follow(given)
    assert (followed.llm, followed.user_name) == ("none", "Given by the caller")
    assert file.follow(followed) == followed


def test_a_file_that_cannot_be_read_is_not_written_over(home: Path) -> None:
    file = SettingsFile(home, ELSEWHERE)
    for broken in ("{", "[]"):
        settings_path(home).write_text(broken, encoding="utf-8")
        with pytest.raises(InputError, match="cannot be read"):
            file.keep(ELSEWHERE, ELSEWHERE.model_copy(update={"tone": "warm"}))
        assert settings_path(home).read_text(encoding="utf-8") == broken


def test_what_the_environment_says_does_not_take_its_place_in_the_file(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_LLM", "none")
    save_settings(home, load_settings(home).model_copy(update={"tone": "warm"}))
    kept = json.loads(settings_path(home).read_text(encoding="utf-8"))
    assert (kept["llm"], kept["tone"]) == ("compatible", "warm")
