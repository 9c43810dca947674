"""Word forms of English (what a word may be, its base form) and the key under which words of one meaning meet."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from coach.domain.checking.synonyms import GROUPS
from coach.domain.stemming import snowball

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=16384)
def forms(word: str) -> Mapping[str, tuple[str, ...]]:
    """What a folded word may be, e.g. `talks` → {"NOUN": ("talk",), "VERB": ("talk",)}; empty when unknown.

    From the lookup table of LemmInflect (NIH SPECIALIST lexicon). The first call loads it, about half a second of
    processor time; so no module of the check asks for a form or a key while it is imported.
    """
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    found: dict[str, tuple[str, ...]] = getAllLemmas(word)
    if found or not word.startswith("re") or len(word) < len("re") + _SHORTEST:
        return found
    again = getAllLemmas(word.removeprefix("re").removeprefix("-")).get("VERB", ())
    return {"VERB": tuple(f"re{base}" for base in again)} if again else found


_SHORTEST = 5
"""Letters that a verb must have to be read behind `re-`: `replanted` is planting again."""


def known(word: str) -> bool:
    """True when `word` is an English word that is not only a name."""
    return bool(forms(word))


def third_person(word: str) -> bool:
    """Whether a word is a verb in the form that follows "she" ("runs")."""
    low = word.lower()
    return low.endswith("s") and low not in forms(low).get("VERB", (low,))


@lru_cache(maxsize=16384)
def lemma(word: str) -> str:
    """The base form: the verb's where it is irregular or plainly inflected, else the noun's, else the word."""
    if len(word) < 3:
        return word
    found = forms(word)
    for kind in ("VERB", "NOUN", "AUX"):
        if kind in found and found[kind][0] != word:
            return found[kind][0]
    return word


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """One key for words that mean nearly the same: synonym group, else the Snowball stem of the base form."""
    base = lemma(word)
    return GROUPS.get(base) or GROUPS.get(word) or _stem(base)


@lru_cache(maxsize=64)
def keys_of(words: frozenset[str]) -> frozenset[str]:
    """The keys of a word list; worked out when first asked for, then kept."""
    return frozenset(key(word) for word in words)


def _stem(word: str) -> str:
    stem = snowball(word)
    return _groups_by_stem().get(stem, stem)


@cache
def _groups_by_stem() -> dict[str, str]:
    found: dict[str, str] = {}
    for word, group in GROUPS.items():
        found.setdefault(snowball(word), group)
    return found
