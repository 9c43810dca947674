"""A story told aloud: what it still lacks, and its own sentences chosen for 30, 60 or 90 seconds.

By rule alone: a short version holds whole sentences of the story in their order, so that nothing is said that its
teller did not write.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from coach.domain.models import Model, Story
from coach.domain.text import sentences, stems

Part = Literal["struggle", "turn", "result", "lesson"]
Missing = Literal["struggle", "turn", "result", "lesson", "good_for"]
PARTS: tuple[Part, ...] = ("struggle", "turn", "result", "lesson")
SECONDS = (30, 60, 90)
WORDS_A_MINUTE = 150
"""The average of English speakers in the United States by the National Center for Voice and Speech ("Voice
Qualities", ncvs.org). Lectures are close to it (about 140), lively conversation is faster (about 210): Tauroza and
Allison 1990, "Speech Rates in British English", Applied Linguistics 11(1)."""
QUOTED_WORDS = 14
HEADING_WORDS = 5
"""A line of so few words without an end mark is a heading, which nobody says aloud."""
OPENING = 1.5
"""How much longer than its share the first sentence may be, which sets the scene, and how much more it is worth."""

_LEANS_BACK = re.compile(
    r"^(?:it|this|that|these|those|they|he|she|him|her|his|their|but|so|then|and|both|there|nobody else|neither)\b",
    re.IGNORECASE,
)
_CUES: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        "lesson",
        re.compile(
            r"\b(?:lesson|learn\w*|taught me|i (?:now )?know|i believe|moral|takeaway|in hindsight|looking back|"
            r"what i take|since i understood|the point is|always|never again)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "turn",
        re.compile(
            r"\b(?:until|one day|one evening|one night|suddenly|finally|decided|instead|"
            r"then (?:i|she|he|they|we|somebody)|that (?:day|evening|night)|changed|offered|asked (?:me|her|him|us)|"
            r"gave up|dared|invited)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "result",
        re.compile(
            r"\b(?:since then|today|now|in the end|as a result|led to|became|afterwards|ever since|"
            r"(?:weeks?|months?|years?) later|by the end|it worked|won|grew)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "struggle",
        re.compile(
            r"\b(?:could not|couldn't|nobody|afraid|fear\w*|fail\w*|stuck|lost|struggl\w*|hard|problem|worr\w*|alone|"
            r"refused|rejected|broke|without|didn't|did not|no one|too (?:shy|late|old|young))\b",
            re.IGNORECASE,
        ),
    ),
)
"""What gives a sentence of an uncut story away as one of the four parts; the first that fits counts."""


class Spoken(Model):
    """One sentence of a story, word for word, and the part that it belongs to (None: it cannot be told)."""

    text: str
    part: Part | None = None

    @property
    def words(self) -> int:
        return len(self.text.split())


class ShortStory(Model):
    """A story cut to about `seconds`. `left_out`: sentences of the whole that are not in it."""

    seconds: int
    lines: tuple[Spoken, ...]
    left_out: int = 0

    @property
    def words(self) -> int:
        return sum(line.words for line in self.lines)

    @property
    def spoken_seconds(self) -> int:
        """How long it takes to say, at `WORDS_A_MINUTE`."""
        return round(self.words * 60 / WORDS_A_MINUTE)

    @property
    def fits(self) -> bool:
        return self.words <= words_for(self.seconds)

    @property
    def text(self) -> str:
        """The sentences, those of one part in one line."""
        lines: list[str] = []
        before: Spoken | None = None
        for line in self.lines:
            if before is not None and line.part == before.part:
                lines[-1] = f"{lines[-1]} {line.text}"
            else:
                lines.append(line.text)
            before = line
        return "\n".join(lines)


def words_for(seconds: int) -> int:
    return seconds * WORDS_A_MINUTE // 60


def spoken(story: Story) -> list[Spoken]:
    """Every sentence in the order of telling. What was not cut into parts stands after the struggle."""
    told = [Spoken(text=one, part="struggle") for one in sentences(story.struggle)]
    told += [Spoken(text=one, part=_part_of(one)) for one in sentences(story.text) if not _heading(one)]
    rest: tuple[Part, ...] = ("turn", "result", "lesson")
    return told + [Spoken(text=one, part=part) for part in rest for one in sentences(getattr(story, part))]


def _heading(line: str) -> bool:
    return len(line.split()) <= HEADING_WORDS and not re.search(r"[.!?…:][\"'”’)\]]*$", line)


def _part_of(sentence: str) -> Part | None:
    return next((part for part, cue in _CUES if cue.search(sentence)), None)


# --------------------------------------------------------------------- what is missing
def missing_parts(story: Story) -> tuple[Missing, ...]:
    """What the story lacks, in the order of telling; last, what it would be good for."""
    there = {line.part for line in spoken(story)}
    lacking: list[Missing] = [part for part in PARTS if part not in there]
    return (*lacking, *(() if story.good_for else ("good_for",)))


def quoted_for(story: Story, part: Missing) -> str:
    """The story's own words that a question about a missing part takes up: those next to the gap."""
    lines = spoken(story)
    if not lines:
        return story.title
    order: Sequence[str] = PARTS
    if part == "good_for":
        near = next((line for line in reversed(lines) if line.part == "lesson"), lines[-1])
    elif part == "struggle":
        near = lines[0]
    else:
        before = [line for line in lines if line.part is None or order.index(line.part) < order.index(part)]
        near = before[-1] if before else lines[-1]
    return _clipped(near.text)


def _clipped(sentence: str) -> str:
    words = sentence.rstrip(".!? ").split()
    return " ".join(words) if len(words) <= QUOTED_WORDS else " ".join(words[:QUOTED_WORDS]) + " …"


# --------------------------------------------------------------------- cutting it short
def shorten(story: Story, seconds: int) -> ShortStory:
    """The story in about `seconds`: each part that it has keeps at least one sentence; the rest of the room goes to
    the sentences that hold most of what the story is about, for their length.

    A sentence that leans on the one before ("She …", "But …") brings it along. Where even one sentence a part is
    too long, the result is over its time, and `fits` says so: a sentence is never cut.
    """
    lines = spoken(story)
    budget = words_for(seconds)
    if sum(line.words for line in lines) <= budget:
        return ShortStory(seconds=seconds, lines=tuple(lines))
    worth = _worth(story, lines)
    kept: set[int] = set()
    for part in PARTS:
        kept |= _best_of(part, lines, worth, budget)
    for at in sorted(range(len(lines)), key=lambda at: (-worth[at], at)):
        wider = kept | _with_what_it_leans_on(at, lines)
        if _length(wider, lines) <= budget:
            kept = wider
    chosen = tuple(lines[at] for at in sorted(kept))
    return ShortStory(seconds=seconds, lines=chosen, left_out=len(lines) - len(chosen))


def _best_of(part: Part, lines: Sequence[Spoken], worth: Sequence[float], budget: int) -> set[int]:
    """The sentence of a part that must stay: the worthiest that leaves room for the others, else the shortest."""
    groups = [_with_what_it_leans_on(at, lines) for at, line in enumerate(lines) if line.part == part]
    if not groups:
        return set()
    share = budget // len({line.part for line in lines if line.part})
    if 0 in groups[0] and lines[0].words <= OPENING * share:
        return groups[0]
    roomy = [group for group in groups if _length(group, lines) <= share]
    if roomy:
        return max(roomy, key=lambda group: (max(worth[at] for at in group), -min(group)))
    return min(groups, key=lambda group: _length(group, lines))


def _with_what_it_leans_on(at: int, lines: Sequence[Spoken]) -> set[int]:
    group = {at}
    while at > 0 and lines[at - 1].part == lines[at].part and _LEANS_BACK.match(lines[at].text):
        at -= 1
        group.add(at)
    return group


def _worth(story: Story, lines: Sequence[Spoken]) -> list[float]:
    """How much of the story a sentence holds: its words that come back elsewhere in the story, those of the title and
    the themes twice, over the square root of its length."""
    seen = Counter(stem for line in lines for stem in stems(line.text))
    named = stems(" ".join([story.title, *story.themes, *story.good_for]))
    worth = [
        sum(seen[stem] + 2 * (stem in named) for stem in stems(line.text)) / max(line.words, 1) ** 0.5 for line in lines
    ]
    return [worth[0] * OPENING, *worth[1:]]


def _length(group: set[int], lines: Sequence[Spoken]) -> int:
    return sum(lines[at].words for at in group)
