"""The heart of a goal, as one says it to somebody: without what was added in typing it, in few words.

"Find two or three design partners for our rota tool, ideally people who run shifts at night, and maybe …" is, said
aloud, "find two or three design partners for our rota tool". What cannot be said in few words is not said at all.
"""

from __future__ import annotations

import re

HEART = 18
"""Words of an aim that are said in one breath."""
_LEAST = 3
_PICTURES = re.compile(
    "\\s*[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+|\\s+[:;]-?[)(DP](?!\\w)|\\s*(?:<3|\\^\\^)(?!\\w)"
)
_ASIDE = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_WANTING = re.compile(
    r"^(?:(?:I|we)(?:['’]d| would)? (?:really |also |just )?(?:want|like|love|hope|need|wish|plan|am hoping|am trying)"
    r"(?: you)? to|(?:I am|I['’]m|we are|we['’]re) (?:here|hoping|trying|planning) to|"
    r"(?:want|wanna|hoping|trying|hope|need|(?:would|['’]?d) (?:like|love)|(?:my|the|our) (?:aim|goal) is)(?: to)?|to)"
    r" (?=[a-z])(?!see if\b)",
    re.IGNORECASE,
)
_LOOKING = re.compile(r"^(?:(?:I am|I['’]m|we are|we['’]re) )?looking for ", re.IGNORECASE)
_ADDED = (
    r"ideally|preferably|maybe|perhaps|possibly|hopefully|if possible|esp(?:ecially)?\b\.?|mainly|mostly|or at least|"
    r"at least|best case|e\.g\.|for example|such as|plus|am liebsten|vielleicht|idealerweise|möglichst|bestenfalls|"
    r"eventuell|evtl\.?|gern(?:e)?|besonders|vor allem|zum Beispiel|z\. ?B\.|wenn möglich"
)
_AS_AN_EXTRA = re.compile(
    rf"(?:\s*[,;:]|\s+[-–—]+)\s*(?:(?:and|or|but|und|oder) )?(?:also |auch )?(?:{_ADDED})(?!\w).*$|"
    rf"\s+(?:and|or|und|oder) (?:also|{_ADDED})(?!\w).*$|\s+[-–—]+\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_SEAM = re.compile(
    r"(?:\s*[,;:]\s|\s+(?:because|since|although|even though|though|while|before|after|unless|otherwise|so that|"
    r"in order|without|instead of|rather than|for more than|but|weil|obwohl|bevor|ohne|damit|sondern)\s)",
    re.IGNORECASE,
)
_SHORT_FOR = (
    (re.compile(r"(?<= )w/ ?(?=\w)"), "with "),
    (re.compile(r"\bppl\b"), "people"),
    (re.compile(r"(?<=\w )&(?= \w)"), "and"),
)


def without_pictures(text: str) -> str:
    """The text without emoji and smileys."""
    return _PICTURES.sub("", text).strip()


def heart_of(aim: str) -> str:
    """What somebody is after, in at most eighteen words, without hedges, brackets and "I want to"; "" where nothing so
    short says it."""
    bare = _ASIDE.sub("", without_pictures(aim))
    for short, whole in _SHORT_FOR:
        bare = short.sub(whole, bare)
    bare = _LOOKING.sub("find ", _WANTING.sub("", bare.strip(" .…!,")))
    bare = _cut(bare, _AS_AN_EXTRA.search(bare))
    words = len(bare.split())
    if words <= HEART:
        return bare
    seams = [one for one in _SEAM.finditer(bare) if _LEAST < len(bare[: one.start()].split()) <= HEART]
    return _cut(bare, seams[-1]) if seams else ""


def _cut(text: str, seam: re.Match[str] | None) -> str:
    head = text[: seam.start()].rstrip(" ,;:-–—") if seam else text
    return head if len(head.split()) >= _LEAST else text
