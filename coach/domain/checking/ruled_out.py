"""Days that a note names only to say that it is not then: `never Mondays`, `moved from May to June`."""

from __future__ import annotations

from coach.domain.checking.date_words import DateMention
from coach.domain.checking.english import keys_of
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.sources import Sentence

_EXCLUDING = frozenset(
    ("not", "never", "bar", "except", "excluding", "no", "nor", "nicht", "nie", "ausser", "kein", "statt", "anstatt")
)
_MOVING = frozenset(
    ("moved", "postponed", "shifted", "pushed", "rescheduled", "changed", "brought", "put", "verschoben", "verlegt",
     "delayed", "slipped")
)  # fmt: skip
_STILL_MEANT = frozenset(("until", "till", "til", "before", "later", "since", "only", "bis", "vor"))


def ruled_out(sentence: Sentence, other: DateMention) -> bool:
    """`never Mondays`, `any day bar the 14th`, `moved from May to June`: named to say that it is not then."""
    tokens = sentence.tokens
    before: list[str] = []
    for token in reversed(tokens[max(0, other.first - 4) : other.first]):
        if token.kind == "symbol":
            break
        before.append(token.low)
    if "no" in before and before[before.index("no") + 1 :][:1] == ["or"]:
        return False  # `I'll tell you yes or no by the 30th`
    if any(low in _EXCLUDING or low.endswith("n't") for low in before) or before[:2] == ["of", "instead"]:
        return not _STILL_MEANT & set(before)
    following = tokens[other.last + 1].low if other.last + 1 < len(tokens) else ""
    if _overtaken(sentence, other):
        return True
    return before[:1] in (["from"], ["von", "vom"]) and following in ("to", "auf") and bool(_MOVING & sentence.lows)


def _overtaken(sentence: Sentence, other: DateMention) -> bool:
    """`was to be 28 Aug, put off to 11 Sept`, `due 22 May, now promised for 3 June`: another day has taken over."""
    later = next((one for one in sentence.dates if one.first > other.last), None)
    if later is None or not later.days or not other.days:
        return False
    between = [token.low for token in sentence.tokens[other.last + 1 : later.first]]
    before = {token.low for token in sentence.tokens[max(0, other.first - _NEAR) : other.first]}
    if {";", "."} & set(between):
        return False
    off = "put" not in between or bool({"off", "back", "forward"} & set(between))
    moved = bool(_MOVING & set(between)) and off and bool({"to", "auf", "until", "till"} & set(between[-2:]))
    due_once = bool({"due", "was", "war", "sollte"} & before) and bool({"now", "jetzt", "nun"} & set(between))
    return moved or due_once


_NEAR = 5


def for_a_reason(keys: frozenset[str], sentence: Sentence, other: DateMention) -> bool:
    """`not in May, we move house` beside `good luck with the move in May`: the words are those of the reason."""
    tokens = sentence.tokens
    stop = next((p for p in range(other.last + 1, len(tokens)) if tokens[p].kind == "symbol"), len(tokens))
    lows = [token.low for token in tokens[stop + 1 : stop + 8]]
    subject = lows[:1] and lows[0].split("'")[0] in ("i", "we", "she", "he", "they", "our", "my", "her", "his")
    return bool(subject and keys & keys_of(frozenset(lows) - FUNCTION))
