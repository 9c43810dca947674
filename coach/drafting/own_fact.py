"""One sentence of the record as the person whom it is about would say it of themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable

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


Reader = Callable[[Evidence, str], list[OwnFact]]
"""What reads one entry of the record about somebody of a name."""


@dataclass(frozen=True)
class Readers:
    """How a language's entries are read: a profile, a talk, and notes and stories."""

    profile: Reader
    talk: Reader
    text: Reader

    def facts(self, evidence: Evidence, name: str) -> list[OwnFact]:
        """The facts of one entry, without their labels."""
        read = {Kind.PERSON: self.profile, Kind.SESSION: self.talk}.get(evidence.kind, self.text)
        return read(evidence, name)


CARES = re.compile(r"\b(Cares about|Values) ([^.]{3,160})\.")
"""The two lines that the program itself writes into a profile, in English in any language."""


def cared_for(text: str, openings: Mapping[str, tuple[str, Subject]], joined: str = "and") -> list[OwnFact]:
    """What a profile lists under these two, each behind its opening."""
    return [
        OwnFact(f"{openings[one[1]][0]} {listed(one[2], joined)}.", about=openings[one[1]][1])
        for one in CARES.finditer(text)
    ]


def profile_text(evidence: Evidence) -> str:
    """What a profile says behind the name."""
    head, _, rest = quotable(evidence.text).partition(": ")
    return rest or head


def title_and_abstract(evidence: Evidence) -> tuple[str, str]:
    """The title of a talk and its abstract; two empty strings where no title is quoted."""
    head, mark, abstract = quotable(evidence.text).partition("”")
    return (head.partition("“")[2], abstract.lstrip(". ")) if mark else ("", "")


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
