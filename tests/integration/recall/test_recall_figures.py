"""Recall must not get worse unnoticed: figures on small fixed sets, held to within a point of what was measured."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from coach.recall import RecallIndex
from coach.recall.embedders import MiniLMEmbeddings
from eval.languages import figures
from eval.locomo import read
from eval.recall import mean, score

MEASURED = {"recall@10": 0.8479, "ndcg@10": 0.7315, "session hit@1": 0.8272}
"""Conversation 1 of LoCoMo (the shortest: 369 turns, 81 questions), labels as published."""
POINT = 0.01


def test_recall_on_the_fixed_conversation_is_within_a_point_of_the_measured_figures(shared_data: Path) -> None:
    path = shared_data / "locomo" / "locomo10.json"
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    conversation = read(path)[1]
    with tempfile.TemporaryDirectory() as folder:
        index = RecallIndex(Path(folder), MiniLMEmbeddings(), embedder_name="minilm")
        index.upsert(conversation.notes)
        found = mean(score([h.source_id for h in index.search(ask.text, 50)], ask) for ask in conversation.asks)
        index.close()
    assert fallen(found) == {}


def fallen(found: dict[str, float]) -> dict[str, float]:
    """The figures that lie more than a point under what was measured."""
    return {name: found[name] for name, measured in MEASURED.items() if found[name] < measured - POINT}


def test_a_figure_that_falls_by_more_than_a_point_is_noticed() -> None:
    slightly_worse = {name: measured - 0.9 * POINT for name, measured in MEASURED.items()}
    assert fallen(slightly_worse) == {}
    for name, measured in MEASURED.items():
        assert fallen(MEASURED | {name: measured - 1.1 * POINT}).keys() == {name}


def test_questions_in_four_languages_find_their_notes_in_the_same_language() -> None:
    same = figures(MiniLMEmbeddings(), "minilm")["same language"]
    # Measured: 40 of 40 first. Two may be lost, but none may go far down.
    assert same["first"] >= 38 / 40
    assert same["mean reciprocal rank"] >= 0.95
