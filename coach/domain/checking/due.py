"""A promise told by the day on which it is due: `the proposal comes to you by 15 July`, in whatever words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.date_words import ORDINAL_ENDS, Days
from coach.domain.checking.dates import dates
from coach.domain.checking.facts import Facts, Promise, object_keys
from coach.domain.checking.owed_to_whom import of_another_matter
from coach.domain.checking.people import USER
from coach.domain.checking.pledges import direction, kept, turned
from coach.domain.checking.weighing import telling


def due_that_day(fragment: Fragment, facts: Facts, sentence_plain: str, today: date | None) -> Finding | None:
    """The promise on record that is due on the day that the clause names, of the side that the clause speaks of.

    Where both sides' promises are due that day, or the clause names another thing that is owed, nothing is said.
    """
    recorded = [promise for promise in facts.promises if promise.due]
    if not recorded or today is None or fragment.mood in ("greeting", "question"):
        return None
    by = direction(fragment, facts, sentence_plain) or ("" if facts.reader in fragment.owners else USER)
    that_day = _due_on(_days(fragment, today), recorded)
    third = fragment.owners - {USER, facts.reader}
    if third and fragment.explicit and _FOR_ME.search(fragment.plain) and that_day:
        about = telling(object_keys(fragment.keys))
        crossed = [one for one in that_day if one.by == USER and one.to in third and about & one.keys]
        return turned(crossed[0]) if crossed and len(crossed) == len(that_day) else None
    mine = [promise for promise in that_day if promise.by == by]
    if not mine or len(mine) != len(that_day) or _of_another(fragment, mine, facts):
        return None
    return of_another_matter(fragment, mine[0], facts) or kept(mine[0])


def due_from_the_other(fragment: Fragment, facts: Facts, sentence_plain: str, today: date | None) -> Finding | None:
    """`you'll be sending me your plan by the 20th`, where it is the writer's plan that is due on that day."""
    by = direction(fragment, facts, sentence_plain)
    if today is None or by not in (USER, facts.reader) or fragment.mood == "greeting":
        return None
    that_day = _due_on(_days(fragment, today), [promise for promise in facts.promises if promise.due])
    about = telling(object_keys(fragment.keys)) - ORDINAL_ENDS
    crossed = [one for one in that_day if one.by != by and one.by in (USER, facts.reader) and about & one.keys]
    return turned(crossed[0]) if crossed and len(crossed) == len(that_day) else None


def due_another_day(fragment: Fragment, facts: Facts, today: date | None) -> Finding | None:
    """`I owe you the two carols by Friday`, `the names, due by the 11th`: told as the day on which a promise is due,
    where the promise on record of that thing is due on another."""
    late = _MINE_BY.search(fragment.plain)
    days = _days(fragment, today) if today and (late or _AS_DUE.search(fragment.plain)) else []
    about = telling(object_keys(fragment.keys)) - ORDINAL_ENDS
    shared = [(len(about & promise.keys), promise) for promise in facts.promises if promise.due]
    best = max((count for count, _ in shared), default=0)
    meant = [promise for count, promise in shared if count == best]
    if not best or not days or len(meant) != 1 or _due_on(days, meant):
        return None
    due = meant[0].due
    if late and (meant[0].by != USER or due is None or not _behind(days, due, today)):
        return None
    reason = f"By your notes it is due on {due:%A}, {due.day} {due:%B}." if due else ""
    return replace(kept(meant[0]), verdict="contradicted", reason=reason)


def _behind(days: Sequence[Days], due: date, today: date | None) -> bool:
    """Each day to come that is meant lies behind the one on which it is due."""
    ahead = [first for first, last in days if today is not None and last >= today]
    return bool(ahead) and all(first > due for first in ahead)


_FOR_ME = re.compile(
    r"\b(?:is |will |'ll |to )?(?:send|bring|giv|mail|post|forward|shar|writ|lend)(?:s|e|es|ing|ding)? "
    r"(?:to )?(?:me|us)\b"
)
"""`Hanna is sending me the list by the 20th`."""
_MINE_BY = re.compile(
    r"\b(?:i'll|i will|we'll|we will|and) (?:\w+ )?(?:send|mail|post|give|bring|deliver|write|forward|share)\b.* by\b|"
    r"\byou(?:'ll| will) (?:\w+ )?(?:have|get|receive)\b.* by\b"
)
"""`I'll send you the invoice by 30 December`: later than it is due."""
_AS_DUE = re.compile(
    r"\b(?:i|you|we) (?:still )?owe\b|\bdue\b|\b(?:were|was) to (?:have|get|send|receive)\b|\bdeadline\b"
)


def _days(fragment: Fragment, today: date) -> list[Days]:
    """The days that the clause names, each with some slack where it says `mid-August`."""
    if not _DATED.search(fragment.plain):
        return []
    found = dates(list(fragment.tokens[fragment.first : fragment.last + 1]), today)
    return [span for mention in found for span in mention.days if (span[1] - span[0]).days <= _CLOSE]


_CLOSE = 20
_DATED = re.compile(
    r"\d|day\b|week|month|tomorrow|tonight|end of|\b(?:mid|early|late)\b|\b(?:first|second|third|\w+th)\b"
)
"""A quick look for words that a day is named by."""


def _due_on(days: Sequence[Days], promises: Sequence[Promise]) -> list[Promise]:
    return [one for one in promises if one.due and any(first <= one.due <= last for first, last in days)]


def _of_another(fragment: Fragment, mine: Sequence[Promise], facts: Facts) -> bool:
    """Somebody else is named, or another promise on record shares more of the clause's words."""
    if fragment.persons - {USER, facts.reader} - {promise.to for promise in mine}:
        return True
    about = telling(object_keys(fragment.keys)) - ORDINAL_ENDS
    best = max(len(about & promise.keys) for promise in mine)
    return any(len(about & promise.keys) > best for promise in facts.promises if promise not in mine)
