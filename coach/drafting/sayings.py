"""Facts whose form says what they are: a saying of theirs, their own words, hearsay, a tie to the user, what a talk
is going to tell."""

from __future__ import annotations

import re

_OWN_SAYING = re.compile(
    r"^your (?:[\w'’-]+ ){0,2}(?:rule|worry|fear|problem|trouble|headache|hope|dream|wish|goal|tip|trick|motto|"
    r"question|regret|project|idea|plan|advice|secret|method|principle|test|recipe)s?"
    r"(?: (?:for|of|about|on|with|against|in) [^:]{2,30})?: \w",
    re.IGNORECASE,
)
"""A rule, a worry or a motto of theirs, behind its colon."""
THEIR_WORDS = re.compile(r"^you said: “(?P<words>[^”]+)”$", re.IGNORECASE)
HEARSAY = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? (?:says|said|tells me|told me|mentioned) (?:that )?(?=you\b)")
"""What somebody else told the user about them."""
WRITTEN = re.compile(
    r"^your (?:abstract|profile|post|article|paper|blog|newsletter|website|page|book|talk|programme|entry|bio) "
    r"(?:says|tells|mentions|explains) that (?=\w)",
    re.IGNORECASE,
)
"""Where a note quotes what they wrote."""
TIE = re.compile(
    r"(?:,|;)? (?:and|but) (?:(?:my|our) (?:[\w'’-]+ ){1,3}(?:has|have|is|are|needs?|does|can|could)|"
    r"(?:I|we) (?:have|am|are|need|know|can|could|want|would|run|use|build|look|still|also))\b"
)
"""Where a note goes on from them to the user: "…, and my kit has a test for that"."""
TIED = 28
"""Words of a fact that says what joins the two, which stands as it is."""


def tie_in(told: str) -> bool:
    """Whether a fact about the person goes on to what the user has to do with it."""
    return bool(re.match(r"your?\b", told, re.IGNORECASE) and TIE.search(told)) and len(told.split()) <= TIED


def about_them(told: str) -> str:
    """What somebody else said of the person, without who said it."""
    return HEARSAY.sub("", told, count=1)


def their_words(told: str) -> bool:
    """Whether a fact quotes what they said."""
    return bool(THEIR_WORDS.match(told.strip().rstrip(" .")))


def own_saying(told: str) -> bool:
    """Whether a fact is a rule, a worry or a motto of theirs: "your rule: nobody is asked what they do"."""
    return bool(_OWN_SAYING.match(told)) and len(told.split()) <= TIED


_ANNOUNCES = re.compile(
    r"^(?:(?:in|during|through) (?:this|your|the) (?:talk|session|tutorial|workshop|presentation),? )?"
    r"(?:(?:first|then|finally),? )?you(?: will|['’]ll| are going to| want to)? "
    r"(?:also |then |first |finally |briefly )?"
    r"(?P<what>(?:share|show|present|explain|discuss|talk about|explore|cover|demonstrate|walk through|introduce|"
    r"describe|tell|look at|focus on) (?!you\b|the following|some of|a few).+)$",
    re.IGNORECASE,
)
_AHEAD_ENDS = re.compile(r"\s*[;:(]|, (?:and|or|but|so|as well)\b| — | – ")
_GOES_ON = re.compile(r",? (?:including|such as|which|while|with|using)\b")
_LEANS_AHEAD = re.compile(
    r"['’]ll\b|\b(?:audience|attendees|this|these|such an?|(?:how|why|what|that) (?:it|they|he|she))\b"
)
AHEAD = 20
"""Words of what a talk is going to tell, said aloud."""


def announced(fact: str) -> str:
    """What an abstract says that its talk is going to tell, as it follows "you will"; else ""."""
    found = _ANNOUNCES.match(fact.strip().rstrip(" .!…"))
    what = _AHEAD_ENDS.split(found["what"], maxsplit=1)[0] if found else ""
    head = _GOES_ON.split(what, maxsplit=1)[0]
    if len(what.split()) > AHEAD and "," not in what[len(head) + 1 :]:
        what = head
    enough = 4 <= len(what.split()) <= AHEAD and "…" not in what and "?" not in what
    return what if enough and not _LEANS_AHEAD.search(what) else ""
