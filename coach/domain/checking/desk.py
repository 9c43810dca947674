"""What the parts of the check work on: the draft with all that is known about it, and one sentence of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment, Voice
from coach.domain.checking.facts import Facts
from coach.domain.checking.report import ClaimCheck
from coach.domain.checking.sources import Briefing, Source
from coach.domain.checking.tokens import Span, Token


@dataclass(slots=True)
class Desk:
    """Everything that stays the same while one draft is read."""

    text: str
    plain: str
    sources: list[Source]
    briefing: Briefing
    facts: Facts
    language: str
    voice: Voice
    known: frozenset[str]
    mentioned: frozenset[str] = frozenset()


@dataclass(slots=True)
class Line:
    """One sentence of the draft on its way through the check."""

    span: Span
    tokens: list[Token]
    claims: list[ClaimCheck] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    fragments: list[Fragment] = field(default_factory=list)

    def fragments_at(self, position: int) -> list[Fragment]:
        """The clauses that hold the token at `position`."""
        return [part for part in self.fragments if part.first <= position <= part.last]


def add(desk: Desk, line: Line, first: int, last: int, kind: str, finding: Finding) -> None:
    """Note the outcome for the words from token `first` to token `last`."""
    start, end = line.tokens[first].start, line.tokens[last].end
    line.claims.append(
        ClaimCheck(
            start=start, end=end, text=desk.text[start:end], type=kind, verdict=finding.verdict,
            labels=finding.labels, quotes=finding.quotes, reason=finding.reason,
        )
    )  # fmt: skip
