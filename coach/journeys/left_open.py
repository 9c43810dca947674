"""What of rough notes the rules left open, in pieces that a small model reads well: it need not read what is plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.domain import reading
from coach.domain.capture import CaptureProposal
from coach.domain.checking.english import known
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import CALENDAR, HARMLESS_NAMES

PIECE_WORDS = 180
"""Words read in one model call: short enough for a small model to miss nothing."""
PIECE_CHARACTERS = 1500
"""The same for a script without spaces, or one endless word."""
LEAST_SAID, LEAST_TOLD = 6, 14
"""Words of a sentence of which nothing was made that may hold a promise, or a story."""
WORTH_ASKING = 12
"""Words noted about somebody met of whom the rules read neither what they do nor where."""
_SPOKEN = re.compile(r"\b(?:I|me|us|we|my|our|ich|mir|mich|uns|wir)\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def pieces_left_open(text: str, proposal: CaptureProposal) -> list[str]:
    """The sentences that the rules left open, each with the one before it, in pieces; all of the notes where they found
    nobody who was met."""
    said = reading.note_sentences(text)
    if not any(one.accepted for one in proposal.people):
        return in_pieces(said)
    vague = {
        fact
        for one in proposal.people
        if one.accepted and not one.role and not one.organisation
        for fact in (one.facts if sum(len(fact.split()) for fact in one.facts) >= WORTH_ASKING else ())
    }
    named = {word for one in proposal.people for word in _words(one.name, *one.also_called, one.organisation)}
    unread = set(proposal.unread)
    kept: dict[int, None] = {}
    for at, sentence in enumerate(said):
        if sentence in vague or _says_more(sentence, sentence in unread, named):
            kept |= dict.fromkeys((max(at - 1, 0), at))
    return in_pieces([said[at] for at in sorted(kept)])


def _says_more(sentence: str, unread: bool, named: set[str]) -> bool:
    """Whether a sentence may hold a promise or a story that no rule saw, or names somebody whom none found."""
    words = len(sentence.split())
    told = unread and (words >= LEAST_TOLD or (words >= LEAST_SAID and bool(_SPOKEN.search(sentence))))
    return told or any(_may_be_a_name(word, named) for word in _WORD.findall(sentence)[1:])


def _may_be_a_name(word: str, named: set[str]) -> bool:
    low = word.casefold()
    plain = word[:1].isupper() and word[1:].islower() and low not in named
    return plain and low not in CALENDAR | HARMLESS_NAMES and not known(low) and not is_place(low)


def _words(*names: str) -> set[str]:
    return {word.casefold() for name in names for word in _WORD.findall(name)}


def in_pieces(sentences: Iterable[str]) -> list[str]:
    """Sentences gathered into pieces of about `PIECE_WORDS` words; what has no full stops is cut where a piece ends."""
    pieces: list[str] = []
    for part in (part for sentence in sentences for part in _parts(sentence)):
        if pieces and _fits_into_one(f"{pieces[-1]} {part}"):
            pieces[-1] += f" {part}"
        else:
            pieces.append(part)
    return pieces


def _parts(sentence: str) -> Sequence[str]:
    if _fits_into_one(sentence):
        return [" ".join(sentence.split())]
    words = sentence.split()
    runs = [" ".join(words[at : at + PIECE_WORDS]) for at in range(0, len(words), PIECE_WORDS)]
    return [run[at : at + PIECE_CHARACTERS] for run in runs for at in range(0, len(run), PIECE_CHARACTERS)]


def _fits_into_one(text: str) -> bool:
    return len(text.split()) <= PIECE_WORDS and len(text) <= PIECE_CHARACTERS
