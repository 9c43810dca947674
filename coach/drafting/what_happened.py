"""What happened, by the notes of an event: moments, the most vivid first, each for another question of a reflection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.checking.english import forms, third_person
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.naming import first_name
from coach.domain.reading.promise_words import promised_in
from coach.domain.text import stems
from coach.drafting.address import told_to_oneself
from coach.drafting.angles import SAME_FACT, Angle, Fact, Rarity, facts_in
from coach.drafting.fact_kinds import FactKind, kind_of
from coach.drafting.languages import language_in
from coach.drafting.moments import TOLD_A_STORY, asks_about_energy, mood_of, only_judges, vividness
from coach.drafting.shorthand import written_out
from coach.drafting.whole_sentences import clause, in_the_past, in_the_past_of_all, sayable
from coach.drafting.whom_they_mean import leans_on_others

SLOTS = ("energy", "learned", "moved", "give", "again")
OWED = re.compile(r"I owe (?P<name>[^:]+): ")
BY_A_DAY = re.compile(r"\s*\(by [^)]*\)")
_OWN = re.compile(r"\b(?:I|me|my|myself|we|us|our)\b")
_MET_WHO = re.compile(r"\b(?P<met>[Mm]et (?:[^\W\d_][\w'’-]* ?){1,4}?),? (?:and )?(?:[Ss]he|[Hh]e) (?P<does>\w+)")
_THEN_DOES = re.compile(r", (?P<does>[a-z]+s)\b")
NEED = re.compile(
    r"\b(?:wants?|needs?|looking for|looks for|search\w*|cannot|can't|could not|struggl\w*|worr\w*|fears?|misses|"
    r"stuck|problem|hopes?|wishes)\b",
    re.IGNORECASE,
)
GAVE = re.compile(
    r"\b(?:gave|gives?|lent|lends?|show(?:s|ed)|taught|teaches|help(?:s|ed)|sat with|brought|brings|"
    r"sent|sends|told|let|lets|shared?|invited|answered|repeated|introduced|explained|waited|closed|"
    r"fixed|mended|listened|offered)\b",
    re.IGNORECASE,
)
"""What somebody did for others, which one may want to give something back for."""

SOMEBODY = "the people you met"
"""Who was there, where the notes name nobody."""


def reflection_angles(evidence: Sequence[Evidence], about: str) -> list[Angle]:
    """What happened, shared out: a promise or a need to giving, a moment of which no feeling is told to energy, the
    most vivid of the others to what it touched, the rest in order."""
    promised = [stems(BY_A_DAY.sub("", one.text).partition(": ")[2]) for one in evidence if OWED.match(one.text)]
    spelled = [spelled_out(one) for one in evidence]
    names = names_in(evidence)
    facts = [
        replace(fact, text=_in_short(_with_who(fact.text)))
        for fact in facts_in(spelled, Rarity(), about)
        if not any(len(stems(fact.text) & what) > SAME_FACT * len(what) for what in promised if what)
    ]
    facts = sorted(filter(to_look_at, facts), key=lambda fact: -vividness(fact.text, spelled, names))
    owed = [Fact(one.text, one.label, one.kind, 0.0) for one in evidence if OWED.match(one.text)]
    given = [fact for fact in facts if gave_to_the_writer(fact.text)]
    in_need = [fact for fact in facts if needs_something(fact.text)]
    gives = next(iter([*owed, *in_need, *given]), None)
    found = [Angle.about("give", gives)] if gives else []
    left = [fact for fact in facts if fact != gives]
    best = left[0] if left and not asks_about_energy(mood_of(left[0].text, spelled)) else None
    calm = [fact for fact in left if fact is not best and asks_about_energy(mood_of(fact.text, spelled))]
    if energy := next((fact for fact in calm if _may_give_energy(fact)), None):
        found.append(Angle.about("energy", energy))
        left = [fact for fact in left if fact != energy]
    found += [Angle.about(slot, fact) for slot, fact in zip(("moved", "again", "learned"), left, strict=False)]
    return sorted(found, key=lambda one: SLOTS.index(one.slot))


def needs_something(text: str) -> bool:
    """Whether somebody else needs something and nobody has given it yet."""
    return bool(NEED.search(text)) and not GAVE.search(text) and not _OF_THE_WRITER.match(text)


def gave_to_the_writer(text: str) -> bool:
    """Whether somebody else did something for whoever wrote the note."""
    found = GAVE.search(text)
    mine = found and re.search(r"\b(?:me|us|my|our)\b", text[found.end() :])
    return bool(mine) and not _OF_THE_WRITER.match(text)


_OF_THE_WRITER = re.compile(r"(?:I|My|We|Our)\b")


def to_look_at(fact: Fact) -> bool:
    """Whether a fact can be said, or is worth being quoted: catchwords about business are not."""
    text = fact.text
    if _OF_A_LIST.match(text) or promised_in(text) is not None:
        return False
    return not only_judges(text) and (
        whole(told_to_oneself(clause(text, named=fact.named)))
        or bool(_OWN.search(text) or NEED.search(text))
        or mood_of(text) is not None
        or language_in([text]) != "en"
    )


_OF_A_LIST = re.compile(r"[A-Z]\S*(?: [A-Z]\S*){0,2} (?:[-–—/|=]|->|→)\s|(?:on|up to) me to\b", re.IGNORECASE)
"""`Jonas - freelance, used to be at Zalando`: an entry, and no moment; `on me to send it`: a promise."""


def _may_give_energy(fact: Fact) -> bool:
    """A moment: what the user did, or what happened; of a habit of somebody's one asks no energy."""
    told = told_to_oneself(clause(fact.text, named=fact.named))
    happened = in_the_past_of_all(told) or in_the_past(told)
    known = not told.startswith("you") and kind_of(told) in (FactKind.FIGURE, FactKind.TURNED_OUT, FactKind.SHIFTED)
    return sayable(told) and happened and not (known or _ONLY_SAID.match(told) or leans_on_others(fact.text))


_ONLY_SAID = re.compile(r"^\S+ (?:said|told you)(?! (?:out loud|aloud|in front))\b", re.IGNORECASE)


def spelled_out(evidence: Evidence) -> Evidence:
    """A note about one person with the subjects that it leaves out: "Takes fleeces" is "Aroha takes fleeces"."""
    if evidence.kind is not Kind.NOTE or len(evidence.names) != 1 or language_in([evidence.text]) != "en":
        return evidence
    name = evidence.names[0]
    if first_name(name).endswith("."):
        return evidence
    called = rf"(?:{re.escape(name)}|{re.escape(first_name(name))})"
    return evidence.model_copy(update={"text": written_out(evidence.text, first_name(name), called)})


def _in_short(text: str) -> str:
    """A long story that somebody told, up to the clause before its turn, so that it can be asked about."""
    if not TOLD_A_STORY.search(text) or len(text.split()) <= LONGEST_STORY:
        return text
    ends = [found.start() for found in _GOES_ON.finditer(text)]
    ends = [end for end in ends if LEAST_OF_A_STORY <= len(text[:end].split()) <= LONGEST_STORY]
    ends = [end for end in ends if not re.search(r"\b(?:how|that|she|he|they|who|which)$", text[:end])]
    at_a_comma = [end for end in ends if text[end] == ","]
    return f"{text[: (at_a_comma or ends)[-1]]}." if ends else text


LONGEST_STORY, LEAST_OF_A_STORY = 25, 9
_GOES_ON = re.compile(r",?\s+(?:and|but|so|because|then|until|while)\s+|,\s+")


def _with_who(text: str) -> str:
    """ "Met Jo, she runs a cafe, wants a choir" in one sentence: "Met Jo, who runs a cafe and wants a choir"."""
    found = _MET_WHO.search(text)
    if found is None:
        return text
    rest = _THEN_DOES.sub(_joined, text[found.end() :])
    return f"{text[: found.start()]}{found['met'].rstrip(' ,')}, who {found['does']}{rest}"


def _joined(found: re.Match[str]) -> str:
    return f" and {found['does']}" if third_person(found["does"]) else found[0]


def whole(told: str) -> bool:
    """Whether a fact, turned to whoever wrote it, can be said: a sentence, or a name and what that person does."""
    name, _, rest = told.partition(" ")
    named = name[:1].isupper() and not forms(name.lower())
    return sayable(told) or (named and third_person(rest.partition(" ")[0]) and "…" not in told and "?" not in told)


def names_in(evidence: Sequence[Evidence]) -> list[str]:
    """Who was there by the notes and promises."""
    notes = [one for one in evidence if one.kind in (Kind.NOTE, Kind.COMMITMENT)]
    return list(dict.fromkeys(name for note in notes for name in note.names)) or [SOMEBODY]
