"""What is said to a person as they would say it of themselves: "you sent me charts" is "I sent you charts"."""

from __future__ import annotations

import re

from coach.domain.checking.english import forms

_PRONOUNS = re.compile(
    r"\b(?:(?P<be>(?:I|you) (?:am|are|was|were))|(?P<mine>I|me|my|mine|myself)|"
    r"(?P<yours>your|yours|yourself|yourselves)|(?P<you>you))\b(?:(?P<short>['’](?:m|re|ve|d|ll)))?",
    re.IGNORECASE,
)
_BE = {
    "i am": "you are",
    "i was": "you were",
    "you are": "I am",
    "you were": "I was",
    "you am": "I am",
    "i were": "you were",
}
_MINE = {"i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself"}
_YOURS = {"your": "my", "yours": "mine", "yourself": "myself", "yourselves": "myself"}
_SHORT = {"m": "re", "re": "m"}
_BEFORE_AN_OBJECT = frozenset(
    "to for with of from about by at on in into over behind without like between among near".split()
)
_BEFORE_EITHER = frozenset("after before than".split())
_BEFORE_A_SUBJECT = frozenset(
    "and or but that when where while if because since as so then what how why who which until though once".split()
)


def in_first_person(told: str) -> str:
    """A sentence said to a person, as they would say it of themselves: "you sent me charts" is "I sent you charts"."""
    turned = _PRONOUNS.sub(lambda found: _turned(found, told), told)
    return re.sub(r"\bI and you\b", "you and I", turned)


def _turned(found: re.Match[str], text: str) -> str:
    word = found[0].casefold()
    tail = found["short"] or ""
    if found["be"]:
        return _BE.get(found["be"].casefold(), found["be"])
    if found["mine"]:
        bare = found["mine"].casefold()
        return f"{_MINE[bare]}{_short(tail)}"
    if found["yours"]:
        return _YOURS[found["yours"].casefold()]
    return f"I{_short(tail)}" if tail or _is_subject(found, text) else ("me" if word == "you" else word)


def _short(tail: str) -> str:
    return f"{tail[0]}{_SHORT.get(tail[1:], tail[1:])}" if tail else ""


def _is_subject(found: re.Match[str], text: str) -> bool:
    """Whether this "you" does something: it opens its clause, or a verb follows and none stands before it."""
    before = re.findall(r"[\w'’]+|[,.;:!?]", text[: found.start()])
    after = re.match(r"\s+([\w'’]+)", text[found.end() :])
    last = before[-1].casefold() if before else ""
    if not last or last in _BEFORE_A_SUBJECT or last in ",;:.!?":
        return True
    follows = forms(after[1].casefold()) if after else {}
    if last in _BEFORE_EITHER and {"VERB", "AUX"} & follows.keys():
        return True
    if last in _BEFORE_AN_OBJECT or last in _BEFORE_EITHER or after is None:
        return False
    stands_before = forms(last)
    return ("VERB" in follows or "AUX" in follows) and ("NOUN" in stands_before or "VERB" not in stands_before)
