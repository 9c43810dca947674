"""From text to index terms: words, folded and stemmed in the text's own language.

The language is guessed from stop words, which is enough to pick a stemmer and needs no model.
Notes and questions go through the same door, so that they meet in the middle.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

from coach.domain.stemming import snowball

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
POSSESSIVE = re.compile(r"['’](?:s|S)$")


def _read_stop_words() -> dict[str, frozenset[str]]:
    lines = files("coach.recall").joinpath("data/stop-words.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines if ":" in line)
    return {language: frozenset(listed.split()) for language, listed in pairs}


STOP_WORDS = _read_stop_words()
"""One set a language; their names are those of the Snowball stemmers."""
FILLERS = frozenset({"hey", "hi", "hello", "wow", "thanks", "thank", "oh", "ok", "okay", "haha", "hmm", "well"})


def words(text: str) -> list[str]:
    """The words of a text in lower case, possessives cut, in reading order."""
    return [POSSESSIVE.sub("", found).lower() for found in WORD.findall(unicodedata.normalize("NFKC", text))]


def language_of(tokens: list[str]) -> str:
    """The language whose stop words fill most of `tokens`; English when nothing tells."""
    counts = {language: sum(token in known for token in tokens) for language, known in STOP_WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > counts["english"] else "english"


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The word's stem, without accents."""
    folded = unicodedata.normalize("NFKD", snowball(word, language))
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def terms(text: str, *, keep_stop_words: bool = False) -> list[str]:
    """The index terms of a text, repeats kept. A text of stop words alone keeps them."""
    tokens = words(text)
    language = language_of(tokens)
    stop = STOP_WORDS[language] | FILLERS
    kept = tokens if keep_stop_words else [token for token in tokens if token not in stop]
    return [stem(token, language) for token in (kept or tokens)]


def fold(name: str) -> str:
    """A name or id as it is compared: lower case, no accents, single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
