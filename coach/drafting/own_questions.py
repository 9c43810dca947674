"""Questions that the user has noted for somebody: "Ask him which test he would write first" is asked as it stands.

Nobody knows better what to ask than whoever wrote it down; so these come before all that a rule or a model thinks of.
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
from coach.domain.text import sentences
from coach.drafting.address import aim_told, told_to_you
from coach.drafting.goal_questions import questions_in_goal, turned
from coach.drafting.lines import grounded_lines, raw_line
from coach.drafting.whole_sentences import past_form

_MEANS_TO_ASK = re.compile(
    r"^(?:(?:I )?(?:want(?:ed)?|must|should|need|have|would like|meant|forgot|remember|don['’]t forget)(?: to)? |"
    r"to ?do: |next(?: time)?:? )?ask (?:you )?(?:again )?"
    r"(?P<what>(?:which|what|how|why|where|who|whom|when|whether|if|about|for) .+)$",
    re.IGNORECASE,
)
_QUESTION_FOR = re.compile(r"^(?:my )?question (?:for|to) you: (?P<asked>.+[?])$", re.IGNORECASE)
_ASK_THIS = re.compile(r"^(?:must )?ask(?: you)?: (?P<asked>.+[?])$", re.IGNORECASE)
_MEANS_TO_TELL = re.compile(
    r"^(?:must |remember to |don['’]t forget to )?tell you (?P<what>(?:about|that) .+)$", re.IGNORECASE
)
_DIRECT = re.compile(
    r"^(?P<head>(?:which|what|how)(?: (?!you\b)[\w'’-]+){0,2}|why|where|who|whom|when) you (?P<rest>.+)$", re.IGNORECASE
)
_WHETHER = re.compile(r"^(?:whether|if) you (?P<rest>.+)$", re.IGNORECASE)
LONGEST = 24
"""Words of a question that can be said aloud."""


def noted_questions(evidence: Sequence[Evidence], name: str, facts: Mapping[str, Any]) -> list[Line]:
    """What the user's notes say to ask the person of that name, as questions to them, each grounded."""
    raw = [
        raw_line(asked, label)
        for part, label in _noted(evidence, name, facts)
        if (asked := as_a_question(part)) and len(asked.split()) <= LONGEST
    ]
    return grounded_lines(raw, evidence, facts)


def _noted(evidence: Sequence[Evidence], name: str, facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The sentences of the notes that the user wrote, turned to the person, each with its label: what somebody else's
    message says to ask is not the user's question."""
    own = ("", str(facts.get("user", "")))
    notes = [one for one in evidence if one.kind is Kind.NOTE and one.author in own]
    return [(quotable(part), one.label) for one in notes for part in sentences(told_to_you(one, name).text)]


_WHAT_THEY_MEANT = re.compile(r"(?:again )?what you (?:meant?|said)(?: (?:by|with) (?:it|that|this))?", re.IGNORECASE)
"""Of what, only the sentence before says."""


def as_a_question(told: str) -> str:
    """A note to oneself, turned to the person, as the question that it means; "" where it is none.

    "Ask you which test you would write first." is "Which test would you write first?"; what cannot be turned round
    safely is asked as it stands: "May I ask you about the second stove?"."""
    bare = told.strip()
    if noted := _QUESTION_FOR.match(bare) or _ASK_THIS.match(bare):
        return noted["asked"][:1].upper() + noted["asked"][1:]
    found = _MEANS_TO_ASK.match(bare.rstrip(" .!?"))
    if not found:
        return ""
    what = found["what"]
    if _WHAT_THEY_MEANT.fullmatch(what):
        return ""
    if (direct := _DIRECT.match(what)) and (asked := turned(direct["rest"]) or _doing(direct["rest"])):
        return f"{direct['head'][:1].upper()}{direct['head'][1:]} {asked}?"
    if (yes_or_no := _WHETHER.match(what)) and (asked := turned(yes_or_no["rest"])):
        return f"{asked[:1].upper()}{asked[1:]}?"
    return _about_a_thing(what) or f"May I ask you {what}?"


def _about_a_thing(what: str) -> str:
    """ "how the audit went" is "How did the audit go?", "how the invoices are going" "How are the invoices going?"."""
    head, *words = what.split()
    if head.lower() not in ("how", "where", "when", "why") or not words or words[0].lower() not in _ITS_HEAD:
        return ""
    for place, verb in enumerate(words[2 : LONGEST_THING + 1], start=2):
        thing, rest = " ".join(words[:place]), " ".join(words[place + 1 :])
        if verb in _BE:
            return " ".join(filter(None, [head.capitalize(), verb, thing, rest])) + "?"
        found = forms(verb)
        if past_form(verb) and not {"NOUN", "ADJ"} & found.keys():
            return " ".join(filter(None, [head.capitalize(), "did", thing, found["VERB"][0], rest])) + "?"
    return ""


LONGEST_THING = 6
"""Words of what a question is about, before its verb."""
_ITS_HEAD = frozenset(("the", "your", "that", "this"))
_BE = frozenset("is are was were has have had can will would could should".split())


def noted_news(evidence: Sequence[Evidence], name: str, facts: Mapping[str, Any]) -> list[Line]:
    """What the user's notes say to tell the person of that name, as the beginning of a conversation."""
    raw = [
        raw_line(f"I wanted to tell you {found['what']}. Do you have a minute?", label)
        for part, label in _noted(evidence, name, facts)
        if (found := _MEANS_TO_TELL.match(part.strip().rstrip(" .!"))) and len(part.split()) <= LONGEST
    ]
    return grounded_lines(raw, evidence, facts)


def asked_by_goals(evidence: Sequence[Evidence], name: str, facts: Mapping[str, Any]) -> list[Line]:
    """What a goal that names the person wants to know of them, as the question itself."""
    told = [(one, aim_told(one, name)) for one in evidence if one.kind is Kind.GOAL]
    raw = [
        raw_line(asked, one.label)
        for one, said in told
        if said.text != one.text
        for asked in questions_in_goal(quotable(said.text))
    ]
    return grounded_lines(raw, evidence, facts)


def _doing(rest: str) -> str:
    """ "do about ash" as it is asked: "do you do about ash"."""
    return f"do you {rest}" if rest.startswith("do ") else ""
