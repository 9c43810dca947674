"""The plain ways that recall is measured against: a vector store's default, BM25, and both fused by ranks.

All but one read a turn as its speaker's ('Ana said, "text"'), the form that helps the dense way most (docs/adr/0036).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from coach.recall.analysis import terms
from eval.locomo import Conversation
from eval.vectors import original_minilm

Scores = NDArray[np.float64]
RANK_CONSTANT = 60
"""Reciprocal rank fusion's constant (Cormack, Clarke and Büttcher, 2009)."""
DEPTH = 200


def dense(texts: Sequence[str], questions: Sequence[str]) -> Scores:
    embeddings = original_minilm()
    return np.asarray(embeddings.embed_array(questions) @ embeddings.embed_array(texts).T, float)


def bm25(texts: Sequence[str], questions: Sequence[str], k1: float = 1.2, b: float = 0.75) -> Scores:
    """BM25 with stemming (Robertson and Zaragoza, 2009), one row a question."""
    counts = [Counter(terms(text)) for text in texts]
    lengths = np.array([sum(one.values()) for one in counts], float)
    norm = k1 * (1 - b + b * lengths / lengths.mean())
    held: dict[str, list[tuple[int, int]]] = {}
    for place, one in enumerate(counts):
        for term, count in one.items():
            held.setdefault(term, []).append((place, count))
    scores = np.zeros((len(questions), len(texts)))
    for row, question in enumerate(questions):
        for term in set(terms(question)):
            found = held.get(term, [])
            rarity = np.log1p((len(texts) - len(found) + 0.5) / (len(found) + 0.5))
            for place, count in found:
                scores[row, place] += rarity * count * (k1 + 1) / (count + norm[place])
    return scores


def fused(*lists: Scores) -> Scores:
    """Reciprocal rank fusion of several lists of scores."""
    total = np.zeros_like(lists[0])
    for scores in lists:
        ranks = np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1)
        total += 1 / (RANK_CONSTANT + 1 + ranks)
    return total


def usual(texts: Sequence[str], questions: Sequence[str]) -> dict[str, Scores]:
    """By meaning, by words, and both: the ways of a collection that is no conversation."""
    by_meaning, by_words = _both(texts, questions)
    return {
        "MiniLM, cosine": by_meaning,
        "BM25 with stemming": by_words,
        "both, reciprocal rank fusion": fused(by_meaning, by_words),
    }


def bare(conversation: Conversation) -> list[str]:
    return [note.text for note in conversation.notes]


def spoken(conversation: Conversation) -> list[str]:
    """Each turn as a sentence of who said it."""
    return [f'{note.author} said, "{note.text}"' for note in conversation.notes]


def windows(conversation: Conversation) -> list[str]:
    """Each turn with the two before it and the one after, of the same session, as lines of a play."""
    notes = conversation.notes
    return [
        "\n".join(
            f"{one.author}: {one.text}" for one in notes[max(place - 2, 0) : place + 2] if one.thread == note.thread
        )
        for place, note in enumerate(notes)
    ]


def _ranker(score: Callable[[Conversation, list[str]], Scores]) -> Callable[[Conversation], list[list[str]]]:
    def rank(conversation: Conversation) -> list[list[str]]:
        scores = score(conversation, [ask.text for ask in conversation.asks])
        return ranked(scores, [note.source_id for note in conversation.notes])

    return rank


def ranked(scores: Scores, ids: Sequence[str]) -> list[list[str]]:
    """The ids of each row's first DEPTH entries, best first; ties in the order of the notes."""
    return [[ids[place] for place in np.argsort(-row, kind="stable")[:DEPTH]] for row in scores]


def _both(texts: Sequence[str], asks: Sequence[str]) -> tuple[Scores, Scores]:
    return dense(texts, asks), bm25(texts, asks)


def _all_four(conversation: Conversation, asks: list[str]) -> Scores:
    return fused(*_both(spoken(conversation), asks), *_both(windows(conversation), asks))


PLAIN: dict[str, Callable[[Conversation], list[list[str]]]] = {
    "MiniLM, cosine, turns without their speaker": _ranker(lambda one, asks: dense(bare(one), asks)),
    "MiniLM, cosine (Chroma's default way)": _ranker(lambda one, asks: dense(spoken(one), asks)),
    "BM25 with stemming": _ranker(lambda one, asks: bm25(spoken(one), asks)),
    "both, reciprocal rank fusion": _ranker(lambda one, asks: fused(*_both(spoken(one), asks))),
    "the same with windows, four lists": _ranker(_all_four),
}
