"""Which Friday is meant? Of the one gone by and the one to come that which the tense of the clause leaves open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from coach.domain.checking.date_words import DateMention
from coach.domain.checking.desk import Line
from coach.domain.checking.own_days import clause_of

_UP_TO = frozenset(("by", "until", "till"))
_POINTING = frozenset(("the", "that"))
_COMING = re.compile(
    r"\b(?:will|shall|let's|see you|going to|look(?:ing)? forward|(?:is|are|sounds?|looks?) "
    r"(?:\w+ )?(?:perfect|fine|good|great|ok|okay|ideal|soon enough)|works|suits|it is|please|"
    r"good luck|safe (?:travels|journey|trip)|fingers crossed|enjoy|until|till|by|next)\b|'ll\b"
)
_REPORTED = re.compile(
    r"\b(?:in mind|planned|suggested|proposed|offered|asked|said|mentioned|told|wanted|hoped|booked|agreed|promised|"
    r"wrote|invit\w+|named|arranged|chose|picked|moved|put)\b"
)
"""What was said of a day that may still be to come: `you had Monday in mind`."""
_PAST = re.compile(
    r"\b(?:was|were|had|did|didn't|wasn't|met|spoke|sat|told|said|heard|saw|made|stood|kept|went|came|drove|left|missed|"
    r"enjoyed|loved|liked|thought|gave|got|took|brought|sang|played|asked|showed|talked|since|last|"
    r"thank you for your|thanks for your|what an?|(?:good|great|lovely|nice|wonderful|fun|pleasure|pleased|glad) "
    r"(?:to (?:meet|see|talk|chat|speak|sit|have met|hear)|meeting|seeing|talking|chatting))\b"
)


def in_tense(line: Line, mention: DateMention, today: date | None) -> DateMention:
    """`I'll call on Friday`, `by Friday`: the coming one; `it was good to see you on Friday`: the last one."""
    near = mention.relative and mention.weekday is not None and mention.grain == "day" and len(mention.days) > 1
    known = {token.low for token in line.tokens[max(0, mention.first - 1) : mention.first]} & _POINTING
    if today is None or not near or mention.every or known:
        return mention
    plain = " ".join(part.plain for part in clause_of(line, mention.first))
    lead = line.tokens[mention.first - 1].low if mention.first else ""
    coming = lead in _UP_TO or bool(_COMING.search(plain))
    past = bool(_PAST.search(plain)) and not _REPORTED.search(plain)
    if coming == past or (past and line.tokens[mention.first].low == "this"):
        return mention
    left = tuple(span for span in mention.days if (span[1] >= today if coming else span[0] <= today))
    return replace(mention, days=left) if left else mention
