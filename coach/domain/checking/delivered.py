"""Has it come? A promise on record that a draft tells as kept: `the list that you sent`, `I sent you the counts`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import key
from coach.domain.checking.facts import Fact, Facts, Promise, object_keys
from coach.domain.checking.people import USER
from coach.domain.checking.pledges import turned
from coach.domain.checking.weighing import telling

_SENT_BY_ME = re.compile(
    r"\bi(?:'ve| have)? (?:already |just |finally )?(?:sent|posted|mailed|e-?mailed|forwarded|handed|delivered|shared) "
    r"(?:you|it|the|our|my)\b|"
    r"\bi(?:'ve| have) (?:already |just |finally |now )?(?:read|reviewed|looked (?:at|through|over)|gone through|"
    r"checked|proofread|corrected|translated) (?:it|the|your|through)\b"
)
_SENT_BY_YOU = re.compile(
    r"\b(?:thanks|thank you)\b.*\b(?:(?:that|which) (?:you (?:\w+ )?(?:sent|posted|forwarded|shared|gave me)|"
    r"(?:just |already )?(?:arrived|came|reached me|got here|is here))|you (?:sent|posted|forwarded)|"
    r"for (?:sending|posting|forwarding|mailing) (?:me )?(?:the|your))\b|"
    r"\b(?:that|which) you (?:\w+ )?(?:sent|posted|mailed|forwarded)\b"
)
_TO_FOLLOW = re.compile(r"\b(?:today|to (?:follow|come)|on \w+day|you're|you will|you'll)\b")
_BARE_THANKS = re.compile(
    r"^(?:(?:dear|hi|hello) [\w ]+ , )?(?:many )?(?:thanks|thank you)(?: \w+){0,2} for (?:the|your) (?!\w*offer|"
    r"promis|kind|"
    r"invit|idea|help|time|talk|chat|conversation|message|mail|note|reply|answer|visit)[\w' -]+\W*$"
)
_DELIVERED = re.compile(
    r"\b(?:attached|enclosed|sent|arrived|received|got|gave|handed|here (?:is|are)|posted|forwarded|came|brought)\b"
)


_STILL_AHEAD = re.compile(r"\b(?:tomorrow|next (?:week|month|\w+day)|soon|in advance|later (?:today|this week))\b")
"""`thank you for posting it tomorrow`: thanks for what is to come."""


def _promised_things(promise: Promise, facts: Facts) -> frozenset[str]:
    """What a promise is about, without the names of its two sides."""
    sides = frozenset(
        key(word) for who in (promise.by, promise.to, facts.reader) if who != USER for word in who.split()
    )
    return telling(object_keys(promise.keys)) - sides or telling(promise.keys) - sides


def _is_it(promise: Promise, about: frozenset[str], facts: Facts, *, bare: bool) -> bool:
    """Thanks for the promised thing: for all of it where no word says that it was sent."""
    things = _promised_things(promise, facts)
    return bool(things) and things <= about if bare else _half_of(things, about)


def _half_of(things: frozenset[str], about: frozenset[str]) -> bool:
    return bool(things) and len(things & about) * 2 >= len(things)


def _handed_over(fact: Fact) -> bool:
    """The notes tell of the delivery, or a message holds the thing and promises nothing more."""
    said = fact.sentence.text.casefold()
    return bool(_DELIVERED.search(said)) or (bool(fact.sentence.source.author) and not _TO_COME.search(said))


def _due_from_me(about: frozenset[str], facts: Facts) -> Finding | None:
    """`thanks for sending me the slides`, which the writer owes the reader."""
    mine = [one for one in facts.promises if one.by == USER and one.to in ("", facts.reader)]
    return next((turned(one) for one in mine if _is_it(one, about, facts, bare=True)), None)


def _then_sent(fact: Fact, facts: Facts) -> bool:
    """`Ann promised me the slides. She sent them on Monday.`"""
    return any(
        _SENT_THEM.search(part.fragment.plain) and not part.fragment.negated
        for part in facts.facts
        if part.sentence.source is fact.sentence.source and part.label == fact.label
    )


_SENT_THEM = re.compile(
    r"\b(?:sent|posted|mailed|emailed|forwarded|brought|gave|handed) (?:me )?(?:it|them|both|all)\b"
)


def _on_a_day(promise: Promise) -> bool:
    """`I will send the samples on Wednesday`: it may have been kept since."""
    return promise.due is None and bool(_SOME_DAY.search(promise.quote.casefold()))


_SOME_DAY = re.compile(r"(?<!\bby )\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tonight|tomorrow)\b")
_TO_COME = re.compile(r"'ll\b|\b(?:will|going to|when|once|as soon as|later|coming|next|tomorrow|soon|look for|try)\b")


def not_yet(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """`thank you for the list that you sent`, `I sent you our counts`: a promise on record told as kept."""
    if not facts.readable or any(part.mood != "greeting" for part in parts[:number]):
        return None
    plain = " ".join(part.plain for part in parts)
    bare = bool(_BARE_THANKS.search(plain)) and not (_SENT_BY_YOU.search(plain) or _TO_FOLLOW.search(plain))
    by = USER if _SENT_BY_ME.search(plain) else facts.reader if bare or _SENT_BY_YOU.search(plain) else ""
    if not by or plain.endswith("?") or _STILL_AHEAD.search(plain):
        return None
    about = telling(object_keys(frozenset(word for part in parts for word in part.keys)))
    recorded = [one for one in facts.promises if one.by == by and (one.to or by == facts.reader)]
    promise = next((one for one in recorded if _is_it(one, about, facts, bare=bare)), None)
    if promise is None and by == facts.reader:
        return _due_from_me(about, facts)
    if promise is None or (promise.due and f"{promise.due:%A}".casefold() in plain):
        return None
    things = _promised_things(promise, facts)
    if _on_a_day(promise) or any(
        _half_of(things, telling(fact.sentence.keys)) and (_handed_over(fact) or _then_sent(fact, facts))
        for fact in facts.facts
    ):
        return None
    reason = f"By your notes this is still open: “{promise.quote}”."
    return Finding("unsupported", (promise.label,), (promise.quote,), reason)
