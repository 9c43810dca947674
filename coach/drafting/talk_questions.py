"""What to ask about a talk: what its abstract says it will tell, its title, what it calls by name.

"I explain how we dealt with the agency budget" is "How did you deal with the agency budget?": nobody else at the
event is asked that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zlib import crc32

from coach.domain.brief import Line
from coach.domain.checking.english import forms, third_person
from coach.domain.evidence import Evidence
from coach.domain.models import Kind
from coach.domain.quoting import quotable
from coach.domain.text import sentences, stems
from coach.drafting.address import told_to_you
from coach.drafting.angles import Rarity
from coach.drafting.fact_kinds import counted_in
from coach.drafting.lines import grounded_lines, raw_line
from coach.drafting.own_questions import as_a_question
from coach.drafting.statements import about_title, short_title, varied

OF_TITLE = (
    "What is the story behind “{title}”?",
    "Who is “{title}” for?",
    "What did you leave out of “{title}”?",
    "How did “{title}” come about?",
    "Which question do you hope to hear after “{title}”?",
    "What would you tell me first about “{title}”?",
    "Which part of “{title}” was the hardest to tell?",
)
OF_ANY_TALK = (
    "Which question do you hope somebody asks after your talk?",
    "What would you tell somebody who can hear only five minutes of your talk?",
    "Which part of your talk was the hardest to get right?",
)
"""Fits each speaker: once in a brief, and after all that names something."""
TO_TERM = (
    "Your abstract mentions {term}. How did it come into your talk?",
    "I saw {term} in your abstract. What part does it play?",
    "Your abstract names {term}. How did you come across it?",
)
OF_TERM = (
    "What surprised you about {term}?",
    "What do people get wrong about {term}?",
    "Which mistake do you see most often with {term}?",
)


OF_NUMBERED = (
    "Which of the {number} {things} should I listen out for?",
    "Which of the {number} {things} matters most to you?",
)
"""Of things that an abstract announces and counts."""


def fits_any_talk(text: str) -> bool:
    """Whether a question would fit each speaker of a programme."""
    return text in OF_ANY_TALK


# ------------------------------------------------------------------ the title, and what is called by name
_TITLE = re.compile(r"“([^”]{4,90})”")


def talks_in(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    """The title of the talk that fits best, with its label."""
    texts = [(quotable(one.text), one.label) for one in evidence if one.kind is Kind.SESSION]
    return [(short_title(found[1].rstrip(".")), label) for text, label in texts if (found := _TITLE.search(text))][:1]


_TERM = re.compile(r"(?<=[a-z,] )[A-Z][\w+#]++(?! [A-Z])(?![’'-]|\.\w)")
_NO_TERM = re.compile(
    r"^(?:Python|PhD|AIs?|IT|APIs?|OK|CI|CD|CEO|CTO|QA|URLs?|HTTPS?|SQL|CLI|GPUs?|CPUs?|JSON|XML|HTML|CSS|MIT|IDEs?|"
    r"LLMs?|ML|NLP|PDF|OS|UK|US|USA|EU|Q|DIY|FAQ|Internet|Github|GitHub|Google)$|^Python |^[A-Z]{7,}$"
)
"""Capitals that each second abstract has."""
_TECHNICAL = re.compile(r"^[A-Z]{2,}|[a-z][A-Z]|[A-Z]{2}[a-z]|\d|\+")
"""How tools and methods are written, and places and people are not: TruthfulQA, PEFT, FastAPI."""


def terms_in(evidence: Sequence[Evidence], rarity: Rarity, facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the abstract of their talk calls by name (a tool, a method), the rarest in this workspace first, each with
    its label; what the title names already, and names of people and of the event, are left out."""
    known = stems(f"{facts.get('person', '')} {facts.get('event', '')} {facts.get('user', '')}")
    found: dict[str, str] = {}
    for one in [one for one in evidence if one.kind is Kind.SESSION][:1]:
        head, _, abstract = quotable(one.text).partition("”")
        known |= stems(head) | stems(" ".join(one.names))
        for term in (match[0] for match in _TERM.finditer(abstract)):
            named = len(term) > 2 and bool(_TECHNICAL.search(term)) and not _NO_TERM.match(term)
            if named and not stems(term) & known:
                found.setdefault(term, one.label)
    return sorted(found.items(), key=lambda pair: -rarity.weight(stems(pair[0])) / len(pair[0].split()))


# ------------------------------------------------------------------ what an abstract says that it will tell
_ANNOUNCES = re.compile(
    r"\b(?:explain|show|tell|describe|discuss|present|look at|talk about|walk through|go through|cover|share|say|see|"
    r"demonstrate|find out|is about|asked|wondered|learned|found out|try)\b",
    re.IGNORECASE,
)
_STANDS_ALONE = re.compile(r"^(?:how|why|what)\b|, and (?:how|why)\b", re.IGNORECASE)
"""An abstract in catchwords: "What we would test first, and how we told management."."""
_CLAUSE = re.compile(
    r"(?:^|(?<=, )|(?<=\band )|(?<=\bor )|(?<=: )|\b(?:explain|show|tell|describe|discuss|about|say|see|at|present|"
    r"demonstrate|cover|share|out|asked|wondered|learned|asked [\w ]{1,20}) )"
    r"(?P<asked>(?:how|why|what|who|where|when)\b (?:,(?=\d)|[^,;:.()?!“”–—])+?)"
    r"(?=,(?!\d)|;|:|[.]|$| and (?:how|why|what|who|where|when|the|an?|say|show|explain|let|close|finish)\b|"
    r" – | — |\()",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|them|they|their|this|these|those|one|he|she|him|her|his|such|that (?:is|was)|following)\b",
    re.IGNORECASE,
)
"""What only the rest of the abstract explains."""
LEAST, LONGEST = 4, 16
"""Words of a question that takes up a clause of an abstract."""
_THING = r"(?P<thing>(?:(?:the|your|an?|two|three|four|five|six|most|some|many) )?(?:[\w'’-]+ ){0,2}?[\w'’-]+)"
_HAD_TO = re.compile(rf"^(?P<head>how|why|when|where) {_THING} had to (?P<rest>.+)$", re.IGNORECASE)
_IS = re.compile(rf"^(?P<head>how|why|when|where|what) {_THING} (?P<be>is|are|was|were) (?P<rest>.+)$", re.IGNORECASE)
_MANY_DO = re.compile(
    r"^(?P<head>how|why|when|where) (?P<thing>(?:\w+ )?\w+s) (?P<verb>[a-z]+)(?: (?P<rest>.+))?$", re.IGNORECASE
)
_SHOWS = re.compile(
    r"\b(?:show|play|share|present|try|go through|walk through|introduce|compare|offer|teach|read|bring) "
    r"(?:you |the |your )*"
    r"(?P<things>(?:two|three|four|five|six|seven|eight|nine|ten|twelve) (?:[\w-]+ ){0,2}?[\w-]+s)\b",
    re.IGNORECASE,
)
_HOW_TO = re.compile(r"^how to (?P<rest>.+)$", re.IGNORECASE)
_DOES = re.compile(
    r"^(?P<head>how|why|what|where) (?P<thing>(?:the|your) (?:[\w'’-]+ )?[\w'’-]+) "
    r"(?P<verb>[a-z]+s)(?: (?P<rest>.+))?$",
    re.IGNORECASE,
)


def told_ahead(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> list[Line]:
    """What the abstract of their talk says that it will tell, as questions to them, another one first each turn."""
    name = str(facts.get("person", ""))
    raw = [
        raw_line(asked, one.label)
        for one in [one for one in evidence if one.kind is Kind.SESSION][:1]
        for asked in questions_told(told_to_you(one, name).text.partition("”")[2])
    ]
    at = (turn + crc32(key.encode())) % len(raw) if raw else 0
    return grounded_lines([*raw[at:], *raw[:at]], evidence, facts)


def title_and_question(evidence: Sequence[Evidence], facts: Mapping[str, Any], turn: int, key: str) -> list[Line]:
    """The title of their talk and behind it what its abstract says that it will tell, as a question: another one first
    each turn, and none where the abstract tells nothing that can be asked."""
    raw = [
        raw_line(f"{about_title(title)} {asked.text}", label)
        for title, label in talks_in(evidence)
        for asked in told_ahead(evidence, facts, turn, key)
    ]
    return grounded_lines(raw, evidence, facts)


def questions_told(abstract: str) -> list[str]:
    """The clauses of an abstract that say what it will tell, each as the question that it answers; else the things
    that it will show and counts."""
    told = sentences(abstract)
    return list(dict.fromkeys(_asked_in(told))) or list(_of_numbered(told))


def _asked_in(told: Iterable[str]) -> Iterable[str]:
    for part in (one for one in told if _announces(one)):
        for found in _CLAUSE.finditer(part):
            asked = as_asked(found["asked"].strip())
            if asked and LEAST <= len(asked.split()) <= LONGEST and not _says_of_nothing(asked):
                yield asked


_YOU_DO = re.compile(
    r"^(?:how|what|why|who|where|when) (?:do|did|have|will|would|can) you [\w'’-]+\b(?P<rest>.*)$", re.IGNORECASE
)


def _says_of_nothing(asked: str) -> bool:
    """ "What did you change?", "How did you get there?": only the abstract says of what."""
    found = _YOU_DO.match(asked)
    words = re.findall(r"[\w'’-]+", found["rest"].lower()) if found else []
    return found is not None and not any("NOUN" in forms(word) or word[:1].isdigit() for word in words)


def _of_numbered(told: Iterable[str]) -> Iterable[str]:
    for part in told:
        if (found := _SHOWS.search(part)) and (things := counted_in(found["things"])):
            yield varied(OF_NUMBERED, 0, part).format(number=things.number, things=things.things)


def _announces(part: str) -> bool:
    return "?" not in part and bool(_ANNOUNCES.search(part) or _STANDS_ALONE.search(part))


def as_asked(clause: str) -> str:
    """A clause as the question that it answers: "how we chose the schools", turned to "you", is "How did you choose
    the schools?"; "" where it leans on something else or cannot be turned safely."""
    if _LEANS.search(clause):
        return ""
    return next(filter(None, (asked(clause) for asked in (_of_a_way, _of_you, _of_a_thing, _of_whatever))), "")


def _of_a_way(clause: str) -> str:
    """ "how to choose a property" """
    found = _HOW_TO.match(clause)
    return f"How do you {found['rest']}?" if found else ""


def _of_you(clause: str) -> str:
    """ "how you told management" """
    if not re.match(r"(?:how|why|what|who|where|when) you\b", clause, re.IGNORECASE):
        return ""
    asked = as_a_question(f"ask {clause}")
    return "" if asked.startswith("May I ask") else asked


def _of_a_thing(clause: str) -> str:
    """ "how the schools were chosen", "what the city pays", "why three crossings had to be given up" """
    if (found := _HAD_TO.match(clause)) and _is_a_thing(found["thing"]):
        words = ["did", found["thing"], "have to", found["rest"]]
    elif (found := _IS.match(clause)) and _is_a_thing(found["thing"]):
        words = [found["be"], found["thing"], found["rest"]]
    elif (found := _DOES.match(clause)) and third_person(found["verb"]) and _is_a_thing(found["thing"]):
        words = ["does", found["thing"], forms(found["verb"])["VERB"][0], found["rest"] or ""]
    elif (found := _MANY_DO.match(clause)) and _is_many(found["thing"]) and found["verb"] in _bases(found["verb"]):
        words = ["do", found["thing"], found["verb"], found["rest"] or ""]
    else:
        return ""
    return f"{' '.join(filter(None, [found['head'].capitalize(), *words]))}?"


def _of_whatever(clause: str) -> str:
    """ "what keeps the loop free" """
    first, second = (*clause.split(), "", "")[:2]
    asks = first.lower() in ("what", "who") and third_person(second) and " you" not in clause
    return f"{first.capitalize()} {clause.partition(' ')[2]}?" if asks else ""


def _bases(verb: str) -> tuple[str, ...]:
    return tuple(forms(verb).get("VERB", ()))


def _is_many(words: str) -> bool:
    """Whether the words name several things: "buses", "old pumps"."""
    last = words.rsplit(maxsplit=1)[-1].lower()
    nouns = forms(last).get("NOUN", ())
    return bool(nouns) and last not in nouns and _is_a_thing(words)


def _is_a_thing(words: str) -> bool:
    """Whether the words name a thing and hold no verb of their own."""
    last = words.rsplit(maxsplit=1)[-1].lower()
    return "NOUN" in forms(last) and not any(
        re.fullmatch(r"you|we|I|who|that|which|is|are|was|were|has|have|had|to|can|will|would", word)
        for word in words.split()
    )
