"""The words of a clause: the keys of those that matter, and of its verbs, with what phrases stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.clauses import AUXILIARIES, Fragment, is_verb
from coach.domain.checking.english import key
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.tokens import Token


def read_words(fragment: Fragment, *, draft: bool) -> None:
    """Fill in the keys and verbs of a fragment."""
    tokens = fragment.tokens
    span = range(fragment.first, fragment.last + 1)
    words = [
        tokens[p]
        for p in span
        if tokens[p].kind == "word"
        and tokens[p].low not in FUNCTION
        and len(tokens[p].low) > 1
        and not (tokens[p].low in _ORDINAL_ENDS and p and tokens[p - 1].kind == "number")
    ]
    fragment.keys = frozenset(key(part) for token in words for part in _parts(token.low))
    if draft and (effect := _ON_THE_WRITER.search(fragment.plain)):
        fragment.keys = _without_effect(fragment, effect, words)
    fragment.keys |= frozenset(key(word) for phrase, word in _PHRASES.items() if phrase in fragment.plain)
    fragment.verbs = frozenset(
        key(low) for p in span if is_verb(tokens, p) and (low := tokens[p].low) not in AUXILIARIES and "'" not in low
    )
    if fragment.verbs and _GONE_THROUGH.search(fragment.plain):
        fragment.verbs |= {key("read")}
    if _ANSWERED.search(fragment.plain):
        fragment.verbs |= {key("answer")}
    if _ON_US.search(fragment.plain) and not _TREATS & set(fragment.words):
        fragment.verbs |= {key("pay")}
        fragment.keys |= {key("pay")}


_ON_THE_WRITER = re.compile(
    r" (?:still |always |really |has |have )*(?:gives?|given|gave|makes?|made|reminds?|reminded|"
    r"impress(?:es|ed)|struck|touched|moved|inspired|helped|stays with|stayed with) "
    r"(?:me|us)\b(?! (?:a|an|the|your|some|two|three)\b).*$"
)
"""`that Arno stopped for a pin | still gives me goosebumps`: what it does to the writer, of which no note tells."""


def _without_effect(fragment: Fragment, effect: re.Match[str], words: Sequence[Token]) -> frozenset[str]:
    """The keys of the words before the effect, where a verb of its own stands there."""
    last = fragment.first + len(fragment.plain[: effect.start()].split()) - 1
    told = any(is_verb(fragment.tokens, p) for p in range(fragment.first, last + 1))
    end = fragment.tokens[last].end if told else fragment.tokens[fragment.last].end
    return frozenset(key(part) for token in words if token.end <= end for part in _parts(token.low))


def _parts(word: str) -> list[str]:
    if word == "low-cost":  # what costs is dear, and this is not
        return ["lowcost"]
    return [word] if "-" not in word else [word.replace("-", ""), *(part for part in word.split("-") if len(part) > 2)]


_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_ANSWERED = re.compile(
    r"\bsaid (?:yes|no)\b|\bhear(?:d|ing)? (?:back|from)\b|\bg(?:i|a|o)\w* (?:\w+ ){0,2}(?:answer|reply)\b"
)
"""`has given you an answer`, `not heard from them`: answering, by whatever verb."""
_ON_US = re.compile(r"\b(?:is|are|'s|be|was|were) on (?:me|us|you|them|him|her)\b")
"""`the flights are on us`: paid by us."""
_TREATS = frozenset(
    ("next", "lunch", "dinner", "coffee", "drink", "drinks", "round", "beer", "beers", "cake", "meal", "tea")
)
"""`the next round is on me`: an invitation, which needs no note."""
_PHRASES = {
    "gone through": "read",
    "went through": "read",
    "been through": "read",
    "looked through": "read",
    "leafed through": "read",
    "worked through": "read",
    "on time": "punctual",
    "in person": "in-person",
    "full time": "full-time",
    "part time": "part-time",
    "for free": "unpaid",
    "costs nothing": "free",
    "venture capital": "vc",
    "heard from": "answer",
    "heard back": "answer",
    "said yes": "answer",
    "said no": "answer",
    "pay nothing": "free",
    "pays nothing": "free",
    "next door": "neighbour",
    "lives opposite": "neighbour",
    "cost nothing": "free",
    "cost you nothing": "free",
    "cost her nothing": "free",
    "cost him nothing": "free",
    "cost them nothing": "free",
    "by hand": "manual",
    "let me know": "answer",
    "let you know": "answer",
    "get back to": "answer",
    "come back to": "answer",
}
_GONE_THROUGH = re.compile(r"\b(?:gone|went|been|looked|leafed|worked) through\b")
"""`gone through your paper` is reading it."""
