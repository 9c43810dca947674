"""Where somebody works: a known house or town that the notes give to others (`curator at the Harbour Museum`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.attribution import person_name
from coach.domain.checking.claims import Finding, check_name
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import ROLE_HEADS, split_words
from coach.domain.checking.names import Name
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.sources import Source
from coach.domain.checking.weighing import generic

_PLACING = frozenset(("at", "for", "in", "of", "with", "from"))
_WORKPLACES = split_words(
    "station depot branch ward base clinic school yard boatyard shop studio office cooperative co-op team lab "
    "laboratory farm practice workshop hospital museum gallery theatre company firm institute university "
    "college department club choir bakery restaurant hotel library mill brewery winery vineyard nursery "
    "surgery pharmacy centre center archive factory plant"
)
_SPEAKERS = frozenset(("representative", "rep", "member", "spokesperson", "spokesman", "spokeswoman", "head", "lead"))
_WORKING = re.compile(r"\b(?:work|works|working|teaches|teach|teaching|based|employed|practises|practices|lectures)\b")
_BYGONE = re.compile(
    r"\b(?:was|were|used to|former|formerly|ex|until|till|left|before|once|previously|moved|joined|had|came|ago|quit)\b"
)
_HOUSES = split_words("city town council university ministry museum institute bank port state county region")


def misplaced_seats(
    parts: Sequence[Fragment], names: Sequence[Name], facts: Facts
) -> Iterator[tuple[int, int, str, Finding]]:
    """(first token, last token, kind, finding) of each house or town that is not where this person works."""
    for number, fragment in enumerate(parts):
        if fragment.mood == "greeting" or _BYGONE.search(fragment.plain):
            continue
        for name in names:
            if fragment.mood != "fact" and keys_of(frozenset(name.words)) <= facts.brief_keys:
                continue
            if not fragment.first < name.first <= fragment.last or facts.people.resolve(name.words):
                continue
            if (who := _whose(parts, number, name, facts)) and (found := _elsewhere(name, fragment, who, facts)):
                yield name.first, name.last, name.kind, found


def _whose(parts: Sequence[Fragment], number: int, name: Name, facts: Facts) -> str:
    """Whose place of work the name is said to be; "" where the words speak of none, or of nobody known."""
    fragment = parts[number]
    lows = [token.low for token in fragment.tokens[fragment.first : name.first]]
    bare = [low for low in lows if low not in ("the", "a", "an")]
    if not _PLACING & set(bare[-1:]) and not (bare[-3:-2] and _PLACING & set(bare[-3:]) and bare[-2] in _HOUSES):
        return ""
    lead = bare[:-1][-5:]
    if _WORKING.search(" ".join(lead)):
        asked = fragment.mood == "question" and fragment.words[0] in ("does", "is")
        return _one(fragment.owners or (fragment.persons if asked else frozenset()))
    if lead and lead[-1] in ROLE_HEADS | _SPEAKERS:
        return _bearer(parts, number, facts)
    if lead and lead[-1] in _WORKPLACES:
        return _holder(fragment, name, facts)
    if (
        lead[-2:-1] == ["your"]
        and not _HOSTING & set(fragment.words)
        and name.kind == "place"
        and bare[-1] == "in"
        and _theirs(lead[-1], facts)
    ):
        return facts.reader
    return ""


def _theirs(low: str, facts: Facts) -> bool:
    """A thing that the notes tell of the reader and that stands somewhere: `your mill in …`, not `your talk in …`."""
    told = [fact for fact in facts.by_key.get(key(low), ()) if facts.reader in fact.fragment.owners]
    return bool(told) and low not in RELATIONS and low not in _PASSING and key(low) not in generic()


_HOSTING = frozenset(("host", "invite", "welcome", "bring", "have", "show", "put"))
"""`we'd love to host your team in …`: where they are wanted, not where they are."""
_PASSING = split_words(
    "talk talks speech session workshop lecture panel poster demo concert show exhibition performance event visit trip "
    "stay holiday course tour reading launch premiere conference customers clients members readers audience project"
)


def _one(people: frozenset[str]) -> str:
    return next(iter(people)) if len(people) == 1 else ""


def _bearer(parts: Sequence[Fragment], number: int, facts: Facts) -> str:
    """`as curator at …, she knows`: the doer of the clause beside it; `who has been curator at …`: the doer here."""
    fragment = parts[number]
    if fragment.words[0] != "as":
        given = {"is", "are", "been", "as", "being", "you're"} & set(fragment.words)
        return _one(fragment.owners) if given and fragment.explicit else ""
    beside = [*parts[number + 1 : number + 2], *parts[max(0, number - 1) : number]]
    return next((_one(part.owners) for part in beside if part.explicit and part.owners), "")


def _holder(fragment: Fragment, name: Name, facts: Facts) -> str:
    """`your clinic in …`, `see her at the cooperative in …`: the owner, else the one other person spoken of."""
    near = [owner for owner, _, last in fragment.possessed if name.first - 3 <= last < name.first]
    if near:
        return near[0]
    others = fragment.persons - {USER, facts.reader}
    return _one(others) if "the" in fragment.words else ""


def _elsewhere(name: Name, fragment: Fragment, who: str, facts: Facts) -> Finding | None:
    """The one has a profile that names another house or town, and no word of the notes sets them in this one."""
    profile = next((source for source in facts.sources if _is_of(source, who)), None)
    if who == USER or profile is None:
        return None
    house = [token.low for token in fragment.tokens[max(fragment.first, name.first - 2) : name.first]]
    kind = house[0] if house[1:] == ["of"] and house[0] in _HOUSES else ""
    if check_name(name, [profile]).verdict == "supported" and (not kind or kind in profile.lows):
        return None
    words = {kind} if kind in _HOUSES else set(name.words)
    if any(words <= set(source.lows) and set(who.split()) <= set(source.lows) for source in facts.sources
           if source.kind in ("session", "event")):  # fmt: skip
        return None
    said = [fact for fact in facts.facts if who in fact.fragment.owners and not fact.programme]
    if any(words & set(fact.fragment.words) and not _BYGONE.search(fact.fragment.plain) for fact in said):
        return None
    reason = f"By your notes {person_name(who)} is at “{profile.text.strip().rstrip('.')}”."
    return Finding("contradicted", (profile.label,), (profile.text,), reason)


def _is_of(source: Source, who: str) -> bool:
    """The profile begins with this person's name, or is headed by it, and names a house or a town."""
    first = source.lows[: len(who.split()) + 1]
    named = set(who.split()) <= {*first, *source.heading.casefold().split()}
    return source.kind == "person" and named and len(source.text.split(",")) > 1
