"""Wishes that take something for granted: `good luck with the move`, `I hope the surgery went well`, `sorry that your
knee still hurts`, where no note has a word of it."""

from __future__ import annotations

import re

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.moments import is_known

_OCCASIONS = split_words(
    "move surgery operation exam exams examination interview wedding trial hearing defence viva thesis marathon "
    "holiday baby birth launch opening premiere audition election renovation pregnancy divorce funeral "
    "promotion retirement graduation treatment audit inspection"
)
_WISHED = re.compile(
    r"\b(?:good luck|best of luck|all the best|fingers crossed|congratulations|congrats|well done|"
    r"sorry (?:to hear )?about|"
    r"(?:hope|glad|happy|pleased) (?:that )?(?:the|your))\b"
)
_WITH_IT = re.compile(
    r"\b(?:the|your) (?:[\w-]+ )?(?P<what>[\w-]+)(?: (?:\w+ ){0,2}(?:went|goes|go|is going|was)\b|\W*$)"
)
_AILS = re.compile(
    r"\b(?:your|you) (?:\w+ ){0,3}(?P<what>hurts?|aches?|aching|broke|broken|sprained|twisted|injured|sore|ill|"
    r"sick|unwell|"
    r"feverish|hospital|flu|fever|pain|surgery|operation)\b"
)
_AILING = re.compile(r"\b(?:sorry|hope|shame|pity|get well|better|recover\w*|heal\w*)\b")


def taken_for_granted(fragment: Fragment, facts: Facts) -> Finding | None:
    """An occasion or an ailment of the reader's that no note speaks of."""
    plain = fragment.plain
    whole = fragment.whole
    if not facts.readable or not facts.reader or fragment.negated or "if" in fragment.words:
        return None
    if _WISHED.search(whole) and (found := _WITH_IT.search(plain)) and found["what"] in _OCCASIONS:
        return None if is_known(key(found["what"]), facts) else _unheard(found["what"])
    if _AILING.search(whole) and (found := _AILS.search(plain)):
        known = any(is_known(key(word), facts) for word in (found["what"], *_ALIKE))
        return None if known else _unheard(found["what"])
    return None


_ALIKE = ("ill", "hurt", "injury", "surgery", "doctor", "hospital", "accident", "pain", "knee", "broke", "cold", "flu")


def _unheard(what: str) -> Finding:
    return Finding("unsupported", reason=f"No note speaks of “{what}”.")
