"""Who speaks, out of one string: `Ana Ruiz (Harbour), Ben Meyer and Li Wei`, `Ana Ruiz, CTO, Harbour`.

A name is followed by what is said of its bearer up to the next name; what follows a comma is a name only where it looks
more like one than like an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from coach.domain.checking.english import known
from coach.domain.checking.lands import is_place
from coach.domain.checking.tokens import fold
from coach.domain.naming import without_title
from coach.domain.reading.given import is_given
from coach.intake.identity import is_suffix
from coach.intake.person_line import is_organisation, is_role, person_line
from coach.intake.programme import Speaker

_WORD = r"[^\W\d_a-zà-öø-ÿ][\w'’.-]*"
_SMALL = r"(?:(?:van|von|de|da|di|la|le|der|den|bin|al|el|ten|zu|dos|del)\s+)"
_NAME = re.compile(rf"{_WORD}(?:\s+{_SMALL}*{_WORD}){{1,3}}")
_MARK = re.compile(r"\s*(?:,\s*(?:and|und)\s+|[,;|\n]|\s&\s|\s/\s|\s(?i:and|und|et|y)\s)\s*")
_NOUNS = re.compile(r"(?i)(?:ung|heit|keit|schaft|tät|enz|ismus|lich\w{1,2}|isch\w{1,2}|ig\w{1,2}|städte|daten)\b")
"""German words that are no names: "Nachhaltige Städte", "Künstliche Intelligenz"."""
_NO_NAME = re.compile(
    r"^(?:Stadt|Gemeinde|Landkreis|Kreis|Bezirk|Region|Land|Freistaat|Kanton|City|Team|Mit|Von|Der|Die|Das|Ein|Eine|Im|"
    r"Am|Zum|Zur|Für|Wie|Was|Warum|Wer|Auf|Aus|Bei|Nach|Vom|Neue[rsn]?)\s|\s\w$"
)
"""Towns, "Team Leipzig", "Mit Mut", "Workshop A"."""
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LONGEST = 2_000


def speakers_in(text: str) -> tuple[Speaker, ...]:
    """Those whom the text names, where it begins with a full name; nobody where it does not."""
    if len(text) > _LONGEST:
        return ()
    parts = list(_parts(text))
    begins = [place for place, (start, end) in enumerate(parts) if _names_somebody(text, place, start, end)]
    if not begins or begins[0] != 0:
        return ()
    edges = [*(parts[place][0] for place in begins), len(text)]
    return tuple(_speaker(text[start:end]) for start, end in pairwise(edges))


def begins_with_given_name(text: str) -> bool:
    """Whether the first word, titles aside, is a given name somewhere."""
    words = without_title(text.strip()).split()
    return bool(words) and is_given(fold(words[0].strip(",;:")))


def speakers_of(text: str) -> tuple[Speaker, ...]:
    """Those named by a text that is known to name speakers: one of a single word or of an unusual form is one too."""
    found: list[Speaker] = []
    for line in re.split(r"\s*[;\n|]\s*", text):
        bare = " ".join(line.split())
        if bare:
            found += speakers_in(bare) or (_speaker(bare) if _bracket(bare) else Speaker(bare),)
    return tuple(found)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts between commas and the like begin and end; none is cut within brackets."""
    brackets = [found.span() for found in _BRACKETED.finditer(text)]
    start = 0
    for mark in _MARK.finditer(text):
        if not any(opened < mark.start() < closed for opened, closed in brackets):
            yield start, mark.start()
            start = mark.end()
    yield start, len(text)


def _names_somebody(text: str, place: int, start: int, end: int) -> bool:
    """Whether a part is a full name. One whose first word is no given name may be where the one before works: it is a
    name only without a word of English in it, and first of all where not each word is one."""
    bare = without_title(_before_brackets(text[start:end].strip()))
    if not _NAME.fullmatch(bare) or is_organisation(bare):
        return False
    first, *others = bare.split()
    if is_given(fold(first)):
        return True
    if is_suffix(first) or is_role(bare) or is_place(fold(first)) or _NOUNS.search(bare) or _NO_NAME.search(bare):
        return False
    english = [known(word.casefold()) for word in (first, *others) if word[:1].isupper()]
    return not any(english) if place else not all(english)


def _before_brackets(part: str) -> str:
    return re.split(r"\s*[(\[]", part, maxsplit=1)[0].strip(" ,.")


def _bracket(text: str) -> bool:
    return bool(_before_brackets(text)) and text.rstrip().endswith((")", "]"))


def _speaker(said: str) -> Speaker:
    """One name and what stands behind it."""
    said = re.sub(r"[\s,;&|/]+$|\s+(?i:and|und|et|y)\s*$", "", said.replace("[", "(").replace("]", ")")).strip()
    end = re.search(r"\s*[,(]", said)
    name, rest = (said[: end.start()], said[end.start() :]) if end else (said, "")
    suffix = re.match(r"\s*,\s*(\S+)", rest)
    if suffix and is_suffix(suffix[1].rstrip(",")):
        name, rest = f"{name}, {suffix[1].rstrip(',')}", rest[suffix.end() :]
    line = person_line(name, rest)
    only = [part for part in (line.role, line.organisation) if part]
    organisation, role = line.organisation, line.role
    if len(only) == 1 and role and not is_role(role):  # one thing said of a speaker is where they come from
        organisation, role = role, ""
    return Speaker(
        name.strip(),
        organisation=organisation,
        role=role,
        about=line.about,
        email=next(iter(line.emails), ""),
    )
