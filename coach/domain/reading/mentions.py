"""Names of people where a sentence of rough notes says them, and how: somebody met, somebody it is about, or only in
passing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coach.domain.checking.english import forms, known
from coach.domain.checking.language import small_words
from coach.domain.checking.lexicon import (
    COMPANIONS,
    FUNCTION,
    KIN,
    ORGANISATION_MARKS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
    TITLES,
)
from coach.domain.checking.names import Name, given_name, names
from coach.domain.checking.tokens import Token, tokenize
from coach.domain.reading.given import is_given
from coach.domain.reading.persons import is_somebody
from coach.domain.reading.persons_small import may_be_small_name, may_be_small_surname
from coach.domain.reading.roles import is_role
from coach.domain.reading.seen import (
    ASKED,
    BEHIND,
    GOING_ON,
    KINDRED,
    NOT_NAMES,
    QUOTES,
    Seen,
    acts,
    acts_behind_an_adverb,
    ends_a_head,
    goes_on,
    is_a_thing,
    is_met,
    is_somebodys,
    is_the_subject,
    joined,
    lead_of,
    said_of_one,
)

_OUT_OF_SIGHT = frozenset(
    """to with for by of about and or her his their my our knows know told like than from mit von an für zu bei und
    intro introduce connect as after before whose""".split()
)
_THERE = frozenset("came joined turned showed".split())
"""`her husband Emeka | came over`."""
_WORK_WORDS = ROLE_HEADS | ROLE_MODIFIERS | COMPANIONS | KIN | TITLES
_ENTRIES = frozenset((",", "(", ":", "-", "–", "—", "/", "|", "=", "→", "@"))


@dataclass(frozen=True)
class Mention:
    """A person's name as typed. `start`, `end`: where, in characters. `met`: the sentence is about them, or tells that
    they were met; else they are only spoken of. `head`: their name opens the line; `entry`: with a sign behind it, as
    in a list of people. `called`: a nickname that stands inside the name."""

    name: str
    start: int
    end: int
    met: bool
    head: bool = False
    entry: bool = False
    called: str = ""


def mentions(
    text: str, *, opens: bool, named_before: Collection[str] = (), language: str = "en", title: bool = False
) -> list[Mention]:
    """The people whom a sentence names, in order. `opens`: it begins a line; `title`: it is the first line of several.
    `named_before`: first names in lower case of people known already."""
    tokens = tokenize(text)
    small = all_small(text)
    found: list[Mention] = []
    for name in _names(tokens, named_before, language, small=small):
        seen = Seen(
            tokens,
            name,
            lead_of(tokens, name.first),
            opens,
            named_before,
            small,
            language == "de",
            found[-1].end if found else -1,
            bool(found) and found[-1].head,
            title,
        )
        if tokens[name.first].start >= seen.last_end and is_somebody(seen) and not is_a_thing(seen):
            found.append(_mention(seen, found))
    return found


def _mention(seen: Seen, found: Sequence[Mention]) -> Mention:
    tokens, first, last = seen.tokens, seen.name.first, seen.end
    inside = [at for at in range(first, last + 1) if tokens[at].text in QUOTES or tokens[at].text in "()"]
    nickname = range(inside[0], inside[-1] + 1) if inside else range(0)
    words = [tokens[at].text for at in range(first, last + 1) if tokens[at].kind == "word" and at not in nickname]
    said = " ".join(words)
    head = seen.opens and not seen.lead and ends_a_head(seen)
    return Mention(
        said.title() if seen.small and (said.islower() or (said.isupper() and len(said) > _INITIALS)) else said,
        tokens[first].start,
        tokens[last].end,
        head or _met(seen, found),
        head,
        head and (seen.after is None or seen.after.text in _ENTRIES),
        " ".join(tokens[at].text for at in nickname if tokens[at].kind == "word"),
    )


def _met(seen: Seen, found: Sequence[Mention]) -> bool:
    if joined(seen):
        return found[-1].met
    if goes_on(seen):
        return True
    if is_met(seen) or is_the_subject(seen):
        return True
    if is_somebodys(seen) or seen.before in _OUT_OF_SIGHT:
        return seen.after is not None and seen.after.low in _THERE and seen.before not in _OUT_OF_SIGHT - {"my"}
    return not seen.lead or acts(seen) or seen.before in ("+", "was", "also", "dann", "danach", "dazu", "endlich")


def all_small(text: str) -> bool:
    """Whether a sentence is typed without capitals, so that a name has none either; `DO IT` and `NGO` do not count. In
    one that is shouted throughout, capitals tell nothing either."""
    return not any(found[0].isupper() for found in _CAPITAL.finditer(text))


_INITIALS = 3
_CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ](?=[^\W\d_A-ZÀ-Þ])")


def _names(tokens: Sequence[Token], before: Collection[str], language: str, *, small: bool) -> list[Name]:
    if small:
        return _small_names(tokens, before, language)
    if language == "de":
        return _runs(tokens)
    head = [Name(0, 0, (tokens[0].low,), "name")] if _is_a_word_too(tokens) else _like_a_month(tokens)
    found = [
        one for name in [*head, *names(tokens, before, language)] for one in _couple(tokens, name) if one.kind == "name"
    ]
    return [_whole(tokens, _without_a_task(tokens, name)) for name in found]


_BEHIND_A_BEARER = BEHIND - {"of", "with", "and", "at", "again", "also", "still", "then", "now"}
"""What follows a name and seldom the word that it is as well."""


def _is_a_word_too(tokens: Sequence[Token]) -> bool:
    """`Pat from the altos`, `Mark has moved`: at the head of a sentence, a given name that is a word as well."""
    if len(tokens) < 4 or not tokens[0].capital:
        return False
    if [token.low for token in tokens[1:4:2]] == ["(", "/"] and tokens[2].low in ("they", "she", "he"):
        return True
    given = known(tokens[0].low) and given_name(tokens[0].low)
    return given and (tokens[1].low in _BEHIND_A_BEARER or acts_behind_an_adverb(tokens, 1))


def _like_a_month(tokens: Sequence[Token]) -> list[Name]:
    """`And Jun Park, student`: a given name that is a month's too, before a surname that is a word, with what they are
    behind it."""
    at = 1 if tokens and tokens[0].low in GOING_ON else 0
    if len(tokens) < at + 4 or tokens[at].low not in _MONTHS_TOO or tokens[at + 2].text not in (",", "("):
        return []
    if not (tokens[at].capital and tokens[at + 1].capital) or tokens[at + 1].text.isupper():
        return []
    behind = tokens[at + 3 :]
    end = next((place for place, token in enumerate(behind) if token.text in _CLOSING), len(behind))
    role = is_role(" ".join(token.text for token in behind[:end]))
    return [Name(at, at + 1, (tokens[at].low, tokens[at + 1].low), "name")] if role else []


_MONTHS_TOO = frozenset("jan jun june april may august mai avril".split())
_CLOSING = frozenset(",.;:)(-–—/|")


def _without_a_task(tokens: Sequence[Token], name: Name) -> Name:
    """`Drop Hyun-woo a line`, `Telephone Anatole`: what is to be done is no part of the name; nor is `Und`, in a
    German sentence among English ones."""
    if name.first == 0 and name.last and tokens[0].low in ("und", "aber", "dann"):
        return Name(1, name.last, name.words, name.kind)
    if len(name.words) > 1 and name.first == 0 and name.words[0] in ASKED:
        return Name(1, name.last, name.words[1:], name.kind)
    return name


def _whole(tokens: Sequence[Token], name: Name) -> Name:
    """`Precious Okafor` at the head of a sentence: a word that is a name too, before a surname that no dictionary
    knows."""
    lone = name.first == 1 and len(name.words) == 1 and tokens[0].capital and not known(name.words[0])
    if not lone or tokens[0].low in FUNCTION or tokens[0].text in NOT_NAMES or tokens[0].low in _WORK_WORDS:
        return name
    kinds = forms(tokens[0].low)
    adverb = "ADV" in kinds and not {"NOUN", "ADJ"} & kinds.keys()
    if adverb or said_of_one(tokens[0].low) or tokens[0].low in ASKED or tokens[0].low.endswith(("ing", "ed")):
        return name
    return Name(0, name.last, (tokens[0].low, *name.words), "name")


def _small_names(tokens: Sequence[Token], before: Collection[str], language: str) -> list[Name]:
    found: list[Name] = []
    loud = not any(sign.islower() for token in tokens for sign in token.text)
    for position, token in enumerate(tokens):
        if found and position <= found[-1].last:
            continue
        shouted = token.text.isupper() and len(token.text) > 1 and not loud
        if token.kind == "word" and not shouted and may_be_small_name(token.low, before, language):
            last = position
            while last + 1 < len(tokens) and _goes_on(tokens, last + 1, language):
                last += 1
            last += _is_an_initial(tokens, last + 1)
            found.append(Name(position, last, tuple(one.low for one in tokens[position : last + 1]), "name"))
    return found


def _goes_on(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether the word there goes on a name before it."""
    return may_be_small_surname(tokens[at].low, language, tokens[at + 1].low if at + 1 < len(tokens) else "")


def _is_an_initial(tokens: Sequence[Token], at: int) -> bool:
    """`k`, in `maria k from Arup`, `maria k.`"""
    letter = at + 1 < len(tokens) and len(tokens[at].text) == 1 and tokens[at].text.isalpha()
    return (
        letter
        and (tokens[at].low not in "aisunxwc" or (tokens[at + 1].text == "." and is_given(tokens[at - 1].low)))
        and (tokens[at + 1].low in ("from", "at") or tokens[at + 1].text in "(,:-–—.")
    )


def _runs(tokens: Sequence[Token]) -> list[Name]:
    """Runs of words with a capital, as German notes hold them: names, and nouns too."""
    found: list[Name] = []
    position = 0
    while position < len(tokens):
        last = position
        if _may_begin(tokens[position]):
            while last + 1 < len(tokens) and _may_begin(tokens[last + 1]) and last - position < _LONGEST:
                last += 1
            found.append(Name(position, last, tuple(one.low for one in tokens[position : last + 1]), "name"))
        position = last + 1
    return found


def _may_begin(token: Token) -> bool:
    """A capital that no article, no `Ihr` and no `Kollege` bears."""
    small = token.low in small_words("de") or token.low in KINDRED or token.text in NOT_NAMES
    return token.capital and len(token.text) > 1 and not small


_LONGEST = 3


def _couple(tokens: Sequence[Token], name: Name) -> list[Name]:
    """`Rosa & Miguel` are two, where both are first names, or nobody's words."""
    at = next((p for p in range(name.first, name.last + 1) if tokens[p].text in ("&", "+")), 0)
    sides = (tokens[name.first].low, tokens[min(at + 1, name.last)].low)
    words = any(known(low) and not is_given(low) for low in sides)
    if not at or words or set(name.words) & ORGANISATION_MARKS:
        return [name]
    sides_of = ((name.first, at - 1), (at + 1, name.last))
    both = [
        Name(one, other, tuple(token.low for token in tokens[one : other + 1] if token.low not in FUNCTION), "name")
        for one, other in sides_of
    ]
    return both if all(one.words for one in both) else [name]
