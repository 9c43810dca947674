"""Makes text from outside safe to keep: no control characters, no lone surrogates, nothing hidden in a name.

Imported text ends up in prompts and in a database. Invisible characters can smuggle instructions past a
reader, and lone surrogates cannot be stored at all; yet emoji and right-to-left names must stay whole.
"""

from __future__ import annotations

import re
import unicodedata

NAME_LIMIT = 1_000
"""Characters; a longer "name" is a sign that a row was read wrongly."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAGS = re.compile("[\U000e0000-\U000e007f]")
# Flags of England, Scotland and Wales are spelt with tag characters: the only well-formed use of them.
_REGION_FLAG = re.compile("\U0001f3f4\U000e0067\U000e0062[\U000e0061-\U000e007a]{3}\U000e007f")
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800\u00ad\u034f\u061c\u180e"
_JOINERS = "\u200c\u200d"
_SELECTORS = re.compile("([\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_NO_JOINER_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "DIGIT", "ARMENIAN", "GEORGIAN")


def clean_text(text: str) -> tuple[str, int]:
    """The text with `\\n` line ends, without control, tag and surrogate characters; how many of them went."""
    unified = text.replace("\r\n", "\n").replace("\n\r", "\n").replace("\r", "\n")
    if unified.isascii() and unified.isprintable():
        return unified, 0
    kept = _without_tags(_CONTROL.sub("", unified))
    return kept, len(unified) - len(kept)


def clean_name(text: str) -> tuple[str, int]:
    """One line without hidden characters, runs of blanks made one; how many hidden characters went.

    Zero-width joiners stay where scripts and emoji need them; direction marks, fillers and soft hyphens go.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()), 0
    visible, hidden = clean_text(text)
    shown = "".join(char for index, char in enumerate(visible) if not _is_hidden(visible, index))
    shown = _SELECTORS.sub(r"\1", shown)
    return " ".join(shown.split()), hidden + len(visible) - len(shown)


def whole_characters(text: str) -> str:
    """The text with pairs of surrogates joined to one character and lone ones, which cannot be stored, left out."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def is_binary(head: bytes) -> bool:
    """Whether these first bytes are of no text: many control bytes, and neither UTF-16 nor UTF-32."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or looks_like_utf16(head):
        return False
    if head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x7fELF")):
        return True
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return control > max(4, len(head) // 20)


def looks_like_utf16(head: bytes) -> bool:
    """Whether bytes without a byte order mark are UTF-16: every second byte of Western text is zero there."""
    sample = head[: len(head) // 2 * 2][:2_000]
    if len(sample) < 8:
        return False
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return max(even, odd) > len(sample) * 0.35 and min(even, odd) < len(sample) * 0.05


def _without_tags(text: str) -> str:
    if not _TAGS.search(text):
        return text
    pieces, end = [], 0
    for flag in _REGION_FLAG.finditer(text):
        pieces += [_TAGS.sub("", text[end : flag.start()]), flag.group()]
        end = flag.end()
    return "".join([*pieces, _TAGS.sub("", text[end:])])


def _is_hidden(text: str, index: int) -> bool:
    char = text[index]
    if char in _JOINERS:
        return not (_takes_joiner(text, index - 1) and _takes_joiner(text, index + 1))
    if _TAGS.match(char):
        return False  # what is left of them after clean_text is a flag
    return char in _BLANK_LETTERS or unicodedata.category(char) == "Cf"


def _takes_joiner(text: str, index: int) -> bool:
    if not 0 <= index < len(text) or text[index].isascii() or text[index].isspace():
        return False
    return not unicodedata.name(text[index], "").startswith(_NO_JOINER_SCRIPTS)
