"""One search over an open index: first a rough look at everything, then a close look at the best few thousand.

The rough look compares sign bits of vectors and counts words; it hardly costs more at 100,000 pieces than at
10,000. The close look computes every signal exactly. A small index is looked at closely as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np

from coach.domain.evidence import Filters
from coach.domain.models import Kind
from coach.recall import analysis
from coach.recall.catalog import Catalog
from coach.recall.columns import Bools, Columns
from coach.recall.query import Times, times
from coach.recall.scan import VectorFile
from coach.recall.scoring import (
    Ints,
    Neighbourhood,
    Question,
    Scores,
    Wanted,
    neighbourhood,
    signals,
    time_asked_for,
    total,
    wanted,
    word_by_word,
    word_scores,
)
from coach.recall.tokens import Bytes, WordFile
from coach.recall.weights import weights

CLOSE_LOOK_AT_ALL = 4_000
"""Pieces up to which the rough look is left out."""
CANDIDATES = 1_200
"""Pieces that the rough look hands on."""
WORD_BY_WORD = 200
"""Pieces that are matched word by word, or ten times as many as are asked for where that is more."""
ROUGH_NAMED = 0.15
"""What a named author adds to the rough score, in which a perfect match of words, or of meaning, is 1."""
SAME = 0.985
"""Cosine from which two texts are near-copies: the second waits until the list has nothing else."""


@dataclass(frozen=True)
class Asked:
    """A question as the search sees it: its words, its vector, and its words' vectors where the embedder has them."""

    text: str
    vector: Scores
    words: Bytes | None = None
    today: date | None = None


@dataclass(frozen=True)
class Found:
    """The best piece of each passage, best first, with its score and what each signal said of it."""

    slot: int
    score: float
    why: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Search:
    """The parts of an open index that a search reads."""

    catalog: Catalog
    columns: Columns
    vectors: VectorFile
    words: WordFile

    def run(self, asked: Asked, k: int, filters: Filters, explain: bool) -> list[Found]:
        allowed = self.allowed(filters)
        if not allowed.any():
            return []
        near, lists = self.look(asked, k, allowed)
        scores = total(lists, weights(late=asked.words is not None))
        return self._pick(self._ranked(scores, near, allowed), scores, lists, near, k, explain)

    def look(self, asked: Asked, k: int, allowed: Bools) -> tuple[Neighbourhood, dict[str, Scores]]:
        """The slots that were looked at closely, and every signal for each of them."""
        terms = list(dict.fromkeys(analysis.terms(asked.text)))
        sought = wanted(self.catalog.postings(terms), terms, self.columns)
        named = self._named(asked.text)
        near = neighbourhood(self.columns, self._candidates(asked, sought, named, allowed, k))
        return near, self._lists(asked, sought, named, near, allowed, k)

    def allowed(self, filters: Filters) -> Bools:
        """Which slots pass the filters: exact, whatever share of the index that is."""
        passing = self.columns.live.copy()
        for marks in field_filters(filters):
            fits = np.zeros(len(passing), np.bool_)
            for slots, _ in self.catalog.postings(marks).values():
                fits[slots] = True
            passing &= fits
        if filters.since:
            passing &= self.columns.day >= filters.since.toordinal()
        if filters.until:
            passing &= (self.columns.day <= filters.until.toordinal()) & (self.columns.day > 0)
        if filters.exclude:
            passing &= ~np.isin(self.columns.passage, self.catalog.ids_of_sources(filters.exclude))
        return np.asarray(passing, np.bool_)

    def _named(self, text: str, mark: str = "@author") -> Scores:
        """1 for every slot whose author the question names, or with "@about" a person of it."""
        named = np.zeros(self.columns.size, np.float32)
        marks = {f"{mark}:{analysis.fold(word)}" for word in analysis.words(text)}
        for slots, _ in self.catalog.postings(marks).values():
            named[slots] = 1.0
        return named

    def _candidates(self, asked: Asked, sought: Wanted, named: Scores, allowed: Bools, k: int) -> Ints:
        if self.columns.size <= CLOSE_LOOK_AT_ALL:
            return np.arange(self.columns.size)
        passing = np.flatnonzero(allowed)
        take = max(CANDIDATES, 10 * k)
        if len(passing) <= take:
            return passing
        alike = self.vectors.rough_cosines(asked.vector, self.columns.size)
        rough = (alike + word_scores(sought, self.columns) + ROUGH_NAMED * named)[passing]
        best = np.argpartition(-rough, take)[:take]
        return passing[best]

    def _lists(
        self, asked: Asked, sought: Wanted, named: Scores, near: Neighbourhood, allowed: Bools, k: int
    ) -> dict[str, Scores]:
        spoken = times(asked.text, asked.today or datetime.now().astimezone().date())
        about = self._named(asked.text, "@about") * self.columns.live
        question = Question(
            named[near.slots],
            about[near.slots],
            time_asked_for(about, self.columns.day, spoken)[near.slots],
            on_date(spoken, self.columns.day[near.slots]),
            spoken,
        )
        meaning = self.vectors.cosines(asked.vector, near.slots, self.columns.size)
        lists = signals(near, meaning, sought, self.columns, question)
        if asked.words is not None:
            first = total(lists, weights(late=False))
            rows = self._ranked(first, near, allowed)[: max(WORD_BY_WORD, 10 * k)]
            lists |= self._word_by_word(asked.words, near, rows)
            if spoken.asks_latest:
                lists["told first, word by word"][:] = 0.0
        return lists

    def _word_by_word(self, words: Bytes, near: Neighbourhood, rows: Ints) -> dict[str, Scores]:
        """The signals of words' vectors for the given rows; what was not looked at counts as the worst of them."""
        looked = near.around(rows)
        slots = near.slots[looked]
        spans = np.stack([self.columns.first_word[slots], self.columns.words[slots]], axis=1)
        match = np.zeros((len(words), len(near.slots)), np.float32)
        match[:, looked] = self.words.best_matches(words, spans)
        lists = word_by_word(match, looked, near, self.columns.asks[near.slots], self.columns.day[near.slots])
        others = np.ones(len(near.slots), np.bool_)
        others[rows] = False
        for scores in lists.values():
            scores[others] = scores[rows].min() if len(rows) else 0.0
        return lists

    def _ranked(self, scores: Scores, near: Neighbourhood, allowed: Bools) -> Ints:
        """Rows of the neighbourhood that pass the filters, best first; ties by slot."""
        rows = np.flatnonzero(allowed[near.slots])
        return rows[np.lexsort((near.slots[rows], -scores[rows]))]

    def _pick(
        self, rows: Ints, scores: Scores, lists: dict[str, Scores], near: Neighbourhood, k: int, explain: bool
    ) -> list[Found]:
        """The best row of each passage, near-copies of what is already listed put off to the end."""
        firsts: dict[int, int] = {}
        for row in rows.tolist():
            firsts.setdefault(int(self.columns.passage[near.slots[row]]), row)
            if len(firsts) >= 3 * k:
                break
        pool = list(firsts.values())
        vectors = self.vectors.rows(self.columns.size)[near.slots[pool]]
        chosen = distinct(vectors, k)
        order = [pool[place] for place in chosen]
        return [
            Found(int(near.slots[row]), float(scores[row]), _why(row, rows, lists) if explain else ()) for row in order
        ]


def distinct(vectors: Scores, k: int) -> list[int]:
    """Places of the first `k` vectors, those that nearly repeat an earlier one taken last."""
    alike = vectors @ vectors.T >= SAME
    kept: list[int] = []
    copies: list[int] = []
    for place in range(len(vectors)):
        (copies if kept and alike[place, kept].any() else kept).append(place)
    return (kept + copies)[:k]


def on_date(spoken: Times, days: Ints) -> Scores:
    """1 where a piece's day lies in a range or month that the question names, 2 within a day of a named day."""
    fits = np.zeros(len(days), np.float32)
    for one in spoken.ranges:
        slack = 1 if one.exact else 0
        inside = (days >= one.first - slack) & (days <= one.last + slack)
        fits = np.maximum(fits, inside * np.float32(2 if one.exact else 1))
    if spoken.months:
        known = days > 0
        months = np.zeros(len(days), np.int64)
        months[known] = [date.fromordinal(int(day)).month for day in days[known]]
        fits = np.maximum(fits, np.isin(months, list(spoken.months)).astype(np.float32))
    return np.asarray(fits, np.float32)


def field_filters(filters: Filters) -> list[list[str]]:
    """For each field that is narrowed the terms of which a piece must carry at least one."""
    sought: list[list[str]] = []
    if filters.kinds:
        sought.append([f"@kind:{kind}" for kind in filters.kinds])
    if filters.people:
        sought.append([f"@person:{analysis.fold(one)}" for one in filters.people])
    if filters.event is not None:
        sought.append([f"@event:{filters.event}"])
    if filters.goal is not None:
        sought.append([f"@goal:{filters.goal}"])
    if filters.collections is not None:
        others = [f"@kind:{kind}" for kind in Kind if kind is not Kind.STORY]
        sought.append([*others, *(f"@collection:{name}" for name in filters.collections)])
    return sought


def _why(row: int, rows: Ints, lists: dict[str, Scores]) -> tuple[dict[str, Any], ...]:
    """Each list that speaks for a hit: its name, the rank it gives among what was looked at, and its score."""
    reasons = []
    for name, scores in lists.items():
        value = float(scores[row])
        if value > 0:
            rank = 1 + int(np.count_nonzero(scores[rows] > value))
            reasons.append({"list": name, "rank": rank, "score": round(value, 4)})
    return tuple(sorted(reasons, key=lambda reason: reason["rank"]))
