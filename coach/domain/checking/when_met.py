"""When was it? A talk, a dinner or a message that a draft dates from its own day, against the days that the notes bear.

`thank you for the message you sent last week`, where it came on Tuesday of this one; `good to see you last night`,
where the only evening noted is three days gone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coach.domain.checking.claims import Finding
from coach.domain.checking.contact import in_contact
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.dates import of_day
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.facts import Facts
from coach.domain.checking.sources import Source

_WRITTEN = re.compile(
    r"\b(?:(?:your|the|that|his|her) (?:\w+ )?(?:message|mail|e-?mail|letter|note|reply|answer|lines?|card|text)s?|"
    r"you (?:\w+ )?(?:wrote|answered|replied|emailed|mailed|messaged))\b"
)
_MET = re.compile(
    r"\b(?:(?:the|our|that|your) (?:\w+ )?(?:talk|chat|conversation|dinner|lunch|breakfast|meeting|evening|workshop|"
    r"session|tour|call|coffee|walk|visit|party|reception)|(?:see|meet|seeing|meeting|talk(?:ing)? (?:to|with)|"
    r"speak(?:ing)? (?:to|with)|chat(?:ting)? with|"
    r"sit(?:ting)? (?:with|opposite|beside|next to)) you|(?:we|you and i) (?:\w+ )?(?:met|talked|spoke|chatted|sat)|"
    r"you (?:\w+ )?(?:told|said|mentioned|showed|explained|asked) (?:me|us))\b"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|could|would|can|hope|hoping|forward|let's|want|shall we|next|tomorrow|if|until|since)\b|"
    r"'(?:ll|d)\b|\?"
)


def mistimed(desk: Desk, line: Line, mention: DateMention) -> Finding | None:
    """A moment gone by that no note of the writer's, no message of the reader's and no noted date falls on."""
    today = desk.briefing.today
    plain = " ".join(part.plain for part in line.fragments_at(mention.first))
    told = plain.replace("since we", "when we") if mention.grain in ("month", "season", "year") else plain
    if today is None or not _reckoned_back(line, mention, today) or _AHEAD.search(told):
        return None
    written, met = _near(_WRITTEN, plain, line, mention), _near(_MET, plain, line, mention)
    if not (written or met) or (written and met):
        return None
    days = _letters(desk.facts) if written else _moments(desk, _near(_WITH_YOU, plain, line, mention), today)
    if not days or any(mention.overlaps(day) for _, day in days):
        return None
    source, day = days[0]
    noted = day.days[0][0]
    reason = f"By your notes it was on {noted:%A}, {noted.day} {noted:%B}."
    return Finding("contradicted", (source.label,), (), reason)


def _reckoned_back(line: Line, mention: DateMention, today: date) -> bool:
    """`yesterday`, `last night`, `two days ago`: a time gone by that is reckoned from the day of writing."""
    lows = {token.low for token in line.tokens[mention.first : mention.last + 2]}
    past = bool(mention.days) and all(last < today for _, last in mention.days)
    return past and mention.relative and mention.grain != "decade" and bool(lows & _BACK)


_BACK = frozenset(("yesterday", "last", "ago", "night"))


def _near(pattern: re.Pattern[str], plain: str, line: Line, mention: DateMention) -> bool:
    """The clause speaks of it, or the words just before it do (`the talk | we had yesterday`)."""
    before = " ".join(token.low for token in line.tokens[max(0, mention.first - _BEFORE) : mention.first])
    return bool(pattern.search(plain) or pattern.search(before))  # the clause may be cut before `you`


_BEFORE = 8


def _letters(facts: Facts) -> list[tuple[Source, DateMention]]:
    """The days of the reader's messages."""
    return [(source, of_day(source.at)) for source in facts.sources if source.at and source.written_by(facts.reader)]


def _moments(desk: Desk, with_you: bool, today: date) -> list[tuple[Source, DateMention]]:
    """The days of the writer's notes, of the programme, and all days gone by that the evidence names. Of notes only
    those that speak of the reader, where there are such, for a moment that the draft tells as theirs."""
    sources = desk.sources
    reader = desk.facts.reader
    told = [fact for fact in desk.facts.facts if reader in fact.fragment.owners | fact.fragment.persons]
    together = {id(fact.sentence.source) for fact in (*in_contact(desk.facts), *told)} if with_you else set[int]()
    mine = [
        source for source in sources
        if source.at and source.label and not source.author and source.kind != "person"
    ]  # fmt: skip
    if with_you and (day := _of_the_event(sources, today)):
        touched = {id(fact.sentence.source) for fact in in_contact(desk.facts)}
        return [*day, *((source, of_day(source.at)) for source in mine if source.at and id(source) in touched)]
    met = [source for source in mine if id(source) in together or source.kind in ("session", "event")]
    notes = [(source, of_day(source.at)) for source in (met if met and together else mine) if source.at]
    if not notes:
        return []
    named = [
        (source, day)
        for source in sources
        for sentence in source.sentences
        for day in sentence.dates
        if day.days and not day.relative and day.days[0][0] <= today
    ]
    return [*notes, *named]


def _of_the_event(sources: Sequence[Source], today: date) -> list[tuple[Source, DateMention]]:
    """The days that the brief's event bears in its name, where they are gone by."""
    return [
        (source, day)
        for source in sources if not source.label
        for sentence in source.sentences
        for day in sentence.dates
        if day.grain == "day" and not day.relative and day.days and day.days[0][1] <= today
    ]  # fmt: skip


_WITH_YOU = re.compile(
    r"\b(?:see|meet|seeing|meeting|(?:talk|talking|speak|speaking|chat|chatting) (?:to|with)|"
    r"sit (?:with|opposite|beside|next to)) you\b"
)
"""Of the two of them, and of nothing else of that day."""


_SETTLED = re.compile(
    r"\b(?:it's|it is|how|that's) (?:so |very )?(?:good|great|wonderful|lovely|nice|fine|fantastic) (?:to know |"
    r"to hear )?that\b|"
    r"(?:^|, )so (?:i'll|i will|we|we'll|you'll|you) (?!could|can|might|would|should|may)\w+|"
    r"\bi (?:\w+ )?know\b|\bas you (?:\w+ )?(?:say|said|write|wrote|think|plan|asked|suggest|suggested|proposed)\b"
)
"""`so I'll come next week`, `it's good that we start on Monday`: of a day that both have settled already."""


def settled_day(desk: Desk, plain: str, mention: DateMention) -> bool:
    """The sentence takes a day to come as arranged already."""
    today = desk.briefing.today
    near = all if mention.relative else any
    ahead = today is None or near(first >= today for first, _ in mention.days)
    return ahead and bool(_SETTLED.search(plain)) and not plain.endswith("?")
