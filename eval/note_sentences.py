"""What the sentences of rough notes are, for the reader of notes to learn from and to be measured on.

`eval/data/note_sentences`: five files by five hands, each line with its tags: M and T (the user, or somebody met,
promises the other), O (a promise among others, or one refused, kept or only considered), H (told in confidence), S (a
story), W (what somebody wants or cares about), K (how or when somebody is reached), F (another fact), X (anything
else).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.domain.reading import note_sentences

DATA = Path(__file__).parent / "data"
LABELS = ("promise", "mine", "otherwise", "hush", "story", "wants", "reach")
REPORTED = 5
"""The file of sentences that nothing is learned from."""
OPEN = -1.0
"""The label of what is not known."""


@dataclass(frozen=True)
class Line:
    """A sentence, the one before it in the notes, where it comes from, and its labels."""

    sentence: str
    before: str
    source: str
    labels: tuple[float, ...]


def tagged(number: int) -> Iterator[Line]:
    """The lines of one file of tagged sentences: `M | I'll send her the list.`, evenings parted by `===`."""
    before = ""
    for line in (DATA / f"note_sentences/{number}.txt").read_text("utf-8").splitlines():
        found = re.match(r"^([MTOHSWKFX]+) \| (.+)$", line)
        if not found:
            before = ""
            continue
        tags, sentence = found[1], found[2]
        mine = OPEN if ("M" in tags) == ("T" in tags) else float("M" in tags)
        promise = float(bool({"M", "T"} & set(tags)))
        yield Line(sentence, before, f"sentences {number}", (promise, mine, *(float(tag in tags) for tag in "OHSWK")))
        before = sentence


def noted(part: str) -> Iterator[Line]:
    """The sentences of the notes that capture is measured on, labelled by what stands in them."""
    for case in json.loads((DATA / "capture.json").read_text("utf-8")):
        if case["part"] != part:
            continue
        said = note_sentences(case["text"])
        labels = [[0.0, OPEN, OPEN, OPEN, 0.0, 0.0, OPEN] for _ in said]
        low = [sentence.lower() for sentence in said]
        for promise in case["promises"]:
            _mark(labels, low, promise)
        for words, place in [
            *((story["words"], 4) for story in case["stories"]),
            *(([topic], 5) for person in case["people"] for topic in person["cares_about"]),
        ]:
            for at, text in enumerate(low):
                if any(word.lower() in text for word in words):
                    labels[at][place] = 1.0
        for before, sentence, marked in zip(["", *said[:-1]], said, labels, strict=True):
            yield Line(sentence, before, f"notes {part}", tuple(marked))


def _mark(labels: list[list[float]], low: Sequence[str], promise: dict[str, Any]) -> None:
    """The one sentence that holds most of the promise's words is it; where several do, none is known to be."""
    held = [sum(word.lower() in text for word in promise["what"]) for text in low]
    best = max(held, default=0)
    places = [at for at, count in enumerate(held) if best and count == best]
    if len(places) != 1:
        for at in places:
            labels[at][0] = labels[at][0] or OPEN
        return
    (at,), mine = places, float(promise["by"] == "me")
    labels[at][1] = mine if labels[at][1] in (OPEN, mine) else OPEN
    labels[at][0] = 1.0
