"""Names of people where a sentence of rough notes says them, and how: somebody met, somebody it is about, or only in
passing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coach.domain.checking.english import forms, known
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import (
    CALENDAR,
    FUNCTION,
    GREETINGS,
    HARMLESS_NAMES,
    ORGANISATION_MARKS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
    TITLES,
)
from coach.domain.checking.names import Name, given_name, names
from coach.domain.checking.people import RELATIONS, People, is_person
from coach.domain.checking.tokens import Token, tokenize

_MEETING = frozenset(
    """met talked spoke sat chatted chat ran bumped caught talk lunch dinner coffee tea beer beers drink drinks
    breakfast call meeting walk conversation saw seen greeted hugged walked stood danced sang played joined queued
    shared visited welcomed hung ate zoom demo session interview ride train bus taxi""".split()
)
_TOWARDS = frozenset(
    ("with", "to", "into", "by", "beside", "behind", "opposite", "next", "near", "up", "and", "&", "+")
)
_CALLED = frozenset(("called", "named"))
_SOMEBODY = frozenset(
    """guy man woman lady person girl boy kid student colleague colleagues friend friends neighbour neighbor mate
    couple people organisers organizers hosts founders twins team crew brothers sisters""".split()
)
_NOT_AT = frozenset(("at", "from", "in", "of", "off", "for", "near", "on", "via", "@", "using", "through"))
_OUT_OF_SIGHT = frozenset(
    """to with for by of about and or her his their my our knows know told like than from mit von an für zu bei und
    intro introduce connect as after before whose""".split()
)
_DELIMITERS = frozenset((",", "(", ":", "-", "–", "—", "/", "|", "=", "→", "@", "?", "!", ";", "."))

NOT_NAMES = frozenset(
    """
    I The A An And But Then Also After Before Later Today Yesterday Tomorrow This That There Here
    We He She They It His Her Their My Our Some Someone Nobody Everybody Who What When Where How Why
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December At In On With For From To Abends Morgens Mittags Heute
    Gestern Er Sie Es Wir Ich Ihr Sein Ihre Seine Der Die Das Ein Eine Und Aber Dann Mit Bei Auf Im Am
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
    Todo TODO Idee Fazit Notiz Notizen Thema Frage Termin Aufgabe Orga Info PS NB FYI TLDR Dear Hi Hello Hallo
    """.split()
)
"""Words with a capital that name nobody, at the head of a line or anywhere."""
_ENTRIES = frozenset((",", "(", ":", "-", "–", "—", "/", "|", "=", "→", "@"))


@dataclass(frozen=True)
class Mention:
    """A person's name as typed. `start`, `end`: where, in characters. `met`: the sentence is about them, or tells that
    they were met; else they are only spoken of. `head`: their name opens the line;
    `entry`: with a sign behind it, as in a list of people."""

    name: str
    start: int
    end: int
    met: bool
    head: bool = False
    entry: bool = False


def mentions(text: str, *, opens: bool, named_before: Collection[str] = (), language: str = "en") -> list[Mention]:
    """The people whom a sentence names, in order. `opens`: it begins a line. `named_before`: first names in lower case
    of people known already."""
    tokens = tokenize(text)
    small = language == "en" and _all_small(text)
    found: list[Mention] = []
    for name in _names(tokens, named_before, language, small=small):
        if any(one.start <= tokens[name.first].start < one.end for one in found):
            continue
        how = _how(tokens, name, opens=opens, before=named_before, found=found, small=small)
        if how is not None:
            met, head = how
            last = _with_nickname(tokens, name)
            start, end = tokens[name.first].start, tokens[last].end
            words = [
                token.text
                for token in tokens[name.first : last + 1]
                if token.kind == "word" and not _quoted(tokens, token)
            ]
            said = " ".join(words)
            entry = head and (last + 1 >= len(tokens) or tokens[last + 1].text in _ENTRIES)
            found.append(Mention(said.title() if small and said.islower() else said, start, end, met, head, entry))
    return found


def _all_small(text: str) -> bool:
    """Whether a sentence is typed without capitals, so that a name has none either."""
    return not any(sign.isupper() for sign in text.replace("I", ""))


def _names(tokens: Sequence[Token], before: Collection[str], language: str, *, small: bool) -> list[Name]:
    if not small:
        return [one for name in names(tokens, before, language) for one in _couple(tokens, name) if one.kind == "name"]
    found = []
    for position, token in enumerate(tokens):
        if found and position <= found[-1].last:
            continue
        if token.kind == "word" and _may_be_small_name(token.low, before):
            last = position
            while last + 1 < len(tokens) and tokens[last + 1].kind == "word" and _surname(tokens[last + 1].low):
                last += 1
            found.append(Name(position, last, tuple(one.low for one in tokens[position : last + 1]), "name"))
    return found


def _couple(tokens: Sequence[Token], name: Name) -> list[Name]:
    """`Rosa & Miguel` are two, where both are first names, or nobody's words."""
    at = next((p for p in range(name.first, name.last + 1) if tokens[p].text in ("&", "+")), 0)
    first, second = tokens[name.first].low, tokens[min(at + 1, name.last)].low
    if (
        not at
        or set(name.words) & ORGANISATION_MARKS
        or any(known(low) and not given_name(low) for low in (first, second))
    ):
        return [name]
    sides = ((name.first, at - 1), (at + 1, name.last))
    return [Name(one, other, tuple(token.low for token in tokens[one : other + 1]), "name") for one, other in sides]


def _may_be_small_name(low: str, before: Collection[str]) -> bool:
    if low in before:
        return True
    if low in FUNCTION or low in CALENDAR or low in HARMLESS_NAMES or len(low) < 3 or low in ROLE_HEADS:
        return False
    return (given_name(low) and not forms(low).get("VERB")) or (not known(low) and low.isalpha() and not is_place(low))


def _surname(low: str) -> bool:
    return low.isalpha() and len(low) > 2 and not known(low) and low not in FUNCTION and low not in CALENDAR


def _quoted(tokens: Sequence[Token], token: Token) -> bool:
    at = tokens.index(token)
    return bool(at) and tokens[at - 1].text in _QUOTES and at + 1 < len(tokens) and tokens[at + 1].text in _QUOTES


_QUOTES = frozenset("\"'“”‘’„")


def _with_nickname(tokens: Sequence[Token], name: Name) -> int:
    """The last token of `Oluwaseun "Seun" Adebayo`, where a nickname stands inside the name."""
    last = name.last
    rest = tokens[last + 1 : last + 5]
    if len(rest) >= 4 and rest[0].text in _QUOTES and rest[1].capital and rest[2].text in _QUOTES and rest[3].capital:
        last += 4
        while last + 1 < len(tokens) and tokens[last + 1].capital and tokens[last + 1].low not in FUNCTION:
            last += 1
    return last


def _how(
    tokens: Sequence[Token],
    name: Name,
    *,
    opens: bool,
    before: Collection[str],
    found: Sequence[Mention],
    small: bool,
) -> tuple[bool, bool] | None:
    """(met, head), or None where the name is nobody's."""
    lead = _lead(tokens, name)
    if not _somebody(tokens, name, lead, before, small=small, opens=opens, found=found):
        return None
    head = opens and not lead and _ends_a_head(tokens, name)
    if head:
        return True, True
    if _joined(tokens, name, found):
        return found[-1].met, False
    low = lead[-1] if lead else ""
    if low in _CALLED or low in ("w/",) or _met_before(lead):
        return True, False
    if {*lead[-3:]} & RELATIONS and {*lead[-4:]} & {"her", "his", "their", "my", "our", "'s"}:
        return False, False
    apposed = low == "," and {"her", "his", "their", "my", "our", "the", "a", "an"} & {*lead[-6:-1]}
    if low in _OUT_OF_SIGHT or apposed:
        return False, False
    return _acts(tokens, name, lead), False


def _lead(tokens: Sequence[Token], name: Name) -> list[str]:
    """The words before a name, without its titles."""
    lead = [token.low for token in tokens[: name.first] if token.kind == "word" or token.text in "(:,;-–—/&+@"]
    while lead and lead[-1].rstrip(".") in TITLES:
        lead.pop()
    return lead


def _met_before(lead: Sequence[str]) -> bool:
    """`met`, `ran into`, `coffee with`, `talked for an hour to`: the writer was with whoever is named next."""
    words = [low for low in lead if low not in _SIGNS]
    if not words:
        return False
    if words[-1] in ("met", "saw", "greeted", "visited", "joined"):
        return True
    return words[-1] in _TOWARDS and bool(_MEETING & set(words[-7:]))


_SIGNS = frozenset("(:,;-–—/&+@")


def _joined(tokens: Sequence[Token], name: Name, found: Sequence[Mention]) -> bool:
    """`Rosa & Miguel`, `Pieter, Marloes`: in one list with the one before."""
    if not found or not name.first:
        return False
    between = [token.low for token in tokens[: name.first] if token.start >= found[-1].end]
    listed = 0 < len(between) <= 2 and all(low in ("and", "&", "+", ",", "und") for low in between)
    return listed and (between[0] != "," or len(between) > 1 or not found[-1].head)


def _ends_a_head(tokens: Sequence[Token], name: Name) -> bool:
    """Behind a name that opens a line: a sign, what only a person does, a place to be from, or nothing."""
    last = _with_nickname(tokens, name)
    if last + 1 >= len(tokens):
        return True
    after = tokens[last + 1]
    return after.text in _DELIMITERS or after.low in _BEHIND or _said_of_one(after.low)


_BEHIND = frozenset(
    """from of at who again and & + is was has had will wants works runs leads owes knows himself herself also too 's
    asked told said says promised offered with then still now said can could would won't doesn't""".split()
)


def _said_of_one(low: str) -> bool:
    kinds = forms(low)
    return "VERB" in kinds and kinds["VERB"][0] != low and not low.endswith("ing")


def _acts(tokens: Sequence[Token], name: Name, lead: Sequence[str]) -> bool:
    """`Kenji from NTT wants`, `Marco himself was there`: a subject, at the head of a clause."""
    starts = not lead or lead[-1] in (
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
        "(",
        "and",
        "but",
        "then",
        "also",
        "later",
        "so",
        "when",
    )
    if not starts or name.last + 1 >= len(tokens):
        return False
    after = tokens[name.last + 1]
    return after.low in _BEHIND or _said_of_one(after.low) or after.text in "(,–—-"


def _somebody(  # noqa: PLR0911
    tokens: Sequence[Token],
    name: Name,
    lead: Sequence[str],
    before: Collection[str],
    *,
    small: bool,
    opens: bool,
    found: Sequence[Mention],
) -> bool:
    """Whether a name is a person's."""
    first = name.words[0]
    if tokens[name.first].text in NOT_NAMES:
        return False
    if first in before:
        return True
    if set(name.words) & ORGANISATION_MARKS or (len(name.words) == 1 and is_place(first) and not given_name(first)):
        return False
    if all(word in ROLE_HEADS | ROLE_MODIFIERS for word in name.words) or first in GREETINGS:
        return False
    low = lead[-1] if lead else ""
    met = _met_before(lead) or low in _CALLED
    titled = bool(name.first) and tokens[name.first - 1].low.rstrip(".") in TITLES
    if small:
        head = opens and not lead and name.last + 1 < len(tokens) and tokens[name.last + 1].text in _DELIMITERS
        joined = _joined(tokens, name, found)
        return met or head or joined or (given_name(first) and low not in _NOT_AT and not known(first))
    shout = tokens[name.first].text
    if low in _NOT_AT or (low == "the" and not met) or (shout.isupper() and len(shout) > 1):
        return False
    if met or titled or is_person(tokens, name, People()):
        return True
    if len(name.words) > 1 and not given_name(first) and all(map(known, name.words)):
        return False
    if _joined(tokens, name, found):
        return True
    plain = known(first) and not given_name(first)
    if plain:
        return False
    if opens and not lead:
        return _ends_a_head(tokens, name)
    if low in ("(",) and _somebody_before(lead):
        return True
    return given_name(first) or _acts(tokens, name, lead) or low in _ASKED


_ASKED = frozenset("ask asked tell told call called write mail email ping introduce intro thank thanks meet".split())


def _somebody_before(lead: Sequence[str]) -> bool:
    """`the organisers (Pieter, …`."""
    return len(lead) > 1 and lead[-2] in _SOMEBODY
