"""Whose words the notes hold: `Olaf: share one van`, `Bruno shrugged: "…"`, `'…', she kept saying`, a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.checking.clauses import Fragment, is_verb
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.tokens import Token


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that are somebody's: `speakers`, their keys, the words in order without the smallest, and where."""

    speakers: frozenset[str]
    keys: frozenset[str]
    words: tuple[str, ...]
    fact: Fact


_SMALL = frozenset(("and", "the", "a", "an"))
_SPEECH = split_words(
    "say tell shout cry groan shrug laugh whisper sigh joke mutter call write put warn insist reply answer repeat"
)
_MARKS = "'\"“”‘’"


def in_order(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a stretch of text, without articles and `and`."""
    return tuple(token.low for token in tokens if token.kind != "symbol" and token.low not in _SMALL)


def sayings(facts: Facts) -> list[Saying]:
    """All words of the notes that are given to somebody, and the letters of others."""
    found: list[Saying] = []
    sentences: dict[int, list[Fact]] = {}
    for fact in facts.facts:
        if not fact.programme:
            sentences.setdefault(id(fact.sentence), []).append(fact)
    for parts in sentences.values():
        found += _labelled(parts, facts) or _quoted(parts)
        author = parts[0].sentence.source.author
        who = facts.people.resolve(tuple(author.casefold().split())) if author else ""
        if who not in ("", USER):
            found.append(_saying(frozenset((who,)), parts, parts[0].fragment.tokens))
    return found


def _saying(speakers: frozenset[str], parts: Sequence[Fact], tokens: Sequence[Token]) -> Saying:
    return Saying(
        speakers, frozenset(word for part in parts for word in part.fragment.keys), in_order(tokens), parts[0]
    )


def _labelled(parts: Sequence[Fact], facts: Facts) -> list[Saying]:
    """`Olaf: share one van`, `curator Dr. Emil Zach: no batteries`: what stands behind a name and a colon."""
    tokens = parts[0].fragment.tokens
    colon = next((p for p in range(1, len(tokens)) if tokens[p].text == ":"), 0)
    if not colon or colon > _LABEL or any(is_verb(tokens, p) for p in range(colon)) or tokens[colon - 1].kind != "word":
        return []
    capital = [token.low for token in tokens[:colon] if token.capital]
    who = facts.people.resolve(capital[-1:]) if capital else ""
    if not who and len(capital) == 1 == colon:
        who = facts.people.initials(capital)
    told = [part for part in parts if part.fragment.first > colon]
    if who in ("", USER) or not told or "," in (token.text for token in tokens[:colon]):
        return []
    return [_saying(frozenset((who,)), told, tokens[colon + 1 :])]


_LABEL = 5


def _quoted(parts: Sequence[Fact]) -> list[Saying]:
    """What stands between quotation marks: the words of whoever speaks before or right behind it."""
    tokens = parts[0].fragment.tokens
    marks = [p for p, token in enumerate(tokens) if token.text in _MARKS]
    found = []
    for opened, closed in zip(marks[::2], marks[1::2], strict=False):
        inside = [part for part in parts if opened - 1 <= part.fragment.first and part.fragment.last <= closed + 1]
        if closed - opened <= _FEW or not (inside or parts):
            continue
        before = [part for part in parts if part.fragment.last <= opened or part.fragment.first < opened]
        after = [part for part in parts if part.fragment.first > opened and _speaks(part.fragment)]
        speaking = [part for part in reversed(before) if part.fragment.owners] or after or inside
        if not speaking or not speaking[0].fragment.explicit:
            continue
        speakers = speaking[0].fragment.owners
        found.append(_saying(speakers, inside or parts, tokens[opened + 1 : closed]))
    return found


_FEW = 3


def _speaks(fragment: Fragment) -> bool:
    return bool(fragment.verbs & keys_of(_SPEECH)) and bool(fragment.owners)
