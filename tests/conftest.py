"""Shared by all tests: a home of their own, and no way out of this machine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine must not turn a slow first example into a failure.
settings.register_profile("coach", deadline=None)
settings.load_profile("coach")

SHARED = Path(os.environ.get("COACH_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the real workspace, and no setting of the caller's environment leaks in."""
    for name in [name for name in os.environ if name.startswith("COACH_") and name != "COACH_SHARED_DATA"]:
        if name != "COACH_MODELS_DIR":
            monkeypatch.delenv(name)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))


@pytest.fixture
def shared_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the data folder {SHARED} is not here")
    return SHARED
