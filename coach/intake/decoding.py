"""Turns bytes into text whatever wrote them: byte order marks, UTF-8, UTF-16, then the likeliest older encoding.

Detection is charset-normalizer's; it looks at a sample, and text is never refused for a few odd bytes.
"""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from coach.intake.cleaning import looks_like_utf16

_SAMPLE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "shift_jis",
    "gb18030", "big5", "euc_kr", "euc_jp", "koi8_r",
]  # fmt: skip
_WESTERN = frozenset("àâäáãåæçèéêëíîïñóòôöõøœúùûüßÿÀÂÄÁÃÅÆÇÈÉÊËÍÎÏÑÓÒÔÖÕØŒÚÙÛÜ¿¡«»‘’‚“”„…–—€§°·\xa0")
"""Letters and marks of Western European languages, without those that Central European ones turn into."""


def decode(data: bytes) -> tuple[str, str]:
    """The text, and a remark when the encoding had to be guessed or bytes could not be read ("" otherwise)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if looks_like_utf16(data):
        return _decode_as(data, "utf-16-be" if data[0] == 0 else "utf-16-le")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as exc:
        if _is_nearly_utf8(data, exc.start):
            text = data.decode("utf-8", errors="replace")
            return text, f"{text.count(chr(0xFFFD))} characters are not UTF-8 and could not be read."
    encoding = _likeliest(_sample(data))
    text, remark = _decode_as(data, encoding)
    return text, remark or f"It is not UTF-8; it was read as {encoding}. Check the accents."


def _likeliest(sample: bytes) -> str:
    """charset-normalizer's best guess. Where it finds several equally good, Western European wins if it can be that."""
    best = from_bytes(sample, cp_isolation=_LIKELY).best()
    if best is None:
        return "cp1252"
    western = sample.decode("cp1252", errors="replace")
    if best.encoding == "cp1250" and all(char in _WESTERN for char in western if char > "\x7f"):
        return "cp1252"
    return best.encoding


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    return text, f"{lost} characters are not {encoding} and could not be read." if lost else ""


def _is_nearly_utf8(data: bytes, first_error: int) -> bool:
    """Damaged UTF-8, rather than another encoding: several good multi-byte characters for each bad byte."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - bad
    return good > 2 * bad or (first_error >= len(data) - 3 and bad == 1 and good > 0)


def _sample(data: bytes) -> bytes:
    """The stretch around the first byte that is not ASCII: long files often begin with plain English."""
    first = next((index for index, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first - 256)
    return data[start : start + _SAMPLE]
