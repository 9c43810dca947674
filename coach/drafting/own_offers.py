"""What the user can give somebody by their own notes: "Ana wants to work there. My cousin works there."

The answer to what the other looks for stands in the notes, or in a goal that says what the user is. It is offered in
these words, with the need that it answers before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.domain.text import sentences
from coach.drafting.address import told_to_you
from coach.drafting.goal_questions import of_oneself, wanted_in
from coach.drafting.kinship import kindred
from coach.drafting.lines import grounded_lines, raw_line

_NEEDS = re.compile(
    r"^you (?:\w+ly |still |also |now |really |have )?(?:are (?:looking|searching|hunting) for|looks? for|"
    r"search(?:ed)? for|need|"
    r"wants?|would (?:like|love)|wish|hope|asked|lack|seek|sought|cannot find|can['’]t find|struggle|are stuck|"
    r"looked for|needed|wanted)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"^(?:yes,? )?I (?:do|am|have|can|could|might|did)(?: indeed)?\s*[:;,–—-]\s*(?P<what>.+)$", re.IGNORECASE
)
_SOMEBODY_OF_MINE = re.compile(
    r"^(?:my|our) (?:[\w-]+ ){0,2}[\w'’-]+(?: [A-Z][\w'’-]+)? (?:works|runs|knows|leads|teaches|owns|has|is|does|"
    r"makes|sells|"
    r"builds|organi[sz]es|edits|chairs|hires|plays|sings|studies|lives|did|ran|worked|led|knew)\b",
    re.IGNORECASE,
)
_I_KNOW = re.compile(r"^I (?:also )?know (?:somebody|someone|people|an?|two|three|the|[A-Z])", re.IGNORECASE)
_I_COULD = re.compile(
    r"^I (?:could|can|would|might|['’]d)(?: gladly| easily| also)? (?P<what>(?:lend|show|help|introduce|share|give|"
    r"send|put|teach|"
    r"review|read|proof-?read|translate|print|host|test|offer|ask|connect|bring|let|pass|look)\b.+)$",
    re.IGNORECASE,
)
_I_HAVE = re.compile(r"^I (?:(?:still|also) )?(?:have|own|am) (?:an?|two|three|some|the|spare|plenty)\b", re.IGNORECASE)
LONGEST_NEED, LONGEST_GIFT = 14, 16
"""Words of what they need, and of what the user has for it, that are said in one breath."""
OF_PEOPLE, OF_THINGS = "Shall I introduce you?", "Would that help you?"


@dataclass(frozen=True)
class OwnOffer:
    """What the user has for a `need` of the other: `gift` as it stands in the record, `asked` behind it."""

    need: str
    gift: str
    asked: str
    labels: tuple[str, ...]

    @property
    def told(self) -> str:
        """The gift as a sentence of a message, where the need stands before it."""
        by = {OF_PEOPLE: ", and I would be glad to introduce you", OF_THINGS: ", if that helps"}[self.asked]
        return f"{self.gift[:1].upper()}{self.gift[1:]}{by}."

    @property
    def whole(self) -> str:
        """Need and gift in one sentence, and the question."""
        need = f"{self.need[:1].upper()}{self.need[1:]}"
        return f"{need}, and {self.gift}. {self.asked}"


def own_offers(evidence: Sequence[Evidence], name: str, facts: Mapping[str, Any]) -> list[OwnOffer]:
    """What the notes say that the user has for a need of the person's, then what the user is by a goal."""
    return [*_noted(evidence, name, str(facts.get("user", ""))), *_by_trade(evidence, name)]


def offer_lines(evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    """The same as lines of a brief, each grounded."""
    found = own_offers(evidence, str(facts.get("person", "")), facts)
    return grounded_lines([raw_line(one.whole, *one.labels) for one in found], evidence, facts)


def _noted(evidence: Sequence[Evidence], name: str, user: str) -> Iterator[OwnOffer]:
    for note in evidence:
        if note.kind is not Kind.NOTE or note.author not in ("", user):
            continue
        need = ""
        for before, said in pairwise(["", *sentences(quotable(told_to_you(note, name).text))]):
            need = _need_in(before) or need
            if need and (offer := _offered(need, said.strip().rstrip(" .!"), note.label)):
                yield offer


def _need_in(told: str) -> str:
    bare = told.strip().rstrip(" .!")
    fits = _NEEDS.match(bare) and len(bare.split()) <= LONGEST_NEED and not re.search(r"[:;?“]", bare)
    asks = re.match(r"you asked\b", bare, re.IGNORECASE)
    return f"{bare[:1].lower()}{bare[1:]}" if fits and not asks else ""


def _offered(need: str, said: str, label: str) -> OwnOffer | None:
    """What a sentence of the user's has for the need, if anything."""
    found = _ANSWERS.match(said)
    bare = found["what"].strip() if found else said
    if not 3 < len(bare.split()) <= LONGEST_GIFT or re.search(r"[:;?“”]", bare):
        return None
    if could := _I_COULD.match(bare):
        return OwnOffer(need, f"I could {could['what']}", OF_THINGS, (label,))
    if _I_KNOW.match(bare) or _SOMEBODY_OF_MINE.match(bare):
        gift = bare if bare.startswith("I ") else f"{bare[:1].lower()}{bare[1:]}"
        return OwnOffer(need, gift, OF_PEOPLE, (label,))
    return OwnOffer(need, bare, OF_THINGS, (label,)) if _I_HAVE.match(bare) else None


def _by_trade(evidence: Sequence[Evidence], name: str) -> Iterator[OwnOffer]:
    """ "I am a statistician" of a goal, for somebody who looks for one who can do statistics."""
    trades = [
        (trade, goal.label)
        for goal in evidence
        if goal.kind is Kind.GOAL
        for trade in of_oneself(wanted_in(quotable(goal.text)))
    ]
    for note in (one for one in evidence if trades and one.kind is Kind.NOTE):
        for told in sentences(quotable(told_to_you(note, name).text)):
            need = _need_in(told)
            for trade, label in trades:
                if need and kindred(trade, need):
                    yield OwnOffer(need, trade, OF_THINGS, (note.label, label))
