"""Recall on two collections that nothing was tuned on: `python -m eval.other_recall --data ../shared/data`.

MemoryBank (Zhong et al., 2023; MIT): 100 questions about ten days of chat, one index a person; the days that answer
them were labelled for this project. pyvideo (CC0): the title of a talk as the question, the sentences of its
description as notes; 500 talks in one index. Both are judged by thread: a day, a talk.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coach.domain.evidence import Passage
from coach.domain.models import Kind
from coach.recall import RecallIndex
from eval.measures import ndcg, recall
from eval.plain_recall import ranked, usual
from eval.recall import mean
from eval.vectors import kept

LABELS = Path(__file__).parent / "data" / "memorybank_days.json"
SENTENCE = re.compile(r"(?<=[.!?])\s+")
TALKS, EVERY = 500, 11
"""How many talks, and how far apart in the file they stand."""
DEPTH = 100
"""Notes ranked for each question."""


@dataclass(frozen=True)
class Collection:
    """Notes of one index, and questions with the threads that answer them."""

    notes: tuple[Passage, ...]
    asks: tuple[tuple[str, frozenset[str]], ...]


def memorybank(folder: Path) -> Iterator[Collection]:
    """One collection a person; questions that the histories do not answer are left out."""
    histories = json.loads((folder / "memory_bank_en.json").read_text(encoding="utf-8"))
    labels = json.loads(LABELS.read_text(encoding="utf-8"))["days"]
    asked: dict[str, list[str]] = {}
    for line in (folder / "probing_questions_en.jsonl").read_text(encoding="utf-8").splitlines():
        asked |= json.loads(line)
    known = {name.strip(): history["history"] for name, history in histories.items()}
    for name, questions in asked.items():
        days = labels[name.strip()]
        asks = [(text, frozenset(right)) for text, right in zip(questions, days, strict=True) if right]
        yield Collection(tuple(_chat(name.strip(), known[name.strip()])), tuple(asks))


def _chat(name: str, history: dict[str, list[dict[str, str]]]) -> Iterator[Passage]:
    for day, turns in history.items():
        said = [(who, turn[key]) for turn in turns for who, key in ((name, "query"), ("Companion", "response"))]
        for position, (author, text) in enumerate(said):
            yield Passage(
                source_id=f"{day}.{position}",
                kind=Kind.NOTE,
                text=text,
                author=author,
                at=datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC),
                thread=day[5:],
                position=position,
            )


def pyvideo(path: Path) -> Collection:
    """Every EVERYth talk with three sentences or more, until there are TALKS."""
    notes: list[Passage] = []
    asks: list[tuple[str, frozenset[str]]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            talk = json.loads(line)
            said = [one for one in SENTENCE.split(talk.get("description") or "") if len(one) > 20]
            if number % EVERY or len(said) < 3 or len(asks) == TALKS:
                continue
            thread = f"talk {number}"
            author = next(iter(talk.get("speakers") or ()), "")
            asks.append((talk["title"], frozenset({thread})))
            notes += [
                Passage(
                    source_id=f"{number}.{position}",
                    kind=Kind.NOTE,
                    text=text[:600],
                    author=author,
                    thread=thread,
                    position=position,
                )
                for position, text in enumerate(said)
            ]
    return Collection(tuple(notes), tuple(asks))


def ours(collection: Collection, embedder: str) -> list[list[str]]:
    """For each question the threads in the order in which recall brings their notes."""
    embeddings = kept(embedder)
    with tempfile.TemporaryDirectory() as folder:
        index = RecallIndex(Path(folder), embeddings, embedder_name=embedder)
        index.upsert(collection.notes)
        found = [[hit.passage.thread or "" for hit in index.search(text, DEPTH)] for text, _ in collection.asks]
        index.close()
    return found


def plain(collection: Collection) -> dict[str, list[list[str]]]:
    """The same for the plain ways, each note with its author in front."""
    texts = [f"{note.author}: {note.text}" for note in collection.notes]
    threads = [note.thread or "" for note in collection.notes]
    asks = [text for text, _ in collection.asks]
    return {name: ranked(rows, threads) for name, rows in usual(texts, asks).items()}


def figures(collections: Iterable[Collection], embedder: str) -> dict[str, dict[str, float]]:
    """Each way's measures by thread, over the questions of all collections."""
    scored: dict[str, list[dict[str, float]]] = {}
    for collection in collections:
        for name, found in {**plain(collection), f"coach.recall ({embedder})": ours(collection, embedder)}.items():
            rows = zip(found, collection.asks, strict=True)
            scored.setdefault(name, []).extend(_score(threads, right) for threads, (_, right) in rows)
    return {name: mean(rows) for name, rows in scored.items()}


def _score(found: Sequence[str], right: frozenset[str]) -> dict[str, float]:
    threads = list(dict.fromkeys(found))
    return {
        "hit@1": float(threads[0] in right),
        "ndcg@5": ndcg(threads, right, 5),
        "recall@5": recall(threads, right, 5),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with both collections")
    parser.add_argument("--embedder", default="minilm", choices=["minilm", "e5"])
    options = parser.parse_args()
    result = {
        "memorybank_en, by day": figures(memorybank(options.data / "memorybank_en"), options.embedder),
        "pyvideo, by talk": figures([pyvideo(options.data / "pyvideo" / "talks-en.jsonl.gz")], options.embedder),
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
