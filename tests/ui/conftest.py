"""An app under test: the real pages on a real workspace with the invented sample, and a stand-in for the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from langchain_core.embeddings import DeterministicFakeEmbedding
from stand_in import StandIn
from streamlit.testing.v1 import AppTest

from coach.bootstrap import open_coach
from coach.config import Settings
from coach.facade import Coach
from coach.ui import workspace
from coach.ui.components import guided_start

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn() as server:
        yield server


@pytest.fixture
def coach(tmp_path: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    """The workspace that the app opens: the sample is in it and is looked at first, the model answers at once."""
    settings = Settings(llm="compatible", llm_base_url=stand_in.url, llm_model="stand-in", user_name="Robin Vale")
    opened = open_coach(
        tmp_path / "home", settings=settings, embeddings=DeterministicFakeEmbedding(size=32), sample=True
    )
    guided_start.later(opened)
    monkeypatch.setattr(workspace, "open_workspace", lambda: opened)
    st.cache_resource.clear()
    yield opened
    for job in workspace.jobs().running():
        job.stop()
    opened.close()
    st.cache_resource.clear()


@pytest.fixture
def empty_coach(tmp_path: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    """A workspace with nothing in it."""
    settings = Settings(llm="compatible", llm_base_url=stand_in.url, llm_model="stand-in")
    opened = open_coach(
        tmp_path / "empty", settings=settings, embeddings=DeterministicFakeEmbedding(size=32), starter=False
    )
    monkeypatch.setattr(workspace, "open_workspace", lambda: opened)
    st.cache_resource.clear()
    yield opened
    opened.close()
    st.cache_resource.clear()


Open = Callable[..., AppTest]


@pytest.fixture
def open_page() -> Open:
    """Open a page by the name of its view, with session state to begin with."""

    def opened(name: str = "today", **state: object) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        for key, value in state.items():
            app.session_state[key] = value
        app.run()
        if name != "today":
            app.switch_page(f"coach/ui/views/{name}.py").run()
        return app

    return opened
