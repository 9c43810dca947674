"""How fast recall is and how much it takes as a workspace grows: `python -m eval.bench_recall` (in `make bench`).

Items are sentences of pyvideo's talk descriptions (CC0), one note each, a talk being a thread. The build speed is
measured with the real model, beside the bare ONNX session on the same texts in the same run. For the larger
sizes vectors are taken from a pool of real ones and shaken (`--real` embeds all), which changes the time to
build and nothing of what is measured there: a search with its question embedded by the real model.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from coach.domain.evidence import Filters, Passage
from coach.domain.models import Kind
from coach.recall import RecallIndex
from coach.recall.chunks import chunks
from coach.recall.embedders import MiniLMEmbeddings, Vectors
from coach.recall.tokens import Bytes

POOL = 512
SHAKE = 0.6
SIZES = (1_000, 10_000, 100_000)
SENTENCE = re.compile(r"(?<=[.!?])\s+")
MEGABYTE = 1_000_000


def items(path: Path, count: int) -> list[Passage]:
    """`count` notes of one sentence; when the talks run out they come again with a number."""
    found: list[Passage] = []
    round_number = 0
    while len(found) < count:
        for number, talk in enumerate(_talks(path)):
            for position, sentence in enumerate(SENTENCE.split(talk.get("description") or talk["title"])):
                if len(sentence) > 20:
                    found.append(_note(talk, f"{round_number}.{number}", position, sentence))
            if len(found) >= count:
                break
        round_number += 1
    return found[:count]


def _talks(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _note(talk: dict[str, Any], thread: str, position: int, sentence: str) -> Passage:
    speakers = tuple(talk.get("speakers") or ())
    day = re.match(r"\d{4}-\d\d-\d\d", str(talk.get("recorded") or ""))
    return Passage(
        source_id=f"{thread}.{position}",
        kind=Kind.NOTE,
        text=sentence[:600],
        author=speakers[0] if speakers else "",
        people=speakers,
        event=str(talk.get("event") or "") or None,
        at=datetime.fromisoformat(day[0]).astimezone() if day else None,
        thread=thread,
        position=position,
    )


class PooledEmbeddings(MiniLMEmbeddings):
    """Questions by the real model; texts get shaken vectors of a pool of real ones."""

    def __init__(self, sample: Sequence[str]) -> None:
        super().__init__()
        self._pool = super().embed_with_words(sample)
        self._random = np.random.default_rng(0)

    def embed_with_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Bytes]]:
        if len(texts) == 1:
            return super().embed_with_words(texts)
        vectors, words = self._pool
        rows = self._random.integers(0, len(vectors), len(texts))
        noise = self._random.normal(size=(len(texts), self.dimensions)).astype(np.float32)
        shaken = vectors[rows] + SHAKE * noise / np.sqrt(self.dimensions)
        shaken /= np.linalg.norm(shaken, axis=1, keepdims=True)
        return np.asarray(shaken, np.float32), [words[row] for row in rows]


def build_speed(notes: Sequence[Passage], folder: Path) -> dict[str, float]:
    """Notes a second by the index and by the bare model run on the same texts, warm, turn about."""
    embeddings = MiniLMEmbeddings()
    texts = [chunk.embedded for note in notes for chunk in chunks(note)]
    embeddings.embed_array(texts[:32])
    bare, whole = 0.0, 0.0
    half = len(notes) // 2
    for number, part in enumerate((notes[:half], notes[half:])):
        of_part = [chunk.embedded for note in part for chunk in chunks(note)]
        begun = time.perf_counter()
        for start in range(0, len(of_part), 256):
            for _ in embeddings.batches(of_part[start : start + 256]):
                pass
        bare += time.perf_counter() - begun
        index = RecallIndex(folder / f"build{number}", embeddings, embedder_name="minilm")
        index.upsert(part[:1])
        begun = time.perf_counter()
        index.upsert(part)
        whole += time.perf_counter() - begun
        index.close()
    return {"bare ONNX items/s": len(texts) / bare, "index items/s": len(notes) / whole, "share": bare / whole}


def measure(folder: Path, embeddings: MiniLMEmbeddings, notes: Sequence[Passage], rounds: int) -> dict[str, float]:
    """Time, disk and memory of one size."""
    begun = time.perf_counter()
    index = RecallIndex(folder, embeddings, embedder_name="minilm")
    index.upsert(notes)
    built = time.perf_counter() - begun
    index.close()
    begun = time.perf_counter()
    index = RecallIndex(folder, embeddings, embedder_name="minilm")
    opened = time.perf_counter() - begun
    random = np.random.default_rng(1)
    questions = [notes[place].text[:90] for place in random.integers(0, len(notes), rounds)]
    begun = time.perf_counter()
    index.search(questions[0])
    first = time.perf_counter() - begun
    busy = time.process_time()
    plain = [_timed(lambda q=q: index.search(q)) for q in questions]
    busy = (time.process_time() - busy) / rounds
    people = [notes[place].people for place in random.integers(0, len(notes), rounds)]
    narrow = [Filters(people=one[:1], kinds=(Kind.NOTE,)) for one in people]
    filtered = [_timed(lambda q=q, f=f: index.search(q, filters=f)) for q, f in zip(questions, narrow, strict=True)]
    added = [_timed(lambda n=n: _add_and_find(index, n)) for n in range(8)]
    index.close()
    return {
        "items": len(notes),
        "build s": built,
        "open s": opened,
        "first recall ms": 1000 * first,
        "recall p50 ms": 1000 * statistics.median(plain),
        "recall p95 ms": 1000 * float(np.percentile(plain, 95)),
        "processor time of a recall ms": 1000 * busy,
        "filtered p50 ms": 1000 * statistics.median(filtered),
        "filtered p95 ms": 1000 * float(np.percentile(filtered, 95)),
        "add and find ms": 1000 * statistics.median(added),
        "worst add and find ms": 1000 * max(added),
        "disk MB": sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / MEGABYTE,
        "Chroma of it MB": sum(one.stat().st_size for one in (folder / "chroma").rglob("*") if one.is_file())
        / MEGABYTE,
    }


def memory_of_search(folder: Path, question: str) -> float:
    """Resident MB of a fresh process that opens the index and asks twenty times."""
    script = (
        "import sys,psutil;from pathlib import Path;from coach.recall import RecallIndex;"
        "from coach.recall.embedders import MiniLMEmbeddings;"
        "i=RecallIndex(Path(sys.argv[1]),MiniLMEmbeddings(),embedder_name='minilm');"
        "[i.search(sys.argv[2]+str(n)) for n in range(20)];"
        "print(psutil.Process().memory_info().rss)"
    )
    done = subprocess.run([sys.executable, "-c", script, folder, question], capture_output=True, text=True, check=True)
    return int(done.stdout) / MEGABYTE


def _timed(call: Any) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _add_and_find(index: RecallIndex, number: int) -> None:
    index.upsert([Passage(source_id=f"new{number}", kind=Kind.NOTE, text=f"Zebulon{number} repairs antique clocks.")])
    if index.search(f"Who is Zebulon{number}?", 1)[0].source_id != f"new{number}":
        raise RuntimeError(f"The note 'new{number}' was added and not found.")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/pyvideo/talks-en.jsonl.gz"))
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--build", type=int, default=1_000, help="notes to measure the build speed on")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--real", action="store_true", help="embed every item with the real model")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    notes = items(options.data, max(options.sizes))
    sample = [chunks(note)[0].embedded for note in notes[:: max(len(notes) // POOL, 1)][:POOL]]
    embeddings = MiniLMEmbeddings() if options.real else PooledEmbeddings(sample)
    result: dict[str, Any] = {"rows": []}
    with tempfile.TemporaryDirectory() as folder:
        if options.build:
            result["build"] = build_speed(notes[: options.build], Path(folder))
            print(json.dumps(result["build"]), file=sys.stderr, flush=True)
        for size in options.sizes:
            row = measure(Path(folder) / str(size), embeddings, notes[:size], options.rounds)
            row["search process MB"] = memory_of_search(Path(folder) / str(size), notes[0].text[:60])
            result["rows"].append({name: round(value, 2) for name, value in row.items()})
            print(json.dumps(result["rows"][-1]), file=sys.stderr, flush=True)
    result["peak MB of the bench"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE
    print(json.dumps(result, indent=1) if options.json else _table(result))
    return 0


def _table(result: dict[str, Any]) -> str:
    names = list(result["rows"][0])
    lines = ["| | " + " | ".join(f"{row['items']:,}" for row in result["rows"]) + " |"]
    lines.append("|---" * (len(result["rows"]) + 1) + "|")
    lines += [f"| {n} | " + " | ".join(f"{row[n]:,.1f}" for row in result["rows"]) + " |" for n in names[1:]]
    if "build" in result:
        lines.append("\n" + ", ".join(f"{name}: {value:.2f}" for name, value in result["build"].items()))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
