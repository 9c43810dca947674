"""A model that cannot be made: it is not saved, and where it was set by other means, every page opens all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from conftest import Open
from langchain_core.embeddings import DeterministicFakeEmbedding
from screen import press, words
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from coach.bootstrap import open_coach
from coach.config import Settings, load_settings
from coach.facade import Coach
from coach.ui import workspace
from coach.ui.components import guided_start
from coach.ui.strings import t

PAGES = ("prepare", "capture", "follow_up", "nurture", "reflect", "clinic", "rehearse", "people", "stories", "insight")
NO_KEY = Settings(llm="openai")
NO_ADDRESS = Settings(llm="compatible", llm_base_url="banana")
NO_SUCH_FILE = Settings(llm="embedded", llm_model="gone-since")


@pytest.fixture
def locked(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    """The workspace with settings that fit no model."""
    opened = open_coach(
        tmp_path / "home", settings=request.param, embeddings=DeterministicFakeEmbedding(size=32), sample=True
    )
    guided_start.later(opened)
    monkeypatch.setattr(workspace, "open_workspace", lambda: opened)
    st.cache_resource.clear()
    yield opened
    opened.close()
    st.cache_resource.clear()


@pytest.mark.parametrize(
    ("locked", "why"),
    [
        (NO_KEY, "OPENAI_API_KEY is not set."),
        (NO_ADDRESS, "The language model&#x27;s address &#x27;banana&#x27; is not an http(s) address."),
        (NO_SUCH_FILE, "There is no model &#x27;gone-since&#x27;."),
    ],
    indirect=["locked"],
)
def test_pages_that_need_no_model_open_and_say_what_is_wrong_with_it(locked: Coach, why: str, open_page: Open) -> None:
    for name in PAGES:
        app = open_page(name)
        assert not app.exception
        shown = words(app)
        assert why in shown
        assert "page-head" in shown or name == "today"
        assert 'class="trouble"' not in shown, name


@pytest.mark.parametrize("locked", [NO_KEY, NO_ADDRESS, NO_SUCH_FILE], indirect=True)
def test_settings_lead_back_to_a_model_that_works(locked: Coach, open_page: Open) -> None:
    app = open_page("settings")
    assert "cannot be used" in words(app)
    _who_writes(app).set_value("none").run()
    press(app, "Save the choice")
    assert load_settings(locked.home).llm == "none"


@pytest.mark.parametrize("locked", [NO_KEY], indirect=True)
def test_the_banner_leads_to_settings(locked: Coach, open_page: Open) -> None:
    assert "Who writes?" in [one.label for one in press(open_page("people"), "Choose another model").radio]


@pytest.mark.parametrize("locked", [NO_SUCH_FILE], indirect=True)
def test_the_embedded_model_is_offered_by_a_name_that_is_known(locked: Coach, open_page: Open) -> None:
    app = open_page("settings")
    press(app, "Save the choice")
    assert load_settings(locked.home).llm_model == ""


def test_openai_without_a_key_cannot_be_saved(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    _who_writes(app).set_value("openai").run()
    assert "OPENAI_API_KEY is not set" in words(app)
    assert next(one for one in app.button if one.key == "settings.llm.apply").disabled


@pytest.mark.parametrize(
    "address", ["banana", "localhost:11434/v1", "127.0.0.1:11434", "ftp://x/v1", "http://", "http://[x", "http://a b"]
)
def test_an_address_that_is_none_is_refused_and_nothing_is_kept(coach: Coach, address: str, open_page: Open) -> None:
    app = open_page("settings")
    _who_writes(app).set_value("compatible").run()
    next(one for one in app.text_input if one.key == "settings.llm.url").set_value(address).run()
    press(app, "Save the choice")
    shown = words(app)
    assert "is not an http(s) address" in shown
    assert "Give it like http://127.0.0.1:11434/v1" in shown
    assert load_settings(coach.home) == Settings()
    assert coach.settings.llm_base_url != address


def test_an_address_is_kept_without_the_blanks_around_it(coach: Coach, open_page: Open) -> None:
    app = open_page("settings")
    next(one for one in app.text_input if one.key == "settings.llm.url").set_value(" http://127.0.0.1:9/v1 ").run()
    press(app, "Save the choice")
    assert load_settings(coach.home).llm_base_url == "http://127.0.0.1:9/v1"


def test_the_name_of_one_kind_of_model_is_not_given_to_another(coach: Coach, open_page: Open) -> None:
    coach.configure(coach.settings.model_copy(update={"llm_model": "gpt-of-theirs"}))
    app = open_page("settings")
    _who_writes(app).set_value("embedded").run()
    press(app, "Save the choice")
    assert (load_settings(coach.home).llm, load_settings(coach.home).llm_model) == ("embedded", "")


def test_no_model_of_this_machine_is_called_in_use_while_another_one_is(coach: Coach, open_page: Open) -> None:
    from coach.llm.catalogue import catalogue

    coach.model.name = catalogue()[0].name
    assert ">in use<" not in words(open_page("settings"))


@pytest.mark.parametrize("locked", [NO_KEY], indirect=True)
def test_it_is_said_in_german_too(locked: Coach, open_page: Open) -> None:
    locked.configure(locked.settings.model_copy(update={"app_language": "de"}))
    try:
        shown = words(open_page("settings"))
        assert "Als Sprachmodell ist &#x27;openai&#x27; gewählt, und OPENAI_API_KEY ist nicht gesetzt." in shown
        assert "OpenAI (nicht zu gebrauchen)" in shown
    finally:
        t.use("en")


def _who_writes(app: AppTest) -> Radio[str]:
    return next(one for one in app.radio if one.key == "settings.llm")
