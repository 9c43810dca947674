"""Whose talk was it? `Your talk on testing was brilliant`, where the talk on testing is the writer's own; and `my`,
where it is the reader's."""

from __future__ import annotations

import re

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.sources import Source
from coach.domain.checking.weighing import telling

_TALKS = "talk|session|keynote|presentation|workshop|lecture|tutorial|poster|demo"
_A_TALK = re.compile(
    rf"\b(?P<whose>your|my) (?P<kind>(?:[\w-]+ ){{0,2}}?)(?:{_TALKS}) (?:on|about|of) (?P<what>[^,.;:!?]+)|"
    rf"\b(?P<called>your|my) (?P<about>[\w-]+(?: [\w-]+)?) (?:{_TALKS})\b"
)
_NOT_ABOUT = split_words("last first next own great good wonderful brilliant whole recent")


def talk_of_mine(fragment: Fragment, facts: Facts) -> Finding | None:
    """A talk called the reader's, of whose subject only a talk of the writer's is known; or the other way round."""
    found = _A_TALK.search(fragment.plain)
    if found is None or not facts.readable or not facts.reader:
        return None
    said = found["what"] or found["about"] or ""
    subject = keys_of(frozenset(low for low in said.split() if low.isalpha()) - FUNCTION - _NOT_ABOUT)
    words = telling(subject) or subject
    if not words:
        return None
    if "my" in (found["whose"], found["called"]):
        return _by_the_reader(words, facts)
    return _by_programme(words, facts) or _by_notes(words, facts)


def _by_the_reader(words: frozenset[str], facts: Facts) -> Finding | None:
    given = [source for source in facts.sources if source.kind == "session" and words & _keys(source)]
    theirs = [source for source in given if _names(source, facts.reader.split())]
    mine = any(_names(source, facts.people.writer) for source in given)
    if not theirs or mine or any(_MINE.search(fact.fragment.plain) for fact in facts.facts if not fact.programme):
        return None
    quote = theirs[0].text.strip().splitlines()[0]
    reason = f"By the programme this is not your talk: “{quote}”."
    return Finding("contradicted", (theirs[0].label,), (quote,), reason)


def _by_programme(words: frozenset[str], facts: Facts) -> Finding | None:
    given = [source for source in facts.sources if source.kind == "session" and words & _keys(source)]
    mine = [source for source in given if _names(source, facts.people.writer)]
    if not mine or any(_names(source, facts.reader.split()) for source in given):
        return None
    quote = mine[0].text.strip().splitlines()[0]
    reason = f"By the programme this talk is yours: “{quote}”."
    return Finding("contradicted", (mine[0].label,), (quote,), reason)


def _names(source: Source, words: tuple[str, ...] | list[str]) -> bool:
    return bool(words) and frozenset(words) <= frozenset(source.lows)


def _keys(source: Source) -> frozenset[str]:
    return frozenset(key(low) for low in source.lows)


def _by_notes(words: frozenset[str], facts: Facts) -> Finding | None:
    """`I owe Ann the slides of my talk on testing`: it is the writer who spoke on testing."""
    talks = keys_of(frozenset(_TALKS.split("|")))
    told = [fact for word in words for fact in facts.by_key.get(word, ()) if talks & fact.fragment.keys]
    mine = [fact for fact in told if words <= fact.fragment.keys and _MINE.search(fact.fragment.plain)]
    if not mine or any(not _MINE.search(fact.fragment.plain) for fact in told):
        return None
    return contradicted(mine[0], f"In your notes this belongs to you: “{mine[0].quote}”.")


_MINE = re.compile(rf"\bmy (?:[\w-]+ ){{0,2}}(?:{_TALKS})\b|\bi (?:gave|give|held|did|presented|ran) (?:a|the|my)\b")
