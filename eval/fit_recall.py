"""Learns the weights of recall's signals: coach/recall/data/weights.json.

Data: LoCoMo's conversations 0 to 2, which are set apart for choosing settings, and those of `eval.written.CHOOSING`,
from which the encoder has not learned. A score of weights of a linear sum are chosen so that the answering notes, and
with a smaller part their sessions, gain probability among the first 200 (softmax, Adam, an L2 pull to zero). Leaving
one of LoCoMo's conversations out shows what the choice is worth on another.
Run: python -m eval.fit_recall --data ../shared/data/locomo/locomo10.json [--embedder e5]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.domain.evidence import Filters
from coach.recall import RecallIndex
from coach.recall.scoring import total
from coach.recall.weights import LATE, SIGNALS, weights
from eval.locomo import TUNED_ON, Ask, Conversation, read
from eval.recall import mean, score
from eval.vectors import kept
from eval.written import CHOOSING, written

TARGET = Path("coach/recall/data/weights.json")
AMONG = 200
THREADS = 0.3
"""How much of the aim is to rank the right session first, the rest being the right turn."""
SHARES = {"locomo": 2.0, "chats": 1.0, "notebooks": 1.0}
"""How much each kind of collection counts."""
SPEAKS_AGAINST = "asks itself"
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Examples:
    """One collection's questions with the signals of their first candidates: (asks, 200, signals)."""

    kind: str
    asks: tuple[Ask, ...]
    turns: NDArray[np.str_]
    """Ids of the candidates; "" where there are fewer than 200."""
    signals: Floats
    answers: Bools
    in_session: Bools
    """Whether a candidate stands in a session that holds an answer."""


def examples(conversation: Conversation, embedder: str, kind: str = "locomo") -> Examples:
    """What recall sees of each question's first candidates."""
    rows, turns = [], []
    with tempfile.TemporaryDirectory() as folder:
        embeddings = kept(embedder)
        index = RecallIndex(Path(folder), embeddings, embedder_name=embedder)
        index.upsert(conversation.notes)
        search = index.searcher()
        allowed = search.allowed(Filters())
        ids = np.array([note.source_id for note in conversation.notes])
        for ask in conversation.asks:
            near, lists = search.look(index.asked(ask.text), 20, allowed)
            first = np.argsort(-total(lists, weights(late=False)))[:AMONG]
            nothing = np.zeros(len(first))
            row = np.stack([lists[name][first] if name in lists else nothing for name in SIGNALS], axis=-1)
            lacking = AMONG - len(first)
            rows.append(np.pad(row, ((0, lacking), (0, 0))))
            turns.append(np.pad(ids[near.slots[first]], (0, lacking), constant_values=""))
        index.close()
    answers = [np.isin(found, list(ask.evidence)) for found, ask in zip(turns, conversation.asks, strict=True)]
    sessions = np.char.partition(np.array(turns), ":")[..., 0]
    right = [[one.partition(":")[0] for one in ask.evidence] for ask in conversation.asks]
    in_session = [np.isin(found, names) for found, names in zip(sessions, right, strict=True)]
    return Examples(
        kind, conversation.asks, np.array(turns), np.array(rows, float), np.array(answers), np.array(in_session)
    )


def fit(parts: Sequence[Examples], late: bool, pull: float = 1.5e-2, steps: int = 600) -> dict[str, float]:
    """The weights under which the answers and their sessions are most probable."""
    answers = np.concatenate([part.answers for part in parts])
    known = answers.any(axis=1)
    answers = answers[known]
    rows = np.concatenate([part.signals for part in parts])[known]
    in_session = np.concatenate([part.in_session for part in parts])[known]
    there = np.concatenate([part.turns != "" for part in parts])[known]
    counts = _counted(parts)[known][:, None]
    used = np.array([late or name not in LATE for name in SIGNALS])
    spread = rows[there].std(axis=0) + 1e-9
    scaled = (rows - rows[there].mean(axis=0)) / spread * used
    learned = np.zeros(len(SIGNALS))
    first, second = np.zeros_like(learned), np.zeros_like(learned)
    for step in range(1, steps + 1):
        scores = np.where(there, scaled @ learned, -np.inf)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        wanted = (1 - THREADS) * answers / answers.sum(axis=1, keepdims=True)
        wanted += THREADS * odds * in_session / (odds * in_session).sum(axis=1, keepdims=True)
        slope = np.einsum("qc,qcs->s", (odds - wanted) * counts, scaled) + 2 * pull * learned
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        learned -= 0.03 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
        # A signal may count for little, but none that speaks for a note may be turned against it.
        learned = np.where(np.array(SIGNALS) == SPEAKS_AGAINST, np.minimum(learned, 0), np.maximum(learned, 0))
    return {name: round(float(value), 4) for name, value in zip(SIGNALS, learned / spread * used, strict=True)}


def _counted(parts: Sequence[Examples]) -> Floats:
    """What each question counts: together the questions of a kind have its share, and all of them count 1."""
    sizes = {kind: sum(len(part.asks) for part in parts if part.kind == kind) for kind in SHARES}
    whole = sum(SHARES[kind] for kind, size in sizes.items() if size)
    counts = [np.full(len(part.asks), SHARES[part.kind] / sizes[part.kind] / whole) for part in parts]
    return np.concatenate(counts)


def figures(parts: Sequence[Examples], learned: dict[str, float]) -> dict[str, float]:
    """What recall would reach with these weights."""
    scored = []
    for part in parts:
        weighed = part.signals @ np.array([learned[name] for name in SIGNALS])
        for ask, turns, sums in zip(part.asks, part.turns, np.where(part.turns != "", weighed, -np.inf), strict=True):
            scored.append(score(turns[np.argsort(-sums, kind="stable")].tolist(), ask))
    return mean(scored)


def left_out(parts: Sequence[Examples], late: bool) -> dict[str, dict[str, float]]:
    """By kind recall's figures on each collection with weights that were learned on the others."""
    found: dict[str, dict[str, float]] = {}
    for kind in SHARES:
        rows = [
            figures([part], fit([one for one in parts if one is not part], late)) for part in parts if part.kind == kind
        ]
        sizes = [row["questions"] for row in rows]
        found[kind] = {
            name: round(float(np.average([row[name] for row in rows], weights=sizes)), 4) for name in rows[0]
        } | {"questions": sum(sizes)}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/locomo/locomo10.json"))
    parser.add_argument("--embedder", default="minilm")
    options = parser.parse_args()
    tuned = [one for one in read(options.data) if one.number in TUNED_ON]
    parts = [examples(one, options.embedder) for one in tuned]
    for kind, numbers in CHOOSING.items():
        parts += [examples(one, options.embedder, kind) for one in written(kind, numbers)]
    table = {}
    for name, late in (("with word by word", True), ("without word by word", False)):
        table[name] = fit(parts, late)
        print(f"{name}, one collection left out: {json.dumps(left_out(parts, late))}")
    TARGET.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(table, indent=2))


if __name__ == "__main__":
    main()
