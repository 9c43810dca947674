"""Offers that are no `I can …`: `my brother works at a publisher and could print it`, `you are welcome to our loft`,
`we have a guest room if you need one`, `we'd like to hire you`; and praise that others are said to give. Each needs
a word in the notes or the goal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.moments import is_known, loose_things
from coach.domain.checking.weighing import telling

_BASELESS = Finding("unsupported", reason="Nothing in your notes or your goal backs this offer.")
_UNHEARD = Finding("unsupported", reason="No note says this.")
_HEAD = r"^(?:[\w-]+ (?:[\w-]+ )?, )?(?:and |but |so |also )?"
_OFFERED = re.compile(
    _HEAD + r"(?:"
    r"(?:my|our) (?:[\w-]+ ){1,2}?(?:works|owns|runs|has|rents|teaches|sells|makes|is) "
    r"(?P<kin>.+? (?:could|can|would|might) .+)|"
    r"(?:a (?:good |close |old )?(?:friend|colleague|cousin|neighbour) of (?:mine|ours)|someone i know) "
    r"(?P<friend>.*\b(?:could|can|would|might) .+)|"
    r"you(?: are|'re) (?:always |very |most )?welcome to (?:use|borrow|take|have|keep|sleep|live|stay|rent|share) "
    r"(?P<use>.+)|"
    r"(?:i|we) have (?:a|an|some|two|three|four) (?P<spare>.+?(?: if you | you could | you can ).*)|"
    r"(?:i|we)(?: have|'ve)(?: got)? (?:a|an|some|two|three|four) (?:spare|extra) (?P<over>.+)|"
    r"(?:i|we)(?:'d| would) (?:like|love|be happy|be glad) to "
    r"(?P<deed>(?:hire|employ|pay|sponsor|fund|publish|award) .+)|"
    r"(?:i|we) want to (?P<want>(?:hire|employ|pay|sponsor|fund|publish|give you|offer you) .+)|"
    r"(?:my|our) (?:[\w-]+ ){1,4}?(?:would|could|can) (?P<would>.*\b(?:you|your)\b.*)|"
    r"(?:my|our) [\w-]+ has (?P<money>(?:money|a budget|funds|funding|an opening|a vacancy|a job) .+))"
)
_PRAISED = re.compile(
    _HEAD
    + r"(?:(?:my|our) (?P<who>[\w-]+) (?:speaks?|talks?|thinks?) (?:very |so |always )?(?:highly|well|warmly) of you|"
    r"your (?P<fans>[\w-]+) (?:love|adore|worship|admire|trust|idolise|envy|miss|fear|respect) you)\b"
)
_SMALL = split_words("if you your need one it them want like ever get have could can would might for to any ever")


def offered_things(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """An offer, or others' praise, of which all telling words are unknown."""
    if number or not facts.readable or parts[-1].tokens[-1].text == "?":
        return None
    plain = " ".join(part.plain for part in parts)
    if found := _PRAISED.match(plain):
        who = key(found["who"] or found["fans"])
        told = any(_PRAISING.search(fact.sentence.text.casefold()) for fact in facts.by_key.get(who, ()))
        return None if told else _UNHEARD
    if found := _OFFERED.match(plain):
        text = next(filter(None, found.groupdict().values()))
        lows = [low for low in text.split() if low[:1].isalpha() and low not in FUNCTION | _SMALL]
        words = telling(map(key, lows)) - loose_things() - facts.name_keys | {key(low) for low in lows if low in _GREAT}
        return _BASELESS if words and not any(is_known(word, facts) for word in words) else None
    return None


_GREAT = split_words("hire employ sponsor fund award money funds funding room")
_PRAISING = re.compile(r"\b(?:love|adore|worship|admire|trust|highly|warmly|praise|rave|speaks? well|thinks? well)")
