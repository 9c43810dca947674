"""Is it settled? What a sentence is glad of, where all that the notes say of it is that nothing is decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.people import USER
from coach.domain.checking.stances import LIGHT
from coach.domain.checking.weighing import telling


def unsettled(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`I'm pleased | that you'll bring the slides`, where all that the notes say of the slides is that it is open."""
    fragment = parts[number]
    glad = number > 0 and _GLAD.search(parts[number - 1].plain) and not parts[number - 1].negated
    behind = " ".join(part.plain for part in parts[number + 1 : number + 2])
    if (
        not glad
        or fragment.mood != "fact"
        or _NOT_DONE.search(behind)
        or fragment.owners == {USER}
        or _STILL_OPEN.search(fragment.plain)
    ):
        return None
    names = {key(word) for who in fragment.persons | fragment.owners for word in who.split()}
    own = frozenset(key(low) for low in fragment.words if low not in FUNCTION) & telling(fragment.keys) - names
    for word in sorted(own - keys_of(LIGHT)):
        told = [
            fact for fact in facts.by_key.get(word, ()) if not fact.programme and fact.sentence.source.kind != "goal"
        ]
        if told and all(_left_open(fact, facts) for fact in told):
            reason = f"Your notes say otherwise: “{told[0].quote}”."
            return contradicted(told[0], reason)
    return None


def _left_open(told: Fact, facts: Facts) -> bool:
    """The clause itself leaves it open, or one beside it that speaks of nothing else: `not sure`, `Tom undecided`."""
    names = facts.name_keys
    for fact in facts.facts:
        if fact.sentence is told.sentence and _NOT_SETTLED.search(fact.fragment.plain):
            other = telling(fact.fragment.keys) - names - told.fragment.keys - keys_of(_DECIDING)
            if fact is told or not other:
                return True
    return False


_NOT_DONE = re.compile(r"n't\b|\b(?:not|yet|undecided)\b")
_DECIDING = frozenset(
    ("sure", "unsure", "undecided", "decide", "say", "yes", "think", "agree", "confirm", "open", "doubt")
)
_GLAD = re.compile(
    r"\b(?:pleased|happy|glad|delighted|thrilled|relieved|pleasure|good news|great news|wonderful|thank you|thanks)\b"
)
_STILL_OPEN = re.compile(
    r"\b(?:think|thinking|consider|considering|ask|asked|asking|open|wait|waiting|perhaps|maybe|may|might|could|would|if|"
    r"whether|want|wants|hope|hopes|plan|plans|try|trying|not|like|curious|interested|still|yet)\b|n't\b"
)
_NOT_SETTLED = re.compile(
    r"\b(?:not sure|undecided|decided nothing|nothing (?:is |was )?decided|no decision|not (?:yet )?(?:said|decided|"
    r"agreed|confirmed)|haven't (?:said|decided|agreed)|hasn't (?:said|decided|agreed)|still (?:thinking|open|unsure)|"
    r"unsure|think about it|only if|on hold|in doubt|tbc|to be confirmed)\b"
)
"""Left open, in the sentence that speaks of the thing."""
