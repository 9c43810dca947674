"""An entry of a list of people written out: "Hana Mori - teaches evening classes, looking for a kick wheel" is "Hana
Mori teaches evening classes. Hana Mori is looking for a kick wheel."

What stands between the signs without a verb (a role, a house, a town) is left out: it is known from the person.
"""

from __future__ import annotations

import re

from coach.domain.checking.english import forms, third_person

_SIGN = r"\s*(?:[,;:|(]|/|=|->|=>|→|-[›>]|[-–—](?=\s))\s*"
_HEAD = rf"^(?:[-*•–—·>+→~]\s*|\(?\d\d?[.)]\s+)?(?:{{called}})(?: [A-Z])?\.?{_SIGN}"
_CUT = re.compile(r"\s*[,;|)]\s+|\s+(?:/|=|->|=>|→|-[›>]|[-–—])\s+|\)\s*$")
_FEELS = re.compile(
    r"^(?:(?:super|really|very|totally|all|dead|quite|a bit)\s+)?(?:mad|keen|crazy|nuts|passionate|obsessed|worried|"
    r"furious|sceptical|skeptical|curious|scared|afraid|proud|happy|glad|fascinated|tired|sick|new|into)\b"
)
_AT_IT = re.compile(r"^[a-z]+ing\b (?:for|to|on|off|a|an|the|her|his|their|out|up|with|about|from|into|[a-z]+s\b)")
_ADVERBS = frozenset("now still also currently mostly only just".split())
_LEAST = 3
"""Words of a sentence made of a piece."""


def entries_told(text: str, name: str, called: str) -> str:
    """The text with each entry about that person as whole sentences. `called`: a pattern of all that they go by."""
    head = re.compile(_HEAD.replace("{called}", called))
    return "\n".join(_line_told(line, name, head) for line in text.split("\n"))


def _line_told(line: str, name: str, head: re.Pattern[str]) -> str:
    found = head.match(line)
    if not found:
        return line
    entry, stop, rest = _first_sentence(line[found.end() :])
    pieces = [said for piece in _CUT.split(entry) if (said := _sentence(piece.strip(" ."), name))]
    if not pieces or len(_CUT.split(entry)) == 1:
        return line
    return " ".join([*pieces, rest.strip()]).strip() if stop or rest else " ".join(pieces)


def _first_sentence(text: str) -> tuple[str, str, str]:
    found = re.search(r"[.!?]+(?=\s)", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _sentence(piece: str, name: str) -> str:
    """A piece that says what somebody does or feels, with who it is; "" of one without a verb."""
    words = piece.split()
    if len(words) < _LEAST or re.search(r"\b(?:I|me|my|we|us|our)\b", piece):
        return ""
    if words[0].lower() in _ADVERBS and len(words) > _LEAST:
        words = words[1:]
    first = words[0].lower()
    plainly = "NOUN" not in forms(first) or len(words) > _LEAST or words[1] in ("a", "an", "the", "her", "his", "their")
    if third_person(first) and plainly:
        return f"{name} {piece}."
    if _FEELS.match(piece) or (_AT_IT.match(piece) and "VERB" in forms(first)):
        return f"{name} is {piece}."
    return ""
