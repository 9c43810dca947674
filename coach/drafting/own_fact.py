"""One sentence of the record as the person whom it is about would say it of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Subject = Literal["", "role", "work", "care", "value", "met", "talk", "when"]


@dataclass(frozen=True)
class OwnFact:
    """A sentence in the first person, and the label of what it was taken from.

    `about`: the subject that it answers whatever words it shares with a question. `around`: what stands before it in
    the record and says what it is about ("It holds 16 chairs" follows a sentence on the room). `answers`: the question
    that the record itself puts before it ("Asked Noelani how she would start").
    """

    text: str
    label: str = ""
    about: Subject = ""
    around: str = ""
    answers: str = ""


def listed(words: str, joined: str = "and") -> str:
    """ "a, b, c" as one says it: "a, b and c"."""
    head, comma, last = words.strip().rpartition(", ")
    return f"{head} {joined} {last}" if comma else last


LONGEST_TITLED = 40
"""Words of a title and the sentence behind it that are said in one turn."""


def titled(title: str, abstract: Sequence[OwnFact], opening: str) -> list[OwnFact]:
    """What a talk is called, and with it what its abstract says first, if that is short."""
    if not title:
        return []
    called = opening.format(title=title.rstrip("."))
    whole = f"{called} {abstract[0].text}" if abstract else called
    both = [whole, called] if len(whole.split()) <= LONGEST_TITLED else [called]
    return [OwnFact(one, about="talk") for one in dict.fromkeys(both)]
