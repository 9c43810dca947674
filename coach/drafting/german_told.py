"""What German notes tell of somebody, said to them, and in which words one brings it back to mind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.language import language_of
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.named_days import whole_days
from coach.domain.quoting import quotable
from coach.domain.reading.promise_words import promised_in
from coach.domain.text import sentences, stems
from coach.drafting.angles import SAME_FACT
from coach.drafting.german_address import said_to
from coach.drafting.statements import varied

_STAYED = (
    "Mir ist im Kopf geblieben: {told}",
    "An eines denke ich seither: {told}",
    "Eines ist mir geblieben: {told}",
)
_STAYED_LATER = ("{told} Das ist mir im Kopf geblieben.", "{told} Daran denke ich seither.")
"""Of a sentence that has a colon itself, or says what they said."""
_MORE = ("Und auch das weiß ich noch: {told}", "Ich weiß auch noch: {told}")
_SAYS = re.compile(r"^(?:Du|Sie) (?:sagte|erzählte|meinte|erklärte)s?t?n?\b")
_PASSING = re.compile(r"\b(?:heute|morgen|übermorgen|gestern|vorgestern)\b")
"""Days that have other names by the time the message is read."""
_LONGEST = 28
"""Words of a sentence of the notes that is taken up."""
_SHORTEST = 5


def told_in_notes(
    evidence: Sequence[Evidence], names: Sequence[str], address: str, said: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """What the notes tell of the reader, said to them, with its label; not what a promise says already."""
    found = []
    known = [stems(one, "de") for one in said]
    for one in evidence:
        if one.kind not in (Kind.NOTE, Kind.STORY) or language_of(one.text) != "de":
            continue
        for part in sentences(whole_days(quotable(one.text))):
            own = stems(part, "de")
            repeats = any(len(own & other) > SAME_FACT * min(len(own), len(other) or 1) for other in known)
            repeats = repeats or promised_in(part) is not None or _PASSING.search(part) is not None
            text = "" if repeats or not _SHORTEST <= len(part.split()) <= _LONGEST else said_to(part, names, address)
            if text:
                found.append((text, one.label))
    return found


def stayed(told: str, key: str) -> str:
    """What was told, as what one remembers."""
    later = ":" in told or _SAYS.match(told)
    return varied(_STAYED_LATER if later else _STAYED, 0, key).format(told=told)


def also(told: str, key: str) -> str:
    """The same behind another one."""
    if _SAYS.match(told):
        return f"Und {told[:1].lower() if told.startswith('Du') else told[:1]}{told[1:]}"
    return varied(_MORE, 0, key).format(told=told)
