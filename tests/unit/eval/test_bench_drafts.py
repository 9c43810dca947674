"""The benchmark of drafts notes every call of the model, and knows the model's process in each of its shapes."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from langchain_core.messages import HumanMessage

from coach.domain.brief import PersonBrief
from coach.domain.models import TokenUse
from coach.domain.progress import Update
from coach.llm import ask as asking
from coach.llm.answers import Answer
from coach.llm.embedded import SERVER_PROGRAM
from coach.llm.runtime import PROGRAM
from eval import bench_app, bench_drafts


def test_calls_are_noted_and_the_way_to_ask_is_put_back() -> None:
    before = asking.ask
    pretended = Answer(text="", usage=TokenUse(prompt=5))
    with bench_drafts._calls(pretended) as sent:
        assert asking.ask(cast(Any, None), [HumanMessage("hello")], max_tokens=1, temperature=0) is pretended
    assert [one.messages[0].content for one in sent] == ["hello"]
    assert asking.ask is before


def test_a_watch_keeps_the_first_words_and_counts_openers() -> None:
    watch = bench_drafts.Watch()
    watch(Update(stage="ranked"))
    assert watch.first_words_s is None
    watch(Update(stage="writing", text="Ask"))
    first = watch.first_words_s
    watch(Update(stage="writing", text="Ask her"))
    watch(Update(stage="person", payload=PersonBrief(person_id="p", name="Keiko")))
    assert (first is not None, watch.first_words_s, watch.openers) == (True, first, 0)
    assert watch.openers_s is not None


@pytest.mark.parametrize(
    ("command", "model"),
    [
        ([sys.executable, "-P", str(SERVER_PROGRAM)], True),
        ([str(Path("/somewhere/tuned") / PROGRAM), "--model", "m.gguf"], True),
        ([sys.executable, "-m", "coach.cli", "app"], False),
        ([], False),
    ],
    ids=["package", "tuned", "app", "ended"],
)
def test_the_models_process_is_told_from_the_app(command: list[str], model: bool) -> None:
    assert bench_app._is_model(cast(Any, SimpleNamespace(cmdline=lambda: command))) is model
