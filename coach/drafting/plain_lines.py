"""Lines that are put together by rule from what is on record: always grounded, another wording for each person.

They stand where the model's own line would not be said to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from coach.domain.brief import Line
from coach.domain.checking.english import forms
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.domain.text import sentences, stems
from coach.drafting.address import aim_told, told_to_you
from coach.drafting.aims import (
    aim_of,
    aim_with_reason,
    meant_for,
    offer_for,
    offer_of,
    question_after_reason,
    questions_after_aim,
    reason_of,
    role_in,
)
from coach.drafting.angles import Angle, offer_in
from coach.drafting.fact_kinds import FactKind, kind_of
from coach.drafting.fact_questions import question_of_this, questions_after
from coach.drafting.lines import grounded_lines, raw_line
from coach.drafting.own_offers import offer_lines
from coach.drafting.sayings import tie_in
from coach.drafting.statements import (
    OF_A_TITLE,
    about_title,
    questions_behind,
    said_to_them,
    tells_a_title,
    varied,
)
from coach.drafting.talk_questions import OF_ANY_TALK, OF_TERM, OF_TITLE, TO_TERM, talks_in, title_and_question
from coach.drafting.whole_sentences import TOLD, clause, in_one_breath, in_the_past, in_the_past_of_all, past_form

_CARES = re.compile(r"\bCares about ([^.]{3,160})\.")
_TO_TOPIC = (
    "I read that you care about {topic}. How did that begin?",
    "You care about {topic}, I read. What got you started?",
    "Your profile mentions {topic}. What made that your subject?",
    "I saw that you care about {topic}. What should I know about that?",
)
_TO_OWN_TOPIC = (
    "I remember that you care about {topic}. How did that begin?",
    "You care about {topic}, if I remember rightly. What got you started?",
    "You care about {topic}. What should I know about that?",
)
"""Where the entry was made out of the user's own notes."""
_OF_TOPIC = (
    "What got you interested in {topic}?",
    "What do people get wrong about {topic}?",
    "When did {topic} become your subject?",
    "What do most people not know about {topic}?",
    "What would you tell a beginner about {topic}?",
    "What is it about {topic} that matters to you?",
    "Why {topic}?",
    "Where does your interest in {topic} come from?",
)
_OF_PEOPLE = (
    "What do {topic} understand better than we do?",
    "What got you interested in {topic}?",
    "What do people get wrong about {topic}?",
    "What have you learned from {topic}?",
)
_LACKS_THE = re.compile(r"^(?:first|last|next) (?:two|three|four|five|six|seven|ten|\d+) ")
_PEOPLE = re.compile(
    r"\b(?:children|apprentices|pupils|students|sisters|brothers|girls|boys|people|readers|regulars|guests|customers|"
    r"patients|volunteers|beginners|neighbours|families|mothers|fathers|teams|women|men|farmers|users|learners|"
    r"players)\b"
)
_OPEN_SUBJECT = re.compile(r"^(?:last \w+,? )?(?:one|it|they|he|she|both)\b", re.IGNORECASE)
WAYS = 2
"""Wordings that are tried for one place."""
_WENT = (
    "What went through your mind when {told}?",
    "What was it like when {told}?",
)
_CAME_TO = ("How did {who} come to {doing}?", "What made {who} {doing}?")
"""Of what they did on purpose."""
_ON_PURPOSE = frozenset(
    (
        FactKind.HAPPENED,
        FactKind.HABIT,
        FactKind.ROUTINE,
        FactKind.CRAFT,
        FactKind.TERMS,
        FactKind.RUNS,
        FactKind.MADE,
        FactKind.CHANGED,
        FactKind.COUNTED,
        FactKind.LEARNED,
        FactKind.ASKED,
    )
)


def by_rule(angle: Angle, evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> list[Line]:
    """The sentence about the angle's fact, with each question that fits behind it; none where it has no sentence."""
    if not angle.said:
        return []
    about = angle.fact if tie_in(angle.fact) else in_one_breath(angle.fact) or angle.fact
    told = clause(about, named=angle.named)
    of_talk = tells_a_title(angle.said) or kind_of(told) is FactKind.AHEAD
    if of_talk and (ways := title_and_question(evidence, facts, turn, key)):
        return ways[:WAYS]
    if behind := questions_behind(angle.said):
        asked = [varied(behind, turn + way, key) for way in range(WAYS)]
    else:
        notes = (one.text for one in evidence if one.label in angle.labels and one.kind is Kind.NOTE)
        asked = questions_after(told, turn, key, " ".join(notes))[: WAYS + 1]
    raw = [raw_line(f"{angle.said} {one}", *angle.labels) for one in dict.fromkeys(asked)]
    lines = grounded_lines(raw, evidence, facts)
    taken_up = "" if behind else question_of_this(told, turn, key)
    return lines[:1] if taken_up and lines and lines[0].text.endswith(taken_up) else lines[:WAYS]


def aim_opener(
    evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str, most: int = 1
) -> list[Line]:
    """What the user is after, why, and a question to somebody who may know, in at most so many wordings."""
    role = next((role for one in evidence if one.kind is Kind.PERSON and (role := role_in(quotable(one.text)))), "")
    advised = any(
        kind_of(told) is FactKind.ADVICE
        for one in evidence
        if one.kind is Kind.NOTE
        for told in sentences(told_to_you(one, str(facts.get("person", ""))).text)
    )
    for goal in goals_told(evidence, str(facts.get("person", "")))[:1]:
        text = quotable(goal.text)
        for aim in dict.fromkeys((aim_with_reason(text, turn, key), aim_of(text, turn, key))):
            asked = questions_after_aim(aim, role if turn % 2 == 0 else "", turn, key, advised=advised)
            raw = [raw_line(f"{aim} {one}", goal.label) for one in asked if aim and not _NOT_ALOUD.search(aim)]
            if said := grounded_lines(raw[: most + 1], evidence, facts):
                return said[:most]
    return []


def goals_told(evidence: Sequence[Evidence], name: str) -> list[Evidence]:
    """The goals as one says them to the person; those that name them come first."""
    goals = [(one, aim_told(one, name)) for one in evidence if one.kind is Kind.GOAL]
    return [told for _, told in sorted(goals, key=lambda pair: pair[0].text == pair[1].text)]


_NOT_ALOUD = re.compile(
    r"\b(?:she|hers?|he|him|his)\b|\b(?:keep|stay)(?:ing)? (?:in (?:touch|contact)|contact|up (?:the|our)|"
    r"connected)\b",
    re.IGNORECASE,
)
"""An aim that is about somebody who is not named, or that nobody would tell the other."""


def reason_opener(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> list[Line]:
    """Why the user is after it, in their own words, and a question to somebody who may have met the same."""
    raw = [
        raw_line(f"{reason} {question_after_reason(turn, key)}", one.label)
        for one in evidence
        if one.kind is Kind.GOAL and (reason := reason_of(quotable(one.text)))
    ]
    return grounded_lines(raw[:1], evidence, facts)


def plain_openers(
    evidence: Sequence[Evidence],
    facts: Mapping[str, Any],
    turn: int = 0,
    key: str = "",
    terms: Sequence[tuple[str, str]] = (),
    *,
    talk_told: bool = False,
) -> list[Line]:
    """Their talk, what its abstract names (`terms`, with labels), what they care about: each with a question.

    `talk_told`: another line speaks of the talk already, so that its title comes last."""
    titles = title_and_question(evidence, facts, turn, key)[:1] or grounded_lines(
        [
            raw_line(f"{about_title(title)} {varied(OF_A_TITLE, turn, key)}", label)
            for title, label in talks_in(evidence)
        ],
        evidence,
        facts,
    )
    raw = [raw_line(varied(TO_TERM, turn, key).format(term=term), label) for term, label in terms[:1]]
    raw += [
        raw_line(
            varied(_TO_OWN_TOPIC if facts.get("entry_is_own") else _TO_TOPIC, turn + place, key).format(topic=topic),
            label,
        )
        for place, (topic, label) in enumerate(topics_in(evidence))
    ]
    others = grounded_lines(raw, evidence, facts)
    return [*others, *titles] if talk_told else [*titles, *others]


def plain_questions(
    angles: Sequence[Angle],
    evidence: Sequence[Evidence],
    facts: Mapping[str, Any],
    turn: int = 0,
    key: str = "",
    terms: Sequence[tuple[str, str]] = (),
    more: Sequence[Angle] = (),
) -> list[Line]:
    """Questions that ask for a story: about something that they did, their talk, what it names, what they care about;
    those that fit each speaker come last. `more`: facts of which nothing is said yet."""
    lived = [(told, angle) for angle in [*angles, *more] if (told := _lived(angle))]
    raw = [
        raw_line(asked, *angle.labels)
        for place, (told, angle) in enumerate(lived[:2])
        if (asked := _how_it_was(told, turn + place, key))
    ]
    raw += [raw_line(varied(OF_TERM, turn, key).format(term=term), label) for term, label in terms[-1:]]
    raw += [raw_line(varied(OF_TITLE, turn, key).format(title=title), label) for title, label in talks_in(evidence)]
    raw += [
        raw_line(
            varied(_OF_PEOPLE if _PEOPLE.search(topic) else _OF_TOPIC, turn + place, key).format(topic=topic), label
        )
        for place, (topic, label) in enumerate(topics_in(evidence)[::-1])
    ]
    raw += [raw_line(varied(OF_ANY_TALK, way, key), label) for _, label in talks_in(evidence) for way in range(3)]
    return grounded_lines(raw, evidence, facts)


_DOES = frozenset((FactKind.HABIT, FactKind.ROUTINE, FactKind.CRAFT, FactKind.TERMS, FactKind.RUNS))
"""What they do again and again."""
_SAYS = re.compile(
    r"you (?:\w+ly |still |also |now )?(?:say|think|know|remember|believe|hate|dislike|like|love|want|need|seem|feel|"
    r"hope|care|mean|look|sound|get|go|come|find)\b"
)
"""What nobody sets out to do."""


def _how_it_was(told: str, turn: int, key: str) -> str:
    """What one asks of something lived through: how they came to it where they meant to, else what it was like; of
    what they do to this day nobody asks what it was like ("")."""
    found = _WHO_DID.match(told)
    base = forms(found["verb"]).get("VERB", ("",))[0] if found else ""
    past = in_the_past(told) or in_the_past_of_all(told)
    meant = found and base and found["verb"] not in _ADVERBS and kind_of(told) in _ON_PURPOSE
    if found and meant and (doing := found["rest"] if " and " not in found["rest"] else _first_of_two(found["rest"])):
        return varied(_CAME_TO, turn, key).format(who=found["who"], doing=f"{base} {doing}")
    return varied(_WENT, turn, key).format(told=told) if past else ""


def _first_of_two(rest: str) -> str:
    """Of two things that somebody does now the first: "ring six farmers and write it down" is "ring six farmers"; ""
    where the "and" joins no verbs in the present."""
    found = _THEN_ALSO.match(rest)
    second = found["verb"] if found else ""
    does = second in forms(second).get("VERB", ()) and not {"NOUN", "ADJ"} & forms(second).keys()
    return found["first"] if found and does and len(found["first"].split()) > 1 else ""


_ADVERBS = frozenset("still also now never always often only just then once".split())
_WHO_DID = re.compile(r"^(?P<who>you|your [a-z]+) (?:(?:now|still|also) )?(?P<verb>[a-z]+) (?P<rest>.+)$")
_THEN_ALSO = re.compile(r"^(?P<first>.+?),? and (?P<verb>[a-z]+)\b")
_SINCE_WHEN = re.compile(
    r"^(?:over|since|in|after|for|during|within|last|at) (?:(?!you\b)[\w'’-]+ ){0,4}?(?!you\b)[\w'’-]+,? (?=you\b)",
    re.IGNORECASE,
)
"""When it was, before who did it: "over two years you moved nine clusters"."""


def _lived(angle: Angle) -> str:
    """What they did or what happened once, as it follows "when"; "" where the fact is none."""
    short = in_one_breath(angle.fact)
    if not said_to_them(short, Kind.NOTE) or TOLD.match(short) or "used to" in short or re.search("[:;]", short):
        return ""
    if _OPEN_SUBJECT.match(short) or kind_of(clause(short, named=angle.named)) is FactKind.WONDERED:
        return ""
    told = _SINCE_WHEN.sub("", clause(short, named=angle.named))
    if told.startswith(("I ", "we ")) or kind_of(told) in (FactKind.PROMISED, FactKind.WONDERED):
        return ""
    if (found := _WHO_DID.match(told)) and found["who"] != "you" and in_the_past_of_all(told):
        return told if kind_of(told) in (FactKind.HAPPENED, FactKind.MISHAP) and past_form(found["verb"]) else ""
    if told.startswith("you "):
        does = kind_of(told) in _DOES and not _SAYS.match(told)
        return told if in_the_past(told) or does else ""
    return told if in_the_past_of_all(told) and kind_of(told) is FactKind.MISHAP else ""


def plain_offer(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> Line | None:
    """What the user can give: what their notes or a goal have for a need of the other, else what a goal says that they
    can, in its words and to whom it says; None where nothing says so."""
    if own := offer_lines(evidence, facts):
        return own[0]
    goals = [aim_told(one, str(facts.get("person", ""))) for one in evidence if one.kind is Kind.GOAL]
    gift, label = offer_in(goals)
    if not gift:
        return None
    what = meant_for(next(quotable(one.text) for one in goals if one.label == label))
    known = stems(" ".join(one.text for one in evidence if one.kind is not Kind.GOAL))
    said = offer_for(gift, what, turn, key, fits=bool(stems(what.partition(" ")[2]) & known)) if what else ""
    lines = [raw_line(text, label) for text in (said, offer_of(gift, turn, key)) if text]
    return next(iter(grounded_lines(lines, evidence, facts)), None)


_ABOUT_OTHERS = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)


def asks_about_somebody_else(line: Line) -> bool:
    """A small model forgets whom it writes to."""
    return "?" in line.text and bool(_ABOUT_OTHERS.search(line.text))


def topics_in(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    """What somebody cares about by their entry, at most two, each with its label."""
    for one in evidence:
        if one.kind is Kind.PERSON and (found := _CARES.search(quotable(one.text))):
            topics = [topic.strip() for topic in found[1].split(",") if topic.strip()]
            return [(f"the {topic}" if _LACKS_THE.match(topic) else topic, one.label) for topic in topics][:2]
    return []
