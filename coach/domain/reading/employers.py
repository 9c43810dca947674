"""The name of an organisation where rough notes say it: behind "at" or "from", in a bracket, behind a role."""

from __future__ import annotations

import re

from coach.domain.checking.english import known
from coach.domain.checking.lands import is_place
from coach.domain.checking.language import small_words
from coach.domain.checking.lexicon import (
    CALENDAR,
    DEMONYMS,
    FUNCTION,
    GREETINGS,
    HARMLESS_NAMES,
    ORGANISATION_MARKS,
    PLACES,
    TITLES,
    split_words,
)
from coach.domain.checking.tokens import fold
from coach.domain.reading.given import is_given
from coach.domain.reading.names import trimmed

MOST_WORDS = 6
"""Words of a role or an organisation; more are a sentence."""
_JOINING = frozenset(
    (
        "of",
        "for",
        "and",
        "&",
        "+",
        "de",
        "der",
        "für",
        "und",
        "the",
        "del",
        "di",
        "la",
        "du",
        "des",
        "da",
        "do",
        "dos",
        "das",
        "van",
        "von",
    )
)
_KIND = re.compile(
    r"^(?:(?:a|an|the|der|die|das|dem|einer?|einem|her|his|their|own|small|little|local)\s+)*"
    r"(?:ngo|charity|company|firm|start-?up|agency|band|business|brand|label|firma|verein|agentur|publisher|nonprofit)\s+"
    r"(?:called\s+|named\s+|namens\s+)?(?=\S)",
    re.IGNORECASE,
)
"""`the charity Pawsteps`: what it is, before its name."""
_ARTICLE = re.compile(r"^(?:the|der|dem|den|die|das|le|la)\s+", re.IGNORECASE)
_IDIOMS = split_words(
    "work home school night uni university college sea least first last church heart present times large all once "
    "lunch dinner breakfast university hospital it that this hand ease risk war play noon dusk dawn weekends days "
    "fun free hire years ages now example life money ever"
)
"""`at sea`, `for hire`: no name of a place of work."""
_ENDS = split_words(
    "and but who which that since until because so in on near from for with as is was now then by und aber die der "
    "seit im in aus als mit who's lol haha until where when again too also atm rn tbh"
    " has loves likes wants reckons does"
)
_SMALL_MARKS = ORGANISATION_MARKS - split_words("as ag se ab oy co sa bv nv works care") | split_words(
    "primary academy form uni kita grundschule gymnasium kammerchor choir brewery gallery hospice house"
)


_PARTIES = split_words("greens labour tories conservatives snp spd cdu csu fdp grune grunen linke labor lib-dems unite")
_VENUE = re.compile(r"\s+(?:market|fair|festival|station|conference|beach|airport)\b")
"""`mugs at Columbia Road market`: a place, no house."""
_VOICES = split_words(
    "alt alto tenor bass sopran soprano baritone bariton swede dane finn scot brit kiwi aussie spaniard"
)


def is_a_place(words: str) -> bool:
    """Whether the words name a city, a land or a region."""
    low = fold(words.strip(" .,;"))
    return is_place(low) or low in PLACES


def organisation_at(words: str, *, lead: str, role: bool) -> str:
    """The organisation that these words begin with; "" where they begin with none. `lead`: the word before them, as
    in `at Arup`; `role`: a role stands before that, which lets a name in small letters count: `dev at loopwire`."""
    kind = _KIND.match(words)
    rest = _ARTICLE.sub("", words[kind.end() :] if kind else words)
    article = bool(_ARTICLE.match(words)) and not kind
    name = capitalised(rest)
    if not name and (small := known_house(rest)):
        return small
    if name:
        if _VENUE.match(rest.partition(name)[2]) or re.fullmatch(r"[A-Z]|\d+[A-Za-z]", name):
            return ""
        no_name = nobodys_house(name) or (len(name.split()) == 1 and is_given(fold(name)) and lead != "at")
        return "" if no_name or (is_a_place(name) and not (lead == "at" and role)) else name
    named = lead in ("at", "@", "bei", "beim", "for", "w/", "with", "to", "called")
    if kind or (role and named) or lead == "called":
        return small_name(rest, called=lead == "called", bare=lead in ("at", "@", "bei", "called") and not article)
    return _common_house(rest) if article and lead in ("from", "at", "vom", "bei") else ""


def known_house(words: str) -> str:
    """`charité`, of `charité berlin`: an organisation that is known by one word, in small letters, too."""
    word = re.match(r"[^\W\d_]+(?![\w'’-])", words)
    return word[0] if word and fold(word[0]) in _KNOWN_HOUSES else ""


_KNOWN_HOUSES = split_words(
    "charite siemens bosch telekom bmw vw sap basf bayer nhs bbc itv nasa esa cern unicef unesco google microsoft "
    "ibm intel nvidia ikea lidl aldi rewe edeka zalando dhl tuv caritas diakonie fraunhofer helmholtz zdf ard wdr ndr "
    "swr mdr rbb aok barmer lufthansa deloitte kpmg pwc accenture mckinsey oxfam greenpeace airbus spotify netflix"
)
"""Organisations that need no capital to be known for one."""


def is_a_party(words: str) -> bool:
    """`Greens`, also in small letters: a party or a union that one word names."""
    return fold(words) in _PARTIES


def nobodys_house(name: str) -> bool:
    """Whether a word with a capital names no organisation: a month, a nationality, `Hi`, `PhD`, a voice of a choir."""
    low = fold(name)
    return (
        low in CALENDAR
        or low in _VOICES
        or low in TITLES
        or low in HARMLESS_NAMES
        or low in DEMONYMS
        or low in GREETINGS
        or low in FUNCTION
    )


def capitalised(words: str) -> str:
    """The run of capitalised words at the start; small joining words may stand inside it: `Univ of Ghana`."""
    kept: list[str] = []
    for word in words.split():
        bare = word.strip(".,;:!?'’\"-()")
        big = bare[:1].isupper() or (bool(kept) and bare[:1].isdigit())
        inner = any(sign.isupper() for sign in bare[1:])
        if not bare or not (big or inner or (kept and (bare in _JOINING))):
            break
        kept.append(word.strip(',;:!?"()'))
        if word[-1] in ",;:!?":
            break
    while kept and not any(sign.isupper() or sign.isdigit() for sign in kept[-1]):
        kept.pop()
    if len(kept) > 2 and kept[-1].isdigit() and kept[-2] in _JOINING:
        kept = kept[:-2]
    found = " ".join(kept[:MOST_WORDS]).strip(".,;:!?'’\"-()")
    return found if kept and (not kept[0][0].isupper() or trimmed(kept[0]) or len(kept[0]) > 1) else ""


def small_name(words: str, *, bare: bool, called: bool = False) -> str:
    """A name in small letters: words that no dictionary knows, or with a mark of an organisation: `quillbyte`,
    `hawthorn primary`. `bare`: a single word counts even when it is a known one, as in `dev at apple`; `called`:
    whatever they are."""
    kept = _small_run(words)
    if called or not kept:
        return " ".join(kept).rstrip("& ")
    lows = [fold(word) for word in kept]
    if lows[0] in FUNCTION | _IDIOMS | small_words("de") or set(lows) & CALENDAR or is_a_place(" ".join(kept)):
        return ""
    if lows[-1] in _SMALL_MARKS and len(kept) > 1:
        return " ".join(kept)
    new = [not known(low) and low not in FUNCTION for low in lows]
    if new[0]:
        return "" if is_a_place(kept[0]) else " ".join(kept[: (*new, False).index(False)])
    if any(new[1:3]) and not set(lows[:2]) & FUNCTION:
        return " ".join(kept[: max(at for at, unknown in enumerate(new) if unknown) + 1])
    return kept[0] if bare and len(kept) == 1 else ""


def _small_run(words: str) -> list[str]:
    """The words up to one that ends a name: a sign, a small word, a number."""
    kept: list[str] = []
    for word in words.split():
        bare = word.strip(".,;:!?()")
        low = fold(bare)
        if not low or low in _ENDS or not (low[0].isalpha() or (kept and low == "&")) or len(kept) == 4:
            break
        kept.append(bare)
        if word[-1] in ".,;:!?)":
            break
    return kept


def _common_house(words: str) -> str:
    """`co-op`, in `from the co-op`: a common word for an organisation alone."""
    word = re.match(r"[\w-]+(?=\s*(?:$|[,.;:()]))", words)
    return (
        word[0]
        if word and word[0].casefold() in ("co-op", "coop", "cooperative", "council", "museum", "library")
        else ""
    )


def names_a_house(words: str, *, role: bool = False) -> bool:
    """Whether a whole piece of an entry is an organisation's name: `Larder Luton`, `Univ of Ghana`; behind a `role`
    also `Alexandra Dock`."""
    parts = words.split()
    if not 0 < len(parts) <= MOST_WORDS or capitalised(words) != words.strip(" .") or is_a_place(words):
        return False
    if nobodys_house(words) or any(nobodys_house(part) and fold(part) in CALENDAR for part in parts):
        return False
    if len(parts) == 1:
        return _lone_house(words)
    plain = role and known(fold(parts[-1])) and not is_given(fold(parts[-1]))
    return has_mark(words) or plain or not is_given(fold(parts[0]))


def _lone_house(word: str) -> bool:
    """`Bowmans`, `SBB`, `Greens`: one word that no dictionary and no list of first names knows, or a party."""
    low = fold(word)
    return low in _PARTIES or (not known(low) and not is_given(low)) or (word.isupper() and len(word) > 2)


def has_mark(name: str) -> bool:
    """Whether a name says that it is an organisation's: `Leeds Allotment Society`."""
    return any(fold(part) in ORGANISATION_MARKS for part in name.split())
