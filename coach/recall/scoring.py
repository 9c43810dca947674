"""How well each piece answers a question: small signals, joined by a weighted sum.

Signals speak of the piece itself and of what stands around it in its thread: an answer seldom repeats the
words of the question, its neighbours often do. Every signal is computed for a few thousand candidates
at most, side by side in arrays, so that the time hardly grows with the workspace.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coach.recall.catalog import Postings
from coach.recall.columns import NO_DAY, Columns
from coach.recall.query import Times
from coach.recall.weights import SIGNALS

Scores = NDArray[np.float32]
Ints = NDArray[np.int64]

K1 = 1.2
"""BM25: how soon a repeated word stops counting (Robertson and Zaragoza, 2009)."""
B = 0.75
"""BM25: how much a long text is held against it."""
LAST_DAY = 4_000_000
"""Later than any day of the calendar."""
REACH = 4
"""How far to either side a neighbour may stand and still count."""
NEAR, CLOSE, WIDE = (-1, 1), (-2, 1), (-4, 4)
"""Windows around a piece: first and last neighbour that belong to it."""
FAR = 0.9
"""What a word's match counts for that stands two or more pieces away."""
NEWS = 30.0
"""Days after a word first fell by which a note that has it counts half: it speaks of the matter again."""
AS_WELL = 0.1
"""Cosine by which an earlier match of a word may fall short and still have told the same."""
STANDING_OUT = 3
"""Pieces whose matches show how far a word of the question stands out."""


@dataclass(frozen=True)
class Wanted:
    """The question's terms with their postings and rarities; `possible` is the sum that a perfect match reaches."""

    postings: Postings
    rarity: dict[str, float]

    @property
    def possible(self) -> float:
        return max(sum(self.rarity.values()), 1e-6)


@dataclass(frozen=True)
class Neighbourhood:
    """Slots to look at, in reading order. `run` differs wherever two that follow each other are no neighbours."""

    slots: Ints
    run: Ints
    thread: Ints

    def shifted(self, values: Scores, distance: int) -> Scores:
        """For each slot the value of the one `distance` further on (last axis), 0 where its thread has none."""
        moved = np.zeros_like(values)
        if abs(distance) >= len(self.run):
            return moved
        if distance > 0:
            same = self.run[distance:] == self.run[:-distance]
            moved[..., :-distance] = values[..., distance:] * same
        elif distance < 0:
            same = self.run[-distance:] == self.run[:distance]
            moved[..., -distance:] = values[..., :distance] * same
        else:
            moved[...] = values
        return moved

    def summed(self, values: Scores, window: tuple[int, int]) -> Scores:
        return np.asarray(
            np.sum([self.shifted(values, step) for step in range(window[0], window[1] + 1)], axis=0), np.float32
        )

    def averaged(self, values: Scores, window: tuple[int, int]) -> Scores:
        """The mean over those of the window that exist."""
        return np.asarray(self.summed(values, window) / self.summed(np.ones_like(values), window), np.float32)

    def around(self, rows: Ints) -> Ints:
        """The rows and those within REACH of one of them in its thread, each once, in reading order."""
        beside = np.clip(rows[:, None] + np.arange(-REACH, REACH + 1), 0, max(len(self.run) - 1, 0))
        return np.unique(beside[self.run[beside] == self.run[rows][:, None]])

    def best_of_thread(self, values: Scores) -> Scores:
        """For each slot the highest value in its thread."""
        starts = np.flatnonzero(np.r_[True, self.thread[1:] != self.thread[:-1]])
        best = np.maximum.reduceat(values, starts)
        return np.asarray(np.repeat(best, np.diff(np.r_[starts, len(values)])), np.float32)


def neighbourhood(columns: Columns, candidates: Ints) -> Neighbourhood:
    """The candidates and whatever stands within REACH of one of them in its thread."""
    if len(candidates) == columns.size:
        places = np.arange(columns.size)
    else:
        around = columns.place[candidates][:, None] + np.arange(-REACH, REACH + 1)
        inside = (around >= 0) & (around < columns.size)
        around = np.where(inside, around, columns.place[candidates][:, None])
        same = columns.group[around] == columns.group[columns.place[candidates]][:, None]
        places = np.unique(around[same])
    slots = columns.order[places]
    thread = columns.group[places]
    breaks = np.r_[True, (np.diff(places) > 1) | (thread[1:] != thread[:-1])]
    return Neighbourhood(slots, np.cumsum(breaks), thread)


def wanted(postings: Postings, terms: list[str], columns: Columns) -> Wanted:
    """Rarity is BM25's inverse document frequency; dead slots are counted, which matters little."""
    total = max(int(columns.live.sum()), 1)
    rarity = {}
    for term in terms:
        held = min(len(postings[term][0]), total) if term in postings else 0
        rarity[term] = float(np.log1p((total - held + 0.5) / (held + 0.5)))
    return Wanted(postings, rarity)


def word_scores(asked: Wanted, columns: Columns) -> Scores:
    """BM25 of every slot by itself, as a share of the best possible sum."""
    scores = np.zeros(columns.size, np.float32)
    norm = K1 * (1 - B + B * columns.length / max(columns.mean_length, 1e-6))
    for term, (slots, counts) in asked.postings.items():
        frequency = counts.astype(np.float32)
        scores[slots] += asked.rarity[term] * frequency / (frequency + norm[slots])
    return scores / np.float32(asked.possible)


def term_counts(asked: Wanted, near: Neighbourhood, columns: Columns) -> Scores:
    """How often each term stands in each slot of the neighbourhood: shape (terms, slots)."""
    where = np.full(columns.size, -1, np.int64)
    where[near.slots] = np.arange(len(near.slots))
    counts = np.zeros((len(asked.postings), len(near.slots)), np.float32)
    for row, (slots, numbers) in enumerate(asked.postings.values()):
        found = where[slots]
        counts[row, found[found >= 0]] = numbers[found >= 0]
    return counts


def window_words(
    asked: Wanted, frequency: Scores, near: Neighbourhood, columns: Columns, window: tuple[int, int]
) -> Scores:
    """BM25 of a piece and its neighbours read as one text, as a share of the best possible sum.

    `frequency`: how often each term stands in the window around each piece.
    """
    if not len(frequency):
        return np.zeros(len(near.slots), np.float32)
    lengths = columns.length[near.slots]
    whole = near.summed(lengths, window)
    members = near.summed(np.ones_like(lengths), window)
    usual = columns.mean_length * max(float(members.mean()), 1.0)
    norm = K1 * (1 - B + B * whole / max(usual, 1e-6))
    rarity = np.array([asked.rarity[term] for term in asked.postings], np.float32)
    total: Scores = (rarity[:, None] * frequency / (frequency + norm)).sum(axis=0, dtype=np.float32)
    return total / np.float32(asked.possible)


def first_days(asked: Wanted, columns: Columns) -> Scores:
    """The day on which each of the question's terms first fell; LAST_DAY where no note that has it is dated."""
    found = []
    for slots, _ in asked.postings.values():
        days = columns.day[slots[columns.live[slots]]]
        found.append(days[days != NO_DAY].min(initial=LAST_DAY))
    return np.array(found, np.float32)


def time_asked_for(about: Scores, days: Ints, times: Times) -> Scores:
    """How near each piece is to the first, or the last, that is about the named people, from 0 to 1; 0 for others.

    `about`: 1 for the pieces that are. Without a question for the first or the last time it is 0 everywhere.
    """
    scores = np.zeros(len(days), np.float32)
    known = np.flatnonzero((about > 0) & (days != NO_DAY))
    if len(known) and times.asks_first_time != times.asks_last_time:
        end = days[known].max() if times.asks_last_time else days[known].min()
        scores[known] = NEWS / (NEWS + np.abs(days[known] - end))
    return scores


def told_first(asked: Wanted, around: Scores, near: Neighbourhood, columns: Columns) -> Scores:
    """How much of the question a piece and its neighbours were the first to speak of, from 0 to 1.

    What happened is told once; later on people come back to it in passing. A term counts by its rarity, and the
    less the longer ago it first fell. A piece without a day speaks of nothing again. `around`: how often each term
    stands in a piece and its neighbours.
    """
    if not len(around):
        return np.zeros(len(near.slots), np.float32)
    days = columns.day[near.slots]
    since = np.where(days == NO_DAY, 0, days).astype(np.float32) - first_days(asked, columns)[:, None]
    rarity = np.array([asked.rarity[term] for term in asked.postings], np.float32)
    fresh = NEWS / (NEWS + np.maximum(since, 0)) * (around > 0)
    return np.asarray(rarity @ fresh / np.float32(asked.possible), np.float32)


@dataclass(frozen=True)
class Question:
    """Signals of the question itself that pieces are held against, one entry a slot of the neighbourhood."""

    named: Scores
    about: Scores
    at_time: Scores
    on_date: Scores
    times: Times


def signals(
    near: Neighbourhood,
    meaning: Scores,
    asked: Wanted,
    columns: Columns,
    question: Question,
) -> dict[str, Scores]:
    """Every signal of `weights.SIGNALS` but those of words' vectors, an entry for each slot of the neighbourhood."""
    counts = term_counts(asked, near, columns)
    close, wide = near.summed(counts, CLOSE), near.summed(counts, WIDE)
    asks = columns.asks[near.slots]
    times = question.times
    return {
        "meaning": meaning,
        "meaning near by": near.averaged(meaning, NEAR),
        "meaning around": near.averaged(meaning, CLOSE),
        "meaning in the thread": near.best_of_thread(meaning),
        "meaning of what it answers": near.shifted(meaning * asks, -1),
        "words": window_words(asked, counts, near, columns, (0, 0)) * np.float32(asked.possible),
        "words around": window_words(asked, close, near, columns, CLOSE),
        "words further around": window_words(asked, wide, near, columns, WIDE),
        "author named": question.named,
        "person named": question.about,
        "date": question.on_date,
        "tells a time": columns.tells_time[near.slots] * np.float32(times.asks_when),
        "substance": np.log1p(columns.characters[near.slots]).astype(np.float32),
        "asks itself": asks,
        "opens": columns.opens[near.slots],
        "told first": told_first(asked, wide, near, columns) * np.float32(not times.asks_latest),
        "time asked for": question.at_time,
    }


def word_by_word(match: Scores, looked: Ints, near: Neighbourhood, asks: Scores, days: Ints) -> dict[str, Scores]:
    """The signals of words' vectors, from the best cosine of each word of the question: shape (words, slots).

    `looked`: the rows that were matched; `match` is 0 elsewhere. A word that stands out in a few pieces tells
    more than one that is everywhere: beyond the piece it counts by how far its best matches rise above the mean.
    """
    seen = match[:, looked]
    top = np.sort(seen, axis=1)[:, -STANDING_OUT:].mean(axis=1)
    telling = np.maximum(top - seen.mean(axis=1), 1e-6)
    around = match.copy()
    for step in range(WIDE[0], WIDE[1] + 1):
        np.maximum(around, near.shifted(match, step) * np.float32(1.0 if abs(step) < 2 else FAR), out=around)
    first = np.zeros(match.shape[1], np.float32)
    first[looked] = telling @ unheard(seen, near.thread[looked], days[looked]) / telling.sum()
    return {
        "told first, word by word": first,
        "word by word around": np.asarray(telling @ around / telling.sum(), np.float32),
        "word by word, with what it answers": np.maximum(match, near.shifted(match * asks, -1)).mean(axis=0),
    }


def unheard(match: Scores, thread: Ints, days: Ints) -> Scores:
    """The best match of each word in the piece's thread on its day, shared with the earlier ones that match as well.

    All have an entry for each piece. The second thread to tell of something gets a half of its match, the third a
    third. Pieces without a day come neither before nor after.
    """
    order = np.lexsort((thread, days))
    starts = np.flatnonzero(np.r_[True, (np.diff(days[order]) != 0) | (np.diff(thread[order]) != 0)])
    best = np.maximum.reduceat(match[:, order], starts, axis=1)
    told = days[order][starts]
    before = (told[:, None] < told) & (told != NO_DAY)[:, None]
    earlier = np.zeros_like(best)
    for word, matched in enumerate(best):
        earlier[word] = np.count_nonzero((matched[:, None] >= matched - np.float32(AS_WELL)) & before, axis=0)
    shared = np.empty_like(match)
    shared[:, order] = np.repeat(best / (1 + earlier), np.diff(np.r_[starts, len(order)]), axis=1)
    return shared


def total(lists: dict[str, Scores], weights: dict[str, float]) -> Scores:
    """The weighted sum that the ranking goes by: it keeps how sure each signal is, which ranks would not."""
    return np.asarray(sum(weights[name] * lists[name] for name in SIGNALS if name in lists), np.float32)
