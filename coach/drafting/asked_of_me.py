"""What a reader has asked the writer for: an introduction, the slides. It is the writer's to do, so that one asks what
it needs, and never how it has gone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from coach.domain.brief import Line

_ASKED = r"\byou (?:\w+ly |also |even )?(?:had |have )?ask(?:ed|ing)? "
_THING = (
    r"(?:(?:the|my|our|a|an|some) )?(?:\w+ )?(?:slides|link|links|copy|paper|list|recording|photos?|pictures?|notes|"
    r"handout|contact|number|address|details|recipe|template|draft|file|files|report)\b"
)
_INTRODUCED = re.compile(
    rf"{_ASKED}(?:(?:me|us) )?(?:(?:for|about) (?:an? |the )?(?:\w+ )?intro(?:duction)?s?\b|to introduce you\b|"
    r"(?:if|whether) (?:I|we) (?:could|can|would) introduce you\b|to be introduced\b)|"
    r"\byou (?:want|wanted|need|needed|would like|hope for|hoped for|are looking for) an? intro(?:duction)?\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    rf"{_ASKED}(?:(?:(?:me|us) )?for {_THING}|"
    r"(?:me|us) (?:to|if I could|whether I could) (?:send|forward|share|mail|lend)\b)",
    re.IGNORECASE,
)


def asked_in(lines: Mapping[str, Line]) -> Literal["introduce", "send"] | None:
    """The same of what a message remembers."""
    said = (asked_of_me(lines[slot].text) for slot in ("memory", "detail") if slot in lines)
    return next((kind for kind in said if kind), None)


def asked_of_me(told: str) -> Literal["introduce", "send"] | None:
    """What a sentence to the reader says that they asked the writer to do; None where it says nothing of the sort."""
    if _INTRODUCED.search(told):
        return "introduce"
    return "send" if _SENT.search(told) else None
