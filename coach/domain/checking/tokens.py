"""Words with their offsets, sentences, citation labels: the reading that all other parts of the check build on."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from coach.domain.checking.lexicon import split_words

LABELS = re.compile(r"\[\s*([A-Z]{1,2}\d{1,3}(?:\s*[,;/&]\s*[A-Z]{1,2}\d{1,3})*)\s*\]")
_WORD = re.compile(
    r"(?P<time>\d{1,2}[:.h]\d{2}(?=\s?(?:[ap]\.?m\b|uhr\b|h\b))|\d{1,2}:\d{2})"
    r"|(?P<short>(?<!\w)(?:w/(?:in\b|o\b)?|b/c\b))"
    r"|(?P<number>\d+(?:[.,'’\u00a0\u202f]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:[’'][^\W\d_]+)*\.?(?<=[A-Z]\.)(?:[A-Z]\.)+|[^\W\d_]+(?:\d+[^\W_]*)?(?:[’'\-‐‑][^\W_]+)*)"
    r"|(?P<symbol>[^\w\s])"
)
_ABBREVIATIONS = split_words(
    "dr mr mrs ms prof st vs etc e.g i.e inc ltd co corp no nr approx dept jr sr fig al ca z.b bzw usw d.h sra m mme"
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign; `low` is folded (no accents, lower case), `text == whole[start:end]`."""

    text: str
    start: int
    end: int
    low: str
    kind: str

    @property
    def capital(self) -> bool:
        return self.kind == "word" and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, with the citation labels that stand in or right after it."""

    start: int
    end: int
    labels: tuple[str, ...] = field(default=())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case without accents: `Müller` and `Muller` meet, `ß` is `ss`, curly apostrophes are straight."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‑", "-").replace("‐", "-"))
    plain = plain.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O").replace("đ", "d")
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().replace("ı", "i")


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Tokens of `text`; offsets count from `offset`. A possessive `'s` is cut off; contractions stay whole."""
    tokens: list[Token] = []
    for match in _WORD.finditer(_IN_LAW.sub(r"\1-in-law", text)):
        word, kind = match.group(), match.lastgroup or "symbol"
        start = match.start() + offset
        if kind == "short":
            tokens.append(Token(word, start, start + len(word), _SHORT[word], "word"))
            continue
        low = fold(word) if word.isupper() else _HASTY.get(fold(word), fold(word))
        if kind == "word" and low.endswith("'s") and low not in _CONTRACTED_IS:
            tokens.append(Token(word[:-2], start, start + len(word) - 2, low[:-2], kind))
            tokens.append(Token(word[-2:], start + len(word) - 2, start + len(word), "'s", "symbol"))
            continue
        if kind == "word" and len(low) == len(word) and (cut := _behind_count(low)):
            tokens += _split(word, start, cut)
            continue
        tokens.append(Token(word, start, start + len(word), low, kind))
    return tokens


def _behind_count(low: str) -> int:
    """Where in `two-year`, `forty-five-minute` the number ends; 0 where it is none, or nothing else (`forty-five`)."""
    first, _, rest = low.partition("-")
    second, dash, thing = rest.partition("-")
    if first not in _COUNTS or not rest:
        return 0
    if dash and second in _ONES and first in _TENS:
        return len(low) - len(thing) - 1
    return 0 if rest in _PART_OF_NUMBER else len(first)


def _split(word: str, start: int, cut: int) -> list[Token]:
    """`two-year` as the number and the thing counted, like `60-seat`."""
    ends = ((0, cut, "word"), (cut, cut + 1, "symbol"), (cut + 1, len(word), "word"))
    return [Token(word[a:b], start + a, start + b, fold(word[a:b]), kind) for a, b, kind in ends]


_DENIED = split_words("do is are was were does did have has had could would should ca wo")
_HASTY = {f"{word}nt": f"{word}n't" for word in _DENIED} | {
    "im": "i'm", "ive": "i've", "youre": "you're", "theyre": "they're", "thats": "that's", "hes": "he's", "shes": "she's",  # noqa: E501
}  # fmt: skip
"""Contractions as they are typed in haste."""
_HASTY |= {
    "abt": "about",
    "tmrw": "tomorrow",
    "tmw": "tomorrow",
    "thru": "through",
    "ppl": "people",
    "sec": "second",
    "secs": "seconds",
}
_SHORT = {"w/": "with", "w/o": "without", "w/in": "within", "b/c": "because"}
"""Short forms of notes: `lunch w/ Ann`."""
_IN_LAW = re.compile(r"\b((?:brother|sister|mother|father|son|daughter)s?) in law\b", re.IGNORECASE)
"""One word, though it be typed as three; no sign more or less, so that offsets stay true."""
_ONES = split_words("one two three four five six seven eight nine")
_TENS = split_words("twenty thirty forty fifty sixty seventy eighty ninety")
_COUNTS = (_ONES | _TENS | split_words(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen hundred"
)) - {"one"}  # fmt: skip
_PART_OF_NUMBER = split_words(
    "odd ish one two three four five six seven eight nine thirds quarters fifths tenths third quarter fold and "
    "hundred thousand"
)


_CONTRACTED_IS = split_words("it's he's she's that's there's here's what's who's where's how's when's let's")


def label_spans(text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Where citation labels stand: start, end, and the labels named there."""
    return [(m.start(), m.end(), tuple(re.findall(r"[A-Z]{1,2}\d{1,3}", m.group(1)))) for m in LABELS.finditer(text)]


def blank_labels(text: str) -> str:
    """The text with citation labels overwritten by spaces, so that offsets stay true."""
    return LABELS.sub(lambda match: " " * len(match.group()), text)


def sentences(text: str) -> list[Span]:
    """Sentences in order: cut at full stops, at line breaks, and after a label that follows a full stop."""
    plain, spans, start = blank_labels(text), [], 0
    for match in _END.finditer(plain):
        if match.start() < start or not _is_end(plain, match):
            continue
        end = match.end() if not match.group().startswith("\n") else match.start()
        spans.append((start, end))
        start = match.end()
    spans.append((start, len(text)))
    return _with_labels(text, plain, spans)


def _is_end(text: str, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return True
    before = re.search(r"[\w.'’]+$", text[: match.start()])
    word = fold(before.group()) if before else ""
    following = text[match.end() :].lstrip(" ")
    degrees = text[: match.start()].endswith(("°C", "°F", "° C", "° F"))
    if word in ("no", "fig") and not following[:1].isdigit():
        return True  # `lodging no. She can stay with us.`, `she gave us the fig. I planted it`
    if word in _ABBREVIATIONS or (re.fullmatch(r"[a-z]", word) and not degrees):
        return not following or following.startswith("\n")
    return not (
        word.isdigit() and len(word) <= 2 and re.match(r"[A-ZÄÖÜ][a-zäöü]+", following) and _is_month(following)
    )


def _is_month(following: str) -> bool:
    return fold(following)[:3] in ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")


def _with_labels(text: str, plain: str, cuts: list[tuple[int, int]]) -> list[Span]:
    """Drop empty stretches, trim, and hand labels that stand alone to the sentence before them."""
    marks = label_spans(text)
    found: list[Span] = []
    for begin, end in cuts:
        start = begin
        inside = [mark for mark in marks if start <= mark[0] < end]
        body = plain[start:end]
        lead = re.match(r"\s*", body)
        first_word = start + (len(lead.group()) if lead else 0)
        early = [mark for mark in inside if mark[1] <= first_word] if found else []
        if early:
            last = found[-1]
            merged = dict.fromkeys((*last.labels, *(label for mark in early for label in mark[2])))
            found[-1] = Span(last.start, early[-1][1], tuple(merged))
            start = early[-1][1]
        labels = tuple(dict.fromkeys(label for mark in inside if mark not in early for label in mark[2]))
        trimmed = text[start:end]
        left = start + len(trimmed) - len(trimmed.lstrip())
        right = start + len(trimmed.rstrip())
        if any(sign.isalnum() for sign in plain[left:right]):
            found.append(Span(left, right, labels))
    return found
