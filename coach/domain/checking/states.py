"""What somebody is or is not, told in one word each: `you are single` against `she is married`, `you prefer coffee to
tea` against `prefers tea to coffee`. The clauses share no matter, or share all of it, so that nothing but the pair of
words tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.opposites import opposites
from coach.domain.checking.people import USER
from coach.domain.checking.stances import LIGHT

_STATES = tuple(
    tuple(re.compile(rf"\b(?:{word})\b") for word in group)
    for group in (
        (r"(?:are|'re|is|still) (?:\w+ )?(?:single|unmarried)", r"married|wife|husband",
         r"divorced|separated", r"widow\w*"),
        (r"retired", r"still work(?:ing|s)?(?! on)|full[ -]time|part[ -]time"),
        (r"full[ -]time", r"(?:part|half)[ -]time"),
        (r"night owl|late (?:riser|sleeper)|not a morning person", r"early (?:riser|bird)|(?<!not a )morning person"),
        (r"left-?handed|lefty", r"right-?handed"),
        (r"only child", r"your (?:\w+ )?(?:brothers?|sisters?|siblings?|twin)"),
        (r"(?:oldest|eldest) (?:of|child|one|sister|brother)", r"youngest (?:of|child|one|sister|brother)"),
        (r"works? (?:\w+ )?(?:from home|remotely)", r"commut(?:e|es|ing)|in the office every day|drive to the office"),
        (r"(?:am|is|are|'re|'m|still|quite|very) new to|beginner|novice|newcomer|first-timer|just started with",
         r"veteran|old hand|(?:seasoned|experienced|long-time|longtime) \w+"),
        (r"no (?:known )?allerg\w+|not allergic|aren't allergic|n't have (?:any )?allerg\w+",
         r"(?<!not )(?<!n't )allergic to"),
        (r"dog person", r"cat person"),
        (r"(?:live|lives|living) alone|on (?:my|her|his) own", r"(?:live|lives|living) with"),
        (r"introvert(?:ed)?|shy", r"extroverts?|extroverted|outgoing"),
        (r"optimist\w*", r"pessimist\w*"),
    )
)  # fmt: skip
_PAST = re.compile(
    r"\b(?:was|were|used to|until|before|once|formerly|ex|no longer|had been|will|want\w*|plan\w*|hop\w+)\b"
)
_PREFERS = re.compile(
    r"\bprefers? (?:the |a |an )?(?P<more>[\w-]+(?: [\w-]+)?) (?:to|over|rather than) (?:the |a |an )?(?P<less>[\w-]+)"
)
_PREFERS_ONE = re.compile(r"\bprefers? (?:the |a |an )?(?P<more>[\w-]+(?: [\w-]+)?)\W*$")
_THAN = re.compile(
    r"(?P<one>[\w-]+) (?:is|are|was|were|'re) (?:\w+ )?(?P<degree>more \w+|\w+er) than "
    r"(?:your |my |her |his |their |the )?(?P<other>[\w-]+)"
)
_LENT_ME = re.compile(r"\b(?:lent|loaned|gave|lending) (?:me|us)\b")
_BORROWED_FROM_ME = re.compile(
    r"\byou (?:\w+ )?borrowed [\w' -]+ (?:from me|from us|of mine)\b|\bi (?:\w+ )?(?:lent|loaned) you\b"
)
_PART_OF_DAY = re.compile(r"\b(?:in the|on \w+|this|that|tomorrow) (?P<part>morning|afternoon|evening)\b")
_CLOCK = re.compile(r"\b(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\b(?! ?(?:am|pm|%|\d))")
_HOURS = {"morning": range(12), "afternoon": range(12, 19), "evening": range(16, 24)}
_DULL = split_words("are is be am was were been feel arrive came arrived get got become stay remain still now today")


def stated_otherwise(fragment: Fragment, facts: Facts) -> Finding | None:
    """The notes say of the same person what excludes it."""
    if not facts.readable or not facts.reader or fragment.mood == "greeting" or USER in fragment.owners:
        return None
    plain = fragment.plain
    for fact in facts.facts:
        said = fact.fragment.plain
        if _of_one_house(fact, fragment) and _the_other_way_round(plain, said):
            return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")
        if not _of_the_same(fact, fragment, facts) or _PAST.search(said):
            continue
        if _excludes(plain, said, fragment, fact, facts):
            return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")
    return None


def _excludes(plain: str, said: str, fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    return (
        _other_state(plain, said, facts)
        or _preferred(plain) != _preferred(said) == _preferred(plain)[::-1]
        or _only_the_lesser(plain, said)
        or (bool(_BORROWED_FROM_ME.search(plain)) and bool(_LENT_ME.search(said)) and _shared(fragment, fact, facts))
        or _another_part_of_day(plain, said, fragment, fact, facts)
        or (not fragment.negated and not fact.fragment.negated and _contrary_alone(fragment, fact, facts))
    )


def _of_the_same(fact: Fact, fragment: Fragment, facts: Facts) -> bool:
    """Both tell of one person; a question counts by whom it asks of."""
    part = fact.fragment
    whom = fragment.owners or fragment.holders
    theirs = part.owners or part.holders
    asked = fragment.mood == "question" and facts.reader in whom
    return not fact.programme and part.mood == "fact" and len(whom) == 1 and whom == theirs and (
        fragment.explicit or asked or not fragment.owners
    )  # fmt: skip


def _of_one_house(fact: Fact, fragment: Fragment) -> bool:
    """`son of Ann` and `daughter of Ann`."""
    mine = {who.split(" of ")[-1] for who in fragment.owners}
    return not fact.programme and bool(mine & {who.split(" of ")[-1] for who in fact.fragment.owners})


def _other_state(plain: str, said: str, facts: Facts) -> bool:
    """The two name states of one group; and no note has the draft's own, since who was single may be married now."""
    for group in _STATES:
        here = {number for number, word in enumerate(group) if word.search(plain)}
        there = {number for number, word in enumerate(group) if word.search(said)}
        if len(here) == 1 and len(there) == 1 and here != there:
            word = group[min(here)]
            return not any(word.search(fact.fragment.plain) for fact in facts.facts)
    return False


def _preferred(plain: str) -> tuple[str, ...]:
    found = _PREFERS.search(plain)
    return (key(found["more"].split()[-1]), key(found["less"])) if found else ()


def _only_the_lesser(plain: str, said: str) -> bool:
    """`you prefer emails`, where she prefers calls to emails."""
    one, both = _PREFERS_ONE.search(plain), _preferred(said)
    return bool(one and both) and not _PREFERS.search(plain) and key(one["more"].split()[-1] if one else "") == both[1]


def _the_other_way_round(plain: str, said: str) -> bool:
    """`your son is younger than your daughter`, where the daughter is younger than the son."""
    here, there = _THAN.search(plain), _THAN.search(said)
    if not here or not there or here["degree"] != there["degree"]:
        return False
    one, other = here["one"], here["other"]
    return one != other and (one, other) == (there["other"], there["one"])


def _shared(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    return bool((fragment.keys & fact.fragment.keys) - facts.name_keys - keys_of(LIGHT))


def _another_part_of_day(plain: str, said: str, fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """`your talk is in the morning`, where it is at 14:00."""
    part, clocks = _PART_OF_DAY.search(plain), list(_CLOCK.finditer(said))
    if not part or len(clocks) != 1 or any(char.isdigit() for char in plain):
        return False
    return int(clocks[0]["hour"]) not in _HOURS[part["part"]] and _shared(fragment, fact, facts)


def _contrary_alone(fragment: Fragment, fact: Fact, facts: Facts) -> bool:
    """`you arrived early` and `Ann arrived late`: but for the two words the draft says nothing more."""
    rest = matter(fragment, facts) - facts.name_keys - keys_of(_DULL)
    theirs = matter(fact.fragment, facts) - facts.name_keys - keys_of(_DULL)
    return any(theirs - {other} <= rest - {word} for word, other in _pairs(rest, theirs) if rest - {word} <= theirs)


def _pairs(here: frozenset[str], there: frozenset[str]) -> Iterator[tuple[str, str]]:
    contrary = opposites()
    for word in here:
        yield from ((word, other) for other in contrary.get(word, ()) if other in there)
