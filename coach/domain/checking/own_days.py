"""Days that are the writer's own to tell: what they did on Sunday, when they are away, what they plan to do."""

from __future__ import annotations

import re

from coach.domain.checking.clauses import AUXILIARIES, Fragment
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.numbers import open_ended
from coach.domain.checking.people import USER
from coach.domain.checking.timing import nearest


def clause_of(line: Line, position: int) -> list[Fragment]:
    """The clause of a date; for a date that only leads it in (`On Sunday | I planted two pips`) the one behind."""
    here = line.fragments_at(position)
    if (
        here
        and len(here[0].words) <= _A_FEW
        and not any(part.verbs or part.explicit or AUXILIARIES & set(part.words) for part in here)
    ):
        after = [part for part in line.fragments if part.first == here[-1].last + 1]
        return after or here
    return here


_A_FEW = 5
"""Words that a date which leads a clause in may have with it: `On Sunday morning`."""


def in_a_plan(line: Line, position: int) -> bool:
    """The position stands in a plan, a wish or a question, or leads it in: `The Sunday after next | I could come`."""
    return open_ended(line, position) or any(part.mood in ("wish", "question") for part in clause_of(line, position))


def _alone(desk: Desk, line: Line, mention: DateMention) -> list[Fragment]:
    """The clause of a date, where it is of the writer alone."""
    here = clause_of(line, mention.first)
    alone = all(
        part.owners <= {USER} and desk.facts.reader not in part.persons and (part.owners or "my" in part.words)
        for part in here
    )
    return here if alone and not any(_WITH_OTHERS.search(part.plain) for part in here) else []


def own_doing(desk: Desk, line: Line, mention: DateMention) -> bool:
    """`on Sunday I planted two pips`, `I was born in 1981`: of the writer alone, which no note need hold."""
    here, today = _alone(desk, line, mention), desk.briefing.today
    if not here or today is None:
        return False
    weekly = mention.weekday is not None and mention.relative
    gone = any(first <= today for first, _ in mention.days) if weekly else nearest(mention, today) <= today
    return bool(mention.days) and gone and all(_MY_PAST.search(part.plain) for part in here)


def own_days(desk: Desk, line: Line, mention: DateMention) -> bool:
    """`on Easter Monday I'm cooking`, `our hall is closed on Mondays`: days to come, or that come again, of the writer
    alone."""
    today = desk.briefing.today
    spans = mention.days[:1] if mention.grain == "day" else mention.days
    if today is None or not (mention.every or any(last >= today for _, last in spans)):
        return False
    here = _alone(desk, line, mention)
    return bool(here) and all(mention.every or _MY_DAYS.search(part.plain) for part in here)


TO_BE = re.compile(r"'ll\b|\bwill\b|\bgoing to\b|\bi(?:'d)? (?:want|hope|plan|like|wish)\b")
_MY_DAYS = re.compile(
    r"\b(?:i'm|i am) (?:not |only |already )?"
    r"(?:away|busy|off|out|free|in|at|on|home|(?!com|join|bring|send|post|giv)\w+ing)\b|"
    r"\b(?:is|are) my\b|\bi've got\b|"
    r"\bi (?:can't|cannot|have no time|start|begin|leave|have to|have an?|have my)\b"
)


_MY_PAST = re.compile(
    r"\bmy (?:\w+ )?\w+ (?:is|are|dates?|goes back) (?:from|to)\b|"
    r"\b(?:i|we|my \w+|our \w+)(?:'ve| have| has)?(?: (?:first|once|only|just|even|finally|also))? "
    r"(?:\w{2,}ed|was|were|been|had|did|went|took|made|bought|built|sang|slept|ran|began|broke|ate|wrote|read|drove|came|"
    r"got up|left|lost|swam|stood|sat|found|grew|sold|spent|cut|dug|won|woke|tried|baked)\b"
)
_WITH_OTHERS = re.compile(
    r"\b(?:you|your|yours|they|them|their|met|saw|spoke|talked|heard|told|asked|promised|received|owe|diary|calendar|marked)\b"
)
"""Beside such words the day may be that of a talk, of a promise or of something that comes from another."""
