"""What each line is to be about: one fact of the evidence, chosen by rule before a model writes.

A small model that chooses for itself falls back on what fits everybody. So each line gets a fact of its
own: the one whose words are the rarest in this workspace, no two lines the same, and the model only has to
say it to the person and to ask on.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.domain.text import sentences, stems
from coach.domain.to_dos import is_to_do
from coach.drafting.aims import gift_in
from coach.drafting.evidence import clip
from coach.drafting.fact_kinds import FactKind, kind_of
from coach.drafting.sayings import announced
from coach.drafting.statements import said_to_them
from coach.drafting.whole_sentences import begins_with_name, clause, sayable

FACT_WORDS = 26
"""Words of a fact that a prompt shows beside its line."""
LEAST_WORDS = 3
SAME_FACT = 0.7
"""Of the words of the shorter of two facts, the share above which they are one."""
_TALK_HEAD = re.compile(r"^Talk by [^“]*“(?P<title>[^”]*)”\.?\s*")
_BRACKETS = re.compile(r" \([^()]{1,40}\)")
_PROFILE_HEAD = re.compile(r"^[^:.]{1,80}:\s+")
_NOTE_TO_SELF = re.compile(r"^(?:ask|remember|tell|send|check|write|call|find|look up|todo)\b", re.IGNORECASE)
_ABOUT_THE_TALK = re.compile(
    r"\b(?:this|the|my) (?:talk|session|tutorial|workshop|presentation)\b|\b(?:we(?: wi|')ll|i(?: wi|')ll|"
    r"you(?: wi|')ll|join|attendees|audience will|learn how|slides)\b|^i (?:show|walk|present|explain)\b",
    re.IGNORECASE,
)
_LEANS_BACK = re.compile(r"^(?:it|this|that|these|those|they|he|she|so|but|then|also|both|here|there)\b", re.IGNORECASE)
_UNNAMED = re.compile(r"\b(?:hers|theirs|mine|ours|the last one|the first one)\b", re.IGNORECASE)
"""What only the sentence before explains."""
_TENDER = re.compile(
    r"\b(?:not (?:spoken|talked|spoke)|divorc\w*|separated|died|death|funeral|cancer|ill(?:ness)?|depress\w*|burn-?out|"
    r"debts?|bankrupt\w*|quarrel\w*|affair|drunk|drink(?:s|ing) too|arrest\w*|miscarriage|fired|laid off|lawsuit|"
    r"lonely|ashamed|suicid\w*|therapy|pregnan\w*|sleeps? badly|not sleeping|can['’]?t sleep)\b",
    re.IGNORECASE,
)
"""What somebody tells in confidence and is not greeted with, as long as there is anything else."""
_TO_THEM = re.compile(r"your?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d")


class Rarity:
    """How seldom words stand in a workspace: 1 for a word of one text, near 0 for one that is in all of them.

    The inverse document frequency of Sparck Jones (1972), scaled to 0 to 1; a word never seen weighs 1.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._seen: Counter[str] = Counter()
        self._texts = 0
        for text in texts:
            self._texts += 1
            self._seen.update(stems(text))

    def of(self, stem: str) -> float:
        seen = max(self._seen[stem], 1)
        return 1.0 - math.log(seen) / math.log(max(self._texts, 2) + 1)

    def weight(self, words: Iterable[str]) -> float:
        return sum(map(self.of, words))

    def share(self, text: str, own: frozenset[str]) -> float:
        """Of the rarity in `text`, the share that lies in `own` (stems): how much of it fits only them."""
        words = stems(text)
        whole = len(words)
        return self.weight(words & own) / whole if whole else 0.0


@dataclass(frozen=True)
class Fact:
    """One sentence of the evidence. `worth`: how much it says of this person alone; `named`: it begins with a name."""

    text: str
    label: str
    kind: Kind
    worth: float
    named: bool = False


@dataclass(frozen=True)
class Angle:
    """A line to write: its place in the prompt's schema, the fact it is about, what it may cite.

    `said`: what a rule says about the fact already; the model then writes only the question after it.
    `named`: the fact begins with a name, which keeps its capital within a sentence.
    """

    slot: str
    fact: str
    labels: tuple[str, ...]
    said: str = ""
    named: bool = False

    @classmethod
    def about(cls, slot: str, fact: Fact, said: str = "") -> Angle:
        return cls(slot, fact.text, (fact.label,), said, fact.named)


def facts_in(evidence: Sequence[Evidence], rarity: Rarity, about: str = "") -> list[Fact]:
    """The sentences worth speaking of, the best first. Promises and goals are no facts about a person.

    `about`: words of the goals; a fact that shares some is worth a little more.
    """
    wanted = stems(about)
    found: list[Fact] = []
    texts = [quotable(one.text) for one in evidence]
    names = [name for one in evidence for name in one.names]
    for one in evidence:
        if one.kind in (Kind.GOAL, Kind.COMMITMENT):
            continue
        for sentence in _sentences_of(one):
            if len(sentence.split()) >= LEAST_WORDS and not (_NOTE_TO_SELF.match(sentence) or is_to_do(sentence)):
                ahead = announced(sentence) if one.kind is Kind.SESSION else ""
                text = f"you will {ahead}." if ahead else clip(sentence, FACT_WORDS)
                named = begins_with_name(text, texts, names)
                found.append(Fact(text, one.label, one.kind, _worth(text, one.kind, rarity, wanted), named))
    found.sort(key=lambda fact: fact.kind is Kind.PERSON)
    return sorted(_unlike(found), key=lambda fact: -fact.worth)


def _sentences_of(evidence: Evidence) -> list[str]:
    """A talk's title is no sentence of it, unless there is nothing else; a profile's name is left away."""
    text = quotable(evidence.text)
    if evidence.kind is Kind.SESSION and (head := _TALK_HEAD.match(text)):
        return sentences(_BRACKETS.sub("", text[head.end() :])) or [head["title"]]
    if evidence.kind is Kind.NOTE:
        return sentences(_BRACKETS.sub("", text))
    return sentences(_PROFILE_HEAD.sub("", text, count=1) if evidence.kind is Kind.PERSON else text)


def _worth(text: str, kind: Kind, rarity: Rarity, wanted: frozenset[str]) -> float:
    words = stems(text)
    worth = min(rarity.weight(words), 8.0) + 0.6 * bool(_NUMBER.search(text)) + 0.3 * min(len(words & wanted), 3)
    worth += {Kind.NOTE: 1.5, Kind.STORY: 0.5, Kind.PERSON: -2.5}.get(kind, 0.0)
    worth += 1.0 * sayable(text) + 1.0 * bool(said_to_them(text, kind)) + 1.5 * bool(_TO_THEM.match(text))
    worth += 1.2 * (kind is not Kind.PERSON and kind_of(clause(text)) in _NOW)
    worth -= 1.0 * (kind is Kind.NOTE and bool(_TIMETABLE.search(text)))
    worth -= 0.8 * bool(POST.match(text))
    worth -= 1.0 * bool(_UNNAMED.search(text)) + 7.0 * bool(_TENDER.search(text))
    return worth - 2.5 * bool(_ABOUT_THE_TALK.search(text)) - 1.0 * bool(_LEANS_BACK.match(text)) - 3.0 * ("?" in text)


_NOW = frozenset(
    (
        FactKind.TIE,
        FactKind.PROBLEM,
        FactKind.PLAN,
        FactKind.NEEDS,
        FactKind.OFFERS,
        FactKind.BUSY,
        FactKind.SAYING,
        FactKind.ADMIRED,
        FactKind.SHARED,
    )
)
"""What somebody needs, wants or is at, what the two share: more is to be said of it than of what is over."""
_TIMETABLE = re.compile(
    r"\b(?:till|until|from|over|before|by|after) (?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Xmas|Christmas|Easter|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|"
    r"\bbooked out\b|\bat \d{1,2}(?::\d\d|h|am|pm)\b"
)
"""When somebody is away or open: good to know, and nothing to talk about."""
POST = re.compile(
    r"^you (?:now |still |also )?(?:chair|run|work|live|are (?:an?|the)|have|lead|head|manage|teach)\b", re.IGNORECASE
)
"""What somebody is by trade, which they know better than anybody."""


def _stems_of(fact: Fact) -> frozenset[str]:
    return stems(fact.text)


def _unlike(facts: Sequence[Fact]) -> list[Fact]:
    """Without what says the same in another source; the earlier of two stays."""
    kept: list[Fact] = []
    for fact in facts:
        words = stems(fact.text)
        if not any(len(words & said) > SAME_FACT * min(len(words), len(said)) for said in map(_stems_of, kept)):
            kept.append(fact)
    return kept


def offer_in(evidence: Sequence[Evidence]) -> tuple[str, str]:
    """What the user can give by a goal, as it follows "I could", and the goal's label; two empty texts when nothing."""
    for one in evidence:
        if one.kind is Kind.GOAL and (gift := gift_in(quotable(one.text))):
            return clip(gift, FACT_WORDS).rstrip(" …"), one.label
    return "", ""


class Facts:
    """Facts that are handed out once each, and again from the best on when all were used."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = list(facts)
        self._used: list[Fact] = []

    def take(self, *kinds: Kind, again: bool = False) -> Fact | None:
        """The best unused fact of these kinds (none given: of any); `again`: a used one rather than none."""
        fitting = [fact for fact in self._facts if not kinds or fact.kind in kinds]
        fresh = [fact for fact in fitting if fact not in self._used]
        chosen = next(iter(fresh or (fitting if again else [])), None)
        if chosen is not None:
            if chosen in self._used:
                self._used.remove(chosen)
                self._facts.remove(chosen)
                self._facts.append(chosen)
            self._used.append(chosen)
        return chosen

    def mark_used(self, text: str) -> None:
        """Count the fact with this text as taken."""
        self._used += [fact for fact in self._facts if fact.text == text]

    def give_back(self, fact: Fact) -> None:
        """Let a fact be taken once more as if it were new."""
        if fact in self._used:
            self._used.remove(fact)


def render_angles(angles: Sequence[Angle], share: float = 1.0) -> str:
    """The lines to write, as the prompt lists them: the place and its fact; `share`: of a fact's room."""
    words = max(int(FACT_WORDS * share), 6)
    return "\n".join(f"{angle.slot}: {_shown(angle, words)}" for angle in angles)


def _shown(angle: Angle, words: int) -> str:
    """What is said and, where that does not hold the fact, the fact to ask about."""
    if not angle.said:
        return clip(angle.fact, words)
    told = stems(angle.fact)
    about = "" if len(told & stems(angle.said)) > SAME_FACT * len(told) else f" Ask about: {clip(angle.fact, words)}"
    return f"{clip(angle.said, words + 4)}{about}"
