"""A role or a doing and, behind a preposition, where: `rep for Dermalux`, `sells glazes for Kettleshed`."""

from __future__ import annotations

import re
from typing import NamedTuple

from coach.domain.checking.english import known
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.tokens import fold
from coach.domain.reading.employers import capitalised, has_mark, is_a_place, known_house, organisation_at
from coach.domain.reading.houses import leads_a_house, led_house
from coach.domain.reading.roles import does, does_for_somebody, is_role, of_one


class Work(NamedTuple):
    """What somebody is or does, and where; "" where that is not said."""

    role: str = ""
    organisation: str = ""

    def or_else(self, other: Work) -> Work:
        """This, with what it leaves open from another."""
        return Work(self.role or other.role, self.organisation or other.organisation)


_PREPOSITION = re.compile(
    r"\s+(at|@|for|bei|beim|from|vom|von|with|w/|of|der|des|am|an|im|in|on|aus|für|über|auf)\s+(?=\S)", re.IGNORECASE
)


def parted(words: str, *, participle: bool = False, base: bool = False) -> Work | None:
    """A role or a doing and, behind a preposition, where: `rep for Dermalux`, `sells glazes for Kettleshed`."""
    found: Work | None = None
    for match in _PREPOSITION.finditer(words):
        before, lead, behind = without_now(words[: match.start()]), match[1].casefold(), words[match.end() :]
        before, away = _AWAY.sub("", before), bool(_AWAY.search(before))
        role = is_role(before)
        doing = not role and does(before, participle=participle, base=base)
        trade = not role and not doing and lead in ("at", "for", "bei", "@") and does_for_somebody(before)
        if role or doing or trade:
            house = "" if away else _behind(before, lead, behind, doing=doing)
            if house:
                return Work(found.role if found else of_one(before), house)
            if house is not None and not trade and not found:
                found = Work(of_one(before))
    if found and not found.organisation and (led := led_house(words)):
        return Work(found.role, led)
    return found


_COMPOUND_HOUSE = re.compile(
    r"[A-ZÄÖÜ][\w-]{2,}(?:hospital|klinik|klinikum|krankenhaus|museum|verlag|werke?|amt|schule|gymnasium|theater|bibliothek|"
    r"archiv|institut|heim)\b"
)
"""`Marienhospital`: a German word that says which house it is."""
_AWAY = re.compile(r"\s+(?:out|over|up|down)$")
"""`hop grower out at Tapawera`: a place, no house."""
_IN = ("in", "on", "aus", "im", "am", "an", "über")


def _behind(role: str, lead: str, behind: str, *, doing: bool) -> str | None:
    """The organisation behind a role and a preposition; "" where that is another place, None where the role goes on, as
    in `head of QA` or `runs a class in the library`."""
    if lead == "of":
        return _of_which(role, behind)
    if doing and lead in ("from", "with", "w/", "vom") and not role.startswith(("play", "sing")):
        return None
    if lead in _IN and (house := known_house(re.sub(r"^(?:the|der|dem|den|die) ", "", behind))):
        return house
    big = re.match(r"(?:the\s+|der\s+|dem\s+)?[A-ZÄÖÜ]", behind)
    if lead in ("in", "on", "auf") and not big:
        return "" if is_a_place(behind.partition(" ")[0]) else None
    if lead in ("in", "on", "aus", "über") or (lead in _IN and not big):
        return ""
    alone = len(capitalised(behind).split()) < 2 and not _COMPOUND_HOUSE.match(behind)
    one = lead in ("für", "im", "am", "an") and not has_mark(behind) and alone
    house = "" if one or (lead in ("des", "der") and not big) else organisation_at(behind, lead=lead, role=True)
    return house if house or not doing or lead in ("at", "@", "bei") else None


_HEADS_OF = split_words(
    """principal headmaster headmistress headteacher treasurer secretary chair chairman chairwoman chairperson cfo coo
    editor publisher keyholder warden rector dean bursar patron organiser coordinator manager captain conductor"""
)
"""Whoever is one of these is that of a house: `principal of Oak Hall`; `professor of Slavic Studies` names a field."""


def _of_which(role: str, behind: str) -> str | None:
    """`Oak Hall`, in `principal of Oak Hall`; None of `head of QA`, `mayor of Hull`."""
    house = organisation_at(behind, lead="at", role=True)
    if not house or is_a_place(house):
        return None
    unknown = any(not known(fold(part)) for part in house.split())
    heads = fold(role.rpartition(" ")[2]) in _HEADS_OF and (unknown or " " in house)
    return house if leads_a_house(role) or has_mark(house) or heads else None


def without_now(words: str) -> str:
    """`does school dinners`, of `does school dinners now`; of `runs a bakery "Krume"` what stands before the quote."""
    return re.sub(
        r"\s+(?:now|these days|jetzt|again|still|there|dort)$|\s+(?:called|named|namens)\s.*$|\s*[\"“„].*$|[\s'’]+$",
        "",
        words.strip(),
    )
