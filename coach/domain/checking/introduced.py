"""Who is plainly a person though a dictionary knows a word of the name: `her husband Yaw`, `Judge Whitcombe`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.domain.checking.english import forms, known, third_person
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import COMPANIONS, FUNCTION, KIN, TITLES, split_words
from coach.domain.checking.tokens import Token

if TYPE_CHECKING:
    from coach.domain.checking.names import Name


def introduced(tokens: Sequence[Token], name: Name) -> bool:
    """By a kin word or a title before it, an apposition after it, or a deed that only somebody does."""
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if not all(word.replace("-", "").replace("'", "").isalpha() for word in name.words):
        return False
    of_kin = after is not None and after.text in ",(" and kin_follows(tokens, name.last + 2)
    if of_kin or (before is not None and _kin_or_title(before, name)):
        return True
    opens = before is None or before.text in ".!?"
    unknown = sum(not known(word) for word in name.words)
    if after is None or is_place(name.words[0]) or any(part.text.isupper() for part in tokens[name.first : name.last]):
        return False
    if opens and len(name.words) == _TWO and unknown:
        return _acts(after.low)
    if opens and len(name.words) == _THREE and unknown >= _TWO:
        return _acts(after.low) or (after.text in ",(" and _described(tokens, name.last + 2))
    joined = before is not None and (before.text in ",;" or before.low in ("and", "but", "so", "then"))
    return joined and len(name.words) == 1 and unknown == 1 and _acts(after.low)


def _kin_or_title(before: Token, name: Name) -> bool:
    """`husband Yaw`, `Judge Whitcombe`; a single name after them, where kin words leave no other reading."""
    if before.low in KIN or (before.low in COMPANIONS - {"ex", "partner"} and not before.capital):
        return len(name.words) <= (_TWO if before.low in KIN or not known(name.words[0]) else 1)
    if before.low.endswith(_CALLINGS) and not before.capital:
        return len(name.words) == 1 or not known(name.words[0])
    return before.low in TITLES and before.capital and not known(name.words[0])


def kin_follows(tokens: Sequence[Token], position: int) -> bool:
    """`Tom, Ann's brother,`, `Tom (my old colleague)`: whose somebody is, right behind the name."""
    ahead = [token.low for token in tokens[position : position + 5]]
    owner = next((place for place, low in enumerate(ahead[:2]) if low in _WHOSE), None)
    if owner is None or (owner and not tokens[position].capital):
        return False
    following = ahead[owner + 1 : owner + 4]
    head = next((place for place, low in enumerate(following) if low in _WHOSE_NAME), None)
    if head is None or any(tokens[position + owner + 1 + place].capital for place in range(head + 1)):
        return False
    after = position + owner + 2 + head
    return after >= len(tokens) or tokens[after].kind == "symbol" or tokens[after].low in ("at", "from", "in", "of")


def after_kin(tokens: Sequence[Token], position: int) -> bool:
    """`her colleague dele`, `his bro in law brais`, `assistant coach = Aissatou`: the word at `position` is a name,
    in small letters too, since no dictionary knows it."""
    low, text = tokens[position].low, tokens[position].text
    strange = text.isalpha() and len(low) >= _THREE and not (known(low) or low in FUNCTION or is_place(low))
    at = position - 1
    equals = at > 0 and tokens[at].text in "=:"
    at -= equals
    if not strange or at < 0:
        return False
    in_law = at >= _TWO and [token.low for token in tokens[at - 2 : at + 1]][1:] == ["in", "law"]
    at -= _TWO if in_law else 0
    if tokens[at].low not in _WHOSE_NAME or tokens[at].capital:
        return False
    return equals or in_law or bool(_WHOSE & {token.low for token in tokens[max(0, at - 3) : at]})


_WHOSE = frozenset(("her", "his", "their", "my", "our", "'s"))
_WHOSE_NAME = (
    KIN
    | COMPANIONS
    | split_words(
        "colleague boss manager assistant mentor labmate gf bf sis bro hubby wifey coauthor co-author bandmate "
        "housemate flatmate roommate cofounder co-founder neighbour neighbor coach teacher student intern friend mate "
        "buddy pal supervisor captain director sister brother cousin deputy partner"
    )
)
_CALLINGS = ("pianist", "eer", "ician", "arian", "llist", "ologist")
"""Ends of words for what somebody is: `her volunteer Cyril Bunting`, `the cellist Ruben Aas`."""


def _acts(low: str) -> bool:
    """`maintains`, `presented`: a verb and nothing else, in a form that follows one person."""
    kinds = forms(low)
    return third_person(low) or (set(kinds) == {"VERB"} and low.endswith("ed"))


def _described(tokens: Sequence[Token], position: int) -> bool:
    """`Tor Einar Vik, hydrographer`: what follows the comma is a word for somebody, not another name."""
    return position < len(tokens) and tokens[position].kind == "word" and not tokens[position].capital


_TWO, _THREE = 2, 3


def called_kin(tokens: Sequence[Token]) -> list[str]:
    """All names of one sentence that stand behind a word for kin or a companion."""
    return [token.low for position, token in enumerate(tokens) if after_kin(tokens, position)]
