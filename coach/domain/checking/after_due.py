"""`You'll have the invoice after the 28th`, of what is due on the 28th: `by` turned into `after`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.date_words import ORDINAL_ENDS
from coach.domain.checking.dates import dates
from coach.domain.checking.facts import Facts, object_keys
from coach.domain.checking.pledges import kept
from coach.domain.checking.weighing import telling


def after_due(parts: Sequence[Fragment], number: int, facts: Facts, today: date | None) -> Finding | None:
    """A thing that is promised by a day is told as coming after that very day."""
    fragment = parts[number]
    if today is None or "after" not in fragment.words or fragment.negated or fragment.mood in ("greeting", "question"):
        return None
    alone = fragment.words[0] == "after"
    if alone and (number == 0 or fragment.verbs or parts[number - 1].negated):
        return None
    about = telling(object_keys(parts[number - 1].keys if alone else fragment.keys)) - ORDINAL_ENDS
    shared = [(len(about & promise.keys), promise) for promise in facts.promises if promise.due]
    best = max((count for count, _ in shared), default=0)
    meant = [promise for count, promise in shared if count == best]
    due = meant[0].due if best and len(meant) == 1 else None
    if due is None or not _names(fragment, due, today):
        return None
    reason = f"By your notes it is due on {due:%A}, {due.day} {due:%B}."
    return replace(kept(meant[0]), verdict="contradicted", reason=reason)


def _names(fragment: Fragment, due: date, today: date) -> bool:
    """The day that stands behind `after` is the one on which it is due."""
    start = fragment.first + fragment.words.index("after")
    behind = list(fragment.tokens[start : fragment.last + 1])
    spans = [span for mention in dates(behind, today)[:1] for span in mention.days]
    return any(first <= due <= last and (last - first).days <= _CLOSE for first, last in spans)


_CLOSE = 10
"""A day, or a stretch as short as `the end of March`."""
