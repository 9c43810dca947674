"""The ways in which a name is typed where a keyboard lacks its letters, and the addresses that are built of it.

Pure text work: `Krüger` is `Krueger` too, and `sabine.krueger@…` or `…/in/sabine-krueger-12` is hers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from coach.storage.erasing import Pattern, letter, spellings, telling_words

_APART = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "þ": "th"}
)
_PLAIN = str.maketrans({"ø": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "s"})
_TOGETHER = re.compile("ae|oe|ue", re.IGNORECASE)
_ONE = {"ae": "ä", "oe": "ö", "ue": "ü"}
_MIN_WORD, _MIN_GLUED = 2, 8
"""Letters of a name's words that make an address; letters of a first and a last name in one that stand for both."""


def respelled(name: str) -> tuple[str, ...]:
    """Other ways to type a name: `Krüger` as `Krueger` and the other way round, `Søren` as `Soeren` and `Soren`."""
    composed = unicodedata.normalize("NFC", name)
    together = _TOGETHER.sub(lambda found: _cased(_ONE[found[0].lower()], found[0]), composed)
    sharp = [text.replace("ss", "ß") for text in (composed, together)]
    found = (_translated(composed, _APART), _translated(composed, _PLAIN), together, *sharp)
    return tuple(one for one in dict.fromkeys(found) if one != composed)


def _translated(name: str, table: dict[int, str]) -> str:
    return "".join(
        _cased(table.get(ord(sign.lower()), sign), sign) if len(sign.lower()) == 1 else sign for sign in name
    )


def _cased(text: str, like: str) -> str:
    return text.capitalize() if like[:1].isupper() else text


@dataclass(frozen=True)
class _Forms:
    """What an address may be built of: of both names (`whole`), of one and a letter, or of one alone (`part`)."""

    whole: tuple[str, ...]
    part: tuple[str, ...]
    ends: tuple[str, ...]
    seeds: frozenset[str]


_SEP = r"[._+\-]?"
_LOCAL = r"[\w.+%\-]"
_URL = r"[^\s<>\"')\]]"


def address_patterns(names: Iterable[str], words: Iterable[str]) -> Iterator[Pattern]:
    """Addresses, pages and handles made of the `names` in full, or of one of the `words` that mean nobody else."""
    forms = _forms(tuple(names), {word.casefold() for word in words})
    if not forms.whole and not forms.part:
        return
    whole, part, ends = ("|".join(sorted(set(some), key=len, reverse=True)) for some in _parts(forms))
    no_letter, ending = f"(?<!{letter()})", f"(?!{letter()})"
    local = f"(?:{_LOCAL}*[._+%\\-\\d])?(?:{whole})(?:[._+%\\-\\d]{_LOCAL}*)?"
    own = "|".join(one for one in (local if whole else "", f"(?:{part})\\d*" if part else "") if one)
    held = "|".join(one for one in (whole, part) if one)
    mail = f"{_mail(own, ends)}|(?<![\\w@./\\-])@(?:{held})\\d*{ending}"
    yield Pattern(f"(?i:{mail})", (False, False), forms.seeds, frozenset("@"))
    yield Pattern(f"(?i:{_page(held)})", (False, False), forms.seeds, frozenset({"/", "www."}))
    glued = "|".join(one for one in forms.whole if one.isalpha() and len(one) >= _MIN_GLUED)
    if glued:
        yield Pattern(rf"(?i:{no_letter}(?:{glued})\d*{ending})", (False, False), forms.seeds)


def _mail(own: str, ends: str) -> str:
    """An address whose part before the @ is one of the `own`, or whose domain holds one of the `ends`."""
    elsewhere = rf"|{_LOCAL}+@(?:\w+[.\-]+)*(?:{ends})(?:[.\-]\w+)+" if ends else ""
    return rf"(?<![\w.+%\-])(?={_LOCAL}+@)(?:(?:{own})@[\w\-]+(?:\.[\w\-]+)*{elsewhere})"


def _page(held: str) -> str:
    """A page whose address holds the name as a word of its own, to its end."""
    tail = f"(?:{_URL}*[^\\s<>\"')\\].,;:!?])?"
    starts = r"(?:https?://|www\.|(?:[\w\-]+\.)+[a-z]{2,}/)"
    return rf"(?<![\w.@/\-])(?=[\w\-]+[.:]){starts}(?:{_URL}*(?<![^\W\d_]))?(?:{held})(?![^\W\d_]){tail}"


def _parts(forms: _Forms) -> Iterator[tuple[str, ...]]:
    yield forms.whole
    yield forms.part
    yield (*forms.whole, *forms.ends)


def _forms(names: tuple[str, ...], words: Collection[str]) -> _Forms:
    whole: list[str] = []
    part: list[str] = []
    ends: list[str] = []
    pairs = [(told[0], told[1]) for name in names if len(told := telling_words(name)) == 2]
    for first, last in pairs:
        for one, other in ((one, other) for one in _plain(first) for other in _plain(last)):
            whole += [rf"{one}[._+\-](?:\w+[._+\-])?{other}", rf"{other}[._+\-]{one}", one + other, other + one]
        part += _with_initial(last, first[0]) if last.casefold() in words else []
        part += [f"{one}{_SEP}{last[0].lower()}" for one in _plain(first)] if first.casefold() in words else []
        ends += [one for one in _plain(last) if last.casefold() in words and len(one) > _MIN_WORD + 1]
    part += [one for word in sorted(words) for one in _plain(word)]
    seeds = frozenset(one for pair in pairs for word in pair for one in _plain(word)) | {
        one for word in words for one in _plain(word)
    }
    return _Forms(tuple(dict.fromkeys(whole)), tuple(dict.fromkeys(part)), tuple(dict.fromkeys(ends)), seeds)


def _with_initial(last: str, first: str) -> list[str]:
    """`skrueger`, `s.krueger`, `s.m.krueger`, `krueger.s`."""
    letter = re.escape(first.lower())
    return [form for one in _plain(last) for form in (rf"{letter}{_SEP}(?:[a-z][._+\-])?{one}", f"{one}{_SEP}{letter}")]


def _plain(word: str) -> tuple[str, ...]:
    """The spellings of a word that an address may hold, in small letters."""
    if not word.isalpha() or len(word) < _MIN_WORD:
        return ()
    found = (one.casefold() for form in (word, *respelled(word)) for one in sorted(spellings(form)))
    return tuple(one for one in dict.fromkeys(found) if one.isalpha())


def initials_pattern(first: str, last: str) -> Pattern:
    """`S. Krüger`, `Sabine M. Krüger`, `Krüger, S.`: a last name with the first letter of the other, or with a letter
    between the two."""
    family = "|".join(re.escape(one) for one in sorted(spellings(last), key=len, reverse=True))
    initial = re.escape(first[0].upper())
    given = "|".join(re.escape(one) for one in sorted(spellings(first), key=len, reverse=True))
    before = rf"(?:{initial}\.?|(?i:{given}))[ \t]*(?:[^\W\d_]\.[ \t]*)?(?<![^\W\d_])(?i:{family})"
    after = rf"(?i:{family}),[ \t]*{initial}\."
    seeds = frozenset(map(str.casefold, spellings(last)))
    return Pattern(rf"(?<![^\W\d_])(?:{before}|{after})(?![^\W\d_])", (False, False), seeds)
