"""Learns the weights of recall's signals: coach/recall/data/weights.json.

Data: LoCoMo's conversations 0 to 2, which are set apart for choosing settings. A dozen weights of a linear sum
are chosen so that the answering turns gain probability among the first 200 (softmax, Adam, an L2 pull to zero).
Run: python -m eval.fit_recall --data ../shared/data/locomo/locomo10.json [--embedder e5]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.config import Settings
from coach.domain.evidence import Filters
from coach.recall import RecallIndex, make_embeddings
from coach.recall.scoring import total
from coach.recall.weights import SIGNALS, weights
from eval.locomo import TUNED_ON, Conversation, read
from eval.vectors import KeptEmbeddings

TARGET = Path("coach/recall/data/weights.json")
AMONG = 200
Floats = NDArray[np.float64]


def examples(conversation: Conversation, embedder: str) -> tuple[Floats, Floats]:
    """For each question the signals of its first candidates and which of them answer: (asks, 200, signals)."""
    rows, answers = [], []
    with tempfile.TemporaryDirectory() as folder:
        embeddings = KeptEmbeddings(make_embeddings(Settings.model_validate({"embedder": embedder})), embedder)
        index = RecallIndex(Path(folder), embeddings, embedder_name=embedder)
        index.upsert(conversation.notes)
        search = index.searcher()
        allowed = search.allowed(Filters())
        ids = np.array([note.source_id for note in conversation.notes])
        for ask in conversation.asks:
            near, lists = search.look(index.asked(ask.text), 20, allowed)
            first = np.argsort(-total(lists, weights(late=False)))[:AMONG]
            rows.append(np.stack([lists[name][first] for name in SIGNALS], axis=-1))
            answers.append(np.isin(ids[near.slots[first]], list(ask.evidence)))
        index.close()
    return np.array(rows, float), np.array(answers, float)


def fit(parts: Sequence[tuple[Floats, Floats]], late: bool, pull: float = 2e-3, steps: int = 600) -> dict[str, float]:
    """The weights under which the answers are most probable."""
    rows = np.concatenate([part[0] for part in parts])
    answers = np.concatenate([part[1] for part in parts])
    known = answers.sum(axis=1) > 0
    rows, answers = rows[known], answers[known]
    used = np.array([late or name != "word by word" for name in SIGNALS])
    spread = rows.std(axis=(0, 1)) + 1e-9
    scaled = (rows - rows.mean(axis=(0, 1))) / spread * used
    target = answers / answers.sum(axis=1, keepdims=True)
    learned = np.zeros(len(SIGNALS))
    first, second = np.zeros_like(learned), np.zeros_like(learned)
    for step in range(1, steps + 1):
        scores = scaled @ learned
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        slope = np.einsum("qc,qcs->s", odds - target, scaled) / len(rows) + 2 * pull * learned
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        learned -= 0.03 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
        # A signal may count for little, but none that speaks for a note may be turned against it.
        learned = np.where(np.array(SIGNALS) == "asks itself", np.minimum(learned, 0), np.maximum(learned, 0))
    return {name: round(float(value), 4) for name, value in zip(SIGNALS, learned / spread * used, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/locomo/locomo10.json"))
    parser.add_argument("--embedder", default="minilm")
    options = parser.parse_args()
    tuned = [one for one in read(options.data) if one.number in TUNED_ON]
    parts = [examples(one, options.embedder) for one in tuned]
    table = json.loads(TARGET.read_text(encoding="utf-8"))
    table["without word by word"] = fit(parts, late=False)
    table["with word by word"] = fit(parts, late=True)
    TARGET.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(table, indent=2))


if __name__ == "__main__":
    main()
