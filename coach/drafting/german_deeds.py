"""Whether a promise is noted in German ("mir die Liste mailen"): no English sentence can be built round such words."""

from __future__ import annotations

import re

from coach.domain.checking.english import known
from coach.domain.checking.language import language_of, small_words

_SMALL = re.compile(
    r"\b[MmDd](?:ir|ich)\b|\b[Ii]h(?:r|m|n|nen|re\w?)\b|\b(?:[Uu]ns|[Ee]uch|[Zz]u[rm]|[Vv]om|[Bb]eim|[Ff]ür|[Uu]nd|[Dd]as|"
    r"[Dd]em)\b|\b(?:[Ee]|[MmDdSsKk]e)in(?:e[mnrs]?)?\b|\b[Uu]nsere?\w?\b|\b(?:die|der|den|an) (?=[A-ZÄÖÜ][a-zäöüß])"
)
_ENGLISH = small_words("en") - {"an", "in", "was"}
"""Without those that are German words as well."""
_INFINITIVE = re.compile(r" (?P<verb>[a-zäöüß]+(?:en|ern|eln))[.!]?$")
_WORD = re.compile(r"[^\W\d_]+")


def is_german(what: str) -> bool:
    """Whether so few words are German, by their small words or the infinitive at their end."""
    if language_of(what) == "de":
        return True
    if any(word.casefold() in _ENGLISH for word in _WORD.findall(what)):
        return False
    ends = _INFINITIVE.search(what)
    return bool(_SMALL.search(what)) or (ends is not None and not known(ends["verb"]))
