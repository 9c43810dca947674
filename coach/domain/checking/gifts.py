"""Thanks the wrong way round: `thanks for the jump leads`, where it was the writer who lent them."""

from __future__ import annotations

import re

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, split_words
from coach.domain.checking.people import USER
from coach.domain.checking.weighing import telling

_THANKS_FOR = re.compile(
    r"\b(?:thanks|thank you)(?: again| so much| very much| a lot| once more)* for "
    r"(?:the|your|those) (?P<thing>[^,.;:!?]+)"
)
_GIVEN = split_words("give lend send bring pay buy offer pass hand fetch carry")
_AFTER = frozenset(("on", "at", "in", "last", "yesterday", "that", "which", "you", "and", "for", "from", "to"))


def gift_of_yours(fragment: Fragment, facts: Facts) -> Finding | None:
    """A thing that the reader is thanked for, of which the notes tell only that the writer gave it to them."""
    found = _THANKS_FOR.search(fragment.plain)
    if found is None or not facts.readable or not facts.reader:
        return None
    words: list[str] = []
    for low in found["thing"].split():
        if low in _AFTER:
            break
        words += [key(low)] if low not in FUNCTION and low not in CALENDAR else []
    things = telling(words)
    told = [fact for word in things for fact in facts.by_key.get(word, ()) if not fact.programme]
    mine = [fact for fact in told if things <= fact.fragment.keys and _gave(fact, facts)]
    if not things or not mine or any(not _gave(fact, facts) for fact in told):
        return None
    return contradicted(mine[0], f"Your notes say this of you: “{mine[0].quote}”.")


def _gave(fact: Fact, facts: Facts) -> bool:
    """`I gave her jump leads`: the writer, outright, to somebody."""
    fragment = fact.fragment
    given = bool(fragment.verbs & keys_of(_GIVEN)) and not fragment.negated
    return given and fragment.owners == {USER} and fragment.explicit and bool(fragment.persons & {facts.reader})
