"""What a message is to hold: why one writes, what stayed, a promise or an offer, a wish of the user, a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from coach.domain.brief import Line
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.text import stems
from coach.drafting.aims import reasons_for_writing
from coach.drafting.angles import POST, SAME_FACT, Angle, Fact, Facts, Rarity, facts_in, offer_in
from coach.drafting.evidence import clip
from coach.drafting.first_meeting import deed_in
from coach.drafting.own_offers import OwnOffer
from coach.drafting.whole_sentences import sayable

SLOTS = ("met", "memory", "reason", "detail", "keep", "thanks", "give", "ask", "next")
"""The places of a message's sentences, in the order in which they are read: that the two met, what is remembered …"""
BEFORE_ASKING = ("met", "memory", "detail", "keep", "thanks", "reason", "give", "ask", "next")
"""The same where the user asks for something: why they ask stands right before it."""
REASON_FIRST = ("met", "reason", "memory", "detail", "keep", "thanks", "give", "ask", "next")
"""The same where the closing question is about what is remembered."""
ENOUGH = 3
"""Sentences of a message that needs no second fact."""
INTENT_WORDS = 40


def message_angles(evidence: Sequence[Evidence], intent: str, most: int, own: Sequence[OwnOffer] = ()) -> list[Angle]:
    """At most so many sentences: what stayed, a promise or what the user wants to say, then more where there is room;
    and why they write, where a goal says it.

    `evidence` speaks to the reader; `own`: what the user has for a need of theirs. Of promises the first is said, and
    one of the other side where there is room. An offer comes before a question, and a question comes last. A note that
    only says what a promise says already is left out.
    """
    both_ways = _one_of_each_side(evidence)
    promised = both_ways[:1]
    known = facts_in(evidence, Rarity(), intent)
    found_facts = list(filter(None, map(_to_take_up, known))) or [fact for fact in known if _from_a_story(fact)]
    told = [fact for fact in found_facts if not _says_the_same(fact.text, both_ways)]
    facts = Facts(told)
    kept = facts.take(again=True)
    found = [Angle.about("memory", kept)] if kept else []
    found += promised
    if intent.strip():
        found.append(Angle("ask", clip(intent.strip(), INTENT_WORDS), ()))
    elif len(found) < most and not (own and most < ENOUGH) and (fact := facts.take() or kept):
        found.append(Angle.about("next", fact))
        if fact is not kept:
            facts.give_back(fact)
    reason = _reason_angle(evidence)
    found = [*found, *both_ways[1:], *_offer_angle(evidence, promised, reason, own)][:most] + reason
    if len(found) < min(ENOUGH, most) and (fact := _worth_adding(facts)):
        found.append(Angle.about("detail", fact))
    return sorted(found, key=lambda one: SLOTS.index(one.slot))


def _worth_adding(facts: Facts) -> Fact | None:
    """The best fact left that is more than what somebody does for a living."""
    while (fact := facts.take(Kind.NOTE, Kind.STORY, Kind.SESSION)) is not None and POST.match(fact.text):
        continue
    return fact


def _offer_angle(
    evidence: Sequence[Evidence], promised: Sequence[Angle], reason: Sequence[Angle], own: Sequence[OwnOffer]
) -> list[Angle]:
    """What the user has for a need of the reader, else what a goal says that they can give; a promise of theirs is
    enough, unless that goal is the `reason` for writing: who asks offers what they have."""
    kept = any(one.slot == "keep" for one in promised)
    if own and not kept:
        return [Angle("give", own[0].told, own[0].labels, said=f"{own[0].need}, and {own[0].gift}.")]
    offer, label = offer_in(evidence)
    asked = any(label in one.labels for one in reason)
    return [Angle("give", offer, (label,))] if offer and (asked or not kept) else []


def _reason_angle(evidence: Sequence[Evidence]) -> list[Angle]:
    """The goal that a message gives as its reason."""
    goals = [one for one in evidence if one.kind is Kind.GOAL and reasons_for_writing(one.text)]
    return [Angle("reason", one.text, (one.label,)) for one in goals[:1]]


_CARES = re.compile(r"^Cares about (?P<what>.+)$")


def _from_a_story(fact: Fact) -> bool:
    """What a story tells, which is taken up where nothing else is known; not what it is good for."""
    return fact.kind is Kind.STORY and not re.match(r"good for\b", fact.text, re.IGNORECASE)


def _to_take_up(fact: Fact) -> Fact | None:
    """A fact as one can say it to the reader: of a profile, what they do and care about, since a role and a company, as
    a list of contacts has them, are no subject; of a story of the user's, only what speaks of the reader."""
    if fact.kind is Kind.STORY:
        return fact if re.match(r"your?\b", fact.text) else None
    if fact.kind is not Kind.PERSON:
        return fact
    if cares := _CARES.match(fact.text.rstrip(" .")):
        head, _, last = cares["what"].rpartition(", ")
        return replace(fact, text=f"you care about {f'{head} and {last}' if head else last}.")
    if deed := deed_in(fact.text, "Ada"):
        return replace(fact, text=f"you {deed}.")
    return fact if sayable(fact.text) and re.search(r"\byou\b", fact.text) else None


def _says_the_same(fact: str, promised: Sequence[Angle]) -> bool:
    words = stems(fact)
    return any(len(words & stems(one.fact)) > SAME_FACT * min(len(words), len(stems(one.fact))) for one in promised)


def _one_of_each_side(evidence: Sequence[Evidence]) -> list[Angle]:
    """The first promise of the user's and the first of the reader's, in the order of the evidence."""
    found: dict[str, Angle] = {}
    for angle in map(_promise_angle, evidence):
        if angle is not None:
            found.setdefault(angle.slot, angle)
    return list(found.values())


def _promise_angle(evidence: Evidence) -> Angle | None:
    if evidence.kind is not Kind.COMMITMENT:
        return None
    who, _, what = evidence.text.partition(": ")
    return Angle("keep" if who.startswith("I ") else "thanks", clip(what, 20), (evidence.label,))


def in_order(chosen: Mapping[str, Line]) -> list[Line]:
    """The sentences as they are read. A question about what is remembered stands right behind it, after the reason;
    an offer stands behind the reason that it answers, before the promise that the closing question is about."""
    order: tuple[str, ...] = BEFORE_ASKING if "ask" in chosen else SLOTS if leads_on(chosen) else REASON_FIRST
    if {"keep", "thanks"} <= chosen.keys() and not MEETS.search(chosen["thanks"].text):
        order = tuple({"keep": "thanks", "thanks": "keep"}.get(slot, slot) for slot in order)
    if {"keep", "give"} <= chosen.keys() and "ask" not in chosen:
        order = tuple(slot for one in order if one != "give" for slot in ((one, "give") if one == "detail" else (one,)))
    return [chosen[slot] for slot in order if slot in chosen]


MEETS = re.compile(r"\b(?:show|visit|come|meet|call|help|invite|cook|play|take you)\b")
"""A promise that brings the two together: what is asked last is when, so it stands last."""


def leads_on(slots: Iterable[str]) -> bool:
    """Whether a promise or an offer follows, which the closing question is then about."""
    return bool({"keep", "thanks", "give"} & set(slots))
