"""What the writer of a note felt: `Loved the drawings`, `Missed his slides`."""

from __future__ import annotations

from coach.domain.checking.clauses import Fragment
from coach.domain.checking.lexicon import split_words


def felt(fragment: Fragment) -> bool:
    whole = {token.low for token in fragment.tokens}
    if fragment.words[0] in _OF_THE_WRITER:
        return not {"me", "my", "us", "our"} & whole
    return fragment.words[0] in _FELT and bool({"she", "he", "her", "his", "their"} & whole)


_FELT = split_words("liked loved enjoyed admired noticed listened bought tried tasted felt cried laughed")
"""What the writer of a note felt and did, where the sentence calls the other she or he: `Liked the game she uses`."""


_OF_THE_WRITER = split_words("liked loved enjoyed admired missed skipped overheard noticed")
"""What a note without a subject can only tell of its writer: `Loved the drawings`, `Missed his slides`."""
