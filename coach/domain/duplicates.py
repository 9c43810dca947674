"""Who may be the same person: by address, profile, name in its many writings, and organisation, with the reasons.

Only people who share a key (an address, a surname with a first name, …) are compared, so that 20,000 people take a
second or two: comparing everybody with everybody would be 200 million pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import Literal

from anyascii import anyascii
from rapidfuzz.distance import OSA

from coach.domain.checking.names import first_name_forms, same_first_name
from coach.domain.naming import writings

Sign = Literal[
    "email", "profile", "phone", "name", "order", "nickname", "part", "surnames", "initials", "spelling", "organisation"
]

SHOWN_FROM = 0.65
"""Candidates below are not worth a question."""
CROWD = 40
"""A key that more people share says little: only those of one organisation are compared."""
SHARED = 3
"""An address that more people have is an office's, not a person's."""
_STRENGTH: dict[Sign, float] = {
    "name": 0.8,
    "order": 0.78,
    "nickname": 0.67,
    "part": 0.67,
    "spelling": 0.55,
    "surnames": 0.52,
    "initials": 0.52,
}
"""How far a name alone goes; set by hand, so that one more sign is asked for where the name is only like the other."""
_TITLES = frozenset("dr prof professor mr mrs ms mx sir dame frau herr mag phd jr sr ing dipl msc bsc mba".split())
_LEGAL = frozenset("gmbh inc ltd llc ag se co corp corporation plc bv ab oy srl sa kg ev the and und y et".split())
_PROFILE = re.compile(r"(linkedin\.com/in|github\.com|gitlab\.com|twitter\.com|x\.com)/@?([^/?#\s]+)", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells people apart. `addresses`: type and value of each channel."""

    id: str
    name: str
    also_called: tuple[str, ...] = ()
    organisation: str = ""
    addresses: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two ids, how likely it is (0 to 1) that they are one person, and why: (sign, what is shared)."""

    first: str
    second: str
    score: float
    reasons: tuple[tuple[Sign, str], ...]


@dataclass(slots=True)
class _Known:
    identity: Identity
    names: tuple[tuple[str, ...], ...]
    organisation: str
    emails: frozenset[str]
    phones: frozenset[str]
    profiles: frozenset[tuple[str, str]]
    keys: set[tuple[str, ...]] = field(default_factory=set)


@lru_cache(maxsize=4)
def find_duplicates(
    people: tuple[Identity, ...], apart: Collection[frozenset[str]] = frozenset()
) -> tuple[Candidate, ...]:
    """Pairs that may be one person, the likeliest first; never a pair of `apart`. Asked again, it remembers."""
    known = [_known(person) for person in people]
    found = []
    for one, other in sorted(_pairs(known)):
        if frozenset((known[one].identity.id, known[other].identity.id)) not in apart:
            candidate = _compare(known[one], known[other])
            if candidate is not None:
                found.append(candidate)
    return tuple(sorted(found, key=lambda one: (-one.score, one.first, one.second)))


def _known(person: Identity) -> _Known:
    of_type: dict[str, list[str]] = defaultdict(list)
    for kind, value in person.addresses:
        of_type[kind].append(value)
    known = _Known(
        person,
        tuple(dict.fromkeys(words for name in _written(person) if (words := _words(name)))),
        " ".join(word for word in _ascii_words(person.organisation) if word not in _LEGAL),
        frozenset(
            value.strip().casefold().removeprefix("mailto:") for value in of_type.pop("email", ()) if "@" in value
        ),
        frozenset(number for value in of_type.pop("phone", ()) if (number := _number(value))),
        frozenset(
            profile for kind, values in of_type.items() for value in values if (profile := _profile(kind, value))
        ),
    )
    known.keys = set(_keys(known))
    return known


@lru_cache(maxsize=65_536)
def _ascii_words(text: str) -> tuple[str, ...]:
    """Words in plain letters, whatever the script: `Łukasz` is `lukasz`, `Иван` is `ivan`."""
    return tuple(_WORD.findall(anyascii(text.replace("'", "").replace("’", "")).casefold()))


def _written(person: Identity) -> Iterator[str]:
    """Each name, "Krueger" of "Krüger", and "Tomáš Novák" of "Tomáš Novák, Klimadata"."""
    for name in (person.name, *person.also_called):
        yield name
        if not name.isascii():
            yield from sorted(writings(name))
        before, comma, _ = name.partition(",")
        if comma and len(before.split()) > 1:
            yield before


def _words(name: str) -> tuple[str, ...]:
    words = _ascii_words(re.sub(r"\([^)]*\)", " ", name))
    return tuple(word for word in words if word not in _TITLES) or words


def _number(phone: str) -> str:
    """The last nine digits: with or without the country's code."""
    digits = re.sub(r"\D", "", phone)
    return digits[-9:] if len(digits) >= 7 else ""


def _profile(kind: str, value: str) -> tuple[str, str] | None:
    """The site and the handle, or the whole address of another page."""
    found = _PROFILE.search(value)
    if found:
        site = found[1].casefold().replace("twitter.com", "x.com")
        return site, found[2].casefold()
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", value.strip().casefold()).rstrip("/").lstrip("@")
    if kind in ("linkedin", "github") and "/" not in bare:
        return ("linkedin.com/in" if kind == "linkedin" else "github.com"), bare
    return (kind, bare) if len(bare) > 2 else None


# ------------------------------------------------------------------------------------------------ who is compared
def _keys(known: _Known) -> Iterator[tuple[str, ...]]:
    yield from (("email", email) for email in known.emails)
    yield from (("phone", phone) for phone in known.phones)
    yield from (("profile", *profile) for profile in known.profiles)
    for words in known.names:
        yield ("letters", "".join(sorted("".join(words))))
        if len(words) > 1:
            for first, last in ((words[0], words[-1]), (words[-1], words[0])):
                yield ("initial", last, first[0])
                yield from (("first", last, form) for form in first_name_forms(first))
            yield from (("first", surname, words[0]) for surname in words[1:-1])


def _pairs(known: Sequence[_Known]) -> set[tuple[int, int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(known):
        for key in one.keys:
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if key[0] in ("email", "phone", "profile"):
            pairs.update(combinations(members, 2) if len(members) <= SHARED else ())
        elif len(members) <= CROWD:
            pairs.update(combinations(members, 2))
        else:
            pairs.update(_of_one_organisation(known, members))
    return pairs


def _of_one_organisation(known: Sequence[_Known], members: Iterable[int]) -> Iterator[tuple[int, int]]:
    by_organisation: dict[str, list[int]] = defaultdict(list)
    for number in members:
        if known[number].organisation:
            by_organisation[known[number].organisation].append(number)
    for some in by_organisation.values():
        yield from combinations(some[:CROWD], 2)


# ------------------------------------------------------------------------------------------------- how alike they are
def _compare(one: _Known, other: _Known) -> Candidate | None:
    sign = _best_sign(one, other)
    reasons: list[tuple[Sign, str]] = []
    scores = [_STRENGTH[sign]] if sign else []
    for kind, mine, theirs, alone in (
        ("email", one.emails, other.emails, 0.75),
        ("phone", one.phones, other.phones, 0.5),
    ):
        if both := sorted(mine & theirs):
            reasons.append(("email" if kind == "email" else "phone", both[0]))
            scores.append(0.95 if sign else alone)
    if profiles := sorted(one.profiles & other.profiles):
        reasons.append(("profile", "/".join(profiles[0])))
        scores.append(0.97)
    if sign:
        reasons.append((sign, f"{one.identity.name} / {other.identity.name}"))
    score = max(scores, default=0.0) + _beside(one, other, reasons)
    if score < SHOWN_FROM - 1e-9:
        return None
    if one.organisation and one.organisation == other.organisation:
        reasons.append(("organisation", one.identity.organisation))
    return Candidate(one.identity.id, other.identity.id, round(min(score, 0.99), 2), tuple(reasons))


def _beside(one: _Known, other: _Known, reasons: Sequence[tuple[Sign, str]]) -> float:
    """What the organisation adds or takes, and two profiles on one site, which are two people's as a rule."""
    extra = 0.0
    reasons_of_address = any(sign in ("email", "phone", "profile") for sign, _ in reasons)
    if one.organisation and other.organisation:
        extra += 0.15 if one.organisation == other.organisation else -0.05 if reasons_of_address else -0.1
    sites = dict(one.profiles)
    if not any(sign == "profile" for sign, _ in reasons) and any(
        site in sites and sites[site] != handle for site, handle in other.profiles
    ):
        extra -= 0.35
    return extra


def _best_sign(one: _Known, other: _Known) -> Sign | None:
    signs = [sign for mine in one.names for theirs in other.names if (sign := _name_sign(mine, theirs))]
    return max(signs, key=lambda sign: _STRENGTH[sign], default=None)


def _name_sign(one: tuple[str, ...], other: tuple[str, ...]) -> Sign | None:
    """In what way two names are the same. A name of one word is never enough by itself."""
    if min(len(one), len(other)) < 2 and one != other:
        return "order" if _turned(one, other) else None
    if one == other:
        return "name" if len(one) > 1 else "initials"
    if sorted(one) == sorted(other) or _turned(one, other):
        return "order"
    for mine, theirs in ((one, other), (one, (*other[1:], other[0]))):
        if mine[-1] == theirs[-1]:
            if sign := _first_names(mine[:-1], theirs[:-1]):
                return sign
        elif mine[0] == theirs[0] and _misspelt(mine[-1], theirs[-1]):
            return "spelling"
    return "surnames" if _one_surname_more(one, other) else None


def _one_surname_more(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The shorter name begins the longer: `Ana Ruiz`, `Ana Ruiz Vega`."""
    return one == other[: len(one)] or other == one[: len(other)]


def _turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Written as one word or as two, whichever comes first: `WangWei`, `Wei Wang`."""
    return len(one) != len(other) and "".join(one) in ("".join(other), "".join(reversed(other)))


def _first_names(one: tuple[str, ...], other: tuple[str, ...]) -> Sign | None:
    if one[0] == other[0]:
        return "part"
    if min(len(one[0]), len(other[0])) == 1:
        return "initials" if one[0][0] == other[0][0] else None
    if same_first_name(one[0], other[0]):
        return "nickname"
    return "spelling" if _misspelt(one[0], other[0]) else None


def _misspelt(one: str, other: str) -> bool:
    """One slip of the pen in a word long enough that two names seldom lie so near."""
    return min(len(one), len(other)) >= 5 and OSA.distance(one, other, score_cutoff=1) <= 1
