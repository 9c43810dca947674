"""What somebody is and where, read from the words behind their name, piece by piece: `, potter / Kiln House / Leeds`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coach.domain.checking.english import forms, known, third_person
from coach.domain.checking.lexicon import FUNCTION
from coach.domain.checking.tokens import fold
from coach.domain.reading.employers import is_a_place, names_a_house, organisation_at
from coach.domain.reading.roles import does, does_for_somebody, is_head, is_role


class Work(NamedTuple):
    """What somebody is or does, and where; "" where that is not said."""

    role: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Piece:
    """Some words of an entry between two signs. `mark`: the sign before them, "" at the start. `inside`: they stand in
    a bracket."""

    words: str
    mark: str
    inside: bool = False


MOST_PIECES = 10
_MARK = re.compile(
    r"\s*(?:(->|=>|→|»|[|;,()=]|:(?=\s|$))|(?<=\s)(-{1,2}|[–—/+&])(?=\s(?![A-Z]\w+ *(?:$|[,.)])))|"
    r"(?<!\bSt)(?<!\bDr)(?<!\bUniv)([.!?…]+)(?=\s|$))\s*"
)
_LEAD = re.compile(
    r"^(?:(?:and|but|also|then|now|currently|just|still|is|are|am|'s|’s|works? as|working as|works|she's|he's|she’s|he’s|"
    r"they're|she|he|they|er|sie|who|who's|is an?|ist|jetzt|derzeit|aktuell|inzwischen|arbeitet als|arbeitet|arbeite|"
    r"has been|became|wurde|as|an?|the|our|new|neue?r?|einen?|eine[mr]?|der|die|das|und|today|heute|actually)\s+)+",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"^(?:(?:who|she|he|they|er|sie|and|has|have|had|hat|der|die)\s+)*(?:used to|formerly|former|previously|ex\b|ex-|left|"
    r"was|were|until|before|worked|started out|retired from|früher|ehemals|ehemalige[rs]?|war|hatte|quit|studied|grew)",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"\s+(?:and|but|und|aber|while|who|which|then)\s+(?=\S)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\s+(at|@|for|bei|beim|from|vom|von|with|w/|of|der|des|am|im|in|on|aus|für|über)\s+(?=\S)", re.IGNORECASE
)
_HOUSE = re.compile(
    r"^(?:(?:now|jetzt|is|ist|neu|new|currently)\s+)*(at|@|from|bei|beim|von|vom|with|w/|joined|joins|joining|"
    r"(?:just )?(?:works?|working|started|starting|volunteers?) (?:at|for)|(?:now|new|first job|job|employed) at|moved to|"
    r"goes to|studies at|attends|plays (?:w/|with|in|for)|arbeitet (?:bei|für)|"
    r"(?:studio|shop|workshop|stall|office|desk|praxis|werkstatt|atelier|betrieb) (?:at|bei))\s+(.+)$",
    re.IGNORECASE,
)
_TEAM = re.compile(r"^(?:the\s+)?([\w-]+(?: [\w-]+)? (?:team|department|dept|desk))$", re.IGNORECASE)
_OWN_HOUSE = re.compile(
    r"\b(?:his|her|their|the|ihre?|seine?|deren|dessen)\s+(?:own\s+|new\s+|eigene\s+|neue\s+)?(?:company|firm|brand|start-?up|studio|shop|"
    r"band|charity|business|label|agency|bakery|café|cafe|firma|laden|agentur|verein|marke)\s+"
    r"(?:(?:is|'s|’s|heißt|nennt sich)(\s+called|\s+named)?|(called|named|namens))\s+(.+)$",
    re.IGNORECASE,
)
_LABELS = {
    "role": "role", "job": "role", "title": "role", "position": "role", "does": "role", "work": "role", "beruf": "role",
    "rolle": "role", "at": "at", "org": "at", "organisation": "at", "organization": "at", "company": "at", "firm": "at",
    "employer": "at", "where": "at", "firma": "at", "bei": "at", "works at": "at",
}  # fmt: skip
_FOUNDING = (
    "founder",
    "founders",
    "owner",
    "owners",
    "ceo",
    "cto",
    "member",
    "president",
    "gründer",
    "gründerin",
    "inhaber",
    "inhaberin",
)


def work_told(told: str, *, alone: bool = False) -> Work:
    """What the words behind somebody's name, or behind "she", say they do and where. `alone`: no such word stands before
    them, so that only a plain role counts as the first piece: `DBA at Ferrovia.`"""
    role = organisation = ""
    pieces = pieces_of(told)
    for at, piece in enumerate(pieces[:MOST_PIECES]):
        label = _LABELS.get(pieces[at - 1].words.casefold(), "") if at and piece.mark == ":" else ""
        found = _labelled(piece.words, label) if label else _of_piece(piece, role)
        if (
            alone
            and not at
            and not (found.role or (found.organisation and _HOUSE.match(piece.words)))
            and (piece.words.casefold() not in _LABELS)
        ):
            return Work()
        role, organisation = role or found.role, organisation or found.organisation
    organisation = organisation or _own_house(told)
    if not role and organisation:
        role = _topic(pieces, organisation)
    return Work(role, organisation)


def pieces_of(told: str) -> list[Piece]:
    """The pieces between signs, and behind "and" or "who" where another clause begins."""
    found: list[Piece] = []
    at, mark, inside = 0, "", False
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
    for joint in _NEW_CLAUSE.finditer(words):
        behind = words[joint.end() :].split()
        low = fold(behind[0])
        clause = joint[0].strip().casefold() in ("who", "which", "but", "aber", "while") or (
            low
            in (
                "she",
                "he",
                "they",
                "er",
                "sie",
                "now",
                "is",
                "was",
                "has",
                "does",
                "also",
                "used",
                "ist",
                "hat",
                "war",
            )
            or low in ("macht", "sucht", "liebt", "mad", "really", "super", "very", "big", "wouldn't", "mag")
            or (third_person(behind[0]) and "VERB" in forms(low) and "NOUN" not in forms(low))
            or (does(" ".join(behind[:4])) and low.endswith("s"))
        )
        if clause:
            parts.append(words[at : joint.start()])
            at = joint.end()
    return [part.strip() for part in (*parts, words[at:]) if part.strip()]


def _labelled(words: str, label: str) -> Work:
    """`role: toolmaker`, `at: Dunaform`."""
    if re.match(r"[?-]|(?:unknown|forgot|no idea)\b", words):
        return Work()
    return Work(role=words) if label == "role" else Work(organisation=words)


def _of_piece(piece: Piece, role: str) -> Work:
    words = piece.words
    if _PAST.match(words) or re.match(r"(?:not|no|kein\w*)\b", words, re.IGNORECASE):
        return Work()
    if house := _HOUSE.match(words):
        return _of_house(house, piece, role)
    perfect = re.match(r"(?:(?:who|she|he|and)\s+)*has\s+(?!a\b)", words)
    bare = words[perfect.end() :] if perfect else _LEAD.sub("", words)
    if re.match(r"(?:her|his|their|my|ihre?|seine?|mein\w*)\b", bare, re.IGNORECASE):
        return Work()
    if parted := _parted(bare, participle=bool(perfect)):
        return parted
    plain = _without_now(bare)
    if is_role(plain) or does(plain, participle=bool(perfect)):
        return Work(plain, _led_house(plain))
    bracketed = piece.mark in ("(", ",", "/", "|", "–", "-", "--", "—", "=", "→", "->", ".")
    if bracketed and names_a_house(words) and (piece.mark != "." or not role) and not _german_role(role, words):
        return Work(organisation=words.strip(" ."))
    if role and (piece.inside or piece.mark in ("/", "|")) and words.islower():
        return Work(organisation=_small_house(words))
    return Work()


def _of_house(house: re.Match[str], piece: Piece, role: str) -> Work:
    """`from Lumen`, `now at Norda`, `plays w/ trio mistral`, `from the legal team`."""
    lead = house[1].casefold().split()[-1]
    if lead == "from" and (team := _TEAM.match(house[2])):
        return Work(role=team[1])
    plays = house[1].casefold().startswith(("plays", "goes", "attends", "studies"))
    if house[1].casefold() == "at" and not piece.mark and not role:
        return Work(organisation=organisation_at(house[2], lead="from", role=False))
    lead = "at" if lead in ("joined", "joins", "joining", "attends", "studies") else lead
    small = plays or bool(role) or lead in ("@", "bei") or "work" in house[1].casefold()
    name = organisation_at(house[2], lead=lead, role=small)
    return Work(organisation="" if is_a_place(name) and not role else name)


def _parted(words: str, *, participle: bool) -> Work | None:
    """A role or a doing and, behind a preposition, where: `rep for Dermalux`, `sells glazes for Kettleshed`."""
    for match in _PREPOSITION.finditer(words):
        before, lead, behind = _without_now(words[: match.start()]), match[1].casefold(), words[match.end() :]
        role = is_role(before)
        doing = not role and does(before, participle=participle)
        trade = not role and not doing and lead in ("at", "for", "bei", "@") and does_for_somebody(before)
        if not (role or doing or trade):
            continue
        if lead in ("in", "on", "aus", "im", "am", "über") and not re.match(r"(?:the\s+)?[A-ZÄÖÜ]", behind):
            if is_a_place(behind.split()[0]):
                return Work(before)
            continue
        if lead == "of":
            if fold(before.split()[-1]).removeprefix("co-") not in _FOUNDING:
                continue
            return Work(before, organisation_at(behind, lead="at", role=True))
        if lead in ("in", "on", "aus", "über"):
            return Work(before)
        name = "" if lead == "des" and not behind[:1].isupper() else organisation_at(behind, lead=lead, role=True)
        if name or role or lead in ("at", "@", "bei"):
            if trade and not name:
                continue
            return Work(before, name)
    return None


def _without_now(words: str) -> str:
    return re.sub(r"\s+(?:now|these days|jetzt|again|still)$|[\s\"'’]+$", "", words.strip())


def _led_house(words: str) -> str:
    """`Peat & Plum`, in `runs Peat & Plum`."""
    led = re.match(r"(?:runs|founded|co-founded|owns|co-owns|heads|leitet|gründete|leading|running)\s+(.+)$", words)
    return led[1] if led and led[1][:1].isupper() and names_a_house(led[1]) else ""


def _german_role(role: str, words: str) -> bool:
    """Whether a lone capitalised word stands behind a German role, where any noun has a capital."""
    last = role.rsplit(maxsplit=1)[-1] if role else ""
    return len(words.split()) == 1 and last[:1].isupper() and not last.isupper() and not known(fold(last))


def _small_house(words: str) -> str:
    """`hawthorn primary`, in `(yr 4 teacher, hawthorn primary)`."""
    if len(words.split()) > 3 or third_person(words.split(maxsplit=1)[0]) or is_head(words.rsplit(maxsplit=1)[-1]):
        return ""
    found = organisation_at(words, lead="for", role=True)
    return found if found == words else ""


def _own_house(told: str) -> str:
    """`soundpea`, in `his company is called soundpea`."""
    found = _OWN_HOUSE.search(told)
    if not found:
        return ""
    called = bool(found[1] or found[2]) or "heißt" in found[0]
    return organisation_at(found[3], lead="called" if called else "at", role=False)


def _topic(pieces: Sequence[Piece], organisation: str) -> str:
    """What somebody works on, where an entry says no more: `robotics`, `double bass`, `wood-fired stoneware`."""
    for piece in pieces[:3]:
        words = piece.words
        parts = words.split()
        if organisation in words or re.match(r"\d", words):
            continue
        kinds = forms(fold(parts[-1]))
        noun = "NOUN" in kinds and (len(parts) > 1 or "ADJ" not in kinds)
        verb = "VERB" in forms(fold(parts[0])) and "NOUN" not in forms(fold(parts[0]))
        plain = re.fullmatch(r"[a-z-]+(?: [a-z-]+){0,2}", words) and (
            not fold(parts[0]).endswith(("ed", "ly")) or "-" in parts[0]
        )
        mine = re.match(r"(?:her|his|their|my|the|an?|no|not|very|so|old|late|v)\b", words)
        small = fold(parts[0]) in FUNCTION
        return words if noun and plain and piece.mark and not (verb or mine or small) else ""
    return ""
