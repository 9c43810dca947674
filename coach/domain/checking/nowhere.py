"""Somebody where a town is said: `the boat repairer in Joanna`."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.claims import Finding, check_name
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.facts import Facts, sentence_names
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.names import Name
from coach.domain.checking.people import USER
from coach.domain.given_names import given_names

_IN = split_words("in near outside around")
_TRUST = split_words(
    "trust trusts trusted trusting faith belief believe believes believed believing confidence confide confided "
    "interest interested interests found find finds see sees saw have has had having met meet invest invested "
    "disappointed lost seen got get us what delight all call called bring brought brings rope roped ring write fill "
    "join joins let invite wrap"
)
"""What may be in, or near, a person: `faith in Ann`, `I found a friend in Ann`, `bring in Ann`."""
_NEAR = 4


def someone_for_a_place(desk: Desk, line: Line, found: Sequence[Name]) -> Finding | None:
    """A person's first name behind `in` or `outside`, which the notes have never set there."""
    if desk.language != "en":
        return None
    for name in found:
        if _said_as_a_place(line, name) and _only_somebody(name, desk.facts):
            held = check_name(name, desk.sources)
            written = " ".join(token.text for token in line.tokens[name.first : name.last + 1])
            reason = f"“{written}” is somebody, and no place, in your notes."
            return Finding("contradicted", held.labels, held.quotes, reason)
    return None


def _said_as_a_place(line: Line, name: Name) -> bool:
    tokens = line.tokens
    if not name.first or tokens[name.first - 1].low not in _IN:
        return False
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    owner = after is not None and (
        after.low == "'s" or after.low in ("and", "or") or (after.kind == "word" and after.capital)
    )
    before = {token.low for token in tokens[max(0, name.first - 1 - _NEAR) : name.first - 1]}
    return not owner and not before & _TRUST and (name.first > 1 or tokens[0].low in _IN)


def _only_somebody(name: Name, facts: Facts) -> bool:
    who = facts.people.resolve(name.words)
    if not who or who == USER or name.words[0] not in given_names() or is_place(" ".join(name.words)):
        return False
    if any(is_place(word) for word in (*name.words, *who.split())):
        return False
    return not any(
        other.words[: len(name.words)] == name.words and other.first and sentence.tokens[other.first - 1].low in _IN
        for source in facts.sources if name.words[0] in source.lows
        for sentence in source.sentences if name.words[0] in sentence.lows
        for other in sentence_names(sentence)
    )  # fmt: skip
