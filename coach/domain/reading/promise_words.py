"""By which words rough notes say that somebody will do something for somebody: `I'll send her …`, `promised Saskia our
deck`, `Gareth sends me …`, `me -> Kwabena: …`. In English and in German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.reading.promises_english import MINE, SPOKEN, THEIRS
from coach.domain.reading.promises_german import GERMAN_MINE, GERMAN_THEIRS

LONGEST = 600
"""Characters of a clause that are read; what is longer is no sentence."""


@dataclass(frozen=True)
class Promised:
    """Who promises ("me", "them") and the words from what is promised on."""

    by: str
    what: str
    german: bool = False


def promised_in(clause: str) -> Promised | None:
    """The promise of a clause; None where it holds none, or one of each side."""
    clause = _IN_CASE.split(clause[:LONGEST], maxsplit=1)[0]
    if spoken := SPOKEN.match(clause):
        return Promised("them", spoken["what"])
    mine, theirs = _first(MINE, clause), _first(THEIRS, clause)
    german_mine, german_theirs = _any(GERMAN_MINE, clause), _any(GERMAN_THEIRS, clause)
    if theirs and mine and _to_me(theirs) and theirs.endswith(mine):
        mine = ""
    if bool(mine or german_mine) == bool(theirs or german_theirs):
        return None
    by = "me" if mine or german_mine else "them"
    return Promised(by, mine or theirs or clause, not (mine or theirs))


_IN_CASE = re.compile(
    r"(?<=\w)[,;]?\s+(?:if|unless|falls|sofern|wenn) (?=(?:I|she|he|they|we|ich|er|sie|wir)\b)", re.IGNORECASE
)
"""`will look at it if I forward one`: the promise is what stands before."""


def _to_me(what: str) -> bool:
    return bool(re.search(r"\b(?:me|us|my|our)\b", what, re.IGNORECASE))


def _first(patterns: Sequence[re.Pattern[str]], clause: str) -> str:
    return next((found["what"] for pattern in patterns if (found := pattern.search(clause))), "")


def _any(patterns: Sequence[re.Pattern[str]], clause: str) -> bool:
    return any(pattern.search(clause) for pattern in patterns)
