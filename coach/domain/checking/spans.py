"""How long: `for over a year now`, `lasts a week`, held against the days between which the notes set it.

Lengths with a number are checked as numbers; here are those of one: a week, a month, half a year.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from coach.domain.checking.attribution import matter
from coach.domain.checking.claims import Finding
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.facts import Facts
from coach.domain.checking.sources import Sentence, content_keys
from coach.domain.checking.weighing import telling

_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}
_SO_FAR = re.compile(
    r"\bfor (?P<hedge>(?:\w+ ){0,3}?)(?P<half>half )?(?:a|an|one) "
    r"(?P<unit>day|week|fortnight|month|year|decade)\b"
)
_LASTING = re.compile(
    r"\b(?:lasts?|takes?|runs?|goes on|is|are|away|off)(?: for)? (?P<hedge>(?:\w+ )?)(?P<half>half )?"
    r"(?:a|an|one) (?P<unit>day|week|fortnight|month|year)\b(?! (?:ago|before|after|later|off|on|from|and))"
)
_OVER = frozenset(("over", "more", "least", "above"))
_UNDER = frozenset(("almost", "nearly", "under", "less", "barely", "hardly"))
_GOING_ON = re.compile(r"\b(?:have|has|'ve|'s) (?:\w+ )?been\b|\b(?:have|has|'ve|'s) had\b|\bnow\b")
_LOW, _HIGH = 0.7, 1.4
"""How far a length may lie from what is reckoned: people round."""


def wrong_span(fragment: Fragment, facts: Facts, today: date | None) -> Finding | None:
    """A length of time that does not go with the days that the notes name for the same thing."""
    if today is None or fragment.mood in ("greeting", "question"):
        return None
    plain = fragment.plain
    so_far = _SO_FAR.search(plain) if _GOING_ON.search(plain) else None
    lasting = None if so_far else _LASTING.search(plain)
    found = so_far or lasting
    words = matter(fragment, facts) | _of_the_sentence(fragment, facts)
    if found is None or not telling(words):
        return None
    for fact in facts.facts:
        common = words & fact.sentence.keys
        if not telling(common) or len(common) < (_BOTH if so_far else 1) or fact.programme:
            continue
        gone = _gone_since(fact.sentence, today) if so_far else _from_until(fact.sentence)
        if gone and not _goes_with(found, gone):
            reason = f"Your notes say otherwise: “{fact.sentence.text}”."
            return Finding("contradicted", (fact.label,), (fact.sentence.text,), reason, (fact.sentence,))
        if gone:
            return None
    return None


_BOTH = 2


def _of_the_sentence(fragment: Fragment, facts: Facts) -> frozenset[str]:
    """`your leave begins on Saturday | and lasts a week`: without a subject, the clause speaks of the one before."""
    if fragment.words[0] not in ("and", "but", "which"):
        return frozenset()
    return frozenset(word for word in content_keys(fragment.tokens[: fragment.first]) if facts.knows(word))


def _gone_since(sentence: Sentence, today: date) -> tuple[int, int] | None:
    """The least and most days since the date from which the note counts."""
    for mention in sentence.dates:
        lead = sentence.tokens[mention.first - 1].low if mention.first else ""
        opens = sentence.tokens[mention.first].low
        past = [(first, last) for first, last in mention.days if first < today]
        if past and (lead in ("since", "from") or opens == "since"):
            first, last = max(past)
            return max((today - last).days, 0), (today - first).days
    return None


def _from_until(sentence: Sentence) -> tuple[int, int] | None:
    """The days between `from` one day and `until` another."""
    days = [one for one in sentence.dates if one.grain == "day" and one.days and not one.every]
    for start, end in pairwise(days):
        lead = {token.low for token in sentence.tokens[max(0, end.first - 2) : end.first]}
        if lead & {"until", "till", "to", "til", "-", "–"} and (length := _apart(start, end)):
            return length, length + 1
    return None


def _apart(start: DateMention, end: DateMention) -> int:
    first = start.days[0][0]
    later = [(day - first).days for day, _ in end.days if day > first]
    return min(later, default=0)


def _goes_with(found: re.Match[str], gone: tuple[int, int]) -> bool:
    """The length written lies near what is reckoned; `over` a year needs a year, `nearly` one no more than that."""
    length = _DAYS[found["unit"]] * (0.5 if found["half"] else 1)
    least, most = gone
    hedge = set(found["hedge"].split())
    if hedge & _OVER:
        return most >= length
    if hedge & _UNDER:
        return least <= length and most >= _LOW * _LOW * length
    return _LOW * least <= length <= _HIGH * most
