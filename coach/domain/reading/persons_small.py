"""Whether a name in notes without capitals is a person's."""

from __future__ import annotations

from collections.abc import Collection

from coach.domain.checking.english import forms, known
from coach.domain.checking.lands import is_place
from coach.domain.checking.language import small_words
from coach.domain.checking.lexicon import CALENDAR, FUNCTION, HARMLESS_NAMES, ROLE_HEADS
from coach.domain.checking.people import RELATIONS
from coach.domain.reading.chat_words import ADVERBS, CHAT, SURNAMES_TOO
from coach.domain.reading.given import is_given
from coach.domain.reading.given_german import GERMAN_GIVEN
from coach.domain.reading.seen import (
    ASKED,
    BEHIND,
    CALLED,
    NOT_AT,
    Seen,
    acts,
    ends_a_head,
    is_met,
    joined,
    said_of_one,
)
from coach.domain.reading.trades import SHORT_HEADS


def small_somebody(seen: Seen) -> bool:
    """A name in small letters: where a name must stand, or one that is a first name and no word."""
    first, low, after = seen.name.words[0], seen.before, seen.after
    if after is not None and after.kind == "number":
        return False
    plain = len(seen.name.words) > 1 or is_given(first)
    signed = after is not None and after.text in _SURE_SIGNS
    verb = after is not None and said_of_one(after.low) and after.low not in _OVER and not known(first)
    german = seen.german and first in GERMAN_GIVEN
    head = seen.opens and not seen.lead and ends_a_head(seen)
    head = head and (signed or german or ((plain or verb) and not seen.german))
    beside = joined(seen) and (not seen.german or german or is_given(first))
    if is_met(seen) or head or beside or {"there", "was"} <= {*seen.lead[-4:]}:
        return True
    if low in NOT_AT or low in CALLED or seen.german:
        return False
    acting = acts(seen) and (plain or after is None or after.low in BEHIND)
    if low in ("and", "also", "plus", "then") and after is not None and after.text in "!(" and not known(first):
        return True
    kin = bool({*seen.lead[-2:]} & (RELATIONS | ROLE_HEADS)) and low in (*RELATIONS, *ROLE_HEADS, ",", "was", "is")
    return kin or acting or low in ("+", "&") or low in ASKED or (is_given(first) and not known(first))


_OVER = frozenset("done finished cancelled canceled sold moved postponed".split())
_SURE_SIGNS = frozenset("( - – — / | = → :".split())


def may_be_small_name(low: str, before: Collection[str], language: str) -> bool:
    """Whether a word in small letters can begin a name."""
    if low in before:
        return True
    if low in FUNCTION or low in CALENDAR or low in HARMLESS_NAMES or low in ROLE_HEADS or low in small_words(language):
        return False
    if low in _EVENINGS or low in CHAT or (low in SHORT_HEADS and not is_given(low)):
        return False
    plain = low.replace("-", "")
    if not plain.isalpha() or len(low) < _SHORTEST:
        return False
    if is_given(low) and not forms(low).get("VERB"):
        return True
    return len(low) > _SHORTEST and not known(low) and not is_place(low) and not all(map(known, low.split("-")))


_EVENINGS = frozenset(
    "meetup meetups hackathon standup barcamp unconference wifi stammtisch kickoff afterwork hrs yrs wks mins "
    "pics".split()
)
_SHORTEST = 2


def may_be_small_surname(low: str, language: str, behind: str = "") -> bool:
    """Whether a word in small letters can go on a name. `behind`: the word or sign that follows it."""
    if low in CHAT or low in ADVERBS or (low in SURNAMES_TOO and language == "de" and behind.isalpha()):
        return False
    plain = low.isalpha() and len(low) > _SHORTEST and low not in small_words(language)
    return plain and not known(low) and low not in FUNCTION and low not in CALENDAR
