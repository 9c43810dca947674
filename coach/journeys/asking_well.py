"""How to ask somebody for help with a challenge, and a stranger for a story, worded by rule from the evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coach.domain.evidence import Evidence
from coach.domain.models import Commitment, Kind, Model, Person
from coach.domain.text import sentences, stems

GIST_WORDS = 24
_POINTS_BACK = re.compile(r"\b(?:them|they|it|one|ones|this|that|these|those|him|her|he|she|there)\b", re.IGNORECASE)
"""What only the sentence before explains."""


class Reason(Model):
    """What makes somebody worth asking: the evidence, its sentence that fits best, the words both share."""

    evidence: Evidence
    quote: str
    shared: tuple[str, ...] = ()


class Asking(Model):
    """How to ask well: why them, a small and certain thing, an easy way out; and what you owe them first."""

    why: str
    ask: str
    way_out: str
    owed: str = ""
    owed_by: date | None = None

    @property
    def intent(self) -> str:
        """The same as one wish, for a message that is drafted."""
        return f"{self.why} {self.ask} {self.way_out}"


def asking(person: Person, reasons: Sequence[Reason], challenge: str, owed: Commitment | None) -> Asking:
    """By rule, from the evidence: why them, one question of ten minutes, an easy no.

    A specific request that is easy to grant and to refuse; people agree to direct requests for help more often than
    those who ask expect (Flynn and Lake 2008, "If you need help, just ask", J. Pers. Soc. Psychol. 95).
    """
    return Asking(
        why=_why(person, reasons[0]),
        ask=_small_ask(challenge),
        way_out="If this is not your field, or the time is bad, a no is quite all right.",
        owed=owed.what if owed else "",
        owed_by=owed.due if owed else None,
    )


def _why(person: Person, reason: Reason) -> str:
    """In words that the evidence holds up: a talk, what was said, what they care about, their work."""
    about = " and ".join(sorted(reason.shared, key=len, reverse=True)[:2])
    if reason.evidence.kind is Kind.SESSION:
        return f"I thought of you because of your talk “{reason.evidence.title}”."
    cared = next((topic for topic in person.cares_about if stems(topic) & stems(about)), "")
    if cared:
        return f"I thought of you because you care about {cared}."
    if reason.evidence.kind is Kind.NOTE and about:
        return f"I thought of you when it came to {about}."
    return f"I thought of you because of your work as {person.role}." if person.role else "I thought of you."


def _small_ask(challenge: str) -> str:
    said = gist(challenge)
    if said.endswith("?"):
        return f"Could I ask you one question, ten minutes at most? {said}"
    return f"I am stuck on this: “{said}”. Could I have ten minutes of your thoughts on it?"


def gist(challenge: str) -> str:
    """The user's own words for it: the question that they ask, else the beginning of the first sentence."""
    parts = sentences(challenge)
    asked = [at for at, one in enumerate(parts) if one.endswith("?") and len(one.split()) <= GIST_WORDS]
    if asked:
        before = parts[asked[-1] - 1] if asked[-1] and _POINTS_BACK.search(parts[asked[-1]]) else ""
        both = f"{before} {parts[asked[-1]]}".strip()
        return both if len(both.split()) <= 2 * GIST_WORDS else parts[asked[-1]]
    first = re.split(r"[:;]\s", parts[0])[0].rstrip(".! ") if parts else challenge
    words = first.split()
    return first if len(words) <= GIST_WORDS else " ".join(words[:GIST_WORDS]) + " …"


def stranger_questions(challenge: str) -> tuple[str, str]:
    """Two questions that somebody who does not know you can answer with a story; neither can be met with yes or no."""
    said = gist(challenge)
    if said.endswith("?"):
        return (f"{said} Who have you seen do it well?", f"If it were yours to solve, what would you try first? {said}")
    return (
        f"I keep running into this: “{said}”. Who have you seen get past it, and how?",
        f"If this were yours, “{said}”: what would you try first, and who taught you that?",
    )
