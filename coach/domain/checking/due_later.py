"""A promised thing told to come later than the record says: `you'll have the paper by 10 October`, due in July."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coach.domain.checking.claims import Finding
from coach.domain.checking.date_words import ORDINAL_ENDS, DateMention
from coach.domain.checking.dates import of_day
from coach.domain.checking.desk import Desk, Line
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import GIVING, Facts, Promise, object_keys
from coach.domain.checking.people import USER
from coach.domain.checking.pledges import kept
from coach.domain.checking.sources import content_keys
from coach.domain.checking.tokens import Token, tokenize
from coach.domain.checking.weighing import telling

_DELIVERED = re.compile(
    r"(?:\bwill|'ll|\bshould|\bcan|\bgoing to) (?:\w+ )?(?:be (?:with you|in your|on your|there|ready|sent)|reach|"
    r"follow|come|arrive|"
    r"go out|have|get|receive|see|send|mail|e-?mail|post|give|bring|deliver|write|forward|share|hand|drop|let you|"
    r"tell you|hear|show|lend|finish|pass|ship|make|answer|reply|return)\b|"
    r"\b(?:is|are) (?:coming|on (?:its|their|the) way)\b|\b(?:follows?|comes?|reach(?:es)?|arrives?) "
    r"(?:\w+ ){0,3}?(?:you|from (?:me|us)|by|on|next)\b|\band (?:\w+ )?(?:send|mail|post|give|bring|tell|let)\b"
)
"""A thing goes from the writer to the reader."""
_NOT_OURS = re.compile(
    r"\b(?:he|she|they (?!will )|from you|to come|send (?:me|us)|give (?:me|us)|tell (?:me|us)|let (?:me|us))\b"
)
_PUT_OFF = re.compile(
    r"\b(?:later|late|delay\w*|sorry|apolog\w*|afraid|unfortunately|instead|postpon\w*|extension|extend\w*|longer|"
    r"more time|put off|slip\w*|behind|held up|not (?:before|until|till)|won't|cannot|can't|"
    r"only (?:be|get|have|manage|on|by|in|next)|rest|second|remaining|remainder|other half|another|others|again|"
    r"final|new|next one|forgive|missed|busy|ill|if|unless|ago)\b"
)
"""Words that say that the day has changed, or that another thing, or but a part of it, is meant."""
_POINTING = frozenset(("it", "they", "them", "that", "this", "both"))
_BOUND = re.compile(r"[;:—–]|\bbut\b")


def delivered_late(desk: Desk, line: Line, mention: DateMention, named: Sequence[DateMention]) -> Finding | None:
    """The day to come by which the sentence has the writer deliver what is on record, behind the day that it is due.

    `named`: all dates of the sentence, one of which may be the day that it is due."""
    today = desk.briefing.today
    plain = " ".join(token.low for token in line.tokens)
    if today is None or not _a_day(line, mention) or plain.endswith("?") or _PUT_OFF.search(plain):
        return None
    said = _said_before(line.tokens[: mention.first])
    lead = " ".join(token.low for token in said)
    if not _DELIVERED.search(lead) or _NOT_OURS.search(lead):
        return None
    owed = [one for one in desk.facts.promises if one.by == USER and one.due and one.to in ("", desk.facts.reader)]
    meant = _meant(said, owed, desk, line)
    due = meant.due if meant else None
    if meant is None or due is None or due < today or not _all_behind(mention, due, today):
        return None
    if any(one.overlaps(of_day(due)) for one in named):
        return None
    return replace(
        kept(meant), verdict="contradicted", reason=f"By your notes it is due on {due:%A}, {due.day} {due:%B}."
    )


def _a_day(line: Line, mention: DateMention) -> bool:
    """A day, a week or a month by which something comes: no winter that it is about, and no bound that is left open."""
    lead = next((token.low for token in reversed(line.tokens[: mention.first]) if token.low != "the"), "")
    led = lead in ("by", "on", "until", "till", "of", "this") or line.tokens[mention.first].low in _LEADING
    return bool(mention.days) and not mention.every and mention.grain in ("day", "weekend", "week", "month") and led


_LEADING = frozenset(("next", "this", "tomorrow", "early", "mid", "late", "a"))


def _said_before(tokens: Sequence[Token]) -> Sequence[Token]:
    """What the sentence says before the date, from the last stop on."""
    at = max((place for place, token in enumerate(tokens) if _BOUND.fullmatch(token.low)), default=-1)
    return tokens[at + 1 :]


def _all_behind(mention: DateMention, due: date, today: date) -> bool:
    """Each stretch of days to come that is meant begins behind the day on which the promise is due."""
    ahead = [first for first, last in mention.days if last >= today]
    return bool(ahead) and all(first > due for first in ahead)


def _meant(said: Sequence[Token], owed: Sequence[Promise], desk: Desk, line: Line) -> Promise | None:
    """The one promise on record whose thing is named, or that is the only one where only `it` is said just after it."""
    about = telling(object_keys(content_keys(said))) - ORDINAL_ENDS - desk.facts.name_keys
    shared = [(len(about & one.keys), one) for one in owed]
    best = max((count for count, _ in shared), default=0)
    near = [one for count, one in shared if count == best]
    if best:
        return near[0] if len(near) == 1 and not _owed_to_others(about, best, desk.facts) else None
    if len(owed) == 1 and _named_blandly(said, owed[0]):
        return owed[0]
    only_it = not about and bool(_POINTING & {token.low for token in said})
    if not only_it or len(owed) != 1:
        return None
    before = telling(object_keys(content_keys(tokenize(desk.plain[: line.span.start][-_A_SENTENCE:]))))
    return owed[0] if before & owed[0].keys else None


def _named_blandly(said: Sequence[Token], promise: Promise) -> bool:
    """`our notes`, `the proper offer`, `my answer`: in words that tell little, but of the only thing that is owed."""
    words = content_keys(said) - keys_of(_DOING)
    return bool(words & content_keys(tokenize(promise.quote)))


_DOING = GIVING - {"offer", "answer", "post", "email", "mail", "check"}
_A_SENTENCE = 160
"""Signs of the draft before a sentence that may name what `it` is."""


def _owed_to_others(about: frozenset[str], best: int, facts: Facts) -> bool:
    """Something that is owed to or by somebody else shares as many of the words."""
    others = (one for one in facts.promises if not (one.by == USER and one.to in ("", facts.reader)) or not one.due)
    return any(len(about & one.keys) >= best and one.due for one in others)
