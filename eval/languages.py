"""Recall within and across languages, on a small set written for it: `python -m eval.languages [--embedder e5]`.

Forty notes in German, French, Spanish and Portuguese lie in one index; each is asked for once in its own
language and once in English.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from langchain_core.embeddings import Embeddings

from coach.config import Settings
from coach.domain.evidence import Passage
from coach.domain.models import Kind
from coach.recall import RecallIndex, make_embeddings
from eval.measures import reciprocal_rank

DATA = Path(__file__).parent / "data" / "recall_languages.json"


def figures(embeddings: Embeddings, embedder: str) -> dict[str, dict[str, float]]:
    """Share of questions whose note comes first, and the mean reciprocal rank, in the same language and in English."""
    items = json.loads(DATA.read_text(encoding="utf-8"))["items"]
    result = {}
    with tempfile.TemporaryDirectory() as folder:
        index = RecallIndex(Path(folder), embeddings, embedder_name=embedder)
        index.upsert([Passage(source_id=one["id"], kind=Kind.NOTE, text=one["note"]) for one in items])
        for asked in ("question", "english"):
            ranked = [[hit.source_id for hit in index.search(one[asked], 10)] for one in items]
            first = [found[0] == one["id"] for found, one in zip(ranked, items, strict=True)]
            ranks = [reciprocal_rank(found, {one["id"]}) for found, one in zip(ranked, items, strict=True)]
            result["same language" if asked == "question" else "asked in English"] = {
                "first": sum(first) / len(items),
                "mean reciprocal rank": round(sum(ranks) / len(items), 4),
            }
        index.close()
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--embedder", default="minilm", choices=["minilm", "e5"])
    name = parser.parse_args().embedder
    print(json.dumps(figures(make_embeddings(Settings(embedder=name)), name), indent=1))


if __name__ == "__main__":
    main()
