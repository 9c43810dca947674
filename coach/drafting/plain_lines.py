"""Lines that are put together by rule from what is on record: always grounded, another wording for each person.

They stand where the model's own line would not be said to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.english import forms
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.drafting.angles import Angle, offer_in
from coach.drafting.lines import checked_lines
from coach.drafting.statements import (
    OF_A_TITLE,
    TOLD,
    about_title,
    aim_of,
    clause,
    in_the_past,
    offer_of,
    question_after,
    question_after_aim,
    sayable,
    varied,
)

_TITLE = re.compile(r"“([^”]{4,90})”")
_DUE = re.compile(r"\s*\(by (?P<day>\d{4}-\d\d-\d\d)?[^)]*\)")
_CARES = re.compile(r"\bCares about ([^.]{3,160})\.")
_TO_TOPIC = (
    "I hear that you care about {topic}. How did that begin?",
    "I see that {topic} matters to you. What keeps you at it?",
)
_OF_TOPIC = (
    "Who or what made you care about {topic}?",
    "What would you like more people to know about {topic}?",
    "How did {topic} become important to you?",
)
_OF_TITLE = (
    "What is the story behind “{title}”?",
    "How did you decide to speak about “{title}”?",
    "What did you leave out of “{title}”?",
)
_OF_ANY_TALK = (
    "Which question do you hope somebody asks after your talk?",
    "What would you tell somebody who can hear only five minutes of your talk?",
    "Which part of your talk was the hardest to get right?",
)
_WENT = ("What went through your mind when {told}?", "What was it like when {told}?")


def by_rule(angle: Angle, evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> Line | None:
    """The sentence about the angle's fact with a question that fits behind it; None where it has none."""
    titled = "“" in angle.said
    asked = varied(OF_A_TITLE, turn, key) if titled else question_after(clause(angle.fact), turn, key)
    text = f"{angle.said} {asked}"
    return (
        next(iter(_grounded([{"text": text, "sources": list(angle.labels)}], evidence, facts)), None)
        if angle.said
        else None
    )


def aim_opener(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> list[Line]:
    """What the user is after, and a question to somebody who may know."""
    raw = [
        _raw(f"{'' if turn == 0 else 'What brings me here: '}{aim} {question_after_aim(aim, turn, key)}", one.label)
        for one in evidence
        if one.kind is Kind.GOAL and (aim := aim_of(quotable(one.text)))
    ]
    return _grounded(raw[:1], evidence, facts)


def plain_openers(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int = 0, key: str = "") -> list[Line]:
    """Their talk, and what they care about: each with a question to answer at length."""
    topics = varied(_TO_TOPIC, turn, key)
    raw = [_raw(f"{about_title(title)} {varied(OF_A_TITLE, turn, key)}", label) for title, label in talks_in(evidence)]
    raw += [_raw(topics.format(topic=topic), label) for topic, label in _topics(evidence)]
    return _grounded(raw, evidence, facts)


def plain_questions(
    angles: Sequence[Angle], evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int = 0, key: str = ""
) -> list[Line]:
    """Questions that ask for a story: about something that they did, their talk, what they care about."""
    lived = [
        angle
        for angle in angles
        if angle.fact.casefold().startswith("you ")
        and not TOLD.match(angle.fact)
        and sayable(angle.fact)
        and in_the_past(angle.fact)
    ]
    raw = [
        {"text": varied(_WENT, turn + place, key).format(told=clause(one.fact)), "sources": list(one.labels)}
        for place, one in enumerate(lived[:2])
    ]
    raw += [_raw(varied(_OF_TITLE, turn, key).format(title=title), label) for title, label in talks_in(evidence)]
    raw += [
        _raw(varied(_OF_TOPIC, turn + place, key).format(topic=topic), label)
        for place, (topic, label) in enumerate(_topics(evidence)[::-1])
    ]
    raw += [_raw(varied(_OF_ANY_TALK, turn, key), label) for _, label in talks_in(evidence)]
    return _grounded(raw, evidence, facts)


def plain_offer(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> Line | None:
    """What the user can give, in the words of their own goal; None where no goal says so."""
    gift, label = offer_in(evidence)
    return next(iter(_grounded([_raw(offer_of(gift, turn, key), label)], evidence, facts)), None) if gift else None


_ABOUT_OTHERS = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"^(send|lend|show|bring|give) (?!you\b|me\b|it to\b)(?!.*\bto you\b)", re.IGNORECASE)


def plain_promise(angle: Angle, evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> Line | None:
    """The sentence about a promise in the record's own words: who owes whom what must never turn round."""
    words = _DUE.sub("", angle.fact).rstrip(" .…").split()
    if not words or words[0].lower() not in forms(words[0].lower()).get("VERB", ()):
        return None
    what = " ".join([words[0].lower(), *words[1:]])
    if angle.slot == "keep":
        what = _TO_WHOM.sub(r"\1 you ", what)
        texts = [
            f"As promised, I will {what}{_until(angle.fact, facts)}.",
            f"I have not forgotten my promise to {what}.",
        ]
    else:
        texts = [f"Thank you for offering to {what}.", f"I am glad that you offered to {what}."]
    found = _grounded([{"text": text, "sources": list(angle.labels)} for text in texts], evidence, facts)
    return found[0] if found else None


def _until(fact: str, facts: Mapping[str, Any]) -> str:
    """The day of a promise that lies ahead, as one writes it."""
    found = _DUE.search(fact)
    day = date.fromisoformat(found["day"]) if found and found["day"] else None
    timed = re.search(r"\b(?:until|till|by|before|on|in)\b", fact[: found.start()]) if found else None
    today = str(facts.get("today", ""))
    return f" by {day.day} {day:%B}" if day and not timed and today and day.isoformat() > today else ""


def asks_about_somebody_else(line: Line) -> bool:
    """A small model forgets whom it writes to."""
    return "?" in line.text and bool(_ABOUT_OTHERS.search(line.text))


def _raw(text: str, label: str) -> dict[str, Any]:
    return {"text": text, "sources": [label]}


def _grounded(raw: list[dict[str, Any]], evidence: Sequence[Evidence], facts: Mapping[str, Any]) -> list[Line]:
    return [line for line in checked_lines(raw, evidence, facts) if not line.flagged]


def talks_in(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    """The title of the talk that fits best, with its label."""
    texts = [(quotable(one.text), one.label) for one in evidence if one.kind is Kind.SESSION]
    return [(found[1].rstrip("."), label) for text, label in texts if (found := _TITLE.search(text))][:1]


def _topics(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    for one in evidence:
        if one.kind is Kind.PERSON and (found := _CARES.search(quotable(one.text))):
            return [(topic.strip(), one.label) for topic in found[1].split(",") if topic.strip()][:2]
    return []
