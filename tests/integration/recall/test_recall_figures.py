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

MEASURED = {"recall@10": 0.8274, "ndcg@10": 0.7346, "session hit@1": 0.8148}
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
    for name, measured in MEASURED.items():
        assert found[name] >= measured - POINT, f"{name} fell from {measured} to {found[name]}"


def test_questions_in_four_languages_find_their_notes_in_the_same_language() -> None:
    assert figures(MiniLMEmbeddings(), "minilm")["same language"]["first"] >= 0.95
