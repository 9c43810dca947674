"""Which weekday was it? A shared moment gone by that a draft sets on a weekday, against the days that the notes bear.

`It was nice to meet you on Monday`, where the notes of the meeting are of Saturday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from coach.domain.checking.claims import Finding
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dates import of_day
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.own_days import clause_of
from coach.domain.checking.sources import Source
from coach.domain.checking.weighing import telling

_EVENT = (
    r"(?:talk|chat|conversation|dinner|lunch|breakfast|supper|meal|meeting|evening|night|workshop|session|tour|call|"
    r"coffee|walk|visit|party|reception|presentation|lecture|panel|keynote|demo|concert|performance|show|reading|fair|"
    r"festival|conference|congress|convention|meetup|meet-up|open day|open yard|exhibition|match|game|race|screening|"
    r"film|premiere|seminar|hearing|assembly|stand|stall|booth|table|bench|bus|train|ferry|hall|room|auditorium|"
    r"rehearsal|training|ceremony|wedding|barbecue|picnic|market|company|hospitality|time|help|introduction)"
)
_SHARED = re.compile(
    rf"\b(?:our|your|the|that|a|an) (?:[\w'-]+ ){{0,2}}?{_EVENT}\b|"
    r"\b(?:see|meet|seeing|meeting|hear|hearing|have|having|(?:talk|speak|chat|sit)(?:ing|ting)? "
    r"(?:to|with|opposite|beside|next to)|sit next to|join|joining) you\b|"
    r"\b(?:we|you and i) (?:\w+ )?(?:met|talked|spoke|chatted|sat|had|ate|shared|walked|laughed)\b|"
    r"\bmissed you\b|\b(?:loved|enjoyed|for) (?:last )?\w+day\b|\bto (?:talk|chat|meet)\b|\bchatting\b"
)
"""What both were at: `our lunch`, `your talk`, `nice to meet you`, `thanks for Tuesday`."""
_GONE = re.compile(
    r"\b(?:was|were|had|did|met|spoke|sat|told|said|heard|saw|made|stood|kept|went|came|drove|left|missed|"
    r"enjoyed|loved|liked|thank|thanks|\w{3,}ed|what an?|sorry (?:i|we|to have)|since|"
    r"(?:good|great|lovely|nice|wonderful|fun|pleasure|joy|treat|pleased|glad|happy|delighted) "
    r"(?:to (?:meet|see|talk|chat|speak|sit|have|hear|find|join)|meeting|seeing|talking|chatting|sitting|having))\b"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|could|would|can|hope|hoping|forward|let's|want|wants|next|tomorrow|if|until|till|by|invit\w*|offer\w*|"
    r"agree\w*|propos\w*|suggest\w*|book\w*|plan\w*|arrang\w*|confirm\w*|come|coming|be|again|am|is|are|every)\b|"
    r"'(?:ll|d|m|re)\b|\?"
)


def on_another_weekday(desk: Desk, line: Line, mention: DateMention, finding: Finding) -> Finding | None:
    """A moment gone by, set on a weekday on which no note of the writer's and no noted day gone by falls."""
    today, plain = desk.briefing.today, _clause(line, mention)
    if today is None or mention.weekday is None or not mention.relative or mention.grain != "day":
        return None
    past = replace(mention, days=tuple(span for span in mention.days if span[1] <= today))
    if not past.days or _far_back(line, mention):
        return None
    written = _WRITTEN.search(" ".join(token.low for token in line.tokens[: mention.last + 5]))
    if written:
        noted = [(source, of_day(source.at)) for source in desk.sources if source.at and source.author]
    elif not _gone_by(plain) or _told_there(line, mention, finding) or _thanked_ahead(desk, mention, plain, today):
        return None
    else:
        noted = list(_noted_days(desk, today))
    if not noted or any(past.overlaps(day) for _, day in noted):
        return None
    source, day = noted[0]
    when = day.days[0][0]
    return Finding("contradicted", (source.label,), (), f"By your notes it was on {when:%A}, {when.day} {when:%B}.")


_WRITTEN = re.compile(
    r"\b(?:thanks|thank you)(?: (?:so|very) much| a lot)? for (?:your |the |all your )?(?:\w+ ){0,3}?(?:of |from |on )?"
    r"(?:last )?\w+day(?: 's (?:\w+ )?(?:message|mail|e-?mail|letter|note|reply|answer|lines?|card|text))\b|"
    r"\b(?:thanks|thank you)(?: (?:so|very) much| a lot)? for (?:your|the) (?:\w+ )?"
    r"(?:message|mail|e-?mail|letter|note|reply|answer|lines?|card|text)s? (?:of|from|on) (?:last )?\w+day\b"
)
"""`thank you for Monday's message`, `for your letter of Friday`."""


def _far_back(line: Line, mention: DateMention) -> bool:
    """`that Saturday`, `one Saturday in May`: no day of the last weeks."""
    lead = line.tokens[mention.first - 1].low if mention.first else ""
    after = line.tokens[mention.last + 1].low if mention.last + 1 < len(line.tokens) else ""
    return lead in ("that", "one", "a", "some", "another", "whole", "first") or after in ("in", "of", "before", "last")


def _gone_by(plain: str) -> bool:
    """It tells of a moment that both shared, and that is over."""
    return bool(_SHARED.search(plain) and _GONE.search(plain)) and not _AHEAD.search(plain)


def _thanked_ahead(desk: Desk, mention: DateMention, plain: str, today: date) -> bool:
    """`thank you for the time on Tuesday`, where such a Tuesday is noted that is still to come."""
    return "thank" in plain and any(
        first >= today and (day.weekday or first.weekday()) == mention.weekday
        for source in desk.sources if source.kind != "commitment"
        for sentence in source.sentences
        for day in sentence.dates if day.grain == "day"
        for first, _ in day.days
    )  # fmt: skip


def _clause(line: Line, mention: DateMention) -> str:
    """The clause of the date, with the words just before it where it is cut."""
    parts = clause_of(line, mention.first)
    said = " ".join(part.plain for part in parts)
    before = " ".join(token.low for token in line.tokens[max(0, mention.first - _BEFORE) : mention.last + 1])
    return said if _SHARED.search(said) and _GONE.search(said) else before


_BEFORE = 12


def _told_there(line: Line, mention: DateMention, finding: Finding) -> bool:
    """What holds the date shares a word of the matter with its clause."""
    keys = telling(word for part in line.fragments_at(mention.first) for word in part.keys)
    return any(keys & sentence.keys for sentence in finding.sentences)


def _noted_days(desk: Desk, today: date) -> Iterator[tuple[Source, DateMention]]:
    """The days of the writer's notes, of the programme and of the event, and those gone by that are named."""
    own = [source for source in desk.sources if not source.author and source.kind not in ("person", "goal")]
    for source in own:
        if source.at and source.label and source.kind != "commitment":
            yield source, of_day(source.at)
    for event_day in desk.briefing.event_days if own else ():
        yield own[0], of_day(event_day)
    for source in desk.sources:
        for sentence in source.sentences if source.kind != "commitment" else ():
            for day in sentence.dates:
                gone = tuple(span for span in day.days if span[0] <= today)
                if gone:
                    yield source, replace(day, days=gone)
