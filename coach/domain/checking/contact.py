"""Are the two in touch? The notes and messages that show writer and reader met, spoke or wrote to each other."""

from __future__ import annotations

import re

from coach.domain.checking.claims import Finding
from coach.domain.checking.facts import Fact, Facts
from coach.domain.checking.lexicon import split_words
from coach.domain.checking.people import USER
from coach.domain.checking.telegraphic import CONTACT_VERBS

NEVER_MET = Finding("unsupported", reason="No note says that you two have met or spoken.")


def in_contact(facts: Facts) -> list[Fact]:
    """Facts that show writer and reader in touch: a message from the reader, or a note of what both did."""
    reader = facts.reader
    if not reader:
        return list(facts.facts)
    found = [fact for fact in facts.facts if _touches(fact, reader)]
    return found or [fact for fact in facts.facts if message_of(fact, reader)] or _first_hand(facts)


def only_met(plain: str, facts: Facts) -> bool:
    """`good to meet you` to somebody with whom a promise is on record: who owes something has spoken with them."""
    if not _MEETING.search(plain):
        return False
    kinds = {source.label: source.kind for source in facts.sources}
    between = {USER, facts.reader}
    return any({one.by, one.to} == between and kinds.get(one.label) == "commitment" for one in facts.promises)


_MEETING = re.compile(r"\b(?:meet|meeting|talk|talking|chat|chatting|speak|speaking) (?:to |with )?you\b")
_NOT_MET = re.compile(
    r"(?:\b(?:not|never)|n't|\b(?:yet to|still to|want to|hope to|would like to|must|should|to|try to)) "
    r"(?:\w+ )?(?:met|meet|spoken|"
    r"speak|talk|talked)\b|\b(?:read|saw|found|heard) (?:about|of|on|in)\b|\b(?:linkedin|website|profile|"
    r"article|podcast|"
    r"blog|recommended by|introduced by|says|name from|according to)\b"
)


def _first_hand(facts: Facts) -> list[Fact]:
    """Notes that open with the reader, made by the writer, where nothing says that the two have not met: who notes
    down how many dogs somebody keeps has talked with them."""
    notes = [source for source in facts.sources if source.kind == "note" and not source.author and source.at]
    if any(_NOT_MET.search(source.text.casefold()) for source in facts.sources if source.kind == "note"):
        return []
    about = [
        fact for fact in facts.facts
        if fact.sentence.source in notes and facts.reader in fact.fragment.owners and fact.fragment.explicit
    ]  # fmt: skip
    return about if len({id(fact.sentence) for fact in about}) >= _SOME else []


_SOME = 3


def _touches(fact: Fact, reader: str) -> bool:
    fragment = fact.fragment
    if fact.sentence.source.kind not in ("note", "reflection", "capture") or fragment_denies(fact):
        return False
    if message_of(fact, reader):
        return True
    concerned = reader in fragment.persons | fragment.owners
    words = set(fragment.words)
    if fragment.words[0] in _TO_BE_DONE:
        return False
    if _FROM_THE_SEATS.search(fragment.plain) and not _SPOKEN.search(fragment.plain):
        return False
    if fact.fragment.first == 0 and fragment.words[0] in _ASKED and _about_reader(fact, reader):
        return True
    told = {"me", "us", "my", "i", "we"} & words and concerned and not {"ask", "want", "knows"} & words
    return bool(told) or (concerned and bool(words & (CONTACT_VERBS | NOUNS) or USER in fragment.owners))


_TO_BE_DONE = split_words("write email mail message contact ping find connect reach look try thank")
"""`Write to him on LinkedIn.`: what the writer reminds himself of."""
_FROM_THE_SEATS = re.compile(
    r"^(?:i )?(?:sat|saw|was|were|heard|watched|listened|caught|attended|went)\b.{0,40}\b(?:talk|session|keynote|"
    r"panel|lecture|concert|speak|speaking|present|presenting|reading|recital)\b|\b(?:is|are|was|were) said to\b"
)
"""`Sat in Jana's talk`, `Jana is said to keep bees`: nobody has spoken with her for that."""
_SPOKEN = re.compile(
    r"\b(?:met|talked|spoke|chatted|asked|told|thanked|together|coffee|lunch|dinner|introduced|shook|afterwards|after|with)\b"
)
NOUNS = split_words("lunch dinner breakfast coffee chat call walk drinks queue table booth stand poster visit "
    "sauna next beside demo stall seat train bus site fair sounded seemed looked laughed smiled "
    "admitted mentioned explained joked confessed recommended "
                     "floor conversation talked met says said thinks told suggested showed gave offered "
                     "promised will lent wants asked invited")  # fmt: skip


_SPOKE = re.compile(
    r"\b(?:to|our|for the|when we|we) (?:(?:long|short|good|great|lovely|nice|quick|warm) )*"
    r"(?:talk|chat|speak|spoke|chatted|talked|meet|met|conversation|chat)\b|ing to you"
)


def spoke_not(facts: Facts, plain: str) -> Finding | None:
    """`Didn't manage to speak to him` against `our chat`, where no note tells of another time."""
    if not _SPOKE.search(plain):
        return None
    denying = [f for f in facts.facts if fragment_denies(f) and facts.reader in f.fragment.persons | f.fragment.owners]
    told = any(
        message_of(f, facts.reader)
        or (
            not _IN_THE_TALK.search(f.fragment.plain)
            and set(f.fragment.words) & _TALKED
            and not f.fragment.negated
            and not _about_others(f, facts.reader)
        )
        for f in facts.facts
    )
    if not denying or told:
        return None
    fact = denying[0]
    return Finding("contradicted", (fact.label,), (fact.quote,), f"Your notes say otherwise: “{fact.quote}”.")


_IN_THE_TALK = re.compile(r"\bin (?:the|her|his|their) (?:talk|session|keynote|lecture|workshop|panel)\b")
"""`he said in the talk that …`: heard from the seats."""


def _about_others(fact: Fact, reader: str) -> bool:
    """`Spoke with Naledi afterwards`: with whoever is named, and not with the reader; `Hanna, who works with him, told
    me`: told by another."""
    concerned = fact.fragment.persons | fact.fragment.owners
    by_another = (
        fact.fragment.explicit and bool(fact.fragment.owners - {USER, reader}) and reader not in fact.fragment.owners
    )
    return by_another or (bool(concerned - {USER}) and reader not in concerned)


_TALKED = frozenset(("met", "talked", "chatted", "spoke", "said", "says", "told", "chat", "conversation", "asked"))


_ASKED = frozenset(("asked", "talked", "chatted", "lunch", "coffee", "met", "spoke", "discussed", "agreed", "sat"))


def fragment_denies(fact: Fact) -> bool:
    """`Didn't manage to speak to him`: no contact."""
    words = set(fact.fragment.words)
    if _NOT_BEFORE.search(fact.fragment.plain):
        return False
    return fact.fragment.negated and bool(words & (CONTACT_VERBS | {"speak", "talk", "meet", "chat", "catch"}))


_NOT_BEFORE = re.compile(r"\b(?:never|n't|not) (?:\w+ )?(?:met|spoken|talked)(?: \w+)? before\b")
"""`We had never met before`: they have now."""


def _about_reader(fact: Fact, reader: str) -> bool:
    """The note says whom it is about in so many words, or its writer had nobody else in mind."""
    lows = set(fact.sentence.source.lows)
    return bool(lows & set(reader.split())) or reader in fact.fragment.owners


def message_of(fact: Fact, reader: str) -> bool:
    source = fact.sentence.source
    return source.kind in ("note", "message") and source.written_by(reader)
