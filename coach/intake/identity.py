"""Who is who across imports: ids that come from names, and how several names in one string are told apart.

A speaker's id is made of the name alone, so that the same speaker at two conferences is one person. The
risk: two people of the same name become one. Within one programme that gives its speakers ids of its own,
`coach.intake.programme` keeps namesakes apart; across programmes, only a person can tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from coach.domain.ids import stable_id
from coach.domain.naming import bare_name, writings

_SUFFIX = re.compile(r"(?i)^(?:jr|sr|ii|iii|iv|mba|msc|bsc|ba|ma|phd|ph\.d|md|m\.d|esq|cpa|pmp|dr|prof)\.?$")
_SEPARATOR = re.compile(r"\s*(?:,\s*and\s+|,|;|\n|\s&\s|\s(?i:and|und|et)\s)\s*")
_BRACKETED = re.compile(r"\([^()]*\)")
_LONGEST_LIST = 5_000


def name_key(name: str) -> str:
    """What two spellings of one name have in common: compatibility forms, letter case and blanks do not count."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def person_id(name: str, *distinction: str) -> str:
    """The id of a person of whom no more than a name is known; `distinction` keeps namesakes apart."""
    return stable_id("person", name_key(name), *distinction)


def called(names: Iterable[str]) -> dict[str, str]:
    """For each name the one by which its bearer goes in one programme: "Sabine Krüger", without title and with accents,
    for "Dr. Sabine Krüger" and "Sabine Krueger" too. A single word stays."""
    ways = {name: [key for key in writings(name) if " " in key] for name in names}
    groups: dict[str, list[str]] = {}
    for name, keys in ways.items():
        alike = {id(some): some for key in keys if (some := groups.get(key))}
        group = [one for some in alike.values() for one in some] + [name]
        groups |= {key: group for one in group for key in ways[one]}
    return {name: _best_of(groups[keys[0]]) if keys else name for name, keys in ways.items()}


def _best_of(group: Sequence[str]) -> str:
    best = max(group, key=lambda name: (sum(not sign.isascii() for sign in name), bare_name(name) == name))
    return bare_name(best) if any(bare_name(name) == name for name in group) else best


def event_id(name: str, starts: date | None) -> str:
    """The id of an event: its name and, where the name holds no year, the year in which it starts.

    Punctuation does not count, so that `EuroPython 2024` and `europython-2024` are one event.
    """
    key = " ".join(re.findall(r"\w+", name_key(name))) or name_key(name)
    year = "" if re.search(r"(?:19|20)\d\d", key) or starts is None else str(starts.year)
    return stable_id("event", key, year)


def split_names(text: str) -> list[str]:
    """Several people in one string, e.g. `Jane Doe, John Roe and Ann Lee`; one name where it may be just one.

    Split only when each part looks like a full name: `Ing Wei, Tang`, `Aaron Hall, MBA`,
    `Keira and Sky` and `Tibs / Tony Ibbs` stay whole.
    """
    if len(text) > _LONGEST_LIST:
        return [" ".join(text.split())]
    brackets = [found.span() for found in _BRACKETED.finditer(text)]
    parts, start = [], 0
    for separator in _SEPARATOR.finditer(text):
        if not any(opened < separator.start() < closed for opened, closed in brackets):
            parts.append(text[start : separator.start()])
            start = separator.end()
    parts = [" ".join(part.split()) for part in [*parts, text[start:]] if part.strip()]
    if len(parts) < 2 or not all(_is_full_name(part) for part in parts):
        return [" ".join(text.split())]
    return parts


def is_suffix(word: str) -> bool:
    """ "PhD", "Jr.": what stands behind a name and is none."""
    return bool(_SUFFIX.match(word))


def _is_full_name(part: str) -> bool:
    words = part.split()
    if not 2 <= len(words) <= 6 or is_suffix(words[0]):
        return False
    return not words[0][0].islower() and not words[0][0].isdigit()
