"""Word forms of English (what a word may be, its base form) and the key under which words of one meaning meet."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import snowballstemmer

from coach.domain.checking.synonyms import GROUPS

if TYPE_CHECKING:
    from collections.abc import Mapping

_STEMMER: Any = snowballstemmer.stemmer("english")


@lru_cache(maxsize=16384)
def forms(word: str) -> Mapping[str, tuple[str, ...]]:
    """What a folded word may be, e.g. `talks` → {"NOUN": ("talk",), "VERB": ("talk",)}; empty when unknown.

    From the lookup table of LemmInflect (NIH SPECIALIST lexicon); loaded at the first call, about 0.3 s.
    """
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    found: dict[str, tuple[str, ...]] = getAllLemmas(word)
    return found


def known(word: str) -> bool:
    """True when `word` is an English word that is not only a name."""
    return bool(forms(word))


def may_be_verb(word: str) -> bool:
    return "VERB" in forms(word) or "AUX" in forms(word)


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


def _stem(word: str) -> str:
    stem: str = _STEMMER.stemWord(word)
    return _BY_STEM.get(stem, stem)


_BY_STEM: dict[str, str] = {}
for _word, _group in GROUPS.items():
    _BY_STEM.setdefault(_STEMMER.stemWord(_word), _group)
