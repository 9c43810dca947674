"""Where somebody was born, studied, lives and works: a town or a house that the notes name only of others, or of
something else, while for this one they name another (`you grew up in Bristol`, for a noted `grew up in Cork`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.claims import Finding, check_name, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.names import Name
from coach.domain.checking.people import USER

_WAYS = {
    "birth": r"\b(?:grew up|growing up|raised|born)\b",
    "study": r"\b(?:studied|study|studies|graduated|degree|phd|doctorate|went to (?:school|university|college))\b",
    "home": r"\b(?:lives?|living|lived|home is|based|moved to|resides?)\b",
    "work": r"\b(?:works?|working|employed|joined|job|engineer|developer|manager|director|head|lead|nurse|teacher|"
    r"designer)\b",
}
_WAY = {name: re.compile(pattern) for name, pattern in _WAYS.items()}
_HOW_IS_WORK = re.compile(r"\bhow(?:'s| is| are)? (?:life|work|things|everything|it|the job|your job)(?: going)? at\b")
_AT = frozenset(("in", "at", "for", "near", "to"))
_BYGONE = re.compile(r"\b(?:was|were|used to|former|formerly|until|before|once|previously|had|left|ago|quit)\b")


def set_elsewhere(fragment: Fragment, names: Sequence[Name], facts: Facts) -> Iterator[tuple[int, int, str, Finding]]:
    """(first token, last token, kind, finding) of each town or house in which the notes set this one elsewhere."""
    plain = fragment.plain
    asked = bool(_HOW_IS_WORK.search(plain)) and bool(facts.reader)
    who = facts.reader if asked else next(iter(fragment.owners), "")
    if not facts.readable or who in ("", USER) or not (asked or (fragment.explicit and len(fragment.owners) == 1)):
        return
    ways = ["work"] if asked else [name for name, pattern in _WAY.items() if pattern.search(plain)]
    for name in names if ways and not fragment.negated else ():
        inside = fragment.first < name.first <= fragment.last
        if not inside or fragment.tokens[name.first - 1].low not in _AT or facts.people.resolve(name.words):
            continue
        if check_name(name, facts.sources).verdict != "supported":
            continue  # a name that no note holds is marked as such
        if against := _noted_elsewhere(ways[0], set(name.words), who, facts):
            yield name.first, name.last, name.kind, contradicted(against, f"Your notes say “{against.quote}”.")


def _noted_elsewhere(way: str, words: set[str], who: str, facts: Facts) -> Fact | None:
    """What the notes say of this one and that way instead, where no note sets them in the named place."""
    theirs = [fact for fact in facts.facts if who in fact.fragment.owners and not fact.programme]
    profiles = [
        source for source in facts.sources if source.kind == "person" and who.split(maxsplit=1)[0] in source.lows
    ]
    if any(words <= set(source.lows) for source in profiles):
        return None
    same_way = [fact for fact in theirs if _WAY[way].search(fact.fragment.plain) and _names_a_place(fact)]
    if any(words & fact.sentence.lows for fact in same_way):
        return None
    if way == "work" and any(words & set(fact.fragment.words) for fact in theirs):
        return None
    return next(
        (fact for fact in same_way if not _BYGONE.search(fact.fragment.plain) or way in ("birth", "study")), None
    )


def _names_a_place(fact: Fact) -> bool:
    tokens = fact.fragment.tokens
    span = range(fact.fragment.first + 1, fact.fragment.last + 1)
    return any(tokens[p].capital and tokens[p - 1].low in _AT for p in span)
