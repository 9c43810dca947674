"""A date that stands beside its event, and words that put a day forward or sum up what is settled."""

from __future__ import annotations

import re

from coach.domain.checking.date_words import DateMention
from coach.domain.checking.desk import Line
from coach.domain.checking.lexicon import split_words

FREE = re.compile(
    r"\?|\b(?:instead|rather|perhaps|maybe|or|say|better|later|earlier|another|other|else|before|after|between|until|"
    r"whether|if (?:that|it|you|we)|any|might|postpone\w*|move|moved|put off|propose|suggest|unless|second|more|next|"
    r"again|too|also|as well|further|extra|follow-up|first time)\b"
)
"""A day that is put forward for the reader to weigh, or that lies beside another."""
RECAP = re.compile(
    r"\b(?:to (?:confirm|recap|sum up)|just so (?:i|we)|as (?:you|we|i|agreed|arranged|promised)|confirm(?:ing)?)\b"
)
"""`Just to confirm, we would fetch the units in December`: told as settled, be it in a wish."""


def dated_event(line: Line, mention: DateMention) -> bool:
    """`the deadline on 18 November`, `the 12 May launch`: the date stands beside the event, with article or owner."""
    lows = [token.low for token in line.tokens]
    end = mention.first - 1 if mention.first and lows[mention.first - 1] in ("on", "in", "of", "for", "from") else 0
    end = mention.first if lows[mention.first] in _AT_ONCE else end
    before, after = lows[max(0, end - 3) : end], lows[mention.last + 1 : mention.last + 3]
    event = before[-1] if before else ""
    if not end and mention.first and lows[mention.first - 1] in _GIVEN_BY:
        event, before = next(iter(after), ""), ["the", ""]
    gerund = event.endswith("ing") and len(event) > _LONG and before[-2:-1] == ["the"]
    return (gerund or bool(_EVENTS & {event, event.rstrip("s")})) and bool(_GIVEN_BY & set(before[:-1]))


_AT_ONCE = frozenset(("in", "next", "this", "last", "tomorrow", "tonight", "today", "yesterday"))
"""Words with which a date stands right behind an event: `your exam next month`."""
_LONG = 6
"""Letters from which a word in -ing after `the` is an event: `the mowing on Friday`."""
_GIVEN_BY = frozenset(("the", "your", "her", "his", "their", "its", "'s"))


_EVENTS = split_words(
    "deadline launch premiere opening wedding audition exam hearing defence defense harvest surgery operation release "
    "marathon race festival election vote concert recital exhibition show delivery move departure arrival retirement "
    "birthday anniversary funeral inspection audit trial auction expiry start end finale tournament final fair keynote "
    "decision meeting visit appointment interview workshop course tour trip party summit ruling verdict announcement "
    "reopening pilot cut-off handover review rehearsal talk presentation lecture viva demo match"
)
