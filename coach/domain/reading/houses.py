"""Organisations that are somebody's own, or that they lead: `her company is called Verdant`, `runs Salt & Plum`."""

from __future__ import annotations

import re

from coach.domain.checking.tokens import fold
from coach.domain.reading.employers import names_a_house, organisation_at
from coach.domain.reading.given import is_given

KINDS = (
    r"(?:company|firm|brand|start-?up|studio|shop|band|charity|business|label|agency|food truck|"
    r"podcast|magazine|choir|bakery|café|cafe|firma|laden|agentur|"
    r"verein|marke)"
)
"""What somebody may have of their own."""
_OWN_HOUSE = re.compile(
    rf"\b(?:his|her|their|the|ihre?|seine?|deren|dessen)\s+(?:own\s+|new\s+|eigene\s+|neue\s+)?{KINDS}\s+"
    r"(?:is|'s|’s|heißt|nennt sich)(\s+called|\s+named)?\s+(.+)$|"
    rf"\b{KINDS}(?:\s+in\s+[A-ZÄÖÜ]\w+)?\s+(?:called|named|namens)\s+(.+)$|"
    rf"\b{KINDS}\s+[\"“„]([^\"”“]{{2,40}})[\"”“]|"
    rf"(?:^|[,;(]\s*){KINDS}\s*(?:is|:|=)\s+(\S.+)$",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:runs|founded|co-founded|owns|co-owns|heads|leads|leitet|führt|gründete|leading|running)\s+"
    r"(the |den |die |das )?(.+)$"
)
_OWNED = re.compile(r"([A-Z][\w&.-]*(?: [A-Z&][\w&.-]*)*)['’]s\s+(.+)$")
"""`Verdant's CEO`."""
_OF_A_HOUSE = frozenset(
    """founder founders owner owners ceo cto member president trustee gründer gründerin inhaber inhaberin board office
    team department committee branch""".split()
)
"""Behind these "of" leads to an organisation: `owner of Lush`, `chairs the board of Lush`; not so in `head of QA`."""


def leads_a_house(role: str) -> bool:
    """`founder`, `CEO`: a role that belongs to an organisation."""
    return fold(role.rpartition(" ")[2]).removeprefix("co-") in _OF_A_HOUSE


_SMALL_LED = re.compile(
    r"(?:runs?|running|owns?|co-owns|chairs|heads|leads|manages|founded|co-founded)\s+the\s+((?:[a-z'’-]+\s+){1,2}"
    r"(?:shop|kitchen|assoc|association|club|society|choir|bakery|cafe|café|library|museum|pantry|foodbank|food bank|"
    r"nursery|hospice|charity|co-op|cooperative|brewery|gallery|bookshop|hostel|youth centre|community centre))"
    r"(?=\s+(?:in|on|at|near|by|down|up|over|round)\s|$)"
)


def led_house(words: str) -> str:
    """`Peat & Plum`, in `runs Peat & Plum`; `soup kitchen`, in `runs the soup kitchen in Peckham`."""
    if small := _SMALL_LED.match(words):
        return small[1]
    led = _LED.match(words)
    whole = led and led[2][:1].isupper() and names_a_house(led[2]) and (not led[1] or " " in led[2])
    return led[2] if led and whole else ""


def own_house(told: str) -> str:
    """`soundpea`, in `his company is called soundpea`."""
    found = _OWN_HOUSE.search(told)
    if not found:
        return ""
    if found[4]:
        return found[4]
    if found[5]:
        return organisation_at(found[5], lead="at", role=False)
    called = bool(found[1] or found[3]) or "heißt" in found[0]
    return organisation_at(found[2] or found[3], lead="called" if called else "at", role=False)


def owned_house(words: str) -> tuple[str, str] | None:
    """The role and the organisation of `Verdant's CEO`; None of `Bob's manager`."""
    owned = _OWNED.match(words)
    fits = owned and leads_a_house(owned[2]) and not is_given(fold(owned[1]))
    return (owned[2], owned[1]) if owned and fits else None
