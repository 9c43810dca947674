"""Likely names of people whom the workspace does not know, so that they do not leave this machine either.

By rule, and on the careful side: a run of capitalised words that are no English words, a given name with what follows
it, a given name of any land alone, or one such word where people say or do something. A town or a product may be taken
for a person: it is hidden and comes back, which costs little. What no rule sees goes out; the page to agree to says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from coach.domain.checking.english import known
from coach.domain.checking.lexicon import CALENDAR, DEMONYMS, PLACES, ROLE_HEADS, TITLES

_WORD = re.compile(r"(?<!\w)[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_]))*(?!\w)")
_PARTICLES = frozenset("de da do dos das del della der den di du la le van von af bin ibn al el ter ten y".split())
_ENDING = re.compile(r"[’']s$")
_BEFORE = re.compile(
    r"\b(?:met|meet|told|tell|asked|ask|thank(?:ed)?|introduced(?: me)? to|spoke (?:to|with)|talk(?:ed)? (?:to|with)|"
    r"called|named|friends?|colleagues?|cousin|sister|brother|husband|wife|partner|boss|mother|father|son|daughter|"
    r"uncle|aunt|neighbou?r|mr|mrs|ms|dr|prof)[.,]?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\s+(?:said|says|told|tells|asked|promised|offered|thinks|thought|wants|wanted|lives|knows|works|wrote|writes|"
    r"introduced|invited|called|moved|left|joined|and I)\b"
)
LONGEST = 4
"""Words of one name."""


def strangers(text: str, is_given: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Where likely names of people stand (start, end). `is_given`: whether a word is a common given name."""
    for run in _runs(text):
        name = _without_plain_words(run, is_given)
        if not 0 < len(name) <= LONGEST + 2:
            continue
        start, end = name[0].start(), name[-1].end() - len(_ending(name[-1][0]))
        capitals = [found[0] for found in name if found[0][0].isupper()]
        if len(capitals) > 1:
            if any(map(is_given, capitals)) or not any(_plain(word, is_given) for word in capitals):
                yield start, end
        elif any(map(is_given, capitals)) or _BEFORE.search(text[:start][-24:]) or _AFTER.match(text[end : end + 24]):
            yield start, end


def _without_plain_words(run: list[re.Match[str]], is_given: Callable[[str], bool]) -> list[re.Match[str]]:
    """The run without words at its head and end that are no part of a name."""
    first, last = 0, len(run)
    while first < last and _plain(run[first][0], is_given):
        first += 1
    while first < last and (_plain(run[last - 1][0], is_given) or run[last - 1][0] in _PARTICLES):
        last -= 1
    return run[first:last]


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Capitalised words side by side, small words of names between them."""
    run: list[re.Match[str]] = []
    for found in _WORD.finditer(text):
        word = found[0]
        joined = bool(run) and text[run[-1].end() : found.start()] == " " and not _ending(run[-1][0])
        if run and not joined:
            yield run
            run = []
        if _like_a_name(word) or (run and word in _PARTICLES):
            run.append(found)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _like_a_name(word: str) -> bool:
    """One capital, at the head (of each part); products and abbreviations have more."""
    parts = re.split(r"[’'-]", word.removeprefix("Mc").removeprefix("Mac"))
    rest = "".join(part[1:] for part in parts)
    return word[0].isupper() and len(word) > 1 and rest.islower()


def _plain(word: str, is_given: Callable[[str], bool]) -> bool:
    """A word that is capitalised for another reason than that it names a person."""
    low = word[: len(word) - len(_ending(word))].casefold()
    if is_given(word):
        return False
    return known(low) or low in CALENDAR or low in DEMONYMS or low in PLACES or low in ROLE_HEADS or low in TITLES


def _ending(word: str) -> str:
    found = _ENDING.search(word)
    return found[0] if found else ""
