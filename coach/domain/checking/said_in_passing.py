"""Capital letters that name nobody: `a Trojan horse`, `the Council`, `I'm no Picasso`, `I WILL come`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.english import forms, known
from coach.domain.checking.lexicon import FUNCTION, KIN, split_words
from coach.domain.checking.tokens import Token

_SET_PHRASES = re.compile(
    r"\bmother nature\b|\bfather time\b|\blady luck\b|\btrojan horses?\b|\bpandora 's box\b|"
    r"\bachilles '?s? ?heel\b|\bpyrrhic\b|\bherculean\b|\bsisyphean\b|\bfreudian slips?\b|\bgreek to me\b|"
    r"\bdutch courage\b|\bgo(?:ing)? dutch\b|\brome wasn't built\b|\broads lead to rome\b|\bwhen in rome\b|"
    r"\bcoals to newcastle\b|\balways have paris\b|\bdanish pastr(?:y|ies)\b|"
    r"\bfrench (?:toast|fries|windows?|horn|press)\b|\bpanama hat\b|\bscotch (?:egg|tape)s?\b|"
    r"\benglish breakfast\b|\bgreek (?:tragedy|salad)\b|\bchinese whispers\b|\bindian summer\b|"
    r"\bturkish (?:delight|bath)\b|\bswiss (?:army|clockwork)\b|\brussian (?:roulette|dolls?)\b|"
    r"\bspanish inquisition\b|\bmexican (?:wave|stand-off)\b|\bpeter (?:to pay|and paul)\b|\bdoubting thomas\b|"
    r"\bdavid (?:and|against|versus) goliath\b|\bnoah 's ark\b|\bmiddle ages\b|\bnew year\b|"
    r"\beaster (?:bunny|eggs?)\b|\bsanta claus\b|\bfather christmas\b|\bhappy birthday\b|\bpowers that be\b|"
    r"\bin the name of (?:god|heaven)\b|\bbermuda triangle\b|\bwild west\b|\bbob 's your uncle\b|\bold nick\b|"
    r"\bjack of all trades\b|\baverage joe\b|\bplain jane\b|\btom , dick (?:and|or) harry\b|\bno man 's land\b"
)
_EVERYBODYS = split_words(
    "internet web net police post council board committee government church state press tube underground continent "
    "north south east west earth sun moon bible treasury pope chair management parliament army navy cloud law town "
    "village university school hospital library management mainland"
)
"""What anybody calls by a capital after `the`: `the Council never answers`."""
_ACRONYMS = frozenset(("us", "it", "who", "am", "pm", "is", "or", "he", "me", "un", "la", "de", "as", "an", "al", "do"))
"""Small words that are another thing in capitals."""


def in_passing(tokens: Sequence[Token], position: int) -> bool:
    """Whether a capital word stands in a set phrase, is said with stress, or is what everybody has one of."""
    token = tokens[position]
    before = tokens[position - 1].low if position else ""
    alone = position + 1 >= len(tokens) or not tokens[position + 1].capital
    if _stressed(token) or (alone and _common(token.low, before)):
        return True
    if alone and (before == "no" or _likened(tokens, position)) and position > 1:
        return True
    return _in_a_phrase(tokens, position)


def _stressed(token: Token) -> bool:
    """`I WILL come`, `SO good`, `NEVER again`."""
    if len(token.text) < _SHORT or not token.text.isupper() or not token.text.isalpha():
        return False
    small = token.low in FUNCTION and token.low not in _ACRONYMS
    return small or (len(token.text) >= _LONG and known(token.low) and bool({"ADV", "AUX"} & set(forms(token.low))))


_SHORT, _LONG = 2, 4


def _common(low: str, before: str) -> bool:
    """`on the Internet`, `up North`, `my Mum`."""
    if low in KIN:
        return before in ("my", "your", "his", "her", "our", "their")
    if low in ("north", "south", "east", "west"):
        return before in ("the", "up", "down", "out", "back")
    return low in _EVERYBODYS and before == "the"


def _likened(tokens: Sequence[Token], position: int) -> bool:
    """`I felt like Columbus`."""
    lead = [token.low for token in tokens[position - 2 : position]] if position > 1 else []
    return len(lead) > 1 and lead[1] == "like" and lead[0] in ("feel", "feels", "felt", "feeling")


def _in_a_phrase(tokens: Sequence[Token], position: int) -> bool:
    first = max(0, position - _NEAR)
    near = tokens[first : position + _NEAR]
    plain, at = "", 0
    for step, token in enumerate(near):
        at = len(plain) if first + step == position else at
        plain += token.low + " "
    return any(found.start() <= at < found.end() for found in _SET_PHRASES.finditer(plain))


_NEAR = 5
