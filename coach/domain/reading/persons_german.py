"""Whether a name in German notes is a person's, where every noun has a capital."""

from __future__ import annotations

import re

from coach.domain.checking.english import known
from coach.domain.checking.language import small_words
from coach.domain.checking.lexicon import TITLES
from coach.domain.reading.given import is_given
from coach.domain.reading.given_german import GERMAN_GIVEN
from coach.domain.reading.roles import is_head
from coach.domain.reading.seen import (
    DELIMITERS,
    GERMAN_BEHIND,
    GOING_ON,
    KINDRED,
    POSSESSIVE,
    Seen,
    has_a_title,
    is_met,
    joined,
)


def german_somebody(seen: Seen) -> bool:
    """Every noun has a capital: what begins a line or a sentence and acts, what was met, two words behind `mit`."""
    words, several = seen.name.words, len(seen.name.words) > 1
    if has_a_title(seen) or (words[0] in TITLES and several):
        return True
    office = several and is_head(seen.tokens[seen.name.first].text)
    if office or {*words} & small_words("de") or words[0].endswith(_GERMAN_ENDS):
        return False
    if not seen.lead:
        return _german_head(seen) or _given_and_acts(seen) or _one_of_two(seen)
    whose = seen.before in KINDRED and bool({*seen.lead[-3:]} & POSSESSIVE)
    next_one = len(seen.lead) == 1 and seen.before in GOING_ON and _given_and_acts(seen)
    if whose or next_one or _talked_with(seen) or (not several and joined(seen) and is_given(words[0])):
        return True
    if several:
        return is_met(seen) or joined(seen) or seen.before in _GERMAN_LEADS
    return _named_there(seen)


def _talked_with(seen: Seen) -> bool:
    """`Mit Obioma, Altenpfleger im Haus Abendruh, habe ich gesprochen`."""
    behind = [token.text for token in seen.tokens[seen.end + 1 : seen.end + 3]]
    by_trade = behind[:1] == [","] and len(behind) > 1 and bool(_OF_A_PERSON.search(behind[1]))
    return seen.before == "mit" and is_met(seen) and (is_given(seen.name.words[0]) or by_trade)


def _named_there(seen: Seen) -> bool:
    """`Dann war Murat, …`, `sie heißt Jolanta.`"""
    after = seen.after
    if seen.before in ("heißt", "heisst") and (after is None or after.text == "."):
        return True
    behind = after is not None and (after.text in ",(" or after.low in ("aus", "von", "vom", "bei"))
    return behind and seen.before in _THERE


_THERE = frozenset("war heißt heisst dann danach dazu endlich gegenüber gegenuber noch".split())


def _given_and_acts(seen: Seen) -> bool:
    """`Sabine ist jetzt Imkerin`, `Holger: geschieden`, at the head of any sentence."""
    after = seen.after
    verb = after is not None and bool(re.fullmatch(r"[a-zäöüß]{3,}t", after.text))
    acts = after is not None and (after.text in ":(,–—-|=" or after.low in GERMAN_BEHIND or verb)
    return acts and seen.name.words[0] in GERMAN_GIVEN


def _one_of_two(seen: Seen) -> bool:
    """`Lena und Jonas, gerade eingezogen`."""
    at = seen.end + 1
    both = at + 1 < len(seen.tokens) and seen.tokens[at].low in ("und", "&", "+") and seen.tokens[at + 1].capital
    return both and is_given(seen.name.words[0])


def _german_head(seen: Seen) -> bool:
    several, after = len(seen.name.words) > 1, seen.after
    if several:
        return after is None or after.text in DELIMITERS or after.low in GERMAN_BEHIND
    if not seen.opens or after is None or known(seen.name.words[0]):
        return False
    if after.text == ",":
        return seen.end + 2 < len(seen.tokens) and bool(_OF_A_PERSON.search(seen.tokens[seen.end + 2].text))
    return after.text in ":(-–—/|→=" or (after.low in GERMAN_BEHIND and after.low not in ("war", "ist", "von", "vom"))


_GERMAN_LEADS = frozenset("mit danach dann neben , : an von erst endlich wieder schulde".split())
_OF_A_PERSON = re.compile(r"^[A-ZÄÖÜ]\w*(?:er|or|ist|ent|ant|eur|loge|wirt|arzt|mann|frau|kraft|koch)(?:in)?$|in$")
"""What somebody is, in German: `Chorleiterin`, `Zimmermann`."""
_GERMAN_ENDS = (
    "ung", "heit", "keit", "schaft", "tion", "tat", "tum", "treffen", "abend", "tag", "messe", "essen", "konferenz",
    "tisch", "forum", "markt", "fest", "kreis", "beirat", "kongress",
)  # fmt: skip
