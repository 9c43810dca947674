"""The word index and the passages on disk, in one SQLite file, opened as it is and never rebuilt at start.

A *slot* is the number of one piece of text: row of the vector file, entry of the posting lists. Slots are
given once and never reused; a changed passage gets new slots. Posting lists are kept as packed arrays, which
score a common word over 100,000 notes in under a millisecond where FTS5's bm25() needs tens (docs/adr/0010).
Lists come in segments, one for each write, that are merged as they grow in number.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from coach.domain.evidence import Passage
from coach.errors import RecallError

Slots = NDArray[np.int32]
Counts = NDArray[np.uint8]
Postings = dict[str, tuple[Slots, Counts]]

SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, source_id TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_by_source ON passages (source_id);
CREATE TABLE IF NOT EXISTS slots (
    slot INTEGER PRIMARY KEY, passage INTEGER, piece INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    length INTEGER NOT NULL, day INTEGER, thread TEXT, position REAL,
    marks INTEGER NOT NULL, first_word INTEGER NOT NULL, words INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS slots_by_passage ON slots (passage);
CREATE TABLE IF NOT EXISTS postings (term TEXT NOT NULL, segment INTEGER NOT NULL, slots BLOB NOT NULL, counts BLOB);
CREATE INDEX IF NOT EXISTS postings_by_term ON postings (term);
CREATE INDEX IF NOT EXISTS postings_by_segment ON postings (segment);
CREATE TABLE IF NOT EXISTS segments (id INTEGER PRIMARY KEY, tier INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS unsent (piece TEXT PRIMARY KEY, slot INTEGER) WITHOUT ROWID;
"""
CATALOG = "catalog.sqlite3"
"""The file's name in the folder of an index."""
FORMAT = 3
"""Goes up with every change of what the index folder holds; a folder of another format is emptied and filled anew."""
MERGE_AT = 8
"""Segments of one size class that are merged into one of the next."""


class SlotRow(NamedTuple):
    """A piece as the catalog keeps it.

    `day` is the proleptic ordinal of its date, `length` its terms, `marks` what chunks.Mark says of it,
    `first_word` and `words` its place in the word file. A dead slot has no passage.
    """

    slot: int
    passage: int | None
    piece: int
    start: int
    stop: int
    length: int
    day: int | None
    thread: str | None
    position: float | None
    marks: int
    first_word: int
    words: int


class Unsent(NamedTuple):
    """A piece that Chroma does not know yet in this form; without a passage it is to go."""

    piece: str
    slot: int | None
    passage: Passage | None
    start: int
    stop: int


class Catalog:
    """One SQLite file. Not thread-safe: the index that owns it holds a lock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self.translated():
            self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=30)
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-16000", "mmap_size=268435456"):
                self._db.execute(f"PRAGMA {pragma}")
            self.format = int(self._db.execute("PRAGMA user_version").fetchone()[0]) or self._begin()
            if self.format == FORMAT:
                self._db.executescript(SCHEMA)

    def _begin(self) -> int:
        """Stamp a new file; one of the time before formats had numbers is known by its tables."""
        if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return 1
        self._db.execute(f"PRAGMA user_version = {FORMAT}")
        return FORMAT

    @contextmanager
    def translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as exc:
            raise RecallError(
                f"The recall catalog {str(self._path)!r} failed: {exc}.",
                "Your notes are safe; run: coach reindex. If the disk is full, free some space first.",
            ) from exc

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction; rolled back when anything inside raises."""
        with self.translated():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def version(self) -> int:
        """Changes when another connection has written."""
        with self.translated():
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def fact(self, name: str) -> str | None:
        with self.translated():
            row = self._db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def state(self, name: str, value: str) -> None:
        with self.translated():
            self._db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def ends(self) -> tuple[int, int]:
        """The next free slot and the next free place in the word file."""
        with self.translated():
            slot, word = self._db.execute("SELECT max(slot), max(first_word + words) FROM slots").fetchone()
        return (0 if slot is None else slot + 1), word or 0

    def keys(self) -> set[str]:
        with self.translated():
            return {row[0] for row in self._db.execute("SELECT key FROM passages")}

    def count(self) -> int:
        with self.translated():
            return int(self._db.execute("SELECT count(*) FROM passages").fetchone()[0])

    def bodies(self, keys: Sequence[str]) -> dict[str, str]:
        """The stored JSON of the passages among `keys` that are known."""
        return {row[0]: row[1] for row in self._many("SELECT key, body FROM passages WHERE key IN ({})", keys)}

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        found = self._many("SELECT id, body FROM passages WHERE id IN ({})", ids)
        return {row[0]: Passage.model_validate_json(row[1]) for row in found}

    def ids_of_sources(self, source_ids: Sequence[str]) -> list[int]:
        return [row[0] for row in self._many("SELECT id FROM passages WHERE source_id IN ({})", source_ids)]

    def slots(self) -> list[SlotRow]:
        """Every slot, dead ones too, in slot order."""
        with self.translated():
            return [SlotRow._make(row) for row in self._db.execute("SELECT * FROM slots ORDER BY slot")]

    def spans(self, slots: Sequence[int]) -> dict[int, tuple[int, int]]:
        """Where in its passage's text each slot begins and ends, in characters."""
        found = self._many("SELECT slot, start, stop FROM slots WHERE slot IN ({})", slots)
        return {slot: (start, stop) for slot, start, stop in found}

    def pieces(self) -> dict[str, int]:
        """Chroma id -> slot of every live piece."""
        with self.translated():
            rows = self._db.execute(
                "SELECT passages.key, slots.piece, slots.slot FROM slots JOIN passages ON passages.id = slots.passage"
            )
            return {f"{key}#{piece}": slot for key, piece, slot in rows}

    def insert(self, passage: Passage, body: str) -> int:
        """Add a passage, which must not be there; returns its number."""
        cursor = self._db.execute(
            "INSERT INTO passages (key, source_id, body) VALUES (?, ?, ?)", (passage.key, passage.source_id, body)
        )
        return int(cursor.lastrowid or 0)

    def insert_slots(self, rows: Iterable[SlotRow]) -> None:
        self._db.executemany("INSERT INTO slots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def remove(self, keys: Sequence[str]) -> tuple[list[int], list[str]]:
        """Delete passages; their slots stay behind as dead. Returns the dead slots and their Chroma ids."""
        rows = self._many(
            "SELECT slots.slot, passages.key, slots.piece, passages.id FROM passages "
            "JOIN slots ON slots.passage = passages.id WHERE passages.key IN ({})",
            keys,
        )
        ids = {row[3] for row in rows}
        for number in ids:
            self._db.execute("UPDATE slots SET passage = NULL, thread = NULL WHERE passage = ?", (number,))
            self._db.execute("DELETE FROM passages WHERE id = ?", (number,))
        return [row[0] for row in rows], [f"{row[1]}#{row[2]}" for row in rows]

    def erase(self, dead: NDArray[np.bool_]) -> bool:
        """Take dead slots out of the posting lists, and rewrite the file without what was deleted, its log too.

        `dead`: for each slot whether it is. Returns False while another program holds the file.
        """
        with self.writing():
            self._db.execute("CREATE TEMP TABLE thinned (row INTEGER PRIMARY KEY, slots BLOB, counts BLOB)")
            rows = self._db.execute("SELECT rowid, slots, counts FROM postings")
            self._db.executemany("INSERT INTO thinned VALUES (?, ?, ?)", _thinned(rows, dead))
            self._db.execute(
                "UPDATE postings SET slots = thinned.slots, counts = thinned.counts FROM thinned "
                "WHERE postings.rowid = thinned.row"
            )
            self._db.execute("DELETE FROM postings WHERE length(slots) = 0")
            self._db.execute("DROP TABLE thinned")
        try:
            self._db.execute("VACUUM")
            busy, *_ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False
        return not busy

    def mark_unsent(self, pieces: Iterable[tuple[str, int | None]]) -> None:
        """Note what Chroma has still to learn: its id and slot, or None for a piece that is gone."""
        self._db.executemany("INSERT OR REPLACE INTO unsent VALUES (?, ?)", pieces)

    def unsent(self, limit: int) -> list[Unsent]:
        """What Chroma has still to learn, with the passage and the part of its text; None for a piece that is gone."""
        with self.translated():
            rows = self._db.execute(
                "SELECT unsent.piece, unsent.slot, slots.start, slots.stop, slots.passage FROM unsent "
                "LEFT JOIN slots ON slots.slot = unsent.slot LIMIT ?",
                (limit,),
            ).fetchall()
        # a long note has hundreds of pieces: it is read once, not once for each of them
        passages = self.passages(list({number for *_, number in rows if number is not None}))
        return [
            Unsent(piece, slot, passages.get(number), start or 0, stop or 0)
            for piece, slot, start, stop, number in rows
        ]

    def unsent_ids(self) -> set[str]:
        with self.translated():
            return {row[0] for row in self._db.execute("SELECT piece FROM unsent")}

    def mark_sent(self, done: Iterable[Unsent]) -> None:
        """Take these off the list; what was changed again meanwhile stays."""
        with self.writing():
            self._db.executemany(
                "DELETE FROM unsent WHERE piece = ? AND slot IS ?", [(one.piece, one.slot) for one in done]
            )

    def insert_postings(self, first_slot: int, documents: Sequence[dict[str, int]]) -> None:
        """Add the term counts of consecutive slots as a segment of their own, merging when there are many."""
        lists: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for offset, counts in enumerate(documents):
            for term, count in counts.items():
                slots, numbers = lists[term]
                slots.append(first_slot + offset)
                numbers.append(min(count, 255))
        segment = self._new_segment(_tier(len(documents)))
        self._db.executemany(
            "INSERT INTO postings VALUES (?, ?, ?, ?)",
            (
                (term, segment, np.array(slots, np.int32).tobytes(), np.array(numbers, np.uint8).tobytes())
                for term, (slots, numbers) in lists.items()
            ),
        )
        self._merge()

    def postings(self, terms: Iterable[str]) -> Postings:
        """For each known term the slots that hold it and how often, dead slots included."""
        gathered: dict[str, tuple[list[bytes], list[bytes]]] = defaultdict(lambda: ([], []))
        for term, slots, counts in self._many(
            "SELECT term, slots, counts FROM postings WHERE term IN ({})", list(dict.fromkeys(terms))
        ):
            gathered[term][0].append(slots)
            gathered[term][1].append(counts)
        return {
            term: (np.frombuffer(b"".join(slots), np.int32), np.frombuffer(b"".join(counts), np.uint8))
            for term, (slots, counts) in gathered.items()
        }

    def close(self) -> None:
        self._db.close()

    def _many(self, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        with self.translated():
            for start in range(0, len(values), 500):
                part = list(values[start : start + 500])
                marks = ",".join("?" * len(part))
                rows += self._db.execute(statement.format(marks), part).fetchall()
        return rows

    def _new_segment(self, tier: int) -> int:
        return int(self._db.execute("INSERT INTO segments (tier) VALUES (?)", (tier,)).lastrowid or 0)

    def _merge(self) -> None:
        while True:
            full = self._db.execute(
                "SELECT tier FROM segments GROUP BY tier HAVING count(*) >= ? ORDER BY tier LIMIT 1", (MERGE_AT,)
            ).fetchone()
            if full is None:
                return
            ids = [row[0] for row in self._db.execute("SELECT id FROM segments WHERE tier = ?", full)]
            self._merge_segments(ids, self._new_segment(full[0] + 1))

    def _merge_segments(self, ids: list[int], into: int) -> None:
        marks = ",".join("?" * len(ids))
        gathered: dict[str, tuple[list[bytes], list[bytes]]] = defaultdict(lambda: ([], []))
        for term, slots, counts in self._db.execute(
            f"SELECT term, slots, counts FROM postings WHERE segment IN ({marks}) ORDER BY segment", ids
        ):
            gathered[term][0].append(slots)
            gathered[term][1].append(counts)
        self._db.execute(f"DELETE FROM postings WHERE segment IN ({marks})", ids)
        self._db.execute(f"DELETE FROM segments WHERE id IN ({marks})", ids)
        self._db.executemany(
            "INSERT INTO postings VALUES (?, ?, ?, ?)",
            ((term, into, b"".join(slots), b"".join(counts)) for term, (slots, counts) in gathered.items()),
        )


def _thinned(rows: Iterable[tuple[int, bytes, bytes]], dead: NDArray[np.bool_]) -> Iterator[tuple[int, bytes, bytes]]:
    """Those of the posting lists (row, slots, counts) that hold dead slots, without them."""
    for row, slots, counts in rows:
        held = np.frombuffer(slots, np.int32)
        lives = ~dead[held]
        if not lives.all():
            yield row, held[lives].tobytes(), np.frombuffer(counts, np.uint8)[lives].tobytes()


def facts_of(path: Path) -> dict[str, str]:
    """What a catalog that is not open says of itself; empty when it is lost, damaged or of another format."""
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(path, timeout=30)) as db:
            if db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
                return {}
            return dict(db.execute("SELECT name, value FROM facts"))
    except sqlite3.Error:
        return {}


def _tier(documents: int) -> int:
    tier = 0
    while documents >= MERGE_AT:
        documents //= MERGE_AT
        tier += 1
    return tier
