"""Snowball stems, for any thread: a stemmer holds the word it works on, so each thread has stemmers of its own.

Two threads that shared one would get each other's stems, or an IndexError.
"""

from __future__ import annotations

import threading
from typing import Any

_own = threading.local()


def snowball(word: str, language: str = "english") -> str:
    """The Snowball stem (snowballstem.org) of a word in lower case; `language` by its English name."""
    stem: str = _stemmer(language).stemWord(word)
    return stem


def _stemmer(language: str) -> Any:
    made: dict[str, Any] = _own.__dict__
    if language not in made:
        # Imported here because the package brings in the stemmers of all its languages.
        import snowballstemmer

        made[language] = snowballstemmer.stemmer(language)
    return made[language]
