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
    clause = without_condition(clause[:LONGEST])
    if is_done_or_denied(clause):
        return None
    if spoken := SPOKEN.match(clause):
        return Promised("them", _to_the_writer(spoken["what"] or spoken["before"]))
    mine, theirs = _first(MINE, clause), _first(THEIRS, clause)
    german_mine, german_theirs = _any(GERMAN_MINE, clause), _any(GERMAN_THEIRS, clause)
    if theirs and mine and _to_me(theirs) and theirs.endswith(mine):
        mine = ""
    if bool(mine or german_mine) == bool(theirs or german_theirs):
        return None
    by = "me" if mine or german_mine else "them"
    return Promised(by, mine or theirs or clause, not (mine or theirs))


def without_condition(clause: str) -> str:
    """A clause without what has to happen first: `If Tom sends me the list, I'll send him the money`."""
    return _IN_CASE.split(_CONDITION.sub("", clause), maxsplit=1)[0]


def is_done_or_denied(text: str) -> bool:
    """Whether words tell of a promise that was kept already, or of none: `already sent it`, `but I won't`."""
    return bool(_DONE.search(text) or _DENIED.search(text))


def hedged(text: str, what: str = "") -> bool:
    """Whether words that promise say so only half: `maybe I will`, `I might`; `what`: the words from what is promised
    on, which are not looked at."""
    head = text[: text.rfind(what)] if what and what in text and what != text else text
    return bool(_HEDGED.search(head))


_HEDGED = re.compile(
    r"\b(?:maybe|perhaps|possibly|vielleicht|eventuell|evtl|womöglich|mal sehen)\b|"
    r"\b(?:I|we|s?he|they|(?-i:[A-Z])[\w’'-]+) (?-i:might|may)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^(?:and |but |so )?(?:if|when|once|unless|until|as soon as|in case|provided(?: that)?|should|falls|wenn|sobald|"
    r"sofern)\b"
    r"(?:[^,;.!?]{3,80},\s*(?:then |dann )?|[^,;.!?]{3,80}?\s(?=(?:I|s?he|they)(?:['’]ll| will)\b))",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:already|just now)\s+(?:(?:has|have|had)\s+)?(?:sent|gave|given|lent|brought|showed|shown|paid|did|done|"
    r"introduced|"
    r"called|rang|wrote|written|posted|forwarded|shared|mailed|emailed|returned|delivered|got|made|booked|kept|"
    r"passed)\b|"
    r"\b(?:has|have|had)\s+already\s+\w+|\bkept (?:his|her|their|my|our|the) promise\b|\b(?:hat|habe|"
    r"haben)\b[^.;]*\bschon\b[^.;]*\bge\w+t\b",
    re.IGNORECASE,
)
"""What was promised and done since, or needed no promise."""
_DENIED = re.compile(
    r",?\s+but (?:I|we|s?he|they) (?:won['’]?t|will not|did(?: not|n['’]t)|can['’]?t|cannot|will never)\b|"
    r"\b(?:did(?: not|n['’]t)|never|has(?: not|n['’]t)|have(?: not|n['’]t)) promise",
    re.IGNORECASE,
)


def _to_the_writer(said: str) -> str:
    """What somebody said to the writer, as the writer's notes have it: "send you your copy" is "send me my copy"."""
    bare = said.strip(" \"“”„’'.,;!")
    return re.sub(r"\byour\b", "my", re.sub(r"\byou\b", "me", bare))


_IN_CASE = re.compile(
    r"(?<=\w)[,;]?\s+(?:if|unless|falls|sofern|wenn) (?=(?:I|she|he|they|we|ich|er|sie|wir|"
    r"(?-i:[A-Z])\w+)\b)",
    re.IGNORECASE,
)
"""`will look at it if I forward one`: the promise is what stands before."""


def _to_me(what: str) -> bool:
    return bool(re.search(r"\b(?:me|us|my|our)\b", what, re.IGNORECASE))


def _first(patterns: Sequence[re.Pattern[str]], clause: str) -> str:
    return next((found["what"] for pattern in patterns if (found := pattern.search(clause))), "")


def _any(patterns: Sequence[re.Pattern[str]], clause: str) -> bool:
    return any(pattern.search(clause) for pattern in patterns)
