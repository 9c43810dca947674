"""Taking a person's names out of text: whole words in any script, in the spellings that people use for one name.

Pure text work. What is erased becomes `someone`, in German `jemand`; names of other people that contain an erased
name stay.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import groupby

from coach.domain.checking.language import language_of, small_words

SOMEONE = "someone"
LEFT_OUT = "…"
"""What stands where a whole sentence was taken out of something else that had it word for word."""
_GERMAN = "jemand"
_WITH_DATIVE = re.compile(r"\b(?:mit|von|bei|zu|aus|nach|seit|gegenüber|neben)\s+$", re.IGNORECASE)
_WITH_ACCUSATIVE = re.compile(r"\b(?:für|ohne|gegen|durch|um)\s+$", re.IGNORECASE)
_GERMAN_TITLES = re.compile(r"(?:\b(?:Frau|Herrn?|Dr\.|Prof\.)\s+)+$")
"""In German a title before `jemand` reads as a mistake, and goes with the name."""
_FRAU = re.compile(r"\b(?:Frau|Herrn?)\s+(?:(?:Dr\.|Prof\.)\s+)*$")
"""Such a title goes in any language, and says that a sentence is German where no word of it is plainly English."""
_ENDS = re.compile(r"[.!?…](?=\s)|\n")
_NOT_GERMAN = frozenset(
    {*small_words("en"), *"said says told asked asks likes wants thinks works runs went knows called".split()}
) - {"in", "an", "am", "was", "so", "are", "do", "her"}
LONGEST_TOLD_BY = 1200
"""Characters of a long text by which its language is told."""
LONGEST_TITLES = 40
"""Characters that titles may take up before a name."""
LONGEST_MIXED = 4000
"""Characters of a text in which each sentence may be in a language of its own; a longer one has one language."""
_ADDRESS = re.compile(r"(?<![\w.+%\-])([\w.+%\-]+)@[\w\-]+(?:\.[\w\-]+)*")
"""An address; what stands before the `@` is its group."""

_TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "frau", "herr", "mag", "phd", "jr", "sr"}
)
_WORDS = """
will mark may grace hope joy art bill rich chase june april august summer dawn faith rose sunny frank jack pat sue rob
drew max guy dean ray gene dale glen cliff hunter mason penny ruby iris ivy daisy holly amber crystal jade pearl angel
dick don ken lee long young king page baker cook hill wood woods green brown black white gray stone field fields bell
bush park parks price small short day night moon star sun love read reed ford van the de der von
klein gross lang kurz schön schoen grün gruen weiss schwarz braun frei reich stark kühn kuehn süss suess früh frueh
alt neu jung ernst fröhlich froehlich
"""
_ALSO_WORDS = frozenset(_WORDS.split())
"""Names that are words too: written small they are left alone, and by themselves they say nobody."""

_SPACELESS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1100, 0x11FF),  # Korean, whose particles are joined to the name
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Japanese syllables
    (0x3400, 0x9FFF),  # Chinese characters
    (0xAC00, 0xD7AF),  # Korean syllables
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


@cache
def letter() -> str:
    """A pattern for one character that makes a name longer: letters, digits and marks that sit on letters."""
    codes = itertools.chain(range(0x300, 0x20000), range(0xE0100, 0xE01F0))  # no others hold marks; a tenth of all
    marks = [code for code in codes if unicodedata.category(chr(code)).startswith("M")]
    ranges: list[list[int]] = []
    for code in marks:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "(?:[^\\W_]|[" + "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges) + "])"


def _spaceless(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _SPACELESS)


@dataclass(frozen=True)
class Pattern:
    """A regular expression for one name, and on which sides a letter would make it another word.

    `seeds` are casefolded texts of which every match contains one: most texts contain none, which is quick to see.
    So are the `signs`, for a pattern that is slow; none for the others.
    """

    body: str
    bounded: tuple[bool, bool]
    seeds: frozenset[str]
    signs: frozenset[str] = frozenset()


def _bounded(body: str, term: str, seed: str) -> Pattern:
    first, last = (char.isalnum() and not _spaceless(char) for char in (term[0], term[-1]))
    return Pattern(body, (first, last), frozenset(spelling.casefold() for spelling in spellings(seed)))


def _any_of(patterns: Iterable[Pattern]) -> str:
    """One expression for all, in their order; the test for letters stands once for each run of one sort of bounds."""
    before, after = f"(?<!{letter()})", f"(?!{letter()})"
    return "|".join(
        f"{before if first else ''}(?:{'|'.join(pattern.body for pattern in run)}){after if last else ''}"
        for (first, last), run in groupby(patterns, key=lambda pattern: pattern.bounded)
    )


def spellings(term: str) -> set[str]:
    """Composed and decomposed, small and large, with and without accents."""
    decomposed = unicodedata.normalize("NFD", term)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    cased = {form for base in (term, plain) for form in (base, base.casefold(), base.upper(), base.lower())}
    return {unicodedata.normalize(form, text) for text in cased for form in ("NFC", "NFD")} - {""}


def name_words(name: str) -> list[str]:
    """The words of a name without titles: `Dr. Ann Lee` gives `Ann`, `Lee`."""
    words = [word.strip(".,;()\"'’") for word in name.split()]
    return [word for word in words if word and word.casefold() not in _TITLES]


def is_word(name: str) -> bool:
    """Whether a name by itself is an ordinary word as well."""
    return name.casefold() in _ALSO_WORDS or (len(name) < 3 and name.isascii())


def telling_words(name: str) -> list[str]:
    """The words of a name by which somebody is called alone: the first and the last."""
    words = name_words(name)
    return [word for word in dict.fromkeys((*words[:1], *words[1:][-1:])) if len(word) > 1]


def name_pattern(name: str) -> Pattern:
    """A name as it may be written: any spaces, a slug, or the last word first with a comma."""
    words = name.split()
    if len(words) == 1:
        return word_pattern(name.strip())
    forms = set()
    for spelling in spellings(" ".join(words)):
        parts = [re.escape(part) for part in spelling.split()]
        forms.add(r"(?:[\s_.\-+]|%20)+".join(parts))
        forms.add(parts[-1] + r",\s*" + r"\s+".join(parts[:-1]))
    either = "|".join(sorted(forms, key=len, reverse=True))
    return _bounded(f"(?i:{either})", "".join(words), max(words, key=len))


def word_pattern(word: str) -> Pattern:
    """One word of a name. An ordinary word counts only where it begins like a name."""
    written = {word, word[:1].upper() + word[1:], word.upper()} if is_word(word) else spellings(word)
    either = "|".join(re.escape(spelling) for spelling in sorted(written, key=len, reverse=True))
    return _bounded(f"(?:{either})" if is_word(word) else f"(?i:{either})", word, word)


def literal_pattern(text: str) -> Pattern:
    """An address or a handle, whatever its case."""
    return _bounded(f"(?i:{re.escape(text)})", text, text)


def digits_pattern(number: str) -> Pattern:
    """A telephone number, however its digits are grouped."""
    digits = [char for char in number if char.isdigit()]
    plus = r"\+?" if number.strip().startswith("+") else ""
    return Pattern(
        rf"(?<!\d){plus}\(?" + r"[\s()./\-]*".join(digits) + r"(?!\d)", (False, False), frozenset(digits[:1])
    )


@dataclass(frozen=True)
class Erased:
    """Text without the names, and where each offset of the old text went: (start, end, length of what stands there)."""

    text: str
    spans: tuple[tuple[int, int, int], ...]

    def moved(self, offset: int, *, end: bool = False) -> int:
        """The new place of an old offset; one inside an erased name goes to that name's start, or its `end`."""
        shift = 0
        for start, stop, length in self.spans:
            if offset <= start:
                break
            if offset < stop:
                return start + shift + (length if end else 0)
            shift += length - (stop - start)
        return offset + shift


@dataclass(frozen=True)
class Eraser:
    """Erases what the `patterns` match, except inside what the `kept` patterns match, and the `lines` word for word.

    `genitives` are matches, casefolded, that say whose something is.
    """

    patterns: tuple[Pattern, ...]
    kept: tuple[Pattern, ...] = ()
    genitives: frozenset[str] = frozenset()
    lines: tuple[str, ...] = ()

    def _compiled(self, signs: frozenset[str]) -> re.Pattern[str]:
        """One expression for texts with these signs in them."""
        if signs not in self._by_signs:
            line = "|".join(r"\s+".join(map(re.escape, one.split())) for one in self.lines)
            gone = [one for one in self.patterns if not one.signs or one.signs & signs]
            groups = (("line", line), ("kept", _any_of(self.kept)), ("gone", _any_of(gone)))
            body = "|".join(f"(?P<{name}>{body})" for name, body in groups if body)
            self._by_signs[signs] = re.compile(body or r"(?!)")
        return self._by_signs[signs]

    @cached_property
    def _by_signs(self) -> dict[frozenset[str], re.Pattern[str]]:
        return {}

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(sign for pattern in self.patterns for sign in pattern.signs)

    @cached_property
    def _seeds(self) -> frozenset[str]:
        longest = (max(one.split(), key=len).casefold() for one in self.lines)
        return frozenset((*(seed for pattern in self.patterns for seed in pattern.seeds), *longest))

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        folded = text.casefold()
        if not any(seed in folded for seed in self._seeds):
            return iter(())
        signs = frozenset(sign for sign in self._signs if sign in folded)
        return (match for match in self._compiled(signs).finditer(text) if match.lastgroup != "kept")

    def finds(self, text: str) -> bool:
        return next(self._found(text), None) is not None

    def erase(self, text: str) -> Erased:
        pieces: list[str] = []
        spans: list[tuple[int, int, int]] = []
        last, tongue = 0, _Tongue(text)
        addresses = [one.span() for one in _ADDRESS.finditer(text)] if "@" in text else []
        for match in self._found(text):
            if match.start() < last:
                continue  # in an address that is gone as a whole
            german = tongue.is_german(match.start())
            titles = _GERMAN_TITLES if german else _FRAU
            start, end = _start_with(titles, text, last, match.start()), match.end()
            if address := next((one for one in addresses if one[0] <= match.start() < one[1]), None):
                at = text.index("@", address[0])
                start, end = (address[0], max(end, address[1])) if match.start() < at else (start, end)
            instead = LEFT_OUT if match.lastgroup == "line" else self._instead(match, text[last:start], german)
            pieces += [text[last:start], instead]
            spans.append((start, end, len(instead)))
            last = end
        return Erased("".join([*pieces, text[last:]]), tuple(spans))

    def _instead(self, match: re.Match[str], before: str, german: bool) -> str:
        if not german:
            return SOMEONE
        if match[0].casefold() in self.genitives:
            return f"{_GERMAN}es"
        if _WITH_DATIVE.search(before):
            return f"{_GERMAN}em"
        return f"{_GERMAN}en" if _WITH_ACCUSATIVE.search(before) else _GERMAN

    def __call__(self, text: str) -> str:
        return self.erase(text).text

    def with_lines(self, lines: Iterable[str]) -> Eraser:
        """One that takes these sentences out as well, wherever they stand word for word."""
        return replace(self, lines=tuple(sorted(lines, key=len, reverse=True)))


def _start_with(titles: re.Pattern[str], text: str, last: int, start: int) -> int:
    found = titles.search(text, max(last, start - LONGEST_TITLES), start)
    return found.start() if found else start


class _Tongue:
    """In which language a place of a text is: that of its sentence, or, in a long one, of the whole."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mixed = len(text) <= LONGEST_MIXED

    @cached_property
    def _whole(self) -> bool:
        return language_of(self._text[:LONGEST_TOLD_BY]) == "de"

    @cached_property
    def _ends(self) -> list[int]:
        return [one.end() for one in _ENDS.finditer(self._text)]

    @cached_property
    def _known(self) -> dict[int, bool]:
        return {}

    def is_german(self, at: int) -> bool:
        if not self._mixed:
            return self._whole
        number = bisect_right(self._ends, at)
        if number not in self._known:
            first, *last = [0, *self._ends][number : number + 2]
            self._known[number] = self._said_in_german(self._text[first : last[0] if last else None])
        return self._known[number]

    def _said_in_german(self, sentence: str) -> bool:
        words = set(re.findall(r"[^\W\d_]+", sentence.lower()))
        if language_of(sentence) == "de":
            return True
        titled = re.search(r"\b(?:Frau|Herrn?)\s", sentence) is not None
        return (titled or self._whole) and not words & _NOT_GERMAN


def eraser(patterns: Iterable[Pattern], other_names: Iterable[str] = (), genitives: Iterable[str] = ()) -> Eraser:
    """An eraser that spares the other names and addresses in which it would find something."""
    patterns = tuple(dict.fromkeys(patterns))
    alone = Eraser(patterns)
    spared = sorted({name for name in other_names if alone.finds(name)}, key=len, reverse=True)
    gone = frozenset(genitive.casefold() for genitive in genitives)
    return Eraser(patterns, tuple(name_pattern(name) for name in spared), gone)
