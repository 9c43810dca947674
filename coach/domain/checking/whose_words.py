"""In whose mouth? `as you put it, …`, `Tom's cry of "…"`, `I once said that …`, where the notes give it to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from coach.domain.checking.attribution import person_name
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION, TITLES
from coach.domain.checking.people import USER
from coach.domain.checking.reported import turns_to_me
from coach.domain.checking.sayings import Saying, in_order, sayings
from coach.domain.checking.tokens import Token
from coach.domain.checking.weighing import share, telling

_TELLS = (
    r"(?:told|said|say|says|put|puts|wrote|explained|mentioned|claimed|argued|warned|insisted|joked|pointed|noted|"
    r"always (?:say|tell)|always said)"
)
_NOUN = (
    r"(?:saying|remark|line|phrase|advice|tip|warning|point|view|joke|claim|rule|motto|cry|quip|shrug|groan|sigh|words|"
    r"idea|comment|verdict|slogan|whisper)"
)
_BY_DEED = re.compile(rf"^(?:'ve |have |had |once |just |also |so |rightly |\w+ly )*{_TELLS}\b(?: it| out)?")
_BY_NOUN = re.compile(rf"^(?:\w+ )?{_NOUN} (?:that|of|to|about|on|,|:)")


@dataclass(frozen=True, slots=True)
class _Claim:
    who: str
    keys: frozenset[str]
    words: tuple[str, ...]


def in_anothers_mouth(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """Words that the draft gives to one person, and the notes to another alone."""
    told_here = [part for part in parts if part.mood != "greeting"]
    if not told_here or parts[number] is not told_here[0] or not facts.readable or not facts.reader:
        return None
    here = list(takewhile(lambda part: not turns_to_me(part), parts))
    claim = _claimed(parts[0].tokens[: here[-1].last + 1], facts) if here else None
    if claim is None or parts[-1].tokens[-1].text == "?":
        return None
    near = [(_likeness(claim, said), said) for said in sayings(facts)]
    if claim.who == USER and any(likeness >= _MOSTLY and _repeated(said.words) for likeness, said in near):
        return None
    mine = max((likeness for likeness, said in near if claim.who in said.speakers), default=0.0)
    best, said = max(
        ((likeness, said) for likeness, said in near if claim.who not in said.speakers),
        key=lambda pair: pair[0], default=(0.0, None),
    )  # fmt: skip
    if said is None or best < _MOSTLY or mine >= 0.75 * best:
        return None
    told = [
        fact for fact in facts.facts if claim.who in fact.fragment.owners and fact.sentence is not said.fact.sentence
    ]
    content = telling(claim.keys)
    if len(content) > 1 and any(share(fact.sentence.keys, content) >= 0.75 * best for fact in told):
        return None
    return contradicted(
        said.fact, f"By your notes it was {person_name(min(said.speakers))} who said: “{said.fact.quote}”."
    )


_MOSTLY = 0.6


def _repeated(words: Sequence[str]) -> bool:
    """`You said that …` in a letter to the writer: the writer's words after all."""
    return any(one == "you" and re.match(_TELLS, other) for one, other in pairwise(words))


def _likeness(claim: _Claim, said: Saying) -> float:
    """1 for the very words, else how much of what matters the two share."""
    if _same_run(claim.words, said.words):
        return 1.0
    content = telling(claim.keys)
    common = telling(content & said.keys)
    return share(said.keys, content) if len(common) > 1 else 0.0


def _same_run(one: Sequence[str], other: Sequence[str]) -> bool:
    """Four words in the same order, or the whole of a shorter saying."""
    size = min(_RUN, len(other))
    if size < _SHORT:
        return False
    runs = {tuple(other[p : p + size]) for p in range(len(other) - size + 1)}
    return any(tuple(one[p : p + size]) in runs for p in range(len(one) - size + 1))


_RUN, _SHORT = 4, 3


def _claimed(tokens: Sequence[Token], facts: Facts) -> _Claim | None:
    """Who is said to have said what in a sentence of the draft."""
    for position, token in enumerate(tokens):
        who = _teller(tokens, position, facts)
        if not who:
            continue
        step = position + 1 + (tokens[position + 1 : position + 2] != [] and tokens[position + 1].low == "'s")
        after = " ".join(one.low for one in tokens[step : step + 7])
        owned = token.low == "your" or step > position + 1
        found = (_BY_NOUN if owned else _BY_DEED).match(after)
        if found is None or (owned and who == USER):
            continue
        behind = tokens[step + len(found[0].split()) :]
        before = tokens[: position - 1] if position and tokens[position - 1].low == "as" else ()
        told = behind if len(telling(_keys(behind))) >= len(telling(_keys(before))) else before
        names = keys_of(frozenset((*facts.reader.split(), *facts.people.writer, *who.split())))
        keys = _keys(told) - names
        return _Claim(who, keys, in_order(told))
    return None


def _teller(tokens: Sequence[Token], position: int, facts: Facts) -> str:
    token = tokens[position]
    of_you = token.low == "who" and [one.low for one in tokens[max(0, position - 2) : position]] == ["you", ","]
    if token.low in ("you", "your") or of_you:
        return facts.reader
    if token.low in ("i", "i've"):
        return USER
    if token.capital and token.low.isalpha() and token.low not in FUNCTION | TITLES and len(token.low) > 1:
        return facts.people.resolve((token.low,))
    return ""


def _keys(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(key(token.low) for token in tokens if token.kind == "word" and token.low not in FUNCTION)
