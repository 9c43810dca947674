"""Notes that were only thought: "Priya and Tomáš should meet". Nobody was met or written to, so they are no contact."""

from __future__ import annotations

import re

from coach.domain.text import sentences

CUES = (
    "should", "could meet", "ought", "must meet", "introduce", "intro ", "connect", "link up", "in touch", "would get",
    "sollte", "müssten", "bekannt machen", "bekanntmachen", "zusammenbringen", "vorstellen", "vernetzen",
)  # fmt: skip
"""One of these, in small letters, is in every such note."""
_BRING = r"(?:introduc(?:e|ing)|intro|connect(?:ing)?|link(?:ing)? up|put(?:ting)? \S[^.;]* in touch)"
_LEAD = (
    r"^\W*(?:(?:idea|to[ -]?do|maybe|perhaps|must|could|should|idee|vielleicht|i|we|ich|wir|want to|need to|ought to|"
    r"remember to|don['’]?t forget to|might|can|will)\b[:,]?\s+)*"
)
_THOUGHT = re.compile(
    r"\b(?:should|ought to|could|must|need to|have to)(?: really| definitely| all| both| finally)* "
    r"(?:meet|talk|speak|get together|get to know|know (?:each other|one another|about)|be introduced|be connected|"
    r"connect|team up)\b|"
    r"\bwould (?:get (?:on|along)|like each other)\b|"
    rf"{_LEAD}{_BRING}\b|"
    r"\b(?:sollten|sollte|müssten|müsste)\b[^.;]*"
    r"\b(?:kennenlernen|kennen|treffen|reden|sprechen|austauschen|vernetzen)\b|"
    r"\b(?:bekannt ?machen|zusammenbringen|vernetzen|einander vorstellen|(?:mit|bei) \S[^.;]* vorstellen)\W*$",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:met|spoke|talked|saw|told|said|says|asked|called|wrote|mailed|had|was|were|has|chat(?:ted)?|lunch|"
    r"coffee with|agreed|promised|getroffen|gesprochen|geredet|sagte?|erzählte?|meinte|fragte|schrieb|hat|hatte|war|"
    r"waren)\b",
    re.IGNORECASE,
)


def is_only_a_thought(text: str) -> bool:
    """Whether every sentence of a note says that people should be brought together, and none that anything happened."""
    said = sentences(text)
    return bool(said) and all(_THOUGHT.search(one) and not _HAPPENED.search(one) for one in said)
