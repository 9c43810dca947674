"""Told as settled, where the notes leave it open: `your finding that trombones come off worst` for `Trombones worst?
he is not sure yet`; `since you're making an offline version` for `An offline version, I have to think`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.domain.checking.attribution import candidates, matter
from coach.domain.checking.claims import Finding, contradicted
from coach.domain.checking.clauses import Fragment
from coach.domain.checking.english import keys_of
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.people import USER
from coach.domain.checking.stances import LIGHT
from coach.domain.checking.weighing import telling

_REJOICING = re.compile(
    r"\b(?:pleased|happy|glad|delighted|thrilled|relieved|pleasure|news|great|lovely|wonderful|good|nice|now|grateful|"
    r"congratulations|congrats)\b"
)
_GROUND = re.compile(r"^(?:since|as|because|now that|that) ")
_TOLD_BY_YOU = re.compile(
    r"\byour (?:\w+ )?(?:finding|word|news|yes|decision|result|discovery|assurance|confirmation|consent|agreement)\b"
)
_ACHIEVED = re.compile(
    r"\b(?:congratulations|congrats|well done) (?:on|for) (?:winning|getting|receiving|passing|being)\b"
)
_DOUBTING = re.compile(
    r"\b(?:if|whether|may|might|could|would|perhaps|maybe|hope|hopes|hoping|possibly|likely|still|until|once|question|"
    r"think|thinking|plan|plans|planned|planning|want|wants|open|undecided|unsure|not|no|never|consider|considering)\b|n't\b"
)
_UNSURE = re.compile(
    r"\b(?:not sure|unsure|undecided|not certain|uncertain|not (?:yet )?(?:decided|agreed|confirmed|settled|fixed)|"
    r"nothing (?:is |was )?(?:decided|agreed|settled|fixed|certain)|(?:have|has|need|needs|want|wants) to think|"
    r"hopes?|none yet|not yet|no answer|(?:cannot|can't|can not) (?:say|promise|tell)|(?:don't|doesn't|do not) know|"
    r"in principle|applied for|answer expected|to be (?:decided|confirmed)|(?:hasn't|haven't) (?:said|decided|agreed)|"
    r"only if|no decision)\b"
)
_DECIDING = frozenset(
    ("sure", "unsure", "undecided", "decide", "say", "yes", "think", "agree", "confirm", "open", "doubt", "principle",
     "answer", "expected", "certain", "promise", "hope", "yet", "fix", "settle")
)  # fmt: skip


def held_open(parts: Sequence[Fragment], number: int, facts: Facts) -> Finding | None:
    """A clause that takes a thing for settled of which the notes say only that it is open."""
    fragment = parts[number]
    if not facts.readable or not _taken_as_settled(parts, number) or _DOUBTING.search(fragment.plain):
        return None
    words = telling(matter(fragment, facts)) - keys_of(LIGHT)
    for fact in candidates(words, facts):
        common = words & fact.fragment.keys
        asked = telling(fact.fragment.keys) - facts.name_keys - keys_of(_DECIDING) - keys_of(LIGHT)
        if not common or not common >= asked or not _is_open(fact, facts):
            continue
        if not any(_settles(other, common, fact, facts) for other in candidates(common, facts)):
            return contradicted(fact, f"Your notes leave this open: “{fact.quote}”.")
    return None


def _taken_as_settled(parts: Sequence[Fragment], number: int) -> bool:
    """It is rejoiced at, given as a reason, or called the reader's own word or finding."""
    fragment = parts[number]
    before = parts[number - 1] if number else None
    if fragment.mood != "fact" or fragment.owners == {USER} or fragment.negated or fragment.tokens[-1].text == "?":
        return False
    if _ACHIEVED.search(fragment.plain) or fragment.words[0] in ("since", "because"):
        return True
    if before is None or not _GROUND.match(fragment.plain):
        return False
    return bool(_REJOICING.search(before.plain) or _TOLD_BY_YOU.search(before.plain))


def _is_open(fact: Fact, facts: Facts) -> bool:
    """The clause itself says so, or one beside it that speaks of nothing else."""
    plain = fact.fragment.plain
    if fact.programme or fact.sentence.source.kind == "goal":
        return False
    if _UNSURE.search(plain):
        return True
    before, after = _beside(fact, facts)
    if fact.fragment.words[0] in ("whether", "if"):
        return before is not None and bool(_UNSURE.search(before.fragment.plain))
    return any(_says_open(one, fact, facts) for one in after)


def _beside(fact: Fact, facts: Facts) -> tuple[Fact | None, Sequence[Fact]]:
    """The clause before and the two after in the same piece of evidence."""
    here = facts.within(fact.sentence.source)
    at = here.index(fact)
    return (here[at - 1] if at else None), here[at + 1 : at + 3]


def _says_open(one: Fact, fact: Fact, facts: Facts) -> bool:
    other = telling(one.fragment.keys) - facts.name_keys - fact.fragment.keys - keys_of(_DECIDING)
    return bool(_UNSURE.search(one.fragment.plain)) and not other


def _settles(other: Fact, common: frozenset[str], fact: Fact, facts: Facts) -> bool:
    """Another clause, of the same people, affirms the same."""
    if other is fact or other.programme or other.sentence.source.kind == "goal" or not common <= other.fragment.keys:
        return False
    strangers = other.fragment.owners and fact.fragment.owners and not other.fragment.owners & fact.fragment.owners
    return not strangers and not other.fragment.negated and other.fragment.mood == "fact" and not _is_open(other, facts)


_CONSENT = re.compile(
    r"\b(?:has|have|had|'s|'ve)?\s?(?:(?:given|gave|gives) (?:\w+ ){0,3}(?:blessing|consent|approval|permission|"
    r"go-ahead|"
    r"green light|ok|okay|yes)|agreed|approved|consented|said yes|signed(?: off)?|accepted|confirmed)\b"
)
_NO_CONSENT = re.compile(
    r"\b(?:hasn't|haven't|has not|have not|didn't|did not|not(?: yet)?|yet to) (?:yet )?(?:agree|agreed|approve|"
    r"approved|"
    r"consent|consented|decide|decided|said yes|say yes|sign|signed|accepted|confirm|confirmed|given|"
    r"promised|promise)\b"
)


_WILL_DO = re.compile(r"\b(?:will|is going to) (?:read|sign|help|come|speak|join|write|lend|host|pay|check)\b")
"""Told as promised: what they will do."""


_NOT_DONE = re.compile(r"n't\b|\b(?:not|never|yet)\b")


def consented(fragment: Fragment, facts: Facts) -> Finding | None:
    """`Dr Zach has given his blessing`, where he hasn't agreed yet, in whatever words of consent."""
    others = frozenset() if USER in fragment.owners else fragment.owners
    if fragment.mood != "fact" or fragment.negated or not others or _NOT_DONE.search(fragment.plain):
        return None
    if not _CONSENT.search(fragment.plain) and not _WILL_DO.search(fragment.plain):
        return None
    if _DOUBTING.search(fragment.plain) or not facts.readable:
        return None
    theirs = [fact for fact in _of(others, facts) if not fact.programme]
    refused = [fact for fact in theirs if _NO_CONSENT.search(fact.fragment.plain)]
    given = [fact for fact in theirs if fact not in refused and _CONSENT.search(fact.fragment.plain)]
    if not refused or given:
        return None
    return contradicted(refused[0], f"Your notes say otherwise: “{refused[0].quote}”.")


def _of(people: frozenset[str], facts: Facts) -> Iterator[Fact]:
    return (fact for fact in facts.facts if fact.fragment.owners & people)


_WHOLE = frozenset(("full", "whole", "entire", "all"))


def in_full(fragment: Fragment, facts: Facts) -> Finding | None:
    """`the full 18 lakh has been sanctioned`, where they sanctioned only 11."""
    if not _WHOLE & set(fragment.words) or fragment.mood != "fact" or fragment.negated or not facts.readable:
        return None
    told = _counts(fragment)
    for fact in candidates(fragment.verbs - keys_of(LIGHT), facts):
        lows = fact.fragment.words
        less = "only" in lows and _counts(fact.fragment) and not _counts(fact.fragment) & told
        if told and less and fact.fragment.verbs & fragment.verbs and not fact.programme:
            return contradicted(fact, f"Your notes say otherwise: “{fact.quote}”.")
    return None


def _counts(fragment: Fragment) -> set[str]:
    return {low for low in fragment.words if low[:1].isdigit()}
