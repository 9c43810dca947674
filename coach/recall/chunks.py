"""What of a passage is read by the embedder and the word index: pieces of bounded length, each with a heading.

A chat turn is one piece. A note of 100,000 characters becomes a hundred, cut between sentences, so that the
model, which reads 256 tokens, sees all of it. A heading (title, author) goes in front of every piece,
because a turn rarely says who speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntFlag

from coach.domain.evidence import Passage
from coach.recall.query import asks_itself, tells_time

CHUNK_CHARACTERS = 900
"""About 200 tokens of English: with its heading a piece stays under the 256 tokens that the model reads."""
HEADING_CHARACTERS = 120
BREAK = re.compile(r"\n{2,}|(?<=[.!?…。！？])\s+|\n")


class Mark(IntFlag):
    """What can be told of a piece once, when it is saved."""

    ASKS = 1
    TELLS_TIME = 2


@dataclass(frozen=True)
class Chunk:
    """`text[start:end]` of the passage's text, and the heading that is read with it."""

    start: int
    end: int
    text: str
    heading: str

    @property
    def embedded(self) -> str:
        return f"{self.heading}{self.text}"

    @property
    def marks(self) -> Mark:
        asks = Mark.ASKS if asks_itself(self.text) else Mark(0)
        return asks | (Mark.TELLS_TIME if tells_time(self.text) else Mark(0))


def chunks(passage: Passage) -> list[Chunk]:
    """The pieces of a passage in order; at least one, even for an empty text."""
    heading = _heading(passage)
    spans = _spans(passage.text) or [(0, 0)]
    return [Chunk(start, end, passage.text[start:end].strip(), heading) for start, end in spans]


def _heading(passage: Passage) -> str:
    """`Title. ` or `Author: `, the forms in which people write both."""
    title = passage.title.strip()[:HEADING_CHARACTERS]
    author = passage.author.strip()[:HEADING_CHARACTERS]
    if title and not passage.text.startswith(title):
        return f"{title}. "
    return f"{author}: " if author else ""


def _spans(text: str) -> list[tuple[int, int]]:
    """Cut at paragraph, sentence and line ends; a sentence longer than a piece is cut where it must be."""
    if len(text) <= CHUNK_CHARACTERS:
        return [(0, len(text))] if text.strip() else []
    spans: list[tuple[int, int]] = []
    start = end = 0
    for stop in _stops(text):
        if stop - start > CHUNK_CHARACTERS and end > start:
            spans.append((start, end))
            start = end
        end = stop
    spans.append((start, len(text)))
    return [span for span in spans if text[span[0] : span[1]].strip()]


def _stops(text: str) -> list[int]:
    """Places where the text may be cut, never further apart than a piece is long."""
    places = [found.end() for found in BREAK.finditer(text)] + [len(text)]
    stops: list[int] = []
    last = 0
    for place in places:
        while place - last > CHUNK_CHARACTERS:
            space = text.rfind(" ", last + CHUNK_CHARACTERS // 2, last + CHUNK_CHARACTERS)
            last = space + 1 if space > 0 else last + CHUNK_CHARACTERS
            stops.append(last)
        if place > last:
            stops.append(place)
            last = place
    return stops
