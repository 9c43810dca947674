"""Names of people as one says them: without a title, and the first name alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

TITLES = "|".join(
    """Dr Dra Cllr Mr Mrs Ms Prof Hr Fr Herr Herrn Frau Dipl Ing Doña Señora Señor Senhora Mme Madame Monsieur
    Sir Dame Rev Rabbi Master Father Canon Captain Professor Pastor Pfarrer Pater""".split()
)
"""Before a name, as a pattern."""
_TITLE = re.compile(rf"^(?:(?:{TITLES})\.?\s+)+(?=\S+\s)")
_MARK = re.compile(r"\s+\([^()]*\)$")
_TYPED = {"ı": "i", "İ": "I", "ş": "s", "Ş": "S", "ğ": "g", "Ğ": "G", "ç": "c", "Ç": "C"}
_TURKISH = str.maketrans(_TYPED)
_TITLE_ALONE = re.compile(rf"^(?:{TITLES})\.?$")


def without_title(name: str) -> str:
    """ "Dr. Aiko Tanaka" is Aiko Tanaka; "Frau Vogel" stays, for want of more."""
    return _TITLE.sub("", name)


def without_mark(name: str) -> str:
    """ "Maria Rossi" of "Maria Rossi (Slow Food)", whom the bracket tells from another one."""
    return _MARK.sub("", name)


def bare_name(name: str) -> str:
    """ "Øyvind Dahl" of "Dr. Øyvind Dahl, PhD (Oslo)": without title, mark and what was studied."""
    bare = without_mark(without_title(" ".join(name.split())))
    while (shorter := _STUDIED.sub("", bare)) != bare and " " in shorter.strip():
        bare = shorter
    return bare


_STUDIED = re.compile(
    r"(?:\s*,\s*(?:jr|sr|ii|iii|iv|mba|m\.?sc|b\.?sc|m\.?a|b\.?a|ph\.?\s?d|dphil|m\.?d|esq|cpa|pmp|ll\.?m|ll\.?b|frs|"
    r"dipl\.?-?ing|ing|dr|prof)\.?|\s+(?:jr|sr|ph\.?d|mba|msc|bsc)\.?)\s*,?$|\s*,\s*$",
    re.IGNORECASE,
)
"""Behind a name: "Jr.", ", PhD"; a comma that was left there."""


def plain_letters(text: str) -> str:
    """In small letters, with those that only Turkish has as they are typed elsewhere: "yildiz" of "Yıldız"."""
    return text.casefold().replace("i\u0307", "i").translate(_TURKISH)


def spelled(name: str) -> str:
    """A pattern for the name, with or without the letters that only Turkish has."""
    return "".join(f"[{sign}{plain}]" if (plain := _TYPED.get(sign)) else re.escape(sign) for sign in name)


def behind_titles(name: str) -> str:
    """A pattern for a family name behind titles in capitals or not: "Frau Dr. Yıldız", "frau yildiz"; "" where there is
    none."""
    family = family_name(name)
    return rf"(?i:(?:(?:{TITLES})\.?\s+)+{spelled(family)})" if family else ""


def unaccented(name: str) -> str:
    """ "Pospisil" of "Pospíšil", as it is typed in haste."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


def work_parts(role: str, organisation: str) -> tuple[str, ...]:
    """Role and organisation as they are shown; "runs the soup kitchen" alone where the role names the other."""
    named = organisation and re.search(rf"(?<!\w){re.escape(organisation)}(?!\w)", role, re.IGNORECASE)
    return tuple(part for part in (role, "" if named else organisation) if part)


_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ħ": "h", "ı": "i"}
)
_RESPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""As those write who lack the keys: "Krueger", "Soeren", "Aase"."""
_MARKS = str.maketrans(dict.fromkeys("-‐‑–", " ") | dict.fromkeys("'’`´"))


@lru_cache(maxsize=65_536)
def writings(name: str) -> frozenset[str]:
    """The forms by which two names are compared: one they share makes them one name in two writings, as "Tomáš Novák"
    and "Tomas Novak", "Sabine Krüger" and "Krueger", "Jean-Luc O’Hara" and "Jean Luc OHara"; titles do not count."""
    bare = bare_name(name).translate(_MARKS)
    if bare.isascii():
        return frozenset((" ".join(bare.casefold().split()),))
    bare = unicodedata.normalize("NFC", bare).lower()
    ways = {unaccented(way.translate(_LETTERS)).casefold() for way in (bare, bare.translate(_RESPELLED))}
    return frozenset(" ".join(way.split()) for way in ways)


def is_title(word: str) -> bool:
    """ "Mrs", "Dr.": a title and nothing else."""
    return bool(_TITLE_ALONE.match(word))


def family_name(name: str) -> str:
    """ "Tanaka" of "Dr. Aiko Tanaka" and of "Dr Tanaka"; "" of a name alone."""
    name = without_mark(name)
    parts = [part for part in name.split() if not _TITLE_ALONE.match(part)]
    return parts[-1] if len(parts) > 1 or 0 < len(parts) < len(name.split()) else ""


def with_any_title(name: str) -> str:
    """A pattern for a family name behind a title: "Dr Tanaka", "Frau Vogel"; "" where there is none."""
    family = family_name(name)
    return rf"(?:{TITLES})\.?\s+{re.escape(family)}" if family else ""


_ENGLISH_TITLES = "Dr|Mrs|Mr|Ms|Prof|Professor|Rev"
_GERMAN_TITLES = "Frau|Herrn|Herr"


def as_noted(name: str, notes: Iterable[str], language: str) -> str:
    """The name as a formal letter calls its bearer: "Mrs Adeyemi" for Margaret Adeyemi, where the notes say so; the
    name as it is where they do not, or where it has a title."""
    family = family_name(name)
    if not family or is_title(name.split(maxsplit=1)[0]):
        return name
    german = language == "de"
    titles = rf"(?:{_GERMAN_TITLES})(?: (?:Dr|Prof)\.?)*" if german else rf"(?:{_ENGLISH_TITLES})\.?"
    found = re.search(rf"(?<!\w)({titles}) {re.escape(family)}(?!\w)", "\n".join(notes))
    return f"{found[1].replace('Herrn', 'Herr')} {family}" if found else name


_CALLED = {"Mr": "m", "Hr": "m", "Herr": "m", "Herrn": "m", "Señor": "m", "Monsieur": "m", "Sir": "m",
           "Mrs": "f", "Ms": "f", "Fr": "f", "Frau": "f", "Doña": "f", "Señora": "f", "Senhora": "f",
           "Mme": "f", "Madame": "f", "Dame": "f"}  # fmt: skip


def sex_by_title(name: str) -> str:
    """ "m" or "f" where a title shows it, else ""."""
    return next((_CALLED[part] for part in name.replace(".", " ").split() if part in _CALLED), "")


def first_name(name: str) -> str:
    """ "Aiko" of "Dr. Aiko Tanaka", "Rosa" of "Sister Rosa Ruiz", "Wei-Ling" of "Chen Wei-Ling"; the whole of "Frau
    Vogel"; "" of nothing."""
    parts = without_title(name.strip()).split()
    if not parts:
        return ""
    if len(parts) > len(("Rosa", "Ruiz")) and parts[0] in _ORDERS:
        return parts[1]
    if len(parts) == 2 and parts[0].casefold() in _FAMILY_FIRST and re.fullmatch(r"\w+-\w+", parts[1]):
        return parts[1]
    return name.strip() if _TITLE_ALONE.match(parts[0]) else parts[0]


def short_name(name: str) -> str:
    """The one word by which notes go on about somebody: "Aiko" of "Dr. Aiko Tanaka", "Vogel" of "Frau Vogel"."""
    first = first_name(name)
    return family_name(name) if " " in first else first


_ORDERS = ("Sister", "Brother", "Mother")
_FAMILY_FIRST = frozenset(
    """chen wang zhang liu yang huang zhao wu zhou xu sun zhu lin hsu tsai chang cheng chan wong cheung leung tan ng goh
    ong teo chua lim park choi jung jeong kang cho yoon han shin nguyen tran pham""".split()
)
"""Family names that come first in Chinese, Korean and Vietnamese; those that are given names too are left out."""
