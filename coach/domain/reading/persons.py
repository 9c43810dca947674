"""Whether a name in rough notes is a person's: by what stands before and behind it; here in English with capitals."""

from __future__ import annotations

from coach.domain.checking.english import known
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import DEMONYMS, GREETINGS, ORGANISATION_MARKS, ROLE_HEADS, ROLE_MODIFIERS, TITLES
from coach.domain.checking.names import Name
from coach.domain.checking.people import People, is_person
from coach.domain.reading.given import is_given
from coach.domain.reading.persons_german import german_somebody
from coach.domain.reading.persons_small import small_somebody
from coach.domain.reading.seen import (
    ASKED,
    CALLED,
    CAMEL,
    HEADINGS,
    HOUSES_BEHIND,
    NOT_AT,
    NOT_NAMES,
    POSSESSIVE,
    SOMEBODY,
    STARTS,
    Seen,
    acts,
    acts_behind_an_adverb,
    ends_a_head,
    has_a_role,
    has_a_short_title,
    is_called_they,
    is_met,
    is_somebodys,
    is_the_subject,
    joined,
)


def is_somebody(seen: Seen) -> bool:
    """Whether the name is a person's."""
    name, first = seen.name, seen.name.words[0]
    word = seen.tokens[name.first].text in NOT_NAMES and not _bears_a_months_name(seen)
    no_name = word or _is_a_calling(first) or _are_several(seen)
    if no_name or (first in DEMONYMS and not name.words[1:]):
        return False
    if first in seen.known_firsts or has_a_short_title(seen):
        return True
    if _is_a_thing(seen) or _is_a_title(seen) or _is_a_letter(name) or "st" in (first, seen.before):
        return False
    if seen.small:
        return small_somebody(seen)
    if seen.german:
        return german_somebody(seen)
    return _english_somebody(seen)


def _bears_a_months_name(seen: Seen) -> bool:
    """`April Jones, nurse`."""
    return len(seen.name.words) == 2 and is_given(seen.name.words[0]) and has_a_role(seen)


def _are_several(seen: Seen) -> bool:
    """`met 2 marias`: so many of one name, and nobody by it."""
    word = seen.name.words[-1]
    before = seen.tokens[seen.name.first - 1] if seen.name.first else None
    counted = before is not None and (before.kind == "number" or before.low in _COUNTS)
    return counted and word.endswith("s") and is_given(word[:-1])


_COUNTS = frozenset("two three four five both several zwei drei vier funf beide mehrere".split())


def _is_a_calling(word: str) -> bool:
    return word.rstrip("s") in ROLE_HEADS | _OFFICES or word.endswith(("ologist", "ographer"))


def _is_a_title(seen: Seen) -> bool:
    """`Nordic Game / Malmö / thu`: the first line tells where one was, unless a first name or what somebody does shows
    a person."""
    if not seen.title or seen.lead or is_given(seen.name.words[0]) or has_a_role(seen):
        return False
    after = seen.after
    return after is None or after.text in ",/|" or after.kind == "number" or is_place(seen.name.words[-1])


def _is_a_letter(name: Name) -> bool:
    """`P: "people don't volunteer"`: short for somebody named elsewhere."""
    return len(name.words) == 1 and len(name.words[0].rstrip(".")) == 1


def _is_a_thing(seen: Seen) -> bool:
    name, first = seen.name, seen.name.words[0]
    texts = [token.text for token in seen.tokens[name.first : name.last + 1] if token.kind == "word"]
    place = is_place(first) if len(name.words) == 1 else any(map(is_place, name.words[1:])) and seen.small
    return (
        bool(set(name.words) & ORGANISATION_MARKS)
        or (len(name.words) > 1 and name.words[-1] in _HOUSES)
        or seen.before in _KINDS
        or all(word.rstrip(".") in _TITLES for word in name.words)
        or (place and not is_given(first))
        or all(word in _WORK for word in name.words)
        or first in GREETINGS
        or any(CAMEL.match(text) or any(sign.isdigit() for sign in text) for text in texts)
        or (seen.after is not None and seen.after.low in HEADINGS)
        or (seen.before == "(" and seen.after is not None and seen.after.low in HOUSES_BEHIND)
    )


_TITLES = TITLES | {"dra", "fr", "br"}
_HOUSES = frozenset("house street road square hall hub shed lane bridge station garage cafe pub inn nz uk us".split())
_KINDS = frozenset("team project company firm startup app tool brand band station shop product platform street".split())
_OFFICES = frozenset(
    "governor moderator host audience volunteer promoter everyone everybody nobody hotel venue".split()
)
_WORK = ROLE_HEADS | ROLE_MODIFIERS | frozenset("dev eng prof dr mgr rep".split())


def _english_somebody(seen: Seen) -> bool:  # noqa: PLR0911
    name, first, low = seen.name, seen.name.words[0], seen.before
    met = is_met(seen) or is_the_subject(seen)
    shout = seen.tokens[name.first].text
    if low in ("&", "+") and seen.tokens[name.first - 2].capital and not joined(seen):
        return False
    if (low in NOT_AT and not met) or (shout.isupper() and len(shout) > 1 and "." not in shout):
        return False
    titled = bool(name.first) and seen.tokens[name.first - 1].low.rstrip(".") in TITLES
    if _is_their_house(seen):
        return False
    met = met or is_called_they(seen)
    if met or titled or (is_person(seen.tokens, name, People()) and not _aside_word(seen)) or joined(seen):
        return True
    several = len(name.words) > 1 or seen.end > name.last
    if all(map(known, name.words)) and not is_given(first):
        return False
    if (known(first) and not is_given(first)) and not (several and not known(name.words[-1])):
        return not seen.lead and seen.after is not None and seen.after.text == "," and has_a_role(seen)
    if several and (not seen.lead or low in STARTS):
        return True
    if seen.opens and not seen.lead:
        return ends_a_head(seen) or (is_given(first) and acts_behind_an_adverb(seen.tokens, seen.end + 1))
    if low == "(" and len(seen.lead) > 1 and seen.lead[-2] in SOMEBODY:
        return True
    asked = low in ASKED and low not in CALLED
    return is_given(first) or acts(seen) or asked or _of_somebody(seen) or is_somebodys(seen)


def _is_their_house(seen: Seen) -> bool:
    """`Noor Haddad, Saltwell, desalination`: one word that is no given name, right behind somebody's whole name."""
    at = seen.name.first
    alone = len(seen.name.words) == 1 and not is_given(seen.name.words[0])
    if not alone or at < 3 or seen.before != "," or seen.tokens[at - 2].end != seen.last_end:
        return False
    whole = seen.tokens[at - 2].capital and seen.tokens[at - 3].capital
    comma, *behind = [token.text for token in seen.tokens[seen.end + 1 : seen.end + 3]] or [""]
    return whole and comma == "," and bool(behind) and behind[0].islower()


def _aside_word(seen: Seen) -> bool:
    """`Knackered, feet gone.`: one word that no dictionary knows, inside a line."""
    one = len(seen.name.words) == 1 and not seen.lead and not seen.opens and not is_given(seen.name.words[0])
    return one and (seen.after is None or seen.after.text in ",.!") and not has_a_role(seen)


def _of_somebody(seen: Seen) -> bool:
    """`His missus Aroha`: a word that says whose, a word that says what, and the name."""
    return len(seen.lead) > 1 and bool({*seen.lead[-3:-1]} & POSSESSIVE) and seen.before not in STARTS
