"""The words behind somebody's name taken apart: `, potter (Kiln House) / loves tea` is three pieces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.domain.checking.english import forms, known, third_person
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.tokens import fold
from coach.domain.reading.roles import does, is_role


@dataclass(frozen=True)
class Piece:
    """Some words of an entry between two signs. `mark`: the sign before them, "" at the start. `inside`: they stand in
    a bracket."""

    words: str
    mark: str
    inside: bool = False


ENTRY_MARKS = ("(", ",", "/", "//", "|", "–", "-", "--", "—", "=", "→", "->", "=>", "»", ".", ":", ")")
_MARK = re.compile(
    r"\s*(?:(->|=>|→|»|[|;,()=]|:{1,2}(?=\s|$))|(?<=\s)(-{1,2}|[–—]|/{1,2}|[+&](?=\s(?:her|his|their|my|a|an|the)\s))(?=\s)|"
    r"(?<!\bSt)(?<!\bSr)(?<!\bJr)(?<!\bDr)(?<!\bUniv)([.!?…]+)(?=\s|$))\s*"
)
_JOINT = re.compile(
    r"\s+(?:(and|but|und|aber|while|who|which|then)\s+(?=\S)|(as)\s+(?=\w)|(als)\s+(?=\w)|"
    r"(?=(?:she|he)(?:['’]s| is| works| runs| leads| teaches| does)\b)|"
    r"(?=(?:working|speciali[sz]|focus|based|living|looking|studying)\w*\s))",
    re.IGNORECASE,
)
_EMPLOYED = re.compile(
    r"^(?:.{0,12}\b)?(?:works?|working|joined|joining|moved|switched|employed|started|arbeitet|"
    r"(?:now|jetzt|still) (?:at|with|bei))\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[,.;(]|\s(?:at|of|for|in|and)\s")
_UNREAL = re.compile(r"\b(?:used to|wants?|would|hopes?|will|once|früher|previously)\b", re.IGNORECASE)
_OPENS_CLAUSE = frozenset(
    """she he they er sie now is was has does also used ist hat war macht sucht liebt mad really super very big mag
    wouldn't won't didn't könnte konnte kann will möchte mochte würde wurde soll muss darf sucht""".split()
)


_BRACKETS = str.maketrans("[]", "()")


def pieces_of(told: str) -> list[Piece]:
    """The pieces between signs, and behind "and" or "who" where another clause begins."""
    found: list[Piece] = []
    at, mark, inside = 0, "", False
    told = re.sub(r"(?<!\S)@(?=\w)", "@ ", told).translate(_BRACKETS)
    for sign in [*_MARK.finditer(told), None]:
        words = told[at : sign.start() if sign else len(told)].strip()
        for number, clause in enumerate(_clauses(words)):
            found.append(Piece(clause, "and" if number else mark, inside))
        if sign:
            at, mark = sign.end(), next(part for part in sign.groups() if part)
            inside = mark == "(" or (inside and mark != ")")
    return [piece for piece in found if piece.words.strip("\"'“”- ")]


def _clauses(words: str) -> list[str]:
    """`is lead at Tidewise and loves tea` taken apart at "and"; `curator of maps and prints` is one."""
    parts, at = [], 0
    for joint in _JOINT.finditer(words):
        if _parts_clauses(
            words[at : joint.start()], (joint[1] or joint[2] or joint[3] or "").casefold(), words[joint.end() :]
        ):
            parts.append(words[at : joint.start()])
            at = joint.end()
    return [part.strip() for part in (*parts, words[at:]) if part.strip()]


def _parts_clauses(before: str, joint: str, behind: str) -> bool:
    """Whether a new clause begins behind "and", "who" or "as"; before "working" one always does."""
    if joint in ("as", "als"):
        role = joint == "als" or bool(re.match(r"(?:an?|head|lead)\s", behind)) or is_role(_HEADING.split(behind)[0])
        return role and bool(_EMPLOYED.search(before)) and not _UNREAL.search(before)
    if joint in ("", "who", "which", "but", "aber", "while"):
        return True
    words = behind.split()
    low = fold(words[0])
    if joint == "und" and re.fullmatch(r"[a-zäöüß]{3,}t", words[0]) and not known(low):
        return True
    verb = third_person(words[0]) and "VERB" in forms(low)
    goes_on = any(third_person(word) for word in before.split()[:2]) and words[1:2] and fold(words[1]) in FUNCTION
    return low in _OPENS_CLAUSE or (verb and ("NOUN" not in forms(low) or bool(goes_on) or does(" ".join(words[:4]))))
