"""The question of a sentence that holds a confidence as well: "Tomáš is leaving (hush hush), who knows sensors?" asks
"Who knows sensors?". It is cut off only where it gives nothing away: it names nobody, points to nothing that is said
beside it and shares no subject with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coach.domain.discretion import beside_the_order, confidences, kept_back
from coach.domain.everyday import topics

_PARTED = re.compile(r"\s*[,;:()…]+\s*|\s+[–—-]+\s+|\s*—\s*|(?<=\w)\.\.+\s*")
_JOINED = re.compile(
    r"(?:(?:so|and|but|then|now|also|well|anyway|und|aber|also|nun|daher|deshalb)\b[\s,]*)+", re.IGNORECASE
)
_ANYONE = r"(?:anyone|anybody|someone|somebody|you|I|we|there|people|others|one of you)"
_JEMAND = r"(?:jemand|wer|du|ich|wir|man|ihr|Sie|einer|es)"
_ASKS = re.compile(
    rf"who(?:m|se)?\b(?!\s+(?:is|was|are|were|has|had|have|will|['’]s)\b)|who['’]d\b|what\b|how\b|why\b|"
    rf"(?:where|when|which)\s+(?:do|does|did|can|could|should|would|will|is|are|of|other)\b|"
    rf"(?:do|does|did|can|could|would|should|is|are|has|have|will|might|may)\s+{_ANYONE}\b|"
    rf"any(?:\s+\w+)?\s+(?:ideas?|tips?|advice)\b|any(?:one|body)\b|"
    rf"(?:wer|wen|wem|wessen|was|wie|warum|wieso|weshalb|womit|wofür|wozu|woran|worauf|woher)\b|"
    rf"wo\s+(?:kann|könnte|finde\w*|gibt|bekomm\w*|soll\w*)\b|"
    rf"(?:kann|könnte\w*|kenn\w*|weißt?|gibt|hat|hätte|würde|soll\w*|darf|möchte|habt|hast)\s+{_JEMAND}\b",
    re.IGNORECASE,
)
"""How a question begins. "who is", "where it", "welche" begin what tells more of somebody as well, and are left out."""
_POINTS = re.compile(
    r"\b(?:he|she|him|his|hers?|they|them|their|theirs|it|its|this|these|those|such|here|then|one|ones|same|"
    r"that(?!\s+(?:is|are|can|could|has|have|does|would|will|might)\b)|(?<!\bis )(?<!\bare )there|(?<!gibt )es|"
    r"instead|replacement|substitute|successor|stand-in|(?-i:er|sie|ihm|ihn|ihr|ihnen)|ihr(?:e[nmrs]?)|"
    r"sein(?:e[nmrs]?)?|dies\w*|solch\w*|da|dort|dabei|dafür|daran|darauf|damit|davon|darüber|dazu|dann|stattdessen|"
    r"ersatz|nachfolge\w*)\b",
    re.IGNORECASE,
)
_DER = re.compile(r"\b(?:der|die|das|den|dem|deren|dessen)\b(?!\s+\w*[A-ZÄÖÜ])")
"""A German pronoun; before a noun it is an article."""
_COURTESY = frozenset(
    "please just strictly really quick quickly hey psst pst well bitte nur mal kurz streng ganz".split()
)
_WORDS_OF_AN_ORDER = 4
_WORDS_OF_A_SECRET = 2


@dataclass(frozen=True)
class Apart:
    """`question`: what may be asked by itself; `rest`: what is for the user alone, as typed."""

    question: str
    rest: str


def asks(sentence: str) -> bool:
    """Whether a sentence asks something, also in its last clause and without a mark."""
    last = _pieces(sentence)[-1:]
    return "?" in sentence[-_END:] or any(_ASKS.match(sentence[start:end]) for start, end in last)


_END = 3
"""Characters in which the mark of a question stands: `?`, `?)`, `?"`."""


def asked_apart(sentence: str, names_somebody: Callable[[str], bool], language: str, beside: str = "") -> Apart | None:
    """The question of a sentence without its confidence; None where it has none that is safe to ask.
    `names_somebody`: whether words name somebody whom the user knows, or anything that the sentence names;
    `beside`: what else is kept back, where the sentence only gives the order."""
    pieces = _pieces(sentence) if "?" in sentence[-_END:] else []
    asking = [at for at, (start, end) in enumerate(pieces) if _ASKS.match(sentence[start:end])]
    if not asking:
        return None
    first, last = (0, 0) if asking[0] == 0 else (asking[-1], _end_of_the_question(sentence, pieces))
    start, end = pieces[first][0], pieces[last][1]
    question, rest = sentence[start:end].strip(), _joined(sentence[:start], sentence[end:])
    safe = not (names_somebody(question) or _gives_away(question, f"{rest} {beside}", language))
    return (
        Apart(f"{question[:1].upper()}{question[1:].rstrip(' ?.!')}?", rest)
        if safe and kept_back(rest) and (beside or _tells(rest))
        else None
    )


def _pieces(sentence: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence stand, each without the word that joins it to the one before."""
    cuts = [(0, 0), *((cut.start(), cut.end()) for cut in _PARTED.finditer(sentence)), (len(sentence), len(sentence))]
    found = []
    for (_, start), (end, _) in pairwise(cuts):
        joined = _JOINED.match(sentence, start, end)
        begins = joined.end() if joined else start
        if re.search(r"\w", sentence[begins:end]):
            found.append((begins, end))
    return found


def _end_of_the_question(sentence: str, pieces: Sequence[tuple[int, int]]) -> int:
    """The last clause, or the one before where no more follows than the order to keep it quiet."""
    at = len(pieces) - 1
    while at and _is_an_order(sentence[slice(*pieces[at])]):
        at -= 1
    return at


def _is_an_order(clause: str) -> bool:
    return bool(confidences(clause)) and len(clause.split()) <= _WORDS_OF_AN_ORDER


def _joined(before: str, after: str) -> str:
    """What stands round the question, without the marks that joined it."""
    head = re.sub(r"[\s,;:–—-]+(?:(?:so|and|but|und|aber|also)\s*)?$", "", before)
    tail = re.sub(r"^[\s,;:–—?-]+", "", after)
    return f"{head} {tail}".strip(" ?") if head and tail else (head or tail.rstrip(" ?"))


def _gives_away(question: str, rest: str, language: str) -> bool:
    """Whether a question says or points to something of the rest, or says nothing of its own."""
    about = topics(question, language)
    points = _POINTS.search(question) or (language == "de" and _DER.search(question))
    return bool(points or kept_back(question) or not about or about & topics(rest, language))


def _tells(rest: str) -> bool:
    """Whether something stands in the rest that could be kept back, besides the order to keep it."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", beside_the_order(rest))} - _COURTESY
    return len(words) >= _WORDS_OF_A_SECRET
