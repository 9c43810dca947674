"""`The swap in autumn sounds good`, where the notes have the swap in spring and nothing at all in autumn."""

from __future__ import annotations

import re

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.date_words import SEASONS
from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts
from coach.domain.checking.weighing import telling

_ONE = {"fall": "autumn"}


def another_season(fragment: Fragment, facts: Facts) -> Finding | None:
    """A season with a thing of which the notes have another one, in a wish and a question too."""
    said = _seasons(fragment.words)
    if len(said) != 1 or "since" in fragment.words or not facts.readable or _ASKED.match(fragment.whole):
        return None
    noted = {season for source in facts.sources for season in _seasons(source.lows)}
    if said & noted or not noted:
        return None
    words = telling(fragment.keys - {key(season) for season in SEASONS} - facts.name_keys)
    for word in sorted(words):
        for fact in facts.by_key.get(word, ()):
            if not fact.programme and _seasons([token.low for token in fact.fragment.tokens]):
                return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")
    return None


_ASKED = re.compile(r"(?:\w+ , )?(?:could|may|can|might|shall|would|will) (?:i|we|you)\b")
"""`could I come and see your hives in June?`: for the reader to say."""


def _seasons(lows: list[str] | tuple[str, ...]) -> set[str]:
    return {_ONE.get(low, low) for low in lows if low in SEASONS}
