"""Names in a text (people, organisations, places, products), found by capitals and context, and compared fairly."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.domain.checking.english import forms, known
from coach.domain.checking.full_names import called_in_full
from coach.domain.checking.introduced import kin_follows
from coach.domain.checking.lexicon import (
    CALENDAR,
    COMPANIONS,
    DEMONYMS,
    FUNCTION,
    GREETINGS,
    HARMLESS_NAMES,
    KIN,
    ORGANISATION_LEADS,
    ORGANISATION_MARKS,
    PLACES,
    ROLE_HEADS,
    ROLE_MODIFIERS,
    SIGN_OFFS,
    TITLES,
    split_words,
)
from coach.domain.checking.quantities import is_number_word
from coach.domain.checking.said_in_passing import in_passing
from coach.domain.checking.tokens import Token

LINKS = split_words(
    "of de del della der den van von und y e & la le les al el bin ibn da dos das du di for the and ten ter af"
)
_STRONG_LINKS = (LINKS | {"do", "dos"}) - {"for", "and", "the", "e", "le", "la", "les"}
"""Small words between two capitals: `Câmara Municipal do Porto`."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text; token positions inclusive; `kind` is name, organisation or place."""

    first: int
    last: int
    words: tuple[str, ...]
    kind: str


def names(tokens: Sequence[Token], known_words: Collection[str], language: str = "en") -> list[Name]:
    """Names among the tokens of one sentence. `known_words`: folded words that the evidence uses as names."""
    words = [token.low for token in tokens if token.kind == "word"]
    if all(word in SIGN_OFFS or word in GREETINGS for word in words):
        return []
    found: list[Name] = []
    position = 0
    while position < len(tokens):
        if not _starts(tokens, position, known_words, language):
            position += 1
            continue
        last = _extent(tokens, position)
        found.extend(_named(tokens, position + _only_capital(tokens, position, last, known_words), last))
        position = last + 1
    return found


def _starts(tokens: Sequence[Token], position: int, known_words: Collection[str], language: str) -> bool:  # noqa: PLR0911
    token = tokens[position]
    if token.kind != "word" or not any(sign.isupper() for sign in token.text):
        return False
    if len(token.text) == 1 and position and tokens[position - 1].text == "°":
        return False
    if _acts_as_one(tokens, position, language) or (language == "en" and called_in_full(tokens, position)):
        return True
    if _small(token) and not (token.text.isupper() and len(token.text) > 1):
        return False
    unknown = token.low not in known_words and language == "en"
    if _no_name(tokens, position) or (unknown and in_passing(tokens, position)):
        return False
    if token.low in known_words:
        return True
    if len(token.text) == 1 and token.text != "I" and position + 1 < len(tokens) and tokens[position + 1].text == ".":
        return True
    if not token.text[0].isupper():
        return not token.text[1:].islower()
    if language == "de" and not _german_name(tokens, position):
        return False
    return not _opens_sentence(tokens, position) or (language == "en" and _unlike_word(tokens, position))


def _acts_as_one(tokens: Sequence[Token], position: int, language: str) -> bool:
    """`D says`, `Will paid`: an initial or a word that is somebody's name by what stands beside it."""
    token = tokens[position]
    if len(token.text) == 1 and token.text not in "IA" and _acts(tokens, position + 1):
        return True
    word = language == "en" and token.low in _WORDS_AND_NAMES and token.capital
    return word and _stands_for_one(tokens, position)


def _no_name(tokens: Sequence[Token], position: int) -> bool:
    """`forgive my French`, months and numbers in words, a title before a name."""
    low, last = tokens[position].low, position + 1 >= len(tokens)
    spoken = low in DEMONYMS and position > 0 and tokens[position - 1].low in ("my", "our")
    plain = _plain(tokens[position]) and not _called_like_a_month(tokens, position)
    return spoken or plain or is_number_word(low) or (low in TITLES and not last)


_MONTHS_AND_NAMES = split_words("jan jun june may april august mai avril")
_TO_SOMEBODY = split_words("thank thanks met meet told tell asked ask with dear hi hello hey")
_DOES = split_words(
    "paid said asked told gave lent offered promised showed brought sent taught wants thinks says knows likes loves "
    "hates needs runs works lives lends offers thinks refused agreed helped made built wrote bought sold taught "
    "introduced suggested forgot laughed came went left moved joined won lost found keeps plays sings teaches"
)
"""What somebody does, and no month or thing."""


_WORDS_AND_NAMES = split_words("will may grace hope joy faith dawn sky mark bill rose pat art guy frank")
"""Modal verbs and common words, which are somebody's name where that somebody does something: `Will paid`."""


def _stands_for_one(tokens: Sequence[Token], position: int) -> bool:
    """`Will paid`, `thank Will for it`, `to Ann and May`: a name by what stands beside it."""
    if position + 1 < len(tokens) and tokens[position + 1].low in _DOES:
        return True
    return tokens[position].low in FUNCTION and _spoken_of(tokens, position)


def _spoken_of(tokens: Sequence[Token], position: int) -> bool:
    before = [token.low for token in tokens[max(0, position - 2) : position]]
    joined = len(before) > 1 and before[1] == "and" and tokens[position - 2].capital and before[0] not in CALENDAR
    return bool(before) and (before[-1] in _TO_SOMEBODY or joined or before == ["hello", "to"])


def _called_like_a_month(tokens: Sequence[Token], position: int) -> bool:
    """`Jan paid for the wood`, `thank June for it`, `Jan Novák`: somebody, and no date."""
    if tokens[position].low not in _MONTHS_AND_NAMES:
        return False
    before = tokens[position - 1] if position else None
    after = [*tokens[position + 1 : position + 3], None, None]
    if (before is not None and before.kind == "number") or (after[0] is not None and after[0].kind == "number"):
        return False
    acting = after[1] if after[0] is not None and after[0].low in ("also", "just", "never", "always") else after[0]
    if acting is not None and acting.low in _DOES:
        return True
    last = after[0] is not None and after[0].capital and not known(after[0].low) and after[0].low not in CALENDAR
    return last or _spoken_of(tokens, position)


def _only_capital(tokens: Sequence[Token], first: int, last: int, known_words: Collection[str]) -> int:
    """1 for `Whatever Nils builds`, `Unless Nils`: a plain word at the head of a sentence before a noted name."""
    low = tokens[first].low
    if first == last or low in known_words or tokens[first + 1].low not in known_words or called_in_full(tokens, first):
        return 0
    plain = _opens_sentence(tokens, first) and not tokens[first].text[1:2].isupper() and not given_name(low)
    return int(plain and known(low) and low not in _TITLED and low not in ORGANISATION_LEADS)


_TITLED = TITLES | split_words("saint st lake mount port new north south east west upper lower old great little")
"""What belongs to the name behind it."""


def _small(token: Token) -> bool:
    """A function word, a contraction of one (`there'll`), or a distributive at the head of a sentence."""
    low, mark, rest = token.low.partition("'")
    contracted = bool(mark) and rest in ("ll", "d", "ve", "re") and low in FUNCTION
    return token.low in FUNCTION or low == "every" or contracted


def _acts(tokens: Sequence[Token], position: int) -> bool:
    """`D says`, `D's calm`: an initial that does something, which only a person's does."""
    if position >= len(tokens):
        return False
    low = tokens[position].low
    verbs = forms(low).get("VERB", ())
    return low == "'s" or (bool(verbs) and verbs[0] != low) or low in ("will", "has", "is", "was", "would")


def _plain(token: Token) -> bool:
    """Months, greetings, `LinkedIn`, a role in capitals: capital letters that name nobody."""
    return (
        token.low in CALENDAR
        or any(part in CALENDAR for part in token.low.split("-")[1:])
        or token.low in HARMLESS_NAMES
        or (token.low in GREETINGS and token.low not in ("may",))
    )


def _opens_sentence(tokens: Sequence[Token], position: int) -> bool:
    before = [token for token in tokens[:position] if token.kind == "word" or token.text in ':.?!–—•*"“']
    return not before or before[-1].text in ':.?!–—•*"“'


def _unlike_word(tokens: Sequence[Token], position: int) -> bool:
    """At the head of a sentence a capital proves nothing: ask the dictionary, then the neighbour."""
    token = tokens[position]
    if any(sign.isupper() for sign in token.text[1:]):
        return True
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    kin = following is not None and following.text in ",(" and kin_follows(tokens, position + 2)
    if kin and (given_name(token.low) or not known(token.low)):
        return True
    neighbour = following is not None and following.capital and not _plain(following) and following.low not in FUNCTION
    if token.low in ROLE_HEADS or token.low in SIGN_OFFS or token.low in _PLAIN_WORDS:
        return False
    parts = token.low.split("-")
    gerund = token.low.endswith("ing") and len(token.low) > 7
    compound = gerund or token.low.endswith(_WORD_ENDS) or (len(parts) > 1 and all(map(known, parts)))
    if following is not None and known(token.low) and given_name(token.low) and _of_a_person(following):
        return True
    if neighbour and following is not None and given_name(token.low) and not known(following.low):
        return True
    return not (known(token.low) or compound) or (neighbour and not _is_verbal(token.low))


_PLAIN_WORDS = frozenset(("life", "bye", "cheerio", "ciao", "bless", "ta"))
"""Words that open a sentence more often than they are somebody's name."""
_WORD_ENDS = ("less", "ness", "ful", "tion", "ism", "ment", "ology")
"""Ends of words that a dictionary may lack and that no name has."""


def _of_a_person(token: Token) -> bool:
    """What follows a doer: `'s`, or a verb that can only follow one person, as in `Tom runs`."""
    verb = forms(token.low).get("VERB", (token.low,))[0]
    being = token.low in ("'s", "(", "is", "was", "has", "doesn't", "didn't", "from")
    return being or token.low in _DOES or (token.low.endswith("s") and verb != token.low)


def _is_verbal(low: str) -> bool:
    kinds = forms(low)
    return "VERB" in kinds or "ADJ" in kinds or "ADV" in kinds


_GERMAN_ENDS = ("ung", "heit", "keit", "schaft", "tion", "tat", "nis", "tum", "chen", "ung", "ungen", "heiten")


_GERMAN_KIN = split_words(
    "sohn tochter mann frau bruder schwester kollege kollegin chef chefin freund freundin kunde kundin nachbar "
    "nachbarin mutter vater enkel enkelin"
)


def _german_name(tokens: Sequence[Token], position: int) -> bool:
    """German writes every noun with a capital: take only what stands where names stand."""
    token = tokens[position]
    before = tokens[position - 1].low if position else ""
    if token.low in PLACES or any(sign.isupper() for sign in token.text[1:]):
        return True
    if token.low.endswith(_GERMAN_ENDS) or known(token.low):
        return False
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if before in TITLES or before in GREETINGS or before in _GERMAN_KIN:
        return True
    return following is not None and following.low in ORGANISATION_MARKS


def _extent(tokens: Sequence[Token], first: int) -> int:
    """The last token of the name that starts at `first`: capitals, and small links between two capitals."""
    last = first + called_in_full(tokens, first)
    while last + 1 < len(tokens):
        token = tokens[last + 1]
        if (token.capital and not _breaks(token) and tokens[last].text != "I") or (
            token.kind == "number"
            and len(token.text) <= 4
            and token.start - tokens[last].end == 1
            and _numbered(tokens, last + 1)
        ):
            last += 1
        elif (
            token.low in _STRONG_LINKS
            and not (token.low in ("of", "de") and _full_name(tokens, first, last))
            and last + 2 < len(tokens)
            and tokens[last + 2].capital
            and not _breaks(tokens[last + 2])
        ):
            last += 2
        elif (
            token.low in ("de", "van", "von", "of")
            and last + 3 < len(tokens)
            and tokens[last + 2].low in LINKS
            and tokens[last + 3].capital
        ):
            last += 3
        else:
            break
    return last


def _full_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """`Rosa Quintero` before `of Café Norte`: two words that no dictionary knows are a person, not a half name."""
    words = [token.low for token in tokens[first : last + 1]]
    return (
        len(words) == 2
        and not known(words[1])
        and not (words[0] in ROLE_HEADS or any(word in ORGANISATION_MARKS | PLACES for word in words))
    )


def _numbered(tokens: Sequence[Token], position: int) -> bool:
    """`EuroPython 2024`: the year is part of the name; `Anna 3 times` is not."""
    return len(tokens[position].text) == 4 and tokens[position].text[:2] in ("19", "20")


def _breaks(token: Token) -> bool:
    return (token.low in FUNCTION and not token.text.isupper()) or token.low in CALENDAR or token.text == "I"


def _named(tokens: Sequence[Token], first: int, last: int) -> list[Name]:
    """The name from `first` to `last`, without plain words at its head, and with a trailing year cut off."""
    while (
        first < last
        and _opens_sentence(tokens, first)
        and not tokens[first].text.isupper()
        and _is_opening(tokens[first].low)
        and not called_in_full(tokens, first)
    ):
        first += 1
    full = called_in_full(tokens, first)
    while not full and first < last and tokens[first].low in _RANKS and tokens[first + 1].capital:
        first += 1
    while last > first and tokens[last].low in LINKS:
        last -= 1
    end = last - 1 if tokens[last].kind == "number" and last > first else last
    words = tuple(token.low for token in tokens[first : end + 1] if token.kind != "symbol" and token.low not in LINKS)
    if words[:1] in (("eve",), ("day",)) and [token.low for token in tokens[max(0, first - 2) : first]] == [
        "year",
        "'s",
    ]:
        return []
    if words in (("new", "year"), ("new", "years"), ("new", "year's")) or tokens[first].low.startswith("x-ray"):
        return []
    if not words or (
        not full and all(word in ROLE_HEADS or word in ROLE_MODIFIERS for word in words) and not _short(tokens[first])
    ):
        return []
    return [Name(first, end, words, _kind(tokens, first, words))]


_RANKS = split_words(
    "captain chef coach pastor rabbi imam sergeant colonel councillor mayor minister bishop uncle aunt"
)
"""Said before a name, and no part of it: `Captain Lagou`."""


def _short(token: Token) -> bool:
    return token.text.isupper() and len(token.text) <= 5


def _is_opening(low: str) -> bool:
    courtesy = low in SIGN_OFFS or low in GREETINGS
    return low.removeprefix("ex-") in KIN | COMPANIONS or courtesy or (_is_verbal(low) and known(low))


def _kind(tokens: Sequence[Token], first: int, words: tuple[str, ...]) -> str:
    before = tokens[first - 1].low if first else ""
    if before == "the" and first > 1:
        before = tokens[first - 2].low
    if any(token.text == "&" for token in tokens[first : first + 2 * len(words)]) and len(words) > 1:
        return "organisation"
    if words[-1] in ORGANISATION_MARKS or words[0] in (
        "university",
        "bank",
        "ministry",
        "hospital",
        "institute",
        "museum",
    ):
        return "organisation"
    placed = (words[-1] in PLACES or words[0] in PLACES or " ".join(words) in _MULTI_PLACES) and len(words) <= 2
    if placed and not (before not in _AT_A_PLACE and _called_like_a_place(tokens, first, words)):
        return "place"
    if before in ("in", "near", "aus", "nach") or (before in ("from", "to") and words[0] in PLACES):
        return "place"
    if before in ORGANISATION_LEADS and before not in ("for", "with", "by"):
        return "organisation"
    return "name"


PLACES_AND_NAMES = split_words(
    "sofia florence paris victoria sydney charlotte adelaide georgia austin chelsea madison jordan israel lourdes "
    "valencia santiago lincoln savannah india kenya chad dallas milan roman lorraine verona carolina virginia petra "
    "lima vienna asia alexandria catalina trinidad constance phoenix brooklyn houston ireland cheyenne dakota montana "
    "alma medina cordoba leon salvador guadalupe mercedes loreto regina luxor odessa eden kent devon chester"
)
"""Places that people are called after."""
_AT_A_PLACE = frozenset(("in", "near", "at", "from", "to", "of", "aus", "nach", "for"))


def _called_like_a_place(tokens: Sequence[Token], first: int, words: tuple[str, ...]) -> bool:
    """`Sofia Lindqvist`, `Florence runs the club`: a given name that is a town's, too."""
    if " ".join(words) in _MULTI_PLACES or words[0] not in PLACES_AND_NAMES:
        return False
    if len(words) > 1:
        return words[1] not in PLACES and not known(words[1])
    after = tokens[first + 1].low if first + 1 < len(tokens) else ""
    return after == "from" or after in _DOES


_MULTI_PLACES = frozenset(
    ("new york", "new zealand", "south africa", "south korea", "san francisco", "los angeles", "sao paulo",
     "rio janeiro",
     "buenos aires", "cape town", "hong kong", "tel aviv", "addis ababa", "costa rica", "sri lanka",
     "saudi arabia", "the hague",
     "new delhi", "ho chi minh city", "mexico city", "abu dhabi", "san diego", "santa fe", "united states",
     "united kingdom")
)  # fmt: skip


@lru_cache(maxsize=1)
def _nicknamer() -> object:
    from nicknames import NickNamer

    return NickNamer()


_MORE_NICKNAMES = {
    "sasha": "alexander alexandra aleksandr aleksandra", "sascha": "alexander",
    "alex": "alexander alexandra alejandro alejandra aleksander",
    "ale": "alessandro alessandra alejandra", "pepe": "jose", "paco": "francisco", "nacho": "ignacio",
    "lupe": "guadalupe",
    "chuy": "jesus", "kasia": "katarzyna", "gosia": "malgorzata", "ania": "anna", "tomek": "tomasz", "kuba": "jakub",
    "misha": "mikhail michael", "dima": "dmitri dmitry", "kolya": "nikolai", "vanya": "ivan", "katya": "ekaterina",
    "olya": "olga",
    "hansi": "johannes hans", "hannes": "johannes", "uli": "ulrich ulrike", "steffi": "stefanie",
    "basti": "sebastian", "flo": "florian florence",
    "joschi": "joachim", "jo": "johanna joanna josephine", "fede": "federico federica", "beppe": "giuseppe",
    "nico": "nicolas nicola nicholas",
    "seba": "sebastian", "santi": "santiago", "xavi": "xavier", "jojo": "joseph",
    "manu": "manuel manuela emmanuel", "raj": "rajesh rajiv rajesh",
    "priy": "priya", "siddhu": "siddharth", "sid": "siddharth sidney", "vicky": "victoria vikram",
    "mo": "mohammed mohamed muhammad",
    "hamid": "abdelhamid", "abdi": "abdirahman", "temi": "temitope", "tolu": "toluwani tolulope",
    "ngozi": "ngozichukwu", "chidi": "chidiebere",
    "tunde": "babatunde", "kemi": "oluwakemi", "sal": "salvatore sally", "gio": "giovanni giorgio",
    "matti": "matthias", "niki": "nikolaos nikita",
}  # fmt: skip


@lru_cache(maxsize=4096)
def same_first_name(one: str, other: str) -> bool:
    """`Bob` is `Robert`, `Kasia` is `Katarzyna`, `Theo` is `Theodora`; `Anna` is not `Anne`."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if 3 <= len(shorter) <= 4 and longer.startswith(shorter) and len(longer) - len(shorter) >= 2:
        return True
    if other in _MORE_NICKNAMES.get(one, "").split() or one in _MORE_NICKNAMES.get(other, "").split():
        return True
    namer: object = _nicknamer()
    nicknames_of = namer.nicknames_of  # type: ignore[attr-defined]
    return other in nicknames_of(one) or one in nicknames_of(other)


@lru_cache(maxsize=16_384)
def given_name(word: str) -> bool:
    """A given name that has short forms or is one: `tom`, `thomas`."""
    namer: object = _nicknamer()
    return bool(namer.canonicals_of(word) or namer.nicknames_of(word))  # type: ignore[attr-defined]


@lru_cache(maxsize=16_384)
def first_name_forms(name: str) -> frozenset[str]:
    """The name and the longer ones that it may stand for, in lower case: `bob` gives `robert` and `bobby` too."""
    canonicals: set[str] = _nicknamer().canonicals_of(name)  # type: ignore[attr-defined]
    return frozenset({name, *canonicals, *_MORE_NICKNAMES.get(name, "").split()})
