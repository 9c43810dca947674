"""Somebody called by first and last name, each of which may be a word too: `Owen Price is on the jury`, `Ray Cross told
me`. A capital at the head of a sentence proves nothing; a given name, a second capital and a doing behind both do."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.english import forms
from coach.domain.checking.lexicon import (
    CALENDAR,
    FUNCTION,
    ORGANISATION_MARKS,
    PLACES,
    ROLE_HEADS,
    TITLES,
    split_words,
)
from coach.domain.checking.tokens import Token
from coach.domain.given_names import given_names


def called_in_full(tokens: Sequence[Token], position: int) -> bool:
    """Whether the two tokens from `position` on are somebody's first and last name, by what stands behind them."""
    if position + 2 >= len(tokens):
        return False
    first, last, after = tokens[position : position + 3]
    if not (_written_as_a_name(first) and _written_as_a_name(last)):
        return False
    given = first.low in _MORE or first.low in given_names()
    if not given or first.low in _NEVER or last.low in _NO_SURNAME:
        return False
    if last.low in FUNCTION and last.low not in _SURNAMES_TOO:
        return False
    if first.low in FUNCTION and after.low in _BEING:
        return False  # `Will Thandeka's be in it?`
    return _of_one(after) or _told_behind(after, tokens[position + 3 : position + 4])


def _told_behind(after: Token, behind: Sequence[Token]) -> bool:
    """`Owen Price, who sat with us`, `Rose Field: teaches maths`, `Peter Green - baker`, `Ray Cross and I`."""
    if not behind:
        return False
    low = behind[0].low
    if after.low == "and":
        return low in ("i", "me")
    if after.text not in (",", "-", "–", "—", "(", ":"):
        return False
    aged = after.text == "," and behind[0].kind == "number"
    return aged or low in _ABOUT_ONE | ROLE_HEADS or (after.text == ":" and _of_one(behind[0]))


def _written_as_a_name(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 1 and token.text[0].isupper() and token.text[1:].islower()


def _of_one(token: Token) -> bool:
    """What one person is or does: `is`, `told`, `makes`; `makes` for `make` only, since `Will Anna come` asks."""
    if token.low in _BEING or token.low in _DID:
        return True
    if token.low in _HAPPENS:
        return False
    verbs = forms(token.low).get("VERB", ())
    return bool(verbs) and not token.low.endswith("ing") and token.low not in verbs


_BEING = split_words("is was has isn't wasn't hasn't doesn't didn't also still never who from 's")
_DID = split_words(
    "paid said told gave lent brought sent taught thought made built wrote bought sold came went left won lost found "
    "kept ran led grew began spoke chose held met took drew sang sat stood read knew fell flew drove"
)
_HAPPENS = split_words("opens closes starts begins ends costs happens opened closed started began ended")
"""What an event or a place does: `and May Park opens`."""
_MORE = split_words(
    "miles pat june may dean will owain matt rob eilidh poppy fern jo sue kit glen reed chase piper sawyer wade clay "
    "cliff earl art guy rich rusty penny chip chuck jock norm pip rod ty ward jordan"
)
"""Given names that the lists of many lands lack, most of them words."""
_ABOUT_ONE = split_words("who whose her his my our a an from")
"""`Owen Price, who sat with us, …`, `Rose Field, a baker, …`."""
_NEVER = (TITLES | PLACES | split_words("an app data hall the our")) - _MORE
_NO_SURNAME = CALENDAR | ORGANISATION_MARKS | PLACES | TITLES
_SURNAMES_TOO = split_words("little long best short rich more will")
