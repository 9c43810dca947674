"""How good recall is, on LoCoMo: `python -m eval.run recall --data ../shared/data/locomo/locomo10.json --json`.

One note a turn; a question's score is judged against the turns that answer it, and by session (a hit is any
turn of a session that holds one). Settings were chosen on conversations 0 to 2; 3 to 9 tell how good it is.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from coach.recall import RecallIndex
from eval.locomo import CATEGORIES, TUNED_ON, Ask, Conversation, read
from eval.measures import ndcg, recall
from eval.plain_recall import PLAIN
from eval.vectors import kept

OURS = "coach.recall"
DEPTH = 200
"""Turns ranked for each question; the sessions are ranked by their first turn among them."""
BASELINE = Path(__file__).parent / "baselines" / "recall.json"
Scored = dict[str, float]
Ranker = Callable[[Conversation], list[list[str]]]


def score(ranked: Sequence[str], ask: Ask) -> Scored:
    """Every measure for one question."""
    sessions = list(dict.fromkeys(_session(one) for one in ranked))
    right = {_session(one) for one in ask.evidence}
    return {
        "recall@5": recall(ranked, ask.evidence, 5),
        "recall@10": recall(ranked, ask.evidence, 10),
        "recall@20": recall(ranked, ask.evidence, 20),
        "ndcg@10": ndcg(ranked, ask.evidence, 10),
        "session hit@1": float(bool(sessions) and sessions[0] in right),
        "session ndcg@5": ndcg(sessions, right, 5),
        "session recall@10": recall(sessions, right, 10),
    }


def _session(turn: str) -> str:
    return turn.split(":", maxsplit=1)[0]


def ours(embedder: str) -> Ranker:
    """Recall as the app uses it, one index a conversation."""
    embeddings = kept(embedder)

    def rank(conversation: Conversation) -> list[list[str]]:
        with tempfile.TemporaryDirectory() as folder:
            index = RecallIndex(Path(folder), embeddings, embedder_name=embedder)
            index.upsert(conversation.notes)
            ranked = [[hit.source_id for hit in index.search(ask.text, DEPTH)] for ask in conversation.asks]
            index.close()
        return ranked

    return rank


def mean(rows: Iterable[Scored]) -> dict[str, float]:
    kept = list(rows)
    if not kept:
        return {}
    return {name: round(float(np.mean([row[name] for row in kept])), 4) for name in kept[0]} | {"questions": len(kept)}


def figures(conversations: Sequence[Conversation], ranked: dict[int, list[list[str]]]) -> dict[str, Any]:
    """Means over all questions, over both parts of the split, and by category on the reported part."""
    rows = [
        (one.number, ask.category, score(found, ask))
        for one in conversations
        for ask, found in zip(one.asks, ranked[one.number], strict=True)
    ]
    reported = [row for row in rows if row[0] not in TUNED_ON]
    return {
        "all": mean(row[2] for row in rows),
        "tuned on (0-2)": mean(row[2] for row in rows if row[0] in TUNED_ON),
        "reported (3-9)": mean(row[2] for row in reported),
        "by category (3-9)": {
            name: mean(row[2] for row in reported if row[1] == category) for category, name in CATEGORIES.items()
        },
    }


def evaluate(path: Path, corrections: Path | None, embedder: str, plain: bool) -> dict[str, Any]:
    published = read(path)
    rankers: dict[str, Ranker] = dict(PLAIN) if plain else {}
    rankers[f"{OURS} ({embedder})"] = ours(embedder)
    result: dict[str, Any] = {"data": path.name, "split": {"tuned on": list(TUNED_ON)}, "methods": {}}
    for name, rank in rankers.items():
        begun = time.perf_counter()
        ranked = {one.number: rank(one) for one in published}
        result["methods"][name] = {
            "labels as published": figures(published, ranked),
            "seconds": round(time.perf_counter() - begun, 1),
        }
        if corrections:
            result["methods"][name]["labels as corrected"] = figures(read(path, corrections), ranked)
    return result


def table(result: dict[str, Any]) -> str:
    """The reported part as a Markdown table, one row a method."""
    lines = []
    for labels in ("labels as published", "labels as corrected"):
        for part in ("tuned on (0-2)", "reported (3-9)", "all"):
            rows = {name: one[labels][part] for name, one in result["methods"].items() if labels in one}
            rows = {name: row for name, row in rows.items() if row}
            if rows:
                columns = [name for name in next(iter(rows.values())) if name != "questions"]
                lines += [f"\n{labels}, {part}, {next(iter(rows.values()))['questions']} questions", ""]
                lines += ["| method | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
                lines += [f"| {n} | " + " | ".join(f"{row[c]:.3f}" for c in columns) + " |" for n, row in rows.items()]
    return "\n".join(lines)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=Path("../shared/data/locomo/locomo10.json"))
    parser.add_argument("--corrections", type=Path, help="the audit's errors.json; found beside the data by itself")
    parser.add_argument("--embedder", default="minilm", choices=["minilm", "e5"])
    parser.add_argument("--no-plain", action="store_true", help="leave the plain methods out")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--save", action="store_true", help=f"write the figures to {BASELINE.name}")


def main(options: argparse.Namespace) -> int:
    corrections = options.corrections or options.data.parent.parent / "locomo_audit" / "errors.json"
    found = corrections if corrections.is_file() else None
    result = evaluate(options.data, found, options.embedder, not options.no_plain)
    text = json.dumps(result, indent=1)
    if options.save:
        BASELINE.write_text(text + "\n", encoding="utf-8")
    print(text if options.json else table(result))
    return 0
