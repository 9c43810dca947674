"""How fast recall is and what it takes as a workspace grows: `python -m eval.bench_recall` (in `make bench`).

Items are people, events and notes made of pyvideo's talks (CC0): a talk is a thread, each sentence of its
description a note; when the talks run out they come again under new ids. They are saved, indexed with the real
model and asked for through `coach.recall`, the question's embedding included. With `--home` what was built stays
in that folder: a build that `--minutes` cut short goes on at the next call, a full one is only measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray

from coach import Coach, Event, Note, Person, open_coach
from coach.config import Settings
from coach.domain.evidence import Passage
from coach.domain.models import Item, Kind
from coach.recall import RecallIndex
from coach.recall.chunks import chunks
from coach.recall.embedders import MiniLMEmbeddings, minilm_session
from coach.recall.index import WRITE_BATCH

SETTINGS = Settings(llm="none", embedder="minilm", user_name="Sam")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
MEGABYTE = 1_000_000
Row = dict[str, float]


class TimeIsUp(Exception):
    """The minutes given are over; what was built stays."""


# ------------------------------------------------------------------------------------------------ what is stored
def items(path: Path) -> Iterator[Item]:
    """People, events and notes without end: each talk's event and speakers once, then its sentences."""
    known: set[str] = set()
    for number, talk in enumerate(_talks(path)):
        event = str(talk.get("event") or "Unnamed gathering")
        speakers = tuple(dict.fromkeys(name for name in talk.get("speakers") or () if name.strip()))
        for name, item in [
            (event, Event(id=event, name=event)),
            *((one, Person(id=one, name=one)) for one in speakers),
        ]:
            if name not in known:
                known.add(name)
                yield item
        yield from _notes(number, talk, event, speakers)


def _talks(path: Path) -> Iterator[dict[str, Any]]:
    while True:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def _notes(number: int, talk: dict[str, Any], event: str, speakers: tuple[str, ...]) -> Iterator[Note]:
    day = re.match(r"\d{4}-\d\d-\d\d", str(talk.get("recorded") or ""))
    for position, sentence in enumerate(SENTENCE.split(talk.get("description") or talk["title"])):
        if len(sentence) > 20:
            yield Note(
                id=f"{number}.{position}",
                text=sentence[:600],
                author=speakers[0] if speakers else None,
                people=speakers,
                event=event,
                at=datetime.fromisoformat(day[0]).replace(hour=12, tzinfo=UTC) if day else None,
                thread=f"talk {number}",
                position=position,
            )


# ------------------------------------------------------------------------------------------------ building
def build(home: Path, data: Path, size: int, until: float) -> None:
    """Save and index what is missing, and keep count of the seconds in `<home>/bench.json`. Raises TimeIsUp."""
    facts = built(home)
    with open_coach(home, settings=SETTINGS) as coach:
        if "save s" not in facts:
            facts["save s"], _ = _timed(lambda: coach.store.save(islice(items(data), size)))
        elif not coach.store.pending(1):
            return
        begun = time.perf_counter()

        def watch(done: int, total: int) -> None:
            if time.monotonic() > until and done < total:
                raise TimeIsUp(f"{done:,} of the {total:,} items that were left are indexed.")

        try:
            coach.sync(watch)
            coach.close()
        finally:
            facts["index s"] = facts.get("index s", 0.0) + time.perf_counter() - begun
            (home / "bench.json").write_text(json.dumps(facts), encoding="utf-8")


def built(home: Path) -> Row:
    """What earlier calls noted about a workspace that is kept."""
    noted = home / "bench.json"
    return dict(json.loads(noted.read_text(encoding="utf-8"))) if noted.exists() else {}


def build_share(passages: Sequence[Passage], folder: Path, rounds: int = 5) -> Row:
    """The index beside the bare model on the same texts, warm, turn about: texts a second, processor time, shares.

    The processor time is the whole process's; other work on the machine disturbs it less than the clock.
    """
    embeddings = MiniLMEmbeddings()
    texts = [chunk.embedded for passage in passages for chunk in chunks(passage)]
    session = minilm_session()
    _run_bare(embeddings, session, texts[:WRITE_BATCH])
    _fill(_opened(folder / "warm", embeddings, passages[0]), passages[:1])
    rows: list[list[tuple[float, float]]] = []
    for number in range(rounds):
        index = _opened(folder / f"share-{number}", embeddings, passages[0])
        ways = (
            lambda: _run_bare(embeddings, session, texts),
            lambda: _run_side_by_side(embeddings, texts),
            lambda index=index: _fill(index, passages),
        )
        rows.append([_both_times(way) for way in ways])
    return _shares(np.array(rows), len(texts))


def _shares(times: NDArray[np.float64], texts: int) -> Row:
    """`times` has the shape (rounds, ways, clock and processor)."""
    row: Row = {}
    names = ("bare ONNX session", "bare session, one core a call", "index")
    for name, (clock, busy) in zip(names, times.mean(axis=0), strict=True):
        row |= {f"{name}, texts/s": texts / clock, f"{name}, processor ms a text": 1000 * busy / texts}
    medians = 100 * np.median(times[:, :2] / times[:, 2:], axis=0)
    for name, (clock, busy) in zip(names, medians, strict=False):
        row |= {f"share of the {name} by the clock %": clock, f"share of the {name} by processor time %": busy}
    return row


def _opened(folder: Path, embeddings: MiniLMEmbeddings, first: Passage) -> RecallIndex:
    index = RecallIndex(folder, embeddings, embedder_name="minilm")
    index.upsert([first])
    return index


def _fill(index: RecallIndex, passages: Sequence[Passage]) -> None:
    """Fill an index and close it, which waits until Chroma has all of it."""
    index.upsert(passages)
    index.close()


def _run_bare(embeddings: MiniLMEmbeddings, session: Any, texts: Sequence[str]) -> None:
    """The model alone, every call on all cores as ONNX Runtime does by itself; all texts sorted, so least padding."""
    for _, feed in embeddings.feeds(texts):
        session.run(None, feed)


def _run_side_by_side(embeddings: MiniLMEmbeddings, texts: Sequence[str]) -> None:
    """The model alone in the way in which the index calls it, which is quicker."""
    for _ in embeddings.batches(texts):
        pass


def _both_times(call: Callable[[], Any]) -> tuple[float, float]:
    """Seconds by the clock and of the processor (user and system, all threads)."""
    begun = time.process_time()
    clock, _ = _timed(call)
    return clock, time.process_time() - begun


# ------------------------------------------------------------------------------------------------ measuring
def measure(home: Path, rounds: int) -> Row:
    """One built workspace: opened in a process of its own, then asked plain, narrowed, and for what is new."""
    fresh = subprocess.run(
        [sys.executable, "-m", "eval.bench_recall", "--opened", str(home)], capture_output=True, text=True, check=True
    )
    row: Row = {**built(home), **json.loads(fresh.stdout)}
    with open_coach(home, settings=SETTINGS) as coach:
        asked = _sample(coach, rounds)
        coach.recall(asked[0].text)
        row |= _recalls(coach, asked)
        row["first add and find ms"] = 1000 * _add_and_find(coach, 0)
        row |= _spread("add and find", [_add_and_find(coach, number) for number in range(1, 41)])
    row["disk MB"] = _size(home)
    row["disk MB of it index"] = _size(home / "index")
    row["disk MB of it Chroma"] = sum(_size(one) for one in (home / "index").glob("*/chroma"))
    return row


def _sample(coach: Coach, rounds: int) -> list[Note]:
    """Notes from all over the workspace whose words serve as questions."""
    number = coach.store.count(Kind.NOTE)
    places = np.random.default_rng(1).integers(0, number, rounds)
    return [note for place in places.tolist() for note in coach.store.notes(limit=1, offset=place)]


def _recalls(coach: Coach, asked: Sequence[Note]) -> Row:
    """Each way of asking takes its turn for each question, so that a busy moment falls on all of them alike."""
    ways: dict[str, Callable[[Note], Any]] = {
        "recall": lambda note: coach.recall(_question(note)),
        "by kind": lambda note: coach.recall(_question(note), kinds=["person"]),
        "by person": lambda note: coach.recall(_question(note), person=note.people[0] if note.people else "nobody"),
        "by event": lambda note: coach.recall(_question(note), event=note.event),
        "by time": lambda note: coach.recall(_question(note), since=note.at.date() if note.at else None),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    busy: dict[str, float] = dict.fromkeys(ways, 0.0)
    for note in asked:
        for name, ask in ways.items():
            begun = time.process_time()
            times[name].append(_timed(lambda ask=ask, note=note: ask(note))[0])  # type: ignore[misc]
            busy[name] += time.process_time() - begun
    row: Row = {}
    for name, found in times.items():
        row |= _spread(name, found)
    row["recall, processor ms"] = 1000 * busy["recall"] / len(asked)
    return row


def _question(note: Note) -> str:
    return note.text[:90]


def _spread(name: str, seconds: Sequence[float]) -> Row:
    return {f"{name} p50 ms": 1000 * statistics.median(seconds), f"{name} p95 ms": 1000 * _p95(seconds)}


def _p95(seconds: Sequence[float]) -> float:
    return float(np.percentile(seconds, 95))


def _add_and_find(coach: Coach, number: int) -> float:
    """Seconds to keep a new note and find it by its own words."""
    name = f"Zebulon{time.time_ns()}"
    note = Note(id=name, text=f"{name} repairs antique clocks in workshop {number}.")
    seconds, hits = _timed(lambda: [coach.add(note), coach.recall(f"Who is {name}?", 1)][1])
    if hits[0].source_id != name:
        raise RuntimeError(f"The note {name!r} was added and not found. Next step: coach doctor.")
    coach.delete(Kind.NOTE, name)
    return seconds


def _size(folder: Path) -> float:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / MEGABYTE


def _timed(call: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    result = call()
    return time.perf_counter() - begun, result


def opened(home: Path) -> Row:
    """In a fresh process: seconds until the workspace is open and its index ready, the first recall, and memory."""
    begun = time.perf_counter()
    with open_coach(home, settings=SETTINGS) as coach:
        coach.sync()
        open_s = time.perf_counter() - begun
        first_s, _ = _timed(lambda: coach.recall("Who knows about data contracts?"))
        for number in range(20):
            coach.recall(f"Who spoke about testing, and what was said the {number}th time?")
        memory = psutil.Process().memory_info().rss / MEGABYTE
    return {"open s": open_s, "first recall s": first_s, "memory MB": memory}


# ------------------------------------------------------------------------------------------------ the command
def main() -> int:
    options = _options()
    if options.opened:
        print(json.dumps(opened(options.opened)))
        return 0
    until = time.monotonic() + 60 * options.minutes
    result: dict[str, Any] = {"rows": {}}
    with tempfile.TemporaryDirectory() if options.home is None else nullcontext(options.home) as kept:
        for size in options.sizes:
            home = Path(kept) / str(size)
            try:
                build(home, options.data, size, until)
            except TimeIsUp as exc:
                print(f"{size:,}: the minutes are over. {exc} Next step: the same command again.", file=sys.stderr)
                return 3
            row = {name: round(value, 2) for name, value in measure(home, options.rounds).items()}
            row["index items/s"] = round(size / row["index s"], 1)
            result["rows"][size] = row
            print(json.dumps({size: row}), file=sys.stderr, flush=True)
        result["build"] = _share(Path(kept) / str(options.sizes[0]), options.share)
    print(json.dumps(result, indent=1) if options.json else _table(result))
    return 0


def _share(home: Path, number: int) -> Row:
    if not number:
        return {}
    with open_coach(home, settings=SETTINGS) as coach, tempfile.TemporaryDirectory() as folder:
        passages = list(coach.store.passages(None))
        # From all over the workspace: its first items are names of people, much shorter than its notes.
        number = min(number, len(passages))
        return build_share([passages[place * len(passages) // number] for place in range(number)], Path(folder))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/pyvideo/talks-en.jsonl.gz"))
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="items, e.g. 100000")
    parser.add_argument("--home", type=Path, help="keep the workspaces here, and measure again what is there")
    parser.add_argument("--minutes", type=float, default=60, help="stop building after this many; go on next time")
    parser.add_argument("--rounds", type=int, default=100, help="questions")
    parser.add_argument(
        "--share", type=int, default=2 * WRITE_BATCH, help="items to compare with the bare session; 0: none"
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--opened", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _table(result: dict[str, Any]) -> str:
    rows = result["rows"]
    lines = ["| | " + " | ".join(f"{size:,}" for size in rows) + " |", "|---" * (len(rows) + 1) + "|"]
    for name in next(iter(rows.values())):
        lines.append(f"| {name} | " + " | ".join(f"{row[name]:,.1f}" for row in rows.values()) + " |")
    lines += [f"\n{name}: {value:.1f}" for name, value in result["build"].items()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
