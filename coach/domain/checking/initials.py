"""People by their initials or in short: `O: reward at the hole`, `PS has 410 reels`, `Dear Seun`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.checking.clauses import AUXILIARIES, PREPOSITIONS
from coach.domain.checking.english import forms, known
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.people import USER, People
from coach.domain.checking.sources import Source
from coach.domain.checking.tokens import Token, fold, tokenize

_BEFORE = frozenset(":.;,–—-→(/+&!?\"“'") | PREPOSITIONS | frozenset(
    ("and", "but", "or", "so", "to", "told", "ask", "asked", "met", "tell", "then", "if", "that",
     "says", "said", "vs", "w", "like")
)  # fmt: skip
_AFTER = frozenset((":", "–", "—", "'s", "&", "+", "=", "never", "also", "not", "only", "still"))


def spell_out(source: Source, people: People) -> None:
    """`O` and `OG` of a note are read as the one person whom they may stand for."""
    letters = _letters(people)
    if source.kind != "note" or source.author or not letters:
        return
    for sentence in source.sentences:
        tokens = sentence.tokens
        for position, token in enumerate(tokens):
            called = letters.get(token.text, "")
            if called and _for_somebody(tokens, position) and not _of_a_surname(tokens, position, people):
                tokens[position] = replace(token, text=called.capitalize(), low=called)
                sentence.lows |= {called}


def _letters(people: People) -> dict[str, str]:
    """Capital letters, each with the first name of the only person whose they are."""
    found: dict[str, set[str]] = {}
    for name in people.names:
        short = {name[0][0], "".join(word[0] for word in name), name[0][0] + name[-1][0]}
        for letters in short:
            found.setdefault(letters.upper(), set()).add(name[0])
    mine = people.writer
    taken = {mine[0][0].upper(), "".join(word[0] for word in mine).upper()} if mine else set()
    return {one: next(iter(who)) for one, who in found.items() if len(who) == 1 and one not in taken and one != "I"}


def _for_somebody(tokens: Sequence[Token], position: int) -> bool:
    """Where a person stands: before a colon or a verb, or behind a stop or a preposition; not `hall B`, `a to F`."""
    token, before = tokens[position], tokens[position - 1].low if position else "."
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    low = after.low if after else "."
    acts = low in _AFTER | AUXILIARIES or _past_or_third(low)
    if token.text == "A" or (before not in _BEFORE and before != "."):
        return acts or (token.text == "A" and low == "." and position + 2 < len(tokens))
    listed = position + 2 < len(tokens) and len(tokens[position + 2].text) == 1
    return not (listed and low in ("–", "-", "to", "and"))


def _of_a_surname(tokens: Sequence[Token], position: int, people: People) -> bool:
    """`Amélie C: wrote it`: the first letter of her surname, and nobody else."""
    if not position or not tokens[position - 1].capital:
        return False
    surnames = {name[-1] for name in people.names if len(name) > 1 and name[0] == tokens[position - 1].low}
    return any(fold(surname)[:1] == tokens[position].low for surname in surnames)


def _past_or_third(low: str) -> bool:
    kinds = forms(low)
    return "VERB" in kinds and kinds["VERB"][0] != low and not low.endswith("ing")


_GREETED = re.compile(r"\s*(?:dear|hi|hello|hey|hallo|kia ora|ciao) (?P<who>[^\W\d_][\w'’-]+)\s*[,!.:–-]", re.I)


def learn_greetings(sources: Sequence[Source], people: People) -> None:
    """`Dear Seun,` at the head of a letter to the writer, where nobody is called so: the writer's name for short."""
    for source in sources:
        by_another = source.author and people.resolve(
            [token.low for token in tokenize(source.author) if token.kind == "word"]
        ) not in ("", USER)
        found = _GREETED.match(source.text) if people.writer and by_another else None
        called = fold(found["who"]) if found and found["who"][0].isupper() else ""
        if called and called not in FUNCTION and not known(called) and not people.resolve((called,)):
            people.aliases[called] = people.writer[0]
