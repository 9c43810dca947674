"""Planned told as done: `now that the lift is running`, `the shop is open at last`, where all that the notes say of it
is still to come (`opens in May`, `isn't open yet`, `once the roof is on`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.date_words import DateMention
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.stances import LIGHT
from coach.domain.checking.timing import nearest
from coach.domain.checking.weighing import telling

_SO_NOW = re.compile(
    r"\b(?:already|at last|now that)\b|"
    r"\b(?:is|are|'s|'re) (?:now )?(?:here|out|over|open|ready|sorted|settled|finished|done|complete|decided|"
    r"up and running|in place|on the market|on sale)\b(?! (?:to|of|for|from|in|on|at|next|by|after)\b)|"
    r"\b(?:congratulations|congrats|well done) on \w+ing \w+|"
    r"\b(?:has|have|'s|'ve) (?:now |just )?(?:arrived|ended|opened|started|begun|come out|moved|agreed|approved|"
    r"accepted|said yes|signed|finished|passed|granted|repaired|tested|decided|voted|"
    r"taken over|been (?:\w+ly )?(?:approved|accepted|published|used|fixed|settled|"
    r"signed|built))\b"
)
"""Told as so by now."""
_NOT_SO = re.compile(
    r"\b(?:not|never|no|if|whether|once|until|unless|when|soon|will|would|could|may|might|hope|hopes|hoping|almost|"
    r"in principle|nearly|half|before|by|planned|wish|though|although|yet)\b|n't\b|'(?:ll|d)\b"
)
_TO_COME = re.compile(
    r"\byet\b|\bstill (?:no|nobody|not|to|missing|open|pending|waiting)\b|\b(?:once|until|unless|if|whether)\b|"
    r"\b(?:will|going to|is to|are to|due|expected|planned|plans?|hopes?|wants?|needs?|has to|have to|must|maybe|"
    r"perhaps|might|may|inclined|undecided|committed|applied|tbc|soon|next (?:week|month|year|spring|summer|autumn|"
    r"winter|time))\b|'(?:ll|d)\b|\bthink about\b|\bin principle\b|\bnot (?:for|on)\b"
)
"""Told as still to come, wished for or open."""
_EMPTY = split_words(
    "start begin open close end come out agree accept approve settle sort decide say yes ready finish move"
)
_CONDITIONS = frozenset(("once", "if", "unless", "until", "provided"))
_PROMISED = frozenset(("promised", "will", "tell", "let", "send", "ask"))
_PRONOUNS = frozenset(("it", "they", "it's", "they're", "that", "that's"))


def come_true(parts: Sequence[Fragment], number: int, facts: Facts, today: date | None) -> Finding | None:
    """A clause that tells of something as so by now, of which no note tells but as still to come."""
    fragment = parts[number]
    plain = fragment.plain
    now = number > 0 and fragment.words[0] == "that" and parts[number - 1].words[-1] == "now"
    if not facts.readable or fragment.mood != "fact" or fragment.negated or not (now or _SO_NOW.search(plain)):
        return None
    whole = " ".join(part.plain for part in parts[: number + 1])
    if _NOT_SO.search(plain) or "moved" in fragment.words or _HANGING.search(whole) or _MINE & set(fragment.words):
        return None
    if "already" in fragment.words and _so_far(fragment, facts):
        return None
    doing = fragment.verbs | fragment.keys & keys_of(_EMPTY)
    for word in sorted(_things(parts, number, facts)):
        told = [fact for fact in facts.by_key.get(word, ()) if _tells(fact)]
        same = [fact for fact in told if doing & fact.fragment.keys - {word}]
        for those in (told, same):
            if those and _only_owed(word, facts) and all(_still_to_come(fact, facts, today) for fact in those):
                return contradicted(those[0], f"By your notes this is still to come: “{those[0].quote}”.")
    return None


def _so_far(fragment: Fragment, facts: Facts) -> bool:
    """`ten teams already` for a cup to come, of which a note says `ten teams so far`."""
    told = (fact for word in telling(fragment.keys) for fact in facts.by_key.get(word, ()))
    return any(_BY_NOW.search(part.fragment.plain) for fact in told for part in facts.within(fact.sentence))


_BY_NOW = re.compile(r"\b(?:so far|already|by now|to date)\b")
_MINE = frozenset(("my", "i", "we", "i've", "we've", "what", "how"))
_HANGING = re.compile(r"\b(?:as soon as|once|until|unless|if|hope|hopes|hoping)\b")


def _tells(fact: Fact) -> bool:
    return not fact.programme and fact.sentence.source.kind not in ("goal", "person")


def _only_owed(word: str, facts: Facts) -> bool:
    """What is known of the word from a heading is a promise, which is still to come."""
    return all(source.kind == "commitment" for source in facts.heading_keys.get(word, ()))


def _things(parts: Sequence[Fragment], number: int, facts: Facts) -> frozenset[str]:
    """What the clause tells of; `it` is what the clause before spoke of."""
    light = keys_of(LIGHT) | keys_of(_EMPTY) | facts.name_keys
    found = telling(parts[number].keys) - light
    back = number - 1
    while not found and back >= 0 and _PRONOUNS & set(parts[number].words):
        found, back = telling(parts[back].keys) - light, back - 1
    return found


def _ahead(mention: DateMention, noted: date, today: date) -> bool:
    """A day to come; a bare weekday is the one nearest to the day of the note, which may be that very day."""
    if mention.relative and mention.weekday is not None:
        return nearest(mention, noted) > today
    return any(first > today for first, _ in mention.days)


_GONE_BY = re.compile(r"\b(?:was|were|had|did|since|ago|last|\w{2,}ed)\b")


def _still_to_come(fact: Fact, facts: Facts, today: date | None) -> bool:
    """The clause says so, or the one behind it that speaks of nothing else, or a day in it that is yet to come."""
    if _TO_COME.search(fact.fragment.plain):
        return True
    fragment = fact.fragment
    inside = [one for one in fact.sentence.dates if fragment.first <= one.first <= fragment.last and one.days]
    ahead = [one for one in inside if today and _ahead(one, fact.sentence.source.at or today, today)]
    if ahead and not _GONE_BY.search(fragment.plain):
        return True
    if fragment.words[0] == "when" and _PROMISED & fact.sentence.lows:
        return True
    after = facts.next_clause(fact)
    if after and after[0].fragment.words[0] in _CONDITIONS:
        return True
    return any(
        _TO_COME.search(one.fragment.plain)
        and not telling(one.fragment.keys) - facts.name_keys - fragment.keys - keys_of(_EMPTY)
        for one in after
    )
