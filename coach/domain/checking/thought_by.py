"""Who said or thinks so? `You think my sensor is too big`, `Tom told me that labels are hard`, where the notes have
somebody else think or say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.attribution import person_name
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key, keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import FUNCTION, split_words
from coach.domain.checking.weighing import share, telling

_MIND = split_words(
    "think believe find say tell feel fear doubt argue claim insist suggest warn reckon mean mention explain complain "
    "joke admit confess"
)
_SAYS = re.compile(
    r"\b(?:thinks?(?! of\b)|thought(?! of\b)|believes?|believed|says?|said|told (?:me|us)|mentioned|argue[sd]|"
    r"warned|suggest(?:s|ed)|reckons?|means?|meant|explained|complained|joked|admitted|confessed)\b"
)
_MOST = 0.75
_ENOUGH = 2


def thought_by_another(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """What one person thinks or said by the notes, told as the words or thought of another."""
    fragment = parts[number]
    said = _SAYS.search(fragment.plain)
    if said is None or not facts.readable or len(fragment.owners) != 1 or not fragment.explicit:
        return None
    if fragment.negated or parts[-1].tokens[-1].text == "?" or fragment.mood not in ("fact", "guess"):
        return None
    words = _told(parts, number, said.end(), facts)
    best = [fact for fact in facts.facts if not fact.programme and share(fact.fragment.keys, words) >= _MOST]
    speakers = [_speaker(fact, facts) for fact in best]
    if len(words) < _ENOUGH or not telling(words) or not all(speakers) or fragment.owners & set(speakers) or not best:
        return None
    fact, who = best[0], speakers[0]
    if fact.fragment.negated != any(part.negated for part in parts[number : number + 2]):
        return None
    reason = f"By your notes it was {person_name(who)} who did: “{fact.quote}”."
    return Finding("contradicted", (fact.label,), (fact.quote,), reason, (fact.sentence,))


def _told(parts: Sequence[Fragment], number: int, end: int, facts: Facts) -> frozenset[str]:
    """The keys of what is said: the rest of the clause, and the one behind it when it begins with `that`."""
    fragment = parts[number]
    here = fragment.words[len(fragment.plain[:end].split()) :]
    after = parts[number + 1].words if number + 1 < len(parts) else []
    rest = [*here, *(after if after[:1] == ["that"] or not set(here) - FUNCTION else [])]
    return frozenset(key(low) for low in rest if low[:1].isalnum() and low not in FUNCTION) - facts.name_keys


def _speaker(fact: Fact, facts: Facts) -> str:
    """Whoever says it in the clause before it, or wrote it; "" where the notes tell it as so."""
    if fact.fragment.verbs & keys_of(_MIND) and len(fact.fragment.owners) == 1:
        return min(fact.fragment.owners)
    here = list(facts.within(fact.sentence))
    for before in reversed(here[: here.index(fact)]):
        part = before.fragment
        if part.verbs & keys_of(_MIND) and len(part.owners) == 1:
            return min(part.owners)
    source = fact.sentence.source
    return facts.reader if facts.reader and source.written_by(facts.reader) else ""
