"""What to say to somebody of whom little is known: what they do by their entry, and what the user's goal asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.english import forms, third_person
from coach.domain.checking.telegraphic import CONTACT_VERBS
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import plain_name, quotable
from coach.domain.text import sentences
from coach.drafting.address import turned_to
from coach.drafting.fact_kinds import FactKind, kind_of
from coach.drafting.fact_questions import questions_after
from coach.drafting.goal_questions import questions_in_goal
from coach.drafting.kinship import touches
from coach.drafting.lines import grounded_lines, raw_line
from coach.drafting.posts import as_a_post, deed_of, is_somebody, with_article
from coach.drafting.statements import varied
from coach.drafting.whole_sentences import past_form

_SEEN = (
    "I saw that you are {what}.",
    "You are {what}, if I have that right.",
    "I read that you are {what}.",
    "You are {what}, I read.",
)
_SEEN_DOING = (
    "I saw that you {what}.",
    "You {what}, if I have that right.",
    "I read that you {what}.",
    "You {what}, I read.",
)
_KNOWN_TO_BE = (
    "I remember that you are {what}.",
    "You are {what}, if I remember rightly.",
    "You are {what}, if I have that right.",
)
"""Where the entry was made out of the user's own notes, and nothing was read."""
_KNOWN_DOING = (
    "I remember that you {what}.",
    "You {what}, if I remember rightly.",
    "You {what}, if I have that right.",
)
_AFTER_WORK = (
    "What does a good week there look like?",
    "What are you proudest of there?",
    "What is the hardest part of it at the moment?",
    "What are you busy with there at the moment?",
    "What would you like more people to know about it?",
    "What brought you there?",
)
_AFTER_A_TRADE = (
    "What does a good week look like for you?",
    "What are you working on at the moment?",
    "What is the hardest part of it at the moment?",
    "How did you get into that?",
    "What do outsiders not see of that work?",
)
"""Behind a role without a place."""
_OF_ROLE = (
    "What does a good day look like for {role}?",
    "What do you wish you had known when you began as {role}?",
    "What takes up most of your time as {role}?",
    "What made you want to be {role}?",
    "What do people get wrong about the work of {role}?",
    "Who do you hope to meet here?",
)
_OF_PLACE = (
    "What would surprise people about {place}?",
    "What are you trying to change at {place}?",
    "What brought you to {place}?",
    "What is {place} busy with at the moment?",
    "What should people here know about {place}?",
    "Who at {place} has taught you most?",
)
_OF_OWN_PLACE = (
    "What would surprise people about {place}?",
    "How did {place} begin?",
    "What is next for {place}?",
    "What is {place} busy with at the moment?",
)
"""To whoever has founded or owns it."""
_OWNS = re.compile(r"\b(?:founder|owner|proprietor|co-?founder)\b", re.IGNORECASE)
_OF_ANYBODY = (
    "What brings you here?",
    "What would make today worth it for you?",
    "Whom should I not miss here?",
    "What do you hope to hear about today?",
    "Who would you like to meet here?",
)
_TAKES_THE = re.compile(
    r"^(?:City|Town|County|Port|University|"
    r"Institute|Ministry|Department|Museum|School|College|Bank|Council|Society) of\b"
)
_COUNCIL_OF_A_PLACE = re.compile(r"\b(?:City|Town|County|Borough|District|Parish) Council$")
_ENDS_AS_A_HOUSE = re.compile(
    r"(?<!^)\b(?:Library|Museum|Archive|Choir|Trust|Institute|Cent(?:re|er)|Council|Foundation|Theatre|Orchestra|Society|"
    r"Association|(?:Seed|Food|Blood) Bank)$"
)
LONGEST_ROLE, LONGEST_DEED = 6, 20
"""Words of an entry that can be said aloud within a sentence."""


@dataclass(frozen=True)
class _Known:
    """What one can say that somebody is or does. `about`: the words of the entry that it rests on."""

    said: str
    about: str
    asks: tuple[str, ...]
    deed: bool = False


@dataclass(frozen=True)
class Opening:
    """The lines that can be said of one thing, of which one is enough; `deed`: it is something that they do."""

    ways: list[Line]
    deed: bool


def fits_anybody(text: str) -> bool:
    """Whether a line would fit everybody at an event."""
    return text in _OF_ANYBODY


def meeting_openers(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> list[Opening]:
    """For each thing that they are or do the lines that can be said of it, of which one is enough: it and a question,
    one that a goal asks outright where it has to do with them, else about their work.

    What has to do with a goal comes first."""
    entry, goal = _entry(evidence), _goal(evidence)
    asked = _asked(goal, turn)
    found: list[tuple[bool, Opening]] = []
    for known in _known_of(entry, facts, turn, key):
        close = goal is not None and touches(quotable(goal.text), [known.about])
        labels = [entry.label] if entry else []
        both = [*labels, *([goal.label] if goal else [])]
        ways = [raw_line(f"{known.said} {one}", *both) for one in (asked if close else [])]
        ways.append(raw_line(f"{known.said} {varied(known.asks, turn, key)}", *labels))
        found.append((close, Opening(grounded_lines(ways, evidence, facts), known.deed)))
    found.sort(key=lambda one: not one[0])
    return [opening for _, opening in found if opening.ways]


def meeting_questions(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> list[Line]:
    """What a goal asks outright, where something known of them has to do with it; then their role and their place."""
    entry, goal = _entry(evidence), _goal(evidence)
    raw: list[dict[str, Any]] = []
    if goal is not None and touches(quotable(goal.text), [quotable(one.text) for one in evidence if one is not goal]):
        raw += [raw_line(one, goal.label) for one in _asked(goal, turn)]
    role, place = _role(facts), _place(facts)
    if entry is not None:
        of_role = [varied(_OF_ROLE, turn + way, key).format(role=with_article(role)) for way in range(2) if role]
        asks = _OF_OWN_PLACE if _OWNS.search(str(facts.get("their_role") or "")) else _OF_PLACE
        of_place = [varied(asks, turn, key).format(place=place)] if place else []
        raw += [raw_line(one, entry.label) for one in (*of_role[:1], *of_place, *of_role[1:])]
    return grounded_lines(raw, evidence, facts)


def anybody_lines(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int) -> list[Line]:
    """What one can ask everybody at an event; each once in a brief, and after all else."""
    asked = [_OF_ANYBODY[(turn + way) % len(_OF_ANYBODY)] for way in range(len(_OF_ANYBODY))]
    return grounded_lines([raw_line(one) for one in asked], evidence, facts)


def _entry(evidence: Sequence[Evidence]) -> Evidence | None:
    return next((one for one in evidence if one.kind is Kind.PERSON), None)


def _goal(evidence: Sequence[Evidence]) -> Evidence | None:
    return next((one for one in evidence if one.kind is Kind.GOAL), None)


def _asked(goal: Evidence | None, turn: int) -> list[str]:
    """The goal's own questions, another one first each turn."""
    asked = questions_in_goal(quotable(goal.text)) if goal else []
    at = turn % len(asked) if asked else 0
    return [*asked[at:], *asked[:at]]


def _known_of(entry: Evidence | None, facts: Mapping[str, Any], turn: int, key: str) -> list[_Known]:
    if entry is None:
        return []
    name = str(facts.get("person", ""))
    parts = sentences(quotable(entry.text).partition(": ")[2])
    heads = [str(facts.get(one) or "") for one in ("their_role", "their_organisation")]
    told = parts[1:] if parts and any(head and head in parts[0] for head in heads) else parts
    done = [deed for part in told if (deed := deed_in(part, name))]
    done.sort(key=lambda deed: kind_of(f"you {deed}") not in (FactKind.PROBLEM, FactKind.PLAN))
    own = bool(facts.get("entry_is_own"))
    if deed := deed_of(str(facts.get("their_role") or "")):
        done.insert(0, deed)
    found = [
        _Known(
            varied(_KNOWN_DOING if own else _SEEN_DOING, turn, key).format(what=deed),
            deed,
            tuple(questions_after(f"you {deed}", turn, key)),
            deed=True,
        )
        for deed in done
    ]
    role, place = _role(facts), _place(facts)
    what = _post_at(role, place) if role and place else f"with {place}" if place else with_article(role)
    if what:
        asks = _AFTER_WORK if place else _AFTER_A_TRADE
        said = varied(_KNOWN_TO_BE if own else _SEEN, turn, key).format(what=what).replace("..", ".")
        found.append(_Known(said, f"{role} {place}", asks))
    return found[:2]


def _post_at(role: str, place: str) -> str:
    """ "a grower at Moss Farm", "the founder of Tidepool Labs"."""
    if re.fullmatch(r"(?:founder|owner)", role, re.IGNORECASE):
        return f"the {role.lower()} of {place}"
    return f"{as_a_post(role)} at {place}"


def _role(facts: Mapping[str, Any]) -> str:
    """The role as it can be said: a few words without marks; "" for a headline that cannot."""
    role = plain_name(str(facts.get("their_role") or ""))
    words = role.split()
    if not 0 < len(words) <= LONGEST_ROLE or re.search(r"[|/,;:•·()&@]", role) or deed_of(role):
        return ""
    return "" if facts.get("entry_is_own") and not is_somebody(role) else role


def _place(facts: Mapping[str, Any]) -> str:
    place = plain_name(str(facts.get("their_organisation") or ""))
    house = _ENDS_AS_A_HOUSE.search(place) and not _COUNCIL_OF_A_PLACE.search(place)
    return f"the {place}" if _TAKES_THE.match(place) or house else place


def deed_in(part: str, name: str) -> str:
    """ "Studies noise from pumps." as it follows "you": "study noise from pumps"; "" where it is no such sentence."""
    first, _, rest = part.rstrip(" .…").partition(" ")
    low = first.lower()
    acts = (third_person(first) and low not in ("cares", "values")) or (past_form(low) and low not in CONTACT_VERBS)
    if (
        not acts
        or "…" in part
        or not 1 < len(rest.split()) <= LONGEST_DEED
        or re.search(r"\b(?:I|me|my|we|us|our)\b", rest)
    ):
        return ""
    whole = Evidence(label="", source_id="", kind=Kind.PERSON, text=f"{name} {low} {rest}", score=0.0)
    return turned_to(whole, name).text.removeprefix("you ") if name else f"{forms(low)['VERB'][0]} {rest}"
